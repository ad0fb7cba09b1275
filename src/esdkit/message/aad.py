"""What is authenticated but not stored where it is authenticated: the canonical encryption context, the header AAD and the body AAD.

Two encodings of a context must not be confused: the header stores ``length ‖ pairs``; everything that authenticates a context uses the
pairs alone, sorted by key bytes, and nothing at all (not a zero count) for an empty one.

Strategy: several parts of one message authenticate the same context, and messages of a service often have the same one; so the last few
canonical encodings are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from esdkit.errors import Code, UsageError
from esdkit.grammar.body import BODY_AAD
from esdkit.grammar.context import CONTEXT_PAIRS
from esdkit.grammar.encoder import encoder
from esdkit.grammar.layout import packer
from esdkit.grammar.trace import BuildError
from esdkit.message.model import Header
from esdkit.spec import CONSTANTS, LIMITS

__all__ = [
    "BODY_AAD_SUFFIX",
    "body_aad",
    "body_aad_prefix",
    "body_aad_suffix",
    "context_pairs",
    "header_aad",
    "pack_body_aad_suffix",
    "piece_aad",
    "serialize_encryption_context",
    "serialize_in_locale_order",
    "serialize_pairs",
]

_SUFFIX = packer(BODY_AAD)

body_aad_suffix: Callable[[int, int], bytes] = _SUFFIX.pack
"""The part of a body AAD that differs from frame to frame: its sequence number, and its content length in bytes of plaintext."""

pack_body_aad_suffix: Callable[[bytearray, int, int, int], None] = _SUFFIX.pack_into
"""The same, written to a place in a buffer, for loops."""

BODY_AAD_SUFFIX = _SUFFIX.size
"""Its length in bytes."""


def context_pairs(encryption_context: Mapping[str, str]) -> tuple[tuple[bytes, bytes], ...] | None:
    """A context as the pairs that a header stores: UTF-8, sorted by key bytes; None for an empty one.

    Raises:
        UsageError: ``invalid-argument`` when a key or value is not text that UTF-8 can express.
    """
    # Reqs: FMT-AAD-002, FMT-AAD-009, FMT-AAD-010
    try:
        return _pairs(encryption_context.items())
    except (AttributeError, UnicodeEncodeError):
        raise _no_text() from None


def serialize_encryption_context(encryption_context: Mapping[str, str]) -> bytes:
    """The canonical bytes of a context, as every AAD uses them; no bytes for an empty one.

    Raises:
        UsageError: ``invalid-argument`` when it is not text or does not fit its 16-bit lengths.
    """
    # Reqs: FMT-AAD-010, FMT-AAD-011, FMT-AAD-012, FMT-AAD-014
    try:
        return _serialize(tuple(encryption_context.items()))
    except (AttributeError, UnicodeEncodeError, TypeError):
        raise _no_text() from None
    except BuildError:
        limit = LIMITS["encryption_context_length"]
        raise UsageError(
            Code.INVALID_ARGUMENT, f"the encryption context is too long: more than {limit} bytes", path="encryption_context"
        ) from None


@lru_cache(maxsize=32)
def _serialize(items: tuple[tuple[str, str], ...]) -> bytes:
    """What raises is not kept, so an entry holds no more than the limit allows."""
    pairs = _pairs(items)
    serialized = serialize_pairs(pairs or ())
    if len(serialized) > LIMITS["encryption_context_length"]:
        raise BuildError("too long")
    return serialized


def serialize_in_locale_order(encryption_context: Mapping[str, str]) -> bytes:
    """The bytes to which the SDK for JavaScript binds data keys unless it is told otherwise: sorted by ``localeCompare`` (DEC-G05)."""
    # Reqs: CLI-CFG-012
    from esdkit.message.locale_order import locale_key  # few messages need it

    return serialize_pairs(
        [(key.encode("utf-8"), encryption_context[key].encode("utf-8")) for key in sorted(encryption_context, key=locale_key)]
    )


def serialize_pairs(pairs: Sequence[tuple[bytes, bytes]]) -> bytes:
    """The bytes of a context in the order of these pairs; no bytes for none. They are known to fit."""
    return encoder(CONTEXT_PAIRS)(tuple(pairs)) if pairs else b""


def _pairs(items: Iterable[tuple[str, str]]) -> tuple[tuple[bytes, bytes], ...] | None:
    return tuple(sorted([(key.encode("utf-8"), value.encode("utf-8")) for key, value in items])) or None


def _no_text() -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, "an encryption context must map strings to strings", path="encryption_context")


def header_aad(header_body: bytes, required: Mapping[str, str]) -> bytes:
    """The AAD of the header tag: the header body as received, then the pairs that the materials list as required, stored or not."""
    # Reqs: FMT-HAU-006, FMT-HAU-007, FMT-HAU-008
    return header_body + serialize_encryption_context(required) if required else header_body


def body_aad_prefix(message_id: bytes, content_string: bytes) -> bytes:
    """The part of a body AAD that is the same for all frames of a kind."""
    return message_id + content_string


def body_aad(message_id: bytes, content_string: bytes, sequence_number: int, content_length: int) -> bytes:
    """The AAD of one frame or of the single block (spec/format/body_aad.yaml)."""
    # Reqs: FMT-BAD-001, FMT-BAD-002
    return body_aad_prefix(message_id, content_string) + body_aad_suffix(sequence_number, content_length)


def piece_aad(header: Header, sequence_number: int, content_length: int, *, final: bool) -> bytes:
    """The body AAD of a piece of a message with this header. ``content_length`` in bytes."""
    if not header.framed:
        return body_aad(header.message_id, CONSTANTS.content_non_framed_string, CONSTANTS.non_framed_sequence_number, content_length)
    content_string = CONSTANTS.content_final_frame_string if final else CONSTANTS.content_frame_string
    return body_aad(header.message_id, content_string, sequence_number, content_length)
