"""Kinds of data keys, ARNs in them, and who made a ciphertext of KMS."""

import pytest

from esdkit.inspector import inspect
from esdkit.inspector.facts.kinds import Kind, arn_of, blob_origin, kind_of
from esdkit.inspector.facts.parts import DataKey
from esdkit.inspector.views.describe import who_reads
from tests.unit.inspector.gallery import KEYS, of_keys

EXPECTED = {
    "kms": Kind.KMS,
    "kms-multi-region": Kind.KMS,
    "kms-emulator": Kind.KMS,
    "kms-alias": Kind.KMS,
    "kms-no-arn": Kind.KMS,
    "kms-rsa": Kind.KMS_RSA,
    "kms-ecdh": Kind.KMS_ECDH,
    "raw-ecdh": Kind.RAW_ECDH,
    "hierarchy": Kind.HIERARCHY,
    "raw-aes": Kind.RAW_AES,
    "raw-rsa": Kind.RAW_RSA,
    "activity-stream": Kind.RAW_AES,
    "other": Kind.OTHER,
}


def key(name: str) -> DataKey:
    (only,) = inspect(of_keys(KEYS[name])).encrypted_data_keys
    return only


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize("name", KEYS)
def test_kind_of_a_data_key_is_known(name: str) -> None:
    assert kind_of(key(name)) is EXPECTED[name]


@pytest.mark.req("CLI-INS-001")
def test_arn_of_a_data_key_is_taken_apart() -> None:
    arn = arn_of(key("kms-multi-region"))
    assert arn is not None
    assert (arn.region, arn.account, arn.resource_id[:4], arn.is_multi_region) == ("us-east-2", "111122223333", "mrk-", True)
    assert arn_of(key("kms-no-arn")) is None
    assert arn_of(key("raw-aes")) is None


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize(
    ("ciphertext", "emulator"),
    [
        (bytes.fromhex("0102020078") + bytes(100), False),
        (bytes.fromhex("0102030078") + bytes(100), False),
        (b"01234567-89ab-cdef-0123-456789abcdef" + bytes(10), True),
        (b"Garn:aws:kms:eu-west-1:1:key/k" + bytes(10), True),
        (bytes.fromhex("0102ff0078") + bytes(100), None),
        (b"", None),
        (bytes(200), None),
    ],
)
def test_origin_of_a_kms_ciphertext_shows_in_its_first_bytes(ciphertext: bytes, emulator: bool | None) -> None:
    origin = blob_origin(ciphertext)
    assert (None if origin is None else origin.emulator) is emulator


@pytest.mark.req("CLI-INS-002")
def test_who_reads_follows_version_and_the_keys_that_not_every_sdk_has() -> None:
    assert who_reads(inspect(of_keys(KEYS["kms"], suite=0x0178)))["C"] == "1.0"
    assert who_reads(inspect(of_keys(KEYS["kms"])))["C"] == "1.7"
    only_ecdh = who_reads(inspect(of_keys(KEYS["raw-ecdh"])))
    assert "C" not in only_ecdh
    assert (only_ecdh["Python"], only_ecdh["Java"]) == ("4.0", "3.0")
    of_branch_key = who_reads(inspect(of_keys(KEYS["hierarchy"])))
    assert (of_branch_key["JavaScript"], "JavaScript" in only_ecdh, "C" in of_branch_key) == ("4.1", False, False)
    both = who_reads(inspect(of_keys(KEYS["raw-ecdh"], KEYS["raw-aes"])))
    assert both["Python"] == "1.7"
    assert who_reads(inspect(b"none")) == {}
