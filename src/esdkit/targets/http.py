"""A server of AWS's TestServer contract as a program under test: Smithy's rpcv2Cbor over HTTP/1.1.

Strategy: a connection for each request, so that bytes too many after one answer are never taken for the next. The socket below
``http.client`` counts bytes and looks at the clock, because a timeout for each read would let a slow server take any time.
Invariants: only the address that the user named is connected, without proxies and redirects; certificates are verified. Nothing is started
and nothing is restarted. A request that the contract cannot carry is `Unsupported`. Keys are in requests alone.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self
from urllib.parse import SplitResult, urlsplit

from esdkit.errors import Code, UsageError
from esdkit.spec import POLICIES
from esdkit.targets.base import Abilities, Answer, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Keyring, Refused, Unsupported
from esdkit.targets.cbor import NotCbor, cbor_module, read_map, write_map
from esdkit.targets.contract import MEDIA_TYPE, PADDINGS, PATH, PROTOCOL, SUITE_NAMES, UNSUPPORTED, WRAPPING_ALGORITHMS
from esdkit.targets.patience import Patience
from esdkit.targets.redaction import Redactor

__all__ = ["HttpTarget"]

_KEYS = ("raw-aes", "raw-rsa", "multi")
_HEADERS = {**PROTOCOL, "content-type": MEDIA_TYPE, "accept": MEDIA_TYPE, "connection": "close"}
_PIECE = 1 << 16
_RESULTS = {"Decrypt": "plaintext", "Encrypt": "ciphertext"}
_TEXT_SHOWN = 500
_MAX_CLIENTS = 16  # kept of a server, which may forget those that were not used for a while


class HttpTarget:
    """A server that runs already. Use it in a ``with`` statement, or ``close`` it; not to be shared between threads.

    Args:
        address: the URL: scheme, host and maybe port.
        bounds: the time of a request and the length of an answer; the server's memory is not watched.

    Raises:
        UsageError: ``invalid-argument``, for another URL, or if cbor2 is not installed.
    """

    def __init__(self, address: str, bounds: Bounds | None = None) -> None:
        self._address, self._bounds = address, bounds or Bounds()
        self._url = _server(address)
        cbor_module()
        self._clients: dict[bytes, str] = {}
        self._connection: socket.socket | None = None
        self._asked = False
        self._patience = Patience()
        self._redactor = Redactor()

    @property
    def address(self) -> str:
        """How reports name it."""
        return self._address

    def describe(self) -> Abilities | Failed:
        """What the contract can ask for; the server must be there, and has no way to say what it can do."""
        try:
            _connected(self._url, time.monotonic() + self._bounds.start_seconds).close()
        except _ServerFailure as failure:
            return Failed(failure.code, failure.reason)
        return Abilities(
            name=f"TestServer at {self._url.netloc}",
            version="unknown",
            suites=list(SUITE_NAMES),
            keys=_KEYS,
            policies=list(POLICIES),
            encrypt=True,
            required_context=True,
            streaming=True,
        )

    def decrypt(self, request: DecryptRequest) -> Answer:
        """Its plaintext, or why there is none."""
        return self._ask(request, "Decrypt", {"ciphertext": request.message})

    def encrypt(self, request: EncryptRequest) -> Answer:
        """Its message, or why there is none."""
        if request.frame_length == 0:
            return Unsupported("the contract has no messages without frames")
        members: dict[str, Any] = {"plaintext": request.plaintext}
        members |= {"algorithmSuiteId": SUITE_NAMES[request.suite], "frameLength": request.frame_length}
        return self._ask(request, "Encrypt", members)

    def close(self) -> None:
        """Forgets the clients that the server made, and ends the connection on which another thread waits for an answer."""
        self._clients.clear()
        connection = self._connection
        if connection is not None:
            with suppress(OSError):  # it ended by itself
                connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _ask(self, request: DecryptRequest | EncryptRequest, operation: str, members: Mapping[str, Any]) -> Answer:
        try:
            config = _config(request)
        except _NotInContractError as error:
            return Unsupported(str(error))
        self._redactor.learn(request.keyring)
        asked = {**members, **({"encryptionContext": dict(request.context)} if request.context else {})}
        return self._patience.ask(lambda: self._redactor.clean_answer(self._one(config, operation, asked, stream=request.stream > 0)))

    def _one(self, config: Mapping[str, Any], operation: str, members: Mapping[str, Any], *, stream: bool) -> Answer:
        seconds = self._bounds.request_seconds if self._asked else self._bounds.start_seconds
        self._asked = True
        until = time.monotonic() + seconds
        try:
            answer = self._client(config, until)
            if isinstance(answer, str):
                body = {"clientId": answer, **members}
                answer = self._call(operation + "Stream" * stream, body, _RESULTS[operation], bytes, until)
        except _ServerFailure as failure:
            self._clients.clear()  # a server that runs again knows none of them
            return Failed(failure.code, failure.reason)
        return Given(answer) if isinstance(answer, bytes) else answer

    def _client(self, config: Mapping[str, Any], until: float) -> Any:
        """The id of the server's client for a configuration, or an `Answer`."""
        key = write_map(config)
        answer = self._clients.pop(key, None) or self._call("CreateClient", {"config": config}, "clientId", str, until)
        if isinstance(answer, str):
            self._clients = dict([*self._clients.items(), (key, answer)][-_MAX_CLIENTS:])  # the last used is the last
        return answer

    def _call(self, operation: str, members: Mapping[str, Any], result: str, kind: type, until: float) -> Any:
        """The member of an answer that was asked for, or an `Answer`."""
        body = write_map(members)
        budget = self._bounds.answer_length + 2 * len(body)
        with _connected(self._url, until) as self._connection:
            status, answer = _post(self._url, self._connection, PATH + operation, body, until, budget)
        if status not in (200, 400, 500):
            raise _ServerFailure("nonsense", f"HTTP status {status}; expected 200, 400 or 500")
        if status != 200:
            return self._error(status, answer, operation)
        value = self._map(answer).get(result)
        if not isinstance(value, kind):
            raise _ServerFailure("nonsense", f"{result}: expected {kind.__name__}, got {type(value).__name__}")
        return value

    def _error(self, status: int, body: bytes, operation: str) -> Answer:
        try:
            members = self._map(body)
        except _ServerFailure as failure:
            raise _ServerFailure("server-fault", f"status 500, {failure.reason}") if status == 500 else failure from None
        kind, message = str(members.get("__type", ""))[-_TEXT_SHOWN:], str(members.get("message", ""))[:_TEXT_SHOWN]
        name = kind.rpartition("#")[2]
        if name.endswith("ESDKClientError"):
            return Refused(message, name)
        if name.endswith("GenericServerError") and members.get(UNSUPPORTED) is True:
            return Unsupported(message)
        if name.endswith("GenericServerError") and operation.endswith("Stream"):
            return Unsupported(message or "the server does not stream")
        if name.endswith("GenericServerError") and operation == "CreateClient" and status != 500:  # whoever refuses the configuration
            return Unsupported(f"the server made no client for this configuration: {message}")
        if name.endswith("GenericServerError") or status == 500:
            raise _ServerFailure("server-fault", f"{name or 'status 500'}: {message}")
        raise _ServerFailure("nonsense", f"__type: expected ESDKClientError or GenericServerError, got {name!r}")

    def _map(self, body: bytes) -> Mapping[Any, Any]:
        """The CBOR map that a body is."""
        try:
            return read_map(body)
        except NotCbor as error:
            raise _ServerFailure("nonsense", f"expected a CBOR map: {error}") from None


class _NotInContractError(Exception):
    """A request that the contract cannot carry."""


class _ServerFailure(Exception):
    """The server did not answer; ``code`` is a failure of ``spec/targets.yaml``."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def _server(address: str) -> SplitResult:
    what = "expected http://HOST:PORT or https://HOST:PORT, without a path, a user and a query"
    try:
        url = urlsplit(address)
        fits = bool(url.hostname) and url.port != 0
    except ValueError:  # a port that is not a number, a bad IPv6 address
        raise UsageError(Code.INVALID_ARGUMENT, what, path="target") from None
    if not fits or url.scheme not in ("http", "https") or url.path not in ("", "/") or url.query or url.fragment or "@" in url.netloc:
        raise UsageError(Code.INVALID_ARGUMENT, what, path="target")
    return url


def _config(request: DecryptRequest | EncryptRequest) -> dict[str, Any]:
    """The configuration of the client that a request needs."""
    cmm: dict[str, Any] = {"Default": {"keyring": _keyring(request.keyring)}}
    if request.required:
        cmm = {"RequiredEncryptionContext": {"underlyingCMM": cmm, "requiredEncryptionContextKeys": list(request.required)}}
    limit = request.max_encrypted_data_keys if isinstance(request, DecryptRequest) else None
    return {"commitmentPolicy": request.policy, "cmm": cmm, **({} if limit is None else {"maxEncryptedDataKeys": limit})}


def _keyring(keyring: Keyring) -> dict[str, Any]:
    kind = keyring["type"]
    if kind not in _KEYS:
        raise _NotInContractError(f"the contract has no keyring of type {kind}")
    if kind == "multi":
        generator = keyring.get("generator")
        children = [_keyring(child) for child in keyring["children"]]
        return {"Multi": {**({} if generator is None else {"generator": _keyring(generator)}), "childKeyrings": children}}
    names = {"keyNamespace": keyring["namespace"], "keyName": keyring["name"]}
    if kind == "raw-aes":
        key = keyring["key"]
        if len(key) not in WRAPPING_ALGORITHMS:
            raise _NotInContractError(f"the contract has no AES key of {len(key)} bytes")
        return {"RawAes": {**names, "wrappingKey": key, "wrappingAlg": WRAPPING_ALGORITHMS[len(key)]}}
    keys = {f"{part}Key": keyring[part].encode("utf-8") for part in ("public", "private") if keyring.get(part)}
    return {"RawRsa": {**names, "paddingScheme": PADDINGS[keyring["padding"]], **keys}}


def _post(url: SplitResult, plain: socket.socket, path: str, body: bytes, until: float, budget: int) -> tuple[int, bytes]:
    """A status and a body; `_ServerFailure` for anything else."""
    connection = http.client.HTTPConnection(url.hostname or "", _port(url))
    connection.sock = _Bounded(plain, until, budget)
    try:
        connection.request("POST", path, body, _HEADERS)
        response = connection.getresponse()
        answer = b"".join(iter(lambda: response.read(_PIECE), b""))
    except TimeoutError:
        raise _ServerFailure("hang", "no whole answer in time") from None
    except (OSError, http.client.IncompleteRead) as error:
        raise _ServerFailure("connection-closed", _why(error)) from None
    except (http.client.HTTPException, ValueError) as error:
        raise _ServerFailure("nonsense", f"expected an HTTP answer: {_why(error)}") from None
    if response.length:
        raise _ServerFailure("connection-closed", f"{response.length} bytes are missing of those that Content-Length announces")
    return response.status, answer


def _connected(url: SplitResult, until: float) -> socket.socket:
    try:
        plain = socket.create_connection((url.hostname, _port(url)), _left(until))
        if url.scheme == "http":
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=url.hostname)
        except OSError:
            plain.close()
            raise
    except (OSError, UnicodeError) as error:  # of the name, the network, the certificate, the time
        raise _ServerFailure("connection-failed", _why(error)) from None


def _port(url: SplitResult) -> int:
    return url.port or {"http": 80, "https": 443}[url.scheme]


def _why(error: Exception) -> str:
    text = str(error.strerror if isinstance(error, OSError) and error.strerror else error)
    return f"{type(error).__name__}: {text[:_TEXT_SHOWN]}"


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("the time is over")
    return left


class _Bounded:
    """A socket for ``http.client`` that ends at a moment and after a number of bytes; whoever made it closes the socket below."""

    def __init__(self, plain: socket.socket, until: float, budget: int) -> None:
        self._socket, self._until, self._budget = plain, until, budget

    def sendall(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._socket.settimeout(_left(self._until))
            rest = rest[self._socket.send(rest) :]

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self), _PIECE)

    def receive_into(self, buffer: Any) -> int:
        self._socket.settimeout(_left(self._until))
        count = self._socket.recv_into(buffer)
        self._budget -= count
        if self._budget < 0:
            raise _ServerFailure("flood", "the answer is longer than it may be")
        return count

    def close(self) -> None:
        """``http.client`` closes its socket before it has read the answer."""


class _Reader(io.RawIOBase):
    def __init__(self, source: _Bounded) -> None:
        super().__init__()
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._source.receive_into(buffer)
