"""File-like objects over the push cores: a source is read, the message or the plaintext comes out.

Strategy: the cores do the work (``Encryptor``, ``Decryptor``); this module only pumps between a source's ``read`` and the core. Nothing is
read ahead of what is asked for, so memory stays bounded by a piece of the source and a frame. A stream that failed stays failed, whether
the message or the source was at fault. What a decrypting stream gives out before its end is authentic, but the message is complete, and
signed, only when the end has been reached without an error.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NoReturn, Self

from esdkit.engine.arguments import Readable, read_from
from esdkit.engine.decryptor import Decryptor
from esdkit.engine.encryptor import Encryptor
from esdkit.engine.views import writable_view
from esdkit.errors import Code, UsageError
from esdkit.message.model import Header
from esdkit.message.official import no_attribute

if TYPE_CHECKING:
    from esdkit.engine.ranges import Ranges

__all__ = ["DecryptStream", "EncryptStream"]

_PIECE: Final = 1 << 19  # bytes asked of the source at once; with what waits for the hash, several of them are in memory


class _Stream(io.RawIOBase):
    """The pump."""

    def __init__(self, core: Encryptor | Decryptor, source: Readable) -> None:
        super().__init__()
        self._core = core
        self._source = source
        self._ended = False
        self._position = 0
        self._broken: BaseException | None = None

    def readable(self) -> bool:
        """Whether it can be read: until it is closed."""
        return not self.closed

    def tell(self) -> int:
        """How many bytes were given out so far. There is no ``seek``."""
        self._check_open()
        return self._position

    def read(self, size: int | None = -1) -> bytes:
        """Up to ``size`` bytes, fewer only at the end; everything that is left without a size.

        Raises:
            EsdkError: as ``Client.encrypt`` and ``Client.decrypt``; whatever the source raises.
        """
        # Reqs: CLI-STR-001
        left = -1 if size is None or size < 0 else size
        pieces = []
        while left != 0:
            piece = self._piece(left)
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece) if left > 0 else 0
        data = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        self._position += len(data)
        return data

    def readall(self) -> bytes:
        return self.read()

    def write(self, data: object, /) -> NoReturn:
        """It only reads; ``io.RawIOBase`` alone would raise ``NotImplementedError``."""
        raise io.UnsupportedOperation("write")

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer
        """Fill a buffer; gives the number of bytes, 0 at the end."""
        with writable_view(buffer) as view:
            data = self.read(len(view))
            view[: len(data)] = data
        return len(data)

    def __iter__(self) -> Self:
        """The pieces as they become ready, one or more frames each, and not lines as of other files: ``readline`` and ``readlines`` give
        those.
        """
        self._check_open()
        return self

    def __next__(self) -> bytes:
        piece = self._piece(-1)
        if not piece:
            raise StopIteration
        self._position += len(piece)
        return piece

    def readlines(self, hint: int | None = -1) -> list[bytes]:
        """The lines that are left; with a hint no more than have that many bytes together, or a few bytes more."""
        lines, length = [], 0
        while line := self.readline():
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def close(self) -> None:
        """Let go of threads and files; the source stays open."""
        self._core.close()
        super().close()

    def _piece(self, size: int) -> bytes:
        """The next bytes that are ready, at most ``size``; empty at the end."""
        # Reqs: CLI-STR-001, CLI-STR-006
        while True:
            self._check_state()
            piece = self._core.take(size)
            if piece or self._ended:
                return piece
            self._pump()

    def _pump(self) -> None:
        # Reqs: CLI-STR-002, CLI-STR-006, CLI-STR-010, CLI-STR-011
        self._check_state()
        try:
            data = read_from(self._source, _PIECE)
        except BaseException as error:
            self._broken = error
            self._core.close()
            raise
        if data:
            self._core.feed(data)
        else:
            self._core.finish()
            self._ended = True

    def _check_state(self) -> None:
        # Reqs: CLI-STR-010
        self._check_open()
        if self._broken is not None:
            raise UsageError(Code.INVALID_ARGUMENT, "the source failed earlier, so the stream cannot continue") from self._broken

    if not TYPE_CHECKING:  # a type checker must still find unknown names

        def __getattr__(self, name: str) -> NoReturn:
            raise no_attribute(type(self), "stream", name)

    def _check_open(self) -> None:
        if self.closed:
            raise UsageError(Code.INVALID_ARGUMENT, "the stream is closed")


class EncryptStream(_Stream):
    """Reads a plaintext and gives the message. ``header`` is there at once.

    Args:
        core: does the work.
        source: the plaintext.
        length: of the plaintext in bytes; None where it is not known.
    """

    def __init__(self, core: Encryptor, source: Readable, length: int | None) -> None:
        super().__init__(core, source)
        self.header: Header = core.header
        self._length = length
        self._encryptor = core

    def ranges(self, length: int) -> Ranges | None:
        """See ``Encryptor.ranges``; for a source that was not read."""
        return self._encryptor.ranges(length)

    def message_length(self) -> int | None:
        """How many bytes the whole message has, before it is read; None if the source does not say how long the plaintext is."""
        return None if self._length is None else self._encryptor.message_length(self._length)


class DecryptStream(_Stream):
    """Reads a message and gives the plaintext."""

    # Reqs: CLI-STR-004, CLI-STR-013

    def __init__(self, core: Decryptor, source: Readable) -> None:
        super().__init__(core, source)
        self._decryptor = core

    @property
    def header(self) -> Header:
        """The header, once its tag has verified; the source is read up to there.

        Raises:
            EsdkError: as ``Client.decrypt``.
        """
        while self._decryptor.header is None:
            self._pump()
        return self._decryptor.header

    def ranges(self, length: int) -> Ranges | None:
        """See ``Decryptor.ranges``; ``header`` was asked for."""
        return self._decryptor.ranges(length)
