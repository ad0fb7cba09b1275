"""The findings of many files: as text that can be printed file by file, as one JSON object (spec/schemas/lint-report.json), as SARIF.

Invariants: memory grows with the findings of a file alone, of which each form has a number at most, and says how many it leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from esdkit.columns import Columns
from esdkit.inspector.lint.findings import Finding, Profile, describe
from esdkit.inspector.lint.sarif import LintedFile, sarif
from esdkit.spec import Severity, lint_rules

__all__ = ["SEVERITIES", "LintReport", "rules_to_text"]

SEVERITIES: tuple[Severity, ...] = tuple(severity for severity in get_args(Severity) if severity != "none")
"""The worst first."""

_SCHEMA = 1
_ROLES = {"error": "bad", "warning": "warning", "note": "label", "accepted": "dim"}
_INDENT = 11
_MAX_SHOWN = 32  # findings of one file, as text
_MAX_LISTED = 1000  # in JSON


class LintReport:
    """What was found, file by file.

    Args:
        profile: that the findings were made with.
        keep: whether the findings are kept for ``to_json`` and ``to_sarif``.

    Attributes:
        skipped: files in which no message was found, when they are not to be linted.
    """

    def __init__(self, profile: Profile, *, keep: bool) -> None:
        self.profile = profile
        self.skipped = 0
        self._keep = keep
        self._files: list[LintedFile] = []
        self._unread: list[tuple[str, str]] = []
        self._counts: Counter[str] = Counter()
        self._linted = 0
        self._advised: set[str] = set()

    def add(self, file: LintedFile) -> None:
        """Count the findings of a file."""
        # Reqs: CLI-LNT-005, CLI-LNT-006
        self._linted += 1
        self._counts.update(map(_kind, file.findings))

        if self._keep:
            self._files.append(file)

    def add_unread(self, name: str, reason: str) -> None:
        """Note a file that could not be read."""
        self._unread.append((name, reason))

    def fails(self, severity: Severity) -> bool:
        """Whether there is a finding of this severity or a worse one that the profile does not accept."""
        # Reqs: CLI-LNT-005, CLI-LNT-006
        return any(self._counts[failing] for failing in SEVERITIES[: SEVERITIES.index(severity) + 1])

    def to_json(self) -> dict[str, Any]:
        """One object for all files."""
        rules = dict.fromkeys(finding.rule for file in self._files for finding in file.findings)
        return {
            "schema": _SCHEMA,
            "profile": self.profile.name,
            "counts": {kind: self._counts[kind] for kind in _ROLES},
            "files": [_file_to_json(file) for file in self._files],
            "unread": [{"file": name, "reason": reason} for name, reason in self._unread],
            "rules": {rule: _rule_to_json(rule) for rule in rules},
        }

    def to_sarif(self, version: str) -> dict[str, Any]:
        """One SARIF document for all files. ``version``: of esdkit."""
        return sarif(self._files, self.profile, version, self._unread)

    def file_to_text(self, file: LintedFile, out: Columns) -> Iterator[str]:
        """The lines of one file. The advice for a rule is printed once."""
        yield from out.whole(f"{file.name}: {_sum(Counter(map(_kind, file.findings)))}", role="title")
        for finding in file.findings[:_MAX_SHOWN]:
            yield from self._finding(finding, out)
        if len(file.findings) > _MAX_SHOWN:
            listed = "all" if len(file.findings) <= _MAX_LISTED else f"the first {_MAX_LISTED}"
            yield from out.lines(f"… {len(file.findings) - _MAX_SHOWN} more; --json has {listed}", "  ", "dim")
        if file.problem_count > file.problems_judged:
            yield from out.lines(f"of {file.problem_count} problems the first {file.problems_judged} were judged", "  ", "dim")

    def sum_to_text(self, out: Columns) -> Iterator[str]:
        """The sum of several files."""
        if self._linted > 1:
            yield from out.lines(f"{self._linted} files: {_sum(self._counts)}", role="title")

    def _finding(self, finding: Finding, out: Columns) -> Iterator[str]:
        # Reqs: CLI-LNT-005
        kind, indent = _kind(finding), " " * _INDENT
        yield from out.lines(finding.rule, [("  ", "plain"), (f"{kind:<{_INDENT - 2}}", _ROLES[kind])])
        yield from out.lines(finding.message, indent)
        place = [finding.path, None if finding.offset is None else f"offset {finding.offset:#x}"]
        yield from out.lines(", ".join(filter(None, place)), indent, "dim")
        if finding.allowed is not None:
            yield from out.lines(f"accepted: {finding.allowed}", indent)
        elif finding.rule not in self._advised:
            self._advised.add(finding.rule)
            yield from out.lines(describe(finding.rule).advice, indent, "dim")


def rules_to_text(profile: Profile, out: Columns) -> Iterator[str]:
    """The rules, and how much each counts."""
    yield from out.whole(f"profile {profile.name}", role="title")
    for row in lint_rules().values():
        severity = profile.severity(row.id)
        yield from out.lines(row.id, [("  ", "plain"), (f"{severity:<{_INDENT - 2}}", _ROLES.get(severity, "dim"))])
        yield from out.lines(row.title, " " * _INDENT)
    yield from out.lines("Everything that makes readers refuse a message is an error, under its error code.", "  ")


def _kind(finding: Finding) -> str:
    # Reqs: CLI-LNT-005
    return finding.severity if finding.allowed is None else "accepted"


def _sum(counts: Counter[str]) -> str:
    parts = [f"{counts[kind]} {kind}{'s' if counts[kind] != 1 and kind != 'accepted' else ''}" for kind in _ROLES if counts[kind]]
    return ", ".join(parts) or "no findings"


def _file_to_json(file: LintedFile) -> dict[str, Any]:
    # Reqs: CLI-LNT-005
    findings = [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "path": finding.path,
            "offset": finding.offset,
            "length": finding.length,
            "accepted": finding.allowed,
        }
        for finding in file.findings[:_MAX_LISTED]
    ]
    front = {"file": file.name, "length": file.length, "decoded": file.decoded}
    return {**front, "finding_count": len(file.findings), "findings": findings}


def _rule_to_json(rule_id: str) -> dict[str, Any]:
    row = describe(rule_id)
    texts = {"title": row.title, "means": row.means, "why": row.why, "advice": row.advice}
    return {**texts, "requirements": list(row.requirements), "decisions": list(row.decisions)}
