"""The format as a pattern for ImHex: a struct for each structure, and the message at the first byte.

What is needed of an earlier structure is kept in a variable of the pattern, named as the field's id: a place inside a pattern that is still
being made has no name. A property of a suite is a function.
"""
# Reqs: EXP-GEN-001, EXP-HEX-001

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
    outer_values,
    shape_of,
    structs_of,
)
from esdkit.exports.words import FOR_READERS, about
from esdkit.grammar.footer import MESSAGE
from esdkit.spec import FIELDS

__all__ = ["export"]

Lines = Iterator[str]


def export() -> str:
    root = shape_of(MESSAGE)
    structs = structs_of(root)
    kept = [value.id for value in outer_values(structs)]
    return "\n".join(
        [
            f"// {about('hexpat')}",
            *(f"// {line}".rstrip() for line in FOR_READERS.strip().splitlines()),
            "#pragma description AWS Encryption SDK message",
            "#pragma endian big",
            "#pragma array_limit 0x40000000",
            "#pragma pattern_limit 0x1000000",
            "",
            "import std.mem;",
            "",
            *(f"{_type(FIELDS[id_].type)} {_variable(id_)} = 0;" for id_ in kept),
            *(f"u{8 * lead.size} {_last(repeat)} = 0;" for repeat, lead in _repeats(structs)),
            *(line for lookups in lookups_of(structs) for line in _function(lookups)),
            *(line for struct in structs for line in _struct(struct, structs, kept)),
            "",
            f"{_name(root)} {root.name} @ 0x00;",
        ]
    )


def _type(type_: str) -> str:
    return "u8" if type_ == "bytes" else type_


def _variable(id_: str) -> str:
    return id_.replace(".", "_")


def _last(repeat: Repeat) -> str:
    return f"{repeat.name}_{repeat.lead}"


def _name(struct: Struct) -> str:
    return "".join(word.capitalize() for word in struct.name.split("_"))


def _repeats(structs: tuple[Struct, ...]) -> Iterator[tuple[Repeat, Lead]]:
    for struct in structs:
        for member in struct.members:
            if isinstance(member, Repeat):
                yield member, next(lead for lead in member.struct.members if isinstance(lead, Lead))


def _function(lookups: Lookups) -> Lines:
    *some, (last, _) = sorted(lookups.groups.items(), key=lambda group: len(group[1]))
    yield from ["", f"fn {lookups.attribute}_of(u16 id) {{"]
    for value, keys in some:
        yield f"    if ({' || '.join(f'id == 0x{key:04X}' for key in keys)})"
        yield f"        return {_literal(value)};"
    yield from [f"    return {_literal(last)};", "};"]


def _literal(value: object) -> str:
    return str(value).lower()


def _struct(struct: Struct, structs: tuple[Struct, ...], kept: list[str]) -> Lines:
    yield from ["", f"struct {_name(struct)} {{"]
    for member in struct.members:
        yield from (f"    {line}" for line in _member(member, struct))
        if isinstance(member, Number) and member.id in kept:
            yield f"    {_variable(member.id)} = {member.name};"
        if isinstance(member, Lead):
            yield from (f"    {_last(repeat)} = {member.name};" for repeat, lead in _repeats(structs) if lead == member)
    yield "};"


def _member(member: Member, struct: Struct) -> Lines:
    match member:
        case Number():
            yield f"u{8 * member.size} {member.name} {_attributes(member.id)};"
            yield from _known(member.name, member.id, member.closed)
        case Bytes():
            yield f"u8 {member.name}[{_expression(member.size, struct)}] {_attributes(member.id)};"
        case Lead():
            yield f"u{8 * member.size} {member.name} = std::mem::read_unsigned($, {member.size}, std::mem::Endian::Big);"
            yield from _known(member.name, member.id, member.closed)
        case Nested():
            yield f"{_name(member.struct)} {member.name};"
        case Window():
            yield f"if ({member.length} != 0) {{"
            yield f"    {_name(member.struct)} {member.name};"
            yield "    // what goes beyond these bytes is found here, after it was read: a pattern has no other way"
            yield f'    std::assert(sizeof({member.name}) == {member.length}, "{member.id}.length: its content does not fill it");'
            yield "}"
        case Items():
            yield f"{_name(member.struct)} {member.name}[{member.count}];"
        case Switch():
            yield from _switch(member, struct)
        case Repeat():
            yield f"{_name(member.struct)} {member.name}[while({_last(member)} != 0x{member.last:X})];"
        case _:
            assert_never(member)


def _attributes(id_: str) -> str:
    row = FIELDS[id_]
    comment = row.doc.replace("\\", "\\\\").replace('"', '\\"')
    return f'[[name("{row.name}"), comment("{comment}")]]'


def _known(name: str, id_: str, closed: tuple[int, ...] | None) -> Lines:
    if closed is not None:
        yield f'std::assert({" || ".join(f"{name} == 0x{value:X}" for value in closed)}, "{id_}: unknown value");'


def _switch(switch: Switch, struct: Struct) -> Lines:
    on, word = _expression(switch.on, struct), ""
    for case, chosen in switch.cases.items():
        if chosen is not None:
            yield f"{word}if ({on} == {_literal(case)}) {{"
            yield f"    {_name(chosen)} {switch.name};"
            word = "} else "
    if switch.default is not None:
        yield "} else {"
        yield f"    {_name(switch.default)} {switch.name};"
    yield "}"


def _expression(size: Size, struct: Struct) -> str:
    match size:
        case Value():
            return size.place[-1] if size.place[:-1] == struct.place else _variable(size.id)
        case Lookups():
            return f"{size.attribute}_of({_expression(size.key, struct)})"
    return str(size)
