"""Messages that somebody handled as text: what was done to them shows in their bytes.

Strategy: a message of some length has bytes above 7F, and is not UTF-8; one that is was converted. What can be turned back is. The first
bytes are looked at before the others are copied, as there may be many MiB of them.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from esdkit.input.beginnings import message_starts
from esdkit.input.recognition import Recognition, as_text, recognition
from esdkit.inspector import inspect
from esdkit.spec import BEGINNINGS, CONSTANTS

__all__ = ["recognize_damaged"]

_REPLACED = "\ufffd".encode()
_FEWEST_REPLACED = 3
_FEWEST_BYTES = 32  # a few bytes of a message can be UTF-8 by chance
_FEWEST_TEXT = 64  # bytes of which none is above 7F, or all are UTF-8
_HEAD = max(map(len, BEGINNINGS))
_FIRST = bytes([1, CONSTANTS.message_type])  # of a message of version 1: the second of them is lost in text


def recognize_damaged(data: bytes) -> Recognition | None:
    """A message that was damaged by text handling, as a recognition; None when it was not damaged, or is not a message."""
    return next((found for recognizer in _DAMAGE if (found := recognizer(data)) is not None), None)


def _utf8_replaced(data: bytes) -> Recognition | None:
    if data[:1] not in (b"\x01", b"\x02") or data.count(_REPLACED) < _FEWEST_REPLACED or as_text(data) is None:
        return None
    at = data.index(_REPLACED)
    return recognition("utf8-replaced", data, at, at + len(_REPLACED), detail=f"{data.count(_REPLACED)} times EF BF BD")


def _latin1_as_utf8(data: bytes) -> Recognition | None:
    """A message in which each byte is a character: it is lost in nothing. Browsers and Windows have letters and signs for 80 to 9F."""
    text = as_text(data) if data[:1] in (b"\x01", b"\x02") and len(data) >= _FEWEST_BYTES else None
    if text is None or text.isascii():
        return None
    try:
        inner = text.translate(_WINDOWS_1252).encode("latin-1")
    except UnicodeEncodeError:
        return None
    if message_starts(inner, 0, 0) != 0:
        return None
    at = next(index for index, byte in enumerate(data) if byte > 0x7F)
    return recognition("latin1-as-utf8", data, at, at + 2, inner=inner)


_WINDOWS_1252 = {
    ord(character): byte for byte in range(0x80, 0xA0) if (character := bytes([byte]).decode("cp1252", "ignore")) and ord(character) > 0xFF
}


def _latin1_as_utf16(data: bytes) -> Recognition | None:
    """The same in UTF-16: every other byte is zero."""
    bare = data.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)
    if len(bare) < 2 * _FEWEST_BYTES:
        return None
    for first in (0, 1):
        head = bare[first : 2 * _HEAD : 2]
        if message_starts(head, 0, 0) == 0 and not bare[1 - first :: 2].strip(b"\0"):
            return recognition("latin1-as-utf16", data, 0, 8, inner=bare[first::2])
    return None


def _bytes_lost(data: bytes) -> Recognition | None:
    """A message that is all text: bytes that are not text were left out, or replaced by question marks or escapes."""
    heads = (data[:_HEAD], _FIRST + data[1:_HEAD], _FIRST + data[2 : _HEAD + 1])  # the type of version 1 was left out, or replaced
    if len(data) < _FEWEST_TEXT or all(message_starts(head, 0, 0) != 0 for head in heads) or as_text(data) is None:
        return None
    return recognition(
        "bytes-lost", data, 0, min(len(data), 8), detail=f"{len(data)} bytes, all of them text; {data.count(b'?')} question marks"
    )


def _crlf(data: bytes) -> Recognition | None:
    """A message that is valid only when carriage returns before line feeds are taken out."""
    if message_starts(data, 0, 0) != 0 or b"\r\n" not in data or data.count(b"\n") != data.count(b"\r\n"):
        return None
    inner = data.replace(b"\r\n", b"\n")
    at = data.index(b"\r\n")
    if at + 2 == len(data):  # a line feed may as well have been appended to a message that ends with a carriage return
        return None
    if not inspect(data).problems or inspect(inner).problems:
        return None
    return recognition("crlf", data, at, at + 2, inner=inner)


_DAMAGE: tuple[Callable[[bytes], Recognition | None], ...] = (_utf8_replaced, _latin1_as_utf8, _latin1_as_utf16, _bytes_lost, _crlf)
