"""Reading: whole messages and headers, headers in pieces, and how each error says what, where and how much is missing."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit.errors import Code, EsdkError, MalformedMessage, MessageError, PolicyError, TruncatedMessage, UnsupportedMessage, UsageError
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.message import EncryptedDataKey, Header, HeaderReader, Message, ReadLimits, build, parse, parse_header
from esdkit.message import read as reading
from esdkit.message.read import locate, refuse
from esdkit.message.rules import DEFAULT_LIMITS
from esdkit.message.write import build_header
from esdkit.spec import FIELDS, NOT_ESDK, SUITES, error_for
from tests.samples import HEADERS, native_accepted, native_cases, native_ciphertext, sample_header
from tests.strategies import chunkings, headers, messages

NO_TEXT = EncryptedDataKey(b"\xff", b"", b"")
CIPHERTEXT = "header.encrypted_data_keys[0].ciphertext.length"
STARTS = [b"", b"\1\x80\1\x78", b"\2\4\x78", b"\2\5\x78" + bytes(32) + b"\0\0\0\1"]
NATIVE = {
    "v1": next(name for name in native_accepted() if "0178" in name and "f256" in name),
    "v1-signed": next(name for name in native_accepted() if "0378" in name),
    "block": next(name for name in native_accepted() if "-f0-" in name),
    "v2-signed": next(name for name in native_accepted() if "0578" in name and "f7" in name),
}


def told(error: EsdkError) -> tuple[Any, ...]:
    """All that an error says, but its words."""
    return (type(error), error.code, error.path, error.offset, getattr(error, "needed", None), error.reqs)


def outcome(read: Callable[[], Any]) -> Any:
    """What a reading gives, or what its error says."""
    try:
        return read()
    except EsdkError as error:
        return told(error)


def refusal_of(data: bytes, **options: Any) -> EsdkError:
    with pytest.raises(EsdkError) as caught:
        parse(data, **options)
    return caught.value


# --- both readings ---


def slowly(data: bytes, limits: ReadLimits, *, strict: bool) -> Message:
    """A message by the reference reading and the judge alone."""
    result = reading._explain(MESSAGE, data, limits, strict=strict)
    if result.end != len(data):
        raise error_for(Code.TRAILING_DATA, "bytes follow", offset=result.end)
    return reading._message(reading.header_from_values(*result.value[0]), *result.value[1:])


def mutated(data: st.DataObject, message: bytes) -> bytes:
    changed = bytearray(message)
    for _ in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at] = data.draw(st.sampled_from([0, 1, 2, 0x80, 0xFF, changed[at] ^ 1]))
    return bytes(changed)


@settings(max_examples=300)
@given(data=st.data(), strict=st.booleans())
def test_fast_reading_gives_what_the_reference_gives(data: st.DataObject, strict: bool) -> None:
    message = mutated(data, build(data.draw(messages() | messages(valid=False))))
    limits = ReadLimits(data.draw(st.none() | st.integers(1, 3)), data.draw(st.just(2**24) | st.integers(40, 300)))
    expected = outcome(lambda: slowly(message, limits, strict=strict))
    assert outcome(lambda: parse(message, strict=strict, limits=limits)) == expected


@pytest.mark.req("CLI-DEC-035")
@settings(max_examples=300)
@given(data=st.binary(max_size=120), start=st.sampled_from(STARTS), strict=st.booleans())
def test_any_bytes_give_a_message_or_an_error_of_ours(data: bytes, start: bytes, strict: bool) -> None:
    try:
        message = parse(start + data, strict=strict)
    except EsdkError as error:
        assert error.offset is not None
        assert error.offset <= len(start + data)
        assert (error.path is None) == (error.code is Code.TRAILING_DATA)
    else:
        assert build(message) == start + data


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview], ids=lambda wrap: wrap.__name__)
def test_bytes_of_every_kind_are_read_and_kept_as_bytes(wrap: Any) -> None:
    data = native_ciphertext(NATIVE["v2-signed"])
    message = parse(wrap(data))
    assert message == parse(data)
    assert type(message.header.message_id) is bytes
    assert type(message.header.encrypted_data_keys[0].ciphertext) is bytes
    assert parse_header(wrap(data))[0] == message.header


@pytest.mark.req("CLI-DEC-001", kind="negative")
@pytest.mark.parametrize("data", ["AYAB", None, 5, [1, 2], b"x".hex()], ids=repr)
@pytest.mark.parametrize("read", [parse, parse_header, lambda data: HeaderReader().feed(data)], ids=["parse", "header", "feed"])
def test_what_is_no_byte_string_is_a_usage_error(read: Any, data: Any) -> None:
    with pytest.raises(UsageError) as caught:
        read(data)
    assert caught.value.code is Code.INVALID_ARGUMENT


def test_header_is_read_with_its_length_and_what_follows_is_left() -> None:
    data = build_header(HEADERS["v1"])
    assert parse_header(data + b"\xff" * 9) == (HEADERS["v1"], len(data))


# --- what is cut ---


@pytest.mark.req("FMT-HDR-022", "FMT-FRM-025", "FMT-FTR-007")
@pytest.mark.req("FMT-HDR-022", "FMT-FRM-025", "FMT-FTR-001", "FMT-FTR-007", "FMT-FRM-007", "CLI-DEC-013", "CLI-DEC-030", kind="negative")
@pytest.mark.req("FMT-AAD-005", "FMT-EDK-001", "FMT-EDK-003", "FMT-HAU-001", "FMT-HAU-002", "FMT-HAU-003", "FMT-HAU-004", kind="negative")
@pytest.mark.req("FMT-HDR-008", "FMT-HDR-009", "FMT-HDR-014", "FMT-FRM-009", "FMT-FRM-011", "FMT-FRM-016", "FMT-FRM-018", kind="negative")
@pytest.mark.req("FMT-NFR-001", "FMT-NFR-002", "FMT-NFR-004", "FMT-NFR-005", "FMT-FRM-001", "FMT-FRM-002", "FMT-FTR-002", kind="negative")
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
@pytest.mark.parametrize("name", NATIVE.values(), ids=NATIVE)
def test_message_cut_anywhere_is_truncated_where_the_bytes_end(name: str, strict: bool) -> None:
    data = native_ciphertext(name)
    spans = trace(MESSAGE, data).spans
    step = 1 if len(data) < 2000 else 97
    edges = {span.start for span in spans if span.id.startswith(("body.frame.s", "body.final_frame.m", "footer.signature.l"))}
    for cut in sorted({*range(0, len(data), step), *edges}):
        span = next(span for span in spans if span.end > cut)
        error = refusal_of(data[:cut], strict=strict)
        assert isinstance(error, TruncatedMessage)
        assert (error.offset, error.needed) == (span.start, span.end)
        if cut in edges and span.id.startswith("body"):
            assert (error.code, error.path) == (Code.NO_FINAL_FRAME, f"body.frame[{span.index}].sequence_number")
        elif cut in edges:
            assert (error.code, error.path) == (Code.FOOTER_MISSING, "footer.signature.length")
        else:
            blamed = span.id.replace("body.final_frame.marker", "body.frame.sequence_number")
            assert (error.code, error.path) == (Code.TRUNCATED, FIELDS[blamed].path(span.index))


def test_nothing_at_all_is_truncated() -> None:
    assert told(refusal_of(b""))[1:5] == (Code.TRUNCATED, "header.version", 0, 1)


# --- what is left over ---


@pytest.mark.req("FMT-FTR-006", "FMT-FRM-008", "FMT-FTR-004", "CLI-DEC-031", "FMT-HDR-021", "FMT-FRM-007", kind="negative")
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
@pytest.mark.parametrize("name", NATIVE.values(), ids=NATIVE)
@pytest.mark.parametrize("more", [1, 2, None], ids=["a-byte", "an-empty-footer", "the-message-again"])
def test_bytes_behind_a_message_are_refused_where_they_begin(name: str, more: int | None, strict: bool) -> None:
    data = native_ciphertext(name)
    error = refusal_of(data + (data if more is None else bytes(more)), strict=strict)
    assert isinstance(error, MalformedMessage)
    assert (error.code, error.path, error.offset) == (Code.TRAILING_DATA, None, len(data))


# --- what is no message ---


@pytest.mark.req("CLI-DEC-008", "CLI-DEC-032")
@pytest.mark.parametrize("name", NATIVE.values(), ids=NATIVE)
def test_base64_text_of_a_message_is_recognised(name: str) -> None:
    error = refusal_of(base64.b64encode(native_ciphertext(name)))
    assert (type(error), error.code, error.offset) == (MalformedMessage, Code.LOOKS_LIKE_BASE64, 0)


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_base64_text_of_a_header_of_every_suite_is_recognised(suite: Any) -> None:
    assert refusal_of(base64.b64encode(build_header(sample_header(suite)))).code is Code.LOOKS_LIKE_BASE64


@pytest.mark.req("FMT-HDR-004", "CLI-DEC-008", kind="negative")
@pytest.mark.parametrize(
    "data", [b"\0", b"\3rest", b"AgX4", b"A", b"Ag", b"AX", b"\xff" * 50, b"-----BEGIN"], ids=lambda data: data[:8].hex()
)
def test_other_first_bytes_are_no_version(data: bytes) -> None:
    error = refusal_of(data)
    assert (type(error), error.code, error.path, error.offset) == (UnsupportedMessage, Code.UNSUPPORTED_VERSION, "header.version", 0)


@pytest.mark.req("FMT-HDR-006", "FMT-HDR-020", "ALG-SUI-003", kind="negative")
@pytest.mark.parametrize("suite_id", [*NOT_ESDK, 0x0015, 0xFFFF], ids=hex)
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
def test_foreign_suite_is_unsupported(suite_id: int, strict: bool) -> None:
    error = refusal_of(build_header(HEADERS["v2"], override={"header.algorithm_suite_id": suite_id}), strict=strict)
    assert (type(error), error.code, error.path, error.offset) == (UnsupportedMessage, Code.UNKNOWN_SUITE, "header.algorithm_suite_id", 1)
    assert (NOT_ESDK.get(suite_id, "!") in error.message) == (suite_id in NOT_ESDK)


@pytest.mark.req("FMT-HDR-010", kind="negative")
@pytest.mark.parametrize("content_type", [0, 3, 255])
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
def test_unknown_content_type_is_malformed(content_type: int, strict: bool) -> None:
    error = refusal_of(build_header(HEADERS["v1"], override={"header.content_type": content_type}), strict=strict)
    assert (type(error), error.code, error.path) == (MalformedMessage, Code.BAD_CONTENT_TYPE, "header.content_type")


@pytest.mark.req("FMT-AAD-001", "FMT-AAD-005", "FMT-AAD-006", "FMT-AAD-007", kind="negative")
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
@pytest.mark.parametrize(
    ("override", "path"),
    [
        ({"header.encryption_context.length": 1}, "header.encryption_context.count"),
        ({"header.encryption_context.length": 8}, "header.encryption_context[0].key"),
        ({"header.encryption_context.count": 2}, "header.encryption_context.length"),
        ({"header.encryption_context.count": 4}, "header.encryption_context[3].key.length"),
        ({"header.encryption_context[1].value.length": 65535}, "header.encryption_context[1].value"),
    ],
    ids=["no-room", "cut-in-pair", "too-few", "too-many", "value-out-of-section"],
)
def test_context_that_does_not_fill_its_length_is_malformed(override: dict[str, int], path: str, strict: bool) -> None:
    error = refusal_of(build_header(HEADERS["v1"], override=override), strict=strict)
    assert (type(error), error.code, error.path) == (MalformedMessage, Code.AAD_LENGTH_MISMATCH, path)


def test_length_beyond_all_addresses_is_truncated_when_only_the_structure_counts() -> None:
    data = build(parse(native_ciphertext(NATIVE["block"])), override={"body.content_length": 2**64 - 1})
    error = refusal_of(data, strict=False)
    assert isinstance(error, TruncatedMessage)
    assert error.path == "body.ciphertext"


@pytest.mark.req("FMT-HDR-004", "FMT-HDR-005", "FMT-HDR-006", "FMT-HDR-010", "FMT-HDR-011", "FMT-HDR-012", "FMT-HDR-019", "ALG-SUI-004")
@pytest.mark.req("FMT-HDR-013", "FMT-HDR-015", "FMT-AAD-008", "FMT-AAD-010", "FMT-EDK-002", "FMT-EDK-004", "FMT-EDK-005", "FMT-EDK-006")
@given(headers())
def test_lawful_header_is_read_as_it_was_built(header: Header) -> None:
    data = build_header(header)
    assert parse_header(data) == (header, len(data))


@pytest.mark.req("FMT-HDR-001", "FMT-HDR-002", "FMT-HDR-003", "FMT-AAD-003", "FMT-EDK-006", kind="negative")
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("v1", b"\x01\x80\x01\x78", b"\x01\x80\x78\x01"),
        ("v1", b"\x00\x02\x00\x07aws-kms", b"\x02\x00\x00\x07aws-kms"),
        ("v1", b"\x00\x07creator", b"\x07\x00creator"),
        ("v1", b"\x02" + bytes(4) + b"\x0c", bytes(4) + b"\x02\x0c"),
        ("v1", b"\x0c\x00\x00\x00\x10", b"\x00\x00\x00\x10\x0c"),
        ("v2", b"\x02\x00\x00\x00\x10", b"\x00\x00\x00\x10\x02"),
        ("v2-no-context", bytes(range(28, 32)) + b"\x00\x00", bytes(range(28, 32)) + b"\x00\x00\x00\x00"),
        ("v1", b"\x00\x0a" + "schlüssel".encode(), b"\x00\x09" + "schlüssel".encode()),
    ],
    ids=["suite-little", "count-little", "length-little", "reserved-first", "frame-length-first", "length-first", "count", "characters"],
)
def test_header_with_numbers_or_fields_turned_around_is_refused(name: str, old: bytes, new: bytes) -> None:
    data = build_header(HEADERS[name])
    assert data.count(old) == 1
    with pytest.raises(MessageError):
        parse_header(data.replace(old, new))


# --- explaining ---


@pytest.mark.parametrize(
    ("path", "field_id"),
    [
        ("header.version", "header.version"),
        ("header.encryption_context", "header.encryption_context.length"),
        ("header.encrypted_data_keys", "header.encrypted_data_keys.count"),
        ("header.encrypted_data_keys[1].provider_id", "header.encrypted_data_keys.provider_id.length"),
        ("header_auth.tag", "header_auth.tag"),
    ],
)
def test_locate_finds_the_first_byte_of_a_field_or_group(path: str, field_id: str) -> None:
    data = build_header(HEADERS["v1"])
    span = next(span for span in trace(HEADER, data).spans if span.id == field_id and span.index in (None, 1))
    assert locate(data, path) == span.start


@pytest.mark.parametrize("path", ["header.suite_data", "footer.signature", "encryption_context"])
def test_locate_of_what_is_not_in_the_header_is_none(path: str) -> None:
    assert locate(build_header(HEADERS["v1"]), path) is None
    assert locate(b"garbage", path) is None


def test_refuse_of_lawful_bytes_is_a_bug_of_ours() -> None:
    with pytest.raises(RuntimeError):
        refuse(native_ciphertext(NATIVE["v1"]))


def test_refuse_judges_no_limit_unless_told() -> None:
    data = native_ciphertext(NATIVE["v1"])
    with pytest.raises(RuntimeError):
        refuse(data)
    with pytest.raises(PolicyError):
        refuse(data, limits=ReadLimits(header_budget=50))


# --- in pieces ---


def piecewise(pieces: list[bytes], limits: ReadLimits, *, strict: bool) -> tuple[Header, int, bytes, bytes]:
    """A header by the reader; what it says while it is fed agrees with what it says at the end."""
    reader = HeaderReader(strict=strict, limits=limits)
    header = None
    for piece in pieces:
        assert header is reader.header
        header = reader.feed(piece)
    assert reader.finish() is reader.header
    assert header is reader.header
    return reader.finish(), reader.length, reader.raw, reader.rest


@pytest.mark.req("CLI-STR-002", "SIG-VER-007")
@settings(max_examples=400)
@given(data=st.data(), strict=st.booleans())
def test_header_in_any_pieces_gives_what_the_whole_gives(data: st.DataObject, strict: bool) -> None:
    whole = mutated(data, build_header(data.draw(headers() | headers(valid=False))) + data.draw(st.binary(max_size=5)))
    whole = whole[: data.draw(st.just(len(whole)) | st.integers(0, len(whole)))]
    limits = ReadLimits(data.draw(st.none() | st.integers(1, 3)), data.draw(st.just(2**24) | st.integers(1, 300)))
    pieces = data.draw(st.just([whole[at : at + 1] for at in range(len(whole))]) | chunkings(whole))

    def at_once() -> tuple[Header, int, bytes, bytes]:
        header, length = parse_header(whole, strict=strict, limits=limits)
        return header, length, whole[:length], whole[length:]

    assert outcome(lambda: piecewise(pieces, limits, strict=strict)) == outcome(at_once)


@pytest.mark.parametrize("name", sorted(native_cases()))
def test_native_message_byte_by_byte_gives_what_the_whole_gives(name: str) -> None:
    data = native_ciphertext(name)
    start = next((span.start for span in trace(MESSAGE, data).spans if span.id.startswith("body")), len(data))
    pieces = [data[at : at + 1] for at in range(start)]
    expected = outcome(lambda: parse_header(data[:start]))
    assert outcome(lambda: piecewise(pieces, DEFAULT_LIMITS, strict=True)[:2]) == expected


@pytest.mark.parametrize("data", [b"A", b"AY", b"AYAB", b"Ag", b"AgR", b"AgR4", b"AgV4AA", b"AgX4", b"Ax"], ids=repr)
def test_base64_text_byte_by_byte_is_told_as_the_whole_is(data: bytes) -> None:
    pieces = [data[at : at + 1] for at in range(len(data))]
    assert outcome(lambda: piecewise(pieces, DEFAULT_LIMITS, strict=True)) == outcome(lambda: parse_header(data))


@pytest.mark.req("CLI-DEC-014", "CLI-CFG-004", "FMT-HDR-006", "FMT-HDR-019", "FMT-EDK-002", "FMT-AAD-004", "FMT-HDR-023", kind="negative")
@pytest.mark.parametrize(
    ("override", "path", "limits"),
    [
        ({"header.type": 9}, "header.type", DEFAULT_LIMITS),
        ({"header.algorithm_suite_id": 9}, "header.algorithm_suite_id", DEFAULT_LIMITS),
        ({"header.algorithm_suite_id": 0x0578}, "header.algorithm_suite_id", DEFAULT_LIMITS),
        ({"header.encrypted_data_keys.count": 0}, "header.encrypted_data_keys.count", DEFAULT_LIMITS),
        ({}, "header.encrypted_data_keys.count", ReadLimits(max_encrypted_data_keys=1)),
        ({"header.encrypted_data_keys.count": 65535}, "header.encrypted_data_keys.count", ReadLimits(header_budget=100000)),
        ({"header.encryption_context.length": 65535}, "header.encryption_context.length", ReadLimits(header_budget=60000)),
        (
            {"header.encrypted_data_keys[0].ciphertext.length": 65535},
            "header.encrypted_data_keys[0].ciphertext.length",
            ReadLimits(None, 60000),
        ),
        ({"header.content_type": 3}, "header.content_type", DEFAULT_LIMITS),
        ({"header.reserved": 3}, "header.reserved", DEFAULT_LIMITS),
        ({"header.frame_length": 0}, "header.frame_length", DEFAULT_LIMITS),
    ],
)
def test_broken_rule_is_raised_as_soon_as_its_field_is_there(override: dict[str, int], path: str, limits: ReadLimits) -> None:
    data = build_header(HEADERS["v1"], override=override)
    span = next(span for span in trace(HEADER, data).spans if FIELDS[span.id].path(span.index) == path)
    reader = HeaderReader(limits=limits)
    assert reader.feed(data[: span.end - 1]) is None
    with pytest.raises(EsdkError) as caught:
        reader.feed(data[span.end - 1 : span.end])
    assert (caught.value.path, caught.value.offset) == (path, span.start)


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"context_pairs": ((b"a", b"1"), (b"a", b""))}, "header.encryption_context[1].value.length", Code.AAD_DUPLICATE_KEY),
        ({"context_pairs": ((b"a", b"\xff"),)}, "header.encryption_context[0].value", Code.AAD_BAD_UTF8),
        ({"encrypted_data_keys": (NO_TEXT, NO_TEXT)}, "header.encrypted_data_keys[0].provider_id", Code.PROVIDER_ID_BAD_UTF8),
    ],
    ids=["duplicate", "context-text", "provider-id"],
)
def test_broken_rule_of_a_section_or_data_key_is_raised_once_that_is_there(changes: dict[str, Any], path: str, code: Code) -> None:
    data = build_header(replace(HEADERS["v2"], **changes))
    edge = next(span.end for span in trace(HEADER, data).spans if FIELDS[span.id].path(span.index) == path)
    reader = HeaderReader()
    assert reader.feed(data[: edge - 1]) is None
    with pytest.raises(MalformedMessage) as caught:
        reader.feed(data[edge - 1 : edge])
    assert caught.value.code is code


def test_reader_stays_failed() -> None:
    reader = HeaderReader()
    with pytest.raises(UnsupportedMessage) as first:
        reader.feed(b"\3")
    with pytest.raises(UnsupportedMessage) as second:
        reader.feed(build_header(HEADERS["v1"]))
    with pytest.raises(UnsupportedMessage) as third:
        reader.finish()
    assert second.value is third.value is first.value
    assert reader.header is None


def test_reader_that_was_finished_too_early_stays_failed() -> None:
    data = build_header(HEADERS["v1"])
    reader = HeaderReader()
    reader.feed(data[:9])
    with pytest.raises(TruncatedMessage) as first:
        reader.finish()
    with pytest.raises(TruncatedMessage) as caught:
        reader.feed(data[9:])
    assert caught.value is first.value


def test_reader_keeps_what_follows_the_header() -> None:
    data = build_header(HEADERS["v1"])
    reader = HeaderReader()
    assert reader.feed(data + b"body") == HEADERS["v1"]
    assert reader.feed(b" and more") == HEADERS["v1"]
    assert (reader.length, reader.raw, reader.rest) == (len(data), data, b"body and more")


@pytest.mark.req("FMT-EDK-010", "FMT-HDR-023")
def test_reader_works_in_steps_that_are_linear_in_the_header(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    step = HeaderReader._step

    def count(self: HeaderReader) -> None:
        nonlocal steps
        steps += 1
        step(self)

    monkeypatch.setattr(HeaderReader, "_step", count)
    data = build_header(sample_header(SUITES[0x0478], keys=(EncryptedDataKey(b"id", b"info", bytes(300)),) * 300))
    reader = HeaderReader()
    for at in range(len(data)):
        reader.feed(data[at : at + 1])
    assert reader.header is not None
    assert steps <= 2 * len(trace(HEADER, data).spans)


def test_reader_asks_for_no_memory_that_the_bytes_do_not_bear() -> None:
    reader = HeaderReader()
    data = build_header(HEADERS["v2"], override={"header.encrypted_data_keys[0].provider_info.length": 65535})
    assert reader.feed(data) is None
    assert reader._buffer == data
    with pytest.raises(TruncatedMessage):
        reader.finish()
