"""Readers that keep a length in too few bits are found by what the strategies draw, from any seed, within a bounded number of examples."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st

from esdkit import build
from esdkit.forge.boundaries import boundaries
from esdkit.fuzz.strategies import Generated, from_grammar, messages
from esdkit.grammar.context import CONTEXT_PAIRS
from esdkit.grammar.trace import build as build_part
from esdkit.message import EncryptedDataKey
from esdkit.spec import LIMITS, SUITES

SEEDS = range(5)
MAX_EXAMPLES = 500


# -------------------------------------------------------------------- parsers of version 2
class Parser:
    """Reads context and data keys. ``bits``: how many of each 16-bit length it keeps, by part."""

    def __init__(self, context: int = 16, data_keys: int = 16) -> None:
        self.context, self.data_keys = context, data_keys

    def read(self, data: bytes) -> tuple[list[bytes], list[bytes]]:
        at = 35
        (length,) = struct.unpack_from(">H", data, at)
        number = 2 * struct.unpack_from(">H", data, at + 2)[0] if length else 0
        pairs, at = blobs(data, at + 2 + (2 if length else 0), number, self.context)
        keys, _ = blobs(data, at + 2, 3 * struct.unpack_from(">H", data, at)[0], self.data_keys)
        return pairs, keys


def blobs(data: bytes, at: int, number: int, bits: int) -> tuple[list[bytes], int]:
    """Byte strings with lengths of 16 bits, of which ``bits`` are kept."""
    found = []
    for _ in range(number):
        length = struct.unpack_from(">H", data, at)[0] % 2**bits
        found.append(data[at + 2 : at + 2 + length])
        at += 2 + length
    return found, at


def misread(parser: Parser, generated: Generated) -> bool:
    header = generated.message.header
    pairs = [text for pair in header.context_pairs or () for text in pair]
    keys = [part for key in header.encrypted_data_keys for part in (key.provider_id, key.provider_info, key.ciphertext)]
    try:
        return parser.read(generated.data) != (pairs, keys)
    except struct.error:
        return True


def examples(strategy: st.SearchStrategy[Any], number: int) -> Iterator[Any]:
    """The first examples from a seed."""
    drawn: list[Any] = []

    @seed(number)
    @settings(max_examples=MAX_EXAMPLES, database=None, derandomize=False, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def draw(value: Any) -> None:
        drawn.append(value)

    draw()
    return iter(drawn)


@pytest.mark.parametrize("parser", [Parser(context=8), Parser(data_keys=8)], ids=["context-pairs", "data-keys"])
@pytest.mark.parametrize("number", SEEDS)
def test_parser_with_lengths_of_8_bits_is_found(parser: Parser, number: int) -> None:
    assert any(misread(parser, generated) for generated in examples(messages(version=2), number))


@pytest.mark.parametrize("number", SEEDS)
def test_parser_without_a_bug_is_not_blamed(number: int) -> None:
    assert not any(misread(Parser(), generated) for generated in examples(messages(version=2), number))


@pytest.mark.req("FMT-FTR-002", "SIG-VER-009")
@pytest.mark.parametrize("number", SEEDS)
def test_parser_with_a_footer_length_of_8_bits_is_found(number: int) -> None:
    def footer(drawn: tuple[Generated, bytes]) -> tuple[list[bytes], list[bytes]]:
        message, signature = drawn[0].message, drawn[1]
        data = build(replace(message, signature=signature))
        return blobs(data, len(data) - len(signature) - 2, 1, 8)[0], [signature]

    signed = messages(suite=SUITES[0x0578], plaintext=b"", context={})
    strategy = st.tuples(signed, from_grammar("footer.signature"))
    assert any(read != expected for read, expected in map(footer, examples(strategy, number)))


# -------------------------------------------------------------------- what is drawn
def longest_value(generated: Generated) -> int:
    return max((len(value) for _, value in generated.message.header.context_pairs or ()), default=0)


def longest_ciphertext(generated: Generated) -> int:
    return max(len(key.ciphertext) for key in generated.message.header.encrypted_data_keys)


def frames(generated: Generated) -> int:
    return len(generated.message.body) if isinstance(generated.message.body, tuple) else 0


@pytest.mark.parametrize(
    "found",
    [
        lambda one: longest_ciphertext(one) == 512,
        lambda one: longest_ciphertext(one) == 65535,
        lambda one: any(key.provider_info.startswith(b"arn:aws:kms:") for key in one.message.header.encrypted_data_keys),
        lambda one: len(one.message.header.encrypted_data_keys) > 20,
        lambda one: len(one.message.header.encrypted_data_keys) > 255,
        lambda one: longest_value(one) == 256,
        lambda one: longest_value(one) > 32760,
        lambda one: len(one.plaintext) > 65535,
        lambda one: frames(one) > 100,
        lambda one: one.message.header.frame_length == 1,
        lambda one: one.message.header.frame_length >= 2**31,
    ],
    ids=[
        "rsa",
        "longest-data-key",
        "kms",
        "dozens-of-data-keys",
        "hundreds-of-data-keys",
        "value-256",
        "value-of-kilobytes",
        "long-plaintext",
        "many-frames",
        "frame-length-1",
        "frame-length-signed",
    ],
)
def test_messages_reach_what_people_write(found: Callable[[Generated], bool]) -> None:
    drawn = (one for number in range(12) for one in examples(messages(), number))  # most need one seed or two
    assert any(map(found, drawn))


@pytest.mark.req("FMT-AAD-016")
def test_context_without_a_public_key_fills_its_section() -> None:
    def section(generated: Generated) -> int:
        pairs = generated.message.header.context_pairs
        return len(build_part(CONTEXT_PAIRS, pairs)) if pairs else 0

    strategy = messages(suite=SUITES[0x0014], edks=[EncryptedDataKey(b"", b"", b"")], plaintext=b"").map(section)
    most = LIMITS["encryption_context_length"]
    assert find(strategy, lambda length: length == most, settings=settings(max_examples=5000, database=None)) == most


def test_small_messages_are_the_common_case() -> None:
    lengths = sorted(len(generated.data) for generated in examples(messages(), random.randrange(2**32)))
    assert lengths[len(lengths) // 2] < 2000


# -------------------------------------------------------------------- boundaries
def test_boundaries_of_a_16_bit_length() -> None:
    assert boundaries(0, 65535) == [0, 1, 127, 128, 129, 255, 256, 257, 32767, 32768, 32769, 65534, 65535]


@pytest.mark.parametrize(("least", "most", "expected"), [(5, 5, [5]), (0, 1, [0, 1]), (3, 4, [3, 4]), (4, 3, [])])
def test_boundaries_stay_in_their_range(least: int, most: int, expected: list[int]) -> None:
    assert boundaries(least, most) == expected
