"""Lint in a repository that has a message and other files: the hook as pre-commit runs it, and the commands of the workflow."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pages import ROOT
from tests.samples import native_ciphertext

MESSAGE = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
EXAMPLES = ROOT / "docs/examples"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """One file with a message, and one without."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "message.bin").write_bytes(MESSAGE)
    (folder / "README.md").write_text("Only text.\n", encoding="utf-8")
    shutil.copy(EXAMPLES / "lint-team.yaml", folder)
    subprocess.run(["git", "init", "--quiet", "."], cwd=folder, check=True)
    subprocess.run(["git", "add", "--all"], cwd=folder, check=True)
    return folder


def ran(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120)


def expect_every_key(folder: Path) -> None:
    profile = yaml.safe_load((folder / "lint-team.yaml").read_text(encoding="utf-8"))
    profile["expect"]["keys"] = ["esdkit-vectors/*"]
    (folder / "lint-team.yaml").write_text(yaml.safe_dump(profile), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.req("CLI-LNT-009")
def test_hook_of_pre_commit_finds_what_the_profile_does_not_expect(repository: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config: dict[str, Any] = yaml.safe_load((EXAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    (use,) = config["repos"][0]["hooks"]
    assert use["id"] == hook["id"]
    # the hook as it is, but with the program of this environment, so that nothing is installed
    config["repos"] = [{"repo": "local", "hooks": [{**hook, **use, "language": "system"}]}]
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    subprocess.run(["git", "add", "--all"], cwd=repository, check=True)
    found = ran(repository, "pre-commit", "run", "--all-files")
    assert found.returncode == 1, found.stderr
    assert "key-not-expected" in found.stdout
    assert "README.md" not in found.stdout
    expect_every_key(repository)
    subprocess.run(["git", "add", "--all"], cwd=repository, check=True)
    clean = ran(repository, "pre-commit", "run", "--all-files")
    assert (clean.returncode, "Passed" in clean.stdout) == (0, True), clean.stdout


@pytest.mark.req("CLI-LNT-009")
def test_workflow_fails_and_leaves_a_report(repository: Path) -> None:
    steps = yaml.safe_load((EXAMPLES / "lint-in-ci.yml").read_text(encoding="utf-8"))["jobs"]["lint"]["steps"]
    (command,) = [step["run"] for step in steps if "esdkit lint" in step.get("run", "")]
    assert ran(repository, "bash", "-e", "-c", command).returncode != 0
    report = json.loads((repository / "lint.sarif").read_text(encoding="utf-8"))
    assert {one["ruleId"] for one in report["runs"][0]["results"]} == {"key-not-expected"}
    expect_every_key(repository)
    assert ran(repository, "bash", "-e", "-c", command).returncode == 0
