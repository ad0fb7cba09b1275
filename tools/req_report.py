"""Reports how far the requirements are met: per topic, how many there are, and how many are cited in code and in tests.

Strategy: nobody keeps a list. The evidence is collected where it arises, by reading files and never by running them:
- code: ids after ``# Reqs:`` in a comment of ``src/`` or of a table of ``spec/``, the requirements of the fields in ``spec/format`` (one
  grammar makes code of every field), and those of the error codes that ``src/`` uses;
- tests: the ids of every ``pytest.mark.req(...)`` in ``tests/``, positive unless ``kind="negative"``, and the requirements of the native
  vectors, where a case that must be accepted is a positive test and one that must be refused is a negative one.
An id that does not exist, a citation that cannot be read, or one in a docstring, where ``help()`` would show it, is a problem: exit code 1,
because a typing error must not count as a test.

    python tools/req_report.py [--json] [--snapshot FILE [--write-snapshot]] [--write-docs | --check-docs]
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import yaml

from esdkit.errors import Code

__all__ = [
    "BREAKS",
    "CITATION",
    "ID",
    "Evidence",
    "Requirement",
    "Row",
    "collect",
    "compare",
    "main",
    "marked_tests",
    "native_cases",
    "read_requirements",
    "read_specification",
    "summarise",
]

_ROOT = Path(__file__).resolve().parents[1]
_DOCS = Path("docs/compliance.md")
BREAKS = Path("docs/data/breaks.json")
_SCHEMA = 1

# Ids are separated by commas, after which a line may end, or by spaces.
CITATION = re.compile(r"# Reqs:[ \t]*((?:(?:,[\s#]*|[ \t]+)?[A-Z][A-Z0-9]*-[A-Z0-9-]+)*)")
ID = re.compile(r"[A-Z][A-Z0-9-]+")


@dataclass(frozen=True, slots=True)
class Requirement:
    """The columns of ``spec/requirements/*.yaml`` that the report needs."""

    id: str
    level: str
    title: str
    exception: str | None
    file: str | None
    anchor: str | None

    @property
    def topic(self) -> str:
        """The id without its number: ``FMT-HDR``."""
        return self.id.rsplit("-", 1)[0]


@dataclass(slots=True)
class Evidence:
    """The ids found in code, in positive and in negative tests, and what could not be read."""

    implemented: set[str] = field(default_factory=set)
    positive: set[str] = field(default_factory=set)
    negative: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def tests(self, kind: str) -> set[str]:
        """The set for a kind of test."""
        return self.negative if kind == "negative" else self.positive


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of one topic. Exceptions are requirements that are left out on purpose, each with a reason."""

    topic: str
    total: int
    implemented: int
    positive: int
    negative: int
    exceptions: int


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def read_requirements(root: Path) -> Mapping[str, Requirement]:
    """The requirements of a source tree by id, in the order of their files."""
    rows = (row for path in sorted((root / "spec" / "requirements").glob("*.yaml")) for row in _load(path)["requirements"])
    return {row["id"]: _requirement(row) for row in rows}


def read_specification(root: Path) -> Sequence[Mapping[str, Any]]:
    """The files of the upstream specification, with their key words; none in a tree without that table."""
    path = root / "spec" / "specification.yaml"
    return _load(path)["files"] if path.is_file() else ()


def _requirement(row: Mapping[str, Any]) -> Requirement:
    """A row; the file is one of the specification, not of another repository."""
    source = row.get("source", {})
    file, anchor = (None, None) if "repo" in source else (source.get("file"), source.get("anchor"))
    return Requirement(row["id"], row["level"], row["title"], row.get("exception"), file, anchor)


# --- evidence ---


class _Collector:
    """Adds ids to an `Evidence`, and a problem for an id that does not exist."""

    def __init__(self, root: Path, known: Iterable[str]) -> None:
        self.root = root
        self.known = frozenset(known)
        self.evidence = Evidence()

    def problem(self, path: Path, what: str) -> None:
        self.evidence.problems.append(f"{path.relative_to(self.root).as_posix()}: {what}")

    def add(self, to: set[str], ids: Iterable[str], path: Path, where: str) -> None:
        for id_ in ids:
            if id_ in self.known:
                to.add(id_)
            else:
                self.problem(path, f"{where}: there is no requirement {id_}")

    def parse(self, path: Path) -> ast.Module | None:
        try:
            return ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, UnicodeDecodeError) as error:
            self.problem(path, f"not readable: {error}")
            return None


def _used_codes(tree: ast.Module) -> set[str]:
    """The error codes that a module uses, except in comparisons."""
    compared = {id(side) for node in ast.walk(tree) if isinstance(node, ast.Compare) for side in (node.left, *node.comparators)}
    return {
        Code[node.attr].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Code"
        and node.attr in Code.__members__
        and id(node) not in compared
    }


def _collect_citations(collector: _Collector, path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    for match in CITATION.finditer(text):
        where = f"line {text.count(chr(10), 0, match.start()) + 1}"
        ids = ID.findall(match[1])
        if not ids:
            collector.problem(path, f"{where}: Reqs: without an id")
        collector.add(collector.evidence.implemented, ids, path, where)


def _refuse_citations_in_strings(collector: _Collector, path: Path, tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "Reqs:" in node.value:
            collector.problem(path, f"line {node.lineno}: Reqs: in a docstring; cite in a comment at the line that does it")


def _collect_code(collector: _Collector) -> None:
    codes: set[str] = set()
    for path in sorted((collector.root / "src").rglob("*.py")):
        _collect_citations(collector, path)
        tree = collector.parse(path)
        if tree is not None:
            _refuse_citations_in_strings(collector, path, tree)
            codes |= _used_codes(tree)
    path = collector.root / "spec" / "errors.yaml"
    for code, row in _load(path)["codes"].items():
        if code in codes:
            collector.add(collector.evidence.implemented, row["requirements"], path, code)


def _collect_tables(collector: _Collector) -> None:
    for path in sorted((collector.root / "spec").glob("*.yaml")):
        _collect_citations(collector, path)
    for path in sorted((collector.root / "spec" / "format").glob("*.yaml")):
        for row in _load(path)["fields"]:
            collector.add(collector.evidence.implemented, row.get("requirements", ()), path, row["id"])


def _is_mark(node: ast.AST) -> bool:
    """Whether a node is a call of ``pytest.mark.req``."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr == "req" and isinstance(node.func.value, ast.Attribute) and node.func.value.attr == "mark"


def _marks(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_mark(node))


def _collect_mark(collector: _Collector, path: Path, mark: ast.Call) -> None:
    where = f"line {mark.lineno}"
    ids = [argument.value for argument in mark.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
    kinds = [str(keyword.value.value) for keyword in mark.keywords if keyword.arg == "kind" and isinstance(keyword.value, ast.Constant)]
    if not ids or len(ids) != len(mark.args) or len(kinds) != len(mark.keywords):
        collector.problem(path, f"{where}: a req mark takes ids and kind as string literals")
        return
    kind = kinds[0] if kinds else "positive"
    if kind not in {"positive", "negative"}:
        collector.problem(path, f"{where}: a req mark is positive or negative, not {kind}")
        return
    collector.add(collector.evidence.tests(kind), ids, path, where)


def _collect_tests(collector: _Collector) -> None:
    for path in sorted((collector.root / "tests").rglob("*.py")):
        tree = collector.parse(path)
        for mark in _marks(tree) if tree is not None else ():
            _collect_mark(collector, path, mark)


def _collect_vectors(collector: _Collector) -> None:
    path = collector.root / "vectors" / "native" / "manifest.json"
    if not path.is_file():
        return
    try:
        cases = json.loads(path.read_text(encoding="utf-8"))["tests"].items()
        found = [
            (id_, case["requirements"], {"accept": "positive", "reject": "negative"}[case["expect"]["outcome"]]) for id_, case in cases
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        collector.problem(path, f"not a native manifest: {error!r}")
        return
    for id_, requirements, kind in found:
        collector.add(collector.evidence.tests(kind), requirements, path, id_)


def collect(root: Path, requirements: Mapping[str, Requirement]) -> Evidence:
    """All evidence in a source tree.

    Args:
        root: the folder that holds ``src``, ``tests``, ``spec`` and ``vectors``.
        requirements: the known ids.
    """
    collector = _Collector(root, requirements)
    _collect_code(collector)
    _collect_tables(collector)
    _collect_tests(collector)
    _collect_vectors(collector)
    return collector.evidence


def marked_tests(root: Path) -> dict[str, set[Path]]:
    """The test files by the ids that they are marked for."""
    found: dict[str, set[Path]] = {}
    for path in sorted((root / "tests").rglob("*.py")):
        for mark in _marks(ast.parse(path.read_text(encoding="utf-8"))):
            for argument in mark.args:
                if isinstance(argument, ast.Constant):
                    found.setdefault(str(argument.value), set()).add(path.relative_to(root))
    return found


def native_cases(root: Path) -> dict[str, list[str]]:
    """The native vectors, of messages and of encryptions, by the ids that they name."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "vectors" / "native").glob("*.json")):
        for name, case in json.loads(path.read_text(encoding="utf-8")).get("tests", {}).items():
            for id_ in case["requirements"]:
                found.setdefault(id_, []).append(name)
    return found


# --- numbers ---


def _row(topic: str, requirements: Sequence[Requirement], evidence: Evidence) -> Row:
    def count(ids: set[str]) -> int:
        return sum(requirement.id in ids for requirement in requirements)

    exceptions = sum(requirement.exception is not None for requirement in requirements)
    return Row(topic, len(requirements), count(evidence.implemented), count(evidence.positive), count(evidence.negative), exceptions)


def summarise(requirements: Mapping[str, Requirement], evidence: Evidence) -> list[Row]:
    """One row per topic, then a row ``total``."""
    topics: dict[str, list[Requirement]] = {}
    for requirement in requirements.values():
        topics.setdefault(requirement.topic, []).append(requirement)
    rows = [_row(topic, members, evidence) for topic, members in topics.items()]
    return [*rows, _row("total", list(requirements.values()), evidence)]


def compare(rows: Sequence[Row], snapshot: Mapping[str, Mapping[str, int]]) -> list[str]:
    """What is worse than in a snapshot: a topic with fewer requirements, less code, fewer tests, or more exceptions."""
    now = {row.topic: asdict(row) for row in rows}
    worse = [f"{topic}: the topic is gone" for topic in snapshot if topic not in now]
    for topic, before in snapshot.items():
        for name, old in before.items():
            new = now.get(topic, before)[name]
            if new > old if name == "exceptions" else new < old:
                worse.append(f"{topic}: {name} was {old} and is {new}")
    return worse


def _snapshot(rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    return {row.topic: {name: value for name, value in asdict(row).items() if name != "topic"} for row in rows}


# --- output ---

_COLUMNS = ("topic", "total", "implemented", "positive", "negative", "exceptions")


def _text(rows: Sequence[Row]) -> str:
    lines = [_COLUMNS, *(tuple(str(value) for value in asdict(row).values()) for row in rows)]
    return "\n".join(f"{line[0]:<10}" + "".join(f"{cell:>13}" for cell in line[1:]) for line in lines)


def _json(rows: Sequence[Row], problems: Sequence[str]) -> str:
    return json.dumps({"schema": _SCHEMA, "areas": _snapshot(rows), "problems": list(problems)}, indent=2)


_INTRODUCTION = """# Compliance

Which requirements are implemented and tested. Written by `python tools/req_report.py --write-docs`; do not edit it.

The requirements are in our own words in `spec/requirements/`, each with its source. *Code*: a function, a table, a field of the format or
an error code cites it. *Positive*: a test or native vector is marked for what it allows. *Negative*: one is marked for what it forbids. An
exception is left out on purpose and says why.

## What this page proves

"Yes" means that somebody wrote the id into code or a test. That does not prove that the code does it, nor that the test would fail if it
did not. `python -m tools.breaks` tries a sample: it breaks the code of marked rules, one at a time, and runs the tests and native vectors
that are marked for the rules of the broken code. A break that no marked test notices may be noticed by another test, or change nothing.
"""
_KEY_WORDS = """## What is counted

*Key words* are MUST, MUST NOT, SHOULD and SHOULD NOT in a file of the specification; a word that introduces a list counts once.
*Covered*: a requirement says the same as the sentence; `spec/specification.yaml` names those of each section. A requirement often covers
several sentences: of a list, of what encrypting and decrypting say each, of what a keyring's page repeats from another. *Exceptions*: only
requirements that are left out on purpose cover it. *Left out*: none covers it, for the reasons below. *Not compared*: nobody has looked.
*Missing*: none of these. *Requirements* are those whose source is the file; the others come from other repositories, or are our own.

This was compared by reading, in November 2026, once, so a sentence can have been judged wrongly. *Copy* is the commit of the copy that was
read, the newest that could be found, or "?" if the copy does not name its commit; newer ones may exist. Most counts equal those that were
made at commit 167041b. Of data-format, of encrypt, decrypt and streaming, and of branch-key-store the copies differ from it, and their key
words were counted by hand. `python -m tools.catalogue CHECKOUT` counts a checkout: it names the sections whose count differs and the
requirements whose section is gone or, once digests are stored, changed. None are stored yet: that takes a checkout.
"""


def _table(header: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in (header, ["---"] * len(header), *lines))


def _details(requirements: Iterable[Requirement], evidence: Evidence) -> str:
    def mark(id_: str, ids: set[str]) -> str:
        return "yes" if id_ in ids else ""

    return _table(
        ["id", "level", "requirement", "code", "positive", "negative", "exception"],
        (
            [
                item.id,
                item.level.replace("_", " "),
                item.title,
                mark(item.id, evidence.implemented),
                mark(item.id, evidence.positive),
                mark(item.id, evidence.negative),
                item.exception or "",
            ]
            for item in requirements
        ),
    )


def _breaks(root: Path) -> str:
    """What the kept result of ``tools.breaks`` says."""
    path = root / BREAKS
    if not path.is_file():
        return "No sample has been kept.\n"
    kept = json.loads(path.read_text(encoding="utf-8"))
    size, missed = kept["sample"], kept["unnoticed"]
    share = 100 * (size - len(missed)) // size
    text = f"On {kept['date']}, with seed {kept['seed']}, {size - len(missed)} of {size} breaks were noticed ({share} %)."
    if kept["seed"] in kept["earlier_seeds"]:
        text += " Tests and marks had been mended with this seed before, so another seed may show less.\n"
    else:
        text += " The seed was new: no test or mark had been mended for its sample.\n"
    if kept["earlier"]:
        text += "\nOther samples, each with a seed that was new then:\n\n"
        for one in kept["earlier"]:
            text += f"- seed {one['seed']}, {one['date']}: {one['noticed']} of {one['sample']}{one.get('note', '')}\n"
    if not missed:
        return text
    lines = (
        [row["id"], f"`{row['file']}:{row['line']}`", row["what"], f"`{row['before'].replace('|', chr(92) + '|')}`", row.get("since", "")]
        for row in missed
    )
    return (
        f"{text}\nNot noticed, with the lines as they were in the run:\n\n{_table(['id', 'place', 'break', 'code', 'since then'], lines)}\n"
    )


_COUNTS = ("key words", "covered", "exceptions", "left out", "not compared", "missing")


def _counts(row: Mapping[str, Any], exceptions: frozenset[str]) -> tuple[int, ...]:
    """What became of the key words of a file; the numbers of ``_COUNTS``."""
    all_ = row["key_words"]
    if "left_out" in row:
        return all_, 0, 0, all_, 0, 0
    if "sections" not in row:
        return all_, 0, 0, 0, all_, 0
    left = sum(one["key_words"] for section in row["sections"] for one in section.get("left_out", ()))
    excepted = sum(_named(section) for section in row["sections"] if exceptions.issuperset(section.get("requirements", ())))
    covered = sum(_named(section) for section in row["sections"]) - excepted
    unknown = row.get("not_compared", 0)
    return all_, covered, excepted, left, unknown, all_ - covered - excepted - left - unknown


def _named(section: Mapping[str, Any]) -> int:
    """The key words of a section that its requirements cover."""
    named: int = section["key_words"] - sum(one["key_words"] for one in section.get("left_out", ()))
    return named


def _reasons(rows: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[str]]:
    """Why key words are left out: file and anchor, how many, the reason."""
    for row in rows:
        if "left_out" in row:
            yield row["file"], str(row["key_words"]), row["left_out"]
        for section in row.get("sections", ()):
            for left in section.get("left_out", ()):
                yield f"{row['file']}#{section['anchor']}", str(left["key_words"]), left["because"]


def _key_words(root: Path, requirements: Collection[Requirement]) -> str:
    """What became of the key words of each file of the specification."""
    rows = read_specification(root)
    if not rows:
        return ""
    exceptions = frozenset(one.id for one in requirements if one.exception is not None)
    counts = [_counts(row, exceptions) for row in rows]
    sources = [sum(one.file == row["file"] for one in requirements) for row in rows]
    lines = [[row["file"], _copy(row), *map(str, count), str(source)] for row, count, source in zip(rows, counts, sources, strict=True)]
    total = ["total", "", *(str(sum(column)) for column in zip(*counts, strict=True)), str(sum(sources))]
    table = _table(["file", "copy", *_COUNTS, "requirements"], [*lines, total])
    reasons = _table(["where", "key words", "left out because"], _reasons(rows))
    return f"{_KEY_WORDS}\n{table}\n\n### Left out\n\n{reasons}\n"


def _copy(row: Mapping[str, Any]) -> str:
    """The commit of the copy that a file was compared with."""
    return "" if "commit" not in row else row["commit"] or "?"


def _markdown(root: Path, requirements: Mapping[str, Requirement], evidence: Evidence) -> str:
    rows = summarise(requirements, evidence)
    parts = [_INTRODUCTION, _breaks(root), _key_words(root, requirements.values()), "## By topic\n"]
    parts.append(_table(_COLUMNS, ([str(value) for value in asdict(row).values()] for row in rows)) + "\n")
    for row in rows[:-1]:
        members = (item for item in requirements.values() if item.topic == row.topic)
        parts.append(f"## {row.topic}\n\n{_details(members, evidence)}\n")
    return "\n".join(parts)


# --- command ---


def _check_snapshot(path: Path, rows: Sequence[Row]) -> list[str]:
    if not path.is_file():
        return [f"{path}: there is no snapshot; --write-snapshot makes one"]
    return [f"{path}: worse than the snapshot: {what}" for what in compare(rows, json.loads(path.read_text(encoding="utf-8")))]


def _check_docs(path: Path, text: str) -> list[str]:
    current = path.read_text(encoding="utf-8") if path.is_file() else None
    return [] if current == text else [f"{path}: not up to date; --write-docs writes it"]


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Report which requirements are implemented and tested.")
    parser.add_argument("--root", type=Path, default=_ROOT, help="the source tree")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--snapshot", type=Path, metavar="FILE", help="fail if a topic is worse than in this file")
    parser.add_argument("--write-snapshot", action="store_true", help="write the snapshot instead of comparing with it")
    docs = parser.add_mutually_exclusive_group()
    docs.add_argument("--write-docs", action="store_true", help=f"write {_DOCS}")
    docs.add_argument("--check-docs", action="store_true", help=f"fail if {_DOCS} is out of date")
    options = parser.parse_args(arguments)
    if options.write_snapshot and options.snapshot is None:
        parser.error("--write-snapshot needs --snapshot FILE")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the report and does what the options ask; returns 1 if there is a problem, a topic is worse or the page is out of date."""
    options = _arguments(arguments)
    requirements = read_requirements(options.root)
    evidence = collect(options.root, requirements)
    rows = summarise(requirements, evidence)
    problems = list(evidence.problems)
    if options.write_snapshot and not problems:
        options.snapshot.write_text(json.dumps(_snapshot(rows), indent=2) + "\n", encoding="utf-8")
    elif options.snapshot is not None:
        problems += _check_snapshot(options.snapshot, rows)
    if options.write_docs:
        (options.root / _DOCS).write_text(_markdown(options.root, requirements, evidence), encoding="utf-8")
    if options.check_docs:
        problems += _check_docs(options.root / _DOCS, _markdown(options.root, requirements, evidence))
    print(_json(rows, problems) if options.json else _text(rows))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
