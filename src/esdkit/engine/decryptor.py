"""The push core of decryption: a message in pieces.

Strategy: a state per part of the message; each takes what it can of the bytes that are there and says how many it needs to go on, so the
same bytes are not read again and again. A frame or block that is too large to hold is decrypted piece by piece and waits in a file until
its tag has verified. The errors are those of ``decrypt``, with the same code, path and offset. Which state may follow which, and what may
leave when, are the tables of ``release``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, ClassVar, NoReturn, cast

from esdkit.cmm.base import check_decrypt_suite
from esdkit.crypto.aead import TAG_LENGTH, AesGcm
from esdkit.engine.decrypt import DecryptSettings, open_header
from esdkit.engine.frames import BlockDecryptor, FrameDecryptor, LargeContent
from esdkit.engine.hashing import RunningHash
from esdkit.engine.located import located
from esdkit.engine.memory import new_output
from esdkit.engine.output import Output
from esdkit.engine.release import NEXT, RELEASE, Content, Release, State
from esdkit.engine.signature import check_unsigned, verify_signature
from esdkit.engine.views import view_of
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.grammar.body import FRAMES, NON_FRAMED
from esdkit.grammar.decoder import Short, decoder
from esdkit.grammar.footer import FOOTER
from esdkit.message.model import Header
from esdkit.message.problems import incomplete
from esdkit.message.push import HeaderReader
from esdkit.spec import CONSTANTS, FIELDS, error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

    from esdkit.engine.ranges import DecryptRanges

__all__ = ["Decryptor"]

_HOLD = 64 << 20  # bytes; a larger frame or block is decrypted piece by piece and waits in a file
_NUMBER = cast(int, FIELDS["body.frame.sequence_number"].size)
_LENGTH_OF_SIGNATURE = cast(int, FIELDS["footer.signature.length"].size)


class Decryptor:
    """Decrypts a message that is fed in pieces: ``feed``, ``take`` what may leave, ``finish``. It does no I/O, and its work is linear in
    the bytes fed.

    Args:
        settings: policy, limits and keys.
        spool: gives an unnamed binary file for a frame or block that is too large to hold; what waits there is not authenticated yet.

    Attributes:
        header: the header, once its tag has verified.

    After an error the decryptor stays failed and gives out nothing more. ``close`` lets go of files and threads; errors do so too.
    """

    def __init__(self, settings: DecryptSettings, spool: Callable[[], IO[bytes]] = tempfile.TemporaryFile) -> None:
        self.header: Header | None = None
        self._settings = settings
        self._spool = spool
        self._reader = HeaderReader(limits=settings.limits)
        self._state = State.HEADER
        self._buffer = bytearray()
        self._needed = 1  # length of the buffer from which on the state can do something
        self._base = 0  # offset of the buffer in the message
        self._output = Output()
        self._withheld: bytes | IO[bytes] | None = None
        self._failed: EsdkError | None = None
        self._working = False
        self._digest: RunningHash | None = None
        self._public_key: EllipticCurvePublicKey | None = None
        self._cipher: AesGcm
        self._frames: FrameDecryptor
        self._block: BlockDecryptor
        self._large: LargeContent
        self._large_start: int  # offset of its ciphertext in the message
        self._large_file: IO[bytes] | None = None

    def ranges(self, length: int) -> DecryptRanges | None:
        """The message, of this length, for ``in_ranges``, once its header is there; None if it is signed or not framed."""
        from esdkit.engine.ranges import DecryptRanges  # most messages do without

        header = self.header
        if header is None or header.suite.signed or not header.framed:
            return None
        return DecryptRanges(self._reader.length, header, self._cipher, self._settings.max_body_length, length)

    def feed(self, data: bytes | bytearray | memoryview) -> None:
        """Take more bytes of the message.

        Raises:
            MessageError, PolicyError, KeyringError, MaterialsError: as ``Client.decrypt``.
        """
        # Reqs: CLI-STR-013
        with self._failing(), view_of(data) as view:
            if len(self._buffer) + len(view) < self._needed:
                self._buffer += view
                return
            self._step(b"".join((self._buffer, view)))
            while len(self._buffer) >= self._needed:
                self._step(bytes(self._buffer))

    def take(self, size: int = -1) -> bytes:
        """Plaintext that may leave and was not taken yet, at most ``size`` bytes (-1 for all of it); empty when there is none.

        Raises:
            EsdkError: the one that the decryptor failed with.
        """
        # Reqs: CLI-STR-001, CLI-STR-010
        if self._failed is not None:
            raise self._failed
        return self._output.take(size)

    def finish(self) -> None:
        """Say that no more bytes come: only after this is the message complete and, if its suite signs, signed.

        Raises:
            MessageError: it is not complete, or something is left over.
        """
        # Reqs: CLI-STR-001, CLI-STR-003, CLI-STR-006
        with self._failing():
            if self._state is not State.END:
                self._refuse_end()
            if self._withheld is not None:
                self._output.add(self._withheld)
                self._withheld = None

    def close(self) -> None:
        """Let go of threads and files, and of what was not taken."""
        # Reqs: CLI-STR-005, CLI-STR-010
        if self._digest is not None:
            self._digest.close()
        for file in (self._large_file, self._withheld):
            if file is not None and not isinstance(file, bytes):
                file.close()
        self._withheld = None
        self._output.clear()
        if self._failed is None:
            self._failed = UsageError(Code.INVALID_ARGUMENT, "the decryptor is closed")

    @contextmanager
    def _failing(self) -> Iterator[None]:
        # Reqs: CLI-DEC-010, CLI-STR-010
        if self._failed is not None:
            raise self._failed
        if self._working:  # a keyring or CMM, or another thread
            raise UsageError(Code.INVALID_ARGUMENT, "the decryptor is at work: call it again after it returns")
        self._working = True
        try:
            yield
        except BaseException as error:
            interrupted = UsageError(Code.INVALID_ARGUMENT, "the decryptor was interrupted and cannot continue")
            self._failed = error if isinstance(error, EsdkError) else interrupted
            self.close()
            raise
        finally:
            self._working = False

    # ---------------------------------------------------------------- states: each takes a piece and gives how much of it is done
    def _step(self, piece: bytes) -> None:
        self._buffer.clear()
        with memoryview(piece) as view:
            done = self._READ[self._state](self, view)
            self._buffer += view[done:]
        self._base += done

    def _read_header(self, view: memoryview) -> int:
        # Reqs: CLI-DEC-009, CLI-DEC-015, CLI-STR-013, CLI-STR-014
        header = self._reader.feed(view)
        if header is None:
            return len(view)
        with located(self._reader.raw):
            self._cipher = cipher = self._open_header(header)
        self.header = header
        if header.suite.signature is not None:
            self._digest = RunningHash(header.suite.signature.hash)
            self._digest.update(self._reader.raw)
        if header.framed:
            self._frames = FrameDecryptor(header, cipher, self._settings.max_body_length)
            self._enter(State.FRAMES, _NUMBER)
        else:
            self._block = BlockDecryptor(header, cipher, self._settings.max_body_length)
            self._enter(State.BLOCK, self._block.head_size)
        return len(view) - len(self._reader.rest)

    def _open_header(self, header: Header) -> AesGcm:
        # Reqs: CLI-DEC-009, CLI-DEC-016, CLI-STR-012
        settings = self._settings
        check_decrypt_suite(settings.policy, header.suite)
        if settings.signed_streaming == "refuse":
            check_unsigned(header.suite)
        cipher, materials = open_header(self._reader.raw, header, settings)
        self._public_key = materials.verification_key
        return cipher

    def _read_frames(self, view: memoryview) -> int:
        """Whole regular frames, as many as there are; then what the next one needs."""
        # Reqs: CLI-DEC-012, CLI-STR-013
        frames = self._frames
        at = 0
        if frames.frame_length <= _HOLD:
            out = new_output(len(view) // frames.regular.size * frames.frame_length)
            with out.getbuffer() as room:
                at, length = frames.decrypt_regular(view, 0, self._base, room)
            out.truncate(length)
            self._hash(view, 0, at)
            self._verified(Content.REGULAR_FRAME, out.getvalue())
        if len(view) - at < _NUMBER:
            self._needed = _NUMBER
        elif frames.is_final(view, at):
            self._enter(State.FINAL_FRAME, _NUMBER)
        else:
            frames.check_regular(view, at, self._base)
            if frames.frame_length > _HOLD:
                self._enter(State.LARGE_FRAME, frames.regular_head_size)
            elif len(view) - at < frames.regular_head_size:
                self._needed = frames.regular_head_size
            else:
                self._needed = frames.regular.size
        return at

    def _read_large_frame(self, view: memoryview) -> int:
        return self._begin_large(view, self._frames.regular_head_size, self._frames.large_regular(view, self._base))

    def _read_final_frame(self, view: memoryview) -> int:
        # Reqs: CLI-STR-005, CLI-STR-013
        frames = self._frames
        length = frames.final_length(view, 0, self._base)
        if length is None:
            self._needed = min(edge for edge in frames.final.offsets.values() if edge > len(view))
            return 0
        if length > _HOLD:
            return self._begin_large(view, frames.final_head_size, frames.large_final(view, length))
        return self._read_last(view, frames.final.size + length, length, frames.decrypt_final)

    def _read_block(self, view: memoryview) -> int:
        # Reqs: CLI-STR-005, CLI-STR-013
        block = self._block
        length = block.content_length(view, 0, self._base)
        assert length is not None  # its head is here
        if length > _HOLD:
            return self._begin_large(view, block.head_size, block.large(view, length))
        return self._read_last(view, block.where.size + length, length, block.decrypt)

    def _read_last(self, view: memoryview, size: int, length: int, decrypt: Callable[[memoryview, int, int, memoryview], int]) -> int:
        """The final frame or the block, in one piece."""
        # Reqs: CLI-DEC-011, CLI-STR-003, CLI-STR-013
        if len(view) < size:
            self._needed = size
            return 0
        out = new_output(length)
        with out.getbuffer() as room:
            decrypt(view, 0, self._base, room)
        self._hash(view, 0, size)
        self._complete_body(out.getvalue())
        return size

    def _begin_large(self, view: memoryview, head_size: int, large: LargeContent) -> int:
        # Reqs: CLI-STR-005
        self._hash(view, 0, head_size)
        self._large, self._large_file = large, self._spool()
        self._large_start = self._base + head_size
        self._enter(State.LARGE_CONTENT, 1)
        return head_size

    def _read_large_content(self, view: memoryview) -> int:
        """A part of a content that is too large to hold: decrypted, and spooled until its tag has come."""
        # Reqs: CLI-DEC-012, CLI-STR-005
        large, file = self._large, self._large_file
        assert file is not None
        if large.left:
            with view[: large.left] as part:
                length = len(part)
                file.write(large.update(part))
            self._hash(view, 0, length)
            self._needed = 1 if large.left else TAG_LENGTH
            return length
        large.verify(bytes(view[:TAG_LENGTH]), self._base)
        self._hash(view, 0, TAG_LENGTH)
        length = file.tell()
        file.seek(0)
        self._large_file = None
        if large.final:
            self._complete_body(file)
        else:
            self._frames.large_done(length)
            self._verified(Content.REGULAR_FRAME, file)
            self._enter(State.FRAMES, _NUMBER)
        return TAG_LENGTH

    def _complete_body(self, last: bytes | IO[bytes]) -> None:
        """Every tag has verified, and ``last`` is the content of the final frame or of the block."""
        # Reqs: CLI-STR-003
        assert self.header is not None
        self._verified(Content.FINAL_FRAME if self.header.framed else Content.BLOCK, last)
        if self.header.suite.signed:
            self._enter(State.FOOTER, _LENGTH_OF_SIGNATURE)
        else:
            self._enter(State.END, 1)

    def _read_footer(self, view: memoryview) -> int:
        # Reqs: CLI-DEC-009, CLI-STR-001, CLI-STR-013
        assert self.header is not None and self._digest is not None and self._public_key is not None
        try:
            read = decoder(FOOTER, checked=True)(bytes(view), 0, len(view), self.header.known_values)
        except Short as short:
            self._needed = short.needed
            return 0
        assert read is not None  # lengths that fit are all that a footer asks of its structure
        footer, end = read
        verify_signature(self.header, self._digest.digest(), footer[0], self._public_key, self._base)
        self._enter(State.END, 1)
        return end

    def _read_beyond_end(self, view: memoryview) -> int:
        raise error_for(Code.TRAILING_DATA, "bytes follow the end of the message", offset=self._base)

    # ---------------------------------------------------------------- steps
    def _enter(self, state: State, needed: int) -> None:
        assert state in NEXT[self._state]
        self._state, self._needed = state, needed

    def _verified(self, content: Content, plaintext: bytes | IO[bytes]) -> None:
        """Let go of a plaintext whose tag has verified, or keep it to the end."""
        # Reqs: CLI-DEC-011, CLI-STR-003, CLI-STR-015
        assert self.header is not None
        wait = RELEASE[content]
        if (wait.signed if self.header.suite.signed else wait.unsigned) is Release.AT_ONCE:
            self._output.add(plaintext)
        else:
            self._withheld = plaintext

    def _hash(self, view: memoryview, start: int, end: int) -> None:
        if self._digest is not None:
            self._digest.update(view, start, end)

    def _refuse_end(self) -> NoReturn:
        """The message ends before its end: the reference reading says where."""
        # Reqs: CLI-STR-001, CLI-STR-006, CLI-STR-013
        if self._state is State.HEADER:
            self._reader.finish()
        if self._state is State.LARGE_CONTENT:
            self._refuse_end_of_large(self._large)
        assert self.header is not None
        in_footer = self._state is State.FOOTER
        framed = self.header.framed and not in_footer
        root = FOOTER if in_footer else FRAMES if framed else NON_FRAMED
        index = self._frames.position - CONSTANTS.first_sequence_number if framed else None
        raise incomplete(root, bytes(self._buffer), self.header.known_values, self._base, index)

    def _refuse_end_of_large(self, large: LargeContent) -> NoReturn:
        # Reqs: CLI-STR-005, CLI-STR-006
        needed = large.left + TAG_LENGTH - len(self._buffer)
        path, offset = (large.ciphertext_path, self._large_start) if large.left else (large.tag_path, self._base)
        raise error_for(Code.TRUNCATED, f"the bytes end inside a content, {needed} more are needed", path=path, offset=offset)

    _READ: ClassVar[Mapping[State, Callable[[Decryptor, memoryview], int]]] = {
        State.HEADER: _read_header,
        State.FRAMES: _read_frames,
        State.LARGE_FRAME: _read_large_frame,
        State.FINAL_FRAME: _read_final_frame,
        State.BLOCK: _read_block,
        State.LARGE_CONTENT: _read_large_content,
        State.FOOTER: _read_footer,
        State.END: _read_beyond_end,
    }
