"""Texts of programs under test, without the keys that the programs were given.

Strategy: a program may print a key in any spelling, whole or cut. Every eight characters in a row of each common spelling are known, and
whatever of a text they cover is masked. What is shorter than eight characters is not found, nor is a spelling that nobody thought of.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from esdkit.columns import printable
from esdkit.targets.base import Answer, Given, Keyring, Refused, Unsupported

__all__ = ["Redactor"]

_GRAM = 8
_MAX_KEYS = 64  # the keys given last; what a program wrote about an earlier one is no longer in the end of its stderr that is kept
_MASK = "[key]"


class Redactor:
    """Knows the keys that a program was given, and masks them in what it says."""

    def __init__(self) -> None:
        self._keys: dict[bytes | str, frozenset[str]] = {}
        self._grams: frozenset[str] = frozenset()

    def learn(self, keyring: Keyring) -> None:
        """Remember the keys of a keyring."""
        new = {secret: frozenset(_grams(secret)) for secret in _secrets(keyring) if secret not in self._keys}
        if new:
            self._keys = dict([*self._keys.items(), *new.items()][-_MAX_KEYS:])
            self._grams = frozenset().union(*self._keys.values())

    def clean(self, text: str) -> str:
        """One line without keys, and without what steers a terminal."""
        line = " ".join(text.split())
        folded = line.lower() if len(line.lower()) == len(line) else line
        shown, masked_to = [], 0
        for at, character in enumerate(line):
            if folded[at : at + _GRAM] in self._grams:
                if at >= masked_to:
                    shown.append(_MASK)
                masked_to = at + _GRAM
            elif at >= masked_to:
                shown.append(character)
        return printable("".join(shown))

    def clean_answer(self, answer: Answer) -> Answer:
        """An answer whose texts have no keys."""
        if isinstance(answer, Given):
            return answer
        if isinstance(answer, Refused):
            return replace(answer, error=self.clean(answer.error), kind=self.clean(answer.kind))
        if isinstance(answer, Unsupported):
            return Unsupported(self.clean(answer.reason))
        return replace(answer, reason=self.clean(answer.reason))


def _secrets(value: Any) -> Iterator[bytes | str]:
    if isinstance(value, Mapping):
        yield from (value[name] for name in ("key", "private") if isinstance(value.get(name), bytes | str))
        for member in value.values():
            yield from _secrets(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _secrets(member)


def _grams(secret: bytes | str) -> Iterator[str]:
    for spelling in _spellings(secret):
        folded = " ".join(spelling.split()).lower()
        yield from (folded[at : at + _GRAM] for at in range(len(folded) - _GRAM + 1))


def _spellings(secret: bytes | str) -> Iterator[str]:
    if isinstance(secret, str):  # PEM
        body = "".join(line for line in secret.splitlines() if not line.startswith("-----"))
        yield from (body, "\n".join(secret.splitlines()[1:-1]), "\\n".join(secret.splitlines()[1:-1]))
        return
    yield from (secret.hex(), secret.hex(" "), secret.hex(":"))
    yield from (base64.b64encode(secret).decode("ascii"), base64.urlsafe_b64encode(secret).decode("ascii"))
    yield from (repr(secret)[2:-1], secret.decode("utf-8", "replace"), secret.decode("latin-1"))
    for numbers in (list(secret), [byte - (byte & 128) * 2 for byte in secret]):  # a language may have signed bytes
        yield from (", ".join(map(str, numbers)), ",".join(map(str, numbers)))
