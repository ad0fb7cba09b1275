"""Where bytes come from: files, stdin. ``output`` decides where they go.

Invariants: what cannot seek is kept in memory or in an unnamed file, up to a bound (``spec/limits.yaml``), because a device may never end.
Every ``OSError`` names the file as the user did.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from io import UnsupportedOperation
from typing import IO, TYPE_CHECKING

from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "LARGE",
    "PIECE",
    "STDIO",
    "InputFile",
    "kept_file",
    "naming",
    "open_source",
    "read_bounded",
    "status_of",
    "stdin_pieces",
    "user_path",
]

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
        self.on_read = on_read
        self._file = file

    @property
    def descriptor(self) -> int | None:
        """Of a regular file, which can be read in any order; None for any other."""
        return None if self.length is None else self._file.fileno()

    def read(self, size: int = -1, /) -> bytes:
        with naming(self.name):
            data = self._file.read(size)
        self.on_read(len(data))
        return data


@contextmanager
def kept_file(name: str) -> Iterator[tuple[IO[bytes], int]]:
    """A file that can seek, at its beginning, and its length (bytes). What comes through a pipe is kept, if long, in an unnamed file.

    Raises:
        OSError: it cannot be opened or, later, read.
        UsageError: ``invalid-argument``: a device or pipe gives more than is kept.
    """
    with nullcontext(_stdin()) if name == STDIO else open(name, "rb", buffering=0) as file:  # a path costs more than reading
        with naming(name):
            length = _regular_length(file)
        if length is not None:
            yield file, length
            return
        from tempfile import SpooledTemporaryFile

        with SpooledTemporaryFile(max_size=LARGE) as copy:
            with naming(name):
                for piece in _bounded(name, file):
                    copy.write(piece)
            length = copy.tell()
            copy.seek(0)
            yield copy, length


def stdin_pieces() -> Iterator[bytes]:
    """What comes through stdin, for whoever keeps it.

    Raises:
        OSError: it cannot be read.
        UsageError: ``invalid-argument``: a device or pipe gives more than is kept.
    """
    file = _stdin()
    pieces = _bounded(STDIO, file) if _regular_length(file) is None else iter(partial(file.read, PIECE), b"")
    while True:
        with naming("stdin"):
            piece = next(pieces, b"")
        if not piece:
            return
        yield piece


def _bounded(name: str, file: IO[bytes]) -> Iterator[bytes]:
    """What a device or pipe gives, as far as it is kept."""
    kind = "device" if _is_device(file) else "piped"
    length, most = 0, LIMITS[f"{kind}_input_size"]
    while piece := file.read(PIECE):
        length += len(piece)
        _require_length(name, length, most, f"of {kind} input; save it to a file")
        yield piece


def read_bounded(path: Path, most: int, what: str) -> bytes:
    """All bytes of a file.

    Args:
        path: the file.
        most: bytes.
        what: whose file it is, for errors: ``a key``.

    Raises:
        OSError: it cannot be read.
        UsageError: ``invalid-argument``: it has more bytes, or its name cannot be one.
    """
    try:
        with naming(str(path)), path.open("rb") as file:
            data = file.read(most + 1)
    except ValueError:
        raise UsageError(Code.INVALID_ARGUMENT, "the name of a file has a NUL or half a character") from None
    _require_length(str(path), len(data), most, f"for {what}")
    return data


def _is_device(file: IO[bytes]) -> bool:
    """Whether it may give bytes without end, and without anyone who writes them: ``/dev/zero``."""
    try:
        return stat.S_ISCHR(os.fstat(file.fileno()).st_mode)
    except UnsupportedOperation:
        return False


def _require_length(name: str, length: int, most: int, purpose: str) -> None:
    if length > most:
        raise UsageError(
            Code.INVALID_ARGUMENT, f"{'stdin' if name == STDIO else name} has more than the {most} bytes that are read {purpose}"
        )


def user_path(name: str) -> Path:
    """The file that a user names; ``~`` is a home directory.

    Raises:
        UsageError: ``invalid-argument``: nobody has it.
    """
    from pathlib import Path  # here, because most runs name nothing but messages

    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise UsageError(Code.INVALID_ARGUMENT, f"the home directory {Path(name).parts[0]} cannot be found") from None


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
        with open(name, "rb") as file:
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
