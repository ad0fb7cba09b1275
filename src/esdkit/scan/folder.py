"""The output folder of a scan: one part file for each partition that has rows, a record of each partition that is done, and a manifest.

    manifest.json            columns, form and options, which every run on this folder must share
    parts/<partition>.jsonl  rows
    done/<partition>.json    what was scanned, its fingerprint, by which version, and what the part holds
    objects.jsonl            the completion report, one line for each source object; written at the end of a run

Strategy: a file is written under another name in the same folder, flushed to the disk and renamed. The record is written after the part, so
that a part without a record is scanned again and replaced. Invariants: a file under its own name is whole, whenever a run is killed; one
run at a time uses a folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from esdkit import __version__
from esdkit.errors import Code, UsageError
from esdkit.input.folders import make_folder
from esdkit.spec import scan_columns

__all__ = ["MANIFEST", "ROWS", "Folder"]

MANIFEST = "manifest.json"
ROWS = 3
"""Raised when the same message gives another row, or a file of the folder has another form: versions that share it share folders."""
_TEMPORARY = ".part-"


class Folder:
    """An output folder.

    Args:
        path: where it is.
        suffix: of the part files, ``.jsonl`` or ``.parquet``.
    """

    # Reqs: SCN-RUN-001, SCN-RUN-004

    def __init__(self, path: Path, suffix: str) -> None:
        self.path = path
        self._parts = path / "parts"
        self._done = path / "done"
        self._suffix = suffix

    @contextmanager
    def held(self, options: Mapping[str, Any]) -> Iterator[None]:
        """Take the folder for one run: make it, or see that it belongs to the same scan, and remove what a killed run has left.

        Raises:
            UsageError: ``scan-folder-differs``: it belongs to another scan, or another run uses it.
            OSError: it cannot be written.
        """
        for place in (self._parts, self._done):
            self._require_own()
            make_folder(place)
        with (self.path / ".lock").open("wb") as lock:
            _lock(lock, self.path)
            self.clean()
            self._require_same({"schema": ROWS, "columns": _columns(), "options": dict(options)})
            try:
                yield
            finally:
                self.clean()

    def _require_own(self) -> None:
        strange = (
            []
            if not self.path.exists()
            else [path.name for path in self.path.iterdir() if path.name not in _NAMES and not path.name.startswith(_TEMPORARY)]
        )
        if strange:
            raise UsageError(Code.SCAN_FOLDER_DIFFERS, f"{self.path} has files that are not of a scan, such as {min(strange)}")

    def _require_same(self, manifest: Mapping[str, Any]) -> None:
        path = self.path / MANIFEST
        if not path.exists():
            with self.writing(path) as file:
                file.write(json.dumps({**manifest, "esdkit": __version__}, indent=1).encode() + b"\n")
            return
        found = _read(path)
        if found is None:
            raise UsageError(Code.SCAN_FOLDER_DIFFERS, f"{path} cannot be read: it is damaged, or is not of a scan")
        if found.get("schema") != ROWS or found.get("columns") != manifest["columns"]:
            version = found.get("esdkit")
            what = f"{self.path} was written by esdkit {version}, whose rows differ from those of this version, {__version__}"
            raise UsageError(Code.SCAN_FOLDER_DIFFERS, what, hint=f"Finish it with esdkit {version}, or give another directory.")
        was, now = found["options"], json.loads(json.dumps(manifest["options"]))
        for name in now:
            if was.get(name) != now[name]:
                what = f"{self.path} belongs to a scan with {_shown(name, was.get(name))}; this one has {_shown(name, now[name])}"
                raise UsageError(Code.SCAN_FOLDER_DIFFERS, what)

    def clean(self) -> None:
        """Remove the temporary files of runs that were killed."""
        for place in (self.path, self._parts, self._done):
            for left in place.glob(f"{_TEMPORARY}*"):
                left.unlink(missing_ok=True)

    # ------------------------------------------------------------ parts
    def part(self, identity: str) -> Path:
        """The part file of a partition."""
        return self._parts / f"{identity}{self._suffix}"

    def record(self, identity: str) -> dict[str, Any] | None:
        """The record of a partition that is done; None when there is none, or its part is not the one that it is about."""
        record = _read(self._done / f"{identity}.json")
        part = self.part(identity)
        length = part.stat().st_size if part.exists() else 0
        return record if record is not None and record["length"] == length else None

    def commit(self, identity: str, record: Mapping[str, Any]) -> None:
        """Say that a partition is done, and by which version; its part is in place."""
        with self.writing(self._done / f"{identity}.json") as file:
            file.write(json.dumps({**record, "esdkit": __version__}, separators=(",", ":")).encode())

    def committed(self) -> Iterator[tuple[dict[str, Any], Path]]:
        """The record of each partition that is done, and its part, which is there only if it has rows."""
        for path in sorted(self._done.glob("*.json")):
            record = self.record(path.stem)
            if record is not None:
                yield record, self.part(path.stem)

    @staticmethod
    @contextmanager
    def writing(path: Path) -> Iterator[IO[bytes]]:
        """A file that appears under its name when the block ends without an error, whole and on the disk."""
        temporary = path.parent / f"{_TEMPORARY}{os.urandom(8).hex()}"
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(path)) from None
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def forget(self, kept: set[str]) -> list[dict[str, Any]]:
        """Remove the parts of partitions that there are no longer, because their sources are gone or divided differently; gives their
        records."""
        records = []
        for path in sorted(self._done.glob("*.json")):
            if path.stem not in kept:
                records.append(_read(path) or {"objects": []})
                path.unlink()
        for path in self._parts.iterdir():
            if path.stem not in kept:
                path.unlink()
        return records


_NAMES = {MANIFEST, "parts", "done", "objects.jsonl", "summary.json", ".lock"}


def _lock(file: IO[bytes], path: Path) -> None:
    """Hold a file until it is closed, or this process ends."""
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(Code.SCAN_FOLDER_DIFFERS, f"another scan is writing to {path}; wait until it ends") from None


def _columns() -> str:
    """What changes when the columns of a row change."""
    names = [[column.name, column.of, column.type] for column in scan_columns()]
    return sha256(json.dumps(names).encode()).hexdigest()[:16]


def _read(path: Path) -> dict[str, Any] | None:
    try:
        document = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return document if isinstance(document, dict) else None


def _shown(name: str, value: Any) -> str:
    if isinstance(value, list):
        return f"{name} {' '.join(map(str, value)) or 'not given'}"
    return f"{name} {value}" if value not in (None, False) else f"no {name}"
