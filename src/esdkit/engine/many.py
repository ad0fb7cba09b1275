"""Many messages in order: one after the other, or over several processes.

Strategy: sources are pulled when results are asked for. Processes are forked at the first result; each has one batch at a time and answers
before it gets the next, so that no two ends of a pipe wait for each other.
Invariants: results leave in the order of the sources, and each exactly once; when the source fails, or a message where errors are raised,
what came before it has left. No process outlives the iterator.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Literal

from esdkit.engine.arguments import Source, source_bytes
from esdkit.engine.processes import Worker, forked, lost
from esdkit.errors import EsdkError
from esdkit.message.header import parse_header
from esdkit.message.model import Header

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

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
    with forked(partial(_work_off, work) for _ in range(jobs)) as workers:
        batches = _Batches(sources)
        given: deque[tuple[Worker, _Batch]] = deque()
        for worker in workers:
            _give(worker, batches, given)
        while given:
            worker, batch = given.popleft()
            with lost():
                made: _Batch = worker.connection.recv()
            _give(worker, batches, given)
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


def _give(worker: Worker, batches: _Batches, given: deque[tuple[Worker, _Batch]]) -> None:
    """Give a process the next batch, if there is one."""
    batch = batches.next()
    if batch:
        with lost():
            worker.connection.send(batch)
        given.append((worker, batch))


def _work_off(work: Work, requests: Connection) -> None:
    """What a process does: batch after batch, until the first process closes the pipe or is gone."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    while True:
        batch: _Batch = requests.recv()
        requests.send([_made(_done(work, data)) for data in batch])


def _made(result: Result | EsdkError) -> bytes | EsdkError:
    return result if isinstance(result, EsdkError) else result[0]
