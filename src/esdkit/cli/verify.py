"""``esdkit verify``: how far a message holds, stage by stage."""

from __future__ import annotations

import json

import click

from esdkit.cli.command import section_option
from esdkit.cli.keys import KeyedCommand, given_cmm, key_options
from esdkit.cli.options import ReadOptions, read_options
from esdkit.cli.streams import naming, open_message
from esdkit.cli.terminal import color_option, echo, paint, print_lines
from esdkit.doctor.verification import verification_to_json, verification_to_text
from esdkit.engine.arguments import message_source
from esdkit.engine.verify import verify
from esdkit.spec import error_codes, exit_codes

__all__ = ["verify_command"]


@click.command("verify", cls=KeyedCommand)
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True))
@key_options
@read_options
@section_option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@color_option
@click.pass_context
def verify_command(context: click.Context, /, file: str, reading: ReadOptions, as_json: bool) -> int:
    """Check a message, stage by stage. Without a key it checks structure, policy and signature; with a key, everything.

    \b
    esdkit verify message.bin
    esdkit verify message.bin --aes namespace=demo,name=k1,key=@k1.key
    esdkit verify --json - < message.bin | jq .failed

    It stops at the first stage that fails or, without a key, before the first stage that needs one. No plaintext is written.

    Exit code 0: every stage that could be checked passed. 1: a stage failed. 3: no key opens the message.
    """
    cmm = given_cmm(context)
    if cmm is None and reading.stored_keys:
        raise click.UsageError("--encryption-context without a value needs a key: see --help", context)
    with open_message(file) as message, naming(file):
        verification = verify(message_source(message.data), reading.to_verify(cmm))
        length = message.length
    if as_json:
        echo(json.dumps(verification_to_json(verification, file, length), indent=1))
    else:
        print_lines(verification_to_text(verification, file, keyed=cmm is not None, style=paint))
    error = verification.error
    return exit_codes()["ok"] if error is None else error_codes()[error.code].exit_code
