"""The older interface of the Python SDK, in versions 3 and 4: master key providers for the keyrings of a request.

A raw provider inside a raw provider is asked when encrypting and never when decrypting. So one provider holds the master keys of all
keyrings of a request, as direct members and in their order; the first generates the data key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from aws_encryption_sdk.exceptions import InvalidKeyIdError
from aws_encryption_sdk.identifiers import EncryptionKeyType, WrappingAlgorithm
from aws_encryption_sdk.internal.crypto.wrapping_keys import WrappingKey
from aws_encryption_sdk.key_providers.base import MasterKeyProvider, MasterKeyProviderConfig
from aws_encryption_sdk.key_providers.raw import RawMasterKey

from tools.drivers.python.request import Keyring, RequestError, Unsupported, decoded

__all__ = ["KEYS", "REQUIRED_CONTEXT", "combined", "materials", "raw_master_key"]

KEYS = ("raw-aes", "raw-rsa", "multi")
REQUIRED_CONTEXT = False

_PADDINGS = {
    "pkcs1": WrappingAlgorithm.RSA_PKCS1,
    "oaep-sha1": WrappingAlgorithm.RSA_OAEP_SHA1_MGF1,
    "oaep-sha256": WrappingAlgorithm.RSA_OAEP_SHA256_MGF1,
    "oaep-sha384": WrappingAlgorithm.RSA_OAEP_SHA384_MGF1,
    "oaep-sha512": WrappingAlgorithm.RSA_OAEP_SHA512_MGF1,
}


class _Members(MasterKeyProvider):  # type: ignore[misc]
    """Has no keys of its own, only those that are added."""

    provider_id = ""
    _config_class = MasterKeyProviderConfig
    vend_masterkey_on_decrypt = False  # it asks its members, of which none is a provider

    def _new_master_key(self, key_id: bytes) -> Any:
        raise InvalidKeyIdError("this provider has no keys of its own")


def combined(master_keys: Iterable[Any]) -> Any:
    """One provider of several master keys, of which the first generates the data key."""
    provider = _Members()
    provider.add_master_key_providers_from_list(list(master_keys))
    return provider


def raw_master_key(keyring: Keyring) -> Any:
    """The master key for a raw AES or raw RSA keyring."""
    if keyring["type"] == "raw-aes":
        material, key_type = decoded(keyring["key"]), EncryptionKeyType.SYMMETRIC
        try:
            algorithm = WrappingAlgorithm[f"AES_{len(material) * 8}_GCM_IV12_TAG16_NO_PADDING"]
        except KeyError:
            raise RequestError("an AES key has 16, 24 or 32 bytes") from None
    elif keyring["type"] == "raw-rsa":
        side = "private" if "private" in keyring else "public"  # a private key encrypts too
        material, key_type = keyring[side].encode("ascii"), EncryptionKeyType[side.upper()]
        algorithm = _PADDINGS[keyring["padding"]]
    else:
        raise Unsupported(f"the SDK has no master key for {keyring['type']}")
    wrapping_key = WrappingKey(wrapping_algorithm=algorithm, wrapping_key=material, wrapping_key_type=key_type)
    name = keyring["name"]  # bytes only where esdkit's own tests say so
    key_id = name if isinstance(name, bytes) else name.encode("utf-8")
    return RawMasterKey(provider_id=keyring["namespace"], key_id=key_id, wrapping_key=wrapping_key)


def _flattened(keyring: Keyring) -> Iterator[Keyring]:
    if keyring["type"] != "multi":
        yield keyring
        return
    for member in [*filter(None, [keyring.get("generator")]), *keyring["children"]]:
        yield from _flattened(member)


def materials(keyring: Keyring, required: Sequence[str] = ()) -> dict[str, Any]:
    """The keyring as the keyword argument of the SDK's ``encrypt`` and ``decrypt``."""
    if required:
        raise Unsupported("master keys store the whole encryption context")
    return {"key_provider": combined(map(raw_master_key, _flattened(keyring)))}
