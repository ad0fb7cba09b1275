"""The encrypted data keys of the header, and what single kinds of keyring put inside one."""

from esdkit.grammar.decoder import decoder
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
    "parse_raw_aes_info",
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


def parse_raw_aes_info(provider_info: bytes, name_length: int) -> tuple[int, int, bytes] | None:
    """Read the provider information of a raw AES keyring, after a key name of known length (bytes).

    Returns:
        Tag length (bits), IV length (bytes), IV; None when the information has the wrong length for such a name.
    """
    read = decoder(RAW_AES_INFO)(provider_info, 0, len(provider_info), {"raw_aes.key_name": name_length})
    if read is None or read[1] != len(provider_info):
        return None
    _, tag_length, iv_length, iv = read[0]
    return tag_length, iv_length, iv
