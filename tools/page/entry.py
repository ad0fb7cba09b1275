"""What the page asks of Python: verbs of the command line over files in memory, and what a browser must compute for them.

It runs in Pyodide, where the cryptography package is missing, and is called by ``worker.js`` alone. Invariants: whatever is shown comes
from the command line itself, so that the page cannot say anything else; a signature's state comes from answers that the browser gave
(WebCrypto answers later, so it is asked before a verb runs), and without one it is not checked.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from esdkit.cli.main import main
from esdkit.cli.messages import messages_of, open_message
from esdkit.crypto.signing import SignatureRequest, use_verifier
from esdkit.inspector import inspect
from tools.page import plan

__all__ = ["answer", "forget", "keep", "names", "pieces", "plan_of", "question", "run"]

FOLDER = Path("/messages")
"""Where the files are that the verbs read."""

MAX_NAMES = 200
"""Messages of an input that can be chosen."""

_answers: dict[SignatureRequest, bool] = {}
_asked: list[SignatureRequest] = []


def keep(name: str, data: bytes) -> None:
    """Keep an input as a file.

    Args:
        name: of the file, without a folder.
        data: its bytes.
    """
    FOLDER.mkdir(exist_ok=True)
    os.chdir(FOLDER)
    Path(name).write_bytes(data)


def forget() -> None:
    """Drop all inputs, and what is known about their signatures."""
    for path in FOLDER.glob("*"):
        path.unlink()
    _answers.clear()
    _asked.clear()


def names(name: str) -> list[str]:
    """The messages of an input, as the verbs name them; the input alone where it holds no message, or one.

    Args:
        name: of the file.
    """
    with _captured():
        return [opened.name for opened in islice(messages_of(name, every=True), MAX_NAMES)]


def question(name: str) -> dict[str, Any] | None:
    """What the browser is to verify, so that the signature of a message is checked; None where there is nothing to ask.

    Args:
        name: of the message, as ``names`` gives it.

    Returns:
        ``id``, for ``answer``; ``curve`` and ``hash``, ``public_key`` (the point, uncompressed), ``signature`` (r and s), ``signed``.
    """
    with _captured(), open_message(name) as message, use_verifier(_answers.get):
        check = inspect(message.data).signature
        request = check.request
        if request is None:
            return None
        _asked.append(request)
        return {
            "id": len(_asked) - 1,
            "curve": request.scheme.curve,
            "hash": request.scheme.hash,
            "public_key": request.public_key,
            "signature": request.signature,
            "signed": message.content[: check.signed_length],
        }


def answer(number: int, verifies: bool) -> None:
    """What the browser found.

    Args:
        number: the ``id`` of the question.
        verifies: whether the signature does.
    """
    _answers[_asked[number]] = verifies


def run(*arguments: str) -> dict[str, Any]:
    """Run the program.

    Args:
        arguments: a verb with its options and files.

    Returns:
        ``code``, the exit code; ``out`` and ``err``, what it prints.
    """
    with _captured() as (out, err), use_verifier(_answers.get):
        code = main(arguments)
    return {"code": code, "out": _written(out), "err": _written(err)}


def plan_of(name: str) -> dict[str, Any]:
    """See ``plan.plan``.

    Args:
        name: of the message.
    """
    with _captured(), open_message(name) as message, use_verifier(_answers.get):
        data = message.content
        return plan.plan(data, inspect(data))


def pieces(most: int) -> list[dict[str, Any]]:
    """See ``plan.pieces``."""
    return plan.pieces(most)


@contextmanager
def _captured() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Let what is printed arrive in memory."""
    kept = sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in kept)
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = kept


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
