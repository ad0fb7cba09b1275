"""Keyrings: they wrap and unwrap data keys.

Strategy: a keyring is anything with ``on_encrypt`` and ``on_decrypt`` (``Keyring``); each built-in kind has a module.
Invariants: keys are kept as secrets and not shown anywhere. A keyring applies no policy and reads no message: it gets materials and
encrypted data keys. Each name below is imported at its first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.later import at_first_use

if TYPE_CHECKING:
    from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, Keyring
    from esdkit.keyrings.branch_key import BranchKey, BranchKeyStore, StaticBranchKeyStore
    from esdkit.keyrings.hierarchy import HierarchicalKeyring
    from esdkit.keyrings.key_store import DynamoDbKeyStore, KmsConfiguration
    from esdkit.keyrings.kms.client import ClientSupplier
    from esdkit.keyrings.kms.discovery import KmsDiscoveryKeyring, KmsMrkDiscoveryKeyring
    from esdkit.keyrings.kms.ecdh import KmsEcdhKeyring
    from esdkit.keyrings.kms.keyring import KmsKeyring, KmsMrkKeyring
    from esdkit.keyrings.kms.rsa import KmsRsaKeyring
    from esdkit.keyrings.multi import MultiKeyring
    from esdkit.keyrings.raw_aes import RawAesKeyring
    from esdkit.keyrings.raw_ecdh import RawEcdhKeyring
    from esdkit.keyrings.raw_rsa import RawRsaKeyring
    from esdkit.keyrings.static import StaticDataKeyring
    from esdkit.message.model import EncryptedDataKey

__all__ = [
    "BranchKey",
    "BranchKeyStore",
    "ClientSupplier",
    "DecryptionMaterials",
    "DynamoDbKeyStore",
    "EncryptedDataKey",
    "EncryptionMaterials",
    "HierarchicalKeyring",
    "Keyring",
    "KmsConfiguration",
    "KmsDiscoveryKeyring",
    "KmsEcdhKeyring",
    "KmsKeyring",
    "KmsMrkDiscoveryKeyring",
    "KmsMrkKeyring",
    "KmsRsaKeyring",
    "MultiKeyring",
    "RawAesKeyring",
    "RawEcdhKeyring",
    "RawRsaKeyring",
    "StaticBranchKeyStore",
    "StaticDataKeyring",
]

_HOMES = {
    "BranchKey": "branch_key",
    "BranchKeyStore": "branch_key",
    "ClientSupplier": "kms.client",
    "DecryptionMaterials": "base",
    "DynamoDbKeyStore": "key_store",
    "EncryptedDataKey": "base",
    "EncryptionMaterials": "base",
    "HierarchicalKeyring": "hierarchy",
    "Keyring": "base",
    "KmsConfiguration": "key_store",
    "KmsDiscoveryKeyring": "kms.discovery",
    "KmsEcdhKeyring": "kms.ecdh",
    "KmsKeyring": "kms.keyring",
    "KmsMrkDiscoveryKeyring": "kms.discovery",
    "KmsMrkKeyring": "kms.keyring",
    "KmsRsaKeyring": "kms.rsa",
    "MultiKeyring": "multi",
    "RawAesKeyring": "raw_aes",
    "RawEcdhKeyring": "raw_ecdh",
    "RawRsaKeyring": "raw_rsa",
    "StaticBranchKeyStore": "branch_key",
    "StaticDataKeyring": "static",
}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
