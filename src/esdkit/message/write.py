"""Model to bytes, by the same grammar that reads.

Lengths and counts follow from the content. Value rules are not judged here: what ``parse(…, strict=False)`` gives is built back byte for
byte. To write numbers that lie, name them in ``override``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.grammar.body import BODY
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Node
from esdkit.grammar.footer import FOOTER, SIGNED_FOOTER
from esdkit.grammar.header import HEADER_AUTH, HEADER_BODY
from esdkit.grammar.trace import BuildError
from esdkit.grammar.trace import build as build_values
from esdkit.message.model import Frame, Header, Message, NonFramedBody
from esdkit.spec import CONSTANTS

__all__ = ["build", "build_body", "build_footer", "build_header", "build_header_body", "serialize_footer"]


def build(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a message.

    Args:
        message: the model, lawful or not.
        override: numbers to write instead of the right ones, by path, for example ``{"header.encrypted_data_keys.count": 2}``.

    Raises:
        UsageError: ``invalid-argument`` when a value does not fit its field.
    """
    header = build_header(message.header, override=override)
    return header + build_body(message, override=override) + build_footer(message, override=override)


def build_header(header: Header, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a header, authentication included. Arguments and errors as for ``build``."""
    auth = (header.auth.iv, header.auth.tag) if header.version == 1 else (header.auth.tag,)
    return build_header_body(header, override=override) + _build(HEADER_AUTH, auth, header.known_values, override)


def build_header_body(header: Header, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a header without its authentication: what the header tag authenticates. Arguments and errors as for ``build``."""
    return _build(HEADER_BODY, _header_values(header), {}, override)


def build_body(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of the frames or of the single block. Arguments and errors as for ``build``."""
    body = message.body
    values = _block_values(body) if isinstance(body, NonFramedBody) else [_frame_values(frame) for frame in body]
    return _build(BODY, values, message.header.known_values, override)


def build_footer(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of the footer; none when the suite does not sign. Arguments and errors as for ``build``."""
    signature = None if message.signature is None else (message.signature,)
    return _build(FOOTER, signature, message.header.known_values, override)


def serialize_footer(signature: bytes) -> bytes:
    """The bytes of a footer around a signature (DER)."""
    return encoder(SIGNED_FOOTER)((signature,))


def _build(root: Node, values: Any, known: Mapping[str, Any], override: Mapping[str, int] | None) -> bytes:
    """By the fast writing, unless numbers are to lie or a body is to be written."""
    try:
        if override is None and root is not BODY:
            return encoder(root)(values, known)
        return build_values(root, values, values=known, override=override)
    except BuildError as error:
        raise UsageError(Code.INVALID_ARGUMENT, f"the message cannot be written: {error}") from None


def _header_values(header: Header) -> tuple[Any, ...]:
    keys = [(key.provider_id, key.provider_info, key.ciphertext) for key in header.encrypted_data_keys]
    shared = (header.suite.id, header.message_id, header.context_pairs, keys, header.content_type)
    if header.version == 1:
        return (header.version, header.type, *shared, header.reserved, header.iv_length, header.frame_length)
    return (header.version, *shared, header.frame_length, header.suite_data)


def _frame_values(frame: Frame) -> tuple[Any, ...]:
    if frame.final:
        length = len(frame.ciphertext)
        return (CONSTANTS.final_frame_marker, frame.sequence_number, frame.iv, length, frame.ciphertext, frame.tag)
    return (frame.sequence_number, frame.iv, frame.ciphertext, frame.tag)


def _block_values(block: NonFramedBody) -> tuple[Any, ...]:
    return (block.iv, len(block.ciphertext), block.ciphertext, block.tag)
