"""Text for a terminal: colours by role, and never where they are not wanted (NO_COLOR, a file, a pipe)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

__all__ = ["WIDTH", "color_option", "echo", "flush_stdout", "paint"]

WIDTH = 80
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "label": {"fg": "cyan"},
    "good": {"fg": "green"},
    "bad": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "dim": {"dim": True},
}


def paint(text: str, role: str) -> str:
    """Text in the colour of its role (the roles of ``Tree.to_text``)."""
    return click.style(text, **_STYLES[role]) if role in _STYLES and text.strip() else text


def color_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--color`` to a verb; ``echo`` follows it."""

    def keep(context: click.Context, parameter: click.Parameter, value: str) -> None:
        context.color = {"always": True, "never": False}.get(value)

    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        expose_value=False,
        callback=keep,
        help="Colours; auto: in a terminal, unless NO_COLOR is set.",
    )(command)


def echo(text: str, *, err: bool = False, newline: bool = True) -> None:
    """Print text; its colours are taken away unless ``--color`` asks for them, or it goes to a terminal and NO_COLOR is not set."""
    wanted: bool | None = True  # nothing is to be taken away from a text without colours, and looking for them takes time
    if "\x1b" in text:
        context = click.get_current_context(silent=True)
        wanted = None if context is None else context.color
        wanted = False if wanted is None and os.environ.get("NO_COLOR") else wanted
    click.echo(text, err=err, nl=newline, color=wanted)


def flush_stdout() -> None:
    """Write out what is pending. Where that cannot be done it is dropped, so that nobody tries, and complains, a second time."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
