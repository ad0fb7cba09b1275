"""The reference reading and the writing: spans, partial results, bounds, and numbers that lie."""

from __future__ import annotations

from typing import Any

import pytest
from construct import ConstructError
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import Code
from esdkit.grammar.body import BODY, FRAME
from esdkit.grammar.constructs import ReadState
from esdkit.grammar.field import Problem
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import BuildError, build, trace
from esdkit.message.header import build_header
from esdkit.spec import FIELDS
from tests.readings import assert_cut_is_told
from tests.samples import HEADERS, native_ciphertext, native_parsed

KEYS = "header.encrypted_data_keys"


@pytest.mark.req("FMT-HDR-022")
@pytest.mark.req("FMT-HDR-022", kind="negative")
@pytest.mark.parametrize("name", HEADERS)
def test_header_cut_anywhere_is_truncated_at_the_field_that_is_not_whole(name: str) -> None:
    assert_cut_is_told(HEADER, build_header(HEADERS[name]))


def test_spans_of_a_message_cover_it_without_gap_and_overlap(subtests: pytest.Subtests) -> None:
    for name in native_parsed():
        with subtests.test(name):
            data = native_ciphertext(name)
            result = trace(MESSAGE, data)
            assert result.problem is None
            assert result.end == len(data)
            assert [span.start for span in result.spans] == [0, *(span.end for span in result.spans)][:-1]
            for span in result.spans:
                raw = data[span.start : span.end]
                assert span.value == (int.from_bytes(raw, "big") if isinstance(span.value, int) else raw)


def test_partial_reading_keeps_the_fields_before_the_problem() -> None:
    data = build_header(HEADERS["v2"])
    whole = trace(HEADER, data).spans
    result = trace(HEADER, data[:60])
    assert result.value is None
    assert result.spans == [span for span in whole if span.end <= 60]
    assert result.problem is not None
    assert result.problem.offset == result.spans[-1].end


def test_reading_from_the_middle_takes_earlier_values_and_counts_offsets_from_the_beginning() -> None:
    values = {"header.algorithm_suite_id": 0x0478, "header.frame_length": 2}
    data = b"..." + b"\0\0\0\1" + bytes(12) + b"ab" + bytes(16)
    result = trace(FRAME, data, start=3, values=values)
    assert (result.value, result.end) == ((1, bytes(12), b"ab", bytes(16)), len(data))
    assert result.spans[0].start == 3
    assert values == {"header.algorithm_suite_id": 0x0478, "header.frame_length": 2}


def test_reading_of_nothing_needs_the_first_byte() -> None:
    assert trace(MESSAGE, b"").problem == Problem(Code.TRUNCATED, "header.version", None, 0, needed=1)


@given(st.binary(max_size=80))
def test_reading_of_any_bytes_ends_in_a_value_or_a_problem(data: bytes) -> None:
    result = trace(MESSAGE, data)
    assert (result.value is None) == (result.problem is not None)
    assert result.end <= len(data)
    if result.problem is not None:
        assert result.problem.id in FIELDS
        assert result.problem.offset <= len(data)
        assert (result.problem.code == Code.TRUNCATED) == (result.problem.needed is not None)


def test_bounds_are_asked_before_bytes_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []
    require = ReadState.require

    def remember(self: ReadState, stream: Any, field_id: str, size: int) -> int:
        asked.append((field_id, size))
        return require(self, stream, field_id, size)

    monkeypatch.setattr(ReadState, "require", remember)
    values = {"header.algorithm_suite_id": 0x0478, "header.content_type": 1}
    result = trace(BODY, bytes(12) + b"\xff" * 8, values=values)
    assert result.problem == Problem(Code.TRUNCATED, "body.ciphertext", None, 20, needed=20 + 2**64 - 1)
    assert asked[-1] == ("body.ciphertext", 2**64 - 1)


# --- writing ---


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("header.version", 3),
        ("header.algorithm_suite_id", 0),
        ("header.encryption_context.length", 0),
        ("header.encryption_context.count", 65535),
        ("header.encryption_context[1].key.length", 9),
        (f"{KEYS}.count", 0),
        (f"{KEYS}[1].provider_info.length", 65535),
        ("header.content_type", 9),
        ("header.frame_length", 0),
    ],
)
def test_override_changes_that_number_and_nothing_else(path: str, value: int) -> None:
    valid = trace(HEADER, build_header(HEADERS["v2"]))
    data = build(HEADER, valid.value)
    span = next(span for span in valid.spans if FIELDS[span.id].path(span.index) == path)
    changed = build(HEADER, valid.value, override={path: value})
    assert changed[span.start : span.end] == value.to_bytes(span.end - span.start, "big")
    assert changed[: span.start] + changed[span.end :] == data[: span.start] + data[span.end :]


def test_override_does_not_move_what_depends_on_the_number() -> None:
    values = {"header.algorithm_suite_id": 0x0478, "header.content_type": 2, "header.frame_length": 4}
    frames = [(0xFFFFFFFF, 1, bytes(12), 2, b"ab", bytes(16))]
    valid = build(BODY, frames, values=values)
    changed = build(BODY, frames, values=values, override={"body.final_frame.content_length": 99})
    assert changed == valid[:20] + b"\0\0\0\x63" + valid[24:]


def test_override_of_another_part_is_passed_over() -> None:
    values = {"header.algorithm_suite_id": 0x0478, "header.frame_length": 0}
    frame = (1, bytes(12), b"", bytes(16))
    assert build(FRAME, frame, values=values, override={"header.version": 7}) == build(FRAME, frame, values=values)


@pytest.mark.parametrize(
    "override",
    [{"header.version": 256}, {"header.version": -1}, {f"{KEYS}[2].ciphertext.length": 0}, {"header.message_id": 0}, {"version": 1}],
    ids=["too-large", "negative", "no-such-item", "bytes", "unknown"],
)
def test_override_that_cannot_be_written_is_refused(override: dict[str, int]) -> None:
    value = trace(HEADER, build_header(HEADERS["v2"])).value
    with pytest.raises(BuildError):
        build(HEADER, value, override=override)


def test_build_error_is_one_line_and_no_error_of_construct() -> None:
    with pytest.raises(BuildError) as caught:
        build(HEADER, ((3,), ()))
    assert not isinstance(caught.value, ConstructError)
    assert "\n" not in str(caught.value)
    assert caught.value.__cause__ is None
