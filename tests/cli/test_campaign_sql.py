"""``esdkit rekey --plan`` on databases by their URLs: values compared and set, in the form that they had."""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import esdkit
from esdkit.scan.campaign import move
from esdkit.scan.campaign.values import ValuePlace
from tests.campaigns import NEW, NEW_KEY, OLD, OLD_KEY, OPTIONS, records
from tests.cli.running import Program, Ran
from tests.postgres import PASSWORD, postgres

psycopg = pytest.importorskip("psycopg")
pytest.importorskip("sqlalchemy")
STATE = Path("PLAN.state")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url.replace("app@", f"app:{PASSWORD}@")


class Database:
    """A database of its own: its URL, and statements."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._is_sqlite = url.startswith("sqlite")

    def run(self, text: str, *rows: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run a statement, for each of some rows; gives what it has found."""
        if self._is_sqlite:
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as connection, connection:
                return self._run(connection.cursor(), text.replace("BYTES", "BLOB"), rows)
        with psycopg.connect(self.url.replace("+psycopg", "")) as connection:
            return self._run(connection.cursor(), text.replace("BYTES", "BYTEA").replace("?", "%s"), rows)

    @staticmethod
    def _run(cursor: Any, text: str, rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
        cursor.executemany(text, rows) if rows else cursor.execute(text)
        return list(cursor.fetchall()) if text.startswith("SELECT") else []

    def values(self, table: str = "orders", column: str = "body") -> list[Any]:
        return [value for (value,) in self.run(f"SELECT {column} FROM {table} ORDER BY id")]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, program: Program) -> Database:
    program.write("old.key", f"{OLD_KEY.hex()}\n".encode())
    program.write("new.key", f"{NEW_KEY.hex()}\n".encode())
    if request.param == "sqlite":
        return Database("sqlite:///app.db")
    made = Database(request.getfixturevalue("server"))
    made.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    return made


def message(plaintext: bytes) -> bytes:
    return esdkit.encrypt(source=plaintext, keyring=OLD, encryption_context={"tenant": "one"})[0]


def opened(value: bytes) -> bytes:
    plaintext, header = esdkit.decrypt(source=value, keyring=NEW)
    assert len(header.encrypted_data_keys) == 1
    return plaintext


def planned(program: Program, database: Database, *options: str) -> list[dict[str, Any]]:
    ran = program("scan", database.url, *(options or ("--table", "orders")), "--plan", "PLAN", "--jobs", "1")
    assert ran.code == 0, ran.stderr
    text = (program.folder / "PLAN").read_text()
    assert PASSWORD not in text
    return [json.loads(line) for line in text.splitlines()][1:-1]


def rekey(program: Program, database: Database, *more: str) -> Ran:
    ran = program("rekey", "--plan", "PLAN", *OPTIONS, "--database", database.url, *more)
    assert PASSWORD not in ran.text + ran.stderr
    return ran


def counted(program: Program, database: Database, *more: str) -> tuple[int, int]:
    """Moved, and failed."""
    report = json.loads(rekey(program, database, "--json", *more).stdout)
    return report["moved"], report["failed"]


def codes() -> list[str]:
    return [each["code"] for each in records(STATE, "failed")]


# ---------------------------------------------------------------- moved
KEYS: dict[str, tuple[str, Callable[[int], Any]]] = {
    "number": ("INTEGER", lambda number: 10 * number - 5),
    "text": ("VARCHAR(40)", lambda number: f"it's, row {number}"),
    "uuid": ("UUID", lambda number: uuid.UUID(int=number)),
}


@pytest.mark.req("SCN-PLN-009")
@pytest.mark.parametrize("key", list(KEYS))
def test_values_are_moved_by_their_keys(program: Program, database: Database, key: str) -> None:
    kind, make = KEYS[key]
    if key == "uuid" and database.url.startswith("sqlite"):
        pytest.skip("SQLite has no such type")
    database.run(f"CREATE TABLE orders (id {kind} PRIMARY KEY, note TEXT, body BYTES)")
    database.run("INSERT INTO orders VALUES (?, ?, ?)", *[(make(number), "x", message(b"order %d" % number)) for number in range(5)])
    assert len(planned(program, database)) == 5
    assert json.loads(rekey(program, database, "--dry-run", "--json").stdout)["to_move"]["messages"] == 5
    assert counted(program, database) == (5, 0)
    assert [opened(value) for value in database.values()] == [b"order %d" % number for number in range(5)]
    assert database.values(column="note") == ["x"] * 5
    before = database.values()
    assert counted(program, database, "--resume") == (5, 0)
    assert database.values() == before


def wrapped(data: bytes) -> str:
    text = base64.b64encode(data).decode()
    return "\n".join(text[at : at + 76] for at in range(0, len(text), 76)) + "\n"


def unwrapped(text: str) -> bytes:
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) == 76
    return base64.b64decode(text)


FORMS: dict[str, tuple[Callable[[bytes], str], Callable[[str], bytes]]] = {
    "base64": (lambda data: base64.b64encode(data).decode(), lambda text: base64.b64decode(text, validate=True)),
    "base64url": (
        lambda data: base64.urlsafe_b64encode(data).decode().rstrip("="),
        lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)),
    ),
    "wrapped": (wrapped, unwrapped),
    "hex": (bytes.hex, bytes.fromhex),
    "prefixed": (lambda data: f"0x{data.hex().upper()}", lambda text: bytes.fromhex(text.removeprefix("0x"))),
}


@pytest.mark.req("SCN-PLN-009")
@pytest.mark.parametrize("column", ["TEXT", "BYTES"])
@pytest.mark.parametrize("form", list(FORMS))
def test_values_keep_their_form(program: Program, database: Database, form: str, column: str) -> None:
    """Text is found in the values of a column of text, or of bytes."""
    encode, decode = FORMS[form]
    database.run(f"CREATE TABLE orders (id INTEGER PRIMARY KEY, body {column})")
    texts = [encode(message(b"order %d" % number)) for number in range(3)]
    database.run("INSERT INTO orders VALUES (?, ?)", *[(at, text if column == "TEXT" else text.encode()) for at, text in enumerate(texts)])
    planned(program, database, "--table", "orders", "--column", "body")
    assert counted(program, database) == (3, 0)
    values = database.values()
    assert {type(value) for value in values} == {str if column == "TEXT" else bytes}
    texts = [value if isinstance(value, str) else value.decode() for value in values]
    assert [opened(decode(text)) for text in texts] == [b"order 0", b"order 1", b"order 2"]
    assert all("=" not in text for text in texts) or form in ("base64", "wrapped")
    assert all(text == text.upper().replace("0X", "0x") for text in texts) or form != "prefixed"


@pytest.mark.req("SCN-PLN-009")
def test_table_with_a_schema(program: Program, server: str) -> None:
    made = Database(server)
    made.run("DROP SCHEMA IF EXISTS shop CASCADE; CREATE SCHEMA shop")
    made.run('CREATE TABLE shop."order s" (id BIGINT PRIMARY KEY, "the body" BYTEA)')
    made.run('INSERT INTO shop."order s" VALUES (?, ?)', (1, message(b"text")))
    program.write("old.key", f"{OLD_KEY.hex()}\n".encode())
    program.write("new.key", f"{NEW_KEY.hex()}\n".encode())
    planned(program, made, "--table", "shop.order s")
    assert counted(program, made) == (1, 0)
    assert [opened(value) for value in made.values('shop."order s"', '"the body"')] == [b"text"]


@pytest.mark.req("SCN-PLN-009")
@pytest.mark.parametrize("key", ["", ", PRIMARY KEY (id, part)"], ids=["none", "two-columns"])
def test_table_without_a_key_of_one_column_takes_a_statement(program: Program, database: Database, key: str) -> None:
    database.run(f"CREATE TABLE orders (id INTEGER, part INTEGER, body BYTES{key})")
    database.run("INSERT INTO orders VALUES (?, ?, ?)", *[(at, 0, message(b"order %d" % at)) for at in range(3)])
    planned(program, database)
    before = database.values()
    assert counted(program, database) == (0, 3)
    assert (codes(), database.values()) == (["cannot-replace"] * 3, before)
    assert counted(program, database, "--resume", "--update", "UPDATE orders SET body = :new WHERE id = :id AND body = :old") == (0, 3)
    assert codes() == ["cannot-replace"] * 3
    statement = "UPDATE orders SET body = :new, part = part + 1 WHERE body = :old"
    assert counted(program, database, "--resume", "--update", statement) == (3, 0)
    assert [opened(value) for value in database.values()] == [b"order 0", b"order 1", b"order 2"]
    assert database.values(column="part") == [1, 1, 1]


@pytest.mark.req("SCN-PLN-009")
def test_statement_of_the_user_has_the_key(program: Program, database: Database) -> None:
    database.run("CREATE TABLE orders (id INTEGER PRIMARY KEY, part INTEGER, body BYTES)")
    database.run("INSERT INTO orders VALUES (?, ?, ?)", *[(at, 0, message(b"order %d" % at)) for at in range(3)])
    planned(program, database)
    statement = "UPDATE orders SET body = :new, part = :id + 1 WHERE id = :id AND body = :old"
    assert counted(program, database, "--update", statement) == (3, 0)
    assert database.values(column="part") == [1, 2, 3]


@pytest.mark.req("SCN-PLN-005", kind="negative")
@pytest.mark.parametrize("source", ["url", "file"])
def test_key_that_is_not_of_its_type_is_named(program: Program, source: str) -> None:
    """SQLite takes any value in a column of any type; and a plan can be edited."""
    database = Database("sqlite:///app.db")
    program.write("old.key", f"{OLD_KEY.hex()}\n".encode())
    program.write("new.key", f"{NEW_KEY.hex()}\n".encode())
    database.run("CREATE TABLE orders (id INT PRIMARY KEY, body BYTES)")
    database.run("INSERT INTO orders VALUES (?, ?)", ("one", message(b"text")))
    if source == "url":
        planned(program, database)
    else:
        assert program("scan", "app.db", "--plan", "PLAN", "--jobs", "1").code == 0
        program.write("PLAN", (program.folder / "PLAN").read_bytes().replace(b"row 1,", b"row one,"))
    assert rekey(program, database).code == 4
    assert codes() == ["cannot-replace"]


@pytest.mark.req("SCN-PLN-005", "SCN-PLN-009", kind="negative")
def test_sqlite_file_without_row_ids_is_moved_by_its_url(program: Program) -> None:
    """A row id of 19 digits is one; a table without row ids is named, and its URL with --table does it."""
    database = Database("sqlite:///app.db")
    program.write("old.key", f"{OLD_KEY.hex()}\n".encode())
    program.write("new.key", f"{NEW_KEY.hex()}\n".encode())
    database.run("CREATE TABLE far (id INTEGER PRIMARY KEY, body BYTES)")
    database.run("INSERT INTO far VALUES (?, ?)", (1 << 62, message(b"far")))
    database.run("CREATE TABLE orders (name TEXT PRIMARY KEY, body BYTES) WITHOUT ROWID")
    database.run("INSERT INTO orders VALUES (?, ?)", ("one", message(b"text")))
    assert program("scan", "app.db", "--plan", "PLAN", "--jobs", "1").code == 0
    ran = rekey(program, database)
    assert (ran.code, codes()) == (4, ["cannot-replace"])
    assert "table orders has no row ids" in ran.stderr
    assert "sqlite:///NAME" in ran.stderr
    shutil.rmtree(STATE)
    planned(program, database)
    ran = rekey(program, database)
    assert ran.code == 0, ran.stderr


# ---------------------------------------------------------------- not moved
@pytest.fixture
def one(program: Program, database: Database) -> Database:
    database.run("CREATE TABLE orders (id INTEGER PRIMARY KEY, body BYTES)")
    database.run("INSERT INTO orders VALUES (?, ?)", (1, message(b"text")), (2, b"x"))
    planned(program, database)
    return database


@pytest.mark.req("SCN-PLN-009", kind="negative")
@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE orders SET body = :new WHERE id > 0 AND (body = :old OR id = :id + 1)", "cannot-replace"),
        ("UPDATE orders SET body = :new WHERE id = :id + 1 AND body = :old", "source-changed"),
        ("UPDATE nothing SET body = :new WHERE id = :id AND body = :old", "source-unreadable"),
    ],
    ids=["two-rows", "no-row", "no-table"],
)
def test_statement_that_changes_another_number_of_rows_changes_none(program: Program, one: Database, statement: str, code: str) -> None:
    before = one.values()
    assert rekey(program, one, "--update", statement).code == 4
    assert codes() == [code]
    assert one.values() == before


@pytest.mark.req("SCN-PLN-009", kind="negative")
@pytest.mark.parametrize("late", [False, True], ids=["before", "meanwhile"])
def test_value_that_changed_is_left_alone(program: Program, one: Database, monkeypatch: pytest.MonkeyPatch, late: bool) -> None:
    other = message(b"written since")
    verify = move.Mover._verify

    def write(mover: move.Mover, *args: Any) -> None:
        verify(mover, *args)
        one.run("UPDATE orders SET body = ? WHERE id = 1", (other,))

    if late:
        monkeypatch.setattr(move.Mover, "_verify", write)
    else:
        one.run("UPDATE orders SET body = ? WHERE id = 1", (other,))
    assert rekey(program, one).code == 4
    assert codes() == ["source-changed"]
    assert one.values()[0] == other


@pytest.mark.req("SCN-PLN-009", kind="negative")
@pytest.mark.parametrize("change", ["DROP TABLE orders", "ALTER TABLE orders RENAME COLUMN body TO other", "DELETE FROM orders"])
def test_value_that_is_gone_is_named(program: Program, one: Database, change: str) -> None:
    one.run(change)
    assert rekey(program, one).code == 4
    assert codes() == ["source-changed"]


@pytest.mark.req("SCN-PLN-004", "SCN-PLN-009")
def test_worker_that_dies_after_the_statement_is_made_up_for(program: Program, one: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    put = ValuePlace.put

    def dying(place: ValuePlace, begin: Callable[[], None]) -> None:
        put(place, begin)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ValuePlace, "put", dying)
        assert rekey(program, one).code == 130
    moved = one.values()
    assert counted(program, one, "--resume") == (1, 0)
    assert [each["outcome"] for each in records(STATE, "done")] == ["moved"]
    assert one.values() == moved


@pytest.mark.req("SCN-PLN-005", "SCN-SQL-002", kind="negative")
def test_password_is_asked_for(program: Program, server: str) -> None:
    made = Database(server)
    made.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    made.run("CREATE TABLE orders (id INTEGER PRIMARY KEY, body BYTES)")
    made.run("INSERT INTO orders VALUES (?, ?)", (1, message(b"text")))
    program.write("old.key", f"{OLD_KEY.hex()}\n".encode())
    program.write("new.key", f"{NEW_KEY.hex()}\n".encode())
    planned(program, made)
    ran = program("rekey", "--plan", "PLAN", *OPTIONS, "--dry-run")
    assert (ran.code, "--database" in ran.stderr) == (4, True)
    wrong = server.replace(PASSWORD, "wrong-7733")
    ran = program("rekey", "--plan", "PLAN", *OPTIONS, "--database", wrong)
    assert (ran.code, codes()) == (4, ["source-unreadable"])
    assert "wrong-7733" not in ran.text + ran.stderr + str(records(STATE, "failed"))
    assert counted(program, made, "--resume") == (1, 0)
    assert not any(PASSWORD in path.read_text() for path in STATE.rglob("*") if path.is_file())


@pytest.mark.req("SCN-PLN-005", kind="negative")
def test_text_around_a_message_is_not_replaced(program: Program, database: Database) -> None:
    database.run("CREATE TABLE orders (id INTEGER PRIMARY KEY, body TEXT)")
    text = json.dumps({"payload": base64.b64encode(message(b"text")).decode()})
    database.run("INSERT INTO orders VALUES (?, ?)", (1, text), (2, f"{message(b'text').hex()} and more"))
    planned(program, database)
    assert rekey(program, database).code == 4
    assert codes() == ["cannot-replace"] * 2
    assert database.values()[0] == text
