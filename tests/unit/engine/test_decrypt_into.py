"""Decryption into the caller's buffer: just the plaintext, and zeros after any failure."""

from __future__ import annotations

from typing import Any

import pytest

from esdkit.crypto.aead import AesGcm
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.forge.mutate import flip, spans
from esdkit.spec import Suite
from tests.drafts import ANY_SUITE, KEYRING, PLAINTEXT, each_body, each_signed, each_suite, outcome, valid
from tests.each import each

FILL = 0xEE


def into(buffer: bytearray, data: bytes, **options: Any) -> int:
    return ANY_SUITE.decrypt_into(buffer, source=data, **{"keyring": KEYRING, **options})[0]


def failed(data: bytes, written: int, room: int = 100, **options: Any) -> EsdkError:
    """The error; the buffer must hold zeros where plaintext was written and nothing else changed."""
    buffer = bytearray([FILL]) * room
    with pytest.raises(EsdkError) as caught:
        into(buffer, data, **options)
    assert bytes(buffer) == bytes(written) + bytes([FILL]) * (room - written)
    return caught.value


@pytest.mark.req("CLI-DEC-005")
@each_suite
@each_body
@each("more", [0, 1, 50])
def test_buffer_holds_the_plaintext_and_is_untouched_behind_it(suite: Suite, frame_length: int | None, more: int) -> None:
    buffer = bytearray([FILL]) * (len(PLAINTEXT) + more)
    assert into(buffer, valid(suite, frame_length=frame_length).seal()) == len(PLAINTEXT)
    assert bytes(buffer) == PLAINTEXT + bytes([FILL]) * more


@pytest.mark.parametrize("suite", [0x0478, 0x0578], ids=["unsigned", "signed"])
@pytest.mark.parametrize("plaintext", [b"", b"x", bytes(8), bytes(16)], ids=len)
@pytest.mark.req("CLI-DEC-011")
def test_buffer_may_be_exact_at_any_length(plaintext: bytes, suite: int) -> None:
    buffer = bytearray(len(plaintext))
    assert into(buffer, valid(suite, plaintext=plaintext).seal()) == len(plaintext)
    assert bytes(buffer) == plaintext


@each("suite", [0x0478, 0x0578], ids=["unsigned", "signed"])
@each_body
@each("room", [0, 7, 8, 15, 21])
@pytest.mark.req("CLI-DEC-010", "CLI-DEC-011", "CLI-DEC-030", kind="negative")
def test_buffer_that_is_too_small_holds_zeros_and_says_so(frame_length: int | None, room: int, suite: int) -> None:
    written = 0 if frame_length is None else room // 8 * 8
    error = failed(valid(suite, frame_length=frame_length).seal(), written, room)
    assert isinstance(error, UsageError)
    assert error.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-DEC-010", "CLI-DEC-011", "CLI-DEC-030", kind="negative")
def test_buffer_that_is_too_small_for_the_frames_that_are_there_says_so_before_the_cut_does() -> None:
    data = valid(0x0478).seal()
    end = spans(data)["body.frame[1].tag"].end
    assert failed(data[:end], 8, room=8).code is Code.INVALID_ARGUMENT
    assert failed(data[: end - 1], 8, room=8).code is Code.TRUNCATED


@pytest.mark.req("CLI-DEC-011", "CLI-DEC-012", kind="negative")
@each_suite
@each(("path", "written"), [("body.frame[0].tag", 8), ("body.frame[1].ciphertext", 16), ("body.final_frame.tag", len(PLAINTEXT))])
def test_buffer_holds_zeros_after_a_bad_tag(suite: Suite, path: str, written: int) -> None:
    assert failed(flip(valid(suite).seal(), path), written).code is Code.BODY_TAG_INVALID


@pytest.mark.req("CLI-DEC-011", "CLI-DEC-012", kind="negative")
@each_suite
def test_buffer_holds_zeros_after_the_bad_tag_of_a_block(suite: Suite) -> None:
    data = flip(valid(suite, frame_length=None).seal(), "body.tag")
    assert failed(data, len(PLAINTEXT)).code is Code.BODY_TAG_INVALID


@pytest.mark.req("CLI-ENC-025", kind="negative")
@pytest.mark.req("CLI-DEC-011", "CLI-DEC-010", kind="negative")
@each_signed
@each_body
def test_buffer_holds_zeros_after_a_bad_signature(suite: Suite, frame_length: int | None) -> None:
    data = valid(suite, frame_length=frame_length).seal()
    error = failed(data[:-1] + bytes([data[-1] ^ 1]), len(PLAINTEXT))
    assert error.code in (Code.SIGNATURE_INVALID, Code.SIGNATURE_MALFORMED)


@pytest.mark.req("CLI-DEC-011", "CLI-DEC-030", "CLI-DEC-031", kind="negative")
@each_suite
@each_body
def test_buffer_holds_zeros_after_bytes_too_many_or_too_few(suite: Suite, frame_length: int | None) -> None:
    data = valid(suite, frame_length=frame_length).seal()
    assert failed(data + b"\0", len(PLAINTEXT)).code is Code.TRAILING_DATA
    before_the_end = 16 if frame_length else 0
    assert failed(data[:-1], len(PLAINTEXT) if suite.signed else before_the_end).code is Code.TRUNCATED


@pytest.mark.req("CLI-DEC-010", "CLI-DEC-011", "CLI-DEC-030", kind="negative")
def test_buffer_is_not_touched_before_the_header_is_authentic() -> None:
    assert failed(flip(valid(0x0478).seal(), "header_auth.tag"), 0).code is Code.HEADER_TAG_INVALID


@pytest.mark.req("CLI-DEC-010", "CLI-DEC-011", "CLI-DEC-030", kind="negative")
def test_buffer_holds_zeros_after_a_frame_out_of_order_and_a_body_that_is_too_long() -> None:
    data = valid(0x0478).seal()
    swapped = flip(data, "body.frame[1].sequence_number")
    error = failed(swapped, 8)
    assert (error.code, error.offset) == (Code.SEQ_OUT_OF_ORDER, outcome(swapped).offset)  # type: ignore[union-attr]
    assert failed(data, 8, max_body_length=15).code is Code.BODY_TOO_LARGE


@pytest.mark.req("CLI-ENC-025", kind="negative")
def test_buffer_holds_zeros_after_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def decryptor(self: AesGcm, length: int) -> Any:
        def decrypt(iv: Any, sealed: Any, aad: bytes, out: memoryview) -> None:
            out[:] = b"p" * len(out)
            raise KeyboardInterrupt

        return decrypt

    monkeypatch.setattr(AesGcm, "decryptor", decryptor)
    monkeypatch.setattr("esdkit.engine.session.DecryptSession._header_verifies", lambda *_: True)
    buffer = bytearray([FILL]) * 40
    with pytest.raises(KeyboardInterrupt):
        into(buffer, valid(0x0478).seal())
    assert bytes(buffer) == bytes(8) + bytes([FILL]) * 32


def test_buffer_may_be_a_view_of_other_items() -> None:
    buffer = bytearray(24)
    view: Any = memoryview(buffer).cast("I")
    assert into(view, valid(0x0578).seal()) == len(PLAINTEXT)
    assert bytes(buffer) == PLAINTEXT + bytes(2)


@pytest.mark.parametrize("buffer", [bytes(100), memoryview(bytearray(200))[::2], "text", None, 3], ids=lambda b: type(b).__name__)
def test_buffer_that_cannot_be_written_is_refused(buffer: Any) -> None:
    for call in (ANY_SUITE.decrypt_into, ANY_SUITE.encrypt_into):
        with pytest.raises(UsageError) as caught:
            call(buffer, source=valid(0x0578).seal(), keyring=KEYRING)
        assert caught.value.code is Code.INVALID_ARGUMENT
