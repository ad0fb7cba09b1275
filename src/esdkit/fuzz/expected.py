"""What a correct reader does with a mutated message, from the rules of ``spec/``, never from running a reader.

Strategy: a mutation is made from a valid message, so whoever makes it knows which checks it breaks: the rule of a field and value
(``spec/format``, with the codes of ``spec/errors.yaml``), and each tag and signature over the changed bytes that the repair does not make
again. Readers make their checks in different orders, so every broken check is a right place to refuse.
Invariant: what the rules do not decide is None. Where the bytes after a changed length are read at wrong places, it is only certain that
the message is refused, because its tags cover other bytes.
"""
# Reqs: CLI-FUZ-001

from __future__ import annotations

from collections.abc import Mapping

from esdkit.frozen import frozen
from esdkit.spec import STAGES, error_codes

__all__ = ["ANYWHERE", "Expected", "undecided"]

ANYWHERE = "the bytes that follow are read at wrong places, so the message is refused somewhere"


@frozen
class Expected:
    """The outcome of a mutation.

    Attributes:
        faults: the error code of each stage whose check is broken; None where the rules leave the code open. Empty: accepted.
        anywhere: whether any stage may be the one that refuses.
        decision: of ``spec/decisions.yaml``, where another reader may as well do the opposite.
    """

    faults: Mapping[str, str | None]
    anywhere: bool = False
    decision: str | None = None

    @property
    def accepted(self) -> bool:
        """Whether the message is read, with the plaintext of its base."""
        return not self.faults

    @property
    def stages(self) -> frozenset[str]:
        """Where a reader may refuse."""
        return frozenset(STAGES if self.anywhere else self.faults)

    @property
    def stage(self) -> str | None:
        """Where ``verify`` refuses, the first in the order of stages; None where the rules leave it open, or it is accepted."""
        return None if self.anywhere else next((stage for stage in STAGES if stage in self.faults), None)

    @property
    def code(self) -> str | None:
        """With which error code; None as for the stage."""
        return None if self.stage is None else self.faults[self.stage]

    @property
    def rule(self) -> str:
        """The rule in a sentence."""
        if self.accepted:
            return "The message is valid."
        if self.anywhere:
            return f"{ANYWHERE[0].upper()}{ANYWHERE[1:]}."
        if self.code is None:
            return "The lengths and counts do not match what follows."
        return error_codes()[self.code].means

    def __str__(self) -> str:
        if self.accepted:
            return "accepted"
        if self.stage is None:
            return "refused"
        return f"refused at {self.stage}" + ("" if self.code is None else f" ({self.code})")


def undecided() -> Expected:
    """A message that is refused, the rules do not say where."""
    return Expected({STAGES[0]: None}, anywhere=True)
