"""The operations of the contract: every suite and key kind both ways, and each refusal under the name that the contract has for it."""

from __future__ import annotations

import base64
from typing import Any

import cbor2
import pytest

from esdkit.serve import EsdkTestServer, contract_server
from esdkit.serve import operations as operations_module
from esdkit.serve.application import Request
from esdkit.serve.configuration import SUITES_BY_NAME
from esdkit.spec import LIMITS
from tests.samples import native_ciphertext, native_keys
from tests.serving import HEADERS, OPERATION

KEY = bytes(range(32))
AES = {"RawAes": {"keyNamespace": "test", "keyName": "k", "wrappingKey": KEY, "wrappingAlg": "ALG_AES256_GCM_IV12_TAG16"}}
PADDINGS = ["PKCS1", "OAEP_SHA1_MGF1", "OAEP_SHA256_MGF1", "OAEP_SHA384_MGF1", "OAEP_SHA512_MGF1"]
KMS_ID = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
POLICY = "REQUIRE_ENCRYPT_ALLOW_DECRYPT"
GENERIC, OF_CLIENT = "GenericServerError", "ESDKClientError"


def default(keyring: Any) -> Any:
    return {"Default": {"keyring": keyring}}


def aes(bits: int) -> Any:
    return {"RawAes": {**AES["RawAes"], "wrappingKey": KEY[: bits // 8], "wrappingAlg": f"ALG_AES{bits}_GCM_IV12_TAG16"}}


def rsa(padding: str = "OAEP_SHA256_MGF1", *halves: str) -> Any:
    pems = {"publicKey": "rsa-2048-public", "privateKey": "rsa-2048-private"}
    chosen = {half: native_keys()[pems[half]]["material"].encode() for half in halves or pems}
    return {"RawRsa": {"keyNamespace": "test", "keyName": "r", "paddingScheme": padding, **chosen}}


class Asked:
    """A server, asked without HTTP."""

    def __init__(self, **options: Any) -> None:
        self.server = EsdkTestServer(**options)

    def answer(self, operation: str, body: bytes, headers: dict[str, str] = HEADERS) -> tuple[int, Any]:
        response = self.server.answer(Request(OPERATION + operation, headers, body))
        assert (response.content_type, response.headers) == ("application/cbor", {"smithy-protocol": "rpc-v2-cbor"})
        return response.status, cbor2.loads(response.body)

    def __call__(self, operation: str, **members: Any) -> Any:
        status, body = self.answer(operation, cbor2.dumps(members))
        assert status == 200, body
        return body

    def refused(self, operation: str, **members: Any) -> tuple[str, str]:
        return name_and_message(self.answer(operation, cbor2.dumps(members)))

    def create(self, cmm: Any, policy: str = POLICY, **config: Any) -> str:
        client_id: str = self("CreateClient", config={"commitmentPolicy": policy, "cmm": cmm, **config})["clientId"]
        return client_id

    def not_created(self, cmm: Any = None, **config: Any) -> str:
        name, message = self.refused("CreateClient", config={"commitmentPolicy": POLICY, "cmm": cmm or default(AES), **config})
        assert name == GENERIC
        return message


def name_and_message(answer: tuple[int, Any]) -> tuple[str, str]:
    status, body = answer
    assert status == 400, body
    assert body.keys() == {"__type", "message"}
    namespace, _, name = body["__type"].partition("#")
    assert namespace == "aws.cryptography.esdk.testserver"
    return name, body["message"]


@pytest.fixture(scope="module")
def asked() -> Asked:
    return Asked()


@pytest.mark.parametrize("streaming", ["", "Stream"])
@pytest.mark.parametrize("suite", SUITES_BY_NAME)
def test_every_suite_goes_both_ways(asked: Asked, suite: str, streaming: str) -> None:
    policy = POLICY if SUITES_BY_NAME[suite].commitment else "FORBID_ENCRYPT_ALLOW_DECRYPT"
    client_id = asked.create(default(AES), policy)
    context = {"purpose": "test", "𐍈": ""}
    members = {"plaintext": b"x" * 300, "encryptionContext": context, "algorithmSuiteId": suite, "frameLength": 128}
    message = asked(f"Encrypt{streaming}", clientId=client_id, **members)["ciphertext"]
    assert SUITES_BY_NAME[suite].id.to_bytes(2, "big") in message[:4]
    assert asked(f"Decrypt{streaming}", clientId=client_id, ciphertext=message, encryptionContext=context)["plaintext"] == b"x" * 300
    assert asked("Decrypt", clientId=client_id, ciphertext=message)["plaintext"] == b"x" * 300


@pytest.mark.parametrize(
    "keyring",
    [
        *(aes(bits) for bits in (128, 192, 256)),
        *map(rsa, PADDINGS),
        {"Multi": {"generator": AES, "childKeyrings": [rsa("PKCS1", "publicKey"), aes(128)]}},
        {"Multi": {"generator": AES, "childKeyrings": []}},
    ],
    ids=lambda keyring: "-".join(str(value) for value in (*keyring, *next(iter(keyring.values())).values()) if str(value).isupper()),
)
@pytest.mark.parametrize("cmm", ["Default", "RequiredEncryptionContext", "Caching"])
def test_every_keyring_and_cmm_goes_both_ways(asked: Asked, keyring: Any, cmm: str) -> None:
    given = {
        "Default": default(keyring),
        "RequiredEncryptionContext": {
            "RequiredEncryptionContext": {"underlyingCMM": default(keyring), "requiredEncryptionContextKeys": ["a"]}
        },
        "Caching": {"Caching": {"underlyingCMM": default(keyring), "cacheLimitTtlSeconds": 60, "limitMessages": 5, "partitionId": "p"}},
    }[cmm]
    client_id = asked.create(given)
    message = asked("Encrypt", clientId=client_id, plaintext=b"", encryptionContext={"a": "1"})["ciphertext"]
    assert asked("Decrypt", clientId=client_id, ciphertext=message, encryptionContext={"a": "1"})["plaintext"] == b""
    if cmm == "RequiredEncryptionContext":
        name, why = asked.refused("Decrypt", clientId=client_id, ciphertext=message)
        assert (name, why.partition(":")[0]) == (OF_CLIENT, "required-context-missing")


def test_caching_cmm_reuses_a_data_key_for_as_many_messages_as_it_may(asked: Asked) -> None:
    cmm = {"Caching": {"underlyingCMM": default(AES), "cacheLimitTtlSeconds": 60, "limitMessages": 2, "limitBytes": 1000}}
    client_id = asked.create(cmm)
    suite = "ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY"
    messages = [asked("Encrypt", clientId=client_id, plaintext=b"x", algorithmSuiteId=suite)["ciphertext"] for _ in range(3)]
    wrapped = [message[message.index(b"test") :][:70] for message in messages]
    assert wrapped[0] == wrapped[1] != wrapped[2]


@pytest.mark.parametrize("operation", ["Decrypt", "DecryptStream"])
def test_what_esdkit_says_to_a_message_is_an_error_of_the_client(asked: Asked, operation: str) -> None:
    client_id = asked.create(default(AES), "REQUIRE_ENCRYPT_REQUIRE_DECRYPT")
    message = asked("Encrypt", clientId=client_id, plaintext=b"x")["ciphertext"]
    for ciphertext, code in (
        (message + b"!", "trailing-data"),
        (message[:-1], "truncated"),
        (b"", "truncated"),
        (native_ciphertext("mpl-0478-aes-192-empty-f256-p257"), "unwrap-failed"),
        (native_ciphertext("mpl-0014-aes-128-ascii-f0-p10240"), "policy-violation"),
    ):
        name, why = asked.refused(operation, clientId=client_id, ciphertext=ciphertext)
        assert (name, why.partition(":")[0]) == (OF_CLIENT, code)


@pytest.mark.parametrize("operation", ["Encrypt", "EncryptStream"])
@pytest.mark.parametrize("length", [0, -1, 2**32, -(2**63)])
def test_frame_length_out_of_range_is_an_error_of_the_client(asked: Asked, operation: str, length: int) -> None:
    name, why = asked.refused(operation, clientId=asked.create(default(AES)), plaintext=b"x", frameLength=length)
    assert (name, why.partition(":")[0]) == (OF_CLIENT, "invalid-argument")


def test_options_that_esdkit_refuses_are_errors_of_the_client(asked: Asked) -> None:
    client_id = asked.create(default(AES))
    for members, code in (
        ({"encryptionContext": {"aws-crypto-x": ""}}, "invalid-argument"),
        ({"algorithmSuiteId": "ALG_AES_128_GCM_IV12_TAG16_NO_KDF"}, "policy-violation"),
    ):
        name, why = asked.refused("Encrypt", clientId=client_id, plaintext=b"x", **members)
        assert (name, why.partition(":")[0]) == (OF_CLIENT, code)
    public = asked.create(default(rsa("PKCS1", "publicKey")))
    message = asked("Encrypt", clientId=public, plaintext=b"x")["ciphertext"]
    assert asked.refused("Decrypt", clientId=public, ciphertext=message)[0] == OF_CLIENT


@pytest.mark.parametrize(
    ("keyring", "code"),
    [
        pytest.param({"RawAes": {**AES["RawAes"], "wrappingKey": KEY[:16]}}, "invalid-key", id="wrapping-key-length"),
        pytest.param({"RawAes": {**AES["RawAes"], "keyNamespace": "aws-kms"}}, "invalid-argument", id="reserved-namespace"),
        pytest.param({"Multi": {"childKeyrings": []}}, "invalid-argument", id="multi-without-keyrings"),
        pytest.param({"RawRsa": {"keyNamespace": "n", "keyName": "k", "paddingScheme": "PKCS1"}}, "invalid-argument", id="rsa-without-key"),
        pytest.param(
            {"RawRsa": {"keyNamespace": "n", "keyName": "k", "paddingScheme": "PKCS1", "publicKey": b"-"}}, "invalid-key", id="not-a-pem"
        ),
    ],
)
def test_client_that_esdkit_does_not_make_is_an_error_of_the_server_and_named(asked: Asked, keyring: Any, code: str) -> None:
    assert asked.not_created(default(keyring)).partition(":")[0] == code


def test_limits_out_of_range_are_refused_when_the_client_is_made(asked: Asked) -> None:
    assert "max_encrypted_data_keys" in asked.not_created(maxEncryptedDataKeys=0)
    for limits in (
        {"cacheLimitTtlSeconds": 0},
        {"cacheLimitTtlSeconds": 1, "limitMessages": 0},
        {"cacheLimitTtlSeconds": 1, "limitBytes": -1},
    ):
        assert asked.not_created({"Caching": {"underlyingCMM": default(AES), **limits}}).startswith("invalid-argument")


def test_keyring_that_is_nested_too_deep_is_refused(asked: Asked) -> None:
    keyring: Any = AES
    for _ in range(LIMITS["keyring_file_depth"] + 1):
        keyring = {"Multi": {"childKeyrings": [keyring]}}
    assert "deep" in asked.not_created(default(keyring))


@pytest.mark.parametrize(
    ("cmm", "why"),
    [
        pytest.param({}, "exactly one of Default", id="no-cmm"),
        pytest.param({"Default": {"keyring": AES}, "Caching": {}}, "exactly one of Default", id="two-cmms"),
        pytest.param({"Other": {}}, "exactly one of Default", id="unknown-cmm"),
        pytest.param({"Default": {}}, "config.cmm.Default.keyring: it is missing", id="no-keyring"),
        pytest.param(default({}), "exactly one of RawAes", id="empty-keyring"),
        pytest.param(default({**AES, "Multi": {"childKeyrings": []}}), "exactly one of RawAes", id="two-keyrings"),
        pytest.param(default({"RawAes": {**AES["RawAes"], "wrappingKey": "text"}}), "expected a byte string", id="text-as-key"),
        pytest.param(default({"RawAes": {**AES["RawAes"], "wrappingAlg": "AES"}}), "wrappingAlg: expected one of", id="unknown-algorithm"),
        pytest.param(default({"RawAes": {**AES["RawAes"], "keyName": None}}), "keyName: it is missing", id="null-as-name"),
        pytest.param(default({"Multi": {"generator": AES}}), "childKeyrings: it is missing", id="no-children"),
        pytest.param(default({"Multi": {"childKeyrings": [7]}}), "childKeyrings[0]: expected a map", id="number-as-keyring"),
        pytest.param(default({"RawRsa": {**rsa()["RawRsa"], "publicKey": b"-" * 9000}}), "8192 bytes", id="long-pem"),
        pytest.param({"Caching": {"underlyingCMM": default(AES), "cacheLimitTtlSeconds": True}}, "whole number", id="true-as-number"),
        pytest.param(
            {"RequiredEncryptionContext": {"underlyingCMM": default(AES), "requiredEncryptionContextKeys": [b""]}},
            "list of text",
            id="bytes-as-context-key",
        ),
    ],
)
def test_configuration_that_does_not_follow_the_contract_is_named(asked: Asked, cmm: Any, why: str) -> None:
    name, message = asked.refused("CreateClient", config={"commitmentPolicy": POLICY, "cmm": cmm})
    assert name == GENERIC
    assert why in message


def test_request_that_does_not_follow_the_contract_is_named(asked: Asked) -> None:
    client_id = asked.create(default(AES))
    for operation, members, why in (
        ("CreateClient", {}, "config: it is missing"),
        ("CreateClient", {"config": {"commitmentPolicy": "ALLOW", "cmm": {}}}, "config.commitmentPolicy: expected one of"),
        ("Encrypt", {"clientId": client_id}, "plaintext: it is missing"),
        ("Encrypt", {"plaintext": b""}, "clientId: it is missing"),
        ("Encrypt", {"clientId": client_id, "plaintext": "text"}, "plaintext: expected a byte string"),
        ("Encrypt", {"clientId": client_id, "plaintext": b"", "frameLength": 1.5}, "frameLength: expected a whole number"),
        ("Encrypt", {"clientId": client_id, "plaintext": b"", "algorithmSuiteId": "0478"}, "algorithmSuiteId: expected one of"),
        ("Decrypt", {"clientId": client_id, "ciphertext": b"", "encryptionContext": {"a": 1}}, "encryptionContext: expected a map of text"),
        ("Decrypt", {"clientId": "nobody", "ciphertext": b""}, "no such client"),
        ("Delete", {}, "unknown operation"),
        ("", {}, "unknown operation"),
    ):
        name, message = asked.refused(operation, **members)
        assert name == GENERIC
        assert why in message


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {**HEADERS, "smithy-protocol": "rpc-v2-json"},
        {**HEADERS, "content-type": "application/json"},
        {"content-type": "application/cbor"},
    ],
)
def test_wrong_headers_are_an_error_of_the_server(asked: Asked, headers: dict[str, str]) -> None:
    assert name_and_message(asked.answer("CreateClient", cbor2.dumps({}), headers))[0] == GENERIC


def test_body_that_is_not_cbor_is_an_error_of_the_server(asked: Asked) -> None:
    name, message = name_and_message(asked.answer("Encrypt", b"{}"))
    assert (name, "not CBOR" in message) == (GENERIC, True)


def test_more_frames_than_allowed_are_not_written(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations_module, "LIMITS", {**LIMITS, "serve_frames": 3})
    client_id = asked.create(default(AES))
    assert asked("Encrypt", clientId=client_id, plaintext=b"abc", frameLength=1)
    name, message = asked.refused("Encrypt", clientId=client_id, plaintext=b"abcd", frameLength=1)
    assert (name, "at most 3 frames" in message) == (GENERIC, True)


def test_client_that_was_used_least_recently_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contract_server, "LIMITS", {**LIMITS, "serve_clients": 2})
    asked = Asked()
    first, second = asked.create(default(AES)), asked.create(default(AES))
    asked("Encrypt", clientId=first, plaintext=b"")
    asked.create(default(AES))
    assert asked("Encrypt", clientId=first, plaintext=b"")
    assert "no such client" in asked.refused("Encrypt", clientId=second, plaintext=b"")[1]


KMS_KEYRINGS: list[Any] = [
    {"AwsKms": {"kmsKeyId": KMS_ID, "grantTokens": ["t"]}},
    {"AwsKmsMrk": {"kmsKeyId": KMS_ID}},
    {"AwsKmsMultiKeyring": {"generator": KMS_ID, "kmsKeyIds": [KMS_ID]}},
    {"AwsKmsDiscovery": {}},
    {"AwsKmsDiscovery": {"discoveryFilter": {"partition": "aws", "accountIds": ["111122223333"]}}},
    {"AwsKmsRsa": {"kmsKeyId": KMS_ID, "publicKey": b"", "encryptionAlgorithm": "RSAES_OAEP_SHA_256"}},
]


@pytest.mark.parametrize("keyring", KMS_KEYRINGS, ids=lambda keyring: next(iter(keyring)))
def test_aws_is_not_asked_unless_it_is_allowed(asked: Asked, keyring: Any) -> None:
    assert "esdkit serve --aws" in asked.not_created(default(keyring))


@pytest.mark.parametrize("keyring", KMS_KEYRINGS[:-1], ids=lambda keyring: next(iter(keyring)))
def test_kms_keyrings_are_made_where_aws_may_be_asked(keyring: Any) -> None:
    assert Asked(aws=True).create(default(keyring))


def test_kms_rsa_keyring_wraps_with_its_public_key_without_asking() -> None:
    asked = Asked(aws=True)
    pem = native_keys()["rsa-2048-public"]["material"].encode()
    client_id = asked.create(default({"AwsKmsRsa": {"kmsKeyId": KMS_ID, "publicKey": pem, "encryptionAlgorithm": "RSAES_OAEP_SHA_1"}}))
    suite = "ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY"
    assert asked("Encrypt", clientId=client_id, plaintext=b"x", algorithmSuiteId=suite)["ciphertext"]


@pytest.mark.parametrize(
    "keyring",
    [
        {"AwsKms": {"kmsKeyId": ""}},
        {"AwsKmsMrk": {"kmsKeyId": ""}},
        {"AwsKmsMultiKeyring": {}},
        {"AwsKmsDiscovery": {"discoveryFilter": {"partition": "", "accountIds": ["111122223333"]}}},
    ],
    ids=lambda keyring: next(iter(keyring)),
)
def test_kms_keyring_without_a_name_is_not_made(keyring: Any) -> None:
    assert Asked(aws=True).not_created(default(keyring))


@pytest.mark.parametrize("kind", ["RawAes", "RawRsa"])
def test_error_repeats_no_key(asked: Asked, kind: str) -> None:
    secret = base64.b64encode(KEY)
    keyring = {"RawAes": {**AES["RawAes"], "wrappingKey": secret}} if kind == "RawAes" else rsa()
    if kind == "RawRsa":
        keyring["RawRsa"]["privateKey"] = secret
    assert secret.decode() not in asked.not_created(default(keyring))


def test_crash_has_its_own_status() -> None:
    response = EsdkTestServer().crashed(KeyError("secret"))
    assert (response.status, cbor2.loads(response.body)["__type"].rpartition("#")[2]) == (500, GENERIC)
    assert b"secret" not in response.body
