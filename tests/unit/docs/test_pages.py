"""The pages: every file in docs/ is one, each is found by its names, and so are its sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from esdkit.docs import GROUPS, find, pages, section, slug

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.req("EXP-DOC-001")


def test_every_file_of_the_documentation_is_one_page() -> None:
    files = {
        path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("docs/examples/**/*"))
    }
    files = {file for file in files if (ROOT / file).is_file() and "__pycache__" not in file}
    listed = [page.file for page in pages().values()]
    assert sorted(listed) == sorted({*files, "vectors/PROVENANCE.md"})
    assert {page.group for page in pages().values()} == {*GROUPS}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("errors", "docs/errors.md"),
        ("howto/decrypt", "docs/howto/decrypt.md"),
        ("decrypt", "docs/howto/decrypt.md"),
        ("docs/howto/decrypt.md", "docs/howto/decrypt.md"),
        ("Decrypt", "docs/howto/decrypt.md"),
        ("scan", "docs/scan.md"),
        ("howto/scan", "docs/howto/scan.md"),
        ("format", "docs/format/README.md"),
        ("docs/format/README.md", "docs/format/README.md"),
        ("readme", "README.md"),
        ("README.md", "README.md"),
        ("vectors/PROVENANCE.md", "vectors/PROVENANCE.md"),
        ("examples/lint.yaml", "docs/examples/lint.yaml"),
        ("lint.yaml", "docs/examples/lint.yaml"),
    ],
)
def test_page_is_found_by_its_names(name: str, file: str) -> None:
    page = find(name)
    assert page is not None
    assert page.file == file


@pytest.mark.parametrize("name", ["", "nothing", "crypt", "docs", "../README.md", "/etc/passwd"])
def test_name_of_no_page_finds_none(name: str) -> None:
    assert find(name) is None


def test_section_ends_with_the_next_heading_of_its_level() -> None:
    text = "# A\n\none\n\n## B c\n\n```\n# no heading\n```\n\n### D\n\ntwo\n\n## E\n\nthree\n"
    assert section(text, "b-c") == "## B c\n\n```\n# no heading\n```\n\n### D\n\ntwo\n"
    assert section(text, "e") == "## E\n\nthree"
    assert section(text, "no-heading") is None


def test_heading_is_called_as_on_github() -> None:
    assert slug("What `lint` does, and why?") == "what-lint-does-and-why"
