"""From files to files, what ``encrypt``, ``decrypt`` and ``rekey`` have in common: a verb says how one stream becomes another, here is the
rest: the plan, base64, the output that appears whole, errors, metadata, the progress bar, processes.

Invariants: memory does not grow with a file. A file that fails does not stop the others; the highest exit code counts. Processes are
forked while the program has one thread, and so have the keys without a copy of them on disk. Several files are shared out to processes
whole; of a single one the frames are (``engine.ranges``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esdkit.cli.errors import note, report_bug, report_error
from esdkit.cli.files import FileOptions, Task, plan
from esdkit.cli.metadata import failure_line, metadata_line, open_log
from esdkit.cli.output import FileKey, Sink, ending_by_exception, file_key, open_output
from esdkit.cli.progress import Progress
from esdkit.cli.streams import STDIO, InputFile, naming, open_source
from esdkit.cli.text_coding import encode_base64
from esdkit.cli.to_terminal import refuse_terminal, stdout_is_terminal, text_pieces
from esdkit.engine.processes import forked, lost
from esdkit.engine.ranges import File, Ranges, in_ranges, usual_jobs
from esdkit.errors import EsdkError
from esdkit.frozen import frozen
from esdkit.input.folders import make_folder
from esdkit.message.model import Header
from esdkit.spec import exit_codes

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["Converted", "Transform", "convert"]


@frozen
class Converted:
    """What a verb makes of a source.

    Attributes:
        pieces: the bytes that are to be written.
        header: of the message that is written or, when none is, of the one that is read.
        held: whether stdout gets nothing before the last piece.
        held_elsewhere: the same for devices and FIFOs that are named.
        ranges: what several processes need of a source of this length, which gives None if one must do it; None if the source is decoded.
    """

    pieces: Iterable[bytes]
    header: Header
    held: bool
    held_elsewhere: bool
    ranges: Callable[[int], Ranges | None] | None = None


Transform = Callable[[InputFile], AbstractContextManager[Converted]]


@frozen
class _Outcome:
    code: int
    line: str
    length: int


def convert(mode: str, source: str, options: FileOptions, transform: Transform, *, in_place: bool = False) -> int:
    """Do everything that the options ask for.

    Args:
        mode: the verb, for the metadata.
        source: a file, a directory, or ``-``.
        options: the user's.
        transform: opens the stream over a source.
        in_place: whether a file may be replaced by what is made of it.

    Returns:
        The exit code.

    Raises:
        click.UsageError, OSError: before any file was written, or the metadata could not be.
    """
    tasks = plan(source, options, in_place=in_place)
    to_terminal = options.output is None and not options.encode and stdout_is_terminal()
    if to_terminal and mode != "decrypt":
        refuse_terminal("a message", "use -o FILE, --encode for base64, or a pipe; -o - writes it anyway")
    codes = [exit_codes()["ok"]]
    with ending_by_exception(), open_log(options.metadata_output) as log, Progress(_total(tasks)) as progress:
        several = min(options.jobs or 1, len(tasks))
        log_key = None if log is None else file_key(log.status)
        run = _Run(mode, options, transform, in_place, to_terminal, log_key, options.jobs if several == 1 else 1)
        for outcome in _outcomes(tasks, partial(_do, run), several, progress):
            codes.append(outcome.code)
            if log is not None:
                log.write(f"{outcome.line}\n".encode())
                log.flush()
    return max(codes)


@frozen
class _Run:
    """What the files of a run have in common; ``jobs`` is for each of them, None where the user says nothing."""

    mode: str
    options: FileOptions
    transform: Transform
    in_place: bool
    text_alone: bool
    log: FileKey | None
    jobs: int | None


def _do(run: _Run, progress: Progress, task: Task) -> _Outcome:
    """One file."""
    options = run.options
    try:
        if options.recursive:
            with naming(task.output):
                make_folder(Path(task.output).parent)
        with open_source(task.source, progress.add) as source, run.transform(source) as made:
            held = made.held if task.output == STDIO else made.held_elsewhere
            opened = {run.log, None if run.in_place else file_key(source.status)}
            with open_output(task.output, overwrite=not options.no_overwrite, held=held, apart_from=opened) as sink:
                if not _in_ranges(run, task, source, made, sink):
                    pieces = text_pieces(made.pieces) if run.text_alone else made.pieces
                    for piece in encode_base64(pieces) if options.encode else pieces:
                        sink.write(piece)
            line = metadata_line(run.mode, task.source, task.output, made.header)
    except (EsdkError, OSError, MemoryError) as error:
        if isinstance(error, BrokenPipeError) and task.output == STDIO:
            raise  # the reader of stdout left, which is not an error to report
        progress.hide()
        line = failure_line(run.mode, task.source, task.output, error)
        return _Outcome(report_error(error, _blamed(error, task)), line, _length(task))
    return _Outcome(exit_codes()["ok"], line, _length(task))


def _in_ranges(run: _Run, task: Task, source: InputFile, made: Converted, sink: Sink) -> bool:
    """Whether several processes have written the whole output. If not, it is empty."""
    # Reqs: CLI-PAR-005
    jobs = run.jobs or usual_jobs(source.length or 0)
    if jobs == 1:
        return False
    read, written, ranges = source.descriptor, sink.descriptor, None
    if made.ranges is not None and source.length is not None and not run.options.encode:
        ranges = made.ranges(source.length)
    if ranges is None or read is None or written is None:
        if run.jobs is not None:
            note("one process is used: --jobs splits only unsigned framed messages, and only encrypt and decrypt do, from file to file")
        return False
    return in_ranges(ranges, File(read, task.source), File(written, task.output), jobs, source.on_read)


def _blamed(error: Exception, task: Task) -> str:
    """The file that is at fault; of a verb that handles two messages, what was being done with it."""
    if isinstance(error, EsdkError) and error.side is not None:
        return {"reading": "reading {}", "writing": "writing the new message of {}"}[error.side].format(task.source)
    named = error.filename if isinstance(error, OSError) else None
    return task.source if named is None else str(named)


def _total(tasks: list[Task]) -> int | None:
    return None if any(task.source == STDIO for task in tasks) else sum(map(_length, tasks))


def _length(task: Task) -> int:
    path = Path(task.source)
    return path.stat().st_size if path.is_file() else 0


# ---------------------------------------------------------------- processes
Work = Callable[[Progress, Task], _Outcome]


def _outcomes(tasks: list[Task], work: Work, jobs: int, progress: Progress) -> Iterator[_Outcome]:
    if jobs == 1:
        yield from map(partial(work, progress), tasks)
        return
    with forked(partial(_work_off, tasks[first::jobs], work) for first in range(jobs)) as workers:
        for index in range(len(tasks)):
            process, connection = workers[index % jobs]
            try:
                with lost():
                    outcome: _Outcome = connection.recv()
            except ChildProcessError:
                process.join()
                if process.exitcode == exit_codes()["bug"]:
                    raise click.exceptions.Exit(process.exitcode) from None  # it has said so
                raise
            progress.add(outcome.length)
            yield outcome


def _work_off(tasks: list[Task], work: Work, results: Connection) -> None:
    """What a process does: its share of the files, one after the other. It is terminated by an exception, so no temporary file stays."""
    for task in tasks:
        try:
            outcome = work(Progress(None, visible=False), task)
        except Exception as error:  # noqa: BLE001  # as in main, which it does not reach: the traceback may show the user's data
            sys.exit(report_bug(error))
        results.send(outcome)
