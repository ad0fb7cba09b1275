"""Where bytes come from and go to: files, stdin, stdout.

Invariants: an output file appears whole or not at all: it is written beside its destination, readable by its owner alone, and renamed, and
it is gone after every end that can be caught. A destination that is not a regular file (device, FIFO) is written directly; the target of a
symbolic link is replaced, not the link. Buffered output is in memory or an unnamed file. Every ``OSError`` names the file as the user did.
What is kept of an input that may never end, such as a device, has a bound (``spec/limits.yaml``).
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import IO

from esdkit.cli.terminal import flush_stdout
from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS

__all__ = [
    "LARGE",
    "STDIO",
    "InputFile",
    "Sink",
    "ending_by_exception",
    "kept_file",
    "naming",
    "open_output",
    "open_source",
    "read_bounded",
    "user_path",
    "write_output",
]

STDIO = "-"
_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
LARGE = 32 << 20
"""Bytes of a file that is not read as a whole without need."""
_PIECE = 1 << 20  # bytes copied at once, and those that are held in memory


class InputFile:
    """A file that is read in pieces.

    Args:
        name: as the user wrote it.
        file: what is read.
        on_read: is told the number of bytes of each piece.
        length: bytes, of a regular file; None for what has no length yet.
    """

    def __init__(self, name: str, file: IO[bytes], on_read: Callable[[int], None], length: int | None = None) -> None:
        self.name = name
        self.length = length
        self._file = file
        self._on_read = on_read

    def read(self, size: int = -1, /) -> bytes:
        with naming(self.name):
            data = self._file.read(size)
        self._on_read(len(data))
        return data


class Sink:
    """A file that is written in pieces."""

    def __init__(self, name: str, file: IO[bytes]) -> None:
        self._name = name
        self._file = file

    def write(self, data: bytes) -> None:
        view = memoryview(data)
        with naming(self._name):
            while view:
                view = view[self._file.write(view) :]  # a pipe may take less than it is given


@contextmanager
def kept_file(name: str) -> Iterator[tuple[IO[bytes], int]]:
    """A file that can seek, at its beginning, and its length (bytes). What comes through a pipe is kept, if long, in an unnamed file.

    Raises:
        OSError: it cannot be opened or, later, read.
        UsageError: ``invalid-argument``: a device or pipe gives more than is kept.
    """
    with nullcontext(_stdin()) if name == STDIO else open(name, "rb", buffering=0) as file:  # noqa: PTH123  # a path costs more than reading
        with naming(name):
            length = _regular_length(file)
        if length is not None:
            yield file, length
            return
        from tempfile import SpooledTemporaryFile

        kind = "device" if _is_device(file) else "piped"
        most = LIMITS[f"{kind}_input_size"]
        with SpooledTemporaryFile(max_size=LARGE) as copy:
            length = 0
            with naming(name):
                while piece := file.read(_PIECE):
                    length += len(piece)
                    _require_length(name, length, most, f"of {kind} input; save it to a file")
                    copy.write(piece)
            copy.seek(0)
            yield copy, length


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
    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise UsageError(Code.INVALID_ARGUMENT, f"the home directory {Path(name).parts[0]} cannot be found") from None


def _regular_length(file: IO[bytes]) -> int | None:
    """Of a regular file that nobody has begun to read; None for anything else."""
    try:
        status = os.fstat(file.fileno())
    except UnsupportedOperation:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) and file.tell() == 0 else None


@contextmanager
def open_source(name: str, on_read: Callable[[int], None]) -> Iterator[InputFile]:
    """Open a file, or stdin for ``-``, to read it in pieces.

    Raises:
        OSError: it cannot be opened or, later, read.
    """
    if name == STDIO:
        yield InputFile("stdin", _stdin(), on_read)
    else:
        with Path(name).open("rb") as file:
            status = os.fstat(file.fileno())
            yield InputFile(name, file, on_read, status.st_size if stat.S_ISREG(status.st_mode) else None)


def write_output(name: str, data: bytes) -> None:
    """Write data to a file, whole or not at all; to stdout for ``-``.

    Raises:
        OSError: it cannot be written; the destination is as it was.
    """
    with open_output(name) as sink:
        sink.write(data)


@contextmanager
def open_output(name: str, *, overwrite: bool = True, held: bool = False) -> Iterator[Sink]:
    """Something to write into. A regular file appears under its name when the block ends without an error, and not before.

    Args:
        name: the file; ``-`` for stdout.
        overwrite: whether a file that is there may be replaced.
        held: whether stdout, a device or a FIFO, too, gets nothing before the block ends without an error.

    Raises:
        OSError: it cannot be written, or exists and may not be replaced; it is as it was.
    """
    path = Path(name)
    with naming(name):
        directly = name == STDIO or (path.exists() and not path.is_file())
        if name != STDIO and path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not directly and not overwrite and path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if not directly:
        with _replacing(name, path, overwrite) as sink:
            yield sink
    elif held:
        from shutil import copyfileobj
        from tempfile import SpooledTemporaryFile, gettempdir

        with SpooledTemporaryFile(_PIECE) as waiting:
            yield Sink(gettempdir(), waiting)  # which can be full where the destination is not
            waiting.seek(0)
            with _opened(name) as file:
                copyfileobj(waiting, Sink(name, file), _PIECE)
    else:
        with _opened(name) as file:
            yield Sink(name, file)


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Let an ``OSError`` name this file, and not a temporary one or none; ``-`` is stdout."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, "stdout" if name == STDIO else name) from None


@contextmanager
def ending_by_exception() -> Iterator[None]:
    """Let the signals that ask a program to end raise ``SystemExit`` or, as ever, ``KeyboardInterrupt``, once, so that temporary files are
    removed. A signal that is ignored stays so: ``nohup`` and the processes of ``--jobs`` count on it.
    """

    def stop(number: int, frame: object) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)  # one more would cut the tidying short
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + number)

    handlers = {number: signal.getsignal(number) for number in _ENDING}
    before = {number: handler for number, handler in handlers.items() if handler not in (signal.SIG_IGN, None)}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stdin() -> IO[bytes]:
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "stdin")
    return sys.stdin.buffer


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    """Stdout, a device or a FIFO."""
    if name == STDIO:
        try:
            yield sys.stdout.buffer
        except OSError:
            with suppress(OSError):  # the first error is the one to tell
                flush_stdout()
            raise
        with naming(name):
            flush_stdout()
        return
    with Path(name).open("wb", buffering=0) as file:  # without a buffer nothing is left to fail when it is closed
        yield file


@contextmanager
def _replacing(name: str, path: Path, overwrite: bool) -> Iterator[Sink]:
    """Write beside the target and rename. An existing file keeps its mode; only its owner can read a new one."""
    with ending_by_exception():
        with naming(name):
            target = _target(path)
        # named before it is made, so that a signal that comes when it has just been made finds the name
        temporary = target.parent / f".esdkit-{os.urandom(16).hex()}.part"
        try:
            with naming(name):
                made = open(temporary, "xb", opener=_for_its_owner)  # noqa: SIM115  # a path's own open takes no opener
            with made as file:
                yield Sink(name, file)
                with naming(name):
                    file.flush()
                    os.fsync(file.fileno())
            with naming(name):
                _put(temporary, target, overwrite)
        finally:
            temporary.unlink(missing_ok=True)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR)


def _target(path: Path) -> Path:
    """The file to replace: of a symbolic link, its target."""
    with suppress(FileNotFoundError):
        path.stat()  # links in a circle are an ``OSError`` here, and only here in every version of Python
    return path.resolve()


def _put(temporary: Path, target: Path, overwrite: bool) -> None:
    if not overwrite:
        os.link(temporary, target)  # which fails, unlike a rename, when the target exists by now
        return
    if target.exists():
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    temporary.replace(target)
