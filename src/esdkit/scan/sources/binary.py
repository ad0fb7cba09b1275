"""Binary data with messages in it, of any length: one message, many one after another, or some between other bytes.

Strategy: windows that overlap. What begins in the overlap is left to the next window, and a message that a window cuts is looked at again
in one that begins with it. Of a message that is longer than a window, the beginning is given; its end is found by walking its frames in the
stream, and the search goes on there, or where its frames end. In a file that is compressed or divided, a message that seems cut does not
count. In any other, its header does: pages, packets and blocks put other bytes into the middle of a message.
Zeros before a window are not searched: sparse files have gigabytes of them, and archives of a few KiB unpack to as many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from esdkit.input import find_all
from esdkit.input.carving import structure
from esdkit.input.search import Placed, may_divide
from esdkit.message.rules import DEFAULT_LIMITS
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.stream import PIECE, Ahead
from esdkit.scan.sources.text import found_items, inside
from esdkit.scan.sources.walk import walk
from esdkit.spec import LIMITS

__all__ = ["binary_items"]

_WINDOW = 16 << 20  # bytes
_WINDOW_OF_ARCHIVE = LIMITS["search_length"]
_OVERLAP = 1 << 20
_HEAD = 1 << 17  # bytes that are given of a long message
_ZEROS = re.compile(rb"\0+")
_BLOCK = 1 << 12


def binary_items(stream: Ahead, place: str, path: Path | None = None) -> Iterator[Item | Problem]:
    """The messages in binary data.

    Args:
        stream: the data.
        place: where it is inside its source.
        path: the file that it is, if it is one.
    """
    most = _WINDOW_OF_ARCHIVE if path is None else _WINDOW
    divided = may_divide(stream.peek(_BLOCK))
    while window := _after_zeros(stream).peek(most):
        last = len(window) < most
        placed, limits = find_all(window, of_part=True)
        for limit in limits:
            yield Problem(inside(place, f"byte {stream.at}"), "source-too-large", limit)
        cut = None if last else next((each.start for each in placed if _is_cut(each, window)), None)
        if cut == 0:
            left = None if path is None else path.stat().st_size - stream.at
            yield from _long_message(stream, place, left, divided=divided)
            continue
        end = len(window) if last else cut or most - _OVERLAP
        for each in placed:
            if each.start < end and (each.found.complete or not divided):
                yield from (item._replace(divided=_is_divided(each, stream.at)) for item in found_items([each], place, stream.at))
        stream.skip(end)


def _after_zeros(stream: Ahead) -> Ahead:
    """The stream without the zeros that it goes on with, in which nothing begins; some are left, so that what comes after them is not taken
    for the beginning of the input."""
    while (zeros := _ZEROS.match(stream.peek(PIECE))) is not None and zeros.end() > _BLOCK:
        stream.skip((zeros.end() - 1) // _BLOCK * _BLOCK)
    return stream


def _is_divided(placed: Placed, at: int) -> bool:
    """Whether a message as it is, among other bytes, does not go on to its end there; ``at``: where the window begins."""
    kinds = {step.kind for step in placed.found.steps}
    return not placed.found.complete and (kinds == {"in-bytes"} or (not kinds and at > 0))


def _is_cut(placed: Placed, window: bytes) -> bool:
    """Whether a message as it is goes on after the window."""
    start, found = placed
    return not found.complete and {step.kind for step in found.steps} <= {"in-bytes"} and start + len(found.data) == len(window)


def _long_message(stream: Ahead, place: str, left: int | None, *, divided: bool) -> Iterator[Item | Problem]:
    """The message that a window begins with and does not end; nothing of one that ends too early in a file that divides them."""
    at, head = stream.at, stream.peek(_HEAD)
    part = inside(place, f"byte {at}") if at else place
    walked = walk(stream, left)
    if walked.body is None:
        reached, _ = structure(stream.peek(DEFAULT_LIMITS.header_budget))
        stream.skip(max(reached, 1))
        walked = walked._replace(size=reached)
    if at and (walked.body is None or (walked.body.problem is not None and walked.size == walked.header)):  # no frame of it is there
        if not divided:
            yield Item(part, head, walked.size, "binary", divided=True)
    elif not divided or (walked.body is not None and walked.body.problem is None):
        yield Item(part, head, walked.size, "binary", walked.body)
    if walked.not_searched:
        what = f"{walked.not_searched} bytes seemed to be in a frame of this message that is not there to its end, and were not searched"
        yield Problem(part, "source-too-large", what)
