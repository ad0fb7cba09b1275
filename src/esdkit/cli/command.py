"""What every verb's command has: options in sections, suggestions for a mistyped name, completion of file names.

Invariant: an option is explained once in a help text, in its section. What several options have in common is below the section.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

import click

from esdkit.near import did_you_mean

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["ARGUMENTS", "Choice", "Command", "Decorator", "Group", "Seconds", "add_options", "section_option"]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What adds an option to a command."""

ARGUMENTS = "esdkit.arguments"
"""Where a context's ``meta`` has all that the user wrote after the program's name."""
_OTHERS = "Options"
_FILES = re.compile("^[^@]*(FILE|DIR|PATH|OUT|OLD|PLAN)")  # what such options are called in the help
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


class Choice(click.Choice[str]):
    """One of some words. The error for another word says which of them may be meant."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        return f"{super().get_invalid_choice_message(value, ctx)} {did_you_mean(str(value), self.choices)}".rstrip()


class _Option(click.Option):
    """An option in a section of the help. If its value is the name of a file, the shell completes it as one."""

    def __init__(self, *args: Any, section: str = _OTHERS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        items = super().shell_complete(ctx, incomplete)
        if items or self.type is not click.STRING or _FILES.search(self.metavar or "") is None:
            return items
        from click.shell_completion import CompletionItem  # here, because completion alone needs it

        return [CompletionItem(incomplete, type="file")]

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
            ctx.fail(f"No such command {name!r}. {did_you_mean(name, self.list_commands(ctx))}".rstrip())
        return super().resolve_command(ctx, args)
