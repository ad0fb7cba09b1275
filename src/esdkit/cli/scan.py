"""``esdkit scan``: every message in what is stored, and which keys they need."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import click

from esdkit.cli.command import Command, section_option
from esdkit.cli.errors import note, report_error
from esdkit.cli.output import ending_by_exception
from esdkit.cli.progress import Progress
from esdkit.cli.streams import PIECE, STDIO, kept_file, naming
from esdkit.cli.terminal import color_option, echo
from esdkit.columns import count
from esdkit.errors import Code, SourceError
from esdkit.spec import error_codes, exit_codes

if TYPE_CHECKING:
    from esdkit.scan.model import Source
    from esdkit.scan.run import Outcome

__all__ = ["scan_command"]

_MAX_JOBS = 256
_MOST_NAMED = 3  # sources in a note
_READING = "What is read"
_ROWS = "Rows"


@click.command("scan", cls=Command)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(allow_dash=True))
@section_option("--field", metavar="PATH", section=_READING, help="Read this field of JSON lines, such as Item.blob.B.")
@section_option("--column", metavar="NAME", section=_READING, help="Read this column of CSV files or SQLite databases.")
@section_option("--signatures", is_flag=True, section=_READING, help="Verify signatures, under the public keys in the headers.")
@section_option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", section=_ROWS, help="Write one row per message here.")
@section_option("--format", "form", type=click.Choice(("jsonl", "parquet")), default="jsonl", section=_ROWS, help="Form of the rows.")
@section_option("--values", is_flag=True, section=_ROWS, help="Also write the values of encryption contexts.")
@section_option("--jobs", type=click.IntRange(1, _MAX_JOBS), metavar="N", help="Number of processes (default: one per core).")
@color_option
def scan_command(
    sources: Sequence[str],
    field: str | None,
    column: str | None,
    signatures: bool,
    output: Path | None,
    form: Literal["jsonl", "parquet"],
    values: bool,
    jobs: int | None,
) -> int:
    """Find every message in files, folders and archives, and say which keys they need. No key is needed for it.

    \b
    esdkit scan backup/
    esdkit scan 'exports/**/*.json.gz' -o rows
    esdkit scan app.db --column payload
    pg_dump shop | esdkit scan -

    It looks into logs, SQL dumps, CSV, HTML, JSON, base64 and hexadecimal, zip, tar, gzip, bzip2, xz, SQLite databases and exports of
    DynamoDB, also nested.

    A scan that was stopped goes on where it was when the same command runs again with the same -o DIR; sources that have changed are
    scanned again. DIR/objects.jsonl says what was scanned.

    Exit codes: 1 a value is not a message, 2 wrong usage or no such column, 4 a source could not be read to its end.
    """
    from esdkit.scan.folder import Folder
    from esdkit.scan.run import Settings, scan
    from esdkit.scan.sources import How, sources_of

    if field is not None and column is not None:
        raise click.UsageError("--field is for JSON lines and --column for CSV and databases; give one of them")
    if output is not None:
        _keep_apart(sources, output)
    how, settings = How(field, column), Settings(None if output is None else form, values, signatures)
    options = {"sources": list(sources), "field": field, "column": column, "format": form, "values": values, "signatures": signatures}
    with ExitStack() as stack:
        stack.enter_context(ending_by_exception())
        place = output or Path(stack.enter_context(TemporaryDirectory(prefix="esdkit-")))
        stack.enter_context(_saying_what_stays(output))
        copy = stack.enter_context(_copy_of_stdin()) if STDIO in sources else None
        opened = sources_of(sources, how, copy)
        folder = Folder(place, f".{form}")
        stack.enter_context(folder.held(options))
        progress = stack.enter_context(Progress(_size(opened)))
        outcome = scan(opened, settings, folder, jobs or os.cpu_count() or 1, progress.add)
    return _report(outcome, output)


def _size(opened: Sequence[Source]) -> int | None:
    """Bytes of all sources, where somebody sees how far it is."""
    return sum(source.size() for source in opened) if sys.stderr is not None and sys.stderr.isatty() else None


def _keep_apart(sources: Sequence[str], output: Path) -> None:
    """Refuse to write where is read: the next run would read its own output."""
    real = output.resolve()
    for name in sources:
        path = Path(name).resolve()
        if name != STDIO and path.is_dir() and (path == real or path in real.parents):
            raise click.UsageError(f"the output directory is inside {name}, so the next run would read its own output")


@contextmanager
def _copy_of_stdin() -> Iterator[Path]:
    with TemporaryDirectory(prefix="esdkit-") as folder, kept_file(STDIO) as (file, _):
        path = Path(folder, "stdin")
        with naming(str(path)), path.open("wb") as copy:
            while piece := file.read(PIECE):
                copy.write(piece)
        yield path


@contextmanager
def _saying_what_stays(output: Path | None) -> Iterator[None]:
    """Say after an interruption how to go on."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, OSError):
        if output is not None:
            note(f"what was done stays in {output}; run the same command again to go on")
        raise


def _report(outcome: Outcome, output: Path | None) -> int:
    """Print what came of a scan; gives the exit code."""
    echo(f"{count(outcome.messages, 'message')} in {count(outcome.objects, 'source')}")
    lists = "" if output is None else f"; {output / 'objects.jsonl'} lists all"
    if outcome.without:
        note(f"no message was found in {_named(outcome.empty, outcome.without)}{lists}")
    if outcome.changed:
        note(f"changed since the last run, and scanned again: {_named(outcome.changed, len(outcome.changed))}")
    if outcome.gone:
        note(f"no longer there, so their rows were removed: {_named(outcome.gone, len(outcome.gone))}")
    named: set[str] = set()
    for failure in outcome.failures:
        if failure.code not in named:
            named.add(failure.code)
            hint = error_codes()[Code(failure.code)].hint
            place = f"{failure.source}, {failure.part}" if failure.part else failure.source
            report_error(SourceError(Code(failure.code), failure.message, hint=hint), place)
    if outcome.failed > len(named):
        note(f"{count(outcome.failed - len(named), 'more part')} could not be read{lists}")
    return max(exit_codes()["ok"], outcome.worst)


def _named(names: Sequence[str], total: int) -> str:
    """The first few names, and how many more there are."""
    shown = ", ".join(names[:_MOST_NAMED])
    return shown if total <= _MOST_NAMED else f"{shown} and {total - _MOST_NAMED} more"
