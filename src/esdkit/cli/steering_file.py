"""The user's files that steer a run, keyring files and lint profiles: YAML or, with a name that ends in ``.json``, JSON, as plain data.

Invariants: bytes, items and depth are bounded (``spec/limits.yaml``); an error says line and column and repeats no value of the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from esdkit.cli.streams import read_bounded
from esdkit.errors import Code, UsageError
from esdkit.plaindata import Bounds, NotPlain, decoded, json_value, yaml_value
from esdkit.spec import LIMITS

__all__ = ["read_steering_file"]

_BOUNDS = Bounds(LIMITS["steering_file_items"], LIMITS["steering_file_depth"])


def read_steering_file(path: Path, what: str, place: str) -> Any:
    """Read a file.

    Args:
        path: of the file.
        what: what it is, for errors: ``a keyring file``.
        place: the path of its root in errors.

    Raises:
        UsageError: ``invalid-argument``: not YAML or JSON, not plain data, or too much.
        OSError: the file cannot be read.
    """
    data = read_bounded(path, LIMITS["steering_file_size"], what)
    read = json_value if path.suffix.lower() == ".json" else yaml_value
    try:
        return read(decoded(data), _BOUNDS)
    except NotPlain as error:
        raise UsageError(Code.INVALID_ARGUMENT, error.message, path=place, hint=error.hint) from None
