"""Which files a verb reads and writes: the options that say so, and the plan that follows from them.

Invariants: the plan is complete before the first file is written; no two of inputs, outputs and metadata are one file (``output``), except
where a verb is for that.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from esdkit.cli.command import Decorator, add_options, section_option
from esdkit.cli.folders import regular_files
from esdkit.cli.output import is_stdout, keep_apart, means_folder, require_names
from esdkit.cli.streams import STDIO
from esdkit.frozen import frozen

__all__ = ["FILES", "FileOptions", "Task", "file_options", "plan"]

_MAX_JOBS = 256
FILES = "Input and output"
"""The section of what is read and written."""


@frozen
class Task:
    """A file to read and one to write, by names; ``-`` is stdin and stdout."""

    source: str
    output: str


@frozen
class FileOptions:
    """The values of the options of ``file_options``, by their names."""

    output: str | None
    recursive: bool
    suffix: str
    encode: bool
    decode: bool
    no_overwrite: bool
    metadata_output: str | None
    max_length: int | None
    jobs: int | None


def file_options(suffix: str, *, usual_jobs: str = "1; large files: more") -> Decorator:
    """Add the options; they arrive as ``files``, one ``FileOptions``.

    Args:
        suffix: what the verb appends to file names by default.
        usual_jobs: how many processes the verb takes by default: more for a large file, whose frames it shares out.
    """
    options = [
        section_option("-o", "--output", metavar="FILE|DIR|-", section=FILES, help="Output file or directory (default: stdout)."),
        section_option("-r", "-R", "--recursive", is_flag=True, section=FILES, help="Process a directory recursively, into -o DIR."),
        section_option("--suffix", default=suffix, metavar="S", section=FILES, help=f"Suffix of output file names (default: {suffix})."),
        section_option("--encode", is_flag=True, section=FILES, help="Write base64."),
        section_option("--decode", is_flag=True, section=FILES, help="Read base64."),
        section_option("--no-overwrite", is_flag=True, section=FILES, help="Refuse to replace existing files."),
        section_option("--metadata-output", metavar="FILE|-", section=FILES, help="Append one JSON line per file."),
        section_option("--max-length", type=click.IntRange(min=0), metavar="BYTES", section=FILES, help="Refuse longer plaintext."),
        section_option(
            "--jobs",
            type=click.IntRange(1, _MAX_JOBS),
            metavar="N",
            section=FILES,
            help=f"Processes (default: {usual_jobs}).",
        ),
    ]

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def filled(*args: Any, **given: Any) -> Any:
            values = {field.name: given.pop(field.name) for field in fields(FileOptions)}
            return command(*args, files=FileOptions(**values), **given)

        return add_options(filled, *options)

    return add


def plan(source: str, options: FileOptions, *, in_place: bool = False) -> list[Task]:
    """What to read and where to write it.

    Args:
        source: a file, a directory, or ``-``.
        options: the user's.
        in_place: whether a file may be replaced by what is made of it.

    Raises:
        click.UsageError: the options do not fit together, or not to what is there.
        OSError: a directory cannot be read.
    """
    require_names(*(name for name in (source, options.output, options.metadata_output) if name is not None))
    if {"/", os.sep}.intersection(options.suffix):
        raise click.UsageError("--suffix is added to a file's name and cannot name a directory: it has a slash")
    is_folder = source != STDIO and Path(source).is_dir()
    tasks = _walk(Path(source), options) if is_folder else [Task(source, _single_output(source, options))]
    metadata = [] if options.metadata_output is None else [options.metadata_output]
    if any(map(is_stdout, metadata)) and any(task.output == STDIO for task in tasks):
        raise click.UsageError("the metadata and the output would both go to stdout")
    keep_apart([task.source for task in tasks], [*(task.output for task in tasks), *metadata], in_place=in_place)
    return tasks


def _single_output(source: str, options: FileOptions) -> str:
    if options.recursive:
        raise click.UsageError("--recursive needs a directory")
    if options.output is None or is_stdout(options.output):
        return STDIO
    if not means_folder(options.output):
        return options.output
    if source == STDIO:
        raise click.UsageError("stdin has no file name, so -o must be a file, not a directory")
    return str(Path(options.output, Path(source).name + options.suffix))


def _walk(folder: Path, options: FileOptions) -> list[Task]:
    """Each file of a directory, to the same place below the output directory."""
    if not options.recursive:
        raise click.UsageError(f"{folder} is a directory; add --recursive to process all files in it")
    if options.output is None or options.output == STDIO or (Path(options.output).exists() and not Path(options.output).is_dir()):
        raise click.UsageError("give an output directory: -o DIR")
    output = Path(options.output)
    if any(parent.exists() and parent.samefile(folder) for parent in Path(os.path.realpath(output)).parents):
        raise click.UsageError("the output directory is inside the input directory, so the next run would read its own output")
    return [Task(str(path), str(output / path.relative_to(folder)) + options.suffix) for path in regular_files(folder)]
