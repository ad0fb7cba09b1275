"""Offsets and sizes of a group of fixed fields, for code that must not parse: the frame loops and the size arithmetic.

Taken from the grammar, never literal.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any

from esdkit.frozen import frozen
from esdkit.grammar.field import Group, Raw, UInt

__all__ = ["Layout", "layout", "packer"]


@frozen
class Layout:
    """The offset of each field of a group from the group's start, and the sizes, in bytes."""

    offsets: Mapping[str, int]
    sizes: Mapping[str, int]
    size: int


def layout(group: Group, values: Mapping[str, Any]) -> Layout:
    """The layout of a group of numbers and byte strings.

    Args:
        group: a group without lists and sections.
        values: the values that its sizes depend on, by field id (``header.algorithm_suite_id``, ``header.frame_length``).
    """
    offsets: dict[str, int] = {}
    sizes: dict[str, int] = {}
    offset = 0
    for node in group.nodes:
        if not isinstance(node, UInt | Raw):
            raise TypeError(f"a {type(node).__name__} has no fixed place")
        size = node.size if isinstance(node.size, int) else node.size(values)
        offsets[node.id], sizes[node.id] = offset, size
        offset += size
    return Layout(offsets, sizes, offset)


def packer(group: Group) -> struct.Struct:
    """The numbers that end a group (after its last byte string) as one ``Struct``."""
    numbers: list[UInt] = []
    for node in reversed(group.nodes):
        if not isinstance(node, UInt):
            break
        numbers.insert(0, node)
    return struct.Struct(">" + "".join(node.letter for node in numbers))
