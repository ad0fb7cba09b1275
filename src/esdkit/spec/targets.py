"""How programs under test are judged: outcomes, failures, fair stages, and the kinds of bugs (spec/targets.yaml, vector_flags.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from esdkit.spec.tables import load

__all__ = [
    "FairStages",
    "TargetFailure",
    "TargetOutcome",
    "VectorFlag",
    "fair_stages",
    "target_failures",
    "target_outcomes",
    "vector_flags",
]


class TargetOutcome(NamedTuple):
    """What a cell, one vector on one program under test, can come to (spec/targets.yaml). ``red``: a run with such a cell exits with 1."""

    name: str
    red: bool
    means: str


class TargetFailure(NamedTuple):
    """How a program under test fails to answer (spec/targets.yaml). ``outcome``: of its cell."""

    code: str
    outcome: str
    means: str


class FairStages(NamedTuple):
    """Where a refusal is right beside the stage that a vector expects (spec/targets.yaml).

    Attributes:
        stages: the other stages.
        why: readers may refuse there.
        codes: of the expected errors; empty where ``field`` says it.
        field: the first part of the path of the fault.
    """

    stages: tuple[str, ...]
    why: str
    codes: tuple[str, ...] = ()
    field: str | None = None


class VectorFlag(NamedTuple):
    """A kind of bug that vectors find (spec/vector_flags.yaml).

    Attributes:
        bug: the kind.
        effect: what a reader with the bug does to its user.
        links: ids of decisions, CVEs, pages.
        codes: of the vectors that have the flag unless they name their own.
    """

    id: str
    bug: str
    effect: str
    links: tuple[str, ...]
    codes: tuple[str, ...]


@cache
def target_outcomes() -> Mapping[str, TargetOutcome]:
    """The outcomes of spec/targets.yaml by name, in the order of reports."""
    return MappingProxyType({name: TargetOutcome(name, **row) for name, row in load("targets")["outcomes"].items()})


@cache
def target_failures() -> Mapping[str, TargetFailure]:
    """The failures of spec/targets.yaml by code."""
    return MappingProxyType({code: TargetFailure(code, **row) for code, row in load("targets")["failures"].items()})


@cache
def fair_stages() -> tuple[FairStages, ...]:
    """The rows of spec/targets.yaml that say where readers make one check at different points."""
    rows = load("targets")["fair_stages"]
    return tuple(FairStages(**{**row, "stages": tuple(row["stages"]), "codes": tuple(row.get("codes", ()))}) for row in rows)


@cache
def vector_flags() -> Mapping[str, VectorFlag]:
    """The rows of spec/vector_flags.yaml by id."""
    return MappingProxyType(
        {
            name: VectorFlag(name, row["bug"], row["effect"], tuple(row["links"]), tuple(row["codes"]))
            for name, row in load("vector_flags")["vector_flags"].items()
        }
    )
