"""What every verb's command has: options in sections, and suggestions for a mistyped name.

Invariant: an option is explained once in a help text, in its section. What several options have in common is below the section.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from math import isfinite
from typing import Any

import click

__all__ = ["ARGUMENTS", "Command", "Decorator", "Group", "Seconds", "add_options", "section_option"]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What adds an option to a command."""

ARGUMENTS = "esdkit.arguments"
"""Where a context's ``meta`` has all that the user wrote after the program's name."""
_OTHERS = "Options"
_NEAR = 0.7  # how much two names must have in common for one to be meant
_COLUMN = 26  # of an option; a longer one has a line to itself, unless its text fits after it


class Seconds(click.FloatRange):
    """A time that ends: more than 0, and neither infinite nor NaN, which no clock reaches."""

    def __init__(self) -> None:
        super().__init__(0, min_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        seconds: float = super().convert(value, param, ctx)
        if not isfinite(seconds):
            self.fail(f"{value} is not a number of seconds.", param, ctx)
        return seconds


class _Option(click.Option):
    """An option in a section of the help."""

    def __init__(self, *args: Any, section: str = _OTHERS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Without the range of a number: its error says it."""
        extra = super().get_help_extra(ctx)
        extra.pop("range", None)
        return extra


def section_option(*names: str, section: str = _OTHERS, **settings: Any) -> Decorator:
    """``click.option`` with the section of the help that it is in."""
    return click.option(*names, cls=_Option, section=section, **settings)


def add_options(command: Callable[..., Any], *options: Decorator) -> Callable[..., Any]:
    """Add options to a command, in this order."""
    for add in reversed(options):
        command = add(command)
    return command


class Command(click.Command):
    """A verb.

    Args:
        notes: per section of the help, what its options have in common.
        columns: per section of the help, the width of its options.
    """

    def __init__(self, *args: Any, notes: Mapping[str, str] | None = None, columns: Mapping[str, int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notes, self._columns = notes or {}, columns or {}

    def sections(self, ctx: click.Context) -> dict[str, list[tuple[str, str]]]:
        """Each section's options, as they are written, with their texts."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections.setdefault(getattr(parameter, "section", _OTHERS), []).append(record)
        return dict(sorted(sections.items(), key=lambda section: section[0] == _OTHERS))  # the general ones last

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for name, rows in self.sections(ctx).items():
            with formatter.section(name):
                _write_rows(formatter, rows, self._columns.get(name, _COLUMN))
                if name in self.notes:
                    formatter.write_text(self.notes[name])


def _write_rows(formatter: click.HelpFormatter, rows: Sequence[tuple[str, str]], most: int) -> None:
    """Options and their texts, in two columns."""
    column = max((len(option) for option, _ in rows if len(option) <= most), default=most)
    for option, text in rows:
        line = f"{'':>{formatter.current_indent}}{option}  {text}"
        if len(option) > column and len(line) <= formatter.width:
            formatter.write(f"{line}\n")
        else:
            formatter.write_dl([(option.ljust(column), text)], col_max=column)


class Group(click.Group):
    """A verb with verbs of its own."""

    command_class = Command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not ctx.resilient_parsing and name[:1] != "-" and self.get_command(ctx, name) is None:
            near = " or ".join(map(repr, get_close_matches(name, self.list_commands(ctx), cutoff=_NEAR)))
            ctx.fail(f"No such command {name!r}.{f' Did you mean {near}?' if near else ''}")
        return super().resolve_command(ctx, args)
