"""Keyrings: how a data key is wrapped and unwrapped.

Strategy: a keyring is anything with ``on_encrypt`` and ``on_decrypt`` (``base.Keyring``); one module for each kind that is built in.
Invariants: keys are held as secrets and shown nowhere. A keyring judges no policy and reads no message: it is handed materials and
encrypted data keys.
"""

from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, Keyring
from esdkit.keyrings.multi import MultiKeyring
from esdkit.keyrings.raw_aes import RawAesKeyring
from esdkit.keyrings.raw_rsa import RawRsaKeyring
from esdkit.keyrings.static import StaticDataKeyring
from esdkit.message.model import EncryptedDataKey

__all__ = [
    "DecryptionMaterials",
    "EncryptedDataKey",
    "EncryptionMaterials",
    "Keyring",
    "MultiKeyring",
    "RawAesKeyring",
    "RawRsaKeyring",
    "StaticDataKeyring",
]
