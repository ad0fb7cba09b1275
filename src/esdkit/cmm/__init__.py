"""Cryptographic materials managers (CMMs): they choose suite, context, signing key and keyring of a message.

Strategy: a CMM is anything with ``get_encryption_materials`` and ``decrypt_materials`` (``CryptographicMaterialsManager``). The client asks
one CMM per message and checks what it returns; a CMM does not read messages or verify tags.
"""

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


def __dir__() -> list[str]:
    return __all__
