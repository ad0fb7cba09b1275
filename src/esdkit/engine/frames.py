"""The hot loops: frames encrypted and decrypted in place, and the single block decrypted.

Strategy: offsets and sizes come from the grammar's ``layout``, once per message; the loops pack, slice and call the cipher, and build no
model. Both directions write into a buffer of the right size. A frame is checked before its ciphertext is decrypted: bounds, position,
length. Nothing is released here: whoever calls decides what may leave, and overwrites what did not verify.
Invariant: no slice of a buffer has a name here, so that none stays in the traceback of an error; whoever makes a view releases it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from esdkit.crypto.aead import TAG_LENGTH, AesGcm, IncrementalDecryptor, IncrementalEncryptor, InvalidTag
from esdkit.errors import Code, EsdkError
from esdkit.grammar.body import FINAL_FRAME, FINAL_FRAME_HEAD, FRAME, FRAME_HEAD, NON_FRAMED, NON_FRAMED_HEAD
from esdkit.grammar.decoder import POSITION
from esdkit.grammar.field import Group, Raw, UInt
from esdkit.grammar.layout import Layout, layout
from esdkit.message.aad import BODY_AAD_SUFFIX, body_aad, body_aad_prefix, body_aad_suffix, pack_body_aad_suffix
from esdkit.message.body import HeadReader
from esdkit.message.model import Header
from esdkit.message.rules import fast_reading, frame_order
from esdkit.spec import CONSTANTS, FIELDS, Suite, error_for

__all__ = ["BlockDecryptor", "FrameDecryptor", "FrameEncryptor", "LargeContent", "OnlyFrameEncryptor", "decrypt_only"]

_MARKER = CONSTANTS.final_frame_marker
_BLOCK_NOT_AUTHENTIC = "the body does not verify"
_NUMBER = struct.Struct(">I")  # marker, sequence number and final content length


class _Plan:
    """Offsets and sizes of the frames of one suite and frame length."""

    def __init__(self, suite_id: int, frame_length: int) -> None:
        known = {"header.algorithm_suite_id": suite_id, "header.frame_length": frame_length, "body.final_frame.content_length": 0}
        self.regular, self.final = layout(FRAME, known), layout(FINAL_FRAME, known)  # content moves only a final frame's tag
        self.regular_head = _head(FRAME, self.regular, "body.frame.iv")
        self.final_head = _head(FINAL_FRAME, self.final, "body.final_frame.iv")
        self.regular_iv = _range(self.regular, "body.frame.iv")
        self.final_iv = _range(self.final, "body.final_frame.iv")
        self.regular_content = self.regular.offsets["body.frame.ciphertext"]
        self.final_content = self.final.offsets["body.final_frame.ciphertext"]

    def new_iv(self) -> tuple[bytearray, int]:
        """Room for the IV of a regular frame, and where in it the sequence number goes."""
        start, end = self.regular_iv
        return bytearray(end - start), end - start - _NUMBER.size


@lru_cache(maxsize=64)
def _plan(suite_id: int, frame_length: int) -> _Plan:
    return _Plan(suite_id, frame_length)


def _head(group: Group, where: Layout, iv_id: str) -> struct.Struct:
    """The fields before the ciphertext as one ``Struct``. The IV is the padded sequence number: a number with zeros before it."""
    text = ">"
    for node in group.nodes:
        if isinstance(node, UInt):
            text += node.letter
        elif isinstance(node, Raw) and node.id == iv_id:
            text += f"{where.sizes[iv_id] - _NUMBER.size}x{_NUMBER.format[1:]}"
        else:
            break
    return struct.Struct(text)


class FrameEncryptor:
    """Encrypts the frames of one message, in order.

    Args:
        header: the message's header.
        cipher: AES-GCM under the content key.

    Attributes:
        position: of the next frame, from 1.
        regular_size, final_size: bytes of a regular frame and of an empty final frame.
    """

    def __init__(self, header: Header, cipher: AesGcm) -> None:
        # Reqs: FMT-BAD-002, FMT-BAD-004, FMT-BAD-005
        self._plan = _plan(header.suite.id, header.frame_length)
        self.position = CONSTANTS.first_sequence_number
        self.regular_size, self.final_size = self._plan.regular.size, self._plan.final.size
        self._frame_length = header.frame_length
        self._regular_aad = body_aad_prefix(header.message_id, CONSTANTS.content_frame_string)
        self._final_aad = body_aad_prefix(header.message_id, CONSTANTS.content_final_frame_string)
        self._cipher = cipher
        self._encrypt = cipher.encryptor(header.frame_length)

    def encrypt_regular(self, source: memoryview, out: memoryview) -> None:
        """Encrypt whole frames: ``source`` holds a multiple of the frame length, ``out`` has room for as many regular frames."""
        # Reqs: FMT-BAD-004, FMT-BAD-006, FMT-BAD-009
        length, size, content = self._frame_length, self.regular_size, self._plan.regular_content
        encrypt, pack_head, pack_suffix, pack_number = (
            self._encrypt,
            self._plan.regular_head.pack_into,
            pack_body_aad_suffix,
            _NUMBER.pack_into,
        )
        iv, number_at = self._plan.new_iv()
        aad, suffix_at = bytearray(self._regular_aad + bytes(BODY_AAD_SUFFIX)), len(self._regular_aad)
        position, at = self.position, 0
        for start in range(0, len(source), length):
            pack_head(out, at, position, position)
            pack_number(iv, number_at, position)
            pack_suffix(aad, suffix_at, position, length)
            encrypt(iv, source[start : start + length], aad, out[at + content : at + size])
            position += 1
            at += size
        self.position = position

    def encrypt_final(self, source: memoryview, out: memoryview) -> None:
        """Encrypt the final frame: ``out`` has room for ``final_size`` bytes and the length of ``source``."""
        # Reqs: FMT-BAD-005, FMT-BAD-006, FMT-BAD-010
        length = len(source)
        self._plan.final_head.pack_into(out, 0, _MARKER, self.position, self.position, length)
        iv_start, iv_end = self._plan.final_iv
        aad = self._final_aad + body_aad_suffix(self.position, length)
        self._encrypt(out[iv_start:iv_end], source, aad, out[self._plan.final_content :])

    def encrypt_long(self, length: int, *, final: bool) -> tuple[bytes, IncrementalEncryptor]:
        """Begin a frame that is too long to hold: gives the bytes before its ciphertext, and the cipher for its ``length`` bytes."""
        # Reqs: FMT-BAD-004, FMT-BAD-005, FMT-BAD-006, FMT-BAD-009, FMT-BAD-010
        position, plan = self.position, self._plan
        if final:
            head = plan.final_head.pack(_MARKER, position, position, length)
            (start, end), prefix = plan.final_iv, self._final_aad
        else:
            head = plan.regular_head.pack(position, position)
            (start, end), prefix = plan.regular_iv, self._regular_aad
        self.position += 1
        return head, self._cipher.incremental_encryptor(head[start:end], prefix + body_aad_suffix(position, length))


class OnlyFrameEncryptor:
    """Encrypts final frames of bodies that have no other, one for each message.

    Args:
        suite: of all messages.
        frame_length: likewise.
    """

    def __init__(self, suite: Suite, frame_length: int) -> None:
        plan, position = _plan(suite.id, frame_length), CONSTANTS.first_sequence_number
        head = plan.final_head.pack(_MARKER, position, position, 0)
        start, end = plan.final_iv
        self._before_length, self._iv = head[: -_NUMBER.size], head[start:end]

    def encrypt(self, message_id: bytes, cipher: AesGcm, source: bytes) -> tuple[bytes, bytes, bytes]:
        """A frame in pieces: the bytes before its length, the length, and its ciphertext with the tag."""
        # Reqs: FMT-BAD-005, FMT-BAD-006, FMT-BAD-010
        length = len(source)
        aad = body_aad(message_id, CONSTANTS.content_final_frame_string, CONSTANTS.first_sequence_number, length)
        return self._before_length, _NUMBER.pack(length), cipher.sealer(length)(self._iv, source, aad)


def decrypt_only(header: Header, cipher: AesGcm, data: bytes, at: int, max_length: int | None) -> tuple[bytes, int] | None:
    """Decrypt the final frame of a body that has no other.

    Args:
        header: the message's header.
        cipher: AES-GCM under the content key.
        data: the message.
        at: where the frame begins.
        max_length: most plaintext bytes; None for any number.

    Returns:
        The plaintext, and where the frame ends; None for any other body, and if anything is wrong with this: ``FrameDecryptor`` says what.
    """
    # Reqs: FMT-BAD-005, FMT-BAD-006, FMT-BAD-010, FMT-FRM-021, FMT-FRM-022, FMT-FRM-024
    position, known = CONSTANTS.first_sequence_number, header.known_values
    known[POSITION] = position
    read = fast_reading(FINAL_FRAME_HEAD, True)(data, at, len(data), known)
    if read is None:
        return None
    (*_, iv, length), content = read
    end = content + length + TAG_LENGTH
    if end > len(data) or (max_length is not None and length > max_length):
        return None
    try:
        aad = body_aad(header.message_id, CONSTANTS.content_final_frame_string, position, length)
        return cipher.open(iv, data[content:end], aad), end
    except InvalidTag:
        return None


class FrameDecryptor:
    """Decrypts the frames of one message, in order.

    Args:
        header: the message's header.
        cipher: AES-GCM under the content key.
        max_body_length: most plaintext bytes; None for any number.

    Attributes:
        position: of the next frame, from 1.
        length: plaintext bytes decrypted so far.
        touched: plaintext bytes that may have been written, including the frame that failed.
    """

    def __init__(self, header: Header, cipher: AesGcm, max_body_length: int | None) -> None:
        # Reqs: FMT-BAD-002, FMT-BAD-004, FMT-BAD-005
        plan = _plan(header.suite.id, header.frame_length)
        self.regular, self.final = plan.regular, plan.final
        self.position = CONSTANTS.first_sequence_number
        self.length = self.touched = 0
        self.frame_length = header.frame_length
        self._heads = HeadReader(header)
        self._in_order = frame_order()
        self._max_body_length = max_body_length
        self._regular_aad = body_aad_prefix(header.message_id, CONSTANTS.content_frame_string)
        self._final_aad = body_aad_prefix(header.message_id, CONSTANTS.content_final_frame_string)
        self._cipher = cipher
        self._decrypt = cipher.decryptor(header.frame_length)

    def decrypt_regular(self, data: memoryview, at: int, base: int, out: memoryview) -> tuple[int, int]:
        """Decrypt the whole regular frames in ``data`` from ``at`` on, as many as fit into ``out``.

        Args:
            data: received bytes.
            at: where a frame begins in them.
            base: offset of ``data`` in the message, for errors.
            out: where the plaintext goes.

        Returns:
            Where the next frame begins in ``data``, and how many bytes of ``out`` were written.

        Raises:
            MalformedMessage: ``seq-out-of-order``. AuthenticationError: ``body-tag-invalid``. PolicyError: ``body-too-large``.
        """
        # Reqs: CLI-CFG-009, CLI-DEC-012, CLI-DEC-027, CLI-DEC-028, FMT-BAD-004, FMT-BAD-006, FMT-BAD-009, FMT-FRM-021, FMT-FRM-024
        length, size = self.frame_length, self.regular.size
        iv, content = self.regular.offsets["body.frame.iv"], self.regular.offsets["body.frame.ciphertext"]
        decrypt, pack_suffix, number = self._decrypt, pack_body_aad_suffix, _NUMBER.unpack_from
        aad, suffix_at = bytearray(self._regular_aad + bytes(BODY_AAD_SUFFIX)), len(self._regular_aad)
        in_order = self._in_order
        position, written, reach = self.position, 0, 0
        stop = len(data) - size
        room = len(out) if self._max_body_length is None else min(len(out), self._max_body_length - self.length)
        try:
            while at <= stop:
                found = number(data, at)[0]
                if found == _MARKER:
                    break
                if in_order is None or not in_order(position, found):
                    self._heads.read(FRAME_HEAD, data, at, base, position - CONSTANTS.first_sequence_number)
                if written + length > room:
                    self._check_length(self.length + written + length, "body.frame.ciphertext", base + at + content)
                    break
                reach = written + length
                iv_at, content_at = at + iv, at + content
                at += size
                pack_suffix(aad, suffix_at, position, length)
                decrypt(data[iv_at:content_at], data[content_at:at], aad, out[written:reach])
                written = reach
                position += 1
                self.position = position
        except InvalidTag:
            self._refuse_tag("body.frame.tag", base + at - TAG_LENGTH)
        finally:
            self.touched = self.length + reach
            self.length += written
        return at, written

    def is_final(self, data: memoryview, at: int) -> bool:
        """Whether a final frame begins at ``at``."""
        # Reqs: FMT-FRM-021
        return len(data) - at >= _NUMBER.size and _NUMBER.unpack_from(data, at)[0] == _MARKER

    def final_length(self, data: memoryview, at: int, base: int) -> int | None:
        """Check the head of the final frame that begins at ``at``: gives its content length, or None when more bytes are needed.

        Raises:
            MalformedMessage: ``seq-out-of-order``, ``final-too-long``. PolicyError: ``body-too-large``.
        """
        # Reqs: CLI-CFG-009, FMT-FRM-022
        head = self._heads.read(FINAL_FRAME_HEAD, data, at, base, self.position - CONSTANTS.first_sequence_number)
        if head is None:
            return None
        length: int = head[-1]
        field_id = "body.final_frame.content_length"
        self._check_length(self.length + length, field_id, base + at + self.final.offsets[field_id])
        return length

    def decrypt_final(self, data: memoryview, at: int, base: int, out: memoryview) -> int:
        """Decrypt the final frame, all of which is in ``data``; ``out`` has its content length. Gives the frame's end.

        Raises:
            AuthenticationError: ``body-tag-invalid``.
        """
        # Reqs: CLI-DEC-012, CLI-DEC-027, CLI-DEC-028, FMT-BAD-005, FMT-BAD-006, FMT-BAD-010, FMT-FRM-024
        length = len(out)
        iv = at + self.final.offsets["body.final_frame.iv"]
        content = at + self.final.offsets["body.final_frame.ciphertext"]
        end = at + self.final.size + length
        aad = self._final_aad + body_aad_suffix(self.position, length)
        self.touched = self.length + length
        try:
            self._decrypt(data[iv : iv + self.final.sizes["body.final_frame.iv"]], data[content:end], aad, out)
        except InvalidTag:
            self._refuse_tag("body.final_frame.tag", base + end - TAG_LENGTH)
        self.length += length
        return end

    def check_regular(self, data: memoryview, at: int, base: int) -> None:
        """Check the regular frame that begins at ``at``, as far as it is there: each field of the head, then the length.

        Raises:
            MalformedMessage: ``seq-out-of-order``. PolicyError: ``body-too-large``.
        """
        # Reqs: CLI-CFG-009
        if self._heads.read(FRAME_HEAD, data, at, base, self.position - CONSTANTS.first_sequence_number) is not None:
            self._check_length(self.length + self.frame_length, "body.frame.ciphertext", base + at + self.regular_head_size)

    def large_regular(self, data: memoryview, base: int) -> LargeContent:
        """Begin a regular frame whose head is at the beginning of ``data``."""
        self.check_regular(data, 0, base)
        return self._large(data, self.regular, "frame", self._regular_aad, self.frame_length)

    def large_final(self, data: memoryview, length: int) -> LargeContent:
        """Begin the final frame, whose head is at the beginning of ``data`` and was checked."""
        return self._large(data, self.final, "final_frame", self._final_aad, length)

    def _large(self, data: memoryview, where: Layout, kind: str, aad: bytes, length: int) -> LargeContent:
        # Reqs: CLI-DEC-027, CLI-STR-005, FMT-BAD-009, FMT-BAD-010, FMT-FRM-024
        start, end = _range(where, f"body.{kind}.iv")
        decryptor = self._cipher.incremental_decryptor(bytes(data[start:end]), aad + body_aad_suffix(self.position, length))
        ciphertext, tag = self._path(f"body.{kind}.ciphertext"), self._path(f"body.{kind}.tag")
        return LargeContent(decryptor, length, self._not_authentic, ciphertext, tag, final=kind == "final_frame")

    def large_done(self, length: int) -> None:
        """A large frame has verified."""
        self.length += length
        self.position += 1

    @property
    def regular_head_size(self) -> int:
        return self.regular.offsets["body.frame.ciphertext"]

    @property
    def final_head_size(self) -> int:
        return self.final.offsets["body.final_frame.ciphertext"]

    def _check_length(self, total: int, field_id: str, offset: int) -> None:
        # Reqs: CLI-CFG-009
        if self._max_body_length is not None and total > self._max_body_length:
            raise _too_large(self._max_body_length, self._path(field_id), offset)

    def _refuse_tag(self, field_id: str, offset: int) -> NoReturn:
        # Reqs: CLI-DEC-028
        raise error_for(Code.BODY_TAG_INVALID, self._not_authentic, path=self._path(field_id), offset=offset) from None

    @property
    def _not_authentic(self) -> str:
        return f"frame {self.position} does not verify"

    def _path(self, field_id: str) -> str:
        return FIELDS[field_id].path(self.position - CONSTANTS.first_sequence_number)


@dataclass(slots=True)
class LargeContent:
    """A content that is decrypted piece by piece: ``left`` bytes of ciphertext are still to come, then the tag."""

    decryptor: IncrementalDecryptor
    left: int
    not_authentic: str
    ciphertext_path: str
    tag_path: str
    final: bool

    def update(self, ciphertext: memoryview) -> bytes:
        """The next bytes, decrypted; not authentic before ``verify``."""
        self.left -= len(ciphertext)
        return self.decryptor.update(ciphertext)

    def verify(self, tag: bytes, offset: int) -> None:
        """Verify the tag, which is at ``offset`` in the message.

        Raises:
            AuthenticationError: ``body-tag-invalid``.
        """
        # Reqs: CLI-DEC-012, CLI-DEC-028
        try:
            self.decryptor.verify(tag)
        except InvalidTag:
            raise error_for(Code.BODY_TAG_INVALID, self.not_authentic, path=self.tag_path, offset=offset) from None


@lru_cache(maxsize=16)
def _block_layout(suite_id: int) -> Layout:
    return layout(NON_FRAMED, {"header.algorithm_suite_id": suite_id, "body.content_length": 0})


class BlockDecryptor:
    """Decrypts the single block of a non-framed body; arguments as for ``FrameDecryptor``."""

    def __init__(self, header: Header, cipher: AesGcm, max_body_length: int | None) -> None:
        self.where = _block_layout(header.suite.id)
        self._header = header
        self._cipher = cipher
        self._max_body_length = max_body_length

    def content_length(self, data: memoryview, at: int, base: int) -> int | None:
        """Check the content length of the block that begins at ``at``; None when more bytes are needed.

        Raises:
            MalformedMessage: ``nonframed-too-long``. PolicyError: ``body-too-large``.
        """
        # Reqs: CLI-CFG-009, FMT-NFR-009
        head = HeadReader(self._header).read(NON_FRAMED_HEAD, data, at, base)
        if head is None:
            return None
        length: int = head[-1]
        if self._max_body_length is not None and length > self._max_body_length:
            raise _too_large(self._max_body_length, "body.content_length", base + at + self.where.offsets["body.content_length"])
        return length

    @property
    def head_size(self) -> int:
        return self.where.offsets["body.ciphertext"]

    def large(self, data: memoryview, length: int) -> LargeContent:
        """Begin the block, whose head is at the beginning of ``data`` and was checked."""
        # Reqs: CLI-DEC-027, CLI-STR-005, FMT-NFR-010
        start, end = _range(self.where, "body.iv")
        decryptor = self._cipher.incremental_decryptor(bytes(data[start:end]), self._aad(length))
        return LargeContent(decryptor, length, _BLOCK_NOT_AUTHENTIC, "body.ciphertext", "body.tag", final=True)

    def _aad(self, length: int) -> bytes:
        # Reqs: FMT-BAD-002, FMT-BAD-003, FMT-BAD-007, FMT-BAD-008
        string, number = CONSTANTS.content_non_framed_string, CONSTANTS.non_framed_sequence_number
        return body_aad(self._header.message_id, string, number, length)

    def decrypt(self, data: memoryview, at: int, base: int, out: memoryview) -> int:
        """Decrypt the block, all of which is in ``data``; ``out`` has its content length. Gives the block's end.

        Raises:
            AuthenticationError: ``body-tag-invalid``.
        """
        # Reqs: CLI-DEC-026, CLI-DEC-027, CLI-DEC-028, FMT-NFR-006, FMT-NFR-010
        iv_start, iv_end = _range(self.where, "body.iv")
        content = at + self.where.offsets["body.ciphertext"]
        end = at + self.where.size + len(out)
        try:
            self._cipher.decryptor(len(out))(data[at + iv_start : at + iv_end], data[content:end], self._aad(len(out)), out)
        except InvalidTag:
            offset = base + end - TAG_LENGTH
            raise error_for(Code.BODY_TAG_INVALID, _BLOCK_NOT_AUTHENTIC, path="body.tag", offset=offset) from None
        return end


def _range(where: Layout, field_id: str) -> tuple[int, int]:
    start = where.offsets[field_id]
    return start, start + where.sizes[field_id]


def _too_large(limit: int, path: str, offset: int) -> EsdkError:
    return error_for(Code.BODY_TOO_LARGE, f"the body has more than the {limit} bytes that are allowed", path=path, offset=offset)
