"""What the metadata of Arrow's own format announce: the batches of a file or stream, their rows, and how much they unpack to.

Invariant: nothing is unpacked here, so that what a batch needs is known before memory is taken for it. Metadata are FlatBuffers, of which a
few fields are read; a position outside of them is damage.
"""
# Reqs: SCN-SRC-014, SCN-SRC-008

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, NamedTuple

from esdkit.errors import Code, SourceError

__all__ = ["CONTINUED", "MAX_METADATA", "Announced", "announced", "announced_in_stream", "places"]

CONTINUED = b"\xff\xff\xff\xff"  # then the length of the metadata
MAX_METADATA = 1 << 24
_DICTIONARY, _BATCH = 2, 3  # kinds of messages
_TAIL = 10  # bytes: the length of the footer, and the magic number
_NOT_COMPRESSED = -1


class Announced(NamedTuple):
    """A message of the format: its kind, how many rows it has, what it unpacks to (0 if it is not packed), and where the next one is."""

    kind: int
    rows: int
    unpacked: int
    end: int


def announced(file: IO[bytes], at: int) -> Announced | None:
    """The message at an offset; None at the end.

    Raises:
        SourceError: ``source-damaged``.
    """
    file.seek(at)
    start = file.read(8)
    skipped = 4 if start.startswith(CONTINUED) else 0  # old files have no mark
    length = _number(start, skipped, 4) if start else 0
    if not length:
        return None
    if length > MAX_METADATA:
        raise _damaged()
    file.seek(at + skipped + 4)
    data, body = file.read(length), at + skipped + 4 + length
    message = _number(data, 0, 4)
    kind_at = _field(data, message, 1)
    kind = _number(data, kind_at, 1) if kind_at else 0
    header, size = _table(data, message, 2), _field(data, message, 3)
    end = body + (_number(data, size, 8) if size else 0)
    if kind == _DICTIONARY:
        header = _table(data, header, 1)
    if kind not in (_DICTIONARY, _BATCH):
        return Announced(kind, 0, 0, end)
    rows = _field(data, header, 0)
    return Announced(kind, _number(data, rows, 8) if rows else 0, _unpacked(file, data, header, body), end)


def announced_in_stream(file: IO[bytes], at: int = 0) -> Iterator[Announced]:
    """The batches of a stream, each with what the dictionaries before it unpack to."""
    before = 0
    while (message := announced(file, at)) is not None:
        at = message.end
        before += message.unpacked
        if message.kind == _BATCH:
            yield message._replace(unpacked=before)
            before = 0


def places(file: IO[bytes]) -> tuple[list[int], list[int]]:
    """Where the dictionaries and the batches of a file are, by the footer."""
    file.seek(0, 2)
    end = file.tell() - _TAIL
    file.seek(max(end, 0))
    length = _number(file.read(4), 0, 4)
    if not 0 < length <= end:
        raise _damaged()
    file.seek(end - length)
    data = file.read(length)
    footer = _number(data, 0, 4)
    found = [[_number(data, each, 8) for each in _vector(data, footer, number, 24)] for number in (2, 3)]
    return found[0], found[1]


def _unpacked(file: IO[bytes], data: bytes, batch: int, body: int) -> int:
    """How long the buffers of a batch are; each one that is packed begins with its length."""
    if not _field(data, batch, 3):
        return 0
    total = 0
    for at in _vector(data, batch, 2, 16):
        length = _number(data, at + 8, 8)
        if length:
            file.seek(body + _number(data, at, 8))
            unpacked = int.from_bytes(file.read(8), "little", signed=True)
            if unpacked < _NOT_COMPRESSED:
                raise _damaged()
            total += length if unpacked == _NOT_COMPRESSED else unpacked
    return total


def _field(data: bytes, table: int, number: int) -> int:
    """Where a field of a table is; 0 if it is left out."""
    fields = table - int.from_bytes(data[table : table + 4], "little", signed=True)
    at = 4 + 2 * number
    offset = _number(data, fields + at, 2) if at < _number(data, fields, 2) else 0
    return table + offset if offset else 0


def _table(data: bytes, table: int, number: int) -> int:
    """Where the table or vector is that a field refers to."""
    at = _field(data, table, number)
    if not at:
        raise _damaged()
    return at + _number(data, at, 4)


def _vector(data: bytes, table: int, number: int, size: int) -> range:
    """Where the structures of a vector are; each has that many bytes."""
    if not _field(data, table, number):
        return range(0)
    at = _table(data, table, number)
    count = _number(data, at, 4)
    if count * size > len(data):
        raise _damaged()
    return range(at + 4, at + 4 + count * size, size)


def _number(data: bytes, at: int, size: int) -> int:
    if not 0 <= at <= len(data) - size:
        raise _damaged()
    return int.from_bytes(data[at : at + size], "little")


def _damaged() -> SourceError:
    return SourceError(Code.SOURCE_DAMAGED, "the Arrow file or stream is damaged: its metadata end too early or are out of range")
