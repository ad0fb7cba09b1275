"""esdkit: a specification-driven toolkit for the AWS Encryption SDK message format.

    ciphertext, header = esdkit.encrypt(source=b"…", keyring=keyring)
    plaintext, header = esdkit.decrypt(source=ciphertext, keyring=keyring)
    print(esdkit.inspect(ciphertext).to_text())

The rest of the public interface is in ``esdkit.keyrings``, ``esdkit.cmm``, ``esdkit.caches``, ``esdkit.errors``, ``esdkit.message``,
``esdkit.inspector``, ``esdkit.forge``, ``esdkit.fuzz.strategies`` and ``esdkit.spec``. Each name below is imported at its first use, so
that a program that only looks inside a message does not wait for keyrings and cryptography.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esdkit.cmm.base import CommitmentPolicy
    from esdkit.engine.client import Client, DecryptOptions, EncryptOptions, RangeOptions, decrypt, encrypt
    from esdkit.engine.verify import Verification
    from esdkit.errors import EsdkError
    from esdkit.inspector import inspect
    from esdkit.message import Header, Message, build, parse, parse_header

__version__ = "0.1.0"

__all__ = [
    "Client",
    "CommitmentPolicy",
    "DecryptOptions",
    "EncryptOptions",
    "EsdkError",
    "Header",
    "Message",
    "RangeOptions",
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
    "DecryptOptions": "esdkit.engine.client",
    "EncryptOptions": "esdkit.engine.client",
    "EsdkError": "esdkit.errors",
    "Header": "esdkit.message",
    "Message": "esdkit.message",
    "RangeOptions": "esdkit.engine.client",
    "Verification": "esdkit.engine.verify",
    "build": "esdkit.message",
    "decrypt": "esdkit.engine.client",
    "encrypt": "esdkit.engine.client",
    "inspect": "esdkit.inspector",
    "parse": "esdkit.message",
    "parse_header": "esdkit.message",
}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
