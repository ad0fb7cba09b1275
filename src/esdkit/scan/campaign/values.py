"""A value in a database that is a message, and how another one takes its place: by a statement that compares and sets.

Strategy: a table with a primary key of one column, and an SQLite file, are changed by a statement that is made here; the user can give
another one, which a table without such a key needs: its rows are found by the message id. The new value is written as the old one was:
bytes, or text in base64 or hexadecimal of the same form.
Invariants: the database compares the old value; a statement that changes any other number of rows than one is undone.
"""
# Reqs: SCN-PLN-009

from __future__ import annotations

import base64
import io
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, Protocol

from esdkit.errors import Code, SourceError, UsageError
from esdkit.input.encodings import decode
from esdkit.scan.campaign.places import changed, plan_error
from esdkit.scan.model import Value
from esdkit.scan.plan import Entry
from esdkit.scan.sources.sqlite import writable

__all__ = ["SqliteFile", "Table", "ValuePlace", "check_statement", "sqlite_file"]

_PARAMETERS = frozenset({"new", "old"})
_PREFIXES = ("", "0x", "0X", "\\x", "\\\\x")
_WIDTHS = (None, 64, 76)


class Table(Protocol):
    """The table of a database that a value is in."""

    def read(self, value: Value, message_id: str | None) -> Any:
        """The value as it is now; None when there is none.

        Raises:
            SourceError: it cannot be read.
        """
        ...

    def replace(self, value: Value, new: Any, old: Any) -> int:
        """Set a value that has not changed; gives how many rows it changed. If it is not one, nothing is changed.

        Raises:
            SourceError: the database refuses.
        """
        ...


class ValuePlace:
    """A value in a database.

    Args:
        table: that it is in.
        entry: of the plan.
        value: where it is in the table.

    Raises:
        SourceError: ``source-changed``: there is no such value, or it is not such a message. ``cannot-replace``: it cannot be written again
            in the form that it has.
    """

    changed = False  # a database changes with each message that is moved, so the id of the message tells

    def __init__(self, table: Table, entry: Entry, value: Value) -> None:
        self._table, self._value = table, value
        self._old = table.read(value, entry.message_id)
        if not isinstance(self._old, str | bytes):
            raise changed()
        data, self._encode = _read(self._old, entry.form)
        self.old = io.BytesIO(data)
        self.size = len(data)

    @contextmanager
    def new(self) -> Iterator[IO[bytes]]:
        """Memory: a value fits."""
        self._new = io.BytesIO()
        yield self._new

    def put(self, begin: Callable[[], None]) -> None:
        """See ``Place.put``."""
        begin()
        rows = self._table.replace(self._value, self._encode(self._new.getvalue()), self._old)
        if rows > 1:
            raise plan_error(Code.CANNOT_REPLACE, f"the statement changes {rows} rows, not one; nothing was changed")
        if rows == 0:
            raise changed()


# ---------------------------------------------------------------- forms
def _read(value: str | bytes, form: str) -> tuple[bytes, Callable[[bytes], str | bytes]]:
    """The message that a value is, and what writes another one as it is written."""
    if form == "binary" and isinstance(value, bytes):
        return value, bytes
    text = value if isinstance(value, str) else value.decode("latin-1")
    bare = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for prefix in _PREFIXES:
        data = decode(bare.removeprefix(prefix).encode("utf-8", "replace")).data if bare.startswith(prefix) else b""
        encode = next((each for each in _codings() if prefix + each(data) == bare), None)
        if encode is not None:
            return data, partial(_written, encode, before + prefix, after, isinstance(value, bytes))
    raise plan_error(Code.CANNOT_REPLACE, f"the value is not {form} alone, or in a form that cannot be written again")


def _written(encode: Callable[[bytes], str], before: str, after: str, is_bytes: bool, data: bytes) -> str | bytes:
    text = before + encode(data) + after
    return text.encode("latin-1") if is_bytes else text


def _codings() -> Iterator[Callable[[bytes], str]]:
    """The ways to write bytes as text that are written again."""
    yield lambda data: data.hex()
    yield lambda data: data.hex().upper()
    for coding in (base64.b64encode, base64.urlsafe_b64encode):
        for padded in (True, False):
            for width in _WIDTHS:
                for ending in ("\n", "\r\n") if width else ("",):
                    yield partial(_base64, coding, padded, width, ending)


def _base64(coding: Callable[[bytes], bytes], padded: bool, width: int | None, ending: str, data: bytes) -> str:
    text = coding(data).decode("ascii")
    text = text if padded else text.rstrip("=")
    return text if width is None else ending.join(text[at : at + width] for at in range(0, len(text), width))


# ---------------------------------------------------------------- SQLite files
def check_statement(statement: str) -> None:
    """See that a statement can compare and set.

    Raises:
        UsageError: ``invalid-argument``: it is not an UPDATE with ``:new``, ``:old`` and perhaps ``:id``.
    """
    found = set(re.findall(r"(?<!:):(\w+)", statement))
    if not statement.lstrip().upper().startswith("UPDATE ") or found - {"id"} != _PARAMETERS:
        what = "the statement must be an UPDATE with :new, :old and perhaps :id (the key of the row), and no other parameter"
        raise UsageError(Code.INVALID_ARGUMENT, what, hint="For example: UPDATE t SET body = :new WHERE id = :id AND body = :old")


class SqliteFile:
    """The tables of an SQLite file, whose rows have numbers.

    Args:
        connection: to the database.
        statement: an UPDATE with ``:new``, ``:old`` and perhaps ``:id``, the number; None for one that is made here.
    """

    def __init__(self, connection: sqlite3.Connection, statement: str | None) -> None:
        self._connection, self._statement = connection, statement

    def read(self, value: Value, message_id: str | None) -> Any:
        """See ``Table.read``."""
        query = f"SELECT {_quoted(value.column)} FROM {_quoted(value.table)} WHERE rowid = ?"
        number = _number(value)
        try:
            return next(iter(self._connection.execute(query, (number,)).fetchone() or ()), None)
        except sqlite3.OperationalError:
            columns = self._connection.execute("SELECT name FROM pragma_table_info(?)", (value.table,)).fetchall()
            if (value.column,) not in columns:
                raise
            raise _no_row_ids(f"table {value.table} has no row ids") from None

    def replace(self, value: Value, new: Any, old: Any) -> int:
        """See ``Table.replace``."""
        column = _quoted(value.column)
        made = f"UPDATE {_quoted(value.table)} SET {column} = :new WHERE rowid = :id AND {column} = :old"
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            rows = self._connection.execute(self._statement or made, {"new": new, "old": old, "id": _number(value)}).rowcount
            if rows == 1:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        return rows


def _number(value: Value) -> int:
    """The row id of a row."""
    number = int(value.row) if re.fullmatch(r"-?[0-9]{1,19}", value.row) else None
    if number is None or not _ROW_IDS[0] <= number <= _ROW_IDS[1]:
        raise _no_row_ids(f"the row has no row id: {value.row}")
    return number


def _no_row_ids(what: str) -> SourceError:
    return plan_error(Code.CANNOT_REPLACE, what, "Scan the file by its URL, sqlite:///NAME, with --table: then its primary key is used.")


_ROW_IDS = -(1 << 63), (1 << 63) - 1


@contextmanager
def sqlite_file(path: Path, statement: str | None) -> Iterator[SqliteFile]:
    """An SQLite file, opened.

    Raises:
        SourceError: ``source-unreadable``: the database refuses.
    """
    path.stat()  # which says why a file is not there better than SQLite does
    try:
        with closing(writable(path)) as connection:
            connection.isolation_level = None  # transactions begin when asked
            yield SqliteFile(connection, statement)
    except sqlite3.Error as error:
        raise plan_error(Code.SOURCE_UNREADABLE, f"the database refuses: {error}") from None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
