"""``esdkit inspect``: what a message is, without a key."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from esdkit.cli.errors import report_error
from esdkit.cli.files import files_below, recursive_option
from esdkit.cli.streams import open_message
from esdkit.cli.terminal import color_option, echo, paint
from esdkit.columns import printable, utf8_text
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.inspector import Tree, inspect
from esdkit.spec import exit_codes

if TYPE_CHECKING:
    from esdkit.inspector.views.nodes import TreeNode

__all__ = ["inspect_command"]


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--json", "form", flag_value="json", help="One JSON object per file.")
@click.option("--jsonl", "form", flag_value="jsonl", help="The same on one line each, without the single fields.")
@click.option("--oneline", "form", flag_value="oneline", help="One line per file.")
@click.option("--get", "path", metavar="PATH", help="The value of one field or group, one line per file; dump shows the paths.")
@click.option("--bytes", "raw", is_flag=True, help="With --get: the bytes themselves, for a pipe or file.")
@recursive_option
@color_option
@click.pass_context
def inspect_command(context: click.Context, files: Sequence[str], form: str | None, path: str | None, raw: bool, recursive: bool) -> int:
    """Say what a message is, without a key: version, suite, context, data keys, frames, sizes, signature, and what is wrong with it.

    Nothing that is shown is verified by a data key, so it is what the bytes claim. Of signed messages the signature is checked under the
    public key in the header: it shows that nothing was changed since, and not who signed.

    \b
    esdkit inspect message.bin
    esdkit inspect --oneline backup/*.bin
    esdkit inspect --jsonl -r backup > backup.jsonl
    esdkit inspect --json message.bin | jq .signature.state
    esdkit inspect --get header.message_id message.bin
    pbpaste | esdkit inspect -

    Exit code 1: at least one file has a problem, or is no message.
    """
    if (raw and (path is None or files[1:] or recursive)) or (path is not None and form is not None):
        raise click.UsageError("--bytes goes with --get and one file, and --get with no other form", context)
    if raw and path is not None:
        return _write_bytes(files[0], path)
    names = files_below(files, recursive=recursive)
    return max((_print(_texts(name, form, path, first=index == 0), name) for index, name in enumerate(names)), default=exit_codes()["ok"])


def _texts(name: str, form: str | None, path: str | None, *, first: bool) -> Generator[str, None, int]:
    """What is to be printed of a file, in pieces; gives the exit code."""
    with open_message(name) as message:
        tree = inspect(message.data)
        if path is not None:
            yield from _value(tree, path)
            return exit_codes()["ok"]
        yield _render(tree, name, form, first=first)
    return exit_codes()["answer_is_no" if tree.problems else "ok"]


def _print(texts: Generator[str, None, int], name: str) -> int:
    """Print what comes of a file; gives the exit code. Only what goes wrong with the file is caught, and nothing of stdout."""
    while True:
        try:
            text = next(texts)
        except StopIteration as end:
            return int(end.value)
        except (EsdkError, OSError, MemoryError) as error:
            return report_error(error, name)
        echo(text, newline=False)


def _write_bytes(name: str, path: str) -> int:
    """Write what stands at a path to stdout as it is."""
    with open_message(name) as message:
        tree = inspect(message.data)
        node = _node(tree, path)
        for piece in tree.source.pieces(node.start, node.end):
            click.echo(bytes(piece), nl=False)
    return exit_codes()["ok"]


def _node(tree: Tree, path: str) -> TreeNode:
    node = tree.find(path)
    if node is None:
        raise UsageError(Code.INVALID_ARGUMENT, f"the message has no field {path}", hint="esdkit dump shows all paths.")
    return node


def _value(tree: Tree, path: str) -> Iterator[str]:
    """The line for what stands at a path, in pieces: a number or text as it is, bytes in hexadecimal.

    Raises:
        UsageError: ``invalid-argument``, nothing does.
    """
    node = _node(tree, path)
    row = node.row
    if row is not None and row.type != "bytes":
        yield str(int.from_bytes(tree.source.read(node.start, node.end), "big"))
    elif row is not None and row.unit == "utf-8" and (text := utf8_text(tree.source.read(node.start, node.end))) is not None:
        yield printable(text)
    else:
        yield from (piece.hex() for piece in tree.source.pieces(node.start, node.end))
    yield "\n"


def _render(tree: Tree, name: str, form: str | None, *, first: bool) -> str:
    if form == "oneline":
        return f"{printable(name)}: {tree.to_line()}\n"
    if form is not None:
        from esdkit.inspector.views.json import SCHEMA

        document = {"schema": SCHEMA, "file": name, **tree.to_json(fields=form == "json")}
        return json.dumps(document, indent=1 if form == "json" else None) + "\n"
    return ("" if first else "\n") + tree.to_text(name, paint)
