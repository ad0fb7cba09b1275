"""What the fields of a message say together: context, data keys, body, sizes.

Strategy: everything is derived from the spans of one reading, in one pass, so that a message that ends early shows what it has, and sizes
add up to the input because they are the spans' own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from esdkit.frozen import frozen
from esdkit.inspector.facts.reading import MessageReading, RawSpan, is_content
from esdkit.message.providers import WrappingKey, wrapping_key
from esdkit.spec import CONSTANTS, SUITES, Suite

__all__ = ["Body", "ContextPair", "DataKey", "Sizes", "Summary", "context_pairs", "data_keys"]


@frozen
class ContextPair:
    """A pair of the stored encryption context; ``value`` is None when the message ends before it.

    ``start``, ``value_start``: where key and value begin (offset).
    """

    index: int
    start: int
    key: bytes
    value: bytes | None = None
    value_start: int | None = None


@dataclass(frozen=True)  # no slots: what is derived is kept
class DataKey:
    """One encrypted data key; a part is None when the message ends before it. ``start``: where the data key begins (offset)."""

    index: int
    start: int
    provider_id: bytes | None
    provider_info: bytes | None
    ciphertext: bytes | None

    @cached_property
    def wrapping_key(self) -> WrappingKey:
        """What its parts say about the key that wrapped it."""
        return wrapping_key(self)


@frozen
class Body:
    """The frames, or the single block, as far as they are there. Lengths and offsets in bytes.

    Attributes:
        framed: False for the single block.
        frame_length: plaintext per regular frame.
        regular_frames: number of whole regular frames.
        start: where the body begins.
        final_start, final_length: of the final frame; None when it is not there.
        content_length: ciphertext, which is as long as the plaintext.
        complete: whether the body is there to its end.
    """

    framed: bool
    frame_length: int
    regular_frames: int
    start: int
    final_start: int | None
    final_length: int | None
    content_length: int
    complete: bool

    @property
    def frames(self) -> int:
        """Number of whole frames; 0 for a single block."""
        return self.regular_frames + (self.framed and self.complete)

    @property
    def final_is_full(self) -> bool:
        """Whether the final frame is as long as a regular one."""
        return 0 < self.frame_length == self.final_length


@frozen
class Sizes:
    """How the input divides, in bytes. The parts add up to it.

    Attributes:
        frame_overhead: what the body has beside content: numbers, IVs, tags, lengths.
        trailing: bytes after the end of the message.
        unread: bytes that could not be read, because the structure ends before them.
    """

    # Reqs: CLI-INS-008

    header: int
    header_authentication: int
    frame_overhead: int
    content: int
    footer: int
    trailing: int
    unread: int

    @property
    def total(self) -> int:
        return sum(asdict(self).values())


@frozen
class Summary:
    """What was read of one message, in sum.

    Attributes:
        reading: of which.
        last: per field id the last span, none of regular frames.
        suite: None where it was not reached, or the id is not a suite's.
    """

    reading: MessageReading
    last: dict[str, RawSpan]
    suite: Suite | None

    @classmethod
    def of(cls, reading: MessageReading) -> Summary:
        """Go through what was read."""
        last = {span[0]: span for span in reading.before}
        last.update({span[0]: span for span in reading.after})
        named = last.get("header.algorithm_suite_id")
        return cls(reading, last, None if named is None else SUITES.get(named[4]))

    def value(self, field_id: str) -> Any:
        """The last value of a field; None when it was not reached."""
        span = self.last.get(field_id)
        return None if span is None else span[4]

    def sizes(self, length: int) -> Sizes:
        """Divide an input of ``length`` bytes."""
        reading = self.reading
        content, footer = self._content(), 0
        header = after_header = reading.before[-1][3] if reading.before else 0
        for field_id in ("header_auth.tag", "header_auth.iv"):
            if field_id in self.last:
                header = self.last[field_id][2]
        if "footer.signature.length" in self.last:
            footer = reading.end - self.last["footer.signature.length"][2]
        body = reading.end - after_header - footer
        rest, complete = length - reading.end, reading.problem is None
        return Sizes(header, after_header - header, body - content, content, footer, rest if complete else 0, 0 if complete else rest)

    def _content(self) -> int:
        """Bytes of ciphertext in the body."""
        run = self.reading.run
        total = 0 if run is None else run.count * run.shape.sizes["body.frame.ciphertext"]
        return total + sum(span[3] - span[2] for span in self.reading.after if is_content(span[0]))

    def body(self) -> Body | None:
        """The body; None when it was not reached."""
        framed = self.value("header.content_type") == CONSTANTS.content_framed
        start = self._end_of("header_auth.tag")
        if start is None:
            return None
        last = self.last.get("body.final_frame.marker")
        run = self.reading.run
        return Body(
            framed=framed,
            frame_length=self.value("header.frame_length"),
            regular_frames=0 if run is None else run.count,
            start=start,
            final_start=None if last is None else last[2],
            final_length=self.value("body.final_frame.content_length"),
            content_length=self._content(),
            complete=("body.final_frame.tag" if framed else "body.tag") in self.last,
        )

    def _end_of(self, field_id: str) -> int | None:
        span = self.last.get(field_id)
        return None if span is None else span[3]


def context_pairs(spans: Iterable[RawSpan]) -> list[ContextPair]:
    """The pairs of the encryption context among the spans of a header."""
    pairs: list[ContextPair] = []
    key: tuple[int, int, bytes] | None = None  # index, where it is, and what, of a pair whose value was not reached
    for field_id, index, start, _, value in spans:
        if field_id == "header.encryption_context.key":
            key = len(pairs), start, value
        elif field_id == "header.encryption_context.value" and key is not None:
            pairs.append(ContextPair(*key, value, start))
            key = None
        elif index is None and pairs:
            break
    return pairs if key is None else [*pairs, ContextPair(*key)]


def data_keys(spans: Iterable[RawSpan]) -> list[DataKey]:
    """The encrypted data keys among the spans of a header."""
    keys: list[DataKey] = []
    parts: list[bytes | None] = []
    at = 0
    for field_id, _, start, _, value in spans:
        if field_id == "header.encrypted_data_keys.provider_id.length":
            if at:
                keys.append(_data_key(len(keys), at, parts))
            at, parts = start, []
        elif field_id in _PARTS_OF_KEYS:
            parts.append(value)
    if at:
        keys.append(_data_key(len(keys), at, parts))
    return keys


_PARTS_OF_KEYS = frozenset(f"header.encrypted_data_keys.{name}" for name in ("provider_id", "provider_info", "ciphertext"))


def _data_key(index: int, start: int, parts: list[bytes | None]) -> DataKey:
    return DataKey(index, start, *parts, *[None] * (3 - len(parts)))
