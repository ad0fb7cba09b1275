"""What the page asks of Python: verbs of the command line over files in memory, and what a browser must compute for them.

It runs in Pyodide, where the cryptography package is missing, and is called by ``worker.js`` alone. Invariants: whatever is shown comes
from the command line itself, so that the page cannot say anything else; a signature's state comes from answers that the browser gave
(WebCrypto answers later, so it is asked before a verb runs). No key comes here.
"""

from __future__ import annotations

import io
import os
import sys
from itertools import islice
from pathlib import Path
from typing import Any

from esdkit.cli.main import main
from esdkit.cli.messages import messages_of

__all__ = ["forget", "keep", "names", "run"]

FOLDER = Path("/messages")
"""Where the files are that the verbs read."""

MAX_NAMES = 200
"""Messages of an input that can be chosen."""

FOLDER.mkdir(exist_ok=True)
os.chdir(FOLDER)


def keep(name: str, data: bytes) -> None:
    """Keep an input as a file.

    Args:
        name: of the file, without a folder.
        data: its bytes.
    """
    (FOLDER / name).write_bytes(data)


def forget() -> None:
    """Drop all inputs."""
    for path in FOLDER.iterdir():
        path.unlink()


def names(name: str) -> list[str]:
    """The messages of an input, as the verbs name them; the input alone where it holds no message, or one.

    Args:
        name: of the file.
    """
    found = [opened.name for opened in islice(messages_of(name, every=True), MAX_NAMES)]
    return found or [name]


def run(*arguments: str) -> dict[str, Any]:
    """Run the program.

    Args:
        arguments: a verb with its options and files.

    Returns:
        ``code``, the exit code; ``out`` and ``err``, what it prints.
    """
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = streams
    try:
        code = main(arguments)
    finally:
        sys.stdout, sys.stderr = kept
    return {"code": code, "out": _written(streams[0]), "err": _written(streams[1])}


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
