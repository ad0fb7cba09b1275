"""Reports: what ``--format`` and ``-o`` mean, and where a report goes.

Invariant: the ending of an output file decides the form as ``--format`` does, and the two never contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import PurePath
from typing import Any

import click

from esdkit.cli.command import Choice, Decorator, add_options, section_option
from esdkit.cli.output import write_output
from esdkit.cli.terminal import echo

__all__ = ["report_options", "write_report"]

_TEXT = "text"
_ENDINGS: Mapping[str, str] = {".html": "html", ".json": "json", ".xml": "junit"}
_FORMAT_HELP = "Form of the report (default: what the ending of -o says, else text)."


def report_options(*others: str) -> Decorator:
    """Add ``--format`` and ``-o`` to a verb; ``form`` and ``output`` are what it is called with.

    Args:
        others: the forms that the verb has beside ``text``.
    """
    forms = (_TEXT, *others)

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def run(*arguments: Any, form: str | None, output: str | None, **options: Any) -> Any:
            return command(*arguments, form=_form(form, output, forms), output=output, **options)

        return add_options(
            run,
            section_option("--format", "form", type=Choice(forms), help=_FORMAT_HELP),
            section_option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report to this file."),
        )

    return add


def _form(form: str | None, output: str | None, forms: Sequence[str]) -> str:
    implied = None if output is None else _ENDINGS.get(PurePath(output).suffix.lower())
    if implied in (None, form):
        return form or _TEXT
    if form is not None:
        raise click.UsageError(f"--format {form} contradicts the ending of {output}, which means {implied}")
    if implied not in forms:
        raise click.UsageError(f"the ending of {output} means {implied}, which this report cannot be; expected {', '.join(forms)}")
    return str(implied)


def write_report(text: str, output: str | None) -> None:
    """Print a report, or write it to a file."""
    if output is None:
        echo(text, newline=False)
    else:
        write_output(output, text.encode("utf-8"))
