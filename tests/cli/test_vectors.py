"""``esdkit vectors``: exit codes, reports, what goes where."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from esdkit.cli.vectors import vectors_group
from esdkit.errors import Code, UsageError, VectorError
from esdkit.vectors.canonical import manifest_text
from esdkit.vectors.completion import notes_of
from esdkit.vectors.published import PublishedSet, native_path, published_sets
from tests.processes import is_gone

Invoke = Callable[..., Result]


@pytest.fixture
def invoke() -> Invoke:
    return lambda *arguments: CliRunner().invoke(vectors_group, [str(argument) for argument in arguments])


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A set with the first native vector that a raw AES key opens."""
    manifest = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))
    accepted = {key: test for key, test in manifest["tests"].items() if test["expect"]["outcome"] == "accept"}
    key, test = next((key, test) for key, test in accepted.items() if (test["key"] or {}).get("encryption-algorithm") == "aes")
    folder = tmp_path / "one"
    for uri in (manifest["keys"], test["ciphertext"], test["expect"]["plaintext"], test["trace"]):
        name = uri.removeprefix("file://")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(native_path() / name, folder / name)
    tests = {key: test}
    (folder / "manifest.json").write_text(manifest_text(notes_of(tests), tests, readers=manifest["readers"]), encoding="utf-8")
    return folder


def break_ciphertext(folder: Path) -> None:
    """Damage the ciphertext; the digest is made right again."""
    manifest = json.loads((folder / "manifest.json").read_text())
    (test,) = manifest["tests"].values()
    path = folder / test["ciphertext"].removeprefix("file://")
    path.write_bytes(path.read_bytes()[:-1])
    test["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_run_of_what_holds_exits_0(invoke: Invoke, one: Path) -> None:
    result = invoke("run", one)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "1 passed, 0 failed, 0 skipped"
    assert result.stderr == ""


def test_run_without_a_path_runs_the_native_vectors(invoke: Invoke) -> None:
    result = invoke("run", "-k", "0478-aes-128", "--format", "json")
    assert result.exit_code == 0
    assert {row["suite"] for row in json.loads(result.stdout)["results"]} == {"native"}


def test_run_of_what_fails_exits_1_and_says_why(invoke: Invoke, one: Path) -> None:
    break_ciphertext(one)
    result = invoke("run", one)
    assert result.exit_code == 1
    assert result.stdout.startswith("FAILED  one::")
    assert "truncated at parse" in result.stdout


@pytest.mark.parametrize("form", ["text", "json", "junit"])
def test_run_past_a_broken_path_exits_4_and_runs_the_others(invoke: Invoke, one: Path, tmp_path: Path, form: str) -> None:
    (tmp_path / "broken.json").write_text("{")
    result = invoke("run", tmp_path / "broken.json", one, tmp_path / "none", "--format", form)
    assert result.exit_code == 4
    talk = result.stdout if form == "text" else result.stderr
    assert "manifest-invalid" in talk
    assert "vector-file-missing" in talk
    assert "passed" in result.stdout or form == "junit"


def test_run_that_fails_and_is_broken_exits_with_the_highest(invoke: Invoke, one: Path, tmp_path: Path) -> None:
    break_ciphertext(one)
    assert invoke("run", one, tmp_path / "none").exit_code == 4


def test_run_as_json_prints_one_object_and_nothing_else(invoke: Invoke, one: Path) -> None:
    document = json.loads(invoke("run", one, "--format", "json").stdout)
    assert document["summary"] == {"passed": 1, "failed": 0, "skipped": 0}
    assert set(document["results"][0]) == {"suite", "id", "outcome", "tier", "stage", "code", "reason"}


def test_run_as_junit_prints_xml(invoke: Invoke, one: Path) -> None:
    root = ElementTree.fromstring(invoke("run", one, "--format", "junit").stdout)
    assert [suite.get("name") for suite in root] == ["one"]


def test_run_with_an_output_writes_it_and_prints_nothing(invoke: Invoke, one: Path, tmp_path: Path) -> None:
    result = invoke("run", one, "--format", "json", "-o", tmp_path / "report.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((tmp_path / "report.json").read_text())["summary"]["passed"] == 1


def test_run_with_jobs_gives_the_same(invoke: Invoke, one: Path) -> None:
    arguments = ("run", one, "--format", "json")
    assert invoke(*arguments, "--jobs", 2).stdout == invoke(*arguments).stdout


def test_run_that_selects_nothing_exits_4(invoke: Invoke, one: Path) -> None:
    assert invoke("run", one, "-k", "nothing").exit_code == 4


def test_run_with_no_selection_expression_is_the_callers_fault(invoke: Invoke, one: Path) -> None:
    assert isinstance(invoke("run", one, "-k", "a and").exception, UsageError)


def test_list_shows_what_is_expected_and_runs_nothing(invoke: Invoke, one: Path) -> None:
    break_ciphertext(one)
    result = invoke("list", one)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["suite", "one"]
    (row,) = json.loads(invoke("list", one, "--json").stdout)["vectors"]
    assert (row["suite"], row["outcome"], row["manifest"]) == ("one", "accept", "esdkit-vectors v2")


def test_list_past_a_broken_path_exits_4(invoke: Invoke, one: Path, tmp_path: Path) -> None:
    result = invoke("list", tmp_path / "none", one)
    assert result.exit_code == 4
    assert len(result.stdout.splitlines()) == 2
    assert "vector-file-missing" in result.stderr


def test_list_of_published_sets_names_them(invoke: Invoke) -> None:
    result = invoke("list", "--published", "--json")
    assert [row["name"] for row in json.loads(result.stdout)["sets"]] == list(published_sets())
    assert isinstance(invoke("list", "--published", "somewhere").exception, UsageError)


def test_fetch_brings_each_set_and_prints_its_place(invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Path, str]] = []

    def fake(published: PublishedSet, to: Path, *, base_url: str, on_progress: Callable[[int], None]) -> Path:
        asked.append((published.name, to, base_url))
        on_progress(1)
        return to / published.name

    monkeypatch.setattr("esdkit.vectors.fetch.fetch", fake)
    monkeypatch.setenv("ESDKIT_VECTORS_BASE_URL", "http://mirror")
    result = invoke("fetch", "net-4.0.1", "commitment-2.0", "--to", tmp_path)
    assert result.stdout.splitlines() == [str(tmp_path / "net-4.0.1"), str(tmp_path / "commitment-2.0")]
    assert asked[0] == ("net-4.0.1", tmp_path, "http://mirror")
    invoke("fetch", "net-4.0.1", "--to", tmp_path, "--base-url", "http://other")
    assert asked[-1][2] == "http://other"


def test_fetch_of_an_unknown_set_is_the_callers_fault(invoke: Invoke, tmp_path: Path) -> None:
    error = invoke("fetch", "net-4.0.1", "none", "--to", tmp_path).exception
    assert isinstance(error, UsageError)
    assert error.hint


def test_fetch_outside_of_a_checkout_wants_a_place(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.vectors.published.published_path", lambda: None)
    assert isinstance(invoke("fetch", "net-4.0.1").exception, UsageError)


def test_lint_of_the_native_vectors_finds_nothing(invoke: Invoke) -> None:
    result = invoke("lint")
    assert (result.exit_code, result.stdout) == (0, "")


def test_lint_that_finds_something_exits_1(invoke: Invoke, one: Path) -> None:
    (one / "left.bin").write_bytes(b"")
    result = invoke("lint", one)
    assert (result.exit_code, result.stdout) == (1, "left.bin: no case names this file\n")


def test_lint_of_a_broken_folder_is_a_vector_error(invoke: Invoke, tmp_path: Path) -> None:
    error = invoke("lint", tmp_path).exception
    assert isinstance(error, VectorError)
    assert error.code is Code.NO_VECTORS


@pytest.mark.parametrize("verb", ["vectors run -k aes-256 --target", "conform --case 0478/aes-256/ascii/1/256"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_run_that_is_ended_leaves_no_process_and_no_key(verb: str, number: signal.Signals, code: int, tmp_path: Path) -> None:
    note = tmp_path / "note"
    target = f"exec:sh -c 'echo $$ $0 > {note}; exec sleep 600' {{file}} {{key}}"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    with subprocess.Popen([sys.executable, "-m", "esdkit", *verb.split(), target], env=environment, stderr=subprocess.PIPE) as run:
        while not (note.exists() and note.read_text().endswith("\n")):
            time.sleep(0.01)
        run.send_signal(number)
        started = time.monotonic()
        run.communicate(timeout=60)
        assert run.returncode == code
    assert time.monotonic() - started < 10  # an answer is awaited for 20 s
    pid, message = note.read_text().split()
    assert is_gone(int(pid))
    assert not Path(message).parent.exists()


INTERRUPTED = """
import os, random, sys, time
from pathlib import Path
from esdkit.cli.main import main
from tests.processes import is_gone

note, number, verb = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
main([*verb, "exec:true {file} {key}"])  # so that everything is imported
chance = random.Random(0)
slowest = 0.0
for _ in range(25):
    note.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        command = f"sh -c 'echo $$ $0 > {note}; exec sleep 600' {{file}} {{key}}"
        os._exit(main([*verb, "exec:" + command]))
    while not (note.exists() and note.read_text().endswith("\\n")):
        assert os.waitpid(child, os.WNOHANG) == (0, 0)
        time.sleep(0.001)
    time.sleep(chance.choice([0, 0.02]) * chance.random())
    os.kill(child, number)
    started = time.monotonic()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    slowest = max(slowest, time.monotonic() - started)
    pid, message = note.read_text().split()
    assert code == (130 if number == 2 else 143), code
    assert is_gone(int(pid)) and not Path(message).parent.exists()
assert slowest < 10, slowest  # an answer is awaited for 20 s
"""


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["vectors run {one} --target", "conform --case 0478/aes-256/ascii/1/256"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_is_noticed_whenever_it_comes(verb: str, number: signal.Signals, one: Path, tmp_path: Path) -> None:
    """100 instants around the one in which the main thread begins to wait, which each of a process that has imported everything."""
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    words = verb.format(one=one).split()
    script = [sys.executable, "-c", INTERRUPTED, str(tmp_path / "note"), str(int(number)), *words]
    ran = subprocess.run(script, env=environment, capture_output=True, text=True, timeout=150)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("seconds", ["nan", "inf", "0", "-1"])
def test_timeout_that_never_ends_is_wrong_usage(invoke: Invoke, seconds: str) -> None:
    ran = invoke("run", "--target", "stdio:false", "--timeout", seconds)
    assert (ran.exit_code, "--timeout" in ran.output) == (2, True)
