"""The pages of the documentation: their names, titles and groups. The terminal, the site and the wheel take them from here.

A page is a file of the checkout. The wheel has the same files, under the same paths, beside this module (``tools/hatch_build.py``), so that
what a page or a hint names is there after an installation. A name is a page's path in ``docs/`` without the suffix.

Invariant: every Markdown file in ``docs/`` is in one group, and no two pages have the same name.
"""
# Reqs: EXP-DOC-001

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from esdkit.frozen import frozen

__all__ = ["GROUPS", "Page", "find", "pages", "root", "section", "slug"]

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Start": ("README.md", "SECURITY.md", "CHANGELOG.md"),
    "How-tos": ("docs/howto/*.md",),
    "The format": ("docs/format/README.md", "docs/format/*.md"),
    "Reference": ("docs/errors.md", "docs/lint.md", "docs/vectors.md", "docs/compliance.md", "docs/*.md"),
    "Other programs": ("docs/interop.md", "docs/divergences.md", "docs/sdk-answers.md", "docs/sdk-texts.md"),
    "Decisions": ("docs/adr/README.md", "docs/adr/*.md"),
    "Contributing": ("CONTRIBUTING.md", "docs/tour.md", "docs/roadmap.md", "docs/fuzzing.md", "docs/mutation.md", "vectors/PROVENANCE.md"),
    "Examples": ("docs/examples/*", "docs/examples/*/*"),
}
"""Patterns of files by group, in the order in which pages are listed. A file that one group names is in no other group's pattern."""

_INSTALLED = Path(__file__).parent / "data"
_CHECKOUT = Path(__file__).parents[3]


@frozen
class Page:
    """A page.

    Attributes:
        name: what it is asked for by: ``errors``, ``howto/decrypt``, ``format``.
        title: its first heading; of an example, the name of its file.
        group: where it is listed.
        file: its path in the checkout, with slashes.
    """

    name: str
    title: str
    group: str
    file: str

    @property
    def is_example(self) -> bool:
        """Whether it is a file to copy, rather than text to read."""
        return not self.file.endswith(".md")

    def text(self) -> str:
        """Its source, Markdown unless it is an example."""
        return (root() / self.file).read_text(encoding="utf-8")


def root() -> Path:
    """The folder in which the pages have the paths that they have in a checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


@cache
def pages() -> Mapping[str, Page]:
    """All pages by name, in the order of their groups."""
    listed = [(group, file) for group, patterns in GROUPS.items() for file in _files(patterns)]
    return {page.name: page for page in (Page(_name(file), _title(file), group, file) for group, file in listed)}


def _files(patterns: tuple[str, ...]) -> Iterator[str]:
    named = {file for others in GROUPS.values() if others is not patterns for file in others}
    found = (path for pattern in patterns for path in sorted(root().glob(pattern)) if path.is_file())
    files = dict.fromkeys(path.relative_to(root()).as_posix() for path in found)
    return (file for file in files if file not in named and "/__pycache__/" not in file)  # pip compiles the examples of a wheel


def _name(file: str) -> str:
    name = file.removeprefix("docs/").removeprefix("vectors/").removesuffix(".md").removesuffix("/README")
    return name.lower() if name.isupper() else name


def _title(file: str) -> str:
    if not file.endswith(".md"):
        return file.rpartition("/")[2]
    with (root() / file).open(encoding="utf-8") as lines:
        return next(line for line in lines if line.startswith("# "))[2:].strip().replace("`", "")


def find(name: str) -> Page | None:
    """The page that a name, the last part of a name, or a path means; None when none does, or several."""
    wanted = _name(name).lower()
    found = [page for page in pages().values() if wanted == page.name.lower()]
    found = found or [page for page in pages().values() if page.name.lower().endswith(f"/{wanted}")]
    return found[0] if len(found) == 1 else None


def slug(heading: str) -> str:
    """What a heading is called in links, as GitHub calls it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def section(text: str, anchor: str) -> str | None:
    """The part of a page below a heading, with it; None when no heading has this name in links."""
    fenced, level, kept = False, 0, list[str]()
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        heading = None if fenced else re.match(r"(#+) +(.*)", line)
        if heading and level and len(heading[1]) <= level:
            break
        if heading and not level and slug(heading[2]) == anchor:
            level = len(heading[1])
        if level:
            kept.append(line)
    return "\n".join(kept) if kept else None
