"""The CMM for readers that rely on what a message stores: keys of the encryption context must be there, whatever their values.

Strategy: it looks at the request and hands it on; another CMM does the work. Whoever also knows the value gives the pair itself when
decrypting, and needs no such CMM.
"""

from __future__ import annotations

from collections.abc import Iterable

from esdkit.cmm.base import CryptographicMaterialsManager, DecryptionRequest, EncryptionRequest
from esdkit.cmm.default import DefaultCmm
from esdkit.errors import Code, UsageError
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, Keyring
from esdkit.spec import error_for

__all__ = ["StoredContextCmm"]


class StoredContextCmm:
    """Refuses to decrypt messages that do not store some keys of the encryption context.

    Args:
        stored_keys: the keys.
        cmm_or_keyring: the CMM that is asked; a keyring is used through a default CMM.

    Raises:
        UsageError: ``invalid-argument``: the keys are one text instead of several.
    """

    def __init__(self, stored_keys: Iterable[str], cmm_or_keyring: CryptographicMaterialsManager | Keyring) -> None:
        if isinstance(stored_keys, str):  # a string is an iterable of strings, and surely not meant as one
            raise UsageError(Code.INVALID_ARGUMENT, "stored_keys must be a collection of keys, got one text")
        self._stored_keys = frozenset(stored_keys)
        self._cmm = cmm_or_keyring if isinstance(cmm_or_keyring, CryptographicMaterialsManager) else DefaultCmm(cmm_or_keyring)

    def __repr__(self) -> str:
        return f"StoredContextCmm({sorted(self._stored_keys)}, {self._cmm!r})"

    @property
    def underlying(self) -> CryptographicMaterialsManager:
        """The CMM that it asks."""
        return self._cmm

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        """Ask for materials; nothing is demanded of a message that is written.

        Args:
            request: as the engine makes it.

        Raises:
            EsdkError: whatever the underlying CMM raises.
        """
        return self._cmm.get_encryption_materials(request)

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        """Pass the request on if the message stores every key.

        Args:
            request: as the engine makes it.

        Raises:
            AuthenticationError: ``encryption-context-mismatch``, the message does not store a key.
            EsdkError: whatever the underlying CMM raises.
        """
        missing = sorted(self._stored_keys - request.encryption_context.keys())
        if missing:
            what = f"the message does not store the context key {missing[0]!r}"
            raise error_for(Code.ENCRYPTION_CONTEXT_MISMATCH, what, path="header.encryption_context")
        return self._cmm.decrypt_materials(request)
