"""A program that answers lines of JSON: a process that stays, asked one request after the other, started again after a failure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from types import TracebackType
from typing import Self

from esdkit.targets.base import Abilities, Answer, Bounds, DecryptRequest, EncryptRequest, Failed
from esdkit.targets.patience import Patience
from esdkit.targets.process import Process, ProcessFailure
from esdkit.targets.redaction import Redactor
from esdkit.targets.wire import NotAnAnswer, WrongRequest, abilities_of, answer_of, operation_of, request_line

__all__ = ["StdioTarget"]


class StdioTarget:
    """A program on its stdin and stdout. Use it in a ``with`` statement, or ``close`` it; not to be shared between threads.

    Args:
        address: how reports name it.
        command: the program and its arguments.
        bounds: what it may use.
    """

    def __init__(self, address: str, command: Sequence[str], bounds: Bounds | None = None) -> None:
        self._address, self._command, self._bounds = address, tuple(command), bounds or Bounds()
        self._process: Process | None = None
        self._starting, self._closed = Lock(), False
        self._abilities: Abilities | Failed | None = None
        self._last_id = 0
        self._patience = Patience()
        self._redactor = Redactor()

    @property
    def address(self) -> str:
        """How reports name it."""
        return self._address

    @property
    def pid(self) -> int | None:
        """Of the running program."""
        return None if self._process is None else self._process.pid

    def describe(self) -> Abilities | Failed:
        """What it says that it can do; asked once."""
        if self._abilities is None:
            described = self._description()
            self._abilities = (
                replace(described, reason=self._redactor.clean(described.reason)) if isinstance(described, Failed) else described
            )
        return self._abilities

    def decrypt(self, request: DecryptRequest) -> Answer:
        """Its plaintext, or why there is none."""
        return self._answer(request)

    def encrypt(self, request: EncryptRequest) -> Answer:
        """Its message, or why there is none."""
        return self._answer(request)

    def close(self) -> None:
        """Ends the program and every process that it started; another thread may be waiting for an answer. It is not started again."""
        with self._starting:
            self._closed, process, self._process = True, self._process, None
        if process is not None:
            process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _answer(self, request: DecryptRequest | EncryptRequest) -> Answer:
        self._redactor.learn(request.keyring)
        return self._patience.ask(lambda: self._redactor.clean_answer(self._one(request)))

    def _description(self) -> Abilities | Failed:
        line = self._ask(None)
        if isinstance(line, Failed):
            return line
        try:
            return abilities_of(line, self._last_id)
        except NotAnAnswer as error:
            return self._nonsense(error)

    def _one(self, request: DecryptRequest | EncryptRequest) -> Answer:
        line = self._ask(request)
        if isinstance(line, Failed):
            return line
        try:
            return answer_of(line, self._last_id, operation_of(request))
        except NotAnAnswer as error:
            return self._nonsense(error)

    def _ask(self, request: DecryptRequest | EncryptRequest | None) -> bytes | Failed:
        seconds = self._bounds.request_seconds
        try:
            process = self._process
            if process is None:
                process = self._started()
                if request is None:
                    return self._start(process)
                if self._abilities is None:
                    seconds = self._bounds.start_seconds
                else:
                    self._start(process)  # again, so that the time of a start is not given to a request
            return self._exchange(process, request, seconds)
        except ProcessFailure as failure:
            self._process = None
            return Failed(failure.code, failure.reason)

    def _started(self) -> Process:
        with self._starting:
            if self._closed:
                raise ProcessFailure("start-failed", "the target is closed")
            self._process = process = Process(self._command)
        return process

    def _start(self, process: Process) -> bytes:
        """The answer to ``describe``; a hang at another first request may be the message's."""
        seconds = self._bounds.start_seconds
        try:
            return self._exchange(process, None, seconds)
        except ProcessFailure as failure:
            if failure.code == "hang":
                raise ProcessFailure("start-hang", f"no answer to `describe` within {seconds:g} s; {failure.reason}") from None
            raise

    def _exchange(self, process: Process, request: DecryptRequest | EncryptRequest | None, seconds: float) -> bytes:
        self._last_id += 1
        line = request_line(self._last_id, request)
        room = self._bounds.answer_length + 2 * len(line)
        return process.exchange(line, seconds=seconds, memory=self._bounds.memory, answer=room)

    def _nonsense(self, error: NotAnAnswer) -> Failed:
        """What follows cannot be trusted either: the program is started again."""
        said = "" if self._process is None else self._process.said
        if self._process is not None:
            self._process.kill()
            self._process = None
        code = "wrong-request" if isinstance(error, WrongRequest) else "nonsense"
        return Failed(code, f"{error}; on stderr: {said}" if said else str(error))
