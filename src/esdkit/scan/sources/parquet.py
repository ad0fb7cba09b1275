"""Parquet files: the values of every binary or text column, or of one column.

Strategy: row groups are read one after another, a few rows at a time, and of them the columns that can hold a message. Without a column,
each value is searched; with one, each value is a message. A large file is divided between row groups.
Invariant: what is damaged is a problem with its rows, and the next row group is read. pyarrow is imported when there is such a file.
"""
# Reqs: SCN-SRC-009

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from esdkit.errors import Code, SourceError
from esdkit.scan.batch import is_bytes_or_text
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.rows import cell_items, missing
from esdkit.scan.sources.text import inside

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

__all__ = ["MAGIC", "group_sizes", "open_parquet", "parquet_items"]

MAGIC = b"PAR1"
_HELD = 16 << 20  # bytes of values that are held at once, about
_MOST_ROWS = 512  # that are held at once
_BUFFER = 1 << 20


def open_parquet(file: Path | IO[bytes]) -> pq.ParquetFile:
    """A Parquet file, opened.

    Raises:
        SourceError: ``source-unreadable``: pyarrow is not installed; ``source-damaged``: it cannot be read.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        what = 'Parquet files need pyarrow, which is not installed: pip install "esdkit[scan]"'
        raise SourceError(Code.SOURCE_UNREADABLE, what) from None
    try:
        return pq.ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER, page_checksum_verification=True)
    except (pa.ArrowException, OSError) as error:
        raise _damaged(error) from None


def _damaged(error: Exception) -> Exception:
    """What pyarrow says of a file, as an error of the source; an error of the system stays one."""
    if isinstance(error, OSError) and error.errno is not None:
        return error
    return SourceError(Code.SOURCE_DAMAGED, f"the Parquet file cannot be read: {_first_line(error)}")


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]


def group_sizes(path: Path) -> list[int]:
    """The sizes of the row groups of a file (bytes, compressed); nothing for what is not a Parquet file."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            return []
    try:
        with open_parquet(path) as opened:
            return [_size(opened.metadata.row_group(group)) for group in range(opened.metadata.num_row_groups)]
    except SourceError:
        return []  # whoever reads it says so


def _size(group: pq.RowGroupMetaData) -> int:
    return sum(group.column(number).total_compressed_size for number in range(group.num_columns))


def parquet_items(
    opened: pq.ParquetFile, place: str, column: str | None, start: int = 0, stop: int | None = None
) -> Iterator[Item | Problem]:
    """The messages in a Parquet file, or in some of its row groups.

    Args:
        opened: the file.
        place: where it is inside its source.
        column: the name of the column to read; None for all that can hold a message.
        start: the first row group.
        stop: the row group after the last one; None for all.
    """
    import pyarrow as pa

    kinds = dict(zip(opened.schema_arrow.names, opened.schema_arrow.types, strict=True))
    names = [name for name, kind in kinds.items() if column in (None, name) and _can_hold(kind, nested=column is None)]
    if column is not None and not names:
        if not start:
            wrong = f"column {column!r} has type {kinds[column]}, not binary or text" if column in kinds else None
            yield missing("column", column, [*kinds], place) if wrong is None else Problem(place, "column-missing", wrong)
        return
    rows = [opened.metadata.row_group(group).num_rows for group in range(opened.metadata.num_row_groups)]
    for group in range(start, len(rows) if stop is None else stop) if names else ():
        first = sum(rows[:group]) + 1
        try:
            yield from _group_items(opened, group, first, names, place, whole=column is not None)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            rest = inside(place, f"rows {first} to {first + rows[group] - 1}")
            yield Problem(rest, "source-damaged", f"these rows were read as far as it goes: {_first_line(error)}")


def _can_hold(kind: pa.DataType, *, nested: bool) -> bool:
    """Whether values of a type can hold a message."""
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return is_bytes_or_text(kind) or (nested and any(_can_hold(kind.field(part).type, nested=True) for part in range(kind.num_fields)))


def _group_items(opened: pq.ParquetFile, group: int, first: int, names: list[str], place: str, *, whole: bool) -> Iterator[Item | Problem]:
    """The messages of a row group, whose first row has the number ``first``."""
    about = opened.metadata.row_group(group)
    length = sum(about.column(number).total_uncompressed_size for number in range(about.num_columns))
    most = max(1, min(_MOST_ROWS, about.num_rows * _HELD // max(length, 1)))
    for batch in opened.iter_batches(most, row_groups=[group], columns=names, use_threads=False):
        for row in range(batch.num_rows):
            for name, column in zip(batch.schema.names, batch.columns, strict=True):
                for path, value in _leaves(_value(column[row]), name):
                    yield from cell_items(value, len(value), inside(place, f"row {first + row}, column {path}"), whole=whole)
        first += batch.num_rows


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
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _leaves(each, f"{path}[{at}]")
