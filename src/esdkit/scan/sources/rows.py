"""Rows of text, each with a message in one field or column: JSON lines, and CSV with any of the usual separators.

Strategy: a row is read by itself; its place is the offset of its first byte. Where the text is a range of a file, it begins and ends at the
beginning of a row. A value is a message in base64 or hexadecimal, or holds one.
Invariant: a row that cannot be read is a problem, and the next one is read.
"""
# Reqs: SCN-SRC-003, SCN-SRC-004

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Self

from esdkit.input import find_all
from esdkit.input.beginnings import begins_like_message
from esdkit.input.documents import encoded, json_path, json_values
from esdkit.input.encodings import decode
from esdkit.input.written import FEWEST
from esdkit.near import nearest
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.stream import PIECE, Ahead
from esdkit.scan.sources.text import found_items, inside
from esdkit.spec import LIMITS

__all__ = ["MAX_VALUE", "cell_items", "csv_items", "csv_row_test", "json_items", "missing", "value_items"]

_MAX_ROW = LIMITS["search_length"]
MAX_VALUE = LIMITS["search_length"]
"""Bytes of a value of a table that are searched."""
_SEPARATORS = (",", ";", "\t", "|")
_PREFIXES = (b"\\\\x", b"\\x", b"0x", b"0X")
_MOST_NAMES = 1000
_MOST_LINES = 1 << 17  # of one row
_BLANKS = re.compile(r'" +(?=[,;\t|\r\n]|\Z)')  # after a closing quote


class _Line(NamedTuple):
    at: int
    data: bytes
    whole: bool


def _lines(stream: Ahead, stop: int | None) -> Iterator[_Line]:
    """The lines that begin before ``stop``, each with its line break; one that is too long is given as its beginning."""
    while (stop is None or stream.at < stop) and stream.peek(1):
        at, size = stream.at, 1 << 12
        while (end := (window := stream.peek(size)).find(b"\n")) < 0 and len(window) == size and size < _MAX_ROW:
            size = min(8 * size, _MAX_ROW)
        if end >= 0 or len(window) < _MAX_ROW:
            yield _Line(at, stream.read(end + 1 if end >= 0 else len(window)), True)
            continue
        yield _Line(at, window[:1024], False)
        while (piece := stream.peek(PIECE)) and (end := piece.find(b"\n")) < 0:
            stream.skip(len(piece))
        stream.skip(end + 1 if piece else 0)


def _too_long(place: str, at: int) -> Problem:
    return Problem(inside(place, f"byte {at}"), "source-too-large", f"a row of more than {_MAX_ROW} bytes, which was not read")


# ---------------------------------------------------------------- JSON lines
def json_items(stream: Ahead, place: str, field: str, stop: int | None = None) -> Iterator[Item | Problem]:
    """The messages in one field of JSON lines.

    Args:
        stream: the lines.
        place: where they are inside their source.
        field: the field's path: ``payload``, ``$.Item.blob.B``, ``records[0].data``.
        stop: where the next range begins (offset); None for all.
    """
    steps, seen, there = _steps(field), set[str](), stream.at > 0
    for line in _lines(stream, stop):
        part = inside(place, f"byte {line.at}")
        if not line.whole:
            yield _too_long(place, line.at)
        elif text := line.data.strip(b" \t\r\n\xef\xbb\xbf\x1e"):
            try:
                document = json.loads(text, object_pairs_hook=_object if _may_repeat(text, steps) else None)
            except (ValueError, RecursionError):
                yield Problem(part, "encoding-invalid", "the line is not JSON; for JSON in several lines, leave out --field")
                continue
            values = list(_at(document, steps))
            there |= bool(values)
            if not there and len(seen) < _MOST_NAMES:
                seen |= {json_path([*path])[2:] for path, _ in json_values(document) if path}
            for value in values or [None]:
                yield from value_items(value, part)
    if seen and not there:
        yield missing("field", field, seen, place)


def _steps(field: str) -> list[str | int]:
    parts = field.removeprefix("$").lstrip(".").replace("[", ".[").split(".")
    return [int(part[1:-1]) if part[:1] == "[" and part[1:-1].isdecimal() else part for part in parts if part]


class _Repeated(dict[str, Any]):
    """An object with several values of one name, of which JSON readers keep one."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    return document if len(document) == len(pairs) else _Repeated(pairs)


def _may_repeat(text: bytes, steps: Sequence[str | int]) -> bool:
    """Whether one object may have several values of a name on the path: names that are written with escapes may be any."""
    return b"\\u" in text or any(isinstance(step, str) and text.count(_quoted(step)) > 1 for step in steps)


def _quoted(name: str) -> bytes:
    return json.dumps(name, ensure_ascii=False).encode("utf-8", "surrogateescape")


def _at(document: Any, steps: Sequence[str | int]) -> Iterator[Any]:
    """The values at a path: one, none if nothing is there, or several if an object has a name more than once."""
    if not steps:
        yield _of_dynamodb(document)
        return
    step, *rest = steps
    if isinstance(document, _Repeated):
        parts = [value for name, value in document.pairs if name == step]
    else:
        try:
            parts = [document[step]]
        except (KeyError, IndexError, TypeError):  # nothing there, or nothing that has parts
            return
    for part in parts:
        yield from _at(part, rest)


def _of_dynamodb(value: Any) -> Any:
    """A value as DynamoDB writes it, without its type."""
    if isinstance(value, dict) and len(value) == 1 and (kind := next(iter(value))) in ("B", "S"):
        return value[kind]
    return value


# ---------------------------------------------------------------- CSV
def csv_items(stream: Ahead, place: str, column: str, header: bytes | None = None, stop: int | None = None) -> Iterator[Item | Problem]:
    """The messages in one column of CSV.

    Args:
        stream: the rows; the first one has the names of the columns unless ``header`` does.
        place: where they are inside their source.
        column: its name.
        header: the first row of the file, for a range that begins after it.
        stop: where the next range begins (offset); None for all.
    """
    if header is None:
        first = next(_lines(stream, None), None)
        header = b"" if first is None else first.data
    table = _Table.of(header, column)
    if table is None:
        text = _names_text(header)
        yield missing("column", column, _names(text, max(_SEPARATORS, key=text.count)), place)
        return
    for lines, row in _rows(stream, table, stop):
        if row is not None:
            yield from _row_items(lines, row, table, place)
        else:
            yield from _unclosed_items(lines, table, place)


def csv_row_test(header: bytes, column: str) -> Callable[[bytes], bool]:
    """Whether a line can be the first one of a row: it has as many values as there are names, or the last goes on in the next line.

    No line can if the column is missing.

    Args:
        header: the line with the names.
        column: that is wanted.
    """
    table = _Table.of(header, column)
    if table is None:
        return lambda line: False
    return table.may_begin


def _names_text(header: bytes) -> str:
    return header.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").rstrip("\r\n").replace("\r", " ")


def _names(line: str, separator: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([line], delimiter=separator), [])]


class _Table(NamedTuple):
    """How rows are read: the separator, how many columns there are, and which of them is wanted."""

    separator: str
    width: int
    wanted: int

    @classmethod
    def of(cls, header: bytes, column: str) -> Self | None:
        """The table whose names are in a line; None if the column is not among them, with any separator."""
        text = _names_text(header)
        names = {separator: _names(text, separator) for separator in _SEPARATORS}
        return next((cls(separator, len(each), each.index(column)) for separator, each in names.items() if column in each), None)

    def of_other_writers(self, lines: Sequence[_Line]) -> list[str] | None:
        """The row that lines are where blanks may follow a closing quote, or a backslash comes before a quote in a value; else None."""
        text = _BLANKS.sub('"', "".join(map(_text, lines)).replace('\\"', '""'))
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=self.separator, strict=True))
        except csv.Error:
            return None
        return rows[0] if len(rows) == 1 and len(rows[0]) == self.width else None

    def alone(self, line: _Line) -> list[str]:
        """A line as a row of its own, whatever its quotes are."""
        text = _text(line).rstrip("\r\n").replace("\r", " ")
        return next(csv.reader([text], delimiter=self.separator), [])

    def may_begin(self, line: bytes) -> bool:
        """Whether a row may begin with a line. A quote alone rather ends a value, so one that goes on in the next line is not the first."""
        begun = _Line(0, line, True)
        try:
            row = next(csv.reader([_text(begun)], delimiter=self.separator, strict=True), [])
        except csv.Error:  # a quote that is not closed
            return self.width == 1 or len(self.alone(begun)) > 1
        return len(row) == self.width

    def hides_rows(self, row: Sequence[str], lines: Sequence[_Line]) -> bool:
        """Whether a line of a row after its first is itself a row, with a message that the row does not have."""
        own = row[self.wanted] if len(row) == self.width else ""
        others = (other for line in lines[1:] if line.whole and len(other := self.alone(line)) == self.width)
        values = (other[self.wanted] for other in others if not own.startswith(other[self.wanted]))
        return any(isinstance(item, Item) and begins_like_message(item.data) for value in values for item in value_items(value, ""))


def _rows(stream: Ahead, table: _Table, stop: int | None) -> Iterator[tuple[list[_Line], list[str] | None]]:
    """The rows of CSV, each with its lines; no row for lines of which the first has a quote that is not closed.

    Such a row goes on until a quote that no value ends with. It is in a line that may be in order, so this line is read again.
    """
    csv.field_size_limit(_MAX_ROW)
    coming, again = _lines(stream, stop), list[_Line]()
    pulled: list[_Line | None] = []  # for the row that is being read; None for the end

    def texts() -> Iterator[str]:
        while len(pulled) < _MOST_LINES:
            pulled.append(line := again.pop() if again else next(coming, None))
            if line is None:
                return
            yield _text(line)
        raise csv.Error

    reader = csv.reader(texts(), delimiter=table.separator, strict=True)
    while True:
        row: list[str] | None
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row, reader = None, csv.reader(texts(), delimiter=table.separator, strict=True)
        lines = [line for line in pulled if line is not None]
        ended = len(lines) < len(pulled)
        pulled.clear()
        row = table.of_other_writers(lines) if row is None else row
        if row is None and len(lines) == 1 and not ended:
            row = table.alone(lines[0])
        elif len(lines) > 1 and not ended and (row is None or table.hides_rows(row, lines)):
            row = None
            again.append(lines.pop())
        yield lines, row


def _text(line: _Line) -> str:
    return line.data.decode("utf-8", "surrogateescape").replace("\0", "") if line.whole else "\n"


def _row_items(lines: Sequence[_Line], row: Sequence[str], table: _Table, place: str) -> Iterator[Item | Problem]:
    part = inside(place, f"byte {lines[0].at}")
    if not all(line.whole for line in lines):
        yield _too_long(place, lines[0].at)
    elif row and len(row) != table.width:
        yield Problem(part, "encoding-invalid", f"the row has {len(row)} columns, the first one {table.width}")
        yield from _held(b"".join(line.data for line in lines), part)
    elif row:
        yield from value_items(row[table.wanted], part)


def _unclosed_items(lines: Sequence[_Line], table: _Table, place: str) -> Iterator[Item | Problem]:
    """What is in lines of which the first has a quote that is not closed: each of them is read as a row."""
    more = f"; {len(lines)} lines, up to byte {lines[-1].at}, were each read as a row" if len(lines) > 1 else ""
    what = f"a quote in this row is not closed at the end of a value{more}"
    yield Problem(inside(place, f"byte {lines[0].at}"), "encoding-invalid", what)
    first = _row_items(lines[:1], table.alone(lines[0]), table, place)
    yield from (each for each in first if isinstance(each, Item))  # why it has no message is said
    for line in lines[1:]:
        yield from _row_items([line], table.alone(line), table, place)


# ---------------------------------------------------------------- values
def value_items(value: Any, part: str) -> Iterator[Item | Problem]:
    """The message that a value is said to be. An empty value is none."""
    if value is None or value in ("", b"", "\\N"):
        return
    if isinstance(value, list) and value and all(type(each) is int and -128 <= each < 256 for each in value):
        value = bytes(each & 0xFF for each in value)
    if not isinstance(value, str | bytes):
        yield Problem(part, "encoding-invalid", f"the value is {_TYPES.get(type(value), 'not text')}, not text or bytes")
        return
    data = encoded(value) if isinstance(value, str) else value
    bare = next((data[len(each) :] for each in _PREFIXES if data.startswith(each)), data)
    decoded = decode(bare)
    if decoded.encoding != "binary" or isinstance(value, bytes):
        yield Item(part, decoded.data, None, "hex" if decoded.encoding == "hex" else decoded.encoding.removesuffix("url"))
        return
    held = list(_held(data, part))
    yield from held
    if not held:
        yield Problem(part, "encoding-invalid", "the value is not a message in base64 or hexadecimal, and holds none")


def _held(data: bytes, part: str) -> Iterator[Item]:
    """The complete messages that a text holds."""
    placed = [each for each in find_all(data)[0] if each.found.complete]
    return (item._replace(part=part) for item in found_items(placed, part, 0))


def cell_items(value: Any, length: int, part: str, *, whole: bool) -> Iterator[Item | Problem]:
    """The messages in a value of a table.

    Args:
        value: the value, or the beginning of one that has more than ``MAX_VALUE`` bytes.
        length: of the whole value (bytes).
        part: its place.
        whole: whether the value is said to be a message; else it is searched, if it is bytes or text.
    """
    data = encoded(value) if isinstance(value, str) else value
    if isinstance(data, bytes) and length > MAX_VALUE:
        if begins_like_message(data):
            yield Item(part, data, length, "binary")
        else:
            yield Problem(part, "source-too-large", f"a value of {length} bytes, which was not searched")
    elif whole:
        yield from value_items(value, part)
    elif isinstance(data, bytes) and (begins_like_message(data) or len(data) >= FEWEST):
        placed, limits = find_all(data)
        yield from found_items(placed, part, 0)
        for limit in limits:
            yield Problem(part, "source-too-large", limit)


_TYPES: Mapping[type, str] = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def missing(what: str, name: str, names: Iterator[str] | set[str] | Sequence[str], place: str) -> Problem:
    """That there is no such field or column, with those that are meant perhaps."""
    known = sorted(set(names))
    near = nearest(name, known, alike=0.5) or known[:5]
    hint = f"; there is {', '.join(map(repr, near))}" if near else ""
    return Problem(place, "column-missing", f"no {what} {name!r}{hint}")
