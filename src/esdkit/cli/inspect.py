"""``esdkit inspect``: what a message is, without a key."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from esdkit.cli.complaints import complain
from esdkit.cli.streams import open_message
from esdkit.cli.terminal import color_option, echo, paint
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.inspector import Tree, inspect
from esdkit.inspector.parts import readable
from esdkit.inspector.text import printable
from esdkit.spec import exit_codes

__all__ = ["inspect_command"]


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--json", "form", flag_value="json", help="One JSON object per file.")
@click.option("--jsonl", "form", flag_value="jsonl", help="The same, each on one line.")
@click.option("--oneline", "form", flag_value="oneline", help="One line per file.")
@click.option("--get", "path", metavar="PATH", help="The value of one field or group, one line per file; dump shows the paths.")
@click.option("--bytes", "raw", is_flag=True, help="With --get: the bytes themselves, for a pipe or file.")
@color_option
@click.pass_context
def inspect_command(context: click.Context, files: Sequence[str], form: str | None, path: str | None, raw: bool) -> int:
    """Say what a message is, without a key: version, suite, context, data keys, frames, sizes, signature, and what is wrong with it.

    Nothing that is shown is verified by a data key, so it is what the bytes claim. Of signed messages the signature is checked under the
    public key in the header: it shows that nothing was changed since, and not who signed.

    \b
    esdkit inspect message.bin
    esdkit inspect --oneline backup/*.bin
    esdkit inspect --json message.bin | jq .signature.state
    esdkit inspect --get header.message_id message.bin
    pbpaste | esdkit inspect -

    Exit code 1: at least one file has a problem, or is no message.
    """
    if (raw and (path is None or files[1:])) or (path is not None and form is not None):
        raise click.UsageError("--bytes goes with --get and one file, and --get with no other form", context)
    codes = [exit_codes()["ok"]]
    for index, name in enumerate(files):
        try:
            with open_message(name) as message:
                tree = inspect(message)
                if path is not None:
                    _print_field(tree, path, raw=raw)
                    continue
                echo(_render(tree, name, form, first=index == 0), newline=False)
        except (EsdkError, OSError, MemoryError) as error:
            codes.append(complain(error, name))
            continue
        codes.append(exit_codes()["answer_is_no" if tree.problems else "ok"])
    return max(codes)


def _print_field(tree: Tree, path: str, *, raw: bool) -> None:
    """Print what stands at a path: a number or text as it is, bytes in hexadecimal.

    Raises:
        UsageError: ``invalid-argument``, nothing does.
    """
    node = tree.find(path)
    if node is None:
        raise UsageError(Code.INVALID_ARGUMENT, f"the message has no field {path}", hint="esdkit dump shows all paths.")
    if raw:
        for piece in tree.source.pieces(node.start, node.end):
            click.echo(bytes(piece), nl=False)
        return
    data = tree.source.read(node.start, node.end)
    if node.row is not None and node.row.type != "bytes":
        echo(str(int.from_bytes(data, "big")))
    elif node.row is not None and node.row.unit == "utf-8" and readable(data) is not None:
        echo(printable(readable(data) or ""))
    else:
        echo(data.hex())


def _render(tree: Tree, name: str, form: str | None, *, first: bool) -> str:
    if form == "oneline":
        return f"{printable(name)}: {tree.to_line()}\n"
    if form is not None:
        document = tree.to_json()
        return json.dumps({"schema": document["schema"], "file": name, **document}, indent=None if form == "jsonl" else 1) + "\n"
    return ("" if first else "\n") + tree.to_text(name, paint)
