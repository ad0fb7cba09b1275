"""``esdkit dump``: every byte of a message, with the field that it belongs to."""

from __future__ import annotations

import shutil
import sys

import click

from esdkit.cli.command import Command, section_option
from esdkit.cli.messages import Opened, all_option, file_and_number, messages_of
from esdkit.cli.output import keep_apart, write_output
from esdkit.cli.terminal import color_option, echo, paint, print_lines
from esdkit.columns import WIDTH
from esdkit.inspector import inspect
from esdkit.inspector.views.dump import DumpOptions
from esdkit.spec import exit_codes

__all__ = ["dump_command"]


@click.command("dump", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True))
@section_option("--depth", type=click.IntRange(min=1), metavar="N", help="Expand at most N levels (default: all).")
@section_option("--full", is_flag=True, help="Show every byte of every frame.")
@section_option("--html", metavar="OUT", help="Write an offline HTML page instead, fields beside bytes; - for stdout.")
@section_option("--asm", is_flag=True, help="Print text that can be edited; esdkit assemble turns it back into bytes.")
@all_option
@color_option
def dump_command(file: str, depth: int | None, full: bool, html: str | None, asm: bool, every: bool) -> int:
    """Show every byte of a message: offset, hexadecimal, text, field, value with its unit, requirements.

    A message that cannot be read to its end is shown as far as possible. Bytes that break a rule are marked with !, and the rule is below
    them. Nothing is verified, and no key is needed.

    \b
    esdkit dump message.bin
    esdkit dump --depth 2 message.bin
    esdkit dump --full --color always message.bin | less -R
    esdkit dump --asm message.bin > message.txt
    esdkit dump --html message.html message.bin

    Long fields and the frames in the middle are folded. A terminal of 120 columns shows 16 bytes a line.

    Exit code 1: the message has a problem, or is not a message; with --asm, which accepts any bytes, 0.
    """
    if (asm and html is not None) or ((asm or html is not None) and (full or depth is not None)):
        raise click.UsageError("choose one of --html, --asm, and --depth with --full")
    if every and html is not None:
        raise click.UsageError("--html writes one page: name the message, FILE#2")
    keep_apart([file_and_number(file)[0]], [] if html is None else [html])
    options = DumpOptions(depth, full, max(shutil.get_terminal_size().columns, WIDTH) if sys.stdout.isatty() else WIDTH)
    return max(_dump(message, options, html=html, asm=asm) for message in messages_of(file, every=every))


def _dump(message: Opened, options: DumpOptions, *, html: str | None, asm: bool) -> int:
    if asm:
        from esdkit.forge import disassemble  # the other views do without

        echo(disassemble(message.content), newline=False)
        return exit_codes()["ok"]
    tree = inspect(message.data)
    if html is not None:
        write_output(html, tree.to_html(message.name).encode("utf-8"))
    else:
        print_lines(tree.dump(message.name, paint, options))
    return exit_codes()["answer_is_no" if tree.problems else "ok"]
