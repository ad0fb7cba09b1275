"""The materials and the judging of what a keyring returns."""

from dataclasses import FrozenInstanceError, replace

import pytest

from esdkit.crypto.secret import Secret
from esdkit.errors import Code, DataKeyUnwrapError, MaterialsError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, Keyring, MultiKeyring, RawAesKeyring, StaticDataKeyring
from esdkit.keyrings.base import check_decrypted, check_encrypted
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import SUITES
from tests.each import each

SUITE = SUITES[0x0478]
KEY = b"K" * 32
EDK = EncryptedDataKey(b"p", b"i", b"c")
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context={"a": "1"}, required_context_keys=frozenset("a"))
ENCRYPTION = EncryptionMaterials(suite=SUITE, encryption_context={"a": "1"})
RAW = RawAesKeyring(namespace="n", name="k", wrapping_key=KEY)


def test_materials_keep_a_copy_of_the_context() -> None:
    context = {"a": "1"}
    materials = DecryptionMaterials(suite=SUITE, encryption_context=context)
    context["a"] = "2"
    assert materials.encryption_context == {"a": "1"}
    with pytest.raises(TypeError):
        materials.encryption_context["a"] = "3"  # type: ignore[index]  # that is what must not work


def test_materials_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        DECRYPTION.data_key = Secret(KEY)  # type: ignore[misc]  # that is what must not work


@pytest.mark.req("KEY-IFC-021")
def test_materials_printed_show_no_key() -> None:
    for materials in (DECRYPTION.with_data_key(KEY), ENCRYPTION.with_data_key(KEY)):
        assert "KKKK" not in repr(materials)
        assert KEY.hex() not in repr(materials)


def test_keyring_is_any_object_with_the_two_methods() -> None:
    assert isinstance(RawAesKeyring("n", "k", KEY), Keyring)
    assert isinstance(StaticDataKeyring(KEY), Keyring)
    assert not isinstance(object(), Keyring)


@pytest.mark.req("CMM-IFC-008", "CMM-IFC-019")
def test_check_decrypted_of_materials_with_a_data_key_gives_them() -> None:
    after = DECRYPTION.with_data_key(KEY)
    assert check_decrypted(DECRYPTION, after) is after


@pytest.mark.req("CMM-IFC-008", "CMM-IFC-019", "KEY-IFC-020", kind="negative")
@pytest.mark.parametrize(
    "after",
    [
        None,
        KEY,
        ENCRYPTION.with_data_key(KEY),
        DECRYPTION,
        replace(DECRYPTION, data_key=KEY),  # type: ignore[arg-type]  # plain bytes are the fault here
        DECRYPTION.with_data_key(KEY[:-1]),
        DECRYPTION.with_data_key(b""),
        replace(DECRYPTION.with_data_key(KEY), suite=SUITES[0x0578]),
        replace(DECRYPTION.with_data_key(KEY), encryption_context={}),
        replace(DECRYPTION.with_data_key(KEY), required_context_keys=frozenset()),
        replace(DECRYPTION.with_data_key(KEY), verification_key=object()),  # type: ignore[arg-type]  # any other object
    ],
    ids=["none", "bytes", "encryption-materials", "no-key", "plain-bytes", "short", "empty", "suite", "context", "required", "public-key"],
)
def test_check_decrypted_of_nonsense_is_refused(after: object) -> None:
    with pytest.raises(MaterialsError) as error:
        check_decrypted(DECRYPTION, after)
    assert error.value.code is Code.MATERIALS_INVALID
    assert "KKKK" not in str(error.value)


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-019", "KEY-IFC-015")
def test_check_encrypted_of_materials_with_one_more_key_gives_them() -> None:
    first = ENCRYPTION.with_data_key(KEY).with_encrypted_data_key(EDK)
    assert check_encrypted(ENCRYPTION, first) is first
    second = first.with_encrypted_data_key(EDK)
    assert check_encrypted(first, second) is second
    assert second.encrypted_data_keys == (EDK, EDK)


GIVEN = ENCRYPTION.with_data_key(KEY).with_encrypted_data_key(EDK)


@pytest.mark.req("CMM-IFC-016", "CMM-IFC-019", "KEY-IFC-014", "KEY-IFC-015", kind="negative")
@each(
    "after",
    [
        None,
        DECRYPTION.with_data_key(KEY),
        GIVEN,
        replace(GIVEN, data_key=None).with_encrypted_data_key(EDK),
        GIVEN.with_data_key(KEY[:-1]).with_encrypted_data_key(EDK),
        GIVEN.with_data_key(b"L" * 32).with_encrypted_data_key(EDK),
        replace(GIVEN, encrypted_data_keys=()),
        replace(GIVEN, encrypted_data_keys=(EncryptedDataKey(b"x", b"x", b"x"), EDK)),
        replace(GIVEN, encrypted_data_keys=2),  # type: ignore[arg-type]  # a number of them is not a tuple
        replace(GIVEN, encrypted_data_keys=(EDK, None)),  # type: ignore[arg-type]  # that is the fault here
        replace(GIVEN.with_encrypted_data_key(EDK), suite=SUITES[0x0178]),
        replace(GIVEN.with_encrypted_data_key(EDK), encryption_context={"a": "2"}),
        replace(GIVEN.with_encrypted_data_key(EDK), required_context_keys=frozenset("a")),
        replace(GIVEN.with_encrypted_data_key(EDK), signing_key=object()),  # type: ignore[arg-type]  # any other object
    ],
    ids=[
        "none",
        "decryption-materials",
        "nothing-appended",
        "no-key",
        "short-key",
        "other-key",
        "keys-dropped",
        "keys-replaced",
        "keys-counted",
        "no-encrypted-data-key",
        "suite",
        "context",
        "required",
        "signing-key",
    ],
)
def test_check_encrypted_of_nonsense_is_refused(after: object) -> None:
    with pytest.raises(MaterialsError) as error:
        check_encrypted(GIVEN, after)
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-IFC-025", kind="negative")
@each("keyring", [RAW, MultiKeyring(generator=RAW)], ids=["raw", "multi"])
def test_no_data_key_is_generated_for_encrypted_data_keys_that_are_there(keyring: Keyring) -> None:
    with pytest.raises(MaterialsError) as caught:
        keyring.on_encrypt(replace(ENCRYPTION, encrypted_data_keys=(EDK,)))
    assert caught.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-IFC-025")
def test_encrypted_data_keys_are_added_to_materials_that_have_their_data_key() -> None:
    materials = RAW.on_encrypt(RAW.on_encrypt(ENCRYPTION))
    assert len(materials.encrypted_data_keys) == 2


def test_attempts_share_one_description_of_their_keyring() -> None:
    keyring = RawAesKeyring("n" * 1000, "k", bytes(32))
    with pytest.raises(DataKeyUnwrapError) as error:
        keyring.on_decrypt(DECRYPTION, [EDK] * 3)
    first, *others = error.value.attempts
    assert [attempt.edk_index for attempt in error.value.attempts] == [0, 1, 2]
    assert first.keyring == repr(keyring)
    assert all(attempt.keyring is first.keyring for attempt in others)
