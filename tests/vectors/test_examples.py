"""The example programs of docs/examples pass every native vector that they declare, and have no red cell; the example readers of the suite
pass every vector with a raw AES key."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from esdkit.targets import Abilities, open_target
from esdkit.vectors.model import Accept, VectorSet
from esdkit.vectors.published import native_path
from esdkit.vectors.questions import Question, beyond, question_of
from esdkit.vectors.runner import load
from esdkit.vectors.testing import judge_target

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
STAGES = {"parse", "policy", "signature", "context", "unwrap", "commitment", "header_tag", "frames"}


def node() -> str:
    program = shutil.which("node")
    if program is None:
        pytest.skip("there is no node on this machine")
    return program


def declared(abilities: Abilities) -> Iterator[str]:
    """The ids of the valid vectors that a program says it can open."""
    for one in load([native_path()]):
        assert isinstance(one, VectorSet)
        for vector in one.vectors:
            question = question_of(vector, vector.keys)
            asked = question.request if isinstance(question, Question) else None
            if isinstance(vector.expectation, Accept) and asked is not None and beyond(asked, abilities) is None:
                yield vector.id


@pytest.mark.parametrize("name", ["aes_reader.py", "aes_reader.mjs"])
def test_example_passes_what_it_declares_and_the_rest_is_unsupported(name: str) -> None:
    program = sys.executable if name.endswith(".py") else node()
    report = judge_target(lambda: open_target(f"stdio:{shlex.join([program, str(EXAMPLES / name)])}"), [native_path()])
    assert {cell.outcome for cell in report.cells} == {"passed", "unsupported"}
    passed = [cell for cell in report.cells if cell.outcome == "passed"]
    assert [cell.vector.id for cell in passed if isinstance(cell.vector.expectation, Accept)] == list(declared(report.abilities))
    assert {cell.stage for cell in passed} == {None, *STAGES}
    assert not report.fails


def go(folder: Path) -> list[str]:
    """The reader in Go, built without a network."""
    program = shutil.which("go")
    if program is None:
        pytest.skip("there is no Go on this machine")
    built = folder / "suite_reader"
    environment = {**os.environ, "GOCACHE": str(folder / "cache"), "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOFLAGS": ""}
    sources = [EXAMPLES / "suite_reader.go", EXAMPLES / "message.go"]
    done = subprocess.run(
        [program, "build", "-o", built, *sources], env=environment, cwd=folder, capture_output=True, text=True, timeout=600
    )
    if "requires go" in done.stderr or "package crypto/hkdf is not in std" in done.stderr:
        pytest.skip("the reader needs Go 1.24")
    assert done.returncode == 0, done.stderr
    return [str(built)]


@pytest.fixture(scope="module", params=["go", "javascript"])
def suite_reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return go(tmp_path_factory.mktemp("go")) if request.param == "go" else [node(), str(EXAMPLES / "suite_reader.mjs")]


def raw_aes_vectors() -> dict[str, dict[str, dict[str, str]]]:
    tests = json.loads((native_path() / "manifest.json").read_text(encoding="utf-8"))["tests"]
    return {name: test for name, test in tests.items() if (test["key"] or {}).get("encryption-algorithm") == "aes"}


def test_suite_reader_passes_every_raw_aes_vector(suite_reader: list[str]) -> None:
    done = subprocess.run([*suite_reader, str(native_path())], capture_output=True, text=True, timeout=120)
    assert json.loads(done.stdout) == {"passed": len(raw_aes_vectors()), "failed": 0, "blind": 0}
    assert (done.returncode, done.stderr) == (0, "")
    suites = {message[1 if message[0] == 2 else 2 :][:2].hex() for message in map(ciphertext, accepted())}
    assert len(suites) == 11


def accepted() -> list[dict[str, dict[str, str]]]:
    return [test for test in raw_aes_vectors().values() if test["expect"]["outcome"] == "accept"]


def ciphertext(test: dict[str, dict[str, str]]) -> bytes:
    return (native_path() / str(test["ciphertext"]).removeprefix("file://")).read_bytes()


def test_suite_reader_says_what_fails_and_what_proves_nothing(suite_reader: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "native"
    shutil.copytree(native_path(), folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    wrong = next(name for name, test in raw_aes_vectors().items() if test["expect"]["outcome"] == "accept")
    refusals = [name for name, test in raw_aes_vectors().items() if test["expect"]["outcome"] == "reject"]
    manifest["tests"][wrong]["expect"]["plaintext"] = "file://keys.json"
    manifest["tests"][refusals[0]]["twin"] = wrong
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    done = subprocess.run([*suite_reader, str(folder)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert f"failed {wrong}" in done.stdout.splitlines() and f"blind {refusals[0]}" in done.stdout.splitlines()
