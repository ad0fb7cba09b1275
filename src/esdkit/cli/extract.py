"""``esdkit extract``: the messages that a file holds, listed or written out byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from esdkit.cli.command import Command, section_option
from esdkit.cli.errors import note, report_error
from esdkit.cli.folders import files_below, recursive_option
from esdkit.cli.messages import Opened, file_and_number, messages_of
from esdkit.cli.output import FileKey, input_key, is_stdout, keep_apart, means_folder, open_output
from esdkit.cli.streams import STDIO, naming
from esdkit.cli.terminal import color_option, echo
from esdkit.columns import printable
from esdkit.errors import EsdkError
from esdkit.frozen import frozen
from esdkit.input.folders import make_folder
from esdkit.inspector import Inspection, inspect
from esdkit.spec import exit_codes

__all__ = ["extract_command"]

_SUFFIX = ".esdk"


@click.command("extract", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@section_option("-o", "--output", metavar="DIR|FILE|-", help="Write the messages into a directory; a single one also to a file.")
@section_option("--no-overwrite", is_flag=True, help="Refuse to replace existing files.")
@section_option("--json", "as_json", is_flag=True, help="Print one line of JSON per message.")
@recursive_option
@color_option
def extract_command(files: Sequence[str], output: str | None, no_overwrite: bool, as_json: bool, recursive: bool) -> int:
    """List the messages inside files, whatever they are in, or write them out byte for byte. No key is needed.

    It looks into base64, hexadecimal and dumps, JSON and lines of JSON, events of Kinesis, Lambda, Firehose and DynamoDB, escapes,
    string literals, logs, gzip, zip and other binary files, also nested.

    \b
    esdkit extract export.jsonl
    esdkit extract export.jsonl -o messages/
    esdkit extract app.log#3 -o message.bin
    kubectl logs app | esdkit extract - --json

    Other verbs take the numbers, too: esdkit inspect export.jsonl#3. A message that is not whole is written as far as it goes.

    Exit code 1: a file holds no message, or one that is not whole.
    """
    names = files_below(files, recursive=recursive)
    read = [file_and_number(name)[0] for name in names]
    folder = _folder(output, names)
    if output is not None and folder is None:
        keep_apart(read, [output])
    places = _Places(output, folder, not no_overwrite, set(map(input_key, read)))
    return max((_extract(name, places, as_json=as_json) for name in names), default=exit_codes()["ok"])


def _folder(output: str | None, names: Sequence[str]) -> Path | None:
    """The directory to write to; None when one message goes to a file, or nothing is written."""
    if output is None or is_stdout(output):
        return None
    if means_folder(output):
        return Path(output)
    if len(names) > 1:
        raise click.UsageError("several files need an output directory: -o DIR/")
    return None


@frozen
class _Places:
    """Where messages go.

    Attributes:
        output: the file or ``-``; None when nothing is written.
        folder: the directory, when there is one.
        replace: whether a file that is there may be replaced.
        used: the files that are read, and those that were written.
    """

    output: str | None
    folder: Path | None
    replace: bool
    used: set[FileKey | None]

    def of(self, message: Opened) -> str | None:
        """Where a message goes: in a directory ``export.jsonl#3`` becomes ``export.jsonl-3.esdk``."""
        if self.folder is None:
            return self.output
        path, number = file_and_number(message.name)
        stem = "stdin" if path == STDIO else Path(path).name
        return str(self.folder / f"{stem}{'' if number is None else f'-{number}'}{_SUFFIX}")

    def write(self, message: Opened, target: str) -> None:
        with naming(target):
            make_folder(Path(target).parent)
        with open_output(target, overwrite=self.replace, apart_from=self.used) as sink:
            sink.write(message.content)
        if not is_stdout(target):
            self.used.add(input_key(target))


def _extract(name: str, places: _Places, *, as_json: bool) -> int:
    """One file."""
    try:
        messages = list(_messages(name))
        if places.output is not None and places.folder is None and len(messages) > 1:
            raise click.UsageError(f"{name} holds {len(messages)} messages; give a directory, -o DIR/, or name one: {name}#1")
        codes = [_one(message, inspection, places, as_json=as_json) for message, inspection in messages]
    except (EsdkError, OSError, MemoryError) as error:
        named = error.filename if isinstance(error, OSError) else None
        return report_error(error, name if named is None else str(named))
    if not messages:
        note(f"{name} holds no message that esdkit finds; esdkit doctor says what it is")
    return max(codes, default=exit_codes()["answer_is_no"])


def _messages(name: str) -> Iterator[tuple[Opened, Inspection]]:
    """The messages; what is given as it is because nothing was found does not count."""
    for message in messages_of(name, every=True):
        inspection = inspect(message.data)
        if inspection.suite is not None or message.place:
            yield message, inspection


def _one(message: Opened, inspection: Inspection, places: _Places, *, as_json: bool) -> int:
    """List one message, and write it when there is a place for it."""
    target = places.of(message)
    if target is not None:
        places.write(message, target)
    row = {
        "message": message.name,
        "place": message.place or None,
        "length": message.length,
        "complete": inspection.complete,
        "output": target,
    }
    front = f"{message.name}: {message.place or 'the file itself'}; "
    text = json.dumps(row) if as_json else f"{front}{inspection.to_line()}{'' if target is None else f' -> {target}'}"
    echo(text if as_json else printable(text), err=target is not None and is_stdout(target))
    return exit_codes()["ok" if inspection.complete else "answer_is_no"]
