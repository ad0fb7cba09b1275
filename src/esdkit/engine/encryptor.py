"""The push core of encryption: a plaintext in pieces.

Strategy: header first; then each full chunk becomes a regular frame at once, and what is left at the end the final one, which may be
empty. Frames of ordinary length are encrypted many at once, in place. A frame that is too long to hold waits in a spooled file and goes
through the incremental cipher into another one, because its kind and its length are authenticated before its first byte: neither is known
while it comes. Nothing is ever encrypted twice under one IV.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from esdkit.engine.encrypt import Encryption, EncryptSettings, check_length
from esdkit.engine.frames import FrameEncryptor
from esdkit.engine.hashing import RunningHash
from esdkit.engine.memory import new_output
from esdkit.engine.output import Output
from esdkit.engine.views import view_of
from esdkit.errors import Code, EsdkError, UsageError

if TYPE_CHECKING:
    from esdkit.engine.ranges import EncryptRanges

__all__ = ["Encryptor"]

_HOLD = 64 << 20  # bytes of one frame's plaintext; more of it waits in a file
_PIECE = 1 << 20  # bytes of a spooled frame that are encrypted at once


class Encryptor:
    """Encrypts a plaintext that is fed in pieces: ``feed``, ``take`` what is ready, ``finish``. It does no I/O but for the spool, and its
    work is linear in the bytes fed.

    Args:
        settings: policy, limits and keys.
        spool: gives an unnamed binary file for a frame that is too long to hold: for its plaintext, then for its ciphertext.
        length: of the plaintext in bytes, where it is known; more is refused, because the materials are for that much.

    Attributes:
        header: the header.

    After an error the encryptor stays failed. A message that was not finished is refused as truncated when it is read.
    """

    def __init__(
        self, settings: EncryptSettings, spool: Callable[[], IO[bytes]] = tempfile.TemporaryFile, *, length: int | None = None
    ) -> None:
        # Reqs: CLI-STR-008, CLI-STR-009
        if length is not None:
            check_length(length, settings)
        self._settings = settings
        self._announced = length
        self._prepared = Encryption(settings).prepare(length)
        self.header = self._prepared.header
        self._encryptor = FrameEncryptor(self.header, self._prepared.cipher)
        self._spool = spool
        self._output = Output()
        self._pending = bytearray()  # plaintext that waits
        self._spooled: IO[bytes] | None = None  # the same, of a frame that is too long to hold
        self._length = 0
        self._failed: EsdkError | None = None
        self._finished = False
        scheme = self.header.suite.signature
        self._digest = None if scheme is None else RunningHash(scheme.hash)
        self._emit(self._prepared.raw)

    def message_length(self, plaintext_length: int) -> int:
        """How many bytes the message of a plaintext of this length has; the plaintext itself is not needed.

        Raises:
            UsageError: ``plaintext-too-long``.
        """
        check_length(plaintext_length, self._settings)
        return self._prepared.message_length(plaintext_length)

    def ranges(self, length: int) -> EncryptRanges | None:
        """The message of a plaintext of this length for ``in_ranges``, in place of ``feed`` and ``finish``; None if it is signed.

        Raises:
            UsageError: ``plaintext-too-long``.
        """
        from esdkit.engine.ranges import EncryptRanges  # most messages do without

        check_length(length, self._settings)
        prepared = self._prepared
        return None if self.header.suite.signed else EncryptRanges(prepared.raw, self.header, prepared.cipher, length)

    def feed(self, data: bytes | bytearray | memoryview) -> None:
        """Take more plaintext.

        Raises:
            UsageError: ``plaintext-too-long``; ``invalid-argument`` after ``finish``, or for something else than bytes.
        """
        # Reqs: CLI-ENC-006, CLI-STR-008
        with self._failing(), view_of(data) as view:
            if self._finished:
                raise UsageError(Code.INVALID_ARGUMENT, "the message is finished")
            self._length += len(view)
            check_length(self._length, self._settings)
            if self._announced is not None and self._length > self._announced:
                raise UsageError(Code.INVALID_ARGUMENT, f"the source grew while it was being read: it had {self._announced} bytes")
            if self.header.frame_length > _HOLD:
                self._feed_long(view)
                return
            count = (len(self._pending) + len(view)) // self.header.frame_length
            done = self._encrypt_regular(view, count) if count else 0
            self._pending += view[done:]

    def finish(self) -> None:
        """Say that the plaintext is complete: writes the final frame and, if the suite signs, the footer."""
        # Reqs: CLI-STR-006, CLI-STR-007
        with self._failing():
            if self._finished:
                return
            self._finished = True
            if self._spooled is not None:
                self._encrypt_spooled(self._spooled, final=True)
            else:
                self._encrypt_final()
            if self._digest is not None:
                self._output.add(self._prepared.sign(self._digest.digest()))

    def take(self, size: int = -1) -> bytes:
        """Bytes of the message that are ready and were not taken yet, at most ``size`` (-1 for all of them); empty when there are none.

        Raises:
            EsdkError: the one that the encryptor failed with.
        """
        # Reqs: CLI-STR-008, CLI-STR-010
        if self._failed is not None:
            raise self._failed
        return self._output.take(size)

    def close(self) -> None:
        """Let go of threads and files, and of what was not taken. A message that was not finished stays unfinished."""
        # Reqs: CLI-STR-005, CLI-STR-010
        if self._digest is not None:
            self._digest.close()
        if self._spooled is not None:
            self._spooled.close()
        self._output.clear()
        if self._failed is None:
            self._failed = UsageError(Code.INVALID_ARGUMENT, "the encryptor is closed")

    # ---------------------------------------------------------------- frames that are held
    def _encrypt_regular(self, view: memoryview, count: int) -> int:
        """Encrypt ``count`` frames of what waits and of ``view``; gives how much of it they hold. What is left waits for more.
        Only the frame that began earlier is put together first, the others are encrypted where they are.
        """
        # Reqs: CLI-STR-007, CLI-STR-008
        length, size = self.header.frame_length, self._encryptor.regular_size
        out = new_output(count * size)
        begun = min(len(self._pending), 1)
        start = length - len(self._pending) if begun else 0
        end = start + (count - begun) * length
        with out.getbuffer() as room:
            if begun:
                self._pending += view[:start]
                with memoryview(bytes(self._pending)) as held, room[:size] as first:
                    self._encryptor.encrypt_regular(held, first)
                self._pending.clear()
            with view[start:end] as contents, room[begun * size :] as rest:
                self._encryptor.encrypt_regular(contents, rest)
        self._emit(out.getvalue())
        return end

    def _encrypt_final(self) -> None:
        # Reqs: CLI-STR-006, CLI-STR-008
        out = new_output(self._encryptor.final_size + len(self._pending))
        with memoryview(bytes(self._pending)) as held, out.getbuffer() as room:
            self._encryptor.encrypt_final(held, room)
        self._emit(out.getvalue())
        self._pending.clear()

    # ---------------------------------------------------------------- frames that are too long to hold
    def _feed_long(self, view: memoryview) -> None:
        # Reqs: CLI-STR-005
        at = 0
        while at < len(view):
            room = self.header.frame_length - self._waiting()
            with view[at : at + room] as part:
                self._wait(part)
            at += room
            if self._spooled is not None and self._waiting() == self.header.frame_length:
                self._encrypt_spooled(self._spooled, final=False)

    def _waiting(self) -> int:
        # Reqs: CLI-STR-005
        return len(self._pending) if self._spooled is None else self._spooled.tell()

    def _wait(self, view: memoryview) -> None:
        # Reqs: CLI-STR-005
        if self._spooled is None and len(self._pending) + len(view) <= _HOLD:
            self._pending += view
            return
        if self._spooled is None:
            self._spooled = self._spool()
            self._spooled.write(self._pending)
            self._pending.clear()
        self._spooled.write(view)

    def _encrypt_spooled(self, source: IO[bytes], *, final: bool) -> None:
        """Encrypt the frame whose plaintext waits in a file."""
        # Reqs: CLI-STR-005, CLI-STR-009
        head, cipher = self._encryptor.encrypt_long(source.tell(), final=final)
        source.seek(0)
        out = self._spool()
        try:
            self._hash(head)
            out.write(head)
            while piece := source.read(_PIECE):
                ciphertext = cipher.update(piece)
                self._hash(ciphertext)
                out.write(ciphertext)
            tag = cipher.finish()
            self._hash(tag)
            out.write(tag)
            out.seek(0)
        except BaseException:
            out.close()
            raise
        source.close()
        self._spooled = None
        self._output.add(out)

    # ---------------------------------------------------------------- steps
    def _hash(self, piece: bytes) -> None:
        # Reqs: CLI-STR-009
        if self._digest is not None:
            self._digest.update(piece)

    def _emit(self, piece: bytes) -> None:
        # Reqs: CLI-STR-009
        self._hash(piece)
        self._output.add(piece)

    @contextmanager
    def _failing(self) -> Iterator[None]:
        # Reqs: CLI-STR-010
        if self._failed is not None:
            raise self._failed
        try:
            yield
        except BaseException as error:
            interrupted = UsageError(Code.INVALID_ARGUMENT, "the encryptor was interrupted and cannot continue")
            self._failed = error if isinstance(error, EsdkError) else interrupted
            self.close()
            raise
