"""The columns of a scan and the conditions for its rows (spec/scan.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from esdkit.spec.tables import load

__all__ = ["ScanColumn", "ScanCondition", "scan_columns", "scan_conditions"]


class ScanColumn(NamedTuple):
    """A column of what `esdkit scan` writes (spec/scan.yaml, which says what each attribute means)."""

    name: str
    of: str
    type: str
    doc: str
    null_when: str | None = None


class ScanCondition(NamedTuple):
    """A condition of `esdkit scan` (spec/scan.yaml). ``column``: None for a name with a fixed meaning."""

    name: str
    doc: str
    column: str | None = None
    of: str | None = None


@cache
def scan_columns() -> tuple[ScanColumn, ...]:
    """The columns of spec/scan.yaml in their order."""
    return tuple(ScanColumn(**row) for row in load("scan")["columns"])


@cache
def scan_conditions() -> Mapping[str, ScanCondition]:
    """The conditions of spec/scan.yaml by name."""
    return MappingProxyType({row["name"]: ScanCondition(**row) for row in load("scan")["conditions"]})
