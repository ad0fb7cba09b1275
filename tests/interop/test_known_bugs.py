"""spec/known_bugs.yaml against the real SDKs: each row is true, and nothing that an SDK judges otherwise than esdkit is without a row."""

from __future__ import annotations

import shlex
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

from esdkit.conform.explain import bugs_of
from esdkit.conform.matrix import described
from esdkit.spec import KnownBug, known_bugs
from esdkit.targets import EncryptRequest, Given, open_target
from esdkit.vectors.published import native_path
from esdkit.vectors.testing import judge_target
from tests.samples import native_cases
from tools.conform.measure import Measured, measure
from tools.drivers import targets

pytestmark = pytest.mark.interop

ROOT = Path(__file__).parents[2]
NAMESPACE = "\u043a\u043b\u044e\u0447\u0438"
AES = {"type": "raw-aes", "namespace": NAMESPACE, "name": "k", "key": bytes(32)}


def built(name: str) -> None:
    if reason := targets.missing(name):
        pytest.skip(f"{name} is {reason}")


@cache
def bugs(name: str) -> tuple[KnownBug, ...]:
    with open_target(f"stdio:{shlex.join(targets.command(name))}") as target:
        return tuple(bugs_of(described(name, target), stream=True))


measured = cache(measure)


def judged_otherwise(found: Measured) -> dict[str, str]:
    """The vectors, with what the program said: whoever reads a failure needs the reason."""
    return {**dict.fromkeys(found.accepts, "accepted"), **found.refuses, **found.failed}


@pytest.mark.parametrize("name", targets.TARGETS)
def test_row_is_true_of_each_sdk_that_it_names(name: str) -> None:
    built(name)
    found, fixed = measured(name), []
    for bug in bugs(name):
        wrong = shown(found, bug)
        unseen = () if bug.sometimes else bug.vectors
        fixed += [f"{bug.id}: {vector}" for vector in unseen if vector not in wrong and not hidden(found, bug, vector)]
    assert fixed == []


def shown(found: Measured, bug: KnownBug) -> tuple[str, ...]:
    """The vectors with which the program does what a row says."""
    if bug.operation == "stream":
        return tuple(vector for vector, did in found.streams.items() if did in bug.does)
    return found.accepts if "accepts" in bug.does else tuple(found.refuses)


def hidden(found: Measured, bug: KnownBug, vector: str) -> bool:
    """Whether the program refuses the valid twin too, so that its refusal of an invalid vector says nothing."""
    return "accepts" in bug.does and vector in found.blind


@pytest.mark.parametrize("name", targets.TARGETS)
def test_nothing_that_an_sdk_judges_otherwise_is_without_a_row(name: str) -> None:
    built(name)
    explained = {vector for bug in bugs(name) if bug.operation is None for vector in bug.vectors}
    assert {vector: said for vector, said in judged_otherwise(measured(name)).items() if vector not in explained} == {}
    assert measured(name).failed == {}


@pytest.mark.parametrize("name", targets.TARGETS)
def test_nothing_that_streams_alone_do_wrong_is_without_a_row(name: str) -> None:
    built(name)
    rows = {vector: bug.does for bug in bugs(name) if bug.operation == "stream" for vector in bug.vectors}
    assert {vector: did for vector, did in measured(name).streams.items() if did not in rows.get(vector, ())} == {}


@pytest.mark.parametrize(("example", "name"), [("sdk_target.py", "python-4"), ("sdk_target.mjs", "javascript-5")])
def test_example_with_an_sdk_has_no_red_cell_but_for_known_bugs(
    example: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(name)
    program = shutil.which("node") if example.endswith(".mjs") else sys.executable
    path = ROOT / "docs" / "examples" / example
    (tmp_path / "node_modules").symlink_to(ROOT / "tools" / "drivers" / "js" / "node_modules")
    monkeypatch.chdir(tmp_path)
    report = judge_target(lambda: open_target(f"stdio:{shlex.join([str(program), str(path)])}"), [native_path()])
    explained = {vector for bug in bugs(name) if bug.operation is None for vector in bug.vectors}
    red = {cell.vector.id for cell in report.cells if cell.outcome in ("failed", "lied", "crash", "hang")}
    assert red <= explained and len(report.cells) > 2000
    assert sum(cell.outcome == "passed" for cell in report.cells) > 1400


@pytest.mark.parametrize("name", ["python-3", "python-4-providers"])
def test_namespace_beyond_ascii_is_cut_by_python_3_alone(name: str) -> None:
    built(name)
    with open_target(f"stdio:{shlex.join(targets.command(name))}") as target:
        policy = "FORBID_ENCRYPT_ALLOW_DECRYPT"
        answer = target.encrypt(EncryptRequest(plaintext=b"", keyring=AES, suite="0178", frame_length=128, policy=policy))
        assert isinstance(answer, Given)
        cut = "namespace-cut" in {bug.id for bug in bugs_of(described(name, target))}
    assert (NAMESPACE.encode("utf-8") in answer.data) is not cut


def test_rows_name_vectors_that_exist_and_are_what_the_row_says() -> None:
    for bug in known_bugs().values():
        for vector in bug.vectors:
            expected = native_cases()[vector]["expect"]
            assert (expected["outcome"] == "reject") is (not {"accepts", "releases"}.isdisjoint(bug.does)), (bug.id, vector)
            assert bug.code in (None, expected.get("code")), (bug.id, vector)
