"""A program as a process of its own: one line in, one line out, and no way to hang or flood us.

Strategy: on Linux a ``keeper`` runs the program, and ends whatever it started, wherever that went; elsewhere the program gets a session of
its own, which is ended. One loop writes the question, reads the answer and the errors, and looks at the clock and the memory, because a
program that writes while it should read blocks whoever only writes.
Invariants: time, memory and bytes are bounded; every misbehavior is a `ProcessFailure`, after which the process is gone. Nothing is logged:
questions carry keys. Not here: what a line means (``wire``).
Memory is watched where ``/proc`` tells it (Linux), every tenth of a second; elsewhere only time and bytes are bounded, and a process that
left the session is not found.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NamedTuple

from esdkit.targets.keeper import below

__all__ = ["Process", "ProcessFailure", "ended_text"]

_PIECE = 1 << 16
_STDERR_KEPT = 2000
_TICK = 0.1  # seconds between two looks at memory, and at whether the process is still there
_PATIENCE = 2.0  # seconds that a program has to end by itself after its stdin was closed
_KEEPER_PATIENCE = 10.0  # seconds for a keeper, which has less itself
_LAST_WORDS = 0.5  # seconds that a program has to end after its stdout, so that its exit code can be told
_NOT_STARTED = (126, 127)  # exit codes of shells, of ``host`` and of ``keeper``: what should run cannot be run, or was not found
_KEEPER = (sys.executable, "-I", "-S", str(Path(__file__).with_name("keeper.py"))) if sys.platform == "linux" else ()
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class ProcessFailure(Exception):
    """The program did not answer; ``code`` is a failure of ``spec/targets.yaml``."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class _Room(NamedTuple):
    """What one exchange may take: until when, how many bytes of memory, and how many bytes of answer."""

    until: float
    memory: int
    answer: int


class Process:
    """A running program.

    Args:
        command: the program and its arguments; no shell is involved.

    Raises:
        ProcessFailure: ``start-failed``.
    """

    def __init__(self, command: Sequence[str]) -> None:
        if "\0" in "".join(command):
            raise ProcessFailure("start-failed", f"{command[0]}: its command has a NUL character")
        if not hasattr(os, "killpg"):  # Windows, which also cannot wait for several pipes
            raise ProcessFailure("start-failed", "programs under test need a Unix system")
        if shutil.which(command[0]) is None:
            raise ProcessFailure("start-failed", f"{command[0]}: no such program, or it is not executable")
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen([*_KEEPER, *command], stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, start_new_session=True)
        except OSError as error:
            raise ProcessFailure("start-failed", f"{command[0]}: {error.strerror}") from None
        assert self._process.stdin is not None and self._process.stdout is not None and self._process.stderr is not None
        self._in, self._out, self._errors = self._process.stdin, self._process.stdout, self._process.stderr
        for stream in (self._in, self._out, self._errors):
            os.set_blocking(stream.fileno(), False)
        self._readable = {self._out, self._errors}
        self._answered = False
        self._said = b""
        self._rest = bytearray()
        self._looked = 0.0

    @property
    def pid(self) -> int:
        """Of the program, or of its keeper."""
        return self._process.pid

    @property
    def said(self) -> str:
        """The end of what it wrote on stderr, as one line."""
        return " ".join(self._said.decode("utf-8", "replace").split())

    @property
    def last_line(self) -> str:
        """The last line that it wrote on stderr, if that is not empty."""
        lines = [line for line in self._said.decode("utf-8", "replace").splitlines() if line.strip()]
        return lines[-1].strip() if lines else ""

    def exchange(self, line: bytes, *, seconds: float, memory: int, answer: int) -> bytes:
        """Write one line and read one.

        Args:
            line: without its newline.
            seconds, memory: what that may take.
            answer: the longest line that is read, in bytes.

        Returns:
            The line, without its newline.

        Raises:
            ProcessFailure: ``start-failed``, ``ended``, ``hang``, ``memory``, ``flood`` or ``wrong-request``; the process is gone.
        """
        try:
            got = self._exchange(line + b"\n", _Room(time.monotonic() + seconds, memory, answer))
        except BaseException:  # an interrupt too: what is in the pipes belongs to a question that nobody asks any more
            self.kill()
            raise
        self._answered = True
        return got

    def output(self, *, seconds: float, memory: int, answer: int) -> tuple[bytes, int]:
        """Close stdin, and read all that the program writes until it ends.

        Returns:
            Its output and its exit code, negative for a signal.

        Raises:
            ProcessFailure: ``hang``, ``memory`` or ``flood``; the process is gone.
        """
        room = _Room(time.monotonic() + seconds, memory, answer)
        self._in.close()
        try:
            while self._process.poll() is None:
                self._wait(room, writing=False)
                self._take(room)
            while self._take(room):
                pass
        finally:
            self.kill()
        return bytes(self._rest), self._process.returncode

    def close(self) -> None:
        """End the program: it may see the end of its stdin first."""
        if not self._in.closed:
            with contextlib.suppress(OSError):
                self._in.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=_PATIENCE)
        self.kill()

    def kill(self) -> None:
        """End the program and all that it started, at once."""
        self.end()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_KEEPER_PATIENCE)
        self._process.kill()  # a keeper that the program keeps from its work
        self._process.wait()
        for stream in (self._in, self._out, self._errors):
            with contextlib.suppress(OSError):
                stream.close()

    def end(self) -> None:
        """Ask for the end of the program and all that it started. Another thread that waits for an answer sees it end."""
        if _KEEPER:
            self._process.terminate()
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _exchange(self, line: bytes, room: _Room) -> bytes:
        unsent, searched = memoryview(line), 0
        while (end := self._rest.find(b"\n", searched)) < 0:
            searched = len(self._rest)
            self._wait(room, writing=bool(unsent))
            unsent = self._give(unsent)
            if not self._take(room) and self._has_ended() and not self._take(room):
                raise self._ended()
        if unsent:
            raise ProcessFailure("wrong-request", "it answered before it had read the request")
        answer = bytes(self._rest[:end])
        del self._rest[: end + 1]
        return answer

    def _has_ended(self) -> bool:
        return self._out not in self._readable or self._process.poll() is not None

    def _ended(self) -> ProcessFailure:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=_LAST_WORDS)
        self._hear()
        not_started = not self._answered and self._process.returncode in _NOT_STARTED
        return ProcessFailure("start-failed" if not_started else "ended", self._end())

    def _give(self, unsent: memoryview) -> memoryview:
        if unsent:
            try:
                return unsent[os.write(self._in.fileno(), unsent[:_PIECE]) :]
            except BlockingIOError:
                return unsent
            except BrokenPipeError:  # it closed its stdin: whether it answers nevertheless is what is waited for
                return unsent[:0]
        return unsent

    def _take(self, room: _Room) -> bool:
        """Read what is there; whether the program wrote anything to its stdout."""
        self._hear()
        piece = self._read(self._out)
        if piece:
            self._rest += piece
            if len(self._rest) > room.answer:
                raise ProcessFailure("flood", f"more than {room.answer} bytes for one answer")
        return bool(piece)

    def _hear(self) -> None:
        self._said = (self._said + self._read(self._errors))[-_STDERR_KEPT:]

    def _read(self, stream: IO[bytes]) -> bytes:
        """What a pipe has, which may be nothing yet; a pipe at its end is not waited for any more."""
        if stream not in self._readable:
            return b""
        try:
            piece = os.read(stream.fileno(), _PIECE)
        except BlockingIOError:
            return b""
        if not piece:
            self._readable.discard(stream)
        return piece

    def _wait(self, room: _Room, *, writing: bool) -> None:
        now = time.monotonic()
        if now > room.until:
            raise ProcessFailure("hang", self._end())
        if now - self._looked > _TICK:
            self._looked = now
            held = _memory(self.pid) if _KEEPER else 0
            if held > room.memory:
                raise ProcessFailure("memory", f"{held >> 20} MiB, and {room.memory >> 20} MiB are allowed")
        with selectors.DefaultSelector() as selector:
            for stream in self._readable:
                selector.register(stream, selectors.EVENT_READ)
            if writing:
                selector.register(self._in, selectors.EVENT_WRITE)
            selector.select(min(_TICK, max(0.0, room.until - now)))

    def _end(self) -> str:
        code = self._process.poll()
        alive = "it is still running" if self._out in self._readable else "it closed its stdout and is still running"
        how = alive if code is None else ended_text(code)
        return f"{how}; on stderr: {self.said or 'nothing'}"


def ended_text(code: int) -> str:
    """How a process ended, from its return code."""
    if code >= 0:
        return f"it ended with exit code {code}"
    with contextlib.suppress(ValueError):
        return f"it was ended by {signal.Signals(-code).name}"
    return f"it was ended by signal {-code}"


def _memory(root: int) -> int:
    """Bytes of memory that a process and those below it hold."""
    held = 0
    for pid in (root, *below(root)):
        with contextlib.suppress(OSError, ValueError, IndexError):  # it may end meanwhile
            held += int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    return held
