"""Mistyped names: the known ones that may be meant. Every error that suggests a name gets it here."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest"]

_ALIKE = 0.7  # how much two names must have in common for one to be meant
_MOST = 2
_LONGEST = 100  # characters; no name is longer


def nearest(word: str, known: Iterable[str], most: int = _MOST, alike: float = _ALIKE) -> list[str]:
    """The known names that are near to a word, whatever its case; the nearest first.

    Args:
        word: what somebody wrote.
        known: names.
        most: number of names.
        alike: how much two names must have in common, from 0 to 1.
    """
    from difflib import get_close_matches  # here, because errors alone need it

    by_folded = {name.casefold(): name for name in known}
    return [by_folded[name] for name in get_close_matches(word[:_LONGEST].casefold(), by_folded, most, alike)]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question for the end of an error; empty if no known name is near."""
    near = nearest(word, known)
    return f"Did you mean {' or '.join(near)}?" if near else ""
