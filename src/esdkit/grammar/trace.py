"""The reference reading and the writing of the grammar, with construct.

``trace`` reads and records the place of every field; when the bytes do not fit it gives what was read so far and the problem, naming the
innermost field that could not be read. ``build`` writes; other numbers can be written by path, so that invalid messages come from the same
definition. This is the only place where a ``ConstructError`` is caught, and none leaves it. construct is imported by the first of them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from esdkit.grammar.field import Node, OnValue, Problem, Span, UInt
from esdkit.spec import FIELDS

__all__ = ["BuildError", "Trace", "build", "trace"]


class Trace(NamedTuple):
    """What a reference reading gave.

    Attributes:
        value: the root's value; None when the reading stopped.
        end: offset after the last byte read.
        spans: every field read, in order.
        problem: why the reading stopped; None when it did not.
    """

    value: Any
    end: int
    spans: list[Span]
    problem: Problem | None


class BuildError(Exception):
    """The values do not fit the grammar (a wrong size, a number too large for its field). Callers turn it into an error with a code."""


def trace(
    root: Node,
    data: bytes,
    *,
    start: int = 0,
    values: Mapping[str, Any] | None = None,
    on_value: OnValue | None = None,
    record: bool = True,
) -> Trace:
    """Read ``root`` from ``data`` at ``start``.

    Args:
        root: a node of the grammar.
        data: the input, whole; offsets in the result count from its beginning.
        start: where to begin (bytes).
        values: values of earlier fields that the root's sizes depend on, by field id.
        on_value: called with each value as soon as it is read; what it raises ends the reading and passes through.
        record: keep the spans; without them a long body costs much less memory.
    """
    from esdkit.grammar.constructs import ReadState, Stopped, construct_of

    reading = ReadState(len(data), dict(values or {}), on_value, record=record)
    stream = io.BytesIO(data)
    stream.seek(start)
    try:
        value = construct_of(root).parse_stream(stream, reading=reading)
    except Stopped as stopped:
        return Trace(None, stream.tell(), reading.spans, stopped.problem)
    return Trace(value, stream.tell(), reading.spans, None)


def build(root: Node, value: Any, *, values: Mapping[str, Any] | None = None, override: Mapping[str, int] | None = None) -> bytes:
    """Write ``value`` (shaped as ``trace`` gives it) by ``root``.

    Args:
        root: a node of the grammar.
        value: the root's value.
        values: values of earlier fields that sizes depend on, by field id.
        override: numbers to write instead of the right ones, by path (``header.encrypted_data_keys[1].provider_id.length``); those of
            other parts of a message are passed over.

    Raises:
        BuildError: the value does not fit, or ``override`` names a number that is not there.
    """
    from construct import ConstructError

    from esdkit.grammar.constructs import WriteState, construct_of

    stream = io.BytesIO()
    writing = WriteState(override or {}, dict(values or {}))
    try:
        construct_of(root).build_stream(value, stream, writing=writing)
    except ConstructError as error:
        what = str(error).splitlines()[-1]
        raise BuildError(what if error.path is None else f"{error.path}: {what}") from None
    except LookupError as error:  # of an expression: an earlier field has a value for which nothing is defined
        raise BuildError(str(error)) from None
    for path in writing.override.keys() - writing.overridden:
        field_id = re.sub(r"\[\d+\]", "", path)
        if field_id not in FIELDS or FIELDS[field_id].type == "bytes" or field_id in _numbers(root):
            raise BuildError(f"there is no number {path} that could be overridden")
    return stream.getvalue()


@cache
def _numbers(root: Node) -> frozenset[str]:
    """The ids of all numbers in a root."""
    below = frozenset[str]().union(*(_numbers(node) for node in root.children))
    return below | {root.id} if isinstance(root, UInt) else below
