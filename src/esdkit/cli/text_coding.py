"""Base64 and hexadecimal of files of any length: decoded while they are read, encoded while they are written.

Invariants: memory is bounded by a piece. White space is ignored and padding of base64 may be missing; anything else that is not of the
encoding is refused, never skipped.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator
from typing import Protocol

from esdkit.cli.errors import note
from esdkit.errors import Code
from esdkit.input.encodings import URL_SAFE, WHITE_SPACE, decode
from esdkit.spec import error_for

__all__ = ["MessageSource", "TextDecoder", "base64_length", "encode_base64"]

_PIECE = 1 << 20  # bytes read at once
_UNITS = {"hex": 2, "base64": 4, "base64url": 4}
_GROUP = 3  # bytes that base64 writes as a unit


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class TextDecoder:
    """Reads encoded text and gives the decoded bytes.

    Args:
        source: what is read.
        encoding: ``base64``, ``base64url`` or ``hex``.
    """

    def __init__(self, source: _Readable, encoding: str) -> None:
        self._source = source
        self._encoding = encoding
        self._rest = b""
        self._complete = False

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, some MiB at most whatever ``size`` is; empty at the end.

        Raises:
            MalformedMessage: ``encoding-invalid``.
        """
        while not self._complete:
            piece = self._source.read(_PIECE)
            text = self._rest + piece.translate(None, WHITE_SPACE)
            unit = _UNITS[self._encoding]
            # the last unit waits, because only the end may be padded
            whole = len(text) if not piece else max(len(text) - 1, 0) // unit * unit
            self._rest = text[whole:]
            self._complete = not piece
            data = self._decode(text[:whole], last=not piece)
            if data:
                return data
        return b""

    def _decode(self, text: bytes, *, last: bool) -> bytes:
        try:
            if self._encoding == "hex":
                return binascii.unhexlify(text)
            if self._encoding == "base64url":
                text = text.translate(URL_SAFE)
            if last and not text.endswith(b"="):
                text += b"=" * (-len(text) % _UNITS[self._encoding])
            if not last and text.endswith(b"="):
                raise binascii.Error
            return binascii.a2b_base64(text, strict_mode=True)
        except binascii.Error:
            raise error_for(Code.ENCODING_INVALID, f"not valid {self._encoding} text") from None


class MessageSource:
    """Reads a message that may be text; says so when it was.

    Args:
        source: what is read.
        name: for the remark.
        is_base64: whether it is base64 whatever it looks like.

    Attributes:
        is_text: whether it is.
    """

    def __init__(self, source: _Readable, name: str, *, is_base64: bool) -> None:
        self._source: _Readable
        self.is_text = True
        if is_base64:
            self._source = TextDecoder(source, "base64")
            return
        first = source.read(_PIECE)
        self._source = _Prefixed(first, source)
        encoding = decode(first).encoding
        self.is_text = encoding != "binary"
        if self.is_text:
            note(f"{name} is {encoding} text and was decoded; offsets count decoded bytes")
            self._source = TextDecoder(self._source, encoding)

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; empty at the end. The first piece may be longer than ``size``."""
        return self._source.read(size)


class _Prefixed:
    """Bytes that were read already, then the rest."""

    def __init__(self, first: bytes, source: _Readable) -> None:
        self._first = first
        self._source = source

    def read(self, size: int = -1, /) -> bytes:
        first, self._first = self._first, b""
        return first or self._source.read(size)


def encode_base64(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The base64 of all pieces together, in one line."""
    rest = b""
    for piece in pieces:
        data = rest + piece
        whole = len(data) // _GROUP * _GROUP
        rest = data[whole:]
        yield base64.b64encode(data[:whole])
    yield base64.b64encode(rest)


def base64_length(length: int) -> int:
    """The length of the base64 text of ``length`` bytes."""
    return -(-length // _GROUP) * _UNITS["base64"]
