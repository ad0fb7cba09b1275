"""Where a message of a plan is, and how another one takes its place there: a whole file, or a value in an SQLite database.

Strategy: of a file, the new message is written beside it and renamed. Of a value, the user's statement changes it only if it still is the
old one (compare and set), and must change exactly one row.
Invariants: until the new message is in place, whole, the old one is. What was read is compared with what is there at the last moment: of a
value by the database, of a file just before the rename.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import quote

from esdkit.errors import Code, SourceError, UsageError
from esdkit.frozen import frozen
from esdkit.input.replacing import make_like
from esdkit.scan.plan import Entry
from esdkit.scan.sources.files import fingerprint_of
from esdkit.spec import error_codes

__all__ = ["FilePlace", "Place", "ValuePlace", "changed", "check_statement", "open_value", "plan_error", "value_of"]

_WAIT = 60.0  # seconds for another program's lock on a database
_VALUE = re.compile(r"table (.+), row ([0-9]+), column (.+)", re.DOTALL)
_PARAMETERS = frozenset({"new", "old", "id"})


class Place(Protocol):
    """Where a message is.

    Attributes:
        old: the message that is there, from its beginning.
        size: of it (bytes).
        changed: whether it is known that it is not the one that was scanned. When that is not known, its message id tells.
    """

    changed: bool

    @property
    def old(self) -> IO[bytes]: ...

    @property
    def size(self) -> int: ...

    def new(self) -> AbstractContextManager[IO[bytes]]:
        """Where the new message is written to, and then read from. It is gone when the block ends, unless it was put in place."""
        ...

    def put(self, begin: Callable[[], None]) -> None:
        """Put the new message in the place of the old one, on the disk. ``begin`` is called just before.

        Raises:
            SourceError: ``source-changed``: another message is there now. Others: it cannot be put there.
            OSError: the same, of a file.
        """
        ...


# ---------------------------------------------------------------- files
class FilePlace:
    """A file that holds a message and nothing else.

    Args:
        path: the file; of a symbolic link, the target.
        entry: of the plan.
        keep_old: suffix of the name under which the old message is kept; None to let it go.
        file: the file, opened.
    """

    # Reqs: SCN-PLN-003

    def __init__(self, path: Path, entry: Entry, keep_old: str | None, file: IO[bytes]) -> None:
        self.old = file
        self._status = os.fstat(file.fileno())
        self.size = self._status.st_size
        self.changed = fingerprint_of(self._status) != entry.fingerprint
        self._path = path
        self._kept = None if keep_old is None else path.with_name(path.name + keep_old)
        self._temporary = path.with_name(f".esdkit-{entry.id}.part")

    @contextmanager
    def new(self) -> Iterator[IO[bytes]]:
        """A file beside the old one, which its owner alone can read; what a worker that was killed has left is removed."""
        self._temporary.unlink(missing_ok=True)
        try:
            with open(self._temporary, "x+b", opener=_for_its_owner) as file:  # a path's own takes no opener
                self._new = file
                yield file
        finally:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)

    def put(self, begin: Callable[[], None]) -> None:
        """See ``Place.put``."""
        make_like(self._temporary, self._status, "run esdkit as its owner")
        os.fsync(self._new.fileno())
        if _is_other(self._path.stat(), self._status):
            raise changed()
        begin()
        if self._kept is not None:
            _keep(self._path, self._kept)
        self._temporary.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _is_other(now: os.stat_result, then: os.stat_result) -> bool:
    return (now.st_dev, now.st_ino, fingerprint_of(now)) != (then.st_dev, then.st_ino, fingerprint_of(then))


def _keep(path: Path, old: Path) -> None:
    """Give the old message a second name."""
    try:
        os.link(path, old)
    except FileExistsError:
        if not old.samefile(path):  # a worker that was killed after this step has left the same file
            raise FileExistsError(errno.EEXIST, f"the old message cannot be kept: {old} exists") from None


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR)


# ---------------------------------------------------------------- values
@frozen
class Value:
    """A value in an SQLite database: table, row id, column."""

    table: str
    row: int
    column: str


def value_of(entry: Entry) -> Value | None:
    """The value that a message is; None when it is something else."""
    match = _VALUE.fullmatch(entry.part)
    return None if match is None or entry.form != "binary" else Value(match[1], int(match[2]), match[3])


def check_statement(statement: str) -> None:
    """See that a statement can compare and set.

    Raises:
        UsageError: ``invalid-argument``: it is not an UPDATE with ``:new``, ``:old`` and ``:id``.
    """
    found = set(re.findall(r":(\w+)", statement))
    if not statement.lstrip().upper().startswith("UPDATE ") or found != _PARAMETERS:
        what = "the statement must be an UPDATE with :new, :old and :id (the row id), and no other parameter"
        raise UsageError(Code.INVALID_ARGUMENT, what, hint="For example: UPDATE t SET body = :new WHERE rowid = :id AND body = :old")


class ValuePlace:
    """A value in a database; the user's statement replaces it.

    Args:
        connection: to the database.
        value: which value.
        statement: an UPDATE with ``:new``, ``:old`` and ``:id``.

    Raises:
        SourceError: ``source-changed``: there is no such value, or it is not binary.
    """

    # Reqs: SCN-PLN-009

    changed = False  # a database changes with each message that is moved, so the id of the message tells

    def __init__(self, connection: sqlite3.Connection, value: Value, statement: str) -> None:
        self._connection, self._statement, self._row = connection, statement, value.row
        column, table = _quoted(value.column), _quoted(value.table)
        row = connection.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", (value.row,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise changed()
        self._old: bytes = row[0]
        self.old = io.BytesIO(self._old)
        self.size = len(self._old)

    @contextmanager
    def new(self) -> Iterator[IO[bytes]]:
        """Memory: a value fits."""
        self._new = io.BytesIO()
        yield self._new

    def put(self, begin: Callable[[], None]) -> None:
        """See ``Place.put``."""
        begin()
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            parameters = {"new": self._new.getvalue(), "old": self._old, "id": self._row}
            rows = self._connection.execute(self._statement, parameters).rowcount
            if rows == 1:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        if rows > 1:
            raise plan_error(Code.CANNOT_REPLACE, f"the statement changes {rows} rows, not one; nothing was changed")
        if rows == 0:
            raise changed()


@contextmanager
def open_value(path: Path, value: Value, statement: str) -> Iterator[ValuePlace]:
    """The place of a value.

    Raises:
        SourceError: ``source-unreadable``: the database refuses. Others as for ``ValuePlace``.
    """
    path.stat()  # which says why a file is not there better than SQLite does
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=_WAIT, isolation_level=None)) as connection:
            yield ValuePlace(connection, value, statement)
    except sqlite3.Error as error:
        raise plan_error(Code.SOURCE_UNREADABLE, f"the database refuses: {error}") from None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


# ---------------------------------------------------------------- errors
def changed() -> SourceError:
    """The error of a message that is not the one that was scanned."""
    row = error_codes()[Code.SOURCE_CHANGED]
    what = "it is not as it was when it was scanned; it was left alone"
    return SourceError(Code.SOURCE_CHANGED, what, reqs=row.requirements, hint="Scan it again, into a new plan.")


def plan_error(code: Code, what: str) -> SourceError:
    """An error, with what the table says about its code."""
    row = error_codes()[code]
    return SourceError(code, what, reqs=row.requirements, hint=row.hint)
