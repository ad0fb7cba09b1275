"""Key descriptions become keyrings and CMMs; what is not available is remembered."""

import pytest

from esdkit.cmm import CryptographicMaterialsManager, DecryptionRequest, RequiredEncryptionContextCmm
from esdkit.cmm.base import CommitmentPolicy
from esdkit.errors import Code, DataKeyUnwrapError, MaterialsError, UsageError
from esdkit.keyrings import EncryptionMaterials
from esdkit.message import EncryptedDataKey
from esdkit.vectors.model import KeyDescription, Need, given_data_key
from esdkit.vectors.opening import OpenedKeys, leaf_keyring, open_keys
from tests.unit.vectors.making import KMS, SUITE, Json, aes_keyring, multi, required_context, unavailable

DATA_KEY = b"D" * 32
ONE, TWO = (aes_keyring("space", name) for name in ("1", "2"))
KEYS = {"1": b"1" * 16, "2": b"2" * 16}
ECDH = unavailable(Need.KEYRING)


def opened(keyring: Json) -> OpenedKeys:
    return open_keys(KeyDescription(keyring, KEYS))


def wrapped(*keyrings: Json, **keys: bytes) -> tuple[EncryptedDataKey, ...]:
    materials = EncryptionMaterials(suite=SUITE, encryption_context={}).with_data_key(DATA_KEY)
    for keyring in keyrings:
        materials = leaf_keyring(keyring, {**KEYS, **keys}).on_encrypt(materials)
    return materials.encrypted_data_keys


def data_key(manager: CryptographicMaterialsManager | None, *encrypted_data_keys: EncryptedDataKey, **context: str) -> bytes:
    assert manager is not None
    policy = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
    request = DecryptionRequest(
        suite=SUITE,
        commitment_policy=policy,
        encrypted_data_keys=encrypted_data_keys,
        encryption_context={},
        reproduced_encryption_context=context,
    )
    materials = manager.decrypt_materials(request)
    assert materials.data_key is not None
    return materials.data_key.reveal()


def test_nothing_opens_nothing() -> None:
    assert open_keys(None) == OpenedKeys(None, (), ())


@pytest.mark.req("TVM-DEC-009", "TVM-DEC-017")
@pytest.mark.parametrize(("keyring", "need"), [(KMS, Need.AWS_KMS), (ECDH, Need.KEYRING), (unavailable(Need.AWS_KMS), Need.AWS_KMS)])
def test_unavailable_key_says_what_it_needs(keyring: Json, need: Need) -> None:
    keys = opened(keyring)
    assert (keys.manager, keys.keyrings, keys.missing) == (None, (), (need,))
    assert not keys.all_refused


@pytest.mark.req("TVM-DEC-009")
def test_key_in_kms_is_available_when_aws_may_be_asked() -> None:
    keys = open_keys(KeyDescription(KMS), aws=True)
    assert (len(keys.keyrings), keys.missing) == (1, ())
    no_key_id: Json = {"kms": {"key_ids": ["arn:x"]}}
    assert open_keys(KeyDescription(no_key_id), aws=True) == OpenedKeys(None, (), (Need.AWS_KMS,))


@pytest.mark.req("TVM-DEC-005")
def test_raw_aes_opens_its_own() -> None:
    assert data_key(opened(ONE).manager, *wrapped(TWO, ONE)) == DATA_KEY


@pytest.mark.req("TVM-DEC-014", "TVM-CMT-002")
def test_given_data_key_opens_anything() -> None:
    assert data_key(open_keys(given_data_key(DATA_KEY)).manager, *wrapped(ONE)) == DATA_KEY


@pytest.mark.req("TVM-DEC-015")
def test_multi_keyring_leaves_out_what_is_not_available() -> None:
    keys = opened(multi(KMS, ECDH, multi(None, KMS, TWO), ONE))
    assert keys.missing == (Need.AWS_KMS, Need.KEYRING, Need.AWS_KMS)
    assert len(keys.keyrings) == 2
    assert data_key(keys.manager, *wrapped(ONE)) == DATA_KEY
    assert data_key(keys.manager, *wrapped(TWO)) == DATA_KEY


@pytest.mark.req("TVM-COM-012")
def test_multi_keyring_of_nothing_available_is_not_available() -> None:
    keys = opened(multi(KMS, multi(None, ECDH)))
    assert (keys.manager, keys.missing) == (None, (Need.AWS_KMS, Need.KEYRING))


@pytest.mark.req("TVM-DEC-016")
def test_required_context_demands_its_keys() -> None:
    manager = opened(required_context(["k"], ONE)).manager
    assert isinstance(manager, RequiredEncryptionContextCmm)
    with pytest.raises(MaterialsError) as caught:
        data_key(manager, *wrapped(ONE))
    assert caught.value.code is Code.REQUIRED_CONTEXT_MISSING


@pytest.mark.req("TVM-DEC-010")
def test_required_context_that_is_open_demands_what_is_not_stored() -> None:
    manager = open_keys(KeyDescription(required_context(None, ONE), KEYS), ["k"]).manager
    with pytest.raises(MaterialsError):
        data_key(manager, *wrapped(ONE))
    with pytest.raises(DataKeyUnwrapError):  # now it is there, and the data key was wrapped without it
        data_key(manager, *wrapped(ONE), k="v")


@pytest.mark.req("TVM-COM-012")
def test_required_context_over_nothing_available_is_not_available() -> None:
    keys = opened(required_context([], required_context(None, KMS)))
    assert keys == OpenedKeys(None, (), (Need.AWS_KMS,))


@pytest.mark.req("TVM-COM-011")
def test_keys_are_refused_only_when_each_was_tried() -> None:
    wrapped_otherwise = wrapped(aes_keyring("space", "1", "another"), another=b"other key" + bytes(7))
    for keyring, messages, refused in (
        (ONE, wrapped_otherwise, True),
        (ONE, wrapped(TWO), False),
        (multi(ONE, TWO), wrapped_otherwise, False),
        (multi(ONE, ONE), (*wrapped_otherwise, *wrapped(TWO)), True),
        (multi(ONE, KMS), wrapped_otherwise, False),
    ):
        keys = opened(keyring)
        assert not keys.all_refused
        with pytest.raises(DataKeyUnwrapError):
            data_key(keys.manager, *messages)
        assert keys.all_refused is refused


def test_keyring_is_made_once_for_each_key() -> None:
    assert leaf_keyring(ONE, KEYS) is leaf_keyring(ONE, {**KEYS, "more": b""})
    assert leaf_keyring(ONE, KEYS) is not leaf_keyring(ONE, {"1": b"2" * 16})


def test_description_that_no_keyring_takes_is_the_callers_fault() -> None:
    keys = {"k": bytes(16), "short": b"short"}
    static: Json = {"static_data_key": {"data_key": {"file": "short"}}}
    descriptions: list[Json] = [aes_keyring("aws-kms", "k"), aes_keyring("n", "k", "short"), static, {"no kind": {}}]
    for description in descriptions:
        with pytest.raises(UsageError):
            leaf_keyring(description, keys)


def test_descriptions_show_no_key() -> None:
    assert "secret" not in repr((KeyDescription(ONE, {"1": b"secret!!" * 2}), given_data_key(b"secret!!" * 2)))
