"""Decryption: a whole message in one go, into the caller's buffer, or in pieces.

What may leave, and when (``RELEASE`` says the same to the code):

    state        a message comes                header       plaintext
    header       nothing is verified            no           no
    body         the header tag has verified    yes          unsigned: each frame whose tag has verified; signed: each frame but the final
    one;
                                                             a single block: nothing
    footer       every tag has verified         yes          as before
    end          signature verified, no byte    yes          everything
                 is left over
    failed       something did not verify       as before    nothing more, for ever

In one go nothing leaves before the end. Into a caller's buffer plaintext is written as it is opened; when anything fails, everything that
was written is overwritten with zeros before the error leaves. Plaintext of a signed message that leaves before the end is authentic under
the data key, but not yet signed: a caller who needs the signature must not act on it before the end.

Reqs: CLI-DEC-009, CLI-DEC-010, CLI-DEC-011, CLI-DEC-012, CLI-DEC-015, CLI-DEC-016
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Literal, NoReturn, cast

from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager, check_decrypt_suite
from esdkit.crypto import signing
from esdkit.crypto.aead import TAG_LENGTH, AesGcm
from esdkit.engine.frames import BlockOpener, FrameOpener, LargeContent
from esdkit.engine.hashing import RunningHash
from esdkit.engine.opening import Opening
from esdkit.engine.output import Output
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.grammar.body import FRAMES, NON_FRAMED
from esdkit.grammar.decoder import Short, decoder
from esdkit.grammar.footer import FOOTER
from esdkit.message.model import Header
from esdkit.message.read import HeaderReader, incomplete, parse_header, refuse
from esdkit.message.rules import ReadLimits
from esdkit.message.sizes import footer_length
from esdkit.spec import CONSTANTS, FIELDS, refusal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

__all__ = ["DecryptSettings", "Decryptor", "decrypt", "decrypt_into", "open_body", "verify_signature"]

_BATCH = 1 << 20  # bytes of plaintext between two turns of the hash
_HOLD = 64 << 20  # bytes; a larger frame or block is opened piece by piece and waits in a file
_NUMBER = cast(int, FIELDS["body.frame.sequence_number"].size)
_LENGTH_OF_SIGNATURE = cast(int, FIELDS["footer.signature.length"].size)


@dataclass(frozen=True, slots=True)
class DecryptSettings:
    """What one decryption is measured against; see ``Client.decrypt``."""

    cmm: CryptographicMaterialsManager
    policy: CommitmentPolicy
    limits: ReadLimits
    encryption_context: Mapping[str, str]
    max_body_length: int | None
    compat: frozenset[str]
    signed_streaming: Literal["allow", "refuse"] = "allow"


def decrypt(data: bytes, settings: DecryptSettings) -> tuple[bytes, Header]:
    """Decrypt a whole message; plaintext and header leave only when everything has been verified."""
    message = _Whole(data, settings)
    return _collect(message.body, message.decrypt), message.header


def decrypt_into(data: bytes, settings: DecryptSettings, out: memoryview) -> tuple[int, Header]:
    """Decrypt a whole message into ``out``; gives the number of bytes written. On any failure what was written is zeros."""
    message = _Whole(data, settings)
    try:
        return message.decrypt(out), message.header
    except BaseException:
        written = min(message.body.touched, len(out))
        out[:written] = bytes(written)
        raise


def open_body(data: bytes, header: Header, start: int, cipher: AesGcm, max_body_length: int | None) -> bytes:
    """Decrypt and verify the body alone, without the signature; for ``verify``, which keeps the plaintext to itself."""
    body = _Body(data, header, start, cipher, max_body_length)
    return _collect(body, lambda out: body.open(out, None)[1])


def _collect(body: _Body, decrypt_to: Callable[[memoryview], int]) -> bytes:
    out = io.BytesIO(bytes(body.plaintext_bound))  # pages come zeroed and only when they are written
    with out.getbuffer() as view:
        length = decrypt_to(view)
    out.truncate(length)
    return out.getvalue()


class _Whole:
    """A message whose bytes are all here, in the order of the specification."""

    def __init__(self, data: bytes, settings: DecryptSettings) -> None:
        self.data = data
        self.header, self.start = parse_header(data, limits=settings.limits)
        check_decrypt_suite(settings.policy, self.header.suite)
        opening = Opening(data[: self.start], self.header)
        materials = opening.take_materials(opening.request(settings.policy, settings.encryption_context), settings.cmm)
        opening.derive()
        cipher = opening.verify_header(settings.compat)
        self.public_key = materials.verification_key
        self.body = _Body(data, self.header, self.start, cipher, settings.max_body_length)

    def decrypt(self, out: memoryview) -> int:
        """Decrypt into ``out`` and verify everything; gives the plaintext's length.

        Reqs: CLI-DEC-029, CLI-DEC-030, CLI-DEC-031, FMT-FTR-001, FMT-FTR-004, FMT-FTR-006
        """
        scheme = self.header.suite.signature
        digest = None if scheme is None else RunningHash(scheme.hash, len(self.data))
        try:
            if digest is not None:
                digest.update(memoryview(self.data)[: self.start])
            end, length = self.body.open(out, digest)
            footer_end = self._verify_footer(end, digest)
        finally:
            if digest is not None:
                digest.close()
        if footer_end != len(self.data):
            raise refusal(Code.TRAILING_DATA, f"{len(self.data) - footer_end} bytes follow the end of the message", offset=footer_end)
        return length

    def _verify_footer(self, start: int, digest: RunningHash | None) -> int:
        read = decoder(FOOTER)(self.data, start, len(self.data), self.header.known_values)
        if read is None:
            refuse(self.data)
        footer, end = read
        if footer is not None and digest is not None and self.public_key is not None:
            verify_signature(self.header, digest.digest(), footer[0], self.public_key, start)
        return end


class _Body:
    """The body of a message whose bytes are all here.

    Attributes:
        plaintext_bound: as many bytes as the plaintext can at most have, from the length of the message.
    """

    def __init__(self, data: bytes, header: Header, start: int, cipher: AesGcm, max_body_length: int | None) -> None:
        self.data = data
        self.view = memoryview(data)
        self.header = header
        self.start = start
        self.cipher = cipher
        self.max_body_length = max_body_length
        self.frames = FrameOpener(header, cipher, max_body_length)
        self.block_length = 0
        rest = len(data) - start
        self.plaintext_bound = min(rest, (rest // self.frames.regular.size + 1) * header.frame_length) if header.framed else rest

    @property
    def touched(self) -> int:
        """As many bytes of the output as may have been written: what was opened, and the frame or block that failed."""
        return self.frames.length + self.header.frame_length + self.block_length

    def open(self, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        """Open into ``out``, hashing the received bytes on the way; gives the body's end and the plaintext's length."""
        return self._open_frames(out, digest) if self.header.framed else self._open_block(out, digest)

    def _open_frames(self, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        frames, frame_length = self.frames, self.header.frame_length
        batch = len(out) if digest is None else max(_BATCH // frame_length, 1) * frame_length
        at, written, more = self.start, 0, batch
        while more and more == batch:
            begin = at
            at, more = frames.open_regular(self.view, at, 0, out[written : written + batch])
            written += more
            if digest is not None:
                digest.update(self.view[begin:at])
        if not frames.is_final(self.view, at):
            self._refuse_frame(at, len(out) - written)
        length = frames.final_length(self.view, at, 0)
        if length is None or at + frames.final.size + length > len(self.data):
            refuse(self.data)
        _require_room(length, len(out) - written)
        end = frames.open_final(self.view, at, 0, out[written : written + length])
        if digest is not None:
            digest.update(self.view[at:end])
        return end, written + length

    def _refuse_frame(self, at: int, room: int) -> NoReturn:
        """The loop over regular frames stopped at none and no final one stands there: the output is full, or the message is broken."""
        if at + self.frames.regular.size <= len(self.data):
            _require_room(self.header.frame_length, room)
        refuse(self.data)

    def _open_block(self, out: memoryview, digest: RunningHash | None) -> tuple[int, int]:
        block = BlockOpener(self.header, self.cipher, self.max_body_length)
        length = block.content_length(self.view, self.start, 0)
        if length is None or self.start + block.where.size + length > len(self.data):
            refuse(self.data)
        _require_room(length, len(out))
        self.block_length = length
        end = block.open(self.view, self.start, 0, out[:length])
        if digest is not None:
            digest.update(self.view[self.start : end])
        return end, length


class Decryptor:
    """Decrypts a message that is fed in pieces: ``feed``, ``take`` what may leave, ``finish``. It does no I/O, and its work is linear in
    the bytes fed.

    Args:
        settings: policy, limits and keys.
        spool: gives an unnamed binary file for a frame or block that is too large to hold; what waits there is not authenticated yet.

    Attributes:
        header: the header, once its tag has verified.

    After an error the decryptor stays failed and gives out nothing more. ``close`` lets go of files and threads; ``finish`` and errors do
    so too.
    """

    def __init__(self, settings: DecryptSettings, spool: Callable[[], IO[bytes]] = tempfile.TemporaryFile) -> None:
        self.header: Header | None = None
        self._settings = settings
        self._spool = spool
        self._reader = HeaderReader(limits=settings.limits)
        self._state: Callable[[bytes], int] = self._read_header
        self._buffer = bytearray()
        self._needed = 1  # length of the buffer from which on the state can do something
        self._base = 0  # offset of the buffer in the message
        self._output = Output()
        self._withheld: bytes | IO[bytes] | None = None
        self._failed: EsdkError | None = None
        self._digest: RunningHash | None = None
        self._public_key: EllipticCurvePublicKey | None = None
        self._frames: FrameOpener
        self._block: BlockOpener
        self._large: LargeContent
        self._large_file: IO[bytes]

    def feed(self, data: bytes | bytearray | memoryview) -> None:
        """Take more bytes of the message.

        Raises:
            MessageError, PolicyError, KeyringError, MaterialsError: as ``Client.decrypt``.
        """
        with self._failing():
            self._buffer += data
            while len(self._buffer) >= self._needed:
                piece = bytes(self._buffer)
                self._buffer.clear()
                done = self._state(piece)
                self._buffer += memoryview(piece)[done:]
                self._base += done

    def take(self, size: int = -1) -> bytes:
        """Plaintext that may leave and was not taken yet, at most ``size`` bytes (-1 for what is at hand); empty when there is none.

        Raises:
            EsdkError: the one that the decryptor failed with.
        """
        if self._failed is not None:
            raise self._failed
        return self._output.take(size)

    def finish(self) -> None:
        """Say that no more bytes come: only after this is the message complete and, if its suite signs, signed.

        Raises:
            MessageError: it is not complete, or something is left over.
        """
        with self._failing():
            if self._state == self._read_header:
                self._reader.finish()
            if self._state != self._at_end:
                self._refuse_end()
            self._release()
        self.close()

    def close(self) -> None:
        """Let go of threads and files. What was not taken stays there to be taken."""
        if self._digest is not None:
            self._digest.close()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        if self._failed is not None:
            raise self._failed
        try:
            yield
        except BaseException as error:
            interrupted = UsageError(Code.INVALID_ARGUMENT, "the decryptor was interrupted and cannot go on")
            self._failed = error if isinstance(error, EsdkError) else interrupted
            self._output.clear()
            self._withheld = None
            self.close()
            raise

    # ---------------------------------------------------------------- states: each takes a piece and gives how much of it is done
    def _read_header(self, piece: bytes) -> int:
        header = self._reader.feed(piece)
        if header is None:
            return len(piece)
        settings = self._settings
        check_decrypt_suite(settings.policy, header.suite)
        if settings.signed_streaming == "refuse" and header.suite.signed:
            what = f"suite {header.suite.hex_id} signs, and only unsigned messages are read"
            raise refusal(Code.SIGNED_NOT_ALLOWED, what, path="header.algorithm_suite_id")
        opening = Opening(self._reader.raw, header)
        materials = opening.take_materials(opening.request(settings.policy, settings.encryption_context), settings.cmm)
        opening.derive()
        cipher = opening.verify_header(settings.compat)
        self.header, self._public_key = header, materials.verification_key
        if header.suite.signature is not None:
            self._digest = RunningHash(header.suite.signature.hash)
            self._digest.update(self._reader.raw)
        if header.framed:
            self._frames = FrameOpener(header, cipher, settings.max_body_length)
            self._expect(self._read_frames, _NUMBER)
        else:
            self._block = BlockOpener(header, cipher, settings.max_body_length)
            self._expect(self._read_block, self._block.head_size)
        return len(piece) - len(self._reader.rest)

    def _read_frames(self, piece: bytes) -> int:
        """Whole regular frames, as many as there are; then what the next one needs."""
        frames, view = self._frames, memoryview(piece)
        at = 0
        if frames.frame_length <= _HOLD:
            out = io.BytesIO(bytes(len(piece) // frames.regular.size * frames.frame_length))
            with out.getbuffer() as room:
                at, length = frames.open_regular(view, 0, self._base, room)
            out.truncate(length)
            self._hash(view[:at])
            self._output.add(out.getvalue())
        if len(piece) - at < _NUMBER:
            self._needed = _NUMBER
        elif frames.is_final(view, at):
            self._expect(self._read_final, frames.final_head_size)
        elif frames.frame_length > _HOLD:
            self._expect(self._read_large_frame, frames.regular_head_size)
        else:
            frames.judge_position(view, at, self._base)
            self._needed = frames.regular.size
        return at

    def _read_large_frame(self, piece: bytes) -> int:
        return self._begin_large(piece, self._frames.regular_head_size, self._frames.large_regular(memoryview(piece), self._base))

    def _read_final(self, piece: bytes) -> int:
        frames, view = self._frames, memoryview(piece)
        length = frames.final_length(view, 0, self._base)
        assert length is not None  # its head is here
        if length > _HOLD:
            return self._begin_large(piece, frames.final_head_size, frames.large_final(view, length))
        return self._read_last(view, frames.final.size + length, length, frames.open_final)

    def _read_block(self, piece: bytes) -> int:
        block, view = self._block, memoryview(piece)
        length = block.content_length(view, 0, self._base)
        assert length is not None  # its head is here
        if length > _HOLD:
            return self._begin_large(piece, block.head_size, block.large(view, length))
        return self._read_last(view, block.where.size + length, length, block.open)

    def _read_last(self, view: memoryview, size: int, length: int, open_: Callable[[memoryview, int, int, memoryview], int]) -> int:
        """The final frame or the block, in one piece."""
        if len(view) < size:
            self._needed = size
            return 0
        out = io.BytesIO(bytes(length))
        with out.getbuffer() as room:
            open_(view, 0, self._base, room)
        self._hash(view[:size])
        self._complete_body(out.getvalue())
        return size

    def _begin_large(self, piece: bytes, head_size: int, large: LargeContent) -> int:
        self._hash(memoryview(piece)[:head_size])
        self._large, self._large_file = large, self._spool()
        self._expect(self._read_large, 1)
        return head_size

    def _read_large(self, piece: bytes) -> int:
        """A part of a content that is too large to hold: decrypted, and spooled until its tag has come."""
        large, file = self._large, self._large_file
        if large.left:
            part = memoryview(piece)[: large.left]
            file.write(large.opener.update(part))
            self._hash(part)
            large.left -= len(part)
            self._needed = 1 if large.left else TAG_LENGTH
            return len(part)
        tag = piece[:TAG_LENGTH]
        if not large.opener.verify(tag):
            file.close()
            raise refusal(Code.BODY_TAG_INVALID, "the content does not verify", path=large.tag_path, offset=self._base)
        self._hash(memoryview(tag))
        length = file.tell()
        file.seek(0)
        if large.final:
            self._complete_body(file)
        else:
            self._frames.large_done(length)
            self._output.add(file)
            self._expect(self._read_frames, _NUMBER)
        return TAG_LENGTH

    def _complete_body(self, last: bytes | IO[bytes]) -> None:
        """Every tag has verified. The last content of a signed message, and a whole block, wait for what is still to come."""
        assert self.header is not None
        self._withheld = last
        if self.header.suite.signed:
            self._expect(self._read_footer, _LENGTH_OF_SIGNATURE)
        elif self.header.framed:
            self._release()
            self._expect(self._at_end, 1)
        else:
            self._expect(self._at_end, 1)

    def _read_footer(self, piece: bytes) -> int:
        assert self.header is not None and self._digest is not None and self._public_key is not None
        try:
            read = decoder(FOOTER, checked=True)(piece, 0, len(piece), self.header.known_values)
        except Short as short:
            self._needed = short.needed
            return 0
        assert read is not None  # lengths that fit are all that a footer asks of its structure
        footer, end = read
        verify_signature(self.header, self._digest.digest(), footer[0], self._public_key, self._base)
        self._expect(self._at_end, 1)
        return end

    def _at_end(self, piece: bytes) -> int:
        raise refusal(Code.TRAILING_DATA, "bytes follow the end of the message", offset=self._base)

    # ---------------------------------------------------------------- steps
    def _expect(self, state: Callable[[bytes], int], needed: int) -> None:
        self._state, self._needed = state, needed

    def _hash(self, view: memoryview) -> None:
        if self._digest is not None:
            self._digest.update(view)

    def _release(self) -> None:
        if self._withheld is not None:
            self._output.add(self._withheld)
            self._withheld = None

    def _refuse_end(self) -> NoReturn:
        """The message ends in the middle of the body or footer: the reference reading says where."""
        assert self.header is not None
        framed = self.header.framed and self._state in (self._read_frames, self._read_final)
        root = FOOTER if self._state == self._read_footer else FRAMES if framed else NON_FRAMED
        if self._state == self._read_large:
            what = f"the bytes end inside a content, {self._large.left + TAG_LENGTH} more are needed"
            raise refusal(Code.TRUNCATED, what, path=self._large.tag_path, offset=self._base)
        index = self._frames.position - CONSTANTS.first_sequence_number if framed else None
        raise incomplete(root, bytes(self._buffer), self.header.known_values, self._base, index)


def _require_room(length: int, room: int) -> None:
    if length > room:
        raise UsageError(Code.INVALID_ARGUMENT, "the buffer is too small for the plaintext")


def verify_signature(header: Header, digest: bytes, signature: bytes, public_key: EllipticCurvePublicKey, offset: int) -> None:
    """Verify a message's signature.

    Args:
        header: of the message; its suite signs.
        digest: the suite's hash over header and body as received.
        signature: the footer's, DER.
        public_key: the verification key.
        offset: where the footer stands, for errors.

    Raises:
        MalformedMessage: ``signature-malformed``.
        AuthenticationError: ``signature-invalid``.

    Reqs: SIG-VER-004, SIG-VER-005, ALG-SUI-016, ALG-SUI-017, FMT-FTR-003
    """
    scheme = header.suite.signature
    assert scheme is not None
    try:
        signing.verify(public_key, scheme, digest, signature)
    except EsdkError as error:
        error.offset = offset + footer_length(header.suite, 0)
        raise
