"""The engine benchmark: what it concludes from times that are made up here, and that docs/performance.md shows the kept result."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tools.bench import peers
from tools.bench.engine import MAX_GROWTH, PAGE, RESULTS, main, measure, missed
from tools.bench.growth import growth
from tools.bench.rounds import TWICE, Contestant, Goal
from tools.bench.rows import LIMIT, OWN, PROVIDER, Row, rows
from tools.bench.table import put_table, shown_table, table
from tools.drivers import targets
from tools.drivers.peer import Peer

pytestmark = pytest.mark.interop
ROW = Row("made up", dict, {"official": Goal(PROVIDER, OWN, least=4.0)})
STEADY = {OWN: [1.0] * 7, PROVIDER: [3.0] * 6 + [2.0], LIMIT: [0.5] * 7, LIMIT + TWICE: [0.5] * 7}
BUSY = {**STEADY, LIMIT: [0.3, *[0.5] * 6]}
OWN_BUSY = {**STEADY, OWN: [0.7, *[1.0] * 6]}
SECOND_BUSY = {**STEADY, LIMIT + TWICE: [0.9] * 7}


class Runs:
    """Gives results that were made up, one after the other."""

    def __init__(self, *results: Mapping[str, Sequence[float]]) -> None:
        self.results = list(results)

    def __call__(self, contestants: Mapping[str, Contestant], rounds: int) -> Mapping[str, Sequence[float]]:
        return self.results.pop(0)


def test_row_gives_ratios_with_median_and_minimum() -> None:
    figures = measure(ROW, 7, 1, Runs(STEADY))
    assert figures is not None
    assert figures["ratios"][PROVIDER] == {"median": 3.0, "minimum": 2.0}
    assert figures["milliseconds"][OWN] == {"median": 1000.0, "minimum": 1000.0}
    assert OWN not in figures["ratios"]


@pytest.mark.parametrize(("official", "held"), [(2.81, True), (2.79, False)], ids=["above the gate", "below the gate"])
def test_gate_lies_at_seven_tenths_of_the_goal(official: float, held: bool) -> None:
    figures = measure(ROW, 7, 1, Runs({**STEADY, PROVIDER: [official] * 7}))
    assert figures is not None
    assert figures["goals"]["official"]["held"] is held


@pytest.mark.parametrize("noisy", [BUSY, OWN_BUSY, SECOND_BUSY], ids=["limit varies", "esdkit varies", "second processor taken"])
def test_noisy_run_is_repeated_and_refused_in_the_end(noisy: Mapping[str, Sequence[float]]) -> None:
    assert measure(ROW, 7, 2, Runs(noisy, noisy)) is None
    assert measure(ROW, 7, 2, Runs(noisy, STEADY)) == measure(ROW, 7, 1, Runs(STEADY))


def test_missed_names_ratios_and_growth_beyond_their_gates() -> None:
    goals = {"fine": {"held": True}, "slow": {"held": False}}
    result = {"rows": {"row": {"goals": goals}}, "growth": {"small": MAX_GROWTH, "large": MAX_GROWTH + 0.1}}
    assert missed(result) == ["row: slow", "growth, large"]


def test_every_row_has_a_limit_and_whom_its_goals_name(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        every = list(rows(size=1 << 20, file_size=1 << 20, folder=tmp_path, programs={}, pool=pool))
        assert len({row.name for row in every}) == len(every)
        for row in every:
            contestants = row.make()
            assert LIMIT in contestants
            assert {name for goal in row.goals.values() for name in (goal.longer, goal.shorter)} <= contestants.keys()


def test_growth_is_told_for_both_directions() -> None:
    assert growth("0478", 1).keys() == {"encrypt", "decrypt"}


def test_too_few_rounds_are_refused() -> None:
    with pytest.raises(SystemExit):
        main(["--rounds", "6"])


def test_readme_shows_the_result_that_was_kept() -> None:
    result: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8"))
    assert shown_table(PAGE.read_text(encoding="utf-8")) == table(result)


def test_table_shows_median_and_minimum_in_its_place_of_a_page() -> None:
    figures = measure(ROW, 7, 1, Runs(STEADY))
    page = put_table("before\n<!-- speed: begin -->\nold\n<!-- speed: end -->\nbehind", {"rows": {"made up": figures}})
    assert shown_table(page).splitlines()[0] == "|  | esdkit, ms | Python SDK, × | limit, × |"
    assert "| made up | 1000 (1000) | 3.00 (2.00) | 0.50 (0.50) |" in shown_table(page)
    assert page.startswith("before\n<") and page.endswith(">\nbehind")


@pytest.mark.parametrize("program", peers.PROGRAMS)
@pytest.mark.parametrize("direction", ["encrypt", "decrypt"])
def test_sdk_times_itself_when_it_is_warm(program: str, direction: peers.Direction) -> None:
    if (reason := targets.missing(program)) is not None:
        pytest.skip(reason)
    with Peer(targets.command(program)) as peer:
        seconds = peers.by_program(peer, direction, 0x0478, 4096, 1024, 2).run()
    assert isinstance(seconds, float)
    assert seconds > 0
