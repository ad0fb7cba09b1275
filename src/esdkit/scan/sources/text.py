"""Text with messages in it, of any length: it is cut into units where nothing that is encoded goes on, and each unit is searched.

Strategy: a unit ends before the first line after ``_UNIT`` bytes that cannot continue base64, a dump or a list of numbers: a blank line, a
line of prose or markup, a long line that is more than one run of letters and digits. Where there is none soon, a line with two words or a
name does as well. Whether a line is such a boundary, and which of them is the first after an offset, follows from the text alone, so that
ranges of one file, read by different processes, meet at the same places: a range begins at the first boundary at or after its start, and
ends at the first one at or after its end.
Invariants: memory is bounded by the longest unit; a unit that finds no boundary is cut at ``search_length``, and that is a problem.
"""
# Reqs: SCN-SRC-002, SCN-SRC-003, SCN-SRC-008

from __future__ import annotations

import re
from collections.abc import Iterator

from esdkit.input import find_all
from esdkit.input.search import Placed
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.stream import Ahead
from esdkit.spec import LIMITS

__all__ = ["found_items", "inside", "text_items"]

_UNIT = 1 << 16  # bytes
_LOOK = 1 << 12  # bytes after a unit in which its end is looked for first
_SOON = 1 << 17  # bytes in which a boundary is better than a likely one before it
_MAX_UNIT = LIMITS["search_length"]
_LONG = 256  # characters of a line
_BOUNDARY = re.compile(
    rb"^(?:\r?\n"
    rb"|(?![A-Za-z0-9+/=_-]{%(long)d})[^\n]{%(long)d}"
    rb"|(?:\[?\d{4}-\d\d-\d\d|[{<](?!br)|[A-Za-z]{0,40}[G-Zg-z][A-Za-z]{0,40}[ :(]|\d{1,19}[,;|\t][ \"']?[A-Za-z]{0,40}[G-Zg-z])"
    rb"(?![^\n]*?(?:\b[0-9A-Fa-f]{2,4}[ :-]){6})[^\n]{0,%(long)d}\n)" % {b"long": _LONG},
    re.MULTILINE,
)
_WORD = rb"(?<=[\s\"'(\[,;|:<>])(?=[A-Za-z]{2,20}[\s\"')\]}.,;:<>(=/])[A-Za-z]*[G-Zg-z][A-Za-z]*"
_LIKELY = re.compile(
    rb"^(?![^\n]*?(?:\\|0x|\(byte\)|/\*|[\s,]//|(?:\b[0-9A-Fa-f]{2}[ :-]){6}))"
    rb"(?!\s*(?:[0-9A-Fa-f]{4,}[: ]\s*[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}[ -]){2}|(?:[0-9A-Fa-f]{2}:){3}))"
    rb"(?:(?>[^\n]*?%(word)b[^\n]*?%(word)b)|[ \t]*\"[^\"\\\n]{0,80}[G-Zg-z][^\"\\\n]{0,80}\": ?)[^\n]{0,%(long)d}\n"
    % {b"word": _WORD, b"long": _LONG},
    re.MULTILINE,
)


def text_items(stream: Ahead, place: str, stop: int | None = None) -> Iterator[Item | Problem]:
    """The messages in a text.

    Args:
        stream: the text. One that does not begin at offset 0 begins one byte before its range.
        place: where the text is inside its source.
        stop: where the next range begins (offset); None for the end of the text.
    """
    if stream.at:
        stream.skip(_boundary(stream, 1)[0])
    while (stop is None or stream.at < stop) and stream.peek(1):
        start = stream.at
        length, found = _boundary(stream, _UNIT)
        if stop is not None and start + length >= stop:  # where the next range begins, wherever a unit would have ended
            length, found = _boundary(stream, stop - start)
        unit = stream.read(length)
        placed, limits = find_all(unit)
        yield from found_items(placed, place, start)
        for limit in limits:
            yield Problem(inside(place, f"byte {start}"), "source-too-large", limit)
        if not found:
            what = f"{length} bytes without a line at which they can be divided; a message that goes on after them was not read whole"
            yield Problem(inside(place, f"byte {start}"), "source-too-large", what)


def _boundary(stream: Ahead, least: int) -> tuple[int, bool]:
    """How many bytes there are up to the first boundary that is ``least`` bytes away or more, or to the end; whether it is one of them."""
    size = least + _LOOK
    while True:
        window = stream.peek(size)
        ended = len(window) < size
        match = _BOUNDARY.search(window, least)
        if match is not None and match.start() <= least + _SOON:
            return match.start(), True
        if ended or len(window) > least + _SOON + 2 * _LONG:  # there is none so soon
            found = [each.start() for each in (match, _LIKELY.search(window, least)) if each is not None]
            if found:
                return min(found), True
        if ended:
            return len(window), True
        if size >= _MAX_UNIT:
            return len(window), False
        size = min(4 * size, _MAX_UNIT)


def found_items(placed: list[Placed], place: str, start: int) -> Iterator[Item]:
    """What was found in bytes that begin at an offset."""
    # Reqs: SCN-SRC-005
    for at, found in placed:
        steps = found.steps
        first = inside(place, f"byte {start + at}") if start + at else place
        way = [step.where for step in steps if step.where and not step.where.startswith("offset")]
        form = next((form for step in reversed(steps) if (form := _FORMS.get(step.kind)) is not None), "binary")
        yield Item(" > ".join(filter(None, [first, *way])), found.data, None, form)


_FORMS = {
    **dict.fromkeys(("base64", "base64url", "in-text"), "base64"),
    **dict.fromkeys(("hex", "hexdump"), "hex"),
}


def inside(place: str, part: str) -> str:
    """The name of a place inside another one."""
    return f"{place} > {part}" if place else part
