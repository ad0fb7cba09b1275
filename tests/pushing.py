"""Feeding the push cores in pieces, for the tests of both."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterable
from typing import IO, Any

from esdkit.engine.decryptor import Decryptor
from esdkit.engine.encryptor import Encryptor
from esdkit.errors import EsdkError

__all__ = ["Spool", "cut_at", "cut_every", "push", "pushed", "where"]


def cut_every(data: bytes, size: int) -> list[bytes]:
    """Pieces of ``size`` bytes; nothing at all for no data."""
    return [data[at : at + size] for at in range(0, len(data), size)]


def cut_at(data: bytes, edges: Iterable[int]) -> list[bytes]:
    """Pieces between edges, empty ones included."""
    places = [0, *sorted(min(edge, len(data)) for edge in edges), len(data)]
    return [data[start:end] for start, end in itertools.pairwise(places)]


def push(core: Encryptor | Decryptor, pieces: Iterable[bytes]) -> bytes:
    """Everything that a core gives for the pieces and the end."""
    out = io.BytesIO()
    try:
        for piece in pieces:
            core.feed(piece)
            out.write(core.take())
        core.finish()
        while taken := core.take():
            out.write(taken)
    finally:
        core.close()
    return out.getvalue()


def pushed(core: Encryptor | Decryptor, pieces: Iterable[bytes]) -> bytes | EsdkError:
    """The same, or the error."""
    try:
        return push(core, pieces)
    except EsdkError as error:
        return error


def where(outcome: bytes | EsdkError) -> Any:
    """What two outcomes must share: the bytes; or class, code, path and offset."""
    return (type(outcome), outcome.code, outcome.path, outcome.offset) if isinstance(outcome, EsdkError) else outcome


class Spool:
    """A factory of spool files that remembers them."""

    def __init__(self, make: Callable[[], IO[bytes]] = io.BytesIO) -> None:
        self.files: list[IO[bytes]] = []
        self._make = make

    def __call__(self) -> IO[bytes]:
        file = self._make()
        self.files.append(file)
        return file

    @property
    def all_closed(self) -> bool:
        """Whether nothing is left behind."""
        return all(file.closed for file in self.files)
