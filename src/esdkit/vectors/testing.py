"""Asks a program under test every vector, and judges what it answers.

Strategy: the questions of all selected vectors are asked first, then those of the valid messages that refusals need and nobody selected;
each is asked once. Then every cell is judged. As streams, all are asked and judged once more. A job is a thread with a program of its own,
which answers one question at a time.
Invariants: results are in the order of the manifests, however many jobs there are. A program that cannot be started or described is
an error at once. When the run ends, for whatever reason, so do the programs.
Not here: what an answer proves (``cells``), reports.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.spec import target_outcomes
from esdkit.targets.asking import asking_threads
from esdkit.targets.base import Abilities, Refused, Target, Unsupported
from esdkit.targets.opening import described
from esdkit.vectors.cells import Answered, Cell, cell_of, with_stream
from esdkit.vectors.model import KeyDescription, Reject, Vector, VectorSet
from esdkit.vectors.questions import beyond, question_of
from esdkit.vectors.runner import Fault, load, nothing_selected
from esdkit.vectors.select import Selector, selected
from esdkit.vectors.twins import Twin, Twins
from esdkit.vectors.xfail import KnownBugs

__all__ = ["OneByOne", "Shard", "TargetReport", "judge_target"]

OpenTarget = Callable[[], Target]
_NOT_ANSWERED = ("unsupported", "skipped")
_PIECES = 1000  # of a message that is a stream, or one for each byte


@frozen
class Shard:
    """One of several parts of the selected vectors: those with index ``number - 1``, then every ``count``-th."""

    number: int
    count: int


@frozen
class TargetReport:
    """What a run gave.

    Attributes:
        address: of the program.
        abilities: what it says of itself.
        cells: in the order of the manifests.
        faults: the paths and manifests that could not be run.
        errors: what is wrong with the list of known bugs: rows that match nothing, or do not fail any more.
        paths: the vectors' places, as they were given.
        encryptions: how many selected vectors of encryptions were not asked: the protocol cannot give what an encryption draws.
        streamed: how many vectors the program answered as a stream, too; None if it was not asked to.
    """

    address: str
    abilities: Abilities
    cells: tuple[Cell, ...]
    faults: tuple[Fault, ...]
    errors: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    encryptions: int = 0
    streamed: int | None = None

    def count(self, outcome: str) -> int:
        """How many cells have this outcome and are not known bugs."""
        return sum(cell.outcome == outcome and cell.known_bug is None for cell in self.cells)

    @property
    def known_bugs(self) -> int:
        """How many cells failed as the list of known bugs says."""
        return sum(cell.known_bug is not None for cell in self.cells)

    @property
    def summary(self) -> dict[str, int]:
        """How many cells have each outcome."""
        return {outcome: self.count(outcome) for outcome in target_outcomes()}

    @property
    def fails(self) -> bool:
        """Whether the program or the list of known bugs is wrong, or nothing was shown: no cell passed, and none failed as expected."""
        shown = (self.count("passed") or self.known_bugs) and self.streamed != 0
        return bool(self.errors) or any(cell.counts for cell in self.cells) or not shown


def judge_target(
    open_target: OpenTarget,
    paths: Sequence[Path],
    *,
    select: Selector | None = None,
    shard: Shard | None = None,
    jobs: int = 1,
    known_bugs: KnownBugs | None = None,
    bare: KeyDescription | None = None,
    stream: bool = False,
    on_questions: Callable[[int], None] = lambda count: None,
    on_answer: Callable[[], None] = lambda: None,
) -> TargetReport:
    """Run the vectors of some paths on a program.

    Args:
        open_target: makes the program; called once for each job.
        paths: manifests, folders or zips.
        select: which vectors; None for all.
        shard: the part of the selected vectors; None for all.
        jobs: how many programs answer at the same time.
        known_bugs: cells that are expected to fail.
        bare: as for ``runner.load``.
        stream: whether every vector is asked as a stream, too.
        on_questions: called with how many questions are asked next.
        on_answer: called for each answer, in order.

    Raises:
        UsageError: ``invalid-argument``: the program cannot be started, or does not describe itself.
    """
    loaded = list(load(paths, bare=bare))
    sets = [item for item in loaded if isinstance(item, VectorSet)]
    faults = [item for item in loaded if isinstance(item, Fault)]
    chosen = _chosen(sets, select, shard)
    encryptions = [case for one in sets for case in selected(one, select).encryptions]
    if not chosen and not encryptions and not faults:
        faults.append(nothing_selected())
    with _programs(open_target, min(jobs, max(1, len(chosen)))) as (programs, abilities):
        if stream and not abilities.streaming:
            raise UsageError(Code.INVALID_ARGUMENT, "it says that it does not stream", path="target")
        twins = Twins(sets)
        cells = _cells(_Asking(programs, abilities, on_questions, on_answer), twins, chosen)
        streamed = None
        if stream:
            as_streams = _cells(_Asking(programs, abilities, on_questions, on_answer, stream=True), twins, chosen)
            streamed = sum(cell.outcome not in _NOT_ANSWERED for cell in as_streams)
            cells = list(map(with_stream, cells, as_streams))
    bugs = known_bugs or KnownBugs(())
    names = [f"{one.name}::{vector.id}" for one in sets for vector in one.vectors]
    judged = tuple(bugs.judged(cell) for cell in cells)
    return TargetReport(
        programs[0].address,
        abilities,
        judged,
        tuple(faults),
        bugs.errors(judged, names, streamed=stream),
        tuple(map(str, paths)),
        len(encryptions),
        streamed,
    )


def _chosen(sets: Sequence[VectorSet], select: Selector | None, shard: Shard | None) -> list[Twin]:
    chosen = [Twin(one.name, vector) for one in sets for vector in selected(one, select).vectors]
    return chosen if shard is None else chosen[shard.number - 1 :: shard.count]


@contextmanager
def _programs(open_target: OpenTarget, jobs: int) -> Iterator[tuple[list[Target], Abilities]]:
    """The programs, of which the first was asked what it can do."""
    with ExitStack() as stack:
        programs = [stack.enter_context(open_target()) for _ in range(jobs)]
        yield programs, described(programs[0])


class _Asking:
    """Asks several programs that are the same."""

    def __init__(
        self,
        programs: Sequence[Target],
        abilities: Abilities,
        on_questions: Callable[[int], None],
        on_answer: Callable[[], None],
        *,
        stream: bool = False,
    ) -> None:
        self._programs = programs
        self._abilities = abilities
        self._on_questions, self._on_answer = on_questions, on_answer
        self._stream = stream

    def all(self, questions: Sequence[tuple[Vector, KeyDescription | None]]) -> list[Answered]:
        """The answers, in order."""
        self._on_questions(len(questions))
        free: SimpleQueue[Target] = SimpleQueue()
        for program in self._programs:
            free.put(program)

        def ask(question: tuple[Vector, KeyDescription | None]) -> Answered:
            program = free.get()
            try:
                return self._ask(program, *question)
            finally:
                free.put(program)

        answers: list[Answered] = []
        with asking_threads(self._programs, count=len(self._programs)) as threads:
            for answered in threads(ask, questions):
                answers.append(answered)
                self._on_answer()
        return answers

    def _ask(self, program: Target, vector: Vector, keys: KeyDescription | None) -> Answered:
        return _answered(program, self._abilities, vector, keys, stream=self._stream)


def _answered(program: Target, abilities: Abilities, vector: Vector, keys: KeyDescription | None, *, stream: bool = False) -> Answered:
    question = question_of(vector, keys)
    if isinstance(question, Unsupported):
        return Answered(question)
    if question.request is None:
        return Answered(None, question.missing)
    request = question.request
    if stream:
        request = replace(request, stream=max(1, len(request.message) // _PIECES))
    started = time.perf_counter()
    answer = beyond(request, abilities) or program.decrypt(request)
    return Answered(answer, question.missing, time.perf_counter() - started)


class OneByOne:
    """Judges vectors in any order, for test runners that choose them. A valid message that refusals need is asked once.

    Args:
        sets: all vectors that may be judged, and the valid messages that refusals need.
        program: under test; whoever made it closes it.

    Raises:
        UsageError: ``invalid-argument``: the program cannot be started, or does not describe itself.
    """

    def __init__(self, sets: Sequence[VectorSet], program: Target) -> None:
        self._twins, self._program, self._abilities = Twins(sets), program, described(program)
        self._of_twins: dict[str, Answered] = {}

    def judge(self, suite: str, vector: Vector) -> Cell:
        """Ask the program, and judge its answer.

        Args:
            suite: the name of the vector's set.
            vector: the case.
        """
        twins = self._twins.of(suite, vector) if isinstance(vector.expectation, Reject) else ()
        answered = _answered(self._program, self._abilities, vector, _keys(vector, twins))
        needed = twins if isinstance(answered.answer, Refused) else ()
        return cell_of(suite, vector, answered, [(twin, self._of_twin(twin)) for twin in needed])

    def _of_twin(self, twin: Twin) -> Answered:
        if twin.name not in self._of_twins:
            self._of_twins[twin.name] = _answered(self._program, self._abilities, twin.vector, twin.vector.keys)
        return self._of_twins[twin.name]


def _cells(asking: _Asking, twins: Twins, chosen: Sequence[Twin]) -> list[Cell]:
    wanted = {one.name: twins.of(one.suite, one.vector) for one in chosen if isinstance(one.vector.expectation, Reject)}
    answers = asking.all([(one.vector, _keys(one.vector, wanted.get(one.name, ()))) for one in chosen])
    known = {one.name: answered for one, answered in zip(chosen, answers, strict=True)}
    known |= _answers_of_twins(asking, wanted, known)
    return [
        cell_of(one.suite, one.vector, known[one.name], [(twin, known[twin.name]) for twin in _needed(one, wanted, known)])
        for one in chosen
    ]


def _needed(one: Twin, wanted: Mapping[str, Sequence[Twin]], known: Mapping[str, Answered]) -> Sequence[Twin]:
    """The valid messages that an answer is measured against: none unless it is a refusal."""
    return wanted.get(one.name, ()) if isinstance(known[one.name].answer, Refused) else ()


def _answers_of_twins(asking: _Asking, wanted: Mapping[str, Sequence[Twin]], known: Mapping[str, Answered]) -> dict[str, Answered]:
    """Those that were not selected and that a refusal needs."""
    refused = [name for name in wanted if isinstance(known[name].answer, Refused)]
    missing = {twin.name: twin for name in refused for twin in wanted[name] if twin.name not in known}
    answers = asking.all([(twin.vector, twin.vector.keys) for twin in missing.values()])
    return dict(zip(missing, answers, strict=True))


def _keys(vector: Vector, twins: Sequence[Twin]) -> KeyDescription | None:
    """The vector's keys; of one without, those of its valid twin."""
    return vector.keys or next((twin.vector.keys for twin in twins), None)
