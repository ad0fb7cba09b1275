"""``esdkit scan``: every message in what is stored, and which keys they need."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from esdkit import __version__
from esdkit.cli.command import Choice, Command, section_option
from esdkit.cli.errors import note, report_error
from esdkit.cli.output import ending_by_exception, open_output, write_output
from esdkit.cli.progress import Progress, readable_size
from esdkit.cli.streams import STDIO, naming, stdin_pieces
from esdkit.cli.terminal import color_option, echo, paint, print_lines
from esdkit.columns import Columns, count
from esdkit.errors import Code, SourceError
from esdkit.scan.parts import FORMS, Form, require_form
from esdkit.scan.plan import require_no_other, write_plan
from esdkit.scan.report.html import summary_to_html
from esdkit.scan.report.text import summary_to_text
from esdkit.scan.report.words import SECTIONS
from esdkit.spec import error_codes, exit_codes

if TYPE_CHECKING:
    from esdkit.scan.folder import Folder
    from esdkit.scan.model import Source
    from esdkit.scan.pool import Engine
    from esdkit.scan.run import Outcome

__all__ = ["scan_command"]

_MAX_JOBS = 256
_MOST_NAMED = 3  # sources in a note
_SCHEMA = 1
_READING = "What is read"
_ROWS = "Rows"
_SHOWN = "What is shown"
_RUNS = "Where it runs"
_KINDS = ", ".join(SECTIONS)


@click.command("scan", cls=Command)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(readable=False, allow_dash=True))
@section_option("--field", metavar="PATH", section=_READING, help="Read this field of JSON lines, such as Item.blob.B.")
@section_option("--column", metavar="NAME", section=_READING, help="Read this column of CSV, Parquet or databases.")
@section_option(
    "--table", "tables", metavar="NAME", multiple=True, section=_READING, help="Read this table of a database; can be repeated."
)
@section_option("--query", metavar="SQL", section=_READING, help="Read what this query of a database returns.")
@section_option("--signatures", is_flag=True, section=_READING, help="Verify signatures, under the public keys in the headers.")
@section_option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", section=_ROWS, help="Write one row per message here.")
@section_option("--format", "form", type=Choice(FORMS), default="jsonl", section=_ROWS, help="Form of the rows (default: jsonl).")
@section_option("--values", is_flag=True, section=_ROWS, help="Also write the values of encryption contexts.")
@section_option("--where", metavar="CONDITIONS", section=_ROWS, help="Only rows for which one of these holds.")
@section_option("--baseline", type=click.Path(path_type=Path), metavar="OLD", section=_ROWS, help="Only what the scan in OLD has not seen.")
@section_option("--plan", metavar="FILE", section=_ROWS, help="Write what esdkit rekey --plan is to move to other keys.")
@section_option("--by", multiple=True, type=Choice(tuple(SECTIONS)), metavar="WHAT", section=_SHOWN, help=f"Count by {_KINDS}.")
@section_option("--json", "as_json", is_flag=True, section=_SHOWN, help="Print one JSON object.")
@section_option("--html", type=click.Path(dir_okay=False), metavar="FILE", section=_SHOWN, help="Also write a page with charts.")
@section_option("--fail-on", metavar="CONDITIONS", section=_SHOWN, help="Exit with 1 if one of these holds for a row.")
@section_option("--engine", type=Choice(("processes", "dask")), section=_RUNS, help="What does the work (default: processes).")
@section_option("--scheduler", metavar="ADDRESS", section=_RUNS, help="Use the workers of this scheduler of Dask.")
@section_option(
    "--jobs", type=click.IntRange(1, _MAX_JOBS), metavar="N", section=_RUNS, help="Number of processes (default: one per core)."
)
@color_option
def scan_command(
    sources: Sequence[str],
    field: str | None,
    column: str | None,
    tables: tuple[str, ...],
    query: str | None,
    output: Path | None,
    form: Form,
    engine: str | None,
    scheduler: str | None,
    jobs: int | None,
    by: Sequence[str],
    as_json: bool,
    html: str | None,
    plan: str | None,
    baseline: Path | None,
    **asked: Any,
) -> int:
    """Find every message in files, archives and object stores, and count them by key. No key is needed.

    \b
    esdkit scan backup/
    esdkit scan 'exports/**/*.json.gz' -o rows --by account --by region
    esdkit scan app.db --column payload --fail-on non-committing-suite
    pg_dump shop | esdkit scan - --where account=111122223333
    esdkit scan postgresql+psycopg://app@db/shop --table orders
    esdkit scan s3://bucket/prefix -o rows

    It looks into text of any kind, JSON, CSV, SQL dumps, base64, hexadecimal, archives, compressed files, SQLite databases, Parquet, ORC,
    Arrow, Avro and exports of DynamoDB, one inside another. Of a message in an object store, only the header is fetched. The URL of a
    PostgreSQL, MySQL, MariaDB or SQLite database is written as for SQLAlchemy. CONDITIONS are names, or names with = or != and a value,
    with commas between; `esdkit docs scan` lists them.

    A scan that was stopped goes on when the same command runs again with the same -o DIR. Sources that have changed are scanned again.
    DIR/objects.jsonl says what was scanned.

    Exit codes: 1 --fail-on holds, or a value is not a message; 2 wrong usage, or no such column; 4 a source could not be read to its end.
    """
    from esdkit.scan.baseline import write_baseline
    from esdkit.scan.folder import Folder
    from esdkit.scan.run import Settings, scan
    from esdkit.scan.sources import How, shown, sources_of

    if field is not None and column is not None:
        raise click.UsageError("--field is for JSON lines and --column for CSV and databases; give one of them")
    if output is not None:
        _keep_apart(sources, output)
        require_form(form)
    if scheduler is not None:
        _require_shared(sources, engine, output, baseline)
    if plan is not None:
        if form != "jsonl":
            raise click.UsageError("--plan needs rows as JSON lines")
        require_no_other(Path(plan))
    settings = Settings(None if output is None and plan is None else form, **asked)
    settings.asked()
    if settings.signatures:
        import_module("cryptography")  # without it no signature is checked, and a gate on signatures would pass: said before the work
    named = [shown(name) for name in sources]
    options = {"sources": named, "field": field, "column": column, "tables": list(tables) or None, "query": query, "format": form, **asked}
    with ExitStack() as stack:
        stack.enter_context(ending_by_exception())
        own = Path(stack.enter_context(TemporaryDirectory(prefix="esdkit-")))
        stack.enter_context(_saying_what_stays(output))
        if baseline is not None:
            settings = replace(settings, baseline=own / "baseline")
            options["baseline"] = f"{baseline} ({write_baseline(baseline, own / 'baseline')})"
        copy = stack.enter_context(_copy_of_stdin()) if STDIO in sources else None
        opened = sources_of(sources, How(field, column, settings.signatures, tables, query), copy)
        place = output or own / "scan"
        folder = Folder(place, f".{form}")
        stack.enter_context(folder.held(options))
        progress = stack.enter_context(Progress(_size(opened)))
        dask = scheduler is not None or engine == "dask"
        outcome = scan(
            opened, settings, folder, _engine(dask, scheduler, jobs or os.cpu_count() or 1, place), progress.add, progress.add_earlier
        )
        if plan is not None:
            _write_plan(plan, folder, named, settings.where, outcome.unread)
    lists = "" if output is None else str(output / "objects.jsonl")
    if as_json:
        echo(json.dumps(_to_json(outcome), indent=1))
    else:
        print_lines(summary_to_text(outcome.summary, Columns(paint), *([by] if by else []), unread=outcome.unread, lists=lists))
    _say(outcome, output)
    if settings.where is not None and baseline is None and outcome.messages and not outcome.summary.totals["rows"]:
        note(f"--where {settings.where} holds for none of the {count(outcome.messages, 'message')} found{_except(outcome)}")
    if html is not None:  # last, so that what was counted is shown even if the page cannot be written
        write_output(html, summary_to_html(outcome.summary, ", ".join(named), unread=outcome.unread, lists=lists).encode())
    failing = exit_codes()["answer_is_no" if outcome.failing else "ok"]
    return max(failing, outcome.worst)


def _engine(dask: bool, scheduler: str | None, jobs: int, folder: Path) -> Engine:
    """What does the work."""
    if dask:
        from esdkit.scan.cluster import on_cluster

        return partial(on_cluster, scheduler, jobs, folder)
    from esdkit.scan.pool import on_this_machine

    return partial(on_this_machine, jobs)


def _require_shared(sources: Sequence[str], engine: str | None, output: Path | None, baseline: Path | None) -> None:
    """Refuse what workers of another machine cannot see."""
    if engine == "processes":
        raise click.UsageError("--scheduler is for --engine dask")
    if output is None or not output.is_absolute():
        raise click.UsageError("with --scheduler, -o must be the absolute path of a directory that all workers share")
    if baseline is not None or STDIO in sources:
        raise click.UsageError("with --scheduler, --baseline and - for stdin are not possible: workers do not see them")
    from esdkit.scan.sources import local_path, shown

    relative = next((name for name in sources if (path := local_path(name)) is not None and not path.is_absolute()), None)
    if relative is not None:
        raise click.UsageError(f"with --scheduler, paths must be absolute, for workers run in other directories: {shown(relative)}")


def _write_plan(name: str, folder: Folder, sources: Sequence[str], where: str | None, unread: int) -> None:
    """Write the plan, and say what is in it and what is not: what is in ``unread`` sources."""
    with open_output(name) as sink:
        totals = write_plan(sink, folder, directory=str(Path.cwd()), sources=sources, where=where)
    others = totals.messages - totals.replaceable
    cannot = f"; {others} of them are only parts of files or objects, which cannot be written back" if others else ""
    note(f"{name}: {count(totals.messages, 'message')}, {readable_size(totals.bytes)}, to be moved by esdkit rekey --plan{cannot}")
    if unread:
        note(f"{name} is not complete: {count(unread, 'source')} could not be read to the end; run the same command again before you move")


def _size(opened: Sequence[Source]) -> int | None:
    """Bytes of all sources, where somebody sees how far it is."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    sizes = [size for source in opened if (size := source.size()) is not None]
    return sum(sizes) if len(sizes) == len(opened) else None


def _keep_apart(sources: Sequence[str], output: Path) -> None:
    """Refuse to write where is read: the next run would read its own output."""
    real = output.resolve()
    for name in sources:
        path = Path(name).resolve()
        if name != STDIO and path.is_dir() and (path == real or path in real.parents):
            raise click.UsageError(f"the output directory is inside {name}, so the next run would read its own output")


@contextmanager
def _copy_of_stdin() -> Iterator[Path]:
    with TemporaryDirectory(prefix="esdkit-") as folder:
        path = Path(folder, "stdin")
        with path.open("wb") as copy:
            for piece in stdin_pieces():
                with naming(str(path)):
                    copy.write(piece)
                    copy.flush()
        yield path


@contextmanager
def _saying_what_stays(output: Path | None) -> Iterator[None]:
    """Say after an interruption how to go on."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, OSError):
        if output is not None and output.is_dir():
            note(f"what was done stays in {output}; run the same command again to go on")
        raise


def _to_json(outcome: Outcome) -> dict[str, Any]:
    """What came of a scan."""
    return {
        "schema": _SCHEMA,
        "objects": outcome.objects,
        "messages": outcome.messages,
        "without_message": outcome.without,
        "unread": outcome.failed,
        "unread_sources": outcome.unread,
        "requests": dict(outcome.requests),
        "failures": [asdict(failure) for failure in outcome.failures],
        "changed": outcome.changed,
        "gone": outcome.gone,
        "other_versions": dict(outcome.other_versions),
        "failing": [{"condition": text, "rows": rows, "source": source, "part": part} for text, (rows, source, part) in _failing(outcome)],
        "summary": outcome.summary.to_json(),
    }


def _failing(outcome: Outcome) -> list[tuple[str, tuple[int, str, str]]]:
    return sorted(outcome.failing.items())


def _say(outcome: Outcome, output: Path | None) -> None:
    """Say what else is to be known, errors last."""
    lists = "" if output is None else f"; {output / 'objects.jsonl'} lists all"
    if outcome.without:
        note(f"no message was found in {_named(outcome.empty, outcome.without)}{lists}")
    if outcome.requests:
        note(f"requests to object stores: {', '.join(f'{number:,} {kind}' for kind, number in sorted(outcome.requests.items()))}")
    if outcome.changed:
        note(f"changed since the last run, and scanned again: {_named(outcome.changed, len(outcome.changed))}")
    if outcome.gone:
        note(f"no longer there, so their rows were removed: {_named(outcome.gone, len(outcome.gone))}")
    for version, parts in sorted(outcome.other_versions.items()):
        note(f"scanned by esdkit {version} before, and not again by {__version__}: {parts} of {count(outcome.partitions, 'part')}")
    for text, (rows, source, part) in _failing(outcome):
        note(f"--fail-on {text}: {count(rows, 'row')}, the first in {_place(source, part)}{_except(outcome)}")
    named: set[str] = set()
    for failure in outcome.failures:
        if failure.code not in named:
            named.add(failure.code)
            hint = error_codes()[Code(failure.code)].hint
            report_error(SourceError(Code(failure.code), failure.message, hint=hint), _place(failure.source, failure.part))
    if outcome.failed > len(named):
        note(f"{count(outcome.failed - len(named), 'more error')} like these{lists}")


def _except(outcome: Outcome) -> str:
    """What a number of rows does not cover."""
    return f"; {count(outcome.unread, 'source')} could not be read to the end" if outcome.unread else ""


def _place(source: str, part: str) -> str:
    return f"{source}, {part}" if part else source


def _named(names: Sequence[str], total: int) -> str:
    """The first few names, and how many more there are."""
    shown = ", ".join(names[:_MOST_NAMED])
    return shown if total <= _MOST_NAMED else f"{shown} and {total - _MOST_NAMED} more"
