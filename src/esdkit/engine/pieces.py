"""The body of a message that is decrypted where it is, in memory or in a file, a piece at a time.

Invariants: memory is bounded by ``PIECE`` and, for frames up to that length, by one frame; no plaintext is kept. What a large content gives
is not authentic before ``decrypt_body`` has ended. A source that changes while it is read is a ``UsageError``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from esdkit.crypto.aead import TAG_LENGTH, AesGcm
from esdkit.engine.frames import BlockDecryptor, FrameDecryptor, LargeContent
from esdkit.errors import Code, UsageError
from esdkit.message.model import Header

if TYPE_CHECKING:
    from esdkit.inspector.facts.reading import FrameRun
    from esdkit.inspector.facts.source import ByteSource

__all__ = ["PIECE", "changed", "decrypt_body", "discard", "read_exactly", "verify_whole_frames"]

PIECE = 1 << 20
"""Bytes that are read at once."""

TakePlaintext = Callable[[bytes | memoryview], None]


def decrypt_body(source: ByteSource, start: int, header: Header, cipher: AesGcm, max_body_length: int | None, take: TakePlaintext) -> int:
    """Decrypt and verify a body whose structure is valid, without the signature.

    Args:
        source: the message.
        start: where the body begins (offset).
        header, cipher, max_body_length: as for ``FrameDecryptor``.
        take: gets the plaintext in pieces. They are authentic only when this function has returned.

    Returns:
        The plaintext's length in bytes.

    Raises:
        AuthenticationError: ``body-tag-invalid``. PolicyError: ``body-too-large``.
    """
    reader = _BodyReader(source, take)
    if header.framed:
        reader.frames(start, FrameDecryptor(header, cipher, max_body_length))
    else:
        reader.block(start, BlockDecryptor(header, cipher, max_body_length))
    return reader.length


def verify_whole_frames(source: ByteSource, run: FrameRun, header: Header, cipher: AesGcm, max_body_length: int | None) -> bool:
    """Verify the regular frames of a body that ends too early, as far as they are there. False when they are too large for that.

    Raises:
        AuthenticationError: ``body-tag-invalid``. PolicyError: ``body-too-large``.
    """
    if run.shape.size > PIECE:
        return False
    _BodyReader(source, discard).regular(run.start, FrameDecryptor(header, cipher, max_body_length))
    return True


def discard(plaintext: bytes | memoryview) -> None:
    """Takes plaintext that nobody is to have."""


class _BodyReader:
    """Reads a body from a source and passes its plaintext on."""

    def __init__(self, source: ByteSource, take: TakePlaintext) -> None:
        self.source = source
        self.take = take
        self.length = 0

    def frames(self, at: int, frames: FrameDecryptor) -> None:
        at = self.regular(at, frames) if frames.regular.size <= PIECE else self._large_regular(at, frames)
        with memoryview(self._read(at, frames.final_head_size)) as head:
            length = frames.final_length(head, 0, at) if frames.is_final(head, 0) else None
            if length is None:
                raise changed()
            large = frames.large_final(head, length)
        self._large(at + frames.final_head_size, large)

    def block(self, at: int, block: BlockDecryptor) -> None:
        with memoryview(self._read(at, block.head_size)) as head:
            length = block.content_length(head, 0, at)
            assert length is not None  # its head is here
            large = block.large(head, length)
        self._large(at + block.head_size, large)

    def regular(self, at: int, frames: FrameDecryptor) -> int:
        """Regular frames, many at once; gives the end of the last."""
        count = PIECE // frames.regular.size
        out = bytearray(count * frames.frame_length)
        while True:
            with memoryview(self.source.read(at, at + count * frames.regular.size)) as view, memoryview(out) as room:
                done, written = frames.decrypt_regular(view, 0, at, room)
                with room[:written] as plaintext:
                    self._pass_on(plaintext)
            at += done
            if written < len(out):
                return at

    def _large_regular(self, at: int, frames: FrameDecryptor) -> int:
        while True:
            with memoryview(self._read(at, frames.regular_head_size)) as head:
                if frames.is_final(head, 0):
                    return at
                large = frames.large_regular(head, at)
            at = self._large(at + frames.regular_head_size, large)
            frames.large_done(frames.frame_length)

    def _large(self, at: int, large: LargeContent) -> int:
        """A content of any length, whose ciphertext begins at ``at``; gives the end of its tag."""
        while large.left:
            with memoryview(self._read(at, min(large.left, PIECE))) as ciphertext:
                self._pass_on(large.update(ciphertext))
                at += len(ciphertext)
        large.verify(self._read(at, TAG_LENGTH), at)
        return at + TAG_LENGTH

    def _pass_on(self, plaintext: bytes | memoryview) -> None:
        self.take(plaintext)
        self.length += len(plaintext)

    def _read(self, at: int, size: int) -> bytes:
        return read_exactly(self.source, at, size)


def read_exactly(source: ByteSource, at: int, size: int) -> bytes:
    """The ``size`` bytes from ``at`` on.

    Raises:
        UsageError: ``invalid-argument``, there are fewer, so the source changed.
    """
    data = source.read(at, at + size)
    if len(data) != size:
        raise changed()
    return data


def changed() -> UsageError:
    """The error about a source that is not what it was when it was first read."""
    return UsageError(Code.INVALID_ARGUMENT, "the source changed while it was being read")
