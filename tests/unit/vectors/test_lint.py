"""Linting native vectors."""

import hashlib
import json
from pathlib import Path

import pytest

from esdkit.errors import Code, VectorError
from esdkit.vectors.lint import lint
from tests.unit.vectors.making import Json, MadeSet, raw_aes, seal


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    folder = tmp_path / "requirements"
    folder.mkdir()
    (folder / "made.yaml").write_text("requirements:\n  - id: FMT-HDR-001\n  - id: FMT-HDR-002\n")
    return folder


def fill(made: MadeSet, *requirement_ids: str, **members: str) -> None:
    ciphertext = seal()
    test: Json = {
        "ciphertext": "file://c.bin",
        "key": raw_aes(),
        "expect": {"outcome": "accept", "plaintext": "file://p.bin"},
        "comment": "one fact",
        "requirements": list(requirement_ids),
        "source": {"name": "made", "version": "1"},
        "verified-by": [],
        "sha256": hashlib.sha256(ciphertext).hexdigest(),
        **members,
    }
    manifest = {"manifest": {"type": "esdkit-vectors", "version": 1}, "keys": "file://keys.json", "tests": {"t": test}}
    made.fill(manifest, ciphertext=ciphertext)


@pytest.mark.req("TVM-NAT-003")
def test_lint_of_a_good_folder_finds_nothing(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001", "FMT-HDR-002")
    assert lint(made.root, requirements) == ()


@pytest.mark.req("TVM-NAT-003", kind="negative")
def test_lint_finds_requirements_that_do_not_exist(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001", "FMT-HDR-999")
    assert lint(made.root, requirements) == ("tests.t.requirements[1]: unknown requirement FMT-HDR-999",)


def test_lint_finds_bases_that_do_not_exist(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001", base="u")
    assert lint(made.root, requirements) == ("tests.t.base: unknown case u",)
    manifest = json.loads((made.root / "manifest.json").read_text())
    made.write("more.json", {**manifest, "tests": {"u": manifest["tests"]["t"]}})
    assert "tests.t.base: unknown case u" not in lint(made.root, requirements)


def test_lint_finds_files_that_no_case_names(made: MadeSet, requirements: Path) -> None:
    fill(made, "FMT-HDR-001")
    made.write("left/over.bin", b"")
    assert lint(made.root, requirements) == ("left/over.bin: no case names this file",)


def test_lint_of_a_broken_folder_raises(made: MadeSet, requirements: Path, tmp_path: Path) -> None:
    with pytest.raises(VectorError) as caught:
        lint(made.root, requirements)
    assert caught.value.code is Code.NO_VECTORS
    made.fill()
    with pytest.raises(VectorError) as caught:  # vectors, but not native ones
        lint(made.root, requirements)
    assert caught.value.code is Code.NO_VECTORS
    fill(made, "FMT-HDR-001")
    with pytest.raises(VectorError):
        lint(made.root, tmp_path / "none")
    made.write("c.bin", b"changed")
    with pytest.raises(VectorError) as caught:
        lint(made.root, requirements)
    assert caught.value.code is Code.MANIFEST_INVALID
