"""The hash beside the cipher: the same in one thread or two, and no thread is left behind."""

from __future__ import annotations

import hashlib
import threading

import pytest

from esdkit.engine import hashing
from esdkit.engine.hashing import RunningHash

DATA = bytes(range(256)) * 40


def threads() -> int:
    return sum(thread.name == "esdkit-hash" for thread in threading.enumerate())


@pytest.mark.parametrize("name", ["sha256", "sha384"])
@pytest.mark.parametrize("piece", [1, 100, 1000, 20_000])
@pytest.mark.parametrize("threshold", [0, 5000, 1 << 20], ids=["at-once", "in-the-middle", "never"])
@pytest.mark.parametrize("expected", [None, len(DATA)])
def test_digest_is_the_same_whoever_hashes(
    monkeypatch: pytest.MonkeyPatch, name: str, piece: int, threshold: int, expected: int | None
) -> None:
    monkeypatch.setattr(hashing, "_THREAD_FROM", threshold)
    monkeypatch.setattr(hashing, "_PIECE", 700)
    running = RunningHash(name, expected)
    for at in range(0, len(DATA), piece):
        running.update(memoryview(DATA)[at : at + piece])
    assert threads() == (threshold <= len(DATA))
    assert running.digest() == hashlib.new(name, DATA).digest()
    assert threads() == 0


@pytest.mark.parametrize("expected", [None, len(DATA)])
def test_small_messages_make_no_thread(expected: int | None) -> None:
    running = RunningHash("sha384", expected)
    running.update(DATA)
    assert threads() == 0
    assert running.digest() == hashlib.sha384(DATA).digest()


def test_large_messages_of_known_length_make_their_thread_at_once() -> None:
    running = RunningHash("sha384", 1 << 30)
    running.update(b"x")
    assert threads() == 1
    running.close()
    running.close()
    assert threads() == 0


def test_interruption_while_the_thread_starts_leaves_nothing_to_join(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: threading.Thread) -> None:
        raise KeyboardInterrupt

    digest = RunningHash("sha384", 1 << 30)
    monkeypatch.setattr(threading.Thread, "start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        digest.update(b"piece")
    digest.close()
