"""A whole message: bytes to model, and where its parts begin.

Strategy: the header is read once (``parse_header``), then body and footer with the fast decoder. Whoever needs the model and the offsets of
its parts asks for a ``Parsed``; whoever read the header before goes on with ``read_after_header``. So no action reads a header twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from esdkit.errors import Code
from esdkit.grammar.footer import BODY_AND_FOOTER, MESSAGE
from esdkit.message.model import Frame, Header, Message, NonFramedBody
from esdkit.message.read import byte_string, explain, fast_reading, parse_header
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits, final_length_problem, over_the_end, sequence_problem
from esdkit.message.sizes import footer_length
from esdkit.spec import error_for

__all__ = ["Parsed", "message_from_values", "parse", "read_after_header", "read_message"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A message that was read, and where its parts begin.

    Attributes:
        message: the model.
        header_length: bytes of the header, authentication included; the body begins there.
        footer_start: offset of the footer: the end of the body, and of an unsigned message.
    """

    message: Message
    header_length: int
    footer_start: int


def parse(data: bytes | bytearray | memoryview, *, strict: bool = True, limits: ReadLimits = DEFAULT_LIMITS) -> Message:
    """Read a whole message.

    Args:
        data: the message, and nothing after it.
        strict: check every value rule; otherwise only the structure.
        limits: your bounds on the header.

    Raises:
        TruncatedMessage, MalformedMessage, UnsupportedMessage, PolicyError: with code, path and offset.
        UsageError: ``invalid-argument``, ``data`` is not a byte string.
    """
    return read_message(data, strict=strict, limits=limits).message


def read_message(data: bytes | bytearray | memoryview, *, strict: bool = True, limits: ReadLimits = DEFAULT_LIMITS) -> Parsed:
    """Read a whole message and keep its offsets. Arguments and errors as for ``parse``."""
    data = byte_string(data)
    header, header_length = parse_header(data, strict=strict, limits=limits)
    return read_after_header(data, header, header_length, strict=strict)


def read_after_header(data: bytes, header: Header, header_length: int, *, strict: bool = True) -> Parsed:
    """Read the rest of a message whose header was read by ``parse_header``.

    Args:
        data: the whole message, and nothing after it.
        header, header_length: what ``parse_header`` returned.
        strict: as it was for the header.

    Raises:
        TruncatedMessage, MalformedMessage: with code, path and offset.
    """
    # Reqs: CLI-DEC-001, CLI-DEC-013, CLI-DEC-031, FMT-HDR-021, FMT-FTR-006
    read = fast_reading(BODY_AND_FOOTER, strict)(data, header_length, len(data), header.known_values)
    if read is not None and read[1] == len(data):
        message = message_from_values(header, *read[0])
        if not strict or _body_is_valid(message):
            return _parsed(message, header_length, len(data))
    result = explain(MESSAGE, data, None, strict=strict)
    if result.end != len(data):
        raise error_for(Code.TRAILING_DATA, over_the_end(len(data) - result.end), offset=result.end)
    return _parsed(message_from_values(header, *result.value[1:]), header_length, len(data))


def _parsed(message: Message, header_length: int, length: int) -> Parsed:
    signature = message.signature
    return Parsed(message, header_length, length - (0 if signature is None else footer_length(message.header.suite, len(signature))))


def message_from_values(header: Header, body: Any, footer: tuple[bytes] | None) -> Message:
    """The model of a message's values, as the readings of the grammar give them."""
    return Message(header, _frames(body) if header.framed else _block(body), None if footer is None else footer[0])


def _frames(frames: list[tuple[Any, ...]]) -> tuple[Frame, ...]:
    regular = [Frame(number, iv, ciphertext, tag) for number, iv, ciphertext, tag in frames[:-1]]
    _, number, iv, _, ciphertext, tag = frames[-1]
    return (*regular, Frame(number, iv, ciphertext, tag, final=True))


def _block(block: tuple[Any, ...]) -> NonFramedBody:
    iv, _, ciphertext, tag = block
    return NonFramedBody(iv, ciphertext, tag)


def _body_is_valid(message: Message) -> bool:
    if isinstance(message.body, NonFramedBody):
        return True
    in_order = all(sequence_problem(frame.sequence_number, position) is None for position, frame in enumerate(message.body, 1))
    return in_order and final_length_problem(len(message.body[-1].ciphertext), message.header.frame_length) is None
