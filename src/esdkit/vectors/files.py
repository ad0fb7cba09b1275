"""Where vectors are: a folder, a zip, a single file, all read the same way, and never beyond the folder of the manifest that names them.

Strategy: a path gives its JSON files, each with the folder that it is in. What a manifest names is read through that folder: the URI is
judged as text first (``relative_name``), then the place that it leads to. A zip is read in place; its table of contents is judged before
anything is unpacked.
Invariants: nothing outside the manifest's folder is opened, whatever dots, links, drives or percent signs a name holds; what is read stays
under the limits of ``spec/limits.yaml``, by declared and by real size; a set that cannot be read raises `VectorError`, never `OSError` or
an error of `zipfile`.
Not here: what a manifest says.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import unquote

from esdkit.errors import Code, VectorError
from esdkit.frozen import frozen
from esdkit.input.folders import names_below
from esdkit.spec import LIMITS

__all__ = ["Archive", "DiskFolder", "JsonFile", "SetFiles", "VectorFolder", "ZipFolder", "json_files", "relative_name"]

_SCHEME = "file://"
_DRIVE = re.compile(r"[A-Za-z]:")
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class VectorFolder(Protocol):
    """The folder that holds a manifest.

    Attributes:
        name: the vector set's name.
    """

    @property
    def name(self) -> str: ...

    def __hash__(self) -> int: ...

    def read(self, name: str, limit: int) -> bytes:
        """Read a file of this folder.

        Args:
            name: a path as `relative_name` gives it.
            limit: bytes; a longer file is refused before it is read.

        Raises:
            VectorError: ``vector-file-missing``, ``uri-outside-folder``, ``archive-too-large`` or ``manifest-invalid`` (a damaged archive).
        """


@frozen
class JsonFile:
    """A JSON file that may be a manifest.

    Attributes:
        folder: the folder that it is in.
        name: its name there.
        location: how a person finds it: the path; of a file in a zip, the zip's path and then its own.
        explicit: whether this very file was named; then it must be a manifest.
    """

    folder: VectorFolder
    name: str
    location: str
    explicit: bool = False


def relative_name(uri: str, *, path: str | None = None) -> str:
    """The path that a manifest's URI names, relative to the manifest's folder.

    ``file://`` is cut off literally and nothing is decoded, as all published runners do it. A name is refused as soon as any reading of it,
    percent signs decoded or not, leaves the folder.

    Args:
        uri: ``file://`` and a relative path with forward slashes.
        path: where the manifest has the URI, for the error.

    Raises:
        VectorError: ``uri-outside-folder`` or ``manifest-invalid`` (no such URI at all).
    """
    # Reqs: TVM-COM-005, TVM-COM-006
    if not uri.startswith(_SCHEME):
        leaves = "://" in uri or _escapes(uri)
        raise VectorError(Code.URI_OUTSIDE_FOLDER if leaves else Code.MANIFEST_INVALID, "not a file:// URI with a relative path", path=path)
    name = uri.removeprefix(_SCHEME)
    if len(name) > (most := LIMITS["vector_path_length"]):
        raise VectorError(Code.MANIFEST_INVALID, f"the URI has a path of {len(name)} characters, at most {most} are allowed", path=path)
    if any(_escapes(reading) for reading in _readings(name)):
        raise VectorError(Code.URI_OUTSIDE_FOLDER, "the URI leaves the manifest's directory", path=path)
    parts = PurePosixPath(name).parts
    if not parts:
        raise VectorError(Code.MANIFEST_INVALID, "the URI names no file", path=path)
    return "/".join(parts)


def _readings(name: str) -> Iterator[str]:
    """The name as it is written, and as it is after every round of percent-decoding."""
    # Reqs: TVM-COM-006
    yield name
    while (decoded := unquote(name)) != name:
        name = decoded
        yield name


def _escapes(name: str) -> bool:
    # Reqs: TVM-COM-006
    return (
        name.startswith(("/", "~"))
        or "\\" in name
        or _DRIVE.match(name) is not None
        or ".." in name.split("/")
        or any(ord(character) < ord(" ") for character in name)
    )


class SetFiles:
    """The files that one manifest names: read once each, held together under ``vector_set_size``."""

    def __init__(self, folder: VectorFolder) -> None:
        self._folder = folder
        self._contents: dict[str, bytes] = {}
        self._left = LIMITS["vector_set_size"]

    def read(self, uri: str, *, path: str | None = None) -> bytes:
        """Read what a URI names.

        Args:
            uri: as `relative_name` takes it.
            path: where the manifest has the URI, for the error.

        Raises:
            VectorError: as `relative_name` and `VectorFolder.read`.
        """
        # Reqs: TVM-COM-005, TVM-COM-006
        name = relative_name(uri, path=path)
        if name not in self._contents:
            try:
                content = self._folder.read(name, self._left)
            except VectorError as error:
                raise VectorError(error.code, error.message, path=path) from error
            self._left -= len(content)
            self._contents[name] = content
        return self._contents[name]


@frozen
class DiskFolder:
    """A folder of the file system. ``root`` may be a link; what is below it may not lead out of it."""

    root: Path

    @property
    def name(self) -> str:
        return self.root.resolve().name

    def read(self, name: str, limit: int) -> bytes:
        """See `VectorFolder.read`."""
        # Reqs: TVM-COM-006, TVM-COM-007
        try:
            target = (self.root / name).resolve(strict=True)
            if not target.is_relative_to(self.root.resolve(strict=True)):
                raise VectorError(Code.URI_OUTSIDE_FOLDER, f"{name} leads out of its directory")
            if not target.is_file():  # a device or a pipe would never end
                raise VectorError(Code.VECTOR_FILE_MISSING, f"{name} is not a regular file")
            with target.open("rb") as file:
                content = file.read(limit + 1)
        except (OSError, RuntimeError, ValueError) as error:  # a loop of links (before Python 3.13), a name that the system cannot spell
            raise VectorError(Code.VECTOR_FILE_MISSING, f"{name} cannot be read: {_why(error)}") from error
        return _within(name, content, limit)


class Archive:
    """A zip of vector sets, open for reading; close it after use.

    Raises:
        VectorError: ``archive-too-large``, ``uri-outside-folder`` (an entry's name or a link), ``manifest-invalid`` (not a valid zip).
    """

    def __init__(self, path: Path) -> None:
        # Reqs: TVM-COM-008
        self.path = path
        try:
            packed = path.stat().st_size
            self._zip = zipfile.ZipFile(path)
        except _ZIP_ERRORS as error:
            what = "cannot be opened" if isinstance(error, OSError) else "is not a zip file, or part of one"
            raise VectorError(Code.MANIFEST_INVALID, f"{path.name} {what}: {_why(error)}") from error
        try:
            self._entries = _checked_entries(self._zip.infolist(), path.name, packed)
        except VectorError:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def names(self) -> tuple[str, ...]:
        """The files in it, sorted."""
        return tuple(sorted(self._entries))

    def read(self, name: str, limit: int) -> bytes:
        """See `VectorFolder.read`; ``name`` is the entry's whole name."""
        # Reqs: TVM-COM-007, TVM-COM-008
        if name not in self._entries:
            raise VectorError(Code.VECTOR_FILE_MISSING, f"{name} is not in {self.path.name}")
        try:
            with self._zip.open(self._entries[name]) as file:
                content = file.read(limit + 1)
        except _ZIP_ERRORS as error:
            raise VectorError(Code.MANIFEST_INVALID, f"{name} in {self.path.name} is damaged: {_why(error)}") from error
        return _within(name, content, limit)


@frozen
class ZipFolder:
    """A folder in a zip. ``prefix`` is empty or ends with a slash."""

    archive: Archive
    prefix: str

    @property
    def name(self) -> str:
        return PurePosixPath(self.prefix).name or self.archive.path.stem

    def read(self, name: str, limit: int) -> bytes:
        """See `VectorFolder.read`."""
        return self.archive.read(self.prefix + name, limit)


@contextmanager
def json_files(path: Path) -> Iterator[Iterator[JsonFile]]:
    """The JSON files of a folder (searched through), of a zip, or the one file that ``path`` names.

    The files can be read inside the ``with`` block.

    Raises:
        VectorError: ``vector-file-missing``, or as `Archive`.
    """
    kind = _kind(path)
    if kind == "folder":
        yield _on_disk(path)
    elif kind == "zip":
        archive = Archive(path)
        try:
            yield _in_zip(archive)
        finally:
            archive.close()
    else:
        file = path.resolve()  # of a link, the folder that it leads to is the manifest's
        yield iter([JsonFile(DiskFolder(file.parent), file.name, str(path), explicit=True)])


def _kind(path: Path) -> str:
    try:
        if path.is_dir():
            return "folder"
        if path.is_file():
            return "zip" if path.suffix.lower() == ".zip" or zipfile.is_zipfile(path) else "file"  # a damaged zip may not look like one
    except (OSError, ValueError) as error:
        raise VectorError(Code.VECTOR_FILE_MISSING, f"cannot be read: {_why(error)}") from error
    raise VectorError(Code.VECTOR_FILE_MISSING, "no such file or directory", hint="Give a manifest, a directory or a zip file.")


def _on_disk(root: Path) -> Iterator[JsonFile]:
    # Reqs: TVM-COM-006
    limit = root.resolve()
    folders = names_below(root, hidden=False)  # hidden ones hold repositories and half-fetched sets
    while (found := _next(folders)) is not None:
        folder, names = found
        for name in names:
            file = folder / name
            if _is_json(name) and (not file.is_symlink() or file.resolve().is_relative_to(limit)):
                yield JsonFile(DiskFolder(folder), name, str(file))


def _next(folders: Iterator[tuple[Path, list[str]]]) -> tuple[Path, list[str]] | None:
    try:
        return next(folders, None)
    except OSError as error:
        raise VectorError(Code.VECTOR_FILE_MISSING, f"a directory cannot be read: {_why(error)}") from error


def _in_zip(archive: Archive) -> Iterator[JsonFile]:
    for name in archive.names():
        if _is_json(name):
            prefix, slash, base = name.rpartition("/")
            yield JsonFile(ZipFolder(archive, prefix + slash), base, f"{archive.path}/{name}")


def _is_json(name: str) -> bool:
    return name.lower().endswith(".json")


def _checked_entries(entries: list[zipfile.ZipInfo], archive: str, packed: int) -> dict[str, zipfile.ZipInfo]:
    """The files of a zip by name, once its table of contents has passed every bound."""
    # Reqs: TVM-COM-008
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > (most := LIMITS["vector_archive_entries"]):
        raise VectorError(Code.ARCHIVE_TOO_LARGE, f"{archive} has {len(entries)} entries, at most {most} are allowed")
    if unpacked > (most := min(LIMITS["vector_set_size"], packed * LIMITS["vector_archive_ratio"])):
        raise VectorError(Code.ARCHIVE_TOO_LARGE, f"{archive} has {packed} bytes and unpacks to {unpacked}, at most {most} are allowed")
    files: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = _entry_name(entry, archive)
        if name in files:
            raise VectorError(Code.MANIFEST_INVALID, f"{archive} contains one name twice")
        if not entry.is_dir():
            files[name] = entry
    return files


def _entry_name(entry: zipfile.ZipInfo, archive: str) -> str:
    # Reqs: TVM-COM-006, TVM-COM-008
    if _escapes(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
        raise VectorError(Code.URI_OUTSIDE_FOLDER, f"{archive} has an entry that leaves its directory or is a link")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise VectorError(Code.MANIFEST_INVALID, f"{archive} uses a compression method other than stored and deflated")
    parts = PurePosixPath(entry.filename).parts
    if len(parts) > (most := LIMITS["vector_path_depth"]):
        raise VectorError(Code.ARCHIVE_TOO_LARGE, f"{archive} has an entry with a path of {len(parts)} parts, at most {most} are allowed")
    return "/".join(parts)


def _within(name: str, content: bytes, limit: int) -> bytes:
    # Reqs: TVM-COM-008
    if len(content) > limit:
        raise VectorError(Code.ARCHIVE_TOO_LARGE, f"{name} is longer than the {limit} bytes that are left for this set")
    return content


def _why(error: Exception) -> str:
    """One line of an operating-system or zip error, without the machine's paths."""
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else type(error).__name__
