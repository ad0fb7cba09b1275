"""Bytes that are written in a text: base64, hexadecimal, lists of numbers, literals and dumps, anywhere in it and any number of them.

Strategy: each way of writing is a reader that finds its runs in the text; a base64 run is looked into only when its beginning promises
something. All readers see the whole text, so that a log with two ways of writing gives both; which runs hold a message is for the search to
say. Invariant: a run's place is exact, and the work is linear in the text.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from esdkit.input.beginnings import message_starts
from esdkit.input.budget import Budget
from esdkit.input.dumps import dumps, listings
from esdkit.input.encodings import ANOTHER, WHITE_SPACE, decode_base64
from esdkit.input.literals import literals, literals_of_mysql
from esdkit.input.packed import utf16
from esdkit.input.recognition import Recognition, is_printable, recognition
from esdkit.inspector.facts.origin import blob_origin
from esdkit.spec import BEGINNINGS, non_messages

__all__ = ["FEWEST", "Run", "base64_runs", "hexadecimal_in_bytes", "written", "written_by_mysql"]

FEWEST = 40
"""Characters of a text that is looked into."""
_LEAD = 8  # bytes of a run that may come before the message: an offset, a length
_HEAD = 64  # characters of base64 that promise something, or not
_OF_2014 = b"\x0a\x20"  # a ciphertext of AWS KMS of that time, which is told by more than the head
_SAMPLE = re.compile(rb"(?:[^\s,;]{1,8}[\s,;]*){0,%d}" % _HEAD)  # as many numbers, or more, are read before all are
_MAGIC = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"PK\x03\x04")


class Run(NamedTuple):
    """What is written from ``start`` to ``end`` (offsets in the text, end exclusive)."""

    start: int
    end: int
    step: Recognition


def written(text: bytes, budget: Budget) -> Iterator[Run]:
    """The runs of everything but base64."""
    # Reqs: CLI-DOC-022
    bare = _DECORATION.sub(_blank, text).replace(b"&H", b"0x")
    yield from _dumps(text, budget)
    for reader in _READERS:
        yield from reader(text)
    for reader in _OF_NUMBERS:
        yield from reader(bare)


_SHORTENED = re.compile(
    rb"\s*(?:\.{2,}|\xe2\x80\xa6"
    rb"|[\[<({]?\s*(?:truncated|snip(?:ped)?|redacted|omitted|cut|\d+ more (?:bytes|chars|characters|items))\s*[\]>)}]?)",
    re.IGNORECASE,
)
# in arrays of numbers: the cast before each in Java, the suffix after each in Rust, comments; &H is how Visual Basic writes 0x
_DECORATION = re.compile(rb"\(byte\)|(?<=[0-9A-Fa-f])u8(?=[\s,\])])|/\*[^*\n]{0,80}\*/|(?<=,)[ \t]*//[^\n]{0,200}")


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


def _run(kind: str, text: bytes, start: int, end: int, inner: bytes, detail: str | None = None) -> Run:
    cut = _SHORTENED.match(text, end)
    if cut is not None:
        name = f"offset {end:#x}, where it has {cut[0].decode('utf-8', 'replace').strip()}"
        where = f"{non_messages()[kind].name} from offset {start:#x} on"
        return Run(start, end, recognition("shortened", text, end, cut.end(), name=name, inner=inner, where=where))
    return Run(start, end, recognition(kind, text, start, min(end, start + 16), inner=inner, detail=detail, where=f"offset {start:#x}"))


# ---------------------------------------------------------------- literals and dumps
def _literals(text: bytes) -> Iterator[Run]:
    for start, end, data in literals(text):
        of_python = text[max(start - 2, 0) : start] in (b"b'", b'b"')
        kind = "python-bytes" if of_python else "hex" if text[start + 1 : start + 2] == b"x" else "octal"
        yield _run(kind, text, start, end, data)


def written_by_mysql(data: bytes) -> Iterator[Run]:
    """The runs that bytes hold which are not all text."""
    for start, end, inner in literals_of_mysql(data):
        yield _run("escaped-bytes", data, start, end, inner)


def _dumps(text: bytes, budget: Budget) -> Iterator[Run]:
    for runs in (dumps(text, budget), listings(text)):
        for start, end, data in runs:
            if _promises(data[:_HEAD]) or message_starts(data, 0, len(data)) is not None:
                yield _run("hexdump", text, start, end, data)


# ---------------------------------------------------------------- hexadecimal and numbers
def _hexadecimal(text: bytes) -> Iterator[Run]:
    """Hexadecimal with signs between or before the bytes: ``02:05``, ``0x02, 0x05``, ``\\x02\\x05``, ``X'0205'``."""
    for match in _stretches(text, _SOME_PAIRS, _LIKE_PAIRS):
        start = match.start()
        for part in ANOTHER.split(match[0]):
            yield from _pairs(text, start, part)
            start += len(part)


def _pairs(text: bytes, start: int, part: bytes) -> Iterator[Run]:
    lines = _LONG_LINES.match(text, start, start + len(part) + 1)  # what comes after it tells whether its last line is one of digits
    if lines is not None:
        part = part[: lines.end() - start]
    pairs = _SINGLE.sub(rb"0\1", part)
    digits = _DIGITS.match(_PREFIXES.sub(b"", pairs).translate(None, _BETWEEN))
    yield from _numeric(text, start, part, b"" if digits is None else digits[0][: len(digits[0]) // 2 * 2], "hex", binascii.unhexlify)


def hexadecimal_in_bytes(data: bytes) -> Iterator[Run]:
    """The runs of plain hexadecimal that begin like a message, in bytes that are not all text: logs with colors, text in Latin-1, dumps."""
    for match in _LIKE_MESSAGE.finditer(data):
        yield from _pairs(data, match.start(), match[0])
    yield from _inside(data, _IN_DIGITS, (_DIGITS, _LINES_OF_DIGITS), _pairs)


# it begins with one of two characters, which re skips to; what may come before them is looked at from there
_LIKE_MESSAGE = re.compile(rb"[0\\](?<![0-9A-Za-z][0\\])(?:(?<=0)(?:[xX]0)?|(?<=\\)\\?x0)[12][0-9A-Fa-f]{46,}")
_BETWEEN = WHITE_SPACE + b",:;-"
_PREFIXES = re.compile(rb"0x|\\{1,2}x|\\(?=\r?\n)")
# digits with nothing between them go on in the next line, when all of that line is digits
_MORE_LINES = rb"(?:[ \t]*\r?\n[ \t]*[0-9A-Fa-f]++(?=[ \t]*(?:[\r\n\"'`)\]};>]|\Z)))*+"
_LONG_LINES = re.compile(rb"(?:0x|\\{1,2}x)?[0-9A-Fa-f]{48,}+" + _MORE_LINES)
_LINES_OF_DIGITS = re.compile(rb"[0-9A-Fa-f]{1,256}+" + _MORE_LINES)  # too short to have a message in each
_SOME_PAIRS = re.compile(rb"(?<![#0-9A-Za-z])(?:(?:0x[0-9A-Fa-f]{1,2}|(?:\\x)?[0-9A-Fa-f]{2})[\s,:;-]*){24}")
_LIKE_PAIRS = re.compile(rb"[0-9A-Fa-fx\\\s,:;-]+")
_SINGLE = re.compile(rb"0x([0-9A-Fa-f])(?![0-9A-Fa-f])")
_DIGITS = re.compile(rb"[0-9A-Fa-f]+")


def _numbers(text: bytes) -> Iterator[Run]:
    for match in _stretches(text, _SOME_NUMBERS, _LIKE_NUMBERS):
        yield from _list(text, match.start(), match[0])


def _list(text: bytes, start: int, part: bytes) -> Iterator[Run]:
    yield from _numeric(text, start, part, part, "numbers", _from_numbers)


_SOME_NUMBERS = re.compile(rb"-?\d{1,3}(?:[\s,;]+-?\d{1,3}){23}")
_LIKE_NUMBERS = re.compile(rb"[-\d\s,;]+")
_NUMBER = re.compile(rb"-?\d{1,3}")


def _from_numbers(text: bytes) -> bytes:
    """Java and others count the bytes above 7F from -128 on."""
    numbers = takewhile(_NUMBER.fullmatch, text.replace(b",", b" ").replace(b";", b" ").split())
    return bytes(int(number) & 0xFF for number in numbers)


def _indexed(text: bytes) -> Iterator[Run]:
    """``{"0": 2, "1": 5, …}``, as JavaScript writes a Uint8Array."""
    for match in _INDEXED.finditer(text):
        numbers = b" ".join(_INDEX.findall(match[0]))
        yield from _numeric(text, match.start(), match[0], numbers, "numbers", _from_numbers)


_INDEXED = re.compile(rb"""(?:["']?\d{1,8}["']?: ?-?\d{1,3}[,\s]*){24,}""")
_INDEX = re.compile(rb": ?(-?\d{1,3})")


def _percent(text: bytes) -> Iterator[Run]:
    """Bytes with percent signs, as they are in a URL or a form."""
    for match in _PERCENT.finditer(text):
        yield from _numeric(text, match.start(), match[0], match[0], "url-encoded", unquote_to_bytes)


_PERCENT = re.compile(rb"(?:%0[12])(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9_.~!*'()+/-]){20,}")


def _after_others(text: bytes) -> Iterator[Run]:
    """From where a message begins in hexadecimal or numbers, after others that are not of it: an id, a length, the columns of a table."""
    yield from _inside(text, _IN_DIGITS, (_DIGITS, _LINES_OF_DIGITS), _pairs)
    yield from _inside(text, _IN_PAIRS, (_LIKE_PAIRS,), _pairs)
    yield from _inside(text, _IN_NUMBERS, (_LIKE_NUMBERS,), _list)


def _inside(
    text: bytes,
    begins: re.Pattern[bytes],
    likes: Sequence[re.Pattern[bytes]],
    read: Callable[[bytes, int, bytes], Iterator[Run]],
) -> Iterator[Run]:
    """The runs from where a message begins, as far as the characters of each of ``likes`` go. What follows in the same run is in it."""
    match = begins.search(text)
    while match is not None:
        end = match.end()
        for stretch in filter(None, (like.match(text, match.start()) for like in likes)):
            for run in read(text, match.start(), stretch[0]):
                yield run
                end = max(end, run.end)
        match = begins.search(text, end)


def _heads(write: Callable[[int], str], between: str) -> str:
    return "|".join(between.join(map(write, head)) for head in BEGINNINGS)


def _signed(byte: int) -> str:
    return str(byte) if byte < 128 else f"(?:{byte}|{byte - 256})"  # Java counts from -128 on


def _hexadecimal_byte(byte: int) -> str:
    return "".join(digit if digit.isdigit() else f"[{digit}{digit.upper()}]" for digit in f"{byte:02x}")


# without re.IGNORECASE, which is slow where nothing matches
_BETWEEN_PAIRS = r"(?:[\s,:;-]*(?:0x|\\{1,2}x)|(?:[\s,:;-]|\\\r?\n)+)"
_HEADS_IN_PAIRS, _MORE_PAIRS = _heads(_hexadecimal_byte, _BETWEEN_PAIRS), f"(?:{_BETWEEN_PAIRS}[0-9A-Fa-f]{{2}}){{20}}"
_IN_PAIRS = re.compile(f"(?:{_HEADS_IN_PAIRS})(?={_MORE_PAIRS})".encode())
_HEADS_IN_DIGITS = _heads(_hexadecimal_byte, r"(?:\r?\n[ \t]*)?")
_IN_DIGITS = re.compile(rf"(?:{_HEADS_IN_DIGITS})(?=(?:\s{{0,4}}[0-9A-Fa-f]){{40}})".encode())
_HEADS_IN_NUMBERS = _heads(_signed, r"[\s,;]+")
_IN_NUMBERS = re.compile(rf"(?<![0-9.])(?:{_HEADS_IN_NUMBERS})(?=(?:[\s,;]+-?\d{{1,3}}){{20}})".encode())


def _stretches(text: bytes, some: re.Pattern[bytes], like: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """Where ``some`` matches, as far as the characters of ``like`` go. A pattern that repeats a group over all of it takes much memory."""
    match = some.search(text)
    while match is not None:
        stretch = like.match(text, match.start())
        assert stretch is not None  # it has the characters of the other
        yield stretch
        match = some.search(text, stretch.end())


def _numeric(text: bytes, start: int, part: bytes, numbers: bytes, kind: str, read: Callable[[bytes], bytes]) -> Iterator[Run]:
    """``part`` of the text, at ``start``, and the numbers that are read from it."""
    sample = _SAMPLE.match(numbers)
    assert sample is not None  # it may be empty
    try:
        run = read(numbers) if _promises(read(sample[0])[:_HEAD]) else b""
    except binascii.Error:
        return
    if run:
        yield _run(kind, text, start, start + len(part), run)


_READERS = (_percent, _literals)
_OF_NUMBERS = (_numbers, _indexed, _hexadecimal, _after_others)


# ---------------------------------------------------------------- base64
def base64_runs(text: bytes) -> Iterator[tuple[Run, ...]]:
    """The runs of base64 that promise something. Of each the ways to read it, the likelier first: its line alone, with the lines after it,
    from a place inside of it."""
    position = 0
    while (match := _BASE64.search(text, position)) is not None:
        position = match.end()
        starts = _starts(match)
        if not starts:
            continue
        ends = list(dict.fromkeys((match.end(), *_ends_of_lines(text, match.end()))))
        ways = [_decoded(text, start, stop) for start in starts for stop in ends]
        between = _separator(text, match)
        if between:
            ends.append(_end_of_pieces(text, match, between))
            ways += [_decoded(text, start, ends[-1], between) for start in starts]
        if any(ways):
            yield tuple(way for way in ways if way is not None)
        position = ends[-1]


def _ends_of_lines(text: bytes, end: int) -> Iterator[int]:
    """Where a run ends that goes on in the next lines: before the first line that may be a word, after it, before a last line that has more
    than that, such as the time of a log, and where the last line ends."""
    words = False
    while (line := _NEXT_LINE.match(text, end)) is not None and ANOTHER.match(text, line.start(1)) is None:
        word = not words and _is_word(line[1])
        if word or _MORE.match(text, line.end(1)) is not None:
            yield end
        end = line.end(1)
        if word:
            yield end
        words |= word
    yield end


def _separator(text: bytes, match: re.Match[bytes]) -> bytes | None:
    """What is between pieces of equal length: ``<br>``, ``#012``, a space that is not ASCII."""
    end, width = match.end(), len(match[0])
    if match[0].endswith(b"=") or text[end : end + 1] in _PLAIN_ENDS:
        return None
    for length in range(1, _MAX_SEPARATOR + 1):
        between = text[end : end + length]
        following = end + length + width
        if _BASE64.fullmatch(text, end + length, following) is not None and text.startswith(between, following):
            return between
    return None


def _end_of_pieces(text: bytes, match: re.Match[bytes], between: bytes) -> int:
    end, width = match.end(), len(match[0])
    while text.startswith(between, end) and (piece := _PIECE.match(text, end + len(between), end + len(between) + width)) is not None:
        end = piece.end()
        if len(piece[0]) < width:
            break
    return end


_PLAIN_ENDS = (b"", b"\n", b"\r", b'"', b"'")
_MAX_SEPARATOR = 12
_PIECE = re.compile(rb"[A-Za-z0-9+/_-]+={0,2}")


def _beginnings(skipped: int) -> re.Pattern[bytes]:
    """What base64 has where a message begins in a group of three bytes, after ``skipped`` of them: from the first character that depends on
    the message."""
    return re.compile("|".join(sorted({"".join(_characters(head, 8 * skipped)) for head in BEGINNINGS})).encode())


def _characters(head: bytes, first: int) -> Iterator[str]:
    """For each character that has bits of ``head``, which begins with bit ``first`` of a group: what it can be."""
    bits = f"{int.from_bytes(head):0{8 * len(head)}b}"
    for at in range(-(first % 6), len(bits), 6):
        known = bits[max(at, 0) : at + 6]
        fits = (value for value in range(64) if f"{value:06b}"[max(-at, 0) :][: len(known)] == known)
        yield f"[{''.join(_IN_CLASS[value] for value in fits)}]"


_IN_CLASS = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "+\\-", "/_"]
_BEGINNINGS = tuple(map(_beginnings, range(3)))
_GROUP = 4  # characters
_SEAM = 8  # characters in which a message begins, at most
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
_NEXT_LINE = re.compile(rb"(?<!=)[ \t]*\r?\n[ \t]*(?:[>|#*]+[ \t]*|//[ \t]+)?(?!-----)([A-Za-z0-9+/_-]+={0,2})(?![A-Za-z0-9+/_:-])")


_MORE = re.compile(rb"[ \t]*[^\s]")


def _is_word(line: bytes) -> bool:
    """Whether a line that could be base64 is rather a word or the boundary of a mail: it is short, and has letters only, or begins so."""
    return (len(line) < _SHORT and line.isalpha()) or line.startswith(b"--")


_SHORT = 20


def _starts(match: re.Match[bytes]) -> list[int]:
    """Where in a run something begins (offsets): at its beginning, or at the first place of each alignment, since most of such places are
    chance and the base64 from each has all that comes after it in the same alignment."""
    if _promises(decode_base64(match[0][:_HEAD].rstrip(b"="), cut=True) or b""):
        return [match.start()]
    following = _NEXT_LINE.match(match.string, match.end())
    text = match[0] + (b"" if following is None else following[1][:_SEAM])
    groups = sorted(at for skipped in range(3) for at in _groups(text, skipped) if 0 <= at < len(match[0]))
    firsts = {at % _GROUP: match.start() + at for at in reversed(groups)}
    return sorted(firsts.values(), key=lambda at: ((at - match.start()) % _GROUP != 0, at))


def _groups(text: bytes, skipped: int) -> Iterator[int]:
    """Where groups of base64 are in which a message may begin after ``skipped`` bytes."""
    found = _BEGINNINGS[skipped].search(text)
    while found is not None:
        yield found.start() - skipped
        found = _BEGINNINGS[skipped].search(text, found.start() + 1)  # another one may overlap it


def _promises(head: bytes) -> bool:
    """Whether bytes begin like something that may be or hold a message: one, soon or at once; something packed; text."""
    return (
        message_starts(head, 0, _LEAD) is not None
        or head.startswith(_MAGIC)
        or head[:1] == b"\x78"
        or utf16(head) is not None
        or is_printable(head[:24])
        or blob_origin(head) is not None
        or head.startswith(_OF_2014)
    )


def _decoded(text: bytes, start: int, end: int, between: bytes = b"\n") -> Run | None:
    inner = decode_base64(_MARGIN.sub(b"\n", text[start:end].replace(between, b"\n")), cut=True)
    if inner is None:
        return None
    after = "" if end >= len(text) else f"; base64 ends at offset {end:#x}, before {text[end : end + 1]!r}"[:80].replace("b'", "'")
    return _run("in-text", text, start, end, inner, f"the base64 begins at offset {start:#x}{after}")


_MARGIN = re.compile(rb"\r?\n(?:[ \t>|#*]*//[ \t]+|[ \t>|#*]+)(?=[A-Za-z0-9+/_-])")
