"""Runs the native vectors on the real SDKs that are built here, and prints what each does otherwise than it must.

    python -m tools.conform.measure [TARGET...]

Names are those of ``tools.drivers.targets``; without one, all that are built. The result says for each its version and the vectors that it
accepts, refuses, or fails, as JSON; ``spec/known_bugs.yaml`` explains them, and a test compares the two.
"""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import dataclass

from esdkit.targets import open_target
from esdkit.targets.opening import described
from esdkit.vectors.cells import Cell
from esdkit.vectors.model import Accept
from esdkit.vectors.published import native_path
from esdkit.vectors.testing import judge_target
from tools.drivers import targets

__all__ = ["Measured", "measure"]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one program does with the native vectors.

    Attributes:
        name, version: as it describes itself.
        accepts: the invalid vectors that it opens.
        refuses: the valid vectors that it does not open, with what it said.
        elsewhere: the invalid vectors that it refuses for another reason, as far as its errors say.
        failed: the vectors on which it crashes, hangs, or gives a wrong plaintext, with what was seen.
        blind: the invalid vectors that it refuses although it opens no valid twin.
        streams: the vectors that its streams alone do wrong: ``accepts``, ``refuses`` or ``releases``, or the outcome, by vector.
    """

    name: str
    version: str
    accepts: tuple[str, ...]
    refuses: dict[str, str]
    elsewhere: tuple[str, ...]
    failed: dict[str, str]
    blind: tuple[str, ...]
    streams: dict[str, str]


def measure(name: str) -> Measured:
    """Run all native vectors on a target of ``tools.drivers.targets``.

    Raises:
        MissingTarget: it cannot be started here.
    """
    address = f"stdio:{shlex.join(targets.command(name))}"
    with open_target(address) as target:
        streaming = described(target).streaming
    report = judge_target(lambda: open_target(address), [native_path()], stream=streaming)
    whole = [cell for cell in report.cells if not cell.stream]
    wrong = [cell for cell in whole if cell.outcome == "failed"]

    def ids(*outcomes: str) -> tuple[str, ...]:
        return tuple(cell.vector.id for cell in whole if cell.outcome in outcomes)

    return Measured(
        report.abilities.name,
        report.abilities.version,
        tuple(cell.vector.id for cell in wrong if not _valid(cell)),
        {cell.vector.id: cell.reason or "" for cell in wrong if _valid(cell)},
        ids("refused-elsewhere"),
        {cell.vector.id: f"{cell.outcome}: {cell.reason}" for cell in whole if cell.outcome in ("crash", "hang", "lied")},
        ids("blind"),
        {cell.vector.id: _did(cell) for cell in report.cells if cell.stream},
    )


def _did(cell: Cell) -> str:
    """What a failed cell shows, in the words of spec/known_bugs.yaml; of others the outcome."""
    if cell.outcome != "failed":
        return cell.outcome
    if cell.code == "released":
        return "releases"
    return "refuses" if _valid(cell) else "accepts"


def _valid(cell: Cell) -> bool:
    return isinstance(cell.vector.expectation, Accept)


def main() -> None:
    """Prints one JSON object, by name of the target."""
    names = sys.argv[1:] or [name for name in targets.TARGETS if targets.missing(name) is None]
    found = {}
    for name in names:
        measured = measure(name)
        found[name] = {field: getattr(measured, field) for field in Measured.__dataclass_fields__}
        said = f"{len(measured.accepts)} accepted, {len(measured.refuses)} refused, {len(measured.streams)} wrong as a stream alone"
        print(f"{name}: {said}", file=sys.stderr)
    json.dump(found, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
