"""Selecting vectors by an expression: words, ``and``, ``or``, ``not`` and parentheses, as test runners have it.

A word that is the id or the ``SET::ID`` of a vector in full selects that one alone; any other selects what contains it. The case of letters
does not matter. Words go up to the next blank or parenthesis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import replace

from esdkit.errors import Code, UsageError
from esdkit.vectors.model import VectorSet

__all__ = ["Selector", "parse_selector", "selected", "words_of"]

Selector = Callable[[Set[str]], Set[str]]
"""Which of the names of one set are selected."""

_TOKEN = re.compile(r"[()]|[^\s()]+")
_WORDS_AT_MOST = 200


def parse_selector(expression: str) -> Selector:
    """Read an expression.

    Raises:
        UsageError: ``invalid-argument``, it is not an expression.
    """
    tokens = _TOKEN.findall(expression)
    if len(tokens) > _WORDS_AT_MOST:
        raise UsageError(Code.INVALID_ARGUMENT, f"a selection has at most {_WORDS_AT_MOST} words")
    selector, rest = _any(tokens)
    if rest:
        raise _wrong(rest)
    return selector


def selected(one: VectorSet, select: Selector | None) -> VectorSet:
    """The set with the selected vectors alone; with all without a selector."""
    if select is None:
        return one
    ids = [*(vector.id for vector in one.vectors), *(vector.id for vector in one.encryptions)]
    names = select({f"{one.name}::{name}" for name in ids})
    vectors = tuple(vector for vector in one.vectors if f"{one.name}::{vector.id}" in names)
    encryptions = tuple(vector for vector in one.encryptions if f"{one.name}::{vector.id}" in names)
    return replace(one, vectors=vectors, encryptions=encryptions)


def words_of(name: str) -> list[str]:
    """The words that select a name when all of them are asked for; a name of other characters alone has none."""
    return [token for token in _TOKEN.findall(name) if token not in ("(", ")", "and", "or", "not")]


def _any(tokens: list[str]) -> tuple[Selector, list[str]]:
    left, rest = _all(tokens)
    while rest[:1] == ["or"]:
        right, rest = _all(rest[1:])
        left = _either(left, right)
    return left, rest


def _all(tokens: list[str]) -> tuple[Selector, list[str]]:
    left, rest = _one(tokens)
    while rest[:1] == ["and"]:
        right, rest = _one(rest[1:])
        left = _both(left, right)
    return left, rest


def _one(tokens: list[str]) -> tuple[Selector, list[str]]:
    if tokens[:1] == ["not"]:
        inner, rest = _one(tokens[1:])
        return (lambda names: names - inner(names)), rest
    if tokens[:1] == ["("]:
        inner, rest = _any(tokens[1:])
        if rest[:1] != [")"]:
            raise _wrong(rest)
        return inner, rest[1:]
    if not tokens or tokens[0] in ("and", "or", ")"):
        raise _wrong(tokens)
    word = tokens[0].casefold()
    return (lambda names: _named(word, names)), tokens[1:]


def _named(word: str, names: Set[str]) -> Set[str]:
    exact = {name for name in names if word in (name.casefold(), name.casefold().partition("::")[2])}
    return exact or {name for name in names if word in name.casefold()}


def _either(left: Selector, right: Selector) -> Selector:
    return lambda names: left(names) | right(names)


def _both(left: Selector, right: Selector) -> Selector:
    return lambda names: left(names) & right(names)


def _wrong(rest: list[str]) -> UsageError:
    where = f"before {rest[0]!r}" if rest else "at its end"
    return UsageError(Code.INVALID_ARGUMENT, f"the selection must be an expression of words, and, or, not and parentheses; error {where}")
