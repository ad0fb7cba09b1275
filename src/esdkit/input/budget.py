"""What a search may cost: bounded by us, not by the bytes."""

from __future__ import annotations

from esdkit.spec import LIMITS

__all__ = ["Budget"]


class Budget:
    """Work that is left, in bytes looked at; what costs more than its bytes is charged more.

    Attributes:
        exhausted: whether something was left out because the work was used up.
        unpacked_in_part: whether more is compressed, or in an archive, than is unpacked.
        too_deep: whether something was left out because it is in too many wrappings.
        divided: the kinds of files of which only the bytes were searched, and not what is compressed or divided in them.
    """

    def __init__(self, work: int = LIMITS["search_work"]) -> None:
        self._left = work
        self.exhausted = False
        self.unpacked_in_part = False
        self.too_deep = False
        self.divided: set[str] = set()

    def spend(self, work: int) -> bool:
        """Take work; False when less is left."""
        if work > self._left:
            self.exhausted = True
            return False
        self._left -= work
        return True
