"""The multi-keyring: several keyrings as one (framework/multi-keyring.md).

Strategy: encrypting goes through all of them, each adding its own encrypted data key; decrypting ends at the first that unwraps one. On
decrypt, a keyring that could not (``KeyringError``) becomes an attempt and the next one is asked; any other error ends it.
"""

from __future__ import annotations

from collections.abc import Sequence

from esdkit.crypto.rand import RandomSource
from esdkit.errors import Attempt, Code, DataKeyUnwrapError, KeyringError, UsageError
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Keyring,
    Wrapping,
    check_decrypted,
    check_encrypted,
    describe,
    require_list,
    require_no_data_key,
    unwrap_failed,
    wrapping_of,
)
from esdkit.keyrings.description import Description, OneKeyring, SeveralKeyrings
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import error_for

__all__ = ["DESCRIPTIONS", "MultiKeyring"]


class MultiKeyring:
    """Combines keyrings: each of them wraps the data key, so any one of them can decrypt.

    Args:
        generator: generates the data key on encrypt, and is asked first on decrypt. Without one, the keyring alone only decrypts.
        children: wrap the data key too, and are asked next on decrypt, in this order.

    Raises:
        UsageError: ``invalid-argument``: neither a generator nor a child, or something that is not a keyring.
    """

    def __init__(self, generator: Keyring | None = None, children: Sequence[Keyring] = ()) -> None:
        # Reqs: KEY-MUL-001
        self._generator = generator
        self._children = require_list("children", children, "keyring, …")
        if not self.keyrings:
            raise UsageError(Code.INVALID_ARGUMENT, "a multi-keyring needs a generator or at least one child")
        for keyring in self.keyrings:
            if not isinstance(keyring, Keyring):
                what = f"{type(keyring).__name__} is not a keyring: it needs the methods on_encrypt and on_decrypt"
                raise UsageError(Code.INVALID_ARGUMENT, what)

    def __repr__(self) -> str:
        return f"MultiKeyring(generator={describe(self._generator)}, children=[{', '.join(map(describe, self._children))}])"

    @property
    def keyrings(self) -> tuple[Keyring, ...]:
        """The generator and the children, in the order in which they are asked."""
        return self._children if self._generator is None else (self._generator, *self._children)

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Let the generator generate the data key, and every keyring wrap it; see ``Keyring.on_encrypt``.

        Raises:
            MaterialsError: ``materials-invalid``: there is a generator and the materials already have a data key, or neither; or a keyring
                returned wrong materials.
            EsdkError: whatever a keyring raises.
        """
        # Reqs: KEY-MUL-009, KEY-MUL-010, KEY-MUL-011, KEY-MUL-012
        if self._generator is not None and materials.data_key is not None:
            raise error_for(Code.MATERIALS_INVALID, "a multi-keyring with a generator got materials that already have a data key")
        if self._generator is None and materials.data_key is None:
            raise error_for(Code.MATERIALS_INVALID, "a multi-keyring without a generator got materials without a data key")
        for keyring in self.keyrings:
            materials = check_encrypted(materials, keyring.on_encrypt(materials))
        return materials

    def wrapping(self, random: RandomSource) -> Wrapping | None:
        """Wraps data keys with every keyring, if all of them can say how; see ``wrapping_of``.

        Args:
            random: the source of IVs.
        """
        wraps = [wrapping_of(keyring, random) for keyring in self.keyrings]
        known = [wrap for wrap in wraps if wrap is not None]
        return (lambda data_key, aad: tuple([key for wrap in known for key in wrap(data_key, aad)])) if len(known) == len(wraps) else None

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Ask each keyring in turn until one returns the data key; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: no keyring could; ``attempts`` has those of all.
            MaterialsError: ``materials-invalid``: the materials already have a data key, or a keyring returned wrong materials.
        """
        # Reqs: KEY-MUL-003, KEY-MUL-004, KEY-MUL-005, KEY-MUL-006, KEY-MUL-007, KEY-MUL-008
        require_no_data_key(materials)
        attempts: list[Attempt] = []
        for keyring in self.keyrings:
            try:
                unwrapped = keyring.on_decrypt(materials, encrypted_data_keys)
            except DataKeyUnwrapError as error:
                attempts.extend(error.attempts or [_failed(keyring, error)])
            except KeyringError as error:
                attempts.append(_failed(keyring, error, error.cause))
            else:
                return check_decrypted(materials, unwrapped)
        raise unwrap_failed("no keyring could unwrap a data key", attempts)


def _failed(keyring: Keyring, error: KeyringError, code: str | None = None) -> Attempt:
    return Attempt(None, describe(keyring), error.message, hint=error.hint, code=code)


DESCRIPTIONS = {"multi": Description(MultiKeyring, {}, {"generator": OneKeyring(), "children": SeveralKeyrings()})}
