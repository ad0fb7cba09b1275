"""``esdkit demo``: what esdkit does, on the native vectors that are in the package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from esdkit.cli.command import Command
from esdkit.cli.dump import dump_command
from esdkit.cli.inspect import inspect_command
from esdkit.cli.terminal import color_option, echo, paint
from esdkit.cli.vectors import vectors_group
from esdkit.spec import exit_codes
from esdkit.vectors.published import native_path

__all__ = ["demo_command"]

_MESSAGE = "ciphertexts/mpl-0578-multi-ascii-f256-p300.bin"


@click.command("demo", cls=Command)
@color_option
@click.pass_context
def demo_command(context: click.Context) -> int:
    """Run the native test vectors, then show one message, field by field.

    \b
    esdkit demo | less

    Each command that is run is printed first. Vectors and message are in the
    package.
    """
    message = str(native_path() / _MESSAGE)
    runs: Sequence[tuple[click.Command, list[str]]] = (
        (vectors_group, ["run"]),
        (inspect_command, [message]),
        (dump_command, [message]),
    )
    codes = [_run(context, command, words) for command, words in runs]
    return max(codes)


def _run(context: click.Context, command: click.Command, words: list[str]) -> int:
    """Print a command and run it; gives its exit code."""
    echo(paint(" ".join(["$ esdkit", str(command.name), *words]), "title"))
    try:
        with command.make_context(command.name, list(words), parent=context) as inner:
            code: Any = command.invoke(inner)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    echo("")
    return exit_codes()["ok"] if code is None else int(code)
