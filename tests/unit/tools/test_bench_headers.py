"""The benchmark of headers: what it measures is the same thing in every row, and what it concludes from times that are made up here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from esdkit.message import parse_header
from esdkit.message.header import build_header
from esdkit.spec import SUITES
from tools.bench import headers
from tools.bench.headers import GOALS, contestants, header, main, measure
from tools.bench.rounds import UNSTEADY, Contestant, Ratio, interleave, unsteadiness

pytestmark = pytest.mark.interop
DATA = build_header(header(SUITES[0x0478]))
STEADY = {"model": [1.0] * 7, "spans": [1.2] * 7, "values": [0.5] * 7, "reference": [15.0] * 7, "official": [5.0] * 7}
BUSY = {**STEADY, "values": [0.5, *[0.7] * 6]}


class Runs:
    """Gives results that were made up, one after the other."""

    def __init__(self, *results: Mapping[str, Sequence[float]]) -> None:
        self.results = list(results)
        self.asked = 0

    def __call__(self, contestants: Mapping[str, Contestant], rounds: int) -> Mapping[str, Sequence[float]]:
        assert contestants.keys() == STEADY.keys()
        self.asked += 1
        return self.results.pop(0)


@pytest.mark.parametrize("suite_id", [0x0178, 0x0478], ids=["v1", "v2"])
def test_every_contestant_reads_the_same_header(suite_id: int) -> None:
    expected = header(SUITES[suite_id])
    data = build_header(expected)
    assert len(expected.context_pairs or ()) == 3
    assert len(expected.encrypted_data_keys) == 2
    results: dict[str, Any] = {name: contestant.run() for name, contestant in contestants(data).items()}
    assert results["model"] == (expected, len(data)) == parse_header(data)
    assert results["reference"] == expected
    model, spans = results["spans"]
    assert model == expected
    assert spans[-1][3] == len(data)
    assert results["values"][1] == len(data)
    official, raw = results["official"]
    assert official.encryption_context == expected.encryption_context
    assert len(official.encrypted_data_keys) == 2
    assert data.startswith(raw)


def test_rounds_rotate_and_count_what_each_run_takes() -> None:
    ran: list[str] = []
    ticks = count()
    runs = {name: Contestant(lambda name=name: ran.append(name), repeats) for name, repeats in (("a", 1), ("b", 2), ("c", 1))}  # type: ignore[misc]
    seconds = interleave(runs, 3, clock=lambda: float(next(ticks)))
    assert "".join(ran) == "abc" + "abbc" + "bbca" + "cabb"
    assert seconds == {"a": [1.0] * 3, "b": [0.5] * 3, "c": [1.0] * 3}


def test_ratio_is_taken_within_each_round() -> None:
    assert Ratio.of([2.0, 6.0, 40.0], [1.0, 2.0, 10.0]) == Ratio(3.0, 2.0)
    assert unsteadiness([2.0, 1.0, 3.0]) == 2.0


def test_busy_machine_is_measured_again_and_in_the_end_refused() -> None:
    assert unsteadiness(BUSY["values"]) > UNSTEADY
    runs = Runs(BUSY, BUSY, STEADY)
    assert measure(DATA, 7, 5, runs) is not None
    assert runs.asked == 3
    assert measure(DATA, 7, 2, Runs(BUSY, BUSY)) is None


def test_gate_is_a_margin_below_the_goal() -> None:
    reference, spans = GOALS["reference / model"], GOALS["spans / model"]
    assert reference.held(Ratio(10.5, 9.0))
    assert not reference.held(Ratio(10.4, 10.4))
    assert spans.held(Ratio(2.28, 0.0))
    assert not spans.held(Ratio(2.29, 0.0))


@pytest.mark.parametrize(
    ("results", "code"),
    [((STEADY, STEADY), 0), ((STEADY, {**STEADY, "reference": [9.0] * 7}), 1), ((BUSY,) * 3, 1)],
    ids=["held", "missed", "busy"],
)
def test_exit_code_says_whether_every_gate_was_passed(
    results: tuple[Any, ...], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(headers.measure, "__defaults__", (Runs(*results),))
    assert main(["--attempts", "3"]) == code
    printed = capsys.readouterr()
    assert ("GATE MISSED" in printed.out) == (code == 1 and "refused" not in printed.err)
    assert ("refused" in printed.err) == (len(results) == 3)


def test_result_is_kept_and_compared_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(headers, "RESULTS", tmp_path / "results" / "headers.json")
    monkeypatch.setattr(headers.measure, "__defaults__", (Runs(*[STEADY] * 4),))
    assert main(["--write", "--json"]) == 0
    kept = (tmp_path / "results" / "headers.json").read_text(encoding="utf-8")
    assert json.loads(capsys.readouterr().out) == json.loads(kept)
    assert json.loads(kept)["cases"]["v2"]["ratios"]["official / model"] == {"median": 5.0, "minimum": 5.0}
    assert main([]) == 0
    assert "last 15.00" in capsys.readouterr().out


def test_too_few_rounds_are_refused() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--rounds", "6"])
    assert caught.value.code == 2


def test_committed_result_passes_its_gates() -> None:
    kept = json.loads(headers.RESULTS.read_text(encoding="utf-8"))
    assert kept["cases"].keys() == {"v1", "v2"}
    assert all(all(figures["held"].values()) for figures in kept["cases"].values())
