"""A matrix as one HTML page that works without a network, and has no script.

Invariants: whatever programs say of themselves is text and never markup. A content security policy allows the page's own style, by its
hash, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from esdkit.conform.report import heading, not_asked, outcome_text, unknown_text, why
from esdkit.pages import report_page
from esdkit.pages import text as _text

__all__ = ["html_report"]


def html_report(document: Mapping[str, Any]) -> str:
    """The page, a whole document in UTF-8."""
    lines = [
        f"<h1>Which program reads whose messages</h1><p>{_text(heading(document))}</p>",
        '<div class="wide"><table class="matrix">',
        *_table(document),
        "</table></div><p>Rows write, columns read: messages opened of those asked. Verified: by esdkit, with the key.</p><ul>",
        *map(_entry, document["disagreements"]),
        *(f'<li><b class="bad">{_text(unknown_text(name))}</b>' for name in not_asked(document)),
        "</ul>",
    ]
    return report_page("esdkit conform", "\n".join(lines))


def _table(document: Mapping[str, Any]) -> Iterator[str]:
    bad = {place for entry in document["disagreements"] if entry["bug"] is None for place in _places(entry)}
    names = [program["name"] for program in document["programs"]]
    versions = {program["name"]: f"{program['program']} {program['version']}" for program in document["programs"]}
    heads = "".join(f'<th title="{_text(versions[name])}">{_text(name)}</th>' for name in names)
    yield f"<tr><th>writes</th>{heads}<th>verified</th></tr>"
    read = {(row[0], row[1]): row[2:] for row in document["read"]}
    written = {row[0]: row[1:] for row in document["written"]}
    bad_writers = {entry["program"] for entry in document["disagreements"] if entry["bug"] is None and entry["writer"]}
    for name in names:
        cells = "".join(_cell(read[name, other], (name, other) in bad) for other in names)
        yield f"<tr><th>{_text(name)} {_text(versions[name].rpartition(' ')[2])}</th>{cells}"
        yield f"{_cell(written[name], name in bad_writers)}</tr>"


def _places(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The pairs of writer and reader that a disagreement is about."""
    return [(entry["program"], other) if entry["writer"] else (other, entry["program"]) for other in entry["others"]]


def _cell(numbers: Sequence[int], unexplained: bool) -> str:
    opened, asked = numbers
    role = "bad" if unexplained else "good" if opened == asked else "warning"
    return f'<td class="{role}">{opened}/{asked}</td>' if asked else "<td>-</td>"


def _entry(entry: Mapping[str, Any]) -> str:
    role = "bad" if entry["bug"] is None else "warning"
    example = f"example: <code>{_text(entry['example']['case'])}</code>: {_text(entry['reason'])}"
    return f'<li><b class="{role}">{_text(outcome_text(entry))}</b><br>{_text(why(entry))}<br>{example}</li>'
