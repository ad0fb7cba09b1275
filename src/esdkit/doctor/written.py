"""Messages that were written as text, but not as base64 or hexadecimal alone: dumps, lists of numbers, literals, escapes, and base64
in the middle of other text (a log, a data: URL, YAML, XML, CSV).

Strategy: a way of writing is a pattern that finds a run in the text and a function that reads it; a run counts only when what it gives
begins like a message, so that no other text is ever taken for one. Escapes are undone first, one kind at a time. The work is linear in the
text, and a text that is very long is left alone.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from itertools import islice, takewhile
from urllib.parse import unquote_to_bytes

from esdkit.doctor.recognition import BEGINNINGS, Recognition, message_starts, recognition
from esdkit.errors import Code
from esdkit.inspector import inspect
from esdkit.inspector.sniff import WHITE_SPACE, decode, more

__all__ = ["FEWEST", "read_literal", "recognize_written"]

FEWEST = 40
"""Characters of a text that is looked at."""
_MAX = 16 << 20  # bytes of it
_MAX_RUNS = 16  # of one kind that are looked at
_LEAD = 8  # bytes of a run that may come before the message: an offset, a length

_Run = tuple[str, int, int, bytes]


def recognize_written(data: bytes) -> Recognition | None:
    """The first message that a text holds in one of these ways; None when there is none. One that is whole is preferred."""
    # Reqs: CLI-DOC-022
    if not FEWEST <= len(data) <= _MAX:
        return None
    damaged = None
    for runs in map(list, _ways(data)):
        whole = next((run for run in runs if not inspect(run[-1]).problems), None)
        if whole is not None:
            return _recognize_as(data, whole, len(runs) - 1)
        damaged = damaged or (_recognize_as(data, runs[0], len(runs) - 1) if runs else None)
    return damaged


def _recognize_as(data: bytes, run: _Run, others: int) -> Recognition:
    kind, start, end, message = run
    return recognition(kind, data, start, end, detail=f"the message begins at offset {start:#x} of the text{more(others)}", inner=message)


def _ways(data: bytes) -> Iterator[Iterator[_Run]]:
    """The runs of each way of writing."""
    for reader in _READERS:
        yield islice(reader(data), _MAX_RUNS)
    yield from _escaped(data)


def _escaped(data: bytes) -> Iterator[Iterator[_Run]]:
    for kind, (pattern, undo) in _ESCAPES.items():
        place = pattern.search(data)
        if place is None:
            continue
        text = undo(data)
        if message_starts(text, 0, 0) == 0:
            yield iter([(kind, 0, place.end(), text)])
        else:
            yield ((kind, place.start(), place.end(), run[-1]) for run in islice(_in_base64(text), _MAX_RUNS))


# ---------------------------------------------------------------- literals of Python
def _literals(data: bytes) -> Iterator[_Run]:
    """What Python prints for bytes that are a message, anywhere: a tuple, a dictionary, ``bytearray``."""
    match = _LITERAL.search(data)
    while match is not None:
        message, end = read_literal(data, match.start() + 1)
        if message is not None and message_starts(message, 0, 0) == 0:
            yield "python-bytes", match.start(), end, message
        match = _LITERAL.search(data, end)


_LITERAL = re.compile(rb"""\bb(?=['"]\\x0[12])""")  # the version of a message, as it is printed


def read_literal(data: bytes, quote: int) -> tuple[bytes | None, int]:
    """The bytes that a literal of Python stands for, and where it ends (exclusive). ``quote``: where it opens (offset).

    What ends with its line or the data is read as far as it goes. No bytes where it has an escape that Python does not print.
    """
    end = _end_of_literal(data, quote)
    text = data[quote + 1 : end]
    valid = _OTHER.search(_ESCAPE.sub(b"", text)) is None
    return text.decode("unicode_escape").encode("latin-1") if valid else None, end + data.startswith(data[quote : quote + 1], end)


def _end_of_literal(data: bytes, quote: int) -> int:
    """Where the closing quote is, or else where the line ends."""
    at = quote + 1
    while True:
        found = data.find(data[quote : quote + 1], at)
        stop = len(data) if found < 0 else found
        line = data.find(b"\n", at, stop)
        if line >= 0 or found < 0:
            return line if line >= 0 else stop
        before = found
        while before > at and data[before - 1 : before] == b"\\":
            before -= 1
        if (found - before) % 2 == 0:
            return found
        at = found + 1


_ESCAPE = re.compile(rb"""\\(?:x[0-9a-fA-F]{2}|[\\'"tnr0])""")
_OTHER = re.compile(rb"[^ -\[\]-~]")


# ---------------------------------------------------------------- numbers
def _hexdump(data: bytes) -> Iterator[_Run]:
    """Lines of ``xxd``, ``hexdump -C`` and ``od -tx1``."""
    for form in _DUMPS:
        first = form.search(data)
        if first is None:
            continue
        digits = b"".join(match[1] for match in form.finditer(data)).translate(None, WHITE_SPACE)
        yield from _from(first, digits, "hexdump", binascii.unhexlify)


_DUMPS = (
    re.compile(rb"^[0-9a-fA-F]{6,16}:[ \t]+((?:[0-9a-fA-F]{2,8} ){0,255}[0-9a-fA-F]{2,8})(?=  |[ \t]*\r?$)", re.MULTILINE),
    re.compile(rb"^[0-9a-fA-F]{6,16}[ \t]{1,2}((?:[0-9a-fA-F]{2}[ ]{1,2}){0,255}[0-9a-fA-F]{2})(?=[ ]+\||[ \t]*\r?$)", re.MULTILINE),
)


def _hexadecimal(data: bytes) -> Iterator[_Run]:
    """Hexadecimal with signs between or before the bytes: ``02:05``, ``0x02, 0x05``, ``\\x02\\x05``, ``X'0205'``."""
    for match in _stretches(data, _SOME_PAIRS, _LIKE_PAIRS):
        pairs = _SINGLE.sub(rb"0\1", match[0])
        digits = _DIGITS.match(pairs.replace(b"0x", b"").replace(b"\\x", b"").translate(None, _BETWEEN))
        yield from _from(match, b"" if digits is None else digits[0][: len(digits[0]) // 2 * 2], "hex", binascii.unhexlify)


_BETWEEN = WHITE_SPACE + b",:;-"
_SOME_PAIRS = re.compile(rb"(?:(?:0x[0-9A-Fa-f]{1,2}|(?:\\x)?[0-9A-Fa-f]{2})[\s,:;-]*){32}")
_LIKE_PAIRS = re.compile(rb"[0-9A-Fa-fx\\\s,:;-]+")
_SINGLE = re.compile(rb"0x([0-9A-Fa-f])(?![0-9A-Fa-f])")
_DIGITS = re.compile(rb"[0-9A-Fa-f]+")


def _numbers(data: bytes) -> Iterator[_Run]:
    for match in _stretches(data, _SOME_NUMBERS, _LIKE_NUMBERS):
        yield from _from(match, match[0], "numbers", _from_numbers)


_SOME_NUMBERS = re.compile(rb"-?\d{1,3}(?:[\s,;]+-?\d{1,3}){31}")
_LIKE_NUMBERS = re.compile(rb"[-\d\s,;]+")
_NUMBER = re.compile(rb"-?\d{1,3}")


def _from_numbers(text: bytes) -> bytes:
    """Java and others count the bytes above 7F from -128 on."""
    numbers = takewhile(_NUMBER.fullmatch, text.replace(b",", b" ").replace(b";", b" ").split())
    return bytes(int(number) & 0xFF for number in numbers)


def _stretches(data: bytes, some: re.Pattern[bytes], like: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """Where ``some`` matches, as far as the characters of ``like`` go. A pattern that repeats a group over all of it takes much memory."""
    match = some.search(data)
    while match is not None:
        stretch = like.match(data, match.start())
        assert stretch is not None  # it has the characters of the other
        yield stretch
        match = some.search(data, stretch.end())


def _from(match: re.Match[bytes], text: bytes, kind: str, read: Callable[[bytes], bytes]) -> Iterator[_Run]:
    try:
        run = read(text)
    except binascii.Error:
        return
    start = message_starts(run, 0, _LEAD)
    if start is not None:
        yield kind, match.start(), match.end(), run[start:]


# ---------------------------------------------------------------- base64
def _in_base64(data: bytes) -> Iterator[_Run]:
    match = _BASE64.search(data)
    while match is not None:
        end = match.end()
        while (line := _NEXT_LINE.match(data, end)) is not None:
            end = line.end()
        alone, lines = (decode(text) for text in (match[0], data[match.start() : end]))
        # lines belong together when the first alone is not whole
        best = lines if Code.TRUNCATED in {problem.code for problem in inspect(alone.data).problems} else alone
        if best.encoding != "binary":
            yield "in-text", match.start(), end, best.data
        match = _BASE64.search(data, end)


_STARTS = b"|".join(sorted({re.escape(b64encode(head[:3])) for head in BEGINNINGS}))
_BASE64 = re.compile(rb"(?<![A-Za-z0-9+/_-])(?:" + _STARTS + rb")[A-Za-z0-9+/_-]{20,}={0,2}")
_NEXT_LINE = re.compile(rb"(?<!=)\s+[A-Za-z0-9+/_-]+={0,2}(?![A-Za-z0-9+/_:-])")
_READERS = (_literals, _hexdump, _numbers, _hexadecimal, _in_base64)


# ---------------------------------------------------------------- escapes
def _without_backslashes(data: bytes) -> bytes:
    """Line breaks and slashes as JSON and shells write them."""
    return re.sub(rb"\\[nrt]", b"\n", data).replace(b"\\/", b"/")


_ESCAPES: dict[str, tuple[re.Pattern[bytes], Callable[[bytes], bytes]]] = {
    "url-encoded": (re.compile(rb"%[0-9A-Fa-f]{2}"), unquote_to_bytes),
    "quoted-printable": (re.compile(rb"=(?:[0-9A-F]{2}|\r?\n)"), binascii.a2b_qp),
    "escaped": (re.compile(rb"\\[nrt/]"), _without_backslashes),
}
