"""Which known bug a cell of the matrix shows (spec/known_bugs.yaml).

Strategy: a bug explains a cell if the program is an SDK and major version that has it, and the message shows what the bug is about, as the
facts about readers see it. Of what was not written, the message that esdkit writes for the same case is looked at.
Invariant: a cell that is merely red for an SDK with bugs is not explained; one of them must show in its message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from esdkit.conform.matrix import Cell, Program
from esdkit.conform.own import OwnTarget
from esdkit.inspector import inspect
from esdkit.inspector.facts.readers import limits_of
from esdkit.spec import KnownBug, known_bugs
from esdkit.targets.base import Given

__all__ = ["bugs_of", "explanation"]

_OFFICIAL = re.compile(r"AWS Encryption SDK for ([\w.]+)(?:, |$)")


def bugs_of(program: Program) -> Iterator[KnownBug]:
    """The known bugs of a program that calls itself an official SDK."""
    found, major = _OFFICIAL.match(program.abilities.name), program.abilities.version.partition(".")[0]
    if found is None or not major.isdecimal():
        return
    for bug in known_bugs().values():
        has_it = int(major) in bug.sdks.get(found[1], ())
        if has_it and bug.only_with.get(found[1], "") in program.abilities.name:
            yield bug


def explanation(cell: Cell) -> tuple[KnownBug, Program] | None:
    """The known bug that a red cell shows, and the program that has it; None if no row explains the cell."""
    message = cell.message or _own_message(cell)
    shown = {limit.id for limit in limits_of(inspect(message))}
    reader = cell.consumer or cell.producer
    blamed = [*((bug, reader) for bug in _bugs(reader, "refuses")), *((bug, cell.producer) for bug in _bugs(cell.producer, "writes"))]
    return next(((bug, program) for bug, program in blamed if bug.id in shown), None)


def _bugs(program: Program, does: str) -> Iterator[KnownBug]:
    return (bug for bug in bugs_of(program) if does in bug.does)


def _own_message(cell: Cell) -> bytes:
    answer = OwnTarget().encrypt(cell.case.request(cell.frame_bytes))
    assert isinstance(answer, Given)
    return answer.data
