"""Judges answers: what of them disagrees with the rules, and which disagreements are the same.

Strategy: a reader that refuses a stream may have given out the beginning of the plaintext, as far as the frames verified.
Invariants: what a program cannot do is not a finding. A refusal at another stage is one only where the program names its stage, or its
error text can mean only one.
"""
# Reqs: CLI-FUZ-001, CLI-FUZ-005

from __future__ import annotations

from collections.abc import Mapping

from esdkit.columns import count
from esdkit.errors import Code
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
        outcome: ``accepted``, ``refused``, ``lied``, ``refused-elsewhere``, ``released``, ``crash`` or ``hang``.
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
    early = None if answer.released is None else _released_early(question, answer.released)
    if early is not None:
        return Seen("released", early)
    stage = stage_of(answer)
    if stage is None or stage in expected.stages | also_right(expected.faults.values(), question.plan.path):
        return None
    return Seen("refused-elsewhere", f"it refused at {stage}: {said}")


def _released_early(question: Question, released: bytes) -> str | None:
    """What is wrong with the plaintext that a stream gave out before it refused; None if nothing is.

    Nothing may leave before the header tag verified, and a frame only after its own tag. Of a signed message, the last frame or the
    non-framed body waits for the signature; only bytes after the message are refused later.
    """
    draft, faults = question.subject.draft, question.plan.expected.faults
    plaintext = draft.plaintext
    if not plaintext.startswith(released):
        return f"before it refused, it released {count(len(released), 'byte')}, not the beginning of the message's plaintext"
    most = len(plaintext)
    if _BEFORE_FRAMES & faults.keys():
        most = 0
    elif "frames" in faults or (question.subject.signed and set(faults.values()) != {Code.TRAILING_DATA}):
        most -= len(draft.pieces[-1].plaintext)
    if len(released) > most:
        return f"before it refused, it released {count(len(released), 'byte')} of plaintext; expected at most {most}"
    return None


_BEFORE_FRAMES = {"unwrap", "commitment", "header_tag"}
