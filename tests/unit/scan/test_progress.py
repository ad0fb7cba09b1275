"""How far a scan is: told while a source is read, never more than it has, and in the end all of it."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from esdkit.scan.folder import Folder
from esdkit.scan.pool import on_this_machine
from esdkit.scan.run import Outcome, Settings, scan
from esdkit.scan.sources import How, files, sources_of
from tests.scanning import tar_of, zip_of

pa = pytest.importorskip("pyarrow")
from pyarrow import orc, parquet  # noqa: E402

ALL = How(None, None)
ROWS = [os.urandom(200).hex() for _ in range(1500)]
TEXT = "".join(f"INFO {row}\n" for row in ROWS).encode()


def scanned(
    folder: Path,
    *names: Path | str,
    how: How = ALL,
    jobs: int = 1,
    on_earlier: Callable[[int], None] = lambda size: None,
) -> tuple[list[int], Outcome]:
    """What was told of a scan of these names, and what came of it."""
    told: list[int] = []
    out = Folder(folder, ".jsonl")
    with out.held({}):
        sources = sources_of([str(name) for name in names], how)
        return told, scan(sources, Settings(), out, partial(on_this_machine, jobs), told.append, on_earlier)


# ---------------------------------------------------------------- what is read
def as_sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT, payload BLOB)")
    connection.executemany("INSERT INTO orders (id, note, payload) VALUES (?, 'x', ?)", enumerate(ROWS, 1000))
    connection.execute("CREATE TABLE few (id INTEGER PRIMARY KEY, payload TEXT)")
    connection.execute("CREATE TABLE tokens (payload TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("INSERT INTO tokens VALUES ('x')")
    connection.commit()
    connection.close()


def table() -> Any:
    return pa.table({"id": range(len(ROWS)), "payload": ROWS})


def as_arrow(path: Path, *, stream: bool) -> None:
    with pa.OSFile(str(path), "wb") as file, (pa.ipc.new_stream if stream else pa.ipc.new_file)(file, table().schema) as writer:
        writer.write_table(table(), max_chunksize=1000)


def as_frames(codec: str) -> bytes:
    file = pa.BufferOutputStream()
    with pa.CompressedOutputStream(file, codec) as packed:
        packed.write(TEXT)
    return bytes(file.getvalue())


KINDS: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_bytes(TEXT),
    "gz": lambda path: path.write_bytes(gzip.compress(TEXT)),
    "bz2": lambda path: path.write_bytes(bz2.compress(TEXT)),
    "xz": lambda path: path.write_bytes(lzma.compress(TEXT)),
    "zst": lambda path: path.write_bytes(as_frames("zstd")),
    "tar": lambda path: path.write_bytes(tar_of({"a": TEXT})),
    "tar.gz": lambda path: path.write_bytes(tar_of({"a": TEXT}, "w:gz")),
    "zip": lambda path: path.write_bytes(zip_of({"a": TEXT})),
    "sqlite": as_sqlite,
    "parquet": lambda path: parquet.write_table(table(), path),
    "arrow": partial(as_arrow, stream=False),
    "stream": partial(as_arrow, stream=True),
    "orc": lambda path: orc.write_table(table(), str(path)),
}


@pytest.mark.req("SCN-RUN-008")
@pytest.mark.parametrize("kind", KINDS)
def test_one_large_file_is_told_as_it_is_read(tmp_path: Path, kind: str) -> None:
    KINDS[kind](path := tmp_path / "a")
    told, outcome = scanned(tmp_path / "out", path)
    assert not outcome.failed
    size = path.stat().st_size
    assert min(told) > 0
    assert (sum(told), max(told) < size / 2) == (size, True)


@pytest.mark.req("SCN-RUN-008")
@pytest.mark.parametrize("kind", ["sqlite", "parquet", "arrow", "stream", "orc"])
def test_one_column_is_told_as_its_share_of_the_file(tmp_path: Path, kind: str) -> None:
    KINDS[kind](path := tmp_path / "a")
    told, _ = scanned(tmp_path / "out", path, how=How(None, "payload"))
    size = path.stat().st_size
    assert (sum(told), max(told) < size / 2) == (size, True)


@pytest.mark.req("SCN-RUN-008")
def test_row_ids_that_tell_nothing_are_no_more_than_the_file(tmp_path: Path) -> None:
    """One far away from the others, and a column that has the name of the row id."""
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE far (id INTEGER PRIMARY KEY, payload TEXT)")
    connection.executemany("INSERT INTO far VALUES (?, ?)", [(-(1 << 62), ROWS[0]), (0, ROWS[1]), (1 << 62, ROWS[2])])
    connection.execute("CREATE TABLE named (rowid, payload TEXT)")
    connection.executemany("INSERT INTO named VALUES (?, ?)", [(7, ROWS[0]), (3, ROWS[1]), ("x", ROWS[2]), (None, ROWS[3])])
    connection.commit()
    connection.close()
    told, outcome = scanned(tmp_path / "out", path, how=How(None, "payload"))
    assert outcome.problems == 7  # none of them is a message
    assert (sum(told), min(told) > 0) == (path.stat().st_size, True)


@pytest.mark.req("SCN-RUN-008")
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "text"])
def test_file_that_is_cut_is_told_to_its_end(tmp_path: Path, kind: str) -> None:
    KINDS[kind](path := tmp_path / "a")
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    told, outcome = scanned(tmp_path / "out", path)
    assert outcome.failed
    assert (sum(told), min(told) > 0) == (path.stat().st_size, True)


@pytest.mark.req("SCN-RUN-008", "SCN-SQL-001")
def test_database_by_url_tells_the_bytes_of_its_values(tmp_path: Path) -> None:
    pytest.importorskip("sqlalchemy")
    as_sqlite(tmp_path / "a.db")
    for at, how in enumerate((How(None, "payload", tables=("orders",)), How(None, None, query="SELECT payload FROM orders"))):
        told, _ = scanned(tmp_path / f"out{at}", f"sqlite:///{tmp_path / 'a.db'}", how=how)
        assert (sum(told), len(told) > 5) == (sum(map(len, ROWS)), True)


@pytest.mark.req("SCN-RUN-008")
@pytest.mark.parametrize("kind", ["text", "zip", "parquet"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_file_that_is_divided_is_told_whole(tmp_path: Path, kind: str, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what is in no part of it, such as the list of files of a zip."""
    monkeypatch.setattr(files, "_RANGE", len(TEXT) // 3)
    monkeypatch.setattr(files, "_GROUPS", 1 << 16)
    monkeypatch.setattr(files, "_SMALL", 1 << 16)
    path = tmp_path / "a"
    if kind == "parquet":
        parquet.write_table(table(), path, row_group_size=200)
    elif kind == "zip":
        path.write_bytes(zip_of({f"{'long' * 20} {at}": row.encode() for at, row in enumerate(ROWS)}))
    else:
        path.write_bytes(TEXT)
    told, outcome = scanned(tmp_path / "out", path, jobs=jobs)
    assert outcome.partitions > 2
    assert (sum(told), min(told) > 0) == (path.stat().st_size, True)


# ---------------------------------------------------------------- engines, and runs that go on
@pytest.mark.req("SCN-RUN-008")
def test_processes_tell_as_much_as_one(tmp_path: Path) -> None:
    sizes = []
    for name in ("b.tar.gz", "c.sqlite", "d.orc"):
        KINDS[name.partition(".")[2]](path := tmp_path / name)
        sizes.append(path.stat().st_size)
    named = sorted(tmp_path.iterdir())
    one, outcome = scanned(tmp_path / "one", *named)
    several, same = scanned(tmp_path / "several", *named, jobs=2)
    assert sum(one) == sum(several) == sum(sizes)
    assert len(several) > 3 * len(sizes)
    assert outcome.summary.to_json() == same.summary.to_json()


@pytest.mark.req("SCN-RUN-008")
def test_what_an_earlier_run_has_read_is_told_apart(tmp_path: Path) -> None:
    (path := tmp_path / "a.gz").write_bytes(gzip.compress(TEXT))
    earlier: list[int] = []
    first, _ = scanned(tmp_path / "out", path, on_earlier=earlier.append)
    assert (sum(first), earlier) == (path.stat().st_size, [])
    assert scanned(tmp_path / "out", path, on_earlier=earlier.append)[0] == []
    assert earlier == [path.stat().st_size]
