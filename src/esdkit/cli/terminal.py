"""Text for a terminal: colors by role, and never where they are not wanted (NO_COLOR, a file, a pipe)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TextIO

import click

from esdkit.cli.command import Choice

__all__ = ["color_option", "echo", "flush_stderr", "flush_stdout", "paint", "pieces_of", "print_lines"]

_AT_ONCE = 256  # lines
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "label": {"fg": "cyan"},
    "good": {"fg": "green"},
    "bad": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "dim": {"dim": True},
}


def paint(text: str, role: str) -> str:
    """Text in the color of its role; the ``Style`` of every verb."""
    return click.style(text, **_STYLES[role]) if role in _STYLES and text.strip() else text


def color_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--color`` to a verb; ``echo`` follows it."""

    def keep(context: click.Context, parameter: click.Parameter, value: str) -> None:
        context.color = {"always": True, "never": False}.get(value)

    return click.option(
        "--color",
        type=Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        expose_value=False,
        callback=keep,
        help="Use colors; auto: on a terminal, unless NO_COLOR is set.",
    )(command)


def echo(text: str, *, err: bool = False, newline: bool = True) -> None:
    """Print text; its colors are removed unless ``--color`` asks for them, or it goes to a terminal and NO_COLOR is not set."""
    wanted: bool | None = True  # nothing has to be removed from a text without colors, and looking for them takes time
    if "\x1b" in text:
        context = click.get_current_context(silent=True)
        wanted = None if context is None else context.color
        wanted = False if wanted is None and os.environ.get("NO_COLOR") else wanted
    click.echo(text, err=err, nl=newline, color=wanted)


def print_lines(lines: Iterable[str]) -> None:
    """Print a report, a few hundred lines at a time: it may be of any length."""
    for piece in pieces_of(lines):
        echo(piece, newline=False)


def pieces_of(lines: Iterable[str]) -> Iterator[str]:
    """A report as texts of a few hundred lines."""
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        yield "\n".join(line.rstrip() for line in some) + "\n"


def flush_stdout() -> None:
    """Write out what is pending. What cannot be written is dropped, so that nobody tries, and complains, a second time."""
    _flush(sys.stdout)


def flush_stderr() -> None:
    """The same of stderr; Python itself would end with a code of its own."""
    _flush(sys.stderr)


def _flush(stream: TextIO) -> None:
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise
