"""The format written by hand in plain construct, held against every reading of esdkit.

Both accept the same bytes; where both do, every field has the same value, and both build the same bytes. What a strict reader refuses
although the structure is right are the rules that both know. ``DIFFERENCES`` names what is different by design.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from construct import ConstructError, StreamError
from hypothesis import given
from hypothesis import strategies as st

import esdkit
from esdkit.errors import EsdkError, TruncatedMessage
from esdkit.fuzz import strategies as fuzz
from esdkit.grammar.footer import MESSAGE as GRAMMAR
from esdkit.grammar.trace import trace
from esdkit.message import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody, ReadLimits, parse_header
from esdkit.spec import SUITES
from tests import strategies
from tests.oracle import esdk_message as oracle
from tests.property.hostile import bases, drafts, mutated
from tests.samples import native_cases, native_ciphertext, published_messages

MUTATIONS = 5000

DIFFERENCES = {
    "aad-duplicate-key": "a key that is not UTF-8 has that problem only: the inspector lists one problem of a field",
    "edk-limit-exceeded": "a limit that the caller sets, not a rule of the format",
    "header-too-large": "a limit that the caller sets, not a rule of the format",
    "nonframed-too-long": "esdkit judges the number alone; the structure ends there, unless 64 GiB follow",
}
"""What esdkit says and the oracle does not, or the other way round, and why; by code."""


# -------------------------------------------------------------------- the same message in esdkit's terms
Field = tuple[str, int | bytes]


def oracle_fields(message: Any) -> Iterator[Field]:
    """The fields of the oracle's message by esdkit's ids, in wire order."""
    header = message.header
    first = header.version == 1
    yield "header.version", header.version
    yield from [("header.type", header.type)] * first
    yield "header.algorithm_suite_id", header.suite_id
    yield "header.message_id", header.message_id
    yield from _context_fields(header.encryption_context)
    yield "header.encrypted_data_keys.count", len(header.encrypted_data_keys)
    for key in header.encrypted_data_keys:
        for name in ("provider_id", "provider_info", "ciphertext"):
            yield from _blob(f"header.encrypted_data_keys.{name}", key[name])
    yield "header.content_type", header.content_type
    yield from [("header.reserved", header.reserved), ("header.iv_length", header.iv_length)] * first
    yield "header.frame_length", header.frame_length
    yield ("header_auth.iv", header.iv) if first else ("header.suite_data", header.commit_key)
    yield "header_auth.tag", header.tag
    yield from _body_fields(message.body)
    if message.signature is not None:
        yield from _blob("footer.signature", message.signature)


def _blob(field_id: str, value: bytes) -> list[Field]:
    return [(f"{field_id}.length", len(value)), (field_id, value)]


def _context_fields(pairs: Any) -> list[Field]:
    if pairs is None:
        return [("header.encryption_context.length", 0)]
    fields: list[Field] = [("header.encryption_context.count", len(pairs))]
    for pair in pairs:
        fields += _blob("header.encryption_context.key", pair.key) + _blob("header.encryption_context.value", pair.value)
    length = sum(2 if isinstance(value, int) else len(value) for _, value in fields)
    return [("header.encryption_context.length", length), *fields]


def _body_fields(body: Any) -> Iterator[Field]:
    if not isinstance(body, list):
        yield from (("body.iv", body.iv), ("body.content_length", len(body.ciphertext)))
        yield from (("body.ciphertext", body.ciphertext), ("body.tag", body.tag))
        return
    for frame in body:
        part = "body.final_frame" if frame.final else "body.frame"
        yield from [(f"{part}.marker", oracle.FINAL_FRAME)] * frame.final
        yield from ((f"{part}.sequence_number", frame.sequence_number), (f"{part}.iv", frame.iv))
        yield from [(f"{part}.content_length", len(frame.ciphertext))] * frame.final
        yield from ((f"{part}.ciphertext", frame.ciphertext), (f"{part}.tag", frame.tag))


def oracle_header(header: Any) -> Header:
    """The oracle's header as esdkit's model."""
    pairs = header.encryption_context
    return Header(
        version=header.version,
        suite=SUITES[header.suite_id],
        message_id=header.message_id,
        context_pairs=None if pairs is None else tuple((pair.key, pair.value) for pair in pairs),
        encrypted_data_keys=tuple(
            EncryptedDataKey(key.provider_id, key.provider_info, key.ciphertext) for key in header.encrypted_data_keys
        ),
        content_type=header.content_type,
        frame_length=header.frame_length,
        auth=HeaderAuth(header.iv or b"", header.tag),
        suite_data=header.commit_key or b"",
        type=header.type,
        reserved=header.reserved,
        iv_length=header.iv_length,
    )


def oracle_message(message: Any) -> Message:
    """The oracle's message as esdkit's model."""
    body = message.body
    if isinstance(body, list):
        frames = tuple(Frame(frame.sequence_number, frame.iv, frame.ciphertext, frame.tag, frame.final) for frame in body)
        return Message(oracle_header(message.header), frames, message.signature)
    return Message(oracle_header(message.header), NonFramedBody(body.iv, body.ciphertext, body.tag), message.signature)


# -------------------------------------------------------------------- comparing
def refusal(read: Callable[..., object], data: bytes, **options: Any) -> Exception | None:
    """The error that ends a reading, or None."""
    try:
        read(data, **options)
    except (EsdkError, ConstructError) as error:
        return error
    return None


def compare(data: bytes) -> set[str] | None:
    """Hold all readings of a message against each other.

    Returns:
        The rules that the message breaks; None when its structure ends the reading.
    """
    reference = trace(GRAMMAR, data)
    lenient, strict = refusal(esdkit.parse, data, strict=False), refusal(esdkit.parse, data)
    try:
        message = oracle.MESSAGE.parse(data)
    except ConstructError:
        assert lenient is not None and strict is not None
        assert reference.problem is not None or reference.end < len(data)
        return None
    assert reference.problem is None and lenient is None
    assert [(span.id, span.value) for span in reference.spans] == list(oracle_fields(message))
    assert esdkit.parse(data, strict=False) == oracle_message(message)
    assert oracle.MESSAGE.build(message) == esdkit.build(oracle_message(message)) == data
    broken = oracle.broken_rules(message)
    listed = {problem.code.value for problem in esdkit.inspect(data).problems} & oracle.RULES.keys()
    assert listed <= broken
    assert broken - listed <= ({"aad-duplicate-key"} if "aad-bad-utf8" in broken else set())
    assert strict.code in broken if isinstance(strict, EsdkError) else not broken
    return broken


def compare_all(messages: Iterable[tuple[str, bytes]]) -> set[str]:
    """Compare each, naming the one that differs; gives the rules that were seen broken, and "structure"."""
    seen = set()
    for name, data in messages:
        try:
            broken = compare(data)
        except AssertionError as error:
            error.add_note(f"in {name}: {data.hex()}")
            raise
        seen |= {"structure"} if broken is None else broken
    return seen


@pytest.mark.req("FMT-HDR-024")
def test_native_messages_are_read_alike_and_break_every_rule() -> None:
    seen = compare_all((name, native_ciphertext(name)) for name in native_cases())
    assert seen == {*oracle.RULES, "structure"} - {"nonframed-too-long"}


def test_published_messages_are_read_alike_and_break_no_rule() -> None:
    assert not compare_all(published_messages())


def test_changed_messages_are_read_alike() -> None:
    chance = random.Random("oracle")
    messages = [base.data for base in bases().values() if len(base.data) < 2000]
    changed = ((f"change {number}", mutated(chance.choice(messages), chance)) for number in range(MUTATIONS))
    assert "structure" in compare_all(changed)


@given(generated=fuzz.messages(), at=st.integers(min_value=0), value=st.integers(0, 255))
def test_generated_messages_are_read_alike_whole_and_with_one_byte_changed(generated: fuzz.Generated, at: int, value: int) -> None:
    assert compare(generated.data) == set()
    at %= len(generated.data)
    compare(generated.data[:at] + bytes([value]) + generated.data[at + 1 :])


@given(strategies.messages(valid=False))
def test_messages_with_any_values_are_read_alike(message: Message) -> None:
    assert compare(esdkit.build(message)) is not None


# -------------------------------------------------------------------- headers alone, and cuts
def headers() -> Iterator[tuple[str, bytes]]:
    """The header of each draft, by name."""
    for name, draft in drafts().items():
        data = draft.seal()
        yield name, data[: parse_header(data)[1]]


def test_headers_are_read_alike_whatever_follows() -> None:
    for name, data in headers():
        for rest in (b"", b"\0", data):
            read = oracle.HEADER.parse(data + rest)
            assert (oracle_header(read), len(data)) == parse_header(data + rest), name
            assert oracle.HEADER.build(read) == data, name


@pytest.mark.req("FMT-HDR-022", kind="negative")
def test_every_prefix_of_a_message_is_truncated_for_both() -> None:
    for name, draft in drafts().items():
        data = draft.seal()
        for length in range(len(data)):
            assert isinstance(refusal(oracle.MESSAGE.parse, data[:length]), StreamError), (name, length)
            assert isinstance(refusal(esdkit.parse, data[:length]), TruncatedMessage), (name, length)


@pytest.mark.req("FMT-HDR-022", kind="negative")
def test_every_prefix_of_a_header_is_truncated_for_both() -> None:
    for name, data in headers():
        for length in range(len(data)):
            assert isinstance(refusal(oracle.HEADER.parse, data[:length]), StreamError), (name, length)
            assert isinstance(refusal(parse_header, data[:length]), TruncatedMessage), (name, length)


# -------------------------------------------------------------------- what is different, and that it is independent
def test_differences_are_those_of_the_table() -> None:
    data = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
    block = bases()["0578-block"].data
    end = next(span.end for span in trace(GRAMMAR, block).spans if span.id == "body.content_length")
    too_long = block[: end - 8] + (2**36 - 31).to_bytes(8, "big") + block[end:]
    twice = drafts()["0478-framed"].with_header(context_pairs=((b"\xff", b""), (b"\xff", b""))).seal()
    errors = [
        refusal(esdkit.parse, data, limits=ReadLimits(max_encrypted_data_keys=2)),
        refusal(esdkit.parse, data, limits=ReadLimits(header_budget=100)),
        refusal(esdkit.parse, too_long),
    ]
    assert ["aad-duplicate-key", *(error.code for error in errors if isinstance(error, EsdkError))] == list(DIFFERENCES)
    assert compare(data) == set()
    assert isinstance(refusal(oracle.MESSAGE.parse, too_long), StreamError)
    assert "aad-duplicate-key" in oracle.broken_rules(oracle.MESSAGE.parse(twice))
    assert "aad-duplicate-key" not in {problem.code.value for problem in esdkit.inspect(twice).problems}


def test_oracle_imports_construct_and_the_standard_library_only() -> None:
    nodes = list(ast.walk(ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))))
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {"." * node.level + (node.module or "") for node in nodes if isinstance(node, ast.ImportFrom)}
    assert modules == {"__future__", "collections.abc", "typing", "construct"}
