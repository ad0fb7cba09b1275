"""What people take for a message, and what producers do to one (spec/non_messages.yaml)."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from esdkit.spec.tables import load

__all__ = ["NonMessage", "ProducerDefect", "defects", "kind_by_magic", "non_messages"]


class NonMessage(NamedTuple):
    """What bytes can be if they are not a message (spec/non_messages.yaml). ``magic``: possible first bytes; ``rest``: what
    comes after them, or None for whatever it is; ``unread``: what a search through the bytes does not see, all or part of it, or None;
    ``scanned``: whether a scan sees it, because it reads such files."""

    kind: str
    name: str
    advice: str
    magic: tuple[bytes, ...]
    rest: re.Pattern[bytes] | None
    unread: str | None
    scanned: bool


class ProducerDefect(NamedTuple):
    """A release that wrote invalid messages (spec/non_messages.yaml): what was wrong, and what to do about its messages."""

    id: str
    name: str
    what: str
    advice: str


@cache
def non_messages() -> Mapping[str, NonMessage]:
    """The rows of spec/non_messages.yaml by kind."""
    return MappingProxyType(
        {
            kind: NonMessage(
                kind,
                row["name"],
                row["advice"],
                tuple(map(bytes.fromhex, row.get("magic", ()))),
                re.compile(row["rest"].encode(), re.DOTALL) if "rest" in row else None,
                row.get("unread"),
                row.get("scanned", False),
            )
            for kind, row in load("non_messages")["non_messages"].items()
        }
    )


def kind_by_magic(data: bytes) -> NonMessage | None:
    """What bytes are by the first of them; None for what is not in the table."""
    return next((row for row in non_messages().values() if any(_has(row, data, magic) for magic in row.magic)), None)


def _has(row: NonMessage, data: bytes, magic: bytes) -> bool:
    return data.startswith(magic) and (row.rest is None or row.rest.match(data, len(magic)) is not None)


@cache
def defects() -> Mapping[str, ProducerDefect]:
    """The defects of spec/non_messages.yaml by id."""
    return MappingProxyType({id_: ProducerDefect(id_, **row) for id_, row in load("non_messages")["defects"].items()})
