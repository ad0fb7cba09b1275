"""Columns of Arrow, from whatever file: which of them can hold a message, and the messages in a batch of rows.

Strategy: without the name of a column, each value of bytes or text is searched, also inside lists and structs; with one, each value of that
column is a message. A list of numbers of one byte is bytes. Columns are known by their number, since two may have the same name. pyarrow
is imported when there is such a file.
"""
# Reqs: SCN-SRC-009

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from esdkit.scan.batch import is_bytes_or_text
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.rows import cell_items, missing
from esdkit.scan.sources.stream import Meter, Share
from esdkit.scan.sources.text import inside

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["as_bytes", "batch_items", "wanted"]


def wanted(schema: pa.Schema, column: str | None, place: str) -> tuple[list[int], Problem | None]:
    """The columns to read, by number, since names may occur twice; and what is wrong with the name of the column."""
    numbers = [number for number, field in enumerate(schema) if column in (None, field.name) and _can_hold(field.type, column is None)]
    if column is None or numbers:
        return numbers, None
    if column in schema.names:
        kind = schema.types[schema.names.index(column)]
        return [], Problem(place, "column-missing", f"column {column!r} has type {kind}, not binary or text")
    return [], missing("column", column, schema.names, place)


def _can_hold(kind: pa.DataType, nested: bool) -> bool:
    """Whether values of a type can hold a message."""
    kind = _stored(kind)
    if is_bytes_or_text(kind) or _is_list_of_bytes(kind):
        return True
    return nested and any(_can_hold(kind.field(part).type, nested=True) for part in range(kind.num_fields))


def _stored(kind: pa.DataType) -> pa.DataType:
    """What the values of a type are stored as."""
    import pyarrow as pa
    from pyarrow import types

    while True:
        if isinstance(kind, pa.BaseExtensionType):
            kind = kind.storage_type
        elif types.is_dictionary(kind) or types.is_run_end_encoded(kind):
            kind = kind.value_type
        else:
            return kind


def _is_list_of_bytes(kind: pa.DataType) -> bool:
    from pyarrow import types

    return _is_list(kind) and bool(types.is_int8(kind.value_type) or types.is_uint8(kind.value_type))


def _is_list(kind: pa.DataType) -> bool:
    from pyarrow import types

    tests = (types.is_list, types.is_large_list, types.is_fixed_size_list, types.is_list_view, types.is_large_list_view)
    return any(test(kind) for test in tests)


def as_bytes(kind: pa.DataType) -> pa.DataType:
    """A type with bytes in the place of text, in lists and structs too."""
    import pyarrow as pa
    from pyarrow import types

    for is_text, same in ((types.is_string, pa.binary), (types.is_large_string, pa.large_binary), (types.is_string_view, pa.binary_view)):
        if is_text(kind):
            return same()
    if isinstance(kind, pa.BaseExtensionType):
        return as_bytes(kind.storage_type)
    if types.is_dictionary(kind):
        return pa.dictionary(kind.index_type, as_bytes(kind.value_type), kind.ordered)
    if types.is_struct(kind):
        return pa.struct([field.with_type(as_bytes(field.type)) for field in kind])
    if types.is_list(kind):
        return pa.list_(kind.value_field.with_type(as_bytes(kind.value_type)))
    if types.is_large_list(kind):
        return pa.large_list(kind.value_field.with_type(as_bytes(kind.value_type)))
    return kind


def batch_items(batch: pa.RecordBatch, first: int, place: str, column: str | None, share: Share, meter: Meter) -> Iterator[Item | Problem]:
    """The messages in some rows, the first of which has the number ``first``, of one column or of all; ``share`` counts the rows, and
    ``meter`` the bytes: a value may be stored once and be that of many rows."""
    numbers, _ = wanted(batch.schema, column, place)
    columns = [(batch.schema.names[number], batch.column(number)) for number in numbers]
    for row in range(batch.num_rows):
        for name, values in columns:
            for path, value in _leaves(values[row], name):
                meter.spend(len(value))
                part = inside(place, f"row {first + row}, column {path}")
                yield from cell_items(value, len(value), part, whole=column is not None)
        share.add()


def _leaves(value: pa.Scalar, path: str) -> Iterator[tuple[str, bytes | str]]:
    """The texts and bytes in a value, each with its path. Other values are not looked at: Python cannot have all that Arrow can."""
    import pyarrow as pa

    if not value.is_valid:
        return
    kind = value.type
    if is_bytes_or_text(kind):
        yield path, _content(value)
    elif isinstance(value, pa.StructScalar):
        for part in range(kind.num_fields):
            yield from _leaves(value[part], f"{path}.{kind.field(part).name}")
    elif _is_list_of_bytes(kind) and not value.values.null_count:
        numbers = value.values
        yield path, numbers.buffers()[1].to_pybytes()[numbers.offset : numbers.offset + len(numbers)] if len(numbers) else b""
    elif isinstance(value, pa.ListScalar):
        if _can_hold(value.values.type, nested=True):
            for at, each in enumerate(value.values):
                yield from _leaves(each, f"{path}[{at}]")
    elif isinstance(value, pa.ExtensionScalar | pa.DictionaryScalar | pa.RunEndEncodedScalar | pa.UnionScalar):
        yield from _leaves(value.value, path)


def _content(value: pa.Scalar) -> bytes | str:
    """Bytes or text; text that is not UTF-8 as far as it can be read."""
    from pyarrow import types

    data: bytes = value.as_buffer().to_pybytes()
    kind = value.type
    is_text = types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)
    return data.decode("utf-8", "replace") if is_text else data
