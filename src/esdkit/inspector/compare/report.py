"""What differs between two messages, as text for people and as JSON data (spec/schemas/diff-report.json, ``"schema": 1``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from esdkit.columns import Columns, count
from esdkit.inspector.compare.diff import Change, Diff, Part

__all__ = ["diff_to_json", "diff_to_text"]

_SCHEMA = 1
_REBUILT = "(rebuilt)"
_KIND = 9
_MAX_SHOWN = 64  # changes, as text
_MAX_LISTED = 1000  # in JSON


def diff_to_text(found: Diff, left: str, right: str | None, out: Columns) -> Iterator[str]:
    """The lines of a comparison. ``left``, ``right``: names of the files; None for a message that was rebuilt."""
    if found.same:
        yield f"the same: {count(found.left_length, 'byte')}"
        return
    yield from out.whole(f"--- {left}, {count(found.left_length, 'byte')}", role="bad")
    yield from out.whole(f"+++ {right or _REBUILT}, {count(found.right_length, 'byte')}", role="good")
    for change in found.changes[:_MAX_SHOWN]:
        yield from _change(change, out)
    more = len(found.changes) - _MAX_SHOWN
    if more > 0:
        listed = "all" if len(found.changes) <= _MAX_LISTED else f"the first {_MAX_LISTED}"
        yield from out.lines(f"… {more} more; --json has {listed}", role="dim")


def _change(change: Change, out: Columns) -> Iterator[str]:
    left, right, kind = change.left, change.right, [(f"{change.kind:<{_KIND}}", "label")]
    if change.kind == "moved" and left is not None and right is not None:
        yield from out.lines(f"{left.path} → {right.path}", kind)
        yield from out.lines(left.text, f"  = {left.offset:#x} → {right.offset:#x}  ")
        return
    yield from out.lines(f"{change.path}{': ' if change.fields else ''}{', '.join(change.fields)}", kind)
    for sign, part, role in (("-", left, "bad"), ("+", right, "good")):
        if part is not None:
            yield from out.lines(part.text, [(f"  {sign} {part.offset:#x}  ", role)], role)


def diff_to_json(found: Diff, left: str, right: str | None) -> dict[str, Any]:
    """A comparison as data; the arguments as for ``diff_to_text``."""
    return {
        "schema": _SCHEMA,
        "left": {"file": left, "length": found.left_length},
        "right": {"file": right, "length": found.right_length},
        "rebuilt": right is None,
        "same": found.same,
        "change_count": len(found.changes),
        "changes": [
            {
                "kind": change.kind,
                "path": change.path,
                "frames": change.frames,
                "fields": list(change.fields),
                "first_difference": change.first_difference,
                "left": _part(change.left),
                "right": _part(change.right),
            }
            for change in found.changes[:_MAX_LISTED]
        ],
    }


def _part(part: Part | None) -> dict[str, Any] | None:
    return None if part is None else {"path": part.path, "offset": part.offset, "length": part.length, "text": part.text}
