"""How messages begin: version, type where there is one, and suite. Cheap to import: it decides whether anything else is looked at."""

from __future__ import annotations

import re

from esdkit.spec import BEGINNINGS, CONSTANTS

__all__ = ["begins_like_message", "message_starts"]


_BEGINNINGS = re.compile(b"|".join(map(re.escape, BEGINNINGS)), re.DOTALL)
_FIRST_VERSION = bytes([1, CONSTANTS.message_type])


def message_starts(data: bytes, first: int, last: int) -> int | None:
    """The first offset from ``first`` to ``last`` at which the bytes begin like a message; None when there is none."""
    match = _BEGINNINGS.search(data, first, min(len(data), last + 4))
    return None if match is None or match.start() > last else match.start()


def begins_like_message(data: bytes) -> bool:
    """Whether the bytes begin like a message, also one of version 1 with an unknown suite: what text cannot do, and few other files do."""
    return data[:2] == _FIRST_VERSION or message_starts(data, 0, 0) == 0
