"""Batches: one row for each message, however it is encoded."""

import base64
from typing import Any

import pytest

from esdkit.errors import UsageError
from esdkit.message import EncryptedDataKey
from esdkit.scan.batch import row_fields, rows_to_arrays, scan_batch
from esdkit.scan.facts import facts
from esdkit.spec import scan_columns
from tests.samples import native_ciphertext, native_parsed
from tests.unit.scan.rows import ARNS, planted, row_of

pa = pytest.importorskip("pyarrow")
DATA = native_ciphertext("mpl-0478-data-key-ascii-f128-p200")
MESSAGES = [native_ciphertext(name) for name in native_parsed()[:100]]
ROW = facts(DATA).to_json()


def listed(row: dict[str, Any]) -> dict[str, Any]:
    """A row of JSON data as pyarrow gives it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}


@pytest.mark.req("SCN-ROW-007")
@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.binary_view()])
def test_rows_come_in_order_beside_the_other_columns(kind: Any) -> None:
    batch = pa.RecordBatch.from_pydict({"id": pa.array(range(len(MESSAGES))), "message": pa.array(MESSAGES, kind)})
    found = scan_batch(batch).to_pylist()
    assert [row.pop("id") for row in found] == list(range(len(MESSAGES)))
    assert {row.pop("form") for row in found} == {"binary"}
    assert found == [listed(facts(data).to_json()) for data in MESSAGES]


@pytest.mark.req("SCN-ROW-007")
@pytest.mark.parametrize(
    ("value", "form"),
    [
        (base64.b64encode(DATA).decode(), "base64"),
        (base64.urlsafe_b64encode(DATA).decode().rstrip("="), "base64"),
        (f"  {DATA.hex()}\n", "hex"),
        (DATA.hex().upper(), "hex"),
    ],
)
def test_text_is_decoded(value: str, form: str) -> None:
    for kind in (pa.string(), pa.large_string(), pa.string_view()):
        batch = pa.RecordBatch.from_pydict({"blob": pa.array([value, value], kind)})
        assert scan_batch(batch, column="blob").to_pylist() == [{"form": form, **listed(ROW)}] * 2


@pytest.mark.req("SCN-ROW-007", kind="negative")
def test_values_that_are_not_messages_are_rows() -> None:
    values = ["no message!", None, base64.b64encode(b"\x07 other bytes").decode(), "07" * 20, "", base64.b64encode(DATA).decode()]
    found = scan_batch(pa.RecordBatch.from_pydict({"message": pa.array(values, pa.string())})).to_pylist()
    assert [row["problems"] for row in found] == [
        ["encoding-invalid"],
        [],
        ["unsupported-version"],
        ["unsupported-version"],
        ["encoding-invalid"],
        [],
    ]
    assert [row["form"] for row in found] == [None, None, "base64", "hex", None, "base64"]
    assert [row["size"] for row in found] == [None, None, 13, 20, None, len(DATA)]


@pytest.mark.req("SCN-ROW-006", "SCN-ROW-007")
def test_values_and_signatures_come_when_asked() -> None:
    data = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
    batch = pa.RecordBatch.from_pydict({"message": [data]})
    (without,), (with_all,) = scan_batch(batch).to_pylist(), scan_batch(batch, values=True, signatures=True).to_pylist()
    assert (without["context"], without["signature"]) == (None, None)
    assert {"key": "purpose", "value": "test"} in with_all["context"]
    assert with_all["signature"] == "verified"


@pytest.mark.req("SCN-ROW-007", kind="negative")
@pytest.mark.parametrize(
    ("columns", "what"),
    [
        ({"other": [b""]}, "0 columns are named 'message', expected 1"),
        ({"message": [1]}, "column 'message' has type int64, expected binary or text"),
        ({"message": [b""], "suite": ["x"]}, "column 'suite' has the name of a column of the result"),
    ],
)
def test_batch_without_messages_is_refused(columns: dict[str, Any], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        scan_batch(pa.RecordBatch.from_pydict(columns))


@pytest.mark.req("SCN-ROW-007")
def test_empty_batch_has_the_same_columns() -> None:
    schema = pa.schema([("message", pa.binary())])
    empty = scan_batch(pa.RecordBatch.from_pylist([], schema=schema))
    assert empty.num_rows == 0
    assert empty.schema == scan_batch(pa.RecordBatch.from_pylist([{"message": DATA}], schema=schema)).schema
    assert empty.schema == pa.schema([pa.field("form", pa.string()), *row_fields("message")])


def test_rows_with_and_without_data_keys_are_told_apart() -> None:
    rows = [row_of(), row_of(*[EncryptedDataKey(b"a", b"b", b"")] * 257), row_of(ARNS[0], ARNS[1]), *planted()[-5:]]
    keys = rows_to_arrays(rows)["data_keys"].to_pylist()
    assert [None if found is None else [key["key"] for key in found] for found in keys] == [
        None if row.data_keys is None else [key.key for key in row.data_keys] for row in rows
    ]
    assert {column.name for column in scan_columns() if column.of == "message"} == set(rows_to_arrays([]))
