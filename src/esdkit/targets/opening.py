"""Addresses of programs under test, as ``--target`` takes them: ``stdio:``, ``exec:``, ``python:`` and ``http:``."""

from __future__ import annotations

import os
import shlex
import sys

from esdkit.errors import Code, UsageError
from esdkit.spec import target_failures
from esdkit.targets.asking import asking_threads
from esdkit.targets.base import Abilities, Bounds, Failed, Target

__all__ = ["described", "open_target"]

_FORMS = "stdio:COMMAND, exec:COMMAND, python:MODULE:OBJECT or http://127.0.0.1:PORT"


def open_target(address: str, *, bounds: Bounds | None = None) -> Target:
    """A program under test. Nothing is started yet.

    Args:
        address: ``stdio:COMMAND``, a program that answers lines of JSON; ``exec:COMMAND``, one process for each message, with ``{file}``
            and ``{key}`` for the files that it is given, and before the program what its exit codes mean (``3=refused:frames``);
            ``python:MODULE:OBJECT``, an object of a module that can be imported from the current directory; or the URL of one of AWS's
            test servers. A command is split as a shell does, and no shell runs it.
        bounds: what the program may use.

    Raises:
        UsageError: ``invalid-argument``.
    """
    kind, _, rest = address.partition(":")
    if kind in ("http", "https"):
        from esdkit.targets.http import HttpTarget

        return HttpTarget(address, bounds)
    if kind not in ("stdio", "exec", "python") or not rest:
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown target; expected {_FORMS}", path="target")
    if os.name != "posix":
        raise UsageError(
            Code.INVALID_ARGUMENT, "programs under test run on Linux and macOS only", hint="Use a server: http://127.0.0.1:PORT."
        )
    from esdkit.targets.stdio import StdioTarget

    if kind == "python":
        return StdioTarget(address, [sys.executable, "-m", "esdkit.targets.host", rest], bounds)
    command = _split(rest)
    if kind == "stdio":
        return StdioTarget(address, command, bounds)
    from esdkit.targets.command import CommandTarget

    return CommandTarget(address, command, bounds)


def described(target: Target, name: str = "") -> Abilities:
    """What a program says that it can do.

    Args:
        target: the program.
        name: what the error calls it, where there are several.

    Raises:
        UsageError: ``invalid-argument``: it cannot be started, or does not describe itself.
    """
    with asking_threads([target], count=1) as ask:
        (abilities,) = ask(_description, [target])
    if isinstance(abilities, Failed):
        raise UsageError(
            Code.INVALID_ARGUMENT,
            f"{name and f'{name}: '}{target_failures()[abilities.code].means}: {abilities.reason}",
            path="target",
            hint="It must answer the request `describe`; see `esdkit docs test-your-sdk`.",
        )
    return abilities


def _description(target: Target) -> Abilities | Failed:
    return target.describe()


def _split(command: str) -> list[str]:
    try:
        parts = shlex.split(command)
    except ValueError as error:
        raise UsageError(Code.INVALID_ARGUMENT, f"the command cannot be split: {str(error).lower()}", path="target") from None
    if not parts:
        raise UsageError(Code.INVALID_ARGUMENT, "the command is empty", path="target")
    return parts
