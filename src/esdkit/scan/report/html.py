"""The summary of a scan as one HTML page that works without a network, and has no script: totals and a chart for each kind of counts.

Strategy: a chart is a list; each name is text that wraps, with its numbers and a bar (SVG) below, so that it fits any width. Invariants:
nothing of a message or a file name is ever markup; a content security policy allows the page's own style, by its hash, and nothing else.
"""
# Reqs: SCN-SUM-005

from __future__ import annotations

from collections.abc import Iterator

from esdkit.columns import capped
from esdkit.pages import report_page, text
from esdkit.scan.report.words import SECTIONS, UNPROVED, Section, completeness, heading, remarks, shown, totals
from esdkit.scan.summary import Count, Summary

__all__ = ["summary_to_html"]

_LENGTH = 1000  # of a bar that is as long as the page is wide
_LEGEND = '<span class="key sole"></span>sole: no other in the message <span class="key rest"></span>one of several'


def summary_to_html(summary: Summary, name: str, *, unread: int = 0, lists: str = "") -> str:
    """The page, a whole document in UTF-8. ``name``: what was scanned; ``unread``, ``lists``: as for ``completeness``."""
    return report_page(f"Scan of {name}", "\n".join(_content(summary, name, completeness(unread, lists))))


def _text(name: str) -> str:
    return text(capped(name))


def _content(summary: Summary, name: str, complete: str) -> Iterator[str]:
    yield f"<h1>Scan of {_text(name)}</h1>"
    yield f'<p>{heading(summary)}. {text(complete)} <span class="soft">{UNPROVED}</span></p>'
    yield "<section><h2>Messages</h2><table>"
    for number, what, alarming in totals(summary):
        role = ' class="outcome"' if alarming and number else ""
        yield f'<tr><td class="number">{number:,}</td><td{role}>{what}</td></tr>'
    yield "</table></section>"
    for section in SECTIONS.values():
        if summary.by(section.by):
            yield from _section(summary, section)


def _section(summary: Summary, section: Section) -> Iterator[str]:
    listed = shown(summary, section)
    yield f"<section><h2>{section.title}</h2>"
    if section.of_data_keys:
        yield f'<p class="soft legend">{_LEGEND}</p>'
    yield '<ol class="chart">'
    most = max(count.messages for _, count in listed)
    for label, count in listed:
        numbers = f"{count.messages:,}" + (f", {count.sole:,} sole" if section.of_data_keys else "")
        yield f'<li><span class="name">{_text(label)}</span> <span class="count">{numbers}</span>{_bar(section, count, most)}</li>'
    yield "</ol>"
    yield from (f'<p class="soft">{remark}</p>' for remark in remarks(summary, section, len(listed)))
    yield "</section>"


def _bar(section: Section, count: Count, most: int) -> str:
    """A bar that is as long as its share of the longest; the numbers beside it say the same to who cannot see it."""
    whole = round(_LENGTH * count.messages / most)
    sole = round(_LENGTH * count.sole / most) if section.of_data_keys else 0
    parts = f'<rect class="sole" width="{sole}" height="1"/><rect class="rest" x="{sole}" width="{whole - sole}" height="1"/>'
    return f'<svg class="bar" viewBox="0 0 {_LENGTH} 1" preserveAspectRatio="none" aria-hidden="true">{parts}</svg>'
