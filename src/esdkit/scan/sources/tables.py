"""Values of the tables of a database, however it is read: where each is, and the messages in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from esdkit.input import find_all
from esdkit.input.beginnings import begins_like_message
from esdkit.input.documents import encoded
from esdkit.input.written import FEWEST
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources.rows import value_items
from esdkit.scan.sources.text import found_items
from esdkit.spec import LIMITS

__all__ = ["HEAD", "MAX_VALUE", "cell_items", "cell_place"]

MAX_VALUE = LIMITS["search_length"]
HEAD = 1 << 17
"""Bytes that are read of a longer value."""


def cell_place(table: str, row: object, column: str) -> str:
    """Where a value is in its database."""
    return f"table {table}, row {row}, column {column}"


def cell_items(value: Any, length: int, part: str, *, whole: bool) -> Iterator[Item | Problem]:
    """The messages in a value.

    Args:
        value: what the database has; the first ``HEAD`` bytes when there are more than ``MAX_VALUE``.
        length: bytes of all of it.
        part: where it is.
        whole: whether each value is a message; else it is searched, if it is bytes or text.
    """
    data = encoded(value) if isinstance(value, str) else value
    if isinstance(data, bytes) and length > MAX_VALUE:
        if begins_like_message(data):
            yield Item(part, data[:HEAD], length, "binary")
        else:
            yield Problem(part, "source-too-large", f"a value of {length} bytes, which was not searched")
    elif whole:
        yield from value_items(value, part)
    elif isinstance(data, bytes) and (begins_like_message(data) or len(data) >= FEWEST):
        placed, limits = find_all(data)
        yield from found_items(placed, part, 0)
        for limit in limits:
            yield Problem(part, "source-too-large", limit)
