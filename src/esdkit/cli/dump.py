"""``esdkit dump``: every byte of a message, with the field that it belongs to."""

from __future__ import annotations

import shutil
import sys
from itertools import islice

import click

from esdkit.cli.streams import open_message, read_message, write_output
from esdkit.cli.terminal import WIDTH, color_option, echo, paint
from esdkit.forge import disassemble
from esdkit.inspector import inspect
from esdkit.inspector.views.dump import DumpOptions
from esdkit.spec import exit_codes

__all__ = ["dump_command"]

_AT_ONCE = 256  # lines


@click.command("dump")
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True))
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="Open so many levels of groups; all by default.")
@click.option("--full", is_flag=True, help="Fold nothing: every byte of every frame.")
@click.option("--html", metavar="OUT", help="One HTML page instead, that works offline: fields beside bytes; - for stdout.")
@click.option("--asm", is_flag=True, help="As text that can be edited and goes back to bytes with esdkit assemble.")
@color_option
def dump_command(file: str, depth: int | None, full: bool, html: str | None, asm: bool) -> int:
    """Show every byte of a message: offset, hexadecimal, text, field, value with its unit, requirements.

    A message that cannot be read to its end is shown as far as it goes; bytes that break a rule are marked with !, and the rule stands
    below them. Nothing is verified, and no key is needed.

    \b
    esdkit dump message.bin
    esdkit dump --depth 2 message.bin
    esdkit dump --full --color always message.bin | less -R
    esdkit dump --asm message.bin > message.txt
    esdkit dump --html message.html message.bin

    Long fields are folded, and the frames in the middle. In a terminal of 120 columns, 16 bytes stand in a line.

    Exit code 1: the message has a problem, or is none; with --asm, which has a text for any bytes, 0.
    """
    if (asm and html is not None) or ((asm or html is not None) and (full or depth is not None)):
        raise click.UsageError("--html, --asm, and --depth with --full are three forms; choose one")
    if asm:
        echo(disassemble(read_message(file)), newline=False)
        return exit_codes()["ok"]
    with open_message(file) as message:
        tree = inspect(message.data)
        if html is not None:
            write_output(html, tree.to_html(file).encode("utf-8"))
            return exit_codes()["answer_is_no" if tree.problems else "ok"]
        columns = max(shutil.get_terminal_size().columns, WIDTH) if sys.stdout.isatty() else WIDTH
        lines = tree.dump(file, paint, DumpOptions(depth, full, columns))
        while some := list(islice(lines, _AT_ONCE)):
            echo("\n".join(some))
    return exit_codes()["answer_is_no" if tree.problems else "ok"]
