"""Pages in a terminal: each kind of block, all pages within the width, links by name."""

from __future__ import annotations

import pytest

from esdkit.columns import Columns
from esdkit.docs import Page, pages
from esdkit.docs.terminal import page_lines, search

pytestmark = pytest.mark.req("EXP-DOC-001")

PAGE = Page("howto/toy", "Toy", "How-tos", "docs/howto/toy.md")


def shown(text: str, width: int = 40) -> str:
    return "\n".join(page_lines(PAGE, text, Columns(width=width)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# Title\nOne line\nand **another** one.\n\n\nNext.\n", "Title\n\nOne line and another one.\n\nNext.", id="paragraphs"
        ),
        pytest.param("Text:\n\n```console\n$ ls  -l\n\n  a|b\n```\nMore.", "Text:\n\n    $ ls  -l\n\n      a|b\n\nMore.", id="code"),
        pytest.param(
            "- one, which is so long that it\n  is folded\n- two\n\n1. three",
            "- one, which is so long that it is\n  folded\n- two\n1. three",
            id="items",
        ),
        pytest.param("<!-- not shown -->\n\nText.", "Text.", id="comment"),
        pytest.param("| a | b |\n| --- | --- |\n| one | `x\\|y` |\n| two | |\n", "a    b\none  `x|y`\ntwo", id="table"),
        pytest.param(
            "| name | first | what it is |\n|---|---|---|\n| `a.name.that.is.long` | a long value | a text that has to be folded |\n",
            "name: `a.name.that.is.long`\n  first       a long value\n  what it is  a text that has to be\n              folded",
            id="wide-table",
        ),
        pytest.param(
            "See [errors](../errors.md#truncated), [below](#x) and\n[this](https://example.com).",
            "See errors, below and this.\n\nLinks\n  esdkit docs errors#truncated\n  https://example.com",
            id="links",
        ),
    ],
)
def test_block_is_laid_out(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_text_of_all_pages_is_within_the_width_but_for_what_is_copied(subtests: pytest.Subtests) -> None:
    for page in pages().values():
        if page.is_example:
            continue
        with subtests.test(page.name):
            lines = [*page_lines(page, page.text(), Columns())]
            long = [line for line in lines if len(line) > 80 and not line.startswith("    ") and len(line.split()) > 1]
            assert [line for line in long if "`" not in line and "/" not in line] == []
            assert [line for line in lines if line.startswith(("#", "|", "<!--", "```"))] == []


def test_search_gives_lines_with_all_words_and_their_sections() -> None:
    errors = pages()["errors"]
    found = [*search(errors, ("TRUNCATED", "message"))]
    assert found
    assert all("truncated" in line.lower() and "message" in line.lower() for _, line in found)
    assert {anchor for anchor, _ in search(errors, ("### truncated",))} <= {"truncated"}
    assert not [*search(errors, ("no page has this",))]
