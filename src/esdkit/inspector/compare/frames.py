"""Which regular frames of two messages differ, and in which fields.

Strategy: frames that both messages have whole are compared as bytes, blocks of them that are equal at once, because there may be millions;
only what differs becomes fields. Work is linear in the messages, memory is that of one block.
Not here: what a change is (``diff``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from esdkit.frozen import frozen
from esdkit.inspector.facts.reading import FrameRun, RawSpan
from esdkit.inspector.facts.source import PIECE, ByteSource
from esdkit.inspector.facts.tree import Tree, TreeField
from esdkit.spec import FIELDS

__all__ = ["FRAME", "Differs", "Frame", "Frames", "Kind", "read_field", "unlike"]

Kind = Literal["added", "removed", "changed", "moved"]
FRAME = "body.frame"


def read_field(tree: Tree, span: RawSpan) -> TreeField:
    """A field with its value, be it a content."""
    field_id, index, start, end, value = span
    return TreeField(FIELDS[field_id], index, start, end, tree.source.read(start, end) if value is None else value)


Frame = tuple[TreeField, ...]
Differs = tuple[Kind, tuple[str, ...]]
"""How frames differ, and in which fields."""


@frozen
class Frames:
    """The regular frames of a message.

    Attributes:
        tree: of the message.
        run: those that are whole; None when no framed body was reached.
        cut: the fields of the one in which the message ends.
    """

    tree: Tree
    run: FrameRun | None
    cut: Frame

    @classmethod
    def of(cls, tree: Tree) -> Frames:
        cut = tuple(read_field(tree, span) for span in tree.reading.after if span[0].startswith(f"{FRAME}."))
        return cls(tree, tree.reading.run, cut)

    @property
    def whole(self) -> int:
        return 0 if self.run is None else self.run.count

    @property
    def count(self) -> int:
        return self.whole + bool(self.cut)

    def frame(self, index: int) -> Frame | None:
        """The fields of a frame; None when the message does not have it."""
        if self.run is not None and index < self.run.count:
            return tuple(read_field(self.tree, span) for span in self.run.spans(self.tree.source, index, index + 1))
        return self.cut if self.cut and index == self.whole else None


def unlike(left: Frames, right: Frames) -> Iterator[tuple[int, Differs]]:
    """The frames that differ, by index."""
    if left.run is not None and right.run is not None:
        yield from _unlike_whole((left.tree.source, left.run), (right.tree.source, right.run))
    for index in range(min(left.whole, right.whole), max(left.count, right.count)):
        if index >= min(left.count, right.count):
            yield index, ("added" if index >= left.count else "removed", ())
            continue
        before, after = ({one.id: one.value for one in side.frame(index) or ()} for side in (left, right))
        names = tuple(_short(name) for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name))
        if names:
            yield index, ("changed", names)


def _unlike_whole(*sides: tuple[ByteSource, FrameRun]) -> Iterator[tuple[int, Differs]]:
    """The same of frames that both messages have whole; they are compared as bytes, blocks of frames that are equal at once."""
    one, other = (run.shape for _, run in sides)
    both = min(run.count for _, run in sides)
    places = [
        (_short(name), slice(start, start + one.sizes[name]), slice(other.offsets[name], other.offsets[name] + other.sizes[name]))
        for name, start in one.offsets.items()
    ]
    at_once = max(PIECE // max(one.size, other.size), 1)
    for first in range(0, both, at_once):
        count = min(at_once, both - first)
        before, after = (_block(source, run, first, count) for source, run in sides)
        if before == after:
            continue
        for at in range(count):
            frames = before[at * one.size : (at + 1) * one.size], after[at * other.size : (at + 1) * other.size]
            names = tuple(name for name, here, there in places if frames[0][here] != frames[1][there])
            if names:
                yield first + at, ("changed", names)


def _block(source: ByteSource, run: FrameRun, first: int, count: int) -> bytes:
    """The bytes of whole frames."""
    return source.read(run.start + first * run.shape.size, run.start + (first + count) * run.shape.size)


def _short(field_id: str) -> str:
    return field_id.removeprefix(f"{FRAME}.")
