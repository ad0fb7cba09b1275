import pytest

from esdkit.errors import Code, DataKeyUnwrapError, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, StaticDataKeyring
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import SUITES, Suite
from tests.each import each

SUITE = SUITES[0x0578]
DATA_KEY = b"D" * 32
MATERIALS = DecryptionMaterials(suite=SUITE, encryption_context={})


@pytest.mark.req("KEY-STA-001", "KEY-STA-002")
@each("keys", [[], [EncryptedDataKey(b"", b"", b"")] * 3], ids=["none", "any"])
@each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_on_decrypt_gives_the_data_key_whatever_the_keys_are(suite: Suite, keys: list[EncryptedDataKey]) -> None:
    materials = DecryptionMaterials(suite=suite, encryption_context={})
    data_key = DATA_KEY[: suite.data_key_length]
    assert StaticDataKeyring(data_key).on_decrypt(materials, keys) == materials.with_data_key(data_key)


@pytest.mark.req("KEY-STA-002", "KEY-IFC-020", kind="negative")
@pytest.mark.parametrize("length", [16, 24], ids=str)
def test_on_decrypt_with_another_length_fails(length: int) -> None:
    with pytest.raises(DataKeyUnwrapError) as error:
        StaticDataKeyring(DATA_KEY[:length]).on_decrypt(MATERIALS, [])
    (attempt,) = error.value.attempts
    assert attempt.edk_index is None
    assert str(length) in attempt.reason
    assert "DDDD" not in str(attempt)


@pytest.mark.req("KEY-STA-003", "KEY-IFC-016", kind="negative")
def test_on_encrypt_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        StaticDataKeyring(DATA_KEY).on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context={}))
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-IFC-002", kind="negative")
def test_on_decrypt_into_materials_with_a_data_key_is_refused() -> None:
    with pytest.raises(MaterialsError) as error:
        StaticDataKeyring(DATA_KEY).on_decrypt(MATERIALS.with_data_key(DATA_KEY), [])
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33), "x" * 32, None], ids=["empty", "31", "33", "text", "none"])
def test_keyring_with_a_length_of_no_suite_is_refused(key: bytes) -> None:
    with pytest.raises(UsageError) as error:
        StaticDataKeyring(key)
    assert error.value.code is Code.INVALID_KEY


@pytest.mark.req("KEY-IFC-021")
def test_keyring_printed_shows_no_key() -> None:
    assert repr(StaticDataKeyring(DATA_KEY)) == "StaticDataKeyring(<Secret: 32 bytes>)"
