"""Every byte of a message: offset, hexadecimal, text, and beside them the field, its value, and its requirements.

Strategy: one block for each node of ``nodes``. A field's bytes are on the left, what they mean is on the right, and the longer side decides
how many lines the block has; a value with a name in it that does not fit there, such as an ARN, is below both, whole. A group is a line
with its path. What is long is folded and says so: bytes of a field, and frames in the middle.
Invariants: offsets never go back, except for what a keyring wrote inside of a field; bytes that break a rule are marked, and the rule is
below them; nothing from the message reaches the terminal unescaped. Lines are made one by one: a dump of any length needs no memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from esdkit.columns import WIDTH, Columns, Style, count, fold, plain, width
from esdkit.errors import EsdkError
from esdkit.frozen import frozen
from esdkit.inspector.facts.tree import Tree
from esdkit.inspector.views.error import hint_of, requirements_of
from esdkit.inspector.views.nodes import FramesNode, TreeNode, nodes
from esdkit.inspector.views.text import title

__all__ = ["DumpOptions", "dump_lines"]

_WIDE = 120  # columns from which a line has twice as many bytes
_INDENT = 1
_FOLDED_ROWS = 2  # of bytes, of a field that is folded
_FIRST_FRAMES = 2
_LINES_OF_VALUE = 3
_PIECE = 1 << 12  # bytes of a field that are looked at at once
_MAX_ITEMS = 64  # of a list that is folded


@frozen
class DumpOptions:
    """How a dump looks.

    Attributes:
        depth: levels of groups that are opened, from 1; None for all.
        full: fold nothing.
        columns: of a line.
    """

    depth: int | None = None
    full: bool = False
    columns: int = WIDTH


def dump_lines(tree: Tree, name: str | None, style: Style | None, options: DumpOptions) -> Iterator[str]:
    """See ``Inspection.dump``."""
    for line in _Dump(tree, Columns(style or plain, options.columns, "--full shows all"), options).lines(name):
        yield line.rstrip()


class _Dump:
    """The lines of one tree."""

    # Reqs: CLI-DMP-001

    def __init__(self, tree: Tree, out: Columns, options: DumpOptions) -> None:
        self.tree = tree
        self.out = out
        self.style = out.style
        self.options = options
        self.digits = max(len(f"{tree.length:#x}"), len("offset"))
        self.in_row = 16 if options.columns >= _WIDE else 8
        self.column = self.digits + 2 + 3 * self.in_row + self.in_row + 2  # where the meaning begins

    def lines(self, name: str | None) -> Iterator[str]:
        yield from title(self.tree, name, self.out)
        yield ""
        head = f"{'offset':<{self.digits}}  {'bytes':<{3 * self.in_row}}{'text':<{self.in_row}}  field: value  requirements"
        yield self.style(head, "label")
        for node in nodes(self.tree):
            yield from self.node(node, 0)
        if not self.tree.length:
            yield from self.problems(self.tree.problems, 0)

    def node(self, node: TreeNode | FramesNode, depth: int) -> Iterator[str]:
        if isinstance(node, FramesNode):
            yield from self.frames(node, depth)
        elif node.row is not None or not node.children:
            yield from self.field(node, depth)
        else:
            yield from self.group(node, depth)

    def group(self, node: TreeNode, depth: int) -> Iterator[str]:
        yield self.heading(node, depth)
        if self.options.depth is None or depth + 1 < self.options.depth:
            shown = node.children if self.options.full else node.children[:_MAX_ITEMS]
            for child in shown:
                yield from self.node(child, depth + 1)
            if len(shown) < len(node.children):
                yield self.note(f"… {len(node.children) - len(shown)} more; --full shows all", depth + 1)
        yield from self.problems(node.problems, depth + 1)

    def heading(self, node: TreeNode | FramesNode, depth: int, what: str = "") -> str:
        length = count(node.end - node.start, "byte")
        path = " " * _INDENT * depth + node.path
        return f"{node.start:#0{self.digits}x}  {self.style(path, 'title')}  {self.style(what + length, 'dim')}"

    def frames(self, node: FramesNode, depth: int) -> Iterator[str]:
        yield self.heading(node, depth, f"{count(node.run.count, 'regular frame')}, ")
        if self.options.depth is not None and depth + 1 >= self.options.depth:
            return
        expected = 0
        for index in self.shown_frames(node):
            if index > expected:
                yield self.note(f"… {index - expected} more frames; --full shows all", depth + 1)
            yield from self.node(node.frame(index), depth + 1)
            expected = index + 1

    def shown_frames(self, node: FramesNode) -> Iterator[int]:
        """The first ones, those with a problem, and the last."""
        number = node.run.count
        if self.options.full or number <= _FIRST_FRAMES + 1:
            yield from range(number)
            return
        faulty = sorted(node.problems)[:_MAX_ITEMS]
        yield from sorted({*range(_FIRST_FRAMES), *faulty, number - 1})

    def field(self, node: TreeNode, depth: int) -> Iterator[str]:
        beside = 1 + width(node.value) <= self.options.columns - self.column - _INDENT * depth
        rows = self.rows(node.start, node.end, marked=bool(node.problems))
        for left, right in zip_longest(rows, self.meaning(node, node.value if beside else "", depth)):
            yield f"{' ' * self.column if left is None else left}{right or ''}"
        if not beside:
            most = None if self.options.full else _LINES_OF_VALUE
            yield from self.out.lines(node.value, " " * (self.digits + 2 + _INDENT * depth), most=most)
        if self.options.depth is None or depth + 1 < self.options.depth:
            for child in node.children:
                yield from self.node(child, depth + 1)
        yield from self.problems(node.problems, depth + 1)

    def rows(self, start: int, end: int, *, marked: bool) -> Iterator[str]:
        """The bytes of a field, with a mark in front of those that break a rule; each line is as wide as the left half."""
        mark, role = ("!", "bad") if marked else (" ", "plain")
        shown = end
        if not self.options.full and end - start > (_FOLDED_ROWS + 1) * self.in_row:
            shown = start + _FOLDED_ROWS * self.in_row
        for at in range(start, max(shown, start + 1), self.in_row):
            if (at - start) % _PIECE == 0:
                piece, base = self.tree.source.read(at, min(at + _PIECE, shown)), at
            data = piece[at - base : at - base + self.in_row]
            text = "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in data)
            digits = data.hex(" ")
            gaps = " " * (3 * self.in_row - len(digits)), " " * (self.in_row - len(text) + 2)
            yield f"{at:#0{self.digits}x} {mark}{self.style(digits, role)}{gaps[0]}{self.style(text, 'dim')}{gaps[1]}"
        if shown < end:
            folded = f"… {end - shown} more bytes"
            yield f"{'':<{self.digits + 2}}{self.style(folded, 'dim')}{' ' * (self.column - self.digits - 2 - len(folded))}"

    def meaning(self, node: TreeNode, value: str, depth: int) -> Iterator[str]:
        """What a field is and holds: name and value, and as many of its requirements as fit."""
        front, room = " " * _INDENT * depth, self.options.columns - self.column - _INDENT * depth
        ids = () if node.row is None else node.row.requirements
        line, used = f"{front}{self.style(node.name, 'label')}:", width(node.name) + 1
        if value and used + 1 + width(value) > room:
            yield line
            line, used = front, 0
        if value:
            line, used = f"{line} {value}", used + 1 + width(value)
        fitting = _fitting(ids, room - used - 2)
        if fitting:
            yield f"{line}  {self.style(fitting, 'dim')}"
            return
        yield line
        fitting = _fitting(ids, room - 1)
        if fitting:
            yield f"{front} {self.style(fitting, 'dim')}"

    def problems(self, problems: Iterable[EsdkError], depth: int) -> Iterator[str]:
        # Reqs: CLI-DMP-002
        front = f"{'':<{self.digits}} !"
        for problem in problems:
            texts = [
                (f"{problem.code} at {problem.path or 'the end'}", "bad"),
                (problem.message, "plain"),
                (hint_of(problem), "dim"),
                (" ".join(requirements_of(problem)), "dim"),
            ]
            for text, role in texts:
                for line in fold(text, self.options.columns - len(front)):
                    yield f"{front}{self.style(line, role)}"

    def note(self, text: str, depth: int) -> str:
        return f"{'':<{self.digits + 2 + _INDENT * depth}}{self.style(text, 'dim')}"


def _fitting(ids: Sequence[str], columns: int) -> str:
    """As many ids as fit into a line; empty when the first does not."""
    text = ""
    for number, one in enumerate(ids):
        longer = f"{text} {one}".strip()
        more = " …" if number + 1 < len(ids) else ""
        if len(longer) + len(more) > columns:
            return f"{text} …" if text else ""
        text = longer
    return text
