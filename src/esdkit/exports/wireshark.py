"""The format as a dissector for Wireshark, in Lua: a function for each structure, over a few functions that read.

The reader keeps the last value of each field by id, as the grammar's own reading does, so it stops at the same field for the same reason.
It takes whole payloads ("Decode As…" for a port of TCP or UDP), and packets of the link type USER0, which a file of messages has.
"""
# Reqs: EXP-GEN-001, EXP-WSH-001

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
from esdkit.exports.words import FOR_READERS, about
from esdkit.grammar.footer import MESSAGE
from esdkit.spec import FIELDS, SUITES

__all__ = ["export"]

Lines = Iterator[str]

_READING = """
local esdk = Proto("esdk", "AWS Encryption SDK message")
local truncated = ProtoExpert.new("esdk.truncated", "The bytes end", expert.group.MALFORMED, expert.severity.ERROR)
local broken = ProtoExpert.new("esdk.broken", "The structure is broken", expert.group.MALFORMED, expert.severity.ERROR)
local trailing = ProtoExpert.new("esdk.trailing", "Bytes follow the message", expert.group.PROTOCOL, expert.severity.NOTE)
esdk.experts = { truncated, broken, trailing }

local STOP = {} -- raised where the reading ends

-- A reading: tvb, the place `at`, the end of the section `window`, and the last value of each field by id.
local function stop(r, tree, reason, text)
  tree:add_proto_expert_info(reason, text)
  r.reason = reason
  error(STOP)
end

local function require_bytes(r, tree, id, size)
  if r.window and r.at + size > r.window then stop(r, tree, broken, id .. ": goes beyond its section") end
  if r.at + size > r.tvb:len() then stop(r, tree, truncated, id .. ": the bytes end") end
end

local function require_known(r, tree, id, value, known)
  if known and not known[value] then stop(r, tree, broken, id .. ": unknown value " .. value) end
end

local function read_number(r, tree, id, size, known)
  require_bytes(r, tree, id, size)
  local range = r.tvb:range(r.at, size)
  tree:add(fields[id], range)
  r.at = r.at + size
  r.values[id] = size == 8 and range:uint64():tonumber() or range:uint()
  require_known(r, tree, id, r.values[id], known)
end

local function read_bytes(r, tree, id, size)
  require_bytes(r, tree, id, size)
  if size == 0 then
    tree:add(fields[id], ByteArray.new():tvb("empty"):range())
  else
    local range = r.tvb:range(r.at, size)
    local item = tree:add(fields[id], range)
    local text = texts[id] and range:raw():match("^[ -~]+$") -- nothing that could steer a terminal
    if text then item:append_text(" (" .. text .. ")") end
  end
  r.at = r.at + size
end

local function peek(r, tree, blamed, id, size, known)
  require_bytes(r, tree, blamed, size)
  local value = r.tvb:range(r.at, size):uint()
  require_known(r, tree, id, value, known)
  return value
end

local function read_struct(r, tree, name, read)
  local from = r.at
  local below = tree:add(r.tvb:range(from), name)
  local result = read(r, below)
  below:set_len(r.at - from)
  return result
end
"""

_DISSECT = """
function esdk.dissector(tvb, pinfo, root)
  pinfo.cols.protocol = "ESDK"
  local r = { tvb = tvb, at = 0, values = {} }
  local tree = root:add(esdk, tvb:range())
  local ok, problem = pcall(message, r, tree)
  if not ok and problem ~= STOP then error(problem, 0) end
  if r.reason == truncated and pinfo.can_desegment > 0 then
    pinfo.desegment_offset = 0
    pinfo.desegment_len = DESEGMENT_ONE_MORE_SEGMENT
    return tvb:len()
  end
  local suite = suites[r.values["header.algorithm_suite_id"]]
  if suite then pinfo.cols.info = suite end
  if ok and r.at < tvb:len() then tree:add_proto_expert_info(trailing, tvb:len() - r.at .. " bytes follow the message") end
  return tvb:len()
end

DissectorTable.get("wtap_encap"):add(wtap.USER0, esdk)
DissectorTable.get("tcp.port"):add_for_decode_as(esdk)
DissectorTable.get("udp.port"):add_for_decode_as(esdk)
"""


def export() -> str:
    root = shape_of(MESSAGE)
    structs = structs_of(root)
    return "\n".join(
        [
            f"-- {about('wireshark')}",
            *(f"-- {line}".rstrip() for line in FOR_READERS.strip().splitlines()),
            "",
            "local suites = {",
            *(f'  [0x{suite.id:04x}] = "{suite}",' for suite in SUITES.values()),
            "}",
            "local fields = {",
            *_fields(structs),
            "}",
            f"local texts = {{ {_texts(structs)} }}",
            *_tables(structs),
            _READING.rstrip(),
            *(line for struct in structs for line in _struct(struct)),
            "",
            "local registered = {}",
            "for _, field in pairs(fields) do registered[#registered + 1] = field end",
            "esdk.fields = registered",
            _DISSECT.rstrip(),
        ]
    )


def _ids(structs: tuple[Struct, ...]) -> list[str]:
    """The fields of a message, each once."""
    return list(dict.fromkeys(member.id for struct in structs for member in struct.members if isinstance(member, Number | Bytes)))


def _fields(structs: tuple[Struct, ...]) -> Lines:
    for id_ in _ids(structs):
        row = FIELDS[id_]
        front = f'  ["{id_}"] = ProtoField.'
        names = f'"esdk.{id_}", {_text(row.name)}'
        if row.type == "bytes":
            yield f"{front}bytes({names}, base.NONE, {_text(row.doc)}),"
        else:
            base = "base.HEX, suites" if row.unit == "suite" else "base.DEC, nil"
            yield f"{front}uint{row.type[1:]}({names}, {base}, nil, {_text(row.doc)}),"


def _texts(structs: tuple[Struct, ...]) -> str:
    return ", ".join(f'["{id_}"] = true' for id_ in _ids(structs) if FIELDS[id_].unit == "utf-8")


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tables(structs: tuple[Struct, ...]) -> Lines:
    """The properties that sizes and choices are looked up in."""
    for lookups in lookups_of(structs):
        rows = ", ".join(f"[0x{key:04x}] = {_literal(value)}" for key, value in lookups.rows.items())
        yield f"local {lookups.attribute} = {{ {rows} }}"


def _literal(value: object) -> str:
    return str(value).lower()


def _struct(struct: Struct) -> Lines:
    yield from ["", f"local function {struct.name}(r, tree)"]
    for member in struct.members:
        yield from (f"  {line}" for line in _member(member))
    if any(isinstance(member, Lead) for member in struct.members):
        yield "  return lead"
    yield "end"


def _member(member: Member) -> Lines:
    match member:
        case Number():
            yield f'read_number(r, tree, "{member.id}", {member.size}{_known(member.closed)})'
        case Bytes():
            yield f'read_bytes(r, tree, "{member.id}", {_expression(member.size)})'
        case Lead():
            yield f'local {member.name} = peek(r, tree, "{member.blamed}", "{member.id}", {member.size}{_known(member.closed)})'
        case Nested():
            yield _read(member.name, member.struct)
        case Window():
            yield from _window(member)
        case Items():
            yield f'for index = 1, r.values["{member.id}.count"] do'
            yield f"  {_read(member.name, member.struct, 'index - 1')}"
            yield "end"
        case Switch():
            yield from _switch(member)
        case Repeat():
            yield "local index = 0"
            yield f"while {_read(member.name, member.struct, 'index')} ~= 0x{member.last:x} do index = index + 1 end"
        case _:
            assert_never(member)


def _known(closed: tuple[int, ...] | None) -> str:
    return "" if closed is None else f", {{ {', '.join(f'[0x{value:x}] = true' for value in closed)} }}"


def _read(name: str, struct: Struct, index: str = "") -> str:
    title = name.replace("_", " ").capitalize()
    title = f'"{title} [" .. {index} .. "]"' if index else f'"{title}"'
    return f"read_struct(r, tree, {title}, {struct.name})"


def _window(window: Window) -> Lines:
    length = f'r.values["{window.id}.length"]'
    yield from [
        f"if {length} ~= 0 then",
        f"  r.window = r.at + {length}",
        f"  {_read(window.name, window.struct)}",
        f'  if r.at ~= r.window then stop(r, tree, broken, "{window.id}.length: its content does not fill it") end',
        "  r.window = nil",
        "end",
    ]


def _switch(switch: Switch) -> Lines:
    word = "if"
    for case, struct in switch.cases.items():
        if struct is not None:
            yield f"{word} {_expression(switch.on)} == {_literal(case)} then {_read(switch.name, struct)}"
            word = "elseif"
    if switch.default is not None:
        yield f"else {_read(switch.name, switch.default)}"
    yield "end"


def _expression(size: Size) -> str:
    match size:
        case Value():
            return "lead" if size.place[-1] == "lead" else f'r.values["{size.id}"]'
        case Lookups():
            return f'{size.attribute}[r.values["{size.key.id}"]]'
    return str(size)
