"""Rounds of a benchmark: all contestants in one process, one after the other in every round, in an order that rotates.

What counts is the ratio of two contestants within one round: what slows the machine for a while slows both. A limit that itself varies
by more than ``UNSTEADY`` says that the machine was busy, and that nothing can be concluded.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["UNSTEADY", "Contestant", "Ratio", "interleave", "unsteadiness"]

UNSTEADY = 1.3


@dataclass(frozen=True, slots=True)
class Contestant:
    """What is measured, and how many runs of it make one reading of the clock."""

    run: Callable[[], object]
    repeats: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much longer one contestant took than another: the median and the minimum over the rounds."""

    median: float
    minimum: float

    @classmethod
    def of(cls, longer: Sequence[float], shorter: Sequence[float]) -> Ratio:
        ratios = [one / other for one, other in zip(longer, shorter, strict=True)]
        return cls(statistics.median(ratios), min(ratios))


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
    """How much a contestant varied: its median over its minimum."""
    return statistics.median(seconds) / min(seconds)


def _seconds(contestant: Contestant, clock: Callable[[], float]) -> float:
    run = contestant.run
    started = clock()
    for _ in range(contestant.repeats):
        run()
    return (clock() - started) / contestant.repeats
