"""Judges answers: what of them disagrees with the rules, and which disagreements are the same.

Invariants: what a program cannot do is not a finding. A refusal at another stage is one only where the program names its stage, or its
error text can mean only one.
"""
# Reqs: CLI-FUZ-001, CLI-FUZ-005

from __future__ import annotations

from collections.abc import Mapping

from esdkit.columns import count
from esdkit.frozen import frozen
from esdkit.fuzz.expected import Expected
from esdkit.fuzz.questions import Question
from esdkit.spec import FIELDS, target_failures
from esdkit.targets.base import Answer, Failed, Given, Refused, Unsupported
from esdkit.vectors.stages import also_right, stage_of

__all__ = ["Finding", "Seen", "judged"]


@frozen
class Seen:
    """What a program did that the rules do not allow.

    Attributes:
        outcome: ``accepted``, ``refused``, ``lied``, ``released``, ``refused-elsewhere``, ``crash`` or ``hang``.
        text: one line.
    """

    outcome: str
    text: str


@frozen
class Finding:
    """A disagreement.

    Attributes:
        question: the smallest message that showed it.
        data: its bytes.
        seen: by program.
        times: how often it was seen.
        known: why it was expected; None when it was not.
    """

    question: Question
    data: bytes
    seen: Mapping[str, Seen]
    times: int = 1
    known: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What equal findings share: field, operation, the stage and code that are expected, and who did what."""
        plan = self.question.plan
        who = [f"{name}: {seen.outcome}" for name, seen in sorted(self.seen.items())]
        return (plan.operation, plan.field, str(plan.expected), *who)

    @property
    def title(self) -> str:
        """What was done to which field."""
        plan = self.question.plan
        return f"{plan.operation} {plan.path}".strip()

    @property
    def rule(self) -> str:
        """The rule that is broken, in a sentence; of a valid message, what it is about."""
        plan = self.question.plan
        row = FIELDS.get(plan.field)
        if not plan.expected.accepted or row is None:
            return plan.expected.rule
        return f"{plan.expected.rule} {row.name}: {row.doc}"


def judged(question: Question, answer: Answer) -> Seen | None:
    """What is wrong with an answer; None if nothing is, or the program cannot do this."""
    expected = question.plan.expected
    if isinstance(answer, Unsupported):
        return None
    if isinstance(answer, Failed):
        row = target_failures()[answer.code]
        return Seen(row.outcome, f"{row.means}: {answer.reason}")
    if isinstance(answer, Given):
        return _of_plaintext(expected, answer.data, question.subject.draft.plaintext)
    return _of_refusal(question, answer)


def _of_plaintext(expected: Expected, data: bytes, plaintext: bytes) -> Seen | None:
    if not expected.accepted:
        return Seen("accepted", f"it gave {count(len(data), 'byte')} of plaintext")
    return None if data == plaintext else Seen("lied", f"its plaintext of {count(len(data), 'byte')} is not the message's")


def _of_refusal(question: Question, answer: Refused) -> Seen | None:
    expected = question.plan.expected
    said = f"{answer.kind}: {answer.error}" if answer.kind else answer.error
    if expected.accepted:
        return None if expected.decision is not None else Seen("refused", f"it refused: {said}")
    if answer.released and not _may_be_released(answer.released, question):
        return Seen("released", f"it released {count(len(answer.released), 'byte')} of plaintext before it refused")
    stage = stage_of(answer)
    if stage is None or stage in expected.stages | also_right(expected.faults.values(), question.plan.path):
        return None
    return Seen("refused-elsewhere", f"it refused at {stage}: {said}")


_NOTHING_YET = {"unwrap", "commitment", "header_tag"}  # stages before the first frame


def _may_be_released(released: bytes, question: Question) -> bool:
    """Whether a reader of a stream may have given out these bytes before it refused: a beginning of the plaintext, and only of frames whose
    tags verified; of a signed message not the last one, unless all but what follows the message is right."""
    # Reqs: CLI-STR-004
    faults, draft = question.plan.expected.faults, question.subject.draft
    most = len(draft.plaintext)
    if _NOTHING_YET & faults.keys():
        most = 0
    elif "frames" in faults or (question.subject.signed and set(faults.values()) != {"trailing-data"}):
        most -= len(draft.pieces[-1].plaintext)
    return len(released) <= most and draft.plaintext.startswith(released)
