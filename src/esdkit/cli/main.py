"""The program: its verbs, and what every run ends with.

Strategy: a verb is imported when it is called, and the tables when an error needs them, so that ``--version`` and completion are quick. A
verb returns its exit code or raises; one place turns whatever is raised into lines on stderr and a number (spec/constants.yaml,
``exit_codes``). click's own codes never get out.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

import click

from esdkit import __version__
from esdkit.cli.command import ARGUMENTS, Group
from esdkit.cli.terminal import flush_stderr, flush_stdout
from esdkit.errors import Code, EsdkError, UsageError

__all__ = ["VERBS", "esdkit_command", "main"]

VERBS: Mapping[str, tuple[str, str]] = {
    "inspect": ("inspect:inspect_command", "Show what a message is; no key needed."),
    "dump": ("dump:dump_command", "Show every byte with its field."),
    "verify": ("verify:verify_command", "Check a message, stage by stage."),
    "doctor": ("doctor:doctor_command", "Explain why a message does not decrypt."),
    "extract": ("extract:extract_command", "Find the messages inside a file, write them out."),
    "scan": ("scan:scan_command", "Find all messages in what is stored, by key."),
    "lint": ("lint:lint_command", "Find what should not be in a message."),
    "diff": ("diff:diff_command", "Compare two messages, field by field."),
    "encrypt": ("encrypt:encrypt_command", "Encrypt files, directories or stdin."),
    "decrypt": ("decrypt:decrypt_command", "Decrypt files, directories or stdin."),
    "rekey": ("rekey:rekey_command", "Encrypt messages again, under new keys; also all of a plan."),
    "assemble": ("assemble:assemble_command", "Make a message from text, for tests."),
    "keyring": ("keyring:keyring_group", "Check keyring files."),
    "vectors": ("vectors:vectors_group", "Run, list, fetch and lint test vectors."),
    "conform": ("conform:conform_command", "See which programs read what others write."),
    "spec": ("spec:spec_group", "Look up the format, or export it."),
    "docs": ("docs:docs_command", "Read the documentation."),
    "demo": ("demo:demo_command", "Run the native vectors, then show a message."),
    "fuzz": ("fuzz:fuzz_group", "Find the messages that a program judges wrong."),
    "serve": ("serve:serve_command", "Answer over HTTP, for tests of other programs."),
}
"""Where each verb's command is, and what it does in a few words, so that the list of verbs can be shown without importing them."""


_NEEDED = "this command needs the cryptography package, which is not installed"


class _Verbs(Group):
    """Commands that are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module, name = VERBS[cmd_name][0].split(":")
        if f"esdkit.cli.{module}" not in sys.modules:
            _import_for_good(f"esdkit.cli.{module}")
        command: click.Command = getattr(sys.modules[f"esdkit.cli.{module}"], name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, what) for name, (_, what) in VERBS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[ARGUMENTS] = [*args]
        return super().parse_args(ctx, args)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _reader_may_leave():  # help and version are printed here
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> object:
        with _reader_may_leave():
            return super().invoke(ctx)


def _import_for_good(module: str) -> None:
    """Import a module and leave out of all garbage collections what there is then: it is needed until the process ends.

    The collections during an import, and those at the end of a process, would take a tenth of the time of a short run.
    """
    enabled = gc.isenabled()  # whoever calls main() may have it off
    gc.disable()
    try:
        import_module(module)
    finally:
        if enabled:
            gc.enable()
    gc.freeze()


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def esdkit_command() -> None:
    """Inspect messages of the AWS Encryption SDK, explain why they fail, decrypt and encrypt them.

    \b
    esdkit inspect message.bin
    esdkit encrypt plain.txt -o message.bin --aes namespace=N,name=M,key=@KEY
    esdkit decrypt message.bin -o plain.txt --aes namespace=N,name=M,key=@KEY
    esdkit COMMAND --help

    A FILE of - is stdin. Messages inside text, JSON and other files are found;
    FILE#3 is the third. Data goes to stdout, messages go to stderr. NO_COLOR turns
    colors off.

    Exit codes: 0 success, 1 failure (invalid message, failed vector, lint finding), 2 wrong usage, 3 no key opens the message, 4 input or
    output error, 5 bug in esdkit, 130 interrupted. For several files, the highest.

    \b
    Completion: eval "$(_ESDKIT_COMPLETE=bash_source esdkit)"
    (zsh_source, fish_source, powershell_source: see esdkit docs install)
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: without the program's name; None for the process's own.

    Returns:
        The exit code. Completion of the shell ends in ``SystemExit``.
    """
    if arguments is None:
        gc.freeze()  # as in _import_for_good: what this module imports
    try:
        if arguments is None and signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, signal.default_int_handler)  # from here on there is somebody who tidies up
        if sys.stdout is None:  # closed by whoever started us; better no run than one whose result is lost
            raise OSError(errno.EBADF, os.strerror(errno.EBADF), "stdout")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show must not end the program
        code: int = esdkit_command.main(args=None if arguments is None else list(arguments), prog_name="esdkit", standalone_mode=False)
    except Exception as error:  # noqa: BLE001  # the one place where whatever happens becomes an exit code
        return _complained(error)
    except KeyboardInterrupt:
        return _exit_code("interrupted")
    return code


def _complained(error: Exception) -> int:
    """Print what went wrong, if that can be printed; gives the exit code for it, or for stderr, which cannot be written."""
    try:
        return _failed(error)
    except OSError:
        with suppress(OSError):
            flush_stderr()
        return _exit_code("input_output")


def _failed(error: Exception) -> int:
    """Print what went wrong; gives the exit code for it."""
    from esdkit.cli.errors import report_bug, report_error, report_usage  # here, because most runs need neither

    if isinstance(error, click.ClickException):
        report_usage(error)
        return _exit_code("input_output" if isinstance(error, click.FileError) else "usage")
    if isinstance(error, click.Abort):
        return _exit_code("interrupted")
    if isinstance(error, ModuleNotFoundError) and error.name == "cryptography":
        error = UsageError(Code.INVALID_ARGUMENT, _NEEDED, hint="Install it with: pip install cryptography")
    if isinstance(error, EsdkError | OSError | MemoryError):
        return report_error(error)
    return report_bug(error)


def _exit_code(name: str) -> int:
    from esdkit.spec import exit_codes

    return exit_codes()[name]


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """Write out what was printed. That its reader went away (``| head``) is an end, but not an error to report."""
    try:
        try:
            yield
        finally:
            flush_stdout()
    except BrokenPipeError:
        raise click.exceptions.Exit(_exit_code("input_output")) from None
