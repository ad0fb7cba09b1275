"""``esdkit decrypt``: messages become the files that they were."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO

import click

from esdkit.cli.command import section_option
from esdkit.cli.conversion import Converted, convert
from esdkit.cli.files import FILES, FileOptions, file_options
from esdkit.cli.json_lines import base64_bytes, base64_text, convert_lines, jsonl_option, plain_text, skip_option
from esdkit.cli.keys import OPENING_FLAGS, KeyedCommand, cached, caching_option, given_cmm, key_options
from esdkit.cli.messages import file_and_number, found_message
from esdkit.cli.options import CHECKS, ReadOptions, read_options
from esdkit.cli.streams import InputFile
from esdkit.cli.text_coding import MessageSource
from esdkit.engine.client import DecryptOptions

__all__ = ["decrypt_command"]


@click.command("decrypt", cls=KeyedCommand)
@click.argument("file", metavar="FILE|DIR|-", type=click.Path(allow_dash=True))
@file_options(".decrypted")
@jsonl_option
@skip_option
@section_option(
    "--buffer/--no-buffer",
    default=None,
    section=FILES,
    help="Hold output until verified, or release each frame.",
)
@section_option("--find", is_flag=True, section=FILES, help="Look for the message inside JSON, text, gzip …")
@key_options
@caching_option
@read_options
@section_option("--unsigned-only", is_flag=True, section=CHECKS, help="Refuse signed messages.")
@click.pass_context
def decrypt_command(
    context: click.Context,
    /,
    file: str,
    files: FileOptions,
    jsonl: str | None,
    skip_bad_lines: bool,
    buffer: bool | None,
    find: bool,
    caching: str | None,
    reading: ReadOptions,
    unsigned_only: bool,
) -> int:
    """Decrypt a message, a directory of messages, or stdin.

    An output file, and a signed message on stdout, appears when everything is verified, whole or not at all. An unsigned one appears there
    frame by frame: only exit code 0 means that the final frame arrived.

    \b
    esdkit decrypt m.bin -o plain.txt --aes namespace=demo,name=k1,key=@k1.key
    esdkit decrypt -r encrypted -o letters --suffix "" --kms-discovery
    esdkit decrypt - --data-key env:DATA_KEY -c purpose=test < message.bin
    """
    cmm = given_cmm(context)
    if cmm is None:
        raise click.UsageError(f"give a key: {OPENING_FLAGS}", context)
    client = reading.client(signed_streaming="refuse" if unsigned_only else "allow")
    options: DecryptOptions = {
        "cmm": reading.demanding(cached(cmm, caching)),
        "encryption_context": reading.encryption_context,
        "max_body_length": files.max_length,
    }

    if jsonl is not None:
        if find or unsigned_only or buffer is not None:
            raise click.UsageError("--jsonl goes without --find, --unsigned-only and --buffer", context)
        write = base64_text if files.encode else plain_text
        many = partial(client.decrypt_many, errors="give", jobs=files.jobs or 1, **options)
        return convert_lines(file, files, jsonl, many, base64_bytes, write, skip=skip_bad_lines)

    path, number = file_and_number(file)  # Reqs: CLI-INP-005

    @contextmanager
    def transform(source: InputFile) -> Iterator[Converted]:
        message: MessageSource | BytesIO = (
            BytesIO(found_message(source, number)) if find or number else MessageSource(source, source.name, is_base64=files.decode)
        )
        with client.stream("decrypt", source=message, **options) as stream:
            header = stream.header
            held = header.suite.signed if buffer is None else buffer
            ranges = None if isinstance(message, BytesIO) or message.is_text else stream.ranges
            yield Converted(stream, header, held=held, held_elsewhere=buffer is not False, ranges=ranges)

    return convert("decrypt", path, files, transform)
