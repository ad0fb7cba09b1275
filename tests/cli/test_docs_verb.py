"""``esdkit docs``: pages, sections, search, suggestions; a pager on a terminal alone."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from esdkit.cli.main import esdkit_command
from esdkit.spec import exit_codes
from tests.cli.running import Program
from tests.cli.test_main import verbs
from tests.hints import texts

CODES = exit_codes()
ROOT = Path(__file__).parents[2]


@pytest.mark.req("EXP-DOC-001")
def test_docs_lists_pages_in_groups(program: Program) -> None:
    ran = program("docs")
    assert (ran.code, ran.stderr) == (0, "")
    assert re.search(r"^How-tos\n(  .*\n)*  howto/decrypt +Decrypt$", ran.text, re.MULTILINE)
    assert max(map(len, ran.text.splitlines())) <= 80


@pytest.mark.req("EXP-DOC-001")
def test_docs_shows_a_page_or_a_section_plain_where_it_is_piped(program: Program) -> None:
    ran = program("docs", "errors")
    assert ran.code == 0
    assert ran.text.startswith("Errors and what to do\n\n")
    assert "\x1b" not in ran.text
    part = program("docs", "errors#truncated").text
    assert part.startswith("truncated\n\n")
    assert part.partition("\n\nLinks")[0] in ran.text
    assert "\x1b[1mtruncated" in program("docs", "errors#truncated", "--color", "always").text


@pytest.mark.req("EXP-DOC-001")
def test_docs_keeps_what_is_code(program: Program) -> None:
    shown = " ".join(program("docs", "howto/scan").text.split())
    assert "`'exports/**/*.gz'`" in shown and "`**` does not" in shown
    assert "**Manifests" not in shown and "Manifests. Listing" in shown


@pytest.mark.req("EXP-DOC-001")
def test_docs_gives_an_example_byte_for_byte(program: Program) -> None:
    assert program("docs", "examples/lint.yaml").stdout == (ROOT / "docs" / "examples" / "lint.yaml").read_bytes()


@pytest.mark.req("EXP-DOC-001")
def test_docs_searches_all_pages_or_one(program: Program) -> None:
    ran = program("docs", "--search", "PKCS#11", "--search", "token")
    assert ran.code == 0
    assert "\nhowto/pkcs11-keyring#" in f"\n{ran.text}"
    assert {line.partition("#")[0] for line in program("docs", "errors", "--search", "frame").text.splitlines() if line[0] != " "} == {
        "errors"
    }
    assert program("docs", "--search", "no page has this").code == CODES["answer_is_no"]
    assert re.search(r"^  … \d+ more characters; the page has all$", program("docs", "security", "--search", "data key").text, re.MULTILINE)


@pytest.mark.req("EXP-DOC-003", kind="negative")
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("troubleshoting", "howto/troubleshooting"),
        ("trouble", "howto/troubleshooting"),
        ("howto/decript", "howto/decrypt"),
        ("errors#truncate", "truncated"),
        ("errors#forged", "has no section 'forged'"),
        ("troubleshooting#context-reserved-prefix-x", "Did you mean: "),
        ("xyzzy", "All: esdkit docs"),
        ("how", ", …?"),
        ("troubleshooting#kms", "kms-invalid-ciphertext, "),
        ("", "All: esdkit docs"),
    ],
)
def test_unknown_page_or_section_is_wrong_usage_with_suggestions(program: Program, name: str, meant: str) -> None:
    ran = program("docs", name)
    assert (ran.code, ran.stdout) == (CODES["usage"], b"")
    assert meant in ran.stderr


def test_docs_uses_a_pager_on_a_terminal_alone(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[tuple[str, bool | None]] = []
    monkeypatch.setattr(click, "echo_via_pager", lambda lines, color: paged.append(("".join(lines), color)))
    assert "Decrypt" in program("docs", "decrypt").text
    assert paged == []
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    assert program("docs", "decrypt").text == ""
    monkeypatch.setenv("NO_COLOR", "1")
    program("docs", "decrypt")
    program("docs", "decrypt", "--color", "always")
    assert [color for _, color in paged] == [None, False, True]
    assert all(text.startswith("\x1b[1mDecrypt") for text, _ in paged)  # click takes colors out


@pytest.mark.req("EXP-DOC-002")
def test_nothing_that_is_printed_names_a_page_by_its_file(program: Program, subtests: pytest.Subtests) -> None:
    file = re.compile(r"\bdocs/[\w/-]+\.md")
    for words in verbs(esdkit_command):
        with subtests.test(" ".join(words)):
            assert not file.search(program(*words, "--help").text)
    for place, text in texts():
        if place.startswith("src/"):
            printed = [
                node.value for node in ast.walk(_without_docstrings(text)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
        elif place.startswith("spec/"):
            printed = [re.sub(r"(?m)#.*$", "", text)] if place.endswith(".yaml") else [text]
        else:
            continue
        with subtests.test(place):
            assert [found for string in printed for found in file.findall(string)] == [] or place == "src/esdkit/docs/__init__.py"


def _without_docstrings(text: str) -> ast.Module:
    module = ast.parse(text)
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:]
    return module


def test_demo_shows_what_it_runs(program: Program) -> None:
    ran = program("demo")
    assert (ran.code, ran.stderr) == (0, "")
    commands = [line for line in ran.text.splitlines() if line.startswith("$ esdkit ")]
    assert [command.split()[2] for command in commands] == ["vectors", "inspect", "dump"]
    for command in commands:
        assert program(*command.split()[2:]).text in ran.text


@pytest.mark.req("EXP-DOC-001")
@pytest.mark.parametrize(("begun", "name"), [("howto/decr", "howto/decrypt"), ("troubl", "troubleshooting"), ("errors", "errors")])
def test_shell_completes_names_of_pages(begun: str, name: str) -> None:
    completions = ShellComplete(esdkit_command, {}, "esdkit", "_ESDKIT_COMPLETE").get_completions(["docs"], begun)
    assert [item.value for item in completions] == [name]
