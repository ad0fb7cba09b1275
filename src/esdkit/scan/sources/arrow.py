"""Arrow (or Feather) files and streams, and ORC files: the values of every binary or text column, or of one column.

Invariant: what is damaged is a problem with its rows, and, where there is a list of batches, the next one is read.
"""
# Reqs: SCN-SRC-014

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from esdkit.errors import Code, SourceError
from esdkit.input.recognition import is_printable
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.columnar import batch_items, first_line, needs_pyarrow, wanted
from esdkit.spec import non_messages

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["arrow_items", "is_arrow"]

_ORC = b"ORC"
_STREAM = b"\xff\xff\xff\xff"  # then the length of the schema, which is a few bytes more than a multiple of 8
_MOST_OF_SCHEMA = 1 << 24


def is_arrow(head: bytes) -> bool:
    """Whether bytes are the beginning of an Arrow file or stream, or of an ORC file."""
    if head.startswith(non_messages()["arrow"].magic):
        return True
    if head.startswith(_STREAM):
        return 0 < int.from_bytes(head[4:8], "little") < _MOST_OF_SCHEMA and head[4] % 8 == 0
    return head.startswith(_ORC) and not is_printable(head)


def arrow_items(source: Path | bytes, place: str, column: str | None) -> Iterator[Item | Problem]:
    """The messages in such a file.

    Args:
        source: the file, or its bytes.
        place: where it is inside its source.
        column: the name of the column to read; None for all that can hold a message.

    Raises:
        SourceError: ``source-unreadable``: pyarrow is not installed; ``source-damaged``: it cannot be read.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise needs_pyarrow("Arrow and ORC files") from None
    try:
        with pa.memory_map(str(source)) if isinstance(source, Path) else pa.BufferReader(source) as file:
            yield from _file_items(file, place, column)
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise SourceError(Code.SOURCE_DAMAGED, f"the Arrow or ORC file cannot be read: {first_line(error)}") from None


def _file_items(file: pa.NativeFile, place: str, column: str | None) -> Iterator[Item | Problem]:
    schema, batches = _opened(file)
    names, problem = wanted(schema, column, place)
    if problem is not None:
        yield problem
    first = 1
    for batch in batches(names) if names else ():
        yield from batch_items(batch, first, place, whole=column is not None)
        first += batch.num_rows


def _opened(file: pa.NativeFile) -> tuple[pa.Schema, Callable[[list[str]], Iterator[pa.RecordBatch]]]:
    """The columns of a file, and what gives its rows, with some of the columns."""
    import pyarrow as pa
    from pyarrow import orc

    head = file.read(len(_STREAM))
    file.seek(0)
    if head.startswith(_ORC):
        stripes = orc.ORCFile(file)
        return stripes.schema, lambda names: (stripes.read_stripe(number, columns=names) for number in range(stripes.nstripes))
    if head == _STREAM:
        stream = pa.ipc.open_stream(file)
        return stream.schema, lambda names: (batch.select(names) for batch in stream)
    batches = pa.ipc.open_file(file)
    return batches.schema, lambda names: (batches.get_batch(number).select(names) for number in range(batches.num_record_batches))
