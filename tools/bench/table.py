"""The table of a kept result in docs/performance.md: ratios with their median and minimum, so that the noise shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.bench.peers import PROGRAMS
from tools.bench.rows import LIMIT, MPL, OWN, PROVIDER

__all__ = ["put_table", "shown_table", "table"]

_BEGIN, _END = "<!-- speed: begin -->\n", "<!-- speed: end -->"
_COLUMNS = (PROVIDER, MPL, *PROGRAMS.values())


def table(result: Mapping[str, Any]) -> str:
    """Markdown: a line for each row in which the official Python SDK took part, a column for each SDK that took part in any."""
    columns = [name for name in _COLUMNS if any(name in figures["ratios"] for figures in result["rows"].values())]
    heads = ["", "esdkit, ms", *(f"{name}, ×" for name in columns), "limit, ×"]
    lines = [_line(heads), _line(["---"] * len(heads))]
    for name, figures in result["rows"].items():
        if PROVIDER in figures["ratios"]:
            ratios = [figures["ratios"].get(contestant) for contestant in (*columns, LIMIT)]
            lines.append(_line([name, _cell(figures["milliseconds"][OWN]), *map(_cell, ratios)]))
    return "\n".join(lines)


def shown_table(page: str) -> str:
    """The table that a page shows."""
    return page[page.index(_BEGIN) + len(_BEGIN) : page.index(_END)].rstrip("\n")


def put_table(page: str, result: Mapping[str, Any]) -> str:
    """The page with the table of this result in its place."""
    begin = page.index(_BEGIN) + len(_BEGIN)
    return f"{page[:begin]}{table(result)}\n{page[page.index(_END) :]}"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(figures: Mapping[str, float] | None) -> str:
    """Median, and the minimum in brackets."""
    return "" if figures is None else f"{_number(figures['median'])} ({_number(figures['minimum'])})"


def _number(value: float) -> str:
    """Two or three digits that count, never an exponent."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
