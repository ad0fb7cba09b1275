"""A program behind AWS's contract for test servers: CBOR over HTTP, one service, ``ESDKTestServer``.

Strategy: a client of the server is made once for each configuration (policy, limit, keyring), as the contract wants it; then each request
is one POST. A server that reports a fault of its own did not refuse: that is a failure, so that no vector passes for a wrong reason.
Invariants: no redirect is followed and no proxy is asked, so that a request reaches the address that the user named and nothing else. One
timer bounds a whole exchange, however slowly a server answers; length and depth of an answer are bounded.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import SplitResult, urlsplit

from esdkit.columns import printable
from esdkit.errors import Code, UsageError
from esdkit.spec import POLICIES, SUITES
from esdkit.targets.base import Abilities, Answer, Bounds, DecryptRequest, EncryptRequest, Failed, FrameLengths, Given, Refused, Unsupported
from esdkit.targets.patience import Patience
from esdkit.targets.wire import keyring_json

__all__ = ["OPERATION_PATH", "PROTOCOL_HEADERS", "HttpTarget"]

OPERATION_PATH = "/service/ESDKTestServer/operation/"
PROTOCOL_HEADERS = {"smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor", "accept": "application/cbor"}

_MAX_DEPTH = 16
_MAX_TEXT = 500
_WRAPPING = {16: "ALG_AES128_GCM_IV12_TAG16", 24: "ALG_AES192_GCM_IV12_TAG16", 32: "ALG_AES256_GCM_IV12_TAG16"}
_PADDINGS = {
    "pkcs1": "PKCS1",
    "oaep-sha1": "OAEP_SHA1_MGF1",
    "oaep-sha256": "OAEP_SHA256_MGF1",
    "oaep-sha384": "OAEP_SHA384_MGF1",
    "oaep-sha512": "OAEP_SHA512_MGF1",
}


class _NotPossible(Exception):
    """The contract has no words for a request."""


class _Fault(Exception):
    """The server did not answer; ``code`` is a failure of ``spec/targets.yaml``."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.answer = Failed(code, reason)


class _Refusal(Exception):
    """The SDK behind the server refused."""

    def __init__(self, answer: Refused) -> None:
        super().__init__(answer.error)
        self.answer = answer


class HttpTarget:
    """A test server. Use it in a ``with`` statement, or ``close`` it; not to be shared between threads.

    Args:
        address: its URL, without a path.
        bounds: what it may use; memory is its own.

    Raises:
        UsageError: ``invalid-argument``: not a URL of a server, or the package cbor2 is missing.
    """

    def __init__(self, address: str, bounds: Bounds | None = None) -> None:
        self._address, self._bounds = address, bounds or Bounds()
        self._url = _checked_url(address)
        self._dumps, self._loads, self._cbor_error = _cbor()
        self._connection: http.client.HTTPConnection | None = None
        self._clients: dict[str, str] = {}
        self._patience = Patience()

    @property
    def address(self) -> str:
        """Its URL."""
        return self._address

    def describe(self) -> Abilities:
        """What the contract has; a server cannot say what its SDK lacks."""
        return Abilities(
            name=f"test server {self._url.netloc}",
            version="unknown",
            suites=tuple(f"{id_:04X}" for id_ in SUITES),
            keys=("raw-aes", "raw-rsa", "multi"),
            policies=tuple(POLICIES),
            frame_lengths=FrameLengths(most=2**31 - 1),
            encrypt=True,
            required_context=True,
            streaming=True,
        )

    def decrypt(self, request: DecryptRequest) -> Answer:
        """Its plaintext, or why there is none."""
        members = {"ciphertext": request.message, "encryptionContext": dict(request.context)}
        operation = "DecryptStream" if request.stream else "Decrypt"
        return self._answer(request, operation, members, "plaintext", request.max_encrypted_data_keys)

    def encrypt(self, request: EncryptRequest) -> Answer:
        """Its message, or why there is none."""
        if request.frame_length == 0:
            return Unsupported("the contract of test servers has no body without frames")
        members = {
            "plaintext": request.plaintext,
            "encryptionContext": dict(request.context),
            "algorithmSuiteId": "ALG_" + SUITES[int(request.suite, 16)].name,
            "frameLength": request.frame_length,
        }
        return self._answer(request, "EncryptStream" if request.stream else "Encrypt", members, "ciphertext", None)

    def close(self) -> None:
        """Ends the connection; the server is not ours."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _answer(
        self, request: DecryptRequest | EncryptRequest, operation: str, members: Mapping[str, Any], result: str, limit: int | None
    ) -> Answer:
        def ask() -> Answer:
            try:
                client = self._client(request, limit)
                given = self._call(operation, {"clientId": client, **members}).get(result)
            except _NotPossible as error:
                return Unsupported(str(error))
            except _Refusal as refusal:
                return refusal.answer
            except _Fault as fault:
                if request.stream and fault.answer.code == "server-fault":
                    return Unsupported(f"it reports a fault for {operation}, as the contract wants it of a server without streams")
                return fault.answer
            return Given(given) if isinstance(given, bytes) else Failed("nonsense", f"its answer has no {result}")

        return self._patience.ask(ask)

    def _client(self, request: DecryptRequest | EncryptRequest, limit: int | None) -> str:
        config: dict[str, Any] = {"commitmentPolicy": request.policy, "cmm": _manager(request)}
        if limit is not None:
            config["maxEncryptedDataKeys"] = limit
        name = json.dumps(keyring_json(config), sort_keys=True)
        if name not in self._clients:
            client = self._call("CreateClient", {"config": config}).get("clientId")
            if not isinstance(client, str):
                raise _Fault("nonsense", "its answer has no clientId")
            self._clients[name] = client
        return self._clients[name]

    def _call(self, operation: str, members: Mapping[str, Any]) -> Mapping[str, Any]:
        body: bytes = self._dumps(members)
        status, answer = self._exchange(operation, body)
        try:
            decoded = self._loads(answer, max_depth=_MAX_DEPTH, allow_duplicate_keys=False)
        except self._cbor_error:
            raise _Fault("nonsense", f"status {status}, and the body is not CBOR") from None
        if not isinstance(decoded, dict):
            raise _Fault("nonsense", f"status {status}, and the body is not a CBOR map")
        if status == http.client.OK:
            return decoded
        kind, text = _text(decoded.get("__type")), _text(decoded.get("message"))
        if status in (400, 500) and kind.endswith("ESDKClientError"):
            raise _Refusal(Refused(text, "ESDKClientError"))
        raise _Fault("server-fault", f"status {status}, {kind or 'no __type'}: {text or 'no message'}")

    def _exchange(self, operation: str, body: bytes) -> tuple[int, bytes]:
        """Status and body of one POST. A connection that the server closed since the last request is opened again once."""
        fresh = self._connection is None
        try:
            return self._post(operation, body)
        except _Fault as fault:
            if fresh or fault.answer.code != "connection-closed":
                raise
        return self._post(operation, body)

    def _post(self, operation: str, body: bytes) -> tuple[int, bytes]:
        if self._connection is None:
            self._connection = self._connected()
        link = self._connection.sock
        late = threading.Event()

        def end() -> None:
            late.set()
            with contextlib.suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(self._bounds.request_seconds, end)
        timer.daemon = True
        timer.start()
        try:
            self._connection.request("POST", OPERATION_PATH + operation, body, PROTOCOL_HEADERS)
            response = self._connection.getresponse()
            answer = response.read((most := self._bounds.answer_length + 2 * len(body)) + 1)
            if len(answer) > most:
                raise _Fault("flood", f"more than {most} bytes for one answer")
            if response.length:  # read ended before what Content-Length promised
                raise _Fault("connection-closed", f"{len(answer)} bytes, and {response.length} more were announced")
            return response.status, answer
        except _Fault:
            self.close()
            raise
        except (OSError, http.client.HTTPException) as error:
            self.close()
            if late.is_set():
                raise _Fault("hang", f"no whole answer after {self._bounds.request_seconds:g} s") from None
            if isinstance(error, OSError | http.client.RemoteDisconnected | http.client.IncompleteRead):
                raise _Fault("connection-closed", type(error).__name__) from None
            raise _Fault("nonsense", f"not HTTP: {type(error).__name__}") from None
        finally:
            timer.cancel()

    def _connected(self) -> http.client.HTTPConnection:
        secure = self._url.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self._url.hostname or "", self._url.port, timeout=self._bounds.start_seconds)
        try:
            connection.connect()
        except OSError as error:
            connection.close()
            raise _Fault("connection-failed", f"{self._url.netloc}: {error.strerror or type(error).__name__}") from None
        connection.sock.settimeout(self._bounds.request_seconds)
        return connection


def _checked_url(address: str) -> SplitResult:
    try:
        url = urlsplit(address)
        usable = (
            bool(url.hostname) and url.port != 0 and url.path in ("", "/") and not url.query and not url.fragment and "@" not in url.netloc
        )
    except ValueError:
        usable = False
    if not usable or not address.isascii() or not address.isprintable():
        raise UsageError(Code.INVALID_ARGUMENT, "expected the URL of a server without a path: http://127.0.0.1:PORT", path="target")
    return url


def _cbor() -> tuple[Callable[[Any], bytes], Callable[..., Any], type[Exception]]:
    try:
        import cbor2
    except ImportError:
        hint = 'Install it with: pip install "esdkit[conform]"'
        raise UsageError(Code.INVALID_ARGUMENT, "test servers speak CBOR, and the package cbor2 is missing", hint=hint) from None
    return cbor2.dumps, cbor2.loads, cbor2.CBORError


def _text(value: object) -> str:
    return printable(" ".join(value.split())[:_MAX_TEXT]) if isinstance(value, str) else ""


def _manager(request: DecryptRequest | EncryptRequest) -> dict[str, Any]:
    default = {"Default": {"keyring": _keyring(request.keyring)}}
    if not request.required:
        return default
    return {"RequiredEncryptionContext": {"underlyingCMM": default, "requiredEncryptionContextKeys": list(request.required)}}


def _keyring(keyring: Mapping[str, Any]) -> dict[str, Any]:
    """The contract's map for a keyring of the protocol."""
    kind = keyring["type"]
    if kind == "multi":
        generator = keyring.get("generator")
        children = [_keyring(child) for child in keyring["children"]]
        return {"Multi": {"childKeyrings": children} | ({} if generator is None else {"generator": _keyring(generator)})}
    if kind not in ("raw-aes", "raw-rsa"):
        raise _NotPossible(f"the contract of test servers has no keyring {kind}")
    names = {"keyNamespace": keyring["namespace"], "keyName": keyring["name"]}
    if kind == "raw-rsa":
        sides = {f"{side}Key": keyring[side].encode("ascii") for side in ("public", "private") if side in keyring}
        return {"RawRsa": {**names, "paddingScheme": _PADDINGS[keyring["padding"]], **sides}}
    key = keyring["key"]
    if len(key) not in _WRAPPING:
        raise _NotPossible(f"the contract of test servers has no AES key of {len(key)} bytes")
    return {"RawAes": {**names, "wrappingKey": key, "wrappingAlg": _WRAPPING[len(key)]}}
