"""Keyring files: YAML or JSON on disk to the keyring or CMM that it describes (``esdkit.cmm.config``).

Invariants: a key is read from the file or the environment variable that the keyring file names, a path is relative to the keyring file's
directory; no value of the file is repeated in an error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esdkit.cli.key_source import hiding_key
from esdkit.cli.output import protect
from esdkit.cli.steering_file import read_steering_file
from esdkit.cli.streams import user_path
from esdkit.cmm.base import CryptographicMaterialsManager
from esdkit.cmm.config import KeyReader, read_keyring
from esdkit.errors import Code, UsageError
from esdkit.keyrings import Keyring
from esdkit.keyrings.description import KEY_WAYS

if TYPE_CHECKING:
    from esdkit.vectors.model import KeyDescription

__all__ = ["NamedKeyReader", "describe_keyring_file", "read_keyring_file"]

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
    return read_keyring(_description(name), _reader(name, read_key))


def describe_keyring_file(name: str, read_key: NamedKeyReader) -> KeyDescription:
    """What a keyring file describes, as a key description of a vector, with the keys that it names.

    Args:
        name: the file.
        read_key: as for `read_keyring_file`.

    Raises:
        UsageError, OSError: as `read_keyring_file`; ``invalid-argument``: a caching CMM.
    """
    from esdkit.vectors.model import KeyDescription

    keys: dict[str, bytes] = {}
    read = _reader(name, read_key)

    def keep(source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
        way, value = next(iter(source.items()))
        return keys.setdefault(f"{way}:{value}", read(source, lengths))

    description = _description(name)
    read_keyring(description, keep)
    if "caching" in description:
        raise UsageError(Code.INVALID_ARGUMENT, "a caching CMM does not read vectors", path="keyring.caching")
    return KeyDescription(_by_file(description), keys)


def _by_file(description: Any) -> Any:
    """A description whose keys are all named by ``file``, with the way in the name."""
    if isinstance(description, list):
        return [_by_file(item) for item in description]
    if not isinstance(description, dict):
        return description
    if len(description) == 1 and (way := next(iter(description))) in KEY_WAYS:
        return {"file": f"{way}:{description[way]}"}
    return {name: _by_file(value) for name, value in description.items()}


def _description(name: str) -> Any:
    path = user_path(name)
    protect(path)
    with hiding_key(name, "a keyring file"):
        return read_steering_file(path, "a keyring file", "keyring")


def _reader(name: str, read_key: NamedKeyReader) -> KeyReader:
    folder = user_path(name).parent

    def read(source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
        way, value = next(iter(source.items()))
        if way == "env":
            return read_key(f"env:{value}", lengths)
        alone = value.startswith("~") or Path(value).is_absolute()
        return read_key(f"@{value}" if alone else f"@{folder}/{value}", lengths)

    return read
