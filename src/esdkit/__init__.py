"""esdkit: a specification-driven toolkit for the AWS Encryption SDK message format.

The names below are the public interface; rooms behind them (``esdkit.keyrings``, ``esdkit.cmm``, ``esdkit.errors``, …) have more.
"""

from esdkit.cmm.base import CommitmentPolicy
from esdkit.engine import Client, Verification, decrypt
from esdkit.errors import EsdkError
from esdkit.message import Header, Message, build, parse, parse_header

__version__ = "0.1.0"

__all__ = [
    "Client",
    "CommitmentPolicy",
    "EsdkError",
    "Header",
    "Message",
    "Verification",
    "__version__",
    "build",
    "decrypt",
    "parse",
    "parse_header",
]
