"""The inputs of the long run, from a seed: valid messages and documents, changed, with the right answer where it is known.

Strategy: an input belongs to a batch, and a batch to its number, so a run can go on anywhere. Messages are small ones of every shape and,
in each batch, new random ones. A change is one of the mutations that know the right answer (``esdkit.fuzz.mutations``), or up to three
changes of numbers and bytes that nobody judged: such a message must be refused, or be what it was.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from esdkit.forge.boundaries import boundaries
from esdkit.fuzz.expected import Expected
from esdkit.fuzz.mutations import plans
from esdkit.fuzz.plan import Plan
from esdkit.fuzz.questions import random_subject, small_mutations
from esdkit.fuzz.subject import Subject
from esdkit.spec import BEGINNINGS, FIELDS
from tools.fuzzing import documents
from tools.fuzzing.harnesses import Truth

__all__ = ["BATCH", "SPLIT", "Input", "base_inputs", "batch"]

BATCH = 2000
"""Inputs of a batch."""

SPLIT: Mapping[str, int] = {
    "header": 1640,
    "parse": 180,
    "decrypt": 60,
    "grammar": 30,
    "verify": 25,
    "keyring-file": 15,
    "text": 12,
    "recognize": 12,
    "inspect": 10,
    "serve": 9,
    "manifest": 6,
    "http": 1,
}
"""How many inputs of a batch each harness gets: the cheap ones most."""
assert sum(SPLIT.values()) == BATCH

_NEW = 2  # random messages of a batch
_LONGEST = 6000  # bytes of a message whose bytes are changed, and of a mutation
_JUDGED = {"parse": 0.25, "decrypt": 0.4, "verify": 0.4}  # part of the mutations that know the right answer, where it is asked for
_FEW_JUDGED = 0.05  # elsewhere
_WITH_ORIGINAL = ("decrypt", "verify")  # what these accept must be what it was
_WILD = 0.04  # part that are random after a lawful beginning
_TOKENS = (
    b"\xff\xff\xff\xff",
    b"\0\0\0\1",
    b"aws-crypto-public-key",
    b"aws-kms",
    b'"',
    b"{",
    b"[",
    b"file://",
    b"null",
    b"-1",
    b"1e9",
    b"\\u0000",
    b"..",
)


class Input(NamedTuple):
    """What a harness is given."""

    harness: str
    data: bytes
    truth: Truth | None = None


class _Base(NamedTuple):
    """A valid message: its bytes, where its numbers are (start, end, value, other values that its field allows), and the right answer."""

    data: bytes
    numbers: tuple[tuple[int, int, int, tuple[int, ...]], ...]
    truth: Truth


def batch(seed: int, number: int) -> Iterator[Input]:
    """The inputs of one batch."""
    chance = random.Random(f"{seed} {number}")
    new = _new_subjects(chance)
    bases = [*_small_bases(), *map(_base, new)]
    judged = [*small_mutations(True), *((subject, plan) for subject in new for plan in plans(subject))]
    turns = [harness for harness, count in SPLIT.items() for _ in range(count)]
    chance.shuffle(turns)
    for harness in turns:
        if harness in _DOCUMENTS:
            yield Input(harness, _changed_text(chance.choice(_DOCUMENTS[harness]()), chance))
        elif harness in ("text", "recognize") and chance.random() < 0.6:
            base = chance.choice(bases).data
            document = documents.texts(base) if harness == "text" else chance.choice(documents.wrapped(base))
            yield Input(harness, _changed_text(document, chance))
        else:
            yield _message(harness, bases, judged, chance)


def base_inputs(harness: str) -> Iterator[Input]:
    """The valid inputs that those of a harness are made from."""
    if harness in _DOCUMENTS:
        yield from (Input(harness, data) for data in _DOCUMENTS[harness]())
        return
    for base in _small_bases():
        yield Input(harness, base.data, base.truth._replace(expected=Expected({})))
        others = {"text": [documents.texts(base.data)], "recognize": documents.wrapped(base.data)}.get(harness, ())
        yield from (Input(harness, data) for data in others)


# -------------------------------------------------------------------- messages
def _new_subjects(chance: random.Random) -> list[Subject]:
    made = (random_subject(chance, True) for _ in range(20 * _NEW))
    small = (subject for subject in made if len(subject.data) < _LONGEST)
    return [subject for subject, _ in zip(small, range(_NEW), strict=False)]


@cache
def _small_bases() -> tuple[_Base, ...]:
    return tuple(_base(subject) for subject in dict.fromkeys(subject for subject, _ in small_mutations(True)))


def _base(subject: Subject) -> _Base:
    numbers = tuple(
        (span.start, span.end, span.value, tuple(FIELDS[span.id].allowed or ()))
        for span in subject.spans.values()
        if isinstance(span.value, int)
    )
    return _Base(subject.data, numbers, Truth(subject.draft.plaintext, subject.draft.header.encryption_context))


def _message(harness: str, bases: list[_Base], judged: list[tuple[Subject, Plan]], chance: random.Random) -> Input:
    kind = chance.random()
    if kind < _WILD:
        return Input(harness, chance.choice(BEGINNINGS) + chance.randbytes(chance.randrange(200)))
    if kind < _WILD + _JUDGED.get(harness, _FEW_JUDGED):
        subject, plan = chance.choice(judged)
        data = plan.make()
        if len(data) < _LONGEST:
            truth = Truth(subject.draft.plaintext, subject.draft.header.encryption_context, plan.expected)
            return Input(harness, data, truth if harness in _JUDGED else None)
    base = chance.choice(bases)
    return Input(harness, _changed(base, chance), base.truth if harness in _WITH_ORIGINAL else None)


def _changed(base: _Base, chance: random.Random) -> bytes:
    """Numbers first, because they are where the valid message has them."""
    data = bytearray(base.data)
    for start, end, value, allowed in chance.sample(base.numbers, chance.choice((0, 1, 1, 1, 2))):
        data[start:end] = _number(value, 8 * (end - start), allowed, chance).to_bytes(end - start, "big")
    changed = bytes(data)
    for change in chance.choices(_CHANGES, k=chance.choice((0, 1, 1, 2))):
        changed = change(changed, chance)
    return changed


def _number(value: int, bits: int, allowed: tuple[int, ...], chance: random.Random) -> int:
    most = (1 << bits) - 1
    near = [value + step for step in (-1, 1, 256, -256, 65536) if 0 <= value + step <= most]
    return chance.choice([*near, *allowed, chance.choice(_boundaries(most))])


@cache
def _boundaries(most: int) -> list[int]:
    return boundaries(0, most)


# -------------------------------------------------------------------- any bytes
def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + (data[end:] if chance.random() < 0.5 else b"")


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + (chance.choice(_TOKENS) if chance.random() < 0.5 else chance.randbytes(chance.randint(1, 6))) + data[at:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:end] + data[start:end] + data[end:]


def _range(data: bytes, chance: random.Random) -> tuple[int, int]:
    first, second = chance.randint(0, len(data)), chance.randint(0, len(data))
    return min(first, second), max(first, second)


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _flip, _cut, _insert, _repeat)


# -------------------------------------------------------------------- documents
def _changed_text(data: bytes, chance: random.Random) -> bytes:
    for change in chance.choices((*_CHANGES, _swap), k=chance.choice((0, 1, 1, 2, 3))):
        data = change(data, chance)
    return data


def _swap(data: bytes, chance: random.Random) -> bytes:
    """A character becomes one that a text format gives a meaning."""
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(b'"{}[]:,-0 \n\\#&*!|>%\x00\xff').to_bytes(1, "big") + data[at + 1 :]


def _first_message() -> bytes:
    return _small_bases()[0].data


_DOCUMENTS: Mapping[str, Callable[[], list[bytes]]] = {
    "manifest": cache(documents.manifests),
    "keyring-file": cache(documents.keyring_files),
    "serve": cache(lambda: documents.requests(_first_message())),
    "http": cache(lambda: documents.connections(_first_message())),
}
