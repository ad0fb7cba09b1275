"""Keyrings: they wrap and unwrap data keys.

Strategy: a keyring is anything with ``on_encrypt`` and ``on_decrypt`` (``Keyring``); each built-in kind has a module.
Invariants: keys are kept as secrets and not shown anywhere. A keyring applies no policy and reads no message: it gets materials and
encrypted data keys. Those that use AWS or are seldom needed are imported at their first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, Keyring
from esdkit.keyrings.multi import MultiKeyring
from esdkit.keyrings.raw_aes import RawAesKeyring
from esdkit.keyrings.raw_rsa import RawRsaKeyring
from esdkit.keyrings.static import StaticDataKeyring
from esdkit.message.model import EncryptedDataKey

if TYPE_CHECKING:
    from esdkit.keyrings.branch_key import BranchKey, BranchKeyStore, StaticBranchKeyStore
    from esdkit.keyrings.hierarchy import HierarchicalKeyring
    from esdkit.keyrings.key_store import DynamoDbKeyStore, KmsConfiguration
    from esdkit.keyrings.kms.client import ClientSupplier
    from esdkit.keyrings.kms.discovery import KmsDiscoveryKeyring, KmsMrkDiscoveryKeyring
    from esdkit.keyrings.kms.ecdh import KmsEcdhKeyring
    from esdkit.keyrings.kms.keyring import KmsKeyring, KmsMrkKeyring
    from esdkit.keyrings.kms.rsa import KmsRsaKeyring
    from esdkit.keyrings.raw_ecdh import RawEcdhKeyring

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

_LATER = {
    "BranchKey": "branch_key",
    "BranchKeyStore": "branch_key",
    "ClientSupplier": "kms.client",
    "DynamoDbKeyStore": "key_store",
    "HierarchicalKeyring": "hierarchy",
    "KmsConfiguration": "key_store",
    "KmsDiscoveryKeyring": "kms.discovery",
    "KmsEcdhKeyring": "kms.ecdh",
    "KmsKeyring": "kms.keyring",
    "KmsMrkDiscoveryKeyring": "kms.discovery",
    "KmsMrkKeyring": "kms.keyring",
    "KmsRsaKeyring": "kms.rsa",
    "RawEcdhKeyring": "raw_ecdh",
    "StaticBranchKeyStore": "branch_key",
}


if not TYPE_CHECKING:  # a type checker would take it for a promise of any name

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
