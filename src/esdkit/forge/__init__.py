"""Hand-made messages, valid or not, for tests: explicit parts, with exactly the defects that you put in. Never for real data."""

from esdkit.forge.draft import Draft, Piece, cut, new_draft, open_message
from esdkit.forge.mutate import Repair, change, flip, spans, splice
from esdkit.forge.signature import curve_order, encode_der, mirrored, seeded_signing_key
from esdkit.forge.text import assemble, disassemble

__all__ = [
    "Draft",
    "Piece",
    "Repair",
    "assemble",
    "change",
    "curve_order",
    "cut",
    "disassemble",
    "encode_der",
    "flip",
    "mirrored",
    "new_draft",
    "open_message",
    "seeded_signing_key",
    "spans",
    "splice",
]


def __dir__() -> list[str]:
    return __all__
