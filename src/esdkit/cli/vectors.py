"""``esdkit vectors``: run, list, fetch and lint test vectors.

A verb reads its arguments, calls ``esdkit.vectors`` and prints the result; what a vector means is decided there. Each verb imports
what it uses, so that help is quick.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esdkit.cli.command import Group, Seconds, section_option
from esdkit.cli.errors import report_error
from esdkit.cli.output import ending_by_exception, keep_apart, protect, require_names
from esdkit.cli.progress import Progress, Ticker
from esdkit.cli.report import report_options, write_report
from esdkit.cli.steering_file import read_steering_file
from esdkit.cli.terminal import echo, paint, print_lines
from esdkit.cli.vector_making import add_command, export_command, generate_command, native_ids
from esdkit.columns import Columns, Style, plain, printable
from esdkit.errors import Code, UsageError, VectorError
from esdkit.near import did_you_mean
from esdkit.spec import LIMITS, exit_codes, spec_path

if TYPE_CHECKING:
    from esdkit.vectors.files import JsonFile
    from esdkit.vectors.listing import Row
    from esdkit.vectors.model import KeyDescription
    from esdkit.vectors.runner import Fault, Report
    from esdkit.vectors.select import Selector
    from esdkit.vectors.testing import Shard, TargetReport

__all__ = ["vectors_group"]

_SCHEMA = 1
_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
_SELECT = section_option(
    "-k",
    "expression",
    metavar="EXPR",
    shell_complete=native_ids,
    help="Select vectors: an id, or words of SET::ID, and, or, not, ( ).",
)


@click.group("vectors", cls=Group)
def vectors_group() -> None:
    """Run, list, fetch, check and write test vectors.

    \b
    A PATH is a manifest, a directory to search, or a zip file. Supported formats:
      awses-decrypt versions 1 to 5 with keys manifests versions 1 to 4
      awses-encrypt versions 1, 2, 4, 5, awses-decrypt-generate version 2,
        awses-mpl-encrypt version 4: esdkit writes their messages, and reads them
      the commitment file of the SDKs' 2.0 releases, the decrypt oracle's list
      esdkit-vectors version 2, the native manifest
      esdkit-encrypt-vectors version 1, what an encryption must write
    Without a PATH, the native vectors that come with esdkit are used.
    """


for _command in (export_command, generate_command, add_command):
    vectors_group.add_command(_command)


@vectors_group.command("run")
@_PATHS
@_SELECT
@section_option("--jobs", type=click.IntRange(1, 256), default=1, metavar="N", help="Number of processes (default: 1).")
@section_option("--keyring", metavar="FILE", help="The PATHs are messages without a manifest, which this keyring file opens.")
@section_option("--aws", is_flag=True, help="Ask AWS KMS for data keys, with your AWS credentials.")
@report_options("json", "junit", "html")
@section_option("--target", metavar="ADDRESS", help="Test this program: stdio:COMMAND, exec:COMMAND, python:MODULE:OBJECT, http://...")
@section_option("--stream", is_flag=True, default=None, help="Also ask the target to decrypt each message as a stream.")
@section_option("--timeout", type=Seconds(), metavar="SECONDS", help="Time for the target's start and for each answer.")
@section_option("--shard", metavar="I/N", help="Run part I of N parts of the selected vectors.")
@section_option("--xfail", type=click.Path(path_type=Path), metavar="FILE", help="Known bugs of the target: a YAML list of id, reason.")
@click.pass_context
def run_command(
    context: click.Context,
    /,
    paths: Sequence[Path],
    expression: str | None,
    jobs: int,
    keyring: str | None,
    aws: bool,
    form: str,
    output: str | None,
    target: str | None,
    **of_target: Any,
) -> None:
    """Run vectors and report which pass; with --target, in another program.

    \b
    esdkit vectors run
    esdkit vectors run vectors/published net-4.0.1.zip --jobs 2
    esdkit vectors run -k "0578 and not rsa" -o report.xml
    esdkit vectors run --target "stdio:./my-reader" -o report.html
    esdkit vectors run --target "exec:3=refused:frames ./my-reader {file} {key}"
    esdkit vectors run messages --keyring keys.yaml

    A vector passes if verify, decrypt, decrypt_into and the stream all come to what it expects. Where the manifest does not say why a
    message must be refused, a valid message under the same keys must open as well, if the set has one.

    A target that refuses a message must also open the valid message that the vector was made from; otherwise the refusal proves nothing.

    Exit code 0: all passed, or were skipped because a key is not available. 1: at least one failed, or a target passed none. 2: the target
    cannot be started. 4: a manifest or path is broken.
    """
    from esdkit.vectors.published import native_path
    from esdkit.vectors.select import parse_selector

    _check_run_options(target, form, aws, of_target)
    if keyring is not None and not paths:
        raise click.UsageError("--keyring needs a PATH")
    bare = None if keyring is None else _bare(keyring)
    paths = paths or (native_path(),)
    if (xfail := of_target["xfail"]) is not None:
        protect(xfail)
    if output is not None:
        keep_apart([*_read_below(paths)], [output])
    select = None if expression is None else parse_selector(expression)
    if target is not None:
        context.exit(_run_on_target(target, paths, select, jobs, form, output, bare, **of_target))
    from esdkit.vectors.runner import run

    with Ticker("vectors") as ticker:
        report = run(paths, select=select, jobs=jobs, aws=aws, bare=bare, on_result=lambda result: ticker.add(1))
    write_report(_render(report, form, paint if output is None else plain), output)
    if form != "text":
        _report_faults(report.faults)
    context.exit(_exit_code(report))


def _bare(name: str) -> KeyDescription:
    from esdkit.cli.keyring_file import describe_keyring_file
    from esdkit.cli.keys import read_named_key

    return describe_keyring_file(name, lambda source, lengths: read_named_key("--keyring", source, lengths))


def _check_run_options(target: str | None, form: str, aws: bool, of_target: Mapping[str, Any]) -> None:
    given = [f"--{name}" for name, value in of_target.items() if value is not None] + (["a report in HTML"] if form == "html" else [])
    if target is None and given:
        raise click.UsageError(f"{given[0]} needs --target")
    if target is not None and aws:
        raise click.UsageError("--aws cannot be combined with --target: a target has the keys of the manifests only")


def _run_on_target(
    target: str,
    paths: Sequence[Path],
    select: Selector | None,
    jobs: int,
    form: str,
    output: str | None,
    bare: KeyDescription | None,
    *,
    stream: bool | None,
    timeout: float | None,
    shard: str | None,
    xfail: Path | None,
) -> int:
    from esdkit.targets.base import Bounds
    from esdkit.targets.opening import open_target
    from esdkit.vectors.testing import judge_target
    from esdkit.vectors.xfail import read_known_bugs

    bounds = None if timeout is None else Bounds(start_seconds=timeout, request_seconds=timeout)
    known_bugs = None
    if xfail is not None:
        known_bugs = read_known_bugs(read_steering_file(xfail, "a list of known bugs", "xfail"))
    with ending_by_exception(), Progress(None, "answers") as progress:
        report = judge_target(
            lambda: open_target(target, bounds=bounds),
            paths,
            select=select,
            shard=None if shard is None else _shard(shard),
            jobs=jobs,
            known_bugs=known_bugs,
            bare=bare,
            stream=bool(stream),
            on_questions=progress.expect,
            on_answer=lambda: progress.add(1),
        )
    write_report(_render_target(report, form, paint if output is None else plain), output)
    if form != "text":
        _report_faults(report.faults)
        for error in report.errors:
            click.echo(printable(error), err=True)
    codes = exit_codes()
    return max(codes["input_output" if report.faults else "ok"], codes["answer_is_no" if report.fails else "ok"])


def _shard(text: str) -> Shard:
    from esdkit.vectors.testing import Shard

    match = re.fullmatch(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})", text, re.ASCII)
    if match is None or int(match[1]) > int(match[2]):
        raise click.UsageError("--shard: expected I/N, for example 1/4")
    return Shard(int(match[1]), int(match[2]))


def _render_target(report: TargetReport, form: str, style: Style) -> str:
    from esdkit.vectors.target_page import target_to_html
    from esdkit.vectors.target_report import target_to_json, target_to_junit, target_to_text

    if form == "text":
        return target_to_text(report, style)
    return {"json": target_to_json, "junit": target_to_junit, "html": target_to_html}[form](report)


@vectors_group.command("list")
@_PATHS
@_SELECT
@section_option("--published", is_flag=True, help="List the published sets that `fetch` can fetch.")
@section_option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def list_command(context: click.Context, paths: Sequence[Path], expression: str | None, published: bool, as_json: bool) -> None:
    """List vectors and their expected outcomes, without running any.

    \b
    esdkit vectors list vectors/native -k rsa
    esdkit vectors list --published
    """
    from esdkit.vectors.listing import SET_COLUMNS, VECTOR_COLUMNS, published_rows, vector_rows
    from esdkit.vectors.model import VectorSet
    from esdkit.vectors.published import native_path
    from esdkit.vectors.runner import Fault, load
    from esdkit.vectors.select import parse_selector

    if published and (paths or expression is not None):
        raise UsageError(Code.INVALID_ARGUMENT, "--published cannot be combined with paths or -k")
    if published:
        _print(published_rows(), "sets", SET_COLUMNS, as_json=as_json)
        return
    select = None if expression is None else parse_selector(expression)
    items = list(load(paths or (native_path(),)))
    sets = [item for item in items if isinstance(item, VectorSet)]
    _print(vector_rows(sets, select), "vectors", VECTOR_COLUMNS, as_json=as_json)
    faults = [item for item in items if isinstance(item, Fault)]
    _report_faults(faults)
    context.exit(exit_codes()["input_output" if faults else "ok"])


def _published(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    from esdkit.vectors.published import published_sets

    return [name for name in published_sets() if name.startswith(begun)]


@vectors_group.command("fetch")
@click.argument("names", nargs=-1, required=True, metavar="NAME...", shell_complete=_published)
@section_option("--to", type=click.Path(file_okay=False), help="Directory for the sets (in a checkout: vectors/published).")
@section_option("--base-url", envvar="ESDKIT_VECTORS_BASE_URL", show_envvar=True, help="A mirror: BASE/OWNER/REPOSITORY/COMMIT/PATH.")
def fetch_command(names: Sequence[str], to: str | None, base_url: str | None) -> None:
    """Fetch published vector sets, complete and verified, or not at all.

    \b
    esdkit vectors list --published
    esdkit vectors fetch net-4.0.1 commitment-2.0
    esdkit vectors fetch python-2.3.0 --to sets

    Run it again after an interruption: it continues where it stopped.
    """
    from esdkit.vectors.fetch import fetch
    from esdkit.vectors.published import base_url as default_base_url
    from esdkit.vectors.published import published_path, published_sets

    if to is not None:
        require_names(to)
    folder = published_path() if to is None else Path(to)
    if folder is None:
        raise UsageError(Code.INVALID_ARGUMENT, "give --to DIR: only a checkout of esdkit has a default directory for the sets")
    unknown = [name for name in names if name not in published_sets()]
    if unknown:
        hint = f"{did_you_mean(unknown[0], published_sets())} `esdkit vectors list --published` shows the names.".lstrip()
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown set {unknown[0]}", hint=hint)
    for name in names:
        with Ticker("bytes") as ticker:
            place = fetch(published_sets()[name], folder, base_url=base_url or default_base_url(), on_progress=ticker.add)
        click.echo(printable(str(place)))


@vectors_group.command("lint")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]")
@click.pass_context
def lint_command(context: click.Context, folder: Path | None) -> None:
    """Check a directory of native vectors, as their maintainers need it.

    \b
    esdkit vectors lint vectors/native

    Every case must hold. Ids, stages, codes, requirements, bases and twins must exist, and a case must name every file; the manifest
    must be in canonical form. A twin must be valid, with the same keys, suite and kind of context. Traces, text forms and released
    plaintext must be those of the messages. A message that must be refused must have no second fault.
    """
    from esdkit.vectors.lint import lint
    from esdkit.vectors.published import native_path

    problems = lint(folder or native_path(), spec_path() / "requirements")
    for problem in problems:
        click.echo(printable(problem))
    context.exit(exit_codes()["answer_is_no" if problems else "ok"])


def _read_below(paths: Sequence[Path]) -> Iterator[str]:
    """The paths, the JSON files in directories, each of which may be a manifest, and what they name."""
    from esdkit.vectors.files import json_files

    for path in paths:
        yield str(path)
        with suppress(VectorError), json_files(path) as files:  # here and below: the run itself reports what cannot be read
            for file in files:
                yield file.location
                with suppress(VectorError):
                    yield from _named_by(file)


def _named_by(file: JsonFile) -> Iterator[str]:
    from esdkit.vectors.files import DiskFolder, relative_name
    from esdkit.vectors.manifests.node import file_uris, parse_json

    if isinstance(file.folder, DiskFolder):
        root = parse_json(file.folder.read(file.name, LIMITS["vector_manifest_size"]))
        yield from (str(file.folder.root / relative_name(uri)) for uri in file_uris(root))


def _render(report: Report, form: str, style: Style) -> str:
    from esdkit.vectors.report import json_report, junit_report, text_report

    if form == "json":
        return json_report(report)
    return junit_report(report) if form == "junit" else text_report(report, style)


def _exit_code(report: Report) -> int:
    codes = exit_codes()
    return max(codes["input_output" if report.faults else "ok"], codes["answer_is_no" if report.count("failed") else "ok"])


def _report_faults(faults: Sequence[Fault]) -> None:
    for fault in faults:
        report_error(fault.error, fault.location)


def _print(rows: Sequence[Row], what: str, columns: Sequence[str], *, as_json: bool) -> None:
    if as_json:
        echo(json.dumps({"schema": _SCHEMA, what: rows}, indent=1))
    else:
        print_lines(Columns().table([columns, *(["-" if row[column] is None else str(row[column]) for column in columns] for row in rows)]))
