"""What the answer of a program under test proves about one vector.

Invariants: a refusal counts only if the program opens the valid messages that ``twins`` names; what the program cannot do is neither passed
nor failed. The outcomes and their meaning are in spec/targets.yaml.
Not here: asking (``testing``), reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from esdkit.columns import count
from esdkit.errors import Code
from esdkit.frozen import frozen
from esdkit.spec import target_failures, target_outcomes
from esdkit.targets.base import Answer, Failed, Given, Refused, Unsupported
from esdkit.vectors.model import Accept, Need, Reject, Vector
from esdkit.vectors.stages import right_stages, stage_of
from esdkit.vectors.twins import Twin

__all__ = ["AS_A_STREAM", "NO_TWIN", "Answered", "Cell", "cell_of", "expected_text", "with_stream"]

AS_A_STREAM = "as a stream"
NO_TWIN = "no valid message with these keys in the sets"
_RELEASED = "released"


@frozen
class Answered:
    """What became of a question.

    Attributes:
        answer: of the program; None when it was not asked, because no key of the vector is available.
        missing: what the keys that are not available need.
        seconds: how long it took.
    """

    answer: Answer | None
    missing: tuple[Need, ...] = ()
    seconds: float = 0.0


@frozen
class Cell:
    """One vector on one program.

    Attributes:
        suite: the vector set's name.
        vector: the case.
        outcome: of spec/targets.yaml.
        code: an error code, a failure of spec/targets.yaml, or what a skipped vector needs; None where none applies.
        stage: at which the program refused, as far as it says.
        reason: one line for people; None when it passed.
        known_bug: why it was expected to fail; None when it was not.
        seconds: how long the program took.
        stream: whether this is what the program did with the message as a stream; asked at once it did nothing wrong.
    """

    suite: str
    vector: Vector
    outcome: str
    code: str | None = None
    stage: str | None = None
    reason: str | None = None
    known_bug: str | None = None
    seconds: float = 0.0
    stream: bool = False

    @property
    def name(self) -> str:
        return f"{self.suite}::{self.vector.id}"

    @property
    def red(self) -> bool:
        """Whether the program is wrong, as far as this vector shows."""
        return target_outcomes()[self.outcome].red

    @property
    def counts(self) -> bool:
        """Whether it makes the run fail."""
        return self.red and self.known_bug is None


def expected_text(vector: Vector) -> str:
    """What a vector expects, in words."""
    expected = vector.expectation
    if isinstance(expected, Accept):
        return "any plaintext" if expected.plaintext is None else f"a plaintext of {count(len(expected.plaintext), 'byte')}"
    return "a refusal" if expected.stage is None else f"a refusal at {expected.stage} ({expected.code})"


def cell_of(suite: str, vector: Vector, answered: Answered, twins: Sequence[tuple[Twin, Answered]]) -> Cell:
    """Judge one answer.

    Args:
        suite: the name of the vector's set.
        vector: the case.
        answered: the answer.
        twins: of a vector that must be refused, the valid messages and what became of them.
    """
    return Cell(suite, vector, seconds=answered.seconds, **_judged(vector, answered, twins))


def with_stream(whole: Cell, streamed: Cell) -> Cell:
    """The cell of a vector that was asked at once and as a stream: that of the stream if it alone is red."""
    seconds = whole.seconds + streamed.seconds
    if whole.red or not streamed.red:
        return replace(whole, seconds=seconds)
    return replace(streamed, seconds=seconds, stream=True, reason=f"{AS_A_STREAM}: {streamed.reason}")


def _judged(vector: Vector, answered: Answered, twins: Sequence[tuple[Twin, Answered]]) -> dict[str, Any]:
    answer = answered.answer
    if answer is None:
        return _skipped(answered)
    if isinstance(answer, Unsupported):
        return {"outcome": "unsupported", "reason": answer.reason}
    if isinstance(answer, Failed):
        failure = target_failures()[answer.code]
        return {"outcome": failure.outcome, "code": answer.code, "reason": f"{failure.means}: {answer.reason}"}
    if isinstance(vector.expectation, Accept):
        return _of_valid(vector.expectation, answered, answer)
    if isinstance(answer, Given):
        what = f"it gave {count(len(answer.data), 'byte')} of plaintext; expected {expected_text(vector)}"
        return {"outcome": "failed", "code": Code.UNEXPECTED_SUCCESS.value, "reason": what}
    return _of_refused(vector, vector.expectation, answer, twins)


def _skipped(answered: Answered) -> dict[str, Any]:
    return {"outcome": "skipped", "code": answered.missing[0].value, "reason": "its data key is not available here"}


def _of_valid(expected: Accept, answered: Answered, answer: Given | Refused) -> dict[str, Any]:
    if isinstance(answer, Given):
        if expected.plaintext is None or answer.data == expected.plaintext:
            return {"outcome": "passed"}
        return {"outcome": "lied", "code": Code.PLAINTEXT_MISMATCH.value, "reason": _difference(answer.data, expected.plaintext)}
    if answered.missing:
        return _skipped(answered)
    stage = stage_of(answer)
    where = "" if stage is None else f" at {stage}"
    return {"outcome": "failed", "stage": stage, "reason": f"it refused a valid message{where}: {_said(answer)}"}


def _difference(got: bytes, expected: bytes) -> str:
    if len(got) != len(expected):
        return f"it gave {count(len(got), 'byte')} of plaintext; expected {len(expected)}"
    first = next(index for index, (one, other) in enumerate(zip(got, expected, strict=True)) if one != other)
    return f"its plaintext differs from byte {first} on"


def _of_refused(vector: Vector, expected: Reject, answer: Refused, twins: Sequence[tuple[Twin, Answered]]) -> dict[str, Any]:
    stage = stage_of(answer)
    early = _released_early(expected, answer.released)
    if early is not None:
        return {"outcome": target_failures()[_RELEASED].outcome, "code": _RELEASED, "stage": stage, "reason": early}
    why = _why_not_seeing(twins)
    if why is not None:
        return {**why, "stage": stage}
    if expected.stage is not None and stage is not None and stage not in right_stages(vector):
        reason = f"it refused at {stage}; expected {expected_text(vector)}: {_said(answer)}"
        return {"outcome": "refused-elsewhere", "stage": stage, "code": expected.code, "reason": reason}
    return {"outcome": "passed", "stage": stage}


def _released_early(expected: Reject, released: bytes | None) -> str | None:
    """What is wrong with the plaintext that came before a refusal; None if nothing is, or the vector or the program does not say."""
    allowed = expected.released
    if expected.code == Code.TRAILING_DATA:  # all that comes before is verified: to hold it back is stricter than the format
        return None
    if allowed is None or released is None or len(released) < allowed.length:
        return None
    if len(released) > allowed.length:
        return f"it released {count(len(released), 'byte')} of plaintext before it refused; expected at most {allowed.length}"
    if hashlib.sha256(released).hexdigest() != allowed.sha256:
        return f"the {count(len(released), 'byte')} that it released before it refused are not the plaintext"
    return None


def _why_not_seeing(twins: Sequence[tuple[Twin, Answered]]) -> dict[str, Any] | None:
    """Why a refusal proves nothing; None if it proves something."""
    if not twins:
        return {"outcome": "blind", "reason": NO_TWIN}
    for twin, answered in twins:
        if isinstance(answered.answer, Unsupported):
            return {"outcome": "unsupported", "reason": f"the valid message {twin.name}: {answered.answer.reason}"}
        expected = twin.vector.expectation
        if not (isinstance(expected, Accept) and isinstance(answered.answer, Given) and expected.plaintext in (None, answered.answer.data)):
            return {"outcome": "blind", "reason": f"it does not open the valid message {twin.name} either"}
    return None


def _said(answer: Refused) -> str:
    said = f"{answer.kind}: {answer.error}" if answer.kind else answer.error
    return said or "without a text"
