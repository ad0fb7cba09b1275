"""Finds phrases that read like another language in the texts of the project: code, tables, documentation.

Strategy: a phrase is a regular expression with the way to say it in plain English; a space in it is any white space, also the end of a line
with the comment sign of the next. What is good English is excluded by the expression itself; no line can opt out. The list has the worst
phrases and no more: it is not a style guide.

    python tools/check_english.py [--root FOLDER] [PATH...]      exits 1 when there is one
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["PHRASES", "find", "main"]

_ROOT = Path(__file__).resolve().parents[1]
_TEXTS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/**/*.md", "spec/**/*.yaml", "src/**/*.py", "tools/**/*.py")
_SELF = Path("tools/check_english.py")

PHRASES = {
    r"(?<!\bthere) (?:is|are|was|were) no (?!longer|more than)": "is not a",
    r"\b(?:stands?|stood)\b(?! for| in for|-)": "is, appears",
    r"(?<!left\s)(?<!-)\bbehind\b(?!-| a proxy)": "after",
    r"\banother than\b|\b(?:an)?other \w+ than\b": "differs from, not the same as",
    r"\banew\b": "again",
    r"\bthe caller's\b|\bof the caller\b": "you passed, your",
    r"\bha(?:s|ve) not (?:the|an?|what)\b": "does not have, has the wrong",
    r"\bexpected (?:is|are)\b(?! (?:not )?None\b)": "expected",
    r"\bbe had\b": "is available",
    r"\bat hand\b": "available, given",
    r"\bthe (?:least|most) that\b": "lowest, highest",
    r"\bso (?:many|much)\b(?! (?:as|that|more|less))": "N, this many",
    r"\bthe answer is no\b": "failure",
    r"\b(?:for|that) who (?:wants?|only|tests?|has|looks?|needs?|reads?)\b": "for anyone who",
    r"\btalk (?:to|on) stderr\b": "messages go to stderr",
    r"\bas its length shows\b": "judging by its length",
}
"""What not to write, and what to write instead."""


_GAP = re.compile(r"[\s#>*]+")


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(phrase.replace(" ", _GAP.pattern), re.IGNORECASE)


_PATTERNS = {_pattern(phrase): better for phrase, better in PHRASES.items()}


def find(text: str) -> Iterator[tuple[int, str, str]]:
    """The phrases of a text: line, what is there, what to write instead."""
    for pattern, better in _PATTERNS.items():
        for match in pattern.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip("\n# >*"))
            yield text.count("\n", 0, start) + 1, _GAP.sub(" ", match[0].strip()), better


def _paths(root: Path, names: Sequence[str]) -> list[Path]:
    chosen = [root / name for name in names] or [path for pattern in _TEXTS for path in sorted(root.glob(pattern))]
    return [path for path in chosen if path.relative_to(root) != _SELF and ".venv" not in path.relative_to(root).parts]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line for each phrase; 1 when there is one."""
    parser = argparse.ArgumentParser(description="Find phrases that are not plain English.")
    parser.add_argument("--root", type=Path, default=_ROOT, help="the source tree")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files in it; all texts by default")
    options = parser.parse_args(arguments)
    hits = [
        f"{path.relative_to(options.root).as_posix()}:{line}: {found!r}: write {better!r}"
        for path in _paths(options.root, options.paths)
        for line, found, better in sorted(find(path.read_text(encoding="utf-8")))
    ]
    for hit in hits:
        print(hit, file=sys.stderr)
    print(f"english: {len(hits)} phrase(s)" if hits else "english: fine")
    return 1 if hits else 0


if __name__ == "__main__":
    sys.exit(main())
