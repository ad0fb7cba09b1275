"""What may go to a terminal that nobody named as the output: text, and nothing that could steer the terminal.

``-o -`` names it, and then everything is written as it is; so does a pipe to ``cat``. A message is refused before any key is used.
Plaintext is looked at piece by piece while it is written, so a piece of text that came before the first control character is there.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterable, Iterator

import click

from esdkit.errors import Code, UsageError

__all__ = ["refuse_terminal", "stdout_is_terminal", "text_pieces"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # all but tab and line ends


def stdout_is_terminal() -> bool:
    """Whether a person sees what is written to stdout as it comes."""
    return sys.stdout.isatty()


def refuse_terminal(what: str, remedy: str) -> None:
    """Refuse to write bytes to a terminal.

    Args:
        what: what would be written.
        remedy: what to do instead, as a command's words.

    Raises:
        click.UsageError: stdout is a terminal.
    """
    if stdout_is_terminal():
        raise click.UsageError(f"{what} is binary and is not written to a terminal: {remedy}", click.get_current_context())


def text_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces, as long as they are text.

    Raises:
        UsageError: ``invalid-argument``: the next piece has bytes that are not UTF-8, or a control character.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    for piece in pieces:
        _require_text(decoder, piece, final=False)
        yield piece
    _require_text(decoder, b"", final=True)


def _require_text(decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool) -> None:
    try:
        is_text = _CONTROL.search(decoder.decode(piece, final)) is None
    except UnicodeDecodeError:
        is_text = False
    if not is_text:
        hint = "Write it to a file with -o FILE, or as base64 with --encode. `-o -` writes it to the terminal as it is."
        raise UsageError(Code.INVALID_ARGUMENT, "the plaintext is not text and is not written to a terminal", hint=hint)
