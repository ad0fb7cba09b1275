"""What people bring: the messages in an input, whatever they are wrapped in, and what an input without a message is."""

from esdkit.input.examine import examine, examine_source
from esdkit.input.recognition import Found, Recognition
from esdkit.input.search import Findings, find, find_in

__all__ = ["Findings", "Found", "Recognition", "examine", "examine_source", "find", "find_in"]


def __dir__() -> list[str]:
    return __all__
