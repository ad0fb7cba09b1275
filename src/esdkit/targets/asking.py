"""Threads that ask programs, and the wait for them.

Strategy: only these threads start programs and wait for answers. Whoever waits for the threads does it a moment at a time, because Python
notices a signal that comes just as a wait begins only when the wait ends. It waits with queues that are not written in Python: there, a
signal that raises would leave a lock that nobody frees.
Invariant: whatever ends the block of `asking_threads` early closes the programs, so that an answer that is awaited ends; it waits for that.
"""

from __future__ import annotations

import _thread
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeVar

from esdkit.frozen import frozen
from esdkit.targets.base import Target

__all__ = ["Ask", "asking_threads"]

T = TypeVar("T")

_TICK = 0.1  # seconds until a signal is noticed


class Ask(Protocol):
    """Calls a function with each item in one of the threads, and gives what it returns, or raises, in the order of the items."""

    def __call__(self, function: Callable[[Any], T], items: Sequence[Any], /) -> Iterator[T]: ...


@frozen
class _Task:
    """A call, and where its result goes."""

    call: Callable[[], Any]
    index: int
    results: SimpleQueue[_Result]


@frozen
class _Result:
    index: int
    value: Any = None
    error: BaseException | None = None


@contextmanager
def asking_threads(targets: Sequence[Target], *, count: int) -> Iterator[Ask]:
    """This many threads that ask programs, for one block."""
    tasks: SimpleQueue[_Task | None] = SimpleQueue()
    ended: SimpleQueue[None] = SimpleQueue()
    running = count

    def ask(function: Callable[[Any], T], items: Sequence[Any], /) -> Iterator[T]:
        results: SimpleQueue[_Result] = SimpleQueue()
        for index, item in enumerate(items):
            tasks.put(_Task(partial(function, item), index, results))
        return _in_order(results, len(items))

    for _ in range(count):
        _thread.start_new_thread(_work, (tasks, ended))
    try:
        yield ask
    except BaseException:
        with suppress(Empty):
            while True:
                tasks.get_nowait()
        for target in targets:  # at once, as each may take its time
            _thread.start_new_thread(_close, (target, ended))
        running += len(targets)
        raise
    finally:
        for _ in range(count):
            tasks.put(None)
        for _ in range(running):
            _next(ended)


def _work(tasks: SimpleQueue[_Task | None], ended: SimpleQueue[None]) -> None:
    while (task := tasks.get()) is not None:
        try:
            result = _Result(task.index, task.call())
        except BaseException as error:  # noqa: BLE001  # it is raised where the result is awaited
            result = _Result(task.index, error=error)
        task.results.put(result)
    ended.put(None)


def _close(target: Target, ended: SimpleQueue[None]) -> None:
    try:
        target.close()
    finally:
        ended.put(None)


def _in_order(results: SimpleQueue[_Result], count: int) -> Iterator[Any]:
    early: dict[int, _Result] = {}
    for index in range(count):
        while index not in early:
            result = _next(results)
            early[result.index] = result
        result = early.pop(index)
        if result.error is not None:
            raise result.error
        yield result.value


def _next(queue: SimpleQueue[T]) -> T:
    while True:
        with suppress(Empty):
            return queue.get(timeout=_TICK)
