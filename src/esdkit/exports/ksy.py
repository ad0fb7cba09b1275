"""The format as a description for Kaitai Struct: a type for each structure, in the order of the grammar.

What Kaitai Struct cannot say is written here in the words that it has: a choice by the next number looks at that number with an instance,
a value inside one of several types is an instance of the type that has them, and a property of a suite is a chain of conditions. A size
that a section must fill is a substream, at the end of which nothing may be left.
"""
# Reqs: EXP-GEN-001, EXP-KSY-001

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from esdkit.exports.shape import (
    Bytes,
    Items,
    Lead,
    Member,
    Nested,
    Number,
    Repeat,
    Size,
    Struct,
    Switch,
    Value,
    Window,
    outer_values,
    shape_of,
    structs_of,
)
from esdkit.exports.words import FOR_READERS, about, doc_of, wrap
from esdkit.grammar.footer import MESSAGE

__all__ = ["export"]

_NAME = "aws_encryption_sdk_message"
Lines = Iterator[str]


def export() -> str:
    root = shape_of(MESSAGE)
    *inner, _ = structs_of(root)
    lines = [
        f"# {about('ksy')}",
        *("#" if not line else f"# {line}" for line in FOR_READERS.strip().splitlines()),
        "meta:",
        f"  id: {_NAME}",
        "  title: AWS Encryption SDK message",
        "  endian: be",
        *_struct(root, root, ""),
        "types:",
    ]
    for struct in inner:
        lines += [f"  {struct.name}:", *_struct(struct, root, "    ")]
    return "\n".join(lines)


def _struct(struct: Struct, root: Struct, indent: str) -> Lines:
    yield f"{indent}seq:"
    for member in struct.members:
        if not isinstance(member, Lead):
            yield f"{indent}  - id: {member.name}"
            yield from (f"{indent}    {line}" for line in [*_doc(member), *_member(member, struct, root)])
    if struct.fills:
        yield from (f"{indent}  {line}" for line in ["- id: end", "  size: 0", "  valid:", "    expr: _io.eof"])
    instances = [*_leads(struct), *_reached(struct, root)]
    if instances:
        yield f"{indent}instances:"
        yield from (f"{indent}  {line}" for line in instances)


def _doc(member: Member) -> Lines:
    yield "doc: |"
    yield from wrap(doc_of(member), "  ")


def _member(member: Member, struct: Struct, root: Struct) -> Lines:
    match member:
        case Number():
            yield f"type: u{member.size}"
            yield from _valid(member.closed)
        case Bytes():
            yield f"size: {_quoted(_expression(member.size, struct, root))}"
        case Nested():
            yield f"type: {member.struct.name}"
        case Window():
            yield from [f"if: {member.length} != 0", f"size: {member.length}", f"type: {member.struct.name}"]
        case Items():
            yield from [f"type: {member.struct.name}", "repeat: expr", f"repeat-expr: {member.count}"]
        case Switch():
            yield from _switch(member, struct, root)
        case Repeat():
            yield from [f"type: {member.struct.name}", "repeat: until", f"repeat-until: _.{member.lead} == 0x{member.last:x}"]
        case Lead():
            raise TypeError("a lead is an instance, not a member of a sequence")
        case _:
            assert_never(member)


def _valid(closed: tuple[int, ...] | None) -> Lines:
    if closed is not None:
        yield from ["valid:", f"  any-of: [{', '.join(f'0x{value:x}' for value in closed)}]"]


def _switch(switch: Switch, struct: Struct, root: Struct) -> Lines:
    cases = {case: chosen for case, chosen in switch.cases.items() if chosen is not None}
    on = _expression(switch.on, struct, root)
    if list(cases) == [True]:
        yield from [f"if: {on}", f"type: {cases[True].name}"]
        return
    yield from ["type:", f"  switch-on: {on}", "  cases:"]
    yield from (f"    0x{case:x}: {chosen.name}" for case, chosen in cases.items())
    if switch.default is not None:
        yield f"    _: {switch.default.name}"


# ---------------------------------------------------------------- instances
def _leads(struct: Struct) -> Lines:
    """The number that comes next, looked at when it is first asked for: before its structure begins."""
    for member in struct.members:
        if isinstance(member, Lead):
            yield f"{member.name}:"
            yield from (f"  {line}" for line in ["pos: _io.pos", f"type: u{member.size}", *_valid(member.closed), *_doc(member)])


def _reached(struct: Struct, root: Struct) -> Lines:
    """The values that others need of what a choice of this structure has: Kaitai Struct must know the type to look inside."""
    switches = {member.name: member for member in struct.members if isinstance(member, Switch)}
    for value in outer_values(structs_of(root)):
        *above, through, name = value.place
        if tuple(above) != struct.place or through not in switches:
            continue
        switch = switches[through]
        casts = [
            (case, f"{through}.as<{chosen.name}>.{name}")
            for case, chosen in switch.cases.items()
            if chosen is not None and any(member.name == name for member in chosen.members)
        ]
        yield from [f"{name}:", f"  value: {_quoted(_conditions(casts, _expression(switch.on, struct, root)))}"]


# ---------------------------------------------------------------- expressions
def _quoted(expression: str) -> str:
    """As YAML has it: a condition has a colon."""
    return f"'{expression}'" if ":" in expression else expression


def _expression(size: Size, struct: Struct, root: Struct) -> str:
    if isinstance(size, int):
        return str(size)
    if isinstance(size, Value):
        return _path(size, struct, root)
    key = _path(size.key, struct, root)
    groups = sorted(((keys, value) for value, keys in size.groups.items()), key=lambda group: len(group[0]))
    if len(groups) == 1:
        return _literal(groups[0][1])
    if {value for _, value in groups} == {True, False}:
        return _any(key, next(keys for keys, value in groups if value is True))
    *some, (_, last) = groups
    return "".join(f"({_any(key, keys)}) ? {_literal(value)} : " for keys, value in some) + _literal(last)


def _any(key: str, keys: list[int]) -> str:
    return " or ".join(f"{key} == 0x{value:x}" for value in keys)


def _literal(value: Any) -> str:
    return str(value).lower()


def _conditions(casts: list[tuple[Any, str]], on: str) -> str:
    """One of several expressions, by the value that chose the type; the last needs no condition."""
    *some, (_, last) = casts
    return "".join(f"{on} == 0x{case:x} ? {text} : " for case, text in some) + last


def _path(value: Value, struct: Struct, root: Struct) -> str:
    """A place from the structure itself or from the outermost; one inside a choice is an instance of the structure that chooses."""
    if value.place[:-1] == struct.place:
        return value.place[-1]
    *above, through, name = value.place
    within = root
    for step in above:
        within = next(member.struct for member in within.members if member.name == step and isinstance(member, Nested))
    chosen = any(member.name == through and isinstance(member, Switch) for member in within.members)
    place = [*above, name] if chosen else list(value.place)
    common = tuple(above) == struct.place
    return ".".join(place[len(above) :] if common else ["_root", *place])
