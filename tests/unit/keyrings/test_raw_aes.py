"""Raw AES: what matches is tried, what is tried and opens is used, everything else is skipped with a reason."""

import struct
from contextlib import nullcontext
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from esdkit.crypto.secret import Secret
from esdkit.errors import Code, DataKeyUnwrapError, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, RawAesKeyring
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import SUITES, Suite
from tests.each import each

SUITE = SUITES[0x0478]
CONTEXT = {"b": "2", "a": "1"}
SERIALIZED = bytes.fromhex("0002 0001 61 0001 31 0001 62 0001 32")  # count, then the pairs sorted by key
KEYRING = RawAesKeyring("space", "name", bytes(range(32)))
DATA_KEY = b"D" * 32


def decryption(suite: Suite = SUITE, context: dict[str, str] | None = None) -> DecryptionMaterials:
    return DecryptionMaterials(suite=suite, encryption_context=CONTEXT if context is None else context)


def wrapped(
    data_key: bytes = DATA_KEY,
    *,
    key: bytes = bytes(range(32)),
    aad: bytes = SERIALIZED,
    provider: bytes = b"space",
    name: bytes = b"name",
    tag_bits: int = 128,
    iv_length: int = 12,
    iv: bytes = b"0123456789ab",
    behind: bytes = b"",
) -> EncryptedDataKey:
    """An encrypted data key, made here without the library."""
    info = name + struct.pack(">II", tag_bits, iv_length) + iv + behind
    return EncryptedDataKey(provider, info, AESGCM(key).encrypt(iv if iv else bytes(12), data_key, aad))


@pytest.mark.req(
    "KEY-AES-001",
    "KEY-AES-004",
    "KEY-AES-005",
    "KEY-AES-006",
    "KEY-AES-007",
    "KEY-AES-014",
    "KEY-AES-015",
    "KEY-AES-016",
    "KEY-AES-010",
    "KEY-AES-012",
    "KEY-AES-013",
    "KEY-IFC-002",
    "KEY-IFC-003",
    "KEY-IFC-005",
    "KEY-IFC-011",
    "KEY-IFC-012",
)
def test_on_decrypt_of_an_independent_key_opens_it() -> None:
    materials = decryption()
    assert KEYRING.on_decrypt(materials, [wrapped()]) == materials.with_data_key(DATA_KEY)
    assert materials.data_key is None


@pytest.mark.req(
    "KEY-AES-003", "KEY-AES-004", "KEY-AES-007", "KEY-AES-015", "KEY-AES-018", "KEY-AES-019", "KEY-IFC-007", "KEY-IFC-008", "KEY-IFC-013"
)
def test_on_encrypt_appends_what_an_independent_reader_opens() -> None:
    drawn = iter([DATA_KEY, b"0123456789ab"])
    keyring = RawAesKeyring("space", "name", bytes(range(32)))
    before = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT, random=lambda length: next(drawn))
    materials = keyring.on_encrypt(before)
    assert materials.data_key is not None
    assert materials.data_key.reveal() == DATA_KEY
    assert materials.encrypted_data_keys == (wrapped(),)


@pytest.mark.req("KEY-IFC-014", "KEY-IFC-015", "KEY-AES-018")
def test_on_encrypt_with_a_data_key_wraps_that_one_under_a_new_iv() -> None:
    before = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT).with_data_key(DATA_KEY).with_encrypted_data_key(wrapped())
    after = KEYRING.on_encrypt(KEYRING.on_encrypt(before))
    assert after.data_key == before.data_key
    assert len({key.provider_info for key in after.encrypted_data_keys}) == 3
    for key in after.encrypted_data_keys:
        assert KEYRING.on_decrypt(decryption(), [key]).data_key == before.data_key


@pytest.mark.req("KEY-AES-018", "KEY-IFC-013", "KEY-IFC-016", kind="negative")
def test_on_encrypt_with_a_bad_random_source_fails_and_changes_nothing() -> None:
    before = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT, random=lambda length: bytes(length - 1))
    with pytest.raises(UsageError) as error:
        RawAesKeyring("space", "name", bytes(32)).on_encrypt(before)
    assert error.value.code is Code.INVALID_ARGUMENT
    assert before == EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT, random=before.random)


@pytest.mark.req("KEY-IFC-017")
def test_on_encrypt_stores_no_context_in_the_data_key() -> None:
    (key,) = KEYRING.on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context={"needle": "thread"})).encrypted_data_keys
    for stored in (key.provider_id, key.provider_info, key.ciphertext):
        assert b"needle" not in stored
        assert b"thread" not in stored


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)  # no surrogates


@pytest.mark.req("KEY-AES-002", "KEY-AES-008", "KEY-AES-020")
@given(
    suite=st.sampled_from(list(SUITES.values())),
    size=st.sampled_from([16, 24, 32]),
    namespace=names.filter(lambda text: not text.startswith("aws-kms")),
    name=names,
    context=st.dictionaries(names, names, max_size=4),
)
def test_on_encrypt_and_on_decrypt_are_inverse(suite: Suite, size: int, namespace: str, name: str, context: dict[str, str]) -> None:
    keyring = RawAesKeyring(namespace, name, b"\x07" * size)
    sealed = keyring.on_encrypt(EncryptionMaterials(suite=suite, encryption_context=context))
    (key,) = sealed.encrypted_data_keys
    assert (key.provider_id, len(key.provider_info)) == (namespace.encode(), len(name.encode()) + 20)
    assert len(key.ciphertext) == suite.data_key_length + 16
    opened = keyring.on_decrypt(DecryptionMaterials(suite=suite, encryption_context=context), [key])
    assert opened.data_key == sealed.data_key


NOT_TRIED = {
    "other-provider": wrapped(provider=b"spacex"),
    "provider-prefix": wrapped(provider=b"spac"),
    "provider-not-utf8": wrapped(provider=b"\xff\xfe"),
    "other-name": wrapped(name=b"nome"),
    "longer-name": wrapped(name=b"name0"),
    "shorter-name": wrapped(name=b"nam"),
    "tag-length-in-bytes": wrapped(tag_bits=16),
    "tag-length-96": wrapped(tag_bits=96),
    "iv-length-in-bits": wrapped(iv_length=96),
    "iv-length-16": wrapped(iv_length=16, iv=b"0123456789abcdef"),
    "info-byte-behind": wrapped(behind=b"\x00"),
    "info-cut": EncryptedDataKey(b"space", wrapped().provider_info[:-1], wrapped().ciphertext),
    "info-name-alone": EncryptedDataKey(b"space", b"name", wrapped().ciphertext),
    "info-empty": EncryptedDataKey(b"space", b"", wrapped().ciphertext),
    "ciphertext-empty": EncryptedDataKey(b"space", wrapped().provider_info, b""),
    "ciphertext-shorter-than-tag": EncryptedDataKey(b"space", wrapped().provider_info, bytes(15)),
    "all-empty": EncryptedDataKey(b"", b"", b""),
}
TRIED = {
    "other-wrapping-key": wrapped(key=bytes(32)),
    "other-context": wrapped(aad=b""),
    "unsorted-context": wrapped(aad=bytes.fromhex("0002 0001 62 0001 32 0001 61 0001 31")),
    "context-with-length": wrapped(aad=b"\x00\x0e" + SERIALIZED),
    "changed": EncryptedDataKey(b"space", wrapped().provider_info, b"\x00" + wrapped().ciphertext[1:]),
    "tag-alone": EncryptedDataKey(b"space", wrapped().provider_info, bytes(16)),
    "other-iv": EncryptedDataKey(b"space", wrapped().provider_info[:-1] + b"x", wrapped().ciphertext),
    "data-key-short": wrapped(DATA_KEY[:16]),
    "data-key-long": wrapped(DATA_KEY + b"D"),
    "data-key-empty": wrapped(b""),
}


@pytest.mark.req(
    "KEY-AES-010",
    "KEY-AES-011",
    "KEY-AES-012",
    "KEY-AES-013",
    "KEY-AES-014",
    "KEY-AES-015",
    "KEY-AES-017",
    "KEY-AES-003",
    "KEY-AES-004",
    "KEY-AES-005",
    "KEY-AES-006",
    "KEY-AES-007",
    "KEY-IFC-003",
    kind="negative",
)
@pytest.mark.req("KEY-IFC-004", "KEY-IFC-005", "KEY-IFC-011", "KEY-IFC-012", "KEY-IFC-019", "KEY-IFC-020", kind="negative")
@each("case", [*NOT_TRIED, *TRIED])
def test_on_decrypt_of_another_key_fails_with_its_reason(case: str) -> None:
    materials = decryption()
    with pytest.raises(DataKeyUnwrapError) as error:
        KEYRING.on_decrypt(materials, [{**NOT_TRIED, **TRIED}[case]])
    assert error.value.code is Code.UNWRAP_FAILED
    assert error.value.path == "header.encrypted_data_keys"
    (attempt,) = error.value.attempts
    assert attempt.edk_index == 0
    assert attempt.tried is (case in TRIED)
    assert attempt.reason
    assert materials == decryption()


@pytest.mark.req("KEY-AES-009", "KEY-AES-017", "KEY-IFC-006", "KEY-IFC-018", "KEY-IFC-004", "KEY-IFC-020")
@each("case", [*NOT_TRIED, *TRIED])
def test_on_decrypt_skips_another_key_and_opens_the_next(case: str) -> None:
    foreign = {**NOT_TRIED, **TRIED}[case]
    never_reached = wrapped(b"E" * 32)
    assert (
        KEYRING.on_decrypt(decryption(), [foreign, foreign, wrapped(), never_reached]).data_key
        == KEYRING.on_decrypt(decryption(), [wrapped()]).data_key
    )


@pytest.mark.req("KEY-IFC-004", "KEY-IFC-019", kind="negative")
def test_on_decrypt_of_many_foreign_keys_gives_an_attempt_for_each() -> None:
    foreign = [*NOT_TRIED.values(), *TRIED.values()]
    with pytest.raises(DataKeyUnwrapError) as error:
        KEYRING.on_decrypt(decryption(), foreign)
    assert [attempt.edk_index for attempt in error.value.attempts] == list(range(len(foreign)))
    assert {attempt.keyring for attempt in error.value.attempts} == {repr(KEYRING)}


@pytest.mark.req("KEY-IFC-004", kind="negative")
def test_on_decrypt_without_any_key_fails() -> None:
    with pytest.raises(DataKeyUnwrapError) as error:
        KEYRING.on_decrypt(decryption(), [])
    assert error.value.attempts == ()


@pytest.mark.req("KEY-AES-011")
def test_on_decrypt_of_names_with_a_shared_beginning_keeps_them_apart() -> None:
    short, long = RawAesKeyring("n", "k1", bytes(16)), RawAesKeyring("n", "k10", bytes(16))
    empty = EncryptionMaterials(suite=SUITE, encryption_context={})
    for maker, other in ((short, long), (long, short)):
        sealed = maker.on_encrypt(empty)
        assert maker.on_decrypt(decryption(context={}), sealed.encrypted_data_keys).data_key == sealed.data_key
        with pytest.raises(DataKeyUnwrapError) as error:
            other.on_decrypt(decryption(context={}), sealed.encrypted_data_keys)
        assert not error.value.attempts[0].tried


@pytest.mark.req("KEY-AES-008", "KEY-AES-020", kind="negative")
@pytest.mark.parametrize("context", [{"k": "v" * 65536}, {"\ud800": "v"}], ids=["too-long", "surrogate"])
def test_context_that_cannot_be_serialised_fails_before_any_key(context: dict[str, str]) -> None:
    for keys in ([wrapped()], [replace(wrapped(), provider_id=b"another")], []):
        with pytest.raises(UsageError) as error:
            KEYRING.on_decrypt(decryption(context=context), keys)
        assert error.value.code is Code.INVALID_ARGUMENT
    with pytest.raises(UsageError):
        KEYRING.on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context=context))


@pytest.mark.req("KEY-IFC-002", kind="negative")
def test_on_decrypt_into_materials_with_a_data_key_is_refused() -> None:
    materials = decryption().with_data_key(DATA_KEY)
    with pytest.raises(MaterialsError) as error:
        KEYRING.on_decrypt(materials, [wrapped()])
    assert error.value.code is Code.MATERIALS_INVALID
    assert materials == replace(materials)


@pytest.mark.req("KEY-AES-002", kind="negative")
@pytest.mark.parametrize("key", [b"", bytes(15), bytes(17), bytes(33), "x" * 32, None], ids=["empty", "15", "17", "33", "text", "none"])
def test_keyring_with_a_bad_wrapping_key_is_refused(key: bytes) -> None:
    with pytest.raises(UsageError) as error:
        RawAesKeyring("n", "k", key)
    assert error.value.code is Code.INVALID_KEY


@pytest.mark.req("KEY-IFC-009", "KEY-IFC-010", kind="negative")
@pytest.mark.parametrize(
    ("namespace", "name"),
    [
        ("aws-kms", "k"),
        ("aws-kms-hierarchy", "k"),
        ("aws-kmsx", "k"),
        (b"n", "k"),
        ("n", None),
        ("\ud800", "k"),
        ("n", "\ud800"),
        ("é" * 32768, "k"),
        ("n", "k" * 65516),
    ],
    ids=["kms", "kms-family", "kms-prefix", "bytes", "none", "surrogate", "name-surrogate", "long-namespace", "long-name"],
)
def test_keyring_with_a_bad_namespace_or_name_is_refused(namespace: str, name: str) -> None:
    with pytest.raises(UsageError) as error:
        RawAesKeyring(namespace, name, bytes(16))
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("KEY-IFC-009", "KEY-IFC-010")
@pytest.mark.parametrize(("namespace", "name"), [("AWS-KMS", "k"), ("", ""), ("n", "k" * 65515)], ids=["upper-case", "empty", "longest"])
def test_keyring_with_an_unusual_name_is_taken(namespace: str, name: str) -> None:
    keyring = RawAesKeyring(namespace, name, bytes(16))
    sealed = keyring.on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context={}))
    assert keyring.on_decrypt(decryption(context={}), sealed.encrypted_data_keys).data_key == sealed.data_key


@pytest.mark.req("KEY-IFC-008", "KEY-AES-004", "KEY-AES-011")
@given(st.binary(max_size=64))
def test_name_of_any_bytes_is_written_as_it_is_and_found_again(name: bytes) -> None:
    drawn = iter([DATA_KEY, b"0123456789ab"])
    keyring = RawAesKeyring("space", name, bytes(range(32)))
    before = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT, random=lambda length: next(drawn))
    assert keyring.on_encrypt(before).encrypted_data_keys == (wrapped(name=name),)
    assert keyring.on_decrypt(decryption(), [wrapped(name=name + b"1"), wrapped(name=name)]).data_key == Secret(DATA_KEY)


@pytest.mark.req("KEY-AES-011", kind="negative")
@pytest.mark.parametrize("other", [b"\xde\xad", b"\xde\xad\xbe\xee", b"deadbeef", b"0xdeadbeef", "\ufffd\ufffd".encode(), b""])
def test_name_that_is_not_utf8_matches_only_itself(other: bytes) -> None:
    keyring = RawAesKeyring("space", bytes.fromhex("deadbeef"), bytes(range(32)))
    with pytest.raises(DataKeyUnwrapError):
        keyring.on_decrypt(decryption(), [wrapped(name=other)])


@pytest.mark.req("KEY-IFC-010")
@pytest.mark.parametrize(("name", "shown"), [("k", "'k'"), ("é", "'é'"), ("a\0", r"'a\x00'"), ("", "''"), ("0xff", "'0xff'")])
def test_name_as_bytes_in_utf8_is_the_same_as_text(name: str, shown: str) -> None:
    keyring = RawAesKeyring("n", name.encode(), bytes(16))
    assert keyring.name == RawAesKeyring("n", name, bytes(16)).name == name
    assert f"name={shown})" in repr(keyring)


def test_name_that_is_not_utf8_is_printed_in_hexadecimal() -> None:
    keyring = RawAesKeyring("n", b"\xfe\xed", bytes(16))
    assert (keyring.name, repr(keyring)) == (b"\xfe\xed", "RawAesKeyring(namespace='n', name=0xfeed)")


@pytest.mark.req("KEY-AES-004")
@pytest.mark.parametrize(("length", "fits"), [(65515, True), (65516, False), (65535, False), (65536, False)])
def test_name_of_bytes_must_fit_with_the_iv(length: int, fits: bool) -> None:
    with nullcontext() if fits else pytest.raises(UsageError, match=r"too long|at most 65535"):
        RawAesKeyring("n", b"\xff" * length, bytes(16))


@pytest.mark.req("KEY-IFC-021")
def test_keyring_printed_shows_its_names_and_no_key() -> None:
    assert repr(RawAesKeyring("n", "k", b"SECRETSECRETSECR")) == "RawAesKeyring(namespace='n', name='k')"
