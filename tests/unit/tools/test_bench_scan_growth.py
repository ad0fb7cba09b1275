"""The benchmark of how a scan grows: its messages are valid and differ, and what it concludes from times that are made up here."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from esdkit.scan.facts import facts
from tools.bench import scan_growth
from tools.bench.scan_growth import json_lines, main, ratios


def test_lines_are_valid_messages_that_differ() -> None:
    lines = b"".join(json_lines(2500)).splitlines()
    rows = [facts(base64.b64decode(json.loads(line)["payload"])) for line in lines]
    assert len({row.message_id for row in rows}) == len(rows) == 2500
    assert {(row.problems, row.read) for row in rows} == {((), "whole")}


def test_starting_does_not_count() -> None:
    found = ratios([(100, 5.0, 50.0), (300, 7.0, 50.0), (1300, 27.0, 75.0)])
    assert found["rows_per_second"] == [100, 50]
    assert found["time_of_a_row"] == [1.0, 2.0]
    assert found["memory"] == [1.0, 1.0, 1.5]


@pytest.mark.slow
def test_result_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(scan_growth, "RESULTS", tmp_path / "result.json")
    assert main(["10", "1000", "--write"]) == 0
    assert [run["rows"] for run in json.loads((tmp_path / "result.json").read_text())["runs"]] == [10, 1000]
