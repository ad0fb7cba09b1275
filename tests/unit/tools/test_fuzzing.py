"""What runs the harnesses: the long run goes on where it stopped and counts right, libFuzzer's output is read, the template works."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.pages import ROOT
from tools.fuzzing import inputs, long, run
from tools.fuzzing.harnesses import Truth
from tools.fuzzing.inputs import Input
from tools.fuzzing.rule import KINDS, Wrong

FINISHED = "#9 DONE\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec:     56\n"
CRASHED = (
    " === Uncaught Python exception: ===\nWrong: disagreement: parse and inspect\nTraceback ...\n"
    "artifact_prefix='/x/'; Test unit written to /x/parse-crash-1\nstat::number_of_executed_units: 7\nstat::average_exec_per_sec: 3\n"
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of three inputs, in this process."""

    def batch(seed: int, number: int) -> list[Input]:
        return [Input("header", b"\x02"), Input("header", bytes([seed, number])), Input("parse", b"", Truth(b"", {}))]

    monkeypatch.setattr(long, "batch", batch)
    monkeypatch.setattr(long, "BATCH", 3)
    monkeypatch.setattr(long, "_results", lambda seed, numbers, jobs: (long.run_batch(seed, number) for number in numbers))


def summary(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert long.main(arguments) in (0, 1)
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    del document["cpu_seconds"], document["inputs_per_cpu_second"]
    return document


def test_run_in_two_parts_counts_what_one_counts(small: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = summary(capsys, "--inputs", "12", "--folder", str(tmp_path / "one"))
    summary(capsys, "--inputs", "4", "--folder", str(tmp_path / "two"))
    two = summary(capsys, "--inputs", "12", "--folder", str(tmp_path / "two"), "--write", str(tmp_path / "summary.json"))
    assert one == two
    assert (two["inputs"], two["judged"], two["seed"]) == (12, 4, 1)
    assert two["harnesses"]["header"] == {"inputs": 8, "accepted": 0, "refused": {"truncated": 4, "unsupported-type": 4}}
    assert two["findings"] == dict.fromkeys(KINDS, 0)
    assert json.loads((tmp_path / "summary.json").read_text("utf-8"))["inputs"] == 12


def test_run_of_another_seed_is_not_mixed(small: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary(capsys, "--inputs", "3", "--folder", str(tmp_path))
    with pytest.raises(SystemExit, match="another seed"):
        long.main(["--inputs", "3", "--seed", "2", "--folder", str(tmp_path)])


def test_finding_is_counted_and_shown_again(
    small: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(harness: str, data: bytes, truth: Truth | None) -> str:
        if data == b"\x01\x01":
            raise Wrong("disagreement", "this and that")
        return "accepted"

    monkeypatch.setattr(long, "check", check)
    assert long.main(["--inputs", "9", "--folder", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert document["findings"]["disagreement"] == 1
    assert document["details"] == [{"kind": "disagreement", "harness": "header", "what": "this and that", "batch": 1, "input": 1}]
    assert "--seed 1 --show 1 1" in err
    assert long.main(["--show", "1", "1"]) == 1
    assert "disagreement: this and that" in capsys.readouterr().out
    assert long.main(["--show", "0", "0"]) == 0


def test_input_without_end_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    import signal

    before = signal.signal(signal.SIGPROF, long._end)
    try:
        monkeypatch.setattr(long, "_SECONDS", 0.05)
        monkeypatch.setattr(long, "check", lambda *item: [None for _ in iter(int, 1)])
        with pytest.raises(Wrong, match="hang"):
            long._timed(Input("parse", b""))
    finally:
        signal.signal(signal.SIGPROF, before)


def test_batch_has_inputs_of_every_harness_as_the_split_says() -> None:
    items = list(inputs.batch(5, 5))
    names = [item.harness for item in items]
    assert {name: names.count(name) for name in inputs.SPLIT} == inputs.SPLIT
    assert {item.harness for item in items if item.truth is not None} == {"parse", "decrypt", "verify"}


# -------------------------------------------------------------------- make fuzz
def test_what_libfuzzer_says_is_read() -> None:
    assert run.report_of(0, FINISHED) == run.Report(1234, 56, None)
    crashed = run.report_of(77, CRASHED)
    assert crashed == run.Report(7, 3, Path("/x/parse-crash-1"), "Wrong: disagreement: parse and inspect")
    assert crashed.failed
    assert run.report_of(1, "cannot start\n") == run.Report(0, 0, None, "cannot start")
    assert run.report_of(1, "").why == "exit code 1"


def test_finding_fails_the_run_with_a_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(run, "find_spec", lambda name: True)
    monkeypatch.setattr(run, "_fuzzed", lambda name, *_: run.report_of(*((77, CRASHED) if name == "parse" else (0, FINISHED))))
    assert run.main(["--without-tests", "--folder", str(tmp_path), "parse", "http"]) == 1
    out = capsys.readouterr().out
    assert "python -m tools.fuzzing.run --show parse /x/parse-crash-1\n" in out
    assert "http                 1,234          56  0\n" in out
    assert run.main(["--without-tests", "--folder", str(tmp_path), "http"]) == 0
    assert (tmp_path / "seeds" / "esdk.dict").is_file()


def test_without_atheris_the_tests_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    commands = []

    def ran(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(run, "find_spec", lambda name: None)
    monkeypatch.setattr(subprocess, "run", ran)
    assert run.main([]) == 1
    assert capsys.readouterr().out.startswith("atheris is not installed")
    assert [command[1:3] for command in commands] == [["-m", "pytest"]]


def test_input_is_shown_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "input").write_bytes(b"\x02")
    assert run.main(["--show", "parse", str(tmp_path / "input")]) == 0
    assert capsys.readouterr().out == "truncated\n"


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris has no wheel for this machine")
@pytest.mark.parametrize(
    "command",
    [["-m", "tools.fuzzing.coverage", "header"], ["docs/examples/fuzz_parser.py"]],
    ids=["harness", "template"],
)
def test_atheris_runs_it_with_the_dictionary(command: list[str], tmp_path: Path) -> None:
    from esdkit.fuzz.seeds import DICTIONARY, seed_files

    dictionary = tmp_path / DICTIONARY
    dictionary.write_bytes(seed_files()[DICTIONARY])
    flags = ["-runs=200", f"-dict={dictionary}", f"-artifact_prefix={tmp_path}/", "-print_final_stats=1"]
    ran = subprocess.run([sys.executable, *command, *flags], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr[-2000:]
    entries = dictionary.read_text("ascii").count('="')
    assert f"Dictionary: {entries} entries" in ran.stderr
    assert run.report_of(0, ran.stderr).executions == 200
