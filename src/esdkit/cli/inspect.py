"""``esdkit inspect``: what a message is, without a key."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence

import click

from esdkit.cli.command import Command, section_option
from esdkit.cli.folders import files_below, recursive_option
from esdkit.cli.messages import all_option, messages_of, open_message, print_about
from esdkit.cli.terminal import color_option, paint
from esdkit.columns import printable
from esdkit.inspector import Inspection, inspect
from esdkit.spec import exit_codes

__all__ = ["inspect_command"]


def _paths(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    from esdkit.inspector.views.nodes import known_paths  # here, because completion alone needs it

    return [path for path in known_paths() if path.startswith(begun)]


@click.command("inspect", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@section_option("--json", "form", flag_value="json", help="Print one JSON object per file.")
@section_option("--jsonl", "form", flag_value="jsonl", help="Print one line of JSON per file, without the single fields.")
@section_option("--oneline", "form", flag_value="oneline", help="Print one line per file.")
@section_option(
    "--get", "path", metavar="FIELD", shell_complete=_paths, help="Print the value of one field or group; esdkit dump shows their names."
)
@section_option("--bytes", "raw", is_flag=True, help="With --get: write the bytes themselves.")
@all_option
@recursive_option
@color_option
@click.pass_context
def inspect_command(
    context: click.Context, files: Sequence[str], form: str | None, path: str | None, raw: bool, every: bool, recursive: bool
) -> int:
    """Show what a message is, without a key: version, suite, context, data keys, frames, sizes, signature, problems.

    Nothing shown is verified by a data key: it is what the bytes claim. A signature is checked under the public key in the header, which
    shows that nothing has changed since it was signed, but not who signed.

    \b
    esdkit inspect message.bin
    esdkit inspect --oneline backup/*.bin
    esdkit inspect --jsonl -r backup > backup.jsonl
    esdkit inspect --json message.bin | jq .signature.state
    esdkit inspect --get header.message_id message.bin
    esdkit inspect --all export.jsonl
    esdkit inspect export.jsonl#3
    pbpaste | esdkit inspect -

    Exit code 1: at least one file has a problem, or is not a message.
    """
    if (raw and (path is None or files[1:] or recursive or every)) or (path is not None and form is not None):
        raise click.UsageError("--bytes needs --get and one file; --get cannot be combined with --json, --jsonl or --oneline", context)
    if raw and path is not None:
        from esdkit.cli.to_terminal import refuse_terminal  # here, because few runs write bytes

        refuse_terminal("a field", "use > FILE or a pipe, or leave out --bytes")
        return _write_bytes(files[0], path)
    names = files_below(files, recursive=recursive)
    return max(
        (print_about(name, _texts(name, form, path, first=index == 0, every=every)) for index, name in enumerate(names)),
        default=exit_codes()["ok"],
    )


def _texts(name: str, form: str | None, path: str | None, *, first: bool, every: bool) -> Generator[str, None, int]:
    """What is printed for a file, in pieces; gives the exit code."""
    codes = []
    for message in messages_of(name, every=every):
        tree = inspect(message.data)
        codes.append(exit_codes()["answer_is_no" if tree.problems and path is None else "ok"])
        if path is None:
            yield _render(tree, message.name, form, first=first)
        else:
            yield from tree.get(path)
            yield "\n"
        first = False
    return max(codes)


def _write_bytes(name: str, path: str) -> int:
    """Write the bytes of a field or group to stdout."""
    with open_message(name) as message:
        for piece in inspect(message.data).bytes_at(path):
            click.echo(bytes(piece), nl=False)
    return exit_codes()["ok"]


def _render(tree: Inspection, name: str, form: str | None, *, first: bool) -> str:
    if form == "oneline":
        return f"{printable(name)}: {tree.to_line()}\n"
    if form == "jsonl":
        return f"{tree.to_json_line(name)}\n"
    if form == "json":
        from esdkit.inspector.views.json import SCHEMA

        return json.dumps({"schema": SCHEMA, "file": name, **tree.to_json()}, indent=1) + "\n"
    return ("" if first else "\n") + tree.to_text(name, paint)
