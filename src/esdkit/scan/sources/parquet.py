"""Parquet files: the values of every binary or text column, or of one column.

Strategy: row groups are read one after another, a few rows at a time, and of them the columns that can hold a message (``columnar``). A
large file is divided between row groups.
Invariant: what is damaged is a problem with its rows, and the next row group is read. pyarrow is imported when there is such a file.
"""
# Reqs: SCN-SRC-009

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from esdkit.errors import Code, SourceError
from esdkit.scan.batch import is_bytes_or_text
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.columnar import batch_items, wanted
from esdkit.scan.sources.pyarrow_errors import first_line, needs_pyarrow, of_source
from esdkit.scan.sources.stream import Meter, Share, unheard
from esdkit.scan.sources.text import inside
from esdkit.spec import LIMITS

if TYPE_CHECKING:
    import pyarrow.parquet as pq

__all__ = ["MAGIC", "group_sizes", "open_parquet", "parquet_items"]

MAGIC = b"PAR1"
_HELD = 16 << 20  # bytes of values that are held at once, about
_MOST = 4 * LIMITS["search_length"]  # bytes that one row may have
_MOST_ROWS = 512  # that are held at once
_BUFFER = 1 << 20


def open_parquet(file: Path | IO[bytes]) -> pq.ParquetFile:
    """A Parquet file, opened. Of a value that is written once for many rows, the rows of a batch share one copy.

    Raises:
        SourceError: ``package-missing``: pyarrow is not installed; ``source-damaged``: it cannot be read.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise needs_pyarrow("Parquet files") from None
    open_with = partial(pq.ParquetFile, file, pre_buffer=False, buffer_size=_BUFFER, page_checksum_verification=True)
    try:
        opened = open_with()
        texts = [field.name for field in opened.schema_arrow if is_bytes_or_text(field.type)]
        return open_with(metadata=opened.metadata, read_dictionary=texts)
    except (pa.ArrowException, OSError) as error:
        raise of_source(error, "the Parquet file cannot be read") from None


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
    opened: pq.ParquetFile,
    place: str,
    column: str | None,
    start: int = 0,
    stop: int | None = None,
    *,
    meter: Meter,
    on_bytes: Callable[[int], None] = unheard,
) -> Iterator[Item | Problem]:
    """The messages in a Parquet file, or in some of its row groups.

    Args:
        opened: the file.
        place: where it is inside its source.
        column: the name of the column to read; None for all that can hold a message.
        start: the first row group.
        stop: the row group after the last one; None for all.
        meter: counts what is unpacked.
        on_bytes: is told how many more bytes were read, as the share of the rows in their row group.
    """
    import pyarrow as pa

    numbers, problem = wanted(opened.schema_arrow, column, place)
    if problem is not None:
        if not start:
            yield problem
        return
    names = [opened.schema_arrow.names[number] for number in numbers]
    rows = [opened.metadata.row_group(group).num_rows for group in range(opened.metadata.num_row_groups)]
    for group in range(start, len(rows) if stop is None else stop) if names else ():
        if not rows[group]:
            continue
        first = sum(rows[:group]) + 1
        share = Share(_size(opened.metadata.row_group(group)), rows[group], on_bytes)
        these = inside(place, f"rows {first} to {first + rows[group] - 1}")
        try:
            yield from _group_items(opened, group, first, names, place, column, share, meter)
        except SourceError as error:
            yield Problem(these, error.code.value, error.message)
        except (pa.ArrowException, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            yield Problem(these, "source-damaged", f"these rows were read as far as it goes: {first_line(error)}")
        share.end()


def _is_of(column: pq.ColumnChunkMetaData, names: list[str]) -> bool:
    """Whether a column of values belongs to one of these columns of the file; of those whose names begin alike it may be either."""
    return any(f"{column.path_in_schema}.".startswith(f"{name}.") for name in names)


def _group_items(
    opened: pq.ParquetFile, group: int, first: int, names: list[str], place: str, column: str | None, share: Share, meter: Meter
) -> Iterator[Item | Problem]:
    """The messages of a row group, whose first row has the number ``first``."""
    about = opened.metadata.row_group(group)
    length = sum(column.total_uncompressed_size for column in map(about.column, range(about.num_columns)) if _is_of(column, names))
    if length > about.num_rows * _MOST:
        raise SourceError(Code.SOURCE_TOO_LARGE, f"these rows have more than {_MOST} bytes each, and were not read")
    meter.spend(length)
    most = max(1, min(_MOST_ROWS, about.num_rows * _HELD // max(length, 1)))
    for batch in opened.iter_batches(most, row_groups=[group], columns=names, use_threads=False):
        yield from batch_items(batch, first, place, column, share, meter)
        first += batch.num_rows
