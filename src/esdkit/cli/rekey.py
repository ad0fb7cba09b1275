"""``esdkit rekey``: a message under other keys, with the plaintext and the encryption context that it had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from esdkit.cli.command import section_option
from esdkit.cli.conversion import Converted, convert
from esdkit.cli.files import FileOptions, file_options
from esdkit.cli.keys import OPENING_FLAGS, KeyedCommand, given_cmm, given_wrapping_cmm, key_options, new_key_options
from esdkit.cli.options import MESSAGE, ReadOptions, WriteOptions, context_option, read_options, write_options
from esdkit.cli.streams import InputFile
from esdkit.cli.text_coding import MessageSource
from esdkit.engine.rekey import rekeyed

__all__ = ["rekey_command"]


_PLAN = "--plan"


class _Rekey(KeyedCommand):
    """With ``--plan``, a command of its own: it has other options."""

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any) -> click.Context:
        if any(word == _PLAN or word.startswith(f"{_PLAN}=") for word in args):
            from esdkit.cli.campaign import campaign_command

            return campaign_command.make_context(info_name, args, parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("rekey", cls=_Rekey)
@click.argument("file", metavar="FILE|DIR|-", type=click.Path(allow_dash=True))
@file_options(".rekeyed", usual_jobs="1")
@key_options
@new_key_options
@read_options
@write_options
@context_option("--add-context", section=MESSAGE, help="Store this pair, replacing one with the same key.")
@section_option("--remove-context", multiple=True, metavar="KEY", section=MESSAGE, help="Do not store this key.")
@click.pass_context
def rekey_command(
    context: click.Context,
    /,
    file: str,
    files: FileOptions,
    reading: ReadOptions,
    writing: WriteOptions,
    add_context: dict[str, str],
    remove_context: tuple[str, ...],
) -> int:
    """Decrypt a message and encrypt it again under new keys. The plaintext is never written to a file. The output may be the input.
    esdkit rekey --plan PLAN moves what esdkit scan found; its --help says how.

    \b
    esdkit rekey m.bin -o m.bin --aes namespace=demo,name=k1,key=@k1.key \\
        --to-aes namespace=demo,name=k2,key=@k2.key
    """
    cmm = given_cmm(context)
    if cmm is None:
        raise click.UsageError(f"give a key to read with: {OPENING_FLAGS}", context)
    new_cmm = given_wrapping_cmm(context, new=True)
    client, reading_cmm = reading.client(), reading.demanding(cmm)

    @contextmanager
    def transform(source: InputFile) -> Iterator[Converted]:
        message = MessageSource(source, source.name, is_base64=files.decode)
        with (
            rekeyed(
                client,
                source=message,
                cmm=reading_cmm,
                new_cmm=new_cmm,
                encryption_context=reading.encryption_context,
                add_context=add_context,
                remove_context=remove_context,
                algorithm=writing.algorithm,
                frame_length=writing.frame_length,
                max_body_length=files.max_length,
            ) as stream,
        ):
            yield Converted(stream, stream.header, held=True, held_elsewhere=True)

    return convert("rekey", file, files, transform, in_place=True)
