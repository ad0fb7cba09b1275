"""What bytes are when they are not a message: base64, a ciphertext of KMS itself, damage by text handling, somebody else's format.

Strategy: each kind is one small recognizer (``kinds``); the first that knows the bytes names them (names and advice:
spec/non_messages.yaml), with the bytes that show it and where they are. What holds something else gives it out, so that the caller can look
into it in turn. Damage comes before everything else, because damaged messages still begin like messages. The kinds are imported when the
bytes are not a message.
Invariants: any bytes are recognized, as ``unknown`` in the end; the work is linear in them, what is unpacked is bounded, and nothing is
executed or fetched. Bytes that may be a key are not shown.
"""

from __future__ import annotations

from esdkit.doctor.damage import recognize_damaged
from esdkit.doctor.recognition import BEGINNINGS, Recognition, message_starts
from esdkit.inspector import inspect

__all__ = ["recognize"]


def recognize(data: bytes) -> Recognition | None:
    """Say what bytes are; None when they are a message, whole or broken.

    Args:
        data: any bytes.
    """
    # Reqs: CLI-DOC-001, CLI-DOC-002, CLI-DOC-003
    damaged = recognize_damaged(data)
    if damaged is not None or _is_message(data):
        return damaged
    from esdkit.doctor.kinds import KINDS

    return next(found for recognizer in KINDS if (found := recognizer(data)) is not None)


def _is_message(data: bytes) -> bool:
    """Whether the bytes begin like a message, or have enough of its structure that a broken beginning does not matter."""
    if message_starts(data, 0, 0) == 0:
        return True
    tree = inspect(data)
    return (tree.suite is not None and bool(tree.encrypted_data_keys)) or _only_first_byte_broken(data)


def _only_first_byte_broken(data: bytes) -> bool:
    others = (head[:1] for head in BEGINNINGS if data[1:4].startswith(head[1:]))
    return any(not inspect(first + data[1:]).problems for first in set(others))
