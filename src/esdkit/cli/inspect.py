"""``esdkit inspect``: what a message is, without a key."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from esdkit.cli.complaints import complain
from esdkit.cli.streams import open_message
from esdkit.cli.terminal import echo, paint
from esdkit.errors import EsdkError
from esdkit.inspector import Tree, inspect
from esdkit.inspector.text import printable
from esdkit.spec import exit_codes

__all__ = ["inspect_command"]


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--json", "form", flag_value="json", help="One JSON object per file.")
@click.option("--jsonl", "form", flag_value="jsonl", help="The same, each on one line.")
@click.option("--oneline", "form", flag_value="oneline", help="One line per file.")
def inspect_command(files: Sequence[str], form: str | None) -> int:
    """Say what a message is, without a key: version, suite, context, data keys, frames, sizes, signature, and what is wrong with it.

    Nothing that is shown is verified by a data key, so it is what the bytes claim. Of signed messages the signature is checked under the
    public key in the header: it shows that nothing was changed since, and not who signed.

    \b
    esdkit inspect message.bin
    esdkit inspect --oneline backup/*.bin
    esdkit inspect --json message.bin | jq .signature.state
    pbpaste | esdkit inspect -

    Exit code 1: at least one file has a problem, or is no message.
    """
    codes = [exit_codes()["ok"]]
    for index, name in enumerate(files):
        try:
            with open_message(name) as message:
                tree = inspect(message)
                echo(_render(tree, name, form, first=index == 0), newline=False)
        except (EsdkError, OSError, MemoryError) as error:
            codes.append(complain(error, name))
            continue
        codes.append(exit_codes()["answer_is_no" if tree.problems else "ok"])
    return max(codes)


def _render(tree: Tree, name: str, form: str | None, *, first: bool) -> str:
    if form == "oneline":
        return f"{printable(name)}: {tree.to_line()}\n"
    if form is not None:
        document = tree.to_json()
        return json.dumps({"schema": document["schema"], "file": name, **document}, indent=None if form == "jsonl" else 1) + "\n"
    return ("" if first else "\n") + tree.to_text(name, paint)
