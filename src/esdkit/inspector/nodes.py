"""The fields of a message as a tree of groups: what dump and page show.

Strategy: a field's path says which groups it belongs to; groups are made as their first field comes, in the order of the bytes. Regular
frames, of which there may be millions, are one ``FramesNode`` that makes the node of a frame when it is asked for. What a keyring put into
provider information and ciphertext is read by the layouts of ``grammar/edk.py`` and stands below them, with its offsets in the message.

Invariants: the leaves cover the bytes that were read, once, in order; parts below a leaf cover that leaf. Not here: how any of it looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from esdkit.errors import EsdkError
from esdkit.grammar.edk import ECDH_CIPHERTEXT, ECDH_INFO, HIERARCHY_CIPHERTEXT, RAW_AES_INFO
from esdkit.grammar.field import Group
from esdkit.grammar.layout import layout
from esdkit.grammar.trace import trace
from esdkit.inspector.parts import DataKey, readable
from esdkit.inspector.reading import FrameRun, RawSpan, is_content
from esdkit.inspector.source import Source
from esdkit.inspector.text import printable
from esdkit.spec import FIELDS, SUITES, Field

if TYPE_CHECKING:
    from esdkit.inspector.tree import Tree

__all__ = ["FramesNode", "Node", "nodes", "value_text"]


@dataclass(frozen=True, slots=True)
class Node:
    """One node: a group, or a field.

    Attributes:
        name: what it is called below its parent, ``[2]`` or ``provider_id.length``.
        path: as errors name it.
        start, end: its bytes (offsets, end exclusive).
        row: of a field in spec/format; None of a group.
        value: for people, with its unit; empty for a group.
        children: in the order of the bytes.
        problems: those that are found here.
    """

    name: str
    path: str
    start: int
    end: int
    row: Field | None = None
    value: str = ""
    children: tuple[Node | FramesNode, ...] = ()
    problems: tuple[EsdkError, ...] = ()


@dataclass(frozen=True, slots=True)
class FramesNode:
    """All regular frames. ``problems``: those of any of them, by index."""

    path: str
    run: FrameRun
    source: Source
    problems: Mapping[int, tuple[EsdkError, ...]]

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def start(self) -> int:
        return self.run.start

    @property
    def end(self) -> int:
        return self.run.end

    @property
    def count(self) -> int:
        return self.run.count

    def frame(self, index: int) -> Node:
        """The node of one frame."""
        groups = _grouped(self.run.spans(self.source, index, index + 1), {})
        (body,) = groups
        (frames,) = body.children
        assert isinstance(frames, Node)
        (frame,) = frames.children
        assert isinstance(frame, Node)
        return _with_problems(frame, self.problems.get(index, ()))


def nodes(tree: Tree) -> tuple[Node | FramesNode, ...]:
    """The roots: header, header_auth, body, footer as far as they are there, then what could not be read or follows the end."""
    reading = tree.reading
    frames = None
    if reading.run is not None and reading.run.count:
        frames = FramesNode("body.frame", reading.run, tree.source, _by_frame(tree.problems))
    inner = _inner_layouts(tree.encrypted_data_keys)
    roots = list(_grouped(chain(reading.before, reading.after), inner))
    if frames is not None:
        roots = list(_put_frames(roots, frames))
    rest = tree.length - tree.end
    if rest:
        name = "trailing" if tree.complete else "unread"
        roots.append(Node(name, "", tree.end, tree.length, value=f"{rest} bytes"))
    return tuple(_blame(root, tree) if isinstance(root, Node) else root for root in roots)
