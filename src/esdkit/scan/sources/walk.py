"""A message of any length in a stream: its frames are walked by their sizes, so that its end is known and what follows is found.

Strategy: the header gives the size of a regular frame. A frame counts when it is there and the number of the next one is in order, the last
one when a footer comes after it, if the suite signs; only then it leaves the stream, so that what is not part of the message can be
searched.
Invariants: not much more than ``search_length`` bytes are held. A single frame or block of more than that leaves the stream before it is
known whether it is whole; if it is not, it is said how much of the stream was not looked at.
"""
# Reqs: SCN-SRC-008, SCN-SRC-015

from __future__ import annotations

from typing import Any, NamedTuple

from esdkit.crypto.signing import signature_lengths
from esdkit.errors import Code, MalformedMessage
from esdkit.grammar.body import FINAL_FRAME, FINAL_FRAME_HEAD, FRAME, FRAME_HEAD, NON_FRAMED, NON_FRAMED_HEAD
from esdkit.grammar.field import Group
from esdkit.grammar.footer import SIGNED_FOOTER
from esdkit.grammar.header import HEADER
from esdkit.grammar.layout import layout
from esdkit.message.body import HeadReader
from esdkit.message.header import header_from_values
from esdkit.message.model import Header
from esdkit.message.rules import DEFAULT_LIMITS, fast_reading
from esdkit.message.sizes import footer_length
from esdkit.scan.model import Body
from esdkit.scan.sources.stream import PIECE, Ahead
from esdkit.spec import CONSTANTS, LIMITS

__all__ = ["Walked", "walk"]

_MOST = LIMITS["search_length"]
_HEADER = 1 << 17  # bytes that are tried first for a header
_NUMBER = layout(Group(FRAME_HEAD.nodes[0]), {}).size
_LENGTH = "body.final_frame.content_length", "body.content_length"
_HEAD = 1 << 10  # bytes in which the head of each frame ends
_FOOTER = 1 << 17  # bytes in which each footer ends


class Walked(NamedTuple):
    """How far a message goes.

    Attributes:
        size: bytes of it that are there.
        body: what its frames say; None when its header is not there to its end.
        header: bytes of its header.
        not_searched: bytes of the stream that are gone, because a frame or block that is not there to its end seemed to have them.
    """

    size: int
    body: Body | None
    header: int = 0
    not_searched: int = 0


def walk(stream: Ahead, left: int | None) -> Walked:
    """Walk through the message that a stream goes on with. After it the stream goes on at its end; when it has none, where it was left.

    Args:
        stream: at the beginning of the message.
        left: bytes of the stream; None when that is not known.
    """
    for most in (_HEADER, DEFAULT_LIMITS.header_budget):
        data = stream.there(most)
        read = fast_reading(HEADER, False)(data, 0, len(data))
        if read is not None:
            return _Walk(stream, left, header_from_values(*read[0]), read[1]).body()
    return Walked(0, None)


class _EndsEarlyError(Exception):
    """The message has no end here: why, and how much of the stream is gone."""

    def __init__(self, code: Code, not_searched: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.not_searched = not_searched


class _Walk:
    """The way through the body of one message. ``size`` is that of its parts so far that are whole."""

    def __init__(self, stream: Ahead, left: int | None, header: Header, length: int) -> None:
        self._stream = stream
        self._end = None if left is None else stream.at + left
        self._header = header
        self._heads = HeadReader(header)
        self._unsure = 0  # bytes of a large frame that was passed, and after which nothing has shown yet that it is one
        self.size = self._length = length
        stream.skip(length)

    def body(self) -> Walked:
        try:
            frames, plaintext_length = self._frames() if self._header.framed else (0, self._last(NON_FRAMED_HEAD, NON_FRAMED, None))
        except _EndsEarlyError as early:
            return Walked(self.size, Body(None, None, early.code.value), self._length, early.not_searched)
        return Walked(self.size, Body(frames, plaintext_length, None), self._length)

    def _frames(self) -> tuple[int, int]:
        """How many frames there are, and bytes of plaintext."""
        size = layout(FRAME, self._header.known_values).size
        count = self._large_frames(size) if size > _MOST else self._regular_frames(size)
        content = self._last(FINAL_FRAME_HEAD, FINAL_FRAME, count)
        return count + 1, count * self._header.frame_length + content

    def _regular_frames(self, size: int) -> int:
        """Pass the regular frames, and count them."""
        at_once, count = max(PIECE // size, 1), 0
        while True:
            data = self._stream.there(at_once * size + _NUMBER)
            numbers = [int.from_bytes(data[at : at + _NUMBER], "big") for at in range(0, len(data) - _NUMBER + 1, size)]
            first = count + CONSTANTS.first_sequence_number
            in_order = next((at for at, number in enumerate(numbers) if number != first + at), len(numbers))
            passed = max(in_order - 1, 0)
            self._pass(passed * size)
            count += passed
            if in_order < len(numbers):
                if numbers[in_order] != CONSTANTS.final_frame_marker:
                    raise _EndsEarlyError(Code.SEQ_OUT_OF_ORDER)
                before = in_order - passed
                self._values(FINAL_FRAME_HEAD, before * size, count + before)
                self._pass(before * size)
                return count + before
            if len(data) < at_once * size + _NUMBER:
                raise _EndsEarlyError(Code.TRUNCATED)

    def _large_frames(self, size: int) -> int:
        """The same for frames that are too large to be looked at before they are passed."""
        count = 0
        while True:
            data = self._stream.there(_NUMBER)
            if len(data) < _NUMBER:
                raise _EndsEarlyError(Code.TRUNCATED, self._unsure)
            number = int.from_bytes(data, "big")
            if number == CONSTANTS.final_frame_marker:
                return count
            if number != count + CONSTANTS.first_sequence_number:
                raise _EndsEarlyError(Code.SEQ_OUT_OF_ORDER, self._unsure)
            self._pass(size)
            self._unsure = size
            count += 1

    def _last(self, head: Group, whole: Group, index: int | None) -> int:
        """Pass the final frame, or the block, and the footer, and give the length of its content."""
        length: int = self._values(head, 0, index)[-1]
        size = layout(whole, {**self._header.known_values, **dict.fromkeys(_LENGTH, length)}).size
        if size > _MOST:
            self._pass(size)
            self._pass(self._footer(0, size))
        else:  # what comes after a message that was cut in its last frame would be taken for the rest of it and for its footer
            self._pass(size + self._footer(size, 0))
        return length

    def _values(self, head: Group, at: int, index: int | None) -> tuple[Any, ...]:
        """The values of a head that comes after ``at`` more bytes."""
        data = self._stream.there(at + _HEAD)
        try:
            values = self._heads.read(head, memoryview(data), at, self._stream.at, index)
        except MalformedMessage as error:
            raise _EndsEarlyError(error.code, self._unsure) from None
        if values is None:
            raise _EndsEarlyError(Code.TRUNCATED, self._unsure)
        self._unsure = 0
        return values

    def _footer(self, at: int, gone: int) -> int:
        """Bytes of the footer that comes after ``at`` more bytes; ``gone``: bytes before it that left the stream."""
        scheme = self._header.suite.signature
        if scheme is None:
            return 0
        data = self._stream.there(at + _FOOTER)
        read = fast_reading(SIGNED_FOOTER, False)(data, at, len(data))
        if read is None or read[1] - at > footer_length(self._header.suite, signature_lengths(scheme)[1]):
            raise _EndsEarlyError(Code.TRUNCATED, gone)
        return read[1] - at

    def _pass(self, size: int) -> None:
        """Go on after ``size`` bytes of the message."""
        stream = self._stream
        if self._end is not None and stream.at + size > self._end:
            raise _EndsEarlyError(Code.TRUNCATED)
        if size <= _MOST and len(stream.there(size)) < size:
            raise _EndsEarlyError(Code.TRUNCATED)
        start, left = stream.at, size
        while left and (data := stream.there(min(left, PIECE))):
            stream.skip(len(data))
            left -= len(data)
        if left:
            raise _EndsEarlyError(Code.TRUNCATED, stream.at - start)
        self.size += size
