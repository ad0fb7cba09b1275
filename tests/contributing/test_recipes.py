"""CONTRIBUTING.md and the page on changing the format are true: every section is followed in a copy of the tree, and a step that was
left out is named by a check.

A section is read as fenced blocks, which are followed one after the other:

- ``diff FILE``: an edit. Its lines without + are in the file; those with - go, those with + come.
- another language with a file: what a new file holds, or lines that a file holds by then.
- ``console``: a shell session, as in ``tests/cli/test_docs.py``, ``pycon``: a doctest. ``--update-golden`` works as there.
- ``sh``: set-up, which no test runs.

The copy has a ``.venv`` of its own, which runs the programs of the tests and installs nothing; so ``make docs`` is what it is elsewhere.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.pages import ROOT, Block, Step, blocks, lines_of, run_block, run_console, update_page

PAGES = ("CONTRIBUTING.md", "docs/howto/change-the-format.md")
FOLLOWED = ("console", "pycon")
TREE = ("docs", "spec", "src", "tests", "tools", "vectors", "Makefile", "constraints.txt", "pyproject.toml", *map(str, ROOT.glob("*.md")))


@dataclass(frozen=True)
class Forgotten:
    """A step that is left out, and the command that names it.

    Attributes:
        recipe: the heading.
        file: the file whose blocks are left out; None for what is done in the shell.
        command: run after all other blocks with files.
        named: a regular expression for what it prints.
    """

    recipe: str
    file: str | None
    command: str
    named: str


LINT = "pytest -q tests/unit/inspector/test_lint.py -k 'table or long'"
CHECK_SPEC = "python tools/check_spec.py"
CHECK_KEYRINGS = "python tools/check_providers.py"
JOIN = "pytest -q tests/unit/grammar/test_join.py tests/unit/message/test_header.py"
CHECK_DOCS = "python tools/make_docs.py --check"
FORGOTTEN = (
    Forgotten("Run one test, update golden files", None, CHECK_DOCS, r"errors\.md: not up to date"),
    Forgotten("Run one test, update golden files", None, "pytest -q tests/unit/inspector/test_gallery.py", "pytest --update"),
    Forgotten("Add a vector", None, "pytest -q tests/unit/tools/test_derived_vectors.py -k today", "--only parse-truncated-two-bytes"),
    Forgotten("Add a value rule", "vectors/generators/invalid.py", "pytest -q tests/unit/message/test_rules.py", "message_id_is_not_zero"),
    Forgotten("Add a value rule", None, CHECK_DOCS, r"rules\.md: not up to date"),
    Forgotten("Add a kind of keyring", "src/esdkit/keyrings/toy.py", CHECK_KEYRINGS, "the module esdkit/keyrings/toy.py is missing"),
    Forgotten("Add a kind of keyring", None, CHECK_DOCS, r"keyrings\.md: not up to date"),
    Forgotten("Add a lint rule", "spec/lint.yaml", LINT, "context-long-key"),
    Forgotten("Add a lint rule", "src/esdkit/inspector/lint/header.py", LINT, "context-long-key"),
    Forgotten("Add a lint rule", "tests/unit/inspector/test_lint.py", LINT, "context-long-key"),
    Forgotten("Add a lint rule", None, CHECK_DOCS, r"lint\.md: not up to date"),
    Forgotten("Explain an error text of another SDK", None, CHECK_DOCS, r"troubleshooting\.md: not up to date"),
    Forgotten("Record a decision", "spec/decisions.yaml", CHECK_SPEC, "context-not-nfc: there is no decision DEC-AAD-NFC"),
    Forgotten("Record a decision", None, CHECK_DOCS, r"decisions\.md: not up to date"),
    Forgotten("Add a field", "src/esdkit/grammar/header.py", JOIN, "header.flags"),
    Forgotten("Add a field", "src/esdkit/message/model.py", JOIN, "flags"),
    Forgotten("Add a field", "src/esdkit/message/header.py", JOIN, "9 fields"),
    Forgotten("Add a field", None, CHECK_DOCS, r"header\.md: not up to date"),
    Forgotten("Add a suite", "spec/constants.yaml", "pytest -q tests/unit/message -k 0678", "0678"),
    Forgotten("Add a suite", None, CHECK_DOCS, r"suites\.md: not up to date"),
)


@dataclass(frozen=True)
class Recipe:
    """A section of a page: its blocks, without those that nothing follows."""

    page: str
    blocks: list[Block]

    @property
    def edits(self) -> list[Block]:
        return [block for block in self.blocks if block.file]


def recipes() -> Iterator[tuple[str, Recipe]]:
    """The sections of the pages that have something to follow, by heading."""
    for page in PAGES:
        lines = lines_of(page)
        starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            found = [block for block in blocks(page) if start < block.start < end and (block.file or block.language in FOLLOWED)]
            if found:
                yield lines[start].removeprefix("## "), Recipe(page, found)


RECIPES = dict(recipes())


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the tree; compiled files come along, or each program would compile everything again."""
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine")
    copy = tmp_path / "esdkit"
    copy.mkdir()
    for name in TREE:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, copy / path.name, ignore=shutil.ignore_patterns("node_modules", "published", ".*"))
        else:
            shutil.copy2(path, copy)
    _stand_in(copy / ".venv")
    return copy


def _stand_in(venv: Path) -> None:
    """What ``make`` takes for an environment that holds everything."""
    (venv / "bin").mkdir(parents=True)
    modules = {"python": "", "esdkit": "-m esdkit", "pytest": "-m pytest", "ruff": "-m ruff"}
    for name, arguments in modules.items():
        program = venv / "bin" / name
        program.write_text(f'#!/bin/sh\ncase "$*" in *"-m pip"*) exit 9;; esac\nexec "{sys.executable}" {arguments} "$@"\n')
        program.chmod(0o755)
    for stamp in (".made", ".core-installed", ".dev-installed"):
        (venv / stamp).touch()


def environment(tree: Path) -> dict[str, str]:
    """Where the copy is what is installed, and nothing of the outer run is seen."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ESDKIT", "PYTEST", "MAKE"))}
    path = f"{tree / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    more = {"PYTHONPATH": str(tree / "src"), "PYTEST_ADDOPTS": "-p no:cacheprovider", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    return {**kept, **more, "PATH": path}


# -------------------------------------------------------------------- following a recipe
def write(block: Block, tree: Path) -> None:
    """Do what a block with a file says."""
    path = tree / block.file
    if block.language == "diff":
        text = path.read_text(encoding="utf-8")
        for old, new in hunks(block):
            assert text.count(old) == 1, f"line {block.start}: {text.count(old)} places in {block.file} are like\n{old}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    elif path.exists():
        assert block.text in path.read_text(encoding="utf-8"), f"line {block.start}: {block.file} says something else"
    else:
        path.write_text(block.text, encoding="utf-8")


def hunks(block: Block) -> Iterator[tuple[str, str]]:
    """What is there and what is to be there, for each place of an edit; ``@@`` is between two places."""
    for hunk in block.text.split("@@\n"):
        lines = [(line[:1], line[1:]) for line in hunk.splitlines()]
        assert {mark for mark, _ in lines} <= {" ", "+", "-", ""}, f"line {block.start}: a line of an edit begins with a space, + or -"
        assert any(mark in (" ", "-") for mark, _ in lines), f"line {block.start}: an edit names a line that is there"
        yield tuple("".join(f"{line}\n" for mark, line in lines if mark != left_out) for left_out in "+-")  # type: ignore[misc]


@pytest.mark.parametrize("heading", RECIPES)
def test_recipe_works_as_it_says(heading: str, tree: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    page, wrong = RECIPES[heading].page, list[tuple[Step, str]]()
    for block in RECIPES[heading].blocks:
        if block.file:
            write(block, tree)
        elif block.language == "pycon":
            run_block(block, page, {})
        else:
            wrong += run_console(block, tree, environment(tree))
    if request.config.getoption("--update-golden"):
        update_page(page, wrong)
    assert not wrong, "\n\n".join(f"{page}, line {step.start}: $ {step.command}\n{actual}" for step, actual in wrong)


@pytest.mark.parametrize("forgotten", FORGOTTEN, ids=lambda forgotten: f"{forgotten.recipe}, {forgotten.file or 'shell'}")
def test_step_that_was_forgotten_is_named(forgotten: Forgotten, tree: Path) -> None:
    for block in RECIPES[forgotten.recipe].edits:
        if block.file != forgotten.file:
            write(block, tree)
    result = subprocess.run(["bash", "-c", forgotten.command], cwd=tree, env=environment(tree), capture_output=True, text=True, timeout=300)
    printed = result.stdout + result.stderr
    assert result.returncode != 0, printed
    assert re.search(forgotten.named, printed), printed


def test_every_step_is_left_out_once() -> None:
    """Except the first of a recipe, which is what the others complete."""
    steps = {(heading, block.file) for heading, recipe in RECIPES.items() for block in recipe.edits[1:]}
    assert steps <= {(forgotten.recipe, forgotten.file) for forgotten in FORGOTTEN}
