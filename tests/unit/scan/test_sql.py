"""Databases by URL: the messages of tables and queries, in ranges, and nothing of a password."""

from __future__ import annotations

import base64
import json
import pickle
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from esdkit.errors import UsageError
from esdkit.scan.model import Hidden, Item, Partition, Problem
from esdkit.scan.sources import How, objects_of, shown, sources_of
from esdkit.scan.sources import sql as sql_module
from tests.postgres import PASSWORD, postgres
from tests.scanning import MESSAGES

psycopg = pytest.importorskip("psycopg")
pytest.importorskip("sqlalchemy")
FIRST = MESSAGES[0]
Prepare = Callable[..., str]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def prepare(request: pytest.FixtureRequest, tmp_path: Path) -> Prepare:
    """Runs statements in a new database; gives its URL. ``BYTES`` and ``PLACE`` are what the database calls them."""
    if request.param == "sqlite":
        return lambda *statements: _in_sqlite(tmp_path / "app.db", statements)
    url = request.getfixturevalue("server").replace("app@", f"app:{PASSWORD}@")
    _in_postgres(url, ["DROP SCHEMA public CASCADE; CREATE SCHEMA public"])
    return lambda *statements: _in_postgres(url, statements)


def _in_sqlite(path: Path, statements: Sequence[str | tuple[str, Sequence[Any]]]) -> str:
    with closing(sqlite3.connect(path)) as connection:
        for each in statements:
            text, rows = (each, None) if isinstance(each, str) else each
            text = text.replace("BYTES", "BLOB").replace("PLACE", "?")
            connection.execute(text) if rows is None else connection.executemany(text, rows)
        connection.commit()
    return f"sqlite:///{path}"


def _in_postgres(url: str, statements: Sequence[str | tuple[str, Sequence[Any]]]) -> str:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection, connection.cursor() as cursor:
        for each in statements:
            text, rows = (each, None) if isinstance(each, str) else each
            text = text.replace("BYTES", "BYTEA").replace("PLACE", "%s")
            cursor.execute(text) if rows is None else cursor.executemany(text, rows)
    return url


def partitions(url: str, *tables: str, column: str | None = None, query: str | None = None) -> list[Partition]:
    (source,) = sources_of([url], How(None, column, tables=tables, query=query))
    return list(source.partitions())


def items_of(some: Sequence[Partition]) -> list[Item | Problem]:
    return [item for partition in some for each in objects_of(partition) for item in each.items()]


def scanned(url: str, *tables: str, column: str | None = None, query: str | None = None) -> list[Item | Problem]:
    return items_of(partitions(url, *tables, column=column, query=query))


ORDERS = ("CREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT, payload BYTES)", "INSERT INTO orders VALUES (PLACE, PLACE, PLACE)")


def orders(count: int) -> tuple[str, tuple[str, Sequence[Sequence[object]]]]:
    """A table of so many messages, every second one as text."""
    rows = [
        (3 * at, base64.b64encode(MESSAGES[at % 24]).decode() if at % 2 else "x", None if at % 2 else MESSAGES[at % 24])
        for at in range(count)
    ]
    return ORDERS[0], (ORDERS[1], rows)


# ---------------------------------------------------------------- tables
@pytest.mark.req("SCN-SQL-001", "SCN-SRC-005")
def test_messages_of_a_table_have_their_places(prepare: Prepare) -> None:
    items = scanned(prepare(*orders(6)), "orders")
    assert [item.data for item in items if isinstance(item, Item)] == MESSAGES[:6]
    assert [item.part for item in items] == [f"table orders, row {3 * at}, column {'note' if at % 2 else 'payload'}" for at in range(6)]


@pytest.mark.req("SCN-SRC-004", "SCN-SQL-001")
def test_values_of_a_column_are_messages_or_problems(prepare: Prepare) -> None:
    url = prepare(*orders(4))
    items = scanned(url, "orders", column="note")
    assert [item.code if isinstance(item, Problem) else item.data for item in items] == [
        "encoding-invalid",
        MESSAGES[1],
        "encoding-invalid",
        MESSAGES[3],
    ]
    assert [item.data for item in scanned(url, "orders", column="payload") if isinstance(item, Item)] == MESSAGES[:4:2]


@pytest.mark.req("SCN-SQL-001")
@pytest.mark.parametrize("rows", [0, 1, 6, 7, 8])
@pytest.mark.parametrize("key", ["id INTEGER PRIMARY KEY", "id VARCHAR(9) PRIMARY KEY NOT NULL"])
def test_ranges_have_every_row_once(prepare: Prepare, monkeypatch: pytest.MonkeyPatch, rows: int, key: str) -> None:
    monkeypatch.setattr(sql_module, "_RANGE", 3)
    text = "VARCHAR" in key
    keys = [f"k{at * 7 % 11:02}" if text else at * 5 - 9 for at in range(rows)]
    create = f"CREATE TABLE t ({key}, m BYTES)"
    url = prepare(create, ("INSERT INTO t VALUES (PLACE, PLACE)", [(key, FIRST) for key in keys])) if rows else prepare(create)
    found = partitions(url, "t")
    assert len(found) == rows // 3 + 1
    assert len({each.id for each in found}) == len(found)
    assert [item.part for item in items_of(found)] == [f"table t, row {key}, column m" for key in sorted(keys)]
    assert partitions(url, "t") == found


@pytest.mark.req("SCN-SQL-001")
@pytest.mark.parametrize("key", [", PRIMARY KEY (a, b)", ""])
def test_table_without_a_key_of_one_column_is_one_partition(prepare: Prepare, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setattr(sql_module, "_RANGE", 3)
    fill = ("INSERT INTO t VALUES (PLACE, PLACE, PLACE)", [(at, at, FIRST) for at in range(8)])
    (one,) = partitions(prepare(f"CREATE TABLE t (a INTEGER, b INTEGER, m BYTES{key})", fill), "t")
    assert [item.part for item in items_of([one])] == [f"table t, row {number}, column m" for number in range(1, 9)]


def test_keys_that_are_null_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_module, "_RANGE", 2)
    fill = ("INSERT INTO t VALUES (?, ?)", [(None, FIRST), (None, FIRST), (None, FIRST), ("a", FIRST)])
    url = _in_sqlite(tmp_path / "app.db", ["CREATE TABLE t (id TEXT PRIMARY KEY, m BLOB)", fill])
    assert len(scanned(url, "t")) == 4


def test_values_of_sqlite_need_not_be_of_their_type(tmp_path: Path) -> None:
    fill = ("INSERT INTO t VALUES (?, CAST(? AS TEXT))", [(1, b"\xff\xfe"), (FIRST, base64.b64encode(FIRST))])
    url = _in_sqlite(tmp_path / "app.db", ["CREATE TABLE t (n INTEGER, m TEXT)", fill])
    assert [item.data for item in scanned(url, "t") if isinstance(item, Item)] == [FIRST, FIRST]


def test_types_of_postgresql(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_module, "_RANGE", 2)
    url = server.replace("app@", f"app:{PASSWORD}@")
    text = base64.b64encode(FIRST).decode()
    create = """CREATE SCHEMA "Odd One"; CREATE TYPE mood AS ENUM ('a', 'b');
        CREATE TABLE "Odd One"."T 1" (id UUID PRIMARY KEY DEFAULT gen_random_uuid(), "j %" JSONB, a BYTEA[], x XML,
         k mood, n NUMERIC, d DATE)"""
    row = (json.dumps({"blob": text}), [FIRST], f"<m>{text}</m>", "b", 5)
    _in_postgres(url, [create, ('INSERT INTO "Odd One"."T 1" ("j %%", a, x, k, n) VALUES (%s, %s, %s, %s, %s)', [row] * 5)])
    found = partitions(url, "Odd One.T 1")
    assert len(found) == 3
    items = items_of(found)
    assert [item.data for item in items if isinstance(item, Item)] == [FIRST] * 15
    assert {item.part.partition("column ")[2].split(" >")[0].split(",")[0] for item in items} == {"j %", "a", "x"}


@pytest.mark.req("SCN-SQL-001")
def test_query(prepare: Prepare) -> None:
    url = prepare(*orders(6))
    items = scanned(
        url, query="WITH late AS (SELECT * FROM orders WHERE id > 5) SELECT note AS n, payload AS p FROM late WHERE note <> ':x %s'"
    )
    assert [item.data for item in items if isinstance(item, Item)] == MESSAGES[2:6]
    assert [item.part for item in items][:2] == ["row 1, column p", "row 2, column n"]
    assert [item.data for item in scanned(url, query="SELECT * FROM orders", column="payload") if isinstance(item, Item)] == MESSAGES[:6:2]


@pytest.mark.req("SCN-SRC-008", kind="negative")
def test_value_that_is_too_long_is_not_fetched(prepare: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_module, "MAX_VALUE", 4000)
    monkeypatch.setattr(sql_module, "HEAD", 900)
    monkeypatch.setattr("esdkit.scan.sources.rows.MAX_VALUE", 4000)
    url = prepare(ORDERS[0], (ORDERS[1], [(1, "x" * 5000, FIRST + bytes(5000)), (2, "é" * 2001, FIRST)]))
    text, long, other, short = scanned(url, "orders")
    assert isinstance(long, Item) and (len(long.data), long.size) == (900, len(FIRST) + 5000)
    assert [each.message for each in (text, other) if isinstance(each, Problem)] == [
        "a value of 5000 bytes, which was not searched",
        "a value of 4002 bytes, which was not searched",
    ]
    assert isinstance(short, Item) and short.size is None


# ---------------------------------------------------------------- changes
@pytest.mark.req("SCN-SQL-003", "SCN-RUN-003")
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE orders SET payload = payload WHERE id = 12",
        "DELETE FROM orders WHERE id = 12",
        "INSERT INTO orders VALUES (13, 'x', NULL)",
    ],
)
def test_change_in_a_range_changes_its_fingerprint(server: str, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    monkeypatch.setattr(sql_module, "_RANGE", 3)
    url = server.replace("app@", f"app:{PASSWORD}@")
    _in_postgres(url, ["DROP SCHEMA public CASCADE; CREATE SCHEMA public", *orders(9)])
    before = {each.id: each.fingerprint for each in partitions(url, "orders")}
    assert {each.id: each.fingerprint for each in partitions(url, "orders")} == before
    _in_postgres(url, [change])
    after = {each.id: each.fingerprint for each in partitions(url, "orders")}
    assert len(before) == 4
    same = set(before.items()) & set(after.items())
    assert len(same) == (3 if change.startswith("UPDATE") else 1)


@pytest.mark.req("SCN-SQL-003", kind="negative")
def test_what_tells_nothing_of_changes_has_no_fingerprint(prepare: Prepare) -> None:
    url = prepare(*orders(3), "CREATE VIEW seen AS SELECT * FROM orders")
    assert [each.fingerprint for each in partitions(url, query="SELECT * FROM orders")] == [""]
    (view,) = partitions(url, "seen")
    assert len(items_of([view])) == 3
    assert (view.fingerprint == "") is ("postgresql" in url)
    assert all(each.fingerprint for each in partitions(url, "orders"))


# ---------------------------------------------------------------- refusals
@pytest.mark.req("SCN-SQL-001", kind="negative")
@pytest.mark.parametrize(
    "query",
    ["DELETE FROM orders RETURNING payload", "INSERT INTO orders (id) VALUES (99) RETURNING id", "CREATE TABLE other (id INTEGER)"],
)
def test_nothing_is_changed(prepare: Prepare, query: str) -> None:
    url = prepare(*orders(3))
    (problem,) = scanned(url, query=query)
    assert isinstance(problem, Problem)
    assert problem.code == "source-unreadable"
    assert len(scanned(url, "orders")) == 3


@pytest.mark.req("SCN-SRC-004", kind="negative")
@pytest.mark.parametrize(
    ("tables", "column", "query", "says"),
    [
        (("ordres",), None, None, "no table 'ordres'; there is 'orders'"),
        (("orders",), "paylod", None, "no column 'paylod'; there is 'payload'"),
        ((), "paylod", "SELECT payload FROM orders", "no column 'paylod'; there is 'payload'"),
    ],
)
def test_names_that_are_not_there(prepare: Prepare, tables: tuple[str, ...], column: str | None, query: str | None, says: str) -> None:
    (problem,) = scanned(prepare(*orders(1)), *tables, column=column, query=query)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message) == ("column-missing", says)


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_database_that_is_not_there_is_a_problem_and_is_not_made(tmp_path: Path) -> None:
    (problem,) = scanned(f"sqlite:///{tmp_path}/none.db", "orders")
    assert isinstance(problem, Problem)
    assert problem.code == "source-unreadable"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.req("SCN-SQL-001", kind="negative")
@pytest.mark.parametrize(
    ("url", "tables", "query", "says"),
    [
        ("sqlite:///a.db", (), None, "needs either --table or --query"),
        ("sqlite:///a.db", ("t",), "SELECT 1", "needs either --table or --query"),
        ("postgresql+nothing://h/d", ("t",), None, "the driver of postgresql.nothing is not installed"),
        ("a.csv", ("t",), None, "are for the URL of a database"),
    ],
)
def test_what_is_asked_for_wrongly_is_refused(url: str, tables: tuple[str, ...], query: str | None, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        sources_of([url], How(None, None, tables=tables, query=query))


# ---------------------------------------------------------------- secrets
@pytest.mark.req("SCN-SQL-002", kind="negative")
@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgresql://app:s3cret@db:99/shop", "postgresql://app:***@db:99/shop"),
        ("postgresql://:s3cret@db/shop", "postgresql://:***@db/shop"),
        ("postgresql:///shop?host=/run/pg&password=s3cret", "postgresql:///shop?host=/run/pg&password=***"),
        ("mysql://a:s3%2Fcret@db/x?ssl_key=s3cret&ssl_key=s3cret", "mysql://a:***@db/x?ssl_key=***"),
        ("sqlite:////var/a.db", "sqlite:////var/a.db"),
        ("s3cret.csv", "s3cret.csv"),
    ],
)
def test_names_have_no_secrets(url: str, name: str) -> None:
    assert shown(url) == name


@pytest.mark.req("SCN-SQL-002", kind="negative")
@pytest.mark.parametrize(
    "url", ["postgresql://app:x@s3cret@db/shop", "postgresql://app:s3cret/x:y@z:s3cret/shop", "postgresql://db:s3cret/shop"]
)
def test_url_that_cannot_be_read_is_not_repeated(url: str) -> None:
    with pytest.raises(UsageError) as raised:
        shown(url)
    assert "s3cret" not in str(raised.value)
    assert raised.value.__context__ is None or raised.value.__suppress_context__


@pytest.mark.req("SCN-SQL-002", kind="negative")
def test_partition_is_printed_without_secrets_and_sent_with_them() -> None:
    url = Hidden(f"sqlite:///{PASSWORD}.db")
    for text in (f"{url}", f"{url:>9}", str(url), repr(url), repr({"url": url}), f"{[url]}"):
        assert PASSWORD not in text
    assert str.__str__(pickle.loads(pickle.dumps(url))) == f"sqlite:///{PASSWORD}.db"
    (source,) = sources_of([f"postgresql+psycopg://a:{PASSWORD}@127.0.0.1:9/d"], How(None, None, tables=("t",)))
    (partition,) = source.partitions()
    assert PASSWORD not in repr(partition)
    (problem,) = items_of([partition])
    assert isinstance(problem, Problem)
    assert (problem.code, PASSWORD in problem.message) == ("source-unreadable", False)
