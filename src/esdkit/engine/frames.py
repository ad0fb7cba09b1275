"""The body, decrypted: the hot loop over frames, and the single block.

Strategy: offsets and sizes come from the grammar's ``layout``, once per message; the loop slices and decrypts and builds no model. Each
frame is judged before its ciphertext is touched: bounds, position, length. What does not fit is explained by the reference reading, from
the beginning of the message. Nothing is released here: the caller gets the plaintext when every tag has verified, and decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from esdkit.crypto.aead import AesGcm
from esdkit.errors import Code
from esdkit.grammar.body import FINAL_FRAME, FRAME, NON_FRAMED
from esdkit.grammar.layout import layout
from esdkit.message.aad import body_aad, body_aad_prefix, body_aad_suffix
from esdkit.message.model import Header
from esdkit.message.read import refuse
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, refusal

__all__ = ["Body", "decrypt_body"]


@dataclass(frozen=True, slots=True)
class Body:
    """A decrypted body: its plaintext, in one piece per frame, and where it ends in the message (offset in bytes)."""

    pieces: list[bytes]
    end: int


def decrypt_body(data: bytes, start: int, header: Header, cipher: AesGcm, max_body_length: int | None) -> Body:
    """Decrypt the body of a message.

    Args:
        data: the message from its beginning.
        start: where the body begins.
        header: the message's header.
        cipher: AES-GCM under the content key.
        max_body_length: most plaintext bytes that the caller takes; None for any number.

    Raises:
        TruncatedMessage, MalformedMessage: the body's structure is broken.
        AuthenticationError: ``body-tag-invalid``.
        PolicyError: ``body-too-large``.

    Reqs: CLI-CFG-009, CLI-DEC-012, CLI-DEC-026, CLI-DEC-027, CLI-DEC-028, FMT-FRM-021, FMT-FRM-022, FMT-FRM-024, FMT-NFR-006, FMT-NFR-009
    Reqs: FMT-NFR-010, FMT-BAD-002, FMT-BAD-003, FMT-BAD-004, FMT-BAD-005, FMT-BAD-006, FMT-BAD-007, FMT-BAD-008, FMT-BAD-009, FMT-BAD-010
    """
    if header.framed:
        return _Frames(data, header, cipher, max_body_length).decrypt(start)
    return _decrypt_block(data, start, header, cipher, max_body_length)


class _Frames:
    """One pass over the frames of one message."""

    def __init__(self, data: bytes, header: Header, cipher: AesGcm, max_body_length: int | None) -> None:
        known: dict[str, Any] = {**header.known_values, "body.final_frame.content_length": 0}
        self.data = data
        self.view = memoryview(data)
        self.cipher = cipher
        self.frame_length = header.frame_length
        self.max_body_length = max_body_length
        self.regular = layout(FRAME, known)
        self.final = layout(FINAL_FRAME, known)  # of an empty frame: content moves only the tag
        self.regular_aad = body_aad_prefix(header.message_id, CONSTANTS.content_frame_string)
        self.final_aad = body_aad_prefix(header.message_id, CONSTANTS.content_final_frame_string)
        self.pieces: list[bytes] = []
        self.length = 0

    def decrypt(self, start: int) -> Body:
        position = CONSTANTS.first_sequence_number
        while self.number(start, "body.final_frame.marker", self.final) != CONSTANTS.final_frame_marker:
            start = self.decrypt_regular(start, position)
            position += 1
        return Body(self.pieces, self.decrypt_final(start, position))

    def number(self, start: int, field_id: str, where: Any) -> int:
        at = start + where.offsets[field_id]
        end = at + where.sizes[field_id]
        if end > len(self.data):
            refuse(self.data)
        return int.from_bytes(self.view[at:end], "big")

    def decrypt_regular(self, start: int, position: int) -> int:
        end = start + self.regular.size
        if end > len(self.data) or self.number(start, "body.frame.sequence_number", self.regular) != position:
            refuse(self.data)
        iv = start + self.regular.offsets["body.frame.iv"]
        content = start + self.regular.offsets["body.frame.ciphertext"]
        tag = start + self.regular.offsets["body.frame.tag"]
        self.judge_length(self.frame_length, "body.frame.ciphertext", content, position)
        aad = self.regular_aad + body_aad_suffix(position, self.frame_length)
        plaintext = self.cipher.decrypt(self.data[iv:content], aad, self.view[content:tag], self.view[tag:end])
        self.keep(plaintext, "body.frame.tag", tag, position)
        return end

    def decrypt_final(self, start: int, position: int) -> int:
        if self.number(start, "body.final_frame.sequence_number", self.final) != position:
            refuse(self.data)
        length = self.number(start, "body.final_frame.content_length", self.final)
        end = start + self.final.size + length
        if length > self.frame_length or end > len(self.data):
            refuse(self.data)
        iv = start + self.final.offsets["body.final_frame.iv"]
        content = start + self.final.offsets["body.final_frame.ciphertext"]
        tag = content + length
        self.judge_length(
            length, "body.final_frame.content_length", start + self.final.offsets["body.final_frame.content_length"], position
        )
        aad = self.final_aad + body_aad_suffix(position, length)
        iv_end = iv + self.final.sizes["body.final_frame.iv"]
        plaintext = self.cipher.decrypt(self.data[iv:iv_end], aad, self.view[content:tag], self.view[tag:end])
        self.keep(plaintext, "body.final_frame.tag", tag, position)
        return end

    def judge_length(self, more: int, field_id: str, offset: int, position: int) -> None:
        if self.max_body_length is not None and self.length + more > self.max_body_length:
            raise _too_large(self.max_body_length, _path(field_id, position), offset)

    def keep(self, plaintext: bytes | None, field_id: str, offset: int, position: int) -> None:
        if plaintext is None:
            what = f"frame {position} does not verify"
            raise refusal(Code.BODY_TAG_INVALID, what, path=_path(field_id, position), offset=offset)
        self.pieces.append(plaintext)
        self.length += len(plaintext)


def _decrypt_block(data: bytes, start: int, header: Header, cipher: AesGcm, max_body_length: int | None) -> Body:
    known: dict[str, Any] = {**header.known_values, "body.content_length": 0}
    where = layout(NON_FRAMED, known)
    content = start + where.offsets["body.ciphertext"]
    at = start + where.offsets["body.content_length"]
    if content > len(data):
        refuse(data)
    length = int.from_bytes(data[at : at + where.sizes["body.content_length"]], "big")
    if length <= LIMITS["non_framed_content_length"] and max_body_length is not None and length > max_body_length:
        raise _too_large(max_body_length, "body.content_length", at)
    end = start + where.size + length
    if length > LIMITS["non_framed_content_length"] or end > len(data):
        refuse(data)
    iv = start + where.offsets["body.iv"]
    view = memoryview(data)
    tag = content + length
    aad = body_aad(header.message_id, CONSTANTS.content_non_framed_string, CONSTANTS.non_framed_sequence_number, length)
    plaintext = cipher.decrypt(data[iv : iv + where.sizes["body.iv"]], aad, view[content:tag], view[tag:end])
    if plaintext is None:
        raise refusal(Code.BODY_TAG_INVALID, "the body does not verify", path="body.tag", offset=tag)
    return Body([plaintext], end)


def _too_large(limit: int, path: str, offset: int) -> Exception:
    return refusal(Code.BODY_TOO_LARGE, f"the body has more than the {limit} bytes that are allowed", path=path, offset=offset)


def _path(field_id: str, position: int) -> str:
    return FIELDS[field_id].path(position - CONSTANTS.first_sequence_number)
