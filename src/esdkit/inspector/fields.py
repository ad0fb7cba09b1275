"""The header field by field, for people: offset, bytes, path, value. Long fields are folded; a header that is cut ends with the field that
is missing.

Strategy: one row per span of the tree. The first column says where, the second what stands there (at most six bytes of it), the third
what it is called in the specification and what it means. Nothing here is verified."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from esdkit.inspector.parts import readable
from esdkit.inspector.source import Source
from esdkit.inspector.text import WIDTH, Style, plain, printable, width
from esdkit.spec import SUITES

if TYPE_CHECKING:
    from esdkit.inspector.tree import Tree, TreeField

__all__ = ["header_to_text"]

_BYTES = 6  # of a field, in hexadecimal
_BYTES_WIDTH = 3 * _BYTES - 1
_MOST_ROWS = 400


def header_to_text(tree: Tree, name: str | None = None, style: Style | None = None) -> str:
    """See ``Tree.header_to_text``."""
    paint = style or plain
    return "\n".join(line.rstrip() for line in _lines(tree, name, paint)) + "\n"


def _lines(tree: Tree, name: str | None, style: Style) -> Iterator[str]:
    front = f"{printable(name)}: " if name else ""
    yield style(f"{front}the header, field by field; UNVERIFIED", "title")
    digits = max(len(f"{tree.length:#x}"), len("offset"))
    yield style(f"{'offset':<{digits}}  {'bytes':<{_BYTES_WIDTH}}  field  value", "label")
    rows = list(takewhile(lambda field: field.row.part == "header", tree.fields()))
    for field in rows[:_MOST_ROWS]:
        yield from _row(tree.source, field, digits, style)
    if len(rows) > _MOST_ROWS:
        yield style(f"… {len(rows) - _MOST_ROWS} more fields; --json has all", "dim")
    for problem in tree.problems:
        if problem.path and problem.path.startswith("header"):
            at = "" if problem.offset is None else f"{problem.offset:#0{digits}x}"
            yield style(f"{at:<{digits}}  {problem.code} at {problem.path}", "bad")


def _row(source: Source, field: TreeField, digits: int, style: Style) -> Iterator[str]:
    start = f"{field.start:#0{digits}x}"
    shown = source.read(field.start, min(field.end, field.start + _BYTES)).hex(" ")
    if field.end - field.start > _BYTES:
        shown = shown[:-2] + "…"
    value = _value(field)
    line = f"{start}  {shown:<{_BYTES_WIDTH}}  "
    if width(line) + width(field.path) + 2 + width(value) <= WIDTH:
        yield f"{line}{style(field.path, 'label')}  {value}"
        return
    yield f"{line}{style(field.path, 'label')}"
    yield f"{'':<{width(line) + 2}}{_cut(value, WIDTH - width(line) - 2)}"


def _value(field: TreeField) -> str:
    """What a field holds, in its unit."""
    if isinstance(field.value, int):
        if field.unit == "suite" and field.value in SUITES:
            return str(SUITES[field.value])
        unit = field.unit.removesuffix("s") if field.value == 1 else field.unit
        return f"{field.value}" if field.unit in ("number", "suite") else f"{field.value} {unit}"
    text = readable(field.value) if field.unit == "utf-8" else None
    return f"{len(field.value)} bytes" if text is None else printable(text) or "(empty)"


def _cut(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    end = used = 0
    while used + width(text[end]) < columns:
        used += width(text[end])
        end += 1
    return text[:end] + "…"
