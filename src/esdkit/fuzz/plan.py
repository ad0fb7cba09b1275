"""A mutation before its bytes are made, and the changes that header and body share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from esdkit.forge.boundaries import boundaries
from esdkit.forge.mutate import Repair
from esdkit.frozen import frozen
from esdkit.fuzz.expected import Expected
from esdkit.grammar.field import Span

__all__ = ["Kind", "Plan", "few", "flipped", "flips", "numbers"]

_INDEX = re.compile(r"\[\d+\]")
_NEAR = {"plus-1": 1, "minus-1": -1, "plus-256": 1 << 8, "plus-65536": 1 << 16, "plus-16777216": 1 << 24, "plus-4294967296": 1 << 32}
_FIRST = 2  # items of a list that are changed, besides the middle one and the last


class Kind(NamedTuple):
    """Operation, field and repair of a mutation."""

    operation: str
    field: str
    repair: Repair


@frozen
class Plan:
    """A mutation.

    Attributes:
        operation, path, repair, expected, offset: as in ``Mutation``.
        make: makes the bytes.
        detail: what tells it from others of the same operation and path.
    """

    operation: str
    path: str
    repair: Repair
    expected: Expected
    make: Callable[[], bytes]
    offset: int
    detail: str = ""

    @property
    def field(self) -> str:
        """The path without indices: the id of a field, or the path of a group of fields; empty for the message as a whole."""
        return _INDEX.sub("", self.path)

    @property
    def kind(self) -> Kind:
        """What mutations of different messages have in common."""
        return Kind(self.operation, self.field, self.repair)

    @property
    def name(self) -> str:
        """One name for each mutation of a message."""
        return " ".join(filter(None, [self.operation, self.path, self.repair, self.detail]))


def few(spans: Mapping[str, Span]) -> Iterator[tuple[str, Span]]:
    """The fields, of a long list only those of the first items, of the middle one and of the last."""
    last: dict[str, int] = {}
    for span in spans.values():
        last[span.id] = span.index or 0
    for path, span in spans.items():
        if span.index is None or span.index < _FIRST or span.index in ((last[span.id] + 1) // 2, last[span.id]):
            yield path, span


def numbers(span: Span) -> Iterator[tuple[str, int]]:
    """Other values of a number, with the operation: those near it or the same to a reader of fewer bits, and its field's boundaries.

    The highest bit is what a reader loses that takes the number as signed, or masks it. Zero and the largest often mean something else.
    """
    assert isinstance(span.value, int)
    most = 256 ** (span.end - span.start) - 1
    near = {name: span.value + step for name, step in _NEAR.items() if 0 <= span.value + step <= most}
    near = {"zero": 0, "largest": most, "top-bit": span.value ^ (most + 1) // 2, **near}
    near = {name: value for value, name in {value: name for name, value in near.items()}.items() if value != span.value}
    yield from near.items()
    yield from (("number", number) for number in boundaries(0, most) if number not in (*near.values(), span.value))


def flips(value: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes with one bit inverted, with the operation: the last, first and middle byte, since some readers compare a part."""
    places = {len(value) // 2: "flip-middle", 0: "flip-first", len(value) - 1: "flip"}
    yield from ((operation, flipped(value, at)) for at, operation in places.items())


def flipped(value: bytes, at: int = -1) -> bytes:
    """The bytes with the lowest bit of one of them inverted; ASCII text stays text."""
    at %= len(value)
    return value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
