"""The operations of AWS's test servers, by esdkit: Smithy's service ``ESDKTestServer`` over rpcv2Cbor.

Two errors, as the contract has them: ``ESDKClientError`` is what esdkit says to a message or an option of one operation;
``GenericServerError`` is everything else: a request that does not follow the contract, an unknown client, a client that cannot be made.
Not here: HTTP (``http``).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from io import BytesIO
from threading import Lock
from typing import Any
from uuid import uuid4

from esdkit.engine.client import DecryptOptions, EncryptOptions
from esdkit.errors import EsdkError
from esdkit.serve.application import Request, Response, media_type
from esdkit.serve.configuration import SUITES_BY_NAME, ConfiguredClient, configured_client
from esdkit.serve.members import Members, RequestFault
from esdkit.spec import LIMITS
from esdkit.targets.cbor import NotCbor, cbor_module, read_map, write_map
from esdkit.targets.contract import MEDIA_TYPE, PATH, PROTOCOL

__all__ = ["EsdkTestServer"]

_NAMESPACE = "aws.cryptography.esdk.testserver#"
_PIECE = 65536  # bytes that the stream operations read at once


class EsdkTestServer:
    """Answers the operations of the contract. Clients live as long as it does, up to a number of them.

    Args:
        aws: whether keyrings may ask AWS KMS, with the credentials and endpoints of the environment.

    Raises:
        UsageError: ``invalid-argument``: cbor2 is not installed.
    """

    def __init__(self, *, aws: bool = False) -> None:
        cbor_module()
        self._aws = aws
        self._clients: OrderedDict[str, ConfiguredClient] = OrderedDict()
        self._lock = Lock()
        self._operations: Mapping[str, Callable[[Members], dict[str, str | bytes]]] = {
            "CreateClient": self._create_client,
            "Encrypt": self._encrypt,
            "EncryptStream": self._encrypt_stream,
            "Decrypt": self._decrypt,
            "DecryptStream": self._decrypt_stream,
        }

    @property
    def routes(self) -> Mapping[str, int]:
        """See ``Application``."""
        lengths = dict.fromkeys(self._operations, LIMITS["serve_request_length"]) | {"CreateClient": LIMITS["serve_create_length"]}
        return {f"{PATH}{name}": length for name, length in lengths.items()}

    def answer(self, request: Request) -> Response:
        """See ``Application``."""
        try:
            result = self._result(request)
        except EsdkError as error:
            return _error("ESDKClientError", f"{error.code}: {error.summary}")
        except RequestFault as fault:
            return _error("GenericServerError", str(fault))
        except NotCbor as fault:
            return _error("GenericServerError", f"the body is not CBOR of this protocol: {fault}")
        return Response(200, MEDIA_TYPE, write_map(result), PROTOCOL)

    def crashed(self, error: Exception) -> Response:
        """See ``Application``."""
        return _error("GenericServerError", f"this is a bug in esdkit: {type(error).__name__}", 500)

    def _result(self, request: Request) -> dict[str, str | bytes]:
        operation = self._operations.get(request.path.removeprefix(PATH)) if request.path.startswith(PATH) else None
        if operation is None:
            raise RequestFault(f"unknown operation; expected {PATH} and one of {', '.join(self._operations)}")
        for name, value in PROTOCOL.items():
            if request.headers.get(name) != value:
                raise RequestFault(f"expected the header {name}: {value}")
        if media_type(request) != MEDIA_TYPE:
            raise RequestFault(f"expected the content type {MEDIA_TYPE}")
        return operation(Members(read_map(request.body)))

    def _create_client(self, given: Members) -> dict[str, str | bytes]:
        try:
            client = configured_client(given.members("config"), aws=self._aws)
        except EsdkError as error:  # the contract wants it so, whoever refuses
            raise RequestFault(f"{error.code}: {error.summary}") from None
        client_id = str(uuid4())
        with self._lock:
            self._clients[client_id] = client
            if len(self._clients) > LIMITS["serve_clients"]:
                self._clients.popitem(last=False)
        return {"clientId": client_id}

    def _client(self, given: Members) -> ConfiguredClient:
        client_id = given.text("clientId")
        with self._lock:
            if client_id not in self._clients:
                raise RequestFault(f"clientId: there is no such client; only the last {LIMITS['serve_clients']} used are kept")
            self._clients.move_to_end(client_id)
            return self._clients[client_id]

    def _encrypt(self, given: Members) -> dict[str, str | bytes]:
        configured, plaintext, options = self._to_encrypt(given)
        return {"ciphertext": configured.client.encrypt(source=plaintext, **options)[0]}

    def _encrypt_stream(self, given: Members) -> dict[str, str | bytes]:
        configured, plaintext, options = self._to_encrypt(given)
        with configured.client.stream("encrypt", source=BytesIO(plaintext), **options) as stream:
            return {"ciphertext": _pieces(stream)}

    def _decrypt(self, given: Members) -> dict[str, str | bytes]:
        configured, message, options = self._to_decrypt(given)
        return {"plaintext": configured.client.decrypt(source=message, **options)[0]}

    def _decrypt_stream(self, given: Members) -> dict[str, str | bytes]:
        configured, message, options = self._to_decrypt(given)
        with configured.client.stream("decrypt", source=BytesIO(message), **options) as stream:
            return {"plaintext": _pieces(stream)}

    def _to_encrypt(self, given: Members) -> tuple[ConfiguredClient, bytes, EncryptOptions]:
        configured, plaintext = self._client(given), given.data("plaintext")
        options: EncryptOptions = {"cmm": configured.cmm, "encryption_context": _context(given)}
        if given.has("algorithmSuiteId"):
            options["algorithm"] = given.choice("algorithmSuiteId", SUITES_BY_NAME)
        if given.has("frameLength"):
            options["frame_length"] = length = given.whole("frameLength")
            if length > 0 and len(plaintext) // length > LIMITS["serve_frames"]:
                raise RequestFault(f"frameLength: this server writes at most {LIMITS['serve_frames']} frames")
        return configured, plaintext, options

    def _to_decrypt(self, given: Members) -> tuple[ConfiguredClient, bytes, DecryptOptions]:
        configured = self._client(given)
        return configured, given.data("ciphertext"), {"cmm": configured.cmm, "encryption_context": _context(given)}


def _context(given: Members) -> dict[str, str] | None:
    return given.pairs("encryptionContext") if given.has("encryptionContext") else None


def _pieces(stream: Any) -> bytes:
    return b"".join(iter(lambda: stream.read(_PIECE), b""))


def _error(kind: str, message: str, status: int = 400) -> Response:
    return Response(status, MEDIA_TYPE, write_map({"__type": f"{_NAMESPACE}{kind}", "message": message}), PROTOCOL)
