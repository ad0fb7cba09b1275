"""A server of AWS's contract: each misbehavior over HTTP has its name and ends in bounded time, and its right answers are read."""

from __future__ import annotations

import errno
import os
import threading
import time
from typing import Any

import pytest

from esdkit.errors import UsageError
from esdkit.targets import Answer, Bounds, DecryptRequest, EncryptRequest, Failed, Given, Refused, Unsupported, open_target
from tests.unit.targets.contract_server import FAULT, cbor, chunked, http, server

cbor2 = pytest.importorskip("cbor2", reason="cbor2 is not installed")
KEY = bytes(range(100, 132))
KEYRING = {"type": "raw-aes", "namespace": "demo", "name": "k1", "key": KEY}
REQUEST = DecryptRequest(message=b"message", keyring=KEYRING)
BOUNDS = Bounds(start_seconds=1.5, request_seconds=1.5, answer_length=100_000)


def ask(data: bytes, request: DecryptRequest | EncryptRequest = REQUEST, **how: Any) -> Answer:
    def answer(operation: str, _: Any) -> bytes:
        return cbor(200, clientId="c1") if operation == "CreateClient" and how.get("drip", 0) == 0 else data

    with server(answer, **how) as (address, _), open_target(address, bounds=BOUNDS) as target:
        return target.decrypt(request) if isinstance(request, DecryptRequest) else target.encrypt(request)


def test_network_that_fails_in_the_middle_is_a_closed_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: Any) -> int:
        raise OSError(errno.EHOSTUNREACH, "No route to host")

    monkeypatch.setattr("esdkit.targets.http._Bounded.receive_into", unreachable)
    assert ask(b"") == Failed("connection-closed", "OSError: No route to host")


GIVEN = cbor2.dumps({"plaintext": b"p"})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "connection-closed"),
        (http(200, GIVEN, 1000), "connection-closed"),
        (http(200, GIVEN, 3), "nonsense"),
        (http(200, GIVEN + b"\0"), "nonsense"),
        (http(200, b"\x81" * 100_000), "nonsense"),
        (http(200, cbor2.dumps({"plaintext": "text"})), "nonsense"),
        (http(200, cbor2.dumps([1])), "nonsense"),
        (http(302, b""), "nonsense"),
        (http(400, b"{}"), "nonsense"),
        (b"SSH-2.0-OpenSSH\r\n", "nonsense"),
        (http(500, b"oops"), "server-fault"),
        (cbor(400, **FAULT), "server-fault"),
        (http(200, bytes(300_000)), "flood"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 100_000, "nonsense"),
    ],
)
def test_misbehavior_is_named(data: bytes, code: str) -> None:
    answer = ask(data)
    assert isinstance(answer, Failed)
    assert answer.code == code


@pytest.mark.parametrize("how", [{"drip": 0.2}, {"keep_open": True}])
def test_slow_answer_hangs_whatever_comes(how: dict[str, Any]) -> None:
    started = time.monotonic()
    answer = ask(http(200, GIVEN, 1000), **how)
    assert isinstance(answer, Failed)
    assert answer.code == "hang"
    assert time.monotonic() - started < 15


@pytest.mark.parametrize(
    ("data", "stream", "answer"),
    [
        (http(200, GIVEN), 0, Given(b"p")),
        (chunked(GIVEN), 0, Given(b"p")),
        (cbor(400, __type="a#ESDKClientError", message="wrong tag"), 0, Refused("wrong tag", "ESDKClientError")),
        (cbor(500, __type="a#ESDKClientError", message=KEY.hex()), 0, Refused("[key]", "ESDKClientError")),
        (cbor(400, **FAULT), 1, Unsupported("no such client")),
        (cbor(400, **FAULT, unsupported=True), 0, Unsupported("no such client")),
        (cbor(400, **FAULT, unsupported=1), 0, Failed("server-fault", "GenericServerError: no such client")),
    ],
)
def test_answer_is_read(data: bytes, stream: int, answer: Answer) -> None:
    assert ask(data, DecryptRequest(message=b"m", keyring=KEYRING, stream=stream)) == answer


@pytest.mark.parametrize("status", [400, 500])
def test_client_that_is_not_made_is_unsupported_unless_the_server_crashed(status: int) -> None:
    with server(lambda *_: cbor(status, **FAULT)) as (address, asked), open_target(address, bounds=BOUNDS) as target:
        answer = target.decrypt(REQUEST)
    assert [operation for operation, _ in asked] == ["CreateClient"]
    if status == 400:
        assert answer == Unsupported("the server made no client for this configuration: no such client")
    else:
        assert answer == Failed("server-fault", "GenericServerError: no such client")


def test_client_is_made_once_for_each_configuration() -> None:
    with server(lambda operation, _: cbor(200, clientId="c1", plaintext=b"p")) as (address, asked), open_target(address) as target:
        for required in ((), (), ("a",)):
            target.decrypt(DecryptRequest(message=b"m", keyring=KEYRING, context={"a": "b"}, required=required))
    assert [operation for operation, _ in asked] == ["CreateClient", "Decrypt", "Decrypt", "CreateClient", "Decrypt"]
    wrapping = {"keyNamespace": "demo", "keyName": "k1", "wrappingKey": KEY, "wrappingAlg": "ALG_AES256_GCM_IV12_TAG16"}
    default = {"Default": {"keyring": {"RawAes": wrapping}}}
    assert asked[0][1] == {"config": {"commitmentPolicy": "REQUIRE_ENCRYPT_ALLOW_DECRYPT", "cmm": default}}
    assert asked[1][1] == {"clientId": "c1", "ciphertext": b"m", "encryptionContext": {"a": "b"}}
    assert asked[3][1]["config"]["cmm"] == {"RequiredEncryptionContext": {"underlyingCMM": default, "requiredEncryptionContextKeys": ["a"]}}


def test_what_the_contract_cannot_carry_is_unsupported_and_no_server_is_no_connection() -> None:
    with open_target("http://127.0.0.1:1") as target:
        assert isinstance(target.decrypt(DecryptRequest(message=b"", keyring={"type": "data-key", "key": KEY})), Unsupported)
        assert isinstance(target.encrypt(EncryptRequest(plaintext=b"", keyring=KEYRING, suite="0478", frame_length=0)), Unsupported)
        for failed in (target.decrypt(REQUEST), target.describe()):
            assert isinstance(failed, Failed)
            assert failed.code == "connection-failed"


def test_closed_target_waits_for_no_answer() -> None:
    asked_once = threading.Event()

    def slow(operation: str, _: Any) -> bytes:
        asked_once.set()
        return b""

    answers: list[Answer] = []
    with server(slow, keep_open=True) as (address, _), open_target(address) as target:
        thread = threading.Thread(target=lambda: answers.append(target.decrypt(REQUEST)))
        thread.start()
        assert asked_once.wait(10)
        target.close()
        thread.join(10)
        assert [answer.code for answer in answers if isinstance(answer, Failed)] == ["connection-closed"]


def test_clients_that_were_not_used_lately_are_made_again() -> None:
    def request(number: int) -> DecryptRequest:
        return DecryptRequest(message=b"m", keyring={**KEYRING, "name": f"k{number}"})

    with server(lambda operation, _: cbor(200, clientId="c1", plaintext=b"p")) as (address, asked), open_target(address) as target:
        for number in (*range(16), 0, 16, 0, 1):  # 16 are kept: 16 takes the place of 1
            target.decrypt(request(number))
    made = [given["config"]["cmm"]["Default"]["keyring"]["RawAes"]["keyName"] for operation, given in asked if operation == "CreateClient"]
    assert made == [*(f"k{number}" for number in range(17)), "k1"]


def test_fault_of_the_network_in_the_middle_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(self: object, buffer: object) -> int:
        raise OSError(errno.EHOSTUNREACH, os.strerror(errno.EHOSTUNREACH))

    monkeypatch.setattr("esdkit.targets.http._Bounded.receive_into", unreachable)
    assert ask(b"") == Failed("connection-closed", "OSError: No route to host")


@pytest.mark.parametrize("address", ["http://", "http://a:b@127.0.0.1", "http://127.0.0.1/x", "http://127.0.0.1:x", "http://[::1"])
def test_address_that_is_not_a_server_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        open_target(address)
