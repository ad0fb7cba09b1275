"""The rows of ``spec/`` that people and programs look up, as plain data.

Invariant: a row has all members of its table; those that it does not state are None.
"""
# Reqs: EXP-LKP-001

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from esdkit.spec import FIELDS, SUITES, Suite, decisions, error_codes, known_bugs, limits, requirements

__all__ = ["KINDS", "Kind", "Row"]

Row = Mapping[str, Any]
"""A row of a table: text, numbers, lists, objects of them."""


class Kind(NamedTuple):
    """A table.

    Attributes:
        plural: what its rows are called.
        rows: by id.
        gist: the member that says in a few words what a row is.
        example: an id.
        word: that finds some rows.
    """

    plural: str
    rows: Callable[[], Mapping[str, Row]]
    gist: str
    example: str
    word: str


def _plain(value: Any) -> Any:
    """A value of a row as JSON has it."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return _plain(value._asdict())
    if isinstance(value, Mapping):
        return {str(key): _plain(below) for key, below in value.items()}
    return [_plain(below) for below in value] if isinstance(value, tuple) else value


def _rows(table: Callable[[], Mapping[str, Any]]) -> Callable[[], Mapping[str, Row]]:
    return lambda: {key: _plain(row) for key, row in table().items()}


def _suites() -> dict[str, Row]:
    return {
        suite.hex_id: {**{name: _plain(getattr(suite, name)) for name in Suite.__annotations__}, "signed": suite.signed}
        for suite in SUITES.values()
    }


KINDS: Mapping[str, Kind] = {
    "suite": Kind("suites", _suites, "name", "0578", "hkdf"),
    "field": Kind("fields", _rows(lambda: FIELDS), "name", "header.frame_length", "footer"),
    "error": Kind("errors", _rows(error_codes), "means", "final-too-long", "final"),
    "requirement": Kind("requirements", _rows(requirements), "title", "FMT-HDR-013", "fmt-hdr frame"),
    "decision": Kind("decisions", _rows(decisions), "title", "DEC-G54", "signature"),
    "bug": Kind("bugs", _rows(known_bugs), "defect", "context-long", "context"),
    "limit": Kind("limits", _rows(limits), "why", "frame_length", "length"),
}
"""What can be looked up, by the word for one."""
