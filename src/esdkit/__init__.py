"""esdkit: a specification-driven toolkit for the AWS Encryption SDK message format.

The names below are the public interface; rooms behind them (``esdkit.keyrings``, ``esdkit.cmm``, ``esdkit.errors``, …) have more. Each is
imported at its first use, so that who only looks inside a message does not wait for keyrings and cryptography.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esdkit.cmm.base import CommitmentPolicy
    from esdkit.engine.client import Client, decrypt, encrypt
    from esdkit.engine.verify import Verification
    from esdkit.errors import EsdkError
    from esdkit.inspector import inspect
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
    "encrypt",
    "inspect",
    "parse",
    "parse_header",
]

_HOMES = {
    "Client": "esdkit.engine.client",
    "CommitmentPolicy": "esdkit.cmm.base",
    "EsdkError": "esdkit.errors",
    "Header": "esdkit.message",
    "Message": "esdkit.message",
    "Verification": "esdkit.engine.verify",
    "build": "esdkit.message",
    "decrypt": "esdkit.engine.client",
    "encrypt": "esdkit.engine.client",
    "inspect": "esdkit.inspector",
    "parse": "esdkit.message",
    "parse_header": "esdkit.message",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
