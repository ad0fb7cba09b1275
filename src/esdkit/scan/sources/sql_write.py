"""Values of a database by its URL, read again and replaced one by one, each in a transaction of its own.

Strategy: a row is found by the primary key that its place has. In a table without a primary key of one column it is found by the id of the
message, which reads the table, and replaced by the user's statement. Invariants: those of ``sql``: no password is in an error. A statement
that does not change exactly one row is undone.
"""
# Reqs: SCN-PLN-009, SCN-SQL-002

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from esdkit.errors import Code, SourceError
from esdkit.scan.model import Value
from esdkit.scan.sources.sql import POSTGRESQL, failures, parsed_url, said, sqlite_path, table_of
from esdkit.scan.sources.sqlite import writable

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Engine, TableClause

__all__ = ["SqlTables"]

_FROM_TEXT = {int: int, str: str, UUID: UUID}  # types of keys, and what makes one of the text in a plan


class _Located(NamedTuple):
    """A value: its table, its column, and its row's key; None where the table has no primary key of one column."""

    table: TableClause
    column: ColumnElement[Any]
    key: ColumnElement[Any] | None
    row: Any


class SqlTables:
    """The tables of a database.

    Args:
        url: with its password.
        directory: to which the file of an SQLite database is relative.
        statement: an UPDATE with ``:new``, ``:old`` and perhaps ``:id``, the primary key; None for one that is made here.

    Raises:
        UsageError: ``invalid-argument``: the URL cannot be read, or what it needs is not installed.
    """

    def __init__(self, url: str, directory: Path, statement: str | None) -> None:
        self._url, self._statement = url, statement
        self._engine = _engine(url, directory)

    def read(self, value: Value, message_id: str | None) -> Any:
        """See ``values.Table.read``."""
        from sqlalchemy import select

        with self._naming_failures(), self._engine.connect() as connection:
            at = _located(connection, value)
            if at.key is not None:
                where = at.key == at.row
            elif self._statement is None or ":id" in self._statement:
                what = f"table {value.table} has no primary key of one column, so it needs --update with a statement without :id"
                raise SourceError(
                    Code.CANNOT_REPLACE,
                    what,
                    hint=f"For example: UPDATE {value.table} SET {value.column} = :new WHERE {value.column} = :old",
                )
            else:
                where = _holds(connection, at.column, bytes.fromhex(message_id or ""))
            return connection.execute(select(at.column).select_from(at.table).where(where).limit(1)).scalar()

    def replace(self, value: Value, new: Any, old: Any) -> int:
        """See ``values.Table.replace``."""
        from sqlalchemy import bindparam, text, update

        with self._naming_failures(), self._engine.connect() as connection:
            at = _located(connection, value)
            if self._statement is None:
                changing: Any = update(at.table).where(at.key == at.row, at.column == old).values({value.column: new})
                rows = connection.execute(changing).rowcount
            else:
                types = [bindparam("new", type_=at.column.type), bindparam("old", type_=at.column.type)]
                given = {"new": new, "old": old, **({"id": at.row} if ":id" in self._statement else {})}
                rows = connection.execute(text(self._statement).bindparams(*types), given).rowcount
            if rows == 1:
                connection.commit()
            return rows

    @contextmanager
    def _naming_failures(self) -> Iterator[None]:
        try:
            yield
        except failures() as error:
            raise SourceError(Code.SOURCE_UNREADABLE, f"the database refuses: {said(error, self._url)}") from None


def _engine(url: str, directory: Path) -> Engine:
    from sqlalchemy import NullPool, create_engine

    path = sqlite_path(url)
    if path is not None:
        return create_engine("sqlite://", creator=partial(writable, directory / path), poolclass=NullPool)
    return create_engine(parsed_url(url), poolclass=NullPool)


def _located(connection: Connection, value: Value) -> _Located:
    """Where a value is.

    Raises:
        SourceError: ``source-changed``: there is no such table or column. ``cannot-replace``: a key of this type is not in a plan.
    """
    from sqlalchemy import column, inspect, table

    inspector = inspect(connection)
    name = table_of(inspector, value.table)
    types = {} if name is None else {each["name"]: each["type"] for each in inspector.get_columns(*name)}
    if name is None or value.column not in types:
        raise SourceError(Code.SOURCE_CHANGED, f"there is no table {value.table} with a column {value.column}")
    found, own = column(value.column, types[value.column]), table(name[0], column(value.column), schema=name[1])
    keys = inspector.get_pk_constraint(*name)["constrained_columns"]
    if len(keys) != 1:
        return _Located(own, found, None, None)
    return _Located(own, found, column(keys[0], types[keys[0]]), _key(types[keys[0]], value))


def _key(kind: Any, value: Value) -> Any:
    """The key of a row, of its text in a plan."""
    make = _FROM_TEXT.get(kind.python_type)
    try:
        if make is not None:
            return make(value.row)
    except ValueError:  # SQLite takes any value in a column of any type
        pass
    raise SourceError(Code.CANNOT_REPLACE, f"the primary key of table {value.table} is not a number, a text or a UUID: {value.row}")


def _holds(connection: Connection, column: ColumnElement[Any], data: bytes) -> Any:
    """The condition that a value has some bytes in it."""
    from sqlalchemy import LargeBinary, bindparam, func

    sought = bindparam("sought", data, type_=LargeBinary())
    if connection.dialect.name == POSTGRESQL:
        return func.position(sought.op("IN")(column)) > 0
    return func.instr(column, sought) > 0
