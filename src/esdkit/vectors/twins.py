"""The valid messages that a program must open for its refusal of another message to count.

Strategy: the case that a vector names as its twin; of a vector that names none, a valid one with the same keys, suite and context class
from all sets that were loaded, where there is one. What cannot be read of a damaged message is not compared.
Invariant: a refusal without any such message is blind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from esdkit.frozen import frozen
from esdkit.spec import CONSTANTS
from esdkit.vectors.model import Accept, KeyDescription, Vector, VectorSet
from esdkit.vectors.questions import suite_of
from esdkit.vectors.reading import header_of

__all__ = ["Twin", "Twins", "is_twin"]


@frozen
class Twin:
    """A valid vector, with the name of its set."""

    suite: str
    vector: Vector

    @property
    def name(self) -> str:
        return f"{self.suite}::{self.vector.id}"


class Twins:
    """The valid vectors of some sets.

    Args:
        sets: all that were loaded, selected or not.
    """

    def __init__(self, sets: Iterable[VectorSet]) -> None:
        self._by_name: dict[tuple[str, str], Twin] = {}
        self._by_keys: dict[str, list[Twin]] = {}
        for one in sets:
            for vector in one.vectors:
                if isinstance(vector.expectation, Accept) and vector.keys is not None and vector.unwritten is None:
                    twin = self._by_name.setdefault((one.name, vector.id), Twin(one.name, vector))
                    self._by_keys.setdefault(_key_of(vector.keys), []).append(twin)

    def of(self, suite: str, vector: Vector) -> tuple[Twin, ...]:
        """The messages that must all be opened; none when there are none.

        Args:
            suite: the name of the vector's set.
            vector: a case that must be refused.
        """
        twin = self._alike(suite, vector) if vector.twin is None else self._by_name.get((suite, vector.twin))
        return () if twin is None else (twin,)

    def _alike(self, suite: str, vector: Vector) -> Twin | None:
        if vector.keys is None:
            return None
        twins = sorted(self._by_keys.get(_key_of(vector.keys), ()), key=lambda twin: twin.suite != suite)
        return next((twin for twin in twins if _agree(vector, twin.vector)), None)


def _key_of(keys: KeyDescription) -> str:
    return json.dumps([keys.keyring, sorted((name, key.hex()) for name, key in keys.keys.items())], sort_keys=True)


def is_twin(vector: Vector, twin: Vector) -> bool:
    """Whether a vector is valid and has the keys, suite and context class of another one, as far as that can be read."""
    return isinstance(twin.expectation, Accept) and vector.keys in (None, twin.keys) and _agree(vector, twin)


def _agree(vector: Vector, twin: Vector) -> bool:
    """Whether suite and context class are the same, as far as the message can be read."""
    suite, context = suite_of(vector.ciphertext), _context_class(vector)
    return (suite is None or suite == suite_of(twin.ciphertext)) and (context is None or context == _context_class(twin))


def _context_class(vector: Vector) -> str | None:
    """What the order and the encoding of the context depend on; None if the header cannot be read."""
    header = header_of(vector)
    if header is None:
        return None
    context = {**header.encryption_context, **vector.encryption_context}
    return _class_of({key: value for key, value in context.items() if key != CONSTANTS.public_key_name})


def _class_of(context: Mapping[str, str]) -> str:
    if not context:
        return "empty"
    text = "".join([*context, *context.values()])
    return "plain" if text.isascii() and text == text.lower() else "mixed"
