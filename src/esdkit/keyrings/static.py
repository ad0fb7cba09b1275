"""The static data keyring: the caller has the plaintext data key itself, from a log, a test vector or a recovery. It only decrypts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from esdkit.errors import Attempt, Code, UsageError
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, require_key, require_no_data_key, unwrap_failed
from esdkit.keyrings.description import Description, Key
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import SUITES

__all__ = ["DESCRIPTIONS", "StaticDataKeyring"]


class StaticDataKeyring:
    """Gives one data key, whatever the encrypted data keys are.

    Args:
        data_key: the plaintext data key; its length must be that of some suite.

    Raises:
        UsageError: ``invalid-key``, no suite has data keys of this length.
    """

    # Reqs: KEY-IFC-021

    def __init__(self, data_key: bytes) -> None:
        self._data_key = require_key("data key", data_key, {suite.data_key_length for suite in SUITES.values()})

    def __repr__(self) -> str:
        return f"StaticDataKeyring({self._data_key!r})"

    def on_encrypt(self, materials: EncryptionMaterials) -> NoReturn:
        """Refuse: two messages under one data key are not for this keyring to make.

        Raises:
            UsageError: ``invalid-argument``, always.
        """
        # Reqs: KEY-STA-003
        raise UsageError(Code.INVALID_ARGUMENT, "a static data key is for decryption only")

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Give the data key.

        Raises:
            DataKeyUnwrapError: the data key's length is not the suite's.
            MaterialsError: ``materials-invalid``, the materials already hold a data key.
        """
        # Reqs: KEY-STA-001, KEY-STA-002
        require_no_data_key(materials)
        needed = materials.suite.data_key_length
        if len(self._data_key) != needed:
            reason = f"the data key has {len(self._data_key)} bytes, suite {materials.suite} needs {needed}"
            raise unwrap_failed("the data key does not fit the suite", [Attempt(None, repr(self), reason)])
        return materials.with_data_key(self._data_key.reveal())


DESCRIPTIONS = {
    "static_data_key": Description(
        StaticDataKeyring, {"data_key": Key(tuple(sorted({suite.data_key_length for suite in SUITES.values()})))}
    )
}
