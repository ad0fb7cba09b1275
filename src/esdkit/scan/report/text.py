"""The summary of a scan for people: totals, then one table for each kind of counts that was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esdkit.columns import Columns, capped, printable
from esdkit.scan.report.words import SECTIONS, UNPROVED, Section, completeness, heading, remarks, shown, totals
from esdkit.scan.summary import Summary

__all__ = ["summary_to_text"]

_INDENT = "  "


def summary_to_text(
    summary: Summary, out: Columns, by: Sequence[str] = ("key", "suite", "problem"), *, unread: int = 0, lists: str = ""
) -> Iterator[str]:
    """The lines.

    Args:
        summary: of the rows.
        out: where they are laid out.
        by: kinds of counts, names of ``SECTIONS``; those without a count are left out.
        unread, lists: as for ``completeness``.
    """
    yield from out.lines(heading(summary), role="title")
    yield from out.lines(completeness(unread, lists), role="warning" if unread else "plain")
    for number, what, alarming in totals(summary):
        yield from out.lines(f"{number:>11,}  {what}", _INDENT, "warning" if alarming and number else "plain", hanging=15)
    for section in (SECTIONS[name] for name in by):
        if summary.by(section.by):
            yield ""
            yield from _section(summary, section, out)
    yield ""
    yield from out.lines(UNPROVED, role="dim")


def _section(summary: Summary, section: Section, out: Columns) -> Iterator[str]:
    listed = shown(summary, section)
    yield from out.lines(section.title, role="title")
    if section.of_data_keys:
        rows = [(f"{count.messages:,}", f"{count.sole:,}", f"{count.one_of_several:,}", _name(label)) for label, count in listed]
        table = [("messages", "sole key" if "key" in section.by else "sole", "one of several", ""), *rows]
        lines = out.table(table, right=(0, 1, 2))
    else:
        lines = out.table([("messages", ""), *((f"{count.messages:,}", _name(label)) for label, count in listed)], right=(0,))
    yield from (f"{_INDENT}{line}" for line in lines)
    for remark in remarks(summary, section, len(listed)):
        yield from out.lines(remark, _INDENT, "dim")


def _name(label: str) -> str:
    return capped(printable(label))
