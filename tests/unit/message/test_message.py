"""Whole messages: both readings agree, what is cut or left over is refused, and what is read is built back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit.errors import Code, EsdkError, MalformedMessage, TruncatedMessage, UsageError
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.message import (
    EncryptedDataKey,
    Frame,
    HeaderAuth,
    HeaderReader,
    Message,
    NonFramedBody,
    ReadLimits,
    build,
    parse,
    parse_header,
)
from esdkit.message.body import body_from_values, build_body, build_footer
from esdkit.message.header import build_header, build_header_body, header_from_values
from esdkit.message.problems import explain
from esdkit.spec import FIELDS, SUITES, error_for
from tests.each import each
from tests.samples import native_ciphertext, native_parsed, published_messages, sample_header
from tests.strategies import messages
from tests.unit.message.outcomes import NATIVE, mutated, outcome, refusal_of, told

STARTS = [b"", b"\1\x80\1\x78", b"\2\4\x78", b"\2\5\x78" + bytes(32) + b"\0\0\0\1"]


# --- both readings ---


def slowly(data: bytes, limits: ReadLimits, *, strict: bool) -> Message:
    """A message by the reference reading and the rule checker alone."""
    result = explain(MESSAGE, data, limits, strict=strict)
    if result.end != len(data):
        raise error_for(Code.TRAILING_DATA, "bytes follow", offset=result.end)
    values, body, footer = result.value
    header = header_from_values(*values)
    return Message(header, body_from_values(header, body), None if footer is None else footer[0])


@pytest.mark.slow
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
@each("data", ["AYAB", None, 5, [1, 2], b"x".hex()], ids=repr)
@each("read", [parse, parse_header, lambda data: HeaderReader().feed(data)], ids=["parse", "header", "feed"])
def test_what_is_no_byte_string_is_a_usage_error(read: Any, data: Any) -> None:
    with pytest.raises(UsageError) as caught:
        read(data)
    assert caught.value.code is Code.INVALID_ARGUMENT


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
@each("strict", [True, False], ids=["strict", "lenient"])
@each("name", NATIVE.values(), ids=NATIVE)
@each("more", [1, 2, None], ids=["a-byte", "an-empty-footer", "the-message-again"])
def test_bytes_behind_a_message_are_refused_where_they_begin(name: str, more: int | None, strict: bool) -> None:
    data = native_ciphertext(name)
    error = refusal_of(data + (data if more is None else bytes(more)), strict=strict)
    assert isinstance(error, MalformedMessage)
    assert (error.code, error.path, error.offset) == (Code.TRAILING_DATA, None, len(data))


# --- writing ---

FINAL = Frame(2, b"i" * 12, b"cd", b"t" * 16, final=True)
FRAMES = (Frame(1, b"i" * 12, b"a" * 16, b"t" * 16), FINAL)
BLOCK = NonFramedBody(b"i" * 12, b"content", b"t" * 16)
FRAMED = Message(sample_header(SUITES[0x0578]), FRAMES, b"signature")
SINGLE = Message(sample_header(SUITES[0x0178], framed=False), BLOCK, None)


@pytest.mark.req("FMT-HDR-024")
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
def test_native_message_is_built_back_byte_for_byte(strict: bool, subtests: pytest.Subtests) -> None:
    for name in native_parsed():
        with subtests.test(name):
            data = native_ciphertext(name)
            assert build(parse(data, strict=strict)) == data


@pytest.mark.req("FMT-HDR-024")
def test_published_messages_are_built_back_byte_for_byte() -> None:
    changed = [name for name, data in published_messages() if build(parse(data)) != data]
    assert changed == []


@pytest.mark.req("FMT-HDR-024", "FMT-EDK-008", "FMT-EDK-009", "FMT-HDR-016")
@given(messages())
def test_lawful_message_is_read_as_it_was_built(message: Message) -> None:
    assert parse(build(message)) == message
    assert parse(build(message), strict=False) == message


@pytest.mark.req("FMT-HDR-024")
@settings(max_examples=200)
@given(messages(valid=False))
def test_unlawful_message_is_read_as_it_was_built_when_only_the_structure_counts(message: Message) -> None:
    assert parse(build(message), strict=False) == message


@given(messages())
def test_message_is_its_parts_one_behind_the_other(message: Message) -> None:
    header = build_header(message.header)
    assert build(message) == header + build_body(message) + build_footer(message)
    auth = message.header.auth
    assert header == build_header_body(message.header) + auth.iv + auth.tag


@pytest.mark.parametrize(
    ("message", "path", "value"),
    [
        (FRAMED, "header.encrypted_data_keys.count", 1),
        (FRAMED, "header.encryption_context[2].value.length", 0),
        (FRAMED, "body.frame[0].sequence_number", 9),
        (FRAMED, "body.final_frame.content_length", 0xFFFFFFFF),
        (FRAMED, "body.final_frame.marker", 0),
        (FRAMED, "footer.signature.length", 0),
        (SINGLE, "body.content_length", 2**64 - 1),
        (SINGLE, "header.reserved", 7),
    ],
)
def test_override_writes_a_number_that_lies(message: Message, path: str, value: int) -> None:
    valid, lying = build(message), build(message, override={path: value})
    assert len(lying) == len(valid)
    different = [at for at in range(len(valid)) if valid[at] != lying[at]]
    assert 0 < len(different) <= 8
    assert different[-1] - different[0] < 8


@pytest.mark.parametrize(
    "path",
    [
        "header.versoin",
        "header.message_id",
        "header.encrypted_data_keys[2].ciphertext.length",
        "body.frame[1].sequence_number",
        "body.content_length",
    ],
)
def test_override_of_what_is_not_there_is_refused(path: str) -> None:
    with pytest.raises(UsageError) as caught:
        build(FRAMED, override={path: 1})
    assert caught.value.code is Code.INVALID_ARGUMENT


def header(**changes: Any) -> Callable[[], bytes]:
    return lambda: build(replace(FRAMED, header=replace(FRAMED.header, **changes)))


def first(**changes: Any) -> Callable[[], bytes]:
    return lambda: build(replace(SINGLE, header=replace(SINGLE.header, **changes)))


KEY = EncryptedDataKey(b"", b"", b"")
UNKNOWN_SUITE = replace(SUITES[0x0578], id=0x0579)


@pytest.mark.req("ALG-SUI-005", "FMT-HDR-008", "FMT-HDR-009", "FMT-HDR-014", "FMT-FRM-009", "FMT-FRM-016", "FMT-FRM-018", kind="negative")
@pytest.mark.req("FMT-FRM-007", "FMT-FRM-008", "FMT-FRM-020", "FMT-FTR-001", "FMT-FTR-004", "FMT-AAD-014", "FMT-HDR-003", kind="negative")
@each(
    "write",
    [
        header(version=3),
        header(version=-1),
        header(suite=UNKNOWN_SUITE),
        header(message_id=bytes(31)),
        header(message_id=None),
        header(suite_data=b""),
        header(suite_data=bytes(33)),
        header(content_type=3),
        header(content_type=1),
        header(content_type=256),
        header(frame_length=2**32),
        header(frame_length=-1),
        header(frame_length=15),
        header(auth=HeaderAuth(b"", bytes(15))),
        header(context_pairs=((b"k", b"v" * 65536),)),
        header(context_pairs=((b"k", b"v" * 65530),)),
        header(context_pairs=((b"k", None),)),
        header(context_pairs=((b"k",),)),
        header(encrypted_data_keys=(replace(KEY, provider_id=bytes(65536)),)),
        header(encrypted_data_keys=(EncryptedDataKey(b"", "text", b""),)),  # type: ignore[arg-type]
        header(encrypted_data_keys=(KEY,) * 65536),
        first(type=None),
        first(type=256),
        first(reserved=2**32),
        first(iv_length=-1),
        first(auth=HeaderAuth(bytes(11), bytes(16))),
        first(content_type=2),
        lambda: build(replace(FRAMED, body=())),
        lambda: build(replace(FRAMED, body=FRAMES[:1])),
        lambda: build(replace(FRAMED, body=(FINAL, FINAL))),
        lambda: build(replace(FRAMED, body=(replace(FRAMES[0], sequence_number=0xFFFFFFFF), FINAL))),
        lambda: build(replace(FRAMED, body=(replace(FINAL, sequence_number=2**32),))),
        lambda: build(replace(FRAMED, body=(replace(FINAL, iv=bytes(11)),))),
        lambda: build(replace(FRAMED, body=(replace(FINAL, tag=bytes(17)),))),
        lambda: build(replace(FRAMED, body=BLOCK)),
        lambda: build(replace(SINGLE, body=FRAMES)),
        lambda: build(replace(SINGLE, body=replace(BLOCK, iv=b""))),
        lambda: build(replace(SINGLE, body=replace(BLOCK, tag=b""))),
        lambda: build(replace(FRAMED, signature=None)),
        lambda: build(replace(FRAMED, signature=bytes(65536))),
        lambda: build(replace(SINGLE, signature=b"")),
        lambda: build_body(replace(FRAMED, body=BLOCK)),
        lambda: build_footer(replace(FRAMED, signature=None)),
        lambda: build_header_body(replace(FRAMED.header, version=0)),
    ],
)
def test_model_that_does_not_fit_the_format_is_refused(write: Callable[[], bytes]) -> None:
    with pytest.raises(UsageError) as caught:
        write()
    assert caught.value.code is Code.INVALID_ARGUMENT
    assert "\n" not in str(caught.value)
