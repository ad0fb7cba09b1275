"""The order of JavaScript's ``localeCompare``, in which some of its SDK's releases sort and bind the encryption context.

Strategy: the root order of Unicode, exact for printable ASCII (a test compares it with Node). Accents count after letters, case last. Other
characters come after ASCII by their number, which is a guess: the real order depends on the machine's locale.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

__all__ = ["locale_key", "orders_differ"]

_ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz"
_RANKS = {character: rank for rank, character in enumerate(_ORDER)}


def locale_key(text: str) -> tuple[list[int], list[str], list[bool]]:
    """What ``localeCompare`` compares of a text."""
    decomposed = unicodedata.normalize("NFD", text)
    letters = [character for character in decomposed if not unicodedata.combining(character)]
    accents = [character for character in decomposed if unicodedata.combining(character)]
    return [_rank(character) for character in letters], accents, [character.isupper() for character in letters]


def orders_differ(keys: Iterable[str]) -> bool:
    """Whether texts are sorted in one way by their UTF-8 bytes, and in another by ``localeCompare``."""
    texts = sorted(keys, key=lambda text: text.encode("utf-8", "surrogatepass"))
    return texts != sorted(texts, key=locale_key)


def _rank(character: str) -> int:
    lower = character.lower()
    return _RANKS.get(lower, len(_RANKS) + ord(lower[0]))
