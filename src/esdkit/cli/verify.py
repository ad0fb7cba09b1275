"""``esdkit verify``: what holds in a message and what does not, check by check."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

import click

from esdkit.cli.command import section_option
from esdkit.cli.folders import files_below, recursive_option
from esdkit.cli.keys import KeyedCommand, files_argument, given_cmm, key_options
from esdkit.cli.messages import all_option, messages_of, print_about
from esdkit.cli.options import ReadOptions, read_options
from esdkit.cli.streams import naming
from esdkit.cli.terminal import color_option, paint, pieces_of
from esdkit.doctor.evidence import exit_code
from esdkit.doctor.verification import verification_to_json, verification_to_text
from esdkit.engine.arguments import message_source
from esdkit.engine.verify import verify
from esdkit.spec import exit_codes

if TYPE_CHECKING:
    from esdkit.cmm import CryptographicMaterialsManager

__all__ = ["verify_command"]


@click.command("verify", cls=KeyedCommand)
@files_argument(required=True)
@key_options
@read_options
@all_option
@recursive_option
@section_option("--json", "as_json", is_flag=True, help="Print one JSON object per message.")
@color_option
@click.pass_context
def verify_command(
    context: click.Context, /, files: Sequence[str], reading: ReadOptions, every: bool, recursive: bool, as_json: bool
) -> int:
    """Check messages. Without a key it checks structure, policy and signature; with a key, everything.

    \b
    esdkit verify message.bin
    esdkit verify message.bin --aes namespace=demo,name=k1,key=@k1.key
    esdkit verify -r backup --aes namespace=demo,name=k1,key=@k1.key
    esdkit verify --json - < message.bin | jq .failed

    Each check is made and judged by itself, whatever another one found; those that cannot be made say why. No plaintext is written.

    Exit code 0: every check that could be made passed. 1: a check failed. 3: no key opens the message, whatever else failed. Of several
    files the highest counts, and what cannot be read does not keep the others from being checked.
    """
    cmm = given_cmm(context)
    if cmm is None and reading.stored_keys:
        raise click.UsageError("--encryption-context without a value needs a key: see --help", context)
    names = files_below(files, recursive=recursive)
    reports = (print_about(name, _texts(name, cmm, reading, every=every, as_json=as_json)) for name in names)
    return max(reports, default=exit_codes()["ok"])


def _texts(
    name: str, cmm: CryptographicMaterialsManager | None, reading: ReadOptions, *, every: bool, as_json: bool
) -> Generator[str, None, int]:
    """What is printed for a file, in pieces; gives the exit code."""
    codes = []
    for message in messages_of(name, every=every):
        with naming(message.name):
            verification = verify(message_source(message.data), reading.to_verify(cmm))
        codes.append(exit_code(verification))
        if as_json:
            yield json.dumps(verification_to_json(verification, message.name, message.length), indent=1) + "\n"
        else:
            keyed, given = cmm is not None, reading.policy_given
            yield from pieces_of(verification_to_text(verification, message.name, keyed=keyed, policy_given=given, style=paint))
    return max(codes)
