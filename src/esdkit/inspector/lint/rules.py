"""What the rules of lint have in common: a message as they see it, what they yield, and their table.

Strategy: spec/lint.yaml says what a rule is called, means and weighs; ``header`` and ``body`` say under the same id how a message shows it:
one small function over a ``Subject`` that yields ``Hit``s. Whatever the bytes are, a rule gives hits or none; it raises nothing, and what a
message lacks because it was cut is not held against it. Work is linear in the message.
Not here: what a strict reader refuses (``message.rules``, ``Tree.problems``), severities and profiles (``findings``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from esdkit.frozen import frozen
from esdkit.inspector.facts.reading import FrameRun
from esdkit.inspector.facts.source import ByteSource
from esdkit.inspector.facts.tree import Tree, TreeField
from esdkit.spec import CONSTANTS, FIELDS, lint_rules

__all__ = ["RULES", "Hit", "Iv", "Rule", "Subject", "limit", "rule"]


@frozen
class Hit:
    """Where a message shows something, and what: path, offset and length (bytes), one line that is safe to print."""

    path: str
    offset: int | None
    length: int | None
    message: str


class Iv(NamedTuple):
    """An IV of the body, as a number, and the number that a writer makes it of.

    Attributes:
        field_id, item: its field, and the index of its frame among the regular ones; None outside of them.
        start, end: where it is (offsets in bytes).
        frame: position of its frame in the body, from 1; 1 for a single block.
    """

    field_id: str
    item: int | None
    start: int
    end: int
    frame: int
    value: int
    number: int


@dataclass(slots=True)
class Subject:
    """A message as the rules see it.

    Attributes:
        tree: what it says.
        expectations: what the profile expects, by the names of its lists.
        fields: its fields by path, without contents and without those of regular frames.
    """

    tree: Tree
    expectations: Mapping[str, tuple[str, ...]]
    fields: dict[str, TreeField] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree, expectations: Mapping[str, tuple[str, ...]]) -> Subject:
        """Go through the fields once."""
        subject = cls(tree, expectations)
        for field_id, index, start, end, value in chain(tree.reading.before, tree.reading.after):
            row = FIELDS[field_id]
            if value is not None and not (row.repeats and row.part == "body"):
                subject.fields[row.path(index)] = TreeField(row, index, start, end, value)
        return subject

    def expected(self, member: str) -> tuple[str, ...]:
        """What a list of the profile's ``expect`` has; nothing when it is left out."""
        return self.expectations.get(member, ())

    def ivs(self) -> Iterator[Iv]:
        """The IVs of the body, in order. There may be one for each 33 bytes of a message, so they are not kept."""
        run, frame = self.tree.reading.run, 1
        if run is not None:
            yield from _ivs_of_frames(self.tree.source, run)
            frame += run.count
        number = CONSTANTS.non_framed_sequence_number
        for field_id, index, start, end, value in self.tree.reading.after:
            if field_id.endswith(".sequence_number"):
                number = value
            elif field_id.endswith(".iv"):
                yield Iv(field_id, index, start, end, frame, int.from_bytes(value, "big"), number)

    def at(self, field_id: str, message: str, index: int | None = None) -> Hit:
        """A hit at a field; at its path alone when the message ends before it."""
        path = FIELDS[field_id].path(index)
        found = self.fields.get(path)
        return Hit(path, None, None, message) if found is None else Hit(path, found.start, found.end - found.start, message)

    @property
    def header_is_whole(self) -> bool:
        """Whether context and data keys are there to their end."""
        return self.tree.value("header.content_type") is not None

    @property
    def frame_length(self) -> int:
        """The frame length of a framed message (bytes); 0 for others, and where it was not reached."""
        if self.tree.value("header.content_type") != CONSTANTS.content_framed:
            return 0
        return int(self.tree.value("header.frame_length") or 0)


def _ivs_of_frames(source: ByteSource, run: FrameRun) -> Iterator[Iv]:
    """The IVs of regular frames, read in pieces; of large frames the front alone is read."""
    number, iv = (slice(start, start + size) for start, size in ((run.shape.offsets[one], run.shape.sizes[one]) for one in _FRONT))
    at_once = max(_PIECE // run.shape.size, 1)
    for first in range(0, run.count, at_once):
        begin, count = run.start + first * run.shape.size, min(at_once, run.count - first)
        data = source.read(begin, begin + (count - 1) * run.shape.size + iv.stop)
        for index in range(count):
            front = data[index * run.shape.size : index * run.shape.size + iv.stop]
            at, frame = begin + index * run.shape.size, first + index
            value, its_number = int.from_bytes(front[iv], "big"), int.from_bytes(front[number], "big")
            yield Iv(_FRONT[1], frame, at + iv.start, at + iv.stop, frame + 1, value, its_number)


_FRONT = ("body.frame.sequence_number", "body.frame.iv")
_PIECE = 1 << 16  # bytes that are read at once

Rule = Callable[[Subject], Iterator[Hit]]
RULES: dict[str, Rule] = {}
"""The rules by their ids in spec/lint.yaml; ``header`` and ``body`` fill it."""


def rule(rule_id: str) -> Callable[[Rule], Rule]:
    """Give a rule its id.

    Raises:
        LookupError: no row of spec/lint.yaml has that id.
    """
    if rule_id not in lint_rules():
        raise LookupError(f"spec/lint.yaml has no rule {rule_id}")

    def add(function: Rule) -> Rule:
        RULES[rule_id] = function
        return function

    return add


def limit(rule_id: str) -> int:
    """The number that a rule compares with.

    Raises:
        LookupError: its row in spec/lint.yaml has no ``limit``.
    """
    number = lint_rules()[rule_id].limit
    if number is None:
        raise LookupError(f"the rule {rule_id} has no limit in spec/lint.yaml")
    return number
