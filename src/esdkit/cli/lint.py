"""``esdkit lint``: what should not be in messages although they can be read, and everything for which they are refused."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import click

from esdkit import __version__
from esdkit.cli.errors import report_error
from esdkit.cli.files import files_below, recursive_option
from esdkit.cli.streams import open_message, write_output
from esdkit.cli.terminal import color_option, echo, paint
from esdkit.cli.yaml_file import load_yaml
from esdkit.columns import printable, wrapped
from esdkit.errors import EsdkError
from esdkit.inspector import Tree, inspect
from esdkit.inspector.lint.findings import DEFAULT_PROFILE, Finding, Profile, built_in_profile, describe, lint, read_profile
from esdkit.inspector.lint.sarif import LintedFile, sarif
from esdkit.spec import Severity, exit_codes, lint_profiles, lint_rules

__all__ = ["lint_command"]

_SCHEMA = 1
_SEVERITIES: tuple[Severity, ...] = tuple(severity for severity in get_args(Severity) if severity != "none")  # the worst first
_ROLES = {"error": "bad", "warning": "warning", "note": "label", "accepted": "dim"}
_INDENT = 11
_MAX_SHOWN = 32  # findings of one file, as text
_MAX_LISTED = 1000  # in JSON
_PROFILE_FILES = (".yaml", ".yml", ".json")


@click.command("lint")
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option(
    "--profile", default=DEFAULT_PROFILE, show_default=True, metavar="NAME|FILE", help=f"{', '.join(lint_profiles())}, or a file."
)
@click.option("--fail-on", type=click.Choice(_SEVERITIES), default="warning", show_default=True, help="The least that exits with 1.")
@click.option("--json", "form", flag_value="json", help="One JSON object for all files.")
@click.option("--sarif", "form", flag_value="sarif", help="SARIF 2.1.0 for all files.")
@click.option("-o", "--output", metavar="FILE", help="Where JSON or SARIF goes; stdout by default.")
@click.option("--list-rules", is_flag=True, help="Print the rules and what the profile makes of them.")
@recursive_option
@color_option
def lint_command(
    files: Sequence[str], profile: str, fail_on: Severity, form: str | None, output: str | None, list_rules: bool, recursive: bool
) -> int:
    """Say what should not be in messages although they can be read, and everything for which they are refused. No key is needed.

    A profile decides which rules count and how much. A file of your own (.yaml) extends one of them:

    \b
    extends: strict
    rules: {unsigned-suite: none, trailing-data: warning}
    allow:
      - {rule: non-framed-body, files: archive/*, reason: until they are moved}

    \b
    esdkit lint message.bin
    esdkit lint --profile strict backup/*.bin
    esdkit lint --sarif -o lint.sarif -r backup
    esdkit lint --list-rules

    Exit code 1: at least one finding has the severity of --fail-on, or a worse one. What the profile allows is shown and does not count.
    """
    chosen = _profile(profile)
    if output is not None and form is None:
        raise click.UsageError("--output is for --json or --sarif")
    if list_rules:
        echo("\n".join(_rules(chosen)))
        return exit_codes()["ok"]
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    report = _Report(chosen, as_text=form is None)
    for name in files_below(files, recursive=recursive):
        report.add(name)
    if form is None:
        report.end()
    else:
        document = json.dumps(report.to_json() if form == "json" else report.to_sarif(), indent=1) + "\n"
        write_output("-" if output is None else output, document.encode())
    return report.exit_code(fail_on)


def _profile(name: str) -> Profile:
    if name in lint_profiles() or not name.endswith(_PROFILE_FILES):
        return built_in_profile(name)
    return read_profile(load_yaml(Path(name), "a profile", "profile"), name)


class _Report:
    """The findings of all files; as text they are printed as they come."""

    # Reqs: CLI-LNT-005, CLI-LNT-006

    def __init__(self, profile: Profile, *, as_text: bool) -> None:
        self.profile = profile
        self.files: list[LintedFile] = []
        self.unread: list[tuple[str, str]] = []
        self.counts: Counter[str] = Counter()
        self._as_text = as_text
        self._linted = 0
        self._codes = [exit_codes()["ok"]]
        self._advised: set[str] = set()

    def add(self, name: str) -> None:
        """Lint a file."""
        try:
            with open_message(name) as message:
                tree = inspect(message.data)
                file = LintedFile.of(name, tree, lint(tree, self.profile, name), decoded=message.decoded)
        except (EsdkError, OSError, MemoryError) as error:
            self._codes.append(report_error(error, name))
            self.unread.append((name, _reason(error)))
            return
        self.counts.update(map(_kind, file.findings))
        if self._as_text:
            echo("\n".join([*self._to_text(name, file.findings), *_not_kept(tree)]))
        else:
            self.files.append(file)
        self._linted += 1

    def exit_code(self, fail_on: Severity) -> int:
        """The highest of all files."""
        failing = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
        refused = any(self.counts[severity] for severity in failing)
        return max(*self._codes, exit_codes()["answer_is_no" if refused else "ok"])

    def end(self) -> None:
        """Print the sum of several files."""
        if self._linted > 1:
            echo(paint(f"{self._linted} files: {_sum(self.counts)}", "title"))

    def to_json(self) -> dict[str, Any]:
        rules = dict.fromkeys(finding.rule for file in self.files for finding in file.findings)
        return {
            "schema": _SCHEMA,
            "profile": self.profile.name,
            "counts": {kind: self.counts[kind] for kind in _ROLES},
            "files": [_file(file) for file in self.files],
            "unread": [{"file": name, "reason": reason} for name, reason in self.unread],
            "rules": {rule: _rule(rule) for rule in rules},
        }

    def to_sarif(self) -> dict[str, Any]:
        return sarif(self.files, self.profile, __version__, self.unread)

    def _to_text(self, name: str, findings: Sequence[Finding]) -> Iterator[str]:
        yield paint(f"{printable(name)}: {_sum(Counter(map(_kind, findings)))}", "title")
        for finding in findings[:_MAX_SHOWN]:
            yield from self._finding(finding)
        if len(findings) > _MAX_SHOWN:
            listed = "all" if len(findings) <= _MAX_LISTED else f"the first {_MAX_LISTED}"
            yield paint(f"  … {len(findings) - _MAX_SHOWN} more; --json has {listed}", "dim")

    def _finding(self, finding: Finding) -> Iterator[str]:
        kind = _kind(finding)
        yield f"  {paint(f'{kind:<{_INDENT - 2}}', _ROLES[kind])}{finding.rule}"
        yield from _indented(finding.message)
        place = [finding.path] * (finding.path is not None) + [f"offset {finding.offset:#x}"] * (finding.offset is not None)
        yield from (paint(line, "dim") for line in _indented(", ".join(map(str, place))))
        if finding.allowed is not None:
            yield from _indented(f"accepted: {printable(finding.allowed)}")
        elif finding.rule not in self._advised:
            self._advised.add(finding.rule)
            yield from (paint(line, "dim") for line in _indented(describe(finding.rule).advice))


def _not_kept(tree: Tree) -> Iterator[str]:
    """Frames that all have wrong numbers may be millions; the inspector keeps the first."""
    if tree.problem_count > len(tree.problems):
        yield paint(f"  of {tree.problem_count} problems the first {len(tree.problems)} were judged", "dim")


def _kind(finding: Finding) -> str:
    return finding.severity if finding.allowed is None else "accepted"


def _sum(counts: Counter[str]) -> str:
    parts = [f"{counts[kind]} {kind}{'s' if counts[kind] != 1 and kind != 'accepted' else ''}" for kind in _ROLES if counts[kind]]
    return ", ".join(parts) or "no findings"


def _indented(text: str) -> list[str]:
    return [f"{'':<{_INDENT}}{line}" for line in wrapped(text, _INDENT)]


def _reason(error: EsdkError | OSError | MemoryError) -> str:
    if isinstance(error, EsdkError):
        return error.message
    return "there is not enough memory for it" if isinstance(error, MemoryError) else error.strerror or type(error).__name__


def _file(file: LintedFile) -> dict[str, Any]:
    findings = [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "path": finding.path,
            "offset": finding.offset,
            "length": finding.length,
            "accepted": finding.allowed,
        }
        for finding in file.findings[:_MAX_LISTED]
    ]
    front = {"file": file.name, "length": file.length, "decoded": file.decoded}
    return {**front, "finding_count": len(file.findings), "findings": findings}


def _rule(rule_id: str) -> dict[str, Any]:
    row = describe(rule_id)
    texts = {"title": row.title, "means": row.means, "why": row.why, "advice": row.advice}
    return {**texts, "requirements": list(row.requirements), "decisions": list(row.decisions)}


def _rules(profile: Profile) -> Iterator[str]:
    yield paint(f"profile {printable(profile.name)}", "title")
    for row in lint_rules().values():
        severity = profile.severity(row.id)
        yield f"  {paint(f'{severity:<{_INDENT - 2}}', _ROLES.get(severity, 'dim'))}{row.id}"
        yield from _indented(row.title)
    yield "  Everything for which a message is refused is an error, under its error code."
