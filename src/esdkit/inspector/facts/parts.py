"""What the fields of a message say together: context, data keys, body, sizes.

Strategy: everything is derived from the spans of one reading, in one pass, so that a message that ends early shows what it has, and sizes
add up to the input because they are the spans' own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from esdkit.frozen import frozen
from esdkit.inspector.facts.reading import MessageReading, RawSpan, is_content
from esdkit.message.providers import WrappingKey, wrapping_key
from esdkit.spec import CONSTANTS, SUITES, Suite

__all__ = ["Body", "ContextPair", "DataKey", "Sizes", "Summary"]


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


@frozen
class DataKey:
    """One encrypted data key; a part is None when the message ends before it.

    ``start``: where the data key begins (offset). ``wrapping_key``: what its parts say about the key that wrapped it.
    """

    index: int
    start: int
    provider_id: bytes | None
    provider_info: bytes | None
    ciphertext: bytes | None
    wrapping_key: WrappingKey


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
        spans: by field id, none of regular frames.
        suite: None where it was not reached, or the id is not a suite's.
        content_length: bytes of ciphertext in the body.
    """

    reading: MessageReading
    spans: Mapping[str, Sequence[RawSpan]]
    suite: Suite | None
    content_length: int

    @classmethod
    def of(cls, reading: MessageReading) -> Summary:
        """Go through what was read."""
        spans: dict[str, list[RawSpan]] = {}
        for span in chain(reading.before, reading.after):
            if span[0] in spans:
                spans[span[0]].append(span)
            else:
                spans[span[0]] = [span]
        content = 0 if reading.run is None else reading.run.count * reading.run.shape.sizes["body.frame.ciphertext"]
        for span in reading.after:
            if is_content(span[0]):
                content += span[3] - span[2]
        named = spans.get("header.algorithm_suite_id")
        return cls(reading, spans, None if named is None else SUITES.get(named[-1][4]), content)

    def last(self, field_id: str) -> RawSpan | None:
        """The last span of a field; None when it was not reached."""
        spans = self.spans.get(field_id)
        return None if spans is None else spans[-1]

    def value(self, field_id: str) -> Any:
        """The last value of a field; None when it was not reached."""
        spans = self.spans.get(field_id)
        return None if spans is None else spans[-1][4]

    def context_pairs(self) -> tuple[ContextPair, ...] | None:
        """The pairs of the encryption context; None when the section was not reached."""
        if "header.encryption_context.length" not in self.spans:
            return None
        pairs = zip_longest(*[self.spans.get(field_id, ()) for field_id in _PAIR])
        return tuple([ContextPair(index, key[2], key[4], *_value_and_start(value)) for index, (key, value) in enumerate(pairs)])

    def data_keys(self) -> tuple[DataKey, ...]:
        """The encrypted data keys."""
        keys = zip_longest(*[self.spans.get(field_id, ()) for field_id in _DATA_KEY])
        return tuple([_data_key(index, *spans) for index, spans in enumerate(keys)])

    def sizes(self, length: int) -> Sizes:
        """Divide an input of ``length`` bytes."""
        reading = self.reading
        after_header = reading.header_length
        authentication = self.spans.get("header_auth.iv") or self.spans.get("header_auth.tag")
        header = after_header if authentication is None else authentication[0][2]
        signature = self.last("footer.signature.length")
        footer = 0 if signature is None else reading.end - signature[2]
        overhead = reading.end - after_header - footer - self.content_length
        rest, complete = length - reading.end, reading.problem is None
        trailing, unread = (rest, 0) if complete else (0, rest)
        return Sizes(header, after_header - header, overhead, self.content_length, footer, trailing, unread)

    def body(self) -> Body | None:
        """The body; None when it was not reached."""
        before, last, run = self.last("header_auth.tag"), self.last("body.final_frame.marker"), self.reading.run
        if before is None:
            return None
        framed = self.value("header.content_type") == CONSTANTS.content_framed
        return Body(
            framed,
            self.value("header.frame_length"),
            0 if run is None else run.count,
            before[3],
            None if last is None else last[2],
            self.value("body.final_frame.content_length"),
            self.content_length,
            ("body.final_frame.tag" if framed else "body.tag") in self.spans,
        )


_PAIR = ("header.encryption_context.key", "header.encryption_context.value")
_DATA_KEY = tuple(f"header.encrypted_data_keys.{name}" for name in ("provider_id.length", "provider_id", "provider_info", "ciphertext"))


class _Parts(NamedTuple):
    """As ``providers.Parts``."""

    provider_id: bytes | None
    provider_info: bytes | None
    ciphertext: bytes | None


def _value_and_start(span: RawSpan | None) -> tuple[bytes | None, int | None]:
    return (None, None) if span is None else (span[4], span[2])


def _data_key(index: int, first: RawSpan, *parts: RawSpan | None) -> DataKey:
    values = _Parts(*[None if span is None else span[4] for span in parts])
    return DataKey(index, first[2], *values, wrapping_key(values))
