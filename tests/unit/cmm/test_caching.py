"""The caching CMM: what is asked anew and what is not, limits that hold among threads, and that no policy is passed by."""

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import esdkit
from esdkit.caches import Entry, LocalCache, SynchronizedCache
from esdkit.cmm import (
    CachingCmm,
    CommitmentPolicy,
    CryptographicMaterialsManager,
    DecryptionRequest,
    DefaultCmm,
    EncryptionRequest,
    RequiredEncryptionContextCmm,
)
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError, MaterialsError, PolicyError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptedDataKey, EncryptionMaterials, RawAesKeyring
from esdkit.spec import SUITES, Suite
from tests.each import each

FORBID = CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT
ALLOW = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT
REQUIRE = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
AES = RawAesKeyring("space", "name", bytes(32))
CONTEXT = {"a": "1", "b": "2"}
SERIALIZED = b"\0\2\0\1a\0\1" + b"1\0\1b\0\1" + b"2"
SIGNED, UNSIGNED = SUITES[0x0578], SUITES[0x0478]
IDENTITY = [suite for suite in SUITES.values() if suite.kdf == "identity"]
DERIVING = [suite for suite in SUITES.values() if suite.kdf != "identity"]


def by_id(suite: Suite) -> str:
    return suite.hex_id


@dataclass
class Time:
    """A clock that stands until a test moves it."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


class Noting(LocalCache):
    """A cache that notes under which identifiers it was given something."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self.identifiers: list[bytes] = []

    def put(self, identifier: bytes, materials: object, time_to_live: float, **usage: int) -> None:
        self.identifiers.append(identifier)
        super().put(identifier, materials, time_to_live, **usage)


@dataclass
class Watched:
    """A CMM that notes its requests and passes them on, and may change the answer."""

    cmm: CryptographicMaterialsManager = field(default_factory=lambda: DefaultCmm(AES))
    change: Callable[[Any], Any] = lambda materials: materials
    requests: list[Any] = field(default_factory=list)

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        self.requests.append(request)
        materials: EncryptionMaterials = self.change(self.cmm.get_encryption_materials(request))
        return materials

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        self.requests.append(request)
        materials: DecryptionMaterials = self.change(self.cmm.decrypt_materials(request))
        return materials


class Counted:
    """A keyring that counts its calls."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self._lock = threading.Lock()

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        with self._lock:
            self.calls["encrypt"] += 1
        return AES.on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        with self._lock:
            self.calls["decrypt"] += 1
        return AES.on_decrypt(materials, encrypted_data_keys)


def caching(underlying: Watched, cache: LocalCache | None = None, **options: Any) -> CachingCmm:
    return CachingCmm(underlying, **{"cache": LocalCache(10) if cache is None else cache, "max_age": 60, **options})


def writing(suite: Suite | None = UNSIGNED, length: int | None = 10, context: dict[str, str] | None = None) -> EncryptionRequest:
    policy = REQUIRE if suite is None or suite.commitment else FORBID
    return EncryptionRequest(
        encryption_context=CONTEXT if context is None else context, commitment_policy=policy, suite=suite, max_plaintext_length=length
    )


def reading(written: EncryptionMaterials, policy: CommitmentPolicy = ALLOW) -> DecryptionRequest:
    stored = {key: value for key, value in written.encryption_context.items() if key not in written.required_context_keys}
    return DecryptionRequest(
        suite=written.suite,
        commitment_policy=policy,
        encrypted_data_keys=written.encrypted_data_keys,
        encryption_context=stored,
    )


def written_by(suite: Suite = UNSIGNED, context: dict[str, str] | None = None) -> EncryptionMaterials:
    return DefaultCmm(AES).get_encryption_materials(writing(suite, context=context))


# --- what it is made of ---


@pytest.mark.req("CMM-CAC-001", "CMM-CAC-002")
def test_cmm_of_a_keyring_asks_it_through_a_default_cmm() -> None:
    keyring = Counted()
    cmm = CachingCmm(keyring=keyring, cache=LocalCache(10), max_age=60)
    first, second = (cmm.get_encryption_materials(writing(SIGNED)) for _ in range(2))
    assert "aws-crypto-public-key" in first.encryption_context
    assert (first.data_key, keyring.calls["encrypt"]) == (second.data_key, 1)


@pytest.mark.req("CMM-CAC-001", "CMM-CAC-003", "CMM-CAC-006", "CMM-CAC-007", "CMM-CAC-023", kind="negative")
@each(
    "options",
    [
        {},
        {"underlying": DefaultCmm(AES), "keyring": AES},
        {"underlying": AES},
        {"keyring": DefaultCmm(AES)},
        {"keyring": AES, "cache": None},
        {"keyring": AES, "cache": {}},
        {"keyring": AES, "max_age": 0},
        {"keyring": AES, "max_age": -1},
        {"keyring": AES, "max_age": float("nan")},
        {"keyring": AES, "max_age": "60"},
        {"keyring": AES, "max_messages": 0},
        {"keyring": AES, "max_messages": 2**32 + 1},
        {"keyring": AES, "max_messages": 1.0},
        {"keyring": AES, "max_bytes": 0},
        {"keyring": AES, "max_bytes": 2**63},
        {"keyring": AES, "max_bytes": True},
        {"keyring": AES, "partition_id": b"p"},
        {"keyring": AES, "partition_id": "a\0b"},
        {"keyring": AES, "entry_ids": "md5"},
    ],
    ids=lambda options: ",".join(f"{key}={value}" for key, value in options.items() if key != "keyring" or len(options) == 1) or "nothing",
)
def test_cmm_with_an_unusable_argument_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as error:
        CachingCmm(**{"cache": LocalCache(1), "max_age": 60, **options})
    assert error.value.code is Code.INVALID_ARGUMENT


# --- encrypting: hits and misses ---


@pytest.mark.req("CMM-CAC-009", "CMM-CAC-011", "CMM-CAC-014")
@pytest.mark.parametrize("suite", [None, *DERIVING], ids=lambda suite: "none" if suite is None else suite.hex_id)
def test_encryption_materials_are_asked_for_once(suite: Suite | None) -> None:
    underlying = Watched()
    cmm = caching(underlying, max_bytes=1000)
    answers = [cmm.get_encryption_materials(writing(suite, length)) for length in (10, 0, 900)]
    assert underlying.requests == [replace(writing(suite), max_plaintext_length=1000)]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0].suite == (suite or SIGNED)
    assert (answers[0].signing_key is not None) == answers[0].suite.signed


@pytest.mark.req("CMM-CAC-010", "CMM-CAC-009")
def test_encryption_materials_of_a_context_in_another_order_are_the_same() -> None:
    underlying = Watched()
    cmm = caching(underlying)
    cmm.get_encryption_materials(writing(context={"a": "1", "b": "2"}))
    cmm.get_encryption_materials(writing(context={"b": "2", "a": "1"}))
    assert len(underlying.requests) == 1


@pytest.mark.req("CMM-CAC-010", kind="negative")
def test_encryption_materials_of_another_request_are_others() -> None:
    underlying = Watched()
    cmm = caching(underlying)
    requests = [writing(), writing(SIGNED), writing(None), writing(context={}), writing(context={"a": "1"}), writing(context={"a": "12"})]
    keys = [cmm.get_encryption_materials(request).data_key for request in requests]
    assert len(underlying.requests) == len(requests)
    assert all(keys.count(key) == 1 for key in keys)
    assert [cmm.get_encryption_materials(request).data_key for request in requests] == keys


@pytest.mark.req("CMM-CAC-008")
@pytest.mark.parametrize("suite", IDENTITY, ids=by_id)
def test_encryption_materials_of_a_suite_without_derivation_are_never_cached(suite: Suite) -> None:
    underlying, cache = Watched(), LocalCache(10)
    cmm = caching(underlying, cache)
    keys = [cmm.get_encryption_materials(writing(suite)).data_key for _ in range(3)]
    assert underlying.requests == [writing(suite)] * 3
    assert (keys[0] != keys[1], len(cache)) == (True, 0)


@pytest.mark.req("CMM-CAC-008")
def test_encryption_materials_of_a_suite_without_derivation_that_the_underlying_cmm_chose_are_not_cached() -> None:
    class Chooses(Watched):
        def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
            return super().get_encryption_materials(replace(request, suite=IDENTITY[0]))

    underlying, cache = Chooses(), LocalCache(10)
    request = replace(writing(None), commitment_policy=FORBID)
    cmm = caching(underlying, cache)
    assert [cmm.get_encryption_materials(request).suite for _ in range(2)] == [IDENTITY[0]] * 2
    assert (len(underlying.requests), len(cache)) == (2, 0)


@pytest.mark.req("CMM-CAC-013", "CMM-CAC-019", "CMM-CAC-020", "CMM-CAC-021")
@pytest.mark.parametrize(
    "request_",
    [
        writing(length=None),
        writing(length=1001),
        replace(writing(), required_context_keys=frozenset("a")),
        replace(writing(), random=lambda length: b"r" * length),
    ],
    ids=["unknown-length", "too-long", "required-keys", "random"],
)
def test_encryption_request_that_no_entry_answers_goes_by_the_cache(request_: EncryptionRequest) -> None:
    underlying, cache = Watched(), LocalCache(10)
    cmm = caching(underlying, cache, max_bytes=1000)
    kept = cmm.get_encryption_materials(writing())
    for _ in range(2):
        assert cmm.get_encryption_materials(request_).encrypted_data_keys != kept.encrypted_data_keys
    assert underlying.requests[1:] == [request_] * 2
    assert len(cache) == 1
    assert cmm.get_encryption_materials(writing()) == kept


@pytest.mark.req("CMM-CAC-003", "CMM-CAC-009")
def test_encryption_materials_are_asked_for_again_when_they_are_too_old() -> None:
    underlying, time = Watched(), Time()
    cmm = caching(underlying, LocalCache(10, clock=time), max_age=60)
    first = cmm.get_encryption_materials(writing())
    time.now += 59
    assert cmm.get_encryption_materials(writing()) == first
    time.now += 1
    assert cmm.get_encryption_materials(writing()) != first
    assert len(underlying.requests) == 2


@pytest.mark.req("CMM-CAC-003", "CMM-CAC-005", kind="negative")
@pytest.mark.parametrize("decrypt", [False, True], ids=["encrypt", "decrypt"])
def test_materials_of_a_shared_partition_are_no_older_than_the_asking_cmm_allows(decrypt: bool) -> None:
    time = Time()
    cache = LocalCache(10, clock=time)
    patient, hasty = Watched(), Watched()
    slow, quick = caching(patient, cache, max_age=60, partition_id="p"), caching(hasty, cache, max_age=5, partition_id="p")
    request = reading(written_by())

    def ask(cmm: CachingCmm) -> object:
        return cmm.decrypt_materials(request) if decrypt else cmm.get_encryption_materials(writing())

    ask(slow)
    time.now += 4.5
    ask(quick)
    assert (len(patient.requests), len(hasty.requests)) == (1, 0)
    time.now += 0.5
    ask(quick)
    ask(slow)
    assert (len(patient.requests), len(hasty.requests)) == (1, 1)


@pytest.mark.req("CMM-CAC-004", "CMM-CAC-005")
@pytest.mark.parametrize(("partitions", "calls"), [(("p", "p"), 1), (("p", "q"), 2), ((None, None), 2), (("p", None), 2)])
@pytest.mark.parametrize("entry_ids", ["sha384", "sha512"])
def test_cmms_on_one_cache_share_entries_when_their_partition_is_one(partitions: tuple[Any, Any], calls: int, entry_ids: str) -> None:
    underlying, cache = Watched(), LocalCache(10)
    for partition in partitions:
        caching(underlying, cache, partition_id=partition, entry_ids=entry_ids).get_encryption_materials(writing())
    assert len(underlying.requests) == calls


@pytest.mark.req("CMM-CAC-009", kind="negative")
def test_encryption_that_the_underlying_cmm_refuses_stores_nothing() -> None:
    underlying, cache = Watched(), LocalCache(10)
    with pytest.raises(UsageError):
        caching(underlying, cache).get_encryption_materials(writing(context={"aws-crypto-x": "1"}))
    assert len(cache) == 0


# --- encrypting: limits ---


@pytest.mark.req("CMM-CAC-007", "CMM-CAC-011", "CMM-CAC-012")
def test_data_key_encrypts_as_many_messages_as_the_limit() -> None:
    underlying = Watched()
    cmm = caching(underlying, max_messages=3)
    keys = [cmm.get_encryption_materials(writing()).encrypted_data_keys for _ in range(7)]
    assert list(Counter(keys).values()) == [3, 3, 1]


@pytest.mark.req("CMM-CAC-006", "CMM-CAC-011", "CMM-CAC-012")
def test_data_key_encrypts_as_many_bytes_as_the_limit() -> None:
    cmm = caching(Watched(), max_bytes=100)
    lengths = [40, 60, 0, 1, 100, 100]
    keys = [cmm.get_encryption_materials(writing(length=length)).encrypted_data_keys for length in lengths]
    assert [keys.index(key) for key in keys] == [0, 0, 0, 3, 4, 5]


@pytest.mark.req("CMM-CAC-006", "CMM-CAC-007")
def test_limits_are_those_of_the_framework_when_none_are_given() -> None:
    cmm, cache = Watched(), Noting(10)
    writer = caching(cmm, cache, partition_id="p")
    written = writer.get_encryption_materials(writing())
    assert cmm.requests[0].max_plaintext_length == 2**63 - 1
    (identifier,) = cache.identifiers
    cache.put(identifier, written, 60, messages=2**32 - 1, plaintext_length=2**63 - 2)
    assert writer.get_encryption_materials(writing(length=1)) == written
    assert writer.get_encryption_materials(writing(length=0)) != written


@pytest.mark.req("CMM-CAC-012", "CMM-CAC-007")
@pytest.mark.parametrize("max_messages", [1, 7, 500, 2**32])
def test_data_key_encrypts_no_more_messages_than_the_limit_among_threads(max_messages: int) -> None:
    """Eight threads that find an entry used up at once may each ask for a new one: seven more than one alone would."""
    threads, messages = 8, 2_000
    keyring = Counted()
    cmm = CachingCmm(keyring=keyring, cache=SynchronizedCache(10), max_age=3600, max_messages=max_messages)
    start = threading.Barrier(threads)

    def work(_: int) -> list[tuple[EncryptedDataKey, ...]]:
        start.wait()
        return [cmm.get_encryption_materials(writing()).encrypted_data_keys for _ in range(messages)]

    with ThreadPoolExecutor(threads) as pool:
        uses = Counter(key for keys in pool.map(work, range(threads)) for key in keys)
    assert sum(uses.values()) == threads * messages
    assert max(uses.values()) <= max_messages
    needed = -(-threads * messages // max_messages)
    used_up = sum(count == max_messages for count in uses.values())
    assert len(uses) == keyring.calls["encrypt"] >= needed
    assert keyring.calls["encrypt"] <= threads * (used_up + 1)


class Overtaken(LocalCache):
    """A cache into which another thread puts new materials just after a used-up entry was handed out."""

    fresh: EncryptionMaterials | None = None

    def get(self, identifier: bytes) -> Entry | None:
        entry = super().get(identifier)
        if entry is not None and self.fresh is not None:
            self.put(identifier, self.fresh, 60)
            self.fresh = None
        return entry


@pytest.mark.req("CMM-CAC-009", "CMM-CAC-012")
def test_materials_that_another_thread_put_meanwhile_are_used_and_not_let_go() -> None:
    underlying, cache = Watched(), Overtaken(10)
    cmm = caching(underlying, cache, max_messages=1)
    cmm.get_encryption_materials(writing())
    fresh = cache.fresh = written_by()
    assert cmm.get_encryption_materials(writing()) == fresh
    assert len(underlying.requests) == 1


# --- decrypting ---


@pytest.mark.req("CMM-CAC-009", "CMM-CAC-017")
@pytest.mark.parametrize("suite", DERIVING, ids=by_id)
def test_decryption_materials_are_asked_for_once(suite: Suite) -> None:
    underlying = Watched()
    cmm = caching(underlying, max_messages=1, max_bytes=1)
    request = reading(written_by(suite))
    answers = [cmm.decrypt_materials(request) for _ in range(3)]
    assert underlying.requests == [request]
    assert answers == [DefaultCmm(AES).decrypt_materials(request)] * 3


@pytest.mark.req("CMM-CAC-016", "CMM-CAC-017")
def test_decryption_materials_of_keys_and_context_in_another_order_are_the_same() -> None:
    underlying = Watched()
    cmm = caching(underlying)
    first, second = written_by().encrypted_data_keys, written_by().encrypted_data_keys
    request = replace(reading(written_by()), encrypted_data_keys=first + second)
    cmm.decrypt_materials(request)
    cmm.decrypt_materials(replace(request, encrypted_data_keys=second + first, encryption_context={"b": "2", "a": "1"}))
    assert len(underlying.requests) == 1


@pytest.mark.req("CMM-CAC-016", kind="negative")
def test_decryption_materials_of_another_request_are_others() -> None:
    underlying = Watched()
    cmm = caching(underlying)
    one = written_by()
    request = reading(one)
    requests = [
        request,
        replace(request, suite=SUITES[0x0178]),
        replace(request, encrypted_data_keys=one.encrypted_data_keys * 2),
        replace(request, encrypted_data_keys=written_by().encrypted_data_keys),
        reading(written_by(context={"a": "1"})),
    ]
    for asked in (*requests, *requests):
        assert cmm.decrypt_materials(asked) == DefaultCmm(AES).decrypt_materials(asked)
    assert underlying.requests == requests


@pytest.mark.req("CMM-CAC-016", kind="negative")
def test_decryption_of_the_same_keys_in_another_context_is_not_answered_from_the_cache() -> None:
    cmm = caching(Watched())
    request = reading(written_by())
    cmm.decrypt_materials(request)
    with pytest.raises(DataKeyUnwrapError):
        cmm.decrypt_materials(replace(request, encryption_context={"a": "1"}))


@pytest.mark.req("CMM-CAC-015")
@pytest.mark.parametrize("suite", IDENTITY, ids=by_id)
def test_decryption_materials_of_a_suite_without_derivation_are_never_cached(suite: Suite) -> None:
    underlying, cache = Watched(), LocalCache(10)
    cmm = caching(underlying, cache)
    request = reading(written_by(suite))
    for _ in range(2):
        cmm.decrypt_materials(request)
    assert (underlying.requests, len(cache)) == ([request] * 2, 0)


@pytest.mark.req("CMM-CAC-020")
@pytest.mark.parametrize("reproduced", [{"a": "1"}, {"a": "1", "b": "2"}], ids=["one", "all"])
def test_decryption_with_a_reproduced_context_goes_by_the_cache(reproduced: dict[str, str]) -> None:
    underlying, cache = Watched(), LocalCache(10)
    cmm = caching(underlying, cache)
    request = replace(reading(written_by()), reproduced_encryption_context=reproduced)
    for _ in range(2):
        cmm.decrypt_materials(request)
    assert (underlying.requests, len(cache)) == ([request] * 2, 0)


@pytest.mark.req("CMM-CAC-020", kind="negative")
def test_decryption_that_is_cached_still_compares_a_reproduced_context() -> None:
    cmm = caching(Watched())
    request = reading(written_by())
    cmm.decrypt_materials(request)
    with pytest.raises(EsdkError) as error:
        cmm.decrypt_materials(replace(request, reproduced_encryption_context={"a": "2"}))
    assert error.value.code is Code.ENCRYPTION_CONTEXT_MISMATCH


@pytest.mark.req("CMM-CAC-020", kind="negative")
def test_required_key_below_is_demanded_although_the_materials_are_at_hand() -> None:
    """The other CMM saw the key once; a request without it must not find what that one was answered."""
    cmm = caching(Watched(RequiredEncryptionContextCmm({"a"}, AES)))
    request = reading(written_by())
    cmm.decrypt_materials(replace(request, reproduced_encryption_context={"a": "1"}))
    with pytest.raises(MaterialsError) as error:
        cmm.decrypt_materials(request)
    assert error.value.code is Code.REQUIRED_CONTEXT_MISSING


@pytest.mark.req("CMM-CAC-009")
def test_required_keys_below_stay_with_cached_encryption_materials() -> None:
    underlying = Watched(RequiredEncryptionContextCmm({"a"}, AES))
    cmm = caching(underlying)
    assert [cmm.get_encryption_materials(writing()).required_context_keys for _ in range(2)] == [frozenset("a")] * 2
    assert len(underlying.requests) == 1


@pytest.mark.req("CMM-CAC-024")
def test_decryption_of_a_message_with_the_id_of_another_is_a_miss() -> None:
    """The context of one message can be read as a data key and the context of another."""
    underlying, cache = Watched(), Noting(10)
    cmm = caching(underlying, cache)
    one = reading(written_by())
    other = reading(written_by(context={"c": "3"}))
    cmm.decrypt_materials(one)
    (identifier,) = cache.identifiers
    cmm.decrypt_materials(other)
    cache.put(identifier, DefaultCmm(AES).decrypt_materials(other), 60)  # as if both had the same id
    assert cmm.decrypt_materials(one) == DefaultCmm(AES).decrypt_materials(one)
    assert underlying.requests == [one, other, one]


# --- policy ---


@pytest.mark.req("CMM-CAC-018", kind="negative")
@pytest.mark.parametrize("suite", [suite for suite in SUITES.values() if not suite.commitment], ids=by_id)
def test_cached_decryption_materials_do_not_pass_the_policy_by(suite: Suite) -> None:
    cmm = caching(Watched())
    written = written_by(suite)
    for policy in (FORBID, ALLOW):
        cmm.decrypt_materials(reading(written, policy))
    with pytest.raises(PolicyError) as error:
        cmm.decrypt_materials(reading(written, REQUIRE))
    assert error.value.code is Code.POLICY_VIOLATION


@pytest.mark.req("CMM-CAC-018", kind="negative")
@pytest.mark.parametrize("suite", SUITES.values(), ids=by_id)
def test_cached_encryption_materials_do_not_pass_the_policy_by(suite: Suite) -> None:
    underlying = Watched()
    cmm = caching(underlying)
    cmm.get_encryption_materials(writing(suite))
    for policy in (FORBID,) if suite.commitment else (ALLOW, REQUIRE):
        with pytest.raises(PolicyError) as error:
            cmm.get_encryption_materials(replace(writing(suite), commitment_policy=policy))
        assert error.value.code is Code.POLICY_VIOLATION
    assert len(underlying.requests) == 1


@pytest.mark.req("CMM-CAC-018")
def test_default_suite_of_another_policy_is_asked_for_anew() -> None:
    underlying = Watched()
    cmm = caching(underlying)
    suites = [cmm.get_encryption_materials(replace(writing(None), commitment_policy=policy)).suite for policy in (FORBID, REQUIRE, ALLOW)]
    assert suites == [SUITES[0x0378], SIGNED, SIGNED]
    assert len(underlying.requests) == 2


@pytest.mark.req("CMM-CAC-018", kind="negative")
def test_message_whose_materials_are_cached_is_refused_by_a_client_that_requires_commitment() -> None:
    cmm = CachingCmm(keyring=AES, cache=LocalCache(10), max_age=60)
    old = esdkit.Client(commitment_policy=FORBID)
    message, _ = old.encrypt(source=b"plaintext", cmm=cmm, algorithm=0x0178)
    assert old.decrypt(source=message, cmm=cmm)[0] == b"plaintext"
    with pytest.raises(PolicyError):
        esdkit.Client(commitment_policy=REQUIRE).decrypt(source=message, cmm=cmm)
    with pytest.raises(PolicyError):
        esdkit.Client(commitment_policy=REQUIRE).encrypt(source=b"plaintext", cmm=cmm, algorithm=0x0178)


# --- what is handed out ---


def test_client_calls_the_keyring_once_for_many_messages() -> None:
    keyring = Counted()
    cmm = CachingCmm(keyring=keyring, cache=LocalCache(10), max_age=60)
    messages = [esdkit.encrypt(source=text, cmm=cmm, encryption_context=CONTEXT) for text in (b"one", b"two", b"three")]
    assert len({header.message_id for _, header in messages}) == len({header.suite_data for _, header in messages}) == 3
    assert [esdkit.decrypt(source=message, cmm=cmm)[0] for message, _ in messages] == [b"one", b"two", b"three"]
    assert [esdkit.decrypt(source=message, keyring=AES)[0] for message, _ in messages] == [b"one", b"two", b"three"]
    assert keyring.calls == {"encrypt": 1, "decrypt": 1}


@pytest.mark.req("CMM-CAC-022")
@pytest.mark.parametrize("decrypt", [False, True], ids=["encrypt", "decrypt"])
def test_cached_materials_do_not_change_with_what_the_underlying_cmm_made_them_of(decrypt: bool) -> None:
    living: list[dict[str, str]] = []

    def alive(materials: EncryptionMaterials | DecryptionMaterials) -> object:
        living.append(dict(materials.encryption_context))
        return replace(materials, encryption_context=MappingProxyType(living[-1]))

    cmm = caching(Watched(change=alive))
    request = reading(written_by())

    def ask() -> EncryptionMaterials | DecryptionMaterials:
        return cmm.decrypt_materials(request) if decrypt else cmm.get_encryption_materials(writing())

    first = ask()
    living[0]["a"] = "changed"
    assert first.encryption_context["a"] == ask().encryption_context["a"] == "1"
    assert len(living) == 1
    with pytest.raises(TypeError):
        first.encryption_context["a"] = "changed"  # type: ignore[index]  # that it cannot be done is what is shown


@pytest.mark.parametrize("decrypt", [False, True], ids=["encrypt", "decrypt"])
def test_underlying_cmm_that_returns_nonsense_is_refused(decrypt: bool) -> None:
    cache = LocalCache(10)
    cmm = caching(Watched(change=lambda materials: "nonsense"), cache)
    with pytest.raises(MaterialsError) as error:
        cmm.decrypt_materials(reading(written_by())) if decrypt else cmm.get_encryption_materials(writing())
    assert (error.value.code, len(cache)) == (Code.MATERIALS_INVALID, 0)


class Wrong:
    """A cache that answers everything with the same thing and forgets nothing."""

    def __init__(self, materials: object) -> None:
        self.clock = Time()
        self.entry = Entry(materials, 100.0, 200.0, messages=1)

    def put(self, identifier: bytes, materials: object, time_to_live: float, *, messages: int = 0, plaintext_length: int = 0) -> None:
        pass

    def get(self, identifier: bytes) -> Entry | None:
        return self.entry

    def delete(self, identifier: bytes, entry: Entry | None = None) -> None:
        pass


@pytest.mark.parametrize("decrypt", [False, True], ids=["encrypt", "decrypt"])
def test_cache_that_hands_out_nonsense_is_refused(decrypt: bool) -> None:
    cmm = CachingCmm(keyring=AES, cache=Wrong("nonsense"), max_age=60)
    with pytest.raises(MaterialsError) as error:
        cmm.decrypt_materials(reading(written_by())) if decrypt else cmm.get_encryption_materials(writing())
    assert error.value.code is Code.MATERIALS_INVALID


@pytest.mark.req("CMM-CAC-007", kind="negative")
def test_cache_that_forgets_nothing_does_not_lengthen_the_use_of_a_key() -> None:
    used = written_by()
    cmm = CachingCmm(keyring=AES, cache=Wrong(used), max_age=60, max_messages=1)
    keys = [cmm.get_encryption_materials(writing()).encrypted_data_keys for _ in range(3)]
    assert len({used.encrypted_data_keys, *keys}) == 4


# --- ids ---


class Noted(LocalCache):
    """A cache that notes the ids it is asked for."""

    def __init__(self) -> None:
        super().__init__(10)
        self.asked: list[bytes] = []

    def get(self, identifier: bytes) -> Entry | None:
        self.asked.append(identifier)
        return super().get(identifier)


def asked_id(request: EncryptionRequest | DecryptionRequest, entry_ids: str) -> bytes:
    cache = Noted()
    cmm = caching(Watched(), cache, partition_id="päß", entry_ids=entry_ids)
    if isinstance(request, EncryptionRequest):
        cmm.get_encryption_materials(request)
    else:
        cmm.decrypt_materials(request)
    return cache.asked[0]


PARTITION = "päß".encode()
READ = replace(reading(written_by()), encrypted_data_keys=(*written_by().encrypted_data_keys, EncryptedDataKey(b"z", b"info", b"c")))


def entry_bytes(key: EncryptedDataKey) -> bytes:
    return b"".join(len(part).to_bytes(2, "big") + part for part in (key.provider_id, key.provider_info, key.ciphertext))


@pytest.mark.req("CMM-CAC-010", "CMM-CAC-016", "CMC-IDS-001")
def test_ids_are_those_of_the_framework() -> None:
    keys = b"".join(sorted(map(entry_bytes, READ.encrypted_data_keys)))
    expected: dict[bytes, EncryptionRequest | DecryptionRequest] = {
        b"\1\0\1\0" + PARTITION + b"\0\0\0" + SERIALIZED: writing(None),
        b"\1\0\1\0" + PARTITION + b"\0\0\0": writing(None, context={}),
        b"\1\0\1\0" + PARTITION + b"\0\1\0\x04\x78\0" + SERIALIZED: writing(UNSIGNED),
        b"\1\0\2\0" + PARTITION + b"\0\x04\x78\0" + keys + b"\0" + SERIALIZED: READ,
    }
    for data, request in expected.items():
        assert asked_id(request, "sha384") == hashlib.sha384(data).digest()


def sha512(data: bytes) -> bytes:
    return hashlib.sha512(data).digest()


@pytest.mark.req("CMM-CAC-023")
def test_older_ids_are_those_of_the_framework() -> None:
    keys = b"".join(sorted(sha512(entry_bytes(key)) for key in READ.encrypted_data_keys))
    expected: dict[bytes, EncryptionRequest | DecryptionRequest] = {
        sha512(PARTITION) + b"\0" + sha512(SERIALIZED): writing(None),
        sha512(PARTITION) + b"\0" + sha512(b""): writing(None, context={}),
        sha512(PARTITION) + b"\1\x04\x78" + sha512(SERIALIZED): writing(UNSIGNED),
        sha512(PARTITION) + b"\x04\x78" + keys + bytes(64) + sha512(SERIALIZED): READ,
    }
    for data, request in expected.items():
        assert asked_id(request, "sha512") == sha512(data)


@pytest.mark.req("CMM-CAC-006", "CMM-CAC-007", "CMM-CAC-012")
@given(st.integers(1, 6), st.integers(1, 60), st.lists(st.integers(0, 60), max_size=30))
def test_no_data_key_exceeds_its_limits_whatever_is_encrypted(max_messages: int, max_bytes: int, lengths: list[int]) -> None:
    cmm = caching(Watched(), max_messages=max_messages, max_bytes=max_bytes)
    messages: Counter[object] = Counter()
    total: Counter[object] = Counter()
    for length in lengths:
        key = cmm.get_encryption_materials(writing(length=length)).encrypted_data_keys
        messages[key] += 1
        total[key] += length
    for used, count in messages.items():
        assert count == 1 or (count <= max_messages and total[used] <= max_bytes)
