"""The hash of a signed message, taken beside the cipher.

Strategy: the hash limits the speed of signed suites, and hashlib lets other threads run while it hashes a large piece. So after a few MiB
the hash moves to one second thread, in pieces of about a MiB; below that a thread gains nothing, and the hash stays in the calling
thread. A piece that was handed over must not change until ``digest`` or ``close`` has returned; then every view of it has been released.
The thread knows the queue and not the object, so one that is dropped ends its thread: a ``SimpleQueue``, because its ``put`` may be called
from a finalizer, which can interrupt anything; a semaphore bounds it.
"""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Iterable
from typing import Final

__all__ = ["RunningHash", "hash_of"]

_PIECE: Final = 1 << 20  # bytes per step of the second thread
_THREAD_FROM: Final = 4 << 20  # bytes; below, the thread costs more than it saves
_WAITING: Final = 2  # pieces that may wait, so that memory stays bounded: one being hashed, one ready, one being made are enough


def hash_of(name: str, pieces: Iterable[bytes]) -> bytes:
    """The hash of a small message in pieces. ``name``: of hashlib."""
    digest = hashlib.new(name)
    for piece in pieces:
        digest.update(piece)
    return digest.digest()


class RunningHash:
    """A hash that moves to a thread of its own when it is worth it.

    Args:
        name: of hashlib, for example ``sha384``.
        expected: how many bytes will come, where that is known: then the thread starts at once, or never.
    """

    def __init__(self, name: str, expected: int | None = None) -> None:
        self._thread: threading.Thread | None = None
        self._hash = hashlib.new(name)
        self._length = 0
        if expected is None:
            self._thread_from = _THREAD_FROM
        else:
            self._thread_from = 0 if expected >= _THREAD_FROM else expected + 1
        self._queue: queue.SimpleQueue[memoryview | None]  # made with the thread
        self._room: threading.Semaphore  # in the queue, likewise
        self._last: memoryview | None = None  # that was put into the queue

    def update(self, data: bytes | memoryview, start: int = 0, end: int | None = None) -> None:
        """Take the next bytes: those of ``data`` from ``start`` to ``end``."""
        end = len(data) if end is None else end
        self._length += end - start
        if self._thread is None and self._length < self._thread_from:
            # Reqs: SIG-VER-007
            with memoryview(data) as view:
                self._hash.update(view[start:end])
            return
        if self._thread is None:
            self._queue, self._room = queue.SimpleQueue(), threading.Semaphore(_WAITING)
            thread = threading.Thread(target=_work_off, args=(self._queue, self._room, self._hash), name="esdkit-hash", daemon=True)
            thread.start()
            self._thread = thread  # an interruption before must not leave one that cannot be joined
        # Reqs: SIG-VER-007
        with memoryview(data) as view:
            for at in range(start, end, _PIECE):
                self._last = view[at : min(at + _PIECE, end)]
                self._room.acquire()  # Reqs: CLI-STR-005
                self._queue.put(self._last)

    def digest(self) -> bytes:
        """The hash of everything taken; nothing can be added afterwards."""
        # Reqs: SIG-VER-007
        self.close()
        return self._hash.digest()

    def close(self) -> None:
        """End the thread, if there is one; it releases every view."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None
        if self._last is not None:
            self._last.release()  # an interruption may have kept it from the queue

    def __del__(self) -> None:
        if self._thread is not None:
            self._queue.put(None)


def _work_off(pieces: queue.SimpleQueue[memoryview | None], room: threading.Semaphore, digest: hashlib._Hash) -> None:
    """What the thread does."""
    while (piece := pieces.get()) is not None:
        room.release()
        with piece:
            digest.update(piece)
