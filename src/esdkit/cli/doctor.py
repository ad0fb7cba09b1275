"""``esdkit doctor``: what the bytes are, why they do not decrypt, and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING

import click

from esdkit.cli.command import section_option
from esdkit.cli.errors import note
from esdkit.cli.folders import files_below, recursive_option
from esdkit.cli.keys import KeyedCommand, files_argument, given_cmm, given_wrapping_cmm, key_options
from esdkit.cli.messages import file_and_number, open_message, print_about
from esdkit.cli.options import ReadOptions, read_options
from esdkit.cli.output import is_stdout, keep_apart, open_output
from esdkit.cli.streams import LARGE, kept_file, naming
from esdkit.cli.terminal import color_option, echo, paint, pieces_of, print_lines
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.short import diagnosis_to_short_text
from esdkit.errors import Code
from esdkit.spec import exit_codes

if TYPE_CHECKING:
    from esdkit.cmm import CryptographicMaterialsManager
    from esdkit.doctor.repair import Extraction, Rewrite

__all__ = ["doctor_command"]

_Report = Callable[[Diagnosis, str], Iterator[str]]
"""What is printed of a diagnosis, for a file of that name."""


@click.command("doctor", cls=KeyedCommand)
@files_argument(required=False)
@key_options
@read_options
@section_option("--error", "error_text", metavar="TEXT", help="Explain an error text of an SDK or AWS KMS.")
@section_option(
    "--apply",
    "output",
    metavar="OUT",
    help="Write the message as it should be: taken out of what it is in, or encrypted again if its producer was wrong.",
)
@section_option("--drop-recipients", is_flag=True, help="With --apply: encrypt again although some recipients lose the message.")
@section_option("--all-keys", is_flag=True, help="Try each key with AWS, also after one opens.")
@section_option("--full", is_flag=True, help="Print the whole report.")
@section_option("--json", "as_json", is_flag=True, help="Print one JSON object per file, which has everything.")
@recursive_option
@color_option
@click.pass_context
def doctor_command(
    context: click.Context,
    /,
    files: Sequence[str],
    reading: ReadOptions,
    error_text: str | None,
    output: str | None,
    drop_recipients: bool,
    all_keys: bool,
    full: bool,
    as_json: bool,
    recursive: bool,
) -> int:
    """Explain what a file is, why it does not decrypt, and what to do first, in a few lines. --full shows which key opens which encrypted
    data key, policy, encryption context, who can read it. Without a key, as far as the bytes show it.

    \b
    esdkit doctor message.bin
    esdkit doctor message.bin --aes namespace=demo,name=k1,key=@k1.key
    esdkit doctor message.bin --error "unencryptedDataKey has not been set"
    esdkit doctor --error "$(tail -5 app.log)"

    Exit code 0: no problem found. 1: not a message, or a problem. 3: no key opens it, whatever else was found. For several files, the
    highest.
    """
    if not files:
        if error_text is None or output is not None or as_json:
            raise click.UsageError("give a file; only --error TEXT works without one", context)
        return _explain(error_text)
    if output is not None and is_stdout(output):
        raise click.UsageError("the report goes to stdout, so --apply needs a file", context)
    cmm = given_cmm(context)
    if cmm is None and reading.stored_keys:
        raise click.UsageError("--encryption-context without a value needs a key: see --help", context)
    report = partial(_report, error_text=error_text, full=full, as_json=as_json)
    if output is not None:
        if files[1:] or recursive:
            raise click.UsageError("--apply writes one file, so it needs one FILE", context)
        return _apply(context, files[0], output, reading, report, all_keys=all_keys, drop=drop_recipients)
    # Reqs: CLI-DOC-018
    names = files_below(files, recursive=recursive)
    return max((print_about(name, _texts(name, cmm, reading, report, all_keys=all_keys)) for name in names), default=exit_codes()["ok"])


def _texts(
    name: str, cmm: CryptographicMaterialsManager | None, reading: ReadOptions, report: _Report, *, all_keys: bool
) -> Generator[str, None, int]:
    """What is printed for a file, in pieces; gives the exit code."""
    # Reqs: CLI-DOC-018, CLI-DOC-019
    with _diagnosed(name, cmm, reading, all_keys=all_keys) as (diagnosis, _):
        yield from report(diagnosis, name)
        return diagnosis.exit_code


@contextmanager
def _diagnosed(
    name: str, cmm: CryptographicMaterialsManager | None, reading: ReadOptions, *, all_keys: bool
) -> Iterator[tuple[Diagnosis, bytes | IO[bytes]]]:
    """What doctor finds, and what it looked at."""
    with _opened(name) as opened:
        with naming(name):
            diagnosis = diagnose(opened, cmm=None if cmm is None else reading.demanding(cmm), all_keys=all_keys, **reading.for_diagnose)
        yield diagnosis, opened


def _apply(
    context: click.Context,
    name: str,
    output: str,
    reading: ReadOptions,
    report: _Report,
    *,
    all_keys: bool,
    drop: bool,
) -> int:
    """Show what doctor finds and write the message as it should be; gives the exit code."""
    cmm, (path, number) = given_cmm(context), file_and_number(name)
    keep_apart([path], [output], in_place=number is None)  # the file with the other messages must stay
    # Reqs: CLI-DOC-020
    with _diagnosed(name, cmm, reading, all_keys=all_keys) as (diagnosis, opened):
        for text in report(diagnosis, name):
            echo(text, newline=False)
        from esdkit.doctor.repair import Extraction, plan_repair  # it encrypts

        repair = plan_repair(diagnosis, cmm=cmm, **reading.for_diagnose)
        if isinstance(repair, Extraction):
            from esdkit.input import find_in
            from esdkit.inspector.facts.source import open_source

            messages = len(find_in(open_source(opened))[0].messages)
            if messages > 1:
                keep_apart([name], [output])  # which would lose the others
                note(f"{name} holds {messages} messages, and --apply writes the first alone: esdkit extract writes all")
            return _extract(repair, output)
        if repair is not None and (not repair.lost or drop):
            return _write(repair, given_wrapping_cmm(context), output)
        if repair is None:
            note("--apply cannot repair this, so nothing was written")
            return diagnosis.exit_code
        note(f"nothing was written: these data keys would be lost: {', '.join(repair.lost)}; give their keys, or --drop-recipients")
        return max(diagnosis.exit_code, exit_codes()["answer_is_no"])


def _explain(error_text: str) -> int:
    """Explain an error text alone."""
    from esdkit.doctor.sdk_errors import kms_codes, matching  # here and below: a short report does without
    from esdkit.doctor.text import sdk_error_to_text

    print_lines(sdk_error_to_text(error_text, style=paint))
    return exit_codes()["ok" if matching(error_text) or kms_codes(error_text) else "answer_is_no"]


def _report(diagnosis: Diagnosis, name: str, *, error_text: str | None, full: bool, as_json: bool) -> Iterator[str]:
    if as_json:
        from esdkit.doctor.json import doctor_report

        yield json.dumps(doctor_report(diagnosis, name, error_text), indent=1) + "\n"
    elif full or error_text is not None:
        from esdkit.doctor.text import diagnosis_to_text, sdk_error_to_text

        yield from pieces_of((diagnosis_to_text if full else diagnosis_to_short_text)(diagnosis, name, paint))
        yield from pieces_of([] if error_text is None else ["", *sdk_error_to_text(error_text, diagnosis, paint)])
    else:
        yield from pieces_of(diagnosis_to_short_text(diagnosis, name, paint))


@contextmanager
def _opened(name: str) -> Iterator[bytes | IO[bytes]]:
    """The whole file, as doctor says what all of it is; or the one message that is asked for."""
    if file_and_number(name)[1] is None:
        with kept_file(name) as (file, length):
            yield file if length > LARGE else file.read()
    else:
        with open_message(name) as message:
            yield message.data


def _extract(extraction: Extraction, output: str) -> int:
    """Write the bytes of the message, whole or not at all. The exit code is that of the message itself."""
    with open_output(output, held=True) as sink:
        for piece in extraction.pieces():
            sink.write(bytes(piece))
    note(f"wrote the {extraction.length} bytes of the message to {output}, unchanged, with all its data keys")
    error = extraction.message.error
    return exit_codes()["ok"] if error is None or error.code is Code.TRAILING_DATA else extraction.message.exit_code


def _write(rewrite: Rewrite, new_cmm: CryptographicMaterialsManager, output: str) -> int:
    """Write the new message, whole or not at all."""
    if not rewrite.keeps_suite:
        suite, policy = rewrite.header.suite.hex_id, rewrite.client.commitment_policy
        note(f"{policy} does not write suite {suite}, so the new message has the policy's default suite")
    with rewrite.stream(new_cmm) as pieces, open_output(output, held=True) as sink:
        for piece in pieces:
            sink.write(piece)
    dropped = f"; dropped: {', '.join(rewrite.lost)}" if rewrite.lost else ""
    note(f"wrote the message again to {output}, with a new data key under the keys that you gave{dropped}")
    return exit_codes()["ok"]
