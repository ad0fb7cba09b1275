"""The readings of the grammar against each other: the generated decoder in all its variants, the header reader, and the reference reading.

The reference reading with construct is the definition. The decoder accepts exactly what it accepts, with the same values, end and spans;
the header reader says what ``parse_header`` says, whatever the pieces.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping
from typing import Any

import pytest

from esdkit.errors import Code, TruncatedMessage
from esdkit.forge.mutate import spans
from esdkit.grammar.decoder import Short, decoder
from esdkit.grammar.field import Node, Span
from esdkit.grammar.footer import BODY_AND_FOOTER, MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import Trace, trace
from esdkit.message import ReadLimits, parse_header
from esdkit.spec import FIELDS, LIMITS
from tests.property.hostile import attempt, bases, feed, mutated, where
from tests.samples import native_cases, native_ciphertext, published_messages

HEADERS_PER_SHARD = 1000
SHARDS = [*range(10), *(pytest.param(shard, marks=pytest.mark.fuzz) for shard in range(10, 100))]
LARGEST_MUTATED = 1500
VARIANTS = tuple(itertools.product((False, True), repeat=3))


# -------------------------------------------------------------------- decoder and reference
def valid(reference: Trace) -> bool:
    """Whether each value is valid by itself."""
    return reference.problem is None and all(FIELDS[span.id].allows(span.value) for span in reference.spans)


def compare(root: Node, data: bytes, start: int = 0, known: Mapping[str, Any] | None = None) -> Trace:
    """Hold every variant of the decoder to the reference reading."""
    reference = trace(root, data, start=start, values=known)
    for with_spans, checked, only_valid in VARIANTS:
        noted: list[Any] = []
        variant = decoder(root, spans=with_spans, checked=checked, valid=only_valid)
        try:
            fast = variant(data, start, len(data), known, noted if with_spans else None)
        except Short as short:
            assert checked and reference.problem is not None
            assert short.needed > len(data)
            if reference.problem.code is Code.TRUNCATED:
                assert short.needed >= (reference.problem.needed or 0)
            continue
        accepted = valid(reference) if only_valid else reference.problem is None
        assert (fast is not None) == accepted
        if fast is not None:
            assert fast == (reference.value, reference.end)
            assert [Span._make(span) for span in noted] == (reference.spans if with_spans else [])
    return reference


def compare_message(data: bytes) -> None:
    """All roots that a message is read by."""
    compare(MESSAGE, data)
    header = compare(HEADER, data)
    if header.problem is None:
        known = {span.id: span.value for span in header.spans}
        compare(BODY_AND_FOOTER, data, header.end, known)


@pytest.mark.req("FMT-HDR-024")
def test_decoder_reads_native_message_as_the_reference(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            compare_message(native_ciphertext(name))


def test_decoder_reads_published_messages_as_the_reference() -> None:
    count = 0
    for _, data in published_messages():
        compare_message(data)
        count += 1
    assert count


@pytest.mark.parametrize("seed", range(5))
def test_decoder_reads_changed_messages_as_the_reference(seed: int) -> None:
    chance = random.Random(f"messages {seed}")
    messages = sorted({base.data for base in bases().values() if len(base.data) < LARGEST_MUTATED})
    for _ in range(HEADERS_PER_SHARD // 10):
        compare_message(mutated(chance.choice(messages), chance))


# -------------------------------------------------------------------- header reader and parse_header
def native_headers() -> list[bytes]:
    """The headers of the native messages that have one and are short, each once."""
    headers = set()
    for name in native_cases():
        data = native_ciphertext(name)
        reference = trace(HEADER, data)
        if reference.problem is None and reference.end < LARGEST_MUTATED:
            headers.add(data[: reference.end])
    return sorted(headers)


def some_options(data: bytes, chance: random.Random) -> dict[str, Any]:
    """How a header may be read: strictly and without limits, or some other way."""
    if chance.random() < 0.5:
        return {}
    budget = chance.choice((chance.randint(1, len(data) + 8), LIMITS["default_header_budget"]))
    return {"strict": chance.random() < 0.5, "limits": ReadLimits(chance.choice((None, 1, 2)), budget)}


def compare_readers(data: bytes, chance: random.Random) -> None:
    """Hold the header reader, fed in pieces of any length, to ``parse_header``."""
    options = some_options(data, chance)
    whole, pieces = attempt(parse_header, data, **options), attempt(feed, data, chance, **options)
    assert (pieces.value, where(pieces.error)) == (whole.value, where(whole.error)), options
    if isinstance(whole.error, TruncatedMessage):
        assert isinstance(pieces.error, TruncatedMessage)
        assert pieces.error.needed == whole.error.needed


@pytest.mark.req("CLI-STR-002", "FMT-HDR-022")
@pytest.mark.parametrize("shard", SHARDS)
def test_changed_headers_are_read_the_same_by_all_readings(shard: int) -> None:
    chance = random.Random(f"headers {shard}")
    headers = native_headers()
    for _ in range(HEADERS_PER_SHARD):
        data = mutated(chance.choice(headers), chance)
        compare(HEADER, data)
        compare_readers(data, chance)


@pytest.mark.req("FMT-HDR-022", kind="negative")
@pytest.mark.parametrize("name", bases())
def test_every_cut_of_a_header_is_truncated_for_all_readings(name: str) -> None:
    chance = random.Random(name)
    base = bases()[name]
    edges = {span.start for span in spans(base.data).values()}
    for length in range(base.header_length):
        data = base.data[:length]
        reference = compare(HEADER, data)
        assert reference.problem is not None and reference.problem.code is Code.TRUNCATED
        assert isinstance(attempt(parse_header, data).error, TruncatedMessage)
        if length in edges or length % 7 == 0:
            compare_readers(data, chance)


@pytest.mark.fuzz
@pytest.mark.parametrize("header", [pytest.param(header, id=str(number)) for number, header in enumerate(native_headers())])
def test_every_cut_of_every_native_header_is_the_same_for_all_readings(header: bytes) -> None:
    chance = random.Random(len(header))
    for length in range(len(header) + 1):
        compare(HEADER, header[:length])
        compare_readers(header[:length], chance)
