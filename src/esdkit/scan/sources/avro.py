"""Avro files: what their blocks hold, unpacked, as one stream.

Strategy: a file is a schema, the name of a codec, and blocks; each block is unpacked as a whole. Records are not decoded: whatever holds a
message in them holds its bytes or its text.
"""
# Reqs: SCN-SRC-014

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable

from esdkit.errors import Code, SourceError
from esdkit.scan.sources.columnar import first_line, needs_pyarrow
from esdkit.scan.sources.stream import Ahead, open_by_arrow
from esdkit.spec import LIMITS

__all__ = ["open_avro"]

_MAGIC = 4  # bytes
_SYNC = 16  # bytes after each block
_MOST_BITS = 63
_MOST = LIMITS["search_length"]


def open_avro(stream: Ahead) -> Callable[[int], bytes]:
    """What reads the blocks of an Avro file.

    Raises:
        SourceError: ``source-unreadable``: its codec is not known, or needs pyarrow; ``source-damaged``: it is not such a file.
    """
    stream.skip(_MAGIC)
    codec = _metadata(stream).get(b"avro.codec", b"null").decode("utf-8", "replace")
    unpack = _CODECS.get(codec)
    if unpack is None:
        raise SourceError(Code.SOURCE_UNREADABLE, f"its blocks are packed with the codec {codec!r}, which is not unpacked here")
    stream.skip(_SYNC)
    held = b""

    def read(size: int) -> bytes:
        nonlocal held
        while not held and stream.peek(1):
            _number(stream)  # of records
            held = unpack(_bytes(stream))
            if len(held) > _MOST:
                raise SourceError(Code.SOURCE_TOO_LARGE, f"a block of the Avro file unpacks to more than {_MOST} bytes")
            stream.skip(_SYNC)
        data, held = held[:size], held[size:]
        return data

    return read


def _metadata(stream: Ahead) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    while count := _number(stream):
        if count < 0:
            _number(stream)  # their size
        for _ in range(abs(count)):
            name = _bytes(stream)
            found[name] = _bytes(stream)
    return found


def _bytes(stream: Ahead) -> bytes:
    length = _number(stream)
    if not 0 <= length <= _MOST:
        raise SourceError(Code.SOURCE_DAMAGED, "the Avro file is damaged: a length is out of range")
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


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj(wbits=-zlib.MAX_WBITS).decompress(data, _MOST + 1)


def _of_zstd(data: bytes) -> bytes:
    return open_by_arrow("zstd")(Ahead(io.BytesIO(data).read))(_MOST + 1)


def _of_snappy(data: bytes) -> bytes:
    try:
        import pyarrow as pa
    except ImportError:
        raise needs_pyarrow("Avro files with the codec snappy") from None
    length = _unsigned(Ahead(io.BytesIO(data).read))  # what it unpacks to
    try:
        return bytes(pa.decompress(data[:-_CHECKSUM], min(length, _MOST + 1), "snappy", asbytes=True))
    except (pa.ArrowException, OSError) as error:
        raise SourceError(Code.SOURCE_DAMAGED, f"a block of the Avro file is damaged: {first_line(error)}") from None


_CHECKSUM = 4  # bytes after a block
_CODECS: dict[str, Callable[[bytes], bytes]] = {
    "null": bytes,
    "deflate": _inflated,
    "bzip2": lambda data: bz2.BZ2Decompressor().decompress(data, _MOST + 1),
    "xz": lambda data: lzma.LZMADecompressor(memlimit=LIMITS["search_xz_memory"]).decompress(data, _MOST + 1),
    "zstandard": _of_zstd,
    "snappy": _of_snappy,
}
