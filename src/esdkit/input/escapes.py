"""Escapes that a text went through: percent signs, backslashes, character references, quoted-printable, parts of a string in quotes.

Strategy: each is undone for the whole text, and the result is a text to look into again; that something is inside is the proof that it was
right. Undoing changes nothing that has no such escape.
"""

from __future__ import annotations

import binascii
import html
import re
from collections.abc import Callable, Iterator

from esdkit.input.recognition import Recognition, recognition

__all__ = ["unescaped"]


def unescaped(text: bytes) -> Iterator[Recognition]:
    """The text without the escapes of each kind that it has."""
    for kind, (pattern, undo) in _ESCAPES.items():
        place = pattern.search(text)
        if place is not None:
            inner = undo(text)
            if inner != text:
                yield recognition(kind, text, place.start(), place.end(), inner=inner)


def _substituted(pattern: re.Pattern[bytes], replacement: Callable[[re.Match[bytes]], bytes], text: bytes) -> bytes:
    """As ``pattern.sub`` does, which takes many times the memory of the text where there is much to replace."""
    changed, end = bytearray(), 0
    for match in pattern.finditer(text):
        changed += text[end : match.start()]
        changed += replacement(match)
        end = match.end()
    changed += text[end:]
    return bytes(changed)


def _without_percent_signs(text: bytes) -> bytes:
    return _substituted(_PART_OF_URL, lambda part: _substituted(_PERCENT, lambda match: bytes([int(match[1], 16)]), part[0]), text)


_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_PART_OF_URL = re.compile(rb"[A-Za-z0-9._~*+!'()/=&:,?%-]{24,}")  # not one inside a literal


def _without_backslashes(text: bytes) -> bytes:
    """Line breaks, slashes, quotes and characters as JSON, shells and source code escape them."""
    return _substituted(_BACKSLASHES, _character, text)


def _character(match: re.Match[bytes]) -> bytes:
    digits = match[1] or match[2]
    return bytes([int(digits, 16)]) if digits else _MEANT.get(match[3], match[3] or b"")


_BACKSLASHES = re.compile(rb"""\\(?:u00([2-7][0-9A-Fa-f])|x([2-7][0-9A-Fa-f])|([nrt/"'\\=+])|\r?\n[ \t]*)""")
_MEANT = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}


def _without_references(text: bytes) -> bytes:
    return _substituted(_REFERENCES, lambda match: html.unescape(match[0].decode("ascii")).encode(), text)


_REFERENCES = re.compile(rb"&(?:#\d{1,4}|#[xX][0-9A-Fa-f]{1,4}|amp|quot|lt|gt|apos|plus|sol|equals|NewLine|Tab|lowbar|hyphen);")


def _joined(text: bytes) -> bytes:
    """Parts of a string in quotes, one after another, as one."""
    return _substituted(_BETWEEN_PARTS, lambda match: b"", text)


_BETWEEN_PARTS = re.compile(
    rb"""(?<=[A-Za-z0-9+/=_\\-])(["'`])\)?\s*(?:\\?\r?\n\s*)?(?:[+.&~_,]|\|\||<>|\.\.)?\s*(?:\\?\r?\n\s*)?(?:\+\s*)?(?:[bBrRuU@$]{0,2}|[A-Za-z_]{3,20}\()\1(?=[A-Za-z0-9+/=_\\-])"""
)


def _with_plus_signs(text: bytes) -> bytes:
    return _substituted(_SPACES, lambda match: b"+", text)


_LONG_PARTS = re.compile(rb" (?:(?<=[A-Za-z0-9+/]{24} )[A-Za-z0-9+/=]|(?<=[A-Za-z0-9+/] )[A-Za-z0-9+/]{24})")  # not words alone
_SPACES = re.compile(rb"(?<=[A-Za-z0-9+/]) (?=[A-Za-z0-9+/=])")


_ESCAPES: dict[str, tuple[re.Pattern[bytes], Callable[[bytes], bytes]]] = {
    "string-literals": (_BETWEEN_PARTS, _joined),
    "url-encoded": (_PERCENT, _without_percent_signs),
    "escaped": (_BACKSLASHES, _without_backslashes),
    "html-escaped": (_REFERENCES, _without_references),
    "base64-spaces": (_LONG_PARTS, _with_plus_signs),
    "quoted-printable": (re.compile(rb"=(?:[0-9A-F]{2}|\r?\n)"), binascii.a2b_qp),
}
