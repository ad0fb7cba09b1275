"""README.md, SECURITY.md and docs/ are true: what they say to run is run, what they say comes out is compared, links lead somewhere.

A page is read as fenced blocks, which run one after the other in one folder:

- ``console``: a shell session; ``$`` before a command, a backslash where it goes on in the next line. Behind a command stands all that it
  prints, ``...`` for what is left out. ``--update-golden`` writes into the page what is printed, where nothing is left out.
- ``python``: run; ``pycon``: run as doctest. All Python of a page shares its names.
- ``yaml``: a keyring file, which a test of its page reads.
- ``sh``: set-up, which no test runs: targets of the Makefile, and what makes ``esdkit`` a command.
- a language with a file behind it, ``yaml spec/errors.yaml``: lines that stand so in that file; in recipes (``FOLLOWED``), what to write
  there. ``text`` is a picture.

The folder is empty but for links to what is in the checkout, so that pages read as if from there and can write files.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from esdkit.cli.campaign import campaign_command
from esdkit.cli.main import esdkit_command
from tests.pages import ROOT, Block, Step, blocks, lines_of, run_block, run_console, update_page
from tests.samples import native_keys

PAGES = [path.relative_to(ROOT).as_posix() for path in (*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md")))]
GENERATED = {"docs/errors.md", "docs/lint.md", "docs/compliance.md", *(page for page in PAGES if page.startswith("docs/format/"))}
RUN = ("console", "python", "pycon", "yaml")
FOLLOWED = ("CONTRIBUTING.md", "docs/howto/change-the-format.md")
ELSEWHERE = {  # what these pages run needs a server, a token, other programs or a copy of the tree, so the tests that have one run them
    **dict.fromkeys(FOLLOWED, "tests/contributing/test_recipes.py"),
    "docs/howto/aws-kms.md": "tests/kms/test_walkthrough.py",
    "docs/howto/first-steps-kms.md": "tests/kms/test_walkthrough.py",
    "docs/howto/pkcs11-keyring.md": "tests/unit/keyrings/test_pkcs11_keyring.py",
    "docs/howto/keyring-file.md": "tests/unit/cmm/test_keyring_page.py",
    "docs/howto/scan-elsewhere.md": "tests/unit/scan/engines.py",
}
RUNNING = [page for page in PAGES if any(not block.file for block in blocks(page, *RUN))]

_TARGET = re.compile(r"make ([\w-]+)( [A-Z]=\S+)*(\s+#.*)?")
_INSTALLED = re.compile(r"((pip|uv tool|pipx) install (\.|esdkit)|\. \.venv/bin/activate)(\s+#.*)?")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder that looks like the checkout and can be written to."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for path in ROOT.iterdir():
        if not path.name.startswith("."):
            (folder / path.name).symlink_to(path)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Where ``esdkit`` and ``python3`` are those of the tests."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, arguments in (("esdkit", "-m esdkit"), ("python3", "")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        (programs / name).chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ESDKIT")}
    return {**kept, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}


def every_block(*languages: str) -> Iterator[tuple[str, Block]]:
    """The blocks of all pages, each with its page."""
    return ((page, block) for page in PAGES for block in blocks(page, *languages))


def every_match(pattern: str) -> Iterator[tuple[str, str]]:
    """What a pattern finds in all pages, each with its page."""
    return ((page, found) for page in PAGES for found in re.findall(pattern, "\n".join(lines_of(page))))


@pytest.mark.parametrize("page", [page for page in RUNNING if page not in ELSEWHERE])
def test_what_a_page_runs_gives_what_it_says(
    page: str, checkout: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(checkout)
    names: dict[str, Any] = {"__name__": page}
    wrong: list[tuple[Step, str]] = []
    for block in (block for block in blocks(page, *RUN) if not block.file):
        if block.language == "console":
            wrong += run_console(block, checkout, environment)
        else:
            run_block(block, page, names)
    if request.config.getoption("--update-golden"):
        update_page(page, wrong)
    assert not wrong, "\n\n".join(f"{page}, line {step.start}: $ {step.command}\n{actual}" for step, actual in wrong)


@pytest.mark.parametrize(("page", "test"), ELSEWHERE.items())
def test_page_that_is_run_elsewhere_is_named_there(page: str, test: str) -> None:
    assert page in RUNNING
    assert f'"{page}"' in (ROOT / test).read_text(encoding="utf-8")


def test_excerpts_of_a_page_stand_so_in_their_files(subtests: pytest.Subtests) -> None:
    for page, block in every_block():
        if page in FOLLOWED:  # its excerpts are additions, which tests/contributing makes
            continue
        if block.file:
            with subtests.test(f"{page}, line {block.start}"):
                assert block.text in (ROOT / block.file).read_text(encoding="utf-8"), f"{block.file} says something else"


def test_blocks_of_a_page_are_of_a_kind_that_is_tested(subtests: pytest.Subtests) -> None:
    for page, block in every_block():
        with subtests.test(f"{page}, line {block.start}"):
            assert block.file or block.language in {*RUN, "sh", "json", "text"}
            if block.language == "json":
                json.loads(block.text)


def test_set_up_of_a_page_is_a_target_or_an_installation(subtests: pytest.Subtests) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page, line in ((page, line) for page, block in every_block("sh") for line in block.lines):
        with subtests.test(f"{page}: {line}"):
            target = _TARGET.fullmatch(line)
            assert target or _INSTALLED.fullmatch(line)
            assert target is None or re.search(rf"^{target[1]}:", makefile, re.MULTILINE)


def test_demo_of_the_makefile_prints_and_ends_well(environment: dict[str, str]) -> None:
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine")
    dry = subprocess.run(["make", "--dry-run", "demo"], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    commands = [line.replace(".venv/bin/esdkit", "esdkit", 1) for line in dry.stdout.splitlines() if line.startswith(".venv/bin/esdkit")]
    assert commands == ["esdkit demo"]
    for command in commands:
        result = subprocess.run(["sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True)
        assert result.returncode == 0, f"{command}\n{result.stdout}{result.stderr}"
        assert result.stdout


def test_commands_that_a_text_names_exist(subtests: pytest.Subtests) -> None:
    for page, command in every_match(r"`(esdkit [^`]+)`"):
        with subtests.test(f"{page}: {command}"):
            words = command.split()[1:]
            verb: click.Command = esdkit_command
            while isinstance(verb, click.Group) and words and not words[0].startswith("-"):
                found = verb.get_command(click.Context(verb), words.pop(0))
                assert found is not None
                verb = found
            if "--plan" in words and verb.name == "rekey":
                verb = campaign_command  # a command of its own, by this option
            options = {"--help", *(name for parameter in verb.params for name in parameter.opts)}
            assert {word for word in words if word.startswith("-")} <= options


def test_links_of_a_page_lead_somewhere(subtests: pytest.Subtests) -> None:
    for page, target in every_match(r"\]\((?!https://)([^)\s]+)\)"):
        with subtests.test(f"{page}: {target}"):
            file, _, anchor = target.partition("#")
            path = (ROOT / page).parent / file if file else ROOT / page
            assert path.exists()
            assert not anchor or anchor in anchors(path.resolve().relative_to(ROOT).as_posix())


@cache
def anchors(page: str) -> set[str]:
    """The names that headings of a page have in links."""
    headings = [line.lstrip("#").strip() for line in lines_of(page) if line.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_text_of_a_page_has_at_most_140_columns() -> None:
    def text(page: str) -> Iterator[str]:
        inside = {number for block in blocks(page) for number in range(block.start, block.start + len(block.lines))}
        return (line for number, line in enumerate(lines_of(page)) if number not in inside and not line.startswith("|"))

    assert [(page, line) for page in PAGES if page not in GENERATED for line in text(page) if len(line) > 140] == []


def test_key_of_the_examples_is_the_native_vectors_key() -> None:
    assert (ROOT / "docs" / "examples" / "aes-256.key").read_text(encoding="ascii") == f"{native_keys()['aes-256']['material']}\n"
