"""A server on this machine that answers every request of a KMS client with one error, so that an SDK can be seen to report it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

__all__ = ["MESSAGES", "FailingKms", "failing_kms"]

MESSAGES = {
    "AccessDeniedException": "User: arn:aws:iam::111122223333:user/u is not authorized to perform: kms:{operation} on resource: {key}"
    " because no identity-based policy allows the kms:{operation} action",
    "DisabledException": "{key} is disabled.",
    "ExpiredTokenException": "The security token included in the request is expired",
    "IncorrectKeyException": "The key ID in the request does not identify a CMK that can perform this operation.",
    "InvalidCiphertextException": "",
    "KMSInvalidStateException": "{key} is pending deletion.",
    "NotFoundException": "Key '{key}' does not exist",
    "ThrottlingException": "Rate exceeded",
    "UnrecognizedClientException": "The security token included in the request is invalid.",
}
"""The errors, and the text that each comes with."""


class FailingKms:
    """The running server. ``code``: the error that it answers with."""

    def __init__(self, server: HTTPServer) -> None:
        self.code = "AccessDeniedException"
        self.url = f"http://127.0.0.1:{server.server_address[1]}"


@contextmanager
def failing_kms() -> Iterator[FailingKms]:
    """Runs the server while the context is open."""
    server = HTTPServer(("127.0.0.1", 0), _Handler)
    kms = _Handler.kms = FailingKms(server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield kms
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    kms: FailingKms

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        operation = self.headers["X-Amz-Target"].partition(".")[2]
        text = MESSAGES[self.kms.code].format(operation=operation, key=request.get("KeyId", "the key"))
        body = json.dumps({"__type": self.kms.code, "message": text}).encode("ascii")
        self.send_response(400)
        self.send_header("Content-Type", "application/x-amz-json-1.1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass  # nothing of a request is printed
