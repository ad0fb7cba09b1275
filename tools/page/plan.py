"""What a browser must compute to decrypt a message: every step's inputs, in the order of the steps. Without any key.

Strategy: the message is read as decryption reads it, and the inputs come from the functions that decryption uses; the browser has AES-GCM
and HKDF, and compares. Invariants: a message that decryption refuses without a key has no plan but the reason; no key and no plaintext
comes here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from esdkit.columns import printable
from esdkit.crypto.kdf import derivation
from esdkit.errors import EsdkError
from esdkit.inspector import Tree
from esdkit.message.aad import header_aad, piece_aad, serialize_encryption_context
from esdkit.message.message import Parsed, read_message
from esdkit.message.model import Message, NonFramedBody
from esdkit.message.providers import RawAesKey
from esdkit.spec import CONSTANTS

__all__ = ["pieces", "plan"]

MAX_PIECES = 1 << 16
"""Frames of a message that is decrypted in a page."""

_TAG_BITS = CONSTANTS.raw_aes_tag_length_bits

_bodies: list[Iterator[dict[str, Any]]] = []
"""The pieces of the last plan that are still to be given."""


def plan(data: bytes, tree: Tree) -> dict[str, Any]:
    """The steps before the body.

    Args:
        data: the message.
        tree: what its inspection found; the signature's state comes from it.

    Returns:
        ``refused``, a sentence, or ``suite``, ``signature`` (its state), ``means``, ``data_key_length``, ``wrapped`` (raw AES alone),
        ``derivation``, ``commit_key``, ``header``, ``pieces`` (how many).
    """
    try:
        parsed = read_message(data)
    except EsdkError as error:
        return {"refused": printable(f"{error.message} ({error.code.value})")}
    message = parsed.message
    number = 1 if isinstance(message.body, NonFramedBody) else len(message.body)
    if number > MAX_PIECES:
        return {"refused": f"it has {number} frames, and this page decrypts at most {MAX_PIECES}; esdkit decrypt has no such limit"}
    suite = message.header.suite
    _bodies[:] = [_pieces(message)]
    return {
        "suite": str(suite),
        "signature": tree.signature.state,
        "means": tree.signature.means,
        "data_key_length": suite.data_key_length,
        "key_length": suite.key_length,
        "wrapped": list(_wrapped(message, tree)),
        "derivation": _derivation(message),
        "commit_key": message.header.suite_data,
        "header": _header(data, parsed),
        "pieces": number,
    }


def pieces(most: int) -> list[dict[str, Any]]:
    """The next pieces of the body: ``iv``, ``aad``, ``sealed`` (ciphertext and tag), ``path``; none at its end.

    Args:
        most: pieces.
    """
    return list(islice(_bodies[0], most))


def _wrapped(message: Message, tree: Tree) -> Iterator[dict[str, Any]]:
    """The data keys that a raw AES key may open."""
    aad = serialize_encryption_context(message.header.encryption_context)
    for key in tree.encrypted_data_keys:
        wrapping = key.wrapping_key
        if not isinstance(wrapping, RawAesKey) or key.ciphertext is None:
            continue
        if (wrapping.tag_length, wrapping.iv_length) == (_TAG_BITS, CONSTANTS.raw_aes_iv_length):
            yield {"index": key.index, "iv": wrapping.iv, "aad": aad, "sealed": key.ciphertext}


def _derivation(message: Message) -> dict[str, Any] | None:
    """The inputs of HKDF; None where the data key is the content key."""
    inputs = derivation(message.header.suite, message.header.message_id)
    return None if inputs is None else inputs._asdict()


def _header(data: bytes, parsed: Parsed) -> dict[str, Any]:
    header = parsed.message.header
    body = data[: parsed.header_length - len(header.auth.iv) - len(header.auth.tag)]
    return {"iv": header.auth.iv or bytes(header.suite.iv_length), "aad": header_aad(body, {}), "sealed": header.auth.tag}


def _pieces(message: Message) -> Iterator[dict[str, Any]]:
    header, body = message.header, message.body
    if isinstance(body, NonFramedBody):
        aad = piece_aad(header, CONSTANTS.non_framed_sequence_number, len(body.ciphertext), final=True)
        yield {"iv": body.iv, "aad": aad, "sealed": body.ciphertext + body.tag, "path": "body"}
        return
    for index, frame in enumerate(body):
        aad = piece_aad(header, frame.sequence_number, len(frame.ciphertext), final=frame.final)
        yield {"iv": frame.iv, "aad": aad, "sealed": frame.ciphertext + frame.tag, "path": f"body.frame[{index}]"}
