"""What a run gave, as text for people, as JSON for programs, as JUnit XML for build servers.

Invariants: the same run gives the same text; what comes from manifests, folder names and errors cannot steer a terminal or break the XML;
JSON has exactly the members that docs promise. Nothing is printed here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from esdkit.columns import Columns, Piece, Style, plain
from esdkit.inspector.views.error import hint_of
from esdkit.vectors.junit import JunitCase, fault_cases, junit_document
from esdkit.vectors.runner import Fault, Report
from esdkit.vectors.verdict import Result

__all__ = ["faults_to_text", "json_report", "junit_report", "text_report"]

_SCHEMA = 1
_INDENT = 8
_OUTCOMES = ("passed", "failed", "skipped")
_ROLES = {"passed": "good", "failed": "bad", "skipped": "warning"}
_MEMBERS = ("suite", "id", "outcome", "tier", "stage", "code", "reason")


def json_report(report: Report) -> str:
    """One JSON object, with a newline at its end."""
    document = {
        "schema": _SCHEMA,
        "summary": {outcome: report.count(outcome) for outcome in _OUTCOMES},
        "results": [_members(result) for result in report.results],
    }
    return json.dumps(document, indent=1) + "\n"  # in ASCII, so that no terminal and no encoding can break it


def _members(result: Result) -> dict[str, str | None]:
    members = {member: getattr(result, member) for member in _MEMBERS}
    return members if result.reason else {**members, "reason": result.deviation}


def text_report(report: Report, style: Style = plain) -> str:
    """A report of 80 columns: failures first with the reason, then a line per set, what was skipped and why, deviations, the sum."""
    return "".join(f"{line}\n" for line in _text(report, Columns(style)))


def _text(report: Report, out: Columns) -> Iterator[str]:
    for result in report.results:
        if result.outcome == "failed":
            yield from _entry("FAILED", f"{result.suite}::{result.id}", _why(result), out)
    yield from faults_to_text(report.faults, out)
    rows: list[list[Piece]] = [[("set", "title"), *((outcome, "title") for outcome in _OUTCOMES)]]
    for suite, counts in _by_suite(report.results).items():
        rows.append([(suite, "plain"), *((str(counts[one]), _ROLES[one]) if counts[one] else ("-", "dim") for one in _OUTCOMES)])
    yield from out.table(rows, right=range(1, len(rows[0])))
    for note in _notes(report.results):
        yield from out.lines(note)
    yield from out.lines(_summary(report), role=_ROLES["failed" if report.count("failed") or report.faults else "passed"])


def faults_to_text(faults: Sequence[Fault], out: Columns) -> Iterator[str]:
    """The lines of paths and manifests that could not be run."""
    for fault in faults:
        yield from _entry("ERROR", fault.location, _fault_lines(fault), out)


def _entry(word: str, name: str, texts: Sequence[str], out: Columns) -> Iterator[str]:
    """What is wrong with one vector or path; its name is there to be copied."""
    yield from out.whole(name, [(f"{word:<{_INDENT}}", _ROLES["failed"])])
    for text in texts:
        yield from out.lines(text, " " * _INDENT)


def junit_report(report: Report, *, now: datetime | None = None) -> str:
    """JUnit XML: a suite per vector set, and one more for paths that could not be run.

    Args:
        report: the run.
        now: when it was; None for this moment.
    """
    return junit_document([*map(_case, report.results), *fault_cases(report.faults)], now)


def _case(result: Result) -> JunitCase:
    case = JunitCase(result.suite, result.id, result.seconds)
    if result.outcome == "failed":
        return replace(case, verdict="failure", kind=str(result.code), message=result.reason or "", lines=tuple(_why(result)))
    if result.outcome == "skipped":
        return replace(case, verdict="skipped", message=f"{result.code}: held up to {result.tier}")
    return case


def _by_suite(results: Sequence[Result]) -> Mapping[str, Counter[str]]:
    """Outcomes per set, in the order of their first results."""
    counts: dict[str, Counter[str]] = {}
    for result in results:
        counts.setdefault(result.suite, Counter())[result.outcome] += 1
    return counts


def _why(result: Result) -> list[str]:
    where = f"{result.code} at {result.stage}" if result.stage else str(result.code)
    lines = [f"{where}, held up to {result.tier or 'nothing'}", result.reason or ""]
    if result.deviation:
        lines.append(f"expected against its manifest: {result.deviation}")
    return [line for line in lines if line]


def _fault_lines(fault: Fault) -> list[str]:
    error = fault.error
    place = f" @ {error.path}" if error.path else ""
    return [f"{error.code.value}: {error.message}{place}", hint_of(error)]


def _notes(results: Sequence[Result]) -> list[str]:
    """What the numbers do not say: why vectors were skipped and how far they held, and where a manifest was not believed."""
    skipped = Counter((str(result.code), str(result.tier)) for result in results if result.outcome == "skipped")
    notes = [f"skipped: {count} x {code}, held up to {tier}" for (code, tier), count in sorted(skipped.items())]
    deviations = Counter((result.suite, result.deviation) for result in results if result.deviation)
    notes += [f"deviation: {count} x {suite}, expected against its manifest. {why}" for (suite, why), count in deviations.items()]
    return notes


def _summary(report: Report) -> str:
    parts = [f"{report.count(outcome)} {outcome}" for outcome in _OUTCOMES]
    if report.faults:
        parts.append(f"{len(report.faults)} could not be run")
    return ", ".join(parts)
