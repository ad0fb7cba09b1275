"""The encrypted data keys of the header, and what single kinds of keyring put inside one."""

from esdkit.grammar.field import Blob, Counted, Given, Group, Raw, Ref, u8, u32
from esdkit.spec import CONSTANTS, FIELDS

__all__ = [
    "ECDH_CIPHERTEXT",
    "ECDH_INFO",
    "ENCRYPTED_DATA_KEY",
    "ENCRYPTED_DATA_KEYS",
    "HIERARCHY_CIPHERTEXT",
    "ML_KEM_INFO",
    "RAW_AES_INFO",
]


def _fixed(field_id: str) -> Raw:
    """Bytes whose size is in the field's row."""
    size = FIELDS[field_id].size
    assert isinstance(size, int)
    return Raw(field_id, size)


ENCRYPTED_DATA_KEY = Group(
    Blob("header.encrypted_data_keys.provider_id"),
    Blob("header.encrypted_data_keys.provider_info"),
    Blob("header.encrypted_data_keys.ciphertext"),
)

# Reqs: FMT-EDK-008, FMT-EDK-009
ENCRYPTED_DATA_KEYS = Counted("header.encrypted_data_keys", ENCRYPTED_DATA_KEY)

# The key name has no length field: whoever reads it must know its length, or take what the fixed fields leave.
RAW_AES_INFO = Group(
    Raw("raw_aes.key_name", Given("raw_aes.key_name")),
    u32("raw_aes.tag_length"),
    u32("raw_aes.iv_length"),
    Raw("raw_aes.iv", CONSTANTS.raw_aes_iv_length),
)

ECDH_INFO = Group(
    u8("ecdh.version"),
    u32("ecdh.recipient.length"),
    Raw("ecdh.recipient", Ref("ecdh.recipient.length")),
    u32("ecdh.sender.length"),
    Raw("ecdh.sender", Ref("ecdh.sender.length")),
)

# Here and below, the encrypted key has no length field; it is as long as the data key.
ECDH_CIPHERTEXT = Group(
    _fixed("ecdh.salt"),
    _fixed("ecdh.commitment_key"),
    Raw("ecdh.encrypted_key", Given("ecdh.encrypted_key")),
    _fixed("ecdh.tag"),
)

HIERARCHY_CIPHERTEXT = Group(
    _fixed("hierarchy.salt"),
    _fixed("hierarchy.iv"),
    _fixed("hierarchy.branch_key_version"),
    Raw("hierarchy.encrypted_key", Given("hierarchy.encrypted_key")),
    _fixed("hierarchy.tag"),
)

ML_KEM_INFO = Group(
    u8("ml_kem.version"),
    Blob("ml_kem.key_arn"),
)
