"""Puts the tables of ``spec/`` into the wheel as JSON too, which is read much faster than YAML (``esdkit/spec/data.py``).

Strategy: hatchling calls the hook while it builds. A wheel gets a file for each table, so that a run reads only those that it uses, from a
temporary folder; an editable install gets none, because it reads ``spec/`` itself.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["TablesHook", "tables"]


def tables(spec: Path) -> dict[str, Any]:
    """Every table that the library reads, by its path in ``spec/`` without the suffix."""
    paths = sorted([*spec.glob("*.yaml"), *spec.glob("format/*.yaml"), *spec.glob("requirements/*.yaml")])
    return {path.relative_to(spec).with_suffix("").as_posix(): yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


class TablesHook(BuildHookInterface[Any]):
    """The hook, as ``pyproject.toml`` names this file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        for name, table in tables(Path(self.root, "spec")).items():
            path = Path(self._folder.name, f"{name}.json")
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(table, separators=(",", ":")), encoding="utf-8")
            build_data["force_include"][str(path)] = f"esdkit/spec/data/{name}.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
