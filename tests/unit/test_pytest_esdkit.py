"""The pytest plugin, as pytest runs it: in processes of their own, where warnings are errors."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests.pages import ROOT

pytestmark = pytest.mark.slow
PROJECT = ROOT / "docs" / "examples" / "reader_project"
CHECK = "def test_it(esdkit_vector, esdkit_target):\n    esdkit_target.check(esdkit_vector)\n"
LOADED = """
import sys
def pytest_unconfigure(config):
    print("LOADED", *sorted(name for name in sys.modules if name.partition(".")[0] == "esdkit"))
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """pytest in a folder; the plugin is named for where esdkit is installed from an older checkout. Hypothesis has a plugin of its own,
    which imports hypothesis at the end of every run, and so what esdkit registers there (tests/unit/fuzz/test_hypothesis.py)."""
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "pytest",
        "-p",
        "pytest_esdkit",
        "-p",
        "no:hypothesispytest",
        "-p",
        "no:cacheprovider",
        "-q",
        "-rsf",
        *arguments,
    ]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def project(folder: Path, target: str = "", test: str = CHECK) -> Path:
    lines = ["[pytest]", "addopts = --strict-markers --strict-config", "filterwarnings = error", f"esdkit_target = {target}"]
    (folder / "pytest.ini").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "test_it.py").write_text(test, encoding="utf-8")
    return folder


def test_entry_point_names_the_module() -> None:
    assert 'pytest_esdkit = "pytest_esdkit"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert {entry.value for entry in entry_points(group="pytest11") if "esdkit" in entry.name} <= {"pytest_esdkit"}


@pytest.mark.parametrize("test", ["def test_it(): pass\n", "def test_it(tmp_path, capsys): pass\n"], ids=["plain", "fixtures"])
def test_run_that_does_not_use_it_imports_nothing_of_esdkit(tmp_path: Path, test: str) -> None:
    project(tmp_path, test=test)
    (tmp_path / "conftest.py").write_text(LOADED, encoding="utf-8")
    ran = run(tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [line for line in ran.stdout.splitlines() if line.startswith("LOADED")] == ["LOADED"]


def test_run_that_uses_it_imports_esdkit(tmp_path: Path) -> None:
    project(tmp_path, test="def test_it(esdkit_vector): pass\n")
    (tmp_path / "conftest.py").write_text(LOADED, encoding="utf-8")
    assert "LOADED esdkit esdkit." in run(tmp_path, "-k", "final-too").stdout


def test_example_of_the_documentation_passes(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    shutil.copy(ROOT / "docs" / "examples" / "aes_reader.py", tmp_path)
    ran = run(folder, "-k", "not rsa and not ecdh")
    assert ran.returncode == 0, ran.stdout
    assert " passed, " in ran.stdout
    assert "unsupported: it does not have: suite 0578" in ran.stdout


def test_wrong_answer_fails_with_the_rule(tmp_path: Path) -> None:
    ran = run(project(tmp_path, "python:tests.toy_reader:long_final"), "-k", "final-too")
    assert ran.returncode == 1
    assert "test_it.py::test_it[native::parse-final-too-long]" in ran.stdout
    assert "failed: it gave 9 bytes of plaintext" in ran.stdout
    assert "The final frame is longer than the frame length." in ran.stdout
    assert ran.stdout.splitlines()[-1].startswith("2 failed, 2 passed")


def test_vectors_have_markers_by_stage(tmp_path: Path) -> None:
    project(tmp_path, test="def test_it(esdkit_vector):\n    assert esdkit_vector.stage == 'commitment' and esdkit_vector.code\n")
    ran = run(tmp_path, "-m", "esdkit_commitment")
    assert ran.returncode == 0 and " passed" in ran.stdout
    accepted = run(project(tmp_path, test="def test_it(esdkit_vector):\n    assert esdkit_vector.accepted\n"), "-m", "esdkit_accepted")
    assert accepted.returncode == 0 and " passed" in accepted.stdout
    listed = run(tmp_path, "--markers").stdout
    assert "@pytest.mark.esdkit_header_tag: a vector that a reader must refuse at the stage header_tag" in listed


def test_other_suites_are_read_instead_of_the_native_one(tmp_path: Path) -> None:
    exported = tmp_path / "mine"
    words = "mpl-0578-multi-ascii-f256-p300 or parse-final-too-long"
    made = [sys.executable, "-m", "esdkit", "vectors", "export", "-k", words, "--form", "awses-decrypt-2", "-o", str(exported)]
    subprocess.run(made, check=True, cwd=ROOT, capture_output=True)
    project(tmp_path, test="def test_it(esdkit_vector): pass\n")
    accepted, refused = (
        run(tmp_path, "--collect-only", "-m", marker, "--esdkit-suite", str(exported)).stdout
        for marker in ("esdkit_accepted", "esdkit_refused")
    )
    assert accepted.startswith("test_it.py::test_it[mine::mpl-0578-multi-ascii-f256-p300]\n\n1/")
    assert refused.startswith("test_it.py::test_it[mine::parse-final-too-long")


@pytest.mark.parametrize(
    ("target", "arguments", "said"),
    [
        ("", (), "the ini option esdkit_target is not set"),
        ("nope", (), "esdkit_target = nope: unknown target"),
        ("python:nope:nope", (), "the program did not start"),
        ("python:tests.toy_reader:correct", ("--esdkit-suite", "missing"), "--esdkit-suite: missing"),
    ],
    ids=["unset", "unknown", "dead", "no-suite"],
)
def test_wrong_use_says_what_is_wrong(tmp_path: Path, target: str, arguments: tuple[str, ...], said: str) -> None:
    ran = run(project(tmp_path, target), "-k", "final-too", *arguments)
    assert ran.returncode != 0
    assert said in ran.stdout + ran.stderr


def test_wrong_setup_is_said_once_and_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04")
    ran = run(project(tmp_path, "python:tests.toy_reader:correct"), "--esdkit-suite", "cut.zip")
    assert ran.returncode == pytest.ExitCode.INTERRUPTED
    assert ran.stdout.count("--esdkit-suite: cut.zip: cut.zip is not a zip file, or part of one") == 1
    assert "pytest_esdkit.py" not in ran.stdout


def test_fixture_of_its_own_needs_no_ini_option(tmp_path: Path) -> None:
    own = (
        "import pytest\n@pytest.fixture\ndef esdkit_target():\n    return 5\ndef test_own(esdkit_target):\n    assert esdkit_target == 5\n"
    )
    folder = project(tmp_path, "")
    (folder / "test_own.py").write_text(own, encoding="utf-8")
    ran = run(folder, "test_own.py")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_two_processes_share_the_vectors(tmp_path: Path) -> None:
    ran = run(project(tmp_path, "python:tests.toy_reader:correct"), "-n", "2", "-k", "final-too")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "4 passed" in ran.stdout
