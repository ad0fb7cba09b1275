"""Bytes as programs print them or as source code writes them: ``b'\\x01\\x80'``, ``"\\001\\200"``, PostgreSQL's octal escapes.

Strategy: a literal is known by an escaped version of a message, followed by another escape. What opens with a quote ends with the same
quote, which SQL doubles inside of it; what does not ends with its column or line. Literals that follow each other are one. Escapes are
those that C, Java, JavaScript, Python, PHP, Ruby and PostgreSQL share; a literal with others is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from esdkit.input.beginnings import begins_like_message
from esdkit.spec import BEGINNINGS

__all__ = ["literals", "literals_of_mysql"]

_START = re.compile(rb"""\\(?:0{0,2}[12]|x0?[12]|u000[12])(?=\\(?:x[0-9A-Fa-f]|[0-7]|u00))|(?<=\bb['"])\\x0[12]""")
_ESCAPE = re.compile(rb"""\\(?:x([0-9A-Fa-f]{2})|u00([0-9A-Fa-f]{2})|([0-7]{1,3})|([abtnvfre\\'"?/#$`]))""")
_VALUES = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r", b"e": b"\x1b"}
_ADJACENT = re.compile(rb"""["'`]\s*(?:[+.&]\s*)?(?:\\\r?\n\s*)?[bB]?(["'`])""")
_OTHER = re.compile(rb"[^ -\[\]-~\t]")
_BEFORE = b" \t\n\r=:,>([{|"  # a literal without quotes
_QUOTES = (b'"', b"'", b"`")
_ENDS = {b">": (b"\n", b"<")}  # of text in markup
_HEAD = 24  # characters that have the beginning of a message, with escapes
_MOST_BEFORE = 4096  # bytes before it in a literal


def literals(text: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The literals of bytes that may be messages: start, end (offsets in ``text``, end exclusive, without quotes), bytes."""
    match = _START.search(text)
    while match is not None:
        start, end = match.start(), match.end()
        strings = {_string(text, start, quote) for quote in _possible_quotes(text, start)}
        for stop, data in sorted(strings):  # of two that hold the message, the longer has more than that
            if data:
                yield start, stop, data
            end = max(end, stop)
        match = _START.search(text, end)


def _possible_quotes(text: bytes, start: int) -> list[bytes]:
    """What may be before a literal and end it. Of one that begins like a message, other bytes may come first: then a quote before those, or
    the end of a column. Nothing for what is neither that nor the beginning of a literal."""
    before = text[max(start - 1, 0) : start]
    if not before or before in _QUOTES or before in _ENDS or before in b"\t\r\n":
        return [before]
    if before != b";" and begins_like_message(_ESCAPE.sub(_value, text[start : start + _HEAD])):  # that may be &quot;
        line = text[max(start - _MOST_BEFORE, 0) : start].rpartition(b"\n")[2]
        return [before, *(quote for quote in _QUOTES if quote in line)]
    return [before] if before in _BEFORE else []


def _string(text: bytes, start: int, quote: bytes) -> tuple[int, bytes]:
    """Where a literal ends, with those that follow it, and its bytes; none for an invalid one."""
    data, end = _read(text, start, quote)
    while data is not None and (another := _ADJACENT.match(text, end)) is not None:
        more, stop = _read(text, another.end(), another[1])
        if more is None:
            break
        data, end = data + more, stop
    return end, data or b""


def literals_of_mysql(text: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Bytes as ``mysqldump`` writes them: as they are, but for a few that have a backslash before them. ``mysql --batch`` and ``mysqldump
    --tab`` write a column of a line in the same way; a message is known there by a zero byte that is escaped, and has no other."""
    for match in chain(_OF_MYSQL.finditer(text), filter(_is_column, _COLUMN_OF_MYSQL.finditer(text))):
        yield match.start(1), match.end(1), _BACKSLASH.sub(lambda escape: _MEANT.get(escape[1], escape[1]), match[1])


def _is_column(match: re.Match[bytes]) -> bool:
    """Whether a match has an escape and ends with its column or line. The pattern cannot ask for that: it would read the same bytes again
    from each head in them."""
    return b"\\" in match[1] and match.string[match.end() : match.end() + 1] in (b"", b"\t", b"\n")


_OF_MYSQL = re.compile(rb"_binary '([^'\\]*(?:\\.[^'\\]*)*)'", re.DOTALL)
_HEADS = b"|".join(re.escape(head).replace(b"\0", rb"\\0") for head in BEGINNINGS)
_COLUMN_OF_MYSQL = re.compile(rb"((?:" + _HEADS + rb")(?:[^\0\t\n\\]++|\\[^\0])++)")
_BACKSLASH = re.compile(rb"\\(.)", re.DOTALL)
_MEANT = {b"0": b"\0", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"Z": b"\x1a"}


def _read(text: bytes, start: int, quote: bytes) -> tuple[bytes | None, int]:
    """The bytes that a literal stands for, None where it has an invalid escape; and where it ends (exclusive)."""
    end = _end(text, start, quote)
    body = text[start:end]
    if _doubles(text, start, quote):
        body = body.replace(b"''", b"'")
    elif quote not in _QUOTES and not text.startswith(b"\t", end):
        body = body.rstrip()
    valid = _OTHER.search(_ESCAPE.sub(b"", body)) is None
    return _ESCAPE.sub(_value, body) if valid else None, end


def _value(escape: re.Match[bytes]) -> bytes:
    digits = escape[1] or escape[2]
    if digits:
        return bytes([int(digits, 16)])
    if escape[3]:
        return bytes([int(escape[3], 8) & 0xFF])
    return _VALUES.get(escape[4], escape[4])


def _doubles(text: bytes, start: int, quote: bytes) -> bool:
    """Whether two quotes stand for one inside of this literal, as in SQL. Not in bytes of Python, which end there."""
    return quote == b"'" and text[max(start - 2, 0) : start - 1] not in (b"b", b"B")


def _end(text: bytes, start: int, quote: bytes) -> int:
    """Where the closing quote is, or else where the line ends."""
    ends = _ENDS.get(quote, (b"\n",) if quote in _QUOTES else (b"\n", b"\t"))
    stop = min((at for end in ends if (at := text.find(end, start)) >= 0), default=len(text))
    at = start if quote in _QUOTES else stop
    while at < stop:
        found = text.find(quote, at, stop)
        if found < 0:
            return stop
        before = found
        while before > start and text[before - 1 : before] == b"\\":
            before -= 1
        doubled = _doubles(text, start, quote) and text[found + 1 : found + 2] == quote
        if (found - before) % 2 == 0 and not doubled:
            return found
        at = found + 1 + doubled
    return stop
