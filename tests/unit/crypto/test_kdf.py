"""The derivation against the cryptography package's HKDF, which shares no code with ours."""

import hashlib
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from hypothesis import given
from hypothesis import strategies as st

from esdkit.crypto import kdf
from esdkit.crypto.kdf import derive_content_key_net_4_0_0, derive_keys
from esdkit.errors import Code, MaterialsError
from esdkit.spec import CONSTANTS, SUITES, Suite
from tests.each import each

HASHES: dict[str, Callable[[], hashes.HashAlgorithm]] = {"sha256": hashes.SHA256, "sha384": hashes.SHA384, "sha512": hashes.SHA512}
IDENTITY = [suite for suite in SUITES.values() if suite.kdf == "identity"]
PLAIN_HKDF = [suite for suite in SUITES.values() if suite.kdf == "hkdf" and not suite.commitment]
COMMITTING = [suite for suite in SUITES.values() if suite.commitment]


def hex_id(suite: Suite) -> str:
    return suite.hex_id


def reference(hash_name: str | None, salt: bytes | None, info: bytes, length: int, data_key: bytes) -> bytes:
    assert hash_name is not None
    return HKDF(algorithm=HASHES[hash_name](), length=length, salt=salt, info=info).derive(data_key)


def inputs(suite: Suite) -> st.SearchStrategy[tuple[bytes, bytes]]:
    """A data key and a message id."""
    message_id_length = CONSTANTS.message_id_lengths[suite.message_version]
    return st.tuples(
        st.binary(min_size=suite.data_key_length, max_size=suite.data_key_length),
        st.binary(min_size=message_id_length, max_size=message_id_length),
    )


@pytest.mark.req("KDF-IDN-001", "ALG-SUI-015")
@pytest.mark.parametrize("suite", IDENTITY, ids=hex_id)
def test_derive_keys_identity_gives_the_data_key(suite: Suite) -> None:
    data_key = bytes(range(suite.data_key_length))
    keys = derive_keys(suite, data_key, bytes(16))
    assert keys.content_key.reveal() == data_key
    assert keys.commit_key is None


@pytest.mark.req(
    "KDF-HKDF-001", "KDF-HKDF-002", "KDF-HKDF-003", "KDF-HKDF-004", "KDF-HKDF-006", "KDF-HKDF-007", "KDF-HKDF-009", "KDF-IDN-002"
)
@pytest.mark.parametrize("suite", PLAIN_HKDF, ids=hex_id)
@given(data=st.data())
def test_derive_keys_without_commitment_equals_reference(suite: Suite, data: st.DataObject) -> None:
    data_key, message_id = data.draw(inputs(suite))
    keys = derive_keys(suite, data_key, message_id)
    info = bytes.fromhex(suite.hex_id) + message_id
    assert keys.content_key.reveal() == reference(suite.kdf_hash, None, info, suite.key_length, data_key)
    assert keys.commit_key is None


@pytest.mark.req("KDF-HKDF-001", "KDF-HKDF-002", "KDF-HKDF-005", "KDF-HKDF-006", "KDF-HKDF-008", "KDF-HKDF-009")
@pytest.mark.req("KDF-COM-001", "KDF-COM-002", "KDF-COM-003", "KDF-COM-004", "KDF-COM-005")
@pytest.mark.parametrize("suite", COMMITTING, ids=hex_id)
@given(data=st.data())
def test_derive_keys_with_commitment_equals_reference(suite: Suite, data: st.DataObject) -> None:
    data_key, message_id = data.draw(inputs(suite))
    keys = derive_keys(suite, data_key, message_id)
    info = bytes.fromhex(suite.hex_id) + b"DERIVEKEY"
    assert keys.content_key.reveal() == reference("sha512", message_id, info, suite.key_length, data_key)
    assert keys.commit_key == reference("sha512", message_id, b"COMMITKEY", 32, data_key)


def wrong_derivations(suite: Suite, data_key: bytes, message_id: bytes) -> dict[str, bytes]:
    """What a mistaken implementation would take for the content key."""
    suite_id = bytes.fromhex(suite.hex_id)
    hash_name = suite.kdf_hash or "sha256"
    other_hash = "sha256" if hash_name == "sha512" else "sha512"
    salt = message_id if suite.commitment else None
    info = suite_id + (b"DERIVEKEY" if suite.commitment else message_id)
    length = suite.key_length
    return {
        "other-hash": reference(other_hash, salt, info, length, data_key),
        "other-salt": reference(hash_name, None if suite.commitment else message_id, info, length, data_key),
        "no-suite-id": reference(hash_name, salt, info[2:], length, data_key),
        "suite-id-alone": reference(hash_name, salt, suite_id, length, data_key),
        "info-swapped": reference(hash_name, salt, info[2:] + info[:2], length, data_key),
        "no-info": reference(hash_name, salt, b"", length, data_key),
        "lower-case-label": reference(hash_name, salt, info.lower(), length, data_key),
        "no-extract": HKDFExpand(HASHES[hash_name](), length, info).derive(data_key),
        "commit-key": reference(hash_name, salt, b"COMMITKEY", length, data_key),
        **({} if suite.kdf == "identity" else {"identity": data_key}),
    }


@pytest.mark.req(
    "KDF-IDN-001", "KDF-HKDF-001", "KDF-HKDF-004", "KDF-HKDF-005", "KDF-HKDF-006", "KDF-HKDF-007", "KDF-HKDF-008", kind="negative"
)
@pytest.mark.parametrize("suite", SUITES.values(), ids=hex_id)
def test_derive_keys_is_none_of_the_usual_mistakes(suite: Suite) -> None:
    data_key = bytes(range(suite.data_key_length))
    message_id = b"I" * CONSTANTS.message_id_lengths[suite.message_version]
    content_key = derive_keys(suite, data_key, message_id).content_key.reveal()
    mistaken = wrong_derivations(suite, data_key, message_id)
    assert content_key not in mistaken.values()
    assert len(set(mistaken.values())) > 7, "the mistakes differ from each other too"


@pytest.mark.req("KDF-COM-001", "KDF-COM-003", "KDF-COM-004", kind="negative")
@pytest.mark.parametrize("suite", COMMITTING, ids=hex_id)
def test_derive_keys_commit_key_is_none_of_the_usual_mistakes(suite: Suite) -> None:
    data_key, message_id = bytes(range(32)), b"I" * 32
    keys = derive_keys(suite, data_key, message_id)
    assert keys.commit_key not in {
        keys.content_key.reveal(),
        reference("sha384", message_id, b"COMMITKEY", 32, data_key),
        reference("sha512", None, b"COMMITKEY", 32, data_key),
        reference("sha512", message_id, bytes.fromhex(suite.hex_id) + b"COMMITKEY", 32, data_key),
        reference("sha512", message_id, b"COMMITKEY" + message_id, 32, data_key),
        reference("sha512", message_id, b"commitkey", 32, data_key),
    }


@pytest.mark.req("KDF-COM-006")
@pytest.mark.parametrize("suite", COMMITTING, ids=hex_id)
def test_derive_keys_with_commitment_extracts_once(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    salts: list[bytes] = []
    extract = kdf.extract

    def count(hash_name: str, salt: bytes, data_key: bytes) -> bytes:
        salts.append(salt)
        return extract(hash_name, salt, data_key)

    monkeypatch.setattr(kdf, "extract", count)
    message_id = bytes(range(32))
    derive_keys(suite, bytes(suite.data_key_length), message_id)
    assert salts == [message_id]


@pytest.mark.req("KDF-IDN-002", "KDF-HKDF-003", kind="negative")
@each("difference", [-1, 1, -8], ids=["shorter", "longer", "next-size"])
@each("derive", [derive_keys, derive_content_key_net_4_0_0], ids=["spec", "net-4.0.0"])
@each("suite", SUITES.values(), ids=hex_id)
def test_derive_keys_with_another_length_is_refused(suite: Suite, derive: Callable[[Suite, bytes, bytes], object], difference: int) -> None:
    with pytest.raises(MaterialsError) as caught:
        derive(suite, b"\x41" * (suite.data_key_length + difference), bytes(CONSTANTS.message_id_lengths[suite.message_version]))
    assert caught.value.code is Code.MATERIALS_INVALID
    assert "AAAA" not in str(caught.value)


@pytest.mark.req("KDF-NET-001")
@pytest.mark.parametrize("suite", PLAIN_HKDF, ids=hex_id)
@given(data=st.data())
def test_derive_content_key_net_4_0_0_without_commitment_leaves_out_the_message_id(suite: Suite, data: st.DataObject) -> None:
    data_key, message_id = data.draw(inputs(suite))
    key = derive_content_key_net_4_0_0(suite, data_key, message_id).reveal()
    assert key == reference(suite.kdf_hash, None, bytes.fromhex(suite.hex_id), suite.key_length, data_key)
    assert key != derive_keys(suite, data_key, message_id).content_key.reveal()


@pytest.mark.req("KDF-NET-001")
@pytest.mark.parametrize("suite", IDENTITY + COMMITTING, ids=hex_id)
@given(data=st.data())
def test_derive_content_key_net_4_0_0_of_other_suites_is_the_usual_one(suite: Suite, data: st.DataObject) -> None:
    data_key, message_id = data.draw(inputs(suite))
    assert derive_content_key_net_4_0_0(suite, data_key, message_id) == derive_keys(suite, data_key, message_id).content_key


@pytest.mark.parametrize("suite", PLAIN_HKDF + COMMITTING, ids=hex_id)
def test_suite_keys_fit_one_block_of_the_hash(suite: Suite) -> None:
    assert suite.kdf_hash is not None
    assert max(suite.key_length, suite.suite_data_length) <= hashlib.new(suite.kdf_hash).digest_size


def test_derived_keys_printed_show_no_key() -> None:
    suite = IDENTITY[0]
    assert "AAAA" not in repr(derive_keys(suite, b"A" * suite.data_key_length, bytes(16)))
