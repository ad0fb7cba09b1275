"""Bytes that are read once, from the front: a file, a range of one, a member of an archive, what is unpacked.

Invariants: nothing is held but what was looked at ahead; what is unpacked counts, so that an archive of a few KiB cannot keep a scan busy
for days.
"""
# Reqs: SCN-SRC-008

from __future__ import annotations

import codecs
import io
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from esdkit.errors import Code, SourceError
from esdkit.spec import LIMITS

__all__ = ["PIECE", "Ahead", "Meter", "as_file", "open_xz", "recoded"]

PIECE = 1 << 20
"""Bytes that are read at once."""
_RATIO = LIMITS["scan_unpacked_ratio"]
_WORK = LIMITS["search_work"]


class Meter:
    """How much may still be unpacked of a source.

    Args:
        size: of the source (bytes).
        on_bytes: is told how many bytes of the source were read by ``opened``.
    """

    def __init__(self, size: int, on_bytes: Callable[[int], None]) -> None:
        self._left = _WORK + _RATIO * size
        self._on_bytes = on_bytes

    def opened(self, path: Path) -> io.BufferedReader:
        """An archive that is read here and there."""
        return io.BufferedReader(_Told(path, self._on_bytes))

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            SourceError: ``source-too-large``: they are too many for a source of this size.
        """
        self._left -= count
        if self._left < 0:
            raise SourceError(Code.SOURCE_TOO_LARGE, f"it unpacks to more than {_RATIO} times its size, and was not unpacked any further")


class _Told(io.FileIO):
    """A file that tells how many bytes of it are read."""

    def __init__(self, path: Path, on_bytes: Callable[[int], None]) -> None:
        super().__init__(path)
        self._on_bytes = on_bytes

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what a reader gives
        count = super().readinto(buffer)
        self._on_bytes(count)
        return count


class Ahead:
    """A stream, the next bytes of which can be looked at.

    Args:
        read: gives that many bytes of the stream or fewer, none at its end.
        at: where the stream begins (offset), for whoever names places in it.
        meter: is told what is read; None for what is not unpacked.
    """

    def __init__(self, read: Callable[[int], bytes], *, at: int = 0, meter: Meter | None = None) -> None:
        self.at = at
        self._source = read
        self._meter = meter
        self._held = b""
        self._used = 0  # bytes of what is held that were read
        self._ended = False
        self._error: Exception | None = None

    def peek(self, size: int) -> bytes:
        """The next bytes; fewer than ``size`` only where the stream ends."""
        length = len(self._held) - self._used
        if length < size and not self._ended:
            pieces = [self._held[self._used :]]
            while length < size and not self._ended:
                piece = self._next(max(size - length, PIECE))
                if self._meter is not None:
                    self._meter.spend(len(piece))
                pieces.append(piece)
                length += len(piece)
            self._held, self._used = b"".join(pieces), 0
        if not length and self._error is not None:
            raise self._error
        return self._held[self._used : self._used + size]

    def _next(self, size: int) -> bytes:
        """More bytes. What goes wrong is raised when everything before it has been read."""
        piece = b""
        try:
            piece = self._source(size)
        except (SourceError, EOFError, OSError, zlib.error, lzma.LZMAError) as error:
            self._error = error
        self._ended = not piece
        return piece

    def read(self, size: int = PIECE, /) -> bytes:
        """The next bytes, which are not held any longer; fewer than ``size`` only where the stream ends."""
        data = self.peek(size)
        self._used += len(data)
        self.at += len(data)
        return data

    def skip(self, size: int) -> None:
        """Go on without ``size`` bytes."""
        while size > 0 and (data := self.read(min(size, PIECE))):
            size -= len(data)


def open_xz(stream: Ahead) -> Callable[[int], bytes]:
    """What reads an xz file. The module's own reader has no bound on the memory that a file asks for."""
    unpack = lzma.LZMADecompressor(memlimit=LIMITS["search_xz_memory"])

    def read(size: int) -> bytes:
        nonlocal unpack
        while True:
            if unpack.eof:
                if not (rest := unpack.unused_data or stream.read()):
                    return b""
                unpack = lzma.LZMADecompressor(memlimit=LIMITS["search_xz_memory"])
                data = unpack.decompress(rest, size)
            else:
                packed = stream.read() if unpack.needs_input else b""
                if unpack.needs_input and not packed:
                    raise EOFError
                data = unpack.decompress(packed, size)
            if data:
                return data

    return read


def as_file(stream: Ahead) -> IO[bytes]:
    """A stream as a file that cannot seek."""
    return io.BufferedReader(_Raw(stream))


class _Raw(io.RawIOBase):
    def __init__(self, stream: Ahead) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what a reader gives
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def recoded(stream: Ahead, encoding: str) -> Callable[[int], bytes]:
    """What reads a text of another encoding as UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")

    def read(size: int) -> bytes:
        while data := stream.read(max(size // 2, 2)):
            text = decoder.decode(data).removeprefix("\ufeff")
            if text:
                return text.encode("utf-8", "replace")
        return b""

    return read
