"""Cryptographic materials managers (CMMs): they choose suite, context, signing key and keyring of a message.

Strategy: a CMM is anything with ``get_encryption_materials`` and ``decrypt_materials`` (``CryptographicMaterialsManager``). The client asks
one CMM per message and checks what it returns; a CMM does not read messages or verify tags. Each name below is imported at its first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.later import at_first_use

if TYPE_CHECKING:
    from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager, DecryptionRequest, EncryptionRequest
    from esdkit.cmm.caching import CachingCmm
    from esdkit.cmm.default import DefaultCmm
    from esdkit.cmm.required_context import RequiredEncryptionContextCmm
    from esdkit.cmm.stored_context import StoredContextCmm

__all__ = [
    "CachingCmm",
    "CommitmentPolicy",
    "CryptographicMaterialsManager",
    "DecryptionRequest",
    "DefaultCmm",
    "EncryptionRequest",
    "RequiredEncryptionContextCmm",
    "StoredContextCmm",
]

_HOMES = {
    "CachingCmm": "caching",
    "CommitmentPolicy": "base",
    "CryptographicMaterialsManager": "base",
    "DecryptionRequest": "base",
    "DefaultCmm": "default",
    "EncryptionRequest": "base",
    "RequiredEncryptionContextCmm": "required_context",
    "StoredContextCmm": "stored_context",
}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
