"""The names of known producer defects whose messages a client can read."""

from __future__ import annotations

from collections.abc import Collection

from esdkit.errors import Code

__all__ = ["EMPTY_CONTEXT_COUNT", "JS_LOCALE", "NET_4_0_0", "SWITCHES", "tolerated"]

EMPTY_CONTEXT_COUNT = "empty-context-count"
JS_LOCALE = "js-locale"
NET_4_0_0 = "net-4.0.0"

SWITCHES = (NET_4_0_0, EMPTY_CONTEXT_COUNT, JS_LOCALE)


def tolerated(compat: Collection[str]) -> frozenset[Code]:
    """The rules of the format that a reader with these switches does without."""
    # Reqs: CLI-CFG-011
    return frozenset({Code.AAD_COUNT_ZERO} if EMPTY_CONTEXT_COUNT in compat else ())
