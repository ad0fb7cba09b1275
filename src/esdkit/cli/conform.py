"""``esdkit conform``: which programs read what which programs write."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esdkit.cli.command import Command, Seconds, section_option
from esdkit.cli.output import ending_by_exception, keep_apart, write_output
from esdkit.cli.progress import Progress
from esdkit.cli.report import report_options, write_report
from esdkit.cli.terminal import color_option, paint, print_lines
from esdkit.errors import Code, UsageError
from esdkit.spec import exit_codes

if TYPE_CHECKING:
    from esdkit.conform.cases import Case

__all__ = ["conform_command"]

_NAMED = re.compile(r"([A-Za-z0-9._-]+)=(.*)", re.DOTALL)
_OWN = "esdkit"


@click.command("conform", cls=Command)
@click.argument("targets", nargs=-1, required=True, metavar="[NAME=]TARGET...")
@section_option("--quick", "strategy", flag_value="quick", help="Each value once: 12 cases, for CI.")
@section_option("--full", "strategy", flag_value="full", help="All combinations: 19,008 cases.")
@section_option("--case", "chosen", multiple=True, metavar="CASE", help="Only this case, as a report names it; repeatable.")
@section_option("--timeout", type=Seconds(), metavar="SECONDS", help="Time for a program's start and for each answer.")
@report_options("json", "html")
@section_option(
    "--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Also write JSON to this file."
)
@color_option
def conform_command(
    targets: Sequence[str],
    strategy: str | None,
    chosen: Sequence[str],
    timeout: float | None,
    form: str,
    json_file: Path | None,
    output: str | None,
) -> int:
    """Let programs, and esdkit, write messages and read each other's.

    \b
    esdkit conform go='stdio:./go-target' java='stdio:java -jar target.jar'
    esdkit conform http://127.0.0.1:8080 --quick -o matrix.html

    TARGET is stdio:COMMAND, exec:COMMAND, python:MODULE:OBJECT, or the URL of a
    test server. Each message is also verified by esdkit, with its key. The 132
    cases have every two values of suite, key, context, size and frame length
    together.

    Exit code 0: every message was opened, or a known bug of the SDK (`esdkit docs interop`) explains why not. 1: nothing explains why one
    was not, or a program supports nothing that was asked. 2: a program cannot be started or does not describe itself.
    """
    from esdkit.conform.matrix import described, run_matrix
    from esdkit.conform.own import OwnTarget
    from esdkit.conform.page import html_report
    from esdkit.conform.report import document_of, fails, text_report
    from esdkit.targets import Bounds, open_target

    keep_apart([], [name for name in (output, None if json_file is None else str(json_file)) if name is not None])
    bounds = None if timeout is None else Bounds(start_seconds=timeout, request_seconds=timeout)
    addresses = _addresses(targets)
    cases = _cases(strategy, chosen)
    with ending_by_exception(), ExitStack() as stack, Progress(None, "cases") as progress:
        opened = {name: stack.enter_context(open_target(address, bounds=bounds)) for name, address in addresses.items()}
        programs = [described(name, target) for name, target in {_OWN: OwnTarget(), **opened}.items()]
        progress.expect(len(cases) * sum(program.abilities.encrypt for program in programs))
        cells = run_matrix(programs, cases, lambda: progress.add(1))
        document = document_of(cells, programs, "chosen" if chosen else strategy or "covering", len(cases))
    as_json = json.dumps(document, indent=1) + "\n"
    if json_file is not None:
        write_output(str(json_file), as_json.encode("utf-8"))
    if output is None and form == "text":
        print_lines(text_report(document, addresses, paint))
    else:
        in_form = {
            "text": lambda: "".join(f"{line}\n" for line in text_report(document, addresses)),
            "json": lambda: as_json,
            "html": lambda: html_report(document),
        }
        write_report(in_form[form](), output)
    return exit_codes()["answer_is_no" if fails(document) else "ok"]


def _addresses(targets: Sequence[str]) -> dict[str, str]:
    addresses: dict[str, str] = {}
    for number, target in enumerate(targets, 1):
        named = _NAMED.fullmatch(target)
        name, address = (named[1], named[2]) if named is not None else (f"target-{number}", target)
        if name == _OWN or name in addresses:
            raise UsageError(Code.INVALID_ARGUMENT, f"{name} is already the name of another program", path="target")
        addresses[name] = address
    return addresses


def _cases(strategy: str | None, chosen: Sequence[str]) -> Sequence[Case]:
    from esdkit.conform.cases import all_cases, case_named, covering, each_value

    if chosen and strategy is not None:
        raise click.UsageError(f"--case cannot be combined with --{strategy}")
    if chosen:
        return [case_named(name) for name in dict.fromkeys(chosen)]
    return {"quick": each_value, "full": all_cases}.get(strategy or "", covering)()
