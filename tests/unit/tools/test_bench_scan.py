"""The benchmark of a scan: what it measures is what it says, and what it concludes from times that are made up here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tools.bench import scan
from tools.bench.rounds import Contestant
from tools.bench.scan import GOALS, contestants, main, measure

SECONDS = {"kms header": 1.0, "raw message": 2.0, "raw batch": 3000.0, "raw signed": 2.0, "summary": 0.5, "inspect": 7.5}


def made_up(contestants: Mapping[str, Contestant], rounds: int) -> Mapping[str, Sequence[float]]:
    assert contestants.keys() == SECONDS.keys()
    return {name: [time] * rounds for name, time in SECONDS.items()}


def test_contestants_look_at_valid_messages() -> None:
    rows = contestants()
    header, whole, signed = (rows[name].run() for name in ("kms header", "raw message", "raw signed"))
    assert [(row.problems, row.signed, row.read) for row in (header, whole, signed)] == [  # type: ignore[attr-defined]
        ((), False, "header"),
        ((), False, "whole"),
        ((), True, "whole"),
    ]
    assert header.post_quantum == "yes"  # type: ignore[attr-defined]
    assert rows["raw batch"].run().num_rows == 1000  # type: ignore[attr-defined]
    assert json.loads(rows["inspect"].run())["problems"] == []  # type: ignore[arg-type]


def test_times_of_a_batch_are_those_of_a_message() -> None:
    figures = measure(3, made_up)
    assert figures["per_second"] == {"kms header": 1, "raw message": 0, "raw batch": 0, "raw signed": 0, "summary": 2, "inspect": 0}
    assert figures["ratios"]["inspect / kms header"] == {"median": 7.5, "minimum": 7.5}
    assert figures["held"] == {"inspect / kms header": True, "inspect / raw message": True}


def test_missed_gate_is_an_exit_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(scan, "RESULTS", tmp_path / "scan.json")
    monkeypatch.setattr(scan, "measure", lambda rounds: measure(rounds, made_up))
    assert main(["--rounds", "3", "--write"]) == 0
    monkeypatch.setitem(SECONDS, "inspect", 3.0)
    assert main(["--rounds", "3"]) == 1
    assert "GATE MISSED" in capsys.readouterr().out
    assert set(json.loads((tmp_path / "scan.json").read_text())["held"]) == set(GOALS)
