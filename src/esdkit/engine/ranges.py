"""One large unsigned message, from file to file, by several processes.

Strategy: every frame but the last has one length, so the place of each in both files follows from the header and the length of the source.
This process writes or verifies the header and has the key; forked processes get ranges of regular frames one after the other, read each
range by its offset, encrypt or decrypt it as one process does, and write it to its place. This process then does the final frame.
Whatever is not as it must be in a message that is decrypted, a process says only that: the caller then decrypts with one process, which
says what and where, so that the error does not depend on the number of processes.
Invariants: no frame is encrypted twice. The target is a file that nobody else sees; the caller discards it when this fails, and lets it
appear only when every range and the final frame are done. Memory is bounded by ``_PIECE``, or a frame of ``_MAX_FRAME``, in each process.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from esdkit.engine.frames import FrameDecryptor, FrameEncryptor
from esdkit.engine.pieces import changed
from esdkit.engine.processes import Worker, forked, lost
from esdkit.errors import EsdkError
from esdkit.spec import CONSTANTS

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from esdkit.crypto.aead import AesGcm
    from esdkit.message.model import Header

__all__ = ["DecryptRanges", "EncryptRanges", "File", "Ranges", "in_ranges", "usual_jobs"]

_RANGE = 8 << 20  # bytes of message that a process gets at once: some milliseconds of work
_PIECE = 1 << 19  # bytes of message between two system calls: plaintext and message then fit into the processor's cache
_MAX_FRAME = 8 << 20  # bytes; longer frames are left to one process
_AHEAD = 2  # ranges that a process has: it does not wait for the next one
_PAYS_FROM = 128 << 20  # bytes of source; what it takes to start two processes they gain on 64 MiB
_USUAL_JOBS = 4  # more would wait: most file systems let one process at a time write to a file, a third of the work or more


class File(NamedTuple):
    """An open file and its name, for errors."""

    descriptor: int
    name: str


class Ranges(Protocol):
    """The regular frames of a message.

    Attributes:
        count: number of regular frames.
        source_start, target_start: where the first is, in the file that is read and in the one that is written.
        source_size, target_size: bytes of each.
    """

    count: int
    source_start: int
    target_start: int
    source_size: int
    target_size: int

    def convert(self, index: int, source: memoryview, target: memoryview) -> bool:
        """Convert whole frames from ``index`` on; False if they are not what they must be."""

    def complete(self, source: File, target: File) -> bool:
        """Write what is not a regular frame. False if the source is not what it must be.

        Raises:
            OSError: a file cannot be read or written.
        """

    def failed(self) -> None:
        """The source is not what it must be.

        Raises:
            UsageError: ``invalid-argument``: one process must not try again.
        """


class EncryptRanges:
    """Encrypts; see ``Ranges``.

    Args:
        raw_header, header: of the message.
        cipher: AES-GCM under the content key.
        length: of the plaintext.
    """

    def __init__(self, raw_header: bytes, header: Header, cipher: AesGcm, length: int) -> None:
        self._frames = FrameEncryptor(header, cipher)
        self._raw_header = raw_header
        self._length = length
        self.count, self._last = divmod(length, header.frame_length)
        self.source_start, self.target_start = 0, len(raw_header)
        self.source_size, self.target_size = header.frame_length, self._frames.regular_size

    def convert(self, index: int, source: memoryview, target: memoryview) -> bool:
        # Reqs: CLI-PAR-001
        self._frames.position = index + CONSTANTS.first_sequence_number
        self._frames.encrypt_regular(source, target)
        return True

    def complete(self, source: File, target: File) -> bool:
        """The header and the final frame, which holds what is left of the plaintext."""
        content, sealed = bytearray(self._last), bytearray(self._frames.final_size + self._last)
        self._frames.position = self.count + CONSTANTS.first_sequence_number
        with memoryview(content) as plaintext, memoryview(sealed) as out:
            if not _read(source, plaintext, self.count * self.source_size) or os.fstat(source.descriptor).st_size != self._length:
                return False
            self._frames.encrypt_final(plaintext, out)
            _write(target, out, self.target_start + self.count * self.target_size)
        _write(target, memoryview(self._raw_header), 0)
        return True

    def failed(self) -> None:
        # Reqs: CLI-PAR-004
        raise changed()  # and not encrypt other contents under the same IVs


class DecryptRanges:
    """Decrypts; see ``Ranges``.

    Args:
        start: where the body begins in the message.
        header, cipher, max_body_length: as for ``FrameDecryptor``.
        length: of the message.
    """

    def __init__(self, start: int, header: Header, cipher: AesGcm, max_body_length: int | None, length: int) -> None:
        self._frames = FrameDecryptor(header, cipher, None)
        self._length = length
        self.count, self._last = divmod(max(length - start - self._frames.final.size, 0), self._frames.regular.size)
        self.source_start, self.target_start = start, 0
        self.source_size, self.target_size = self._frames.regular.size, header.frame_length
        body_length = self.count * header.frame_length + self._last
        if self._last > header.frame_length or (max_body_length is not None and body_length > max_body_length):
            self.count = 0  # one process says where it goes wrong

    def convert(self, index: int, source: memoryview, target: memoryview) -> bool:
        # Reqs: CLI-PAR-001, CLI-PAR-002
        self._frames.position = index + CONSTANTS.first_sequence_number
        try:
            _, written = self._frames.decrypt_regular(source, 0, self.source_start + index * self.source_size, target)
        except EsdkError:
            return False
        return written == len(target)

    def complete(self, source: File, target: File) -> bool:
        """The final frame, which must end where the file does."""
        at = self.source_start + self.count * self.source_size
        data, out = bytearray(self._frames.final.size + self._last), bytearray(self._last)
        self._frames.position = self.count + CONSTANTS.first_sequence_number
        with memoryview(data) as view, memoryview(out) as plaintext:
            if not _read(source, view, at) or os.fstat(source.descriptor).st_size != self._length:
                return False
            try:
                if not self._frames.is_final(view, 0) or self._frames.final_length(view, 0, at) != self._last:
                    return False
                self._frames.decrypt_final(view, 0, at, plaintext)
            except EsdkError:
                return False
            _write(target, plaintext, self.count * self.target_size)
        return True

    def failed(self) -> None:
        """One process says what is wrong."""


def usual_jobs(length: int) -> int:
    """How many processes pay for a source of this many bytes: on Linux one for each core that this process may use, up to a few. On other
    systems one: there it was not measured.
    """
    if length < _PAYS_FROM or sys.platform != "linux":
        return 1
    return min(len(os.sched_getaffinity(0)), _USUAL_JOBS)


def in_ranges(ranges: Ranges, source: File, target: File, jobs: int, on_bytes: Callable[[int], None]) -> bool:
    """Write a whole message or plaintext with several processes.

    Args:
        ranges: the frames.
        source: the file that is read.
        target: an empty file.
        jobs: the most processes.
        on_bytes: is told how many bytes of the source were read.

    Returns:
        Whether it was done. If not, the target is empty, and it is for one process: because there is too little to share, because the
        system starts no more processes, or because a message is not what it must be.

    Raises:
        OSError: a file cannot be read or written, or a process was killed.
        MemoryError: a process needs more than it can get.
        UsageError: ``invalid-argument``: a plaintext changed while it was read.
    """
    # Reqs: CLI-PAR-001, CLI-PAR-002, CLI-PAR-003
    size = max(ranges.source_size, ranges.target_size)
    step = max(_RANGE // size, 1)
    firsts = range(0, ranges.count, step)
    jobs = min(jobs, len(firsts))
    if jobs < 2 or size > _MAX_FRAME:
        return False
    piece = max(_PIECE // size, 1)  # frames; each process gets a copy of this room for them
    read, written = memoryview(bytearray(piece * ranges.source_size)), memoryview(bytearray(piece * ranges.target_size))
    done = 0
    tasks = ((first, min(step, ranges.count - first)) for first in firsts)
    with ExitStack() as stack:
        try:
            workers = stack.enter_context(forked(partial(_work_off, ranges, source, target, read, written) for _ in range(jobs)))
        except ChildProcessError:  # no frame has been encrypted
            return False
        for frames in _answers(workers, tasks):
            if frames is None:
                break
            on_bytes(frames * ranges.source_size)
            done += frames
    if done == ranges.count and ranges.complete(source, target):
        return True
    ranges.failed()
    on_bytes(-done * ranges.source_size)
    os.ftruncate(target.descriptor, 0)
    return False


_Task = tuple[int, int]  # the first frame and their number


def _answers(workers: list[Worker], tasks: Iterator[_Task]) -> Iterator[int | None]:
    """What came of each range, in any order: the number of its frames, or None."""
    from multiprocessing.connection import wait

    given = {worker.connection: deque[_Task]() for worker in workers}
    with lost():
        for _ in range(_AHEAD):
            for connection, waiting in given.items():
                _give(connection, waiting, tasks)
        while busy := [connection for connection, waiting in given.items() if waiting]:
            ready = wait(busy)
            for connection in [each for each in busy if each in ready]:
                answer: bool | OSError | MemoryError = connection.recv()
                if isinstance(answer, OSError | MemoryError):
                    raise answer
                _, count = given[connection].popleft()
                _give(connection, given[connection], tasks)
                yield count if answer else None


def _give(connection: Connection, waiting: deque[_Task], tasks: Iterator[_Task]) -> None:
    task = next(tasks, None)
    if task is not None:
        connection.send(task)
        waiting.append(task)


# ---------------------------------------------------------------- in a process
def _work_off(ranges: Ranges, source: File, target: File, read: memoryview, written: memoryview, requests: Connection) -> None:
    """What a process does: range after range, until the first process closes the pipe or is gone."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the first process has the temporary file
    frames = len(read) // ranges.source_size
    while True:
        first, count = requests.recv()
        pieces = ((index, min(frames, first + count - index)) for index in range(first, first + count, frames))
        requests.send(_answer(ranges, source, target, pieces, read, written))


def _answer(
    ranges: Ranges, source: File, target: File, pieces: Iterable[_Task], read: memoryview, written: memoryview
) -> bool | OSError | MemoryError:
    try:
        for index, count in pieces:
            data, out = read[: count * ranges.source_size], written[: count * ranges.target_size]
            if not _read(source, data, ranges.source_start + index * ranges.source_size):
                return False
            if not ranges.convert(index, data, out):
                return False
            _write(target, out, ranges.target_start + index * ranges.target_size)
    except (OSError, MemoryError) as error:
        return error
    return True


def _read(file: File, into: memoryview, at: int) -> bool:
    """Fill ``into``; False if the file ends before."""
    done = 0
    while done < len(into):
        with into[done:] as rest, _naming(file):
            count = os.preadv(file.descriptor, [rest], at + done)
        if not count:
            return False
        done += count
    return True


def _write(file: File, data: memoryview, at: int) -> None:
    done = 0
    while done < len(data):
        with data[done:] as rest, _naming(file):
            done += os.pwrite(file.descriptor, rest, at + done)


@contextmanager
def _naming(file: File) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, file.name) from None
