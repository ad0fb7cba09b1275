"""Bytes that are read once, from the front: a file, a range of one, a member of an archive, what is unpacked.

Invariants: nothing is held but what was looked at ahead; what is unpacked counts, so that an archive of a few KiB cannot keep a scan busy
for days. How far reading is, is told by what was used, not by what was looked at ahead.
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

__all__ = ["PIECE", "Ahead", "Meter", "Share", "Teller", "Telling", "as_file", "in_small_pieces", "open_xz", "recoded", "unheard"]

PIECE = 1 << 20
"""Bytes that are read at once."""
_LITTLE = 1 << 16  # packed bytes that are read at once, as they may be many times more, and bytes that are told at once, as each time
# may be a message to another process
_RATIO = LIMITS["scan_unpacked_ratio"]
_WORK = LIMITS["search_work"]


def unheard(count: int) -> None:
    """What is told how many bytes were read where nobody wants to know."""


class Teller:
    """Tells how many bytes were read, not for each of them."""

    def __init__(self, on_bytes: Callable[[int], None]) -> None:
        self._on_bytes = on_bytes
        self._untold = 0

    def add(self, count: int) -> None:
        """Count bytes that were read."""
        self._untold += count
        if self._untold >= _LITTLE:
            self.end()

    def end(self) -> None:
        """Tell what was not told yet."""
        if self._untold:
            self._on_bytes(self._untold)
            self._untold = 0


class Share:
    """Tells of some bytes as much as of the rows in them was read.

    Args:
        size: how many bytes.
        rows: how many rows are in them, as far as that is known.
        on_bytes: is told how many more bytes were read.
    """

    def __init__(self, size: int, rows: int, on_bytes: Callable[[int], None]) -> None:
        self._size = size
        self._rows = rows
        self._read = self._counted = 0
        self._teller = Teller(on_bytes)

    def add(self) -> None:
        """Count a row that was read."""
        self.reach(self._read + 1)

    def reach(self, rows: int) -> None:
        """Count rows up to this one, if they are not yet."""
        if rows > self._read:
            self._read = rows
            self._count(self._size * min(rows, self._rows) // max(self._rows, 1))

    def end(self) -> None:
        """Count the rows that were not read."""
        self._count(self._size)
        self._teller.end()

    def _count(self, size: int) -> None:
        self._teller.add(size - self._counted)
        self._counted = size


class Meter:
    """How much may still be unpacked of a source.

    Args:
        size: of the source (bytes).
        on_bytes: is told how many bytes of the source were read by whoever reads it here and there.
    """

    def __init__(self, size: int, on_bytes: Callable[[int], None]) -> None:
        self._left = _WORK + _RATIO * size
        self.on_bytes = on_bytes

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            SourceError: ``source-too-large``: they are too many for a source of this size.
        """
        self._left -= count
        if self._left < 0:
            raise SourceError(Code.SOURCE_TOO_LARGE, f"it unpacks to more than {_RATIO} times its size, and was not unpacked any further")


class Telling(io.BufferedReader):
    """A file that is read here and there, and tells how many bytes of it are read.

    Args:
        path: the file.
        on_bytes: is told how many more bytes were read.
    """

    def __init__(self, path: Path, on_bytes: Callable[[int], None]) -> None:
        self._file = _Told(path, on_bytes)
        super().__init__(self._file)

    def tell_from_now_on(self) -> None:
        """Begin to tell: what was read so far is read by others, too."""
        self._file.tells = True


class _Told(io.FileIO):
    def __init__(self, path: Path, on_bytes: Callable[[int], None]) -> None:
        super().__init__(path)
        self.tells = False
        self._teller = Teller(on_bytes)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what a reader gives
        count = super().readinto(buffer)
        if self.tells:
            self._teller.add(count)
        return count

    def close(self) -> None:
        self._teller.end()
        super().close()


class Ahead:
    """A stream, the next bytes of which can be looked at.

    Args:
        read: gives that many bytes of the stream or fewer, none at its end.
        at: where the stream begins (offset), for whoever names places in it.
        meter: is told what is read; None for what is not unpacked.
        on_bytes: is told how many more bytes were used.
    """

    def __init__(
        self, read: Callable[[int], bytes], *, at: int = 0, meter: Meter | None = None, on_bytes: Callable[[int], None] = unheard
    ) -> None:
        self.at = at
        self._source = read
        self._meter = meter
        self._teller = Teller(on_bytes)
        self._held = b""
        self._used = 0  # bytes of what is held that were read
        self._ended = False
        self._error: Exception | None = None

    def peek(self, size: int) -> bytes:
        """The next bytes; fewer than ``size`` only where the stream ends."""
        data = self.there(size)
        if not data and size and self._error is not None:
            raise self._error
        return data

    def there(self, size: int) -> bytes:
        """The same, but why the stream ends is left for the next reader."""
        length = len(self._held) - self._used
        if length < size and not self._ended:
            pieces = [self._held[self._used :]]
            while length < size and not self._ended:
                piece = self._next(max(size - length, PIECE))
                pieces.append(piece)
                length += len(piece)
            self._held, self._used = b"".join(pieces), 0
        if not length:
            self._teller.end()
        return self._held[self._used : self._used + size]

    def _next(self, size: int) -> bytes:
        """More bytes. What goes wrong is raised when everything before it has been read."""
        piece = b""
        try:
            piece = self._source(size)
            if self._meter is not None:
                self._meter.spend(len(piece))
        except (SourceError, EOFError, OSError, zlib.error, lzma.LZMAError) as error:
            self._error = error
        self._ended = not piece or self._error is not None
        return piece

    def read(self, size: int = PIECE, /) -> bytes:
        """The next bytes, which are not held any longer; fewer than ``size`` only where the stream ends."""
        data = self.peek(size)
        self._used += len(data)
        self.at += len(data)
        self._teller.add(len(data))
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
                if not (rest := unpack.unused_data or stream.read(_LITTLE)):
                    return b""
                unpack = lzma.LZMADecompressor(memlimit=LIMITS["search_xz_memory"])
                data = unpack.decompress(rest, size)
            else:
                packed = stream.read(_LITTLE) if unpack.needs_input else b""
                if unpack.needs_input and not packed:
                    raise EOFError
                data = unpack.decompress(packed, size)
            if data:
                return data

    return read


def in_small_pieces(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """The same, read in small pieces: for whoever reads as much packed data as it is asked for unpacked."""
    return lambda size: read(min(size, _LITTLE))


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
