"""The readings of the grammar against each other: the generated decoder in all its variants, the header reader, and the reference reading.

The reference reading with construct is the definition. The decoder accepts exactly what it accepts, with the same values, end and spans;
the header reader says what ``parse_header`` says, whatever the pieces.
"""

from __future__ import annotations

import random

import pytest

from esdkit.errors import Code, TruncatedMessage
from esdkit.forge.mutate import spans
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.message import parse_header
from tests.property.hostile import bases, mutated
from tests.samples import native_cases, native_ciphertext, published_messages
from tools.fuzzing.readings import compare, compare_message, compare_readers
from tools.fuzzing.rule import attempt

HEADERS_PER_SHARD = 1000
SHARDS = [*range(10), *(pytest.param(shard, marks=pytest.mark.fuzz) for shard in range(10, 100))]
LARGEST_MUTATED = 1500


# -------------------------------------------------------------------- decoder and reference
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
