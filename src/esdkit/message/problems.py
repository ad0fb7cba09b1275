"""From bytes that a fast reading did not accept to the error that says why.

Strategy: the fast reading only accepts. What it refuses is read again by the reference reading with a ``RuleChecker``, which raises the
first thing that is wrong, in the order of the bytes, with code, path and offset.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, cast

from esdkit.errors import Code, EsdkError, TruncatedMessage
from esdkit.grammar.body import FRAME
from esdkit.grammar.field import Node, Problem, UInt
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import Trace, trace
from esdkit.message.rules import ReadLimits, RuleChecker, over_budget
from esdkit.spec import CONSTANTS, FIELDS, NOT_ESDK, error_for

__all__ = ["check_part", "explain", "incomplete", "locate", "problem_error", "refuse"]

_FIRST_OF_FRAME = cast(UInt, FRAME.nodes[0]).id
_FIRST_OF_FOOTER = "footer.signature.length"


def explain(root: Node, data: bytes, limits: ReadLimits | None, *, strict: bool) -> Trace:
    """Read again, slowly, and raise what is wrong. Arguments as for ``refuse``; gives the reading when nothing is wrong."""
    check = RuleChecker(limits=limits, strict=strict, tolerated=() if limits is None else limits.tolerated)
    result = trace(root, data, on_value=check, record=False)
    if result.problem is not None:
        raise _over_budget(result.problem, limits) or problem_error(result.problem, data)
    return result


def refuse(data: bytes, *, root: Node = MESSAGE, limits: ReadLimits | None = None, strict: bool = True) -> NoReturn:
    """Raise what is wrong with bytes that a fast reading did not accept: the first broken rule, in the order of the bytes.

    Args:
        data: the message from its beginning.
        root: how far to read.
        limits: your bounds on the header; None when they were checked before.
        strict: as in ``parse``.
    """
    result = explain(root, data, limits, strict=strict)
    raise RuntimeError(f"the readings of a message disagree: one refuses, the other accepts {result.end} bytes")


def _over_budget(problem: Problem, limits: ReadLimits | None) -> EsdkError | None:
    """A field beyond the budget: neither more bytes nor another value would help, and whether it is complete yet makes no difference."""
    row = FIELDS[problem.id]
    end = problem.needed or problem.offset + (row.size if isinstance(row.size, int) else 0)
    if limits is None or row.part != "header" or end <= limits.header_budget:
        return None
    return error_for(Code.HEADER_TOO_LARGE, over_budget(limits), path=row.path(problem.index), offset=problem.offset)


def check_part(root: Node, data: bytes, known: Mapping[str, Any], base: int, index: int | None) -> Problem:
    """Check a part of a message that is not all there, and say what it lacks.

    Args:
        root: what is being read: a head, a single frame, the block or the footer.
        data: its bytes so far.
        known: values of earlier fields, by field id.
        base: offset of ``data`` in the message.
        index: of the frame; None where there are none.

    Returns:
        The field that is not complete; its offset is the one in ``data``.

    Raises:
        MalformedMessage: the first rule that is broken.
    """
    check = RuleChecker(limits=None, strict=True)
    check.values.update(known)
    place = index

    def on_value(field_id: str, value: Any, offset: int, index: int | None) -> None:
        check(field_id, value, base + offset, place)

    problem = trace(root, data, values=known, on_value=on_value, record=False).problem
    assert problem is not None  # a whole part would have been accepted
    return problem._replace(index=place)


def incomplete(root: Node, data: bytes, known: Mapping[str, Any], base: int, index: int | None) -> EsdkError:
    """The error that says where a part of a message, fed in pieces, ends too early. Arguments and errors as for ``check_part``."""
    problem = check_part(root, data, known, base, index)
    error = problem_error(problem, data)
    error.offset = base + problem.offset
    return error


def locate(data: bytes, path: str) -> int | None:
    """The offset of a field of the header, or of the first field of a group; None when the header has no such field."""
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
        # Reqs: CLI-DEC-032
        encoded = next((means for prefix, means in CONSTANTS.base64_prefixes.items() if data.startswith(prefix)), None)
        if encoded is not None:
            return Code.LOOKS_LIKE_BASE64, f"this is base64 text (of {encoded}), not the bytes themselves"
        return problem.code, f"version is {problem.value:#04x}, expected {_one_of('header.version')}"
    if problem.code == Code.UNKNOWN_SUITE:
        known = NOT_ESDK.get(problem.value or 0)
        return problem.code, f"{problem.value:#06x} is not an ESDK algorithm suite" + (f" ({known})" if known else "")
    if problem.code == Code.AAD_LENGTH_MISMATCH:
        return problem.code, "encryption context length field does not match its contents"
    return problem.code, f"{name} is {problem.value}, expected {_one_of(problem.id)}"


def _one_of(field_id: str) -> str:
    return " or ".join(map(str, FIELDS[field_id].allowed or ()))
