"""Text for a terminal: colours by role, and never where they are not wanted (NO_COLOR, a file, a pipe)."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

__all__ = ["WIDTH", "echo", "flush_stdout", "paint"]

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


def echo(text: str, *, err: bool = False, newline: bool = True) -> None:
    """Print text; its colours are taken away unless it goes to a terminal and NO_COLOR is not set."""
    click.echo(text, err=err, nl=newline, color=False if os.environ.get("NO_COLOR") else None)


def flush_stdout() -> None:
    """Write out what is pending. Where that cannot be done it is dropped, so that nobody tries, and complains, a second time."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
