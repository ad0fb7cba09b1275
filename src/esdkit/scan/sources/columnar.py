"""Columns of Arrow, from whatever file: which of them can hold a message, and the messages in a batch of rows.

Strategy: without the name of a column, each value of bytes or text is searched, also inside lists and structs; with one, each value of that
column is a message. A list of numbers of one byte is bytes. pyarrow is imported when there is such a file.
"""
# Reqs: SCN-SRC-009

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from esdkit.errors import Code, SourceError
from esdkit.scan.batch import is_bytes_or_text
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.rows import cell_items, missing
from esdkit.scan.sources.text import inside

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["batch_items", "first_line", "needs_pyarrow", "wanted"]


def needs_pyarrow(what: str) -> SourceError:
    """The error for what cannot be read without pyarrow."""
    return SourceError(Code.SOURCE_UNREADABLE, f'{what} need pyarrow, which is not installed: pip install "esdkit[scan]"')


def first_line(error: Exception) -> str:
    """What pyarrow says, without the details that follow."""
    return str(error).strip().partition("\n")[0]


def wanted(schema: pa.Schema, column: str | None, place: str) -> tuple[list[str], Problem | None]:
    """The columns to read, and what is wrong with the name of the column."""
    kinds = dict(zip(schema.names, schema.types, strict=True))
    names = [name for name, kind in kinds.items() if column in (None, name) and _can_hold(kind, nested=column is None)]
    if column is None or names:
        return names, None
    if column in kinds:
        return [], Problem(place, "column-missing", f"column {column!r} has type {kinds[column]}, not binary or text")
    return [], missing("column", column, [*kinds], place)


def _can_hold(kind: pa.DataType, *, nested: bool) -> bool:
    """Whether values of a type can hold a message."""
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return is_bytes_or_text(kind) or (
        nested and (_is_list_of_bytes(kind) or any(_can_hold(kind.field(part).type, nested=True) for part in range(kind.num_fields)))
    )


def _is_list_of_bytes(kind: pa.DataType) -> bool:
    from pyarrow import types

    is_list = types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind)
    return bool(is_list and (types.is_int8(kind.value_type) or types.is_uint8(kind.value_type)))


def batch_items(batch: pa.RecordBatch, first: int, place: str, *, whole: bool) -> Iterator[Item | Problem]:
    """The messages in some rows, the first of which has the number ``first``."""
    for row in range(batch.num_rows):
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            for path, value in _leaves(_value(column[row]), name):
                yield from cell_items(value, len(value), inside(place, f"row {first + row}, column {path}"), whole=whole)


def _value(scalar: pa.Scalar) -> Any:
    """A value; text that is not UTF-8 as far as it can be read."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        buffer = getattr(scalar, "as_buffer", None)
        if buffer is None:  # text inside a list or struct
            raise
        return buffer().to_pybytes().decode("utf-8", "replace")


def _leaves(value: Any, path: str) -> Iterator[tuple[str, bytes | str]]:
    """The texts and bytes in a value, each with its path."""
    if isinstance(value, bytes | str):
        yield path, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, f"{path}.{name}")
    elif isinstance(value, list | tuple) and value and all(type(each) is int and -128 <= each < 256 for each in value):
        yield path, bytes(each & 0xFF for each in value)
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _leaves(each, f"{path}[{at}]")
