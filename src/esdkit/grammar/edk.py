"""The encrypted data keys of the header, and what single kinds of keyring put inside one."""

from esdkit.grammar.decoder import decoder
from esdkit.grammar.field import Blob, Counted, Given, Group, Raw, u32
from esdkit.grammar.trace import build
from esdkit.spec import CONSTANTS

__all__ = ["ENCRYPTED_DATA_KEYS", "RAW_AES_INFO", "build_raw_aes_info", "parse_raw_aes_info"]

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


def parse_raw_aes_info(provider_info: bytes, name_length: int) -> tuple[int, int, bytes] | None:
    """Read the provider information of a raw AES keyring behind a key name of known length (bytes).

    Returns:
        Tag length (bits), IV length (bytes), IV; None when the information has another length than such a name makes it.
    """
    read = decoder(RAW_AES_INFO)(provider_info, 0, len(provider_info), {"raw_aes.key_name": name_length})
    if read is None or read[1] != len(provider_info):
        return None
    _, tag_length, iv_length, iv = read[0]
    return tag_length, iv_length, iv


def build_raw_aes_info(key_name: bytes, tag_length: int, iv_length: int, iv: bytes) -> bytes:
    """Write the provider information of a raw AES keyring: name (UTF-8), tag length (bits), IV length (bytes), IV.

    Raises:
        BuildError: the IV has another length than the format's.
    """
    return build(RAW_AES_INFO, (key_name, tag_length, iv_length, iv))
