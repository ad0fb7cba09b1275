"""``esdkit spec``: the tables that esdkit works by, as people look things up, and the format in other languages."""
# Reqs: EXP-LKP-001, EXP-LKP-002

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import click

from esdkit.cli.command import Choice, Group, section_option
from esdkit.cli.output import write_output
from esdkit.cli.streams import STDIO
from esdkit.cli.terminal import color_option, echo, paint, print_lines
from esdkit.columns import Columns
from esdkit.exports import FORMS, export
from esdkit.exports.rows import KINDS, Kind, Row
from esdkit.near import nearest
from esdkit.spec import exit_codes

__all__ = ["spec_group"]

_NEAR = 0.6  # how much two ids must have in common for one to be meant
_MOST = 5  # suggestions
_ASIDE = 24  # columns of an id that has its row beside it


@click.group("spec", cls=Group)
def spec_group() -> None:
    """Look up what esdkit knows about the format, or export the format.

    \b
    esdkit spec suite 0578
    esdkit spec field header.frame_length
    esdkit spec errors final
    esdkit spec export json -o esdk.json

    The tables are in the package; nothing is read from a network.
    """


@spec_group.command("export")
@click.argument("form", metavar="FORM", type=Choice(list(FORMS)))
@section_option("-o", "--output", metavar="FILE", default=STDIO, help="Write to a file (default: stdout).")
def export_command(form: str, output: str) -> int:
    """Write the format of messages in another language.

    \b
    FORM:
    {forms}

    An export is made from esdkit's own grammar. It describes structure, not which values are valid: `esdkit docs export-the-format`.

    \b
    esdkit spec export construct -o esdk.py
    """
    write_output(output, f"{export(form).rstrip()}\n".encode())
    return exit_codes()["ok"]


_forms = "\n    ".join(f"{form:<12}{what}" for form, what in FORMS.items())
export_command.help = (export_command.help or "").replace("{forms}", _forms)


# ---------------------------------------------------------------- one row
def _one(name: str, kind: Kind) -> click.Command:
    """The verb that shows one row."""

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
        return [key for key in kind.rows() if key.startswith(begun)]

    @click.argument("id_", metavar="ID", shell_complete=complete)
    @section_option("--json", "as_json", is_flag=True, help="Print JSON.")
    @color_option
    def show(id_: str, as_json: bool) -> int:
        rows = kind.rows()
        key = _key(id_, name, rows)
        if as_json:
            echo(json.dumps(rows[key], indent=1, ensure_ascii=False))
        else:
            print_lines(_row_lines(key, rows[key], Columns(paint)))
        return exit_codes()["ok"]

    help_ = f"Show {'an' if name[0] in 'aeiou' else 'a'} {name} by its id.\n\n\b\nesdkit spec {name} {kind.example}"
    return spec_group.command(name, help=help_)(show)


def _key(given: str, name: str, rows: Mapping[str, Row]) -> str:
    """The id of a row, from what people write: any case, ``0x0578``, a suite's name, a path with the index of an item."""
    wanted = re.sub(r"\[\d+\]", "", given).lower().removeprefix("0x")
    found = [key for key in rows if key.lower() == wanted] or [key for key, row in rows.items() if row.get("name", key).lower() == wanted]
    if len(found) == 1:
        return found[0]
    inside = [key for key in rows if wanted and wanted in key.lower()]
    near = dict.fromkeys([*inside, *nearest(wanted, rows, _MOST, _NEAR)])
    shown = ", ".join([*near][:_MOST])
    raise click.UsageError(f"unknown {name} {given!r}. {f'Did you mean: {shown}?' if shown else f'All: esdkit spec {KINDS[name].plural}'}")


def _row_lines(key: str, row: Row, out: Columns) -> Iterator[str]:
    yield from out.whole(key, role="title")
    said = {label.replace("_", " "): text for label, value in row.items() if (text := _text(value)) and text != key}
    column = max(map(len, said)) + 2
    for label, text in said.items():
        yield from out.lines(text, [("  ", "plain"), (f"{label:<{column}}", "label")])


def _text(value: Any) -> str:
    """A value for people; empty where the row says nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{key.replace('_', ' ')} {_text(below)}" for key, below in value.items())
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return "" if value is None else str(value)


# ---------------------------------------------------------------- all rows
def _all(kind: Kind) -> click.Command:
    """The verb that lists rows."""

    @click.argument("words", metavar="[WORD]...", nargs=-1)
    @section_option("--json", "as_json", is_flag=True, help="Print JSON, with all that the rows say.")
    @color_option
    def show(words: tuple[str, ...], as_json: bool) -> int:
        rows = {key: row for key, row in kind.rows().items() if _has(f"{key} {row[kind.gist]}", words)}
        if as_json:
            echo(json.dumps(rows, indent=1, ensure_ascii=False))
        else:
            print_lines(_list_lines(rows, kind, Columns(paint)))
        return exit_codes()["ok" if rows else "answer_is_no"]

    help_ = f"List {kind.plural}; with words, those that have all of them.\n\n\b\nesdkit spec {kind.plural} {kind.word}"
    return spec_group.command(kind.plural, help=help_)(show)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return all(word.lower() in text.lower() for word in words)


def _list_lines(rows: Mapping[str, Row], kind: Kind, out: Columns) -> Iterator[str]:
    if not rows:
        yield from out.lines(f"no {kind.plural} have these words")
    column = max(map(len, rows), default=0) + 2
    for key, row in rows.items():
        if column <= _ASIDE:
            yield from out.lines(row[kind.gist], [(f"{key:<{column}}", "label")])
        else:
            yield from out.whole(key, role="label")
            yield from out.lines(row[kind.gist], "  ")


for _name, _kind in KINDS.items():
    _one(_name, _kind)
    _all(_kind)
