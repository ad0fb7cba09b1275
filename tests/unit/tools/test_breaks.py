"""``tools/breaks.py`` on a small source tree that each test writes for itself."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tools.breaks import breaks_of, main, marks_of, passes

SOURCE = '''"""A module."""


def limit(number: int, most: int = 5) -> int:
    """Refuse a number."""
    # Reqs: FMT-HDR-001
    if number > most:
        raise ValueError(f"the number {number} is too large")
    return number + 1


def free() -> int:
    return 2
'''
TESTS = """import pytest

from small import limit


@pytest.mark.req("FMT-HDR-001")
def test_limit():
    assert limit(5) == 6


{negative}
def test_limit_refuses():
    with pytest.raises(ValueError):
        limit(6)
"""


def made(source: str) -> list[tuple[str, str]]:
    """The breaks of the only mark: what, and the source after it."""
    (mark,) = marks_of(Path("a.py"), source)
    data = source.encode()
    return [(one.what, (data[: one.start] + one.text.encode() + data[one.end :]).decode()) for one in breaks_of(source, mark)]


def test_breaks_are_in_the_function_of_the_mark_and_spare_texts_and_types() -> None:
    assert sorted(what for what, _ in made(SOURCE)) == [
        "comparison turned",
        "condition negated",
        "refusal left out",
        "right side of a sum left out",
        "value changed",
    ]
    assert all(broken.endswith("def free() -> int:\n    return 2\n") for _, broken in made(SOURCE))


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("x = hmac.compare_digest(a, b)", "x = (a == b)"),
        ("x = a and b", "x = ((a) or (b))"),
        ("x = (a, b, c)", "x = (b, c, )"),
        ("call(a)", "pass"),
        ("x = True", "x = False"),
        ("x = b'ü'.decode()".replace("ü", "u"), "x = b'uX'.decode()"),
        ("y = 'ü'; x = a in b", "y = 'ü'; x = (a not in b)"),
    ],
)
def test_each_kind_of_break_is_made_where_it_is(line: str, broken: str) -> None:
    source = f"def f():\n    # Reqs: FMT-HDR-001\n    {line}\n"
    assert f"def f():\n    # Reqs: FMT-HDR-001\n    {broken}\n" in [text for _, text in made(source)]
    compile(source, "a.py", "exec")
    for _, text in made(source):
        compile(text, "a.py", "exec")


def lines_of(source: str) -> list[list[int]]:
    """The lines of the breaks of each mark."""
    return [sorted({one.line for one in breaks_of(source, mark)}) for mark in marks_of(Path("a.py"), source)]


def test_mark_of_a_module_leaves_functions_with_marks_of_their_own() -> None:
    source = "# Reqs: FMT-HDR-001\nX = 1\n\n\ndef f():\n    return 2\n\n\ndef g():\n    # Reqs: FMT-HDR-002\n    return 3\n"
    assert lines_of(source) == [[2, 6], [11]]


def test_mark_in_a_function_ends_at_the_next_one_in_it() -> None:
    source = "def f(a):\n    # Reqs: FMT-HDR-001\n    if a:\n        return 1\n    # Reqs: FMT-HDR-002\n    return 2\n"
    assert lines_of(source) == [[3, 4], [6]]


def test_mark_of_statements_ends_at_a_blank_line_and_with_their_block() -> None:
    source = "X = 1\n# Reqs: FMT-HDR-001\nY = 2\nZ = 3\n\nW = 4\n"
    assert lines_of(source) == [[3, 4]]
    source = "def f(a):\n    if a:\n        b = 1\n        # Reqs: FMT-HDR-001\n        c = 2\n        d = 3\n    return 4\n"
    assert lines_of(source) == [[5, 6]]


def test_mark_beside_a_statement_is_of_that_one() -> None:
    source = "def f(a):\n    b = 1\n    c = 2  # Reqs: FMT-HDR-001\n    return 3\n"
    assert lines_of(source) == [[3]]


def test_native_vectors_notice_a_break() -> None:
    """Only those that are named are run; a name that no vector has would prove nothing."""
    root = Path(__file__).parents[3]
    assert passes(root, [], [], ["suite-0014", "parse-truncated-version"])
    assert not passes(root, [], [], ["no-such-vector"])


def test_cases_of_a_match_and_conditions_of_a_comprehension_are_broken() -> None:
    source = "def f(a):\n    # Reqs: FMT-HDR-001\n    match a:\n        case 1:\n            return [b for b in a if b < c]\n"
    assert sorted(what for what, _ in made(source)) == ["comparison turned", "value changed"]


@pytest.mark.parametrize(
    "line",
    [
        "x = check('name', name, 'example')",
        "out.lines('title', role='dim')",
        "if a:\n        hint = 'word'",
        "if a:\n        hint += 'word'",
    ],
    ids=["argument", "layout", "hint", "longer-hint"],
)
def test_what_only_people_read_is_not_broken(line: str) -> None:
    source = f"def f():\n    # Reqs: FMT-HDR-001\n    {line}\n"
    assert {what for what, _ in made(source)} <= {"call left out"}


def tree(root: Path, negative: str) -> Path:
    """A repository of one module, its requirement and its tests, with the tool itself."""
    files = {
        "src/small.py": SOURCE,
        "tests/test_small.py": TESTS.replace("{negative}", negative),
        "tests/conftest.py": "from hypothesis import settings\nsettings.register_profile('mutants')\n",
        "spec/requirements/format.yaml": "area: FMT\nrequirements:\n  - {id: FMT-HDR-001, level: MUST, title: First}\n",
        "vectors/native/manifest.json": json.dumps({"tests": {}}),
        "pytest.ini": "[pytest]\nmarkers = req(*ids, kind): a requirement\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    own = Path(__file__).parents[3]
    (root / "tools").mkdir()
    for name in ("breaks.py", "req_report.py"):
        (root / "tools" / name).write_bytes((own / "tools" / name).read_bytes())
    (root / "src" / "esdkit").mkdir()
    (root / "src" / "esdkit" / "__init__.py").write_text("")
    (root / "src" / "esdkit" / "errors.py").write_text("class Code: __members__ = {}\n")
    subprocess.run(["git", "init", "-q", "."], cwd=root, check=True)
    subprocess.run(["git", "add", "."], cwd=root, check=True)
    return root


@pytest.mark.slow
@pytest.mark.parametrize(
    ("negative", "missed"), [('@pytest.mark.req("FMT-HDR-001", kind="negative")', 0), ("", 1)], ids=["marked", "unmarked"]
)
def test_break_is_noticed_by_marked_tests_alone(tmp_path: Path, negative: str, missed: int, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree(tmp_path, negative)
    seed = next(seed for seed in range(50) if "refusal left out" in listed(root, seed, capsys))
    assert main(["--root", str(root), "--seed", str(seed), "--write"]) == missed
    kept = json.loads((root / "docs" / "data" / "breaks.json").read_text())
    assert (kept["sample"], [row["what"] for row in kept["unnoticed"]]) == (1, ["refusal left out"] * missed)
    assert (kept["seed"], kept["earlier_seeds"]) == (seed, [])
    assert (root / "src" / "small.py").read_text() == SOURCE


@pytest.mark.slow
def test_call_that_is_left_out_is_noticed_by_the_tests_of_the_function(tmp_path: Path) -> None:
    """The calling function has an id of its own, for which no test is marked."""
    root = tree(tmp_path, '@pytest.mark.req("FMT-HDR-001", kind="negative")')
    calling = "\n\ndef double(number: int) -> int:\n    # Reqs: FMT-HDR-002\n    limit(number)\n    return number\n"
    (root / "src" / "small.py").write_text(SOURCE + calling)
    path = root / "tests" / "test_small.py"
    tests = path.read_text().replace("import limit", "import double, limit").replace("        limit(6)", "        double(6)")
    path.write_text(tests)
    spec = root / "spec" / "requirements" / "format.yaml"
    spec.write_text(spec.read_text() + "  - {id: FMT-HDR-002, level: MUST, title: Second}\n")
    assert main(["--root", str(root), "--only", "FMT-HDR-002"]) == 0


@pytest.mark.slow
def test_seed_that_is_not_given_is_new(tmp_path: Path) -> None:
    root = tree(tmp_path, '@pytest.mark.req("FMT-HDR-001", kind="negative")')
    path = root / "docs" / "data" / "breaks.json"
    for seed, earlier in ((1, []), (2, [1]), (3, [1, 2])):
        main(["--root", str(root), "--write"])
        kept = json.loads(path.read_text())
        assert (kept["seed"], kept["earlier_seeds"]) == (seed, earlier)
        assert [(one["seed"], one["noticed"], one["sample"]) for one in kept["earlier"]] == [(number, 1, 1) for number in earlier]


@pytest.mark.slow
def test_tests_that_fail_without_a_break_prove_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree(tmp_path, '@pytest.mark.req("FMT-HDR-001")')
    (root / "src" / "small.py").write_text(SOURCE.replace("> most", ">= most"))
    assert main(["--root", str(root)]) == 2
    assert "fail before anything is broken" in capsys.readouterr().err


def listed(root: Path, seed: int, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["--root", str(root), "--seed", str(seed), "--list"]) == 0
    return capsys.readouterr().out
