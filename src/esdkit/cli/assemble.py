"""``esdkit assemble``: the text form of a message becomes bytes."""

from __future__ import annotations

import click

from esdkit.cli.command import section_option
from esdkit.cli.errors import report_error
from esdkit.cli.keys import KeyedCommand, read_data_key, read_named_key
from esdkit.cli.output import keep_apart, write_output
from esdkit.cli.streams import STDIO, kept_file
from esdkit.cli.to_terminal import refuse_terminal
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.forge import assemble
from esdkit.spec import LIMITS, exit_codes

__all__ = ["assemble_command"]


@click.command("assemble", cls=KeyedCommand)
@click.argument("file", metavar="FILE|-", type=click.Path(allow_dash=True))
@section_option("-o", "--output", metavar="FILE|-", help="Output file (default: stdout).")
@section_option("--data-key", metavar="@FILE|env:VARIABLE", help="The plaintext data key, raw, hex or base64.")
@section_option("--signing-key", metavar="@PEM|env:VARIABLE", help="A private key on the suite's curve, PKCS #8.")
@section_option("--test-data", is_flag=True, help="Allow tag and seal: nothing real is encrypted under the data key.")
def assemble_command(file: str, output: str | None, data_key: str | None, signing_key: str | None, test_data: bool) -> int:
    """Make the bytes of a message from text that describes it line by line. The message may be invalid.

    A line is a field and its value, or bytes alone; # begins a comment.

    \b
    header.version 2
    header.encrypted_data_keys.provider_id.length auto
    header.encrypted_data_keys.provider_id "demo"
    hex"00ff"

    Lengths and counts that are auto are computed from the lines below them. With keys, macros compute what fits the lines above:

    \b
    commit          the commit key, for header.suite_data
    tag             the tag of the header or of a frame
    seal "TEXT"     the ciphertext of a plaintext, for a frame
    public_key      for the context pair aws-crypto-public-key
    sign            the signature

    tag and seal are for test data: under the data key of a real message, a second header reveals the authentication key. Add
    --test-data if nothing real is encrypted under the key; for a real message, use esdkit rekey.

    \b
    esdkit assemble message.txt -o message.bin
    esdkit assemble message.txt -o message.bin --test-data \\
        --data-key @data.key --signing-key @ecdsa-p384.pem

    Exit code 2: the text cannot be assembled; the error names line and column.
    """
    if output is None:
        refuse_terminal("a message", "use -o FILE or a pipe; -o - writes it anyway")
        output = STDIO
    data_key_bytes = None if data_key is None else read_data_key("--data-key", data_key)
    pem = None if signing_key is None else read_named_key("--signing-key", signing_key, None)
    keep_apart([file], [output])
    with kept_file(file) as (source, length):
        if length > (most := LIMITS["text_form_length"]):
            raise UsageError(Code.INVALID_ARGUMENT, f"{file} has more than the {most} bytes that are read as a text")
        content = source.read()
    try:
        data = assemble(_text(content), data_key=data_key_bytes, signing_key=pem, test_data=test_data)
    except EsdkError as error:
        return report_error(error, file)
    write_output(output, data)
    return exit_codes()["ok"]


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"not UTF-8 text: byte {content[error.start]:#04x} at offset {error.start:#x}"
        raise UsageError(Code.INVALID_ARGUMENT, what, hint="Give the text form of a message, not the message itself.") from None
