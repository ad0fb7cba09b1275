"""Lengths and counts that are computed from the lines below them, for a message that is a list of lines.

Strategy: which number counts what is read off the grammar, once: a blob's length counts the blob, a number that sizes a byte string of its
own group counts that, a section's length counts the content of the section, a list's count counts its items. ``follow`` goes through the
lines once, from last to first, so it is linear. The same function serves both directions: the writer of a text compares each number with
the computed one, and the reader uses the computed one, so they cannot disagree. Not here: text, bytes and keys; a line is an id and a size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from esdkit.grammar.field import Blob, Counted, Group, Lookup, Node, Raw, Ref, Section, UInt
from esdkit.grammar.footer import MESSAGE

__all__ = ["AUTOMATIC", "NODES", "follow", "sized_by"]


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


_ALL = tuple(_walk(MESSAGE))

NODES: Mapping[str, UInt | Raw | Blob] = {node.id: node for node in _ALL if isinstance(node, UInt | Raw | Blob)}
"""The fields of a message, by id."""


def _contents() -> Iterator[tuple[str, str]]:
    """Pairs of a number and the byte string that it measures."""
    for node in _ALL:
        if isinstance(node, Blob):
            yield node.length.id, node.id
        elif isinstance(node, Group):
            numbers = {field.id for field in node.nodes if isinstance(field, UInt)}
            for field in node.nodes:
                if isinstance(field, Raw) and isinstance(field.size, Ref) and field.size.id in numbers:
                    yield field.size.id, field.id


def _first(group: Group) -> UInt | Raw | Blob:
    first = group.nodes[0]
    assert isinstance(first, UInt | Raw | Blob)
    return first


_CONTENT_OF = dict(_contents())
_LENGTH_OF = {content: length for length, content in _CONTENT_OF.items()}
_SECTIONS = {node.length.id: f"{node.id}." for node in _ALL if isinstance(node, Section)}
_LISTS = {node.count.id: (f"{node.id}.", _first(node.item).id) for node in _ALL if isinstance(node, Counted)}
_COUNTED = {first: count for count, (_, first) in _LISTS.items()}

AUTOMATIC = frozenset({*_CONTENT_OF, *_SECTIONS, *_LISTS})
"""The ids of the lengths and counts that can be computed."""


def sized_by(attribute: str) -> frozenset[str]:
    """The ids of the byte strings whose size is a property of the suite."""
    return frozenset(
        node.id for node in _ALL if isinstance(node, Raw) and isinstance(node.size, Lookup) and node.size.attribute == attribute
    )


def follow(ids: Sequence[str | None], sizes: Sequence[int]) -> dict[int, int]:
    """The value of each length and count, by the position of its line. One that has nothing to count is left out.

    - The length of a byte string is the size of the next line of that byte string, before another such length.
    - The length of a section is the size of all lines after it, up to the next field that is not of the section.
    - The count of a list is the number of lines of its items' first byte string, up to the next field that is not of the list.

    Args:
        ids: the field of each line; None for bytes without a field.
        sizes: of each line, in bytes.
    """
    # Reqs: FMT-TXT-003, FMT-TXT-004
    numbers: dict[int, int] = {}
    contents: dict[str, int] = {}
    lengths = dict.fromkeys(_SECTIONS, 0)
    counts = dict.fromkeys(_LISTS, 0)
    for at in range(len(ids) - 1, -1, -1):
        field_id = ids[at]
        if field_id in _LENGTH_OF:
            contents[_LENGTH_OF[field_id]] = sizes[at]
        elif field_id in _CONTENT_OF and field_id in contents:
            numbers[at] = contents.pop(field_id)
        _follow_lists(at, field_id, counts, numbers)
        _follow_sections(at, field_id, sizes[at], lengths, numbers)
    return numbers


def _follow_lists(at: int, field_id: str | None, counts: dict[str, int], numbers: dict[int, int]) -> None:
    if field_id is None:
        return
    for count, (prefix, _) in _LISTS.items():
        if field_id == count:
            numbers[at] = counts[count]
        if field_id == count or not field_id.startswith(prefix):
            counts[count] = 0
    if field_id in _COUNTED:
        counts[_COUNTED[field_id]] += 1


def _follow_sections(at: int, field_id: str | None, size: int, lengths: dict[str, int], numbers: dict[int, int]) -> None:
    for length, prefix in _SECTIONS.items():
        if field_id == length:
            numbers[at] = lengths[length]
            lengths[length] = 0
        elif field_id is None or field_id.startswith(prefix):
            lengths[length] += size
        else:
            lengths[length] = 0
