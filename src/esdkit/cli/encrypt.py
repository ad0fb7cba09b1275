"""``esdkit encrypt``: files become messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import click

from esdkit.cli.command import section_option
from esdkit.cli.conversion import Converted, convert
from esdkit.cli.files import FileOptions, file_options
from esdkit.cli.json_lines import base64_bytes, base64_text, convert_lines, jsonl_option, plain_bytes, skip_option
from esdkit.cli.keys import KeyedCommand, cached, caching_option, given_wrapping_cmm, wrapping_key_options
from esdkit.cli.options import MESSAGE, WriteOptions, context_option, max_data_keys_option, policy_option, write_options
from esdkit.cli.streams import InputFile
from esdkit.cli.terminal import echo
from esdkit.cli.text_coding import TextDecoder, base64_length
from esdkit.engine.client import Client, EncryptOptions
from esdkit.spec import exit_codes

__all__ = ["encrypt_command"]


@click.command("encrypt", cls=KeyedCommand)
@click.argument("file", metavar="FILE|DIR|-", required=False, type=click.Path(allow_dash=True))
@file_options(".encrypted")
@jsonl_option
@skip_option
@wrapping_key_options
@caching_option
@context_option("-c", "--encryption-context", section=MESSAGE, help="A pair that is authenticated, and stored unencrypted.")
@policy_option(MESSAGE)
@max_data_keys_option(MESSAGE)
@write_options
@section_option("--estimate", type=click.IntRange(min=0), metavar="BYTES", help="Print the message length for this much plaintext.")
@click.pass_context
def encrypt_command(
    context: click.Context,
    /,
    file: str | None,
    files: FileOptions,
    jsonl: str | None,
    skip_bad_lines: bool,
    encryption_context: dict[str, str],
    commitment_policy: str,
    max_encrypted_data_keys: int | None,
    writing: WriteOptions,
    caching: str | None,
    estimate: int | None,
) -> int:
    """Encrypt a file, a directory, or stdin. The first key generates the data key; any of the keys can decrypt the message.

    An output file appears whole or not at all. A new file can be read by its owner only; an existing one keeps owner and mode.

    \b
    esdkit encrypt plain.txt -o m.bin --aes namespace=demo,name=k1,key=@k1.key
    esdkit encrypt -r letters -o encrypted --jobs 4 -c purpose=test \\
        --rsa namespace=demo,name=r1,padding=oaep-sha256,public=@r1.pem
    esdkit encrypt - --encode --aes namespace=demo,name=k1,key=env:K1 < plain
    esdkit encrypt rows.jsonl --jsonl ssn -o out.jsonl --keyring keys.yaml
    """
    client = Client(commitment_policy=commitment_policy, max_encrypted_data_keys=max_encrypted_data_keys)
    message: EncryptOptions = {
        "cmm": cached(given_wrapping_cmm(context), caching),
        "encryption_context": encryption_context,
        "algorithm": writing.algorithm,
        "frame_length": writing.frame_length,
        "max_plaintext_length": files.max_length,
    }
    if estimate is not None:
        length = _message_length(client, message, estimate)
        echo(str(base64_length(length) if files.encode else length))
        return exit_codes()["ok"]
    if file is None:
        raise click.UsageError("give a file, a directory, or - for stdin", context)

    if jsonl is not None:
        read = base64_bytes if files.decode else plain_bytes
        many = partial(client.encrypt_many, errors="give", jobs=files.jobs or 1, **message)
        return convert_lines(file, files, jsonl, many, read, base64_text, skip=skip_bad_lines)

    @contextmanager
    def transform(source: InputFile) -> Iterator[Converted]:
        plaintext = TextDecoder(source, "base64") if files.decode else source
        length = None if files.decode else source.length
        bounded: EncryptOptions = {**message}
        if caching is not None and length is not None:  # a cache must know how much a data key is going to encrypt
            bounded["max_plaintext_length"] = length if files.max_length is None else min(length, files.max_length)
        with client.stream("encrypt", source=plaintext, **bounded) as stream:
            yield Converted(stream, stream.header, held=False, held_elsewhere=False, ranges=None if files.decode else stream.ranges)

    return convert("encrypt", file, files, transform)


def _message_length(client: Client, options: EncryptOptions, plaintext_length: int) -> int:
    """The length of a message for this many bytes of plaintext. Its header is really made, because the keys decide its length."""
    encryptor = client.encryptor(**options)
    try:
        return encryptor.message_length(plaintext_length)
    finally:
        encryptor.close()
