"""YAML and JSON of somebody else as plain data: text, whole and decimal numbers, true, false, null, lists, mappings with text for keys.

Strategy: YAML is read from the parser's events, so that no constructor of the YAML library sees the file: no tag, no date, no number in
base 60. Anchors, aliases and merge keys are refused, because with them a short file becomes an endless one; so are a key that is not text
and one that is there twice. JSON is read by ``json``, after its commas and brackets were counted.
Invariants: every item is counted before it is built; the time is linear in the length of the text; whatever the text is, the only error is
`NotPlain`, and no value is repeated in it.
"""

from __future__ import annotations

import codecs
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, NoReturn

import yaml

__all__ = ["Bounds", "NotPlain", "decoded", "json_value", "yaml_value"]

_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAX_DIGITS = 100  # of a number, and of its fraction
_NUMBER = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{_MAX_DIGITS - 1}}})(\.[0-9]{{1,{_MAX_DIGITS}}})?")
_TAG_HANDLE = re.compile(r" ?'!.*")  # the only part of a file that the library's errors repeat
_BREAKS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)  # what the library lets out beside its own


class Bounds(NamedTuple):
    """How many items a text may have (a key is one), and how deep lists and mappings may be nested."""

    items: int
    depth: int


class NotPlain(Exception):
    """A text that cannot be read.

    Attributes:
        message: why, and where.
        hint: what to write instead; None when there is nothing to say.
        duplicate: whether the reason is a key that is there twice.
    """

    def __init__(self, message: str, *, hint: str | None = None, duplicate: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.duplicate = duplicate


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, or what its byte order mark says.

    Raises:
        NotPlain: it is not.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise NotPlain(f"not {encoding.removesuffix('-sig').upper()} text{_place(before)}") from None


def _place(before: str) -> str:
    """Where a text goes on."""
    return _line_and_column(before.count("\n"), len(before) - before.rfind("\n") - 1)


def _line_and_column(line: int, column: int) -> str:
    """Both counted from 0."""
    return f" in line {line + 1}, column {column + 1}"


# ---------------------------------------------------------------- YAML
def yaml_value(text: str, bounds: Bounds) -> Any:
    """What a YAML text of one document holds; None without a document.

    Raises:
        NotPlain: it is not YAML, not plain data, or too much.
    """
    try:
        loader = yaml.SafeLoader(text)  # of which only the parser is used
    except yaml.reader.ReaderError as error:
        raise NotPlain(f"not YAML: a character that it does not allow{_place(text[: error.position])}") from None
    try:
        return _YamlReader(loader, bounds).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or loader.get_mark()
        what = _TAG_HANDLE.sub("", error.problem or type(error).__name__)
        raise NotPlain(f"not YAML: {what}{_line_and_column(mark.line, mark.column)}") from None
    except _BREAKS as error:
        raise NotPlain(f"not YAML: the parser failed ({type(error).__name__}){_line_and_column(loader.line, loader.column)}") from None


class _YamlReader:
    """The events of one text on their way to a value."""

    def __init__(self, loader: yaml.SafeLoader, bounds: Bounds) -> None:
        self._next: Callable[[], Any] = loader.get_event
        self._bounds = bounds
        self._items = 0

    def document(self) -> Any:
        self._next()  # the beginning of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), 0)
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            _refuse("a second document", after)
        return value

    def _value(self, event: Any, depth: int) -> Any:
        self._count(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return _plain(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._list(depth + 1))
        return self._mapping(depth + 1)

    def _count(self, event: Any, depth: int) -> None:
        """Let an item pass that is plain, and within the bounds."""
        self._items += 1
        if self._items > self._bounds.items:
            _refuse(f"more than {self._bounds.items} items", event)
        if depth + isinstance(event, yaml.CollectionStartEvent) > self._bounds.depth:
            _refuse(f"nested more than {self._bounds.depth} deep", event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            _refuse("an anchor or alias, which is not read", event, hint="Write the value again where it is needed.")
        if event.tag is not None:
            _refuse("a tag, which is not read", event, hint="Remove it; quotes make a value text.")

    def _list(self, depth: int) -> Iterator[Any]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._value(event, depth)

    def _mapping(self, depth: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            if key in members:
                _refuse("duplicate key", event, duplicate=True)
            members[key] = self._value(self._next(), depth)
        return members

    def _key(self, event: Any, depth: int) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.value == "<<":
            _refuse("a merge key, which is not read", event, hint="Write the members again where they are needed.")
        key = self._value(event, depth) if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) else None
        if not isinstance(key, str):
            _refuse("a key that is not text", event, hint="Put the key in quotes.")
        return key


def _plain(text: str) -> Any:
    """What a word without quotes means, as in YAML 1.2: ``no`` is text, and so is a date."""
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    return int(text) if number[1] is None else float(text)


def _refuse(what: str, event: Any, *, hint: str | None = None, duplicate: bool = False) -> NoReturn:
    mark = event.start_mark
    raise NotPlain(what + _line_and_column(mark.line, mark.column), hint=hint, duplicate=duplicate)


# ---------------------------------------------------------------- JSON
def json_value(text: str, bounds: Bounds) -> Any:
    """What a JSON text holds.

    Raises:
        NotPlain: it is not JSON, has a key twice or a number out of range, or is too much.
    """
    if 1 + sum(text.count(mark) for mark in ",[{") > bounds.items:  # of a text between quotes, too: what is built has no more
        raise NotPlain(f"more than {bounds.items} items, or commas and brackets")
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_int=_whole, parse_float=_decimal)
    except json.JSONDecodeError as error:
        raise NotPlain(f"not JSON: {error.msg}{_line_and_column(error.lineno - 1, error.colno - 1)}") from None
    except RecursionError:
        raise _too_deep(bounds) from None
    _require_depth(value, bounds)
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members: dict[str, object] = {}
    for key, value in pairs:
        if key in members:
            raise NotPlain(f"duplicate key {key if key.isprintable() else json.dumps(key)} in one object", duplicate=True)
        members[key] = value
    return members


def _no_number(name: str) -> NoReturn:
    raise NotPlain(f"{name} is not a JSON number")


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > _MAX_DIGITS:
        raise NotPlain(f"a number of more than {_MAX_DIGITS} digits")
    return int(text)


def _decimal(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise NotPlain("a number that is too large")
    return number


def _require_depth(value: object, bounds: Bounds) -> None:
    level = _collections([value])
    for _ in range(bounds.depth):
        level = _collections(child for item in level for child in (item.values() if isinstance(item, dict) else item))
    if level:
        raise _too_deep(bounds)


def _collections(items: Iterable[object]) -> list[list[object] | dict[str, object]]:
    return [item for item in items if isinstance(item, list | dict)]


def _too_deep(bounds: Bounds) -> NotPlain:
    return NotPlain(f"nested more than {bounds.depth} deep")
