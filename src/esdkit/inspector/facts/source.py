"""Bytes that are read where they are looked at: in memory, or in a file of any length.

Invariant: a reading asks for places, and never for the whole of a file; ``PIECE`` bounds what it asks for at once, except where a header
is longer.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Protocol

from esdkit.errors import Code, UsageError

__all__ = ["PIECE", "ByteSource", "FileSource", "MemorySource", "open_source"]

PIECE = 1 << 20
"""Bytes that are asked for at once."""


class ByteSource(Protocol):
    """A byte string, read in parts. ``length`` in bytes."""

    @property
    def length(self) -> int: ...

    def read(self, start: int, end: int) -> bytes:
        """The bytes from ``start`` to ``end`` (exclusive); fewer where the source ends."""
        ...

    def pieces(self, start: int, end: int) -> Iterator[bytes | memoryview]:
        """The same in parts, for anyone who goes through all of it."""
        ...


class MemorySource:
    """A byte string in memory."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.length = len(data)

    def read(self, start: int, end: int) -> bytes:
        return self.data[start:end]

    def pieces(self, start: int, end: int) -> Iterator[bytes | memoryview]:
        yield memoryview(self.data)[start:end]


class Seekable(Protocol):
    """A binary file that can seek."""

    def read(self, size: int = -1, /) -> bytes: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...


class FileSource:
    """A binary file that can seek. It must not change while it is looked at; a part that is gone reads as a shorter one.

    Args:
        file: what is read.
        start: where in it the bytes begin (offset).
    """

    def __init__(self, file: Seekable, start: int = 0) -> None:
        self._file = file
        self._start = start
        self.length = max(file.seek(0, io.SEEK_END) - start, 0)

    def read(self, start: int, end: int) -> bytes:
        self._file.seek(self._start + start)
        data = self._read(end - start)
        while 0 < len(data) < end - start:  # a file without a buffer may give less
            more = self._read(end - start - len(data))
            if not more:
                break
            data += more
        return data

    def _read(self, size: int) -> bytes:
        data: object = self._file.read(max(size, 0))
        if not isinstance(data, bytes | bytearray | memoryview):
            raise UsageError(Code.INVALID_ARGUMENT, "source must be a blocking binary file, but its read() does not return bytes")
        return bytes(data[: max(size, 0)])  # some files give more than they are asked for

    def pieces(self, start: int, end: int) -> Iterator[bytes | memoryview]:
        for at in range(start, end, PIECE):
            yield self.read(at, min(at + PIECE, end))


def open_source(data: Any) -> ByteSource:
    """The source over a byte string or a binary file that can seek.

    Raises:
        UsageError: ``invalid-argument``, it is neither.
    """
    if isinstance(data, bytes):
        return MemorySource(data)
    if isinstance(data, bytearray | memoryview):
        return MemorySource(bytes(data))
    if hasattr(data, "seek") and not isinstance(data, io.TextIOBase) and getattr(data, "seekable", lambda: True)():
        return FileSource(data)
    raise UsageError(Code.INVALID_ARGUMENT, f"a message must be bytes or a seekable binary file, not {type(data).__name__}")
