"""Finds and reads the tables of ``spec/``.

Strategy: a checkout reads the YAML in the folder at its root, so that an edit counts at once. The wheel has that folder as
``esdkit/spec/data``, and in it each table as JSON too, which needs no YAML reader (made by ``tools/hatch_build.py``). JSON has text keys
only, so where the keys of a table are numbers, ``by_number`` converts them.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["by_number", "load", "spec_path", "with_tuples"]


def spec_path() -> Path:
    """The folder that holds the tables."""
    installed = Path(__file__).parent / "data"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "spec"


def load(name: str) -> Any:
    """A table by its path in the folder, without the suffix."""
    path = spec_path() / name
    try:
        return json.loads(path.with_suffix(".json").read_bytes())
    except FileNotFoundError:  # in a checkout
        import yaml  # here, because the wheel needs it for the user's own files only

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # seven times as fast, where libyaml is there
    return yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), Loader=loader)


def by_number(table: Mapping[str, Any] | Mapping[int, Any]) -> dict[int, Any]:
    return {int(number): value for number, value in table.items()}


def with_tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
