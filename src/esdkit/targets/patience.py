"""When to stop asking: a program that hangs at every request would make a run of many vectors endless.

One that fails at once is asked on: it may crash at every damaged message and read the valid ones, and damaged messages are in a row.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from esdkit.spec import LIMITS
from esdkit.targets.base import Answer, Failed

__all__ = ["Patience"]

_MAX_FAILURES, _MAX_SECONDS = LIMITS["target_failures"], LIMITS["target_failing_time"]


class Patience:
    """Asks until the program has failed some times in a row that took some time; then the last failure is the answer to everything."""

    def __init__(self) -> None:
        self._in_a_row, self._seconds = 0, 0.0
        self._last: Failed | None = None

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """The answer to a question, or why it is not asked any more."""
        if self._last is not None and self._in_a_row >= _MAX_FAILURES and self._seconds >= _MAX_SECONDS:
            why = f"not asked, because the last {self._in_a_row} requests failed. The last one: {self._last.reason}"
            return Failed(self._last.code, why, asked=False)
        started = time.monotonic()
        answer = question()
        if isinstance(answer, Failed):
            self._last, self._in_a_row, self._seconds = answer, self._in_a_row + 1, self._seconds + time.monotonic() - started
        else:
            self._last, self._in_a_row, self._seconds = None, 0, 0.0
        return answer
