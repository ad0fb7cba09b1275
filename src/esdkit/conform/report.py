"""What a matrix gave: as data that can be kept, and as text of 80 columns.

Strategy: the cells become one plain document, from which the text, the page and ``docs/interop.md`` are made. Disagreements of one kind are
one entry, with how many cells it has and one of them as an example.
Invariants: the document has no key, no message, and no address of a program. A cell counts as asked unless a program cannot do it.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from esdkit import __version__
from esdkit.columns import Columns, Piece, Style, count, plain
from esdkit.conform.explain import explanation
from esdkit.conform.matrix import OPENED, Cell, Program
from esdkit.spec import known_bugs

__all__ = ["document_of", "fails", "heading", "not_asked", "outcome_text", "text_report", "unknown_text", "why"]

_SCHEMA = 1
_SAYS = {
    "refused": "{program} refuses messages of {others}",
    "lied": "{program} gives a wrong plaintext for messages of {others}",
    "crash": "{program} crashes on messages of {others}",
    "hang": "{program} does not answer in time for messages of {others}",
}
_SAYS_OF_WRITER = {
    "refused": "messages of {program} are refused by {others}",
    "crash": "{program} crashes when it should write",
    "hang": "{program} does not answer in time when it should write",
    "cannot-write": "{program} refuses to write",
    "verify-failed": "{program} writes messages that esdkit cannot verify, or not what it was asked for",
}
_MAX_REASON = 200


def document_of(cells: Iterable[Cell], programs: Sequence[Program], strategy: str, case_count: int) -> dict[str, Any]:
    """The document, for JSON.

    Args:
        cells: of the matrix.
        programs: its programs.
        strategy: ``covering``, ``quick``, ``full`` or ``chosen``.
        case_count: how many cases each program was to write.
    """
    asked: Counter[tuple[str, str | None]] = Counter()
    opened: Counter[tuple[str, str | None]] = Counter()
    disagreements: dict[tuple[str | None, ...], dict[str, Any]] = {}
    for cell in cells:
        place = (cell.producer.name, None if cell.consumer is None else cell.consumer.name)
        asked[place] += cell.outcome != "unsupported"
        opened[place] += cell.outcome == OPENED
        if cell.outcome not in (OPENED, "unsupported"):
            _add(disagreements, cell)
    names = [program.name for program in programs]
    return {
        "schema": _SCHEMA,
        "date": datetime.now(UTC).date().isoformat(),
        "esdkit": __version__,
        "strategy": strategy,
        "cases": case_count,
        "programs": [
            {"name": one.name, "program": one.abilities.name, "version": one.abilities.version, "writes": one.abilities.encrypt}
            for one in programs
        ],
        "written": [[name, opened[name, None], asked[name, None]] for name in names],
        "read": [[name, other, opened[name, other], asked[name, other]] for name in names for other in names],
        "disagreements": sorted(disagreements.values(), key=lambda entry: (entry["bug"] is not None, entry["outcome"], entry["program"])),
    }


def _add(disagreements: dict[tuple[str | None, ...], dict[str, Any]], cell: Cell) -> None:
    found, reader, writer = explanation(cell), cell.consumer, cell.producer
    program = _blamed(cell) if found is None else found[1]
    of_writer = program is not reader
    other = None if reader is None else reader.name if of_writer else writer.name
    bug = None if found is None else found[0].id
    about = (bug,) if bug is not None else (None, other, cell.reason.partition(":")[0])
    entry = disagreements.setdefault(
        (cell.outcome, program.name, str(of_writer), *about),
        {
            "outcome": cell.outcome,
            "program": program.name,
            "others": [],
            "writer": of_writer,
            "cells": 0,
            "bug": bug,
            "reason": cell.reason[:_MAX_REASON],
            "example": {"producer": writer.name, "consumer": reader and reader.name, "case": cell.case.name},
        },
    )
    entry["cells"] += 1
    if other is not None and other not in entry["others"]:
        entry["others"].append(other)


def _blamed(cell: Cell) -> Program:
    """Whose disagreement a cell is that no bug explains: the writer's, if esdkit does not find the refused message valid either."""
    if cell.consumer is None or (cell.outcome == "refused" and not cell.verified):
        return cell.producer
    return cell.consumer


def fails(document: Mapping[str, Any]) -> bool:
    """Whether a disagreement has no explanation, or a program could not be asked anything."""
    return any(entry["bug"] is None for entry in document["disagreements"]) or bool(not_asked(document))


def not_asked(document: Mapping[str, Any]) -> list[str]:
    """The programs of which nothing is known: they were to read no message of another program, and no other was to read theirs."""
    asked = {name for writer, reader, _, number in document["read"] if number and writer != reader for name in (writer, reader)}
    asked |= {entry["program"] for entry in document["disagreements"]}  # one that could not write
    return [program["name"] for program in document["programs"] if program["name"] not in asked]


# ---------------------------------------------------------------- words
def heading(document: Mapping[str, Any]) -> str:
    """What was done."""
    how = {
        "covering": "every two values of suite, key, context, size and frame length together",
        "quick": "every value of suite, key, context, size and frame length",
        "full": "all combinations",
        "chosen": "the ones you chose",
    }
    programs, cases = count(len(document["programs"]), "program"), count(document["cases"], "case")
    return f"{programs}, {cases} ({how[document['strategy']]}), esdkit {document['esdkit']}, {document['date']}"


def outcome_text(entry: Mapping[str, Any]) -> str:
    """What one kind of disagreement is."""
    says = (_SAYS_OF_WRITER if entry["writer"] else _SAYS)[entry["outcome"]]
    return f"{says.format(program=entry['program'], others=', '.join(entry['others']))}: {count(entry['cells'], 'cell')}"


def unknown_text(name: str) -> str:
    """What one of `not_asked` is."""
    return f"{name} supports nothing that was asked of it and another program: nothing is known about it"


def why(entry: Mapping[str, Any]) -> str:
    """What explains a disagreement."""
    if entry["bug"] is None:
        return "not explained by a known bug"
    bug = known_bugs()[entry["bug"]]
    return f"known bug {bug.id}: {bug.defect}{'' if bug.decision is None else f' ({bug.decision})'}"


def text_report(document: Mapping[str, Any], addresses: Mapping[str, str], style: Style = plain) -> Iterator[str]:
    """The lines of a report.

    Args:
        document: of `document_of`.
        addresses: by name of a program how it is reached, for commands that reproduce.
        style: what a role looks like.
    """
    out = Columns(style)
    yield from out.lines(heading(document), role="title")
    for number, program in enumerate(document["programs"], 1):
        yield from out.lines(f"{program['name']}: {program['program']} {program['version']}", f"{number:>4}  ")
    yield ""
    yield from out.table([*_rows(document)], right=range(1, len(document["programs"]) + 3))
    yield from out.lines(
        "Rows write, columns read. A number: messages that were not opened; ok: all were; -: none could be asked.", role="dim"
    )
    for entry in document["disagreements"]:
        yield ""
        yield from out.lines(outcome_text(entry), role="bad" if entry["bug"] is None else "warning")
        yield from out.lines(why(entry), "  ")
        yield from out.lines(f"example: {entry['example']['case']}: {entry['reason']}", "  ")
        yield from out.whole(_command(entry["example"], addresses), "  ", "dim")
    for name in not_asked(document):
        yield ""
        yield from out.lines(unknown_text(name), role="bad")
    unexplained = sum(entry["cells"] for entry in document["disagreements"] if entry["bug"] is None)
    explained = sum(entry["cells"] for entry in document["disagreements"]) - unexplained
    opened = sum(row[2] for row in document["read"])
    yield ""
    yield from out.lines(f"{opened:,} opened, {explained:,} not opened because of known bugs, {unexplained:,} unexplained", role="title")


def _rows(document: Mapping[str, Any]) -> Iterator[list[Piece]]:
    names = [program["name"] for program in document["programs"]]
    yield [
        ("writes", "title"),
        *((str(number), "title") for number in range(1, len(names) + 1)),
        ("verified", "title"),
        ("opened", "title"),
    ]
    read = {(row[0], row[1]): row[2:] for row in document["read"]}
    for name, verified, asked in document["written"]:
        pairs = [read[name, other] for other in names]
        yield [
            (name, "plain"),
            *map(_pair, pairs),
            (f"{verified}/{asked}", "plain"),
            (f"{sum(one[0] for one in pairs)}/{sum(one[1] for one in pairs)}", "plain"),
        ]


def _pair(numbers: Sequence[int]) -> Piece:
    opened, asked = numbers
    if not asked:
        return "-", "dim"
    return ("ok", "good") if opened == asked else (str(asked - opened), "warning")


def _command(example: Mapping[str, Any], addresses: Mapping[str, str]) -> str:
    names = dict.fromkeys(filter(None, (example["producer"], example["consumer"])))
    programs = [f"{name}={addresses[name]}" for name in names if name in addresses]
    return shlex.join(["esdkit", "conform", *programs, "--case", example["case"]])
