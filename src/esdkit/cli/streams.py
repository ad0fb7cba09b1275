"""Where bytes come from: files, stdin. ``output`` decides where they go.

Invariants: what cannot seek is kept in memory or in an unnamed file. Every ``OSError`` names the file as the user did.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from io import UnsupportedOperation
from pathlib import Path
from typing import IO

__all__ = ["LARGE", "PIECE", "STDIO", "InputFile", "kept_file", "naming", "open_source", "status_of"]

STDIO = "-"
LARGE = 32 << 20
"""Bytes of a file that is not read as a whole without need."""
PIECE = 1 << 20
"""Bytes copied at once, and those that are held in memory."""


class InputFile:
    """A file that is read in pieces.

    Args:
        name: as the user wrote it.
        file: what is read.
        on_read: is told the number of bytes of each piece.
        length: bytes, of a regular file; None for what has no length yet.
        status: what says which file it is; None where nothing does.
    """

    def __init__(
        self,
        name: str,
        file: IO[bytes],
        on_read: Callable[[int], None],
        length: int | None = None,
        status: os.stat_result | None = None,
    ) -> None:
        self.name = name
        self.length = length
        self.status = status
        self._file = file
        self._on_read = on_read

    def read(self, size: int = -1, /) -> bytes:
        with naming(self.name):
            data = self._file.read(size)
        self._on_read(len(data))
        return data


@contextmanager
def kept_file(name: str) -> Iterator[tuple[IO[bytes], int]]:
    """A file that can seek, at its beginning, and its length (bytes). What comes through a pipe is kept, if long, in an unnamed file."""
    with nullcontext(_stdin()) if name == STDIO else open(name, "rb", buffering=0) as file:  # noqa: PTH123  # a path costs more than reading
        with naming(name):
            length = _regular_length(file)
        if length is not None:
            yield file, length
            return
        from shutil import copyfileobj
        from tempfile import SpooledTemporaryFile

        with SpooledTemporaryFile(max_size=LARGE) as copy:
            with naming(name):
                copyfileobj(file, copy, PIECE)
            length = copy.tell()
            copy.seek(0)
            yield copy, length


def _regular_length(file: IO[bytes]) -> int | None:
    """Of a regular file that nobody has begun to read; None for anything else."""
    status = status_of(file)
    return status.st_size if status is not None and stat.S_ISREG(status.st_mode) and file.tell() == 0 else None


def status_of(file: IO[bytes]) -> os.stat_result | None:
    """What says which file is open; None for a stream that is in memory."""
    try:
        return os.fstat(file.fileno())
    except UnsupportedOperation:
        return None


@contextmanager
def open_source(name: str, on_read: Callable[[int], None]) -> Iterator[InputFile]:
    """Open a file, or stdin for ``-``, to read it in pieces.

    Raises:
        OSError: it cannot be opened or, later, read.
    """
    if name == STDIO:
        yield InputFile("stdin", _stdin(), on_read, status=status_of(_stdin()))
    else:
        with Path(name).open("rb") as file:
            status = os.fstat(file.fileno())
            yield InputFile(name, file, on_read, status.st_size if stat.S_ISREG(status.st_mode) else None, status)


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Let an ``OSError`` name this file, and not a temporary one or none; ``-`` is stdout."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, "stdout" if name == STDIO else name) from None


def _stdin() -> IO[bytes]:
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "stdin")
    return sys.stdin.buffer
