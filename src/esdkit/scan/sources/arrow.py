"""Arrow (or Feather) files and streams, and ORC files: the values of every binary or text column, or of one column.

Strategy: what a batch of rows unpacks to is announced, and is counted before it is read; of ORC a few rows are read, and counted
afterwards. pyarrow trusts the offsets in an Arrow file, so each batch is validated before a value of it is used.
Invariant: of an Arrow file, a damaged batch is a problem with its rows, and the next one is read. A stream or an ORC file goes on after a
batch with bad values, and ends where one cannot be read.
"""
# Reqs: SCN-SRC-014, SCN-SRC-008

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from esdkit.errors import Code, SourceError
from esdkit.input.recognition import is_printable
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.columnar import as_bytes, batch_items, wanted
from esdkit.scan.sources.ipc import CONTINUED, MAX_METADATA, Announced, announced, announced_in_stream, places
from esdkit.scan.sources.pyarrow_errors import first_line, needs_pyarrow, of_source
from esdkit.scan.sources.stream import Meter, Share
from esdkit.scan.sources.text import inside
from esdkit.spec import LIMITS, non_messages

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import orc

__all__ = ["ArrowFile", "is_arrow", "open_arrow"]

_ORC = b"ORC"
_UNREAD = "the Arrow or ORC file cannot be read"
_ORC_ROWS = 32  # that are held at once: how long a value is shows only when it was read
_MOST = 4 * LIMITS["search_length"]  # bytes that one batch may unpack to


def is_arrow(head: bytes) -> bool:
    """Whether bytes may be the beginning of an Arrow file or stream, or of an ORC file."""
    if head.startswith(non_messages()["arrow"].magic):
        return True
    if head.startswith(CONTINUED):  # the length of the schema is a few bytes more than a multiple of 8
        return 0 < int.from_bytes(head[4:8], "little") < MAX_METADATA and head[4] % 8 == 0
    return head.startswith(_ORC) and not is_printable(head)


class _Batch(NamedTuple):
    """Some rows: how many if that is announced, what they unpack to, what reads them, and how many bytes of the file they take; None where
    that is known of the file alone."""

    rows: int | None
    unpacked: int
    read: Callable[[], pa.RecordBatch]
    stored: int | None


class ArrowFile(NamedTuple):
    """A file that was opened.

    Attributes:
        schema: its columns.
        batches: gives its rows; of Arrow with some of the columns, by number.
        apart: whether a batch can be read without those before it.
        stored, rows: bytes and rows of the file, where it is not known which bytes a batch takes.
    """

    schema: pa.Schema
    batches: Callable[[list[int]], Iterator[_Batch]]
    apart: bool
    stored: int = 0
    rows: int = 0

    def items(self, place: str, column: str | None, meter: Meter, on_bytes: Callable[[int], None]) -> Iterator[Item | Problem]:
        """The messages in it.

        Args:
            place: where it is inside its source.
            column: the name of the column to read; None for all that can hold a message.
            meter: counts what is unpacked.
            on_bytes: is told how many more bytes of it were read, as the share of the rows in their batch.

        Raises:
            SourceError: ``source-damaged``: it cannot be read any further; ``source-too-large``.
        """
        numbers, problem = wanted(self.schema, column, place)
        if problem is not None:
            yield problem
        first, rows, of_file = 1, place, Share(self.stored, self.rows, on_bytes)
        for count, batch in enumerate(self.batches(numbers) if numbers else (), 1):
            share = of_file if batch.stored is None else Share(batch.stored, batch.rows or 0, on_bytes)
            try:
                read = _read(batch, meter)
                yield from batch_items(read, first, rows, column, share, meter)
                first += read.num_rows
            except _BadValuesError as error:
                yield Problem(inside(rows, f"rows {first} to {first + error.rows - 1}"), "source-damaged", str(error))
                first += error.rows
            except SourceError as error:
                if not self.apart:
                    raise
                after = "" if batch.rows is None else f"rows {first} to {first + batch.rows - 1}"
                yield Problem(inside(rows, after or f"batch {count}"), error.code.value, error.message)
                first, rows = (1, inside(place, f"after batch {count}")) if batch.rows is None else (first + batch.rows, rows)
            if share is not of_file:
                share.end()


class _BadValuesError(Exception):
    def __init__(self, rows: int, what: str) -> None:
        super().__init__(f"these rows were not read: {what}")
        self.rows = rows


def _read(batch: _Batch, meter: Meter) -> pa.RecordBatch:
    """The rows of a batch, which can be used."""
    import pyarrow as pa

    if batch.unpacked > _MOST:
        raise SourceError(Code.SOURCE_TOO_LARGE, f"a batch of rows unpacks to more than {_MOST} bytes")
    meter.spend(batch.unpacked)
    try:
        read = batch.read()
    except (pa.ArrowException, OSError) as error:
        raise of_source(error, _UNREAD) from None
    try:
        for array in read.columns:
            _without_text(array).validate(full=True)
    except pa.ArrowException as error:
        raise _BadValuesError(read.num_rows, first_line(error)) from None
    return read


def _without_text(array: pa.Array) -> pa.Array:
    """An array as bytes, where that can be: text that is not UTF-8 can be read, and bad offsets cannot."""
    import pyarrow as pa

    try:
        return array.view(as_bytes(array.type))
    except pa.ArrowException:  # of unions and the like there are no views
        return array


def open_arrow(source: Path | bytes, held: ExitStack, meter: Meter) -> ArrowFile:
    """A file, opened.

    Args:
        source: the file, or its bytes.
        held: closes it.
        meter: counts what is unpacked.

    Raises:
        SourceError: ``package-missing``: pyarrow is not installed; ``source-damaged``: it is not such a file, or is damaged.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise needs_pyarrow("Arrow and ORC files") from None
    # Not mapped into memory: a file that shrinks would end the process.
    file = held.enter_context(pa.OSFile(str(source)) if isinstance(source, Path) else pa.BufferReader(source))
    about: IO[bytes] = held.enter_context(source.open("rb") if isinstance(source, Path) else io.BytesIO(source))
    head = about.read(len(CONTINUED))
    try:
        if head.startswith(_ORC):
            return _orc(file, meter)
        return _stream(file, about) if head == CONTINUED else _file(file, about, meter)
    except (pa.ArrowException, OSError) as error:
        raise of_source(error, _UNREAD) from None


def _orc(file: pa.NativeFile, meter: Meter) -> ArrowFile:
    from pyarrow import ArrowException, orc

    opened = orc.ORCFile(file)

    def batches(numbers: list[int]) -> Iterator[_Batch]:
        try:
            for batch in _orc_rows(file, opened, numbers):
                meter.spend(batch.nbytes)
                yield _Batch(None, 0, partial(_as_it_is, batch), None)
        except (ArrowException, OSError) as error:
            raise of_source(error, _UNREAD) from None

    return ArrowFile(opened.schema, batches, apart=False, stored=opened.file_length, rows=opened.nrows)


def _as_it_is(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch


def _orc_rows(file: pa.NativeFile, opened: orc.ORCFile, numbers: list[int]) -> Iterator[pa.RecordBatch]:
    """Rows of some columns, a few at a time: a stripe of a few KiB may unpack to any length."""
    from pyarrow import dataset

    names = opened.schema.names
    if len(set(names)) < len(names):  # which a dataset cannot have
        return (opened.read_stripe(stripe) for stripe in range(opened.nstripes))
    columns = {names[number]: dataset.field(names[number]) for number in numbers}
    rows = dataset.OrcFileFormat().make_fragment(file)
    return iter(rows.to_batches(columns=columns, batch_size=_ORC_ROWS, batch_readahead=0, use_threads=False))


def _stream(file: pa.NativeFile, about: IO[bytes]) -> ArrowFile:
    import pyarrow as pa

    schema = pa.ipc.open_stream(file).schema

    def batches(numbers: list[int]) -> Iterator[_Batch]:
        file.seek(0)
        stream = pa.ipc.open_stream(file, options=pa.ipc.IpcReadOptions(included_fields=numbers))
        start = 0
        for each in announced_in_stream(about):
            yield _Batch(each.rows, each.unpacked, stream.read_next_batch, each.end - start)
            start = each.end

    return ArrowFile(schema, batches, apart=False)


def _file(file: pa.NativeFile, about: IO[bytes], meter: Meter) -> ArrowFile:
    import pyarrow as pa

    schema = pa.ipc.open_file(file).schema

    def known(at: int) -> Announced | None:
        try:
            return announced(about, at)
        except SourceError:
            return None

    def batches(numbers: list[int]) -> Iterator[_Batch]:
        opened = pa.ipc.open_file(file, options=pa.ipc.IpcReadOptions(included_fields=numbers))
        dictionaries, rows = places(about)
        for each in filter(None, map(known, dictionaries)):
            meter.spend(each.unpacked)
        for number, at in enumerate(rows):
            batch = known(at)
            count, unpacked, stored = (None, 0, 0) if batch is None else (batch.rows, batch.unpacked, batch.end - at)
            yield _Batch(count, unpacked, partial(_known, opened, number, count), stored)

    return ArrowFile(schema, batches, apart=True)


def _known(opened: pa.RecordBatchFileReader, number: int, rows: int | None) -> pa.RecordBatch:
    """A batch of which the metadata could be read."""
    if rows is None:
        raise SourceError(Code.SOURCE_DAMAGED, "the metadata of these rows are damaged, and they were not read")
    return opened.get_batch(number)
