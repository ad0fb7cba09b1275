"""What many messages have in common, written once: the header, and the context that data keys are bound to.

Strategy: the grammar writes the bytes twice, with two different bytes in all places whose content differs from message to message; where
the two are equal is what all have in common.
Invariant: the content of each place has the same length in every message, and is not empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from esdkit.message.aad import context_pairs, serialize_pairs
from esdkit.message.header import build_header_auth, build_header_body
from esdkit.message.model import EncryptedDataKey, Header
from esdkit.spec import CONSTANTS

__all__ = ["ContextTemplate", "HeaderTemplate", "Pairs", "WrappedKey", "with_public_key", "without_public_key"]

_PUBLIC_KEY_NAME = CONSTANTS.public_key_name.encode("ascii")
Pairs = tuple[tuple[bytes, bytes], ...]
WrappedKey = tuple[bytes, bytes, bytes]
"""The values of an ``EncryptedDataKey``, in its order."""


def with_public_key(pairs: Pairs | None, public_key: bytes) -> Pairs:
    """The pairs of a signed message with another public key, as the context carries it."""
    return tuple([(key, public_key if key == _PUBLIC_KEY_NAME else value) for key, value in pairs or ()])


def without_public_key(pairs: Pairs | None) -> tuple[bytes, Pairs]:
    """The public key in the pairs of a signed message, no bytes if there is none, and the other pairs."""
    pairs = pairs or ()
    for at, (key, value) in enumerate(pairs):
        if key == _PUBLIC_KEY_NAME:
            return value, pairs[:at] + pairs[at + 1 :]
    return b"", pairs


class _Template:
    """Bytes with places.

    Args:
        write: writes them, with the byte that it gets in all places. They begin with what all have in common.
    """

    def __init__(self, write: Callable[[bytes], bytes]) -> None:
        low, high = write(b"\x00"), write(b"\xff")
        differs = bytes(map(int.__ne__, low, high))
        self._pieces = [low[slice(*run.span())] for run in re.finditer(rb"\x00+|\x01+", differs)]

    def filled(self, contents: Iterable[bytes]) -> bytes:
        """The bytes with these contents of the places, in order."""
        pieces = self._pieces.copy()
        pieces[1::2] = contents
        return b"".join(pieces)


class ContextTemplate:
    """The encryption contexts of signed messages that differ in the public key alone.

    Args:
        encryption_context: one of them.
    """

    def __init__(self, encryption_context: Mapping[str, str]) -> None:
        pairs = context_pairs(encryption_context) or ()
        self._template = _Template(lambda byte: serialize_pairs(_filled_pairs(pairs, byte)))

    def serialized(self, public_key: bytes) -> bytes:
        """What ``serialize_encryption_context`` gives."""
        return self._template.filled([public_key])


class HeaderTemplate:
    """The headers of messages that differ in message id, public key, wrapped data keys, suite data and tag alone.

    Args:
        header: one of them, authentication included; its data keys have provider information.
    """

    def __init__(self, header: Header) -> None:
        self._body = _Template(lambda byte: build_header_body(_filled(header, byte)))
        self._before_tag = build_header_auth(header)[: -len(header.auth.tag)]

    def auth(self, tag: bytes) -> bytes:
        """What ``build_header_auth`` gives."""
        return self._before_tag + tag

    def body(self, message_id: bytes, public_key: bytes, wrapped_keys: Iterable[WrappedKey], suite_data: bytes | None) -> bytes:
        """What ``build_header_body`` gives; ``public_key`` is empty if the message is not signed."""
        contents = [message_id]
        if public_key:
            contents.append(public_key)
        for _, provider_info, ciphertext in wrapped_keys:
            contents += (provider_info, ciphertext)
        if suite_data:
            contents.append(suite_data)
        return self._body.filled(contents)


def _filled(header: Header, byte: bytes) -> Header:
    """A header with one byte in all places of its message id, public key, wrapped data keys and suite data."""
    keys = [
        EncryptedDataKey(key.provider_id, byte * len(key.provider_info), byte * len(key.ciphertext)) for key in header.encrypted_data_keys
    ]
    return replace(
        header,
        message_id=byte * len(header.message_id),
        context_pairs=header.context_pairs and _filled_pairs(header.context_pairs, byte),
        encrypted_data_keys=tuple(keys),
        suite_data=byte * len(header.suite_data),
    )


def _filled_pairs(pairs: Pairs, byte: bytes) -> Pairs:
    return tuple([(key, byte * len(value) if key == _PUBLIC_KEY_NAME else value) for key, value in pairs])
