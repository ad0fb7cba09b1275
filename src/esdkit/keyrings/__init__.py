"""Keyrings: how a data key is wrapped and unwrapped.

Strategy: a keyring is anything with ``on_encrypt`` and ``on_decrypt`` (``base.Keyring``); one module for each kind that is built in.
Invariants: keys are held as secrets and shown nowhere. A keyring judges no policy and reads no message: it is handed materials and
encrypted data keys. Those that talk to AWS are imported at their first use.
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


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
