"""What fields say together: provider information taken apart, bodies, and messages that end between."""

from dataclasses import replace
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from esdkit.columns import utf8_text
from esdkit.grammar.edk import ECDH_INFO
from esdkit.grammar.encoder import encoder
from esdkit.inspector import inspect
from esdkit.message import EncryptedDataKey, Frame, Message, NonFramedBody, build
from esdkit.spec import CONSTANTS, SUITES
from tests.columns import too_wide
from tests.samples import sample_header

IV = bytes(range(CONSTANTS.raw_aes_iv_length))


@pytest.mark.parametrize(("value", "text"), [(b"", ""), ("ключ".encode(), "ключ"), (b"\xff", None), (b"\xed\xa0\x80", None)])
def test_readable_gives_text_or_none(value: bytes, text: str | None) -> None:
    assert utf8_text(value) == text


@pytest.mark.req("CLI-INS-008")
def test_body_of_frames_counts_and_places_them() -> None:
    header = sample_header(SUITES[0x0178], frame_length=4)
    frames = [Frame(number, bytes(12), b"abcd", bytes(16)) for number in (1, 2)]
    data = build(Message(header, (*frames, Frame(3, bytes(12), b"ef", bytes(16), final=True)), None))
    body = inspect(data).body
    assert body is not None
    assert (body.framed, body.frames, body.regular_frames, body.content_length, body.complete) == (True, 3, 2, 10, True)
    assert (body.final_length, body.final_start) == (2, body.start + 2 * 36)


@pytest.mark.req("CLI-INS-008")
def test_body_of_one_block_has_no_frames() -> None:
    header = sample_header(SUITES[0x0178], framed=False)
    body = inspect(build(Message(header, NonFramedBody(bytes(12), b"abc", bytes(16)), None))).body
    assert body is not None
    assert (body.framed, body.frames, body.content_length, body.complete) == (False, 0, 3, True)


@pytest.mark.req("CLI-INS-008")
def test_body_that_ends_after_a_regular_frame_is_not_complete() -> None:
    header = sample_header(SUITES[0x0178], frame_length=4)
    frames = (Frame(1, bytes(12), b"abcd", bytes(16)), Frame(2, bytes(12), b"", bytes(16), final=True))
    data = build(Message(header, frames, None))
    body = inspect(data[: -(8 + 12 + 4 + 16)]).body
    assert body is not None
    assert (body.frames, body.final_start, body.complete) == (1, None, False)
    (problem,) = inspect(data[:-1]).problems
    assert (problem.path, problem.offset) == ("body.final_frame.tag", len(data) - 16)
    (problem,) = inspect(data[: body.start + 35]).problems
    assert (problem.path, problem.offset) == ("body.frame[0].tag", body.start + 20)


@pytest.mark.req("CLI-INS-001")
def test_data_keys_cut_in_the_last_keep_what_is_there() -> None:
    keys = (EncryptedDataKey(b"a", b"b", b"c"), EncryptedDataKey(b"def", b"ghi", b"jkl"))
    data = build(Message(sample_header(SUITES[0x0178], keys=keys), (Frame(1, bytes(12), b"", bytes(16), final=True),), None))
    cut = data.index(b"ghi")
    first, last = inspect(data[: cut + 2]).encrypted_data_keys
    assert (first.index, first.ciphertext) == (0, b"c") and data[first.start :].startswith(b"\x00\x01a\x00\x01b")
    assert (last.index, last.provider_id, last.provider_info, last.ciphertext) == (1, b"def", None, None)
    assert data[last.start :].startswith(b"\x00\x03def")


# --- key agreement and branch keys ---


def points(curve: ec.EllipticCurve) -> tuple[bytes, bytes]:
    keys = [ec.generate_private_key(curve).public_key() for _ in range(2)]
    recipient, sender = (key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint) for key in keys)
    return recipient, sender


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
    assert not [line for line in text.splitlines() if too_wide(line)]
    assert "raw-ecdh  raw ECDH" in text
    assert "curve P-521" in text
    assert f"branch key version {UUID(int=7)}" in text
    assert "raw-ecdh:P-521" in tree.to_line()
