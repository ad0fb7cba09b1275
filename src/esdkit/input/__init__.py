"""What people bring: the messages in an input, whatever they are wrapped in, and what an input without a message is."""

from esdkit.input.examine import examine
from esdkit.input.recognition import Found, Recognition
from esdkit.input.search import Findings, find

__all__ = ["Findings", "Found", "Recognition", "examine", "find"]


def __dir__() -> list[str]:
    return __all__
