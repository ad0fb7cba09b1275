"""Rules: decisions, requirements and those of lint (spec/decisions.yaml, spec/requirements/, spec/lint.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from esdkit.spec.tables import load, spec_path

__all__ = ["Decision", "LintProfile", "LintRule", "Requirement", "Severity", "decisions", "lint_profiles", "lint_rules", "requirements"]


class Decision(NamedTuple):
    """Where the upstream text is wrong or SDKs differ: what we do and why (spec/decisions.yaml)."""

    id: str
    title: str
    upstream: str
    others: str
    decision: str
    why: str
    default: str
    switch: str | None
    requirements: tuple[str, ...]


class Requirement(NamedTuple):
    """One testable fact (``spec/requirements/*.yaml``).

    Attributes:
        source: where it is from: a file of the upstream specification with anchor and commit, or a promise of esdkit's own.
        applies: message versions, and writing (enc) or reading (dec).
        exception: why it is left out on purpose; None if it is not.
    """

    id: str
    level: str
    title: str
    statement: str
    source: Mapping[str, str]
    applies: tuple[str, ...]
    kind: str
    exception: str | None = None


Severity = Literal["error", "warning", "note", "none"]
"""How much a finding of lint matters; none: nothing is found."""


class LintRule(NamedTuple):
    """Something that lint reports (spec/lint.yaml, ``rules``).

    Attributes:
        severity: unless a profile says otherwise.
        limit: the number that the rule compares with, in ``unit``; None if it needs none.
        expects: the list of a profile that the rule compares with; None if it needs none.
    """

    id: str
    title: str
    severity: Severity
    means: str
    why: str
    advice: str
    requirements: tuple[str, ...]
    decisions: tuple[str, ...]
    limit: int | None = None
    unit: str | None = None
    expects: str | None = None


class LintProfile(NamedTuple):
    """Which rules apply, and their severity (spec/lint.yaml, ``profiles``); ``rules`` may have ``*`` for those that are not named."""

    name: str
    means: str
    extends: str | None
    rules: Mapping[str, Severity]


@cache
def decisions() -> Mapping[str, Decision]:
    """The rows of spec/decisions.yaml by id."""
    rows = load("decisions")["decisions"]
    return MappingProxyType(
        {row["id"]: Decision(**{"switch": None, **row, "requirements": tuple(row.get("requirements", ()))}) for row in rows}
    )


@cache
def requirements() -> Mapping[str, Requirement]:
    """The rows of ``spec/requirements/*.yaml`` by id."""
    names = sorted(path.stem for path in (spec_path() / "requirements").glob("*.yaml"))
    rows = (row for name in names for row in load(f"requirements/{name}")["requirements"])
    return MappingProxyType({row["id"]: Requirement(**{**row, "applies": tuple(row["applies"])}) for row in rows})


@cache
def lint_rules() -> Mapping[str, LintRule]:
    """The rules of spec/lint.yaml by id."""
    rows = load("lint")["rules"]
    lists = ("requirements", "decisions")
    return MappingProxyType({row["id"]: LintRule(**{**row, **{name: tuple(row[name]) for name in lists}}) for row in rows})


@cache
def lint_profiles() -> Mapping[str, LintProfile]:
    """The profiles of spec/lint.yaml by name."""
    rows = load("lint")["profiles"]
    return MappingProxyType(
        {name: LintProfile(name, row["means"], row.get("extends"), MappingProxyType(row["rules"])) for name, row in rows.items()}
    )
