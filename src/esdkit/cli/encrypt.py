"""``esdkit encrypt``: files become messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from esdkit.cli.conversion import Converted, convert
from esdkit.cli.files import FileOptions, file_options
from esdkit.cli.keys import WRAPPING_KEYS_HELP, KeyedCommand, cached, caching_option, given_wrapping_cmm, wrapping_key_options
from esdkit.cli.options import max_data_keys_option, policy_option, stored_pairs, writing_options
from esdkit.cli.streams import InputFile
from esdkit.cli.terminal import echo
from esdkit.cli.text_coding import TextDecoder, base64_length
from esdkit.engine import Client
from esdkit.engine.client import EncryptOptions
from esdkit.spec import exit_codes

__all__ = ["encrypt_command"]

_HELP = f"""Encrypt a file, a folder or stdin.

    An output file appears whole or not at all; a new one can be read by its owner alone, one that is there already keeps its mode.

    \b
    esdkit encrypt plain.txt -o message.bin \\
        --aes namespace=demo,name=k1,key=@k1.key -c purpose=test
    esdkit encrypt -r letters -o encrypted --jobs 4 \\
        --rsa namespace=demo,name=r1,padding=oaep-sha256,public=@r1.pem
    esdkit encrypt - --encode --aes namespace=demo,name=k1,key=env:K1 < plain
{WRAPPING_KEYS_HELP}"""


@click.command("encrypt", cls=KeyedCommand, help=_HELP)
@click.argument("file", metavar="FILE|DIR|-", required=False, type=click.Path(allow_dash=True))
@file_options(".encrypted")
@wrapping_key_options
@click.option(
    "-c", "--encryption-context", multiple=True, metavar="KEY=VALUE", help="A pair that is authenticated and stored, in the clear."
)
@policy_option("Which suites are written")
@max_data_keys_option
@caching_option
@writing_options
@click.option("--max-length", type=click.IntRange(min=0), metavar="BYTES", help="Refuse files that are longer.")
@click.option("--estimate", type=click.IntRange(min=0), metavar="BYTES", help="Print how long the message of so many bytes is, and stop.")
@click.pass_context
def encrypt_command(
    context: click.Context,
    /,
    file: str | None,
    encryption_context: tuple[str, ...],
    commitment_policy: str,
    algorithm: str | None,
    frame_length: int,
    max_encrypted_data_keys: int | None,
    caching: str | None,
    max_length: int | None,
    estimate: int | None,
    **files: Any,
) -> int:
    client = Client(commitment_policy=commitment_policy, max_encrypted_data_keys=max_encrypted_data_keys)
    pairs = stored_pairs(encryption_context)
    options = FileOptions(**files)
    message: EncryptOptions = {
        "cmm": cached(given_wrapping_cmm(context), caching),
        "encryption_context": pairs,
        "algorithm": algorithm,
        "frame_length": frame_length,
        "max_plaintext_length": max_length,
    }
    if estimate is not None:
        length = _message_length(client, message, estimate)
        echo(str(base64_length(length) if options.encode else length))
        return exit_codes()["ok"]
    if file is None:
        raise click.UsageError("Missing argument 'FILE|DIR|-'.", context)

    @contextmanager
    def transform(source: InputFile) -> Iterator[Converted]:
        plaintext = TextDecoder(source, "base64") if options.decode else source
        length = None if options.decode else source.length
        if caching is not None and length is not None:  # a cache must know how much a data key is going to encrypt
            bounded: EncryptOptions = {**message, "max_plaintext_length": length if max_length is None else min(length, max_length)}
        else:
            bounded = message
        with client.stream("encrypt", source=plaintext, **bounded) as stream:
            yield Converted(stream, stream.header, held=False, held_elsewhere=False)

    return convert("encrypt", file, options, transform)


def _message_length(client: Client, options: EncryptOptions, plaintext_length: int) -> int:
    """The length of a message of a plaintext that nobody has to have. Its header is really made, because RSA keys decide its length."""
    encryptor = client.encryptor(**options)
    try:
        return encryptor.message_length(plaintext_length)
    finally:
        encryptor.close()
