"""Text for a terminal: colours by role, and never where they are not wanted (NO_COLOR, a file, a pipe)."""

from __future__ import annotations

import os
from typing import Any

import click

__all__ = ["WIDTH", "echo", "paint"]

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
