"""A program under test behind the contract: what it is asked, and what each of its answers becomes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cbor2
import pytest

from esdkit.errors import UsageError
from esdkit.serve import TargetServer
from esdkit.serve.application import Request
from esdkit.spec import POLICIES, SUITES
from esdkit.targets import Abilities, Answer, DecryptRequest, EncryptRequest, Failed, Given, Refused, Unsupported
from tests.samples import native_ciphertext
from tests.serving import HEADERS, OPERATION
from tests.unit.serve.test_operations import AES, GENERIC, KEY, OF_CLIENT, POLICY, aes, default, rsa

ALL = Abilities("fake", "1", [f"{id_:04X}" for id_ in SUITES], ["raw-aes", "raw-rsa", "multi"], list(POLICIES))
ALL = replace(ALL, encrypt=True, required_context=True, streaming=True)


class Fake:
    """A program that gives one answer to everything."""

    address = "fake:"

    def __init__(self, answer: Answer, abilities: Abilities | Failed) -> None:
        self._answer, self._abilities = answer, abilities
        self.asked: list[DecryptRequest | EncryptRequest] = []

    def describe(self) -> Abilities | Failed:
        return self._abilities

    def decrypt(self, request: DecryptRequest) -> Answer:
        self.asked.append(request)
        return self._answer

    def encrypt(self, request: EncryptRequest) -> Answer:
        self.asked.append(request)
        return self._answer

    def close(self) -> None: ...

    def __enter__(self) -> Fake:
        return self

    def __exit__(self, *_: object) -> None: ...


class Bridged:
    """The program, asked through the contract without HTTP."""

    def __init__(self, answer: Answer = Given(b"bytes"), abilities: Abilities | Failed = ALL) -> None:  # noqa: B008  # frozen
        self.program = Fake(answer, abilities)
        self._server = TargetServer(self.program)

    def call(self, operation: str, **members: Any) -> tuple[int, Any]:
        response = self._server.answer(Request(OPERATION + operation, HEADERS, cbor2.dumps(members)))
        return response.status, cbor2.loads(response.body)

    def create(self, cmm: Any, policy: str = POLICY, **config: Any) -> Any:
        return self.call("CreateClient", config={"commitmentPolicy": policy, "cmm": cmm, **config})[1]

    def refused(self, operation: str, **members: Any) -> tuple[int, str, str]:
        status, body = self.call(operation, **members)
        return status, body["__type"].rpartition("#")[2], body["message"]


def required(cmm: Any) -> Any:
    return {"RequiredEncryptionContext": {"underlyingCMM": cmm, "requiredEncryptionContextKeys": ["a"]}}


def test_request_of_the_contract_is_a_request_of_the_protocol() -> None:
    bridged = Bridged()
    keyring = {
        "Multi": {"generator": AES, "childKeyrings": [rsa("OAEP_SHA384_MGF1", "privateKey"), {"Multi": {"childKeyrings": [aes(128)]}}]}
    }
    client_id = bridged.create(required(default(keyring)), "REQUIRE_ENCRYPT_REQUIRE_DECRYPT", maxEncryptedDataKeys=3)["clientId"]
    message = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
    context = {"a": "1"}
    assert bridged.call("Decrypt", clientId=client_id, ciphertext=message, encryptionContext=context) == (200, {"plaintext": b"bytes"})
    assert bridged.call("EncryptStream", clientId=client_id, plaintext=b"p", encryptionContext=context) == (200, {"ciphertext": b"bytes"})
    private = rsa("PKCS1", "privateKey")["RawRsa"]["privateKey"].decode()
    raw_aes = {"type": "raw-aes", "namespace": "test", "name": "k"}
    expected = {
        "type": "multi",
        "generator": {**raw_aes, "key": KEY},
        "children": [
            {"type": "raw-rsa", "namespace": "test", "name": "r", "padding": "oaep-sha384", "private": private},
            {"type": "multi", "children": [{**raw_aes, "key": KEY[:16]}]},
        ],
    }
    common: dict[str, Any] = {"keyring": expected, "policy": "REQUIRE_ENCRYPT_REQUIRE_DECRYPT", "context": context, "required": ("a",)}
    assert bridged.program.asked == [
        DecryptRequest(message=message, max_encrypted_data_keys=3, **common),
        EncryptRequest(plaintext=b"p", suite="0578", frame_length=4096, stream=65536, **common),
    ]
    name = "ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY"
    bridged.call("Encrypt", clientId=client_id, plaintext=b"p", algorithmSuiteId=name, frameLength=7)
    assert bridged.program.asked[-1] == EncryptRequest(plaintext=b"p", suite="0478", frame_length=7, **{**common, "context": {}})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Refused("wrong tag", "InvalidTag", "frames"), (400, OF_CLIENT, "wrong tag")),
        (Unsupported("no such thing"), (400, GENERIC, "no such thing")),
        (Failed("hang", "it is still running"), (500, GENERIC, "the program did not answer in time: it is still running")),
    ],
)
def test_answer_without_bytes_is_an_error_of_the_contract(answer: Answer, expected: tuple[int, str, str]) -> None:
    bridged = Bridged(answer)
    client_id = bridged.create(default(AES))["clientId"]
    assert ("unsupported" in bridged.call("Decrypt", clientId=client_id, ciphertext=b"m")[1]) is isinstance(answer, Unsupported)
    assert bridged.refused("Decrypt", clientId=client_id, ciphertext=b"m") == expected
    assert bridged.refused("Encrypt", clientId=client_id, plaintext=b"p") == expected


@pytest.mark.parametrize(
    ("cmm", "config", "why"),
    [
        (default(rsa()), {}, "it does not have: keyring raw-rsa"),
        (default(AES), {"policy": "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"}, "policy REQUIRE_ENCRYPT_REQUIRE_DECRYPT"),
        (default(AES), {"maxEncryptedDataKeys": 1}, "limit of encrypted data keys"),
        (required(default(AES)), {}, "context that is not stored"),
        ({"Caching": {"underlyingCMM": default(AES), "cacheLimitTtlSeconds": 1}}, {}, "expected exactly one of Default"),
        (default({"AwsKms": {"kmsKeyId": "a"}}), {}, "expected exactly one of RawAes"),
        (default({"RawAes": {**AES["RawAes"], "wrappingKey": KEY[:16]}}), {}, "length differs"),
    ],
)
def test_client_that_the_program_cannot_be_is_not_made(cmm: Any, config: dict[str, Any], why: str) -> None:
    bridged = Bridged(abilities=Abilities("fake", "1", ["0478"], ["raw-aes"], [POLICY], max_encrypted_data_keys=False))
    answer = bridged.create(cmm, **config)
    assert answer["__type"].endswith(GENERIC)
    assert why in answer["message"]
    assert bridged.program.asked == []


def test_operation_beyond_the_program_is_not_asked() -> None:
    bridged = Bridged(abilities=replace(ALL, streaming=False, suites=["0478"]))
    client_id = bridged.create(default(AES))["clientId"]
    for operation, members, why in (
        ("DecryptStream", {"ciphertext": b"m"}, "it does not have: streaming"),
        ("EncryptStream", {"plaintext": b"p"}, "it does not have: suite 0578, streaming"),
        ("Encrypt", {"plaintext": b"p"}, "it does not have: suite 0578"),
        ("Encrypt", {"plaintext": b"p", "frameLength": 0}, "no frame length below 1"),
        ("Decrypt", {"ciphertext": native_ciphertext("mpl-0578-multi-ascii-f256-p300")}, "suite 0578"),
    ):
        status, kind, message = bridged.refused(operation, clientId=client_id, **members)
        assert (status, kind) == (400, GENERIC)
        assert why in message
    assert bridged.program.asked == []


def test_program_that_does_not_describe_itself_is_not_served() -> None:
    with pytest.raises(UsageError, match="the program did not start in time"):
        Bridged(abilities=Failed("start-hang", "no answer"))
