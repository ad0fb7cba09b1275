"""Results as JUnit XML, for build servers.

Invariant: what comes from manifests, folder names, programs and errors cannot break the XML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal
from xml.etree import ElementTree

from esdkit.columns import printable
from esdkit.frozen import frozen
from esdkit.vectors.runner import Fault

__all__ = ["JunitCase", "fault_cases", "junit_document"]

_FAULTS = "manifests"


@frozen
class JunitCase:
    """One case.

    Attributes:
        suite: its test suite.
        name: of the case.
        seconds: how long it took.
        verdict: the element that says how it ended; None if it passed.
        kind: of a failure or an error.
        message: one line.
        lines: more of them.
    """

    suite: str
    name: str
    seconds: float = 0.0
    verdict: Literal["failure", "error", "skipped"] | None = None
    kind: str = ""
    message: str = ""
    lines: tuple[str, ...] = ()


def fault_cases(faults: Sequence[Fault]) -> list[JunitCase]:
    """The paths that could not be run, as cases of a suite of their own."""
    return [JunitCase(_FAULTS, fault.location, verdict="error", kind=fault.error.code.value, message=str(fault.error)) for fault in faults]


def junit_document(cases: Iterable[JunitCase], now: datetime | None = None) -> str:
    """The document: a suite per set, in the order of their first cases.

    Args:
        cases: all cases.
        now: when the run was; None for this moment.
    """
    stamp = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%S")
    suites: dict[str, list[JunitCase]] = {}
    for case in cases:
        suites.setdefault(case.suite, []).append(case)
    root = ElementTree.Element("testsuites")
    for suite, members in suites.items():
        element = _suite_element(root, suite, stamp, members)
        for case in members:
            _case_element(element, case)
        ElementTree.SubElement(element, "system-out")  # the common schema demands both after the cases
        ElementTree.SubElement(element, "system-err")
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite_element(root: ElementTree.Element, suite: str, stamp: str, cases: Sequence[JunitCase]) -> ElementTree.Element:
    counts = Counter(case.verdict for case in cases)
    attributes = {
        "id": str(len(root)),
        "name": printable(suite),
        "package": "esdkit.vectors",
        "timestamp": stamp,
        "hostname": "localhost",
        "tests": str(len(cases)),
        "failures": str(counts["failure"]),
        "errors": str(counts["error"]),
        "skipped": str(counts["skipped"]),
        "time": f"{sum(case.seconds for case in cases):.3f}",
    }
    element = ElementTree.SubElement(root, "testsuite", attributes)
    ElementTree.SubElement(element, "properties")
    return element


def _case_element(parent: ElementTree.Element, case: JunitCase) -> None:
    attributes = {"name": printable(case.name), "classname": printable(case.suite), "time": f"{case.seconds:.3f}"}
    element = ElementTree.SubElement(parent, "testcase", attributes)
    if case.verdict is None:
        return
    kind = {"type": case.kind} if case.kind else {}
    verdict = ElementTree.SubElement(element, case.verdict, {**kind, "message": printable(case.message)})
    if case.lines:
        verdict.text = "\n".join(map(printable, case.lines))
