"""The header: bytes to model and back.

Strategy: the fast reading accepts, the reference reading explains. A valid header costs one pass of the generated decoder, which makes the
tests of the rules on its way; anything else is read again, slowly (``problems``). Strict reading checks every value rule;
``strict=False`` checks the structure only. Both keep what is needed to build the same bytes. Writing checks no rule: lengths and counts
follow from the content, and numbers that do not match are named in ``override``.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.grammar.edk import ENCRYPTED_DATA_KEY
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Node
from esdkit.grammar.footer import FOOTER
from esdkit.grammar.header import HEADER, HEADER_AUTH, HEADER_BODY
from esdkit.grammar.trace import BuildError
from esdkit.grammar.trace import build as build_values
from esdkit.message.model import EncryptedDataKey, Header, HeaderAuth
from esdkit.message.problems import explain
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits, fast_reading
from esdkit.spec import SUITES

__all__ = [
    "build_header",
    "build_header_auth",
    "build_header_body",
    "build_part",
    "byte_string",
    "header_from_values",
    "header_values",
    "parse_header",
    "serialize_encrypted_data_key",
]

_WRITTEN_FAST = frozenset(map(id, (HEADER_BODY, HEADER_AUTH, FOOTER, ENCRYPTED_DATA_KEY)))


# -------------------------------------------------------------------- reading
def parse_header(data: bytes | bytearray | memoryview, *, strict: bool = True, limits: ReadLimits = DEFAULT_LIMITS) -> tuple[Header, int]:
    """Read the header, authentication included, from the beginning of ``data``; more may follow it.

    Returns:
        The header and its length in bytes.

    Raises:
        TruncatedMessage, MalformedMessage, UnsupportedMessage, PolicyError: with code, path and offset.
        UsageError: ``invalid-argument``, ``data`` is not a byte string.
    """
    data = byte_string(data)
    read = fast_reading(HEADER, strict)(data, 0, len(data))
    if read is not None:
        values, length = read
        header = header_from_values(*values)
        if limits.allow(header, length):
            return header, length
    result = explain(HEADER, data, limits, strict=strict)
    return header_from_values(*result.value), result.end


def byte_string(data: object) -> bytes:
    """The bytes of an argument.

    Raises:
        UsageError: ``invalid-argument``, it is not a byte string.
    """
    if isinstance(data, bytes):
        return data
    if isinstance(data, bytearray | memoryview):
        return bytes(data)
    raise UsageError(Code.INVALID_ARGUMENT, f"a message must be bytes, not {type(data).__name__}")


def header_from_values(body: tuple[Any, ...], auth: tuple[bytes, ...]) -> Header:
    """The model of a header's values, in the order of the grammar: those of the header body, then those of its authentication."""
    if body[0] == 1:
        version, type_, suite_id, message_id, pairs, keys, content_type, reserved, iv_length, frame_length = body
        suite_data = b""
        iv, tag = auth
    else:
        version, suite_id, message_id, pairs, keys, content_type, frame_length, suite_data = body
        type_ = reserved = iv_length = None
        iv, tag = b"", auth[0]
    return Header(
        version,
        SUITES[suite_id],
        message_id,
        None if pairs is None else tuple(pairs),
        tuple([EncryptedDataKey(*key) for key in keys]),
        content_type,
        frame_length,
        HeaderAuth(iv, tag),
        suite_data,
        type_,
        reserved,
        iv_length,
    )


# -------------------------------------------------------------------- writing
def build_header(header: Header, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a header, authentication included. Arguments and errors as for ``build``."""
    if override is None:
        return build_header_body(header) + build_header_auth(header)
    return build_part(HEADER, header_values(header), {}, override)


def build_header_body(header: Header, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a header without its authentication: what the header tag authenticates. Arguments and errors as for ``build``."""
    return build_part(HEADER_BODY, _body_values(header), {}, override)


def build_header_auth(header: Header) -> bytes:
    """The bytes of a header's authentication. Errors as for ``build``."""
    return build_part(HEADER_AUTH, _auth_values(header), {"header.version": header.version}, None)


def serialize_encrypted_data_key(key: EncryptedDataKey) -> bytes:
    """The bytes of one encrypted data key, as the header has them. Errors as for ``build``."""
    return build_part(ENCRYPTED_DATA_KEY, _key_values(key), {}, None)


def build_part(root: Node, values: Any, known: Mapping[str, Any], override: Mapping[str, int] | None) -> bytes:
    """The bytes of a part of a message; by the fast writing where it can: it writes no bodies and no numbers that do not match, and it does
    not explain what does not fit.

    Args:
        root: of the grammar.
        values: in its shape.
        known: values of earlier fields, by field id.
        override: as for ``build``.
    """
    if override is None and id(root) in _WRITTEN_FAST:  # comparing nodes takes long
        with suppress(BuildError):
            return encoder(root)(values, known)
    try:
        return build_values(root, values, values=known, override=override)
    except BuildError as error:
        raise UsageError(Code.INVALID_ARGUMENT, f"the message cannot be written: {error}") from None


def header_values(header: Header) -> tuple[Any, ...]:
    """The values of a header in the shape of the grammar; ``header_from_values`` turned around."""
    return _body_values(header), _auth_values(header)


def _body_values(header: Header) -> tuple[Any, ...]:
    keys = [_key_values(key) for key in header.encrypted_data_keys]
    shared = (header.suite.id, header.message_id, header.context_pairs, keys, header.content_type)
    if header.version == 1:
        return (header.version, header.type, *shared, header.reserved, header.iv_length, header.frame_length)
    return (header.version, *shared, header.frame_length, header.suite_data)


def _auth_values(header: Header) -> tuple[bytes, ...]:
    return (header.auth.iv, header.auth.tag) if header.version == 1 else (header.auth.tag,)


def _key_values(key: EncryptedDataKey) -> tuple[bytes, bytes, bytes]:
    return key.provider_id, key.provider_info, key.ciphertext
