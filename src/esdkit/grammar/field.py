"""The combinators of the grammar: nodes that carry a field id of ``spec/format``.

Strategy: one set of definitions serves every reading. A node is plain data, and each reading (``constructs``, ``decoder``, ``encoder``,
``layout``) walks the same objects and dispatches on their exact type. So every size or choice that depends on an earlier field is an
expression (``Ref``, ``Lookup``), never a lambda that a walker could not look into. construct is not imported here: a program that reads
only valid messages does not wait for it.

Invariants: an id that ``spec/format`` does not know fails when the node is made. A group's value is the tuple of its children's values, in
order. There is no limit and no value rule here: what is only invalid is read; only what ends the structure (an unknown version, suite or
content type, a section that its content does not fill) stops a reading.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, cast

from esdkit.errors import Code
from esdkit.spec import FIELDS, Field

__all__ = [
    "Blob",
    "Choose",
    "Counted",
    "Dispatch",
    "Given",
    "Group",
    "Lookup",
    "Node",
    "OnValue",
    "Problem",
    "Raw",
    "Ref",
    "Section",
    "Span",
    "UInt",
    "Until",
    "constant_name",
    "u8",
    "u16",
    "u32",
    "u64",
]


class OnValue(Protocol):
    """Called with each value as soon as it is read: fields, and whole sections and lists when they are complete.

    It may raise to end the reading.
    """

    def __call__(self, field_id: str, value: Any, offset: int, index: int | None) -> None: ...


class Span(NamedTuple):
    """The place of a field, bytes ``start`` to ``end`` (exclusive) of the message, and its value."""

    id: str
    index: int | None  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a span
    start: int
    end: int
    value: int | bytes


class Problem(NamedTuple):
    """Why the structure ends: the innermost field that could not be read.

    Attributes:
        code: ``truncated``, or the error code of the field.
        id, index, offset: the field and where it starts.
        needed: for ``truncated``, the length that the input must at least have.
    """

    code: Code
    id: str
    index: int | None  # type: ignore[assignment]  # as above
    offset: int
    needed: int | None = None
    value: int | None = None


# Expressions: values that depend on a field already read, by its ``id``. A call raises ``LookupError`` where the value is missing or in no
# table: whoever starts a reading in the middle of a message must give the values of the fields before. From a message's beginning it cannot
# happen, as ``closed`` fields end the structure first.


class Ref:
    """The value of a field already read."""

    def __init__(self, field_id: str) -> None:
        self.id = _field(field_id).id

    def __call__(self, values: Mapping[str, Any]) -> Any:
        if self.id not in values:
            raise LookupError(f"the value of {self.id} is needed and not known")
        return values[self.id]


class Lookup:
    """A property of the table row that a field names, for example the suite's tag length. The field must be closed over the table."""

    def __init__(self, table: Mapping[int, Any], key: Ref, attribute: str) -> None:
        self.table = table
        self.key = key
        self.attribute = attribute

    def __call__(self, values: Mapping[str, Any]) -> Any:
        key = self.key(values)
        if key not in self.table:
            raise LookupError(f"{self.id} {key} is in no row of the table")
        return getattr(self.table[key], self.attribute)

    @property
    def id(self) -> str:
        return self.key.id

    @property
    def rows(self) -> dict[int, Any]:
        return {key: getattr(row, self.attribute) for key, row in self.table.items()}


class Given:
    """A size that the bytes do not tell. Whoever begins the reading puts it into the values, under the field's own id."""

    def __init__(self, field_id: str) -> None:
        self.id = _field(field_id).id

    def __call__(self, values: Mapping[str, Any]) -> Any:
        if self.id not in values:
            raise LookupError(f"the size of {self.id} must be given")
        return values[self.id]


Size = int | Ref | Lookup | Given


def _field(field_id: str) -> Field:
    if field_id not in FIELDS:
        raise LookupError(f"spec/format does not know the field {field_id}")
    return FIELDS[field_id]


class Node:
    """What all combinators share. ``children`` lets a walker go down without knowing the type."""

    @property
    def children(self) -> tuple[Node, ...]:
        return ()


_INTEGERS = {"u8": (1, "B"), "u16": (2, "H"), "u32": (4, "I"), "u64": (8, "Q")}


class UInt(Node):
    """A big-endian unsigned number of ``size`` bytes; ``letter`` is what the ``struct`` module calls it.

    ``closed``: values outside it end the structure, because nothing after them could be read.
    """

    def __init__(self, field_id: str, type_: str, closed: Collection[int] | None = None) -> None:
        self.size, self.letter = _INTEGERS[type_]
        self.field = _field(field_id)
        self.id = field_id
        self.type = type_
        self.closed = None if closed is None else frozenset(closed)


def u8(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u8", closed)


def u16(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u16", closed)


def u32(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u32", closed)


def u64(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u64", closed)


class Raw(Node):
    """Bytes whose size (bytes) is a number or depends on an earlier field."""

    def __init__(self, field_id: str, size: Size) -> None:
        self.field = _field(field_id)
        self.id = field_id
        self.size = size


class Blob(Node):
    """A 16-bit length and that many bytes. The length has the id ``<id>.length``."""

    def __init__(self, field_id: str) -> None:
        self.field = _field(field_id)
        self.id = field_id
        self.length = u16(f"{field_id}.length")
        self.content = Raw(field_id, Ref(self.length.id))

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.length,)


class Section(Node):
    """A 16-bit length (``<id>.length``) and a content that must fill it exactly; length 0 means that the content is absent (None)."""

    def __init__(self, section_id: str, content: Counted) -> None:
        self.id = section_id
        self.length = u16(f"{section_id}.length")
        self.content = content

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.length, self.content)


class Counted(Node):
    """A 16-bit count (``<id>.count``) and that many items; each item is read with its index."""

    def __init__(self, list_id: str, item: Group) -> None:
        self.id = list_id
        self.count = u16(f"{list_id}.count")
        self.item = item

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.count, self.item)


class Group(Node):
    """Fields that follow each other. The value is the tuple of theirs."""

    def __init__(self, *nodes: Node) -> None:
        self.nodes = nodes

    @property
    def children(self) -> tuple[Node, ...]:
        return self.nodes


class Dispatch(Node):
    """A group chosen by the number that it begins with. The number is looked at here and read by the group, as its own first field."""

    def __init__(self, groups: Mapping[int, Group], default: Group | None = None) -> None:
        self.groups = dict(groups)
        self.default = default
        self.lead = cast(UInt, next(iter(self.groups.values())).nodes[0])

    @property
    def children(self) -> tuple[Node, ...]:
        return (*self.groups.values(), *([] if self.default is None else [self.default]))


class Choose(Node):
    """A node chosen by an expression over earlier fields; None means that there is nothing. There is no default."""

    def __init__(self, expression: Ref | Lookup, nodes: Mapping[Any, Node | None]) -> None:
        self.expression = expression
        self.nodes: dict[Any, Node | None] = dict(nodes)

    @property
    def children(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes.values() if node is not None)


class Until(Node):
    """Groups, repeated until ``last`` has been read. The index counts the groups before it."""

    def __init__(self, dispatch: Dispatch, last: Group) -> None:
        self.dispatch = dispatch
        self.last = last

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.dispatch,)

    def is_last(self, value: Sequence[Any]) -> bool:
        """Whether a group's value is that of the last one."""
        return self.dispatch.groups.get(value[0]) is self.last


def constant_name(root: Node) -> str:
    """The name of the grammar's constant that is this node; otherwise its field id, and where it has none its type."""
    prefix = f"{__package__}."
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(prefix)]
    names = (name for module in modules for name, value in vars(module).items() if value is root and name.isupper())
    return next(names, None) or getattr(root, "id", None) or type(root).__name__
