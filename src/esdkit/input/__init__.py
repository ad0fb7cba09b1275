"""What people bring: the messages in an input, whatever they are wrapped in, and what an input without a message is.

Each name below is imported at its first use: an input that begins like a message is not searched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.later import at_first_use

if TYPE_CHECKING:
    from esdkit.input.recognition import Found, Recognition
    from esdkit.input.search import Findings, find, find_all, find_in
    from esdkit.input.wrappings import examine, examine_source

__all__ = ["Findings", "Found", "Recognition", "examine", "examine_source", "find", "find_all", "find_in"]

_HOMES = {
    "Findings": "search",
    "Found": "recognition",
    "Recognition": "recognition",
    "examine": "wrappings",
    "examine_source": "wrappings",
    "find": "search",
    "find_all": "search",
    "find_in": "search",
}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
