"""Dumps: lines of an address and the bytes there, as ``xxd``, ``hexdump``, ``od``, debuggers and network tools print them, and lines of
hexadecimal with words after them.

Strategy: lines that begin with an address which grows by the number of their bytes are one dump; the notation of address and bytes is the
first of a few that fits every line. What ``od`` and ``hexdump`` leave out as ``*`` is filled in from the addresses. Lines without addresses
are read as hexadecimal up to the first words. Invariant: nothing is guessed byte by byte: a notation fits all lines or is not used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from esdkit.input.budget import Budget
from esdkit.input.encodings import ANOTHER
from esdkit.spec import LIMITS

__all__ = ["dumps", "listings"]

Run = tuple[int, int, bytes]
"""Start, end (offsets in the text), and the bytes."""

_LINE = re.compile(rb"^[ \t|]*(?:0x)?([0-9a-fA-F]{4,16})[:|]?(?:[ \t]+<[^>\n]{0,80}>:)?((?:[ \t][^\n]*)?)$|^\*\s*?$", re.MULTILINE)
_FEWEST = 2  # lines
_MOST_ROWS = LIMITS["search_dump_rows"]
_MOST = 64 << 20  # bytes that ``*`` may stand for
_Row = tuple[bytes, bytes]  # address and what follows it
_Reader = Callable[[bytes, int | None, int | None], tuple[bytes, int] | None]
"""Reads a row: its text, how many bytes it has, the column before which they are (None where that is not known); gives them and the column
where they end. None when the text is not of this notation."""


def dumps(text: bytes, budget: Budget) -> Iterator[Run]:
    """The dumps in a text, in every notation that fits all lines of one."""
    for start, end, rows in _blocks(text, budget):
        for base, read in _NOTATIONS:
            data = _join(rows, base, read)
            if data:
                yield start, end, data


def _blocks(text: bytes, budget: Budget) -> Iterator[tuple[int, int, list[_Row]]]:
    """Runs of lines that look like those of a dump. Where the address starts over, another dump begins."""
    rows: list[_Row] = []
    start = end = 0
    for match in _LINE.finditer(text):
        address = match[1] or b"*"
        follows = bool(rows) and not text[end : match.start()].strip()
        starts_over = address != b"*" and not address.strip(b"0")
        if not follows or starts_over:
            if len(rows) >= _FEWEST:
                yield start, end, rows
            rows, start = [], match.start()
        if len(rows) == _MOST_ROWS:
            budget.exhausted = True
            return
        rows.append((address, (match[2] or b"").rstrip()))
        end = match.end()
    if len(rows) >= _FEWEST:
        yield start, end, rows


def _join(rows: Sequence[_Row], base: int, read: _Reader) -> bytes | None:
    """The bytes of all rows; None when they do not fit the addresses. The last row may be an address alone, where the bytes end."""
    first = _number(rows[0][0], base)
    if first is None:
        return None
    data, last, column = bytearray(), b"", None
    for number, (address, text) in enumerate(rows):
        if address == b"*":
            continue
        place, following = _number(address, base), _following(rows, number, base)
        if place is None:
            return None
        place -= first
        if number and rows[number - 1][0] == b"*" and last and len(data) < place <= _MOST:
            data += last * ((place - len(data)) // len(last))
        if not text and number == len(rows) - 1:
            return bytes(data[:place]) if 0 <= len(data) - place < _LONGEST_WORD else None
        found = None if place != len(data) else read(text, None if following is None else following - first - place, column)
        if found is None:
            return None
        last, column = found
        data += last
    return bytes(data)


def _following(rows: Sequence[_Row], number: int, base: int) -> int | None:
    """The address of the next row; None where there is none."""
    return _number(rows[number + 1][0], base) if number + 1 < len(rows) else None


_WORD = 2  # bytes
_LONGEST_WORD = 8  # ``hexdump`` and ``od`` fill up the last one


def _number(address: bytes, base: int) -> int | None:
    try:
        return int(address, base)
    except ValueError:
        return None


def _hex_bytes(text: bytes, count: int | None, column: int | None) -> tuple[bytes, int] | None:
    """Groups of whole bytes. The column of characters after them may look like more of them: the addresses tell where they end."""
    found = bytearray()
    end = 0
    for match in _GROUPS.finditer(text):
        gap = text[end : match.start()]
        if gap.strip(b" \t-") or (count is None and (match.start() >= column if column is not None else end and len(gap) > 1)):
            break
        found += bytes.fromhex(match[1].decode("ascii"))
        end = match.end()
        if count is not None and len(found) >= count:
            break
    whole = bool(found) and (count is None or len(found) == count or (len(found) == count + 1 and len(text) == end))
    return (bytes(found[:count]), end) if whole else None


_GROUPS = re.compile(rb"(?:(?<=\s)|(?<=-)|\A)(?:0x)?((?:[0-9a-fA-F]{2}){1,8})(?=[\s|-]|\Z)")


def _matching(form: bytes, read: Callable[[bytes], bytes | None]) -> _Reader:
    """A reader of rows that are of one form from end to end."""
    pattern = re.compile(form)

    def reader(text: bytes, count: int | None, column: int | None) -> tuple[bytes, int] | None:
        data = read(text) if pattern.fullmatch(text) else None
        return None if data is None else (data, len(text))

    return reader


def _words(base: int, size: int = _WORD) -> Callable[[bytes], bytes | None]:
    """Words of two bytes or more, as a little-endian machine prints them."""

    def read(text: bytes) -> bytes | None:
        numbers = [int(word, base) for word in text.split()]
        return b"".join(number.to_bytes(size, "little") for number in numbers) if max(numbers) < 1 << 8 * size else None

    return read


def _numbers(base: int) -> Callable[[bytes], bytes | None]:
    def read(text: bytes) -> bytes | None:
        numbers = [int(number, base) for number in text.split()]
        return bytes(number & 0xFF for number in numbers) if min(numbers) >= -128 and max(numbers) < 256 else None

    return read


def _characters(text: bytes) -> bytes | None:
    """Columns of four, as ``od -c`` prints them: a character, an escape or three octal digits."""
    padded = text + b" " * (-len(text) % 4)
    found = [_cell(padded[at : at + 4].strip()) for at in range(0, len(padded), 4)]
    return bytes(byte for byte in found if byte is not None) if None not in found else None


def _cell(cell: bytes) -> int | None:
    if len(cell) == 3 and not cell.strip(b"01234567"):
        return int(cell, 8) & 0xFF
    return cell[0] if len(cell) == 1 else _CELLS.get(cell)


_CELLS = {b"": 32, rb"\0": 0, rb"\a": 7, rb"\b": 8, rb"\t": 9, rb"\n": 10, rb"\v": 11, rb"\f": 12, rb"\r": 13}
_HEX_WORDS, _OCTAL_WORDS = rb"(?: +[0-9a-fA-F]{4})+", rb"(?: +[0-7]{6})+"
_OCTAL_BYTES, _DECIMAL_BYTES = rb"(?: +[0-7]{3})+", rb"(?: +-?\d{1,3})+"
_NOTATIONS: tuple[tuple[int, _Reader], ...] = (
    *((base, _hex_bytes) for base in (16, 8, 10)),
    *((base, _matching(_HEX_WORDS, _words(16))) for base in (16, 8)),
    *((base, _matching(rb"(?: +[0-9a-fA-F]{8})+", _words(16, 4))) for base in (16, 8)),
    *((base, _matching(rb"(?: +[0-9a-fA-F]{16})+", _words(16, 8))) for base in (16, 8)),
    (16, _matching(rb"(?: +[0-9]{5})+", _words(10))),
    *((base, _matching(_OCTAL_WORDS, _words(8))) for base in (8, 16)),
    *((base, _matching(_OCTAL_BYTES, _numbers(8))) for base in (8, 16)),
    (8, _matching(rb"(?: [^\n]{3})+(?: [^\n]{1,3})?", _characters)),
    *((base, _matching(_DECIMAL_BYTES, _numbers(10))) for base in (8, 16, 10)),
)


# ---------------------------------------------------------------- hexadecimal with words after it
def listings(text: bytes) -> Iterator[Run]:
    """Lines that begin with hexadecimal and go on with words: what is before the words, of lines that follow each other."""
    match = _FIRST.search(text)
    while match is not None:
        found, start, end = bytearray(), match.start(), match.start()
        while (line := _LISTED.match(text, end)) is not None and not (found and ANOTHER.match(text, line.start(1))):
            found += bytes.fromhex(line[1].decode("ascii"))
            end = line.end()
        if found:
            yield start, end, bytes(found)
        match = _FIRST.search(text, max(end, match.end()))


_FIRST = re.compile(rb"^[ \t]*(?:01[ \t]*(?:80|$)|02[ \t]*(?:0[0-9]|$)|01[ \t]{2}|02[ \t]{2})", re.MULTILINE)
_PAIRS = rb"(?:[0-9a-fA-F]{2}){1,64}"
_LISTED = re.compile(
    rb"[ \t]*(" + _PAIRS + rb"(?:[ \t]" + _PAIRS + rb"){0,128})"
    rb"(?:[ \t\r]*|(?:[ \t]{2,}|[ \t]*[#;/|-])[^\n]{0,400}|[ \t]+[^\s0-9a-fA-F][^\n]{0,400})(?:\n\s*|\Z)"
)
