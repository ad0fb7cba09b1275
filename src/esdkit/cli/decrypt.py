"""``esdkit decrypt``: a message's plaintext, once everything has been verified."""

from __future__ import annotations

import click

from esdkit.cli.complaints import complain
from esdkit.cli.keys import KEYS_HELP, KeyedCommand, given_keyring, key_options
from esdkit.cli.options import cmm_for, context_pairs, reading_options
from esdkit.cli.streams import STDIO, read_message, write_output
from esdkit.engine import Client
from esdkit.errors import EsdkError
from esdkit.spec import exit_codes

__all__ = ["decrypt_command"]

_HELP = f"""Decrypt a message. Nothing is written before everything has been verified.

    An output file appears whole or not at all; a new one can be read by its owner alone, one that is there already keeps its mode.

    \b
    esdkit decrypt message.bin -o plain.txt \\
        --aes namespace=demo,name=k1,key=@k1.key
    esdkit decrypt - --data-key env:DATA_KEY -c purpose=test < message.bin
    esdkit decrypt old.bin --commitment-policy require-encrypt-allow-decrypt \\
        --rsa namespace=demo,name=r1,padding=oaep-sha256,private=@r1.pem
{KEYS_HELP}"""


@click.command("decrypt", cls=KeyedCommand, help=_HELP)
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True))
@click.option(
    "-o", "--output", default=STDIO, metavar="FILE", type=click.Path(allow_dash=True), help="Where the plaintext goes; stdout by default."
)
@key_options
@reading_options
@click.option("--max-length", type=click.IntRange(min=0), metavar="BYTES", help="Refuse messages with more plaintext.")
@click.pass_context
def decrypt_command(
    context: click.Context,
    file: str,
    output: str,
    encryption_context: tuple[str, ...],
    commitment_policy: str,
    max_encrypted_data_keys: int | None,
    compat: tuple[str, ...],
    max_length: int | None,
) -> int:
    pairs, stored = context_pairs(encryption_context)
    keyring = given_keyring(context)
    if keyring is None:
        raise click.UsageError("a key is needed: --aes, --rsa or --data-key", context)
    client = Client(commitment_policy=commitment_policy, max_encrypted_data_keys=max_encrypted_data_keys, compat=compat)
    source = read_message(file)
    try:
        plaintext, _ = client.decrypt(source=source, cmm=cmm_for(keyring, stored), encryption_context=pairs, max_body_length=max_length)
    except EsdkError as error:
        return complain(error, file)
    write_output(output, plaintext)
    return exit_codes()["ok"]
