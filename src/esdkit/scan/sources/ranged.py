"""An object in a store as a file that can seek: each read is a request for a range, unless the beginning that is held has it."""

from __future__ import annotations

import io
from collections import Counter

from esdkit.scan.sources.stored import Store, Stored
from esdkit.scan.sources.stream import PIECE

__all__ = ["Ranged"]


class Ranged(io.RawIOBase):
    """An object, read in ranges.

    Attributes:
        stored: which object.
        beginning: the bytes of it that are held.
        requests: counts those that were needed.
    """

    # Reqs: SCN-SRC-012

    def __init__(self, store: Store, stored: Stored, requests: Counter[str]) -> None:
        self.stored = stored
        self.beginning = b""
        self.requests = requests
        self._store = store
        self._at = 0

    def fetch_beginning(self, length: int) -> None:
        """Hold that many bytes.

        Raises:
            SourceError: they cannot be read.
        """
        self.beginning += self._fetched(len(self.beginning), length)

    def _fetched(self, start: int, end: int) -> bytes:
        return self._store.read(self.stored, start, end, self.requests)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.stored.size}[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = PIECE, /) -> bytes:
        """The next bytes, at most ``PIECE``; none at the end."""
        end = min(self._at + min(size, PIECE), self.stored.size)
        data = self.beginning[self._at : end]
        if not data and self._at < end:
            data = self._fetched(self._at, end)
        self._at += len(data)
        return data

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what a reader gives
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
