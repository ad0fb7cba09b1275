"""Where bytes come from and go to: files, stdin, stdout.

Invariants: a message's file is read whole before anything else happens. An output file appears whole or not at all: it is written beside
its destination, readable by its owner alone, and renamed, and it is gone after every end that can be caught. A destination that is no
regular file (device, FIFO) is written directly; of a symbolic link the target is replaced.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from esdkit.cli.complaints import note
from esdkit.inspector.sniff import decode

__all__ = ["STDIO", "read_message", "write_output"]

STDIO = "-"


def read_message(name: str) -> bytes:
    """Read a message from a file, or from stdin for ``-``; decode it if it is text, and say so.

    Raises:
        OSError: the file cannot be read.
    """
    if name == STDIO and sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), name)
    sniffed = decode(sys.stdin.buffer.read() if name == STDIO else Path(name).read_bytes())
    if sniffed.encoding != "binary":
        note(f"{name} is {sniffed.encoding} text and was decoded; offsets count the decoded bytes")
    return sniffed.data


def write_output(name: str, data: bytes) -> None:
    """Write data to a file, whole or not at all; to stdout for ``-``.

    Raises:
        OSError: it cannot be written; the destination is as it was.
    """
    path = Path(name)
    try:
        if name == STDIO:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        elif path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from None  # and not the name of a temporary file


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target and rename. A file that stands there keeps its mode; a new one is its owner's alone."""
    with _ending_by_exception():
        handle, name = tempfile.mkstemp(prefix=".esdkit-", suffix=".part", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


@contextmanager
def _ending_by_exception() -> Iterator[None]:
    """Let the signals that ask a program to end raise ``SystemExit``, so that temporary files are removed."""

    def stop(number: int, frame: object) -> None:
        sys.exit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
