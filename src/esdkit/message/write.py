"""Model to bytes, by the same grammar that reads.

Lengths and counts follow from the content. Value rules are not judged here: what ``parse(…, strict=False)`` gives is built back byte for
byte. To write numbers that lie, name them in ``override``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.grammar.body import BODY
from esdkit.grammar.edk import ENCRYPTED_DATA_KEY
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Node
from esdkit.grammar.footer import FOOTER, MESSAGE, SIGNED_FOOTER
from esdkit.grammar.header import HEADER, HEADER_AUTH, HEADER_BODY
from esdkit.grammar.trace import BuildError
from esdkit.grammar.trace import build as build_values
from esdkit.message.model import EncryptedDataKey, Frame, Header, Message, NonFramedBody
from esdkit.spec import CONSTANTS

__all__ = [
    "build",
    "build_body",
    "build_footer",
    "build_header",
    "build_header_auth",
    "build_header_body",
    "serialize_encrypted_data_key",
    "serialize_footer",
]


def build(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a message.

    Args:
        message: the model, valid or not. What its version has no field for is not written.
        override: numbers to write instead of the right ones, by path, for example ``{"header.encrypted_data_keys.count": 2}``.

    Raises:
        UsageError: ``invalid-argument`` when a value does not fit its field, or ``override`` names a number that is not there.
    """
    # Reqs: FMT-HDR-024
    values = (_header_values(message.header), _body_values(message), _footer_values(message))
    return _build(MESSAGE, values, {}, override)


def build_header(header: Header, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a header, authentication included. Arguments and errors as for ``build``."""
    if override is None:
        return build_header_body(header) + build_header_auth(header)
    return _build(HEADER, _header_values(header), {}, override)


def build_header_auth(header: Header) -> bytes:
    """The bytes of a header's authentication. Errors as for ``build``."""
    return _build(HEADER_AUTH, _auth_values(header), header.known_values, None)


def build_header_body(header: Header, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a header without its authentication: what the header tag authenticates. Arguments and errors as for ``build``."""
    return _build(HEADER_BODY, _header_body_values(header), {}, override)


def build_body(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of the frames or of the single block. Arguments and errors as for ``build``."""
    return _build(BODY, _body_values(message), message.header.known_values, override)


def build_footer(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of the footer; none when the suite does not sign. Arguments and errors as for ``build``."""
    return _build(FOOTER, _footer_values(message), message.header.known_values, override)


def serialize_footer(signature: bytes) -> bytes:
    """The bytes of a footer around a signature (DER)."""
    return encoder(SIGNED_FOOTER)((signature,))


def serialize_encrypted_data_key(key: EncryptedDataKey) -> bytes:
    """The bytes of one encrypted data key, as the header has them. Errors as for ``build``."""
    return _build(ENCRYPTED_DATA_KEY, _key_values(key), {}, None)


def _build(root: Node, values: Any, known: Mapping[str, Any], override: Mapping[str, int] | None) -> bytes:
    """By the fast writing where it can: it writes no bodies, and no numbers that lie."""
    try:
        if override is None and root in (HEADER_BODY, HEADER_AUTH, FOOTER, ENCRYPTED_DATA_KEY):
            return encoder(root)(values, known)
        return build_values(root, values, values=known, override=override)
    except BuildError as error:
        raise UsageError(Code.INVALID_ARGUMENT, f"the message cannot be written: {error}") from None


def _header_values(header: Header) -> tuple[Any, ...]:
    return _header_body_values(header), _auth_values(header)


def _auth_values(header: Header) -> tuple[bytes, ...]:
    return (header.auth.iv, header.auth.tag) if header.version == 1 else (header.auth.tag,)


def _header_body_values(header: Header) -> tuple[Any, ...]:
    keys = [_key_values(key) for key in header.encrypted_data_keys]
    shared = (header.suite.id, header.message_id, header.context_pairs, keys, header.content_type)
    if header.version == 1:
        return (header.version, header.type, *shared, header.reserved, header.iv_length, header.frame_length)
    return (header.version, *shared, header.frame_length, header.suite_data)


def _key_values(key: EncryptedDataKey) -> tuple[bytes, bytes, bytes]:
    return key.provider_id, key.provider_info, key.ciphertext


def _body_values(message: Message) -> Any:
    framed = not isinstance(message.body, NonFramedBody)
    if framed != message.header.framed:
        raise UsageError(Code.INVALID_ARGUMENT, "the body is not of the header's content type", path="header.content_type")
    return _block_values(message.body) if isinstance(message.body, NonFramedBody) else [_frame_values(frame) for frame in message.body]


def _footer_values(message: Message) -> tuple[bytes] | None:
    return None if message.signature is None else (message.signature,)


def _frame_values(frame: Frame) -> tuple[Any, ...]:
    if frame.final:
        length = len(frame.ciphertext)
        return (CONSTANTS.final_frame_marker, frame.sequence_number, frame.iv, length, frame.ciphertext, frame.tag)
    return (frame.sequence_number, frame.iv, frame.ciphertext, frame.tag)


def _block_values(block: NonFramedBody) -> tuple[Any, ...]:
    return (block.iv, len(block.ciphertext), block.ciphertext, block.tag)
