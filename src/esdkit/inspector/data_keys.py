"""What tells the wrapping keys of encrypted data keys apart, as far as it shows without a key."""

from __future__ import annotations

from esdkit.inspector.parts import DataKey

__all__ = ["wrapping_key"]


def wrapping_key(key: DataKey) -> tuple[bytes | None, object]:
    """The provider id, and behind it what names the wrapping key: two data keys with the same are wrapped under one key."""
    aes, ecdh = key.raw_aes, key.ecdh
    if aes is not None:
        return key.provider_id, aes.key_name
    return key.provider_id, key.provider_info if ecdh is None else ecdh.recipient
