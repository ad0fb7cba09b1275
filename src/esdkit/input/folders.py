"""Folders of any number of levels: what is below one, in an order that is the same everywhere, and making one.

``os.walk`` before Python 3.12, and ``Path.mkdir``, call themselves for each level and end with an error some 1,000 levels down.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

__all__ = ["make_folder", "names_below"]


def names_below(
    folder: Path, *, hidden: bool = True, on_error: Callable[[OSError], None] | None = None
) -> Iterator[tuple[Path, list[str]]]:
    """Each folder, and the names in it that are not folders: a folder before those below it, all sorted. Links to folders are names.

    Args:
        folder: where to begin.
        hidden: whether folders whose name begins with a dot are looked into.
        on_error: is told that a folder cannot be read, which is then left out.

    Raises:
        OSError: a folder cannot be read, and nobody is told.
    """
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=attrgetter("name"))
        except OSError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        yield place, [entry.name for entry in found if not entry.is_dir(follow_symlinks=False)]
        below = [entry.name for entry in found if entry.is_dir(follow_symlinks=False) and (hidden or not entry.name.startswith("."))]
        waiting.extend(place / name for name in reversed(below))


def make_folder(path: Path) -> None:
    """Make a folder and those above it that are not there.

    Raises:
        OSError: one cannot be made.
    """
    missing = []
    while not path.exists():
        missing.append(path)
        path = path.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
