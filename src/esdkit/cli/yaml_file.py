"""The user's YAML files: one document, bounded, read as plain data.

Invariants: a mapping with the same key twice is refused, where plain YAML keeps the last; no value of the file is repeated in an error.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from esdkit.errors import Code, UsageError

__all__ = ["load_yaml"]

_LARGEST = 1 << 20  # bytes


def load_yaml(path: Path, what: str, place: str) -> Any:
    """Read a file.

    Args:
        path: of the file.
        what: what it is, for errors: ``a keyring file``.
        place: the path of its root in errors.

    Raises:
        UsageError: ``invalid-argument``: not YAML, or too much.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise UsageError(Code.INVALID_ARGUMENT, f"{what} may have at most {_LARGEST} bytes", path=place)
    try:
        return yaml.load(data, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        line = "" if error.problem_mark is None else f" in line {error.problem_mark.line + 1}"
        raise UsageError(Code.INVALID_ARGUMENT, f"not YAML{line}: {error.problem}", path=place) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:  # ValueError: an invalid date or number
        raise UsageError(Code.INVALID_ARGUMENT, f"not YAML ({type(error).__name__})", path=place) from None


class _StrictLoader(yaml.SafeLoader):
    """Refuses a mapping that has a key twice."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    mapping = loader.construct_mapping(node, deep=True)
    if len(mapping) != len(node.value):
        raise yaml.constructor.ConstructorError(None, None, "duplicate key in a mapping", node.start_mark)
    return mapping


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
