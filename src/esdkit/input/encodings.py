"""Base64, base64url and hexadecimal, as whole texts: decoding, and whether a text is an encoded message.

Strategy: bytes are taken for text only when they do not begin like a message and what they decode to does. White space is ignored and
padding may be missing, because people copy text; anything else that is not of the encoding is refused, never skipped.
"""

from __future__ import annotations

import binascii
import codecs
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from typing import Literal

from esdkit.frozen import frozen
from esdkit.input.beginnings import begins_like_message
from esdkit.spec import BEGINNINGS

__all__ = ["ANOTHER", "URL_SAFE", "WHITE_SPACE", "Decoded", "decode", "decode_base64", "decode_hex"]

WHITE_SPACE = b" \t\r\n\f\v"
"""What is ignored in an encoded text."""
URL_SAFE = bytes.maketrans(b"-_+/", b"+/-_")
"""Turns base64url into base64; what only base64 has turns into what base64 refuses."""

_IN_HEX = "|".join(head.hex() for head in BEGINNINGS)
_IN_BASE64 = "|".join(
    re.escape(form(head)[: len(head) * 8 // 6].decode("ascii")) for head in BEGINNINGS for form in (b64encode, urlsafe_b64encode)
)
ANOTHER = re.compile(rf"(?<=[\s,;])(?=(?:0x|\\{{1,2}}x)?(?i:{_IN_HEX})|{_IN_BASE64})".encode())
"""Where a text of base64 or hexadecimal begins like a message after white space or a comma: what is before belongs to something else."""

Encoding = Literal["binary", "base64", "base64url", "hex"]


@frozen
class Decoded:
    """A message's bytes, and how they had been encoded."""

    data: bytes
    encoding: Encoding


def decode(data: bytes) -> Decoded:
    """Decode ``data`` if it is a message in base64, base64url (padding may be missing in both) or hexadecimal.

    A byte order mark and white space are ignored, and a text that was cut is decoded as far as it goes: what the message lacks is for its
    reader to say.
    """
    # Reqs: CLI-INS-004
    marked = data.removeprefix(codecs.BOM_UTF8)
    if not begins_like_message(data) and _HEAD_OF_TEXT.match(marked[:_HEAD]):
        text = marked.translate(None, WHITE_SPACE)
        for encoding, decoded in _readings(text):
            if begins_like_message(decoded):
                return Decoded(decoded, encoding)
    return Decoded(data, "binary")


_HEAD = 64
_HEAD_OF_TEXT = re.compile(rb"[\sA-Za-z0-9+/=_-]+\Z")


def _readings(text: bytes) -> Iterator[tuple[Encoding, bytes]]:
    readings: tuple[tuple[Encoding, Callable[[bytes], bytes | None]], ...] = (
        ("hex", decode_hex),
        ("base64", lambda text: decode_base64(text, "base64", cut=True)),
        ("base64url", lambda text: decode_base64(text, "base64url", cut=True)),
    )
    for encoding, read in readings:
        decoded = read(text)
        if decoded is not None:
            yield encoding, decoded


def decode_hex(text: bytes) -> bytes | None:
    """Decode hexadecimal without white space; a lone last digit is dropped. None if the text is anything else."""
    try:
        return binascii.unhexlify(text[: len(text) // 2 * 2])
    except binascii.Error:
        return None


def decode_base64(text: bytes, alphabet: Literal["base64", "base64url", "either"] = "either", *, cut: bool = False) -> bytes | None:
    """Decode base64, ignoring white space and missing padding.

    Args:
        text: the base64 text.
        alphabet: ``base64`` (``+/``), ``base64url`` (``-_``), or either, which may be mixed.
        cut: also decode a text that ends with a lone character of a group; the character is dropped.

    Returns:
        The bytes; None if the text is empty or is not base64.
    """
    bare = text.translate(_ALPHABETS[alphabet], WHITE_SPACE).rstrip(b"=")
    if cut and len(bare) % 4 == 1:
        bare = bare[:-1]
    if not bare:
        return None
    try:
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4), strict_mode=True)
    except binascii.Error:
        return None


_ALPHABETS = {"base64": None, "base64url": URL_SAFE, "either": bytes.maketrans(b"-_", b"+/")}
