"""The files of folders, for verbs that read them.

Invariants: a walk reads regular files only, in sorted order, and follows links to files, never to directories; temporary files that a run
has left are skipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from esdkit.cli.command import section_option
from esdkit.cli.errors import note
from esdkit.cli.streams import STDIO

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["files_below", "recursive_option", "regular_files"]

recursive_option = section_option("-r", "-R", "--recursive", is_flag=True, help="Read all files of a directory and its subdirectories.")
"""For verbs that only read; goes with ``files_below``."""


def files_below(names: Sequence[str], *, recursive: bool) -> list[str]:
    """The files that a verb reads: the names; with ``recursive``, the files of a directory in its place.

    Raises:
        OSError: a directory cannot be read.
    """
    if not recursive:
        return [*names]
    from pathlib import Path  # here and above, because most runs name a file

    folders = {name for name in names if name != STDIO and os.path.isdir(name)}
    return [file for name in names for file in (map(str, regular_files(Path(name))) if name in folders else [name])]


def regular_files(folder: Path) -> Iterator[Path]:
    """The regular files of a directory and its subdirectories, and links to such. Everything else is named on stderr."""
    from esdkit.cli.output import is_part
    from esdkit.input.folders import names_below

    for place, names in names_below(folder):
        for path in (place / name for name in names):
            if is_part(path.name):
                note(f"{path} is a temporary file of a run that was stopped, or still runs, and was skipped")
            elif path.is_file():
                yield path
            else:
                note(f"{path} is not a regular file and was skipped")
