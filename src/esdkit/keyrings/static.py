"""The static data keyring: you have the plaintext data key itself, from a log, a test vector or a recovery. It only decrypts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from esdkit.crypto.secret import Secret
from esdkit.errors import Attempt, Code, UsageError
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, require_key, require_no_data_key, unwrap_failed
from esdkit.keyrings.description import Description, Key
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import DATA_KEY_LENGTHS

__all__ = ["DESCRIPTIONS", "StaticDataKeyring"]


class StaticDataKeyring:
    """Decrypts with a plaintext data key that you have, whatever the encrypted data keys are.

    Args:
        data_key: the plaintext data key; 16, 24 or 32 bytes, as the suite of the message needs.

    Raises:
        UsageError: ``invalid-key``: not bytes, or no suite has data keys of this length.
    """

    def __init__(self, data_key: bytes) -> None:
        # Reqs: KEY-IFC-021
        self._data_key = require_key("data key", data_key, DATA_KEY_LENGTHS)

    def __repr__(self) -> str:
        return f"StaticDataKeyring({self._data_key!r})"

    @property
    def data_key(self) -> Secret:
        """The data key."""
        return self._data_key

    def on_encrypt(self, materials: EncryptionMaterials) -> NoReturn:
        """Refuse: a second message under the same data key would not be safe; see ``Keyring.on_encrypt``.

        Raises:
            UsageError: ``invalid-argument``: always.
        """
        # Reqs: KEY-STA-003
        raise UsageError(Code.INVALID_ARGUMENT, "a static data keyring only decrypts")

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Return the data key; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: the suite needs a data key of another length.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-IFC-002, KEY-STA-001, KEY-STA-002
        require_no_data_key(materials)
        needed = materials.suite.data_key_length
        if len(self._data_key) != needed:
            reason = f"wrong data key length: got {len(self._data_key)} bytes, suite {materials.suite} needs {needed}"
            raise unwrap_failed("the data key does not fit the suite", [Attempt(None, repr(self), reason)])
        return materials.with_data_key(self._data_key.reveal())


DESCRIPTIONS = {"static_data_key": Description(StaticDataKeyring, {"data_key": Key(tuple(sorted(DATA_KEY_LENGTHS)))})}
