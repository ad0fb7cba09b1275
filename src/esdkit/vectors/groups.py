"""Red cells that look alike: a program with one bug fails on many vectors, and what these have in common says more than each of them.

Invariants: a group's ``common`` holds of all its vectors, and is not a claim about why they fail. Every cell is in one group.
"""

from __future__ import annotations

from collections.abc import Iterable

from esdkit.frozen import frozen
from esdkit.spec import target_failures
from esdkit.vectors.cells import AS_A_STREAM, Cell, expected_text
from esdkit.vectors.explain import rule_of
from esdkit.vectors.model import Accept
from esdkit.vectors.questions import suite_of

__all__ = ["Group", "groups_of"]


@frozen
class Group:
    """Cells that look alike.

    Attributes:
        what: the program did with each of them.
        cells: in their order.
        common: the suites of the messages, and sentences about each of the vectors.
    """

    what: str
    cells: tuple[Cell, ...]
    common: tuple[str, ...]


def groups_of(cells: Iterable[Cell]) -> list[Group]:
    """The groups of some red cells, the largest first."""
    alike: dict[str, list[Cell]] = {}
    for cell in cells:
        alike.setdefault(_what(cell), []).append(cell)
    groups = [Group(what, tuple(members), tuple(_common(members))) for what, members in alike.items()]
    return sorted(groups, key=lambda group: -len(group.cells))


def _what(cell: Cell) -> str:
    """What a program did, without what differs from vector to vector."""
    failure = target_failures().get(cell.code or "")
    if failure is not None:
        return failure.means
    return f"{AS_A_STREAM}: {_did(cell)}" if cell.stream else _did(cell)


def _did(cell: Cell) -> str:
    if cell.outcome == "lied":
        return "its plaintext differs"
    if isinstance(cell.vector.expectation, Accept):
        return cell.reason or cell.outcome
    did = "it gave plaintext" if cell.stage is None else f"it refused at {cell.stage}"
    return f"{did}; expected {expected_text(cell.vector)}"


def _common(cells: list[Cell]) -> list[str]:
    suites = {suite.hex_id for suite in (suite_of(cell.vector.ciphertext) for cell in cells) if suite is not None}
    rules = [rule_of(cell) for cell in cells]
    shared = [sentence for sentence in rules[0] if all(sentence in rule for rule in rules)]
    return [*([f"{'Suites' if len(suites) > 1 else 'Suite'} {', '.join(sorted(suites))}."] if suites else []), *shared]
