"""The ImHex export, read by a small reader of the part of the pattern language that it uses: on every native message it gives the fields
that the grammar gives. ImHex itself is in no package index, so no test runs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from esdkit.exports import export
from tests.unit.exports.native import ROOT, Source, fields_of, messages, sources

SECTION = "header.encryption_context"

_NUMBER = re.compile(r'u(8|16|32|64) (\w+) \[\[name\("[^"]+"\), comment\("[^"]+"\)\]\];')
_BYTES = re.compile(r'u8 (\w+)\[(.+)\] \[\[name\("[^"]+"\), comment\("[^"]+"\)\]\];')
_LOCAL = re.compile(r"(?:u\d+ )?(\w+) = (.+);")
_ASSERT = re.compile(r'std::assert\((.+), "([^"]+)"\);')
_LOOP = re.compile(r"([A-Z]\w+) (\w+)\[while\((.+)\)\];")
_ARRAY = re.compile(r"([A-Z]\w+) (\w+)\[(.+)\];")
_ONE = re.compile(r"([A-Z]\w+) (\w+);")
_IF = re.compile(r"(?:\} else )?if \((.+)\) \{")
_FUNCTION = re.compile(r"fn (\w+)\(u16 id\) \{\n(.*?)\n\};", re.DOTALL)
_STRUCT = re.compile(r"struct (\w+) \{\n(.*?)\n\};", re.DOTALL)


class Stop(Exception):
    """The pattern ends here: an assertion fails, or a field goes beyond the data."""


class Pattern:
    """The pattern: its functions, structs and variables."""

    def __init__(self, text: str) -> None:
        lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
        self.text = "\n".join(lines)
        self.structs = {name: [line.strip() for line in body.splitlines()] for name, body in _STRUCT.findall(self.text)}
        self.functions = {name: self._function(body) for name, body in _FUNCTION.findall(self.text)}
        self.variables = [match[1] for match in re.finditer(r"^u\d+ (\w+) = 0;$", self.text, re.MULTILINE)]

    @staticmethod
    def _function(body: str) -> Any:
        conditions = re.findall(r"if \((.+)\)\n +return (\w+);", body)
        default = re.findall(r"return (\w+);", body)[-1]
        return lambda id_: next((_value(value) for condition, value in conditions if _evaluate(condition, {"id": id_})), _value(default))

    def read(self, data: bytes) -> Run:
        return Run(self, data)


def _value(text: str) -> Any:
    return text == "true" if text in ("true", "false") else int(text, 0)


def _evaluate(expression: str, names: dict[str, Any]) -> Any:
    python = expression.replace("||", " or ").replace("true", "True").replace("std::mem::read_unsigned($, ", "peek(")
    return eval(python.replace(", std::mem::Endian::Big", ""), {}, names)


class Run:
    """One evaluation of the pattern: ``value`` has what was read, also when the reading stopped."""

    def __init__(self, pattern: Pattern, data: bytes) -> None:
        self.pattern = pattern
        self.data = data
        self.place = 0
        self.globals: dict[str, Any] = {**dict.fromkeys(pattern.variables, 0), **pattern.functions, "peek": self.peek, "sizeof": len}
        self.value: dict[str, Any] = {}
        self.stopped: str | None = None
        try:
            self.struct("Message", self.value)
        except Stop as stop:
            self.stopped = str(stop)

    def peek(self, size: int) -> int:
        return int.from_bytes(self.take(size, keep=True), "big")

    def take(self, size: int, *, keep: bool = False) -> bytes:
        if self.place + size > len(self.data):
            raise Stop("the bytes end")
        piece = self.data[self.place : self.place + size]
        self.place += 0 if keep else size
        return piece

    def struct(self, name: str, value: dict[str, Any]) -> None:
        lines = iter(self.pattern.structs[name])
        for line in lines:
            if condition := _IF.fullmatch(line):
                self.choose(condition[1], lines, value)
            else:
                self.statement(line, value)

    def choose(self, condition: str, lines: Iterator[str], value: dict[str, Any]) -> None:
        """A chain of conditions, of which the first that is true counts."""
        taken = done = bool(_evaluate(condition, {**self.globals, **value}))
        for line in lines:
            if line == "}":
                return
            if line == "} else {":
                taken, done = not done, True
            elif other := _IF.fullmatch(line):
                taken = not done and bool(_evaluate(other[1], {**self.globals, **value}))
                done = done or taken
            elif taken:
                self.statement(line, value)
        raise AssertionError("a condition is not closed")

    def statement(self, line: str, value: dict[str, Any]) -> None:
        names = {**self.globals, **value}
        if number := _NUMBER.fullmatch(line):
            value[number[2]] = int.from_bytes(self.take(int(number[1]) // 8), "big")
        elif raw := _BYTES.fullmatch(line):
            value[raw[1]] = self.take(_evaluate(raw[2], names))
        elif check := _ASSERT.fullmatch(line):
            self.check(check[1], check[2], value)
        elif loop := _LOOP.fullmatch(line):
            items = value[loop[2]] = []
            while _evaluate(loop[3], self.globals):
                self.item(loop[1], items)
        elif array := _ARRAY.fullmatch(line):
            items = value[array[2]] = []
            for _ in range(_evaluate(array[3], names)):
                self.item(array[1], items)
        elif one := _ONE.fullmatch(line):
            start = self.place
            value[one[2]] = {}
            self.struct(one[1], value[one[2]])
            self.globals["sizeof"] = lambda _: self.place - start  # of the struct before, which is all that the pattern asks for
        elif local := _LOCAL.fullmatch(line):
            (self.globals if local[1] in self.globals else value)[local[1]] = _evaluate(local[2], names)
        else:
            raise AssertionError(f"the reader does not know: {line}")

    def item(self, name: str, items: list[dict[str, Any]]) -> None:
        items.append({})
        self.struct(name, items[-1])

    def check(self, condition: str, text: str, value: dict[str, Any]) -> None:
        if not _evaluate(condition, {**self.globals, **value}):
            raise Stop(text)


PATTERN = Pattern(export("hexpat"))


@pytest.mark.req("EXP-HEX-001")
@pytest.mark.slow
@sources
def test_every_valid_structure_is_read(source: Source) -> None:
    for message in source():
        if message.problem is None:
            run = PATTERN.read(message.data)
            assert (run.stopped, run.place) == (None, message.end), message.name
            assert list(fields_of(ROOT, run.value, lambda value, name: value.get(name))) == message.fields, message.name


@pytest.mark.req("EXP-HEX-001", kind="negative")
def test_pattern_stops_where_the_structure_does() -> None:
    broken = [message for message in messages() if message.problem is not None]
    assert len(broken) > 100
    for message in broken:
        assert message.problem is not None
        run = PATTERN.read(message.data)
        fields = list(fields_of(ROOT, run.value, lambda value, name: value.get(name)))
        assert run.stopped is not None, message.name
        # a pattern has no windows: that a pair goes beyond the context shows at the end of the context, or of the data
        read = len(message.fields) if message.problem.id.startswith(SECTION) else None
        assert fields[:read] == message.fields, message.name


def test_pattern_has_no_keyword_as_a_name() -> None:
    keywords = {
        "signed",
        "unsigned",
        "this",
        "parent",
        "in",
        "out",
        "ref",
        "match",
        "null",
        "const",
        "as",
        "from",
        "padding",
        "be",
        "le",
        "str",
    }
    names = set(re.findall(r"^\s*(?:u\d+|[A-Z]\w+) (\w+)", PATTERN.text, re.MULTILINE)) | set(PATTERN.functions)
    assert len(names) > 30 and not names & keywords
