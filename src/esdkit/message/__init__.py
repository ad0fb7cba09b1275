"""Messages as data: bytes to model and back, value rules, authenticated data, sizes. No keys and no files."""

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


def __dir__() -> list[str]:
    return __all__
