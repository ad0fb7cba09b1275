"""What differs between two messages, field by field.

Strategy: fields that occur once are compared by path. The lists of the header are aligned by content: what is equal first, then what has
the same name (context key; provider and wrapping key), then what is in the same place and has something in common; of what is aligned but
in a different order, as few as possible have moved. Frames are compared by position, and neighbors that differ in the same fields are one
change. A length or count is not reported where what it counts is compared itself.
Invariants: there is no change when, and only when, the bytes are the same; work is linear in the messages but for sorting the lists; what a
change says is short and safe to print.
Not here: which of two messages is right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from esdkit.columns import is_name, quoted, utf8_text
from esdkit.frozen import frozen
from esdkit.inspector.compare.frames import FRAME, Differs, Frame, Frames, Kind, read_field, unlike
from esdkit.inspector.facts.parts import DataKey
from esdkit.inspector.facts.tree import Tree, TreeField
from esdkit.message.providers import RawAesKey
from esdkit.spec import SUITES

__all__ = ["Change", "Diff", "Part", "diff"]

_CONTEXT = "header.encryption_context"
_KEYS = "header.encrypted_data_keys"
_SHOWN = 16  # bytes of a byte string
_BLOCK = 1 << 12


@frozen
class Part:
    """One side of a change: path, offset and length (bytes) in its own message, and a text that is safe to print."""

    path: str
    offset: int
    length: int
    text: str


@frozen
class Change:
    """Something that differs.

    Attributes:
        kind: added and removed are there on one side only, moved is elsewhere in its list.
        path: the field, the item of a list, or the frames; of something that was removed or changed, as the left message has it.
        left, right: None where it is not there.
        first_difference: of two byte strings, the first byte that differs (from 0); None for anything else.
        frames: number of frames that it is about; 0 for a field or item.
        fields: of frames, the names of the fields that differ.
    """

    kind: Kind
    path: str
    left: Part | None
    right: Part | None
    first_difference: int | None = None
    frames: int = 0
    fields: tuple[str, ...] = ()


@frozen
class Diff:
    """What differs, by place, and the lengths of both messages (bytes)."""

    left_length: int
    right_length: int
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether the messages are the same, byte for byte."""
        return not self.changes


def diff(left: Tree, right: Tree) -> Diff:
    """Compare two messages, valid or not."""
    # Reqs: CLI-DIF-001, CLI-DIF-002, CLI-DIF-003
    sides = _Side.of(left), _Side.of(right)
    lists = {name: list(_list(name, sides)) for name in (_CONTEXT, _KEYS)}
    counted = {f"{name}.{number}" for name, changes in lists.items() if changes for number in ("length", "count")}
    changes = [change for change in _fields(sides[0].fields, sides[1].fields) if change.path not in counted]
    for found in lists.values():
        changes += found
    changes += _frames(left, right)
    changes += _rest(left, right)
    return Diff(left.length, right.length, tuple(sorted(changes, key=_place)))


def _place(change: Change) -> int:
    part = change.left or change.right
    return 0 if part is None else part.offset


# ---------------------------------------------------------------- what is compared
_Fields = dict[str, TreeField]


@dataclass(slots=True)
class _Item:
    """An item of a list: its position, what it may be aligned by (the best first), its fields by the name after the list's, a text."""

    index: int
    names: tuple[Hashable, ...]
    fields: _Fields = field(default_factory=dict)
    text: str = "(cut)"

    def name(self, number: int) -> Hashable:
        return self.names[min(number, len(self.names) - 1)]


@dataclass(slots=True)
class _Side:
    """A message: the fields that occur once by path, and the items of its lists."""

    fields: _Fields
    lists: Mapping[str, list[_Item]]

    @classmethod
    def of(cls, tree: Tree) -> _Side:
        side = cls({}, {_CONTEXT: [], _KEYS: []})
        for span in chain(tree.reading.before, tree.reading.after):
            one = read_field(tree, span)
            if not one.row.repeats:
                side.fields[one.path] = one
            elif not one.id.startswith(f"{FRAME}."):
                side._add(one)
        for item, pair in zip(side.lists[_CONTEXT], tree.encryption_context or (), strict=False):
            item.names = ((pair.key, pair.value), pair.key, (item.index, pair.value))
            item.text = f"{quoted(pair.key)} = {'(cut)' if pair.value is None else quoted(pair.value)}"
        for item, key in zip(side.lists[_KEYS], tree.encrypted_data_keys, strict=False):
            whole = (key.provider_id, key.provider_info, key.ciphertext)
            item.names = (whole, key.wrapping_key.identity, (item.index, key.provider_id), (item.index, key.ciphertext))
            item.text = _key_text(key)
        return side

    def _add(self, one: TreeField) -> None:
        name = _CONTEXT if one.id.startswith(_CONTEXT) else _KEYS
        items = self.lists[name]
        if one.index == len(items):
            items.append(_Item(len(items), (("cut", len(items)),)))
        items[-1].fields[one.id.removeprefix(f"{name}.")] = one


# ---------------------------------------------------------------- fields
def _fields(left: _Fields, right: _Fields) -> Iterator[Change]:
    for name in dict.fromkeys((*left, *right)):
        before, after = left.get(name), right.get(name)
        announced = name.removesuffix(".length")
        if announced != name and (announced in left or announced in right):
            continue
        change = _field(before, after)
        if change is not None:
            yield change


def _field(left: TreeField | None, right: TreeField | None) -> Change | None:
    """How a field differs; None when it does not."""
    if left is None or right is None:
        return _lone(None if left is None else _part(left, 0), None if right is None else _part(right, 0))
    if left.value == right.value:
        return None
    first = None
    if isinstance(left.value, bytes) and isinstance(right.value, bytes):
        first = _first_difference(left.value, right.value)
    return Change("changed", left.path, _part(left, first or 0), _part(right, first or 0), first)


def _lone(left: Part | None, right: Part | None) -> Change | None:
    part = left or right
    return None if part is None else Change("added" if left is None else "removed", part.path, left, right)


def _part(one: TreeField, first: int) -> Part:
    return Part(one.path, one.start, one.end - one.start, _text(one, first))


def _text(one: TreeField, first: int) -> str:
    if isinstance(one.value, int):
        if one.unit == "suite" and one.value in SUITES:
            return str(SUITES[one.value])
        unit = one.unit.removesuffix("s") if one.value == 1 else one.unit
        return f"{one.value}" if one.unit in ("number", "suite") else f"{one.value} {unit}"
    return _bytes(one.value, first, text=one.unit == "utf-8" or one.id.endswith(".provider_info"))


def _bytes(value: bytes, first: int, *, text: bool = False) -> str:
    """Bytes for people: a text in quotes, a short byte string whole, a long one from the first difference on."""
    words = utf8_text(value) if text else None
    if words is not None and words.isprintable():
        return _words(value, first)
    if len(value) <= _SHOWN:
        return value.hex() or "(empty)"
    shown = value[first : first + _SHOWN].hex() or "(the end)"
    return f"{len(value)} bytes, from {first:#x}: {shown}{'…' if first + _SHOWN < len(value) else ''}"


def _words(value: bytes, first: int) -> str:
    """A text in quotes: a name whole, of a long text the place where it differs, and what surrounds it."""
    if is_name(value):
        return quoted(value)
    start = max(0, first - _SHOWN)
    while start and value[start] & 0xC0 == 0x80:  # inside of a character
        start -= 1
    return f"{len(value)} bytes, from {start:#x}: {quoted(value[start:])}"


def _first_difference(left: bytes, right: bytes) -> int:
    """Where two byte strings that differ begin to."""
    start = 0
    while left[start : start + _BLOCK] == right[start : start + _BLOCK]:
        start += _BLOCK
    pairs = zip(left[start : start + _BLOCK], right[start : start + _BLOCK], strict=False)
    return next((start + at for at, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right)))


# ---------------------------------------------------------------- lists
def _list(name: str, sides: tuple[_Side, _Side]) -> Iterator[Change]:
    left, right = (side.lists[name] for side in sides)
    pairs = _aligned(left, right)
    for item in left:
        if item.index not in pairs:
            yield Change("removed", _item_path(name, item), _item_part(name, item), None)
    there = set(pairs.values())
    for item in right:
        if item.index not in there:
            yield Change("added", _item_path(name, item), None, _item_part(name, item))
    for before, after in pairs.items():
        yield from _fields(left[before].fields, right[after].fields)
    for before in _moved(pairs):
        one, other = left[before], right[pairs[before]]
        yield Change("moved", _item_path(name, one), _item_part(name, one), _item_part(name, other))


def _aligned(left: Sequence[_Item], right: Sequence[_Item]) -> dict[int, int]:
    """Which item of the right list each of the left is, by positions; in the order of the left list."""
    pairs: dict[int, int] = {}
    rounds = max((len(item.names) for item in (*left, *right)), default=0)
    for number in range(rounds):
        there = set(pairs.values())
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for item in right:
            if item.index not in there:
                waiting[item.name(number)].append(item.index)
        for item in left:
            if item.index not in pairs and waiting.get(item.name(number)):
                pairs[item.index] = waiting[item.name(number)].popleft()
    return dict(sorted(pairs.items()))


def _moved(pairs: Mapping[int, int]) -> Iterator[int]:
    """The fewest items that must move to bring the others into order: those outside of a longest rising sequence."""
    before: list[int] = []  # positions on the left whose partners end the best sequence of each length
    previous: dict[int, int | None] = {}
    ends: list[int] = []
    for at, partner in pairs.items():
        length = bisect_left(ends, partner)
        previous[at] = before[length - 1] if length else None
        ends[length : length + 1], before[length : length + 1] = [partner], [at]  # appended, or put in the place of a larger one
    stays: set[int] = set()
    last = before[-1] if before else None
    while last is not None:
        stays.add(last)
        last = previous[last]
    return (at for at in pairs if at not in stays)


def _item_path(name: str, item: _Item) -> str:
    return f"{name}[{item.index}]"


def _item_part(name: str, item: _Item) -> Part:
    fields = list(item.fields.values())
    return Part(_item_path(name, item), fields[0].start, fields[-1].end - fields[0].start, item.text)


def _key_text(key: DataKey) -> str:
    """What people know a data key by."""
    wrapping, wrapped = key.wrapping_key, key.ciphertext
    words = quoted(wrapping.key_name) if isinstance(wrapping, RawAesKey) else _bytes(key.provider_info or b"", 0, text=True)
    return f"{quoted(key.provider_id or b'')} {words}, {'(cut)' if wrapped is None else f'{len(wrapped)} bytes wrapped'}"


# ---------------------------------------------------------------- frames
def _frames(left: Tree, right: Tree) -> Iterator[Change]:
    """Runs of regular frames that differ alike."""
    sides = Frames.of(left), Frames.of(right)
    run: _Run | None = None
    for index, differs in unlike(*sides):
        if run is not None and differs == run.differs and run.end == index:
            run.end = index + 1
            continue
        if run is not None:
            yield from run.changes()
        run = _Run(differs, index, index + 1, *(side.frame(index) for side in sides))
    if run is not None:
        yield from run.changes()


@dataclass(slots=True)
class _Run:
    """Frames from ``first`` to before ``end`` that differ alike, and the first of them on both sides."""

    differs: Differs
    first: int
    end: int
    left: Frame | None
    right: Frame | None

    def changes(self) -> Iterator[Change]:
        kind, names = self.differs
        count = self.end - self.first
        if count == 1 and self.left is not None and self.right is not None:
            yield from _fields({one.id: one for one in self.left}, {one.id: one for one in self.right})
            return
        path = f"{FRAME}[{self.first}{'' if count == 1 else f'..{self.end - 1}'}]"
        left, right = (None if frame is None else self._part(path, frame) for frame in (self.left, self.right))
        yield Change(kind, path, left, right, None, count, names)

    def _part(self, path: str, frame: Frame) -> Part:
        text = f"{self.end - self.first} frames" if self.end - self.first > 1 else "1 frame"
        return Part(path, frame[0].start, frame[-1].end - frame[0].start, text)


# ---------------------------------------------------------------- what no field has
def _rest(left: Tree, right: Tree) -> Iterator[Change]:
    """Bytes after the message, or after the place where its structure ends."""
    one, other = (tree.source.read(tree.end, tree.length) for tree in (left, right))
    if one == other:
        return
    first = _first_difference(one, other) if one and other else None
    parts = [
        Part("trailing" if tree.complete else "unread", tree.end, len(value), _bytes(value, first or 0)) if value else None
        for tree, value in ((left, one), (right, other))
    ]
    lone = _lone(*parts) if None in parts else None
    if lone is not None:
        yield lone
    elif parts[0] is not None:
        yield Change("changed", parts[0].path, parts[0], parts[1], first)
