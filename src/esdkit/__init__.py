"""esdkit: a specification-driven toolkit for the AWS Encryption SDK message format.

::

    ciphertext, header = esdkit.encrypt(source=b"…", keyring=keyring)
    plaintext, header = esdkit.decrypt(source=ciphertext, keyring=keyring)
    print(esdkit.inspect(ciphertext).to_text())

The rest of the public interface is in ``esdkit.keyrings``, ``esdkit.cmm``, ``esdkit.caches``, ``esdkit.errors``, ``esdkit.message``,
``esdkit.inspector``, ``esdkit.forge``, ``esdkit.fuzz.strategies`` and ``esdkit.spec``. Each name below is imported at its first use, so
that a program that only looks inside a message does not wait for keyrings and cryptography.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.later import at_first_use

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
    "Client": "engine.client",
    "CommitmentPolicy": "cmm.base",
    "DecryptOptions": "engine.client",
    "EncryptOptions": "engine.client",
    "EsdkError": "errors",
    "Header": "message",
    "Message": "message",
    "RangeOptions": "engine.client",
    "Verification": "engine.verify",
    "build": "message",
    "decrypt": "engine.client",
    "encrypt": "engine.client",
    "inspect": "inspector",
    "parse": "message",
    "parse_header": "message",
}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
