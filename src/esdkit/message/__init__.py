"""Messages as data: bytes to model and back, value rules, authenticated data, sizes. No keys and no files."""

from esdkit.message.model import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody
from esdkit.message.read import HeaderReader, parse, parse_header
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
    "ReadLimits",
    "build",
    "parse",
    "parse_header",
]


def __dir__() -> list[str]:
    return __all__
