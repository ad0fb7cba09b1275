"""Bodies: frames and blocks that authenticate and still are refused, what is authenticated with each, and the caller's limit."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from typing import Any

import pytest

from esdkit import Client
from esdkit.errors import AuthenticationError, Code, EsdkError, MalformedMessage, PolicyError
from esdkit.forge.mutate import flip, spans
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.keyrings import RawAesKeyring
from esdkit.message import EncryptedDataKey, parse_header
from esdkit.spec import CONSTANTS, SUITES, Suite
from tests.drafts import (
    PLAINTEXT,
    code,
    data_key,
    each_body,
    each_suite,
    error_for,
    outcome,
    valid,
)
from tests.each import each

# --- body ---


@pytest.mark.req("CLI-DEC-027", "CLI-DEC-028", "CLI-DEC-012", "FMT-FRM-018", "FMT-FRM-024", "ALG-SUI-014", kind="negative")
@each_suite
@each(
    ("path", "told"),
    [
        ("body.frame[0].ciphertext", "body.frame[0].tag"),
        ("body.frame[1].iv", "body.frame[1].tag"),
        ("body.frame[1].tag", "body.frame[1].tag"),
        ("body.final_frame.ciphertext", "body.final_frame.tag"),
        ("body.final_frame.iv", "body.final_frame.tag"),
    ],
)
def test_frame_that_was_changed_is_refused(suite: Suite, path: str, told: str) -> None:
    data = flip(valid(suite).seal(), path)
    error = error_for(data)
    assert isinstance(error, AuthenticationError)
    assert (error.code, error.path) == (Code.BODY_TAG_INVALID, told)
    assert data[error.offset or 0 :][:16] in {span.value for span in trace(MESSAGE, data).spans if span.id.endswith("frame.tag")}


@pytest.mark.req("CLI-DEC-027", "CLI-DEC-028", "FMT-NFR-005", "FMT-NFR-006", "FMT-NFR-010", kind="negative")
@each_suite
@each("path", ["body.ciphertext", "body.iv", "body.tag"])
def test_block_that_was_changed_is_refused(suite: Suite, path: str) -> None:
    error = error_for(flip(valid(suite, frame_length=None).seal(), path))
    assert isinstance(error, AuthenticationError)
    assert (error.code, error.path) == (Code.BODY_TAG_INVALID, "body.tag")


BLOCK, FRAME, FINAL = CONSTANTS.content_non_framed_string, CONSTANTS.content_frame_string, CONSTANTS.content_final_frame_string


@pytest.mark.req("FMT-BAD-001", "FMT-BAD-002", "FMT-BAD-003", "FMT-BAD-004", "FMT-BAD-005", "FMT-BAD-006", "FMT-BAD-007", kind="negative")
@pytest.mark.req("FMT-BAD-008", "FMT-BAD-009", "FMT-BAD-010", "CLI-DEC-027", kind="negative")
@each(
    ("frame_length", "at", "text", "number", "length"),
    [
        (8, 0, FINAL, 1, 8),
        (8, 0, BLOCK, 1, 8),
        (8, 0, FRAME + b"\0", 1, 8),
        (8, 0, FRAME, 2, 8),
        (8, 1, FRAME, 1, 8),
        (8, 0, FRAME, 1, 9),
        (8, 2, FRAME, 3, 6),
        (8, 2, FINAL, 1, 6),
        (8, 2, FINAL, 3, 8),
        (None, 0, FINAL, 1, 22),
        (None, 0, BLOCK, 0, 22),
        (None, 0, BLOCK, 1, 0),
    ],
)
@each("suite_id", [0x0178, 0x0578], ids=["v1", "v2"])
def test_piece_under_other_authenticated_data_is_refused(
    suite_id: int, frame_length: int | None, at: int, text: bytes, number: int, length: int
) -> None:
    draft = valid(suite_id, frame_length=frame_length)
    aad = draft.header.message_id + text + number.to_bytes(4, "big") + length.to_bytes(8, "big")
    pieces = [replace(piece, aad=aad if position == at else None) for position, piece in enumerate(draft.pieces)]
    assert code(draft.with_pieces(*pieces).seal()) is Code.BODY_TAG_INVALID


@pytest.mark.req("FMT-BAD-002", kind="negative")
def test_piece_under_half_of_the_message_id_is_refused() -> None:
    draft = valid(0x0478)
    aad = draft.header.message_id[:16] + FRAME + (1).to_bytes(4, "big") + (8).to_bytes(8, "big")
    pieces = [replace(draft.pieces[0], aad=aad), *draft.pieces[1:]]
    assert code(draft.with_pieces(*pieces).seal()) is Code.BODY_TAG_INVALID


@pytest.mark.req("FMT-FRM-004", "FMT-FRM-005", "FMT-FRM-006", kind="negative")
@pytest.mark.parametrize(
    ("numbers", "path"),
    [
        ((0, 1, 2), "body.frame[0].sequence_number"),
        ((2, 3, 4), "body.frame[0].sequence_number"),
        ((1, 3, 4), "body.frame[1].sequence_number"),
        ((1, 1, 2), "body.frame[1].sequence_number"),
        ((1, 2, 2), "body.final_frame.sequence_number"),
        ((1, 2, 4), "body.final_frame.sequence_number"),
    ],
    ids=str,
)
def test_frames_out_of_order_are_refused_although_they_authenticate(numbers: tuple[int, ...], path: str) -> None:
    draft = valid(0x0578)
    pieces = [replace(piece, sequence_number=number) for piece, number in zip(draft.pieces, numbers, strict=True)]
    error = error_for(draft.with_pieces(*pieces).seal())
    assert isinstance(error, MalformedMessage)
    assert (error.code, error.path) == (Code.SEQ_OUT_OF_ORDER, path)


@pytest.mark.req("FMT-FRM-010", kind="negative")
def test_final_frame_that_is_too_long_is_refused_although_it_authenticates() -> None:
    draft = valid(0x0578, plaintext=b"nine byte")
    whole = replace(draft.pieces[0], plaintext=b"nine byte")
    error = error_for(draft.with_pieces(whole).seal())
    assert (error.code, error.path) == (Code.FINAL_TOO_LONG, "body.final_frame.content_length")


@pytest.mark.req("FMT-FRM-025")
@pytest.mark.req("FMT-FRM-007", "FMT-FRM-025", "CLI-DEC-030", kind="negative")
@each_suite
def test_body_that_ends_between_frames_is_refused_at_the_engine(suite: Suite) -> None:
    data = valid(suite).seal()
    end = next(span.start for span in trace(MESSAGE, data).spans if span.id == "body.final_frame.marker")
    error = error_for(data[:end])
    assert (error.code, error.path, error.offset) == (Code.NO_FINAL_FRAME, "body.frame[2].sequence_number", end)


@pytest.mark.req("FMT-FRM-003", "FMT-FRM-021", "FMT-FRM-012", "FMT-FRM-002", kind="negative")
@pytest.mark.parametrize("marker", [0xFFFFFFFE, 0, 1, 0xFFFF0000])
def test_final_frame_under_another_marker_is_refused(marker: int) -> None:
    data = valid(0x0478, plaintext=b"short").seal(override={"body.final_frame.marker": marker})
    assert code(data) in (Code.SEQ_OUT_OF_ORDER, Code.BODY_TAG_INVALID)


@pytest.mark.req("FMT-FRM-013", "FMT-FRM-014", "FMT-FRM-015", kind="negative")
@pytest.mark.parametrize("plaintext", [b"", b"8 bytes.", b"8 bytes." * 2], ids=["empty", "one-full", "two-full"])
def test_body_whose_final_frame_was_removed_is_refused(plaintext: bytes) -> None:
    data = valid(0x0478, plaintext=plaintext).seal()
    start = next(span.start for span in trace(MESSAGE, data).spans if span.id == "body.final_frame.marker")
    assert code(data[:start]) is Code.NO_FINAL_FRAME


@pytest.mark.req("CLI-DEC-026", kind="negative")
@pytest.mark.parametrize(("frame_length", "other"), [(8, None), (None, 8)], ids=["frames-as-a-block", "block-as-frames"])
def test_body_of_the_other_kind_than_the_header_says_is_refused(frame_length: int | None, other: int | None) -> None:
    whole = valid(0x0478, frame_length=other).seal()
    header = whole[: parse_header(whole)[1]]
    assert isinstance(outcome(header + valid(0x0478, frame_length=frame_length).body()), EsdkError)


# --- limits of the body ---


@pytest.mark.req("CLI-CFG-009")
@each_body
@pytest.mark.parametrize("limit", [None, len(PLAINTEXT), len(PLAINTEXT) + 1])
def test_body_of_exactly_the_limit_opens(frame_length: int | None, limit: int | None) -> None:
    assert outcome(valid(0x0578, frame_length=frame_length).seal(), max_body_length=limit) == PLAINTEXT


@pytest.mark.req("CLI-CFG-009", kind="negative")
@pytest.mark.parametrize(
    ("frame_length", "limit", "path"),
    [
        (8, 21, "body.final_frame.content_length"),
        (8, 16, "body.final_frame.content_length"),
        (8, 15, "body.frame[1].ciphertext"),
        (8, 0, "body.frame[0].ciphertext"),
        (None, 21, "body.content_length"),
        (None, 0, "body.content_length"),
        (23, 21, "body.final_frame.content_length"),
    ],
)
def test_body_beyond_the_limit_is_refused_where_that_shows(frame_length: int | None, limit: int, path: str) -> None:
    data = valid(0x0578, frame_length=frame_length).seal()
    error = error_for(data, max_body_length=limit)
    assert isinstance(error, PolicyError)
    assert (error.code, error.path) == (Code.BODY_TOO_LARGE, path)
    assert error.offset == spans(data)[path].start


@pytest.mark.req("CLI-CFG-009")
def test_body_limit_of_nothing_lets_an_empty_plaintext_through() -> None:
    assert outcome(valid(0x0578, plaintext=b"").seal(), max_body_length=0) == b""


# --- memory and limits of the header ---


@pytest.mark.req("FMT-FRM-022", "FMT-NFR-009", "FMT-FRM-019", kind="negative")
@pytest.mark.parametrize(
    ("frame_length", "override", "told"),
    [
        (8, {"body.final_frame.content_length": 0xFFFFFFFF}, Code.FINAL_TOO_LONG),
        (None, {"body.content_length": 2**64 - 1}, Code.NONFRAMED_TOO_LONG),
        (None, {"body.content_length": 2**36 - 31}, Code.NONFRAMED_TOO_LONG),
        (None, {"body.content_length": 2**36 - 32}, Code.TRUNCATED),
        (2**32 - 1, {"body.final_frame.content_length": 0xFFFFFFFF}, Code.TRUNCATED),
    ],
)
def test_announced_length_is_judged_before_memory_is_taken_for_it(frame_length: int | None, override: dict[str, int], told: Code) -> None:
    data = valid(0x0478, frame_length=frame_length).seal(override=override)
    tracemalloc.start()
    try:
        error = error_for(data, data_key=data_key(SUITES[0x0478]))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (error.code, error.path) == (told, "body.ciphertext" if told is Code.TRUNCATED and frame_length is None else error.path)
    assert peak < 2**20


@pytest.mark.req("FMT-HDR-023")
def test_body_of_a_header_beyond_the_default_budget_is_told_under_a_larger_one() -> None:
    key = EncryptedDataKey(b"somebody", bytes(65535), bytes(65535))
    draft = valid(0x0478).with_header(encrypted_data_keys=(key,) * 130)
    data = draft.seal()
    client = Client(header_budget=2**25)
    assert len(draft.header_body()) > 2**24
    assert code(data, data_key=data_key(SUITES[0x0478])) is Code.HEADER_TOO_LARGE
    assert outcome(data, client, data_key=data_key(SUITES[0x0478])) == PLAINTEXT
    assert code(data[:-1], client, data_key=data_key(SUITES[0x0478])) is Code.TRUNCATED


@pytest.mark.req("CLI-DEC-012", "CLI-DEC-027", "CLI-DEC-028", "CLI-CFG-009", kind="negative")
def test_message_with_one_frame_is_decrypted_into_bytes_as_into_a_buffer() -> None:
    client, keyring, buffer = Client(), RawAesKeyring("tests", "aes", bytes(32)), bytearray(100)

    def read(data: bytes, *, into: bool, most: int | None = None) -> object:
        options: dict[str, Any] = {"source": data, "keyring": keyring, "max_body_length": most}
        try:
            return client.decrypt_into(buffer, **options)[0] if into else len(client.decrypt(**options)[0])
        except EsdkError as error:
            return type(error), str(error), error.offset

    message, _ = client.encrypt(source=PLAINTEXT[:10], keyring=keyring, algorithm=0x0478, frame_length=16)
    body = parse_header(message)[1]
    damaged = [message[:at] + bytes([message[at] ^ 1]) + message[at + 1 :] for at in range(body, len(message))]
    cut = [message[:at] for at in range(body, len(message))]
    for data in (message, message + b"x", *damaged, *cut):
        assert read(data, into=False) == read(data, into=True)
    assert [read(message, into=False, most=most) for most in (10, None)] == [10, 10]
    assert read(message, into=False, most=9) == read(message, into=True, most=9) != 10
