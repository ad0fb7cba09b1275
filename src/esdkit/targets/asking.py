"""Threads that ask programs, and the wait for them.

Strategy: only threads start programs and wait for answers. The main thread waits for the threads a moment at a time, because Python notices
a signal that comes just as a wait begins only when the wait ends.
Invariant: whatever ends the block of `asking_threads` early closes the programs, so that an answer that is awaited ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

from esdkit.targets.base import Target

__all__ = ["asking_threads", "result_of", "results_of"]

T = TypeVar("T")

_TICK = 0.1  # seconds until a signal is noticed


@contextmanager
def asking_threads(targets: Sequence[Target], *, count: int) -> Iterator[Executor]:
    """So many threads that ask programs, for one block."""
    executor = ThreadPoolExecutor(count)
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        with ThreadPoolExecutor(len(targets)) as closing:  # each may take its time
            closing.map(lambda target: target.close(), targets)
        raise
    finally:
        executor.shutdown()


def result_of(future: Future[T]) -> T:
    """What a thread gives, or raises."""
    while not future.done():
        wait([future], _TICK)
    return future.result()


def results_of(futures: Iterable[Future[T]]) -> Iterator[T]:
    """What threads give, in this order."""
    return map(result_of, futures)
