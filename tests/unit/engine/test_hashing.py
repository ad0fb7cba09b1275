"""The hash beside the cipher: the same in one thread or two, and no thread is left behind."""

from __future__ import annotations

import gc
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
@pytest.mark.req("SIG-VER-007")
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
@pytest.mark.req("SIG-VER-007")
def test_small_messages_make_no_thread(expected: int | None) -> None:
    running = RunningHash("sha384", expected)
    running.update(DATA)
    assert threads() == 0
    assert running.digest() == hashlib.sha384(DATA).digest()


@pytest.mark.req("SIG-VER-007")
def test_large_messages_of_known_length_make_their_thread_at_once() -> None:
    running = RunningHash("sha384", 1 << 30)
    running.update(b"x")
    assert threads() == 1
    running.close()
    running.close()
    assert threads() == 0


@pytest.mark.parametrize("in_a_circle", [False, True])
def test_dropped_hash_ends_its_thread(in_a_circle: bool) -> None:
    running = RunningHash("sha384", 1 << 30)
    running.update(bytes(5 << 20))
    (thread,) = (thread for thread in threading.enumerate() if thread.name == "esdkit-hash")
    if in_a_circle:
        running.itself = running  # type: ignore[attr-defined]
    del running
    gc.collect()
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.req("CLI-STR-005")
def test_pieces_that_wait_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    go, taken = threading.Event(), list[int]()

    def hold(pieces: object, room: threading.Semaphore, digest: object) -> None:
        go.wait(10)
        room.release(5)

    monkeypatch.setattr(hashing, "_work_off", hold)
    monkeypatch.setattr(hashing, "_PIECE", 1)
    running = RunningHash("sha384", 1 << 30)

    def update() -> None:
        for number in range(5):
            running.update(b"x")
            taken.append(number)

    waiting = threading.Thread(target=update, daemon=True)
    waiting.start()
    waiting.join(0.2)
    assert len(taken) == 2
    go.set()
    waiting.join(10)
    assert len(taken) == 5
    running.close()


def test_interruption_while_the_thread_starts_leaves_nothing_to_join(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: threading.Thread) -> None:
        raise KeyboardInterrupt

    digest = RunningHash("sha384", 1 << 30)
    monkeypatch.setattr(threading.Thread, "start", interrupted)
    with pytest.raises(KeyboardInterrupt):
        digest.update(b"piece")
    digest.close()
