"""``esdkit decrypt``: messages become the files that they were."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from esdkit.cli.conversion import Converted, convert
from esdkit.cli.files import FileOptions, file_options
from esdkit.cli.keys import KEYS_HELP, OPENING_FLAGS, KeyedCommand, cached, caching_option, given_cmm, key_options
from esdkit.cli.options import context_pairs, demanding, reading_options
from esdkit.cli.streams import InputFile
from esdkit.cli.text_coding import MessageSource
from esdkit.engine import Client

__all__ = ["decrypt_command"]

_HELP = f"""Decrypt a message, a folder of them, or stdin.

    A file appears when everything has been verified, whole or not at all; a new one can be read by its owner alone, one that is there
    already keeps its mode. To stdout, signed messages go when everything has been verified, unsigned ones frame by frame, each verified:
    whether the last one came is what the exit code says.

    \b
    esdkit decrypt message.bin -o plain.txt \\
        --aes namespace=demo,name=k1,key=@k1.key
    esdkit decrypt -r encrypted -o letters --suffix "" \\
        --rsa namespace=demo,name=r1,padding=oaep-sha256,private=@r1.pem
    esdkit decrypt - --data-key env:DATA_KEY -c purpose=test < message.bin
{KEYS_HELP}"""


@click.command("decrypt", cls=KeyedCommand, help=_HELP)
@click.argument("file", metavar="FILE|DIR|-", type=click.Path(allow_dash=True))
@file_options(".decrypted")
@key_options
@reading_options
@click.option("--max-length", type=click.IntRange(min=0), metavar="BYTES", help="Refuse messages with more plaintext.")
@click.option(
    "--buffer/--no-buffer",
    default=None,
    help="Hold everything back until it has been verified, or nothing that the frames allow to leave, when the result goes to stdout, a"
    " device or a pipe.",
)
@caching_option
@click.option("--unsigned-only", is_flag=True, help="Refuse signed messages.")
@click.pass_context
def decrypt_command(
    context: click.Context,
    /,
    file: str,
    encryption_context: tuple[str, ...],
    commitment_policy: str,
    max_encrypted_data_keys: int | None,
    compat: tuple[str, ...],
    max_length: int | None,
    buffer: bool | None,
    caching: str | None,
    unsigned_only: bool,
    **files: Any,
) -> int:
    pairs, stored = context_pairs(encryption_context)
    cmm = given_cmm(context)
    if cmm is None:
        raise click.UsageError(f"a key is needed: {OPENING_FLAGS}", context)
    client = Client(
        commitment_policy=commitment_policy,
        max_encrypted_data_keys=max_encrypted_data_keys,
        compat=compat,
        signed_streaming="refuse" if unsigned_only else "allow",
    )
    manager = demanding(cached(cmm, caching), stored)
    options = FileOptions(**files)

    @contextmanager
    def transform(source: InputFile) -> Iterator[Converted]:
        message = MessageSource(source, source.name, is_base64=options.decode)
        with client.stream("decrypt", source=message, cmm=manager, encryption_context=pairs, max_body_length=max_length) as stream:
            header = stream.header
            held = header.suite.signed if buffer is None else buffer
            yield Converted(stream, header, held=held, held_elsewhere=buffer is not False)

    return convert("decrypt", file, options, transform)
