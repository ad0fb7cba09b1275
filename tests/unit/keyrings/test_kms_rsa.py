"""The KMS RSA keyring: what is wrapped here, and what KMS unwraps."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, KmsRsaKeyring
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import SUITES
from tests.fake_kms import FRANKFURT, IRELAND, FakeKms, mrk

PRIVATE = rsa.generate_private_key(65537, 2048)
PEM = PRIVATE.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
SUITE, SIGNED = SUITES[0x0478], SUITES[0x0578]
CONTEXT = {"creator": "ben"}
ENCRYPTION = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT)
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context=CONTEXT)
HASHES: dict[str, hashes.HashAlgorithm] = {"RSAES_OAEP_SHA_1": hashes.SHA1(), "RSAES_OAEP_SHA_256": hashes.SHA256()}


@pytest.fixture
def kms() -> FakeKms:
    return FakeKms([IRELAND, mrk("eu-west-1"), mrk("us-east-1")], PRIVATE)


def keyring(kms: FakeKms, arn: str = IRELAND, **options: Any) -> KmsRsaKeyring:
    return KmsRsaKeyring(arn, **{"public_key": PEM, "client_supplier": kms, "grant_tokens": ["g"], **options})


@pytest.mark.req("KEY-KRS-001", "KEY-KRS-003", "KEY-KRS-004", "KEY-KRS-005", "KEY-KRS-006", "KEY-KRS-007")
@pytest.mark.parametrize("algorithm", HASHES)
def test_digest_of_the_context_is_wrapped_before_the_data_key(kms: FakeKms, algorithm: str) -> None:
    sealed = keyring(kms, encryption_algorithm=algorithm).on_encrypt(ENCRYPTION)
    (key,) = sealed.encrypted_data_keys
    assert (key.provider_id, key.provider_info, kms.calls) == (b"aws-kms-rsa", IRELAND.encode(), [])
    opened = PRIVATE.decrypt(key.ciphertext, padding.OAEP(padding.MGF1(HASHES[algorithm]), HASHES[algorithm], None))
    assert sealed.data_key is not None
    assert opened == hashlib.sha384(serialize_encryption_context(CONTEXT)).digest() + sealed.data_key.reveal()


@pytest.mark.req("KEY-KRS-010", "KEY-KRS-011", "KEY-KRS-012", "KEY-KRS-013")
def test_kms_unwraps(kms: FakeKms) -> None:
    sealed = keyring(kms).on_encrypt(ENCRYPTION.with_data_key(bytes(32)))
    reader = keyring(kms, public_key=None)
    assert reader.on_decrypt(DECRYPTION, sealed.encrypted_data_keys).data_key == sealed.data_key
    ((operation, region, request),) = kms.calls
    assert (operation, region) == ("Decrypt", "eu-west-1")
    blob = sealed.encrypted_data_keys[0].ciphertext
    assert request == {"KeyId": IRELAND, "CiphertextBlob": blob, "EncryptionAlgorithm": "RSAES_OAEP_SHA_256", "GrantTokens": ["g"]}
    there = keyring(kms, mrk("us-east-1")).on_encrypt(ENCRYPTION)
    assert keyring(kms, mrk("eu-west-1")).on_decrypt(DECRYPTION, there.encrypted_data_keys).data_key == there.data_key


@pytest.mark.req("KEY-KRS-014")
@pytest.mark.req("KEY-KRS-010", "KEY-KRS-011", "KEY-KRS-012", "KEY-KRS-013", "KEY-KRS-014", "KEY-KRS-006", "KEY-KRS-007", kind="negative")
def test_what_does_not_open_is_an_attempt(kms: FakeKms) -> None:
    good = keyring(kms).on_encrypt(ENCRYPTION).encrypted_data_keys[0]
    other_context = keyring(kms).on_encrypt(replace(ENCRYPTION, encryption_context={"creator": "eve"})).encrypted_data_keys[0]
    digest = hashlib.sha384(serialize_encryption_context(CONTEXT)).digest()
    oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
    short = replace(good, ciphertext=PRIVATE.public_key().encrypt(digest + bytes(31), oaep))
    cases = {
        "provider": (replace(good, provider_id=b"aws-kms"), False),
        "key": (replace(good, provider_info=FRANKFURT.encode()), False),
        "changed": (replace(good, ciphertext=bytes(256)), True),
        "context": (other_context, True),
        "length": (short, True),
    }
    for key, tried in cases.values():
        with pytest.raises(DataKeyUnwrapError) as caught:
            keyring(kms).on_decrypt(DECRYPTION, [key])
        assert caught.value.attempts[0].tried is tried
        assert keyring(kms).on_decrypt(DECRYPTION, [key, good]).data_key is not None
    with pytest.raises(DataKeyUnwrapError) as caught:
        keyring(kms).on_decrypt(DECRYPTION, [cases["provider"][0], cases["changed"][0]])
    assert [attempt.tried for attempt in caught.value.attempts] == [False, True]
    with pytest.raises(DataKeyUnwrapError):
        keyring(kms).on_decrypt(DECRYPTION, [good, replace(good, provider_info=b"alias/x")])
    kms.change = lambda answer: {**answer, "KeyId": FRANKFURT}
    with pytest.raises(DataKeyUnwrapError):
        keyring(kms).on_decrypt(DECRYPTION, [good])


@pytest.mark.req("KEY-KRS-008", "KEY-KRS-009")
@pytest.mark.req("KEY-KRS-008", "KEY-KRS-009", "KEY-KRS-004", "KEY-KRS-005", kind="negative")
def test_signing_suites_and_filled_materials_are_refused(kms: FakeKms) -> None:
    with pytest.raises(UsageError):
        keyring(kms).on_encrypt(EncryptionMaterials(suite=SIGNED, encryption_context=CONTEXT))
    with pytest.raises(UsageError):
        keyring(kms, public_key=None).on_encrypt(ENCRYPTION)
    with pytest.raises(DataKeyUnwrapError):
        keyring(kms).on_decrypt(DecryptionMaterials(suite=SIGNED, encryption_context=CONTEXT), [])
    with pytest.raises(MaterialsError):
        keyring(kms).on_decrypt(DECRYPTION.with_data_key(bytes(32)), [])


SMALL = rsa.generate_private_key(65537, 1024).public_key()
WRONG: dict[str, tuple[dict[str, Any], Code]] = {
    "alias": ({"arn": IRELAND.replace("key/", "alias/")}, Code.INVALID_ARGUMENT),
    "id": ({"arn": "1234"}, Code.INVALID_ARGUMENT),
    "algorithm": ({"encryption_algorithm": "SYMMETRIC_DEFAULT"}, Code.INVALID_ARGUMENT),
    "small": ({"public_key": SMALL}, Code.INVALID_KEY),
    "curve": ({"public_key": ec.generate_private_key(ec.SECP256R1()).public_key()}, Code.INVALID_KEY),
    "no-pem": ({"public_key": b"x"}, Code.INVALID_KEY),
}


@pytest.mark.req("KEY-KRS-001", "KEY-KRS-002", "KEY-KRS-003", kind="negative")
@pytest.mark.req("KEY-KRS-002")
@pytest.mark.parametrize("case", WRONG)
def test_wrong_arguments_are_refused(kms: FakeKms, case: str) -> None:
    options, code = WRONG[case]
    with pytest.raises(EsdkError) as caught:
        keyring(kms, **options)
    assert caught.value.code is code
