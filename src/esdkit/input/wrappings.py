"""What an input is, from the outside in: the wrappings down to its first message, or down to what is in the place of one.

Strategy: messages first; then damage that cannot be undone; then a ciphertext of AWS KMS; then the recognizers of things, one wrapping
after another. What else the input holds is said with the outermost wrapping.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from esdkit.columns import count
from esdkit.input.beginnings import begins_like_message
from esdkit.input.damage import recognize_damaged
from esdkit.input.recognition import MAX_TEXT, Recognition
from esdkit.inspector import Tree
from esdkit.inspector.facts.source import ByteSource, MemorySource
from esdkit.spec import BEGINNINGS, LIMITS

if TYPE_CHECKING:
    from esdkit.input.search import Findings

__all__ = ["examine", "examine_source"]

_MAX_LEVELS = LIMITS["search_depth"]
_MAX_NAMED = 3
_HEAD = 64  # bytes that a message is known by
_CLIENTS = ("s3-client", "dynamodb-item")
"""Objects of other encryption clients, which have a ciphertext of AWS KMS in them."""


def examine(data: bytes) -> tuple[Recognition, ...]:
    """The wrappings of an input.

    Args:
        data: any bytes.

    Returns:
        The outermost first; each holds the next in its ``inner``. Nothing when the input is a message, whole or broken.
    """
    return examine_source(MemorySource(data))[0]


def examine_source(source: ByteSource) -> tuple[tuple[Recognition, ...], int]:
    """The same of a source of any length, and how many of its bytes were examined: the beginning, if it is long and not a message."""
    # Reqs: CLI-DOC-001, CLI-DOC-002, CLI-DOC-003
    if begins_like_message(source.read(0, _HEAD)):
        damaged = recognize_damaged(source.read(0, source.length)) if source.length <= MAX_TEXT else None
        return () if damaged is None else (damaged,), source.length
    from esdkit.input.search import find_in  # here and below: what begins like a message is not searched

    findings, searched = find_in(source)
    wrappings = findings.messages[0].steps if findings.messages else tuple(_without_message(source.read(0, searched), findings))
    return _with_remarks(wrappings, findings), searched


def _without_message(data: bytes, findings: Findings) -> Iterator[Recognition]:
    damaged = recognize_damaged(data)
    if damaged is not None:
        yield damaged
    elif not _is_message(data):
        from esdkit.input.things import recognize

        outer = recognize(data)
        if outer.kind in _CLIENTS:
            yield outer
        elif findings.ciphertexts:
            yield from findings.ciphertexts[0].steps
            yield recognize(findings.ciphertexts[0].data)
        else:
            yield from _things(data)


def _things(data: bytes) -> Iterator[Recognition]:
    from esdkit.input.things import recognize

    inner: bytes | None = data
    for left in range(_MAX_LEVELS, -1, -1):
        if inner is None:
            return
        found = recognize(inner)
        yield found if left else replace(found, inner=None)  # what is deeper was not looked at, and the search has said so
        inner = found.inner


def _is_message(data: bytes) -> bool:
    """Whether the bytes have enough of the structure of a message that a broken beginning does not matter."""
    tree = Tree.of(data)
    return (tree.suite is not None and bool(tree.encrypted_data_keys)) or _only_first_byte_broken(data)


def _only_first_byte_broken(data: bytes) -> bool:
    others = (head[:1] for head in BEGINNINGS if data[1:4].startswith(head[1:]))
    return any(not Tree.of(first + data[1:]).problems for first in set(others))


def _with_remarks(wrappings: tuple[Recognition, ...], findings: Findings) -> tuple[Recognition, ...]:
    """Say with the outermost wrapping what else was found and what was not looked at."""
    if not wrappings:
        return ()
    if findings.messages and findings.messages[0].whole:
        wrappings = tuple(replace(each, detail=None) if each.kind == "in-text" else each for each in wrappings)
    first, rest = wrappings[0], wrappings[1:]
    place = f"the message is at {first.where}" if findings.messages and first.where else None
    of_kms = findings.ciphertexts[0].place if first.kind in _CLIENTS and findings.ciphertexts else None
    sentences = [
        *_others(findings),
        first.detail,
        place,
        of_kms and f"it holds a ciphertext of AWS KMS itself, at {of_kms}",
        *findings.limits,
    ]
    return (replace(first, detail="; ".join(filter(None, sentences)) or None), *rest)


def _others(findings: Findings) -> Iterator[str]:
    messages, ciphertexts = len(findings.messages), findings.ciphertexts
    if messages > 1:
        yield f"it holds {messages} messages: FILE#2 names the next, esdkit extract lists all"
    # Reqs: CLI-INP-003
    if ciphertexts and messages:
        places = ", ".join(each.place for each in ciphertexts[:_MAX_NAMED])
        yield f"it also holds {count(len(ciphertexts), 'ciphertext')} of AWS KMS itself, at {places}"
