"""The library's log for people: what happened to a verb's KMS requests on the way, as remarks on stderr.

Without this Python prints warnings of the log itself, as long as they are. Here they are folded and cut, and after a number of them no more
are shown, as a message may name thousands of keys. Which region answered is reported only after one that did not.
"""

from __future__ import annotations

import logging

import click

from esdkit.cli.errors import note

__all__ = ["show_log"]

_SHOWING = "esdkit.log"
_MAX_NOTES, _MAX_LINES = 8, 6  # remarks, and lines of each


def show_log(context: click.Context) -> None:
    """Show the log until the command ends. A command may ask for it more than once."""
    if _SHOWING in context.meta:
        return
    context.meta[_SHOWING] = True
    logger, notes = logging.getLogger("esdkit"), _Notes(logging.INFO)
    level = logger.level
    logger.addHandler(notes)
    logger.setLevel(logging.INFO)
    context.call_on_close(lambda: logger.removeHandler(notes))
    context.call_on_close(lambda: logger.setLevel(level))


class _Notes(logging.Handler):
    """Prints records as remarks."""

    _shown = 0
    _failed = False

    def emit(self, record: logging.LogRecord) -> None:
        warns = record.levelno >= logging.WARNING
        if self._shown < _MAX_NOTES and (warns or self._failed):
            note(record.getMessage(), most=_MAX_LINES)
            self._shown += 1
            if self._shown == _MAX_NOTES:
                note("more warnings are not shown")
        self._failed = warns
