"""A part of a plaintext, from only the frames that hold it.

Strategy: frames have one length, so the place of each follows from the header and from the length of the message; which frame is the final
one follows from the lengths as well, because only one number of frames fits. Each frame that is read is verified, with its position. This
does not show that frames that were not read are authentic, nor, unless the final frame is read, that the message was not cut at a frame
edge. Signed messages are refused: their signature covers what is not read.
"""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, NoReturn

from esdkit.cmm.base import check_decrypt_suite
from esdkit.engine.decrypt import DecryptSettings, open_header
from esdkit.engine.frames import FrameDecryptor
from esdkit.engine.located import located
from esdkit.engine.pieces import changed, read_exactly
from esdkit.errors import Code
from esdkit.message.model import Header
from esdkit.message.push import HeaderReader
from esdkit.message.rules import ReadLimits
from esdkit.spec import CONSTANTS, error_for

if TYPE_CHECKING:
    from esdkit.inspector.facts.source import ByteSource

__all__ = ["decrypt_range"]

_PIECE = 1 << 16  # bytes of header read at once
_FRAMES = 1 << 22  # bytes of frames read at once, or one frame


def decrypt_range(
    source: bytes | bytearray | memoryview | IO[bytes], settings: DecryptSettings, start: int, end: int
) -> tuple[bytes, Header]:
    """The plaintext from ``start`` to ``end`` (bytes, exclusive); cut at its end, as a slice is. See ``Client.decrypt_range``."""
    # Reqs: CLI-RNG-001, CLI-RNG-002, CLI-RNG-003, CLI-RNG-004
    from esdkit.inspector.facts.source import open_source  # decryption of a whole message does without

    message = open_source(source)
    reader = _read_header(message, settings)
    header = reader.header
    assert header is not None
    with located(reader.raw):
        check_decrypt_suite(settings.policy, header.suite)
        if header.suite.signed:
            what = "a range can be read of an unsigned message only"
            raise error_for(Code.SIGNED_NOT_ALLOWED, what, path="header.algorithm_suite_id")
        if not header.framed:
            raise error_for(Code.INVALID_ARGUMENT, "a range can be read of a framed message only", path="header.content_type")
        cipher, _ = open_header(reader.raw, header, settings)
    return _Range(message, reader.length, FrameDecryptor(header, cipher, None), settings.limits).read(start, end), header


def _read_header(source: ByteSource, settings: DecryptSettings) -> HeaderReader:
    reader = HeaderReader(limits=settings.limits)
    at = 0
    while reader.header is None:
        piece = source.read(at, at + _PIECE)
        if not piece:
            reader.finish()
        reader.feed(piece)
        at += len(piece)
    return reader


class _Range:
    """The frames of one message, by position."""

    def __init__(self, source: ByteSource, body: int, frames: FrameDecryptor, limits: ReadLimits) -> None:
        self.source = source
        self.body = body
        self.frames = frames
        self.limits = limits
        room = source.length - body - frames.final.size
        self.regular, self.last = divmod(max(room, 0), frames.regular.size)  # number of regular frames, length of the final one's content
        if room < 0 or self.last > frames.frame_length:
            self._refuse()

    def read(self, start: int, end: int) -> bytes:
        length = self.frames.frame_length
        if start >= end:
            return b""
        first, last = min(start // length, self.regular), min((end - 1) // length, self.regular - 1)
        out = io.BytesIO()
        step = max(_FRAMES // self.frames.regular.size, 1)
        for index in range(first, last + 1, step):
            out.write(self._regular(index, min(step, last + 1 - index)))
        if end > self.regular * length:  # where the plaintext ends is not known before this frame has verified
            out.write(self._final())
        return out.getvalue()[start - first * length : end - first * length]

    def _regular(self, index: int, count: int) -> bytes:
        size = self.frames.regular.size
        at = self.body + index * size
        out = bytearray(count * self.frames.frame_length)
        self.frames.position = index + CONSTANTS.first_sequence_number
        with memoryview(read_exactly(self.source, at, count * size)) as view, memoryview(out) as room:
            _, written = self.frames.decrypt_regular(view, 0, at, room)
        if written != len(out):
            self._refuse()
        return bytes(out)

    def _final(self) -> bytes:
        at = self.body + self.regular * self.frames.regular.size
        out = bytearray(self.last)
        self.frames.position = self.regular + CONSTANTS.first_sequence_number
        with memoryview(read_exactly(self.source, at, self.frames.final.size + self.last)) as view, memoryview(out) as room:
            if not self.frames.is_final(view, 0) or self.frames.final_length(view, 0, at) != self.last:
                self._refuse()
            self.frames.decrypt_final(view, 0, at, room)
        return bytes(out)

    def _refuse(self) -> NoReturn:
        """The frames do not fit the length of the message: the reading of all its fields says where."""
        from esdkit.engine.verify import read_structure  # only an error needs it

        reading = read_structure(self.source, self.limits)
        raise reading.broken or reading.problem or reading.trailing_error(self.source.length) or changed()
