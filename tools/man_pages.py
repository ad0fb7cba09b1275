"""Writes the man pages of the program and its verbs, from the commands themselves.

Strategy: a page says what ``--help`` says, in the sections that people expect of a man page, and what all verbs share: exit codes,
environment, files. It has no date, so the same commands give the same bytes. The wheel gets the pages while it is built
(``tools/hatch_build.py``); nobody has to keep them.

    python -m tools.man_pages FOLDER
"""
# Reqs: EXP-DOC-004

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from esdkit import __version__
from esdkit.cli.campaign import campaign_command
from esdkit.cli.command import Command
from esdkit.cli.main import VERBS, esdkit_command
from esdkit.cli.rekey import rekey_command

__all__ = ["main", "man_pages"]

_ENVIRONMENT = {
    "NO_COLOR": "Turns colors off.",
    "PAGER": "Shows the pages of esdkit docs on a terminal.",
    "ESDKIT_DEBUG": "If set, a bug in esdkit is reported with a traceback, which may hold your data.",
    "AWS_PROFILE, AWS_REGION, AWS_ACCESS_KEY_ID, ...": "As in every AWS tool, for what asks AWS KMS, DynamoDB or S3.",
}
_FILES = {
    "~/.aws/config, ~/.aws/credentials": "Your AWS configuration.",
}
_ESCAPES = str.maketrans({"\\": "\\e", "-": "\\-", '"': "\\(dq", "'": "\\(aq", "`": "\\(ga", "~": "\\(ti", "^": "\\(ha"})
_DOCUMENTATION = "esdkit docs prints the documentation, which is in the package: how-tos, the format, errors, lint rules."


def man_pages() -> dict[str, str]:
    """The text of each page by the name of its file."""
    return {f"{_name(words)}.1": "\n".join(_page(command, words)) + "\n" for words, command in _commands(esdkit_command, ("esdkit",))}


def _name(words: Sequence[str]) -> str:
    return "-".join(word.lstrip("-") for word in words)


def _commands(command: click.Command, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield words, command
    if command is rekey_command:
        yield (*words, "--plan"), campaign_command  # a command of its own, by this option
    if isinstance(command, click.Group):
        for name, below in _below(command):
            yield from _commands(below, (*words, name))


def _below(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield name, command


def _page(command: click.Command, words: Sequence[str]) -> Iterator[str]:
    name = _name(words)
    context = click.Context(command, info_name=" ".join(words), **esdkit_command.context_settings)  # as the program itself: -h is help, too
    summary, *paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    yield f'.TH "{_text(name.upper())}" "1" "" "esdkit {__version__}" "esdkit"'
    yield from (".ad l", ".nh")  # no word is broken or stretched: people copy names from here
    yield from (".SH NAME", f"{_text(name)} \\- {_text(_joined(summary).partition('. ')[0].rstrip('.'))}")
    yield from (".SH SYNOPSIS", f"\\fB{_text(' '.join(words))}\\fR {_text(' '.join(command.collect_usage_pieces(context)))}")
    exits = [paragraph for paragraph in paragraphs if paragraph.startswith("Exit code ")]
    yield from (".SH DESCRIPTION", _text(_joined(summary)))
    for paragraph in paragraphs:
        if not paragraph.startswith("Exit code"):
            yield from _paragraph(paragraph)
    if isinstance(command, click.Group):
        rows = ((verb, VERBS[verb][1] if command is esdkit_command else below.get_short_help_str(200)) for verb, below in _below(command))
        yield from (".SH COMMANDS", *_rows(rows))
    yield from (".SH OPTIONS", *_options(command, context))
    yield from (".SH EXIT STATUS", *(line for paragraph in (*exits, *_shared_exits()) for line in _paragraph(paragraph)))
    yield from (".SH ENVIRONMENT", *_rows(_ENVIRONMENT.items()))
    yield from (".SH FILES", *_rows(_FILES.items()))
    yield from (".SH SEE ALSO", ", ".join(f"\\fB{_text(other)}\\fR(1)" for other in _others(command, words)))
    yield from _paragraph(_DOCUMENTATION)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    if not isinstance(command, Command):
        yield from _rows(record for parameter in command.get_params(context) if (record := parameter.get_help_record(context)))
        return
    sections = command.sections(context)
    for name, rows in sections.items():
        yield from (f".SS {_text(name)}",) * (len(sections) > 1)
        yield from _rows(rows)
        if name in command.notes:
            yield from _paragraph(command.notes[name])


def _shared_exits() -> list[str]:
    start = "Exit codes: "
    return [text.removeprefix(start) for text in inspect.cleandoc(esdkit_command.help or "").split("\n\n") if text.startswith(start)]


def _others(command: click.Command, words: Sequence[str]) -> Iterator[str]:
    """The pages above and below a page."""
    yield from (_name(words[:length]) for length in range(1, len(words)))
    if isinstance(command, click.Group):
        yield from ("-".join((*words, name)) for name, _ in _below(command))
    elif len(words) == 2:
        yield "esdkit-docs" if words[1] != "docs" else "man"


# ---------------------------------------------------------------- roff
def _paragraph(text: str) -> Iterator[str]:
    """Text in lines of any length, or, after a line with ``\\b``, as it is."""
    if text.startswith("\b\n"):
        yield from (".PP", ".nf", *map(_text, text.splitlines()[1:]), ".fi")
    else:
        yield from (".PP", _text(_joined(text)))


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, text in rows:
        yield from (".TP", f"\\fB{_text(term)}\\fR", _text(_joined(text)))


def _joined(text: str) -> str:
    return " ".join(text.replace("\b", "").split())


def _text(text: str) -> str:
    """Text in which nothing is an instruction to roff."""
    escaped = text.translate(_ESCAPES)
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


def main(arguments: Sequence[str] | None = None) -> int:
    (folder,) = sys.argv[1:] if arguments is None else arguments
    for name, text in man_pages().items():
        Path(folder, name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
