"""The grammar as structures with named members: what a language of declarations can say.

Strategy: the nodes of the grammar are walked once, and each becomes a member with a short name (the last words of its field id). Where
the grammar looks at earlier fields by id, a member here has a path: a language of declarations finds a value by its place. Every export
but JSON, which has the nodes themselves, prints these structures.

Invariants: nothing here states anything about the format; a name, number or table comes from a node or from a row of ``spec/``. A node
that has no member here is a ``TypeError``, never left out.
"""
# Reqs: EXP-GEN-001

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from esdkit.grammar.field import Blob, Choose, Counted, Dispatch, Given, Group, Lookup, Node, Raw, Ref, Section, UInt, Until, constant_name

__all__ = [
    "Bytes",
    "Items",
    "Lead",
    "Lookups",
    "Member",
    "Nested",
    "Number",
    "Repeat",
    "Size",
    "Struct",
    "Switch",
    "Value",
    "Window",
    "lookups_of",
    "outer_values",
    "shape_of",
    "structs_of",
]


@dataclass(frozen=True)
class Value:
    """The value of a field that was read before. ``place``: the members that lead to it from the outermost structure."""

    id: str
    place: tuple[str, ...]

    def from_(self, here: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
        """The place as seen from a structure: how many structures up, and the members down."""
        common = 0
        while common < min(len(here), len(self.place) - 1) and here[common] == self.place[common]:
            common += 1
        return len(here) - common, self.place[common:]


@dataclass(frozen=True)
class Lookups:
    """A property of the row that a field names. ``rows``: the property by the field's value."""

    key: Value
    attribute: str
    rows: Mapping[int, Any]

    @property
    def groups(self) -> dict[Any, list[int]]:
        """The field's values for each value of the property, in the order of the table."""
        groups: dict[Any, list[int]] = {}
        for key, value in self.rows.items():
            groups.setdefault(value, []).append(key)
        return groups


Size = int | Value | Lookups


@dataclass(frozen=True)
class Number:
    """A big-endian number of ``size`` bytes. ``closed``: the only values after which something can be read."""

    name: str
    id: str
    size: int
    closed: tuple[int, ...] | None


@dataclass(frozen=True)
class Bytes:
    """A byte string."""

    name: str
    id: str
    size: Size


@dataclass(frozen=True)
class Lead:
    """The number that comes next, looked at and not taken; ``closed`` as for a number.

    Attributes:
        id: the field that it is, if it has a value that chooses a case.
        blamed: the field that is cut where the bytes end inside.
    """

    name: str
    id: str
    size: int
    closed: tuple[int, ...] | None
    blamed: str


@dataclass(frozen=True)
class Nested:
    """A structure."""

    name: str
    struct: Struct


@dataclass(frozen=True)
class Window:
    """A structure in as many bytes as the member ``length`` says, which it must fill; absent when that is 0."""

    name: str
    id: str
    struct: Struct
    length: str


@dataclass(frozen=True)
class Items:
    """As many structures as the member ``count`` says."""

    name: str
    id: str
    struct: Struct
    count: str


@dataclass(frozen=True)
class Switch:
    """One of several structures, by an earlier value; None: nothing. ``default``: for other values; None where there are no others."""

    name: str
    on: Value | Lookups
    cases: Mapping[Any, Struct | None]
    default: Struct | None = None


@dataclass(frozen=True)
class Repeat:
    """Structures, until the ``lead`` of one is ``last``."""

    name: str
    struct: Struct
    lead: str
    last: int


Member = Number | Bytes | Lead | Nested | Window | Items | Switch | Repeat


@dataclass(frozen=True)
class Struct:
    """Members that follow each other.

    Attributes:
        place: the members that lead to it from the outermost structure.
        fills: whether it must fill a window.
    """

    name: str
    place: tuple[str, ...]
    members: tuple[Member, ...]
    fills: bool = False

    @property
    def measured(self) -> dict[str, Bytes | Window | Items]:
        """What each number of the structure is the length or count of, by the number's name."""
        found: dict[str, Bytes | Window | Items] = {}
        for member in self.members:
            match member:
                case Bytes(size=Value() as size) if size.place[:-1] == self.place:
                    found[size.place[-1]] = member
                case Window():
                    found[member.length] = member
                case Items():
                    found[member.count] = member
        return found

    @property
    def below(self) -> tuple[Struct, ...]:
        """The structures that the members are or may be."""
        found: list[Struct] = []
        for member in self.members:
            if isinstance(member, Switch):
                found += [struct for struct in (*member.cases.values(), member.default) if struct is not None]
            elif not isinstance(member, Number | Bytes | Lead):
                found.append(member.struct)
        return tuple(found)


def shape_of(root: Node) -> Struct:
    """The structures of a definition; the outermost has the name of the grammar's constant."""
    return _Walk().struct(root, _name(root), ())


def structs_of(root: Struct) -> tuple[Struct, ...]:
    """All structures, each once, and before those that have it as a member.

    Raises:
        ValueError: two that differ have the same name.
    """
    found: dict[str, Struct] = {}
    for below in (below for struct in root.below for below in structs_of(struct)):
        if found.setdefault(below.name, below) != below:
            raise ValueError(f"two structures have the name {below.name}")
    return (*found.values(), root)


def lookups_of(structs: Iterable[Struct]) -> tuple[Lookups, ...]:
    """The properties that sizes and choices are looked up in, each once."""
    return tuple({found.attribute: found for struct in structs for found in _expressions(struct) if isinstance(found, Lookups)}.values())


def outer_values(structs: Iterable[Struct]) -> tuple[Value, ...]:
    """The values that sizes and choices need of another structure than their own, each once."""
    needed: dict[tuple[str, ...], Value] = {}
    for struct in structs:
        for expression in _expressions(struct):
            value = expression.key if isinstance(expression, Lookups) else expression
            if value.place[:-1] != struct.place:
                needed[value.place] = value
    return tuple(needed.values())


def _expressions(struct: Struct) -> Iterator[Value | Lookups]:
    for member in struct.members:
        if isinstance(member, Switch):
            yield member.on
        elif isinstance(member, Bytes) and not isinstance(member.size, int):
            yield member.size


def _name(node: Node) -> str:
    return constant_name(node).lower()


class _Walk:
    """One walk over a definition. ``values``: where the fields that were met are, by id; those of one group replace those of another."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {}

    def struct(self, node: Node, name: str, place: tuple[str, ...]) -> Struct:
        """The structure of a node; a node that is not a group is the only member of its structure, after its lead."""
        match node:
            case Group():
                members = tuple(member for child in node.nodes for member in self.members(child, _prefix(node), place))
            case Counted():
                members = self.counted(node, "", place)
            case Dispatch():
                members = self.dispatch(node, name, place)
            case _:
                members = tuple(self.members(node, "", place))
        return Struct(name, place, members)

    def members(self, node: Node, prefix: str, place: tuple[str, ...]) -> tuple[Member, ...]:
        """What a node is in a structure. ``prefix``: of the ids of the structure's fields, which their names leave out."""
        match node:
            case UInt():
                return (self.number(node, _short(node.id, prefix), place),)
            case Raw():
                return (self.bytes_(node, _short(node.id, prefix), place),)
            case Blob():
                name = _short(node.id, prefix)
                return (self.number(node.length, f"{name}_length", place), self.bytes_(node.content, name, place))
            case Section():
                name = _short(node.id, prefix)
                length = self.number(node.length, f"{name}_length", place)
                content = replace(self.struct(node.content, _name(node.content), (*place, name)), fills=True)
                return (length, Window(name, node.id, content, length.name))
            case Counted():
                return self.counted(node, prefix, place)
            case Dispatch():
                return self.dispatch(node, _name(node), place)
            case Choose():
                return (self.choose(node, place),)
            case Until():
                name = _name(node)
                item = self.struct(node.dispatch, f"{name}_item", (*place, name))
                lead = item.members[0]
                assert isinstance(lead, Lead)
                last = next(number for number, group in node.dispatch.groups.items() if group is node.last)
                return (Repeat(name, item, lead.name, last),)
            case Group():
                name = _name(node)
                return (Nested(name, self.struct(node, name, (*place, name))),)
        raise TypeError(f"no member is known for {type(node).__name__}")

    def number(self, node: UInt, name: str, place: tuple[str, ...]) -> Number:
        self.values[node.id] = Value(node.id, (*place, name))
        return Number(name, node.id, node.size, None if node.closed is None else tuple(sorted(node.closed)))

    def bytes_(self, node: Raw, name: str, place: tuple[str, ...]) -> Bytes:
        return Bytes(name, node.id, node.size if isinstance(node.size, int) else self.value(node.size))

    def value(self, expression: Ref | Lookup | Given) -> Value | Lookups:
        if isinstance(expression, Given):
            raise TypeError(f"the size of {expression.id} is not in the bytes")
        if isinstance(expression, Lookup):
            return Lookups(self.values[expression.id], expression.attribute, expression.rows)
        return self.values[expression.id]

    def counted(self, node: Counted, prefix: str, place: tuple[str, ...]) -> tuple[Member, ...]:
        name = _short(node.id, prefix) if prefix else "entries"  # not "items", which a dict has itself
        count = self.number(node.count, f"{name}_count" if prefix else "count", place)
        item = constant_name(node.item)
        known = item.lower() if item.isupper() else f"{_name(node)}_item"
        return (count, Items(name, node.id, self.struct(node.item, known, (*place, name)), count.name))

    def dispatch(self, node: Dispatch, name: str, place: tuple[str, ...]) -> tuple[Member, ...]:
        closed: tuple[int, ...] | None = tuple(node.groups)
        blamed = node.lead
        if node.default is not None:
            name, closed, blamed = _name(node.default), None, cast(UInt, node.default.nodes[0])
        lead = Lead("lead", node.lead.id, node.lead.size, closed, blamed.id)
        on = Value(node.lead.id, (*place, "lead"))
        cases = {number: self.case(group, name, number, place) for number, group in node.groups.items()}
        default = None if node.default is None else self.case(node.default, name, "other", place)
        return (lead, Switch(name, on, cases, default))

    def choose(self, node: Choose, place: tuple[str, ...]) -> Switch:
        name = _name(node)
        cases = {case: None if child is None else self.case(child, name, case, place) for case, child in node.nodes.items()}
        return Switch(name, self.value(node.expression), cases)

    def case(self, node: Node, name: str, case: Any, place: tuple[str, ...]) -> Struct:
        own = constant_name(node)
        return self.struct(node, own.lower() if own.isupper() else f"{name}_{case}", (*place, name))


def _prefix(group: Group) -> str:
    """The words that the ids of a group's fields have in common; a group of groups has none."""
    ids = [node.id.split(".") for node in group.nodes if isinstance(node, UInt | Raw | Blob | Section | Counted)]
    words: list[str] = []
    for parts in zip(*ids, strict=False):
        if len(set(parts)) > 1:
            break
        words.append(parts[0])
    return ".".join(words[: min(map(len, ids), default=1) - 1])


def _short(field_id: str, prefix: str) -> str:
    return field_id.removeprefix(f"{prefix}.").replace(".", "_")
