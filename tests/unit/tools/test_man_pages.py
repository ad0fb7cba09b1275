"""The man pages: one for each verb, with what its help says, and nothing that ``man`` complains about."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from esdkit.cli.main import esdkit_command
from tools.man_pages import main, man_pages

PAGES = man_pages()

pytestmark = pytest.mark.req("EXP-DOC-004")


def rendered(name: str, folder: Path) -> str:
    """A page as ``man`` prints it, on a wide terminal."""
    if shutil.which("man") is None:
        pytest.skip("there is no man on this machine")
    path = folder / name
    path.write_text(PAGES[name], encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "200", "MAN_KEEP_FORMATTING": ""}
    command = ["man", "--warnings=w", "-P", "cat", "-l", str(path)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stderr == ""
    return ran.stdout


def test_pages_are_those_of_all_verbs() -> None:
    assert {"esdkit.1", "esdkit-inspect.1", "esdkit-vectors-run.1", "esdkit-spec-suite.1", "esdkit-rekey-plan.1"} <= PAGES.keys()
    assert {name for name in PAGES if name.count("-") == 1} == {
        f"esdkit-{verb}.1" for verb in esdkit_command.list_commands(click.Context(esdkit_command))
    }


def test_pages_have_no_date_and_are_the_same_each_time(tmp_path: Path) -> None:
    assert all(re.match(r'\.TH "[^"]+" "1" "" "esdkit [\d.]+" "esdkit"\n', text) for text in PAGES.values())
    assert main([str(tmp_path)]) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == PAGES


def test_page_says_what_the_help_says(tmp_path: Path) -> None:
    for verb in ("decrypt", "lint"):
        command = esdkit_command.get_command(click.Context(esdkit_command), verb)
        assert command is not None
        page = " ".join(rendered(f"esdkit-{verb}.1", tmp_path).split())
        help_ = inspect.cleandoc(command.help or "").replace("\b", "")
        sentences = [paragraph for paragraph in help_.split("\n\n") if not paragraph.startswith("Exit code")]
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
        texts = [parameter.help for parameter in command.params if isinstance(parameter, click.Option) and parameter.help]
        assert [text for text in (*sentences, *options, *texts) if " ".join(text.split()) not in page] == []
        assert "SEE ALSO" in page and "-h, --help" in page


def test_exit_status_is_that_of_the_verb_and_that_of_all() -> None:
    status = PAGES["esdkit-lint.1"].partition(".SH EXIT STATUS\n")[2].partition(".SH")[0]
    assert status.startswith(".PP\nExit code 1: at least one finding")
    assert ".PP\n0 success, 1 failure" in status


def test_signs_that_roff_would_print_as_others_are_escaped() -> None:
    assert "\n\\fB\\(ti/.aws/config, \\(ti/.aws/credentials\\fR\n" in PAGES["esdkit.1"]
    assert not [name for name, text in PAGES.items() if re.search(r"[~^]", text)]


def test_pages_are_shown_without_warnings(tmp_path: Path) -> None:
    for name in PAGES:
        assert rendered(name, tmp_path).startswith(name.removesuffix(".1").upper())
