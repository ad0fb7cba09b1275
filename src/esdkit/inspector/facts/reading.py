"""Reads the fields of a message, whatever its values and however long it is.

Strategy: the fast reading takes a header in which nothing is wrong. In any other the values are put to the ``RuleChecker``, which collects;
where the structure ends early, the reference reading gives the fields up to the one that ends it, and why it does. What follows is fields
of known size, so it is walked by their sizes, taken from the grammar, and contents are stepped over. Regular frames are all alike: they are
counted (``FrameRun``), and read field by field only where a rule of theirs may be broken.

Invariants: memory is bounded by the header; the work is linear in the header and in the number of frames. The spans are those of the
reference reading, contents without their value; a test holds them equal.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count
from typing import Any

from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.grammar.body import FINAL_FRAME, FINAL_FRAME_HEAD, FRAME, FRAME_HEAD, NON_FRAMED, NON_FRAMED_HEAD
from esdkit.grammar.field import Blob, Group, Problem, Raw, Size, UInt
from esdkit.grammar.footer import SIGNED_FOOTER
from esdkit.grammar.header import HEADER
from esdkit.grammar.layout import Layout, layout
from esdkit.grammar.trace import trace
from esdkit.inspector.facts.source import PIECE, ByteSource
from esdkit.message.header import header_from_values
from esdkit.message.model import Header
from esdkit.message.problems import problem_error
from esdkit.message.rules import DEFAULT_LIMITS, POSITION, ReadLimits, RuleChecker, fast_reading, frame_order, over_budget, over_the_end
from esdkit.spec import CONSTANTS, FIELDS, SUITES, error_for

__all__ = ["MAX_PROBLEMS", "FrameRun", "MessageReading", "RawSpan", "is_content", "read_message"]

RawSpan = tuple[str, int | None, int, int, Any]
"""Field id, index, start, end (bytes), value: as the decoder gives it. The value of a content is None."""

# Reqs: CLI-INS-005
MAX_PROBLEMS = 1000
"""Broken rules that are kept; of frames that all have wrong numbers there may be millions."""

_CONTENTS = frozenset(row.id for row in FIELDS.values() if row.part == "body" and row.id.endswith(".ciphertext"))
_HEAD = 1 << 16  # bytes that are tried first for the header
_NUMBER = FRAME.nodes[0]
assert isinstance(_NUMBER, UInt)
_NUMBER_SIZE = _NUMBER.size


@frozen
class FrameRun:
    """The regular frames of a body, which have one shape and follow each other without a gap.

    Attributes:
        start: where the first one begins (offset).
        count: how many whole ones there are.
        shape: places and sizes of the fields in one.
    """

    start: int
    count: int
    shape: Layout

    @property
    def end(self) -> int:
        return self.start + self.count * self.shape.size

    def spans(self, source: ByteSource, first: int, last: int) -> Iterator[RawSpan]:
        """The fields of the frames with index ``first`` to ``last`` (exclusive)."""
        for index in range(first, last):
            start = self.start + index * self.shape.size
            for field_id, offset in self.shape.offsets.items():
                begin, end = start + offset, start + offset + self.shape.sizes[field_id]
                value: Any = None
                if not is_content(field_id):
                    value = source.read(begin, end)
                    value = value if FIELDS[field_id].type == "bytes" else int.from_bytes(value, "big")
                yield field_id, index, begin, end, value


@dataclass(slots=True)
class MessageReading:
    """What was read.

    Attributes:
        before: spans of header and header authentication.
        run: the regular frames; None when no framed body was reached.
        after: spans of what follows: final frame or the single block, footer.
        end: how far the structure goes (offset).
        problem: why it ends there; None when it is complete.
        values: of the whole header, as the grammar gives them; None when its structure is broken.
        broken: the first rule that is broken; None when none is.
    """

    before: list[RawSpan]
    run: FrameRun | None
    after: list[RawSpan]
    end: int
    problem: EsdkError | None
    values: Any = None
    broken: EsdkError | None = None

    @property
    def header(self) -> Header | None:
        """The header as a model, valid or not; None when its structure is broken."""
        return None if self.values is None else header_from_values(*self.values)

    @property
    def header_length(self) -> int:
        """Bytes of the header as far as it was read, authentication included."""
        return self.before[-1][3] if self.before else 0

    def locate(self, path: str) -> int | None:
        """Where a field of the header is (offset), or the first field of a group; None when there is no such field."""
        return next((start for field_id, index, start, _, _ in self.before if FIELDS[field_id].path(index).startswith(path)), None)

    def trailing_error(self, length: int) -> EsdkError | None:
        """That bytes follow the end of a complete message in a source of this length; None when none do."""
        if self.problem is not None or self.end >= length:
            return None
        return error_for(Code.TRAILING_DATA, over_the_end(length - self.end), offset=self.end)


def is_content(field_id: str) -> bool:
    """Whether a field is encrypted plaintext, which nothing here looks into."""
    return field_id in _CONTENTS


def read_message(source: ByteSource, check: RuleChecker, header_budget: int = DEFAULT_LIMITS.header_budget) -> MessageReading:
    """Read as far as the structure goes. Never raises for what the bytes are.

    Args:
        source: the message.
        check: collects the rules that are broken.
        header_budget: bytes of header that are read; a longer one is a problem.
    """
    reading = _read_header(source, check, ReadLimits(None, header_budget))
    if reading.problem is None:
        _Walk(source, check, reading).body()
    reading.broken = check.problems[0] if check.problems else None
    return reading


def _read_header(source: ByteSource, check: RuleChecker, limits: ReadLimits) -> MessageReading:
    # Reqs: CLI-INS-005
    size = min(_HEAD, source.length)
    most = max(size, limits.header_budget)
    while True:
        head = source.read(0, size)
        for strict in (True, False):
            spans: list[RawSpan] = []
            read = fast_reading(HEADER, strict, True)(head, 0, len(head), None, spans)
            if read is not None:
                if not strict:
                    for field_id, index, start, _, value in spans:
                        check(field_id, value, start, index)
                return MessageReading(spans, None, [], read[1], None, read[0])
        if size == min(source.length, most):
            return _explain_header(head, source, check, limits)
        size = min(8 * size, source.length, most)


def _explain_header(head: bytes, source: ByteSource, check: RuleChecker, limits: ReadLimits) -> MessageReading:
    result = trace(HEADER, head, on_value=check)
    spans: list[RawSpan] = [*result.spans]
    assert result.problem is not None  # the decoder would have taken it
    problem = problem_error(result.problem, head)
    if problem.code is Code.TRUNCATED and len(head) < source.length:
        problem = error_for(Code.HEADER_TOO_LARGE, over_budget(limits), path=problem.path, offset=problem.offset)
    return MessageReading(spans, None, [], spans[-1][3] if spans else 0, problem)


class _Walk:
    """Goes through the fields after the header."""

    def __init__(self, source: ByteSource, check: RuleChecker, reading: MessageReading) -> None:
        self.source = source
        self.check = check
        self.reading = reading
        self.known = check.values = {span[0]: span[4] for span in reading.before}

    def body(self) -> None:
        # Reqs: CLI-INS-005
        index = None
        if self.known["header.content_type"] == CONSTANTS.content_framed:
            run = self.reading.run = self.frames()
            self.reading.end, index = run.end, run.count
            number = self.source.read(run.end, run.end + _NUMBER_SIZE)
            group = FINAL_FRAME if int.from_bytes(number, "big") == CONSTANTS.final_frame_marker and len(number) == _NUMBER_SIZE else FRAME
        else:
            group = NON_FRAMED
        signed = SUITES[self.known["header.algorithm_suite_id"]].signed
        if self.fields(group, index) and signed:
            self.fields(SIGNED_FOOTER, None)

    def frames(self) -> FrameRun:
        """Count the whole regular frames, and check their numbers."""
        # Reqs: CLI-INS-005
        shape = _shape(self.known["header.algorithm_suite_id"], self.known["header.frame_length"])
        start, count = self.reading.end, 0
        most = (self.source.length - start) // shape.size
        at_once = max(PIECE // shape.size, 1)
        while count < most:
            begin = start + count * shape.size
            wanted = min(at_once, most - count)
            if wanted == 1:  # perhaps a frame of gigabytes, which is more than struct takes where addresses have 32 bits
                numbers = [int.from_bytes(self.source.read(begin, begin + _NUMBER_SIZE), "big")]
            else:
                data = self.source.read(begin, begin + wanted * shape.size)
                whole = data[: len(data) // shape.size * shape.size]
                numbers = [number for (number,) in struct.iter_unpack(f">I{shape.size - _NUMBER_SIZE}x", whole)]
            last = numbers.index(CONSTANTS.final_frame_marker) if CONSTANTS.final_frame_marker in numbers else None
            self.check_frames(numbers[:last], FrameRun(start, count, shape))
            count += len(numbers) if last is None else last
            if last is not None or not numbers:
                break
        return FrameRun(start, count, shape)

    def check_frames(self, numbers: Sequence[int], run: FrameRun) -> None:
        """Check the regular frames that follow a run; only those where a rule may be broken are read field by field."""
        # Reqs: CLI-INS-005
        in_order, first = frame_order(), CONSTANTS.first_sequence_number
        if in_order is not None and all(map(in_order, count(run.count + first), numbers)):
            return
        for index, number in enumerate(numbers, run.count):
            if in_order is None or not in_order(index + first, number):
                for field_id, _, start, _, value in run.spans(self.source, index, index + 1):
                    if value is not None:
                        self.check(field_id, value, start, index)

    def fields(self, group: Group, index: int | None) -> bool:
        """Read fields that follow each other; whether all of them are there."""
        start, length = self.reading.end, self.source.length
        valid = self.valid_head(group, index)
        for field_id, size, read_as in _flat(group):
            end = start + (size if isinstance(size, int) else size(self.known))
            if end > length:
                problem = Problem(Code.TRUNCATED, field_id, index, start, needed=end)
                self.reading.problem = problem_error(problem, b"", length)
                return False
            value: Any = valid.get(field_id)
            if value is None and read_as is not None:
                self.known[field_id] = value = read_as(self.source.read(start, end))
                self.check(field_id, value, start, index)
            self.reading.after.append((field_id, index, start, end, value))
            self.reading.end = start = end
        return True

    def valid_head(self, group: Group, index: int | None) -> Mapping[str, Any]:
        """What comes before the content of a frame or block, if it is all there and no rule is broken in it; otherwise nothing."""
        head = _HEADS.get(group)
        if head is None:
            return {}
        ids, size = _head(head, self.known["header.algorithm_suite_id"])
        data = self.source.read(self.reading.end, self.reading.end + size)
        self.known[POSITION] = (index or 0) + CONSTANTS.first_sequence_number
        read = fast_reading(head, True)(data, 0, len(data), self.known)
        if read is None:
            return {}
        values = dict(zip(ids, read[0], strict=True))
        self.known.update(values)
        return values


_HEADS = {FRAME: FRAME_HEAD, FINAL_FRAME: FINAL_FRAME_HEAD, NON_FRAMED: NON_FRAMED_HEAD}


@lru_cache(maxsize=64)
def _head(head: Group, suite_id: int) -> tuple[tuple[str, ...], int]:
    """The fields of a head, and its size."""
    shape = layout(head, {"header.algorithm_suite_id": suite_id})
    return tuple(shape.offsets), shape.size


@lru_cache(maxsize=64)
def _shape(suite_id: int, frame_length: int) -> Layout:
    """Of a regular frame."""
    return layout(FRAME, {"header.algorithm_suite_id": suite_id, "header.frame_length": frame_length})


@cache
def _flat(group: Group) -> list[tuple[str, Size, Callable[[bytes], Any] | None]]:
    """The fields of a group in their order: id, size, and what makes the value of the bytes, None for a content.

    A blob is its length and its bytes.
    """
    nodes: list[UInt | Raw] = []
    for node in group.nodes:
        if isinstance(node, Blob):
            nodes += [node.length, node.content]
        elif isinstance(node, UInt | Raw):
            nodes.append(node)
        else:
            raise TypeError(f"a {type(node).__name__} has no size of its own")
    return [(node.id, node.size, None if is_content(node.id) else int.from_bytes if isinstance(node, UInt) else bytes) for node in nodes]
