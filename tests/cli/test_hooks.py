"""Lint in a repository with a message and other files: the hook as pre-commit runs it, the commands of the workflow and of the action."""

import json
import os
import re
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


def ran(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "NO_COLOR": "1", **more}
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


class Action:
    """The composite action, run as GitHub runs it: each step by bash, with the inputs in its environment."""

    def __init__(self, folder: Path, **given: str) -> None:
        self.folder = folder
        action = yaml.safe_load((ROOT / "tools/action/action.yml").read_text(encoding="utf-8"))
        self.inputs = {name: row["default"] for name, row in action["inputs"].items()}
        assert given.keys() <= self.inputs.keys()
        self.inputs |= given
        self.install, self.lint, self.verify = action["runs"]["steps"]

    def run(self, step: dict[str, Any], **more: str) -> subprocess.CompletedProcess[str]:
        assert step["shell"] == "bash"
        names = {name: re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value) for name, value in step["env"].items()}
        environment = {name: self.inputs[found[1]] for name, found in names.items() if found}
        assert environment.keys() == step["env"].keys()
        assert "${{" not in step["run"]  # what a user gives is never part of a script
        return ran(self.folder, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], **environment, **more)


def test_action_lints_what_git_knows(repository: Path) -> None:
    (repository / "unknown.bin").write_bytes(MESSAGE[:99])
    action = Action(repository, profile="lint-team.yaml", sarif="lint.sarif")
    assert action.run(action.lint).returncode == 1
    report = json.loads((repository / "lint.sarif").read_text(encoding="utf-8"))
    assert {one["ruleId"] for one in report["runs"][0]["results"]} == {"key-not-expected"}
    expect_every_key(repository)
    assert action.run(action.lint).returncode == 0
    found = Action(repository, paths="message.bin\n\n*.md", **{"fail-on": "note"})
    assert found.run(found.lint).stdout.startswith("message.bin: ")
    evil = Action(repository, profile='"; touch made; "', paths="$(touch made)")
    assert evil.run(evil.lint).returncode == 2
    assert not (repository / "made").exists()


def test_action_verifies_what_it_is_told_to(repository: Path) -> None:
    action = Action(repository, verify="message.bin\n")
    assert action.verify["if"] == "inputs.verify != ''"
    assert action.run(action.verify).returncode == 0
    (repository / "message.bin").write_bytes(MESSAGE[:-1])
    assert action.run(action.verify).returncode == 1


def test_action_installs_the_checkout_that_it_is_in_or_what_it_is_told_to(repository: Path) -> None:
    stub = repository.parent / "stub" / "python"
    stub.parent.mkdir()
    stub.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    stub.chmod(0o755)
    places = {"GITHUB_ACTION_PATH": str(ROOT / "tools/action"), "PATH": f"{stub.parent}{os.pathsep}{os.environ['PATH']}"}
    action = Action(repository)
    *words, target = action.run(action.install, **places).stdout.splitlines()
    assert (words, Path(target).resolve()) == (["-m", "pip", "install", "--quiet"], ROOT)
    told = Action(repository, install="dist/esdkit.whl")
    assert told.run(told.install, **places).stdout.splitlines()[-1] == "dist/esdkit.whl"


def test_example_of_the_action_gives_inputs_that_it_has() -> None:
    steps = yaml.safe_load((EXAMPLES / "use-action.yml").read_text(encoding="utf-8"))["jobs"]["messages"]["steps"]
    (use,) = [step for step in steps if "/tools/action@" in step.get("uses", "")]
    Action(ROOT, **use["with"])
