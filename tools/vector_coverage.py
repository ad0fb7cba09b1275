"""Writes docs/vectors.md: what the native vectors cover, counted from the manifests, and why a cell is empty.

Strategy: every number is computed from messages, ids, stages, requirements and comments of vectors/native; what the page says besides
comes from spec/. A cell without a vector has its reason in spec/vector_gaps.yaml. A cell with neither, and a reason of a cell that has a
vector, are problems.

    python tools/vector_coverage.py [--check]      --check writes nothing and exits 1 when the page is out of date or there is a problem
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from textwrap import wrap
from typing import Any

import yaml

from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.spec import FIELDS, STAGES, SUITES, decisions

__all__ = ["Coverage", "main", "measure", "page", "problems"]

_ROOT = Path(__file__).resolve().parents[1]
_NATIVE = _ROOT / "vectors" / "native"
_SPEC = _ROOT / "spec"
_PAGE = _ROOT / "docs" / "vectors.md"
_WIDTH = 140

_TOPICS = ("FMT", "CLI-DEC", "CLI-STR", "CMM", "ALG", "SIG", "KDF")
"""The requirements that are counted one by one: those of the format and of a reader."""
_ENDS = ("truncated", "no-final-frame", "footer-missing")
_GOTCHAS = tuple(f"DEC-G{number:02}" for number in range(1, 81))
_KINDS = ("boundary", "truncation", "mutation")
_EDGES = 2
"""Numbers or lengths that a field must have in valid messages to be at an edge."""

Gaps = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many vectors each cell has.

    Attributes:
        fields: by field, then by kind.
        stages: by suite, then by stage.
        positive, negative: by requirement; of messages and of encryptions.
        accepted, refused: by decision.
        names: of all vectors.
        sizes: vectors of messages to accept, to refuse; of encryptions to write, to refuse.
    """

    fields: Mapping[str, Counter[str]]
    stages: Mapping[str, Counter[str]]
    positive: Counter[str] = field(default_factory=Counter)
    negative: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    sizes: Counter[str] = field(default_factory=Counter)


# --- counting ---


def _tests(name: str) -> Mapping[str, Any]:
    tests: Mapping[str, Any] = json.loads((_NATIVE / name).read_text(encoding="utf-8"))["tests"]
    return tests


def measure() -> Coverage:
    """Counts the vectors of the two manifests."""
    messages, encryptions = _tests("manifest.json"), _tests("encrypt.json")
    found = Coverage(_fields(messages), _stages(messages))
    for name, test in {**messages, **encryptions}.items():
        outcome = test["expect"]["outcome"]
        good = outcome in ("accept", "write")
        found.names.append(name)
        found.sizes[outcome] += 1
        (found.positive if good else found.negative).update(test["requirements"])
        (found.accepted if good else found.refused).update(re.findall(r"DEC-[A-Z0-9-]+", test["comment"]))
    return found


def _message(test: Mapping[str, Any]) -> bytes:
    name: str = test["ciphertext"]
    return (_NATIVE / name.removeprefix("file://")).read_bytes()


def _fields(messages: Mapping[str, Any]) -> Mapping[str, Counter[str]]:
    """Edges are numbers, and lengths of bytes, in valid messages, and lies in others; ends are where the bytes no longer fit."""
    cells: dict[str, Counter[str]] = defaultdict(Counter)
    edges: dict[str, set[int]] = defaultdict(set)
    for name, test in messages.items():
        expect = test["expect"]
        if expect["outcome"] == "accept":
            for span in trace(MESSAGE, _message(test)).spans:
                edges[span.id].add(span.value if isinstance(span.value, int) else span.end - span.start)
        elif name.startswith("cut-") and (field_id := _named_field(name)) is not None:
            cells[field_id]["truncation"] += 1
        elif expect["code"] in _ENDS:
            problem = trace(MESSAGE, _message(test)).problem
            if problem is not None:
                cells[problem.id or ""]["truncation"] += 1
        for prefix, kind in (("lie-", "boundary"), ("flip-", "mutation")):
            if name.startswith(prefix) and (field_id := _named_field(name)) is not None:
                cells[field_id][kind] += 1
    for field_id, values in edges.items():
        cells[field_id]["boundary"] += len(values) if len(values) >= _EDGES else 0
    return cells


def _named_field(name: str) -> str | None:
    """The field that an id of ``cuts``, ``lies`` or ``flips`` names: the longest whose name it has."""
    slugs = {field_id.replace(".", "-").replace("_", "-"): field_id for field_id in FIELDS}
    fitting = [slug for slug in slugs if f"-{slug}-" in name]
    return slugs[max(fitting, key=len)] if fitting else None


def _stages(messages: Mapping[str, Any]) -> Mapping[str, Counter[str]]:
    cells: dict[str, Counter[str]] = defaultdict(Counter)
    for test in messages.values():
        if test["expect"]["outcome"] == "reject" and (suite := _suite(_message(test))) is not None:
            cells[suite][test["expect"]["stage"]] += 1
    return cells


def _suite(data: bytes) -> str | None:
    """The suite that a message names, whether or not the rest can be read."""
    at = {1: 2, 2: 1}.get(data[0] if data else 0)
    value = int.from_bytes(data[at : at + 2], "big") if at is not None and len(data) > at + 1 else 0
    return SUITES[value].hex_id if value in SUITES else None


# --- tables of spec/ ---


def _table_of(name: str) -> Any:
    return yaml.safe_load((_SPEC / f"{name}.yaml").read_text(encoding="utf-8"))[name]


def _requirements() -> list[str]:
    files = sorted((_SPEC / "requirements").glob("*.yaml"))
    rows = [row["id"] for file in files for row in yaml.safe_load(file.read_text(encoding="utf-8"))["requirements"]]
    return [name for name in rows if name.startswith(tuple(f"{topic}-" for topic in _TOPICS)) and not name.startswith("FMT-TXT")]


def _bugs() -> list[Mapping[str, Any]]:
    """The bugs of SDKs that were measured."""
    rows: list[Mapping[str, Any]] = yaml.safe_load((_SPEC / "known_bugs.yaml").read_text(encoding="utf-8"))["bugs"]
    return rows


def _message_fields() -> list[str]:
    return [field_id for field_id, row in FIELDS.items() if row.part in ("header", "body", "footer")]


# --- cells ---


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell of a table.

    Attributes:
        place: for people.
        count: of vectors.
        reason: the class of the reason why there is none; None when none is given.
    """

    place: str
    count: int
    reason: str | None


def _cells(found: Coverage, gaps: Gaps) -> Iterator[_Cell]:
    for field_id in _message_fields():
        for kind in _KINDS:
            yield _Cell(f"{field_id}, {kind}", found.fields[field_id][kind], gaps["fields"].get(field_id, {}).get(kind))
    for suite in SUITES.values():
        for stage in STAGES:
            yield _Cell(f"{suite.hex_id}, {stage}", found.stages[suite.hex_id][stage], _stage_reason(gaps, suite.hex_id, stage))
    for name in _requirements():
        given: Mapping[str, str] = next((row for pattern, row in gaps["requirements"].items() if fnmatchcase(name, pattern)), {})
        yield _Cell(f"{name}, positive", found.positive[name], given.get("positive"))
        yield _Cell(f"{name}, negative", found.negative[name], given.get("negative"))
    for name in _GOTCHAS:
        yield _Cell(name, found.accepted[name] + found.refused[name], gaps["gotchas"].get(name))
    for row in _table_of("known_defects"):
        yield _Cell(f"known defect {row['id']}", _matching(row, found), row.get("reason"))
    for row in _bugs():
        yield _Cell(f"bug {row['id']}", _matching(row, found), gaps["bugs"].get(row["id"]))


def _stage_reason(gaps: Gaps, suite: str, stage: str) -> str | None:
    own: Mapping[str, str] = gaps["stages"].get(stage, {})
    return own.get(suite) or own.get("all")


def _matching(row: Mapping[str, Any], found: Coverage) -> int:
    return sum(any(fnmatchcase(name, pattern) for pattern in row.get("vectors", ())) for name in found.names)


def problems(found: Coverage | None = None) -> list[str]:
    """The cells without vector and reason, the reasons of cells that have vectors, and names that do not exist."""
    found, gaps = found or measure(), _table_of("vector_gaps")
    cells = list(_cells(found, gaps))
    lacking = [f"{cell.place}: no vector, and no reason" for cell in cells if not cell.count and cell.reason is None]
    stale = [f"{cell.place}: has {cell.count} vectors, and a reason for none" for cell in cells if cell.count and cell.reason]
    unknown = [f"{cell.place}: there is no reason {cell.reason}" for cell in cells if cell.reason and cell.reason not in gaps["reasons"]]
    unused = sorted(set(gaps["reasons"]) - {cell.reason for cell in cells})
    idle = [f"vector_gaps.yaml: reasons: no cell has {name}" for name in unused]
    return [*lacking, *stale, *unknown, *idle, *_strangers(gaps), *_empty_patterns(found)]


def _strangers(gaps: Gaps) -> list[str]:
    known = {"fields": _message_fields(), "requirements": _requirements(), "gotchas": _GOTCHAS, "stages": STAGES}
    given = [(table, name, names) for table, names in known.items() for name in gaps[table]]
    return [f"vector_gaps.yaml: {table}: there is no {it}" for table, it, names in given if not any(fnmatchcase(one, it) for one in names)]


def _empty_patterns(found: Coverage) -> list[str]:
    rows = [(row["id"], pattern) for row in _table_of("known_defects") for pattern in row.get("vectors", ())]
    return [f"known defect {name}: no vector is called {it}" for name, it in rows if not any(fnmatchcase(one, it) for one in found.names)]


# --- the page ---


def _paragraph(text: str) -> str:
    return "\n".join(wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *rows))


def page(found: Coverage | None = None) -> str:
    """The text of docs/vectors.md."""
    found, gaps = found or measure(), _table_of("vector_gaps")
    cells = {cell.place: cell for cell in _cells(found, gaps)}
    parts = [
        "<!-- Written by tools/vector_coverage.py. Do not edit. -->",
        "# What the native vectors cover",
        _paragraph(
            f"{found.sizes['accept']} messages to accept and {found.sizes['reject']} to refuse (`manifest.json`), {found.sizes['write']} "
            f"encryptions to write and {found.sizes['refuse']} to refuse (`encrypt.json`). All numbers are counted from the manifests; a "
            "word in place of a number is the reason why there is no vector."
        ),
        _table(["reason", "meaning"], ([f"*{name}*", text] for name, text in gaps["reasons"].items())),
        "## Fields",
        _paragraph(
            "Boundary: different numbers, or lengths of bytes, in valid messages, and lies. Truncation: messages that end at or inside the "
            "field. Mutation: messages with one bit of the field inverted and everything else made to fit."
        ),
        _table(["field", *_KINDS], ([f"`{one}`", *(_shown(cells[f"{one}, {kind}"]) for kind in _KINDS)] for one in _message_fields())),
        "## Suites and stages",
        "Messages to refuse, by the suite that they name and the stage at which they fail.",
        _table(
            ["suite", *(f"`{stage}`" for stage in STAGES)],
            ([suite.hex_id, *(_shown(cells[f"{suite.hex_id}, {stage}"]) for stage in STAGES)] for suite in SUITES.values()),
        ),
        "## Requirements",
        _paragraph(
            "Ids of the format and of a reader. Positive: whoever accepts or writes the vector fulfills the requirement. Negative: the "
            "vector breaks it and must be refused."
        ),
        _table(["topic", "ids", "with a positive", "with a negative", "with both", "positive and negative vectors"], _topics(found)),
        "### Ids without one of the two",
        _table(["id", "positive", "negative"], _incomplete(cells)),
        "## Pitfalls",
        "The vectors name a pitfall in their comment, by the id of the [decision](format/decisions.md).",
        _table(["pitfall", "what", "accept or write", "refuse"], ([name, *_pitfall(name, found, cells[name])] for name in _GOTCHAS)),
        "## Known defects",
        "What went wrong in implementations of this format, and the vectors that show it.",
        _table(["defect", "where", "what", "vectors"], (_defect(row, cells) for row in _table_of("known_defects"))),
        "## Bugs of SDKs",
        "What the releases that were measured do otherwise (`spec/known_bugs.yaml`), and the vectors that show it.",
        _table(["bug", "what", "vectors"], ([row["id"], row["defect"], _shown(cells[f"bug {row['id']}"])] for row in _bugs())),
    ]
    return "\n\n".join(parts) + "\n"


def _shown(cell: _Cell) -> str:
    if cell.count:
        return str(cell.count)
    return "**none**" if cell.reason is None else f"*{cell.reason}*"


def _topics(found: Coverage) -> Iterator[list[str]]:
    by_topic: dict[str, list[str]] = defaultdict(list)
    for name in _requirements():
        by_topic[name.rsplit("-", 1)[0]].append(name)
    for topic, names in by_topic.items():
        positive, negative = {name for name in names if found.positive[name]}, {name for name in names if found.negative[name]}
        counts = [len(names), len(positive), len(negative), len(positive & negative)]
        total = sum(found.positive[name] for name in names), sum(found.negative[name] for name in names)
        yield [topic, *map(str, counts), f"{total[0]} and {total[1]}"]


def _incomplete(cells: Mapping[str, _Cell]) -> Iterator[list[str]]:
    for name in _requirements():
        pair = [cells[f"{name}, positive"], cells[f"{name}, negative"]]
        if not all(cell.count for cell in pair):
            yield [name, *map(_shown, pair)]


def _pitfall(name: str, found: Coverage, cell: _Cell) -> list[str]:
    title = decisions()[name].title if name in decisions() else ""
    if cell.count:
        return [title, str(found.accepted[name]), str(found.refused[name])]
    return [title, _shown(cell), _shown(cell)]


def _defect(row: Mapping[str, Any], cells: Mapping[str, _Cell]) -> list[str]:
    return [row["id"], row["where"], row["defect"], _shown(cells[f"known defect {row['id']}"])]


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes or checks the page; returns 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Write the page that says what the native vectors cover.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail when the page is out of date")
    check = parser.parse_args(arguments).check
    found = measure()
    text, wrong = page(found), problems(found)
    if not check:
        _PAGE.write_text(text, encoding="utf-8")
    elif not _PAGE.is_file() or _PAGE.read_text(encoding="utf-8") != text:
        wrong.append(f"{_PAGE.name}: not up to date; python tools/vector_coverage.py writes it")
    for problem in wrong:
        print(problem, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
