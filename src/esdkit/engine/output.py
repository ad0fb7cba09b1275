"""What may leave an encryptor or decryptor and was not taken yet: pieces in memory and spooled files, in order.

Invariant: each byte is copied once, however small the parts are in which it is taken: a piece stays where it is until its last byte leaves.
"""

from __future__ import annotations

from collections import deque
from typing import IO, Final

__all__ = ["Output"]

_FILE_PIECE: Final = 1 << 20  # bytes that leave a spooled file at once, when the caller sets no size


class Output:
    """A queue of bytes."""

    # Reqs: CLI-STR-005

    def __init__(self) -> None:
        self._pieces: deque[bytes | IO[bytes]] = deque()
        self._start = 0  # bytes of the first piece that were taken

    def add(self, piece: bytes | IO[bytes]) -> None:
        """Append bytes, or a spooled file from its position to its end. The file is closed when all of it was taken."""
        self._pieces.append(piece)

    def take(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size``; -1 for what is in memory (of a spooled file a MiB at a time). Empty when there is nothing."""
        taken: list[bytes] = []
        room = size
        while self._pieces and room != 0:
            piece = self._next(room)
            if not piece:  # a file that has been read to its end, or nothing in memory
                continue
            taken.append(piece)
            room = room - len(piece) if size >= 0 else room
            if size < 0 and self._pieces and not isinstance(self._pieces[0], bytes):
                break
        return taken[0] if len(taken) == 1 else b"".join(taken)

    def clear(self) -> None:
        """Forget everything."""
        for piece in self._pieces:
            if not isinstance(piece, bytes):
                piece.close()
        self._pieces.clear()
        self._start = 0

    def _next(self, room: int) -> bytes:
        piece = self._pieces[0]
        if isinstance(piece, bytes):
            return self._next_of(piece, room)
        wanted = _FILE_PIECE if room < 0 else min(room, _FILE_PIECE)
        data = piece.read(wanted)
        if len(data) < wanted:
            piece.close()
            self._pieces.popleft()
        return data

    def _next_of(self, piece: bytes, room: int) -> bytes:
        """Bytes of the first piece; a whole one is not copied."""
        start = self._start
        if 0 <= room < len(piece) - start:
            self._start += room
            return piece[start : self._start]
        self._pieces.popleft()
        self._start = 0
        return piece[start:]
