"""The hash beside the cipher: the same digest on one thread and on two, and the second one only when it is worth it."""

from __future__ import annotations

import hashlib
import threading

import pytest

from esdkit.engine.hashing import RunningHash

MIB = 1 << 20


@pytest.mark.parametrize("expected", [None, 0, MIB, 64 * MIB], ids=["unknown", "none", "small", "large"])
@pytest.mark.parametrize("pieces", [[], [b"a"], [b"a" * MIB] * 3, [b"a" * (5 * MIB), b"b"]], ids=["none", "one", "small", "large"])
def test_digest_is_that_of_hashlib(expected: int | None, pieces: list[bytes]) -> None:
    running = RunningHash("sha384", expected)
    for piece in pieces:
        running.update(piece)
    assert running.digest() == hashlib.sha384(b"".join(pieces)).digest()


@pytest.mark.parametrize(
    ("expected", "fed", "threads"),
    [(None, 3 * MIB, 0), (None, 4 * MIB, 1), (3 * MIB, 3 * MIB, 0), (4 * MIB, 1, 1)],
    ids=["unknown-small", "unknown-large", "known-small", "known-large"],
)
def test_second_thread_starts_when_it_is_worth_it_and_ends(expected: int | None, fed: int, threads: int) -> None:
    before = threading.active_count()
    running = RunningHash("sha384", expected)
    running.update(bytes(fed))
    assert threading.active_count() - before == threads
    running.close()
    assert threading.active_count() == before
