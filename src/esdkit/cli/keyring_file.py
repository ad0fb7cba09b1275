"""Keyring files: YAML on disk to the keyring or CMM that it describes (``esdkit.cmm.config``).

Invariants: a key is read from the file or the environment variable that the keyring file names, a path is relative to the keyring file's
folder; no value of the file is repeated in an error. A mapping with the same key twice is refused, where plain YAML keeps the last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

import yaml

from esdkit.cmm.base import CryptographicMaterialsManager
from esdkit.cmm.config import read_keyring
from esdkit.errors import Code, UsageError
from esdkit.keyrings import Keyring

__all__ = ["NamedKeyReader", "read_keyring_file"]

NamedKeyReader = Callable[[str, Collection[int] | None], bytes]
"""Reads a key: given ``@FILE`` or ``env:VARIABLE``, and the lengths that it may have (bytes; None for a PEM text)."""

_LARGEST = 1 << 20  # bytes


def read_keyring_file(name: str, read_key: NamedKeyReader) -> Keyring | CryptographicMaterialsManager:
    """Make what a keyring file describes.

    Args:
        name: the file.
        read_key: reads a key as the key options name it.

    Raises:
        UsageError: ``invalid-argument``: no YAML, or no description of a keyring; the path says where.
        OSError: the file, or one that it names, cannot be read.
    """
    path = Path(name).expanduser()
    folder = path.parent

    def read(source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
        way, value = next(iter(source.items()))
        return read_key(f"@{folder / Path(value).expanduser()}" if way == "file" else f"env:{value}", lengths)

    return read_keyring(_load(path), read)


def _load(path: Path) -> Any:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise _unreadable(f"a keyring file has at most {_LARGEST} bytes")
    try:
        return yaml.load(data, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        place = "" if error.problem_mark is None else f" in line {error.problem_mark.line + 1}"
        raise _unreadable(f"not YAML{place}: {error.problem}") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:  # ValueError: a date or number that is none
        raise _unreadable(f"not YAML ({type(error).__name__})") from None


class _StrictLoader(yaml.SafeLoader):
    """Refuses a mapping in which a key stands twice."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    mapping = loader.construct_mapping(node, deep=True)
    if len(mapping) != len(node.value):
        raise yaml.constructor.ConstructorError(None, None, "a key stands twice in one mapping", node.start_mark)
    return mapping


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _unreadable(what: str) -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, what, path="keyring")
