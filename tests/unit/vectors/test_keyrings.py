"""Key descriptions become keyrings and CMMs; what is not available is remembered."""

import pytest

from esdkit.cmm import CryptographicMaterialsManager, DecryptionRequest, RequiredEncryptionContextCmm
from esdkit.cmm.base import CommitmentPolicy
from esdkit.errors import Code, DataKeyUnwrapError, MaterialsError, UsageError
from esdkit.keyrings import EncryptionMaterials
from esdkit.message import EncryptedDataKey
from esdkit.vectors.keyrings import OpenedKeys, local_keyring, open_keys
from esdkit.vectors.model import GivenDataKey, MultiKeyrings, Need, RawAes, RequiredContext, Unavailable
from tests.unit.vectors.making import SUITE

DATA_KEY = b"D" * 32
ONE, TWO = (RawAes("space", name, name.encode() * 16) for name in ("1", "2"))
KMS, ECDH = Unavailable("aws-kms", Need.AWS_KMS), Unavailable("raw-ecdh", Need.KEYRING)


def wrapped(*descriptions: RawAes) -> tuple[EncryptedDataKey, ...]:
    materials = EncryptionMaterials(suite=SUITE, encryption_context={}).with_data_key(DATA_KEY)
    for description in descriptions:
        materials = local_keyring(description).on_encrypt(materials)
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
@pytest.mark.parametrize("description", [KMS, ECDH])
def test_unavailable_key_says_what_it_needs(description: Unavailable) -> None:
    opened = open_keys(description)
    assert (opened.manager, opened.keyrings, opened.missing) == (None, (), (description.need,))
    assert not opened.all_refused


@pytest.mark.req("TVM-DEC-005")
def test_raw_aes_opens_its_own() -> None:
    assert data_key(open_keys(ONE).manager, *wrapped(TWO, ONE)) == DATA_KEY


@pytest.mark.req("TVM-DEC-014", "TVM-CMT-002")
def test_given_data_key_opens_anything() -> None:
    assert data_key(open_keys(GivenDataKey(DATA_KEY)).manager, *wrapped(ONE)) == DATA_KEY


@pytest.mark.req("TVM-DEC-015")
def test_multi_keyring_leaves_out_what_is_not_available() -> None:
    opened = open_keys(MultiKeyrings(KMS, (ECDH, MultiKeyrings(None, (KMS, TWO)), ONE)))
    assert opened.missing == (Need.AWS_KMS, Need.KEYRING, Need.AWS_KMS)
    assert len(opened.keyrings) == 2
    assert data_key(opened.manager, *wrapped(ONE)) == DATA_KEY
    assert data_key(opened.manager, *wrapped(TWO)) == DATA_KEY


def test_multi_keyring_of_nothing_available_is_not_available() -> None:
    opened = open_keys(MultiKeyrings(KMS, (MultiKeyrings(None, (ECDH,)),)))
    assert (opened.manager, opened.missing) == (None, (Need.AWS_KMS, Need.KEYRING))


@pytest.mark.req("TVM-DEC-016")
def test_required_context_demands_its_keys() -> None:
    manager = open_keys(RequiredContext(("k",), ONE)).manager
    assert isinstance(manager, RequiredEncryptionContextCmm)
    with pytest.raises(MaterialsError) as caught:
        data_key(manager, *wrapped(ONE))
    assert caught.value.code is Code.REQUIRED_CONTEXT_MISSING


@pytest.mark.req("TVM-DEC-010")
def test_required_context_that_is_open_demands_what_is_not_stored() -> None:
    manager = open_keys(RequiredContext(None, ONE), ["k"]).manager
    with pytest.raises(MaterialsError):
        data_key(manager, *wrapped(ONE))
    with pytest.raises(DataKeyUnwrapError):  # now it is there, and the data key was wrapped without it
        data_key(manager, *wrapped(ONE), k="v")


def test_required_context_over_nothing_available_is_not_available() -> None:
    assert open_keys(RequiredContext((), RequiredContext(None, KMS))) == OpenedKeys(None, (), (Need.AWS_KMS,))


@pytest.mark.req("TVM-COM-011")
def test_keys_are_refused_only_when_each_was_tried() -> None:
    other_one = RawAes("space", "1", b"other key" + bytes(7))
    for description, messages, refused in (
        (ONE, wrapped(other_one), True),
        (ONE, wrapped(TWO), False),
        (MultiKeyrings(ONE, (TWO,)), wrapped(other_one), False),
        (MultiKeyrings(ONE, (ONE,)), wrapped(other_one, TWO), True),
        (MultiKeyrings(ONE, (KMS,)), wrapped(other_one), False),
    ):
        opened = open_keys(description)
        assert not opened.all_refused
        with pytest.raises(DataKeyUnwrapError):
            data_key(opened.manager, *messages)
        assert opened.all_refused is refused


def test_description_that_no_keyring_takes_is_the_callers_fault() -> None:
    for description in (RawAes("aws-kms", "k", bytes(16)), RawAes("n", "k", b"short"), GivenDataKey(b"")):
        with pytest.raises(UsageError):
            local_keyring(description)


def test_descriptions_show_no_key() -> None:
    shown = repr(MultiKeyrings(RawAes("n", "k", b"secret!!" * 2), (GivenDataKey(b"secret!!" * 2),)))
    assert "secret" not in shown
