"""Which messages of an input a verb looks into: that of FILE, the third of it as FILE#3, or all.

Strategy: a file that begins like a message is one and is opened as it is; everything else is searched (``esdkit.input``), and the way to
the message is said on stderr. Invariants: a large message is never held as a whole; of a larger file that is not one, the beginning is
searched, and that is said; a file whose own name ends with #3 is that file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from typing import IO, TYPE_CHECKING

import click

from esdkit.cli.command import section_option
from esdkit.cli.errors import note, reason, report_error
from esdkit.cli.streams import LARGE, STDIO, InputFile, kept_file, naming
from esdkit.cli.terminal import echo
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.frozen import frozen
from esdkit.input.beginnings import begins_like_message

if TYPE_CHECKING:
    from esdkit.input import Findings, Found

__all__ = ["Opened", "all_option", "file_and_number", "found_message", "messages_of", "open_message", "print_about"]

_HEAD = 1 << 20  # bytes that the kind of a file is known by
_MOST_LINES = 4  # of a note

all_option = section_option("--all", "every", is_flag=True, help="Take all messages that a file holds, not only the first.")
"""For verbs that look into messages; goes with ``messages_of``."""


@frozen
class Opened:
    """A message to look into.

    Attributes:
        name: of the file as the user wrote it, with ``#`` and the message's number where there are several.
        data: its bytes, or the open file.
        length: in bytes.
        place: what it was taken out of, and where in it; empty when the file is the message.
    """

    name: str
    data: bytes | IO[bytes]
    length: int
    place: str = ""

    @property
    def decoded(self) -> bool:
        """Whether it was taken out of something else."""
        return bool(self.place)

    @property
    def content(self) -> bytes:
        """All its bytes."""
        return self.data if isinstance(self.data, bytes) else self.data.read()


def file_and_number(name: str) -> tuple[str, int | None]:
    """The file that a name means, and which of its messages; None for whatever it holds."""
    match = re.fullmatch(r"(.+)#([1-9][0-9]{0,8})", name) if "#" in name else None
    if match is None or match[1] == STDIO or os.path.exists(name):  # a word that begins with a hyphen is an option
        return name, None
    return match[1], int(match[2])


@contextmanager
def open_message(name: str) -> Iterator[Opened]:
    """The message of a file; of several, the first or the one whose number the name has.

    Raises:
        OSError: the file cannot be opened or, later, read.
        click.UsageError: it has no message with this number.
    """
    with closing(messages_of(name)) as opened:
        yield next(opened)


def messages_of(name: str, *, every: bool = False, others: bool = True) -> Generator[Opened, None, None]:
    """The messages to look into.

    Args:
        name: a file, ``-``, or a file with ``#`` and a number.
        every: give all messages of the file and not only the first.
        others: give a file in which no message is found as it is, and not nothing.

    Raises:
        OSError: the file cannot be opened or, later, read.
        click.UsageError: it has no message with this number.
    """
    # Reqs: CLI-INP-001, CLI-INP-002, CLI-INS-004, CLI-LNT-009
    path, number = file_and_number(name)
    with kept_file(path) as (file, length):
        with naming(path):
            head = file.read(min(_HEAD, length + 1) if length else _HEAD)  # what was empty when it was opened may grow
            begins = begins_like_message(head)
            plain = begins and not every and number is None
            findings, searched = (None, length) if plain else _found_in(file)
            whole = head if len(head) == length else _whole(file, length)
        if findings is not None:
            _say_limits(path, findings, searched, length)
        if findings is None or not findings.messages:
            _refuse_number(path, number, 0)
            if begins or others:
                yield Opened(name, whole if length <= LARGE else file, length)
            return
        if number is not None:
            _refuse_number(path, number, len(findings.messages))
            yield _opened(name, findings.messages[number - 1])
        elif every and len(findings.messages) > 1:
            for number, found in enumerate(findings.messages, 1):
                yield Opened(f"{path}#{number}", found.data, len(found.data), found.place)
        elif not findings.messages[0].steps and searched < length:
            yield Opened(name, file, length)
        else:
            _say_others(path, findings)
            yield _opened(name, findings.messages[0])


def _whole(file: IO[bytes], length: int) -> bytes:
    """All bytes of a file that is not large; it is at its beginning again."""
    file.seek(0)
    return b"" if length > LARGE else file.read()


def _found_in(file: IO[bytes]) -> tuple[Findings, int]:
    from esdkit.input import find_in
    from esdkit.inspector.facts.source import FileSource

    return find_in(FileSource(file))


def print_about(name: str, texts: Generator[str, None, int], unread: Callable[[str, str], None] | None = None) -> int:
    """Print what is said about a file; gives the exit code. Only an error of the file is caught, not one of stdout.

    Args:
        name: of the file.
        texts: what to print, in pieces; it returns the exit code.
        unread: is told the name and the reason when the file cannot be read.
    """
    while True:
        try:
            text = next(texts)
        except StopIteration as end:
            return int(end.value)
        except (EsdkError, OSError, MemoryError) as error:
            if unread is not None:
                unread(name, reason(error))
            return report_error(error, name)
        echo(text, newline=False)


def found_message(source: InputFile, number: int | None) -> bytes:
    """The one message inside an input that is read in pieces, or the one with this number.

    Raises:
        click.UsageError: it has no message with this number.
        UsageError: ``invalid-argument``: without a number, there is none, or there are several.
    """
    from esdkit.input import find
    from esdkit.input.recognition import MAX_TEXT

    data = bytearray()
    while len(data) <= MAX_TEXT and (piece := source.read(_HEAD)):
        data += piece
    if len(data) > MAX_TEXT:
        what = f"it has more than {MAX_TEXT} bytes, too many to look for a message inside; use esdkit extract"
        raise UsageError(Code.INVALID_ARGUMENT, what)
    messages = find(bytes(data)).messages
    _refuse_number(source.name, number, len(messages))
    if not messages:
        raise UsageError(Code.INVALID_ARGUMENT, "no message was found in it; esdkit doctor says what it is")
    if number is None and len(messages) > 1:
        raise UsageError(Code.INVALID_ARGUMENT, f"it holds {len(messages)} messages; name one: {source.name}#1")
    return _opened(source.name, messages[(number or 1) - 1]).content


def _opened(name: str, found: Found) -> Opened:
    """A message, with a note of where it was."""
    if found.steps:
        looks = "" if all(step.certain for step in found.steps) else "what looks like "
        note(f"{_called(name)}: {looks}a message was taken out of {found.place}; offsets count its own bytes", most=_MOST_LINES)
    return Opened(name, found.data, len(found.data), found.place)


def _called(name: str) -> str:
    """A file's name in a sentence."""
    return "stdin" if name == STDIO else name


def _say_others(path: str, findings: Findings) -> None:
    if len(findings.messages) > 1:
        names = "" if path == STDIO else f"{path}#2 names the next, "
        note(f"{_called(path)} holds {len(findings.messages)} messages; this is the first: {names}--all takes all")


def _say_limits(path: str, findings: Findings, searched: int, length: int) -> None:
    for limit in findings.limits:
        note(f"{path}: {limit}")
    if searched < length and (not findings.messages or findings.messages[0].steps):
        note(f"{path} has {length} bytes; the first {searched} were searched for messages")


def _refuse_number(path: str, number: int | None, count: int) -> None:
    if number is not None and number > count:
        held = "no message was found in it" if count == 0 else f"it holds {count}" if count > 1 else "it holds one message"
        raise click.UsageError(f"{path} has no message number {number}: {held}")
