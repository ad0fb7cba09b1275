"""Files: one by one, in folders, by patterns, and ranges of large ones.

Strategy: small files share a partition; where one ends depends on the names in it alone, so that a new file changes one partition and not
all that follow. A large text is divided into ranges of equal size, which begin and end where rows or units do, a large Parquet file between
row groups, and a large zip between the files in it. Everything else that is large is a partition of its own.
Invariants: the partitions follow from names, sizes and times; their ids do not change with the content. A file that vanishes, is forbidden
or changes is a problem of that file.
"""

from __future__ import annotations

import glob
import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, NamedTuple, Protocol
from zlib import crc32

from esdkit.errors import Code, SourceError, UsageError
from esdkit.input.beginnings import begins_like_message
from esdkit.input.folders import names_below
from esdkit.input.packed import utf16
from esdkit.scan.model import Item, Partition, Problem
from esdkit.scan.sources.content import How, content_items, is_text, member_items, member_sizes
from esdkit.scan.sources.parquet import group_sizes, open_parquet, parquet_items
from esdkit.scan.sources.rows import csv_items, csv_row_test, json_items
from esdkit.scan.sources.sqlite import MAGIC as SQLITE
from esdkit.scan.sources.sqlite import beside
from esdkit.scan.sources.stream import PIECE, Ahead, Meter, unheard
from esdkit.scan.sources.text import text_items

__all__ = [
    "Files",
    "Items",
    "Object",
    "digest",
    "ends_partition",
    "file_range",
    "files",
    "fingerprint_of",
    "members",
    "row_groups",
]

_RANGE = 64 << 20  # bytes of a large text in one partition
_GROUPS = 16 << 20  # bytes of row groups, or of files in a zip, in one partition
_MOST_OF_ZIP = 32  # partitions of one, because each reads the whole list of files in it
_SMALL = 1 << 20  # bytes of a file that shares one
_MOST = 1024  # files in one
_ONE_IN = 256  # names after which one ends
_SAMPLE = 4096
_STDIN = "-"


class Items(Protocol):
    """Reads a source object."""

    def __call__(self, on_bytes: Callable[[int], None] = ..., /) -> Iterator[Item | Problem]: ...


class Object(NamedTuple):
    """A source object, or a range of one.

    Attributes:
        source: its name.
        fingerprint: what changes when it changes.
        size: bytes; None where that is not known.
        items: reads it; what it is given is told how many more bytes were read, where that is known before the end.
        requests: that reading it took so far, by what they cost as.
    """

    source: str
    fingerprint: str
    size: int | None
    items: Items
    requests: Mapping[str, int] = MappingProxyType({})


class _File(NamedTuple):
    """A file to scan, as plain values: its name, its path, size and fingerprint, and why it cannot be read, if that is known."""

    source: str
    path: str
    size: int
    fingerprint: str
    error: str | None = None


class Files:
    """Files, folders, patterns, and stdin.

    Args:
        names: as the user wrote them.
        how: what is read in them.
        stdin: a copy of stdin, for ``-``.

    Raises:
        UsageError: ``invalid-argument``: a pattern matches nothing, or a name is not that of a file or folder.
    """

    # Reqs: SCN-SRC-001, SCN-SRC-006

    complete = True

    def __init__(self, names: Sequence[str], how: How, stdin: Path | None = None) -> None:
        self._how = how
        self._stdin = stdin
        self._names = _apart([each for name in names for each in _matching(name)])

    def partitions(self) -> Iterator[Partition]:
        batch: list[_File] = []
        for file in self._files():
            if file.size > _SMALL:
                yield from self._batch(batch)
                yield from self._large(file)
                batch = []
                continue
            batch.append(file)
            if ends_partition(file.path, len(batch)):
                yield from self._batch(batch)
                batch = []
        yield from self._batch(batch)

    def size(self) -> int | None:
        return sum(file.size for file in self._files())

    def requests(self) -> Mapping[str, int]:
        return {}

    def _files(self) -> Iterator[_File]:
        real = {name: Path(os.path.realpath(name)) for name in self._names if name != _STDIN}
        counted = _Counted(real.values())
        for name in self._names:
            if name == _STDIN and self._stdin is not None:
                yield self._copy_of_stdin
            elif Path(name).is_dir():
                yield from _below(Path(name), counted)
            else:
                yield _file(name)

    @cached_property
    def _copy_of_stdin(self) -> _File:
        assert self._stdin is not None
        return _File(_STDIN, str(self._stdin), self._stdin.stat().st_size, _digest_of(self._stdin))

    def _batch(self, batch: Sequence[_File]) -> Iterator[Partition]:
        if batch:
            yield self._partition("files", batch[0].source, {"files": [[*file] for file in batch]}, batch)

    def _large(self, file: _File) -> Iterator[Partition]:
        kind, groups = _groups(file)
        if groups:
            left = file.size
            for first, end, size in groups:
                options = {"file": [*file], "start": first, "stop": end}
                size = left if end == groups[-1][1] else min(size, left)  # a file may lie about what is in it
                left -= size
                yield self._partition(kind, file.source, options, [file])._replace(size=size)
            return
        cuts = _cuts(file, self._how)
        if not cuts:
            yield from self._batch([file])
            return
        header = _first_line(file.path) if self._how.column is not None else b""
        for start, stop in zip([0, *cuts], [*cuts, None], strict=True):
            options = {"file": [*file], "start": start, "stop": stop, "header": header.decode("latin-1")}
            length = (file.size if stop is None else stop) - start
            yield self._partition("range", file.source, options, [file])._replace(size=length)

    def _partition(self, kind: str, source: str, options: Mapping[str, Any], files: Iterable[_File]) -> Partition:
        how = self._how.as_options()
        identity = [kind, source, options.get("start"), options.get("stop"), how]
        fingerprint = digest([(file.source, file.fingerprint) for file in files])
        return Partition(digest(identity), source, kind, {**options, **how}, fingerprint, sum(file.size for file in files))


def ends_partition(name: str, length: int) -> bool:
    """Whether a partition ends with a name, of which it has ``length`` then."""
    return length == _MOST or crc32(name.encode("utf-8", "surrogateescape")) % _ONE_IN == 0


def digest(value: Any) -> str:
    """A short name of a value."""
    return sha256(json.dumps(value).encode()).hexdigest()[:24]


def _digest_of(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return f"sha256:{digest.hexdigest()}"


# ---------------------------------------------------------------- names
def _matching(name: str) -> list[str]:
    """The names that a pattern means; a file of this name comes first."""
    if name == _STDIN or os.path.lexists(name) or not glob.has_magic(name):
        return [name]
    found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # a path's own takes no absolute pattern
    found = [each for each in found if not Path(each).is_dir()] or found
    if not found:
        raise UsageError(Code.INVALID_ARGUMENT, f"no file matches {name}")
    return found


def _apart(names: Iterable[str]) -> list[str]:
    """The names without those that are repeated, or are in a folder that is named too."""
    real = {name: Path(os.path.realpath(name)) for name in names if name != _STDIN}
    folders = {path for path in real.values() if path.is_dir()}
    kept = {path: name for name, path in reversed(real.items()) if folders.isdisjoint(path.parents)}
    return [name for name in dict.fromkeys(names) if name == _STDIN or kept.get(real[name]) == name]


class _Counted:
    """What counts once, although links lead to it: the names that are scanned, what is below them, and targets of other links."""

    def __init__(self, names: Iterable[Path]) -> None:
        self._names = {*names}
        self._targets: set[Path] = set()

    def has(self, link: Path) -> bool:
        """Whether what a link leads to is counted elsewhere; if not, it is now."""
        target = Path(os.path.realpath(link))
        if target in self._targets or not self._names.isdisjoint([target, *target.parents]):
            return True
        self._targets.add(target)
        return False


def _below(folder: Path, counted: _Counted) -> Iterator[_File]:
    """The regular files of a folder and its folders, and links to others; links that lead nowhere and folders that cannot be read, with the
    reason. Links to folders are not followed."""
    unreadable: list[OSError] = []
    for place, names in names_below(folder, on_error=unreadable.append):
        for path in (place / name for name in names):
            if path.is_symlink() and path.is_file() and counted.has(path):
                continue
            if (path.is_file() and not _is_read_with_database(path)) or (path.is_symlink() and not path.exists()):
                yield _file(str(path))
    for error in unreadable:
        name = os.fsdecode(error.filename)
        yield _File(name, name, 0, "", error.strerror or "it cannot be read")


def _file(name: str) -> _File:
    try:
        status = Path(name).stat()
        fingerprint = _fingerprint(status, name)
    except OSError as error:
        return _File(name, name, 0, "", error.strerror or "it cannot be read")
    except ValueError:
        raise UsageError(Code.INVALID_ARGUMENT, "the name of a file has a NUL or half a character") from None
    if not stat.S_ISREG(status.st_mode):
        return _File(name, name, 0, "", "it is not a regular file; pipe it to esdkit scan -")
    return _File(name, name, status.st_size, fingerprint)


def _fingerprint(status: os.stat_result, name: str) -> str:
    """What changes when a file changes, or the WAL of a database."""
    wal = beside(Path(name), "-wal")
    parts = [status, *([wal.stat()] if wal.is_file() else [])]
    return "+".join(map(fingerprint_of, parts))


def fingerprint_of(status: os.stat_result) -> str:
    """What changes when a file changes."""
    return f"{status.st_size}-{status.st_mtime_ns}"


def _is_read_with_database(path: Path) -> bool:
    """Whether a file is the WAL of a database beside it, or its index: it is read with the database, and counts once."""
    name, _, suffix = path.name.rpartition("-")
    if not name or suffix not in ("wal", "shm"):
        return False
    try:
        with path.with_name(name).open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


# ---------------------------------------------------------------- ranges
def _cuts(file: _File, how: How) -> list[int]:
    """Where the ranges of a large text begin, the first one left out; nothing for what is read as a whole."""
    try:
        with Path(file.path).open("rb") as opened:
            head = opened.read(_SAMPLE)
            if file.size <= _RANGE or begins_like_message(head) or utf16(head) is not None or not is_text(head, how):
                return []
            if how.column is not None:
                opened.seek(0)
                begins_row = csv_row_test(opened.readline(PIECE), how.column)
                opened.seek(0)
                return _cuts_of_csv(iter(partial(opened.read, PIECE), b""), begins_row)
            if how.field is None:
                return [*range(_RANGE, file.size, _RANGE)]
            cuts = []
            for near in range(_RANGE, file.size, _RANGE):
                opened.seek(near)
                cut = near + len(opened.readline())
                cuts += [cut] if cut < file.size and cut not in cuts else []
            return cuts
    except OSError:
        return []  # whoever reads it says so


def _groups(file: _File) -> tuple[str, list[tuple[int, int, int]]]:
    """What reads the ranges of a large Parquet file or zip, and these: first part, end, bytes. Nothing for what is read as a whole."""
    for kind, sizes, most in (("row-groups", group_sizes, file.size), ("members", member_sizes, _MOST_OF_ZIP)):
        try:
            ranges = _ranges(sizes(Path(file.path)), most)
        except OSError:
            break  # whoever reads it says so
        if len(ranges) > 1:
            return kind, ranges
    return "", []


def _ranges(sizes: Sequence[int], most: int) -> list[tuple[int, int, int]]:
    """Ranges of parts, of about equal size, and not many more than ``most``."""
    ranges, start, held = [], 0, 0
    enough = max(_GROUPS, sum(sizes) // most)
    for end, size in enumerate(sizes, 1):
        held += size
        if held >= enough or end == len(sizes):
            ranges.append((start, end, held))
            start, held = end, 0
    return ranges


def _cuts_of_csv(pieces: Iterable[bytes], begins_row: Callable[[bytes], bool]) -> list[int]:
    """Where rows begin that are about ``_RANGE`` apart: a line break after an odd number of quotes is inside a value.

    Where a quote is missing, it is the other way around, until another one is missing: so the next line must also be like a row's.
    """
    cuts, at, quotes, near = [], 0, 0, _RANGE
    for piece in pieces:
        counted = 0
        while near < at + len(piece) and (end := piece.find(b"\n", max(near - at, counted))) >= 0:
            quotes += piece.count(b'"', counted, end)
            counted = end
            near = at + end + 1
            if quotes % 2 == 0 and begins_row(piece[end + 1 : piece.find(b"\n", end + 1) + 1]):
                cuts.append(near)
                near += _RANGE
        quotes += piece.count(b'"', counted)
        at += len(piece)
    return [cut for cut in cuts if cut < at] if quotes % 2 == 0 else []


def _first_line(path: str) -> bytes:
    with Path(path).open("rb") as file:
        return file.readline(PIECE)


# ---------------------------------------------------------------- reading
def files(partition: Partition) -> Iterator[Object]:
    """The files of a partition."""
    how = How.of_options(partition.options)
    for values in partition.options["files"]:
        file = _File(*values)
        yield Object(file.source, file.fingerprint, file.size, partial(_items, file, partial(_whole, how, file)))


def file_range(partition: Partition) -> Iterator[Object]:
    """The range of a file that a partition is."""
    file = _File(*partition.options["file"])
    yield Object(file.source, file.fingerprint, partition.size, partial(_items, file, partial(_range, partition.options)))


def row_groups(partition: Partition) -> Iterator[Object]:
    """The row groups of a Parquet file that a partition is."""
    file = _File(*partition.options["file"])
    yield Object(file.source, file.fingerprint, partition.size, partial(_items, file, partial(_some_groups, partition)))


def members(partition: Partition) -> Iterator[Object]:
    """The files in a zip that a partition is."""
    file = _File(*partition.options["file"])
    yield Object(file.source, file.fingerprint, partition.size, partial(_items, file, partial(_some_members, partition)))


_Read = Callable[[IO[bytes], Callable[[int], None]], Iterator[Item | Problem]]
"""Reads a file, given what reads it and what seeks in it."""


def _items(file: _File, read: _Read, on_bytes: Callable[[int], None] = unheard) -> Iterator[Item | Problem]:
    """What is in a file; what goes wrong with the file itself is a problem of all of it."""
    # Reqs: SCN-SRC-007
    if file.error is not None:
        yield Problem("", "source-unreadable", file.error)
        return
    try:
        with Path(file.path).open("rb", buffering=0) as opened:
            yield from read(opened, on_bytes)
            if file.fingerprint not in (_fingerprint(os.fstat(opened.fileno()), file.path), _digest_of_copy(file)):
                yield Problem("", "source-changed", "it changed while it was read")
    except OSError as error:
        yield Problem("", "source-unreadable", error.strerror or str(error))
    except MemoryError:
        yield Problem("", "source-too-large", "there is not enough memory to read it")


def _digest_of_copy(file: _File) -> str | None:
    """The fingerprint of stdin, of which a copy is read that nobody changes."""
    return file.fingerprint if file.source == _STDIN else None


def _whole(how: How, file: _File, opened: IO[bytes], on_bytes: Callable[[int], None]) -> Iterator[Item | Problem]:
    yield from content_items(Ahead(opened.read, on_bytes=on_bytes), "", how, Meter(file.size, on_bytes), Path(file.path))


def _some_groups(partition: Partition, _: IO[bytes], on_bytes: Callable[[int], None]) -> Iterator[Item | Problem]:
    options, meter = partition.options, Meter(partition.size, on_bytes)
    try:
        with open_parquet(Path(_File(*options["file"]).path)) as opened:
            yield from parquet_items(opened, "", options["column"], options["start"], options["stop"], meter=meter, on_bytes=on_bytes)
    except SourceError as error:
        yield Problem("", error.code.value, error.message)


def _some_members(partition: Partition, _: IO[bytes], on_bytes: Callable[[int], None]) -> Iterator[Item | Problem]:
    options = partition.options
    path = Path(_File(*options["file"]).path)
    yield from member_items(path, How.of_options(options), options["start"], options["stop"], Meter(partition.size, on_bytes))


def _range(options: Mapping[str, Any], opened: IO[bytes], on_bytes: Callable[[int], None]) -> Iterator[Item | Problem]:
    start, stop = options["start"], options["stop"]
    if options["field"] is None and options["column"] is None:
        begin = max(start - 1, 0)
        opened.seek(begin)
        yield from text_items(Ahead(opened.read, at=begin, on_bytes=on_bytes), "", stop)
        return
    opened.seek(start)
    stream = Ahead(opened.read, at=start, on_bytes=on_bytes)
    if options["field"] is not None:
        yield from json_items(stream, "", options["field"], stop)
    else:
        header = options["header"].encode("latin-1") if start else None
        yield from csv_items(stream, "", options["column"], header, stop)
