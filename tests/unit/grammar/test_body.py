"""The body by its bytes, written by hand: frames, the single block, and the data that is authenticated with each."""

from __future__ import annotations

from typing import Any

import pytest

from esdkit.errors import Code
from esdkit.grammar.body import BODY, BODY_AAD, FRAMES, NON_FRAMED
from esdkit.grammar.field import Problem
from tests.readings import assert_cut_is_told, assert_readings_agree, assert_refused

FRAMED: dict[str, Any] = {"header.algorithm_suite_id": 0x0478, "header.content_type": 2, "header.frame_length": 3}
BLOCK: dict[str, Any] = {"header.algorithm_suite_id": 0x0014, "header.content_type": 1, "header.frame_length": 0}


def frame(number: int, ciphertext: bytes = b"abc") -> bytes:
    return number.to_bytes(4, "big") + b"i" * 12 + ciphertext + b"t" * 16


def final(number: int, ciphertext: bytes) -> bytes:
    return b"\xff" * 4 + number.to_bytes(4, "big") + b"i" * 12 + len(ciphertext).to_bytes(4, "big") + ciphertext + b"t" * 16


@pytest.mark.req("FMT-FRM-001", "FMT-FRM-002", "FMT-FRM-003", "FMT-FRM-009", "FMT-FRM-011", "FMT-FRM-021")
def test_frames_are_read_until_the_final_one() -> None:
    data = frame(1) + frame(2) + final(3, b"de")
    value = [(1, b"i" * 12, b"abc", b"t" * 16), (2, b"i" * 12, b"abc", b"t" * 16), (0xFFFFFFFF, 3, b"i" * 12, 2, b"de", b"t" * 16)]
    result = assert_readings_agree(BODY, value, data, FRAMED)
    assert {span.index for span in result.spans} == {0, 1, 2}


@pytest.mark.req("FMT-FRM-012", "FMT-FRM-015")
@pytest.mark.parametrize("content", [b"", b"a", b"abc"], ids=["empty", "short", "full"])
def test_single_frame_is_the_final_one(content: bytes) -> None:
    assert_readings_agree(BODY, [(0xFFFFFFFF, 1, b"i" * 12, len(content), content, b"t" * 16)], final(1, content), FRAMED)


@pytest.mark.req("FMT-FRM-013", "FMT-FRM-014")
@pytest.mark.parametrize("data", [frame(1) + final(2, b"abc"), frame(1) + frame(2) + final(3, b"")], ids=["full-final", "empty-final"])
def test_exact_multiple_is_read_in_both_encodings(data: bytes) -> None:
    assert_cut_is_told(FRAMES, data, FRAMED)


def test_numbers_of_frames_are_not_judged_by_the_structure() -> None:
    value = [(7, b"i" * 12, b"abc", b"t" * 16), (0xFFFFFFFF, 0, b"i" * 12, 5, b"abcde", b"t" * 16)]
    assert_readings_agree(BODY, value, frame(7) + final(0, b"abcde"), FRAMED, valid=False)


@pytest.mark.req("FMT-FRM-007", "FMT-FRM-025", kind="negative")
def test_frames_without_a_final_one_lack_the_next_frame() -> None:
    problem = Problem(Code.TRUNCATED, "body.frame.sequence_number", 2, 62 + 8, needed=74)
    assert_refused(BODY, frame(1) + frame(2), problem, FRAMED)


@pytest.mark.req("FMT-NFR-001", "FMT-NFR-003", "FMT-NFR-004", "FMT-NFR-006")
@pytest.mark.parametrize("content", [b"", b"content"], ids=["empty", "some"])
def test_single_block_is_read(content: bytes) -> None:
    data = b"i" * 12 + len(content).to_bytes(8, "big") + content + b"t" * 16
    assert_readings_agree(BODY, (b"i" * 12, len(content), content, b"t" * 16), data, BLOCK)
    assert_cut_is_told(NON_FRAMED, data, BLOCK)


@pytest.mark.req("FMT-NFR-009", kind="negative")
@pytest.mark.parametrize("length", [8, 2**36 - 32, 2**36 - 31, 2**63, 2**64 - 1])
def test_single_block_that_is_longer_than_the_bytes_is_truncated(length: int) -> None:
    problem = Problem(Code.TRUNCATED, "body.ciphertext", None, 20, needed=20 + length)
    assert_refused(BODY, b"i" * 12 + length.to_bytes(8, "big") + b"content", problem, BLOCK)


@pytest.mark.req("FMT-BAD-001", "FMT-BAD-002")
@pytest.mark.parametrize("size", [16, 32])
def test_body_aad_is_id_text_number_and_length(size: int) -> None:
    value = (b"m" * size, b"AWSKMSEncryptionClient Frame", 0x01020304, 0x0506)
    given = {"body_aad.message_id": size, "body_aad.content_string": 28}
    data = b"m" * size + b"AWSKMSEncryptionClient Frame" + b"\1\2\3\4" + b"\0\0\0\0\0\0\5\6"
    assert_readings_agree(BODY_AAD, value, data, given)
