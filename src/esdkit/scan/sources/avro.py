"""Avro files: what their blocks hold, unpacked, as one stream.

Strategy: a file is a schema, the name of a codec, and blocks; a packed block is unpacked as a whole, another is passed on in pieces.
Records are not decoded: whatever holds a message in them holds its bytes or its text.
Invariant: of a damaged block, what could be unpacked is given before the error. A block is whole if its packing has an end and the marker
of the file comes after it.
"""
# Reqs: SCN-SRC-014

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from esdkit.errors import Code, SourceError
from esdkit.scan.sources.frames import open_frames
from esdkit.scan.sources.pyarrow_errors import needs_pyarrow, of_source
from esdkit.scan.sources.stream import PIECE, Ahead
from esdkit.spec import LIMITS

__all__ = ["open_avro"]

_MAGIC = 4  # bytes
_SYNC = 16  # bytes after each block: the marker
_MOST_BITS = 63
_MOST = LIMITS["search_length"]
_MOST_METADATA = 1 << 24
_NOT_PACKED = "null"


def open_avro(stream: Ahead) -> Callable[[int], bytes]:
    """What reads the blocks of an Avro file.

    Raises:
        SourceError: ``source-unreadable``: its codec is not known; ``package-missing``: it needs pyarrow; ``source-damaged``: it is not
            such a file; ``source-too-large``.
    """
    stream.skip(_MAGIC)
    codec = _metadata(stream).get(b"avro.codec", _NOT_PACKED.encode()).decode("utf-8", "replace")
    if codec != _NOT_PACKED and codec not in _CODECS:
        raise SourceError(Code.SOURCE_UNREADABLE, f"its blocks are packed with the codec {codec!r}, which is not unpacked here")
    pieces = _pieces(stream, _CODECS.get(codec))
    held = b""

    def read(size: int) -> bytes:
        nonlocal held
        held = held or next(filter(None, pieces), b"")
        data, held = held[:size], held[size:]
        return data

    return read


def _pieces(stream: Ahead, unpack: Callable[[bytes], _Unpacked] | None) -> Iterator[bytes]:
    """What is in the blocks, after which it is an error if one is not whole."""
    sync = stream.read(_SYNC)
    while stream.peek(1):
        _number(stream)  # of records
        length = _length(stream)
        if unpack is None:
            while length and (piece := stream.read(min(length, PIECE))):
                length -= len(piece)
                yield piece
            whole = not length
        else:
            data, whole = unpack(_bytes(stream, length, _MOST))
            if len(data) > _MOST:
                raise _too_large()
            yield data
        if not whole:
            raise EOFError
        if stream.read(_SYNC) != sync:
            raise SourceError(Code.SOURCE_DAMAGED, "the Avro file is damaged: the marker is missing after a block; it was read up to there")


def _metadata(stream: Ahead) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    left = _MOST_METADATA
    while count := _number(stream):
        if count < 0:
            _number(stream)  # their size
        for _ in range(abs(count)):
            name = _bytes(stream, _length(stream), left)
            found[name] = _bytes(stream, _length(stream), left - len(name))
            left -= len(name) + len(found[name])
    return found


def _length(stream: Ahead) -> int:
    length = _number(stream)
    if length < 0:
        raise SourceError(Code.SOURCE_DAMAGED, "the Avro file is damaged: a length is negative")
    return length


def _bytes(stream: Ahead, length: int, most: int) -> bytes:
    if length > most:
        raise SourceError(Code.SOURCE_TOO_LARGE, f"the Avro file is damaged, or has a block or metadata of more than {most} bytes")
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _number(stream: Ahead) -> int:
    """A number as Avro writes it, with its sign in the lowest bit."""
    number = _unsigned(stream)
    return number >> 1 ^ -(number & 1)


def _unsigned(stream: Ahead) -> int:
    """A number of which each byte has 7 bits, the lowest first."""
    number = shift = 0
    while True:
        byte = stream.read(1)
        if not byte or shift > _MOST_BITS:
            raise EOFError
        number |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return number
        shift += 7


def _too_large() -> SourceError:
    return SourceError(Code.SOURCE_TOO_LARGE, f"a block of the Avro file unpacks to more than {_MOST} bytes")


class _Unpacked(NamedTuple):
    """What was unpacked, at most a byte more than it may be, and whether it came to its end."""

    data: bytes
    whole: bool


def _inflated(data: bytes) -> _Unpacked:
    return _by(zlib.decompressobj(wbits=-zlib.MAX_WBITS), data)


def _of_bzip2(data: bytes) -> _Unpacked:
    return _by(bz2.BZ2Decompressor(), data)


def _of_xz(data: bytes) -> _Unpacked:
    return _by(lzma.LZMADecompressor(memlimit=LIMITS["search_xz_memory"]), data)


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    def decompress(self, data: bytes, length: int, /) -> bytes: ...


def _by(unpack: _Decompressor, data: bytes) -> _Unpacked:
    unpacked = unpack.decompress(data, _MOST + 1)
    return _Unpacked(unpacked, unpack.eof)


def _of_zstd(data: bytes) -> _Unpacked:
    unpacked = Ahead(open_frames(Ahead(io.BytesIO(data).read)))
    found = unpacked.read(_MOST + 1)
    unpacked.peek(1)  # it is an error if the end is missing
    return _Unpacked(found, whole=bool(found))


def _of_snappy(data: bytes) -> _Unpacked:
    try:
        import pyarrow as pa
    except ImportError:
        raise needs_pyarrow("Avro files with the codec snappy") from None
    length = _unsigned(Ahead(io.BytesIO(data).read))  # what it unpacks to
    if length > _MOST:
        raise _too_large()
    try:
        unpacked = bytes(pa.decompress(data[:-_CHECKSUM], length, "snappy", asbytes=True))
    except (pa.ArrowException, OSError) as error:
        raise of_source(error, "a block of the Avro file is damaged") from None
    return _Unpacked(unpacked, zlib.crc32(unpacked) == int.from_bytes(data[-_CHECKSUM:], "big"))


_CHECKSUM = 4  # bytes after a block
_CODECS: dict[str, Callable[[bytes], _Unpacked]] = {
    "deflate": _inflated,
    "bzip2": _of_bzip2,
    "xz": _of_xz,
    "zstandard": _of_zstd,
    "snappy": _of_snappy,
}
