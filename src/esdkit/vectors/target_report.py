"""What a run on a program gave, as text for people, as JSON for programs, as JUnit XML for build servers.

Invariants: the same run gives the same text; what comes from manifests, programs and errors cannot steer a terminal; JSON has exactly the
members that docs promise. Nothing is printed here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from esdkit.columns import Columns, Piece, Style, count, plain
from esdkit.spec import target_outcomes
from esdkit.vectors.cells import Cell, expected_text
from esdkit.vectors.explain import command_of, rule_of
from esdkit.vectors.groups import groups_of
from esdkit.vectors.junit import JunitCase, fault_cases, junit_document
from esdkit.vectors.model import Accept
from esdkit.vectors.report import faults_to_text
from esdkit.vectors.testing import TargetReport

__all__ = ["streamed_text", "target_to_json", "target_to_junit", "target_to_text"]

_SCHEMA = 1
_INDENT = " " * 8
_KNOWN = "known bugs"
_MAX_REASONS = 12
_MANY = 8  # red cells from which on groups of them help


def target_to_json(report: TargetReport) -> str:
    """One JSON object, with a newline at its end."""
    document = {
        "schema": _SCHEMA,
        "target": {"address": report.address, "name": report.abilities.name, "version": report.abilities.version},
        "summary": {**report.summary, "known_bugs": report.known_bugs},
        "streamed": report.streamed,
        "errors": list(report.errors),
        "results": [_members(cell) for cell in report.cells],
    }
    return json.dumps(document, indent=1) + "\n"


def _members(cell: Cell) -> dict[str, Any]:
    expected = cell.vector.expectation
    return {
        "suite": cell.suite,
        "id": cell.vector.id,
        "outcome": cell.outcome,
        "code": cell.code,
        "stage": cell.stage,
        "reason": cell.reason,
        "expected": {
            "outcome": "accept" if isinstance(expected, Accept) else "reject",
            "stage": None if isinstance(expected, Accept) else expected.stage,
            "code": None if isinstance(expected, Accept) else expected.code,
        },
        "known_bug": cell.known_bug,
        "stream": cell.stream,
    }


def target_to_text(report: TargetReport, style: Style = plain) -> str:
    """A report of 80 columns: red cells first with reason and rule, then a line per set, what proves nothing and why, the sum."""
    return "".join(f"{line}\n" for line in _text(report, Columns(style)))


def _text(report: TargetReport, out: Columns) -> Iterator[str]:
    yield from out.lines(f"{report.abilities.name} {report.abilities.version} ({report.address})", role="title")
    for cell in report.cells:
        if cell.counts:
            yield from out.whole(cell.name, [(f"{cell.outcome.upper()}  ", "bad")])
            for line in _why(cell):
                yield from out.lines(line, _INDENT)
    for error in report.errors:
        yield from out.lines(error, [("ERROR   ", "bad")])
    yield from faults_to_text(report.faults, out)
    yield from _alike(report, out)
    yield from out.table(_rows(report), right=range(1, 20))
    yield from _notes(report, out)
    yield from out.lines(_summary(report), role="bad" if report.fails or report.faults else "good")


def _alike(report: TargetReport, out: Columns) -> Iterator[str]:
    red = [cell for cell in report.cells if cell.counts]
    if len(red) < _MANY:
        return
    yield from out.lines("red cells that look alike", role="title")
    for group in groups_of(red):
        yield from out.lines(f"{len(group.cells):5} x {group.what}", hanging=8)
        for line in group.common:
            yield from out.lines(line, _INDENT)


def _why(cell: Cell) -> Iterator[str]:
    yield from filter(None, [cell.reason])
    yield from rule_of(cell)


def _shown(report: TargetReport) -> list[str]:
    """The outcomes that a report has columns for."""
    return [name for name in target_outcomes() if name in ("passed", "failed") or report.count(name)]


def _rows(report: TargetReport) -> list[list[Piece]]:
    outcomes = [*_shown(report), *([_KNOWN] if report.known_bugs else [])]
    counts: dict[str, Counter[str]] = {}
    for cell in report.cells:
        counts.setdefault(cell.suite, Counter())[_KNOWN if cell.known_bug else cell.outcome] += 1
    rows: list[list[Piece]] = [[("set", "title"), *((outcome, "title") for outcome in outcomes)]]
    for suite, of_suite in counts.items():
        numbers = [(str(of_suite[one]), _role(one)) if of_suite[one] else ("-", "dim") for one in outcomes]
        rows.append([(suite, "plain"), *numbers])
    return rows


def _role(outcome: str) -> str:
    if outcome == "passed":
        return "good"
    row = target_outcomes().get(outcome)
    return "bad" if row is not None and row.red else "warning"


def _notes(report: TargetReport, out: Columns) -> Iterator[str]:
    """Why cells are neither passed nor red, and the known bugs."""
    reasons = Counter(
        (cell.outcome if cell.known_bug is None else "known bug", cell.known_bug or cell.reason or "")
        for cell in report.cells
        if cell.outcome != "passed" and not cell.counts
    )
    for (outcome, reason), number in reasons.most_common(_MAX_REASONS):
        yield from out.lines(f"{outcome}: {number} x {reason}", hanging=2)
    if report.encryptions:
        yield from out.lines(f"unsupported: {report.encryptions} x the protocol cannot give what an encryption draws at random", hanging=2)
    yield from out.lines(streamed_text(report), hanging=2)
    if len(reasons) > _MAX_REASONS:
        yield from out.lines(f"… {len(reasons) - _MAX_REASONS} more reasons; --format json has all", role="dim")


def streamed_text(report: TargetReport) -> str:
    """How many messages were streams, too; empty if none was to be."""
    if report.streamed is None:
        return ""
    red = sum(cell.stream for cell in report.cells)
    return f"also asked as a stream: {count(report.streamed, 'vector')}, {red} of them red as a stream alone"


def _summary(report: TargetReport) -> str:
    parts = [f"{report.count(outcome)} {outcome}" for outcome in _shown(report)]
    if report.known_bugs:
        parts.append(f"{report.known_bugs} {_KNOWN}")
    if report.faults:
        parts.append(f"{len(report.faults)} could not be run")
    return ", ".join(parts)


def target_to_junit(report: TargetReport, *, now: datetime | None = None) -> str:
    """JUnit XML: a suite per vector set, and more for paths that could not be run and for wrong rows of the list of known bugs.

    Args:
        report: the run.
        now: when it was; None for this moment.
    """
    errors = [JunitCase(_KNOWN, error, verdict="failure", kind="known-bugs", message=error) for error in report.errors]
    return junit_document([*(_case(report, cell) for cell in report.cells), *fault_cases(report.faults), *errors], now)


def _case(report: TargetReport, cell: Cell) -> JunitCase:
    reason = cell.reason or ""
    if cell.counts:
        lines = (*_why(cell), f"expected {expected_text(cell.vector)}", command_of(cell, report.paths, report.address))
        return JunitCase(cell.suite, cell.vector.id, cell.seconds, "failure", cell.outcome, reason, lines)
    if cell.outcome == "passed":
        return JunitCase(cell.suite, cell.vector.id, cell.seconds)
    why = f"known bug: {cell.known_bug}" if cell.known_bug else f"{cell.outcome}: {reason}"
    return JunitCase(cell.suite, cell.vector.id, cell.seconds, "skipped", message=why)
