"""Cryptographic materials managers: which suite, which context, which signature key, and through which keyring.

Strategy: a CMM is anything with ``get_encryption_materials`` and ``decrypt_materials`` (``base.CryptographicMaterialsManager``). The engine
asks one CMM per message and judges its answer; a CMM reads no message and verifies no tag.
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
