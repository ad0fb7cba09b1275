"""``esdkit diff``: what differs between two messages, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from esdkit.cli.streams import STDIO, read_message
from esdkit.cli.terminal import color_option, echo, paint
from esdkit.columns import printable, wrapped
from esdkit.inspector import inspect
from esdkit.inspector.compare.diff import Change, Diff, Part, diff
from esdkit.message.message import build, parse
from esdkit.spec import exit_codes

__all__ = ["diff_command"]

_SCHEMA = 1
_REBUILT = "(rebuilt)"
_KIND = 9
_MAX_SHOWN = 64  # changes, as text
_MAX_LISTED = 1000  # in JSON


@click.command("diff")
@click.argument("left", metavar="A", type=click.Path(allow_dash=True))
@click.argument("right", metavar="[B]", required=False, type=click.Path(allow_dash=True))
@click.option("--rebuilt", is_flag=True, help="Compare A with what building its parsed form gives.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@color_option
def diff_command(left: str, right: str | None, rebuilt: bool, as_json: bool) -> int:
    """Say what differs between two messages, field by field. No key is needed.

    Context pairs are compared by key, data keys by provider and wrapping key, frames by position; frames next to each other that differ in
    the same fields are one change.

    \b
    esdkit diff old.bin new.bin
    esdkit diff message.bin --rebuilt
    esdkit diff --json old.bin new.bin | jq '.changes[].path'

    Exit code 0: they are the same, byte for byte. 1: they differ.
    """
    if rebuilt == (right is not None):
        raise click.UsageError("give a second message or --rebuilt")
    if left == right == STDIO:
        raise click.UsageError("only one of the messages can come from stdin")
    before = read_message(left)
    after = build(parse(before, strict=False)) if right is None else read_message(right)
    found = diff(inspect(before), inspect(after))
    if as_json:
        echo(json.dumps(_to_json(found, left, right), indent=1))
    else:
        echo("\n".join(line.rstrip() for line in _to_text(found, left, right or _REBUILT)))
    return exit_codes()["ok" if found.same else "answer_is_no"]


def _to_text(found: Diff, left: str, right: str) -> Iterator[str]:
    if found.same:
        yield f"the same: {found.left_length} bytes"
        return
    yield paint(f"--- {printable(left)}, {found.left_length} bytes", "bad")
    yield paint(f"+++ {printable(right)}, {found.right_length} bytes", "good")
    for change in found.changes[:_MAX_SHOWN]:
        yield from _change(change)
    more = len(found.changes) - _MAX_SHOWN
    if more > 0:
        listed = "all" if len(found.changes) <= _MAX_LISTED else f"the first {_MAX_LISTED}"
        yield paint(f"… {more} more; --json has {listed}", "dim")


def _change(change: Change) -> Iterator[str]:
    left, right = change.left, change.right
    if change.kind == "moved" and left is not None and right is not None:
        yield f"{paint(f'{change.kind:<{_KIND}}', 'label')}{left.path} → {right.path}"
        yield from _wrapped(f"  = {left.offset:#x} → {right.offset:#x}  ", left.text)
        return
    yield f"{paint(f'{change.kind:<{_KIND}}', 'label')}{change.path}{': ' if change.fields else ''}{', '.join(change.fields)}"
    for sign, part, role in (("-", left, "bad"), ("+", right, "good")):
        if part is not None:
            yield from (paint(line, role) for line in _wrapped(f"  {sign} {part.offset:#x}  ", part.text))


def _wrapped(front: str, text: str) -> list[str]:
    lines = wrapped(text, len(front))
    return [f"{front if at == 0 else ' ' * len(front)}{line}" for at, line in enumerate(lines)]


def _to_json(found: Diff, left: str, right: str | None) -> dict[str, Any]:
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
