"""Rounds of a benchmark: all contestants in one process, one after the other in every round, in an order that rotates.

The result is the ratio of two contestants within one round, because a slow phase of the machine affects both. If the limit itself varies by
more than ``UNSTEADY``, the machine was busy, and nothing can be concluded.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["TWICE", "UNSTEADY", "Contestant", "Goal", "Ratio", "interleave", "steady_rounds", "unsteadiness"]

UNSTEADY = 1.3
TWICE = ", twice at once"
_MARGIN = 0.7


@dataclass(frozen=True, slots=True)
class Contestant:
    """What is measured, and how many runs are measured together.

    ``timed`` is for work in another process: its ``run`` is called once and returns the seconds per run by that process's own clock.
    """

    run: Callable[[], object]
    repeats: int = 1
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much longer one contestant took than another: the median and the minimum over the rounds."""

    median: float
    minimum: float

    @classmethod
    def of(cls, longer: Sequence[float], shorter: Sequence[float]) -> Ratio:
        ratios = [one / other for one, other in zip(longer, shorter, strict=True)]
        return cls(statistics.median(ratios), min(ratios))


@dataclass(frozen=True, slots=True)
class Goal:
    """The goal of a ratio: at least ``least`` times as long, or at most ``most`` times; the other is None. ``margin``: of the gate."""

    longer: str
    shorter: str
    least: float | None = None
    most: float | None = None
    margin: float = _MARGIN

    def held(self, ratio: Ratio) -> bool:
        """Whether the gate, a margin below the goal, is passed."""
        if self.least is not None:
            return ratio.median >= self.margin * self.least
        return self.most is None or ratio.median <= self.most / self.margin


def interleave(
    contestants: Mapping[str, Contestant], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, list[float]]:
    """Seconds per run, by contestant and round. Each runs once before the clock starts; garbage is not collected meanwhile."""
    order = list(contestants)
    seconds: dict[str, list[float]] = {name: [] for name in order}
    for contestant in contestants.values():
        contestant.run()
    collects = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            for name in order:
                seconds[name].append(_seconds(contestants[name], clock))
            order.append(order.pop(0))
    finally:
        if collects:
            gc.enable()
    return seconds


def unsteadiness(seconds: Sequence[float]) -> float:
    """How much a contestant varied: median divided by minimum."""
    return statistics.median(seconds) / min(seconds)


def steady_rounds(
    contestants: Mapping[str, Contestant],
    limit: str,
    rounds: int,
    attempts: int,
    run: Callable[[Mapping[str, Contestant], int], Mapping[str, Sequence[float]]] = interleave,
    also: Sequence[str] = (),
) -> Mapping[str, Sequence[float]] | None:
    """The result of ``interleave`` in the first attempt with a steady limit; None if the machine was too busy in all of them.

    A short limit does not notice what disturbs the others: the contestants in ``also`` must have been steady as well. If the limit also
    runs in two threads (a contestant with ``TWICE`` appended to its name), the second processor must have been free: then two take as long
    as one.
    """
    for _ in range(attempts):
        seconds = run(contestants, rounds)
        twice = seconds.get(limit + TWICE)
        second_is_free = twice is None or Ratio.of(twice, seconds[limit]).median <= UNSTEADY
        if second_is_free and all(unsteadiness(seconds[name]) <= UNSTEADY for name in (limit, *also)):
            return seconds
    return None


def _seconds(contestant: Contestant, clock: Callable[[], float]) -> float:
    run = contestant.run
    if contestant.timed:
        seconds = run()
        assert isinstance(seconds, float)
        return seconds
    started = clock()
    for _ in range(contestant.repeats):
        run()
    return (clock() - started) / contestant.repeats
