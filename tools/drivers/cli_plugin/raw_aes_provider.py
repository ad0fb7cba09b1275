"""A master key provider for the official command line program: ``-w provider=raw-aes key=NAME namespace=NAMESPACE file=KEY``.

The file holds a raw AES-256 key. Messages made with it are those of a raw AES keyring with the same namespace and name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aws_encryption_sdk.identifiers import EncryptionKeyType, WrappingAlgorithm
from aws_encryption_sdk.internal.crypto.wrapping_keys import WrappingKey
from aws_encryption_sdk.key_providers.raw import RawMasterKeyProvider

__all__ = ["provider"]


class _RawAesProvider(RawMasterKeyProvider):  # type: ignore[misc]
    """One key, whatever its name."""

    provider_id = ""  # each instance has its own

    def __init__(self) -> None:
        self.wrapping_key = b""

    def _get_raw_key(self, key_id: bytes) -> Any:
        return WrappingKey(
            wrapping_algorithm=WrappingAlgorithm.AES_256_GCM_IV12_TAG16_NO_PADDING,
            wrapping_key=self.wrapping_key,
            wrapping_key_type=EncryptionKeyType.SYMMETRIC,
        )


def provider(*, namespace: Sequence[str], file: Sequence[str], key_ids: Sequence[str]) -> RawMasterKeyProvider:
    """The provider for what the command line says; the program then adds the key by each of ``key_ids``."""
    made = _RawAesProvider()
    made.provider_id = namespace[0]
    made.wrapping_key = Path(file[0]).read_bytes()
    return made
