"""Finds and reads the tables of ``spec/``.

Strategy: a checkout reads the YAML in the folder at its root, so that an edit counts at once. The wheel has that folder as
``esdkit/spec/data``, and in it each table as JSON too, which needs no YAML reader (made by ``tools/hatch_build.py``). JSON has text keys
only, so where the keys of a table are numbers, ``by_number`` converts them.
"""

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["by_number", "load", "spec_path", "with_tuples"]


def spec_path() -> "Path":
    """The folder that holds the tables."""
    from pathlib import Path  # here, because it takes longer to import than all else that reads a table

    return Path(_folder())


def _folder() -> str:
    package = os.path.dirname(__file__)
    installed = os.path.join(package, "data")
    return installed if os.path.isdir(installed) else os.path.normpath(os.path.join(package, *[os.pardir] * 3, "spec"))


def load(name: str) -> Any:
    """A table by its path in the folder, without the suffix."""
    path = os.path.join(_folder(), name)
    try:
        with open(f"{path}.json", "rb") as file:
            return json.load(file)
    except FileNotFoundError:  # in a checkout
        import yaml  # here, because the wheel needs it for the user's own files only

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # seven times as fast, where libyaml is there
    with open(f"{path}.yaml", "rb") as file:
        return yaml.load(file, Loader=loader)


def by_number(table: Mapping[str, Any] | Mapping[int, Any]) -> dict[int, Any]:
    return {int(number): value for number, value in table.items()}


def with_tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
