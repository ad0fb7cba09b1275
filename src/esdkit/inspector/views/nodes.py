"""The fields of a message as a tree of groups: what dump and page show.

Strategy: a field's id and index say which groups it belongs to; a group is made when its first field comes, in the order of the bytes.
Regular frames, of which there may be millions, are one ``FramesNode``, which makes the node of a frame when it is asked for. What a
keyring put into provider information and ciphertext is read by the layouts of ``grammar/edk.py`` and is below them, at its place in
the message.

Invariants: the fields cover the bytes that were read, once, in order; what is below a field covers that field. Not here: how any of
it looks, except for the text of a value, which is safe to print.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from esdkit.columns import count, printable, text_of, utf8_text
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.frozen import frozen
from esdkit.grammar.field import Group
from esdkit.grammar.trace import trace
from esdkit.inspector.facts.reading import FrameRun, RawSpan, is_content
from esdkit.inspector.facts.source import ByteSource
from esdkit.inspector.facts.tree import Tree
from esdkit.message.providers import inner_layouts
from esdkit.near import did_you_mean
from esdkit.spec import CONSTANTS, FIELDS, SUITES, Field

__all__ = ["FramesNode", "TreeNode", "find_node", "known_paths", "node_bytes", "node_text", "nodes"]

_FRAMES = "body.frame"
_KEYS = "header.encrypted_data_keys."
_ROOTS = ("header", "header_auth", "body", "footer")
_MOST_NEAR = 1000  # names that are compared with a mistyped one


@dataclass(slots=True)
class TreeNode:
    """One node: a group, or a field.

    Attributes:
        name: what it is called below its parent, ``[2]`` or ``provider_id.length``.
        path: as errors name it; ``trailing`` and ``unread`` for bytes that are not a field.
        start, end: its bytes (offsets, end exclusive).
        row: of a field in spec/format; None of a group.
        value: for people, with its unit, safe to print; empty for a group.
        children: in the order of the bytes.
        problems: what is wrong here, or missing here.
    """

    name: str
    path: str
    start: int
    end: int
    row: Field | None = None
    value: str = ""
    children: list[TreeNode | FramesNode] = field(default_factory=list)
    problems: list[EsdkError] = field(default_factory=list)


@frozen
class FramesNode:
    """All whole regular frames of a body. ``problems``: those of single frames, by index."""

    run: FrameRun
    source: ByteSource
    problems: Mapping[int, Sequence[EsdkError]]
    name: str = "frame"
    path: str = _FRAMES

    @property
    def start(self) -> int:
        return self.run.start

    @property
    def end(self) -> int:
        return self.run.end

    def frame(self, index: int) -> TreeNode:
        """The node of one frame."""
        builder = _Builder()
        for span in self.run.spans(self.source, index, index + 1):
            builder.add(span)
        for problem in self.problems.get(index, ()):
            builder.blame(problem)
        (frame,) = builder.roots[0].children
        assert isinstance(frame, TreeNode)
        return frame


def nodes(tree: Tree) -> list[TreeNode]:
    """The roots: header, header_auth, body and footer as far as they are there, then the bytes that are not a field."""
    builder = _Builder()
    reading = tree.reading
    for span in reading.before:
        builder.add(span)
    for key in tree.encrypted_data_keys:
        for part, group, given in inner_layouts(key):
            builder.add_inner(FIELDS[f"{_KEYS}{part}"].path(key.index), group, given)
    whole = 0 if reading.run is None else reading.run.count
    of_frames: dict[int, list[EsdkError]] = {}
    others: list[EsdkError] = []
    for problem in tree.problems:
        index = _frame_of(problem)
        if index is None or index >= whole:
            others.append(problem)
        else:
            of_frames.setdefault(index, []).append(problem)
    if reading.run is not None and whole:
        builder.add_frames(FramesNode(reading.run, tree.source, of_frames))
    for span in reading.after:
        builder.add(span)
    if tree.end < tree.length:
        name = "trailing" if tree.complete else "unread"
        builder.rest = TreeNode(name, name, tree.end, tree.length, value=count(tree.length - tree.end, "byte"))
        builder.roots.append(builder.rest)
    for problem in others:
        builder.blame(problem)
    return builder.roots


def find_node(tree: Tree, path: str) -> TreeNode | None:
    """The node with this path; None where the message has none. That of all regular frames comes without its children."""
    # Reqs: CLI-INS-007
    run, one = tree.reading.run, _ONE_FRAME.match(path)
    if run is not None and one is not None and int(one[1]) < run.count:
        frame = FramesNode(run, tree.source, {}).frame(int(one[1]))
        found = [frame, *(child for child in frame.children if isinstance(child, TreeNode))]
        return next((node for node in found if node.path == path), None)
    node = next((node for node in _all_nodes(tree) if node.path == path), None)
    return TreeNode(node.name, node.path, node.start, node.end) if isinstance(node, FramesNode) else node


def _all_nodes(tree: Tree) -> Iterator[TreeNode | FramesNode]:
    """The nodes, from the roots down, without those of regular frames."""
    waiting: deque[TreeNode | FramesNode] = deque(nodes(tree))
    while waiting:
        node = waiting.popleft()
        yield node
        if isinstance(node, TreeNode):
            waiting += node.children


def known_paths() -> list[str]:
    """What ``find_node`` can find in some message, with 0 for the index of what can be there several times."""
    rows = [row for row in FIELDS.values() if row.id.split(".")[0] in _ROOTS]
    paths = [(groups, row.path(0)) for row in rows for groups in [_place(row, 0)[0]]]
    return list(dict.fromkeys(path for groups, field_path in paths for path in [*(group for _, group, _ in groups), field_path]))


def node_bytes(tree: Tree, path: str) -> Iterator[bytes | memoryview]:
    """See ``Inspection.bytes_at``."""
    node = _node_at(tree, path)
    return tree.source.pieces(node.start, node.end)


def node_text(tree: Tree, path: str) -> Iterator[str]:
    """See ``Inspection.get``."""
    # Reqs: CLI-INS-007
    node = _node_at(tree, path)
    row = node.row
    if row is not None and row.type != "bytes":
        yield str(int.from_bytes(tree.source.read(node.start, node.end), "big"))
        return
    text = None if row is None or not _may_be_text(row) else _field_text(row, tree.source.read(node.start, node.end))
    if text is None:
        yield from (piece.hex() for piece in tree.source.pieces(node.start, node.end))
    else:
        yield printable(text)


def _node_at(tree: Tree, path: str) -> TreeNode:
    node = find_node(tree, path)
    if node is None:
        meant = did_you_mean(path, (node.path for node in islice(_all_nodes(tree), _MOST_NEAR)))
        hint = f"{meant} `esdkit dump` shows the names of all fields.".lstrip()
        raise UsageError(Code.INVALID_ARGUMENT, f"the message has no field {path}", hint=hint)
    return node


_ONE_FRAME = re.compile(rf"{re.escape(_FRAMES)}\[([0-9]{{1,10}})\]")  # no body has frames with longer numbers


def _value_text(row: Field, value: int | bytes | None, length: int) -> str:
    """What a field holds, for people, with its unit.

    Args:
        row: of the field.
        value: number or bytes; None for a content.
        length: of the field in bytes.
    """
    if isinstance(value, int):
        return _number(row, value)
    text = None if value is None else _field_text(row, value)
    if text is None and value is not None and row.unit == "name":
        return text_of(value)
    return count(length, "byte") if text is None else printable(text) or "(empty)"


_TEXT_UNITS = ("utf-8", "name")


def _field_text(row: Field, value: bytes) -> str | None:
    """The text that a byte string of a field is; None when it is not meant as text, or is not."""
    if not _may_be_text(row):
        return None
    text = utf8_text(value)
    return text if text is not None and (row.unit in _TEXT_UNITS or text.isprintable()) else None


def _may_be_text(row: Field) -> bool:
    """Whether a field holds text: always, or in some kinds of keyrings, as provider information does."""
    return row.unit in _TEXT_UNITS or row.id == f"{_KEYS}provider_info"


def _number(row: Field, value: int) -> str:
    if row.unit == "suite":
        return str(SUITES[value]) if value in SUITES else f"{value:#06x}"
    if row.id == "header.content_type":
        return f"{value} {'framed' if value == CONSTANTS.content_framed else 'non-framed'}"
    if row.unit == "number":
        return str(value) if value < 10 or row.id.endswith("sequence_number") else f"{value:#x}"
    return f"{value} {row.unit.removesuffix('s') if value == 1 else row.unit}"


def _frame_of(problem: EsdkError) -> int | None:
    """The index of the regular frame that a problem is about; None when it is about something else."""
    front, bracket, rest = (problem.path or "").partition("[")
    return int(rest.partition("]")[0]) if bracket and front == _FRAMES else None


class _Builder:
    """Puts fields into their groups."""

    def __init__(self) -> None:
        self.roots: list[TreeNode] = []
        self.rest: TreeNode | None = None
        self._by_path: dict[str, TreeNode] = {}
        self._values: dict[str, bytes] = {}

    def add(self, span: RawSpan) -> None:
        """A field, after those that were added before."""
        field_id, index, start, end, value = span
        row = FIELDS[field_id]
        groups, name = _place(row, index)
        for outer, path, group in groups:
            if path not in self._by_path:
                self._put(TreeNode(group, path, start, end), outer)
            self._by_path[path].end = end
        path = row.path(index)
        self._put(
            TreeNode(name, path, start, end, row, _value_text(row, None if is_content(field_id) else value, end - start)), groups[-1][1]
        )
        if isinstance(value, bytes) and field_id.startswith(_KEYS):
            self._values[path] = value

    def add_inner(self, path: str, group: Group, given: Mapping[str, int]) -> None:
        """What a field's bytes are made of."""
        outer = self._by_path[path]
        for field_id, _, start, end, value in trace(group, self._values[path], values=given).spans:
            row = FIELDS[field_id]
            at = outer.start + start
            text = _value_text(row, value, end - start)
            self._put(TreeNode(field_id, f"{path}.{field_id}", at, at + end - start, row, text), path)

    def add_frames(self, frames: FramesNode) -> None:
        """The regular frames; they come first in a body."""
        body = TreeNode("body", "body", frames.start, frames.end, children=[frames])
        self._put(body, None)

    def blame(self, problem: EsdkError) -> None:
        """Put a problem to its field; else to the bytes that could not be read because of it, or to the innermost group that lacks it."""
        path = problem.path or ""
        if path not in self._by_path and self.rest is not None and self.rest.start == problem.offset:
            self.rest.problems.append(problem)
            return
        while path and path not in self._by_path:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        node = self._by_path.get(path)
        if node is None and self.roots:
            node = self.roots[-1]
        if node is not None:
            node.problems.append(problem)

    def _put(self, node: TreeNode, outer: str | None) -> None:
        self._by_path[node.path] = node
        (self.roots if outer is None else self._by_path[outer].children).append(node)


def _place(row: Field, index: int | None) -> tuple[list[tuple[str | None, str, str]], str]:
    """The groups of a field from the outermost, each as path of its outer group, path, name; and the field's own name."""
    room, *words = row.id.split(".")
    groups: list[tuple[str | None, str, str]] = [(None, room, room)]
    if row.repeats and index is not None:
        items, *rest = words
        if row.id.startswith(f"{_FRAMES}."):
            groups.append((room, f"{_FRAMES}[{index}]", f"{items}[{index}]"))
        else:
            path = f"{room}.{items}"
            groups += [(room, path, items), (path, f"{path}[{index}]", f"[{index}]")]
        return groups, ".".join(rest)
    if len(words) > 1 and f"{room}.{words[0]}" not in FIELDS:
        groups.append((room, f"{room}.{words[0]}", words[0]))
        words = words[1:]
    return groups, ".".join(words)
