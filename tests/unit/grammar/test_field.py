"""The combinators: each is read, written and decoded alike, and says where it does not fit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import Code
from esdkit.grammar.constructs import ReadState
from esdkit.grammar.field import (
    Blob,
    Choose,
    Counted,
    Dispatch,
    Given,
    Group,
    Lookup,
    Node,
    Problem,
    Raw,
    Ref,
    Section,
    UInt,
    Until,
    u8,
    u16,
    u32,
    u64,
)
from esdkit.grammar.trace import BuildError, build, trace
from esdkit.spec import SUITES
from tests.each import each
from tests.readings import assert_cut_is_told, assert_readings_agree, assert_refused

SUITE_ID = Ref("header.algorithm_suite_id")
PAIRS = Counted("header.encryption_context", Group(Blob("header.encryption_context.key"), Blob("header.encryption_context.value")))
SECTION = Section("header.encryption_context", PAIRS)
PROVIDER = Blob("header.encrypted_data_keys.provider_id")
KEYS = Counted("header.encrypted_data_keys", Group(PROVIDER))
FINAL = Group(u32("body.final_frame.marker"), u8("header.content_type"))
FRAMES = Until(Dispatch({0xFFFFFFFF: FINAL}, default=Group(u32("body.frame.sequence_number"), Raw("body.frame.tag", 2))), last=FINAL)
VERSIONS = Dispatch({1: Group(u8("header.version"), u8("header.type")), 2: Group(u8("header.version"))})
CHOICE = Choose(Ref("header.version"), {1: Raw("header_auth.iv", 2), 2: None})

# node, value, bytes, values of earlier fields; every value is valid
CASES: dict[str, tuple[Node, Any, bytes, dict[str, Any]]] = {
    "u8": (u8("header.iv_length"), 12, b"\x0c", {}),
    "u16": (u16("header.encryption_context.length"), 0x1234, b"\x12\x34", {}),
    "u32": (u32("header.frame_length"), 0x12345678, b"\x12\x34\x56\x78", {}),
    "u64": (u64("body.content_length"), 0x0123456789, b"\0\0\0\x01\x23\x45\x67\x89", {}),
    "raw-number": (Raw("header.message_id", 3), b"abc", b"abc", {}),
    "raw-empty": (Raw("header.message_id", 0), b"", b"", {}),
    "raw-ref": (Raw("body.frame.ciphertext", Ref("header.frame_length")), b"abcd", b"abcd", {"header.frame_length": 4}),
    "raw-lookup": (
        Raw("header.suite_data", Lookup(SUITES, SUITE_ID, "suite_data_length")),
        b"s" * 32,
        b"s" * 32,
        {"header.algorithm_suite_id": 0x0478},
    ),
    "raw-lookup-none": (
        Raw("header.suite_data", Lookup(SUITES, SUITE_ID, "suite_data_length")),
        b"",
        b"",
        {"header.algorithm_suite_id": 0x0014},
    ),
    "raw-lookup-same-for-all": (
        Raw("header_auth.tag", Lookup(SUITES, SUITE_ID, "tag_length")),
        b"t" * 16,
        b"t" * 16,
        {SUITE_ID.id: 0x0578},
    ),
    "raw-given": (Raw("raw_aes.key_name", Given("raw_aes.key_name")), b"name", b"name", {"raw_aes.key_name": 4}),
    "blob": (PROVIDER, b"abc", b"\0\3abc", {}),
    "blob-empty": (PROVIDER, b"", b"\0\0", {}),
    "blob-largest": (PROVIDER, b"x" * 65535, b"\xff\xff" + b"x" * 65535, {}),
    "section-absent": (SECTION, None, b"\0\0", {}),
    "section-pairs": (SECTION, [(b"k", b"vv"), (b"", b"")], b"\0\x0d\0\2\0\1k\0\2vv\0\0\0\0", {}),
    "counted": (KEYS, [(b"a",), (b"bb",)], b"\0\2\0\1a\0\2bb", {}),
    "group": (Group(u8("header.iv_length"), PROVIDER, u16("footer.signature.length")), (12, b"p", 7), b"\x0c\0\1p\0\7", {}),
    "group-run": (Group(u8("header.version"), u16("footer.signature.length"), Raw("header.message_id", 2)), (1, 7, b"id"), b"\1\0\7id", {}),
    "dispatch-first": (VERSIONS, (1, 0x80), b"\1\x80", {}),
    "dispatch-second": (VERSIONS, (2,), b"\2", {}),
    "choose-node": (CHOICE, b"iv", b"iv", {"header.version": 1}),
    "choose-nothing": (CHOICE, None, b"", {"header.version": 2}),
    "choose-lookup": (
        Choose(Lookup(SUITES, SUITE_ID, "signed"), {True: PROVIDER, False: None}),
        b"p",
        b"\0\1p",
        {"header.algorithm_suite_id": 0x0578},
    ),
    "until-last": (FRAMES, [(0xFFFFFFFF, 1)], b"\xff\xff\xff\xff\1", {}),
    "until-more": (FRAMES, [(1, b"ab"), (2, b"cd"), (0xFFFFFFFF, 2)], b"\0\0\0\1ab\0\0\0\2cd\xff\xff\xff\xff\2", {}),
}


@pytest.mark.req("FMT-HDR-001")
@each(("node", "value", "data", "values"), CASES.values(), ids=CASES)
def test_node_is_read_and_written_alike_in_all_ways(node: Node, value: Any, data: bytes, values: dict[str, Any]) -> None:
    assert_readings_agree(node, value, data, values)


SHORT_CASES = {name: case for name, case in CASES.items() if name != "blob-largest"}


@each(("node", "value", "data", "values"), SHORT_CASES.values(), ids=SHORT_CASES)
def test_node_cut_anywhere_names_the_innermost_field_that_is_not_whole(node: Node, value: Any, data: bytes, values: dict[str, Any]) -> None:
    assert_cut_is_told(node, data, values)


# --- numbers ---


@pytest.mark.req("FMT-HDR-001")
@pytest.mark.parametrize("make", [u8, u16, u32, u64])
@given(data=st.data())
def test_number_of_any_width_is_big_endian(make: Any, data: st.DataObject) -> None:
    node: UInt = make("header.frame_length")
    number = data.draw(st.integers(0, 256**node.size - 1))
    row = node.field
    assert row.maximum is not None
    assert_readings_agree(node, number, number.to_bytes(node.size, "big"), valid=number <= row.maximum)


@each(("make", "size"), [(u8, 1), (u16, 2), (u32, 4), (u64, 8)])
@each("beyond", [lambda size: 256**size, lambda size: -1, lambda size: None, lambda size: "1", lambda size: 1.5])
def test_number_that_does_not_fit_is_not_written(make: Any, size: int, beyond: Any) -> None:
    with pytest.raises(BuildError):
        build(make("header.frame_length"), beyond(size))


def test_closed_number_ends_the_reading_with_the_code_of_its_row() -> None:
    node = u16("header.algorithm_suite_id", closed=SUITES)
    assert_readings_agree(node, 0x0578, b"\x05\x78")
    problem = Problem(Code.UNKNOWN_SUITE, "header.algorithm_suite_id", None, 0, value=0x0579)
    reference = assert_refused(node, b"\x05\x79", problem)
    assert [(span.id, span.value) for span in reference.spans] == [("header.algorithm_suite_id", 0x0579)]


def test_number_that_its_row_forbids_is_read_all_the_same() -> None:
    assert_readings_agree(u8("header.type"), 0x81, b"\x81", valid=False)


# --- byte strings ---


@pytest.mark.parametrize("value", [b"ab", b"abcd", b"", None, 5, "abc", bytearray(b"abc")], ids=repr)
def test_raw_of_another_size_or_type_is_not_written(value: Any) -> None:
    with pytest.raises(BuildError):
        build(Raw("header.message_id", 3), value)


@pytest.mark.parametrize("value", [b"x" * 65536, None, 5, "text"], ids=["too-long", "none", "number", "text"])
def test_blob_that_does_not_fit_is_not_written(value: Any) -> None:
    with pytest.raises(BuildError):
        build(PROVIDER, value)


@given(st.binary(max_size=300))
def test_blob_of_any_bytes_is_read_and_written_alike(value: bytes) -> None:
    try:
        value.decode("utf-8")
        valid = True
    except UnicodeDecodeError:
        valid = False
    assert_readings_agree(PROVIDER, value, len(value).to_bytes(2, "big") + value, valid=valid)


def test_raw_with_a_huge_size_is_truncated_without_memory_for_it() -> None:
    node = Group(u64("body.content_length"), Raw("body.ciphertext", Ref("body.content_length")), Raw("body.tag", 16))
    data = b"\xff" * 8 + b"rest"
    problem = Problem(Code.TRUNCATED, "body.ciphertext", None, 8, needed=8 + 2**64 - 1)
    assert_refused(node, data, problem)


# --- sections and lists ---


@pytest.mark.req("FMT-AAD-002", "FMT-AAD-003", "FMT-AAD-004")
def test_section_has_three_states() -> None:
    assert_readings_agree(SECTION, None, b"\0\0")
    assert_readings_agree(SECTION, [], b"\0\2\0\0", valid=False)
    assert_readings_agree(SECTION, [(b"", b"")], b"\0\6\0\1\0\0\0\0")


@pytest.mark.req("FMT-AAD-007", "FMT-AAD-005", kind="negative")
@pytest.mark.parametrize(
    ("data", "field_id", "index", "offset", "value"),
    [
        (b"\0\1\0\0\0\0", "header.encryption_context.count", None, 2, None),
        (b"\0\7\0\1\0\0\0\0\0", "header.encryption_context.length", None, 0, 7),
        (b"\0\x06\0\0\0\0\0\0", "header.encryption_context.length", None, 0, 6),
        (b"\0\5\0\1\0\0\0\0", "header.encryption_context.value.length", 0, 6, None),
        (b"\0\6\0\1\0\1\0\0xx", "header.encryption_context.value.length", 0, 7, None),
        (b"\0\6\0\1\0\x09\0\0xx", "header.encryption_context.key", 0, 6, None),
        (b"\0\6\0\2\0\0\0\0\0\0\0\0", "header.encryption_context.key.length", 1, 8, None),
    ],
    ids=[
        "no-room-for-count",
        "slack",
        "pairs-not-counted",
        "value-length-cut",
        "key-into-value",
        "key-out-of-section",
        "one-pair-too-many",
    ],
)
def test_section_that_its_content_does_not_fill_is_malformed(
    data: bytes, field_id: str, index: int | None, offset: int, value: int | None
) -> None:
    assert_refused(SECTION, data, Problem(Code.AAD_LENGTH_MISMATCH, field_id, index, offset, value=value))


def test_section_overrun_is_malformed_even_where_the_input_is_cut() -> None:
    problem = Problem(Code.AAD_LENGTH_MISMATCH, "header.encryption_context.key", 0, 6)
    assert trace(SECTION, b"\0\6\0\1\0\x09").problem == problem


def test_section_of_more_than_its_length_can_say_is_not_written() -> None:
    with pytest.raises(BuildError):
        build(SECTION, [(b"k", b"v" * 65535)])


@pytest.mark.req("FMT-EDK-008", "FMT-EDK-009")
def test_list_keeps_order_and_duplicates() -> None:
    assert_readings_agree(KEYS, [(b"b",), (b"a",), (b"b",)], b"\0\3\0\1b\0\1a\0\1b")


def test_list_tells_the_index_of_each_item() -> None:
    spans = trace(KEYS, b"\0\2\0\1a\0\1b").spans
    assert [(span.id.rpartition(".")[2], span.index) for span in spans] == [
        ("count", None),
        ("length", 0),
        ("provider_id", 0),
        ("length", 1),
        ("provider_id", 1),
    ]


@pytest.mark.req("FMT-EDK-010", kind="negative")
def test_list_with_a_count_that_the_bytes_do_not_bear_is_truncated() -> None:
    problem = Problem(Code.TRUNCATED, "header.encrypted_data_keys.provider_id.length", 1, 5, needed=7)
    assert_refused(KEYS, b"\xff\xff\0\1a", problem)


def test_list_longer_than_its_count_can_say_is_not_written() -> None:
    with pytest.raises(BuildError):
        build(KEYS, [(b"",)] * 65536)


# --- structure ---


@pytest.mark.parametrize("value", [(1,), (1, 2, 3), None, 5, ()], ids=repr)
def test_group_of_another_number_of_values_is_not_written(value: Any) -> None:
    with pytest.raises(BuildError):
        build(Group(u8("header.version"), u8("header.type")), value)


def test_dispatch_on_an_unknown_lead_ends_the_reading_at_the_lead() -> None:
    assert_refused(VERSIONS, b"\3\0", Problem(Code.UNSUPPORTED_VERSION, "header.version", None, 0, value=3))


def test_dispatch_without_a_group_for_the_value_is_not_written() -> None:
    with pytest.raises(BuildError):
        build(VERSIONS, (3,))


def test_dispatch_with_default_blames_a_cut_lead_on_the_default() -> None:
    problem = Problem(Code.TRUNCATED, "body.frame.sequence_number", 1, 6, needed=10)
    assert_refused(FRAMES, b"\0\0\0\1ab\xff\xff\xff", problem)


@pytest.mark.parametrize("value", [b"iv", None], ids=["a-value-where-nothing-stands", "nothing-where-a-value-stands"])
def test_choice_with_the_wrong_presence_is_not_written(value: bytes | None) -> None:
    with pytest.raises(BuildError):
        build(CHOICE, value, values={"header.version": 1 if value is None else 2})


def test_choice_by_a_value_without_a_case_is_not_written() -> None:
    with pytest.raises(BuildError):
        build(CHOICE, b"iv", values={"header.version": 3})


def test_choice_by_a_value_without_a_case_is_not_read() -> None:
    with pytest.raises(LookupError, match=r"header\.version 3"):
        trace(CHOICE, b"iv", values={"header.version": 3})


@pytest.mark.req("FMT-FRM-007", "FMT-FRM-008", kind="negative")
@pytest.mark.parametrize(
    "value",
    [[], None, [(1, b"ab")], [(0xFFFFFFFF, 1), (0xFFFFFFFF, 2)], [(0xFFFFFFFF, 1), (1, b"ab")], [(0xFFFFFFFF, b"ab")]],
    ids=["nothing", "none", "no-last", "two-last", "more-behind-last", "marker-as-number"],
)
def test_repetition_without_exactly_one_last_group_is_not_written(value: Any) -> None:
    with pytest.raises(BuildError):
        build(FRAMES, value)


# --- the hook ---


def test_hook_hears_each_value_as_soon_as_it_is_read_and_lists_when_they_are_complete() -> None:
    heard: list[tuple[str, Any, int, int | None]] = []
    trace(Group(u8("header.version"), SECTION), b"\1\0\6\0\1\0\0\0\0", on_value=lambda *args: heard.append(args))
    stem = "header.encryption_context"
    assert heard == [
        ("header.version", 1, 0, None),
        (f"{stem}.length", 6, 1, None),
        (f"{stem}.count", 1, 3, None),
        (f"{stem}.key.length", 0, 5, 0),
        (f"{stem}.key", b"", 7, 0),
        (f"{stem}.value.length", 0, 7, 0),
        (f"{stem}.value", b"", 9, 0),
        (stem, [(b"", b"")], 3, None),
        (stem, [(b"", b"")], 3, None),
    ]


def test_hook_hears_of_an_absent_section() -> None:
    heard: list[tuple[str, Any, int, int | None]] = []
    trace(SECTION, b"\0\0", on_value=lambda *args: heard.append(args))
    assert heard[-1] == ("header.encryption_context", None, 2, None)


def test_hook_does_not_hear_a_closed_number_that_is_unknown() -> None:
    heard: list[str] = []
    trace(u16("header.algorithm_suite_id", closed=SUITES), b"\0\0", on_value=lambda field_id, *_: heard.append(field_id))
    assert heard == []


def test_hook_that_raises_ends_the_reading_before_the_next_field() -> None:
    def refuse(field_id: str, value: Any, offset: int, index: int | None) -> None:
        if field_id == "header.encrypted_data_keys.count":
            raise ZeroDivisionError(value)

    with pytest.raises(ZeroDivisionError, match="9"):
        trace(KEYS, b"\0\x09", on_value=refuse)


# --- ids and expressions ---


@pytest.mark.parametrize(
    "make",
    [
        lambda: u8("header.no_such_field"),
        lambda: Raw("header.no_such_field", 1),
        lambda: Blob("header.message_id"),
        lambda: Blob("header.no_such_field"),
        lambda: Section("header.message_id", PAIRS),
        lambda: Counted("header.message_id", Group()),
        lambda: Ref("header.no_such_field"),
        lambda: Given("header.no_such_field"),
        lambda: Lookup(SUITES, Ref("header.no_such_field"), "tag_length"),
    ],
    ids=["number", "raw", "blob-without-length", "blob", "section-without-length", "list-without-count", "ref", "given", "lookup"],
)
def test_unknown_id_fails_when_the_node_is_made(make: Any) -> None:
    with pytest.raises(LookupError):
        make()


def test_expressions_show_their_field_and_rows() -> None:
    tag = Lookup(SUITES, SUITE_ID, "tag_length")
    assert tag.id == "header.algorithm_suite_id"
    assert tag.rows == dict.fromkeys(SUITES, 16)
    assert Ref("header.frame_length").id == "header.frame_length"
    assert Given("raw_aes.key_name").id == "raw_aes.key_name"


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        (Ref("header.frame_length"), {}),
        (Lookup(SUITES, SUITE_ID, "tag_length"), {}),
        (Lookup(SUITES, SUITE_ID, "tag_length"), {"header.algorithm_suite_id": 0}),
        (Given("raw_aes.key_name"), {}),
    ],
    ids=["ref", "lookup", "lookup-unknown-row", "given"],
)
def test_expression_without_its_value_says_which_is_missing(expression: Any, values: dict[str, Any]) -> None:
    with pytest.raises(LookupError, match=expression.id.replace(".", r"\.")):
        expression(values)


def test_reading_keeps_the_last_value_of_each_field() -> None:
    reading = ReadState(10, {}, None, record=True)
    reading.note("header.frame_length", 1, 0, 4)
    reading.note("header.frame_length", 2, 4, 8)
    assert reading.values == {"header.frame_length": 2}
    assert [span.value for span in reading.spans] == [1, 2]
