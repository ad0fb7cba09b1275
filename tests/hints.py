"""Where esdkit tells people to read a page of its documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from esdkit.docs import pages

__all__ = ["hints", "texts"]

ROOT = Path(__file__).parents[1]

_SOURCES = ("src/**/*.py", "spec/*.yaml", "spec/format/*.yaml", "spec/schemas/*.json")
_HINT = re.compile(r"\besdkit docs\s+(?!-|esdkit docs)([a-z0-9][\w/#.-]*\w)")


def texts() -> Iterator[tuple[str, str]]:
    """What may hold hints: sources, tables and pages, each with its path."""
    paths = (path for pattern in _SOURCES for path in sorted(ROOT.glob(pattern)))
    yield from ((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
    yield from ((page.file, page.text()) for page in pages().values())


def hints() -> Iterator[tuple[str, str]]:
    """The names of pages that follow the verb ``docs``, each with the file that says it."""
    return ((place, name) for place, text in texts() for name in _HINT.findall(text))
