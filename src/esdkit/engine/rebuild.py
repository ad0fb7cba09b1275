"""Whether a message is what writing its fields again gives; it is compared where it is, in memory or in a file, a piece at a time.

Invariant: memory is bounded by ``PIECE`` and, for frames up to that length, by one frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from esdkit.grammar.body import FRAME
from esdkit.grammar.decoder import decoder
from esdkit.grammar.encoder import encoder
from esdkit.message.header import build_header
from esdkit.message.model import Header
from esdkit.spec import FIELDS

if TYPE_CHECKING:
    from esdkit.inspector.facts.reading import FrameRun, MessageReading, RawSpan
    from esdkit.inspector.facts.source import ByteSource

__all__ = ["PIECE", "is_rebuilt"]

PIECE = 1 << 20
"""Bytes of frames that are written again at once."""


def is_rebuilt(source: ByteSource, reading: MessageReading, header: Header) -> bool:
    """Whether the fields that were read give the same bytes when they are written again."""
    start, run = reading.header_length, reading.run
    if build_header(header) != source.read(0, start):
        return False
    if run is not None:
        frames = _rebuilt_frames(source, run, header) if run.shape.size <= PIECE else _rebuilt_fields(run.spans(source, 0, run.count))
        if not _is_rebuilt_part(source, start, run.end, frames):
            return False
        start = run.end
    return _is_rebuilt_part(source, start, reading.end, _rebuilt_fields(iter(reading.after)))


def _is_rebuilt_part(source: ByteSource, start: int, end: int, rebuilt: Iterator[tuple[int, int, bytes | None]]) -> bool:
    """Whether pieces that were written again follow each other without a gap from ``start`` to ``end``, and are what the source has."""
    at = start
    for first, last, data in rebuilt:
        if first != at or (data is not None and source.read(first, last) != data):
            return False
        at = last
    return at == end


def _rebuilt_frames(source: ByteSource, run: FrameRun, header: Header) -> Iterator[tuple[int, int, bytes]]:
    """Regular frames, many at once."""
    read, write, known, size = decoder(FRAME).read, encoder(FRAME).write, header.known_values, run.shape.size
    step = PIECE // size * size
    for start in range(run.start, run.end, step):
        data = source.read(start, min(start + step, run.end))
        written: list[bytes] = []
        for at in range(0, len(data), size):
            frame = read(data, at, len(data), known)
            written += () if frame is None else write(frame[0], known)
        yield start, min(start + step, run.end), b"".join(written)


def _rebuilt_fields(spans: Iterator[RawSpan]) -> Iterator[tuple[int, int, bytes | None]]:
    """Single fields. A content, which can be of any length, is written as it is: None."""
    for field_id, _, start, end, value in spans:
        yield start, end, value.to_bytes(cast(int, FIELDS[field_id].size), "big") if isinstance(value, int) else value
