"""Progress on stderr, where that is a terminal and the work takes longer than two seconds."""

from __future__ import annotations

import os
import sys
import time
from typing import Self

import click

__all__ = ["Progress", "Ticker", "readable_size"]

_QUIET_FOR = 2.0
"""Seconds of work before progress is shown."""
_EVERY = 0.2
"""Seconds between two pictures."""
_WIDTH = 30
_COLUMNS = 80
"""Of a terminal that does not say how many it has."""
_BYTES = "bytes"
_STEP = 1024
_UNITS = ("B", "KiB", "MiB", "GiB")


class Ticker:
    """Counts, and shows how far it is.

    Args:
        unit: what is counted.
        visible: whether it may be shown at all.
    """

    def __init__(self, unit: str, *, visible: bool = True) -> None:
        self.count = 0
        self._unit = unit
        self._shown = False
        self._visible = visible and sys.stderr is not None and sys.stderr.isatty()
        self._due = time.monotonic() + _QUIET_FOR

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.hide()

    def add(self, count: int) -> None:
        """Count on, and show it a few times a second."""
        self.count += count
        if self._visible and time.monotonic() >= self._due:
            self._due = time.monotonic() + _EVERY
            self._shown = True
            click.echo(f"\r{self.picture()}\x1b[K", nl=False, err=True)

    def hide(self) -> None:
        """Take it away, because something else is to be printed, or the work is done."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False

    def picture(self) -> str:
        """What is shown."""
        return f"{self.count:,} {self._unit}"


class Progress(Ticker):
    """Counts, and shows a bar with a rate and the time that is left at that rate.

    Args:
        total: how many will come; None when unknown.
        unit: as for ``Ticker``; bytes are shown as sizes.
        visible: as for ``Ticker``.
    """

    def __init__(self, total: int | None, unit: str = _BYTES, *, visible: bool = True) -> None:
        super().__init__(unit, visible=visible)
        self._total = total
        self._earlier = 0
        self._begun = time.monotonic()

    def add_earlier(self, count: int) -> None:
        """Count what an earlier run has done: it takes no time, so it is not in the rate."""
        self._earlier += count
        self.add(count)

    def expect(self, count: int) -> None:
        """``count`` more will come than was known."""
        self._total = (self._total or 0) + count

    def picture(self) -> str:
        rate = (self.count - self._earlier) / max(time.monotonic() - self._begun, _EVERY)
        text = self._text(rate)
        if not self._total:
            return text
        done = min(self.count / self._total, 1.0)
        left = f", {_clock((self._total - self.count) / rate)} left" if self.count < self._total and rate else ""
        rest = f"{int(done * 100):3}% {text}{left}"  # it is 100% only when all is done
        bar = f"[{'#' * int(done * _WIDTH):<{_WIDTH}}] "
        return rest if len(bar) + len(rest) >= _columns() else f"{bar}{rest}"

    def _text(self, rate: float) -> str:
        if self._unit == _BYTES:
            return f"{readable_size(self.count)}, {readable_size(rate)}/s"
        return f"{super().picture()}, {rate:,.0f}/s" if rate >= 1 else f"{super().picture()}, {rate * 60:,.0f}/min"


def _columns() -> int:
    """How many characters a line of the terminal has: a longer one could not be taken away again."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        return _COLUMNS


def _clock(seconds: float) -> str:
    """A time as hours, minutes and seconds, or without the hours."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def readable_size(count: float) -> str:
    """A number of bytes with a unit, for example ``1.5 GiB``."""
    power = 0
    while count >= _STEP and power < len(_UNITS) - 1:
        count /= _STEP
        power += 1
    return f"{count:.{min(power, 1)}f} {_UNITS[power]}"
