"""Changes to single fields, by path, with as much repaired as you want.

Strategy: ``trace`` finds a field, ``splice`` replaces its bytes; ``change`` does this with one of four levels of repair, so that a case
reaches the check that it is about:

    none      the bytes of the finished message are changed, nothing else

    lengths   the field's own length, and that of the context section around it, are adjusted

    mac       the header tag is computed over the changed header; a signature stays that of the unchanged message
    sign      the signature is computed again as well

A changed body keeps its frame tags, which authenticate the draft's pieces; to update them, change the pieces of the draft.
Not here: structural defects (a missing frame, bytes between fields): slice the bytes, and pass parts to ``Draft.seal``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.forge.draft import Draft
from esdkit.grammar.body import BODY
from esdkit.grammar.field import Node, Span
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER_BODY
from esdkit.grammar.trace import trace
from esdkit.spec import FIELDS

__all__ = ["Repair", "change", "flip", "spans", "splice"]

_CONTEXT = "header.encryption_context"


class Repair(StrEnum):
    """How much of a message is adjusted to a change; see the module."""

    NONE = "none"
    LENGTHS = "lengths"
    MAC = "mac"
    SIGN = "sign"


def spans(data: bytes, *, root: Node = MESSAGE, values: Mapping[str, Any] | None = None) -> dict[str, Span]:
    """The span of each field, by path, as far as the bytes can be read.

    Args:
        data: a message, or the part of one that ``root`` describes.
        root: the grammar's node to read by.
        values: of earlier fields that sizes depend on, by field id.
    """
    return {FIELDS[span.id].path(span.index): span for span in trace(root, data, values=values).spans}


def splice(
    data: bytes,
    path: str,
    value: int | bytes,
    *,
    lengths: bool = False,
    root: Node = MESSAGE,
    values: Mapping[str, Any] | None = None,
) -> bytes:
    """The bytes with another value in one field.

    Args:
        data, root, values: as for ``spans``.
        path: the field.
        value: for a number, one that its field can hold; for a byte string, one of any length.
        lengths: adjust the field's length, and that of the context section.

    Raises:
        UsageError: ``invalid-argument``, there is no such field, or it cannot hold the value.
    """
    fields = spans(data, root=root, values=values)
    if path not in fields:
        raise UsageError(Code.INVALID_ARGUMENT, f"there is no field {path}", path=path)
    changes = {path: _encode(path, fields[path], value)}
    grown = len(changes[path]) - (fields[path].end - fields[path].start)
    if lengths and isinstance(value, bytes) and f"{path}.length" in fields:
        changes[f"{path}.length"] = _encode(path, fields[f"{path}.length"], len(value))
        if path.startswith(_CONTEXT):
            section = fields[f"{_CONTEXT}.length"]
            assert isinstance(section.value, int)
            changes[f"{_CONTEXT}.length"] = _encode(path, section, section.value + grown)
    for span, new in sorted(((fields[at], new) for at, new in changes.items()), key=lambda item: -item[0].start):
        data = data[: span.start] + new + data[span.end :]
    return data


def flip(data: bytes, path: str, bit: int = 0, *, root: Node = MESSAGE, values: Mapping[str, Any] | None = None) -> bytes:
    """The message with one bit of a field inverted; bit 0 is the lowest of the field's last byte, bit -1 the highest of its first.

    Args:
        data, root, values: as for ``spans``.
        path: the field.
        bit: its number.

    Raises:
        UsageError: ``invalid-argument``, there is no such field, or it has no such bit.
    """
    span = spans(data, root=root, values=values).get(path)
    bits = 0 if span is None else 8 * (span.end - span.start)
    if span is None or not -bits <= bit < bits:
        raise UsageError(Code.INVALID_ARGUMENT, f"there is no bit {bit} in a field {path}", path=path)
    at = span.end - 1 - bit % bits // 8
    return data[:at] + bytes([data[at] ^ 1 << bit % 8]) + data[at + 1 :]


def change(draft: Draft, path: str, value: int | bytes, repair: Repair) -> bytes:
    """The message of a draft with one field changed, repaired up to a level.

    Args:
        draft: the message.
        path: a field of header body or body.
        value: as for ``splice``.
        repair: what is adjusted to the change.

    Raises:
        UsageError: as ``splice``; also for a field outside header body and body if tags are to be adjusted.
    """
    if repair in (Repair.NONE, Repair.LENGTHS):
        return splice(draft.seal(), path, value, lengths=repair is Repair.LENGTHS)
    header_body, body = draft.header_body(), draft.body()
    if path.startswith("body."):
        body = splice(body, path, value, lengths=True, root=BODY, values=draft.header.known_values)
    else:
        header_body = splice(header_body, path, value, lengths=True, root=HEADER_BODY)
    kept = _signature(draft) if repair is Repair.MAC else None
    return draft.seal(header_body=header_body, body=body, signature=kept)


def _signature(draft: Draft) -> bytes | None:
    """The signature of the unchanged message; None if the suite does not sign."""
    span = spans(draft.seal()).get("footer.signature")
    return span.value if span is not None and isinstance(span.value, bytes) else None


def _encode(path: str, span: Span, value: int | bytes) -> bytes:
    number = isinstance(span.value, int)
    if number != isinstance(value, int):
        raise UsageError(Code.INVALID_ARGUMENT, f"{path} holds {'a number' if number else 'bytes'}", path=path)
    if isinstance(value, bytes):
        return value
    size = span.end - span.start
    if not 0 <= value < 256**size:
        raise UsageError(Code.INVALID_ARGUMENT, f"{path} has {size} bytes and cannot hold {value}", path=path)
    return value.to_bytes(size, "big")
