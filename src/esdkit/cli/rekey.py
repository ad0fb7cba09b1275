"""``esdkit rekey``: a message under other keys, with the plaintext and the encryption context that it had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from esdkit.cli.conversion import Converted, blaming, convert
from esdkit.cli.files import FileOptions, file_options
from esdkit.cli.keys import KEYS_HELP, OPENING_FLAGS, KeyedCommand, given_cmm, given_wrapping_cmm, key_options, new_key_options
from esdkit.cli.options import context_pairs, demanding, reading_options, stored_pairs, writing_options
from esdkit.cli.streams import InputFile
from esdkit.cli.text_coding import MessageSource
from esdkit.cmm import RequiredEncryptionContextCmm
from esdkit.engine import Client
from esdkit.engine.stream import DecryptStream
from esdkit.message.model import Header
from esdkit.spec import CONSTANTS

__all__ = ["new_context", "rekey_command"]

_READING, _WRITING = "reading {}", "writing the new message of {}"

_HELP = f"""Decrypt a message and encrypt it again under other keys, in one step.

    No file with the plaintext is left behind. The new message has a new data key and message id: to put other data keys before the
    frames that are there would make a second header under one data key, and two of them give away what authenticates the message. The
    output appears when the old message has been verified to its end, whole or not at all; it may be the input.

    The encryption context stays as it is, but for what --add-context and --remove-context say. A pair that -c gives and the message does
    not store is authenticated and not stored again.

    \b
    esdkit rekey message.bin -o message.bin \\
        --aes namespace=demo,name=k1,key=@k1.key \\
        --to-aes namespace=demo,name=k2,key=@k2.key
    esdkit rekey old.bin -o new.bin \\
        --commitment-policy require-encrypt-allow-decrypt \\
        --data-key @old.key --to-aes namespace=demo,name=k2,key=@k2.key
{KEYS_HELP}"""


@click.command("rekey", cls=KeyedCommand, help=_HELP)
@click.argument("file", metavar="FILE|DIR|-", type=click.Path(allow_dash=True))
@file_options(".rekeyed")
@key_options
@new_key_options
@reading_options
@writing_options
@click.option("--add-context", multiple=True, metavar="KEY=VALUE", help="A pair to store in the new message, in place of one of this key.")
@click.option("--remove-context", multiple=True, metavar="KEY", help="A key that the new message is not to have.")
@click.option("--max-length", type=click.IntRange(min=0), metavar="BYTES", help="Refuse messages with more plaintext.")
@click.pass_context
def rekey_command(
    context: click.Context,
    /,
    file: str,
    encryption_context: tuple[str, ...],
    commitment_policy: str,
    max_encrypted_data_keys: int | None,
    compat: tuple[str, ...],
    algorithm: str | None,
    frame_length: int,
    add_context: tuple[str, ...],
    remove_context: tuple[str, ...],
    max_length: int | None,
    **files: Any,
) -> int:
    pairs, stored = context_pairs(encryption_context)
    cmm = given_cmm(context)
    if cmm is None:
        raise click.UsageError(f"a key to read with is needed: {OPENING_FLAGS}", context)
    writing = given_wrapping_cmm(context, new=True)
    added = stored_pairs(add_context, "--add-context")
    client = Client(commitment_policy=commitment_policy, max_encrypted_data_keys=max_encrypted_data_keys, compat=compat)
    reading = demanding(cmm, stored)
    options = FileOptions(**files)

    @contextmanager
    def transform(source: InputFile) -> Iterator[Converted]:
        message = MessageSource(source, source.name, is_base64=options.decode)
        with (
            blaming(_READING),
            client.stream("decrypt", source=message, cmm=reading, encryption_context=pairs, max_body_length=max_length) as plaintext,
        ):
            new, unstored = new_context(plaintext.header, pairs, added, remove_context)
            new_cmm = RequiredEncryptionContextCmm(unstored, writing) if unstored else writing
            old = _OldPlaintext(plaintext)
            with (
                blaming(_WRITING),
                client.stream(
                    "encrypt", source=old, cmm=new_cmm, encryption_context=new, algorithm=algorithm, frame_length=frame_length
                ) as stream,
            ):
                yield Converted(stream, stream.header, held=True, held_elsewhere=True)

    return convert("rekey", file, options, transform)


class _OldPlaintext:
    """What the new message is made from. Its errors are those of the old message."""

    def __init__(self, stream: DecryptStream) -> None:
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        with blaming(_READING):
            return self._stream.read(size)


def new_context(
    header: Header, given: Mapping[str, str], added: Mapping[str, str], removed: tuple[str, ...]
) -> tuple[dict[str, str], frozenset[str]]:
    """The context of the new message, and which of its keys are not stored."""
    stored = {key: value for key, value in header.encryption_context.items() if key != CONSTANTS.public_key_name}
    unstored = given.keys() - stored.keys() - added.keys() - set(removed)
    context = {**given, **stored, **added}
    return {key: value for key, value in context.items() if key in added or key not in removed}, frozenset(unstored)
