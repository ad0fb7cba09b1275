"""The README's table of a saved result: ratios with median and minimum, to show the noise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.bench.rows import JAVASCRIPT, LIMIT, MPL, OWN, PROVIDER

__all__ = ["put_table", "shown_table", "table"]

_BEGIN, _END = "<!-- speed: begin -->\n", "<!-- speed: end -->"
_COLUMNS = {PROVIDER: "Python SDK", MPL: "Python SDK, MPL", JAVASCRIPT: "JavaScript SDK"}


def table(result: Mapping[str, Any]) -> str:
    """Markdown: a line for each row in which the official Python SDK took part."""
    heads = ["", "esdkit, ms", *(f"{name}, ×" for name in _COLUMNS.values()), "limit, ×"]
    lines = [_line(heads), _line(["---"] * len(heads))]
    for name, figures in result["rows"].items():
        if PROVIDER in figures["ratios"]:
            ratios = [figures["ratios"].get(contestant) for contestant in (*_COLUMNS, LIMIT)]
            lines.append(_line([name, _cell(figures["milliseconds"][OWN]), *map(_cell, ratios)]))
    return "\n".join(lines)


def shown_table(page: str) -> str:
    """The table that a page shows."""
    return page[page.index(_BEGIN) + len(_BEGIN) : page.index(_END)].rstrip("\n")


def put_table(page: str, result: Mapping[str, Any]) -> str:
    """The page with the table replaced by that of this result."""
    begin = page.index(_BEGIN) + len(_BEGIN)
    return f"{page[:begin]}{table(result)}\n{page[page.index(_END) :]}"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(figures: Mapping[str, float] | None) -> str:
    """Median, and the minimum in brackets."""
    return "" if figures is None else f"{_number(figures['median'])} ({_number(figures['minimum'])})"


def _number(value: float) -> str:
    """Two or three significant digits, never an exponent."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
