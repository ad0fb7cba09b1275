"""`esdkit fuzz` as its user sees it; what it finds is tested in tests/unit/fuzz."""

from __future__ import annotations

import base64
import json
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from esdkit.fuzz.corpus import Corpus
from esdkit.fuzz.questions import NAME, NAMESPACE, WRAPPING_KEY
from tests.cli.running import Program
from tests.conftest import Golden

CORRECT, TRAILING = "python:tests.toy_reader:correct", "python:tests.toy_reader:trailing_bytes"


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    """The programs under test are modules of these tests, and the run is in another folder."""
    monkeypatch.setenv("PYTHONPATH", f"{pytestconfig.rootpath}:{pytestconfig.rootpath / 'src'}")


def test_help_of_fuzz(program: Program, golden: Golden) -> None:
    golden("help-fuzz.txt", program("fuzz", "--help").transcript)
    golden("help-fuzz-run.txt", program("fuzz", "run", "--help").transcript)
    golden("help-fuzz-export.txt", program("fuzz", "export", "--help").transcript)


def test_run_may_be_named(program: Program) -> None:
    short, long = (program("fuzz", *words, "--max-examples", "5", CORRECT) for words in ((), ("run",)))
    assert (short.code, long.code) == (0, 0)
    assert short.text.splitlines()[1:] == long.text.splitlines()[1:]


def test_help_of_export_tells_the_key_of_the_messages(program: Program) -> None:
    said = program("fuzz", "export", "--help").text.split()
    assert {f"{NAMESPACE},", f"{NAME}.", base64.b64encode(WRAPPING_KEY).decode("ascii")} <= set(said)


def test_export_writes_a_new_folder_and_no_other(program: Program) -> None:
    ran = program("fuzz", "export", "seeds")
    assert (ran.code, ran.stderr) == (0, "")
    files = sorted(path for path in (program.folder / "seeds").rglob("*") if path.is_file())
    assert ran.text == f"{len(files) - 1} messages and a dictionary written\n"
    assert files[-1].name == "esdk.dict"
    again = program("fuzz", "export", "seeds")
    assert again.code == 2
    assert "seeds exists" in again.stderr
    assert program("fuzz", "export", "").code == 2
    assert sorted(path.name for path in program.folder.iterdir()) == ["seeds"]


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-003")
def test_finding_ends_with_1_and_is_in_the_corpus(program: Program) -> None:
    ran = program("fuzz", TRAILING, "--max-examples", "270", "--corpus", "kept")
    assert (ran.code, ran.stderr) == (1, "")
    assert "expected: refused at parse (trailing-data). Bytes follow the end of the\n" in ran.text
    assert ran.text.endswith("6 findings, 0 known\n")
    assert max(map(len, ran.text.splitlines())) <= 80
    assert Counter(path.suffix for path in (program.folder / "kept" / "findings").iterdir()) == {".bin": 6, ".json": 6, ".txt": 6}


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-006")
def test_expected_finding_ends_with_0(program: Program) -> None:
    (program.folder / "allow.yaml").write_text("- {operation: 'append*', reason: we read the first message only}\n", "utf-8")
    ran = program("fuzz", TRAILING, "--max-examples", "270", "--allow", "allow.yaml")
    assert (ran.code, ran.stderr) == (0, "")
    assert "  we read the first message only\n" in ran.text
    assert ran.text.endswith("0 findings, 6 known\n")


@pytest.mark.req("CLI-FUZ-001")
def test_correct_program_ends_with_0_as_json_too(program: Program) -> None:
    ran = program("fuzz", CORRECT, "--max-examples", "20", "--format", "json", "-o", "report.json")
    assert (ran.code, ran.text, ran.stderr) == (0, "", "")
    document = json.loads((program.folder / "report.json").read_text("utf-8"))
    assert (document["asked"], document["phases"], document["findings"]) == (20, {"examples": 20}, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["python:nope:nope"], "did not start"),
        (["nope"], "unknown target"),
        ([CORRECT, "--corpus", "other"], "other files"),
        ([CORRECT, "--allow", "wrong.yaml"], "a list of rows"),
        ([CORRECT, "--allow", "wrong.yaml", "-o", "wrong.yaml"], "would be both read and written"),
        ([CORRECT, "--time", "nan"], "is not a number of seconds"),
        ([CORRECT, "--timeout", "inf"], "is not a number of seconds"),
    ],
    ids=["dead", "no-target", "other-files", "no-list", "report-over-list", "time-without-end", "timeout-without-end"],
)
def test_wrong_use_ends_with_2(program: Program, arguments: list[str], said: str) -> None:
    (program.folder / "other").mkdir()
    (program.folder / "other" / "file").write_text("x", "utf-8")
    (program.folder / "wrong.yaml").write_text("x: y\n", "utf-8")
    ran = program("fuzz", *arguments)
    assert ran.code == 2
    assert said in " ".join(ran.stderr.split())


@pytest.mark.slow
@pytest.mark.req("CLI-FUZ-004")
def test_run_that_is_told_to_end_keeps_its_place(program: Program) -> None:
    command = [sys.executable, "-m", "esdkit", "fuzz", CORRECT, "--corpus", "kept"]
    with subprocess.Popen(command, cwd=program.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while not (program.folder / "kept" / "state.json").exists():
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(1)
        process.terminate()
        assert process.wait(20) == 128 + signal.SIGTERM
    assert json.loads((program.folder / "kept" / "state.json").read_text("utf-8"))["asked"] > 0


@pytest.mark.fuzz
@pytest.mark.req("CLI-FUZ-004")
def test_interrupted_at_any_instant_it_goes_on(tmp_path: Path) -> None:
    chance = random.Random(5)
    command = [sys.executable, "-m", "esdkit", "fuzz", CORRECT, "--corpus", str(tmp_path / "kept")]
    asked = 0
    for _ in range(20):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(chance.uniform(0.2, 4))
        process.send_signal(signal.SIGINT)
        stdout, _ = process.communicate(timeout=60)
        assert process.returncode in (130, -signal.SIGINT)  # the latter while Python itself starts
        if not (tmp_path / "kept" / "state.json").exists():
            continue  # it had not begun
        place = Corpus(tmp_path / "kept").place
        assert place is not None
        assert place.asked >= asked
        if "ended by interrupted" in stdout:
            said = int(re.search(r"^([\d,]+) examples in", stdout, re.MULTILINE)[1].replace(",", ""))  # type: ignore[index]
            assert place.asked == asked + said
        asked = place.asked
