"""The README's table of a kept result: ratios with their median and minimum, so that the noise shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.bench.rows import JAVASCRIPT, LIMIT, MPL, OWN, PROVIDER

__all__ = ["BEGIN", "END", "table"]

BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"
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


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(figures: Mapping[str, float] | None) -> str:
    """Median, and the minimum in brackets."""
    return "" if figures is None else f"{figures['median']:.3g} ({figures['minimum']:.3g})"
