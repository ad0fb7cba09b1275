"""What encrypted data keys say about their wrapping keys: every kind, parts that do not have its form, and any bytes."""

from typing import NamedTuple
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from esdkit.grammar import edk
from esdkit.grammar.edk import ECDH_INFO, RAW_AES_INFO
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Given, Group, Raw, Ref, u32
from esdkit.message import EncryptedDataKey
from esdkit.message.providers import (
    BranchKeyVersion,
    KeyAgreement,
    KmsKey,
    MlKemKey,
    RawAesKey,
    RawRsaKey,
    WrappingKey,
    has_binary_name,
    inner_layouts,
    wrapping_key,
)
from esdkit.spec import CONSTANTS, provider_id_of, providers
from tests.each import each
from tests.unit.inspector.gallery import KEYS

IV = bytes(range(CONSTANTS.raw_aes_iv_length))
HIERARCHY = bytes(28) + UUID(int=7).bytes + bytes(48)
KINDS: dict[str, tuple[str, type[WrappingKey]]] = {
    "kms": ("kms", KmsKey),
    "kms-multi-region": ("kms", KmsKey),
    "kms-emulator": ("kms", KmsKey),
    "kms-alias": ("kms", KmsKey),
    "kms-no-arn": ("kms", KmsKey),
    "kms-rsa": ("kms-rsa", KmsKey),
    "kms-ml-kem": ("kms-ml-kem", MlKemKey),
    "kms-newer": ("kms-newer", WrappingKey),
    "kms-ecdh": ("kms-ecdh", KeyAgreement),
    "raw-ecdh": ("raw-ecdh", KeyAgreement),
    "hierarchy": ("hierarchy", BranchKeyVersion),
    "raw-aes": ("raw-aes", RawAesKey),
    "raw-rsa": ("raw-rsa", RawRsaKey),
    "activity-stream": ("raw-aes", RawAesKey),
    "other": ("other", WrappingKey),
}


def raw_aes_info(name: bytes, tag_length: int = 128, iv_length: int = 12) -> bytes:
    return encoder(RAW_AES_INFO)((name, tag_length, iv_length, IV))


def points(curve: ec.EllipticCurve) -> tuple[bytes, bytes]:
    keys = [ec.generate_private_key(curve).public_key() for _ in range(2)]
    recipient, sender = (key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint) for key in keys)
    return recipient, sender


def ecdh_info(recipient: bytes, sender: bytes) -> bytes:
    return encoder(ECDH_INFO)((1, len(recipient), recipient, len(sender), sender))


class Stored(NamedTuple):
    """An encrypted data key as far as it is there."""

    provider_id: bytes | None
    provider_info: bytes | None
    ciphertext: bytes | None


def key_of(provider_id: bytes | None, info: bytes | None, ciphertext: bytes | None) -> WrappingKey:
    return wrapping_key(Stored(provider_id, info, ciphertext))


@pytest.mark.req("CLI-INS-001")
@each("name", KEYS)
def test_kind_of_a_data_key_is_known(name: str) -> None:
    key = wrapping_key(KEYS[name])
    assert (key.kind.id, type(key)) == KINDS[name]
    assert (key.certainty == "certain") is (key.provider.provider_id is not None)


@pytest.mark.req("CLI-INS-001")
def test_arn_of_a_kms_key_is_taken_apart() -> None:
    key = wrapping_key(KEYS["kms-multi-region"])
    assert isinstance(key, KmsKey) and key.arn is not None
    assert (key.arn.region, key.arn.account, key.arn.resource_id[:4], key.arn.is_multi_region) == (
        "us-east-2",
        "111122223333",
        "mrk-",
        True,
    )
    for info in (b"alias/mine", b"\xff", b""):
        other = key_of(b"aws-kms", info, b"x")
        assert isinstance(other, KmsKey) and other.arn is None


# ---------------------------------------------------------------- raw keyrings
@pytest.mark.req("KEY-AES-004")
@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_raw_aes_key_is_what_the_keyring_writes(name: str) -> None:
    key = wrapping_key(EncryptedDataKey(b"n", raw_aes_info(name.encode()), bytes(48)))
    assert isinstance(key, RawAesKey)
    assert (key.namespace, key.name, key.tag_length, key.iv_length, key.iv, key.certainty) == ("n", name, 128, 12, IV, "likely")
    assert key.identity == (b"n", name.encode())


@pytest.mark.req("KEY-AES-004", "KEY-AES-011")
@given(st.binary(max_size=64))
def test_raw_aes_is_told_by_its_layout_whatever_the_name_is(name: bytes) -> None:
    key = key_of(b"n", raw_aes_info(name), bytes(48))
    assert isinstance(key, RawAesKey)
    assert (key.kind.id, key.certainty, key.key_name, key.malformed) == ("raw-aes", "likely", name, ())
    assert (key.name if isinstance(key.name, bytes) else key.name.encode()) == name


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize("name", [b"\xff", b"\xde\xad\xbe\xef"])
def test_raw_rsa_under_a_name_that_is_not_utf8_is_told_by_its_length(name: bytes) -> None:
    key = key_of(b"n", name, bytes(256))
    assert (key.kind.id, key.certainty, key.name, has_binary_name(key)) == ("raw-rsa", "likely", name, True)


@pytest.mark.req("CLI-INS-001")
def test_other_kinds_have_no_binary_name() -> None:
    assert not any(has_binary_name(key_of(*parts)) for parts in [(b"n", b"\xff", b"c"), (b"aws-kms", b"\xff", bytes(256))])


@pytest.mark.req("KEY-AES-013", kind="negative")
@pytest.mark.parametrize(
    "info",
    [
        b"",
        b"k1",
        raw_aes_info(b"k1", 16),
        raw_aes_info(b"k1", 128, 96),
        raw_aes_info(b"k1") + b"x",
        raw_aes_info(b"")[1:],
    ],
    ids=["empty", "name-alone", "tag-in-bytes", "iv-in-bits", "byte-after", "cut"],
)
def test_information_of_another_form_is_not_raw_aes(info: bytes) -> None:
    key = key_of(b"n", info, bytes(48))
    assert (key.kind.id, key.key_name, type(key)) == ("other", info, WrappingKey)


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize("ciphertext", [None, b"", bytes(47), bytes(256)], ids=["missing", "empty", "short", "rsa"])
def test_raw_aes_information_with_another_ciphertext_is_possible_and_not_more(ciphertext: bytes | None) -> None:
    key = key_of(b"n", raw_aes_info(b"k"), ciphertext)
    assert isinstance(key, RawAesKey)
    assert (key.provider.id, key.certainty, key.kind.id) == ("raw-aes", "possible", "other")


@pytest.mark.req("CLI-INS-001")
@pytest.mark.parametrize("bits", [1024, 2048, 3072, 4096, 8192])
def test_raw_rsa_key_shows_in_its_length(bits: int) -> None:
    key = key_of(b"n", b"name", bytes(bits // 8))
    assert isinstance(key, RawRsaKey)
    assert (key.modulus_bits, key.certainty, key.name) == (bits, "likely", "name")
    assert key_of(b"n", b"name", bytes(bits // 8 - 1)).kind.id == "other"


@pytest.mark.req("CLI-INS-009", kind="negative")
def test_reserved_ids_are_never_those_of_raw_keyrings() -> None:
    for info, ciphertext in ((raw_aes_info(b"k1"), bytes(48)), (b"name", bytes(256)), (b"name", None), (None, None)):
        assert key_of(b"aws-kms", info, ciphertext).kind.id == "kms"
        for provider_id in (b"aws-kms-new", b"aws-kmsx", b"aws-kms-\xff"):
            assert key_of(provider_id, info, ciphertext).kind.id == "kms-newer"
    for provider_id in (b"aws", b"aws-km", b"my-aws-kms"):
        assert key_of(provider_id, raw_aes_info(b"k1"), bytes(48)).kind.id == "raw-aes"
        assert key_of(provider_id, b"name", bytes(256)).kind.id == "raw-rsa"


ML_KEM_ARN = b"arn:aws:kms:eu-west-1:111122223333:key/1234abcd"


@pytest.mark.req("CLI-INS-009")
@pytest.mark.parametrize("data_key", [16, 24, 32])
@pytest.mark.parametrize("name", CONSTANTS.ml_kem_lengths)
def test_parameter_set_of_ml_kem_shows_in_the_length(name: str, data_key: int) -> None:
    info = b"\1" + len(ML_KEM_ARN).to_bytes(2, "big") + ML_KEM_ARN
    key = key_of(b"aws-kms-ml-kem", info, bytes(CONSTANTS.ml_kem_lengths[name] + 32 + data_key + 16))
    assert isinstance(key, MlKemKey) and key.arn is not None
    assert (key.parameter_set, str(key.arn).encode(), key.key_name, key.malformed) == (name, ML_KEM_ARN, ML_KEM_ARN, ())


@pytest.mark.req("CLI-INS-009", kind="negative")
def test_ml_kem_key_of_another_form_is_malformed() -> None:
    info = b"\1" + len(ML_KEM_ARN).to_bytes(2, "big") + ML_KEM_ARN
    key = key_of(b"aws-kms-ml-kem", ML_KEM_ARN, bytes(1169))
    assert isinstance(key, MlKemKey)
    assert (key.arn is not None, key.parameter_set, key.malformed) == (True, None, ("provider_info", "ciphertext"))
    for bad in (b"\2" + info[1:], info + b"x", info[:-1]):
        assert key_of(b"aws-kms-ml-kem", bad, bytes(1168)).malformed == ("provider_info",)
    assert key_of(b"aws-kms-ml-kem", info, None).malformed == ()


# ---------------------------------------------------------------- key agreement and branch keys
@pytest.mark.req("KEY-ECD-001")
@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()], ids=lambda curve: curve.name)
@pytest.mark.parametrize("provider_id", [b"raw-ecdh", b"aws-kms-ecdh"])
def test_key_agreement_shows_curve_and_points(curve: ec.EllipticCurve, provider_id: bytes) -> None:
    recipient, sender = points(curve)
    key = key_of(provider_id, ecdh_info(recipient, sender), bytes(112))
    assert isinstance(key, KeyAgreement)
    assert (key.curve, key.recipient, key.sender, key.malformed) == (f"P-{curve.key_size}", recipient, sender, ())
    assert key.identity == key_of(provider_id, ecdh_info(recipient, recipient), b"").identity
    assert not isinstance(key_of(b"other", ecdh_info(recipient, sender), b""), KeyAgreement)


@pytest.mark.req("KEY-ECD-001", kind="negative")
def test_information_of_another_form_is_malformed_key_agreement() -> None:
    recipient, sender = points(ec.SECP256R1())
    good = ecdh_info(recipient, sender)
    for info in (b"", good[:-1], good + b"x", bytes([2]) + good[1:], ecdh_info(recipient, bytes(49)), ecdh_info(b"x", b"x")):
        key = key_of(b"raw-ecdh", info, bytes(112))
        assert (key.kind.id, type(key), key.malformed, key.key_name) == ("raw-ecdh", WrappingKey, ("provider_info",), info)
    assert key_of(b"raw-ecdh", good, bytes(80)).malformed == ("ciphertext",)
    assert key_of(b"raw-ecdh", b"", bytes(80)).malformed == ("provider_info", "ciphertext")


@pytest.mark.req("HIE-WRP-001")
def test_branch_key_shows_its_version() -> None:
    key = key_of(b"aws-kms-hierarchy", b"b", HIERARCHY)
    assert isinstance(key, BranchKeyVersion)
    assert (key.name, key.version, key.malformed) == ("b", str(UUID(int=7)), ())
    assert not isinstance(key_of(b"aws-kms", b"b", HIERARCHY), BranchKeyVersion)
    assert key_of(b"aws-kms-hierarchy", b"b", HIERARCHY[:60]).malformed == ("ciphertext",)
    assert key_of(b"aws-kms-hierarchy", b"b", None).malformed == ()


@pytest.mark.req("CLI-INS-001")
def test_layout_may_have_a_length_and_a_last_field_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """No kind has such a layout today; a text in two parts needs it."""
    two = Group(
        u32("ecdh.sender.length"), Raw("ecdh.sender", Ref("ecdh.sender.length")), Raw("raw_aes.key_name", Given("raw_aes.key_name"))
    )
    row = providers()["hierarchy"]._replace(info="TWO_PARTS", key_name="raw_aes.key_name", ciphertext="opaque")
    monkeypatch.setattr(edk, "TWO_PARTS", two, raising=False)
    monkeypatch.setattr("esdkit.message.providers._rows_by_provider_id", lambda: {b"two": row})
    monkeypatch.setattr("esdkit.message.providers._layout_names", lambda: {"TWO_PARTS"})
    info = b"\0\0\0\x05mountname"
    assert (key_of(b"two", info, b"").key_name, key_of(b"two", info, b"").malformed) == (b"name", ())
    assert [given for _, _, given in inner_layouts(Stored(b"two", info, b""))] == [{"raw_aes.key_name": 4}]
    for bad in (b"", info[:3], info[:8], b"\xff" + info):
        assert key_of(b"two", bad, b"").malformed == ("provider_info",)


# ---------------------------------------------------------------- any bytes
@pytest.mark.req("CLI-INS-001")
def test_inner_layouts_are_those_of_parts_that_have_their_form() -> None:
    assert [part for part, _, _ in inner_layouts(KEYS["raw-ecdh"])] == ["provider_info", "ciphertext"]
    assert [part for part, _, _ in inner_layouts(KEYS["hierarchy"])] == ["ciphertext"]
    assert [(part, given) for part, _, given in inner_layouts(KEYS["raw-aes"])] == [("provider_info", {"raw_aes.key_name": 2})]
    assert not [*inner_layouts(KEYS["kms"])]
    assert not [*inner_layouts(Stored(b"raw-ecdh", None, None))]


@pytest.mark.req("CLI-INS-001")
def test_data_key_that_is_not_there_is_of_no_kind() -> None:
    key = key_of(None, None, None)
    assert (key.kind.id, key.provider_id, key.name, key.malformed) == ("other", b"", "", ())


@given(
    st.none() | st.binary(max_size=8) | st.sampled_from([provider_id_of(row.id) for row in providers().values() if row.provider_id]),
    st.none() | st.binary(max_size=120) | st.sampled_from([key.provider_info for key in KEYS.values()]),
    st.none() | st.binary(max_size=120) | st.sampled_from([key.ciphertext for key in KEYS.values()]),
)
def test_any_parts_give_an_answer(provider_id: bytes | None, info: bytes | None, ciphertext: bytes | None) -> None:
    key = key_of(provider_id, info, ciphertext)
    assert key.kind in providers().values()
    assert set(key.malformed) <= {"provider_info", "ciphertext"}
    assert all(part not in key.malformed for part, _, _ in inner_layouts(Stored(provider_id, info, ciphertext)))
