"""The required encryption context CMM: pairs that are authenticated, not stored, and must be given again to decrypt
(framework/required-encryption-context-cmm.md).

Strategy: it checks the request, passes it on, and checks what comes back; another CMM does the work.
"""

from __future__ import annotations

from collections.abc import Set
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
from esdkit.errors import Code
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    KeyMaker,
    Keyring,
    Unwrapping,
    key_maker_of,
    require_texts,
    unwrapping_of,
)
from esdkit.spec import error_for

__all__ = ["RequiredEncryptionContextCmm"]


class RequiredEncryptionContextCmm:
    """Authenticates some context pairs without storing them, so that they must be given on encrypt and again on decrypt.

    Args:
        required_keys: the keys of these pairs.
        cmm_or_keyring: the CMM to ask, or the keyring of a ``DefaultCmm`` to ask.

    Raises:
        UsageError: ``invalid-argument``: ``required_keys`` is not a list of strings, or ``cmm_or_keyring`` is neither a CMM nor a keyring.
    """

    def __init__(
        self,
        required_keys: list[str] | tuple[str, ...] | Set[str],
        cmm_or_keyring: CryptographicMaterialsManager | Keyring,
    ) -> None:
        # Reqs: CMM-REQ-001, CMM-REQ-002
        self._required_keys = frozenset(require_texts("required_keys", required_keys, '"purpose"', empty=True))
        self._cmm = cmm_or_keyring if isinstance(cmm_or_keyring, CryptographicMaterialsManager) else DefaultCmm(cmm_or_keyring)

    def __repr__(self) -> str:
        return f"RequiredEncryptionContextCmm({sorted(self._required_keys)}, {self._cmm!r})"

    @property
    def underlying(self) -> CryptographicMaterialsManager:
        """The CMM that it asks."""
        return self._cmm

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        """Ask for materials in which the required keys are listed as such.

        Args:
            request: what is asked for.

        Raises:
            MaterialsError: ``required-context-missing``: the context lacks a required key. ``materials-invalid``: the underlying CMM
                returned wrong materials.
            EsdkError: whatever the underlying CMM raises.
        """
        # Reqs: CMM-REQ-004, CMM-REQ-006, CMM-REQ-007
        check_required_keys(self._required_keys, request.encryption_context, writing=True)
        wanted = replace(request, required_context_keys=request.required_context_keys | self._required_keys)
        return check_encryption_materials(wanted, self._cmm.get_encryption_materials(wanted))

    def key_maker(self, materials: EncryptionMaterials) -> KeyMaker | None:
        """How the underlying CMM makes the keys of messages like the first, if it can say; see ``key_maker_of``.

        Args:
            materials: those of the first message.
        """
        return key_maker_of(self._cmm, materials)

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        """Pass the request on, if every required key was given again.

        Args:
            request: what is asked for.

        Raises:
            MaterialsError: ``required-context-missing``: a required key was not given. ``materials-invalid``: the underlying CMM returned
                wrong materials.
            EsdkError: whatever the underlying CMM raises.
        """
        # Reqs: CMM-REQ-003, CMM-REQ-004, CMM-REQ-005, CMM-REQ-008
        check_required_keys(self._required_keys, request.reproduced_encryption_context, writing=False)
        materials = check_decryption_materials(request, self._cmm.decrypt_materials(request))
        if not self._required_keys <= materials.encryption_context.keys():
            raise error_for(Code.MATERIALS_INVALID, "the CMM returned a context that lacks a required key")
        return materials

    def unwrapping(self, materials: DecryptionMaterials) -> Unwrapping | None:
        """How the underlying CMM unwraps the data keys of messages like the first, if it can say; see ``unwrapping_of``.

        Args:
            materials: those of the first message.
        """
        return unwrapping_of(self._cmm, materials)
