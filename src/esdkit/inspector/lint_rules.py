"""What the rules of lint have in common: a message as they see it, what they yield, and the table that they stand in.

Strategy: spec/lint.yaml says what a rule is called, means and weighs; under the same id stands, in ``lint_header`` and ``lint_body``, how a
message shows it: one small function over a ``Subject`` that yields ``Hit``s. Whatever the bytes are, a rule gives hits or none; it raises
nothing, and what a message lacks because it was cut is not held against it. Work is linear in the message.
Not here: what a strict reader refuses (``message.rules``, ``Tree.problems``), severities and profiles (``lint``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from esdkit.inspector.lines import printable
from esdkit.inspector.parts import readable
from esdkit.inspector.tree import Tree, TreeField
from esdkit.spec import CONSTANTS, FIELDS, lint_rules

__all__ = ["RULES", "Hit", "Iv", "Rule", "Subject", "limit", "quoted", "rule"]

_SHOWN = 60  # characters of a text from the message


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a message shows something, and what: path, offset and length (bytes), one line that is safe to print."""

    path: str
    offset: int | None
    length: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Iv:
    """An IV of the body, and the number that a writer makes it of."""

    place: TreeField
    value: bytes
    number: int


@dataclass(slots=True)
class Subject:
    """A message as the rules see it.

    Attributes:
        tree: what it says.
        fields: its fields by path, without those of regular frames.
        ivs: the IVs of its body, in order.
    """

    tree: Tree
    fields: dict[str, TreeField] = field(default_factory=dict)
    ivs: list[Iv] = field(default_factory=list)

    @classmethod
    def of(cls, tree: Tree) -> Subject:
        """Go through the fields once."""
        subject = cls(tree)
        number = CONSTANTS.non_framed_sequence_number
        for one in tree.fields(contents=False):
            if one.row.part != "body":
                subject.fields[one.path] = one
                continue
            if not one.row.repeats:
                subject.fields[one.path] = one
            if isinstance(one.value, int):
                number = one.value if one.id.endswith(".sequence_number") else number
            elif one.id.endswith(".iv"):
                subject.ivs.append(Iv(one, one.value, number))
        return subject

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


Rule = Callable[[Subject], Iterator[Hit]]
RULES: dict[str, Rule] = {}
"""The rules by their ids in spec/lint.yaml; ``lint_header`` and ``lint_body`` fill it."""


def rule(rule_id: str) -> Callable[[Rule], Rule]:
    """Give a rule its id."""

    def add(function: Rule) -> Rule:
        RULES[rule_id] = function
        return function

    return add


def limit(rule_id: str) -> int:
    """The number that a rule compares with."""
    return lint_rules()[rule_id].limit or 0


def quoted(value: bytes) -> str:
    """A text of the message in quotes, safe to print; only its beginning when it is long. What is no text is told as such."""
    text = readable(value)
    if text is None:
        return f"a name of {len(value)} bytes that is not UTF-8"
    return f'"{printable(text[:_SHOWN])}{"…" if len(text) > _SHOWN else ""}"'
