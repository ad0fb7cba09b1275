"""Findings that are expected: the known bugs of official SDKs (spec/known_bugs.yaml), or the rows of a list of yours.

Invariant: a row excuses what it names and nothing else, and gives its reason.
"""
# Reqs: CLI-FUZ-006

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from esdkit.conform.explain import bugs_of
from esdkit.conform.matrix import Program
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.fuzz.findings import Finding
from esdkit.inspector import Tree, inspect
from esdkit.inspector.facts.readers import accepted_of, limits_of, shows_in_stream
from esdkit.spec import KnownBug

__all__ = ["Allowed", "known_bug", "read_allowed"]

_PLACE = "allow"
_MEMBERS = ("field", "operation", "outcome", "reason")
_IN_STREAMS = {"accepted": "accepts", "released": "releases", "refused": "refuses"}
"""By outcome what a bug of streams alone must do."""


@frozen
class Allowed:
    """A row of a list.

    Attributes:
        reason: why it is expected.
        field: a field id, or a pattern of them; None for any.
        operation: of the mutation, or a pattern; None for any.
        outcome: what the program did; None for any.
    """

    reason: str
    field: str | None = None
    operation: str | None = None
    outcome: str | None = None

    def allows(self, finding: Finding) -> bool:
        """Whether the finding is what it names, whichever programs it is about."""
        plan = finding.question.plan
        return (
            (self.field is None or fnmatchcase(plan.field, self.field))
            and (self.operation is None or fnmatchcase(plan.operation, self.operation))
            and all(self.outcome in (None, seen.outcome) for seen in finding.seen.values())
        )


def known_bug(finding: Finding, programs: Mapping[str, Program]) -> str | None:
    """The defects that explain what every program of a finding did; None unless all are explained."""
    reasons = [_reason(finding, programs[name], seen.outcome) for name, seen in finding.seen.items()]
    return None if None in reasons else "; ".join(dict.fromkeys(filter(None, reasons)))


def _reason(finding: Finding, program: Program, outcome: str) -> str | None:
    stream = finding.question.stream > 0
    bugs = list(bugs_of(program, stream=stream))
    if not bugs:
        return None
    message = inspect(finding.data)
    expected = finding.question.plan.expected.code
    code = None if expected is None else Code(expected)
    shown = _shown(bugs, message, code, outcome)
    does = _IN_STREAMS.get(outcome)
    shown |= {(does, bug.id) for bug in bugs if does is not None and bug.operation and shows_in_stream(message, bug, code)}
    return next((f"{bug.id}: {bug.defect}" for bug in bugs if any((does, bug.id) in shown for does in bug.does)), None)


def _shown(bugs: Sequence[KnownBug], message: Tree, code: Code | None, outcome: str) -> set[tuple[str, str]]:
    """What an outcome can be, and the known bug that the message shows: of those that do not take a stream."""
    shown: set[tuple[str, str]] = set()
    if outcome in ("accepted", "refused-elsewhere") and code is not None:
        shown |= {("accepts", row.id) for row in accepted_of(message, code)}
        shown |= {("accepts", bug.id) for bug in bugs if bug.hidden_code == code}
    if outcome == "refused-elsewhere" and code is not None:  # who overlooks the rule in some messages refuses others at a later one
        shown |= {("accepts", bug.id) for bug in bugs if bug.code == code and bug.operation is None}
    if outcome in ("refused", "refused-elsewhere", "crash"):
        shown |= {("refuses", limit.id) for limit in limits_of(message)}
    return shown


def read_allowed(data: object) -> tuple[Allowed, ...]:
    """The rows of a file, as YAML or JSON give them.

    Raises:
        UsageError: ``invalid-argument``, with the place.
    """
    if not isinstance(data, list):
        raise UsageError(Code.INVALID_ARGUMENT, "expected a list of rows, each with a reason and field, operation or outcome", path=_PLACE)
    return tuple(_row(item, f"{_PLACE}[{index}]") for index, item in enumerate(data))


def _row(item: Any, place: str) -> Allowed:
    if not isinstance(item, dict) or not item.keys() <= set(_MEMBERS) or len(item) < 2:
        raise UsageError(Code.INVALID_ARGUMENT, f"expected reason, and at least one of {', '.join(_MEMBERS[:-1])}", path=place)
    for member in {*item, "reason"}:
        if not isinstance(item.get(member), str) or not item[member].strip():
            raise UsageError(Code.INVALID_ARGUMENT, f"{member} must be a text", path=f"{place}.{member}")
    return Allowed(**item)
