"""The order of JavaScript's ``localeCompare``, in which some of its SDK's releases sort and bind the encryption context.

Strategy: the root order of Unicode, by three levels: letters, then accents, then case and form. Tests compare it with Node: it is the same
for ASCII, and for the European letters, kanji and emoji that they try. Any other character has its place by kind and number, which is a
guess: the real order has tables for all of them, and depends on the machine's locale.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["locale_key", "orders_differ"]

_SIGNS = "\t\n\v\f\r\x85\u2028\u2029 _-–—,;:!¡?¿.…·'\"“”«»()[]{}§¶@*/\\&#%`´^¯¨¸°©®+±÷×<=>¬|¦~"
_OTHER_SIGNS = len(_SIGNS)  # in the order of their numbers
_REST = "¤¢$£¥€0123456789abcdefghiıjklmnŋopqĸrstŧuvwxyz"
_OTHER_LETTERS = _OTHER_SIGNS + 1 + len(_REST)
_RANKS = {
    **{character: rank for rank, character in enumerate(_SIGNS)},
    **{character: rank for rank, character in enumerate(_REST, _OTHER_SIGNS + 1)},
}
_STROKE = "\u0335"
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307" + _STROKE + "\u0327\u0328\u0304"
_ACCENT_RANKS = {accent: rank for rank, accent in enumerate(_ACCENTS)}
_APART = {"æ": "a" + _STROKE + "e", "œ": "o" + _STROKE + "e", "ß": "ss"} | {
    letter: base + _STROKE for letter, base in zip("đħłø", "dhlo", strict=True)
}
_APART |= {"ð": "d" + _STROKE * 2}
_FORMS = {"<wide>": 1, "<font>": 2}  # of a letter; upper case comes after these, superscripts and all others after upper case
_UPPER = 3

_Key = tuple[list[tuple[int, int]], list[list[int]], list[int]]


def locale_key(text: str) -> _Key:
    """What ``localeCompare`` compares of a text."""
    letters: list[tuple[int, int]] = []
    accents: list[list[int]] = []
    forms: list[int] = []
    for character in text:
        if _is_ignored(character):
            continue
        form = _form(character)
        for part in _parts(character):
            if unicodedata.combining(part) and accents:
                accents[-1].append(_ACCENT_RANKS.get(part, len(_ACCENTS) + ord(part)))
            else:
                letters.append(_rank(part.lower()[0]))
                accents.append([])
                forms.append(form)
    return letters, accents, forms


@lru_cache(maxsize=64)  # messages of a service have the same keys
def orders_differ(keys: tuple[str, ...]) -> bool:
    """Whether texts are sorted in one way by their UTF-8 bytes, and in another by ``localeCompare``."""
    texts = sorted(keys, key=lambda text: text.encode("utf-8", "surrogatepass"))
    return texts != sorted(texts, key=locale_key)


def _is_ignored(character: str) -> bool:
    """Whether a character does not count: one that is not seen, such as the soft hyphen, and no space."""
    return unicodedata.category(character) in ("Cc", "Cf") and character not in _SIGNS


def _parts(character: str) -> str:
    """A character as base letters and accents."""
    decomposed = unicodedata.normalize("NFKD" if _is_form(character) else "NFD", character)
    return "".join(_APART.get(part.lower(), part) for part in decomposed)


def _is_form(character: str) -> bool:
    """Whether a character may be another form of one: a wide letter, a space without a break."""
    return character.isalnum() or character.isspace()


def _form(character: str) -> int:
    """Case, and whether a letter is another form of one."""
    tag = unicodedata.decomposition(character).partition(" ")[0]
    form = _FORMS.get(tag, 2 * _UPPER if tag.startswith("<") and _is_form(character) else 0)
    return form + _UPPER * unicodedata.normalize("NFKC", character).isupper()


def _rank(character: str) -> tuple[int, int]:
    rank = _RANKS.get(character)
    if rank is not None:
        return rank, 0
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return _RANKS[str(digit)], 0
    return (_OTHER_SIGNS if unicodedata.category(character)[0] in "PSZC" else _OTHER_LETTERS), ord(character)
