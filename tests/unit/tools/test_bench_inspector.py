"""The inspector's benchmark runs and gives figures; what they are depends on the machine."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from tools.bench.inspector import CASES, measure
from tools.bench.rounds import Contestant


def once(contestants: Mapping[str, Contestant], rounds: int) -> dict[str, list[float]]:
    """Runs each once, without a run before."""
    return {name: [cast("float", contestant.run())] * rounds for name, contestant in contestants.items()}


def test_measure_gives_rates_and_ratios(tmp_path: Path) -> None:
    figures = measure(tmp_path, 5, 1, once)
    assert figures["over_the_floor"].keys() == {"median", "minimum", "held"}
    assert figures["per_second"].keys() == CASES.keys()
    assert all(ratio["median"] > 0 for ratio in figures["ratios"].values())
    assert figures["milliseconds"]["import click"] > 0
