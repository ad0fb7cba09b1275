"""A fuzzing run: questions to one or several programs, what disagrees with the rules, and how far it got.

Strategy: every program gets the same message; an answer is compared with the rules, never with another program's, so two programs with the
same mistake are both found. A new finding is asked again on the small messages that have the same mutation, and the smallest that shows it
is kept.
Invariants: the run ends at its limits, or when all programs have been given up; whatever ends it, the summary says how far it got.
"""
# Reqs: CLI-FUZ-001, CLI-FUZ-004, CLI-FUZ-005

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from esdkit.conform.matrix import Program
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.fuzz.corpus import Corpus, Place
from esdkit.fuzz.findings import Finding, Seen, judged
from esdkit.fuzz.known import Allowed, known_bug
from esdkit.fuzz.plan import Kind
from esdkit.fuzz.questions import NAME, NAMESPACE, VALID, WRAPPING_KEY, Question, mutations_by_kind, questions
from esdkit.spec import FIELDS
from esdkit.targets.base import Answer, DecryptRequest, Failed, Given, Unsupported
from esdkit.vectors.questions import beyond

__all__ = ["MESSAGE_FIELDS", "Limits", "Session", "Summary"]

MESSAGE_FIELDS = frozenset(id_ for id_, row in FIELDS.items() if row.part in ("header", "body", "footer"))
"""The fields of a message, each of which is changed."""

_SAVE_EVERY = 5.0  # seconds
_SHRINKS = 30  # questions to make a finding smaller


@frozen
class Limits:
    """When a run ends: after ``examples`` questions of this run, or after ``seconds``; None for no limit."""

    examples: int | None = None
    seconds: float | None = None


@frozen
class Summary:
    """What a run gave.

    Attributes:
        findings: one for each kind of disagreement.
        asked: questions of this run.
        before: questions of earlier runs in the same corpus.
        by_phase: how many of each phase.
        fields: field ids that a mutation changed.
        pairs: fields with operations.
        valid: how many questions were valid messages.
        opened: by program, how many of them it opened.
        seconds: how long it took.
        ended: why it ended.
        unwritten: whether that is because the corpus cannot be written.
    """

    findings: tuple[Finding, ...]
    asked: int
    before: int
    by_phase: Mapping[str, int]
    fields: int
    pairs: int
    valid: int
    opened: Mapping[str, int]
    seconds: float
    ended: str
    unwritten: bool = False

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """The findings that nothing explains."""
        return tuple(finding for finding in self.findings if finding.known is None)

    @property
    def blind(self) -> tuple[str, ...]:
        """Programs that opened none of the valid messages that were asked, so that their refusals prove nothing."""
        return tuple(name for name, number in self.opened.items() if self.valid and not number)


class Session:
    """One run.

    Args:
        programs: under test, by name.
        seed: of the questions; the corpus's own if there is one.
        limits: when it ends.
        corpus: where findings and progress are kept; None for nowhere.
        allowed: findings that are expected; None for the known bugs of official SDKs.
        on_question: called after each question.

    Raises:
        UsageError: ``invalid-argument``: the programs have no kind of key in common, or the corpus is of another seed.
    """

    def __init__(
        self,
        programs: Mapping[str, Program],
        *,
        seed: int | None = None,
        limits: Limits,
        corpus: Corpus | None = None,
        allowed: Sequence[Allowed] | None = None,
        on_question: Callable[[Session], None] = lambda session: None,
    ) -> None:
        self._programs, self._limits, self._corpus, self._allowed = programs, limits, corpus, allowed
        self._on_question = on_question
        self._findings: dict[tuple[str, ...], Finding] = {}
        self._by_phase: dict[str, int] = {}
        self._fields: set[str] = set()
        self._pairs: set[Kind] = set()
        self._valid = 0
        self._opened = dict.fromkeys(programs, 0)
        self._given_up: set[str] = set()
        self.asked = 0
        self._place = self._begun(seed)
        self._started = self._saved = time.monotonic()

    def run(self) -> Summary:
        """Ask until a limit; an interruption, or a corpus that cannot be written, ends it as well."""
        try:
            self._save()  # what a run that cannot write more has left is a corpus
            try:
                ended = self._ask_all()
            finally:
                self._save()  # also when the process is told to end
        except OSError as error:
            return self._summary(f"the corpus, which cannot be written: {error.strerror}", unwritten=True)
        return self._summary(ended)

    def _ask_all(self) -> str:
        """Ask; gives why it ended."""
        place = self._place
        every = questions(place.seed, wrapped=place.wrapped, streaming=place.streaming, after=place.asked)
        try:
            for question in islice(every, self._limits.examples):
                self._ask(question)
                if self._is_over_time():
                    return "the time"
                if len(self._given_up) == len(self._programs):
                    return "the programs do not answer"
        except KeyboardInterrupt:
            return "interrupted"
        return "the limit of examples"

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self._started

    @property
    def pairs(self) -> int:
        """Fields with operations that were asked."""
        return len(self._pairs)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One for each kind of disagreement, what nothing explains first."""
        return tuple(sorted(self._findings.values(), key=_order))

    # -------------------------------------------------------------------- beginning
    def _begun(self, seed: int | None) -> Place:
        abilities = [program.abilities for program in self._programs.values()]
        kinds = [kind for kind in ("raw-aes", "data-key") if all(kind in one.keys for one in abilities)]
        if not kinds:
            raise UsageError(Code.INVALID_ARGUMENT, "the programs do not all have raw AES keys, nor all data keys", path="target")
        wrapped, streaming = kinds[0] == "raw-aes", all(one.streaming for one in abilities)
        before = None if self._corpus is None else self._corpus.place
        place = before or Place(seed or 0, wrapped, streaming, 0)
        if seed not in (None, place.seed) or (wrapped, streaming) != (place.wrapped, place.streaming):
            what = "the corpus is of another seed, or of programs with other keys or without streaming"
            raise UsageError(Code.INVALID_ARGUMENT, what, path="corpus", hint="Leave out --seed, or give a new folder.")
        return place

    # -------------------------------------------------------------------- asking
    def _ask(self, question: Question) -> None:
        data = question.plan.make()
        seen = self._seen(question, data)
        if seen:
            self._found(Finding(question, data, seen))
        self.asked += 1  # not before its finding is kept: a run that goes on asks again what could not be written
        self._by_phase[question.phase] = self._by_phase.get(question.phase, 0) + 1
        if question.plan.operation == VALID:
            self._valid += 1
        else:
            self._fields |= MESSAGE_FIELDS & {question.plan.field}
            self._pairs.add(question.plan.kind)
        if time.monotonic() >= self._saved + _SAVE_EVERY:
            self._save()
        self._on_question(self)

    def _seen(self, question: Question, data: bytes) -> dict[str, Seen]:
        """What the programs did wrong."""
        found = {}
        for name, program in self._programs.items():
            if name not in self._given_up:
                answer = self._answer(program, question, data)
                if question.plan.operation == VALID and isinstance(answer, Given):
                    self._opened[name] += 1
                if isinstance(answer, Failed) and not answer.asked:
                    self._given_up.add(name)
                    continue
                wrong = judged(question, answer)
                if wrong is not None:
                    found[name] = wrong
        return found

    def _answer(self, program: Program, question: Question, data: bytes) -> Answer:
        keyring = {"type": "data-key", "key": question.subject.draft.data_key.reveal()}
        if self._place.wrapped:
            keyring = {"type": "raw-aes", "namespace": NAMESPACE, "name": NAME, "key": WRAPPING_KEY}
        request = DecryptRequest(message=data, keyring=keyring, policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", stream=question.stream)
        cannot: Unsupported | None = beyond(request, program.abilities)
        return cannot or program.target.decrypt(request)

    # -------------------------------------------------------------------- findings
    def _found(self, finding: Finding) -> None:
        old = self._findings.get(finding.key)
        if old is None:
            first = self._shrunk(finding)
            self._keep(replace(first, known=self._reason(first)))
            return
        known = self._reason(finding)
        if (known is not None, len(finding.data)) < (old.known is not None, len(old.data)):  # what nothing explains is not hidden
            self._keep(replace(finding, times=old.times + 1, known=known))
        else:
            self._findings[finding.key] = replace(old, times=old.times + 1)

    def _keep(self, finding: Finding) -> None:
        self._findings[finding.key] = finding
        if self._corpus is not None:
            self._corpus.add(finding)

    def _shrunk(self, finding: Finding) -> Finding:
        """The same finding on the smallest message that shows it."""
        plan = finding.question.plan
        alike = [
            Question(finding.question.phase, other, subject, finding.question.stream)
            for subject, other in mutations_by_kind(self._place.wrapped).get(plan.kind, ())
            if str(other.expected) == str(plan.expected)
        ]
        for question in alike[:_SHRINKS]:
            data = question.plan.make()
            if len(data) < len(finding.data):
                again = Finding(question, data, self._seen(question, data))
                if again.key == finding.key:
                    return again
        return finding

    def _reason(self, finding: Finding) -> str | None:
        if self._allowed is None:
            return known_bug(finding, self._programs)
        return next((row.reason for row in self._allowed if row.allows(finding)), None)

    # -------------------------------------------------------------------- ending
    def _is_over_time(self) -> bool:
        return self._limits.seconds is not None and self.seconds >= self._limits.seconds

    def _save(self) -> None:
        self._saved = time.monotonic()
        if self._corpus is not None:
            self._corpus.save(replace(self._place, asked=self._place.asked + self.asked))

    def _summary(self, ended: str, *, unwritten: bool = False) -> Summary:
        return Summary(
            self.findings,
            self.asked,
            self._place.asked,
            dict(self._by_phase),
            len(self._fields),
            len(self._pairs),
            self._valid,
            dict(self._opened),
            self.seconds,
            ended,
            unwritten,
        )


def _order(finding: Finding) -> tuple[bool, bool, tuple[str, ...]]:
    """What nothing explains comes first, and of that the valid messages, whose refusal may explain the others."""
    return finding.known is not None, finding.question.plan.operation != VALID, finding.key
