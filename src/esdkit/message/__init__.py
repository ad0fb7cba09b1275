"""Messages as data: bytes to model and back, value rules, authenticated data, sizes. No keys and no files."""

from esdkit.message.message import Parsed, parse, read_after_header, read_message
from esdkit.message.model import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody
from esdkit.message.read import HeaderReader, parse_header
from esdkit.message.rules import ReadLimits
from esdkit.message.write import build

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
    "read_after_header",
    "read_message",
]
