"""The format as Python source for construct: a ``Struct`` for each structure, and ``MESSAGE`` for all.

Invariants: the source imports nothing but construct. Lengths and counts are computed when a message is built. It stops where the grammar
stops, but for a truncated encryption context, which it wants whole before it looks inside.
"""
# Reqs: EXP-GEN-001, EXP-CON-001

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from esdkit.exports.shape import (
    Bytes,
    Items,
    Lead,
    Lookups,
    Member,
    Nested,
    Number,
    Repeat,
    Size,
    Struct,
    Switch,
    Value,
    Window,
    lookups_of,
    shape_of,
    structs_of,
)
from esdkit.exports.words import FOR_READERS, about, doc_of, wrap
from esdkit.grammar.footer import MESSAGE
from esdkit.spec import FIELDS

__all__ = ["export"]

_INTEGERS = {1: "Int8ub", 2: "Int16ub", 4: "Int32ub", 8: "Int64ub"}
_IMPORTS = "Array, Bytes, FixedSized, If, Int8ub, Int16ub, Int32ub, Int64ub, OneOf, Peek, Rebuild, RepeatUntil, Struct, Switch, Terminated"
_ABOUT = """
MESSAGE.parse(data) gives a Container, MESSAGE.build(value) the bytes again. Where a name
ends in _length or _count, building computes the number. A `lead` is the number that
comes next, which decides what follows; to build, give it as well.
"""


def export() -> str:
    root = shape_of(MESSAGE)
    structs = structs_of(root)
    return "\n".join(
        [
            f'"""{about("construct")}\n{_ABOUT}{FOR_READERS}"""',
            "",
            f"from construct import (\n    {_IMPORTS.replace(', ', f',{chr(10)}    ')},\n    len_,\n    this,\n)",
            "",
            *(f"{_table(lookups)} = {_rows(lookups)}" for lookups in lookups_of(structs)),
            *(line for struct in structs for line in _struct(struct)),
        ]
    )


def _table(lookups: Lookups) -> str:
    return lookups.attribute.upper()


def _rows(lookups: Lookups) -> str:
    rows = "".join(f"    0x{key:04X}: {value!r},\n" for key, value in lookups.rows.items())
    return f"{{  # by {FIELDS[lookups.key.id].name.lower()}\n{rows}}}"


def _struct(struct: Struct) -> Iterator[str]:
    yield from ["", f"{struct.name.upper()} = Struct("]
    for member in struct.members:
        yield from wrap(doc_of(member), "    # ")
        yield f'    "{member.name}" / {_member(member, struct)},'
    if struct.fills:
        yield "    Terminated,"
    yield ")"


def _member(member: Member, struct: Struct) -> str:
    place = struct.place
    match member:
        case Number():
            return _number(member, struct)
        case Bytes():
            return f"Bytes({_size(member.size, place)})"
        case Lead():
            return _closed(f"Peek({_INTEGERS[member.size]})", member.closed)
        case Nested():
            return member.struct.name.upper()
        case Window():
            inside = f"FixedSized(this.{member.length}, {member.struct.name.upper()})"
            return f"If(this.{member.length} != 0, {inside})"
        case Items():
            return f"Array(this.{member.count}, {member.struct.name.upper()})"
        case Switch():
            return _switch(member, place)
        case Repeat():
            return f"RepeatUntil(lambda item, items, this: item.{member.lead} == 0x{member.last:X}, {member.struct.name.upper()})"
    assert_never(member)


def _number(number: Number, struct: Struct) -> str:
    plain = _INTEGERS[number.size]
    match struct.measured.get(number.name):
        case None:
            return _closed(plain, number.closed)
        case Window(name=name, struct=inside):
            return f"Rebuild({plain}, lambda this: 0 if this.{name} is None else len({inside.name.upper()}.build(this.{name})))"
        case measured:
            return f"Rebuild({plain}, len_(this.{measured.name}))"


def _closed(plain: str, closed: tuple[int, ...] | None) -> str:
    if closed is None:
        return plain
    return f"OneOf({plain}, [{', '.join(f'0x{value:X}' for value in closed)}])"


def _switch(switch: Switch, place: tuple[str, ...]) -> str:
    cases = {case: struct.name.upper() for case, struct in switch.cases.items() if struct is not None}
    if list(cases) == [True] and isinstance(switch.on, Lookups):
        return f"If({_size(switch.on, place)}, {cases[True]})"
    rows = ", ".join(f"0x{case:X}: {name}" for case, name in cases.items())
    default = "" if switch.default is None else f", default={switch.default.name.upper()}"
    return f"Switch({_size(switch.on, place)}, {{{rows}}}{default})"


def _size(size: Size, place: tuple[str, ...]) -> str:
    """A number, or an expression over the context."""
    if isinstance(size, int):
        return str(size)
    if isinstance(size, Value):
        return _path(size, place)
    return f"lambda this: {_table(size)}[{_path(size.key, place)}]"


def _path(value: Value, place: tuple[str, ...]) -> str:
    up, down = value.from_(place)
    return ".".join(["this", *["_"] * up, *down])
