"""Forked processes that work for this one, each with a pipe in both directions: for many messages, many files, and one large file.

Strategy: processes are forked, and so have keys and open files without a copy that is pickled or on disk. A process sees the end of its
pipe when this one closes it or is gone, and this one when a process is gone: no pipe has a second process at either end.
Invariant: no process outlives the block.
"""

from __future__ import annotations

import errno
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from esdkit.errors import Code, UsageError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

__all__ = ["ENDING_SIGNALS", "Worker", "forked", "lost"]

ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Those that ask a program to end, of this system."""

_ENDED = (EOFError, BrokenPipeError, ConnectionResetError)  # what a pipe raises when nobody is at its other end


class Worker(NamedTuple):
    """A process and this end of its pipe."""

    process: ForkProcess
    connection: Connection


@contextmanager
def forked(works: Iterable[Callable[[Connection], None]]) -> Iterator[list[Worker]]:
    """A process for each work, which gets its end of the pipe; it may read there until the end is an error. At the end of the block the
    processes are terminated. Ctrl-C is for this process.

    Raises:
        UsageError: ``invalid-argument``, the system has no fork.
        ChildProcessError: before the block: the system starts no more processes, or opens no more files.
    """
    workers: list[Worker] = []
    try:
        with _starting():
            for work in works:
                workers.append(_started(work, [worker.connection for worker in workers]))
        yield workers
    finally:
        for process, ours in workers:
            ours.close()
            process.terminate()
            process.join()


def _started(work: Callable[[Connection], None], others: list[Connection]) -> Worker:
    import multiprocessing  # here, because most programs need no second process

    if "fork" not in multiprocessing.get_all_start_methods():
        raise UsageError(Code.INVALID_ARGUMENT, "several processes need a system with fork")
    context = multiprocessing.get_context("fork")
    ours, its = context.Pipe()
    with its, _deaf() as heard:  # closed here, so that the end of the process is the end of the pipe
        process = context.Process(target=_run, args=(work, its, [ours, *others], heard), daemon=True)
        process.start()
    return Worker(process, ours)


@contextmanager
def _starting() -> Iterator[None]:
    """Names the error of a system that has reached a limit: no file of the user is at fault."""
    try:
        yield
    except OSError as error:
        raise ChildProcessError(error.errno, f"a process cannot be started: {error.strerror}") from None


@contextmanager
def _deaf() -> Iterator[set[int]]:
    """Makes the signals that end a program wait while a process starts, which has this one's handlers until it sets its own. Gives the
    signals that were blocked before.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING_SIGNALS)
    try:
        yield before
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def lost() -> Iterator[None]:
    """Names the error of a pipe whose process is gone."""
    try:
        yield
    except _ENDED:
        raise ChildProcessError(errno.ECHILD, "a worker process was killed or crashed") from None


def _run(work: Callable[[Connection], None], its: Connection, others: list[Connection], heard: set[int]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one; a second signal would cut the tidying short
    for connection in others:  # whose ends this process has got by the fork
        connection.close()
    signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    try:
        with suppress(*_ENDED):
            work(its)
    finally:
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING_SIGNALS)  # this process is ending
