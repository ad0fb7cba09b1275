"""Many messages in order: one after the other, or over several processes.

Strategy: sources are pulled when results are asked for. Processes are forked at the first result, and so have the keys without a copy
that is pickled or on disk; each has one batch at a time and answers before it gets the next, so that no two ends of a pipe wait for each
other.
Invariants: results leave in the order of the sources, and each exactly once; when the source fails, or a message where errors are raised,
what came before it has left. No process outlives the iterator.
"""

from __future__ import annotations

import errno
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Literal

from esdkit.engine.arguments import Source, source_bytes
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.message.header import parse_header
from esdkit.message.model import Header

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

__all__ = ["Errors", "Result", "in_order"]

Errors = Literal["raise", "give"]
Result = tuple[bytes, Header]
Work = Callable[[bytes], Result]

_Batch = list[bytes | EsdkError]

_MESSAGES = 64  # that a process gets at once
_LENGTH = 1 << 20  # bytes from which a batch is full


def in_order(work: Work, sources: Iterable[Source], *, errors: Errors, jobs: int, written: bool) -> Iterator[Result | EsdkError]:
    """What ``work`` makes of each source, or its error.

    Args:
        work: makes one result.
        sources: as many as there are; they may be without end.
        errors: ``raise`` ends with the first; ``give`` gives each in its place.
        jobs: number of processes; 1 for this one alone.
        written: whether the header of a result is that of what was made, or of what was read.
    """
    if jobs == 1:
        return _here(work, sources, raises=errors == "raise")
    return _out(_over_processes(work, sources, jobs, written=written), raises=errors == "raise")


def _here(work: Work, sources: Iterable[Source], *, raises: bool) -> Iterator[Result | EsdkError]:
    for source in sources:
        try:
            result: Result | EsdkError = work(source_bytes(source))
        except EsdkError as error:
            if raises:
                raise
            result = error.with_traceback(None)  # which would keep the plaintext
        yield result


def _out(results: Generator[Result | EsdkError, None, None], *, raises: bool) -> Iterator[Result | EsdkError]:
    with closing(results):
        for result in results:
            if raises and isinstance(result, EsdkError):
                raise result
            yield result


def _taken(source: Source) -> bytes | EsdkError:
    try:
        return source_bytes(source)
    except EsdkError as error:
        return error


def _done(work: Work, data: bytes | EsdkError) -> Result | EsdkError:
    if isinstance(data, EsdkError):
        return data
    try:
        return work(data)
    except EsdkError as error:
        return error


# ---------------------------------------------------------------- processes
def _over_processes(work: Work, sources: Iterable[Source], jobs: int, *, written: bool) -> Generator[Result | EsdkError, None, None]:
    with _Workers(work, jobs) as workers:
        batches = _Batches(sources)
        given: deque[tuple[int, _Batch]] = deque()
        for number in range(jobs):
            workers.give(number, batches, given)
        while given:
            number, batch = given.popleft()
            made = workers.answer(number)
            workers.give(number, batches, given)
            for data, result in zip(batch, made, strict=True):
                yield result if isinstance(result, EsdkError) else (result, _header(result if written else data))
        if batches.failure is not None:
            raise batches.failure


def _header(message: bytes | EsdkError) -> Header:
    """Of a message that was written or verified by another process."""
    assert isinstance(message, bytes)
    return parse_header(message, strict=False)[0]


class _Batches:
    """Sources in batches.

    Attributes:
        failure: what the source raised; it is raised when the results before it have left.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = iter(sources)
        self.failure: BaseException | None = None

    def next(self) -> _Batch:
        """The next sources; none at the end, or after a failure."""
        batch: _Batch = []
        length = 0
        try:
            while self.failure is None and len(batch) < _MESSAGES and length < _LENGTH:
                data = _taken(next(self._sources))
                batch.append(data)
                length += len(data) if isinstance(data, bytes) else 0
        except StopIteration:
            pass
        except Exception as error:  # noqa: BLE001  # whatever an iterable raises
            self.failure = error
        return batch


class _Workers:
    """Forked processes, each with a pipe in both directions."""

    def __init__(self, work: Work, jobs: int) -> None:
        import multiprocessing  # here, because most programs need no second process

        if "fork" not in multiprocessing.get_all_start_methods():
            raise UsageError(Code.INVALID_ARGUMENT, "jobs needs a system with fork")
        context = multiprocessing.get_context("fork")
        self._workers: list[tuple[ForkProcess, Connection]] = []
        for _ in range(jobs):
            ours, its = context.Pipe()
            others = [ours, *(connection for _, connection in self._workers)]
            process = context.Process(target=_work_off, args=(work, its, others), daemon=True)
            process.start()
            its.close()  # so that the end of the process is the end of the pipe
            self._workers.append((process, ours))

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for process, ours in self._workers:
            ours.close()
            process.terminate()
            process.join()

    def give(self, number: int, batches: _Batches, given: deque[tuple[int, _Batch]]) -> None:
        """Give a process the next batch, if there is one."""
        batch = batches.next()
        if batch:
            with _lost():
                self._workers[number][1].send(batch)
            given.append((number, batch))

    def answer(self, number: int) -> _Batch:
        """What a process made of its batch."""
        with _lost():
            results: _Batch = self._workers[number][1].recv()
        return results


@contextmanager
def _lost() -> Iterator[None]:
    """Names the error of a pipe whose process is gone."""
    try:
        yield
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise ChildProcessError(errno.ECHILD, "a process of jobs was killed, or ended by an error that it has printed") from None


def _work_off(work: Work, requests: Connection, others: list[Connection]) -> None:
    """What a process does: batch after batch, until the first process closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for connection in others:  # whose ends this process has got by the fork
        connection.close()
    while True:
        try:
            batch: _Batch = requests.recv()
        except EOFError:
            return
        requests.send([_made(_done(work, data)) for data in batch])


def _made(result: Result | EsdkError) -> bytes | EsdkError:
    return result if isinstance(result, EsdkError) else result[0]
