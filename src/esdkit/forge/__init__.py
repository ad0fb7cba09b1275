"""Hand-made messages, valid or not, for tests: explicit parts, with exactly the defects that you put in. Never for real data."""

from esdkit.forge.draft import Draft, Piece, cut, new_draft
from esdkit.forge.signature import curve_order, mirrored, seeded_signing_key
from esdkit.forge.text import assemble, disassemble

__all__ = [
    "Draft",
    "Piece",
    "assemble",
    "curve_order",
    "cut",
    "disassemble",
    "mirrored",
    "new_draft",
    "seeded_signing_key",
]


def __dir__() -> list[str]:
    return __all__
