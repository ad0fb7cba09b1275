"""Bare messages: files without a manifest, each of which a keyring that the caller names must open, to whatever plaintext.

Invariants: as for sets, nothing outside of the folder is opened, hidden folders are passed over, and sizes are bounded.
"""
# Reqs: TVM-ORA-003

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from esdkit.errors import Code, VectorError
from esdkit.input.folders import names_below
from esdkit.spec import LIMITS
from esdkit.vectors.files import DiskFolder
from esdkit.vectors.model import Accept, KeyDescription, Vector, VectorSet

__all__ = ["read_messages"]


def read_messages(path: Path, keys: KeyDescription) -> VectorSet:
    """The messages of a folder, or one.

    Args:
        path: a folder, searched through, or a file.
        keys: what opens them.

    Raises:
        VectorError: ``vector-file-missing``, ``uri-outside-folder``, ``archive-too-large``, ``no-vectors``.
    """
    file = path.resolve()
    alone = file.is_file()
    folder = DiskFolder(file.parent if alone else file)
    vectors, left = [], LIMITS["vector_set_size"]
    for name in [file.name] if alone else _names(file):
        ciphertext = folder.read(name, left)
        left -= len(ciphertext)
        vectors.append(Vector(id=name, ciphertext=ciphertext, expectation=Accept(None), keys=keys))
    if not vectors:
        raise VectorError(Code.NO_VECTORS, "the directory has no files")
    return VectorSet(folder.name, "messages", tuple(vectors))


def _names(root: Path) -> Iterator[str]:
    try:
        for folder, names in names_below(root, hidden=False):
            yield from ((folder / name).relative_to(root).as_posix() for name in names)
    except OSError as error:
        raise VectorError(Code.VECTOR_FILE_MISSING, f"a directory cannot be read: {error.strerror}") from error
