"""Where output goes: a new file that appears by a rename, what the shell has opened, a device, a FIFO.

Invariants: an output file appears whole or not at all: it is written beside its destination, readable by its owner alone, and renamed, and
it is gone after every end that can be caught. A file that is replaced keeps its owner, group and mode, or is not replaced. What the shell
has opened (``-``, ``/dev/stdout``, ``/dev/fd/3``) is written to, and so is a device or a FIFO; of a symbolic link the target is replaced,
not the link. No file is two of input, output and metadata, and none that holds keys or settings is an output: names are compared before
anything is written, by device and inode, and those of new files as the file system compares them; what was opened is compared again when
the output is. Buffered output is in memory or an unnamed file. A FIFO waits for its other end, as it does for ``cat``. Every ``OSError``
names the file as the user did.
"""

from __future__ import annotations

import errno
import os
import re
import signal
import stat
import sys
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from itertools import takewhile, zip_longest
from pathlib import Path
from typing import IO

import click

from esdkit.cli.streams import PIECE, STDIO, naming, status_of
from esdkit.cli.terminal import flush_stdout
from esdkit.frozen import frozen

__all__ = [
    "FileKey",
    "Sink",
    "ending_by_exception",
    "file_key",
    "input_key",
    "is_part",
    "is_stdout",
    "keep_apart",
    "means_folder",
    "open_appending",
    "open_output",
    "protect",
    "require_names",
    "write_output",
]

_STDOUT = 1
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends
_DESCRIPTORS = ("/dev/fd", "/proc/self/fd", "/proc/thread-self/fd")
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)  # what file systems without hard links say
_REMEDY = "choose another output"
_PROTECTED = "esdkit.protected"
_MAX_LINKS = 40  # as Linux has it

FileKey = tuple[int | str, ...]
"""What the names of one file have in common: device and inode and, of a file that is not there, the names below that folder, folded."""


class Sink:
    """A file that is written in pieces.

    Args:
        name: for errors.
        file: what is written.
        unseen: whether it is a new file that nobody sees yet.

    Attributes:
        descriptor: of a new file that nobody sees yet, which may be written in any order before the first ``write``; None for any other.
    """

    def __init__(self, name: str, file: IO[bytes], *, unseen: bool = False) -> None:
        self._name = name
        self._file = file
        self.descriptor = file.fileno() if unseen else None

    @property
    def status(self) -> os.stat_result | None:
        """What says which file it is; None where nothing does."""
        return status_of(self._file)

    def write(self, data: bytes) -> None:
        view = memoryview(data)
        with naming(self._name):
            while view:
                view = view[self._file.write(view) :]  # a pipe may take less than it is given

    def flush(self) -> None:
        """Let nothing wait that was written to stdout."""
        with naming(self._name):
            self._file.flush()


@frozen
class _Destination:
    """What the name of an output means.

    Attributes:
        name: as the user wrote it.
        descriptor: of what the shell has opened; None for anything else.
        status: of what is there.
        path: the file to write; of a symbolic link, its target.
    """

    name: str
    descriptor: int | None
    status: os.stat_result | None
    path: Path

    @property
    def is_file(self) -> bool:
        """Whether a new file is put in its place."""
        return self.descriptor is None and (self.status is None or stat.S_ISREG(self.status.st_mode))


# ---------------------------------------------------------------- names
def is_stdout(name: str) -> bool:
    """Whether output of this name goes to stdout: ``-``, ``/dev/stdout``, ``/dev/fd/1``, or a link to these."""
    return name == STDIO or _descriptor(name) == _STDOUT


def is_part(name: str) -> bool:
    """Whether a file of this name is a temporary one, which a run that was killed has left."""
    return re.fullmatch(r"\.esdkit-[0-9a-f]{32}\.part", name) is not None


def means_folder(name: str) -> bool:
    """Whether a name is that of a directory, or can only be one."""
    require_names(name)
    return os.path.basename(name) in ("", ".", "..") or Path(name).is_dir()  # noqa: PTH119  # a path has no slash at its end


def require_names(*names: str) -> None:
    """Refuse an empty name, which a variable of the shell that is not set leaves, and which would mean the working directory.

    Raises:
        click.UsageError: a name is empty.
    """
    if "" in names:
        raise click.UsageError("the name of a file or directory is empty")


def protect(path: Path) -> None:
    """Say that the verb has read a file, of keys or of settings, so that ``keep_apart`` counts it as an input."""
    context = click.get_current_context(silent=True)
    if context is not None:
        context.meta.setdefault(_PROTECTED, []).append(str(path))


def keep_apart(inputs: Sequence[str], outputs: Sequence[str], *, in_place: bool = False) -> None:
    """Refuse names of one file: of an input and an output, or of two outputs.

    Args:
        inputs: the files that are read; those that are not there do not matter.
        outputs: the files that are going to be written.
        in_place: whether each output may replace the input at its position.

    Raises:
        click.UsageError: two names are one file, or a name is empty.
        OSError: a folder cannot be asked whether it takes two names for one.
    """
    require_names(*inputs, *outputs)
    context = click.get_current_context(silent=True)
    protected = [] if context is None else context.meta.get(_PROTECTED, [])
    read = {key: name for name in [*inputs, *protected] if (key := input_key(name)) is not None}
    written: dict[FileKey, list[tuple[_Destination, Path]]] = {}
    for output, own in zip_longest(outputs, inputs[: len(outputs)]):
        try:
            destination = _destination(output)
            folder, key = _place(destination)
        except OSError:  # the place does not exist: writing there reports it
            continue
        if key is None:
            continue
        replaces = in_place and own is not None and destination.is_file and key == input_key(own)
        if key in read and not replaces:
            raise click.UsageError(f"{_both(_called(read[key], 'stdin'), _called(output))} would be both read and written; {_REMEDY}")
        others = written.setdefault(key, [])
        for other, _ in others:
            with naming(output):
                is_one = other.path == destination.path or destination.status is not None or _is_one(folder, other.path, destination.path)
            if is_one:
                raise click.UsageError(f"{_both(_called(other.name), _called(output))} would be written twice; {_REMEDY}")
        others.append((destination, folder))


def _both(first: str, second: str) -> str:
    """Two names of a file, or its one name."""
    return first if first == second else f"{first}, which is also {second},"


def _called(name: str, standard: str = "stdout") -> str:
    return standard if name == STDIO else name


def _descriptor(name: str) -> int | None:
    """What the shell has opened and a name means, through links too."""
    path, folders = Path(name), _descriptor_folders(os.getpid())
    for _ in range(_MAX_LINKS):
        folder = os.path.realpath(path.parent)
        if folder in folders and re.fullmatch("[0-9]{1,9}", path.name):
            return int(path.name)
        if not path.is_symlink():
            return None
        path = folder / path.readlink()
    return None


@cache
def _descriptor_folders(process: int) -> frozenset[str]:
    """Where the descriptors of this process are."""
    return frozenset(map(os.path.realpath, _DESCRIPTORS))


def _destination(name: str) -> _Destination:
    """What a name means now."""
    path, descriptor = Path(name), _STDOUT if name == STDIO else _descriptor(name)
    if descriptor is None:
        status = None
        with suppress(FileNotFoundError):
            status = path.stat()  # links in a circle are an ``OSError`` here, and only here in every version of Python
        return _Destination(name, None, status, path.resolve())
    return _Destination(name, descriptor, status_of(sys.stdout.buffer) if descriptor == _STDOUT else os.fstat(descriptor), path)


def file_key(status: os.stat_result | None) -> FileKey | None:
    """The file that was opened; None for one that can be written twice, or read and written: a terminal, ``/dev/null``, a socket."""
    if status is None or not (stat.S_ISREG(status.st_mode) or stat.S_ISBLK(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
        return None
    if stat.S_ISBLK(status.st_mode):
        return ("device", status.st_rdev)
    return (status.st_dev, status.st_ino) if status.st_ino else None  # a file system without numbers


def input_key(name: str) -> FileKey | None:
    """The file of an input, ``-`` for stdin; None for one that is not there, too."""
    try:
        return file_key(status_of(sys.stdin.buffer) if name == STDIO else Path(name).stat())
    except (OSError, AttributeError):  # stdin is closed, or the file is not there: who reads it says so
        return None


def _place(destination: _Destination) -> tuple[Path, FileKey | None]:
    """Of a file that is not there: the nearest folder that is, and what names of the file have in common."""
    folder = destination.path
    if destination.status is not None or destination.descriptor is not None:
        return folder, file_key(destination.status)
    while not folder.exists():
        folder = folder.parent
    status, names = folder.stat(), destination.path.relative_to(folder).parts
    return folder, (status.st_dev, status.st_ino, *map(_folded, names))


def _folded(name: str) -> str:
    """What file systems that fold take for the same, and more: they are asked afterwards."""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())


def _is_one(folder: Path, first: Path, second: Path) -> bool:
    """Whether the file system of a folder takes two names of files to come for one: only it knows, so it is tried."""
    from esdkit.input.folders import make_folder  # here, because most runs do without

    trial = folder / _part_name()
    made = trial / first.relative_to(folder)
    with ending_by_exception():
        try:
            make_folder(made.parent)
            made.touch()
            return (trial / second.relative_to(folder)).exists()
        finally:
            with suppress(OSError):
                made.unlink()
            for place in takewhile(lambda place: place != folder, made.parents):
                with suppress(OSError):  # it was not made, because an error came first
                    place.rmdir()


# ---------------------------------------------------------------- writing
def write_output(name: str, data: bytes) -> None:
    """Write data to a file, whole or not at all; to stdout for ``-``.

    Raises:
        OSError: it cannot be written; the destination is as it was.
    """
    with open_output(name) as sink:
        sink.write(data)


@contextmanager
def open_output(name: str, *, overwrite: bool = True, held: bool = False, apart_from: Collection[FileKey | None] = ()) -> Iterator[Sink]:
    """Something to write into. A regular file appears under its name when the block ends without an error, and not before.

    Args:
        name: the file; ``-`` for stdout.
        overwrite: whether a file that is there may be replaced.
        held: whether stdout, a device or a FIFO, too, gets nothing before the block ends without an error.
        apart_from: the keys of files that are open, or were written by this run, and must not be this one.

    Raises:
        OSError: it cannot be written, or exists and may not be replaced; it is as it was.
    """
    with naming(name):
        if name != STDIO and means_folder(name):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        destination = _destination(name)
        key = file_key(destination.status)
        if key is not None and key in apart_from:
            raise FileExistsError(errno.EEXIST, f"this run reads this file, or has already written it; {_REMEDY}")
        if destination.is_file and not overwrite and destination.status is not None:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if destination.is_file:
        with _replacing(destination, overwrite) as sink:
            yield sink
    elif held:
        from shutil import copyfileobj
        from tempfile import SpooledTemporaryFile, gettempdir

        with SpooledTemporaryFile(PIECE) as waiting:
            yield Sink(gettempdir(), waiting)  # which can be full where the destination is not
            waiting.seek(0)
            with _opened(destination) as file:
                copyfileobj(waiting, Sink(name, file), PIECE)
    else:
        with _opened(destination) as file:
            yield Sink(name, file)


@contextmanager
def open_appending(name: str) -> Iterator[Sink]:
    """Something to write lines after what is there; each is there at once. A new file can be read by its owner alone.

    Raises:
        OSError: it cannot be written.
    """
    with naming(name):
        destination = _destination(name)
    if destination.descriptor is not None:
        with _opened(destination) as file:
            yield Sink(name, file)
        return
    with naming(name):
        handle = os.open(name, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _BINARY, stat.S_IRUSR | stat.S_IWUSR)
    with open(handle, "wb", buffering=0) as file:  # noqa: PTH123  # a descriptor
        yield Sink(name, file)


@contextmanager
def ending_by_exception() -> Iterator[None]:
    """Let the signals that ask a program to end raise ``SystemExit`` or, as ever, ``KeyboardInterrupt``, once, so that temporary files are
    removed. A signal that is ignored stays so: ``nohup`` and the processes of ``--jobs`` count on it.
    """

    def stop(number: int, frame: object) -> None:
        for each in before:
            signal.signal(each, _pass)  # one more would cut the tidying short
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + number)

    from esdkit.engine.processes import ENDING_SIGNALS  # here, because what only reads does without the engine

    handlers = {number: signal.getsignal(number) for number in ENDING_SIGNALS}
    before = {number: handler for number, handler in handlers.items() if handler not in (signal.SIG_IGN, None)}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _pass(number: int, frame: object) -> None:
    """Ignores a signal. ``SIG_IGN`` would make Python complain on stderr of one that has come already."""


@contextmanager
def _opened(destination: _Destination) -> Iterator[IO[bytes]]:
    """What is written directly."""
    if destination.descriptor is None:
        with Path(destination.name).open("wb", buffering=0) as file:  # without a buffer nothing is left to fail when it is closed
            yield file
    elif destination.descriptor != _STDOUT:
        with naming(destination.name):
            handle = os.dup(destination.descriptor)  # which shares its position, and whether it appends
        with open(handle, "wb", buffering=0) as file:  # noqa: PTH123  # a descriptor
            yield file
    else:
        try:
            yield sys.stdout.buffer
        except OSError:
            with suppress(OSError):  # the first error is the one to tell
                flush_stdout()
            raise
        with naming(destination.name):
            flush_stdout()


def _part_name() -> str:
    return f".esdkit-{os.urandom(16).hex()}.part"


@contextmanager
def _replacing(destination: _Destination, overwrite: bool) -> Iterator[Sink]:
    """Write beside the target and rename. Only its owner can read a new file."""
    name = destination.name
    with ending_by_exception():
        # named before it is made, so that a signal that comes when it has just been made finds the name
        temporary = destination.path.parent / _part_name()
        try:
            with naming(name):
                made = open(temporary, "xb", opener=_for_its_owner)  # noqa: SIM115  # a path's own open takes no opener
            with made as file:
                yield Sink(name, file, unseen=True)
                with naming(name):
                    file.flush()
                    os.fsync(file.fileno())
            with naming(name):
                _put(temporary, destination.path, overwrite)
        finally:
            with naming(name):  # a file system that cannot be written to refuses this, too
                temporary.unlink(missing_ok=True)


def _put_new(temporary: Path, target: Path) -> None:
    """Fail, unlike a rename, when the target exists by now. Without hard links, as on FAT, the name is taken by an empty file first."""
    with suppress(AttributeError):  # a system without hard links
        try:
            os.link(temporary, target)
            return
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
    target.touch(stat.S_IRUSR | stat.S_IWUSR, exist_ok=False)
    temporary.replace(target)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR)


def _put(temporary: Path, target: Path, overwrite: bool) -> None:
    if not overwrite:
        _put_new(temporary, target)
        return
    if target.exists():
        from esdkit.input.replacing import make_like  # here, because most runs do without

        make_like(temporary, target.stat(), _REMEDY)
    temporary.replace(target)
