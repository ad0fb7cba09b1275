"""Which known bug a cell of the matrix shows (spec/known_bugs.yaml).

Strategy: a bug explains a cell if the program is an SDK and major version that has it, and the message shows what the bug is about, as the
facts about readers see it. Of what was not written, the message that esdkit writes for the same case is looked at.
Invariants: a cell that is merely red for an SDK with bugs is not explained; one of them must show in its message, and do what the cell
shows. Only what was measured explains a cell, not what was reported.
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

__all__ = ["bugs_in", "bugs_of", "explanation"]

_EXPLAINED_BY = {"refused": ("refuses", "writes"), "cannot-write": ("refuses",), "verify-failed": ("writes",)}
"""What a bug must do to explain an outcome. No row is about a wrong plaintext, a crash or a hang, so nothing explains these."""
_OFFICIAL = re.compile(r"AWS Encryption SDK for ([\w.]+)(?:, |$)")


def bugs_of(program: Program, *, stream: bool = False) -> Iterator[KnownBug]:
    """The known bugs of a program that calls itself an official SDK; ``stream`` as for ``bugs_in``."""
    return bugs_in(program.abilities.name, program.abilities.version, stream=stream)


def bugs_in(name: str, version: str, *, stream: bool = False) -> Iterator[KnownBug]:
    """The known bugs of what calls itself an official SDK.

    Args:
        name, version: as it describes itself.
        stream: whether those that its streams alone have are among them.
    """
    found, major = _OFFICIAL.match(name), version.partition(".")[0]
    if found is None or not major.isdecimal():
        return
    for bug in known_bugs().values():
        has_it = int(major) in bug.sdks.get(found[1], ())
        if has_it and (stream or bug.operation is None) and bug.only_with.get(found[1], "") in name:
            yield bug


def explanation(cell: Cell) -> tuple[KnownBug, Program] | None:
    """The known bug that a red cell shows, and the program that has it; None if no row explains the cell."""
    message = cell.message or _own_message(cell)
    shown = {limit.id for limit in limits_of(inspect(message))}
    by_what_it_does = {"refuses": cell.consumer or cell.producer, "writes": cell.producer}
    for does in _EXPLAINED_BY.get(cell.outcome, ()):
        program = by_what_it_does[does]
        for bug in bugs_of(program):
            if does in bug.does and bug.id in shown:
                return bug, program
    return None


def _own_message(cell: Cell) -> bytes:
    answer = OwnTarget().encrypt(cell.case.request(cell.frame_bytes))
    assert isinstance(answer, Given)
    return answer.data
