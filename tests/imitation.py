"""A server on loopback that is no AWS: it answers every request with what it was told."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["Imitation", "imitation"]


class Imitation:
    """A server that runs.

    Attributes:
        url: its address.
        status, body: of each answer; without a body the connection is closed instead.
        headers: of each answer, beside its length.
        requests: how many there were.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.status = 200
        self.body: bytes | None = b""
        self.headers: Mapping[str, str] = {}
        self.requests = 0


@contextmanager
def imitation() -> Iterator[Imitation]:
    """A server, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            told.requests += 1
            if told.body is None:
                return
            self.send_response(told.status)
            for name, value in {**told.headers, "Content-Length": str(len(told.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(told.body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        told = Imitation(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield told
        server.shutdown()
        thread.join()
