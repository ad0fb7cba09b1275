"""One member of each line of JSON, encrypted or decrypted: what ``--jsonl FIELD`` does in ``encrypt`` and ``decrypt``.

Invariants: of a line, nothing but the member's value changes, down to the white space; empty lines stay. The output appears whole or not at
all, on stdout too, and a line that fails is named by its number. Memory does not grow with the file.
"""

from __future__ import annotations

import binascii
import io
import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import click

from esdkit.cli.command import Decorator, section_option
from esdkit.cli.errors import report_error
from esdkit.cli.files import FILES, FileOptions, plan
from esdkit.cli.output import file_key, open_output
from esdkit.cli.progress import Progress
from esdkit.cli.streams import PIECE, STDIO, InputFile, open_source
from esdkit.engine.arguments import Source
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.message.model import Header
from esdkit.spec import exit_codes

__all__ = ["base64_bytes", "base64_text", "convert_lines", "jsonl_option", "plain_bytes", "plain_text", "skip_option"]

jsonl_option: Decorator = section_option("--jsonl", metavar="FIELD", section=FILES, help="Convert this member of each JSON line.")
skip_option: Decorator = section_option(
    "--skip-bad-lines", is_flag=True, section=FILES, help="With --jsonl: report and leave out what fails."
)

Reader = Callable[[str], bytes]
Writer = Callable[[bytes], str]
Many = Callable[[Iterable[Source]], Iterator[tuple[bytes, Header] | EsdkError]]

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


class _Line(NamedTuple):
    """A line on its way: what is around the member's value; an empty line leaves as it is."""

    before: str
    after: str
    empty: bool = False


def convert_lines(source: str, options: FileOptions, field: str, many: Many, read: Reader, write: Writer, *, skip: bool) -> int:
    """Convert a member of every line.

    Args:
        source: a file, or ``-``.
        options: the user's.
        field: the member's name.
        many: converts values, in order; gives errors.
        read, write: of text in JSON to the value, and back.
        skip: leave out a line that fails; otherwise the first one ends it all.

    Returns:
        The exit code.

    Raises:
        click.UsageError, OSError: before anything was written.
    """
    # Reqs: CLI-MNY-005, CLI-MNY-006, CLI-MNY-007
    if options.recursive or options.metadata_output is not None:
        raise click.UsageError("--jsonl takes one file, without --recursive and --metadata-output")
    (task,) = plan(source, options)
    codes = [exit_codes()["ok"]]
    where = task.source
    try:
        with Progress(None) as progress, open_source(task.source, progress.add) as file:
            apart = {file_key(file.status)}
            with open_output(task.output, overwrite=not options.no_overwrite, held=True, apart_from=apart) as sink:
                for number, written in enumerate(_converted(_Values(file, field, read), many, write), 1):
                    if isinstance(written, str):
                        sink.write(written.encode("utf-8"))
                        continue
                    where = f"{task.source}, line {number}"
                    if not skip:
                        raise written
                    progress.hide()
                    codes.append(report_error(written, where))
                    where = task.source
    except (EsdkError, OSError, MemoryError) as error:
        if isinstance(error, BrokenPipeError) and task.output == STDIO:
            raise  # the reader of stdout left, which is not an error to report
        return report_error(error, where)
    return max(codes)


def _converted(values: _Values, many: Many, write: Writer) -> Iterator[str | EsdkError]:
    """Each line with its new value, or its error."""
    for result in many(iter(values)):
        line = values.waiting.popleft()
        if line.empty:
            yield line.before
        elif isinstance(result, EsdkError):
            yield result
        else:
            try:
                yield f"{line.before}{json.dumps(write(result[0]), ensure_ascii=False)}{line.after}"
            except UsageError as error:
                yield error


class _NoValue:
    """Takes the place of a value that is not there, so that every line has its result: reading it raises an error."""

    def __init__(self, error: EsdkError) -> None:
        self._error = error

    def read(self, size: int = -1, /) -> bytes:
        raise self._error


class _Values:
    """The member's values, lazily.

    Attributes:
        waiting: the lines that were read, until they are written.
    """

    def __init__(self, file: InputFile, field: str, read: Reader) -> None:
        self._file, self._field, self._read = file, field, read
        self.waiting: deque[_Line] = deque()

    def __iter__(self) -> Iterator[bytes | _NoValue]:
        for raw in _lines(self._file):
            line, value = self._taken(raw)
            self.waiting.append(line)
            yield value

    def _taken(self, raw: bytes) -> tuple[_Line, bytes | _NoValue]:
        try:
            text = raw.decode("utf-8")
            if not text.strip():
                return _Line(text, "", empty=True), _NoValue(_refused("it is empty"))
            value, start, end = _member(text, self._field)
            return _Line(text[:start], text[end:]), self._read(value)
        except UnicodeDecodeError:
            return _Line("", ""), _NoValue(_refused("it is not UTF-8"))
        except UsageError as error:
            return _Line("", ""), _NoValue(error)


def _lines(file: InputFile) -> Iterator[bytes]:
    """The lines of a file, with their ends: line feeds alone, as a carriage return is white space in JSON."""
    rest: list[bytes] = []
    while piece := file.read(PIECE):
        for line in io.BytesIO(piece):
            rest.append(line)
            if line.endswith(b"\n"):
                yield b"".join(rest)
                rest = []
    if rest:
        yield b"".join(rest)


def _member(text: str, field: str) -> tuple[str, int, int]:
    """The value of a member of an object, and where it begins and ends.

    Raises:
        UsageError: ``invalid-argument``: the line is not an object, or has no such text, or two.
    """
    found: list[tuple[str, int, int]] = []
    try:
        if not isinstance(json.loads(text), dict):
            raise _refused("it is not a JSON object")
        at = text.index("{") + 1
        while text[at := _space(text, at)] != "}":
            name, at = _DECODER.raw_decode(text, _space(text, at))
            start = _space(text, _space(text, at) + 1)  # after the colon
            value, end = _DECODER.raw_decode(text, start)
            if name == field:
                found.append((value, start, end))
            at = _space(text, end)
            at += text[at] == ","
    except (ValueError, RecursionError) as error:
        if isinstance(error, EsdkError):
            raise
        raise _refused("it is not a JSON object") from None
    if len(found) != 1:
        raise _refused(f"it has {'no' if not found else 'more than one'} member {field!r}")
    if not isinstance(found[0][0], str):
        raise _refused(f"its member {field!r} is not text")
    return found[0]


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match is not None  # it matches nothing, too
    return match.end()


# ---------------------------------------------------------------- values


def plain_bytes(text: str) -> bytes:
    """Text as UTF-8."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise _refused("its text has half a character, which UTF-8 cannot encode") from None


def plain_text(data: bytes) -> str:
    """UTF-8 as text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(Code.INVALID_ARGUMENT, "its plaintext is not UTF-8", hint="Write base64: --encode.") from None


def base64_bytes(text: str) -> bytes:
    """What base64 encodes."""
    try:
        return binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    except ValueError:
        raise _refused("its text is not base64") from None


def base64_text(data: bytes) -> str:
    """Base64 without line breaks."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def _refused(what: str) -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, what)
