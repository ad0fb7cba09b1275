"""The figures of one large file: ratios within a round, gates, and the refusal of a busy machine."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tools.bench.file_floor import convert
from tools.bench.large_file import COPY, DIRECTIONS, GOALS, floor, main, measure, one, several
from tools.bench.rounds import Contestant, interleave


@pytest.mark.slow
def test_figures_are_of_runs_that_worked(tmp_path: Path) -> None:
    def run(contestants: Mapping[str, Contestant], limit: str) -> Mapping[str, Sequence[float]]:
        assert limit == COPY
        interleave(contestants, 1)
        took = {COPY: 3.0} | {
            name: seconds for each in DIRECTIONS for name, seconds in ((one(each), 4.0), (several(each), 2.0), (floor(each), 1.0))
        }
        return {name: [took[name], took[name] * 2] for name in contestants}

    figures = measure(tmp_path, 1, 2, run)
    assert figures is not None
    assert figures["seconds"][COPY] == {"median": 4.5, "minimum": 3.0}
    assert all(used > 0 for used in figures["processor_seconds"].values())
    assert figures["ratios"] == {
        f"{goal.longer} / {goal.shorter}": {"median": ratio, "minimum": ratio, "goal": goal.least, "held": True}
        for goal, ratio in zip(GOALS, [2.0, 1.5, 3.0] * 2, strict=True)
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_floor_converts_all_frames(tmp_path: Path, jobs: int) -> None:
    plain, sealed, back = (tmp_path / name for name in ("plain", "sealed", "back"))
    plain.write_bytes(bytes(range(256)) * 16 * 300)
    convert("encrypt", plain, sealed, jobs)
    convert("decrypt", sealed, back, jobs)
    assert sealed.stat().st_size == 300 * (4096 + 32)
    assert back.read_bytes() == plain.read_bytes()


def test_busy_machine_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("tools.bench.large_file.measure", lambda *_: None)
    assert main(["--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("refused: ")


def test_gate_that_is_not_held_is_an_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ratio = {"median": 1.0, "minimum": 1.0, "goal": 1.7, "held": False}
    figures = {"mebibytes": 1, "processes": 2, "seconds": {}, "processor_seconds": {}, "ratios": {"a / b": ratio}}
    monkeypatch.setattr("tools.bench.large_file.measure", lambda *_: figures)
    assert main(["--folder", str(tmp_path)]) == 1
    assert "NOT HELD" in capsys.readouterr().out
    ratio["held"] = True
    assert main(["--folder", str(tmp_path)]) == 0
