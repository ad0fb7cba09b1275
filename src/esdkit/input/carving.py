"""Messages as they are, one or more, alone or in the middle of other bytes: where each begins and ends.

Strategy: a place counts when the bytes there begin like a message of a known suite and go on as one, to the end of an encrypted data key at
least; four bytes alone are found by chance in any large file. A message that is whole ends where its structure does; the search goes on
there. Invariant: the work is linear in the bytes and in the number of such places.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from esdkit.crypto.signing import signature_lengths
from esdkit.errors import Code
from esdkit.frozen import frozen
from esdkit.input.beginnings import begins_like_message, message_starts
from esdkit.input.budget import Budget
from esdkit.inspector.facts.reading import MAX_PROBLEMS, MessageReading, read_message
from esdkit.inspector.facts.source import ByteSource, FileSource, MemorySource
from esdkit.message.rules import RuleChecker

__all__ = ["Extent", "extents", "has_data_key", "structure"]

_SIGNATURE = "footer.signature"
_DATA_KEY = "header.encrypted_data_keys.ciphertext"
_FAILURE = 1 << 20  # what a place costs that is not a message, in bytes looked at


@frozen
class Extent:
    """Where a message is (offsets in bytes).

    Attributes:
        start, end: ``end`` is exclusive; of one that is not whole, it is where the next begins, or the bytes end.
        whole: whether the structure is there to its end.
        reached: how many of its bytes the structure takes, as far as it goes.
    """

    start: int
    end: int
    whole: bool
    reached: int


def extents(data: bytes, budget: Budget) -> list[Extent]:
    """The messages in ``data``, in their order, none inside another."""
    found: list[Extent] = []
    places = _places(data, budget)
    start = next(places, None)
    while start is not None:
        reached, whole = structure(data, start, among=True)
        following = next((place for place in places if not whole or place >= start + reached), None)
        found.append(Extent(start, start + reached if whole else len(data) if following is None else following, whole, reached))
        start = following
    return found


def _places(data: bytes, budget: Budget) -> Iterator[int]:
    """Where messages begin. At the beginning of the bytes less evidence will do than inside of them."""
    place = 0 if begins_like_message(data) else message_starts(data, 1, len(data))
    while place is not None:
        if place == 0 or _reaches_data_key(FileSource(io.BytesIO(data), place)):
            yield place
        elif not budget.spend(_FAILURE):
            return
        place = message_starts(data, place + 1, len(data))


def has_data_key(data: bytes) -> bool:
    """Whether bytes are a message at least to the end of its first encrypted data key."""
    return _reaches_data_key(MemorySource(data))


def _reaches_data_key(source: ByteSource) -> bool:
    reading = read_message(source, _checker())
    return any(field_id == _DATA_KEY for field_id, *_ in reading.before)


def structure(data: bytes, start: int = 0, *, among: bool = False) -> tuple[int, bool]:
    """How far the structure goes (bytes), and whether that is its end.

    Args:
        data: the bytes.
        start: where the message begins (offset).
        among: whether other bytes may be in the middle of it. Then frames out of order, or a signature that is longer than any of its
            suite, were read from them, and the messages after it would be taken for it.
    """
    checker = _checker(strict=among)
    reading = read_message(FileSource(io.BytesIO(data), start), checker)
    out_of_order = any(problem.code is Code.SEQ_OUT_OF_ORDER for problem in checker.problems)
    if among and start and reading.problem is None and (out_of_order or _has_foreign_signature(reading)):
        return reading.header_length, False
    return reading.end, reading.problem is None


def _has_foreign_signature(reading: MessageReading) -> bool:
    header = reading.header
    scheme = None if header is None else header.suite.signature
    signatures = [end - start for field_id, _, start, end, _ in reading.after if field_id == _SIGNATURE]
    return scheme is not None and bool(signatures) and signatures[0] > signature_lengths(scheme)[1]


def _checker(*, strict: bool = False) -> RuleChecker:
    return RuleChecker(limits=None, strict=strict, collect=True, most=MAX_PROBLEMS)
