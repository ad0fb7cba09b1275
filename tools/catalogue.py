"""Compares the requirements with a checkout of the upstream specification: what moved, what changed, what has no requirement.

Strategy: a requirement names a file and the anchor of a section. Of each section the sentences with MUST, SHOULD and the like are taken,
and of each sentence a digest, so that neither the text nor a part of it is kept. ``--write`` stores the digests of a checkout in
``spec/catalogue.json``; a later run names the requirements of sections whose digests differ. The key words in the sentences are counted
too, and compared with the counts of ``spec/specification.yaml``.
Invariants: code blocks and the paragraph about the key words are not sentences; line breaks and the targets of links make no difference.
Requirements of other repositories, or of our own, are not looked at.

    python -m tools.catalogue CHECKOUT [--write]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tools.req_report import Requirement, read_requirements, read_specification

__all__ = ["Finding", "catalogue", "compare", "key_words", "main", "pages", "recount", "sections"]

STORED = Path("spec/catalogue.json")
_ROOT = Path(__file__).resolve().parents[1]
_PARTS = ("client-apis", "data-format", "framework")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*$")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_KEY_WORD = re.compile(r"\b(?:MUST|SHOULD)\b")  # with or without NOT
_ABOUT_KEY_WORDS = re.compile(r"RFC ?2119")
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"])")
_DIGEST_LENGTH = 16  # hexadecimal digits

Sections = Mapping[str, Sequence[str]]
"""Digests of the sentences of each section, by its anchor."""


class Finding(NamedTuple):
    """``what``: gone, changed, counted differently or not listed; ``place``: an id, a file and an anchor, or a file."""

    what: str
    place: str


# --- reading ---


def sections(text: str) -> dict[str, list[str]]:
    """The anchors of a page, as GitHub makes them, with the digests of the sentences that say what must or should be."""
    return {anchor: [_digest(sentence) for sentence in sentences] for anchor, sentences in _sections(text).items()}


def key_words(text: str) -> dict[str, int]:
    """The anchors of a page, and how often each section says MUST, MUST NOT, SHOULD or SHOULD NOT."""
    return {anchor: sum(len(_KEY_WORD.findall(sentence)) for sentence in sentences) for anchor, sentences in _sections(text).items()}


def _sections(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"": []}
    anchor, blocks = "", [""]
    for line in [*_without_code(text), "# end"]:
        heading = _HEADING.match(line)
        if heading is None:
            if not line.strip() or _ITEM.match(line):
                blocks.append("")
            blocks[-1] += _ITEM.sub("", line, count=1) + "\n"
            continue
        found[anchor] += [sentence for block in blocks for sentence in _sentences(block)]
        anchor, blocks = _anchor(heading[2], found), [""]
        found[anchor] = []
    del found[anchor]
    return found


def _without_code(text: str) -> Iterator[str]:
    fence = None
    for line in text.splitlines():
        mark = _FENCE.match(line)
        if mark is not None and fence in (None, mark[1]):
            fence = mark[1] if fence is None else None
        elif fence is None:
            yield line


def _anchor(heading: str, known: Iterable[str]) -> str:
    """Letters, digits, hyphens and underscores of a heading; of a second heading with the same ones, a number too."""
    slug = re.sub(r"[^\w\- ]", "", _LINK.sub(r"\1", heading).strip().lower()).replace(" ", "-")
    return next(name for name in (slug, *(f"{slug}-{number}" for number in range(1, 1000))) if name not in known)


def _sentences(block: str) -> Iterator[str]:
    plain = " ".join(_LINK.sub(r"\1", block).split())
    if not _ABOUT_KEY_WORDS.search(plain):
        yield from (sentence for sentence in _SENTENCE_END.split(plain) if _KEY_WORD.search(sentence))


def _digest(sentence: str) -> str:
    return hashlib.sha256(sentence.encode("utf-8")).hexdigest()[:_DIGEST_LENGTH]


def pages(checkout: Path) -> dict[str, str]:
    """The text of every page of a checkout, by file."""
    found = sorted(page for part in _PARTS for page in (checkout / part).rglob("*.md"))
    return {page.relative_to(checkout).as_posix(): page.read_text(encoding="utf-8") for page in found}


def catalogue(texts: Mapping[str, str]) -> dict[str, dict[str, list[str]]]:
    """The sections of pages, by file."""
    return {file: sections(text) for file, text in texts.items()}


# --- comparing ---


def compare(requirements: Iterable[Requirement], now: Mapping[str, Sections], stored: Mapping[str, Sections] | None) -> list[Finding]:
    """The requirements whose section is gone or changed.

    Args:
        requirements: those with a file of the specification.
        now: the checkout.
        stored: what was stored of an earlier one; None if nothing was.
    """
    rows = [(one.id, one.file, one.anchor) for one in requirements if one.file is not None and one.anchor is not None]
    findings = []
    for id_, file, anchor in rows:
        section = now.get(file, {}).get(anchor)
        if section is None:
            findings.append(Finding("gone", f"{id_} {file}#{anchor}"))
        elif stored is not None and list(stored.get(file, {}).get(anchor, ())) != list(section):
            findings.append(Finding("changed", f"{id_} {file}#{anchor}"))
    return findings


def recount(counted: Mapping[str, Mapping[str, int]], listed: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """Where the key words of a checkout are not as many as ``spec/specification.yaml`` says.

    Args:
        counted: the key words of each section, by file and anchor.
        listed: the files of the table. Of one without sections the sums are compared.
    """
    rows = {row["file"]: row for row in listed}
    findings = []
    for file, now in counted.items():
        row = rows.get(file)
        total = sum(now.values())
        if row is None:
            findings += [Finding("not listed", f"{file} ({total})")] if total else []
            continue
        stored = {section["anchor"]: section["key_words"] for section in row.get("sections", ())} or {"": row["key_words"]}
        found = now if "sections" in row else {"": total}
        for anchor in dict.fromkeys([*stored, *found]):
            before, after = stored.get(anchor, 0), found.get(anchor, 0)
            if before != after:
                findings.append(Finding("counted differently", f"{file}#{anchor} ({before} in the table, {after} in the checkout)"))
    return findings


# --- command ---


def _commit(checkout: Path) -> str | None:
    """The commit of a checkout; None if it is not one of git's."""
    asked = subprocess.run(["git", "-C", str(checkout), "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the key words of each file and the findings; returns 1 if one is about a requirement or a count."""
    parser = argparse.ArgumentParser(description="Compare the requirements with a checkout of the specification.")
    parser.add_argument("checkout", type=Path, help="the folder that holds client-apis, data-format and framework")
    parser.add_argument("--root", type=Path, default=_ROOT, help="the source tree")
    parser.add_argument("--write", action="store_true", help=f"store the digests of the checkout in {STORED}")
    options = parser.parse_args(arguments)
    texts = pages(options.checkout)
    if not texts:
        print(f"{options.checkout}: not a checkout of the specification: no pages in {', '.join(_PARTS)}", file=sys.stderr)
        return 2
    now, counted = catalogue(texts), {file: key_words(text) for file, text in texts.items()}
    path = options.root / STORED
    stored = json.loads(path.read_text(encoding="utf-8"))["files"] if path.is_file() else None
    requirements = [one for one in read_requirements(options.root).values() if one.file is not None]
    findings = compare(requirements, now, stored) + recount(counted, read_specification(options.root))
    for file, parts in counted.items():
        rows = sum(one.file == file for one in requirements)
        print(f"{file}: {sum(parts.values())} key words, {rows} requirements")
    for finding in findings:
        print(f"{finding.what}: {finding.place}")
    if stored is None:
        print("no digests were stored before, so a changed sentence cannot be seen: --write stores them")
    if options.write:
        path.write_text(json.dumps({"schema": 1, "commit": _commit(options.checkout), "files": now}, indent=1) + "\n", encoding="utf-8")
    return int(any(finding.what != "not listed" for finding in findings))


if __name__ == "__main__":
    sys.exit(main())
