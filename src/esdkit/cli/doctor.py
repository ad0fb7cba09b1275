"""``esdkit doctor``: what the bytes are, why they do not decrypt, and what to do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from esdkit.cli.command import section_option
from esdkit.cli.errors import note
from esdkit.cli.keys import KeyedCommand, given_cmm, given_wrapping_cmm, key_options
from esdkit.cli.options import ReadOptions, read_options
from esdkit.cli.streams import STDIO, kept_file, naming, open_output
from esdkit.cli.terminal import color_option, echo, paint, print_lines
from esdkit.doctor.explain import Diagnosis, diagnose
from esdkit.doctor.json import doctor_report
from esdkit.doctor.sdk_errors import kms_codes, matching
from esdkit.doctor.text import diagnosis_to_text, sdk_error_to_text
from esdkit.spec import error_codes, exit_codes

if TYPE_CHECKING:
    from esdkit.doctor.rewrite import Rewrite

__all__ = ["doctor_command"]


@click.command("doctor", cls=KeyedCommand)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(allow_dash=True))
@key_options
@read_options
@section_option("--error", "error_text", metavar="TEXT", help="Explain an error text of an SDK or AWS KMS.")
@section_option(
    "--apply",
    "output",
    metavar="OUT",
    help="If the message was encoded or written wrongly, write a correct one: same keys, new data key. --rsa needs public=SOURCE.",
)
@section_option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@color_option
@click.pass_context
def doctor_command(
    context: click.Context, /, file: str | None, reading: ReadOptions, error_text: str | None, output: str | None, as_json: bool
) -> int:
    """Explain what a file is, why it does not decrypt, and what to do: which key opens which encrypted data key, policy, encryption
    context, who can read it. Without a key, as far as the bytes show it.

    \b
    esdkit doctor message.bin
    esdkit doctor message.bin --aes namespace=demo,name=k1,key=@k1.key
    esdkit doctor message.bin --error "unencryptedDataKey has not been set"
    esdkit doctor --error "$(tail -5 app.log)"

    Exit code 0: no problem found. 1: not a message, or a problem. 3: no key opens it.
    """
    # Reqs: CLI-DOC-018, CLI-DOC-019, CLI-DOC-020
    if file is None:
        if error_text is None or output is not None or as_json:
            raise click.UsageError("give a file; only --error TEXT works without one", context)
        print_lines(sdk_error_to_text(error_text, style=paint))
        return exit_codes()["ok" if matching(error_text) or kms_codes(error_text) else "answer_is_no"]
    if output == STDIO:
        raise click.UsageError("the report goes to stdout, so --apply needs a file", context)
    cmm = given_cmm(context)
    if cmm is None and (reading.stored_keys or output is not None):
        what = "--encryption-context without a value" if reading.stored_keys else "--apply"
        raise click.UsageError(f"{what} needs a key: see --help", context)
    new_cmm = None if output is None else given_wrapping_cmm(context)
    with kept_file(file) as (opened, length):
        with naming(file):
            diagnosis = diagnose(opened, cmm=None if cmm is None else reading.demanding(cmm), **reading.for_diagnose)
        if diagnosis.length < length:
            note(f"{file} has {length} bytes; the first {diagnosis.length} were examined")
        _show(diagnosis, file, error_text, as_json=as_json)
        if cmm is None or new_cmm is None or output is None:
            return _exit_code(diagnosis)
        from esdkit.doctor.rewrite import plan_rewrite  # it encrypts

        rewrite = plan_rewrite(diagnosis, cmm=cmm, new_cmm=new_cmm, **reading.for_diagnose)
        if rewrite is None:
            note("--apply cannot repair this, so nothing was written")
            return _exit_code(diagnosis)
        return _write(rewrite, output)


def _show(diagnosis: Diagnosis, name: str, error_text: str | None, *, as_json: bool) -> None:
    if as_json:
        echo(json.dumps(doctor_report(diagnosis, name, error_text), indent=1))
        return
    print_lines(diagnosis_to_text(diagnosis, name, paint))
    if error_text is not None:
        print_lines(["", *sdk_error_to_text(error_text, diagnosis, paint)])


def _write(rewrite: Rewrite, output: str) -> int:
    """Write the new message, whole or not at all."""
    if not rewrite.keeps_suite:
        suite, policy = rewrite.header.suite.hex_id, rewrite.client.commitment_policy
        note(f"{policy} does not write suite {suite}, so the new message has the policy's default suite")
    with rewrite.stream() as pieces, open_output(output, held=True) as sink:
        for piece in pieces:
            sink.write(piece)
    note(f"wrote the message again to {output}, with a new data key under the same keys")
    return exit_codes()["ok"]


def _exit_code(diagnosis: Diagnosis) -> int:
    """The highest of what is wrong with the bytes and with what is inside of them."""
    code = exit_codes()["ok" if diagnosis.recognition is None else "answer_is_no"]
    if diagnosis.error is not None:
        code = max(code, error_codes()[diagnosis.error.code].exit_code)
    return code if diagnosis.inside is None else max(code, _exit_code(diagnosis.inside))
