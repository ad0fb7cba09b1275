"""What a run on a program gave, as one HTML page without a script that works without a network: each red cell with all that explains it.

Invariants: nothing of a message, a manifest or a program is ever markup. The content security policy allows the page's own style, by its
hash, and nothing else. At most ``MAX_EXPLAINED`` cells are explained; the page says how many it leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from esdkit.columns import count
from esdkit.pages import report_page
from esdkit.pages import text as _text
from esdkit.spec import target_outcomes
from esdkit.vectors.cells import Cell, expected_text
from esdkit.vectors.explain import Explanation, command_of, explain
from esdkit.vectors.groups import groups_of
from esdkit.vectors.model import Accept
from esdkit.vectors.target_report import streamed_text
from esdkit.vectors.testing import TargetReport

__all__ = ["MAX_EXPLAINED", "target_to_html"]

MAX_EXPLAINED = 200
"""Red cells that a page explains."""

_PUBLIC = "The keys of this vector are public test keys, so the values include the data key and what is derived from it."
_ALL = "A reader that opens the message has all of them."
_OWN = "The values do not include the data key: the keys of this vector are not in the native set, and may be secret."


def target_to_html(report: TargetReport) -> str:
    """The page, a whole document in UTF-8."""
    return report_page(f"{report.abilities.name}: test vectors", "\n".join(_content(report)))


def _content(report: TargetReport) -> Iterator[str]:
    red = [cell for cell in report.cells if cell.counts]
    yield f"<h1>{_text(report.abilities.name)} {_text(report.abilities.version)}</h1>"
    yield f"<p>Test vectors on <code>{_text(report.address)}</code>: {count(len(report.cells), 'vector')}, {len(red)} red.</p>"
    if report.streamed is not None:
        yield f'<p class="soft">{streamed_text(report).capitalize()}.</p>'
    yield from _outcomes(report)
    for title, lines in (
        ("Wrong rows in the list of known bugs", report.errors),
        ("Could not be run", [f"{fault.location}: {fault.error}" for fault in report.faults]),
    ):
        yield from _list(title, lines)
    yield from _groups(red)
    for number, cell in enumerate(red[:MAX_EXPLAINED], 1):
        yield from _cell(report, cell, number)
    if len(red) > MAX_EXPLAINED:
        yield f"<p>{len(red) - MAX_EXPLAINED} more red cells are not shown here; --format json has all.</p>"
    reasons = Counter(f"{cell.outcome}: {cell.reason}" for cell in report.cells if not cell.red and cell.reason)
    yield from _list("Proves nothing", [f"{number} x {reason}" for reason, number in reasons.most_common()])
    yield from _list("Known bugs", [f"{cell.name}, {cell.outcome}: {cell.known_bug}" for cell in report.cells if cell.known_bug])


def _outcomes(report: TargetReport) -> Iterator[str]:
    yield "<section><h2>Outcomes</h2><table>"
    for name, row in target_outcomes().items():
        if report.count(name) or name == "passed":
            kind = "outcome" if row.red else "good" if name == "passed" else "soft"
            yield f'<tr><td class="number">{report.count(name)}</td><td class="{kind}">{name}</td><td>{_text(row.means)}</td></tr>'
    if report.known_bugs:
        yield f'<tr><td class="number">{report.known_bugs}</td><td class="soft">known bugs</td><td>It failed as expected.</td></tr>'
    yield "</table></section>"


def _groups(red: Sequence[Cell]) -> Iterator[str]:
    """What red cells have in common, if there are several, with a link to the first that is explained."""
    groups = groups_of(red)
    if len(red) < 2:
        return
    numbers = {cell.name: number for number, cell in enumerate(red[:MAX_EXPLAINED], 1)}
    yield "<section><h2>Red cells that look alike</h2><table>"
    for group in groups:
        number = numbers.get(group.cells[0].name)
        first = "" if number is None else f' <a href="#cell-{number}">The first one.</a>'
        common = f'<div class="soft">{" ".join(map(_text, group.common))}{first}</div>'
        yield f'<tr><td class="number">{len(group.cells)}</td><td>{_text(group.what)}{common}</td></tr>'
    yield "</table></section>"


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    items = [f"<li>{_text(line)}</li>" for line in lines]
    if items:
        yield f"<section><h2>{title}</h2><ul>"
        yield from items
        yield "</ul></section>"


def _cell(report: TargetReport, cell: Cell, number: int) -> Iterator[str]:
    told = explain(cell)
    yield f'<section class="red" id="cell-{number}">'
    yield f'<h2><span class="outcome">{cell.outcome}</span> {_text(cell.name)}</h2>'
    yield f"<p>Expected: {_text(expected_text(cell.vector))}. Got: {_text(cell.reason or cell.outcome)}</p>"
    yield from _table("Asked", told.asked)
    yield f"<h3>Rule</h3><p>{' '.join(map(_text, told.rule)) or 'The manifest does not say what the vector is about.'}</p>"
    if told.requirements:
        yield f'<p class="soft">Requirements: {_text(", ".join(told.requirements))}</p>'
    yield f"<h3>Bytes</h3><p>{_where(told)}</p>"
    yield f"<pre>{_dump(told)}</pre>"
    yield from _values(told, valid=isinstance(cell.vector.expectation, Accept))
    yield f'<h3>Again</h3><pre class="command">{_text(command_of(cell, report.paths, report.address))}</pre>'
    yield "</section>"


def _where(told: Explanation) -> str:
    return (
        f"The fault is at {_text(told.field)}."
        if told.field
        else "Nothing is wrong with these bytes."
        if told.fault is None
        else "The fault:"
    )


def _dump(told: Explanation) -> str:
    lines = [_text(line) for line in told.dump]
    if told.fault is not None:
        lines[told.fault] = f"<mark>{lines[told.fault]}</mark>"
    return "\n".join(lines)


def _values(told: Explanation, *, valid: bool) -> Iterator[str]:
    if not told.values:
        yield "<h3>Intermediate values</h3><p>None: the message is refused before a key is used, or its key is not available.</p>"
        return
    about = _PUBLIC if told.public_keys else _OWN
    yield from _table("Intermediate values", told.values, f"{about} {_ALL if valid else 'They end at the check that fails.'}")


def _table(title: str, rows: Iterable[tuple[str, str]], about: str = "") -> Iterator[str]:
    yield f"<h3>{title}</h3>"
    if about:
        yield f'<p class="soft">{about}</p>'
    yield '<table class="values">'
    for name, value in rows:
        yield f'<tr><td>{_text(name)}</td><td class="value">{_text(value)}</td></tr>'
    yield "</table>"
