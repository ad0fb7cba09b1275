"""Bytes to model.

Strategy: the fast reading accepts, the reference reading explains. A valid message costs one pass of the generated decoder and the rules
that look at several fields; anything else is read again with construct and a ``RuleChecker``, which raises the first thing that is wrong,
in the order of the bytes, with code, path and offset. ``HeaderReader`` does the same for a header that arrives in pieces, in work that is
linear in the bytes fed.

Strict reading judges every value rule of the format. ``strict=False`` judges the structure only; both keep what ``build`` needs to give
the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, NoReturn, cast

from esdkit.errors import Code, EsdkError, TruncatedMessage, UsageError
from esdkit.grammar.body import FRAME
from esdkit.grammar.decoder import Short, decoder
from esdkit.grammar.field import Counted, Group, Node, Problem, Section, UInt
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER, HEADER_AUTH, HEADER_BODY
from esdkit.grammar.trace import Trace, trace
from esdkit.message.model import EncryptedDataKey, Header, HeaderAuth
from esdkit.message.rules import (
    DEFAULT_LIMITS,
    ReadLimits,
    RuleChecker,
    header_is_valid,
    keys_are_unique,
    over_budget,
)
from esdkit.spec import CONSTANTS, FIELDS, NOT_ESDK, SUITES, error_for

__all__ = [
    "HeaderReader",
    "byte_string",
    "explain",
    "fast_reading",
    "header_from_values",
    "incomplete",
    "locate",
    "parse_header",
    "problem_error",
    "refuse",
]


def parse_header(data: bytes | bytearray | memoryview, *, strict: bool = True, limits: ReadLimits = DEFAULT_LIMITS) -> tuple[Header, int]:
    """Read the header, authentication included, from the beginning of ``data``; more may follow it.

    Returns:
        The header and its length in bytes.

    Raises:
        TruncatedMessage, MalformedMessage, UnsupportedMessage, PolicyError: with code, path and offset.
        UsageError: ``invalid-argument``, ``data`` is no byte string.
    """
    data = byte_string(data)
    read = fast_reading(HEADER, strict)(data, 0, len(data))
    if read is not None:
        values, length = read
        header = header_from_values(*values)
        if limits.allow(header, length) and (not strict or header_is_valid(header)):
            return header, length
    result = explain(HEADER, data, limits, strict=strict)
    return header_from_values(*result.value), result.end


class HeaderReader:
    """Reads a header that arrives in pieces.

    It goes on where it stopped, at the edge of a field, of the context section or of an encrypted data key, and tries again only when the
    bytes that were missing are there; so the work is linear in the bytes fed. A limit or rule that is broken is raised as soon as the
    field, section or data key that breaks it is there, with the same error as from ``parse_header``. After an error the reader stays
    failed.

    Args:
        strict, limits: as in ``parse_header``.
    """

    # Reqs: CLI-STR-002, FMT-EDK-010

    def __init__(self, *, strict: bool = True, limits: ReadLimits = DEFAULT_LIMITS) -> None:
        self._strict = strict
        self._limits = limits
        self._judge = RuleChecker(limits=limits, strict=strict)
        self._buffer = bytearray()
        self._position = 0
        self._needed = 1
        self._steps: list[Node] = []
        self._values: list[Any] = []
        self._known: dict[str, Any] = {}
        self._items: list[Any] | None = None
        self._failed: EsdkError | None = None
        self.header: Header | None = None

    @property
    def length(self) -> int:
        """Length of the header in bytes, once it is complete."""
        return self._position

    @property
    def rest(self) -> bytes:
        """What was fed beyond the header, once it is complete."""
        return bytes(self._buffer[self._position :])

    @property
    def raw(self) -> bytes:
        """The bytes of the header as received, once it is complete."""
        return bytes(self._buffer[: self._position])

    def feed(self, data: bytes | bytearray | memoryview) -> Header | None:
        """Take more bytes; gives the header once it is complete.

        Raises:
            MalformedMessage, UnsupportedMessage, PolicyError: with code, path and offset.
            UsageError: ``invalid-argument``, ``data`` is no byte string.
        """
        self._work(lambda: self._advance(byte_string(data)))
        return self.header

    def finish(self) -> Header:
        """Say that no more bytes come.

        Raises:
            TruncatedMessage: the header is not complete.
        """
        if self.header is None:
            self._work(self._explain)
        assert self.header is not None
        return self.header

    def _work(self, work: Callable[[], None]) -> None:
        if self._failed is not None:
            raise self._failed
        try:
            work()
        except EsdkError as error:
            self._failed = error
            raise

    def _advance(self, data: bytes) -> None:
        self._buffer += data
        while self.header is None and len(self._buffer) >= self._needed:
            self._step()

    def _step(self) -> None:
        if not self._steps:
            self._begin() if not self._values else self._complete()
            return
        node = self._steps[0]
        start = self._position
        value = self._read_items(node) if isinstance(node, Counted) else self._read(node)
        if value is not None:
            self._steps.pop(0)
            self._values.append(value[0])
            self._judge_node(node, value[0], start)

    def _begin(self) -> None:
        """The first byte decides which fields follow."""
        version = self._buffer[0]
        if version in HEADER_BODY.groups:
            auth = cast(Group, HEADER_AUTH.nodes[version])
            self._steps = [*HEADER_BODY.groups[version].nodes, *auth.nodes]
        elif any(len(self._buffer) < len(prefix) and prefix.startswith(self._buffer) for prefix in CONSTANTS.base64_prefixes):
            self._needed = len(self._buffer) + 1  # base64 text perhaps, the next byte may tell
        else:
            self._explain()

    def _read_items(self, node: Counted) -> tuple[list[Any]] | None:
        """The encrypted data keys, one more; all of them when they are complete."""
        if self._items is None:
            start = self._position
            count = self._read(node.count)
            if count is None:
                return None
            self._judge_node(node.count, count[0], start)
            self._items = []
        if len(self._items) < self._known[node.count.id]:
            item = self._read(node.item)
            if item is None:
                return None
            self._items.append(item[0])
        return (self._items,) if len(self._items) == self._known[node.count.id] else None

    def _read(self, node: Node) -> tuple[Any] | None:
        """One node at the present position; None when bytes are missing."""
        try:
            read = decoder(node, checked=True, valid=self._strict)(self._buffer, self._position, len(self._buffer), self._known)
        except Short as short:
            self._needed = short.needed
            self._require_budget(short.needed)
            return None
        if read is None:
            self._explain()
        self._require_budget(read[1])
        value, self._position = read
        return (value,)

    def _require_budget(self, end: int) -> None:
        if end > self._limits.header_budget:
            self._explain()

    def _judge_node(self, node: Node, value: Any, start: int) -> None:
        """The rules over several fields; what is invalid by itself did not get through the decoder."""
        if isinstance(node, UInt):
            self._known[node.id] = value
            self._judge(node.id, value, start, None)
        elif isinstance(node, Section) and self._strict and not keys_are_unique(value):
            self._explain()

    def _complete(self) -> None:
        auth = len(cast(Group, HEADER_AUTH.nodes[self._values[0]]).nodes)
        self.header = header_from_values(tuple(self._values[:-auth]), tuple(self._values[-auth:]))

    def _explain(self) -> NoReturn:
        refuse(bytes(self._buffer), root=HEADER, limits=self._limits, strict=self._strict)


_FIRST_OF_FRAME = cast(UInt, FRAME.nodes[0]).id
_FIRST_OF_FOOTER = "footer.signature.length"


# -------------------------------------------------------------------- values to model
def header_from_values(body: tuple[Any, ...], auth: tuple[bytes, ...]) -> Header:
    """The model of a header's values, in the order of the grammar: those of the header body, then those of its authentication."""
    if body[0] == 1:
        version, type_, suite_id, message_id, pairs, keys, content_type, reserved, iv_length, frame_length = body
        suite_data = b""
        iv, tag = auth
    else:
        version, suite_id, message_id, pairs, keys, content_type, frame_length, suite_data = body
        type_ = reserved = iv_length = None
        iv, tag = b"", auth[0]
    return Header(
        version,
        SUITES[suite_id],
        message_id,
        None if pairs is None else tuple(pairs),
        tuple([EncryptedDataKey(*key) for key in keys]),
        content_type,
        frame_length,
        HeaderAuth(iv, tag),
        suite_data,
        type_,
        reserved,
        iv_length,
    )


# -------------------------------------------------------------------- judging
@cache
def fast_reading(root: Node, valid: bool) -> Callable[..., tuple[Any, int] | None]:
    return decoder(root, valid=valid).read  # a lookup by position costs a fifth of one by keyword


def byte_string(data: object) -> bytes:
    if isinstance(data, bytes):
        return data
    if isinstance(data, bytearray | memoryview):
        return bytes(data)
    raise UsageError(Code.INVALID_ARGUMENT, "a message is a byte string")


def explain(root: Node, data: bytes, limits: ReadLimits | None, *, strict: bool) -> Trace:
    """Read again, slowly, and raise what is wrong."""
    result = trace(root, data, on_value=RuleChecker(limits=limits, strict=strict), record=False)
    if result.problem is not None:
        raise _over_budget(result.problem, limits) or problem_error(result.problem, data)
    return result


def _over_budget(problem: Problem, limits: ReadLimits | None) -> EsdkError | None:
    """A field beyond the budget: neither more bytes nor another value would help, and whether it is complete yet makes no difference."""
    row = FIELDS[problem.id]
    end = problem.needed or problem.offset + (row.size if isinstance(row.size, int) else 0)
    if limits is None or row.part != "header" or end <= limits.header_budget:
        return None
    return error_for(Code.HEADER_TOO_LARGE, over_budget(limits), path=row.path(problem.index), offset=problem.offset)


def refuse(data: bytes, *, root: Node = MESSAGE, limits: ReadLimits | None = None, strict: bool = True) -> NoReturn:
    """Raise what is wrong with bytes that a fast reading did not accept: the first broken rule, in the order of the bytes.

    Args:
        data: the message from its beginning.
        root: how far to read.
        limits: the caller's bounds on the header; None when they were judged before.
        strict: as in ``parse``.
    """
    result = explain(root, data, limits, strict=strict)
    raise RuntimeError(f"the readings of a message disagree: one refuses, the other accepts {result.end} bytes")


def incomplete(root: Node, data: bytes, known: Mapping[str, Any], base: int, index: int | None) -> EsdkError:
    """The error that says where a part of a message, fed in pieces, ends too early.

    Args:
        root: what was being read.
        data: its bytes so far.
        known: values of earlier fields, by field id.
        base: offset of ``data`` in the message.
        index: of the frame that ``data`` begins with; None where there are none.
    """
    problem = trace(root, data, values=known).problem
    assert problem is not None  # a whole part would have been taken
    at = problem.index if index is None or problem.index is None else problem.index + index
    error = problem_error(replace(problem, index=at), data)
    error.offset = base + problem.offset
    return error


def locate(data: bytes, path: str) -> int | None:
    """Where a field of the header stands (offset in bytes), or the first field of a group; None when the header has no such field."""
    spans = trace(HEADER, data).spans
    return next((span.start for span in spans if FIELDS[span.id].path(span.index).startswith(path)), None)


def problem_error(problem: Problem, data: bytes, length: int | None = None) -> EsdkError:
    """The error that says what ended a reading.

    Args:
        problem: of the reading.
        data: the message, or its beginning.
        length: of the message in bytes, where ``data`` is not all of it.
    """
    path = FIELDS[problem.id].path(problem.index)
    code, what = _describe(problem, data, len(data) if length is None else length)
    error = error_for(code, what, path=path, offset=problem.offset)
    if isinstance(error, TruncatedMessage):
        error.needed = problem.needed
    return error


def _describe(problem: Problem, data: bytes, length: int) -> tuple[Code, str]:
    name = FIELDS[problem.id].name.lower()
    if problem.code == Code.TRUNCATED:
        at_edge = problem.offset == length
        if at_edge and problem.id == _FIRST_OF_FRAME:
            return Code.NO_FINAL_FRAME, "the message ends without a final frame"
        if at_edge and problem.id == _FIRST_OF_FOOTER:
            return Code.FOOTER_MISSING, "the message ends without the footer that its suite demands"
        missing = (problem.needed or 0) - length
        return Code.TRUNCATED, f"the bytes end inside the {name}: {missing} more {'is' if missing == 1 else 'are'} needed"
    if problem.code == Code.UNSUPPORTED_VERSION:
        encoded = next((means for prefix, means in CONSTANTS.base64_prefixes.items() if data.startswith(prefix)), None)
        if encoded is not None:
            return Code.LOOKS_LIKE_BASE64, f"this is base64 text (of {encoded}), not the bytes themselves"
        return problem.code, f"byte {problem.value:#04x} is no message version"
    if problem.code == Code.UNKNOWN_SUITE:
        known = NOT_ESDK.get(problem.value or 0)
        return problem.code, f"{problem.value:#06x} is no ESDK algorithm suite" + (f" ({known})" if known else "")
    if problem.code == Code.AAD_LENGTH_MISMATCH:
        return problem.code, "the pairs do not fill the announced length of the encryption context"
    return problem.code, f"{name} {problem.value} is not known"
