"""The required encryption context CMM: pairs that are authenticated, not stored, and must be given again to decrypt
(framework/required-encryption-context-cmm.md).

Strategy: it checks the request, hands it on, and checks the answer; another CMM does the work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from esdkit.cmm.base import (
    CryptographicMaterialsManager,
    DecryptionRequest,
    EncryptionRequest,
    check_decryption_materials,
    check_encryption_materials,
    check_required_keys,
)
from esdkit.cmm.default import DefaultCmm
from esdkit.errors import Code, MaterialsError, UsageError
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, Keyring

__all__ = ["RequiredEncryptionContextCmm"]


class RequiredEncryptionContextCmm:
    """Demands that some keys of the encryption context are given by the caller, on encrypt and on decrypt.

    Args:
        required_keys: the keys.
        cmm_or_keyring: the CMM that is asked; a keyring is used through a default CMM.

    Raises:
        UsageError: ``invalid-argument``: the keys are no collection of text, or the other is neither a CMM nor a keyring.
    """

    # Reqs: CMM-REQ-001, CMM-REQ-002

    def __init__(self, required_keys: Iterable[str], cmm_or_keyring: CryptographicMaterialsManager | Keyring) -> None:
        if isinstance(required_keys, str):  # a string is an iterable of strings, and surely not meant as one
            raise UsageError(Code.INVALID_ARGUMENT, "required_keys is a collection of keys, not one text")
        self._required_keys = frozenset(required_keys)
        self._cmm = cmm_or_keyring if isinstance(cmm_or_keyring, CryptographicMaterialsManager) else DefaultCmm(cmm_or_keyring)

    def __repr__(self) -> str:
        return f"RequiredEncryptionContextCmm({sorted(self._required_keys)}, {self._cmm!r})"

    @property
    def underlying(self) -> CryptographicMaterialsManager:
        """The CMM that it asks."""
        return self._cmm

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        """Ask for materials in which the required keys are listed as such.

        Raises:
            MaterialsError: ``required-context-missing``, the context lacks a required key; ``materials-invalid``, the underlying CMM did
                not keep to the request.
            EsdkError: whatever the underlying CMM raises.
        """
        # Reqs: CMM-REQ-004, CMM-REQ-006, CMM-REQ-007
        check_required_keys(self._required_keys, request.encryption_context, "the encryption context")
        wanted = replace(request, required_context_keys=request.required_context_keys | self._required_keys)
        return check_encryption_materials(wanted, self._cmm.get_encryption_materials(wanted))

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        """Hand the request on, if the caller gave every required key again.

        Raises:
            MaterialsError: ``required-context-missing``, the caller did not give a required key; ``materials-invalid``, the underlying CMM
                lost one, or broke its contract otherwise.
            EsdkError: whatever the underlying CMM raises.
        """
        # Reqs: CMM-REQ-003, CMM-REQ-004, CMM-REQ-005, CMM-REQ-008
        check_required_keys(self._required_keys, request.reproduced_encryption_context, "the reproduced encryption context")
        materials = check_decryption_materials(request, self._cmm.decrypt_materials(request))
        if not self._required_keys <= materials.encryption_context.keys():
            raise MaterialsError(Code.MATERIALS_INVALID, "the underlying CMM lost a required key of the encryption context")
        return materials
