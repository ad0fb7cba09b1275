"""Known bugs of a program under test: cells that are expected to fail, with the reason.

Invariants: a row excuses what fails and nothing else. A row is an error when it matches no vector of the sets, or when a vector that it
matches passes: then the bug was fixed, and the row must go.
Not here: reading the file (cli).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.spec import target_outcomes
from esdkit.vectors.cells import Cell

__all__ = ["KnownBug", "KnownBugs", "read_known_bugs"]

_PLACE = "xfail"
_MEMBERS = ("id", "reason", "outcome", "operation")
_STREAM = "stream"


@frozen
class KnownBug:
    """One row.

    Attributes:
        id: a vector's id, or a pattern of ``SET::ID`` with ``*``, ``?`` and ``[...]``.
        reason: why it fails.
        outcome: the outcome that is expected; None for any that is red.
        operation: ``stream`` for what fails as a stream alone; None for whatever fails.
    """

    id: str
    reason: str
    outcome: str | None = None
    operation: str | None = None

    def matches(self, name: str) -> bool:
        """Whether it is about a vector, ``SET::ID``."""
        return name.partition("::")[2] == self.id or name == self.id or fnmatchcase(name, self.id)

    def excuses(self, cell: Cell) -> bool:
        """Whether the cell fails as it says."""
        return cell.red and (self.operation is None or cell.stream) and self.outcome in (None, cell.outcome) and self.matches(cell.name)


@frozen
class KnownBugs:
    """The rows of one file."""

    rows: tuple[KnownBug, ...]

    def judged(self, cell: Cell) -> Cell:
        """The cell, with the reason if it was expected to fail."""
        reason = next((row.reason for row in self.rows if row.excuses(cell)), None)
        return cell if reason is None else replace(cell, known_bug=reason)

    def errors(self, cells: Sequence[Cell], names: Sequence[str], *, streamed: bool) -> tuple[str, ...]:
        """What is wrong with the rows.

        Args:
            cells: of the run.
            names: ``SET::ID`` of all vectors that were loaded.
            streamed: whether the vectors were asked as streams, too; if not, nothing shows that a bug of streams was fixed.
        """
        return tuple(error for row in self.rows for error in _errors(row, cells, names, streamed=streamed))


def _errors(row: KnownBug, cells: Sequence[Cell], names: Sequence[str], *, streamed: bool) -> Iterator[str]:
    if not any(map(row.matches, names)):
        yield f"{row.id}: no vector of the sets matches this known bug"
    for cell in cells if streamed or row.operation is None else ():
        if cell.outcome == "passed" and row.matches(cell.name):
            yield f"{cell.name}: passed, although it is a known bug ({row.reason}). Remove the row."


def read_known_bugs(data: object) -> KnownBugs:
    """The rows of a file, as YAML or JSON give them.

    Raises:
        UsageError: ``invalid-argument``, with the place.
    """
    if not isinstance(data, list):
        raise UsageError(Code.INVALID_ARGUMENT, "expected a list of known bugs, each with id and reason", path=_PLACE)
    return KnownBugs(tuple(_row(item, f"{_PLACE}[{index}]") for index, item in enumerate(data)))


def _row(item: Any, place: str) -> KnownBug:
    if not isinstance(item, dict) or not item.keys() <= set(_MEMBERS):
        raise UsageError(Code.INVALID_ARGUMENT, f"expected the members {', '.join(_MEMBERS)}", path=place)
    for member in ("id", "reason"):
        if not isinstance(item.get(member), str) or not item[member].strip():
            raise UsageError(Code.INVALID_ARGUMENT, f"a known bug needs the text {member}", path=f"{place}.{member}")
    outcomes = [outcome.name for outcome in target_outcomes().values() if outcome.red]
    if item.get("outcome") not in (None, *outcomes):
        raise UsageError(Code.INVALID_ARGUMENT, f"expected one of {', '.join(outcomes)}", path=f"{place}.outcome")
    if item.get("operation") not in (None, _STREAM):
        raise UsageError(Code.INVALID_ARGUMENT, f"expected {_STREAM}", path=f"{place}.operation")
    return KnownBug(item["id"], item["reason"], item.get("outcome"), item.get("operation"))
