"""Errors for people, on stderr: what, where, which rule, what to do. One rendering for every verb; the exit code follows from the error."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator, Sequence
from textwrap import wrap

from esdkit.cli.terminal import WIDTH, echo, paint
from esdkit.columns import printable, wrapped
from esdkit.errors import Attempt, DataKeyUnwrapError, EsdkError, KmsError
from esdkit.spec import error_codes, exit_codes

__all__ = ["details", "note", "report_bug", "report_error"]

_LABEL = 14
_MAX_ATTEMPTS = 32
_ROLES = {"error": "bad", "note": "warning"}


def report_error(error: EsdkError | OSError | MemoryError, name: str | None = None) -> int:
    """Print an error.

    Args:
        error: what happened.
        name: the file that it happened to.

    Returns:
        The exit code that it stands for.
    """
    front = "" if name is None else f"{printable(name)}: "
    if isinstance(error, EsdkError):
        _print("error", front + printable(error.message))
        for line in details(error, WIDTH - 2):
            echo(f"  {line}", err=True)
        return error_codes()[error.code].exit_code
    if isinstance(error, MemoryError):
        _print("error", f"{front}there is not enough memory for it")
    else:
        named = front if error.filename is None or name is not None else f"{printable(str(error.filename))}: "
        _print("error", named + (error.strerror or str(error)))
    return exit_codes()["input_output"]


def report_bug(error: Exception) -> int:
    """Print that esdkit is at fault; the traceback only when ``ESDKIT_DEBUG`` is set, as it may show data of the caller's."""
    _print("error", f"this is a bug in esdkit, please report it: {type(error).__name__}")
    if os.environ.get("ESDKIT_DEBUG"):
        echo("".join(traceback.format_exception(error)), err=True, newline=False)
    else:
        _print("note", "ESDKIT_DEBUG=1 shows where it happened; what it shows may hold data of yours")
    return exit_codes()["bug"]


def note(text: str) -> None:
    """Print a remark that is no error."""
    _print("note", printable(text))


def details(error: EsdkError, width: int) -> Iterator[str]:
    """The lines that say more about an error: code, place, key, requirements, advice, attempts.

    Args:
        error: it says what it is itself; the rest comes from its code's row in spec/errors.yaml.
        width: columns.
    """
    row = error_codes()[error.code]
    rows = {
        "code": error.code.value,
        "at": error.path or "",
        "offset": "" if error.offset is None else f"{error.offset:#x}",
        "key": (isinstance(error, KmsError) and error.key_id) or "",
        "requirements": ", ".join(error.reqs or row.requirements),
        "hint": error.hint or row.hint or "",
    }
    for label, text in rows.items():
        for line in wrapped(printable(text), _LABEL, width):
            yield f"{paint(f'{label:<{_LABEL}}', 'dim')}{line}"
            label = ""
    if isinstance(error, DataKeyUnwrapError) and error.attempts:
        yield from _attempts(error.attempts, width)


def _attempts(attempts: Sequence[Attempt], width: int) -> Iterator[str]:
    """Why each keyring did not open each data key: a table for each keyring, what was really tried first."""
    shown = sorted(attempts, key=lambda attempt: not attempt.tried)[:_MAX_ATTEMPTS]
    for keyring in dict.fromkeys(attempt.keyring for attempt in shown):
        yield from wrapped(printable(keyring), 0, width)
        for attempt in shown:
            if attempt.keyring == keyring:
                front = f"  {'-' if attempt.edk_index is None else f'[{attempt.edk_index}]':<6}"
                for line in wrapped(printable(_reason(attempt)), len(front), width):
                    yield f"{front}{line}"
                    front = " " * len(front)
    if len(attempts) > len(shown):
        yield paint(f"  … {len(attempts) - len(shown)} more", "dim")


def _reason(attempt: Attempt) -> str:
    return attempt.reason if attempt.hint is None else f"{attempt.reason}. {attempt.hint}"


def _print(kind: str, text: str) -> None:
    first, *others = wrap(f"{kind}: {text}", WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    echo(f"{paint(kind, _ROLES[kind])}{first.removeprefix(kind)}", err=True)
    for line in others:
        echo(line, err=True)
