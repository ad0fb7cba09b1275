"""The combinators of the grammar: construct classes that carry a field id of ``spec/format``.

Strategy: one set of definitions serves every reading. construct reads and writes with them (``_parse`` and ``_build`` below); the other
readings (``trace``, ``decoder``, ``layout``) walk the same objects and dispatch on their exact type. So a node is plain data plus its
construct behavior, and every size or choice that depends on an earlier field is an expression (``Ref``, ``Lookup``), never a lambda that
a walker could not look into. Where construct has a class that does the job with our hooks, a node is made of it (numbers, ``Bytes``);
where it has one that does not, the node says why.

Invariants: an id that ``spec/format`` does not know fails when the node is made. A node returns plain Python (int, bytes, tuple, list,
None), never a ``Container``. A group's value is the tuple of its children's values, in order. There is no limit and no value rule here: a
value that is only invalid is read and handed to ``on_value``; only what ends the structure (an unknown version, suite or content type, a
section that its content does not fill) stops it.

Long, because reading and writing of a node are beside each other, and the nodes of the format share one state for each direction.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from construct import Bytes, Construct, ConstructError, Int8ub, Int16ub, Int32ub, Int64ub, Subconstruct

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
    "ReadState",
    "Ref",
    "Section",
    "Span",
    "Stopped",
    "UInt",
    "Until",
    "WriteState",
    "u8",
    "u16",
    "u32",
    "u64",
]

if TYPE_CHECKING:  # construct's classes are generic for type checkers only
    _Construct = Construct[Any, Any]
    _Subconstruct = Subconstruct[Any, Any, Any, Any]
else:
    _Construct, _Subconstruct = Construct, Subconstruct

Values = dict[str, Any]


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


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the structure ends: the innermost field that could not be read.

    Attributes:
        code: ``truncated``, or the error code of the field.
        id, index, offset: the field and where it starts.
        needed: for ``truncated``, the length that the input must at least have.
    """

    code: Code
    id: str
    index: int | None
    offset: int
    needed: int | None = None
    value: int | None = None


class Stopped(ConstructError):
    """Ends a construct reading with its problem. Never leaves the grammar room."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code.value)
        self.problem = problem


class ReadState:
    """The state of one construct reading: bounds, the last value of each field, and the hook."""

    __slots__ = ("end", "index", "on_value", "record", "spans", "values", "window")

    def __init__(self, end: int, values: Values, on_value: OnValue | None, *, record: bool) -> None:
        self.end = end
        self.values = values
        self.on_value = on_value
        self.record = record
        self.window: int | None = None
        self.index: int | None = None
        self.spans: list[Span] = []

    def require(self, stream: io.BytesIO, field_id: str, size: int) -> int:
        """Give the offset when ``size`` bytes are there; otherwise stop: beyond the section is malformed, beyond the input is truncated."""
        start = stream.tell()
        if self.window is not None and start + size > self.window:
            raise Stopped(Problem(Code.AAD_LENGTH_MISMATCH, field_id, self.index, start))
        if start + size > self.end:
            raise Stopped(Problem(Code.TRUNCATED, field_id, self.index, start, needed=start + size))
        return start

    def note(self, field_id: str, value: int | bytes, start: int, end: int) -> None:
        """Keep a field that was read as the last of its kind, and its span where spans are wanted."""
        self.values[field_id] = value
        if self.record:
            self.spans.append(Span(field_id, self.index, start, end, value))

    def tell(self, field_id: str, value: Any, start: int) -> None:
        """Tell the hook about a field, or about a section or list that is complete."""
        if self.on_value is not None:
            self.on_value(field_id, value, start, self.index)


class WriteState:
    """The state of one construct writing: the last value of each field, and the numbers to write instead of the right ones, by path."""

    __slots__ = ("index", "overridden", "override", "values")

    def __init__(self, override: Mapping[str, int], values: Values) -> None:
        self.values = values
        self.override = override
        self.overridden: set[str] = set()
        self.index: int | None = None

    def number(self, field: Field, valid: int) -> int:
        """The number to write: the valid one unless this very field is overridden."""
        path = field.path(self.index)
        if path not in self.override:
            return valid
        self.overridden.add(path)
        return self.override[path]

    def length(self, field: Field, value: object) -> int:
        """The length of a byte string; construct itself would also write a number as bytes."""
        if not isinstance(value, bytes):
            raise ConstructError("not a byte string", path=field.path(self.index))
        return len(value)


# Expressions: values that depend on a field already read, by its ``id``. A call raises ``LookupError`` where the value is missing or in no
# table: whoever starts a reading in the middle of a message must give the values of the fields before. From a message's beginning it cannot
# happen, as ``closed`` fields end the structure first.


@dataclass(frozen=True, slots=True)
class Ref:
    """The value of a field already read."""

    id: str

    def __post_init__(self) -> None:
        _field(self.id)

    def __call__(self, values: Mapping[str, Any]) -> Any:
        if self.id not in values:
            raise LookupError(f"the value of {self.id} is needed and not known")
        return values[self.id]


@dataclass(frozen=True, slots=True)
class Lookup:
    """A property of the table row that a field names, for example the suite's tag length. The field must be closed over the table."""

    table: Mapping[int, Any]
    key: Ref
    attribute: str

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


@dataclass(frozen=True, slots=True)
class Given:
    """A size that the bytes do not tell. Whoever begins the reading puts it into the values, under the field's own id."""

    id: str

    def __post_init__(self) -> None:
        _field(self.id)

    def __call__(self, values: Mapping[str, Any]) -> Any:
        if self.id not in values:
            raise LookupError(f"the size of {self.id} must be given")
        return values[self.id]


Size = int | Ref | Lookup | Given


def _field(field_id: str) -> Field:
    if field_id not in FIELDS:
        raise LookupError(f"spec/format does not know the field {field_id}")
    return FIELDS[field_id]


def _reading(context: Any) -> ReadState:
    return cast(ReadState, context._params.reading)


def _writing(context: Any) -> WriteState:
    return cast(WriteState, context._params.writing)


def _values(context: Any) -> Values:
    """The values of the fields before, whichever the direction."""
    return _reading(context).values if context._parsing else _writing(context).values


class Node:
    """What all combinators share. ``children`` lets a walker go down without knowing the type."""

    @property
    def children(self) -> tuple[Node, ...]:
        return ()


_INTEGERS = {"u8": (Int8ub, 1, "B"), "u16": (Int16ub, 2, "H"), "u32": (Int32ub, 4, "I"), "u64": (Int64ub, 8, "Q")}


class UInt(Node, _Subconstruct):
    """A big-endian unsigned number of ``size`` bytes; ``letter`` is what the ``struct`` module calls it.

    ``closed``: values outside it end the structure, because nothing after them could be read.
    """

    def __init__(self, field_id: str, type_: str, closed: Collection[int] | None = None) -> None:
        subcon, self.size, self.letter = _INTEGERS[type_]
        super().__init__(subcon)
        self.field = _field(field_id)
        self.id = field_id
        self.type = type_
        self.closed = None if closed is None else frozenset(closed)

    def _parse(self, stream: Any, context: Any, path: Any) -> int:
        reading = _reading(context)
        start = reading.require(stream, self.id, self.size)
        value: int = self.subcon._parse(stream, context, path)
        reading.note(self.id, value, start, start + self.size)
        if self.closed is not None and value not in self.closed:
            raise Stopped(Problem(Code(self.field.error or Code.TRUNCATED), self.id, reading.index, start, value=value))
        reading.tell(self.id, value, start)
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        writing = _writing(context)
        writing.values[self.id] = obj
        self.subcon._build(writing.number(self.field, obj), stream, context, self.field.path(writing.index))
        return obj


def u8(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u8", closed)


def u16(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u16", closed)


def u32(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u32", closed)


def u64(field_id: str, closed: Collection[int] | None = None) -> UInt:
    return UInt(field_id, "u64", closed)


class Raw(Node, _Subconstruct):
    """Bytes whose size (bytes) is a number or depends on an earlier field."""

    def __init__(self, field_id: str, size: Size) -> None:
        super().__init__(Bytes(size if isinstance(size, int) else lambda context: size(_values(context))))
        self.field = _field(field_id)
        self.id = field_id
        self.size = size

    def _parse(self, stream: Any, context: Any, path: Any) -> bytes:
        reading = _reading(context)
        size = self.size if isinstance(self.size, int) else self.size(reading.values)
        start = reading.require(stream, self.id, size)
        value: bytes = self.subcon._parse(stream, context, path)
        reading.note(self.id, value, start, start + size)
        reading.tell(self.id, value, start)
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        writing = _writing(context)
        length = writing.length(self.field, obj)
        if isinstance(self.size, Given):
            writing.values[self.id] = length
        return self.subcon._build(obj, stream, context, self.field.path(writing.index))


class Blob(Node, _Construct):
    """A 16-bit length and that many bytes. The length has the id ``<id>.length``.

    Not construct's ``Prefixed``: it blames a cut inside the bytes on the whole, and there is no hook between length and bytes.
    """

    def __init__(self, field_id: str) -> None:
        super().__init__()
        self.field = _field(field_id)
        self.id = field_id
        self.length = u16(f"{field_id}.length")
        self.content = Raw(field_id, Ref(self.length.id))

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.length,)

    def _parse(self, stream: Any, context: Any, path: Any) -> bytes:
        self.length._parse(stream, context, path)
        return self.content._parse(stream, context, path)

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        self.length._build(_writing(context).length(self.field, obj), stream, context, path)
        return self.content._build(obj, stream, context, path)


class Section(Node, _Construct):
    """A 16-bit length (``<id>.length``) and a content that must fill it exactly; length 0 means that the content is absent (None).

    The content is read in a window over the same stream, so that a cut inside is blamed on the field that it cuts. Not construct's
    ``Prefixed``: it wants the section whole before it looks inside, and drops what the content leaves over.
    """

    def __init__(self, section_id: str, content: Counted) -> None:
        super().__init__()
        self.id = section_id
        self.length = u16(f"{section_id}.length")
        self.content = content

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.length, self.content)

    def _parse(self, stream: Any, context: Any, path: Any) -> Any:
        reading = _reading(context)
        size = self.length._parse(stream, context, path)
        start = stream.tell()
        value = None
        if size:
            reading.window = start + size
            value = self.content._parse(stream, context, path)
            if stream.tell() != reading.window:
                raise Stopped(Problem(Code.AAD_LENGTH_MISMATCH, self.length.id, None, start - self.length.size, value=size))
            reading.window = None
        reading.tell(self.id, value, start)
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        content = io.BytesIO()
        if obj is not None:
            self.content._build(obj, content, context, path)
        self.length._build(content.tell(), stream, context, path)
        stream.write(content.getvalue())
        return obj


class Counted(Node, _Construct):
    """A 16-bit count (``<id>.count``) and that many items; each item is read with its index.

    Not construct's ``PrefixedArray``: it gives a container, and the index of the last item stays set for the fields after the list.
    """

    def __init__(self, list_id: str, item: Group) -> None:
        super().__init__()
        self.id = list_id
        self.count = u16(f"{list_id}.count")
        self.item = item

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.count, self.item)

    def _parse(self, stream: Any, context: Any, path: Any) -> list[Any]:
        reading = _reading(context)
        start = stream.tell()
        value = []
        for index in range(self.count._parse(stream, context, path)):
            reading.index = index
            value.append(self.item._parse(stream, context, path))
        reading.index = None
        reading.tell(self.id, value, start)
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        writing = _writing(context)
        self.count._build(len(obj), stream, context, path)
        for index, item in enumerate(obj):
            writing.index = index
            self.item._build(item, stream, context, path)
        writing.index = None
        return obj


class Group(Node, _Construct):
    """Fields that follow each other. The value is the tuple of theirs.

    Not construct's ``Sequence``: it gives a container, makes a context of its own, and when it writes passes over values that are too many.
    """

    def __init__(self, *nodes: Node) -> None:
        super().__init__()
        self.nodes = nodes

    @property
    def children(self) -> tuple[Node, ...]:
        return self.nodes

    def _parse(self, stream: Any, context: Any, path: Any) -> tuple[Any, ...]:
        return tuple([cast(Any, node)._parse(stream, context, path) for node in self.nodes])

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        if not isinstance(obj, Sequence) or len(obj) != len(self.nodes):
            raise ConstructError(f"{len(self.nodes)} fields have other values")
        for node, value in zip(self.nodes, obj, strict=True):
            cast(Any, node)._build(value, stream, context, path)
        return obj


class Dispatch(Node, _Construct):
    """A group chosen by the number that it begins with. The number is looked at here and read by the group, as its own first field.

    Not construct's ``Switch`` over a ``Peek``, which swallows the error of a number that is cut.
    """

    def __init__(self, groups: Mapping[int, Group], default: Group | None = None) -> None:
        super().__init__()
        self.groups = dict(groups)
        self.default = default
        self.lead = cast(UInt, next(iter(self.groups.values())).nodes[0])

    @property
    def children(self) -> tuple[Node, ...]:
        return (*self.groups.values(), *([] if self.default is None else [self.default]))

    def _parse(self, stream: Any, context: Any, path: Any) -> Any:
        reading = _reading(context)
        start = reading.require(stream, self._blamed().id, self.lead.size)
        value = self.lead.subcon._parse(stream, context, path)
        stream.seek(start)
        group = self.groups.get(value, self.default)
        if group is None:
            raise Stopped(Problem(Code(self.lead.field.error or Code.TRUNCATED), self.lead.id, reading.index, start, value=value))
        return group._parse(stream, context, path)

    def _blamed(self) -> UInt:
        """The field that a cut inside the lead is blamed on: the one of the default group, where there is one."""
        return self.lead if self.default is None else cast(UInt, self.default.nodes[0])

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        group = self.groups.get(obj[0], self.default)
        if group is None:
            raise ConstructError(f"no group begins with {obj[0]}")
        group._build(obj, stream, context, path)
        return obj


class Choose(Node, _Construct):
    """A node chosen by an expression over earlier fields; None means that there is nothing. There is no default.

    Not construct's ``Switch``: it takes an unknown case for an empty one, and where there is nothing it writes nothing for any value.
    """

    def __init__(self, expression: Ref | Lookup, nodes: Mapping[Any, Node | None]) -> None:
        super().__init__()
        self.expression = expression
        self.nodes: dict[Any, Node | None] = dict(nodes)

    @property
    def children(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes.values() if node is not None)

    def _parse(self, stream: Any, context: Any, path: Any) -> Any:
        node = self._choice(_reading(context).values)
        return None if node is None else cast(Any, node)._parse(stream, context, path)

    def _choice(self, values: Values) -> Node | None:
        case = self.expression(values)
        if case not in self.nodes:
            raise LookupError(f"nothing is known for {self.expression.id} {case!r}")
        return self.nodes[case]

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        node = self._choice(_writing(context).values)
        if node is not None:
            cast(Any, node)._build(obj, stream, context, path)
        elif obj is not None:
            raise ConstructError("a value where the format has nothing")
        return obj


class Until(Node, _Construct):
    """Groups, repeated until ``last`` has been read. The index counts the groups before it.

    Not construct's ``RepeatUntil``: it gives a container, and when it writes passes over groups after the last one.
    """

    def __init__(self, dispatch: Dispatch, last: Group) -> None:
        super().__init__()
        self.dispatch = dispatch
        self.last = last

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.dispatch,)

    def is_last(self, value: Sequence[Any]) -> bool:
        """Whether a group's value is that of the last one."""
        return self.dispatch.groups.get(value[0]) is self.last

    def _parse(self, stream: Any, context: Any, path: Any) -> list[Any]:
        reading = _reading(context)
        value: list[Any] = []
        while not value or not self.is_last(value[-1]):
            reading.index = len(value)
            value.append(self.dispatch._parse(stream, context, path))
        reading.index = None
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        if not obj or [self.is_last(item) for item in obj] != [False] * (len(obj) - 1) + [True]:
            raise ConstructError("the last group, and no other, must be the closing one")
        writing = _writing(context)
        for index, item in enumerate(obj):
            writing.index = index
            self.dispatch._build(item, stream, context, path)
        writing.index = None
        return obj
