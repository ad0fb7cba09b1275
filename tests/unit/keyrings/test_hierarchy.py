"""The hierarchical keyring over keys that the test holds: format, matching, cache."""

from __future__ import annotations

import hmac
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from esdkit.caches import LocalCache, StormTrackingCache, SynchronizedCache
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, KeyStoreError, MaterialsError
from esdkit.keyrings import (
    BranchKey,
    BranchKeyStore,
    DecryptionMaterials,
    EncryptedDataKey,
    EncryptionMaterials,
    HierarchicalKeyring,
    StaticBranchKeyStore,
)
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import SUITES
from tests.each import each

SUITE = SUITES[0x0478]
CONTEXT = {"tenant": "blue", "z": "\u00fc"}
FIRST = BranchKey(branch_key_id="key-\u00fc", version=str(uuid.UUID(int=1)), key=Secret(bytes(range(32))))
SECOND = replace(FIRST, version=str(uuid.UUID(int=2)), key=Secret(bytes(range(1, 33))))
OTHER = replace(FIRST, branch_key_id="other")
DATA_KEY = bytes(range(100, 132))
ENCRYPTION = EncryptionMaterials(suite=SUITE, encryption_context=CONTEXT)
DECRYPTION = DecryptionMaterials(suite=SUITE, encryption_context=CONTEXT)


class Store:
    """A store that remembers what it was asked."""

    def __init__(self, logical_name: str = "logical") -> None:
        self.logical_name = logical_name
        self.store = StaticBranchKeyStore([FIRST, SECOND, OTHER])
        self.asked: list[tuple[str, ...]] = []

    def active_branch_key(self, branch_key_id: str) -> BranchKey:
        self.asked.append((branch_key_id,))
        return self.store.active_branch_key(branch_key_id)

    def branch_key_version(self, branch_key_id: str, version: str) -> BranchKey:
        self.asked.append((branch_key_id, version))
        return self.store.branch_key_version(branch_key_id, version)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def keyring(store: BranchKeyStore | None = None, **options: Any) -> HierarchicalKeyring:
    whose = {} if "branch_key_id_supplier" in options else {"branch_key_id": FIRST.branch_key_id}
    return HierarchicalKeyring(Store() if store is None else store, **{"ttl": 60, **whose, **options})


def independently_wrapped(key: BranchKey = FIRST, context: Mapping[str, str] = CONTEXT, data_key: bytes = DATA_KEY) -> EncryptedDataKey:
    """Made without the code under test."""
    salt, iv = bytes(range(16)), bytes(range(12))
    fixed = b"aws-kms-hierarchy\0" + salt + (256).to_bytes(4, "big")
    derived = hmac.digest(key.key.reveal(), b"\0\0\0\1" + fixed, "sha256")
    identifier, version = key.branch_key_id.encode(), uuid.UUID(key.version).bytes
    aad = b"aws-kms-hierarchy" + identifier + version + serialize_encryption_context(context)
    return EncryptedDataKey(b"aws-kms-hierarchy", identifier, salt + iv + version + AESGCM(derived).encrypt(iv, data_key, aad))


# --- format ---


@pytest.mark.req("HIE-WRP-001", "HIE-WRP-003", "HIE-WRP-005", "HIE-DEC-002", "HIE-DEC-003", "HIE-DEC-004", "HIE-DEC-006", "HIE-DEC-007")
@pytest.mark.parametrize("key", [FIRST, SECOND], ids=["active", "older"])
def test_independently_wrapped_key_is_opened(key: BranchKey) -> None:
    assert keyring().on_decrypt(DECRYPTION, [independently_wrapped(key)]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("HIE-ENC-001", "HIE-ENC-002", "HIE-ENC-003", "HIE-WRP-001", "HIE-WRP-002", "HIE-WRP-004")
def test_what_is_wrapped_is_new_each_time_and_opens() -> None:
    sealed = keyring().on_encrypt(keyring().on_encrypt(ENCRYPTION))
    assert sealed.data_key is not None
    one, two = sealed.encrypted_data_keys
    assert (one.provider_id, one.provider_info, len(one.ciphertext)) == (b"aws-kms-hierarchy", FIRST.branch_key_id.encode(), 92)
    assert one.ciphertext[:16] != two.ciphertext[:16]
    assert one.ciphertext[16:28] != two.ciphertext[16:28]
    assert one.ciphertext[28:44] == uuid.UUID(FIRST.version).bytes
    for key in (one, two):
        assert keyring().on_decrypt(DECRYPTION, [key]).data_key == sealed.data_key


@pytest.mark.req("HIE-WRP-002", "HIE-WRP-004")
def test_salt_and_iv_are_new_for_each_data_key_of_one_keyring() -> None:
    one = keyring()
    ciphertexts = [one.on_encrypt(ENCRYPTION).encrypted_data_keys[0].ciphertext for _ in range(4)]
    assert len({ciphertext[:16] for ciphertext in ciphertexts} - {bytes(16)}) == 4
    assert len({ciphertext[16:28] for ciphertext in ciphertexts} - {bytes(12)}) == 4


@given(st.sampled_from(sorted(SUITES)), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3))
def test_round_trip(suite_id: int, context: dict[str, str]) -> None:
    sealed = keyring().on_encrypt(EncryptionMaterials(suite=SUITES[suite_id], encryption_context=context))
    opened = keyring().on_decrypt(DecryptionMaterials(suite=SUITES[suite_id], encryption_context=context), sealed.encrypted_data_keys)
    assert opened.data_key == sealed.data_key


# --- what does not open ---

GOOD = independently_wrapped()


def changed_at(at: int) -> EncryptedDataKey:
    return replace(GOOD, ciphertext=GOOD.ciphertext[:at] + bytes([GOOD.ciphertext[at] ^ 1]) + GOOD.ciphertext[at + 1 :])


def with_version(version: bytes) -> EncryptedDataKey:
    return replace(GOOD, ciphertext=GOOD.ciphertext[:28] + version + GOOD.ciphertext[44:])


REFUSED = {
    "provider": (replace(GOOD, provider_id=b"aws-kms"), False),
    "longer-provider": (replace(GOOD, provider_id=b"aws-kms-hierarchyx"), False),
    "branch-key": (independently_wrapped(OTHER), False),
    "info-not-utf8": (replace(GOOD, provider_info=b"\xff"), False),
    "short": (replace(GOOD, ciphertext=GOOD.ciphertext[:-1]), False),
    "long": (replace(GOOD, ciphertext=GOOD.ciphertext + b"x"), False),
    "empty": (replace(GOOD, ciphertext=b""), False),
    "data-key-of-another-suite": (independently_wrapped(data_key=bytes(16)), False),
    "context": (independently_wrapped(context={"tenant": "red"}), True),
    "unknown-version": (with_version(bytes(16)), False),
    "another-version": (with_version(uuid.UUID(int=2).bytes), True),
    "salt": (changed_at(0), True),
    "iv": (changed_at(16), True),
    "encrypted-key": (changed_at(44), True),
    "tag": (changed_at(91), True),
}


@pytest.mark.req("HIE-DEC-002", "HIE-DEC-003", "HIE-DEC-004", "HIE-DEC-006", "HIE-DEC-007", "HIE-DEC-008", "HIE-WRP-001", kind="negative")
@pytest.mark.req("HIE-WRP-005", "HIE-WRP-003", "HIE-WRP-004", kind="negative")
@pytest.mark.req("HIE-DEC-008")
@each("case", REFUSED)
def test_other_key_is_refused_and_the_next_one_opened(case: str) -> None:
    key, tried = REFUSED[case]
    with pytest.raises(DataKeyUnwrapError) as caught:
        keyring().on_decrypt(DECRYPTION, [key])
    (attempt,) = caught.value.attempts
    assert (attempt.edk_index, attempt.tried) == (0, tried)
    assert keyring().on_decrypt(DECRYPTION, [key, GOOD]) == DECRYPTION.with_data_key(DATA_KEY)


@pytest.mark.req("HIE-DEC-001")
@pytest.mark.req("HIE-DEC-001", kind="negative")
def test_materials_with_a_data_key_are_refused() -> None:
    with pytest.raises(MaterialsError):
        keyring().on_decrypt(DECRYPTION.with_data_key(DATA_KEY), [GOOD])


@pytest.mark.req("HIE-ENC-004")
@pytest.mark.req("HIE-ENC-004", kind="negative")
def test_branch_key_that_is_missing_ends_encryption() -> None:
    with pytest.raises(KeyStoreError) as caught:
        keyring(branch_key_id="none").on_encrypt(ENCRYPTION)
    assert caught.value.code is Code.BRANCH_KEY_MISSING


class Odd(Store):
    """A store that gives other keys than it is asked for."""

    def branch_key_version(self, branch_key_id: str, version: str) -> BranchKey:
        return SECOND

    def active_branch_key(self, branch_key_id: str) -> BranchKey:
        return OTHER


@pytest.mark.req("HIE-DEC-005", "HIE-ENC-002", kind="negative")
@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_store_that_gives_another_key_is_refused(way: str) -> None:
    with pytest.raises(MaterialsError) as caught:
        keyring(Odd()).on_encrypt(ENCRYPTION) if way == "encrypt" else keyring(Odd()).on_decrypt(DECRYPTION, [GOOD])
    assert caught.value.code is Code.MATERIALS_INVALID


# --- which branch key ---


@pytest.mark.req("HIE-INI-002")
def test_supplier_chooses_by_the_context() -> None:
    seen: list[str] = []

    def supplier(context: Mapping[str, str]) -> str:
        seen.append(context["tenant"])
        return {"blue": FIRST.branch_key_id, "red": "other"}[context["tenant"]]

    chosen = keyring(branch_key_id_supplier=supplier)
    sealed = chosen.on_encrypt(EncryptionMaterials(suite=SUITE, encryption_context={"tenant": "red"}))
    assert sealed.encrypted_data_keys[0].provider_info == b"other"
    materials = DecryptionMaterials(suite=SUITE, encryption_context={"tenant": "red"})
    assert chosen.on_decrypt(materials, sealed.encrypted_data_keys).data_key == sealed.data_key
    assert seen == ["red", "red"]
    assert chosen.on_decrypt(DECRYPTION, [GOOD]).data_key == Secret(DATA_KEY)


WRONG: dict[str, Callable[[], object]] = {
    "no-store": lambda: HierarchicalKeyring(None, ttl=1, branch_key_id="k"),  # type: ignore[arg-type]  # no store
    "neither": lambda: HierarchicalKeyring(Store(), ttl=1),
    "both": lambda: HierarchicalKeyring(Store(), ttl=1, branch_key_id="k", branch_key_id_supplier=lambda context: "k"),
    "empty-id": lambda: HierarchicalKeyring(Store(), ttl=1, branch_key_id=""),
    "no-ttl": lambda: HierarchicalKeyring(Store(), ttl=0, branch_key_id="k"),
    "negative-ttl": lambda: HierarchicalKeyring(Store(), ttl=-1, branch_key_id="k"),
    "no-cache": lambda: HierarchicalKeyring(Store(), ttl=1, branch_key_id="k", cache={}),  # type: ignore[arg-type]  # no cache
    "grace-period": lambda: keyring(ttl=10, cache=StormTrackingCache(10)),
    "null-in-partition": lambda: HierarchicalKeyring(Store(), ttl=1, branch_key_id="k", partition_id="a\0b"),
    "supplier-gives-nothing": lambda: HierarchicalKeyring(Store(), ttl=1, branch_key_id_supplier=lambda context: "").on_encrypt(ENCRYPTION),
}


@pytest.mark.req("HIE-INI-001", "HIE-INI-002", "HIE-INI-003", "HIE-INI-006", kind="negative")
@pytest.mark.parametrize("case", WRONG)
def test_wrong_arguments_are_refused(case: str) -> None:
    with pytest.raises(EsdkError) as caught:
        WRONG[case]()
    assert caught.value.code is Code.INVALID_ARGUMENT


# --- cache ---


@pytest.mark.req("HIE-INI-001", "HIE-INI-003", "HIE-INI-004", "HIE-CAC-001", "HIE-ENC-002", "HIE-DEC-005")
def test_branch_key_is_fetched_once_until_it_is_too_old() -> None:
    store, clock = Store(), Clock()
    kept = keyring(store, cache=LocalCache(10, clock=clock), ttl=5)
    for _ in range(3):
        kept.on_encrypt(ENCRYPTION)
        kept.on_decrypt(DECRYPTION, [GOOD])
    assert store.asked == [(FIRST.branch_key_id,), (FIRST.branch_key_id, FIRST.version)]
    clock.now = 5.1
    kept.on_encrypt(ENCRYPTION)
    kept.on_decrypt(DECRYPTION, [GOOD])
    assert len(store.asked) == 4
    default = keyring(once := Store())
    for _ in range(3):
        default.on_encrypt(ENCRYPTION)
    assert len(once.asked) == 1


@pytest.mark.req("HIE-INI-006")
def test_cache_that_tracks_storms_keeps_branch_keys_for_longer_than_its_grace_period() -> None:
    store = Store()
    kept = keyring(store, ttl=10, cache=StormTrackingCache(10, grace_period=5, inflight_ttl=5))
    for _ in range(3):
        kept.on_encrypt(ENCRYPTION)
    assert len(store.asked) == 1


@pytest.mark.req("HIE-CAC-001", kind="negative")
def test_cache_that_keeps_nothing_asks_each_time() -> None:
    store = Store()
    forgetful = keyring(store, cache=LocalCache(0))
    for _ in range(3):
        forgetful.on_encrypt(ENCRYPTION)
    assert len(store.asked) == 3


@pytest.mark.req("HIE-CAC-002", "HIE-INI-005")
@pytest.mark.req("HIE-CAC-002", "HIE-INI-005", kind="negative")
def test_only_one_partition_and_store_share_entries() -> None:
    cache = SynchronizedCache(100)
    store = Store()
    for _ in range(2):
        keyring(store, cache=cache, partition_id="p").on_encrypt(ENCRYPTION)
    assert len(store.asked) == 1
    for _ in range(2):
        keyring(store, cache=cache).on_encrypt(ENCRYPTION)
    assert len(store.asked) == 3
    elsewhere = Store("another")
    keyring(elsewhere, cache=cache, partition_id="p").on_encrypt(ENCRYPTION)
    assert len(elsewhere.asked) == 1


@pytest.mark.req("HIE-CAC-003")
@pytest.mark.req("HIE-CAC-003", kind="negative")
def test_entry_of_a_shared_cache_is_not_used_beyond_the_own_time() -> None:
    clock = Clock()
    cache = LocalCache(10, clock=clock)
    store = Store()
    patient, hasty = (keyring(store, cache=cache, partition_id="p", ttl=ttl) for ttl in (60, 5))
    patient.on_encrypt(ENCRYPTION)
    clock.now = 5
    hasty.on_encrypt(ENCRYPTION)
    assert len(store.asked) == 1
    clock.now = 6
    patient.on_encrypt(ENCRYPTION)
    assert len(store.asked) == 1
    hasty.on_encrypt(ENCRYPTION)
    assert len(store.asked) == 2


def test_keyring_shows_no_key() -> None:
    shown = repr(keyring(StaticBranchKeyStore([FIRST])))
    assert FIRST.key.reveal().hex() not in shown
    assert FIRST.branch_key_id in shown
