"""Names for people, and how two differ that look alike: case, white space, a byte order mark, quotes, another form of Unicode."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from esdkit.columns import capped
from esdkit.keyrings.base import shown_name

__all__ = ["common_difference", "difference", "hex_option", "quoted"]


def difference(stored: str | bytes, given: str | bytes) -> str | None:
    """How two names differ that look alike to a person; None when they do not, as names that are not UTF-8."""
    # Reqs: CLI-DOC-008
    if stored == given or isinstance(stored, bytes) or isinstance(given, bytes):
        return None
    how = common_difference((stored, given))
    if how is None and min(len(stored), len(given)) >= _LEAST_BEGINNING and (stored.startswith(given) or given.startswith(stored)):
        return "the end"
    return how


def common_difference(*pairs: tuple[str, str]) -> str | None:
    """How the two names of each pair differ, if all do in one way and look alike; None when they do not."""
    # Reqs: CLI-DOC-008
    return next((how for how, fold in _FOLDS if all(fold(stored) == fold(given) for stored, given in pairs)), None)


def _visible(text: str) -> str:
    """Without what prints nothing, such as a byte order mark or a zero-width space."""
    # Reqs: CLI-DOC-008
    return "".join(character for character in text if unicodedata.category(character) != "Cf")


def _alphanumeric(text: str) -> str:
    # Reqs: CLI-DOC-008
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum()).casefold()


_LEAST_BEGINNING = 4  # characters that make a beginning more than chance
_QUOTES = "\"'`\u2018\u2019\u201c\u201d"
# Reqs: CLI-DOC-008
_FOLDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("the case", str.casefold),
    ("a line break at an end", lambda text: text.strip("\r\n")),
    ("white space", lambda text: "".join(text.split())),
    ("a byte order mark", lambda text: text.removeprefix("\ufeff")),
    ("an invisible character", _visible),
    ("quotes", lambda text: text.strip(_QUOTES)),
    ("the Unicode normal form", lambda text: unicodedata.normalize("NFC", text)),
    ("the form of characters", lambda text: unicodedata.normalize("NFKC", text)),
    ("punctuation", _alphanumeric),
)
"""How names may differ that look alike, the least first."""


def quoted(name: str | bytes) -> str:
    """A name in quotes, by its numbers where its characters look like others; in hexadecimal when it is not UTF-8."""
    # Reqs: CLI-DOC-008
    if isinstance(name, bytes):
        return capped(shown_name(name))
    shown = capped(name)
    return repr(shown) if unicodedata.is_normalized("NFKC", name) else ascii(shown)


def hex_option(name: str | bytes) -> str | None:
    """How the key options take a name that cannot be typed as text; None for other names."""
    if isinstance(name, str) and name.isprintable():
        return None
    return f"name_hex={(name.encode() if isinstance(name, str) else name).hex()}"
