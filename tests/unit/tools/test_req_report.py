"""``tools/req_report.py`` on a small source tree that each test writes for itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.req_report import Evidence, Row, collect, compare, main, read_requirements, summarise

REQUIREMENTS = """
area: FMT
requirements:
  - {id: FMT-HDR-001, level: MUST, title: First}
  - {id: FMT-HDR-002, level: MUST_NOT, title: Second}
  - {id: FMT-AAD-001, level: MUST, title: Third, exception: upstream has no reader of it}
"""
ERRORS = """
codes:
  truncated: {requirements: [FMT-HDR-001]}
  trailing-data: {requirements: [FMT-HDR-002]}
"""
FIELDS = """
fields:
  - {id: header.version}
"""


def write(root: Path, file: str, text: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    write(tmp_path, "spec/requirements/format.yaml", REQUIREMENTS)
    write(tmp_path, "spec/errors.yaml", ERRORS)
    write(tmp_path, "spec/format/header.yaml", FIELDS)
    (tmp_path / "docs").mkdir()
    return tmp_path


def evidence(tree: Path) -> Evidence:
    return collect(tree, read_requirements(tree))


def test_collect_empty_tree_finds_nothing(tree: Path) -> None:
    assert evidence(tree) == Evidence()


@pytest.mark.parametrize(
    "text",
    [
        "# Reqs: FMT-HDR-001 FMT-AAD-001\n",
        "# Reqs: FMT-HDR-001,\n# FMT-AAD-001\n",
        "# Reqs: FMT-HDR-001, FMT-AAD-001\n\n# AES-GCM is named below.\n",
        'def f() -> None:\n    """Do it."""\n    # Reqs: FMT-HDR-001\n    x = 1  # Reqs: FMT-AAD-001\n',
    ],
    ids=["comment", "wrapped-comment", "prose-after", "two-comments"],
)
def test_collect_citation_in_code_counts_as_implemented(tree: Path, text: str) -> None:
    write(tree, "src/esdkit/room/module.py", text)
    found = evidence(tree)
    assert found.implemented == {"FMT-HDR-001", "FMT-AAD-001"}
    assert found.problems == []


def test_collect_id_without_reqs_does_not_count(tree: Path) -> None:
    write(tree, "src/esdkit/module.py", '"""See FMT-HDR-001."""\n')
    assert evidence(tree).implemented == set()


def test_collect_citation_in_table_counts_as_implemented(tree: Path) -> None:
    write(tree, "spec/suites.yaml", "# Reqs: FMT-HDR-002\nsuites: []\n")
    assert evidence(tree).implemented == {"FMT-HDR-002"}


def test_collect_field_requirement_counts_as_implemented(tree: Path) -> None:
    write(tree, "spec/format/header.yaml", "fields:\n  - {id: header.version, requirements: [FMT-HDR-001]}\n")
    assert evidence(tree).implemented == {"FMT-HDR-001"}


@pytest.mark.parametrize(
    ("text", "implemented"),
    [
        ("raise TruncatedMessage(Code.TRUNCATED, 'short')\n", {"FMT-HDR-001"}),
        ("RULES = [(Code.TRUNCATED, len), (Code.TRAILING_DATA, len)]\n", {"FMT-HDR-001", "FMT-HDR-002"}),
        ("found = error.code == Code.TRUNCATED\n", set()),
        ("name = Code.NO_SUCH_CODE\n", set()),
        ("name = Other.TRUNCATED\n", set()),
    ],
    ids=["raised", "in-a-table", "compared", "unknown-name", "other-class"],
)
def test_collect_error_code_in_code(tree: Path, text: str, implemented: set[str]) -> None:
    write(tree, "src/esdkit/module.py", text)
    assert evidence(tree).implemented == implemented


@pytest.mark.parametrize(
    "text",
    [
        '@pytest.mark.req("FMT-HDR-001", "FMT-HDR-002"{kind})\ndef test_x() -> None: ...\n',
        'pytestmark = pytest.mark.req("FMT-HDR-001", "FMT-HDR-002"{kind})\n',
        'CASES = [pytest.param(1, marks=[pytest.mark.req("FMT-HDR-001", "FMT-HDR-002"{kind})])]\n',
        '@pytest.mark.req("FMT-HDR-001"{kind})\nclass TestX:\n    @pytest.mark.req("FMT-HDR-002"{kind})\n    def test_y(self): ...\n',
    ],
    ids=["function", "module", "parameter", "class-and-method"],
)
def test_collect_mark_counts_as_test_of_its_kind(tree: Path, text: str) -> None:
    ids = {"FMT-HDR-001", "FMT-HDR-002"}
    write(tree, "tests/unit/test_a.py", text.replace("{kind}", ""))
    assert (evidence(tree).positive, evidence(tree).negative) == (ids, set())
    write(tree, "tests/unit/test_a.py", text.replace("{kind}", ', kind="negative"'))
    assert (evidence(tree).positive, evidence(tree).negative) == (set(), ids)


def test_collect_vector_counts_by_its_outcome(tree: Path) -> None:
    cases = {
        "good": {"requirements": ["FMT-HDR-001"], "expect": {"outcome": "accept"}},
        "bad": {"requirements": ["FMT-HDR-002"], "expect": {"outcome": "reject", "stage": "parse", "code": "truncated"}},
    }
    write(tree, "vectors/native/manifest.json", json.dumps({"tests": cases}))
    found = evidence(tree)
    assert (found.positive, found.negative, found.problems) == ({"FMT-HDR-001"}, {"FMT-HDR-002"}, [])


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("src/a.py", "# Reqs: FMT-HDR-009\n", "src/a.py: line 1: there is no requirement FMT-HDR-009"),
        ("src/a.py", "\n# Reqs: FMT-HDR-1\n", "src/a.py: line 2: there is no requirement FMT-HDR-1"),
        ("src/a.py", "# Reqs: none\n", "src/a.py: line 1: Reqs: without an id"),
        ("src/a.py", "def broken(:\n", "src/a.py: not readable: invalid syntax (<unknown>, line 1)"),
        ("spec/a.yaml", "# Reqs: FMT-XXX-001\n", "spec/a.yaml: line 1: there is no requirement FMT-XXX-001"),
        (
            "spec/format/a.yaml",
            "fields:\n  - {id: a.b, requirements: [FMT-HDR-009]}\n",
            "spec/format/a.yaml: a.b: there is no requirement FMT-HDR-009",
        ),
        ("tests/a.py", 'pytest.mark.req("FMT-HDR-009")\n', "tests/a.py: line 1: there is no requirement FMT-HDR-009"),
        ("tests/a.py", "pytest.mark.req(*IDS)\n", "tests/a.py: line 1: a req mark takes ids and kind as string literals"),
        ("tests/a.py", "pytest.mark.req()\n", "tests/a.py: line 1: a req mark takes ids and kind as string literals"),
        (
            "tests/a.py",
            'pytest.mark.req("FMT-HDR-001", sort="x")\n',
            "tests/a.py: line 1: a req mark takes ids and kind as string literals",
        ),
        (
            "tests/a.py",
            'pytest.mark.req("FMT-HDR-001", kind="bad")\n',
            "tests/a.py: line 1: a req mark is positive or negative, not bad",
        ),
        (
            "vectors/native/manifest.json",
            '{"tests": {"v1": {"requirements": ["FMT-HDR-009"], "expect": {"outcome": "accept"}}}}',
            "vectors/native/manifest.json: v1: there is no requirement FMT-HDR-009",
        ),
        (
            "vectors/native/manifest.json",
            '{"tests": {"v1": {}}}',
            "vectors/native/manifest.json: not a native manifest: KeyError('requirements')",
        ),
        (
            "src/a.py",
            'def f() -> None:\n    """Do it.\n\n    Reqs: FMT-HDR-001\n    """\n',
            "src/a.py: line 2: Reqs: in a docstring; cite in a comment at the line that does it",
        ),
    ],
    ids=[
        "unknown-in-code",
        "cut-id-in-code",
        "reqs-without-id",
        "syntax-error",
        "unknown-in-table",
        "unknown-at-field",
        "unknown-in-mark",
        "computed-mark",
        "empty-mark",
        "mark-with-other-keyword",
        "mark-of-unknown-kind",
        "unknown-in-vector",
        "broken-manifest",
        "in-a-docstring",
    ],
)
def test_main_bad_citation_returns_one(tree: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, problem: str) -> None:
    write(tree, file, text)
    assert main(["--root", str(tree)]) == 1
    assert capsys.readouterr().err == f"{problem}\n"


def test_collect_unknown_id_of_unused_code_is_left_to_check_spec(tree: Path) -> None:
    write(tree, "spec/errors.yaml", "codes:\n  truncated: {requirements: [FMT-HDR-009]}\n")
    assert evidence(tree).problems == []
    write(tree, "src/a.py", "error = Code.TRUNCATED\n")
    assert evidence(tree).problems == ["spec/errors.yaml: truncated: there is no requirement FMT-HDR-009"]


def test_summarise_counts_per_topic_and_in_total(tree: Path) -> None:
    found = Evidence(implemented={"FMT-HDR-001", "FMT-AAD-001"}, positive={"FMT-HDR-001"}, negative={"FMT-HDR-002"})
    assert summarise(read_requirements(tree), found) == [
        Row("FMT-HDR", total=2, implemented=1, positive=1, negative=1, exceptions=0),
        Row("FMT-AAD", total=1, implemented=1, positive=0, negative=0, exceptions=1),
        Row("total", total=3, implemented=2, positive=1, negative=1, exceptions=1),
    ]


BEFORE = {"FMT-HDR": {"total": 2, "implemented": 1, "positive": 1, "negative": 1, "exceptions": 0}}


@pytest.mark.parametrize(
    ("row", "worse"),
    [
        (Row("FMT-HDR", 2, 1, 1, 1, 0), []),
        (Row("FMT-HDR", 3, 2, 2, 2, 0), []),
        (Row("FMT-HDR", 1, 1, 1, 1, 0), ["FMT-HDR: total was 2 and is 1"]),
        (Row("FMT-HDR", 2, 0, 1, 1, 0), ["FMT-HDR: implemented was 1 and is 0"]),
        (Row("FMT-HDR", 2, 1, 0, 0, 0), ["FMT-HDR: positive was 1 and is 0", "FMT-HDR: negative was 1 and is 0"]),
        (Row("FMT-HDR", 2, 1, 1, 1, 1), ["FMT-HDR: exceptions was 0 and is 1"]),
        (Row("FMT-XXX", 2, 1, 1, 1, 0), ["FMT-HDR: the topic is gone"]),
    ],
    ids=["same", "better", "fewer", "less-code", "fewer-tests", "more-exceptions", "topic-gone"],
)
def test_compare_reports_what_is_worse(row: Row, worse: list[str]) -> None:
    assert compare([row], BEFORE) == worse


def test_main_snapshot_written_then_compared(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot = tree / "snapshot.json"
    options = ["--root", str(tree), "--snapshot", str(snapshot)]
    assert main(options) == 1
    assert capsys.readouterr().err == f"{snapshot}: there is no snapshot; --write-snapshot makes one\n"
    write(tree, "tests/a.py", 'pytest.mark.req("FMT-HDR-001")\n')
    assert main([*options, "--write-snapshot"]) == 0
    assert main(options) == 0
    write(tree, "tests/a.py", "")
    capsys.readouterr()
    assert main(options) == 1
    assert f"{snapshot}: worse than the snapshot: FMT-HDR: positive was 1 and is 0" in capsys.readouterr().err.splitlines()


def test_main_problem_writes_no_snapshot(tree: Path) -> None:
    write(tree, "tests/a.py", 'pytest.mark.req("FMT-HDR-009")\n')
    snapshot = tree / "snapshot.json"
    assert main(["--root", str(tree), "--snapshot", str(snapshot), "--write-snapshot"]) == 1
    assert not snapshot.exists()


def test_main_write_snapshot_without_file_is_a_usage_error(tree: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--root", str(tree), "--write-snapshot"])


def test_main_docs_written_then_checked(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--root", str(tree)]
    page = tree / "docs" / "compliance.md"
    assert main([*options, "--check-docs"]) == 1
    assert capsys.readouterr().err == f"{page}: not up to date; --write-docs writes it\n"
    assert main([*options, "--write-docs"]) == 0
    assert main([*options, "--check-docs"]) == 0
    write(tree, "src/a.py", "# Reqs: FMT-HDR-001\n")
    assert main([*options, "--check-docs"]) == 1
    lines = page.read_text(encoding="utf-8").splitlines()
    assert "| FMT-HDR | 2 | 0 | 0 | 0 | 0 |" in lines
    assert "| FMT-HDR-002 | MUST NOT | Second |  |  |  |  |" in lines
    assert "| FMT-AAD-001 | MUST | Third |  |  |  | upstream has no reader of it |" in lines


SPECIFICATION = """
files:
  - file: a/compared.md
    commit: null
    key_words: 14
    not_compared: 2
    sections:
      - {anchor: one, key_words: 3, requirements: [FMT-HDR-001, FMT-AAD-001]}
      - {anchor: two, key_words: 1, requirements: [FMT-AAD-001]}
      - {anchor: three, key_words: 4, left_out: [{key_words: 4, because: advice}]}
      - {anchor: four, key_words: 3, requirements: [FMT-HDR-002], left_out: [{key_words: 1, because: bound}]}
  - {file: a/left.md, key_words: 5, left_out: older}
  - {file: a/unread.md, key_words: 7}
"""


def test_page_says_what_became_of_each_key_word(tree: Path) -> None:
    write(tree, "spec/specification.yaml", SPECIFICATION)
    assert main(["--root", str(tree), "--write-docs"]) == 0
    lines = (tree / "docs" / "compliance.md").read_text(encoding="utf-8").splitlines()
    start = lines.index("| file | copy | key words | covered | exceptions | left out | not compared | missing | requirements |")
    assert lines[start + 2 : start + 6] == [
        "| a/compared.md | ? | 14 | 5 | 1 | 5 | 2 | 1 | 0 |",
        "| a/left.md |  | 5 | 0 | 0 | 5 | 0 | 0 | 0 |",
        "| a/unread.md |  | 7 | 0 | 0 | 0 | 7 | 0 | 0 |",
        "| total |  | 26 | 5 | 1 | 10 | 9 | 1 | 0 |",
    ]
    start = lines.index("| where | key words | left out because |")
    assert lines[start + 2 : start + 5] == [
        "| a/compared.md#three | 4 | advice |",
        "| a/compared.md#four | 1 | bound |",
        "| a/left.md | 5 | older |",
    ]


def test_main_json_is_one_object(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tree, "tests/a.py", 'pytest.mark.req("FMT-HDR-009")\n')
    assert main(["--root", str(tree), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == 1
    assert report["areas"]["FMT-HDR"] == {"total": 2, "implemented": 0, "positive": 0, "negative": 0, "exceptions": 0}
    assert report["problems"] == ["tests/a.py: line 1: there is no requirement FMT-HDR-009"]


def test_main_text_has_a_line_per_topic(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tree)]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["topic", "total", "implemented", "positive", "negative", "exceptions"],
        ["FMT-HDR", "2", "0", "0", "0", "0"],
        ["FMT-AAD", "1", "0", "0", "0", "1"],
        ["total", "3", "0", "0", "0", "1"],
    ]
