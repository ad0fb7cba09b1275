"""The inspector's benchmark runs and gives figures; what they are depends on the machine."""

from pathlib import Path

from tools.bench.inspector import CASES, measure


def test_measure_gives_rates_and_ratios(tmp_path: Path) -> None:
    figures = measure(tmp_path, 20, 1)
    assert figures["per_second"].keys() == CASES.keys()
    assert all(ratio["median"] > 0 for ratio in figures["ratios"].values())
    assert figures["milliseconds"]["import click"] > 0
