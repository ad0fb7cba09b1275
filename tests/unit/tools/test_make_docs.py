"""``tools/make_docs.py``: the pages that are written, and the check that finds what is out of date."""

import ast
import re
from pathlib import Path

import pytest

from esdkit.errors import Code
from esdkit.spec import FIELDS, LIMITS, SUITES, decisions, lint_rules
from tools.make_docs import main, out_of_date, pages

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"  # one page is beside it
    assert main(["--docs", str(folder)]) == 0
    return folder


def test_pages_of_the_project_are_up_to_date() -> None:
    assert out_of_date(DOCS) == []


def test_pages_are_the_same_each_time() -> None:
    assert list(pages()) == list(pages())


def test_errors_page_has_a_heading_and_a_row_for_each_code() -> None:
    text = dict(pages())["errors.md"]
    assert sorted(re.findall(r"^### (.*)$", text, re.MULTILINE)) == sorted(Code)
    assert re.findall(r"^\| \[`(.*)`\]\(#\1\) \|", text, re.MULTILINE) == list(Code)


def test_format_pages_have_a_row_for_each_field() -> None:
    rows = [name for _, text in pages() for name in re.findall(r"^\| `(\w+\.[\w.]+)`(?: \*)? \|", text, re.MULTILINE)]
    assert sorted(rows) == sorted(FIELDS)


def test_suites_page_has_a_row_for_each_suite() -> None:
    text = dict(pages())["format/suites.md"]
    assert all(f"| {suite.hex_id} | `{suite.name}` | {suite.message_version} |" in text for suite in SUITES.values())


def test_limits_page_has_a_row_for_each_limit() -> None:
    text = dict(pages())["format/limits.md"]
    assert all(f"| `{name}` | {value:,} |" in text for name, value in LIMITS.items())


def test_decisions_page_has_a_heading_for_each_decision_and_explains_its_default() -> None:
    text = dict(pages())["format/decisions.md"]
    assert re.findall(r"^## (\S+):", text, re.MULTILINE) == list(decisions())
    assert {row.default for row in decisions().values()} <= set(re.findall(r"^\| `(\S+)` \|", text, re.MULTILINE))


def test_lint_page_has_a_heading_and_a_row_for_each_rule() -> None:
    text = dict(pages())["lint.md"]
    assert re.findall(r"^## (\S+)$", text, re.MULTILINE) == list(lint_rules())
    assert re.findall(r"^\| \[`(.*)`\]\(#\1\) \|", text, re.MULTILINE) == list(lint_rules())


def test_check_of_fresh_pages_finds_nothing(docs: Path) -> None:
    assert main(["--check", "--docs", str(docs)]) == 0


@pytest.mark.parametrize("name", [name for name, _ in pages()])
def test_check_finds_a_page_that_was_changed(docs: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / name).write_text("something else\n", encoding="utf-8")
    assert main(["--check", "--docs", str(docs)]) == 1
    assert capsys.readouterr().err.startswith(f"{name}: not up to date")
    assert (docs / name).read_text(encoding="utf-8") == "something else\n"


def test_check_finds_a_page_that_is_missing(docs: Path) -> None:
    (docs / "errors.md").unlink()
    assert out_of_date(docs) == ["errors.md: not up to date"]


def test_check_finds_a_page_that_nothing_writes(docs: Path) -> None:
    (docs / "format" / "old.md").write_text("", encoding="utf-8")
    assert out_of_date(docs) == ["format/old.md: nothing writes it"]


TOOLS = [path for path in sorted((DOCS.parent / "tools").rglob("*.py")) if not {".venv", "node_modules"}.intersection(path.parts)]


@pytest.mark.parametrize("path", TOOLS, ids=lambda path: path.stem)
def test_name_of_a_tool_is_given_once(path: Path) -> None:
    """Of two texts with one name the first is never shown: a merge once put the text of one page on another."""
    assigned = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign)]
    names = [target.id for node in assigned for target in node.targets if isinstance(target, ast.Name)]
    assert len(names) == len(set(names))
