"""Puts a finished set in place: a folder or a zip that appears whole or not at all.

Invariants: nothing that is there is replaced; a zip of the same files has the same bytes on every machine.
"""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from esdkit.errors import Code, UsageError
from esdkit.input.folders import make_folder

__all__ = ["place_folder", "zipped"]

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date of a zip
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def place_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files.

    Args:
        target: the folder; it must not be there.
        files: contents by name, with slashes.

    Raises:
        UsageError: ``invalid-argument``: there is something of this name.
        OSError: it cannot be written; nothing is left of it.
    """
    if os.path.lexists(target):
        raise UsageError(Code.INVALID_ARGUMENT, f"{target} exists", hint="Choose another output, or remove it.")
    partial = target.with_name(f".{target.name}.{os.urandom(8).hex()}.partial")
    try:
        for name, content in files.items():
            make_folder((partial / name).parent)
            (partial / name).write_bytes(content)
        partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of some files: sorted, without times and owners, and stored, because implementations of deflate differ in their bytes.

    Args:
        files: contents by name, with slashes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr, entry.create_system = _PLAIN_FILE, _UNIX
            archive.writestr(entry, content)
    return buffer.getvalue()
