"""The body and the footer: values to model and back, and the heads of frames for whoever decrypts without a model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.grammar.body import BODY
from esdkit.grammar.decoder import POSITION
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Group
from esdkit.grammar.footer import FOOTER, SIGNED_FOOTER
from esdkit.grammar.layout import layout
from esdkit.message.header import build_part
from esdkit.message.model import Frame, Header, Message, NonFramedBody
from esdkit.message.problems import check_part
from esdkit.message.rules import fast_reading
from esdkit.spec import CONSTANTS

__all__ = ["HeadReader", "body_from_values", "body_values", "build_body", "build_footer", "footer_values", "serialize_footer"]


# -------------------------------------------------------------------- reading
def body_from_values(header: Header, values: Any) -> tuple[Frame, ...] | NonFramedBody:
    """The model of a body's values, in the order of the grammar."""
    if not header.framed:
        iv, _, ciphertext, tag = values
        return NonFramedBody(iv, ciphertext, tag)
    regular = [Frame(number, iv, ciphertext, tag) for number, iv, ciphertext, tag in values[:-1]]
    _, number, iv, _, ciphertext, tag = values[-1]
    return (*regular, Frame(number, iv, ciphertext, tag, final=True))


class HeadReader:
    """Reads and checks the heads of the frames, or of the block, of one message.

    Args:
        header: the message's header.
    """

    def __init__(self, header: Header) -> None:
        self._known = header.known_values

    def read(self, head: Group, data: memoryview, at: int, base: int, index: int | None = None) -> tuple[Any, ...] | None:
        """The values of a head; None when more bytes are needed.

        Args:
            head: ``FRAME_HEAD``, ``FINAL_FRAME_HEAD`` or ``NON_FRAMED_HEAD`` of the grammar.
            data: received bytes.
            at: where the head begins in them.
            base: offset of ``data`` in the message, for errors.
            index: of the frame, from 0; None for a block.

        Raises:
            MalformedMessage: the first rule that is broken, even when the rest of the head is not there yet.
        """
        self._known[POSITION] = (index or 0) + CONSTANTS.first_sequence_number
        read = fast_reading(head, True)(data, at, len(data), self._known)
        if read is None:
            there = bytes(data[at : at + layout(head, self._known).size])
            check_part(head, there, self._known, base + at, index)
            return None
        values: tuple[Any, ...] = read[0]
        return values


# -------------------------------------------------------------------- writing
def build_body(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of the frames or of the single block. Arguments and errors as for ``build``."""
    return build_part(BODY, body_values(message), message.header.known_values, override)


def build_footer(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of the footer; none when the suite does not sign. Arguments and errors as for ``build``."""
    return build_part(FOOTER, footer_values(message), message.header.known_values, override)


def serialize_footer(signature: bytes) -> bytes:
    """The bytes of a footer around a signature (DER)."""
    return encoder(SIGNED_FOOTER)((signature,))


def body_values(message: Message) -> Any:
    """The values of a body in the shape of the grammar.

    Raises:
        UsageError: ``invalid-argument``, the body does not have the header's content type.
    """
    framed = not isinstance(message.body, NonFramedBody)
    if framed != message.header.framed:
        raise UsageError(Code.INVALID_ARGUMENT, "the body does not have the header's content type", path="header.content_type")
    return _block_values(message.body) if isinstance(message.body, NonFramedBody) else [_frame_values(frame) for frame in message.body]


def footer_values(message: Message) -> tuple[bytes] | None:
    """The values of a footer in the shape of the grammar; None where there is none."""
    return None if message.signature is None else (message.signature,)


def _frame_values(frame: Frame) -> tuple[Any, ...]:
    if frame.final:
        length = len(frame.ciphertext)
        return (CONSTANTS.final_frame_marker, frame.sequence_number, frame.iv, length, frame.ciphertext, frame.tag)
    return (frame.sequence_number, frame.iv, frame.ciphertext, frame.tag)


def _block_values(block: NonFramedBody) -> tuple[Any, ...]:
    return (block.iv, len(block.ciphertext), block.ciphertext, block.tag)
