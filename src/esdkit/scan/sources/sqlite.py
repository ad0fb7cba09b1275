"""SQLite databases: the values of every table, or of one column wherever a table has it.

Strategy: the database is opened for reading only, and its rows are read in their stored order. Without a column, each value is searched;
with one, each value is a message. Of a value that is too long only the beginning is read.
How far reading is, is told by what the values take, so that it is not ahead where tables differ; what else is in the file, such as indexes,
is left for the end. With a column most of a row is not read, so there it is told by the row ids.
Invariant: nothing is written beside the database. SQLite makes files there to read one in WAL mode, unless a program that has it open has
made them; so such a database is read as unchangeable, or, when a WAL was left, as a copy.
"""
# Reqs: SCN-SRC-001

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from esdkit.errors import Code, SourceError
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.rows import MAX_VALUE, cell_items, missing
from esdkit.scan.sources.stream import Share, Teller, unheard
from esdkit.scan.sources.text import inside

__all__ = ["HEAD", "MAGIC", "beside", "cell_place", "connected", "database_items", "writable"]

MAGIC = b"SQLite format 3\0"
HEAD = 1 << 17
"""Bytes that are read of a longer value."""
_PATIENCE = 60.0  # seconds for another program's lock on a database


def database_items(
    database: Path | bytes, place: str, column: str | None, on_bytes: Callable[[int], None] = unheard
) -> Iterator[Item | Problem]:
    """The messages in a database.

    Args:
        database: the file, or its bytes.
        place: where it is inside its source.
        column: the name of the column to read; None for all.
        on_bytes: is told how many more bytes were read.

    Raises:
        SourceError: ``source-damaged``: it is not a database that can be read.
    """
    try:
        with _opened(database) as connection:
            tables = [_text(name) for (name,) in connection.execute(_TABLES)]
            columns = {table: [_text(row[1]) for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")] for table in tables}
            wanted = {table: [name for name in names if column in (None, name)] for table, names in columns.items()}
            read = [table for table in tables if wanted[table]]
            told = _Told(on_bytes) if column is None else _ToldByRows(connection, read, _size(database), on_bytes)
            for table in read:
                yield from _table_items(connection, table, wanted[table], place, told, whole=column is not None)
            told.end()
            if column is not None and not any(wanted.values()):
                yield missing("column", column, {name for names in columns.values() for name in names}, place)
    except sqlite3.Error as error:
        raise SourceError(Code.SOURCE_DAMAGED, f"the database cannot be read: {error}") from None


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"


@contextmanager
def _opened(database: Path | bytes) -> Iterator[sqlite3.Connection]:
    with TemporaryDirectory(prefix="esdkit-") as folder, closing(connected(database, Path(folder))) as connection:
        connection.text_factory = bytes  # text need not be UTF-8
        yield connection


def connected(database: Path | bytes, folder: Path) -> sqlite3.Connection:
    """A connection for reading only; ``folder`` takes a copy of a database that cannot be read where it is."""
    if isinstance(database, bytes):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(database)
        return connection
    how = "mode=ro"
    if _is_in_wal_mode(database) and not beside(database, "-shm").exists():
        how = "mode=ro&immutable=1"
        if beside(database, "-wal").exists():
            copy = folder / "copy"
            shutil.copyfile(database, copy)
            shutil.copyfile(beside(database, "-wal"), beside(copy, "-wal"))
            database, how = copy, "mode=rw"
    return sqlite3.connect(f"file:{quote(str(database.absolute()))}?{how}", uri=True)


def writable(database: Path) -> sqlite3.Connection:
    """A connection for writing, to a database that is there."""
    return sqlite3.connect(f"file:{quote(str(database))}?mode=rw", uri=True, timeout=_PATIENCE)


def beside(database: Path, suffix: str) -> Path:
    """The file that SQLite keeps beside a database: ``-wal`` or ``-shm``."""
    return database.with_name(database.name + suffix)


def _is_in_wal_mode(database: Path) -> bool:
    with database.open("rb") as file:
        return file.read(_WAL_MODE + 1)[_WAL_MODE:] == b"\x02"


_WAL_MODE = 18  # where the header says it


def _table_items(
    connection: sqlite3.Connection, table: str, columns: list[str], place: str, told: _Told, *, whole: bool
) -> Iterator[Item | Problem]:
    """The messages of a table."""
    values = ", ".join(f"{_shortened(name)}, length(CAST({_quoted(name)} AS BLOB))" for name in columns)
    try:
        rows = connection.execute(f"SELECT rowid, {values} FROM {_quoted(table)}")
    except sqlite3.OperationalError:  # a table without row ids
        rows = connection.execute(f"SELECT NULL, {values} FROM {_quoted(table)}")
    for number, (rowid, *cells) in enumerate(rows, 1):
        for name, value, length in zip(columns, cells[::2], cells[1::2], strict=True):
            if isinstance(value, bytes) or (whole and value is not None):
                part = inside(place, cell_place(table, number if rowid is None else rowid, name))
                yield from cell_items(value, length, part, whole=whole)
        told.row(table, rowid, cells)


class _Told:
    """Tells how many bytes of a database were read: what its values take."""

    def __init__(self, on_bytes: Callable[[int], None]) -> None:
        self._teller = Teller(on_bytes)

    def row(self, table: str, rowid: object, cells: Sequence[Any]) -> None:
        """Count a row: each value and its length."""
        self._teller.add(sum(length for value, length in zip(cells[::2], cells[1::2], strict=True) if isinstance(value, bytes)))

    def end(self) -> None:
        """Tell what was not told yet."""
        self._teller.end()


class _ToldByRows(_Told):
    """The same by the row ids of some tables, as if each row id had a row, and each row the same size."""

    def __init__(self, connection: sqlite3.Connection, tables: Sequence[str], size: int, on_bytes: Callable[[int], None]) -> None:
        super().__init__(on_bytes)
        self._first: dict[str, int] = {}
        self._before: dict[str, int] = {}
        total = 0
        for table in tables:
            first, last = (_rowid(connection, which, table) for which in ("min", "max"))
            if first is not None and last is not None:
                self._first[table], self._before[table] = first, total
                total += last - first + 1
        self._share = Share(size, total, on_bytes)

    def row(self, table: str, rowid: object, cells: Sequence[Any]) -> None:
        """Count a row."""
        if table in self._first and isinstance(rowid, int):  # it may be a column of that name
            self._share.reach(self._before[table] + rowid - self._first[table] + 1)

    def end(self) -> None:
        """Count the rows that were not read."""
        self._share.end()


def _rowid(connection: sqlite3.Connection, which: str, table: str) -> int | None:
    """The ``min`` or ``max`` of the row ids; None if there are none, or they cannot be read: whoever reads the table says so."""
    try:
        (found,) = connection.execute(f"SELECT {which}(rowid) FROM {_quoted(table)}").fetchone()
    except sqlite3.Error:
        return None
    return found if isinstance(found, int) else None


def _size(database: Path | bytes) -> int:
    return len(database) if isinstance(database, bytes) else database.stat().st_size


def cell_place(table: str, row: object, column: str) -> str:
    """Where a value is in its database."""
    return f"table {table}, row {row}, column {column}"


def _shortened(name: str) -> str:
    quoted = _quoted(name)
    return f"CASE WHEN length(CAST({quoted} AS BLOB)) > {MAX_VALUE} THEN substr(CAST({quoted} AS BLOB), 1, {HEAD}) ELSE {quoted} END"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")
