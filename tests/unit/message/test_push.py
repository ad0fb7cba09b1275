"""Headers in pieces: any pieces give what the whole gives, and a broken rule is raised as soon as it shows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit.errors import Code, EsdkError, MalformedMessage, TruncatedMessage, UnsupportedMessage
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.message import (
    EncryptedDataKey,
    Header,
    HeaderReader,
    ReadLimits,
    parse_header,
)
from esdkit.message.header import build_header
from esdkit.message.rules import DEFAULT_LIMITS
from esdkit.spec import CONSTANTS, FIELDS, SUITES
from tests.samples import HEADERS, native_cases, native_ciphertext, sample_header
from tests.strategies import chunkings, headers
from tests.unit.message.outcomes import mutated, outcome

NO_TEXT = EncryptedDataKey(b"\xff", b"", b"")


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


@pytest.mark.slow
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


@pytest.mark.req("CLI-STR-002")
def test_native_message_byte_by_byte_gives_what_the_whole_gives(subtests: pytest.Subtests) -> None:
    def byte_by_byte(data: bytes) -> tuple[Header, int]:
        return piecewise([data[at : at + 1] for at in range(len(data))], DEFAULT_LIMITS, strict=True)[:2]

    for name in native_cases():
        with subtests.test(name):
            data = native_ciphertext(name)
            start = next((span.start for span in trace(MESSAGE, data).spans if span.id.startswith("body")), len(data))
            assert outcome(partial(byte_by_byte, data[:start])) == outcome(partial(parse_header, data[:start]))


@pytest.mark.req("CLI-STR-002")
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


@pytest.mark.req("CLI-STR-002", kind="negative")
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


@pytest.mark.parametrize("prefix", CONSTANTS.base64_prefixes, ids=repr)
def test_base64_text_is_told_with_the_last_byte_of_what_it_begins_with(prefix: bytes) -> None:
    reader = HeaderReader()
    assert reader.feed(prefix[:-1]) is None
    with pytest.raises(EsdkError) as caught:
        reader.feed(prefix[-1:])
    assert caught.value.code is Code.LOOKS_LIKE_BASE64


@pytest.mark.req("CLI-CFG-011")
@pytest.mark.parametrize("tolerated", [frozenset(), frozenset({Code.AAD_COUNT_ZERO})], ids=["strict", "tolerant"])
@pytest.mark.parametrize(
    ("context", "read_by"),
    [((), [True]), (((b"a", b"1"),), [False, True]), (((b"a", b"1"), (b"a", b"2")), []), (((b"a", b"\xff"),), [])],
    ids=["none", "one", "twice", "not-text"],
)
def test_context_that_counts_no_pairs_is_read_where_it_is_tolerated_and_no_other_is(
    context: Any, read_by: list[bool], tolerated: frozenset[Code]
) -> None:
    data = build_header(replace(HEADERS["v2"], context_pairs=context))
    limits = ReadLimits(tolerated=tolerated)
    pieces = [data[at : at + 1] for at in range(len(data))]
    read = outcome(lambda: piecewise(pieces, limits, strict=True)[0])
    assert read == outcome(lambda: parse_header(data, limits=limits)[0])
    assert isinstance(read, Header) == (bool(tolerated) in read_by)


@pytest.mark.req("CLI-STR-010", kind="negative")
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


@pytest.mark.req("CLI-STR-010", kind="negative")
def test_reader_that_was_finished_too_early_stays_failed() -> None:
    data = build_header(HEADERS["v1"])
    reader = HeaderReader()
    reader.feed(data[:9])
    with pytest.raises(TruncatedMessage) as first:
        reader.finish()
    with pytest.raises(TruncatedMessage) as caught:
        reader.feed(data[9:])
    assert caught.value is first.value


@pytest.mark.req("CLI-STR-002")
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
