"""The value rules: each broken alone, told with its code, path and offset, in the order of the bytes; and the caller's limits."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given

from esdkit import errors
from esdkit.errors import Code, EsdkError, MalformedMessage, PolicyError
from esdkit.grammar.field import Node, Span
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.message import EncryptedDataKey, Frame, Header, Message, NonFramedBody, ReadLimits, build, parse, parse_header
from esdkit.message.header import build_header
from esdkit.message.rules import DEFAULT_LIMITS, EARLIER, RULES, Rule, RuleChecker, context_is_sorted, fast_reading, rule
from esdkit.spec import FIELDS, SUITES, error_codes
from tests.each import each
from tests.samples import HEADERS, native_cases, native_ciphertext, sample_header
from tests.strategies import headers
from tests.unit.message.outcomes import refusal_of
from tools.make_docs import rule_requirements

FRAMES = (Frame(1, b"i" * 12, b"a" * 16, b"t" * 16), Frame(2, b"i" * 12, b"b" * 16, b"t" * 16), Frame(3, b"i" * 12, b"c", b"t" * 16, True))
MESSAGES = {
    "v1": Message(sample_header(SUITES[0x0178]), FRAMES, None),
    "v1-block": Message(sample_header(SUITES[0x0378], framed=False), NonFramedBody(b"i" * 12, b"content", b"t" * 16), b"signature"),
    "v2": Message(sample_header(SUITES[0x0578]), FRAMES, b"signature"),
}
KEYS, CONTEXT = "header.encrypted_data_keys", "header.encryption_context"


@dataclass(frozen=True)
class Fault:
    """A message that breaks one rule: numbers to write instead of the valid ones, or other values in the model."""

    base: str
    code: Code
    path: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    header: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None

    def message(self) -> Message:
        base = MESSAGES[self.base]
        return replace(base, header=replace(base.header, **self.header), body=self.body or base.body)

    def data(self) -> bytes:
        return build(self.message(), override=self.numbers)


def number(base: str, code: Code, path: str, value: int) -> Fault:
    return Fault(base, code, path, {path: value})


def context(code: Code, path: str, *pairs: tuple[bytes, bytes]) -> Fault:
    return Fault("v2", code, path, header={"context_pairs": pairs})


def frames(code: Code, path: str, *numbers: int) -> Fault:
    body = tuple(replace(frame, sequence_number=number) for frame, number in zip(FRAMES[-len(numbers) :], numbers, strict=True))
    return Fault("v2", code, path, body=body)


OTHER, NO_TEXT = EncryptedDataKey(b"id", b"", b""), EncryptedDataKey(b"\x80", b"", b"")
LONG_FINAL = replace(FRAMES[2], sequence_number=1, ciphertext=b"c" * 17)
FAULTS: dict[str, Fault] = {
    "type-0": number("v1", Code.UNSUPPORTED_TYPE, "header.type", 0),
    "type-81": number("v1", Code.UNSUPPORTED_TYPE, "header.type", 0x81),
    "reserved-low": number("v1", Code.RESERVED_NONZERO, "header.reserved", 1),
    "reserved-high": number("v1-block", Code.RESERVED_NONZERO, "header.reserved", 1 << 31),
    "iv-length-11": number("v1", Code.IV_LENGTH_MISMATCH, "header.iv_length", 11),
    "iv-length-0": number("v1-block", Code.IV_LENGTH_MISMATCH, "header.iv_length", 0),
    "suite-of-version-2": number("v1", Code.SUITE_VERSION_MISMATCH, "header.algorithm_suite_id", 0x0478),
    "suite-of-version-1": Fault(
        "v2", Code.SUITE_VERSION_MISMATCH, "header.algorithm_suite_id", header={"suite": SUITES[0x0378], "suite_data": b""}
    ),
    "frame-length-0": number("v2", Code.FRAME_LENGTH_VS_CONTENT_TYPE, "header.frame_length", 0),
    "frame-length-of-a-block": number("v1-block", Code.FRAME_LENGTH_VS_CONTENT_TYPE, "header.frame_length", 1),
    "context-count-0": Fault("v2", Code.AAD_COUNT_ZERO, f"{CONTEXT}.count", header={"context_pairs": ()}),
    "context-key": context(Code.AAD_BAD_UTF8, f"{CONTEXT}[1].key", (b"a", b"1"), (b"b\xff", b"2")),
    "context-value": context(Code.AAD_BAD_UTF8, f"{CONTEXT}[0].value", (b"a", b"\xed\xa0\x80"), (b"b", b"2")),
    "context-cut-character": context(Code.AAD_BAD_UTF8, f"{CONTEXT}[0].key", (b"\xf0\x90\x8d", b"\x88")),
    "duplicate-key": context(Code.AAD_DUPLICATE_KEY, f"{CONTEXT}[2].key", (b"a", b"1"), (b"b", b"2"), (b"a", b"3")),
    "duplicate-pair": context(Code.AAD_DUPLICATE_KEY, f"{CONTEXT}[1].key", (b"", b""), (b"", b"")),
    "no-data-key": Fault("v2", Code.EDK_COUNT_ZERO, f"{KEYS}.count", header={"encrypted_data_keys": ()}),
    "provider-id": Fault("v2", Code.PROVIDER_ID_BAD_UTF8, f"{KEYS}[1].provider_id", header={"encrypted_data_keys": (OTHER, NO_TEXT)}),
    "first-number-0": frames(Code.SEQ_OUT_OF_ORDER, "body.frame[0].sequence_number", 0, 2, 3),
    "first-number-2": frames(Code.SEQ_OUT_OF_ORDER, "body.frame[0].sequence_number", 2, 3, 4),
    "gap": frames(Code.SEQ_OUT_OF_ORDER, "body.frame[1].sequence_number", 1, 3, 4),
    "repeated": frames(Code.SEQ_OUT_OF_ORDER, "body.frame[1].sequence_number", 1, 1, 2),
    "final-too-high": frames(Code.SEQ_OUT_OF_ORDER, "body.final_frame.sequence_number", 1, 2, 4),
    "final-too-low": frames(Code.SEQ_OUT_OF_ORDER, "body.final_frame.sequence_number", 1, 2, 2),
    "final-0": frames(Code.SEQ_OUT_OF_ORDER, "body.final_frame.sequence_number", 0),
    "final-alone-2": frames(Code.SEQ_OUT_OF_ORDER, "body.final_frame.sequence_number", 2),
    "final-too-long": Fault("v2", Code.FINAL_TOO_LONG, "body.final_frame.content_length", body=(LONG_FINAL,)),
    "final-much-too-long": number("v2", Code.FINAL_TOO_LONG, "body.final_frame.content_length", 0xFFFFFFFF),
    "block-too-long": number("v1-block", Code.NONFRAMED_TOO_LONG, "body.content_length", 2**36 - 31),
    "block-much-too-long": number("v1-block", Code.NONFRAMED_TOO_LONG, "body.content_length", 2**64 - 1),
}
# What ends the structure as well, so that nobody reads on.
STRUCTURAL = {"final-much-too-long", "block-too-long", "block-much-too-long", "suite-of-version-2", "frame-length-0"}


def spans(root: Node, data: bytes) -> dict[str, Span]:
    return {FIELDS[span.id].path(span.index): span for span in trace(root, data).spans}


@pytest.mark.req("FMT-HDR-005", "FMT-HDR-011", "FMT-HDR-012", "FMT-HDR-013", "FMT-HDR-015", "FMT-HDR-019", kind="negative")
@pytest.mark.req("FMT-HDR-016", "FMT-AAD-002", "ALG-SUI-013", "FMT-FRM-020", kind="negative")
@pytest.mark.req("FMT-AAD-004", "FMT-AAD-008", "FMT-AAD-010", "FMT-EDK-002", "FMT-EDK-004", "ALG-SUI-004", kind="negative")
@pytest.mark.req("FMT-FRM-004", "FMT-FRM-005", "FMT-FRM-006", "FMT-FRM-010", "FMT-FRM-022", "FMT-NFR-003", "FMT-NFR-009", kind="negative")
@each("fault", FAULTS.values(), ids=FAULTS)
def test_broken_rule_is_told_with_code_path_and_offset(fault: Fault) -> None:
    data = fault.data()
    error = refusal_of(data)
    row = error_codes()[fault.code]
    assert type(error) is getattr(errors, row.class_name)
    assert (error.code, error.path) == (fault.code, fault.path)
    assert error.message
    span = spans(MESSAGE, data)[fault.path]
    assert error.offset == span.start
    assert error.reqs == row.requirements
    assert set(error.reqs) & set(FIELDS[span.id].requirements)


@each("name", sorted(FAULTS.keys() - STRUCTURAL))
def test_broken_rule_does_not_spoil_the_round_trip_when_only_the_structure_counts(name: str) -> None:
    data = FAULTS[name].data()
    assert build(parse(data, strict=False)) == data


@pytest.mark.parametrize("name", MESSAGES)
def test_lawful_message_breaks_no_rule(name: str) -> None:
    assert parse(build(MESSAGES[name])) == MESSAGES[name]


@pytest.mark.req("FMT-FRM-010", "FMT-FRM-011")
@pytest.mark.parametrize("length", [0, 1, 15, 16])
def test_final_frame_of_any_length_up_to_the_frame_length_is_valid(length: int) -> None:
    body = (FRAMES[0], replace(FRAMES[2], sequence_number=2, ciphertext=b"c" * length))
    message = replace(MESSAGES["v2"], body=body)
    assert parse(build(message)) == message


@pytest.mark.req("FMT-HDR-016")
@pytest.mark.parametrize("frame_length", [1, 2, 127, 129, 2**31, 2**32 - 1])
def test_frame_length_of_any_size_is_valid(frame_length: int) -> None:
    header = sample_header(SUITES[0x0478], frame_length=frame_length)
    assert parse_header(build_header(header))[0] == header


@pytest.mark.req("FMT-NFR-008")
def test_block_of_the_largest_length_is_lawful_and_only_cut() -> None:
    data = build(MESSAGES["v1-block"], override={"body.content_length": 2**36 - 32})
    assert (refusal_of(data).code, refusal_of(data).path) == (Code.TRUNCATED, "body.ciphertext")


@pytest.mark.req("FMT-AAD-019", "FMT-AAD-020", "FMT-AAD-015")
@pytest.mark.req("FMT-AAD-009", kind="negative")
def test_context_in_any_order_with_reserved_keys_and_empty_texts_is_valid() -> None:
    pairs = ((b"b", b""), (b"aws-crypto-foo", b"v"), (b"", b"empty"))
    header = sample_header(SUITES[0x0478], pairs=pairs)
    assert parse_header(build_header(header))[0] == header
    keys = [key for key, _ in pairs]
    assert not context_is_sorted(keys)
    assert context_is_sorted(sorted(keys))
    assert context_is_sorted([])


@pytest.mark.req("FMT-AAD-016")
def test_context_of_more_than_32767_bytes_is_valid() -> None:
    header = sample_header(SUITES[0x0478], pairs=((b"k" * 30000, b"v" * 35527),))
    assert parse_header(build_header(header))[0] == header


# --- order ---

_ORDER = ["type-0", "suite-of-version-2", "context-count-0", "no-data-key", "reserved-low", "iv-length-11", "frame-length-0"]
_NUMBERS = {
    "type-0": ("header.type", 0),
    "suite-of-version-2": ("header.algorithm_suite_id", 0x0478),
    "context-count-0": (f"{CONTEXT}.count", 0),
    "no-data-key": (f"{KEYS}.count", 0),
    "reserved-low": ("header.reserved", 1),
    "iv-length-11": ("header.iv_length", 11),
    "frame-length-0": ("header.frame_length", 0),
}


@each(("first", "second"), list(itertools.combinations(_ORDER, 2)))
def test_of_two_broken_rules_the_first_in_the_bytes_is_told(first: str, second: str) -> None:
    data = build_header(MESSAGES["v1"].header, override=dict([_NUMBERS[first], _NUMBERS[second]]))
    with pytest.raises(EsdkError) as caught:
        parse_header(data)
    assert (caught.value.code, caught.value.path) == (FAULTS[first].code, FAULTS[first].path)


@pytest.mark.parametrize(
    ("pairs", "code", "path"),
    [
        (((b"a", b""), (b"a", b""), (b"\xff", b"")), Code.AAD_DUPLICATE_KEY, f"{CONTEXT}[1].key"),
        (((b"a", b""), (b"\xff", b""), (b"a", b"")), Code.AAD_BAD_UTF8, f"{CONTEXT}[1].key"),
        (((b"a", b"\xff"), (b"a", b"")), Code.AAD_BAD_UTF8, f"{CONTEXT}[0].value"),
        (((b"\xff", b""), (b"\xff", b"")), Code.AAD_BAD_UTF8, f"{CONTEXT}[0].key"),
    ],
    ids=["duplicate-then-text", "text-then-duplicate", "value-then-duplicate", "text-twice"],
)
def test_of_two_faults_in_the_context_the_first_in_the_bytes_is_told(pairs: tuple[tuple[bytes, bytes], ...], code: Code, path: str) -> None:
    error = refusal_of(context(code, path, *pairs).data())
    assert (error.code, error.path) == (code, path)


@pytest.mark.parametrize(
    ("header", "behind"),
    [
        ({"context_pairs": ((b"a", b""), (b"a", b""), (b"c", b"cccc"))}, f"{CONTEXT}[2].value"),
        ({"context_pairs": ((b"\xff", b""), (b"c", b"cccc"))}, f"{CONTEXT}[1].value"),
        ({"encrypted_data_keys": (EncryptedDataKey(b"\xff", b"", b""), EncryptedDataKey(b"id", b"", b"cccc"))}, f"{KEYS}[1].ciphertext"),
        ({"suite": SUITES[0x0378], "suite_data": b""}, "header.message_id"),
    ],
    ids=["duplicate", "text", "provider-id", "suite"],
)
def test_broken_rule_is_told_before_what_is_cut_behind_it(header: dict[str, Any], behind: str) -> None:
    data = build_header(replace(MESSAGES["v2"].header, **header))
    cut = spans(HEADER, data)[behind].end - 1
    whole, partial = refusal_of(data), refusal_of(data[:cut])
    assert isinstance(partial, MalformedMessage)
    assert (partial.code, partial.path, partial.offset) == (whole.code, whole.path, whole.offset)


# --- limits ---


@pytest.mark.req("CLI-CFG-004", "CLI-CFG-005", "CLI-CFG-006")
@pytest.mark.parametrize("most", [None, 2, 3])
def test_data_keys_up_to_the_limit_are_read(most: int | None) -> None:
    data = build_header(HEADERS["v2"])
    assert parse_header(data, limits=ReadLimits(max_encrypted_data_keys=most))[0] == HEADERS["v2"]


@pytest.mark.req("CLI-CFG-004", "CLI-DEC-014", "FMT-EDK-010", kind="negative")
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
@pytest.mark.parametrize("entries", [True, False], ids=["with-entries", "count-alone"])
def test_data_keys_beyond_the_limit_are_refused_at_their_count(strict: bool, entries: bool) -> None:
    data = build_header(HEADERS["v2"])
    count = spans(HEADER, data)[f"{KEYS}.count"]
    with pytest.raises(PolicyError) as caught:
        parse_header(data if entries else data[: count.end], strict=strict, limits=ReadLimits(max_encrypted_data_keys=1))
    assert (caught.value.code, caught.value.path, caught.value.offset) == (Code.EDK_LIMIT_EXCEEDED, f"{KEYS}.count", count.start)
    assert caught.value.message


@pytest.mark.req("CLI-CFG-004", "FMT-HDR-023", kind="negative")
@pytest.mark.parametrize(("short", "code"), [(0, Code.EDK_LIMIT_EXCEEDED), (1, Code.HEADER_TOO_LARGE)], ids=["within", "beyond"])
def test_number_of_data_keys_is_judged_only_where_it_stands_within_the_budget(short: int, code: Code) -> None:
    data = build_header(HEADERS["v2"])
    budget = spans(HEADER, data)[f"{KEYS}.count"].end - short
    with pytest.raises(PolicyError) as caught:
        parse_header(data, limits=ReadLimits(max_encrypted_data_keys=1, header_budget=budget))
    assert (caught.value.code, caught.value.path) == (code, f"{KEYS}.count")


@pytest.mark.req("FMT-HDR-023")
@pytest.mark.parametrize("name", HEADERS)
def test_header_of_exactly_the_budget_is_read(name: str) -> None:
    data = build_header(HEADERS[name])
    assert parse_header(data, limits=ReadLimits(header_budget=len(data)))[0] == HEADERS[name]


@pytest.mark.req("FMT-HDR-023", kind="negative")
@each("strict", [True, False], ids=["strict", "lenient"])
@each("name", HEADERS)
def test_header_beyond_the_budget_is_refused_where_that_shows(name: str, strict: bool) -> None:
    data = build_header(HEADERS[name])
    places = spans(HEADER, data)
    for budget in range(1, len(data)):
        with pytest.raises(PolicyError) as caught:
            parse_header(data, strict=strict, limits=ReadLimits(header_budget=budget))
        assert caught.value.code is Code.HEADER_TOO_LARGE
        assert caught.value.path is not None
        told = places[caught.value.path]
        assert told.start == caught.value.offset
        assert told.start <= next(span.start for span in places.values() if span.end > budget)


@pytest.mark.req("FMT-HDR-023", kind="negative")
@pytest.mark.parametrize(
    ("path", "value", "budget"),
    [
        (f"{CONTEXT}.length", 65535, 65000),
        (f"{KEYS}.count", 65535, 65535 * 6),
        (f"{KEYS}[0].ciphertext.length", 65535, 65000),
        (f"{KEYS}[1].provider_info.length", 60000, 60000),
    ],
)
def test_budget_is_judged_at_the_number_that_breaks_it_before_the_bytes_are_there(path: str, value: int, budget: int) -> None:
    data = build_header(HEADERS["v2"], override={path: value})
    span = spans(HEADER, data)[path]
    with pytest.raises(PolicyError) as caught:
        parse_header(data[: span.end], limits=ReadLimits(header_budget=budget))
    assert (caught.value.code, caught.value.path, caught.value.offset) == (Code.HEADER_TOO_LARGE, path, span.start)
    assert caught.value.message


def test_default_budget_is_16_mib_and_no_limit_of_data_keys() -> None:
    assert ReadLimits(None, 16 * 2**20) == DEFAULT_LIMITS


# --- the checker ---


def test_checker_that_collects_lists_every_problem_in_order() -> None:
    pairs = ((b"\xff", b"\xff"), (b"a", b"1"), (b"a", b"2"))
    keys = (EncryptedDataKey(b"\x80", b"", b""), EncryptedDataKey(b"\x81", b"", b""))
    data = build_header(
        replace(MESSAGES["v1"].header, context_pairs=pairs, encrypted_data_keys=keys), override={"header.type": 1, "header.frame_length": 0}
    )
    checker = RuleChecker(limits=None, strict=True, collect=True)
    assert trace(HEADER, data, on_value=checker).problem is None
    assert [(problem.code, problem.path) for problem in checker.problems] == [
        (Code.UNSUPPORTED_TYPE, "header.type"),
        (Code.AAD_BAD_UTF8, f"{CONTEXT}[0].key"),
        (Code.AAD_BAD_UTF8, f"{CONTEXT}[0].value"),
        (Code.AAD_DUPLICATE_KEY, f"{CONTEXT}[2].key"),
        (Code.PROVIDER_ID_BAD_UTF8, f"{KEYS}[0].provider_id"),
        (Code.PROVIDER_ID_BAD_UTF8, f"{KEYS}[1].provider_id"),
        (Code.FRAME_LENGTH_VS_CONTENT_TYPE, "header.frame_length"),
    ]
    offsets = [problem.offset for problem in checker.problems]
    assert offsets == sorted(offset for offset in offsets if offset is not None)


def test_checker_that_is_not_strict_checks_only_the_limits() -> None:
    data = build_header(MESSAGES["v1"].header, override={"header.type": 1})
    checker = RuleChecker(limits=ReadLimits(max_encrypted_data_keys=1, header_budget=len(data) - 1), strict=False, collect=True)
    trace(HEADER, data, on_value=checker)
    assert [problem.code for problem in checker.problems] == [Code.EDK_LIMIT_EXCEEDED, Code.HEADER_TOO_LARGE]


@pytest.mark.parametrize("name", HEADERS)
def test_checker_finds_nothing_in_a_header_of_exactly_the_limits(name: str) -> None:
    data = build_header(HEADERS[name])
    limits = ReadLimits(max_encrypted_data_keys=len(HEADERS[name].encrypted_data_keys), header_budget=len(data))
    checker = RuleChecker(limits=limits, strict=True, collect=True)
    trace(HEADER, data, on_value=checker)
    assert checker.problems == []


@given(headers(valid=False) | headers())
def test_fast_reading_accepts_what_the_checker_finds_nothing_in(header: Header) -> None:
    data = build_header(header)
    checker = RuleChecker(limits=None, strict=True, collect=True)
    trace(HEADER, data, on_value=checker)
    assert (fast_reading(HEADER, True)(data, 0, len(data)) is None) == bool(checker.problems)


# --- the table ---


def missing_vectors(rules: list[Rule]) -> list[str]:
    """The rules without a negative native vector: one that is refused with the rule's code, at its field, for one of its requirements."""
    broken = set()
    for name, case in native_cases().items():
        if case["expect"]["outcome"] == "reject" and case["expect"]["code"] in {one.code.value for one in rules}:
            try:
                error = refusal_of(native_ciphertext(name))
            except pytest.fail.Exception:
                pytest.fail(f"the vector {name} is accepted, but must break a rule: {case['expect']['code']}")
            field_id = re.sub(r"\[\d+\]", "", error.path or "")
            broken |= {(case["expect"]["code"], field_id, requirement) for requirement in case["requirements"]}
    return [
        f"the rule {one.test.__name__} needs a negative native vector: code {one.code.value}, at {one.field_id}, for one of {requirements}"
        for one in rules
        for requirements in [rule_requirements(one)]
        if not any((one.code.value, one.field_id, requirement) in broken for requirement in requirements)
    ]


def test_every_rule_has_a_negative_native_vector() -> None:
    assert not missing_vectors(RULES)


def test_rule_without_a_vector_is_named() -> None:
    def message_id_is_not_zero(message_id: bytes) -> bool:
        # Reqs: FMT-HDR-007
        return any(message_id)

    forgotten = Rule(message_id_is_not_zero, ("header.message_id",), Code.BAD_CONTENT_TYPE, "")
    other_field = Rule(RULES[0].test, ("header.version", "header.message_id"), RULES[0].code, "")
    first, second = missing_vectors([*RULES, forgotten, other_field])
    assert "message_id_is_not_zero" in first
    assert "FMT-HDR-007" in first
    assert "header.message_id" in second


@pytest.mark.parametrize("one", RULES, ids=lambda one: f"{one.test.__name__}-{one.field_id}")
def test_rule_says_what_it_demands_and_what_was_got(one: Rule) -> None:
    assert (one.test.__doc__ or "").endswith(".")
    assert rule_requirements(one)
    described = one.describe([256] * len(one.operands))
    assert "{" not in described
    assert described[0].islower()


@pytest.mark.parametrize(
    "operands",
    [
        ("header.no_such_field",),
        ("body.frame.ciphertext",),
        ("body.final_frame.tag",),
        ("footer.signature",),
        ("raw_aes.iv",),
        (EARLIER, "body.frame.iv"),
    ],
    ids=lambda operands: operands[-1],
)
def test_rule_is_refused_where_it_could_not_be_asked(operands: tuple[str, ...]) -> None:
    before = list(RULES)
    with pytest.raises(LookupError, match=operands[-1]):
        rule(Code.BAD_CONTENT_TYPE, *operands, text="")(lambda *values: True)
    assert before == RULES


# --- the edge of the budget ---


@pytest.mark.parametrize("name", MESSAGES)
def test_header_of_exactly_the_budget_is_not_to_blame_for_a_broken_body(name: str) -> None:
    message = MESSAGES[name]
    data = build(message)
    exact = ReadLimits(None, len(build_header(message.header)))
    assert parse(data, limits=exact) == message
    for limits in (exact, DEFAULT_LIMITS):
        with pytest.raises(EsdkError) as caught:
            parse(data + b"x", limits=limits)
        assert caught.value.code is Code.TRAILING_DATA


@pytest.mark.parametrize("name", MESSAGES)
def test_count_that_ends_at_the_budget_is_judged_and_one_beyond_it_is_not(name: str) -> None:
    data = build(MESSAGES[name])
    end = next(span.end for span in trace(MESSAGE, data).spans if span.id == f"{KEYS}.count")
    none_allowed = [(end, Code.EDK_LIMIT_EXCEEDED), (end - 1, Code.HEADER_TOO_LARGE)]
    for budget, code in none_allowed:
        with pytest.raises(PolicyError) as caught:
            parse(data, limits=ReadLimits(0, budget))
        assert caught.value.code is code
