"""What fields say together: provider information taken apart, bodies, and messages that end between."""

from dataclasses import replace
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from esdkit.columns import utf8_text
from esdkit.grammar.edk import ECDH_INFO
from esdkit.grammar.encoder import encoder
from esdkit.inspector import inspect
from esdkit.inspector.facts.parts import DataKey, EcdhInfo, ecdh_info, raw_aes_info
from esdkit.message import EncryptedDataKey, Frame, Message, NonFramedBody, build
from esdkit.spec import CONSTANTS, SUITES
from tests.samples import build_raw_aes_info, sample_header

IV = bytes(range(CONSTANTS.raw_aes_iv_length))


@pytest.mark.req("KEY-AES-004")
@given(st.text(st.characters(codec="utf-8"), max_size=20), st.binary(min_size=len(IV), max_size=len(IV)))
def test_raw_aes_info_takes_apart_what_the_keyring_writes(name: str, iv: bytes) -> None:
    info = raw_aes_info(build_raw_aes_info(name.encode(), 128, 12, iv))
    assert info is not None
    assert (info.key_name, info.tag_length, info.iv_length, info.iv) == (name, 128, 12, iv)


@pytest.mark.req("KEY-AES-013", kind="negative")
@pytest.mark.parametrize(
    "info",
    [
        b"",
        b"k1",
        build_raw_aes_info(b"k1", 16, 12, IV),
        build_raw_aes_info(b"k1", 128, 96, IV),
        build_raw_aes_info(b"k1", 128, 12, IV) + b"x",
        build_raw_aes_info(b"\xff", 128, 12, IV),
        build_raw_aes_info(b"", 128, 12, IV)[1:],
    ],
    ids=["empty", "name-alone", "tag-in-bytes", "iv-in-bits", "byte-behind", "name-not-utf8", "cut"],
)
def test_raw_aes_info_of_another_form_is_none(info: bytes) -> None:
    assert raw_aes_info(info) is None


def test_data_key_of_kms_is_never_taken_for_raw_aes() -> None:
    info = build_raw_aes_info(b"k1", 128, 12, IV)
    assert DataKey(0, 0, b"aws-kms", info, b"").raw_aes is None
    assert DataKey(0, 0, b"aws", info, b"").raw_aes is not None
    assert DataKey(0, 0, b"aws", None, None).raw_aes is None


@pytest.mark.parametrize(("value", "text"), [(b"", ""), ("ключ".encode(), "ключ"), (b"\xff", None), (b"\xed\xa0\x80", None)])
def test_readable_gives_text_or_none(value: bytes, text: str | None) -> None:
    assert utf8_text(value) == text


def test_body_of_frames_counts_and_places_them() -> None:
    header = sample_header(SUITES[0x0178], frame_length=4)
    frames = [Frame(number, bytes(12), b"abcd", bytes(16)) for number in (1, 2)]
    data = build(Message(header, (*frames, Frame(3, bytes(12), b"ef", bytes(16), final=True)), None))
    body = inspect(data).body
    assert body is not None
    assert (body.framed, body.frames, body.regular_frames, body.content_length, body.complete) == (True, 3, 2, 10, True)
    assert (body.final_length, body.final_start) == (2, body.start + 2 * 36)


def test_body_of_one_block_has_no_frames() -> None:
    header = sample_header(SUITES[0x0178], framed=False)
    body = inspect(build(Message(header, NonFramedBody(bytes(12), b"abc", bytes(16)), None))).body
    assert body is not None
    assert (body.framed, body.frames, body.content_length, body.complete) == (False, 0, 3, True)


def test_body_that_ends_after_a_regular_frame_is_not_complete() -> None:
    header = sample_header(SUITES[0x0178], frame_length=4)
    frames = (Frame(1, bytes(12), b"abcd", bytes(16)), Frame(2, bytes(12), b"", bytes(16), final=True))
    data = build(Message(header, frames, None))
    body = inspect(data[: -(8 + 12 + 4 + 16)]).body
    assert body is not None
    assert (body.frames, body.final_start, body.complete) == (1, None, False)


def test_data_keys_cut_in_the_last_keep_what_is_there() -> None:
    keys = (EncryptedDataKey(b"a", b"b", b"c"), EncryptedDataKey(b"def", b"ghi", b"jkl"))
    data = build(Message(sample_header(SUITES[0x0178], keys=keys), (Frame(1, bytes(12), b"", bytes(16), final=True),), None))
    cut = data.index(b"ghi")
    last = inspect(data[: cut + 2]).encrypted_data_keys[-1]
    assert (last.index, last.provider_id, last.provider_info, last.ciphertext) == (1, b"def", None, None)
    assert data[last.start :].startswith(b"\x00\x03def")


# --- key agreement and branch keys ---


def points(curve: ec.EllipticCurve) -> tuple[bytes, bytes]:
    keys = [ec.generate_private_key(curve).public_key() for _ in range(2)]
    recipient, sender = (key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint) for key in keys)
    return recipient, sender


@pytest.mark.req("KEY-ECD-001")
@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()], ids=lambda curve: curve.name)
@pytest.mark.parametrize("provider", [b"raw-ecdh", b"aws-kms-ecdh"])
def test_ecdh_key_shows_its_curve_and_points(curve: ec.EllipticCurve, provider: bytes) -> None:
    recipient, sender = points(curve)
    info = encoder(ECDH_INFO)((1, len(recipient), recipient, len(sender), sender))
    key = DataKey(0, 0, provider, info, b"")
    assert key.ecdh == EcdhInfo(f"P-{curve.key_size}", recipient, sender)
    assert DataKey(0, 0, b"other", info, b"").ecdh is None


@pytest.mark.req("KEY-ECD-001", kind="negative")
def test_ecdh_info_of_another_form_is_none() -> None:
    recipient, sender = points(ec.SECP256R1())
    good = encoder(ECDH_INFO)((1, len(recipient), recipient, len(sender), sender))
    mixed = encoder(ECDH_INFO)((1, len(recipient), recipient, 49, bytes(49)))
    for info in (b"", good[:-1], good + b"x", bytes([2]) + good[1:], mixed, encoder(ECDH_INFO)((1, 1, b"x", 1, b"x"))):
        assert ecdh_info(info) is None


@pytest.mark.req("HIE-WRP-001")
def test_branch_key_shows_its_version() -> None:
    version = UUID(int=7)
    ciphertext = bytes(28) + version.bytes + bytes(48)
    assert DataKey(0, 0, b"aws-kms-hierarchy", b"b", ciphertext).branch_key_version == str(version)
    for provider, other in ((b"aws-kms", ciphertext), (b"aws-kms-hierarchy", ciphertext[:60]), (b"aws-kms-hierarchy", None)):
        assert DataKey(0, 0, provider, b"b", other).branch_key_version is None


def test_text_of_these_keys_fits_the_terminal() -> None:
    recipient, sender = points(ec.SECP521R1())
    info = encoder(ECDH_INFO)((1, len(recipient), recipient, len(sender), sender))
    keys = (
        EncryptedDataKey(b"raw-ecdh", info, bytes(112)),
        EncryptedDataKey(b"aws-kms-hierarchy", b"tenant-1", bytes(28) + UUID(int=7).bytes + bytes(48)),
    )
    header = replace(sample_header(SUITES[0x0478]), encrypted_data_keys=keys)
    tree = inspect(build(Message(header, (Frame(1, b"i" * 12, b"c", b"t" * 16, True),), None)))
    text = tree.to_text()
    assert max(map(len, text.splitlines())) <= 80
    assert "raw-ecdh  raw key agreement" in text
    assert "curve P-521" in text
    assert f"branch key version {UUID(int=7)}" in text
    assert "raw-ecdh:P-521" in tree.to_line()
