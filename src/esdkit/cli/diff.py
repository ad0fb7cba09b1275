"""``esdkit diff``: what differs between two messages, field by field."""

from __future__ import annotations

import json

import click

from esdkit.cli.command import Command, section_option
from esdkit.cli.messages import open_message
from esdkit.cli.streams import STDIO
from esdkit.cli.terminal import color_option, echo, paint, print_lines
from esdkit.columns import Columns
from esdkit.inspector import inspect
from esdkit.inspector.compare.diff import diff
from esdkit.inspector.compare.report import diff_to_json, diff_to_text
from esdkit.message.message import build, parse
from esdkit.spec import exit_codes

__all__ = ["diff_command"]


@click.command("diff", cls=Command)
@click.argument("left", metavar="A", type=click.Path(allow_dash=True))
@click.argument("right", metavar="[B]", required=False, type=click.Path(allow_dash=True))
@section_option("--rebuilt", is_flag=True, help="Compare A with the bytes built from its parsed form.")
@section_option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@color_option
def diff_command(left: str, right: str | None, rebuilt: bool, as_json: bool) -> int:
    """Compare two messages, field by field. No key is needed.

    Context pairs are compared by key, data keys by provider and wrapping key, frames by position. Neighboring frames that differ in the
    same fields are one change.

    \b
    esdkit diff old.bin new.bin
    esdkit diff messages.jsonl#1 messages.jsonl#2
    esdkit diff message.bin --rebuilt
    esdkit diff --json old.bin new.bin | jq '.changes[].path'

    Exit code 0: they are the same, byte for byte. 1: they differ.
    """
    if rebuilt == (right is not None):
        raise click.UsageError("give either a second message or --rebuilt")
    if left == right == STDIO:
        raise click.UsageError("only one of the messages can come from stdin")
    before = _read(left)
    after = build(parse(before, strict=False)) if right is None else _read(right)
    found = diff(inspect(before), inspect(after))
    if as_json:
        echo(json.dumps(diff_to_json(found, left, right), indent=1))
    else:
        print_lines(diff_to_text(found, left, right, Columns(paint)))
    return exit_codes()["ok" if found.same else "answer_is_no"]


def _read(name: str) -> bytes:
    with open_message(name) as message:
        return message.content
