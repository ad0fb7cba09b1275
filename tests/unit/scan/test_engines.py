"""The same rows of the same messages, whoever runs the function: pyarrow, DuckDB, Polars, Dask, Spark, Ray. What runs it is in the how-to
page."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.clusters import LEFTOVERS, two_workers

pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
pl = pytest.importorskip("polars")
from tests.unit.scan.engines import batches, digest, functions_of, run_apart  # noqa: E402

pytestmark = LEFTOVERS
_PATIENCE = 150  # seconds for a start and 10,000 rows, which take 15 here
_PATIENCE_OF_MILLION = 3600


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    """The functions of the page."""
    return functions_of("A stream of batches", "DuckDB", "Polars", "Dask")


@cache
def wanted(count: int) -> tuple[int, str]:
    reader = pa.RecordBatchReader.from_batches(next(batches(1)).schema, batches(count))
    return digest(functions_of("A stream of batches")["scan_stream"](reader))


def equal_everywhere(page: dict[str, Any], count: int) -> None:
    schema = next(batches(1)).schema
    assert wanted(count)[0] == count
    with duckdb.connect() as store:
        source = pa.RecordBatchReader.from_batches(schema, batches(count))
        store.register("source", source)
        store.execute("CREATE TABLE stored AS SELECT id, message FROM source")
        assert digest(page["scan_duckdb"](store, "SELECT id, message FROM stored")) == wanted(count)
    parts = (page["scan_polars"](pl.from_arrow(batch).lazy()).collect() for batch in batches(count))
    assert digest(batch for part in parts for batch in part.to_arrow().to_batches()) == wanted(count)
    with two_workers() as (_, client):
        assert digest(page["scan_dask"](client, batches(count))) == wanted(count)


@pytest.mark.slow
@pytest.mark.req("SCN-ENG-003", "SCN-ROW-007")
def test_rows_are_the_same_in_every_program(page: dict[str, Any]) -> None:
    equal_everywhere(page, 10_000)


@pytest.mark.fuzz
@pytest.mark.req("SCN-ENG-003")
def test_a_million_rows_are_the_same_in_every_program(page: dict[str, Any]) -> None:
    equal_everywhere(page, 1_000_000)


@pytest.fixture(params=["spark", "ray"])
def apart(request: pytest.FixtureRequest) -> str:
    """A program that starts processes of its own."""
    program: str = request.param
    pytest.importorskip({"spark": "pyspark", "ray": "ray"}[program])
    if program == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java 17, which is not installed")
    if not Path("/proc/self/cwd").exists():
        pytest.skip("this system has no list of the processes that may be left")
    return program


@pytest.mark.slow
@pytest.mark.req("SCN-ENG-003")
def test_rows_are_the_same_in_programs_with_processes_of_their_own(apart: str) -> None:
    assert run_apart(apart, 10_000, _PATIENCE) == wanted(10_000)


@pytest.mark.fuzz
@pytest.mark.req("SCN-ENG-003")
def test_a_million_rows_are_the_same_in_programs_with_processes_of_their_own(apart: str) -> None:
    assert run_apart(apart, 1_000_000, _PATIENCE_OF_MILLION) == wanted(1_000_000)


def test_a_changed_row_shows() -> None:
    rows = pa.RecordBatch.from_pydict({"a": [1, 2, 3]})
    assert digest([rows]) == digest([rows.slice(2), rows.slice(0, 2)])
    assert len({digest([pa.RecordBatch.from_pydict({"a": each})]) for each in ([1, 2, 3], [1, 2, 4], [1, 2], [1, 2, 2, 3])}) == 4
