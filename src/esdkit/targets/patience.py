"""When to stop asking: a program that fails at every request would make a run of many vectors endless."""

from __future__ import annotations

from collections.abc import Callable

from esdkit.spec import LIMITS
from esdkit.targets.base import Answer, Failed

__all__ = ["Patience"]

_MAX_FAILURES = LIMITS["target_failures"]


class Patience:
    """Asks until the program has failed some times in a row; then the last failure is the answer to everything."""

    def __init__(self) -> None:
        self._in_a_row = 0
        self._last: Failed | None = None

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """The answer to a question, or why it is not asked any more."""
        if self._last is not None and self._in_a_row >= _MAX_FAILURES:
            return Failed(
                self._last.code, f"not asked, because the last {_MAX_FAILURES} requests failed. The last one: {self._last.reason}"
            )
        answer = question()
        self._last = answer if isinstance(answer, Failed) else None
        self._in_a_row = 0 if self._last is None else self._in_a_row + 1
        return answer
