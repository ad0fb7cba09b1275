"""What a run gave, as text for people, as JSON for programs, as JUnit XML for build servers.

Invariants: the same run gives the same text; what comes from manifests, folder names and errors cannot steer a terminal or break the XML;
JSON has exactly the members that docs promise. Nothing is printed here.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from esdkit.columns import printable
from esdkit.spec import error_codes
from esdkit.vectors.runner import Fault, Report
from esdkit.vectors.verdict import Result

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["json_report", "junit_report", "text_report"]

_SCHEMA = 1
_WIDTH = 80
_OUTCOMES = ("passed", "failed", "skipped")
_STYLES = {"passed": "green", "failed": "bold red", "skipped": "yellow"}
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


def text_report(report: Report, *, colour: bool = False) -> str:
    """A report of 80 columns: failures first with the reason, then a line per set, what was skipped and why, deviations, the sum.

    Args:
        report: the run.
        colour: whether the text is for a terminal that shows colours.
    """
    from rich.console import Console  # costs 60 ms, which no other report needs
    from rich.padding import Padding
    from rich.text import Text

    output = io.StringIO()
    console = Console(file=output, width=_WIDTH, force_terminal=colour, color_system="standard" if colour else None, legacy_windows=False)

    def entry(word: str, name: str, lines: Sequence[str]) -> None:
        console.print(Text.assemble((f"{word:<8}", _STYLES["failed"]), printable(name)), soft_wrap=True)  # a name is there to be copied
        for line in lines:
            console.print(Padding(Text(printable(line)), (0, 0, 0, 8)))

    for result in report.results:
        if result.outcome == "failed":
            entry("FAILED", f"{result.suite}::{result.id}", _why(result))
    for fault in report.faults:
        entry("ERROR", fault.location, _fault_lines(fault))
    console.print(_table(report.results))
    for note in _notes(report.results):
        console.print(Text(printable(note)))
    console.print(Text(_summary(report), _STYLES["failed" if report.count("failed") or report.faults else "passed"]))
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


def _table(results: Sequence[Result]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("set", no_wrap=True, max_width=_WIDTH // 2)
    for outcome in _OUTCOMES:
        table.add_column(outcome, justify="right")
    for suite, counts in _by_suite(results).items():
        cells = [Text(str(counts[outcome]), _STYLES[outcome]) if counts[outcome] else Text("-", "dim") for outcome in _OUTCOMES]
        table.add_row(Text(printable(suite)), *cells)
    return table


def junit_report(report: Report, *, now: datetime | None = None) -> str:
    """JUnit XML: a suite per vector set, and one more for paths that could not be run.

    Args:
        report: the run.
        now: when it was; None for this moment.
    """
    stamp = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%S")
    root = ElementTree.Element("testsuites")
    for suite in _by_suite(report.results):
        results = [result for result in report.results if result.suite == suite]
        element = _suite_element(root, suite, stamp, [result.seconds for result in results], Counter(result.outcome for result in results))
        for result in results:
            _case_element(element, result)
        _close_suite(element)
    if report.faults:
        element = _suite_element(root, "manifests", stamp, [0.0] * len(report.faults), {"error": len(report.faults)})
        for fault in report.faults:
            _fault_element(element, fault)
        _close_suite(element)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


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
    hint = fault.error.hint or error_codes()[fault.error.code].hint
    return [f"{fault.error.code.value}: {fault.error}", *([hint] if hint else [])]


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


def _suite_element(
    root: ElementTree.Element, suite: str, stamp: str, seconds: Sequence[float], counts: Mapping[str, int]
) -> ElementTree.Element:
    attributes = {
        "id": str(len(root)),
        "name": printable(suite),
        "package": "esdkit.vectors",
        "timestamp": stamp,
        "hostname": "localhost",
        "tests": str(len(seconds)),
        "failures": str(counts.get("failed", 0)),
        "errors": str(counts.get("error", 0)),
        "skipped": str(counts.get("skipped", 0)),
        "time": f"{sum(seconds):.3f}",
    }
    element = ElementTree.SubElement(root, "testsuite", attributes)
    ElementTree.SubElement(element, "properties")
    return element


def _close_suite(element: ElementTree.Element) -> None:
    """The two elements that the common schema demands after the cases."""
    ElementTree.SubElement(element, "system-out")
    ElementTree.SubElement(element, "system-err")


def _case_element(parent: ElementTree.Element, result: Result) -> None:
    attributes = {"name": printable(result.id), "classname": printable(result.suite), "time": f"{result.seconds:.3f}"}
    case = ElementTree.SubElement(parent, "testcase", attributes)
    if result.outcome == "failed":
        failure = ElementTree.SubElement(case, "failure", {"type": str(result.code), "message": printable(result.reason or "")})
        failure.text = "\n".join(printable(line) for line in _why(result))
    elif result.outcome == "skipped":
        ElementTree.SubElement(case, "skipped", {"message": f"{result.code}: held up to {result.tier}"})


def _fault_element(parent: ElementTree.Element, fault: Fault) -> None:
    case = ElementTree.SubElement(parent, "testcase", {"name": printable(fault.location), "classname": "manifests", "time": "0.000"})
    ElementTree.SubElement(case, "error", {"type": fault.error.code.value, "message": printable(str(fault.error))})
