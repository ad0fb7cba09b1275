"""The files below a folder, in an order that is the same everywhere, however many levels there are.

``os.walk`` calls itself for each level before Python 3.12, and ends with an error some 1,000 levels down.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

__all__ = ["names_below"]


def names_below(folder: Path, *, hidden: bool = True) -> Iterator[tuple[Path, list[str]]]:
    """Each folder, and the names in it that are not folders: a folder before those below it, all sorted. Links to folders are names.

    Args:
        folder: where to begin.
        hidden: whether folders whose name begins with a dot are looked into.

    Raises:
        OSError: a folder cannot be read.
    """
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        with os.scandir(place) as entries:
            found = sorted(entries, key=attrgetter("name"))
        yield place, [entry.name for entry in found if not entry.is_dir(follow_symlinks=False)]
        below = [entry.name for entry in found if entry.is_dir(follow_symlinks=False) and (hidden or not entry.name.startswith("."))]
        waiting.extend(place / name for name in reversed(below))
