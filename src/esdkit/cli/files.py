"""Which files a verb reads and writes: the options that say so, and the plan that follows from them.

Invariants: the plan is complete before the first file is written; no two outputs are the same file; a walk reads regular files only, in
sorted order, and follows links to files, never to folders.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from esdkit.cli.errors import note
from esdkit.cli.streams import STDIO, naming
from esdkit.columns import printable

__all__ = ["FileOptions", "Task", "file_options", "files_below", "plan", "recursive_option"]

_MAX_JOBS = 256


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read and one to write, by names; ``-`` is stdin and stdout."""

    source: str
    output: str


@dataclass(frozen=True, slots=True)
class FileOptions:
    """The values of the options of ``file_options``, by their names."""

    output: str | None
    recursive: bool
    suffix: str
    encode: bool
    decode: bool
    no_overwrite: bool
    metadata_output: str | None
    jobs: int


def file_options(suffix: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the options; they arrive as the members of ``FileOptions``.

    Args:
        suffix: what the verb puts behind names of files when it is not told otherwise.
    """
    options = [
        click.option(
            "-o", "--output", metavar="FILE|DIR|-", help="Where the result goes; in a folder it keeps its name. stdout by default."
        ),
        click.option("-r", "-R", "--recursive", is_flag=True, help="Do all files of a folder and its folders; -o is a folder then."),
        click.option("--suffix", default=suffix, show_default=True, metavar="S", help="What names of files in a folder get behind them."),
        click.option("--encode", is_flag=True, help="Write base64."),
        click.option("--decode", is_flag=True, help="Read base64."),
        click.option("--no-overwrite", is_flag=True, help="Refuse to replace files."),
        click.option("--metadata-output", metavar="FILE|-", help="Add a JSON line for each file that was written."),
        click.option("--jobs", type=click.IntRange(1, _MAX_JOBS), default=1, show_default=True, metavar="N", help="Processes to use."),
    ]

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


recursive_option = click.option("-r", "-R", "--recursive", is_flag=True, help="Also all files of a folder and its folders.")
"""For verbs that read and write nothing; goes with ``files_below``."""


def files_below(names: Sequence[str], *, recursive: bool) -> list[str]:
    """What a verb is to read: the names, with ``recursive`` the files of a folder in its place.

    Raises:
        OSError: a folder cannot be read.
    """
    if not recursive:
        return [*names]
    folders = {name for name in names if name != STDIO and Path(name).is_dir()}
    return [file for name in names for file in (map(str, _files(Path(name))) if name in folders else [name])]


def plan(source: str, options: FileOptions) -> list[Task]:
    """What to read and where to write it.

    Raises:
        click.UsageError: the options do not fit together, or not to what is there.
        OSError: a folder cannot be read.
    """
    if not source or options.output == "":
        raise click.UsageError("the name of a file or folder is empty")
    is_folder = source != STDIO and Path(source).is_dir()
    tasks = _walk(Path(source), options) if is_folder else [Task(source, _single_output(source, options))]
    if options.metadata_output == STDIO and any(task.output == STDIO for task in tasks):
        raise click.UsageError("--metadata-output - and the result would both go to stdout")
    return tasks


def _single_output(source: str, options: FileOptions) -> str:
    if options.recursive:
        raise click.UsageError("--recursive is for folders")
    output = STDIO if options.output is None else options.output
    if output == STDIO or not _means_folder(output):
        return output
    if source == STDIO:
        raise click.UsageError("what comes from stdin has no name to get in a folder; -o must be a file")
    return str(Path(output, Path(source).name + options.suffix))


def _means_folder(output: str) -> bool:
    return output.endswith(os.sep) or Path(output).is_dir()


def _walk(folder: Path, options: FileOptions) -> list[Task]:
    """Each file of a folder, to the same place below the output folder."""
    if not options.recursive:
        raise click.UsageError(f"{printable(str(folder))} is a folder; --recursive does all files in it")
    if options.output is None or options.output == STDIO or (Path(options.output).exists() and not Path(options.output).is_dir()):
        raise click.UsageError("a folder needs a folder to write to: -o DIR")
    output = Path(options.output)
    if Path(os.path.realpath(folder)) in Path(os.path.realpath(output)).parents:
        raise click.UsageError("the output folder lies inside the folder that is read, so the next run would read it, too")
    tasks = [Task(str(path), str(output / path.relative_to(folder)) + options.suffix) for path in _files(folder)]
    _refuse_second_names(tasks)
    return tasks


def _files(folder: Path) -> Iterator[Path]:
    """The regular files of a folder and its folders, and links to such. Everything else is named on stderr."""

    def refuse(error: OSError) -> None:
        raise error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders.sort()
        links = [name for name in folders if Path(place, name).is_symlink()]
        for path in (Path(place, name) for name in sorted([*names, *links])):
            if path.is_file():
                yield path
            else:
                note(f"{path} is no regular file and was left out")


def _refuse_second_names(tasks: list[Task]) -> None:
    """Refuse an output that is the input of another task: it would be replaced before it is read, or read twice."""
    with naming("--output"):
        sources = {os.path.realpath(task.source): task for task in tasks}
    for task in tasks:
        other = sources.get(os.path.realpath(task.output))
        if other is not None and other != task:
            raise click.UsageError(f"{printable(task.output)} is to be read and to be written; take another folder or suffix")
