"""A bar with a rate on stderr, where that is a terminal and the work takes longer than two seconds."""

from __future__ import annotations

import sys
import time

import click

__all__ = ["Progress", "readable_size"]

_QUIET_FOR = 2.0
"""Seconds of work before progress is shown."""
_EVERY = 0.2
"""Seconds between two pictures."""
_WIDTH = 30
_STEP = 1024
_UNITS = ("B", "KiB", "MiB", "GiB")


class Progress:
    """Counts bytes and shows them.

    Args:
        total: how many will come; None when unknown.
        visible: whether it may be shown at all.
    """

    def __init__(self, total: int | None, *, visible: bool = True) -> None:
        self._total = total
        self._count = 0
        self._shown = False
        self._visible = visible and sys.stderr is not None and sys.stderr.isatty()
        self._begun = time.monotonic()
        self._due = self._begun + _QUIET_FOR

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *exception: object) -> None:
        self.hide()

    def add(self, count: int) -> None:
        """Count on, and show it a few times a second."""
        self._count += count
        if self._visible and time.monotonic() >= self._due:
            self._due = time.monotonic() + _EVERY
            self._shown = True
            click.echo(f"\r{self._picture()}\x1b[K", nl=False, err=True)

    def hide(self) -> None:
        """Take the bar away, because something else is to be printed, or the work is done."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False

    def _picture(self) -> str:
        rate = self._count / max(time.monotonic() - self._begun, _EVERY)
        text = f"{readable_size(self._count)}, {readable_size(rate)}/s"
        if not self._total:
            return text
        done = min(self._count / self._total, 1.0)
        return f"[{'#' * int(done * _WIDTH):<{_WIDTH}}] {done:4.0%} {text}"


def readable_size(count: float) -> str:
    """A number of bytes with a unit, for example ``1.5 GiB``."""
    power = 0
    while count >= _STEP and power < len(_UNITS) - 1:
        count /= _STEP
        power += 1
    return f"{count:.{min(power, 1)}f} {_UNITS[power]}"
