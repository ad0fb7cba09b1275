"""The nodes of the grammar as construct classes: what the reference reading and writing of ``trace`` runs on.

Strategy: each node type has one class here, which is made from a node and reads and writes as it says. Where construct has a class that
does the job with our hooks, ours is made of it (numbers, ``Bytes``); where it has one that does not, the class says why. A node has one
construct, made at first use (``construct_of``).

Invariants: a construct returns plain Python (int, bytes, tuple, list, None), never a ``Container``. There is no limit and no value rule
here: a value that is only invalid is read and handed to ``on_value``.

Imported at the first reference reading: the fast readings need no construct.
Long, because reading and writing of a node are beside each other, and the nodes of the format share one state for each direction.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from construct import Bytes, Construct, ConstructError, Int8ub, Int16ub, Int32ub, Int64ub, Subconstruct

from esdkit.errors import Code
from esdkit.grammar.field import Blob, Choose, Counted, Dispatch, Given, Group, Node, OnValue, Problem, Raw, Section, Span, UInt, Until
from esdkit.spec import Field

__all__ = ["ReadState", "Stopped", "WriteState", "construct_of"]

if TYPE_CHECKING:  # construct's classes are generic for type checkers only
    _Construct = Construct[Any, Any]
    _Subconstruct = Subconstruct[Any, Any, Any, Any]
else:
    _Construct, _Subconstruct = Construct, Subconstruct

Values = dict[str, Any]


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


def _reading(context: Any) -> ReadState:
    return cast(ReadState, context._params.reading)


def _writing(context: Any) -> WriteState:
    return cast(WriteState, context._params.writing)


def _values(context: Any) -> Values:
    """The values of the fields before, whichever the direction."""
    return _reading(context).values if context._parsing else _writing(context).values


_INTEGERS = {"u8": Int8ub, "u16": Int16ub, "u32": Int32ub, "u64": Int64ub}


class _UInt(_Subconstruct):
    """A number; where it is closed, values outside it end the reading."""

    def __init__(self, node: UInt) -> None:
        super().__init__(_INTEGERS[node.type])
        self.node = node

    def _parse(self, stream: Any, context: Any, path: Any) -> int:
        reading, node = _reading(context), self.node
        start = reading.require(stream, node.id, node.size)
        value: int = self.subcon._parse(stream, context, path)
        reading.note(node.id, value, start, start + node.size)
        if node.closed is not None and value not in node.closed:
            raise Stopped(Problem(Code(node.field.error or Code.TRUNCATED), node.id, reading.index, start, value=value))
        reading.tell(node.id, value, start)
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        writing, field = _writing(context), self.node.field
        writing.values[field.id] = obj
        number, place = writing.number(field, obj), field.path(writing.index)
        try:
            self.subcon._build(number, stream, context, place)
        except ConstructError:
            most = (1 << 8 * self.node.size) - 1
            raise ConstructError(f"got {number!r:.60}, expected a whole number from 0 to {most}", place) from None
        return obj


class _Raw(_Subconstruct):
    """Bytes of a size that is known when they are reached."""

    def __init__(self, node: Raw) -> None:
        size = node.size
        super().__init__(Bytes(size if isinstance(size, int) else lambda context: size(_values(context))))
        self.node = node

    def _parse(self, stream: Any, context: Any, path: Any) -> bytes:
        reading, node = _reading(context), self.node
        size = node.size if isinstance(node.size, int) else node.size(reading.values)
        start = reading.require(stream, node.id, size)
        value: bytes = self.subcon._parse(stream, context, path)
        reading.note(node.id, value, start, start + size)
        reading.tell(node.id, value, start)
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        writing, node = _writing(context), self.node
        length = writing.length(node.field, obj)
        if isinstance(node.size, Given):
            writing.values[node.id] = length
        return self.subcon._build(obj, stream, context, node.field.path(writing.index))


class _Blob(_Construct):
    """A length and that many bytes.

    Not construct's ``Prefixed``: it blames a cut inside the bytes on the whole, and there is no hook between length and bytes.
    """

    def __init__(self, node: Blob) -> None:
        super().__init__()
        self.field = node.field
        self.length = _UInt(node.length)
        self.content = _Raw(node.content)

    def _parse(self, stream: Any, context: Any, path: Any) -> bytes:
        self.length._parse(stream, context, path)
        return self.content._parse(stream, context, path)

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        self.length._build(_writing(context).length(self.field, obj), stream, context, path)
        return self.content._build(obj, stream, context, path)


class _Section(_Construct):
    """A length and a content that must fill it.

    The content is read in a window over the same stream, so that a cut inside is blamed on the field that it cuts. Not construct's
    ``Prefixed``: it wants the section whole before it looks inside, and drops what the content leaves over.
    """

    def __init__(self, node: Section) -> None:
        super().__init__()
        self.node = node
        self.length = _UInt(node.length)
        self.content = _Counted(node.content)

    def _parse(self, stream: Any, context: Any, path: Any) -> Any:
        reading, length = _reading(context), self.node.length
        size = self.length._parse(stream, context, path)
        start = stream.tell()
        value = None
        if size:
            reading.window = start + size
            value = self.content._parse(stream, context, path)
            if stream.tell() != reading.window:
                raise Stopped(Problem(Code.AAD_LENGTH_MISMATCH, length.id, None, start - length.size, value=size))
            reading.window = None
        reading.tell(self.node.id, value, start)
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        content = io.BytesIO()
        if obj is not None:
            self.content._build(obj, content, context, path)
        self.length._build(content.tell(), stream, context, path)
        stream.write(content.getvalue())
        return obj


class _Counted(_Construct):
    """A count and that many items.

    Not construct's ``PrefixedArray``: it gives a container, and the index of the last item stays set for the fields after the list.
    """

    def __init__(self, node: Counted) -> None:
        super().__init__()
        self.id = node.id
        self.count = _UInt(node.count)
        self.item = _Group(node.item)

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


class _Group(_Construct):
    """Fields that follow each other.

    Not construct's ``Sequence``: it gives a container, makes a context of its own, and when it writes passes over values that are too many.
    """

    def __init__(self, node: Group) -> None:
        super().__init__()
        self.parts = [construct_of(child) for child in node.nodes]

    def _parse(self, stream: Any, context: Any, path: Any) -> tuple[Any, ...]:
        return tuple([part._parse(stream, context, path) for part in self.parts])

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        if not isinstance(obj, Sequence) or len(obj) != len(self.parts):
            raise ConstructError(f"{len(self.parts)} fields have other values")
        for part, value in zip(self.parts, obj, strict=True):
            part._build(value, stream, context, path)
        return obj


class _Dispatch(_Construct):
    """A group chosen by the number that it begins with. The number is looked at here and read by the group, as its own first field.

    Not construct's ``Switch`` over a ``Peek``, which swallows the error of a number that is cut.
    """

    def __init__(self, node: Dispatch) -> None:
        super().__init__()
        self.lead = node.lead
        self.number = _INTEGERS[node.lead.type]
        self.groups = {number: _Group(group) for number, group in node.groups.items()}
        self.default = None if node.default is None else _Group(node.default)
        # what a cut inside the lead is blamed on
        self.blamed = node.lead if node.default is None else cast(UInt, node.default.nodes[0])

    def _parse(self, stream: Any, context: Any, path: Any) -> Any:
        reading, lead = _reading(context), self.lead
        start = reading.require(stream, self.blamed.id, lead.size)
        value = cast(Any, self.number)._parse(stream, context, path)
        stream.seek(start)
        group = self.groups.get(value, self.default)
        if group is None:
            raise Stopped(Problem(Code(lead.field.error or Code.TRUNCATED), lead.id, reading.index, start, value=value))
        return group._parse(stream, context, path)

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        group = self.groups.get(obj[0], self.default)
        if group is None:
            raise ConstructError(f"no group begins with {obj[0]}")
        group._build(obj, stream, context, path)
        return obj


class _Choose(_Construct):
    """A node chosen by an expression over earlier fields.

    Not construct's ``Switch``: it takes an unknown case for an empty one, and where there is nothing it writes nothing for any value.
    """

    def __init__(self, node: Choose) -> None:
        super().__init__()
        self.expression = node.expression
        self.cases = {case: None if child is None else construct_of(child) for case, child in node.nodes.items()}

    def _parse(self, stream: Any, context: Any, path: Any) -> Any:
        chosen = self._choice(_reading(context).values)
        return None if chosen is None else chosen._parse(stream, context, path)

    def _choice(self, values: Values) -> Any:
        case = self.expression(values)
        if case not in self.cases:
            raise LookupError(f"nothing is known for {self.expression.id} {case!r}")
        return self.cases[case]

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        chosen = self._choice(_writing(context).values)
        if chosen is not None:
            chosen._build(obj, stream, context, path)
        elif obj is not None:
            raise ConstructError("a value where the format has nothing")
        return obj


class _Until(_Construct):
    """Groups, repeated until the last one has been read. The index counts the groups before it.

    Not construct's ``RepeatUntil``: it gives a container, and when it writes passes over groups after the last one.
    """

    def __init__(self, node: Until) -> None:
        super().__init__()
        self.is_last = node.is_last
        self.item = _Dispatch(node.dispatch)

    def _parse(self, stream: Any, context: Any, path: Any) -> list[Any]:
        reading = _reading(context)
        value: list[Any] = []
        while not value or not self.is_last(value[-1]):
            reading.index = len(value)
            value.append(self.item._parse(stream, context, path))
        reading.index = None
        return value

    def _build(self, obj: Any, stream: Any, context: Any, path: Any) -> Any:
        if not obj or [self.is_last(item) for item in obj] != [False] * (len(obj) - 1) + [True]:
            raise ConstructError("the last group, and no other, must be the closing one")
        writing = _writing(context)
        for index, item in enumerate(obj):
            writing.index = index
            self.item._build(item, stream, context, path)
        writing.index = None
        return obj


_CONSTRUCTS: Mapping[type[Node], Callable[[Any], Any]] = {
    UInt: _UInt,
    Raw: _Raw,
    Blob: _Blob,
    Section: _Section,
    Counted: _Counted,
    Group: _Group,
    Dispatch: _Dispatch,
    Choose: _Choose,
    Until: _Until,
}


@cache
def construct_of(node: Node) -> Any:
    """The construct of a node, which ``parse_stream`` and ``build_stream`` of construct take."""
    return _CONSTRUCTS[type(node)](node)
