"""Part files: rows as JSON lines or as Parquet, with the columns of spec/scan.yaml.

Invariant: the same rows give the same bytes, and memory does not grow with their number. pyarrow is imported by whoever asks for Parquet.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from esdkit.errors import Code, UsageError
from esdkit.scan.batch import row_fields, rows_to_arrays
from esdkit.scan.model import Row

if TYPE_CHECKING:
    import pyarrow.parquet as pq

__all__ = ["FORMS", "Form", "Place", "RowWriter", "json_line", "require_form", "row_writer"]

Form = Literal["jsonl", "parquet"]
FORMS: tuple[Form, ...] = ("jsonl", "parquet")
_AT_ONCE = 8192  # rows


class Place(NamedTuple):
    """The columns of a row that say where its message is."""

    source: str
    part: str
    form: str | None


class RowWriter(Protocol):
    """What rows are written with."""

    def add(self, place: Place, row: Row) -> None: ...

    def end(self) -> None:
        """Write what was not written yet."""
        ...


def require_form(form: Form) -> None:
    """See that a form can be written.

    Raises:
        UsageError: ``invalid-argument``: pyarrow is not installed.
    """
    if form == "parquet":
        try:
            import pyarrow.parquet  # noqa: F401  # it is there
        except ImportError:
            hint = 'Install it with: pip install "esdkit[scan]"'
            raise UsageError(Code.INVALID_ARGUMENT, "Parquet files need pyarrow, which is not installed", hint=hint) from None


def row_writer(form: Form | None, file: IO[bytes]) -> RowWriter:
    """What writes rows of a form to a file; without a form, nothing is written."""
    return _Nothing() if form is None else _Parquet(file) if form == "parquet" else _JsonLines(file)


def json_line(values: Any) -> bytes:
    """A line of JSON."""
    return _ENCODER.encode(values).encode() + b"\n"


_ENCODER = json.JSONEncoder(separators=(",", ":"))


class _Nothing:
    def add(self, place: Place, row: Row) -> None:
        pass

    def end(self) -> None:
        pass


class _JsonLines:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, place: Place, row: Row) -> None:
        self._file.write(json_line({**place._asdict(), **row.to_json()}))

    def end(self) -> None:
        pass


class _Parquet:
    """Nothing is written before there is a row."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._writer: pq.ParquetWriter | None = None
        self._rows: list[tuple[Place, Row]] = []

    def add(self, place: Place, row: Row) -> None:
        self._rows.append((Place(_escaped(place.source), _escaped(place.part), place.form), row))
        if len(self._rows) == _AT_ONCE:
            self._write()

    def end(self) -> None:
        if self._rows:
            self._write()
        if self._writer is not None:
            self._writer.close()

    def _write(self) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        places, rows = zip(*self._rows, strict=True)
        fields = row_fields("place")
        arrays = [pa.array(column, field.type) for column, field in zip(zip(*places, strict=True), fields, strict=True)]
        arrays += rows_to_arrays(rows).values()
        schema = pa.schema([*fields, *row_fields("message")])
        if self._writer is None:
            self._writer = pq.ParquetWriter(self._file, schema)
        self._writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))
        self._rows.clear()


def _escaped(name: str) -> str:
    """A name that Arrow takes: its bytes that are not UTF-8 are spelled as escapes."""
    return name.encode("utf-8", "backslashreplace").decode()
