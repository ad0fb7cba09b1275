"""The encrypted data keys of the header, and what single kinds of keyring put inside one."""

from esdkit.grammar.field import Blob, Counted, Given, Group, Raw, u32
from esdkit.spec import CONSTANTS

__all__ = ["ENCRYPTED_DATA_KEYS", "RAW_AES_INFO"]

ENCRYPTED_DATA_KEYS = Counted(
    "header.encrypted_data_keys",
    Group(
        Blob("header.encrypted_data_keys.provider_id"),
        Blob("header.encrypted_data_keys.provider_info"),
        Blob("header.encrypted_data_keys.ciphertext"),
    ),
)

# The key name has no length of its own: who reads must know it, or take what the fixed fields leave.
RAW_AES_INFO = Group(
    Raw("raw_aes.key_name", Given("raw_aes.key_name")),
    u32("raw_aes.tag_length"),
    u32("raw_aes.iv_length"),
    Raw("raw_aes.iv", CONSTANTS.raw_aes_iv_length),
)
