"""The benchmark of how a scan grows: its messages are valid and differ, and what it concludes from times that are made up here."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from esdkit.scan.facts import facts
from tests.pages import ROOT
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


def test_pages_show_the_kept_result() -> None:
    kept = json.loads(scan_growth.RESULTS.read_text(encoding="utf-8"))
    page = (ROOT / "docs/howto/scan.md").read_text(encoding="utf-8")
    for run in kept["runs"]:
        assert f"| {run['rows']:,} | {run['seconds']} s | {run['mebibytes']} MiB |" in page
    rate = kept["rows_per_second"][-1]
    assert f"{rate:,} rows a second" in page
    assert f"about {1e9 / rate / 3600:.0f} core-hours (1,000,000,000 / {rate:,} / 3,600)" in page
    assert f"took {kept['time_of_a_row'][-1]} times as long" in page
    assert f"{1e9 / rate / 64 / 60:.0f} minutes" in page
    peak = max(run["mebibytes"] for run in kept["runs"])
    assert f"[{rate:,} rows a second and core](docs/howto/scan.md#how-long-it-takes), in {peak:.0f} MiB" in (ROOT / "README.md").read_text()


def test_scan_does_not_grow_with_its_rows() -> None:
    kept = json.loads(scan_growth.RESULTS.read_text(encoding="utf-8"))
    assert max(kept["memory"]) <= 1.05
    assert kept["time_of_a_row"][-1] <= 1.1
