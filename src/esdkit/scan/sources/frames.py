"""Data packed by zstd or lz4: frames, one after another, each unpacked by pyarrow.

Strategy: the end of a frame is found by the lengths of its blocks, so that a frame of the other codec or one to be skipped may come next,
and what comes after the last frame does not cost what is in it.
"""
# Reqs: SCN-SRC-002

from __future__ import annotations

from collections.abc import Callable, Iterator

from esdkit.errors import Code, SourceError
from esdkit.scan.sources.pyarrow_errors import first_line, needs_pyarrow, of_source
from esdkit.scan.sources.stream import Ahead, as_file

__all__ = ["open_frames"]

_ZSTD, _LZ4 = b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18"
_SKIPPED = b"\x2a\x4d\x18"  # after a byte from 50 to 5f
_RLE = 1  # a block of zstd that is one byte, repeated


def open_frames(stream: Ahead) -> Callable[[int], bytes]:
    """What reads frames of zstd and lz4."""
    frames = _frames(stream)
    frame: Callable[[int], bytes] | None = None

    def read(size: int) -> bytes:
        nonlocal frame
        while (frame := frame or next(frames, None)) is not None:
            if data := frame(size):
                return data
            frame = None
        return b""

    return read


def _frames(stream: Ahead) -> Iterator[Callable[[int], bytes]]:
    while magic := stream.peek(4):
        if magic == _ZSTD:
            yield _opened("zstd", _blocks_of_zstd(stream), stream)
        elif magic == _LZ4:
            yield _opened("lz4", _blocks_of_lz4(stream), stream)
        elif magic[1:] == _SKIPPED and 0x50 <= magic[0] <= 0x5F:
            length = int.from_bytes(stream.read(8)[4:], "little")
            start = stream.at
            stream.skip(length)
            if stream.at - start < length:
                raise EOFError
        else:
            raise SourceError(Code.SOURCE_DAMAGED, "what comes after its last frame is not packed data, and was not looked at")


def _blocks_of_zstd(stream: Ahead) -> Iterator[bytes]:
    """The bytes of a frame, as far as there are any."""
    descriptor = stream.peek(5)[4:] or b"\0"
    single, checksum = descriptor[0] >> 5 & 1, descriptor[0] >> 2 & 1
    length = (single, 2, 4, 8)[descriptor[0] >> 6]  # of the content, how it is written
    yield stream.read(5 + (not single) + (0, 1, 2, 4)[descriptor[0] & 3] + length)
    last = 0
    while not last:
        header = int.from_bytes(stream.peek(3), "little")
        last, size = header & 1, 1 if header >> 1 & 3 == _RLE else header >> 3
        if not (block := stream.read(3 + size)):
            return
        yield block
    if checksum:
        yield stream.read(4)


def _blocks_of_lz4(stream: Ahead) -> Iterator[bytes]:
    """The bytes of a frame, as far as there are any."""
    flags = (stream.peek(5)[4:] or b"\0")[0]
    yield stream.read(4 + 2 + 8 * (flags >> 3 & 1) + 4 * (flags & 1) + 1)
    size = 1
    while size:
        size = int.from_bytes(stream.peek(4), "little") & 0x7FFFFFFF  # the highest bit: whether it is not packed
        if not (block := stream.read(4 + (size + 4 * (flags >> 4 & 1) if size else 0))):
            return
        yield block
    if flags >> 2 & 1:
        yield stream.read(4)  # a checksum


def _opened(codec: str, blocks: Iterator[bytes], stream: Ahead) -> Callable[[int], bytes]:
    """What reads one frame."""
    try:
        import pyarrow as pa
    except ImportError:
        raise needs_pyarrow(f"{codec} files") from None
    packed = as_file(Ahead(lambda _: next(blocks, b"")))
    unpacked: pa.CompressedInputStream | None = None

    def read(size: int) -> bytes:
        nonlocal unpacked
        try:
            unpacked = unpacked or pa.CompressedInputStream(pa.PythonFile(packed), codec)
            return bytes(unpacked.read(size))
        except (pa.ArrowException, OSError) as error:
            stream.peek(1)  # what went wrong in reading it is raised first
            raise _error(error) from None

    return read


def _error(error: Exception) -> Exception:
    if "too much memory" in str(error):  # pyarrow has no other sign of it
        return SourceError(Code.SOURCE_TOO_LARGE, f"it needs too much memory to be unpacked: {first_line(error)}")
    return of_source(error, "it is damaged")
