"""Keyring files: YAML or JSON on disk to the keyring or CMM that it describes (``esdkit.cmm.config``).

Invariants: a key is read from the file or the environment variable that the keyring file names, a path is relative to the keyring file's
directory; no value of the file is repeated in an error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from esdkit.cli.key_source import hiding_key
from esdkit.cli.output import protect
from esdkit.cli.steering_file import read_steering_file
from esdkit.cli.streams import user_path
from esdkit.cmm.base import CryptographicMaterialsManager
from esdkit.cmm.config import read_keyring
from esdkit.keyrings import Keyring

__all__ = ["NamedKeyReader", "read_keyring_file"]

NamedKeyReader = Callable[[str, Collection[int] | None], bytes]
"""Reads a key: given ``@FILE`` or ``env:VARIABLE``, and the lengths that it may have (bytes; None for a PEM text)."""


def read_keyring_file(name: str, read_key: NamedKeyReader) -> Keyring | CryptographicMaterialsManager:
    """Make what a keyring file describes.

    Args:
        name: the file.
        read_key: reads a key as the key options name it.

    Raises:
        UsageError: ``invalid-argument``: not YAML, or not a description of a keyring; the path says where.
        OSError: the file, or one that it names, cannot be read.
    """
    path = user_path(name)
    folder = path.parent
    protect(path)

    def read(source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
        way, value = next(iter(source.items()))
        if way == "env":
            return read_key(f"env:{value}", lengths)
        alone = value.startswith("~") or Path(value).is_absolute()
        return read_key(f"@{value}" if alone else f"@{folder}/{value}", lengths)

    with hiding_key(name, "a keyring file"):
        description = read_steering_file(path, "a keyring file", "keyring")
    return read_keyring(description, read)
