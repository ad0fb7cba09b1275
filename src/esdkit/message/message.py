"""A whole message: bytes to model and back, and where its parts begin.

Strategy: the header is read once (``parse_header``), then body and footer by the fast reading. Whoever needs the model and the offsets of
its parts asks for a ``Parsed``, so that no action reads a header twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from esdkit.errors import Code
from esdkit.frozen import frozen
from esdkit.grammar.footer import BODY_AND_FOOTER, MESSAGE
from esdkit.message.body import body_from_values, body_values, footer_values
from esdkit.message.header import build_part, byte_string, header_values, parse_header
from esdkit.message.model import Header, Message
from esdkit.message.problems import explain
from esdkit.message.rules import DEFAULT_LIMITS, ReadLimits, fast_reading, over_the_end
from esdkit.message.sizes import footer_length
from esdkit.spec import error_for

__all__ = ["Parsed", "build", "parse", "read_message"]


@frozen
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


# -------------------------------------------------------------------- reading
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
    # Reqs: CLI-DEC-001, CLI-DEC-013, CLI-DEC-031, FMT-HDR-021, FMT-FTR-006
    data = byte_string(data)
    header, header_length = parse_header(data, strict=strict, limits=limits)
    read = fast_reading(BODY_AND_FOOTER, strict)(data, header_length, len(data), header.known_values)
    if read is not None and read[1] == len(data):
        return _parsed(header, header_length, len(data), *read[0])
    result = explain(MESSAGE, data, None, strict=strict)
    if result.end != len(data):
        raise error_for(Code.TRAILING_DATA, over_the_end(len(data) - result.end), offset=result.end)
    return _parsed(header, header_length, len(data), *result.value[1:])


def _parsed(header: Header, header_length: int, length: int, body: Any, footer: tuple[bytes] | None) -> Parsed:
    message = Message(header, body_from_values(header, body), None if footer is None else footer[0])
    return Parsed(message, header_length, length - (0 if footer is None else footer_length(header.suite, len(footer[0]))))


# -------------------------------------------------------------------- writing
def build(message: Message, *, override: Mapping[str, int] | None = None) -> bytes:
    """The bytes of a message.

    Args:
        message: the model, valid or not. What its version has no field for is not written.
        override: numbers to write instead of the right ones, by path, for example ``{"header.encrypted_data_keys.count": 2}``.

    Raises:
        UsageError: ``invalid-argument`` when a value does not fit its field, or ``override`` names a number that is not there.
    """
    # Reqs: FMT-HDR-024
    values = (header_values(message.header), body_values(message), footer_values(message))
    return build_part(MESSAGE, values, {}, override)
