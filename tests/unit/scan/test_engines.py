"""The same rows of the same messages, whoever runs the function: pyarrow, DuckDB, Polars, Dask. What runs it is in the how-to page."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import pytest

from tests.clusters import LEFTOVERS, two_workers
from tests.pages import blocks, run_block
from tests.samples import native_ciphertext

pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
pl = pytest.importorskip("polars")
PAGE = "docs/howto/scan-elsewhere.md"
_BATCH = 10_000
pytestmark = LEFTOVERS
_SAMPLES = [
    native_ciphertext(f"mpl-{name}")
    for name in ("0478-aes-192-empty-f256-p257", "0578-multi-ascii-f256-p300", "0478-data-key-ascii-f128-p200")
]
_ID = slice(3, 35)  # the message id of version 2


def value(number: int) -> bytes | None:
    """What is in a row: a message with an id of its own, as bytes or base64, and sometimes nothing, or something else."""
    if number % 89 == 0:
        return None
    data = bytearray(_SAMPLES[number % len(_SAMPLES)])
    data[_ID] = sha256(number.to_bytes(8)).digest()
    if number % 97 == 0:
        return bytes(data[: number % len(data)])
    return base64.b64encode(data) if number % 5 == 0 else bytes(data)


def batches(count: int) -> Iterator[Any]:
    for start in range(0, count, _BATCH):
        numbers = range(start, min(start + _BATCH, count))
        yield pa.RecordBatch.from_pydict({"id": numbers, "message": pa.array(map(value, numbers), pa.binary())})


def digest(results: Iterable[Any]) -> tuple[int, str]:
    """How many rows there are, and what they are, in any order."""
    count, total = 0, 0
    for batch in results:
        for row in batch.to_pylist():
            count += 1
            total += int.from_bytes(sha256(json.dumps(row).encode()).digest())
    return count, f"{total % (1 << 256):064x}"


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    """The functions of the page."""
    names: dict[str, Any] = {}
    for block in blocks(PAGE, "python"):
        run_block(block, PAGE, names)
    return names


def equal_everywhere(page: dict[str, Any], count: int) -> None:
    schema = next(batches(1)).schema
    wanted = digest(page["scan_stream"](pa.RecordBatchReader.from_batches(schema, batches(count))))
    assert wanted[0] == count
    with duckdb.connect() as store:
        source = pa.RecordBatchReader.from_batches(schema, batches(count))
        store.register("source", source)
        store.execute("CREATE TABLE stored AS SELECT id, message FROM source")
        assert digest(page["scan_duckdb"](store, "SELECT id, message FROM stored")) == wanted
    parts = (page["scan_polars"](pl.from_arrow(batch).lazy()).collect() for batch in batches(count))
    assert digest(batch for part in parts for batch in part.to_arrow().to_batches()) == wanted
    with two_workers() as (_, client):
        assert digest(page["scan_dask"](client, batches(count))) == wanted


@pytest.mark.slow
@pytest.mark.req("SCN-ENG-003", "SCN-ROW-007")
def test_rows_are_the_same_in_every_program(page: dict[str, Any]) -> None:
    equal_everywhere(page, 10_000)


@pytest.mark.fuzz
@pytest.mark.req("SCN-ENG-003")
def test_a_million_rows_are_the_same_in_every_program(page: dict[str, Any]) -> None:
    equal_everywhere(page, 1_000_000)


def test_a_changed_row_shows() -> None:
    rows = pa.RecordBatch.from_pydict({"a": [1, 2, 3]})
    assert digest([rows]) == digest([rows.slice(2), rows.slice(0, 2)])
    assert len({digest([pa.RecordBatch.from_pydict({"a": each})]) for each in ([1, 2, 3], [1, 2, 4], [1, 2], [1, 2, 2, 3])}) == 4
