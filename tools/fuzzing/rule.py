"""The one rule that every entry keeps: it gives a result or an ``EsdkError`` that says what, and for a message where.

Nothing else ever leaves; and entries that read the same bytes say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from esdkit.errors import Code, EsdkError, MessageError

__all__ = ["KINDS", "Outcome", "Wrong", "attempt", "require", "require_rule", "where"]

KINDS = ("foreign exception", "wrong acceptance", "wrong refusal", "disagreement", "hang")


class Wrong(AssertionError):
    """A finding.

    Attributes:
        kind: of ``KINDS``.
        what: in a line.
    """

    def __init__(self, kind: str, what: str) -> None:
        super().__init__(f"{kind}: {what}")
        self.kind, self.what = kind, what


def require(holds: bool, kind: str, what: str, *values: object) -> None:
    """Raise ``Wrong`` unless it holds. ``what`` is a format for the values, which become text only then, because that takes long."""
    if not holds:
        raise Wrong(kind, what.format(*values))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an entry gave: a value, or an error."""

    value: Any = None
    error: EsdkError | None = None

    @property
    def label(self) -> str:
        """``accepted``, or the error's code."""
        return "accepted" if self.error is None else self.error.code.value


def attempt(entry: Callable[..., Any], data: bytes, *more: Any, **options: Any) -> Outcome:
    """Call an entry with a message, and more, and hold it to the rule."""
    try:
        return Outcome(entry(data, *more, **options))
    except EsdkError as error:
        require_rule(error, len(data))
        return Outcome(error=error)


def require_rule(error: EsdkError, length: int) -> None:
    """An error has a code, one line of text, and for a message a place in it."""
    require(isinstance(error.code, Code), "foreign exception", "an error without a code: {!r}", error)
    require(len(str(error).splitlines()) == 1, "foreign exception", "an error of several lines: {!r}", error)
    if isinstance(error, MessageError):
        placed = error.offset is not None and 0 <= error.offset <= length
        require(placed, "foreign exception", "{} without a place in the message: {}", error.code, error.offset)
        named = (error.path is None) == (error.code is Code.TRAILING_DATA)
        require(named, "foreign exception", "{} with the path {}", error.code, error.path)


def where(error: EsdkError | None) -> tuple[type[EsdkError], Code, str | None, int | None] | None:
    """What two readings of the same bytes must agree on."""
    return None if error is None else (type(error), error.code, error.path, error.offset)
