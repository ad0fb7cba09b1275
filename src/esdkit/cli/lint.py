"""``esdkit lint``: what should not be in a message although it can be read, and everything that makes readers refuse it."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

import click

from esdkit import __version__
from esdkit.cli.command import Choice, Command, section_option
from esdkit.cli.errors import note
from esdkit.cli.folders import files_below, recursive_option
from esdkit.cli.messages import all_option, file_and_number, messages_of, print_about
from esdkit.cli.output import keep_apart, protect, write_output
from esdkit.cli.steering_file import read_steering_file
from esdkit.cli.streams import STDIO
from esdkit.cli.terminal import color_option, paint, pieces_of, print_lines
from esdkit.columns import Columns
from esdkit.inspector import inspect
from esdkit.inspector.lint.findings import DEFAULT_PROFILE, Profile, built_in_profile, lint, read_profile
from esdkit.inspector.lint.report import SEVERITIES, LintReport, rules_to_text
from esdkit.inspector.lint.sarif import LintedFile
from esdkit.spec import Severity, exit_codes, lint_profiles

__all__ = ["lint_command"]

_PROFILE_FILES = (".yaml", ".yml", ".json")


def _profiles(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    return [name for name in lint_profiles() if name.startswith(begun)]


@click.command("lint", cls=Command)
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(allow_dash=True))
@section_option(
    "--profile", default=DEFAULT_PROFILE, metavar="NAME|FILE", shell_complete=_profiles, help=f"{', '.join(lint_profiles())}, or a file."
)
@section_option(
    "--fail-on",
    type=Choice(SEVERITIES),
    default="warning",
    help="Lowest severity that makes lint exit with 1 (default: warning).",
)
@section_option("--json", "form", flag_value="json", help="Print one JSON object for all files.")
@section_option("--sarif", "form", flag_value="sarif", help="Print SARIF 2.1.0 for all files.")
@section_option("-o", "--output", metavar="FILE", help="Write JSON or SARIF to a file (default: stdout).")
@section_option("--skip-other", is_flag=True, help="Skip files in which no message is found.")
@section_option("--list-rules", is_flag=True, help="Print the rules, with their severity in the profile.")
@all_option
@recursive_option
@color_option
def lint_command(
    files: Sequence[str],
    profile: str,
    fail_on: Severity,
    form: str | None,
    output: str | None,
    skip_other: bool,
    list_rules: bool,
    every: bool,
    recursive: bool,
) -> int:
    """Find what should not be in a message, and everything that makes readers refuse it. No key is needed.

    A profile decides which rules apply, and how severe they are. Your own file (.yaml) can extend one:

    \b
    extends: strict
    rules: {unsigned-suite: none, trailing-data: warning}
    expect: {accounts: ["111122223333"], context-keys: [purpose]}
    allow:
      - {rule: non-framed-body, files: archive/*, reason: until they are moved}

    \b
    esdkit lint message.bin
    esdkit lint --profile strict backup/*.bin
    esdkit lint --sarif -o lint.sarif -r backup
    esdkit lint --skip-other --profile team.yaml -r .
    esdkit lint --list-rules

    Exit code 1: at least one finding is as severe as --fail-on, or more. Allowed findings are shown but do not count.
    """
    chosen = _profile(profile)
    if output is not None and form is None:
        raise click.UsageError("--output needs --json or --sarif")
    if list_rules:
        print_lines(rules_to_text(chosen, Columns(paint)))
        return exit_codes()["ok"]
    if not files:
        raise click.UsageError("give at least one file, or --list-rules")
    names = files_below(files, recursive=recursive)
    keep_apart([file_and_number(name)[0] for name in names], [] if output is None else [output])
    report, out = LintReport(chosen, keep=form is not None), Columns(paint)
    texts = partial(_texts, report=report, out=None if form else out, every=every, others=not skip_other)
    code = max((print_about(name, texts(name), report.add_unread) for name in names), default=exit_codes()["ok"])
    if report.skipped:
        note(f"no message was found in {report.skipped} {'file' if report.skipped == 1 else 'files'}, which --skip-other skipped")
    if form is None:
        print_lines(report.sum_to_text(out))
    else:
        document = json.dumps(report.to_json() if form == "json" else report.to_sarif(__version__), indent=1) + "\n"
        write_output(STDIO if output is None else output, document.encode())
    return max(code, exit_codes()["answer_is_no" if report.fails(fail_on) else "ok"])


def _texts(name: str, report: LintReport, out: Columns | None, *, every: bool, others: bool) -> Generator[str, None, int]:
    """What is printed for a file as text, in pieces, nothing without ``out``; gives the exit code."""
    file = None
    for message in messages_of(name, every=every, others=others):
        tree = inspect(message.data)
        file = LintedFile.of(message.name, tree, lint(tree, report.profile, message.name), decoded=message.decoded)
        report.add(file)
        if out is not None:
            yield from pieces_of(report.file_to_text(file, out))
    report.skipped += file is None
    return exit_codes()["ok"]


def _profile(name: str) -> Profile:
    if name in lint_profiles() or not name.endswith(_PROFILE_FILES):
        return built_in_profile(name)
    protect(Path(name))
    return read_profile(read_steering_file(Path(name), "a profile", "profile"), name)
