"""Errors for people, on stderr: what, where, which rule, what to do. One rendering for every verb; the exit code follows from the error."""

from __future__ import annotations

import os

import click

from esdkit.cli.command import ARGUMENTS
from esdkit.cli.terminal import echo, paint
from esdkit.columns import Columns
from esdkit.errors import EsdkError
from esdkit.near import did_you_mean
from esdkit.spec import error_codes, exit_codes

__all__ = ["note", "reason", "report_bug", "report_error", "report_usage"]

_ROLES = {"error": "bad", "note": "warning"}


def report_error(error: EsdkError | OSError | MemoryError, name: str | None = None) -> int:
    """Print an error.

    Args:
        error: what happened.
        name: the file that it happened to.

    Returns:
        Its exit code.
    """
    front = "" if name is None else f"{name}: "
    if isinstance(error, EsdkError):
        from esdkit.inspector.views.error import error_to_text  # here, because most runs do not need it

        _print("error", front + error.message)
        for line in error_to_text(error, Columns(paint), "  "):
            echo(line, err=True)
        return error_codes()[error.code].exit_code
    if isinstance(error, OSError) and error.filename is not None and name is None:
        front = f"{error.filename}: "
    _print("error", front + reason(error))
    return exit_codes()["input_output"]


def reason(error: EsdkError | OSError | MemoryError) -> str:
    """What happened, without the file that it happened to."""
    if isinstance(error, EsdkError):
        return error.message
    return "not enough memory" if isinstance(error, MemoryError) else error.strerror or str(error) or type(error).__name__


def report_usage(error: click.ClickException) -> None:
    """Print what is wrong with the arguments, and how the verb is used."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()  # the help, which repeats nothing that the user wrote
        return
    if context is not None:
        echo(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n", err=True)
    if isinstance(error, click.NoSuchOption | click.BadOptionUsage):
        _report_option(error)
    else:
        _print("error", error.format_message())


def _report_option(error: click.NoSuchOption | click.BadOptionUsage) -> None:
    """Print that an option is not one, or has no value; of the official command's, what to write instead."""
    from esdkit.cli.official import hint, translated

    says = hint(error.option_name)
    if says is None and isinstance(error, click.NoSuchOption):
        says = did_you_mean(error.option_name, () if error.ctx is None else _options(error.ctx))
    _print("error", f"{error.message} {says or ''}".rstrip())
    command = None if hint(error.option_name) is None or error.ctx is None else translated(error.ctx.meta[ARGUMENTS])
    if command is not None:
        note(f"the command of esdkit: `{command}`")


def _options(context: click.Context) -> list[str]:
    return [name for parameter in context.command.get_params(context) for name in (*parameter.opts, *parameter.secondary_opts)]


def report_bug(error: Exception) -> int:
    """Print that esdkit is at fault; the traceback only when ``ESDKIT_DEBUG`` is set, as it may show the user's data."""
    _print("error", f"this is a bug in esdkit, please report it: {type(error).__name__}")
    if os.environ.get("ESDKIT_DEBUG"):
        import traceback  # nobody waits for it otherwise

        echo("".join(traceback.format_exception(error)), err=True, newline=False)
    else:
        _print("note", "set ESDKIT_DEBUG=1 to see where it happened; the output may contain your data")
    return exit_codes()["bug"]


def note(text: str, *, most: int | None = None) -> None:
    """Print a remark that is not an error. ``most``: lines of it."""
    _print("note", text, most)


def _print(kind: str, text: str, most: int | None = None) -> None:
    """A line on stderr, and more below it."""
    for line in Columns(paint, remedy="").lines(text, [(kind, _ROLES[kind]), (": ", "plain")], hanging=2, most=most):
        echo(line, err=True)
