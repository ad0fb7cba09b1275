"""Messages as data: bytes to model and back, value rules, authenticated data, sizes. No keys and no files.

Each name below is imported at its first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.later import at_first_use

if TYPE_CHECKING:
    from esdkit.message.header import parse_header
    from esdkit.message.message import Parsed, build, parse, read_message
    from esdkit.message.model import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody
    from esdkit.message.push import HeaderReader
    from esdkit.message.rules import ReadLimits

__all__ = [
    "EncryptedDataKey",
    "Frame",
    "Header",
    "HeaderAuth",
    "HeaderReader",
    "Message",
    "NonFramedBody",
    "Parsed",
    "ReadLimits",
    "build",
    "parse",
    "parse_header",
    "read_message",
]

_HOMES = {
    "EncryptedDataKey": "model",
    "Frame": "model",
    "Header": "model",
    "HeaderAuth": "model",
    "HeaderReader": "push",
    "Message": "model",
    "NonFramedBody": "model",
    "Parsed": "message",
    "ReadLimits": "rules",
    "build": "message",
    "parse": "message",
    "parse_header": "header",
    "read_message": "message",
}

if not TYPE_CHECKING:
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
