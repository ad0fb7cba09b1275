"""The KMS keyrings of known keys against a small KMS in this process: requests, answers, several regions, replicas."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import esdkit
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, KmsError, MaterialsError, UsageError
from esdkit.keyrings import (
    DecryptionMaterials,
    EncryptedDataKey,
    EncryptionMaterials,
    KmsKeyring,
    KmsMrkKeyring,
    MultiKeyring,
    RawAesKeyring,
)
from esdkit.spec import SUITES
from tests.each import each
from tests.fake_kms import ACCOUNT, FRANKFURT, IRELAND, FakeKms, mrk

SUITE = SUITES[0x0478]
CONTEXT = {"creator": "ben", "group": "b"}
ENCRYPTION = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT)
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context=CONTEXT)


@pytest.fixture
def kms() -> FakeKms:
    return FakeKms([IRELAND, FRANKFURT])


def refused(action: Callable[[], object]) -> EsdkError:
    with pytest.raises(EsdkError) as caught:
        action()
    return caught.value


# --- one key ---


@pytest.mark.req("KEY-KMS-001", "KEY-KMS-004", "KEY-KMS-005", "KEY-KMS-006", "KEY-KMS-012", "KEY-KMS-013", "KEY-KMS-011", "KEY-KMS-010")
@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_data_key_is_generated_by_the_key(kms: FakeKms, suite: esdkit.spec.Suite) -> None:
    sealed = KmsKeyring([IRELAND], client_supplier=kms, grant_tokens=["g"]).on_encrypt(
        EncryptionMaterials(suite=suite, encryption_context=CONTEXT)
    )
    assert kms.calls == [
        (
            "GenerateDataKey",
            "eu-west-1",
            {"KeyId": IRELAND, "NumberOfBytes": suite.data_key_length, "EncryptionContext": CONTEXT, "GrantTokens": ["g"]},
        )
    ]
    (key,) = sealed.encrypted_data_keys
    assert (key.provider_id, key.provider_info) == (b"aws-kms", IRELAND.encode())
    assert sealed.data_key is not None
    assert len(sealed.data_key) == suite.data_key_length


@pytest.mark.req("KEY-KMS-007", "KEY-KMS-008")
def test_data_key_that_is_there_is_wrapped(kms: FakeKms) -> None:
    sealed = KmsKeyring([IRELAND], client_supplier=kms, grant_tokens=["g"]).on_encrypt(ENCRYPTION.with_data_key(bytes(32)))
    ((operation, region, request),) = kms.calls
    assert (operation, region) == ("Encrypt", "eu-west-1")
    assert request == {"KeyId": IRELAND, "Plaintext": bytes(32), "EncryptionContext": CONTEXT, "GrantTokens": ["g"]}
    assert sealed.data_key == Secret(bytes(32))


@pytest.mark.req("KEY-KMS-014", "KEY-KMS-015", "KEY-KMS-017", "KEY-KMS-020", "KEY-KMS-021")
def test_data_key_is_opened_by_its_key(kms: FakeKms) -> None:
    keyring = KmsKeyring([IRELAND], client_supplier=kms, grant_tokens=["g"])
    sealed = keyring.on_encrypt(keyring.on_encrypt(ENCRYPTION))
    kms.calls.clear()
    raw = RawAesKeyring("n", "m", bytes(32)).on_encrypt(sealed).encrypted_data_keys[-1]
    opened = keyring.on_decrypt(DECRYPTION, [raw, *sealed.encrypted_data_keys])
    assert opened.data_key == sealed.data_key
    ((operation, region, request),) = kms.calls
    assert (operation, region) == ("Decrypt", "eu-west-1")
    blob = sealed.encrypted_data_keys[0].ciphertext
    assert request == {"KeyId": IRELAND, "CiphertextBlob": blob, "EncryptionContext": CONTEXT, "GrantTokens": ["g"]}


@pytest.mark.req("KEY-KMS-003", "KEY-KMM-002")
@pytest.mark.parametrize("name", ["alias/one", "1234abcd-12ab-34cd-56ef-1234567890ab"])
def test_key_that_is_named_otherwise_only_encrypts(kms: FakeKms, name: str) -> None:
    keyring = KmsKeyring([name], client_supplier=kms)
    kms.arns = {IRELAND}
    sealed = keyring.on_encrypt(ENCRYPTION)
    assert kms.operations() == [("GenerateDataKey", None)]
    assert sealed.encrypted_data_keys[0].provider_info == IRELAND.encode()
    error = refused(lambda: keyring.on_decrypt(DECRYPTION, sealed.encrypted_data_keys))
    assert isinstance(error, DataKeyUnwrapError)
    assert "ARN" in (error.attempts[0].hint or "")
    assert KmsKeyring([IRELAND], client_supplier=kms).on_decrypt(DECRYPTION, sealed.encrypted_data_keys).data_key == sealed.data_key


WRONG_KEYS: dict[str, Any] = {
    "none": [],
    "text": IRELAND,
    "empty": [""],
    "no-text": [None],
    "malformed": ["arn:aws:kms:eu-west-1:1:key"],
    "other-service": [IRELAND.replace(":kms:", ":s3:")],
    "alias-without-name": ["alias/"],
    "id-among-several": [IRELAND, "1234abcd-12ab-34cd-56ef-1234567890ab"],
    "alias-first": ["alias/one", IRELAND],
}


@pytest.mark.req("KEY-KMS-001", "KEY-KMS-002", "KEY-KMS-003", "KEY-KMM-001", kind="negative")
@pytest.mark.req("KEY-KMS-002", "KEY-KMM-001")
@each("kind", [KmsKeyring, KmsMrkKeyring])
@each("case", WRONG_KEYS)
def test_wrong_names_are_refused(case: str, kind: type[KmsKeyring]) -> None:
    with pytest.raises(UsageError) as caught:
        kind(WRONG_KEYS[case])
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-KMS-004", "KEY-KMS-001", kind="negative")
@pytest.mark.parametrize(
    "options", [{"client_supplier": 1}, {"grant_tokens": "token"}, {"grant_tokens": [1]}, {"grant_tokens": [""]}], ids=str
)
def test_wrong_options_are_refused(options: dict[str, Any]) -> None:
    assert refused(lambda: KmsKeyring([IRELAND], **options)).code is Code.INVALID_ARGUMENT


# --- what KMS answers ---

ANSWERS: dict[str, dict[str, Any]] = {
    "short-data-key": {"Plaintext": bytes(31)},
    "long-data-key": {"Plaintext": bytes(33)},
    "no-data-key": {"Plaintext": None},
    "alias": {"KeyId": IRELAND.replace("key/", "alias/")},
    "no-arn": {"KeyId": "1234"},
    "no-key": {"KeyId": None},
    "no-blob": {"CiphertextBlob": None},
    "empty-blob": {"CiphertextBlob": b""},
    "arn-too-long-for-a-message": {"KeyId": IRELAND + "x" * 65_536},
    "blob-too-long-for-a-message": {"CiphertextBlob": bytes(65_536)},
}


@pytest.mark.req("KEY-KMS-009", "KEY-KMS-010", "KEY-KMS-011", "KEY-KMS-005", "KEY-KMS-006", "KEY-KMS-007", "KEY-KMS-008", kind="negative")
@pytest.mark.parametrize("case", ANSWERS)
def test_odd_answer_ends_encryption(kms: FakeKms, case: str) -> None:
    kms.change = lambda answer: {**answer, **ANSWERS[case]}
    error = refused(lambda: KmsKeyring([IRELAND], client_supplier=kms).on_encrypt(ENCRYPTION))
    assert isinstance(error, KmsError)
    assert (error.code, error.operation) == (Code.KMS_RESPONSE_INVALID, "GenerateDataKey")
    if not case.endswith("-data-key"):
        error = refused(lambda: KmsKeyring([IRELAND], client_supplier=kms).on_encrypt(ENCRYPTION.with_data_key(bytes(32))))
        assert isinstance(error, KmsError)
        assert (error.code, error.operation) == (Code.KMS_RESPONSE_INVALID, "Encrypt")
    assert ENCRYPTION.data_key is None


@pytest.mark.req("KEY-KMS-009", "KEY-KMS-022")
@pytest.mark.req("KEY-KMS-009", "KEY-KMS-007", "KEY-KMS-008", kind="negative")
@pytest.mark.parametrize("code", ["AccessDeniedException", "DisabledException", "NotFoundException", "ThrottlingException"])
def test_refused_request_ends_encryption_and_says_why(kms: FakeKms, code: str) -> None:
    kms.fail = lambda operation, region: code if region == "eu-central-1" else None
    error = refused(lambda: KmsKeyring([IRELAND, FRANKFURT], client_supplier=kms).on_encrypt(ENCRYPTION))
    assert isinstance(error, KmsError)
    assert (error.code, error.aws_code, error.region, error.key_id) == (Code.KMS_FAILED, code, "eu-central-1", FRANKFURT)
    assert error.hint


@pytest.mark.req("KEY-KMS-015", "KEY-KMS-014", kind="negative")
@pytest.mark.req("KEY-KMS-022", "KEY-KMS-023", kind="negative")
@pytest.mark.parametrize(
    "answer",
    [
        {"KeyId": FRANKFURT},
        {"KeyId": None},
        {"Plaintext": bytes(31)},
        {"Plaintext": bytes(33)},
        {"Plaintext": None},
        {"Plaintext": "x" * 32},
    ],
    ids=str,
)
def test_odd_answer_of_decrypt_is_an_attempt(kms: FakeKms, answer: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    keyring = KmsKeyring([IRELAND], client_supplier=kms)
    sealed = keyring.on_encrypt(ENCRYPTION)
    kms.change = lambda given: {**given, **answer}
    with caplog.at_level(logging.INFO, "esdkit"):
        error = refused(lambda: keyring.on_decrypt(DECRYPTION, sealed.encrypted_data_keys))
    assert isinstance(error, DataKeyUnwrapError)
    (attempt,) = error.attempts
    assert attempt.tried
    assert "eu-west-1" in attempt.reason
    assert attempt.hint
    assert [record.levelname for record in caplog.records] == ["WARNING"]  # a region whose answer was refused has not served


@pytest.mark.req("KEY-KMS-016")
@pytest.mark.req("KEY-KMS-016", kind="negative")
def test_materials_with_a_data_key_are_refused(kms: FakeKms) -> None:
    keyring = KmsKeyring([IRELAND], client_supplier=kms)
    good = keyring.on_encrypt(ENCRYPTION).encrypted_data_keys
    kms.calls.clear()
    with pytest.raises(MaterialsError):
        keyring.on_decrypt(DECRYPTION.with_data_key(bytes(32)), good)
    assert kms.calls == []


@pytest.mark.req("KEY-KMS-018", "KEY-MRK-011")
@pytest.mark.req("KEY-KMS-018", "KEY-MRK-011", kind="negative")
@pytest.mark.parametrize("info", [b"", b"\xff", b"alias/one", IRELAND.replace("key/", "alias/").encode(), b"arn:aws:kms:eu-west-1:1:key"])
@pytest.mark.parametrize("kind", [KmsKeyring, KmsMrkKeyring])
def test_provider_information_that_is_no_key_arn_fails_the_whole(kms: FakeKms, info: bytes, kind: type[KmsKeyring]) -> None:
    keyring = kind([IRELAND], client_supplier=kms)
    good = keyring.on_encrypt(ENCRYPTION).encrypted_data_keys[0]
    kms.calls.clear()
    error = refused(lambda: keyring.on_decrypt(DECRYPTION, [good, replace(good, provider_info=info)]))
    assert isinstance(error, DataKeyUnwrapError)
    assert error.attempts[0].edk_index == 1
    assert kms.calls == []


@pytest.mark.req("KEY-KMS-019", "KEY-KMS-022")
@pytest.mark.req("KEY-KMS-017", "KEY-KMS-019", "KEY-KMS-020", "KEY-KMS-021", "KEY-KMS-022", kind="negative")
def test_attempts_name_key_region_error_and_advice(kms: FakeKms) -> None:
    keyring = KmsKeyring([IRELAND], client_supplier=kms)
    good = keyring.on_encrypt(ENCRYPTION).encrypted_data_keys[0]
    keys = [
        replace(good, provider_id=b"aws-kms-rsa"),
        replace(good, provider_info=FRANKFURT.encode()),
        replace(good, provider_info=IRELAND.replace("1234abcd", "1234ABCD").encode()),
        replace(good, ciphertext=good.ciphertext[:-1]),
    ]
    error = refused(lambda: keyring.on_decrypt(DECRYPTION, keys))
    assert isinstance(error, DataKeyUnwrapError)
    assert [(attempt.edk_index, attempt.tried) for attempt in error.attempts] == [(0, False), (1, False), (2, False), (3, True)]
    assert FRANKFURT in error.attempts[1].reason
    last = error.attempts[3]
    assert IRELAND in last.keyring
    assert "eu-west-1" in last.reason
    assert "InvalidCiphertextException" in last.reason
    assert last.hint
    assert keyring.on_decrypt(DECRYPTION, [*keys, good]).data_key is not None
    kms.fail = lambda operation, region: "AccessDeniedException"
    error = refused(lambda: keyring.on_decrypt(DECRYPTION, [good]))
    assert isinstance(error, DataKeyUnwrapError)
    assert not error.attempts[0].tried


def test_another_context_does_not_open(kms: FakeKms) -> None:
    keyring = KmsKeyring([IRELAND], client_supplier=kms)
    message, _ = esdkit.encrypt(source=b"plaintext", keyring=keyring, encryption_context=CONTEXT)
    assert esdkit.decrypt(source=message, keyring=keyring)[0] == b"plaintext"
    assert kms.calls[-1][2]["EncryptionContext"].items() >= CONTEXT.items()
    with pytest.raises(DataKeyUnwrapError):
        esdkit.decrypt(source=message, keyring=keyring, encryption_context={"tenant": "red"})


# --- several keys ---


@pytest.mark.req("KEY-KMM-001", "KEY-KMM-002", "KEY-KMM-003")
def test_first_key_generates_and_the_others_wrap(kms: FakeKms) -> None:
    keyring = KmsKeyring([IRELAND, FRANKFURT], client_supplier=kms)
    sealed = keyring.on_encrypt(ENCRYPTION)
    assert kms.operations() == [("GenerateDataKey", "eu-west-1"), ("Encrypt", "eu-central-1")]
    assert [key.provider_info.decode() for key in sealed.encrypted_data_keys] == [IRELAND, FRANKFURT]
    for arn in (IRELAND, FRANKFURT):
        assert KmsKeyring([arn], client_supplier=kms).on_decrypt(DECRYPTION, sealed.encrypted_data_keys).data_key == sealed.data_key


def test_keyring_is_generator_or_child_of_others(kms: FakeKms) -> None:
    aes = RawAesKeyring("n", "m", bytes(32))
    both = KmsKeyring([IRELAND, FRANKFURT], client_supplier=kms)
    for keyring in (MultiKeyring(both, [aes]), MultiKeyring(aes, [both])):
        message, header = esdkit.encrypt(source=b"plaintext", keyring=keyring)
        assert len(header.encrypted_data_keys) == 3
        for reader in (aes, both):
            assert esdkit.decrypt(source=message, keyring=reader)[0] == b"plaintext"


@pytest.mark.req("KEY-KMS-023", "KEY-KMM-003")
@pytest.mark.req("KEY-KMS-023", "KEY-KMM-003", kind="negative")
def test_region_that_fails_leads_to_the_next_and_the_log_says_so(kms: FakeKms, caplog: pytest.LogCaptureFixture) -> None:
    keyring = KmsKeyring([IRELAND, FRANKFURT], client_supplier=kms)
    message, _ = esdkit.encrypt(source=b"plaintext", keyring=keyring)
    for fail in ("down", "ThrottlingException", "KMSInternalException", "DisabledException"):
        kms.down = {"eu-west-1"} if fail == "down" else set()
        kms.fail = lambda operation, region, fail=fail: fail if fail != "down" and region == "eu-west-1" else None  # type: ignore[misc]
        caplog.clear()
        with caplog.at_level(logging.INFO, "esdkit"):
            assert esdkit.decrypt(source=message, keyring=keyring)[0] == b"plaintext"
        levels = [(record.levelname, "eu-west-1" in record.getMessage()) for record in caplog.records]
        assert levels == [("WARNING", True), ("INFO", False)]
        assert "eu-central-1" in caplog.records[1].getMessage()
    kms.down = {"eu-west-1", "eu-central-1"}
    error = refused(lambda: esdkit.decrypt(source=message, keyring=keyring))
    assert isinstance(error, DataKeyUnwrapError)
    assert sum("EndpointConnectionError" in attempt.reason for attempt in error.attempts) == 2


# --- multi-Region keys ---


@pytest.mark.req("KEY-MRK-004", "KEY-MRK-005")
@pytest.mark.req("KEY-MRK-004", "KEY-MRK-005", kind="negative")
def test_replica_opens_what_another_region_wrapped() -> None:
    home, replica, other = mrk("us-east-1"), mrk("eu-west-1"), mrk("eu-west-1", "444455556666")
    kms = FakeKms([home, replica, other])
    sealed = KmsMrkKeyring([home], client_supplier=kms).on_encrypt(ENCRYPTION)
    kms.calls.clear()
    opened = KmsMrkKeyring([replica], client_supplier=kms).on_decrypt(DECRYPTION, sealed.encrypted_data_keys)
    assert opened.data_key == sealed.data_key
    assert [(operation, region, request["KeyId"]) for operation, region, request in kms.calls] == [("Decrypt", "eu-west-1", replica)]
    for keyring in (KmsKeyring([replica], client_supplier=kms), KmsMrkKeyring([other], client_supplier=kms)):
        with pytest.raises(DataKeyUnwrapError):
            keyring.on_decrypt(DECRYPTION, sealed.encrypted_data_keys)
    kms.change = lambda answer: {**answer, "KeyId": home}
    with pytest.raises(DataKeyUnwrapError):
        KmsMrkKeyring([replica], client_supplier=kms).on_decrypt(DECRYPTION, sealed.encrypted_data_keys)


@pytest.mark.req("KEY-KMM-006")
@pytest.mark.req("KEY-KMM-006", kind="negative")
def test_replicas_of_one_key_are_refused_and_all_named() -> None:
    one, two = mrk("us-east-1"), mrk("eu-west-1")
    error = refused(lambda: KmsMrkKeyring([one, IRELAND, two]))
    assert error.code is Code.INVALID_ARGUMENT
    assert one in error.message
    assert two in error.message
    assert IRELAND not in error.message
    assert repr(KmsMrkKeyring([one, IRELAND])) == f"KmsMrkKeyring({[one, IRELAND]})"
    elsewhere = IRELAND.replace("eu-west-1", "us-east-1")
    assert len(KmsMrkKeyring([IRELAND, elsewhere]).keyrings) == 2  # no multi-Region key
    assert repr(KmsKeyring([one, two])) == f"KmsKeyring({[one, two]})"


def test_encrypted_data_keys_of_others_are_passed_over(kms: FakeKms) -> None:
    error = refused(
        lambda: KmsKeyring([IRELAND], client_supplier=kms).on_decrypt(DECRYPTION, [EncryptedDataKey(b"x", ACCOUNT.encode(), b"")])
    )
    assert error.code is Code.UNWRAP_FAILED
    assert kms.calls == []


def test_flood_within_the_limit_is_worked_off_and_the_last_key_opens(kms: FakeKms) -> None:
    keyring = KmsKeyring([IRELAND], client_supplier=kms)
    good = keyring.on_encrypt(ENCRYPTION).encrypted_data_keys[0]
    kms.calls.clear()
    flood = [replace(good, ciphertext=b"\0" * 40)] * 500 + [EncryptedDataKey(b"x", b"", b"")] * 60_000
    assert keyring.on_decrypt(DECRYPTION, [*flood, good]).data_key is not None
    assert len(kms.calls) == 501
    message, _ = esdkit.encrypt(source=b"", keyring=MultiKeyring(keyring, [keyring] * 5))
    error = refused(lambda: esdkit.Client(max_encrypted_data_keys=5).decrypt(source=message, keyring=keyring))
    assert error.code is Code.EDK_LIMIT_EXCEEDED
