"""SQL databases by URL, through SQLAlchemy: the values of tables, or of the result of a query.

Strategy: a table is divided into ranges of ``_RANGE`` rows in the order of its primary key, each a partition, which is read by one query in
a read-only transaction whose rows are streamed. A table without a primary key of one column, and a query, are one partition.
Invariants: nothing is changed in the database. The password, and what else may be secret in a URL, is in no name and no error. What a
database says of its changes is the fingerprint; where it says nothing, it is empty, and the partition is scanned in each run.
"""
# Reqs: SCN-SQL-001, SCN-SQL-002, SCN-SQL-003

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from esdkit.errors import Code, UsageError
from esdkit.scan.model import Hidden, Item, Partition, Problem
from esdkit.scan.sources.content import How
from esdkit.scan.sources.files import Object
from esdkit.scan.sources.rows import MAX_VALUE, cell_items, missing
from esdkit.scan.sources.sqlite import HEAD, beside, cell_place, connected
from esdkit.scan.sources.stream import Teller, unheard

if TYPE_CHECKING:
    from sqlalchemy import URL, ColumnElement, Connection, Engine, Inspector

__all__ = ["HIDDEN", "POSTGRESQL", "Database", "database", "failures", "parsed_url", "said", "shown_url", "sqlite_path", "table_of"]

_RANGE = 50_000  # rows of a partition
_BUFFER = 64  # rows that are fetched ahead
_SQLITE = "sqlite"
POSTGRESQL = "postgresql"
"""Its dialect."""
_READ_ONLY = {
    POSTGRESQL: "SET TRANSACTION READ ONLY",
    "mysql": "SET SESSION TRANSACTION READ ONLY",
    "mariadb": "SET SESSION TRANSACTION READ ONLY",
    _SQLITE: "PRAGMA query_only = ON",
}
_PLAIN = ("host", "port")  # of the options in a URL: what is not secret
HIDDEN = "***"
"""What a URL has in the place of what may be secret."""


class Database:
    """A database.

    Args:
        url: as SQLAlchemy writes it.
        how: its ``tables`` or its ``query``, and the ``column`` of it.

    Raises:
        UsageError: ``invalid-argument``: the URL cannot be read, SQLAlchemy or a driver is not installed, or neither tables nor a query
            were given.
    """

    complete = True

    def __init__(self, url: str, how: How) -> None:
        if bool(how.tables) == (how.query is not None):
            raise UsageError(Code.INVALID_ARGUMENT, f"{shown_url(url)} needs either --table or --query")
        self._url = Hidden(url)
        self._source = shown_url(url)
        self._how = how
        _engine(url, Path()).dispose()

    def partitions(self) -> Iterator[Partition]:
        for table in [None] if self._how.query is not None else self._how.tables:
            try:
                with _reading(self._url) as connection:
                    divided = None if table is None else _Table.find(connection, table, self._how.column)
            except failures() as error:
                yield self._partition(table, problem=("", Code.SOURCE_UNREADABLE.value, said(error, self._url)))
                continue
            if isinstance(divided, Problem):
                yield self._partition(table, problem=tuple(divided))
            elif divided is None:
                yield self._partition(table)
            else:
                yield from self._ranges(divided, table)

    def _ranges(self, table: _Table, name: str | None) -> Iterator[Partition]:
        """The partitions of a table."""
        start: Any = None
        try:
            while True:
                with _reading(self._url) as connection:
                    stop, mark = table.next_range(connection, start)
                yield self._partition(name, start=start, stop=stop, fingerprint=self._fingerprint(mark))
                if stop is None:
                    return
                start = stop
        except failures() as error:
            yield self._partition(name, start=start, problem=("", Code.SOURCE_UNREADABLE.value, said(error, self._url)))

    def _fingerprint(self, mark: str) -> str:
        path = sqlite_path(self._url)
        files = [] if path is None else [file for file in (path, beside(path, "-wal")) if file.exists()]
        return mark or "/".join(f"{status.st_size}-{status.st_mtime_ns}" for status in (file.stat() for file in files))

    def size(self) -> int | None:
        """Not known: how many bytes a table has shows when it is read."""
        return None

    def requests(self) -> Mapping[str, int]:
        return {}

    def _partition(self, table: str | None, *, fingerprint: str = "", **options: Any) -> Partition:
        identity = [self._source, table, self._how.query, self._how.column, options.get("start"), options.get("stop")]
        name = sha256(repr(identity).encode("utf-8", "backslashreplace")).hexdigest()[:24]
        options = {"url": self._url, "table": table, "query": self._how.query, "column": self._how.column, **options}
        return Partition(name, self._source, "database", options, fingerprint, 0)


# ---------------------------------------------------------------- names
def shown_url(url: str) -> str:
    """A URL without what may be secret in it.

    Raises:
        UsageError: ``invalid-argument``: it cannot be read.
    """
    parsed = parsed_url(url)
    shown = parsed.set(query={name: value if name in _PLAIN else HIDDEN for name, value in parsed.query.items()})
    return shown.render_as_string(hide_password=True).replace("%2A%2A%2A", HIDDEN).replace("%2F", "/")


def parsed_url(url: str) -> URL:
    """A URL as SQLAlchemy reads it.

    Raises:
        UsageError: ``invalid-argument``: it cannot be read, or SQLAlchemy is not installed.
    """
    try:
        from sqlalchemy import make_url
        from sqlalchemy.exc import ArgumentError
    except ImportError:
        hint = 'Install it with: pip install "esdkit[scan]"'
        raise UsageError(Code.INVALID_ARGUMENT, "databases need SQLAlchemy, which is not installed", hint=hint) from None
    what, hint = "the URL of a database cannot be read", "In a password, write @ as %40, : as %3A and / as %2F."
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # its text may have the password
        raise UsageError(Code.INVALID_ARGUMENT, what, hint=hint) from None
    if "@" in (parsed.host or "") or parsed.get_backend_name() not in _READ_ONLY:
        raise UsageError(Code.INVALID_ARGUMENT, what, hint=hint)
    return parsed


def said(error: Exception, url: str) -> str:
    """What a driver says, in one line and without the secrets of the URL."""
    parsed = parsed_url(url)
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    for secret in (parsed.password, *(value for name, value in parsed.query.items() if name not in _PLAIN)):
        for each in [secret] if isinstance(secret, str) else secret or ():
            said = said.replace(each, HIDDEN) if each else said
    return said


# ---------------------------------------------------------------- connections
def sqlite_path(url: str) -> Path | None:
    """The file of the URL of an SQLite database; None for another database."""
    parsed = parsed_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == _SQLITE else None


def _engine(url: str, folder: Path) -> Engine:
    """What connects; ``folder`` takes what SQLite has to copy."""
    from sqlalchemy import NullPool, create_engine
    from sqlalchemy.exc import NoSuchModuleError

    path = sqlite_path(url)
    try:
        if path is not None:
            return create_engine("sqlite://", creator=partial(_connected_as_text, path, folder), poolclass=NullPool)
        return create_engine(parsed_url(url), poolclass=NullPool)
    except (ImportError, NoSuchModuleError):
        name = parsed_url(url).drivername
        raise UsageError(Code.INVALID_ARGUMENT, f"the driver of {name} is not installed", hint="Name one: postgresql+psycopg://") from None


def _connected_as_text(path: Path, folder: Path) -> Any:
    connection = connected(path, folder)
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    return connection


@contextmanager
def _reading(url: str) -> Iterator[Connection]:
    """A connection in a read-only transaction that streams its results."""
    with TemporaryDirectory(prefix="esdkit-") as folder, warnings.catch_warnings(), _engine(url, Path(folder)).connect() as connection:
        warnings.simplefilter("ignore")  # about types that SQLAlchemy does not know: their values are read as text
        connection.exec_driver_sql(_READ_ONLY[connection.dialect.name])
        yield connection.execution_options(stream_results=True, max_row_buffer=_BUFFER)


def failures() -> tuple[type[Exception], ...]:
    """What a database that cannot be read raises."""
    from sqlalchemy.exc import SQLAlchemyError

    return (SQLAlchemyError, OSError, UnicodeError)


# ---------------------------------------------------------------- tables
class _Table(NamedTuple):
    """A table, and what is read of it.

    Attributes:
        name, schema: its name.
        key: the column by which it is divided; None when it is not.
        values: for each column its name, the value or its beginning, and its length.
        stored: whether it has rows of its own, and is not a view.
    """

    name: str
    schema: str | None
    key: ColumnElement[Any] | None
    values: Sequence[tuple[str, ColumnElement[Any], ColumnElement[Any]]]
    stored: bool

    @classmethod
    def find(cls, connection: Connection, name: str, column: str | None) -> _Table | Problem:
        """The table of a name, which may have a schema before a dot."""
        from sqlalchemy import inspect

        inspector = inspect(connection)
        found = table_of(inspector, name)
        if found is None:
            return missing("table", name, [*inspector.get_table_names(), *inspector.get_view_names()], "")
        own, schema = found
        columns = inspector.get_columns(own, schema)
        names = [each["name"] for each in columns]
        if column is not None and column not in names:
            return missing("column", column, names, f"table {name}")
        wanted = [each for each in columns if (_may_hold(connection, each["type"]) if column is None else each["name"] == column)]
        values = [(each["name"], *_shortened(connection, each)) for each in wanted]
        table = cls(own, schema, None, values, own in inspector.get_table_names(schema))
        return table._replace(key=table._key(connection, inspector))

    def _key(self, connection: Connection, inspector: Inspector) -> ColumnElement[Any] | None:
        from sqlalchemy import column, select

        names = inspector.get_pk_constraint(self.name, self.schema)["constrained_columns"]
        if len(names) != 1:
            return None
        types = {each["name"]: each["type"] for each in inspector.get_columns(self.name, self.schema)}
        key: ColumnElement[Any] = column(names[0], None if connection.dialect.name == _SQLITE else types[names[0]])
        without = connection.execute(select(key).select_from(self._clause()).where(key.is_(None)).limit(1)).first()
        return key if without is None else None  # SQLite lets a key be null

    def _clause(self) -> Any:
        from sqlalchemy import table

        return table(self.name, schema=self.schema)

    def next_range(self, connection: Connection, start: Any) -> tuple[Any, str]:
        """The last key of the range after a key, None for the last range; and what changes with its rows, empty if that is not known."""
        from sqlalchemy import BigInteger, Text, cast, func, literal_column, null, select

        marked = self.stored and connection.dialect.name == POSTGRESQL
        if self.key is None and not marked:
            return None, ""
        mark = cast(cast(literal_column("xmin"), Text), BigInteger) if marked else null()
        key = null() if self.key is None else self.key
        rows = select(key.label("key"), mark.label("mark")).select_from(self._clause())
        if self.key is not None:
            rows = (rows if start is None else rows.where(self.key > start)).order_by(self.key).limit(_RANGE)
        some = rows.subquery()
        found = connection.execute(
            select(some.c.key, func.count().over(), func.sum(some.c.mark).over()).order_by(some.c.key.desc()).limit(1)
        )
        last, count, total = found.first() or (None, 0, 0)
        return (last if count == _RANGE and self.key is not None else None), (f"{count}-{total}" if marked else "")

    def items(self, connection: Connection, start: Any, stop: Any, told: Teller, *, whole: bool) -> Iterator[Item | Problem]:
        """The messages of a range; ``told`` counts the bytes of the values."""
        from sqlalchemy import null, select

        key = null() if self.key is None else self.key
        query = select(key, *(each for _, value, length in self.values for each in (value, length))).select_from(self._clause())
        if self.key is not None:
            query = query.order_by(self.key)
            query = query if start is None else query.where(self.key > start)
            query = query if stop is None else query.where(self.key <= stop)
        name = self.name if self.schema is None else f"{self.schema}.{self.name}"
        for number, (row, *cells) in enumerate(connection.execute(query), 1):
            for (column, *_), value, length in zip(self.values, cells[::2], cells[1::2], strict=True):
                part = cell_place(name, number if self.key is None else row, column)
                yield from cell_items(value, length or 0, part, whole=whole)
                told.add(length or 0)


def table_of(inspector: Inspector, name: str) -> tuple[str, str | None] | None:
    """Name and schema of the table of a name, which may have a schema before a dot; None when there is none."""
    schema, _, own = name.partition(".")
    names: list[tuple[str, str | None]] = [(name, None), *([(own, schema)] if own else [])]
    return next((each for each in names if inspector.has_table(*each)), None)


def _may_hold(connection: Connection, kind: Any) -> bool:
    """Whether values of a type may hold a message. In SQLite, those of each type may."""
    from sqlalchemy import Boolean, Date, DateTime, Enum, Integer, Interval, Numeric, Time, Uuid

    never = (Boolean, Date, DateTime, Enum, Integer, Interval, Numeric, Time, Uuid)
    return connection.dialect.name == _SQLITE or not isinstance(kind, never)


def _shortened(connection: Connection, column: Any) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """A value, or the beginning of one that is too long; and its length."""
    from sqlalchemy import Enum, LargeBinary, String, Text, case, cast, func
    from sqlalchemy import column as named
    from sqlalchemy.types import _Binary

    value: ColumnElement[Any] = named(column["name"])
    if connection.dialect.name == _SQLITE:
        data: ColumnElement[Any] = cast(value, LargeBinary)
        length: ColumnElement[Any] = func.length(data)
    else:
        if not isinstance(column["type"], String | _Binary) or isinstance(column["type"], Enum):
            value = cast(value, Text)
        data, length = value, func.octet_length(value)
    return case((length > MAX_VALUE, func.substr(data, 1, HEAD)), else_=value), length


# ---------------------------------------------------------------- reading
def database(partition: Partition) -> Iterator[Object]:
    """The rows of a partition."""
    yield Object(partition.source, partition.fingerprint, None, partial(_items, partition))


def _items(partition: Partition, on_bytes: Callable[[int], None] = unheard) -> Iterator[Item | Problem]:
    """What is in a partition; what goes wrong with the database is a problem of all of it. What is told are the bytes of the values."""
    options = partition.options
    if "problem" in options:
        yield Problem(*options["problem"])
        return
    try:
        with _reading(options["url"]) as connection:
            told = Teller(on_bytes)
            yield from _read(options)(connection, told)
            told.end()
    except failures() as error:
        yield Problem("", Code.SOURCE_UNREADABLE.value, said(error, options["url"]))


def _read(options: Any) -> Callable[[Connection, Teller], Iterator[Item | Problem]]:
    return partial(_table_items if options["query"] is None else _query_items, options)


def _table_items(options: Any, connection: Connection, told: Teller) -> Iterator[Item | Problem]:
    table = _Table.find(connection, options["table"], options["column"])
    if isinstance(table, Problem):
        yield table
    else:
        yield from table.items(connection, options["start"], options["stop"], told, whole=options["column"] is not None)


def _query_items(options: Any, connection: Connection, told: Teller) -> Iterator[Item | Problem]:
    """The messages in the result of a query. A value is read whole, for the types of its columns are not known before."""
    found = connection.execution_options(no_parameters=True).exec_driver_sql(options["query"])
    names, column = list(found.keys()), options["column"]
    if column is not None and column not in names:
        yield missing("column", column, names, "")
        return
    for number, row in enumerate(found, 1):
        for name, value in zip(names, row, strict=True):
            if column in (None, name):
                length = len(value) if isinstance(value, bytes) else 0
                yield from cell_items(value, length, f"row {number}, column {name}", whole=column is not None)
                told.add(len(value) if isinstance(value, bytes | str) else 0)
