"""What the wheel has that is not a file of the package: tables as JSON, the pages of the documentation, man pages.

Strategy: hatchling calls the hook while it builds. A wheel gets a file for each table of ``spec/``, which is read much faster than YAML
(``esdkit/spec/tables.py``), so that a run reads only those that it uses; the pages that ``esdkit docs`` shows; and a man page for each
verb. What is made for it is in a temporary folder. An editable install gets nothing, because it reads the checkout itself.

The README of the package's metadata is ours, but for its links: outside of the checkout they are names of pages.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

__all__ = ["BuildHook", "ReadmeHook", "get_build_hook", "get_metadata_hook", "outside_of_the_checkout", "tables"]


def tables(spec: Path) -> dict[str, Any]:
    """Every table that the library reads, by its path in ``spec/`` without the suffix."""
    paths = sorted([*spec.glob("*.yaml"), *spec.glob("format/*.yaml"), *spec.glob("requirements/*.yaml")])
    return {path.relative_to(spec).with_suffix("").as_posix(): yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def _import_path(root: str) -> None:
    """Make ``esdkit`` and ``tools`` importable, from the folder that is built."""
    sys.path[:0] = [str(Path(root, "src")), root]


class BuildHook(BuildHookInterface[Any]):
    """Adds to the wheel what is made while it is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        _import_path(self.root)
        from esdkit.docs import pages
        from tools.man_pages import man_pages

        self._folder = tempfile.TemporaryDirectory()
        for name, table in tables(Path(self.root, "spec")).items():
            made = self._made(f"{name}.json", json.dumps(table, separators=(",", ":")))
            build_data["force_include"][made] = f"esdkit/spec/data/{name}.json"
        for page in pages().values():
            build_data["force_include"][str(Path(self.root, page.file))] = f"esdkit/docs/data/{page.file}"
        for name, text in man_pages().items():
            build_data["shared_data"][self._made(name, text)] = f"share/man/man1/{name}"

    def _made(self, name: str, text: str) -> str:
        path = Path(self._folder.name, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()


class ReadmeHook(MetadataHookInterface):
    """Gives the package's metadata the README."""

    def update(self, metadata: dict[str, Any]) -> None:
        _import_path(self.root)
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": outside_of_the_checkout(text)}


def outside_of_the_checkout(readme: str) -> str:
    """The README with names of pages where it has links to files, which lead nowhere on other sites."""
    from esdkit.docs import find

    def named(link: re.Match[str]) -> str:
        page = find(link[2])
        return link[0] if page is None else f"{link[1]} (`esdkit docs {page.name}{link[3] or ''}`)"

    return re.sub(r"\[([^\]]+)\]\(([^)#:]+)(#[^)]*)?\)", named, readme)


def get_build_hook() -> type[BuildHook]:
    """What hatchling asks of a file that has several hooks."""
    return BuildHook


def get_metadata_hook() -> type[ReadmeHook]:
    """The same, of the metadata."""
    return ReadmeHook
