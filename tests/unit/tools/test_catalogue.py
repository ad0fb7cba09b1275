"""``tools/catalogue.py`` on a small checkout that each test writes for itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools.catalogue import catalogue, compare, key_words, main, pages, recount, sections
from tools.req_report import read_requirements

PAGE = """# Title

Something that MUST be, before the first heading of a section.

## Conventions

The key words "MUST" and "SHOULD" are as in RFC 2119.

## First part

It MUST do [this](https://example.com/one). It may do that. It SHOULD
do the other.

- the first MUST be one
- the second is free

```
this MUST not count
```

## First part

## Other `part`, (named)

Nothing here.
"""
ROWS = """
area: FMT
requirements:
  - {id: FMT-HDR-001, level: MUST, title: First, source: {file: framework/page.md, anchor: first-part, commit: abc}}
  - {id: FMT-HDR-002, level: MUST, title: Second, source: {file: framework/page.md, anchor: first-part-1, commit: abc}}
  - {id: FMT-HDR-003, level: MUST, title: Third, source: {esdkit: own}}
  - {id: FMT-HDR-004, level: MUST, title: Fourth, source: {repo: a/b, file: features/x.md, anchor: no, commit: abc}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "spec" / "requirements").mkdir(parents=True)
    (root / "spec" / "requirements" / "format.yaml").write_text(ROWS)
    return root


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    checkout = tmp_path / "checkout"
    (checkout / "framework").mkdir(parents=True)
    (checkout / "changes").mkdir()
    (checkout / "framework" / "page.md").write_text(PAGE)
    (checkout / "changes" / "page.md").write_text("# Change\n\nIt MUST not count.\n")
    return checkout


def findings(root: Path, checkout: Path, stored: str | None = None) -> list[tuple[str, ...]]:
    before = None if stored is None else {"framework/page.md": sections(stored)}
    return [tuple(finding) for finding in compare(read_requirements(root).values(), catalogue(pages(checkout)), before)]


def test_sections_have_anchors_as_github_makes_them_and_their_sentences() -> None:
    counts = {anchor: len(digests) for anchor, digests in sections(PAGE).items()}
    assert counts == {"": 0, "title": 1, "conventions": 0, "first-part": 3, "first-part-1": 0, "other-part-named": 0}


@pytest.mark.parametrize(
    ("old", "new"), [("SHOULD\ndo", "SHOULD do"), ("example.com/one", "example.com/two"), ("- the first", "* the first")]
)
def test_line_breaks_and_targets_of_links_make_no_difference(old: str, new: str) -> None:
    assert sections(PAGE.replace(old, new)) == sections(PAGE)


def test_checkout_that_is_unchanged_names_nothing(root: Path, checkout: Path) -> None:
    assert findings(root, checkout, PAGE) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It MUST be and MUST NOT be. It SHOULD be; it SHOULD NOT be.", 4),
        ("- one MUST\n- two MUST\n", 2),
        ("[It MUST NOT](x.md#MUST) be.", 1),
        ("It must be, and MUSTARD may be. It is REQUIRED.", 0),
        ("```\nit MUST be\n```\n", 0),
        ('The key words "MUST" and "SHOULD" are as in [RFC2119](x).', 0),
    ],
    ids=["four", "list", "link", "none", "code", "about"],
)
def test_key_words_are_counted_by_section(text: str, count: int) -> None:
    assert key_words(f"# Page\n\n## Part\n\n{text}\n")["part"] == count


LISTED: dict[str, Any] = {"file": "framework/page.md", "key_words": 4}
PARTS = [{"anchor": "title", "key_words": 1}, {"anchor": "first-part", "key_words": 3}]


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ([{**LISTED, "sections": PARTS}], []),
        ([LISTED], []),
        ([], [("not listed", "framework/page.md (4)")]),
        ([{**LISTED, "key_words": 5}], [("counted differently", "framework/page.md# (5 in the table, 4 in the checkout)")]),
        (
            [{**LISTED, "sections": [{"anchor": "title", "key_words": 2}, {"anchor": "old", "key_words": 1}, PARTS[1]]}],
            [
                ("counted differently", "framework/page.md#title (2 in the table, 1 in the checkout)"),
                ("counted differently", "framework/page.md#old (1 in the table, 0 in the checkout)"),
            ],
        ),
        (
            [{**LISTED, "sections": PARTS[:1]}],
            [("counted differently", "framework/page.md#first-part (0 in the table, 3 in the checkout)")],
        ),
    ],
    ids=["same", "same-sum", "not-listed", "other-sum", "other-sections", "new-section"],
)
def test_counts_that_differ_from_the_table_are_named(listed: list[dict[str, Any]], found: list[tuple[str, str]]) -> None:
    assert recount({"framework/page.md": key_words(PAGE)}, listed) == found


def test_page_without_key_words_need_not_be_listed() -> None:
    assert recount({"framework/README.md": key_words("# Read me\n")}, []) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("do the other", "do another"), ("- the second is free", "- the second SHOULD be two"), ("- the first MUST be one\n", "")],
)
def test_sentence_that_changed_came_or_went_names_its_requirements(root: Path, checkout: Path, old: str, new: str) -> None:
    (checkout / "framework" / "page.md").write_text(PAGE.replace(old, new))
    assert ("changed", "FMT-HDR-001 framework/page.md#first-part") in findings(root, checkout, PAGE)
    assert not [what for what, _ in findings(root, checkout) if what == "changed"]


def test_anchor_or_file_that_is_gone_names_its_requirements(root: Path, checkout: Path) -> None:
    (checkout / "framework" / "page.md").write_text(PAGE.replace("## First part\n\n## Other", "## Other"))
    assert ("gone", "FMT-HDR-002 framework/page.md#first-part-1") in findings(root, checkout, PAGE)
    (checkout / "framework" / "page.md").unlink()
    assert [what for what, _ in findings(root, checkout, PAGE)] == ["gone", "gone"]


def test_main_stores_digests_and_no_text_and_then_sees_changes(root: Path, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(checkout), "--root", str(root)]
    assert main([*arguments, "--write"]) == 0
    printed = capsys.readouterr().out
    assert "framework/page.md: 4 key words, 2 requirements" in printed
    assert "no digests were stored before" in printed
    stored = (root / "spec" / "catalogue.json").read_text()
    assert "MUST" not in stored and "first-part" in stored
    assert set(json.loads(stored)) == {"schema", "commit", "files"}
    assert main(arguments) == 0
    (checkout / "framework" / "page.md").write_text(PAGE.replace("do the other", "do another"))
    capsys.readouterr()
    assert main(arguments) == 1
    assert "changed: FMT-HDR-001 framework/page.md#first-part" in capsys.readouterr().out.splitlines()


def test_main_folder_without_pages_is_a_usage_error(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--root", str(root)]) == 2
    assert "not a checkout" in capsys.readouterr().err
