"""What a fuzzing run gave, as text for people and as JSON for programs.

Invariants: what programs say cannot steer a terminal; the same run gives the same text, but for its times.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from esdkit.columns import Columns, Style, count, plain
from esdkit.fuzz.corpus import finding_to_json
from esdkit.fuzz.findings import Finding
from esdkit.fuzz.session import MESSAGE_FIELDS, Session, Summary

__all__ = ["progress", "summary_to_json", "summary_to_text"]

_SCHEMA = 1
_INDENT = "  "


def progress(session: Session) -> str:
    """One line while it runs."""
    rate = session.asked / max(session.seconds, 0.001)
    return f"{_examples(session.asked)}, {rate:,.0f}/s, {session.pairs} fields × operations, {count(len(session.findings), 'finding')}"


def summary_to_json(summary: Summary, programs: Mapping[str, Any]) -> str:
    """One JSON object, with a newline at its end. ``programs``: address, name and version of each."""
    document = {
        "schema": _SCHEMA,
        "programs": programs,
        "asked": summary.asked,
        "before": summary.before,
        "phases": dict(summary.by_phase),
        "coverage": {"fields": summary.fields, "of_fields": len(MESSAGE_FIELDS), "pairs": summary.pairs},
        "seconds": round(summary.seconds, 1),
        "ended": summary.ended,
        "blind": list(summary.blind),
        "findings": [{"times": one.times, **finding_to_json(one)} for one in summary.findings],
    }
    return json.dumps(document, indent=1) + "\n"


def summary_to_text(summary: Summary, style: Style = plain) -> Iterator[str]:
    """Findings first, what nothing explains before the rest, then how far the run got."""
    out = Columns(style)
    for finding in summary.findings:
        yield from _finding(finding, out)
    for name in summary.blind:
        yield from out.lines(f"{name} opened no valid message, so its refusals prove nothing.", role="bad")
    phases = ", ".join(f"{number:,} {phase}" for phase, number in summary.by_phase.items())
    rate = summary.asked / max(summary.seconds, 0.001)
    yield from out.lines(f"{_examples(summary.asked)} in {summary.seconds:,.0f} s ({rate:,.0f}/s): {phases or 'none'}")
    if summary.before:
        were = f"{_examples(summary.before)} {'was' if summary.before == 1 else 'were'}"
        yield from out.lines(f"{were} asked before; what they found is in the corpus and is not counted here")
    yield from out.lines(
        f"{summary.fields} of {len(MESSAGE_FIELDS)} fields changed, {summary.pairs} fields × operations; ended by {summary.ended}"
    )
    known = len(summary.findings) - len(summary.unexplained)
    verdict = f"{count(len(summary.unexplained), 'finding')}, {known} known"
    yield from out.lines(verdict, role="bad" if summary.unexplained or summary.blind else "good")


def _examples(number: int) -> str:
    return f"{number:,} example{'' if number == 1 else 's'}"


def _finding(finding: Finding, out: Columns) -> Iterator[str]:
    plan = finding.question.plan
    yield from out.lines(
        f"{finding.title} ({finding.times} times)", [("FINDING ", "bad")] if finding.known is None else [("known   ", "dim")]
    )
    if finding.known is not None:
        yield from out.lines(finding.known, _INDENT)
        return
    yield from out.lines(f"expected: {plan.expected}. {finding.rule}", _INDENT)
    if not plan.expected.accepted and plan.repair.value != "none":
        yield from out.lines(f"repaired: {plan.repair.value}", _INDENT)
    for name, seen in finding.seen.items():
        yield from out.lines(f"{name}: {seen.outcome}; {seen.text}", _INDENT)
