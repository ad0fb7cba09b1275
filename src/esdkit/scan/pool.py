"""Processes that do one piece of work after another, each of which can be killed without harm to the others.

Strategy: a worker is started when there is work for it, and gets one piece at a time, so that it is known what a worker was doing that was
killed: that piece is given as lost, and another worker takes its place. Workers ignore Ctrl-C, which is for this process, and end when this
process is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, Generic, NamedTuple, TypeVar

__all__ = ["Done", "Lost", "Progressed", "in_processes"]

_Piece = TypeVar("_Piece")
_Context = multiprocessing.get_context("spawn")


class Done(NamedTuple, Generic[_Piece]):
    """A piece of work, and what came of it."""

    piece: _Piece
    result: Any


class Lost(NamedTuple, Generic[_Piece]):
    """A piece of work whose process ended in the middle of it, with its exit code: the negative number of the signal that killed it."""

    piece: _Piece
    exit_code: int


class Progressed(NamedTuple):
    """That ``size`` more bytes were read."""

    size: int


Work = Callable[[Any, Callable[[int], None]], Any]
"""Does a piece of work, and says how many bytes it has read. An ``OSError`` of it ends everything."""


def in_processes(pieces: Iterator[_Piece], work: Work, jobs: int) -> Iterator[Done[_Piece] | Lost[_Piece] | Progressed]:
    """Do all pieces of work, in any order.

    Args:
        pieces: the work; the next one is asked for when a worker is free.
        work: does one; it can be pickled.
        jobs: how many processes.

    Raises:
        OSError: one raised it.
    """
    workers: list[_Worker[_Piece]] = []
    try:
        while True:
            busy = [worker for worker in workers if worker.busy]
            piece = next(pieces, None) if len(busy) < jobs else None
            if piece is not None:
                idle = next((worker for worker in workers if not worker.busy), None)
                if idle is None:
                    workers.append(idle := _Worker(work))
                idle.give(piece)
            elif not busy:
                return
            else:
                for worker in _ready(busy):
                    answer = worker.answer()
                    if isinstance(answer, Lost):
                        workers.remove(worker)
                    yield answer
    finally:
        for worker in workers:
            worker.end()


def _ready(busy: list[_Worker[_Piece]]) -> list[_Worker[_Piece]]:
    """The workers that have something to say."""
    ready = wait([worker.connection for worker in busy])
    return [worker for worker in busy if worker.connection in ready]


class _Worker(Generic[_Piece]):
    """A process."""

    def __init__(self, work: Work) -> None:
        self.connection, other = _Context.Pipe()
        self._process = _Context.Process(target=_serve, args=(other, work), daemon=True)
        self._process.start()
        other.close()
        self._piece: _Piece | None = None

    @property
    def busy(self) -> bool:
        return self._piece is not None

    def give(self, piece: _Piece) -> None:
        self._piece = piece
        with suppress(BrokenPipeError):  # it was killed while it waited: its answer says so
            self.connection.send(piece)

    def answer(self) -> Done[_Piece] | Lost[_Piece] | Progressed:
        assert self._piece is not None
        try:
            answer = self.connection.recv()
        except (EOFError, ConnectionResetError):
            self._process.join()
            return Lost(self._piece, self._process.exitcode or 0)
        if isinstance(answer, OSError):
            raise answer
        if isinstance(answer, Progressed):
            return answer
        piece, self._piece = self._piece, None
        return Done(piece, answer)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


def _serve(connection: Connection, work: Work) -> None:
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            piece = connection.recv()
        except EOFError:
            return
        try:
            answer = work(piece, lambda count: connection.send(Progressed(count)))
        except OSError as error:
            answer = OSError(error.errno, error.strerror, error.filename)
        connection.send(answer)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
