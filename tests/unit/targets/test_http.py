"""Test servers: what is sent, what an answer means, and what a server does that is not an answer."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import cbor2
import pytest

from esdkit.errors import Code, UsageError
from esdkit.targets import Answer, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Refused, Target, Unsupported, open_target

KEY = bytes(range(16))
AES = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": KEY}
RSA = {"type": "raw-rsa", "namespace": "demo", "name": "k2", "padding": "oaep-sha256", "private": "PEM"}
QUICK = Bounds(start_seconds=1, request_seconds=1, answer_length=1 << 16)

Reply = Callable[[str, Any], bytes]
"""From an operation and its members to the bytes that the server sends."""


def http(status: int, members: object, **headers: str) -> bytes:
    body = members if isinstance(members, bytes) else cbor2.dumps(members)
    lines = {
        "content-type": "application/cbor",
        "content-length": str(len(body)),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    return f"HTTP/1.1 {status} X\r\n".encode() + "".join(f"{name}: {value}\r\n" for name, value in lines.items()).encode() + b"\r\n" + body


def request(message: bytes = b"abc", **changed: Any) -> DecryptRequest:
    return DecryptRequest(**{"message": message, "keyring": AES, **changed})


class Server:
    """A server on loopback that says what a function gives; ``seen`` has the requests."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.seen: list[tuple[str, dict[str, str], Any]] = []
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._socket.accept()
            except OSError:
                return
            with link, link.makefile("rb") as lines, suppress(OSError):
                while self._one(link, lines):
                    pass

    def _one(self, link: socket.socket, lines: Any) -> bool:
        first = lines.readline()
        if not first:
            return False
        headers = dict(line.decode().strip().lower().split(": ", 1) for line in iter(lines.readline, b"\r\n"))
        operation = first.split()[1].decode().rpartition("/")[2]
        members = cbor2.loads(lines.read(int(headers["content-length"])))
        self.seen.append((first.decode().strip(), headers, members))
        answer = self._reply(operation, members)
        for start in range(0, len(answer), 1 << 16):
            link.sendall(answer[start : start + (1 << 16)])
        return answer.startswith(b"HTTP/1.1") and b"\r\n\r\n" in answer and b"connection: close" not in answer

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(timeout=10)
        assert not self._thread.is_alive()


@contextmanager
def served(reply: Reply, bounds: Bounds = QUICK, kind: type[Server] = Server) -> Iterator[tuple[Server, Target]]:
    server = kind(reply)
    try:
        with open_target(server.url, bounds=bounds) as target:
            yield server, target
    finally:
        server.close()


def replying(answer: bytes) -> Reply:
    """A server that makes clients, and answers all else in one way."""
    return lambda operation, members: http(200, {"clientId": "c1"}) if operation == "CreateClient" else answer


def answered(answer: bytes, asked: DecryptRequest | None = None) -> Answer:
    with served(replying(answer)) as (_, target):
        return target.decrypt(asked or request())


def test_requests_are_those_of_the_contract() -> None:
    with served(replying(http(200, {"plaintext": b"p", "ciphertext": b"c"}))) as (server, target):
        assert target.decrypt(request(context={"a": "b"}, max_encrypted_data_keys=3)) == Given(b"p")
        assert target.decrypt(request(stream=7, context={"a": "b"}, max_encrypted_data_keys=3)) == Given(b"p")
        keyring = {"type": "multi", "generator": AES, "children": [RSA]}
        made = EncryptRequest(plaintext=b"p", keyring=keyring, suite="0578", frame_length=16, context={"a": "b"}, required=["a"])
        assert target.encrypt(made) == Given(b"c")
    first, headers, create = server.seen[0]
    assert first == "POST /service/ESDKTestServer/operation/CreateClient HTTP/1.1"
    assert (headers["smithy-protocol"], headers["content-type"]) == ("rpc-v2-cbor", "application/cbor")
    aes = {"RawAes": {"keyNamespace": "demo", "keyName": "k1", "wrappingKey": KEY, "wrappingAlg": "ALG_AES128_GCM_IV12_TAG16"}}
    rsa = {"RawRsa": {"keyNamespace": "demo", "keyName": "k2", "paddingScheme": "OAEP_SHA256_MGF1", "privateKey": b"PEM"}}
    config = {"commitmentPolicy": "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "maxEncryptedDataKeys": 3, "cmm": {"Default": {"keyring": aes}}}
    assert create == {"config": config}
    assert [members for _, _, members in server.seen[1:3]] == [
        {"clientId": "c1", "ciphertext": b"abc", "encryptionContext": {"a": "b"}}
    ] * 2
    default = {"Default": {"keyring": {"Multi": {"generator": aes, "childKeyrings": [rsa]}}}}
    required = {"RequiredEncryptionContext": {"underlyingCMM": default, "requiredEncryptionContextKeys": ["a"]}}
    assert server.seen[3][2]["config"]["cmm"] == required
    suite = "ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384"
    asked = {"clientId": "c1", "plaintext": b"p", "encryptionContext": {"a": "b"}, "algorithmSuiteId": suite, "frameLength": 16}
    assert server.seen[4][2] == asked
    assert [first.split("/")[4].split()[0] for first, _, _ in server.seen] == [
        "CreateClient",
        "Decrypt",
        "DecryptStream",
        "CreateClient",
        "Encrypt",
    ]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (http(400, {"__type": "aws.cryptography#ESDKClientError", "message": "no\nkey"}), Refused("no key", "ESDKClientError")),
        (http(400, {"__type": "x#GenericServerError", "message": "no"}), Failed("server-fault", "")),
        (http(500, {}), Failed("server-fault", "")),
        (http(302, {}, location="http://192.0.2.1/"), Failed("nonsense", "")),
        (http(200, {"plain": b"p"}), Failed("nonsense", "")),
        (http(200, {"plaintext": "p"}), Failed("nonsense", "")),
        (http(200, b"hello"), Failed("nonsense", "")),
        (http(200, b""), Failed("nonsense", "")),
        (http(200, b"\x81" * 1000 + b"\x00"), Failed("nonsense", "")),
        (http(200, b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff"), Failed("nonsense", "")),
        (http(200, {"plaintext": bytes(1 << 17)}), Failed("flood", "")),
        (http(200, b"abc", content_length="1000000", connection="close"), Failed("connection-closed", "")),
        (b"HTTP/1.1 200 OK\r\ncontent-len", Failed("nonsense", "")),
        (b"", Failed("connection-closed", "")),
        (b"SSH-2.0-OpenSSH\r\n", Failed("nonsense", "")),
    ],
)
def test_answer_is_what_the_contract_says_and_nothing_else_passes(answer: bytes, expected: Answer) -> None:
    def reply(operation: str, members: Any) -> bytes:
        return replying(answer)(operation, members)

    with served(reply) as (_, target):
        got = target.decrypt(request())
    if isinstance(expected, Failed):
        assert isinstance(got, Failed) and got.code == expected.code and got.reason
    else:
        assert got == expected


def test_fault_in_a_stream_operation_is_a_server_without_streams() -> None:
    assert isinstance(answered(http(400, {"__type": "x#GenericServerError"}), request(stream=1)), Unsupported)


def test_refused_configuration_is_a_refusal() -> None:
    refusal = http(400, {"__type": "ESDKClientError", "message": "bad key"})
    with served(lambda operation, members: refusal) as (_, target):
        assert target.decrypt(request()) == Refused("bad key", "ESDKClientError")


class Slow(Server):
    """Gives its second answer a byte at a time."""

    def _one(self, link: socket.socket, lines: Any) -> bool:
        if self.seen:
            with suppress(OSError):
                for byte in http(200, {"plaintext": b"p" * 200}):
                    link.sendall(bytes([byte]))
                    time.sleep(0.05)
            return False
        return super()._one(link, lines)


def silent(operation: str, members: Any) -> bytes:
    if operation == "CreateClient":
        return http(200, {"clientId": "c1"})
    time.sleep(2)
    return b""


@pytest.mark.parametrize("kind", [Server, Slow], ids=["silent", "a byte at a time"])
def test_server_that_hangs_is_given_up(kind: type[Server]) -> None:
    with served(silent, kind=kind) as (_, target):
        started = time.monotonic()
        answer = target.decrypt(request())
        assert time.monotonic() - started < 4
    assert isinstance(answer, Failed) and answer.code == "hang"


def test_no_server_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with open_target(f"http://127.0.0.1:{port}") as target:
        answer = target.decrypt(request())
    assert answer == Failed("connection-failed", "ConnectionRefusedError: Connection refused")


def test_what_the_contract_lacks_is_unsupported() -> None:
    with served(replying(http(200, {}))) as (server, target):
        for keyring in ({"type": "data-key", "key": KEY}, {"type": "raw-ecdh"}):
            assert isinstance(target.decrypt(request(keyring=keyring)), Unsupported)
        made = EncryptRequest(plaintext=b"", keyring=AES, suite="0478", frame_length=0)
        assert isinstance(target.encrypt(made), Unsupported)
    assert not server.seen


@pytest.mark.parametrize("address", ["http://", "http://h/path", "http://h?q", "http://u:p@h", "http://h:0", "http://h:x", "https://h#f"])
def test_address_that_is_no_server_is_refused(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_target(address)
    assert caught.value.code is Code.INVALID_ARGUMENT
