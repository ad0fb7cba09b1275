"""What an input is, from the outside in: the wrappings down to its first message, or down to what is in the place of one.

Strategy: messages first; then damage that cannot be undone; then a ciphertext of AWS KMS; then the recognizers of things, one wrapping
after another. What else the input holds is said with the outermost wrapping.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from esdkit.columns import count
from esdkit.input.beginnings import BEGINNINGS, begins_like_message
from esdkit.input.damage import recognize_damaged
from esdkit.input.recognition import Recognition
from esdkit.input.search import Findings, find
from esdkit.input.things import recognize
from esdkit.inspector import Tree

__all__ = ["examine"]

_MAX_LEVELS = 8
_MAX_NAMED = 3
_CLIENTS = ("s3-client", "dynamodb-item")
"""Objects of other encryption clients, which have a ciphertext of AWS KMS in them."""


def examine(data: bytes) -> tuple[Recognition, ...]:
    """The wrappings of an input.

    Args:
        data: any bytes.

    Returns:
        The outermost first; each holds the next in its ``inner``. Nothing when the input is a message, whole or broken.
    """
    # Reqs: CLI-DOC-001, CLI-DOC-002, CLI-DOC-003
    if begins_like_message(data):
        damaged = recognize_damaged(data)
        return () if damaged is None else (damaged,)
    findings = find(data)
    return _with_remarks(tuple(_wrappings(data, findings)), findings)


def _wrappings(data: bytes, findings: Findings) -> Iterator[Recognition]:
    if findings.messages:
        yield from findings.messages[0].steps
        return
    damaged = recognize_damaged(data)
    if damaged is not None:
        yield damaged
    elif not _is_message(data):
        outer = recognize(data)
        if outer.kind in _CLIENTS:
            yield outer
        elif findings.ciphertexts:
            yield from findings.ciphertexts[0].steps
            yield recognize(findings.ciphertexts[0].data)
        else:
            yield from _things(data)


def _things(data: bytes) -> Iterator[Recognition]:
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
    sentences = [first.detail, *_others(findings), *findings.limits]
    if first.kind in _CLIENTS and findings.ciphertexts:
        sentences.append(f"it holds a ciphertext of AWS KMS itself, at {findings.ciphertexts[0].place}")
    if findings.messages and first.where:
        sentences.insert(1, f"the message is at {first.where}")
    return (replace(first, detail="; ".join(filter(None, sentences)) or None), *rest)


# Reqs: CLI-INP-003
def _others(findings: Findings) -> Iterator[str]:
    messages, ciphertexts = len(findings.messages), findings.ciphertexts
    if messages > 1:
        yield f"it holds {messages} messages, and this is the first: FILE#2 names the next, esdkit extract lists all"
    if ciphertexts and messages:
        places = ", ".join(each.place for each in ciphertexts[:_MAX_NAMED])
        yield f"it also holds {count(len(ciphertexts), 'ciphertext')} of AWS KMS itself, at {places}"
