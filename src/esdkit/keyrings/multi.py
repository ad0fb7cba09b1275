"""The multi-keyring: several keyrings as one (framework/multi-keyring.md).

Strategy: encrypting goes through all of them, each adding its own encrypted data key; decrypting ends at the first that opens one. On
decrypt a keyring that could not (``KeyringError``) is noted and the next is asked; one that breaks its contract, or an argument that
cannot be used, is an error at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from esdkit.errors import Attempt, Code, DataKeyUnwrapError, KeyringError, MaterialsError, UsageError
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Keyring,
    check_decrypted,
    check_encrypted,
    describe,
    require_no_data_key,
    unwrap_failed,
)
from esdkit.keyrings.description import Description, OneKeyring, SeveralKeyrings
from esdkit.message.model import EncryptedDataKey

__all__ = ["DESCRIPTIONS", "MultiKeyring"]


class MultiKeyring:
    """Combines keyrings.

    Args:
        generator: makes the data key on encrypt, and is asked first on decrypt.
        children: wrap the data key too, and are asked next, in order.

    Raises:
        UsageError: ``invalid-argument``: neither a generator nor a child, or something that is no keyring.
    """

    # Reqs: KEY-MUL-001

    def __init__(self, generator: Keyring | None = None, children: Sequence[Keyring] = ()) -> None:
        self._generator = generator
        self._children = tuple(children)
        if not self.keyrings:
            raise UsageError(Code.INVALID_ARGUMENT, "a multi-keyring needs a generator or at least one child")
        if not all(isinstance(keyring, Keyring) for keyring in self.keyrings):
            raise UsageError(Code.INVALID_ARGUMENT, "a part of the multi-keyring is no keyring")

    def __repr__(self) -> str:
        return f"MultiKeyring(generator={describe(self._generator)}, children=[{', '.join(map(describe, self._children))}])"

    @property
    def keyrings(self) -> tuple[Keyring, ...]:
        """Its parts, in the order in which they are asked."""
        return self._children if self._generator is None else (self._generator, *self._children)

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Let the generator make a data key, and every keyring append it wrapped.

        Raises:
            MaterialsError: ``materials-invalid``: with a generator the materials already hold a data key, without one they hold none; or a
                keyring returned something else than it must.
            EsdkError: whatever a keyring raises ends the operation.
        """
        # Reqs: KEY-MUL-009, KEY-MUL-010, KEY-MUL-011, KEY-MUL-012
        if self._generator is not None and materials.data_key is not None:
            raise MaterialsError(Code.MATERIALS_INVALID, "a generator must not be handed a data key")
        if self._generator is None and materials.data_key is None:
            raise MaterialsError(Code.MATERIALS_INVALID, "without a generator the materials must hold a data key")
        for keyring in self.keyrings:
            materials = check_encrypted(materials, keyring.on_encrypt(materials))
        return materials

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Ask each keyring in turn; the first data key wins.

        Raises:
            DataKeyUnwrapError: none could; ``attempts`` holds those of all.
            MaterialsError: ``materials-invalid``: the materials already hold a data key, or a keyring returned something else than it must.
        """
        # Reqs: KEY-MUL-003, KEY-MUL-004, KEY-MUL-005, KEY-MUL-006, KEY-MUL-007, KEY-MUL-008
        require_no_data_key(materials)
        attempts: list[Attempt] = []
        for keyring in self.keyrings:
            try:
                unwrapped = keyring.on_decrypt(materials, encrypted_data_keys)
            except DataKeyUnwrapError as error:
                attempts.extend(error.attempts or [Attempt(None, describe(keyring), error.message, hint=error.hint)])
            except KeyringError as error:
                attempts.append(Attempt(None, describe(keyring), error.message, hint=error.hint))
            else:
                return check_decrypted(materials, unwrapped)
        raise unwrap_failed("no keyring could unwrap a data key", attempts)


DESCRIPTIONS = {"multi": Description(MultiKeyring, {}, {"generator": OneKeyring(), "children": SeveralKeyrings()})}
