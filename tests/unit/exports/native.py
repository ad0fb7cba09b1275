"""The messages for the tests of exports: what the grammar's own reading gives, in a form that other readers can give too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from esdkit.exports.shape import Bytes, Items, Lead, Member, Nested, Number, Repeat, Struct, Switch, Window, shape_of
from esdkit.grammar.field import Problem
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from tests.samples import native_cases, native_ciphertext, published_messages

__all__ = ["ROOT", "Message", "Read", "Source", "distinct", "fields_at", "fields_of", "messages", "published", "sources"]

ROOT = shape_of(MESSAGE)

Read = tuple[str, int | bytes]
"""A field's id, and its value. A message's fields follow each other without a gap, so the same list of values has the same offsets."""


class Message(NamedTuple):
    """A native message, and what the grammar reads of it."""

    name: str
    data: bytes
    fields: list[Read]
    end: int
    problem: Problem | None


Source = Callable[[], tuple[Message, ...]]


@cache
def messages() -> tuple[Message, ...]:
    """All native messages, those that must be refused as well."""
    return tuple(_message(name, native_ciphertext(name)) for name in native_cases())


@cache
def published() -> tuple[Message, ...]:
    """All messages of the published sets that are there; otherwise the test is skipped."""
    return tuple(_message(name, data) for name, data in published_messages())


def _message(name: str, data: bytes) -> Message:
    reading = trace(MESSAGE, data)
    return Message(name, data, [(span.id, span.value) for span in reading.spans], reading.end, reading.problem)


sources = pytest.mark.parametrize("source", [messages, published], ids=["native", "published"])
"""The sets of messages, as functions, for a test that runs on each."""


def distinct() -> tuple[Message, ...]:
    """The shortest message of each structure: its suite, which fields it has none, one or more of, and where the reading stops."""
    found: dict[object, Message] = {}
    for message in sorted(messages(), key=lambda message: len(message.data)):
        ids = [id_ for id_, _ in message.fields]
        problem = None if message.problem is None else (message.problem.code, message.problem.id)
        counts = frozenset((id_, min(ids.count(id_), 2)) for id_ in ids)
        found.setdefault((dict(message.fields).get("header.algorithm_suite_id"), problem, counts), message)
    return tuple(found.values())


def fields_of(struct: Struct, value: Any, get: Callable[[Any, str], Any]) -> Iterator[Read]:
    """The fields of a value that has the structures of ``shape``, in order.

    Args:
        get: gives a member of a value by name; None where the value has none (yet).
    """
    for member in struct.members:
        inner = None if isinstance(member, Lead) else get(value, member.name)
        if inner is None:
            continue
        match member:
            case Number() | Bytes():
                yield member.id, inner
            case Nested() | Window():
                yield from fields_of(member.struct, inner, get)
            case Items() | Repeat():
                for item in inner:
                    yield from fields_of(member.struct, item, get)
            case Switch():
                yield from fields_of(_chosen(member, inner, get), inner, get)


def _chosen(member: Switch, inner: Any, get: Callable[[Any, str], Any]) -> Struct:
    """The case that a value is of: that with the most members that the value has, and the fewest others."""
    cases = [case for case in (*member.cases.values(), member.default) if case is not None]
    return max(cases, key=lambda case: (sum(get(inner, below.name) is not None for below in case.members), -len(case.members)))


def fields_at(names: list[str]) -> set[str]:
    """The ids of what is at a place: of a field, a section or a list. Both kinds of frame have the same names."""
    return set(_ids_at(ROOT, names))


def _ids_at(struct: Struct, names: list[str]) -> Iterator[str]:
    for member in struct.members:
        if member.name != names[0]:
            continue
        if len(names) == 1:
            if not isinstance(member, Nested | Switch | Repeat):
                yield member.id
            continue
        for below in _below(member):
            yield from _ids_at(below, names[1:])


def _below(member: Member) -> list[Struct]:
    if isinstance(member, Switch):
        return [case for case in (*member.cases.values(), member.default) if case is not None]
    return [] if isinstance(member, Number | Bytes | Lead) else [member.struct]
