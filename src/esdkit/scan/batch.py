"""A pyarrow batch of messages in, a batch of rows out: what DuckDB, Polars, Spark, Ray and Dask call.

Strategy: each value of the column is decoded and looked at by ``facts``; the columns of spec/scan.yaml are built next to those that came
with it. Invariants: one row for each, in order; the other columns are unchanged; no value raises. A null gives a row of nulls. pyarrow is
imported by whoever calls.
"""
# Reqs: SCN-ROW-007

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from esdkit.errors import Code, UsageError
from esdkit.input.encodings import decode, decode_base64, decode_hex
from esdkit.scan.facts import facts
from esdkit.scan.model import DataKey, Pair, Row, unread
from esdkit.spec import ScanColumn, scan_columns

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["is_bytes_or_text", "row_fields", "rows_to_arrays", "scan_batch"]

_FORM = "form"
_NOTHING = unread("")._replace(problems=())
_DIGITS = re.compile(rb"\s*(?:[0-9A-Fa-f]{2})+\s*\Z")


def scan_batch(batch: pa.RecordBatch, *, column: str = "message", values: bool = False, signatures: bool = False) -> pa.RecordBatch:
    """Facts of every message of a batch.

    Args:
        batch: with a column of messages (binary, or text in base64 or hexadecimal), and others, which are passed on.
        column: the name of that column; it is not passed on.
        values: also keep the values of encryption contexts.
        signatures: also verify signatures, under the public keys in the headers.

    Raises:
        UsageError: ``invalid-argument``, there is no such column, it has another type, or another column has the name of a result.
    """
    import pyarrow as pa

    others = _others(batch.schema.names, column)
    kept = batch.column(column)
    if not is_bytes_or_text(kept.type):
        raise UsageError(Code.INVALID_ARGUMENT, f"column {column!r} has type {kept.type}, expected binary or text")
    found = [_of_value(value, values=values, signatures=signatures) for value in kept.to_pylist()]
    arrays = {name: batch.column(name) for name in others}
    arrays[_FORM] = pa.array([form for form, _ in found], pa.string())
    return pa.RecordBatch.from_pydict({**arrays, **rows_to_arrays([row for _, row in found])})


def _others(names: Sequence[str], column: str) -> list[str]:
    """The columns that are passed on."""
    if names.count(column) != 1:
        raise UsageError(Code.INVALID_ARGUMENT, f"{names.count(column)} columns are named {column!r}, expected 1", hint=f"It has {names}.")
    others = [name for name in names if name != column]
    taken = sorted({_FORM, *Row._fields}.intersection(others))
    if taken or len(set(others)) < len(others):
        what = f"column {taken[0]!r} has the name of a column of the result" if taken else "two columns have the same name"
        raise UsageError(Code.INVALID_ARGUMENT, what, hint="Rename it.")
    return others


def is_bytes_or_text(kind: pa.DataType) -> bool:
    """Whether a column of this type has bytes or text."""
    from pyarrow import types

    tests = (types.is_binary, types.is_large_binary, types.is_fixed_size_binary, types.is_binary_view)
    return any(test(kind) for test in (*tests, types.is_string, types.is_large_string, types.is_string_view))


def _of_value(value: bytes | str | None, *, values: bool, signatures: bool) -> tuple[str | None, Row]:
    """How a message is stored, and its row."""
    if value is None:
        return None, _NOTHING
    decoded = decode(value if isinstance(value, bytes) else value.encode("utf-8"))
    data, form = decoded.data, decoded.encoding
    if form == "binary" and isinstance(value, str):
        other = _of_other_text(data)
        if other is None:
            return None, unread(Code.ENCODING_INVALID.value)
        form, data = other
    return "base64" if form == "base64url" else form, facts(data, values=values, signatures=signatures)


def _of_other_text(text: bytes) -> tuple[Any, bytes] | None:
    """Encoded text of something that does not begin like a message; None when it is not encoded text."""
    if _DIGITS.match(text):
        return "hex", decode_hex(text.strip()) or b""
    data = decode_base64(text)
    return None if data is None else ("base64", data)


# -------------------------------------------------------------------- columns
def row_fields(of: str) -> list[pa.Field]:
    """The pyarrow fields of the columns of spec/scan.yaml. ``of``: ``place``, ``message`` or ``data_key``."""
    import pyarrow as pa

    return [pa.field(row.name, _types()[row.type]()) for row in scan_columns() if row.of == of]


def _types() -> Mapping[str, Callable[[], pa.DataType]]:
    import pyarrow as pa

    return {
        "text": pa.string,
        "number": pa.int64,
        "flag": pa.bool_,
        "texts": lambda: pa.list_(pa.string()),
        "pairs": lambda: pa.list_(pa.struct([pa.field(name, pa.string()) for name in Pair._fields])),
        "data_keys": lambda: pa.list_(pa.struct(row_fields("data_key"))),
    }


def rows_to_arrays(rows: Sequence[Row]) -> dict[str, pa.Array]:
    """The columns of rows as pyarrow arrays, by name."""
    columns = zip(*rows, strict=True) if rows else ([] for _ in Row._fields)
    described = [column for column in scan_columns() if column.of == "message"]
    return {row.name: _array(row, list(column)) for row, column in zip(described, columns, strict=True)}


def _array(row: ScanColumn, column: list[Any]) -> pa.Array:
    import pyarrow as pa

    kind = _types()[row.type]()
    if row.type not in ("pairs", "data_keys"):
        return pa.array(column, kind)
    fields = list(kind.value_type)
    items = [item for cell in column for item in cell or ()]
    places = {item: place for place, item in enumerate(dict.fromkeys(items))}  # many rows name the same keys
    parts = zip(*places, strict=True) if places else ([] for _ in fields)
    once = pa.StructArray.from_arrays([pa.array(part, field.type) for part, field in zip(parts, fields, strict=True)], fields=fields)
    structs = once.take(pa.array([places[item] for item in items], pa.int64()))
    return pa.ListArray.from_arrays(pa.array(_offsets(column), pa.int32()), structs, type=kind)


def _offsets(column: Iterable[Sequence[DataKey | Pair] | None]) -> list[int | None]:
    """Where each list begins among the items of all; None for a null, and the end of the last."""
    cells = list(column)
    ends = [0, *accumulate(len(cell or ()) for cell in cells)]
    return [*(None if cell is None else start for cell, start in zip(cells, ends, strict=False)), ends[-1]]
