"""The storm-tracking cache: who gets a miss, who an entry, who waits, and for how long."""

import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any

import pytest

from esdkit.caches import Cache, Entry, StormTrackingCache
from esdkit.cmm import CachingCmm, CommitmentPolicy, EncryptionRequest
from esdkit.errors import Code, MaterialsError, UsageError
from esdkit.keyrings import DecryptionMaterials, EncryptedDataKey, EncryptionMaterials, RawAesKeyring

AES = RawAesKeyring("space", "name", bytes(32))


@dataclass
class Time:
    """A clock that stands until a test moves it, and tells when it has been looked at often: by a thread that waits."""

    now: float = 100.0
    looks: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def __call__(self) -> float:
        self.looks.release()
        return self.now

    def await_looks(self, count: int) -> None:
        while self.looks.acquire(blocking=False):
            pass
        for _ in range(count):
            assert self.looks.acquire(timeout=30), "nobody is waiting"


def storm(time: Time | None = None, **options: Any) -> StormTrackingCache:
    return StormTrackingCache(**{"capacity": 10, "sleep_milliseconds": 1, "clock": time or Time(), **options})


def held(cache: Cache, identifier: bytes = b"a") -> object:
    """What a cache gives under an id; None for a miss."""
    entry = cache.get(identifier)
    return None if entry is None else entry.materials


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as threads:
        yield threads


def waiting(time: Time, future: Future[Any]) -> bool:
    """Whether a thread looks at the clock again and again and does not come to an end."""
    time.await_looks(12)
    return not future.done()


@pytest.mark.req("CMC-STO-001")
def test_thread_that_waits_sleeps_as_long_as_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(condition: threading.Condition, seconds: float) -> None:
        raise TimeoutError(seconds)

    cache = storm(sleep_milliseconds=250)
    assert held(cache) is None
    monkeypatch.setattr(threading.Condition, "wait", stop)
    with pytest.raises(TimeoutError, match=r"^0\.25$"):
        held(cache)


@pytest.mark.req("CMC-STO-001")
def test_cache_is_a_cache() -> None:
    time = Time()
    cache = storm(time)
    assert isinstance(cache, Cache)
    assert cache.get(b"a") is None
    cache.put(b"a", "A", 60, messages=2, plaintext_length=5)
    entry = cache.get(b"a")
    assert entry is not None
    assert (entry.materials, entry.usage, len(cache), cache.clock) == ("A", (2, 5), 1, time)
    cache.delete(b"a", Entry("B", 0, 1))
    assert len(cache) == 1
    cache.delete(b"a")
    cache.delete(b"a")
    assert len(cache) == 0


@pytest.mark.req("CMC-STO-001", "CMC-STO-002", "CMC-STO-003")
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"grace_interval": 1, "inflight_ttl": 1, "grace_period": 1},
        {"grace_interval": 0.001, "inflight_ttl": 0.002, "grace_period": 0.003},
    ],
    ids=["defaults", "all-one", "milliseconds"],
)
def test_cache_with_spans_in_order_is_made(options: dict[str, Any]) -> None:
    assert len(StormTrackingCache(10, **options)) == 0


@pytest.mark.req("CMC-STO-001", "CMC-STO-002", kind="negative")
@pytest.mark.parametrize(
    "options",
    [
        {"capacity": -1},
        {"pruning_tail_size": 0},
        {"grace_period": 0},
        {"grace_interval": -1},
        {"inflight_ttl": float("nan")},
        {"fan_out": 0},
        {"sleep_milliseconds": 0},
        {"sleep_milliseconds": 0.5},
        {"grace_interval": 11},
        {"inflight_ttl": 11},
        {"inflight_ttl": 0.5},
    ],
    ids=str,
)
def test_cache_with_an_unusable_argument_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as error:
        StormTrackingCache(**{"capacity": 10, **options})
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CMC-STO-006", "CMC-STO-007")
def test_entry_is_refreshed_by_one_caller_per_grace_interval_before_it_expires() -> None:
    time = Time()
    cache = storm(time, grace_period=10, grace_interval=2)
    cache.put(b"a", "A", 60)
    seen = {}
    for at in (100, 149.5, 150, 150.5, 151.9, 152, 153, 154):
        time.now = at
        seen[at] = [held(cache), held(cache)]
    assert seen == {
        100: ["A", "A"],
        149.5: ["A", "A"],
        150: [None, "A"],
        150.5: ["A", "A"],
        151.9: ["A", "A"],
        152: [None, "A"],
        153: ["A", "A"],
        154: [None, "A"],
    }
    cache.put(b"a", "B", 60)
    assert [held(cache), held(cache)] == ["B", "B"]


@pytest.mark.req("CMC-STO-006", "CMC-STO-003")
def test_entry_is_not_refreshed_while_the_fan_out_is_reached() -> None:
    time = Time()
    cache = storm(time, fan_out=2)
    cache.put(b"a", "A", 60)
    time.now = 155
    assert [held(cache, b"b"), held(cache, b"c"), held(cache, b"a")] == [None, None, "A"]
    cache.put(b"b", "B", 60)
    assert [held(cache, b"a"), held(cache, b"a")] == [None, "A"]


@pytest.mark.req("CMC-STO-004", "CMC-STO-005", "CMC-STO-009")
def test_callers_wait_for_the_one_who_fetches(pool: ThreadPoolExecutor) -> None:
    time = Time()
    cache = storm(time)
    assert held(cache) is None
    others = [pool.submit(held, cache) for _ in range(3)]
    assert all(waiting(time, other) for other in others)
    cache.put(b"a", "A", 60)
    assert [other.result(30) for other in others] == ["A"] * 3


@pytest.mark.req("CMC-STO-009", "CMC-STO-010")
def test_fetch_that_does_not_end_passes_to_one_other_after_the_grace_interval(pool: ThreadPoolExecutor) -> None:
    time = Time()
    cache = storm(time, grace_interval=2)
    assert held(cache) is None
    others = [pool.submit(held, cache) for _ in range(3)]
    assert all(waiting(time, other) for other in others)
    time.now += 2
    done, still = wait(others, timeout=30, return_when=FIRST_COMPLETED)
    assert [one.result() for one in done] == [None]
    assert all(waiting(time, other) for other in still)
    cache.put(b"a", "A", 60)
    assert Counter(other.result(30) for other in others) == {None: 1, "A": 2}


@pytest.mark.req("CMC-STO-008")
def test_caller_waits_while_the_fan_out_is_reached(pool: ThreadPoolExecutor) -> None:
    time = Time()
    cache = storm(time, fan_out=2)
    assert [held(cache, b"a"), held(cache, b"b")] == [None, None]
    other = pool.submit(held, cache, b"c")
    assert waiting(time, other)
    cache.put(b"a", "A", 60)
    assert other.result(30) is None
    last = pool.submit(held, cache, b"d")
    assert waiting(time, last)
    cache.put(b"d", "D", 60)  # somebody else's
    assert last.result(30) == "D"


@pytest.mark.req("CMC-STO-003", "CMC-STO-008")
def test_fetches_that_never_end_do_not_block_for_ever(pool: ThreadPoolExecutor) -> None:
    time = Time()
    cache = storm(time, fan_out=2, inflight_ttl=5)
    assert [held(cache, b"a"), held(cache, b"b")] == [None, None]
    other = pool.submit(held, cache, b"c")
    time.now += 4.9
    assert waiting(time, other)
    time.now += 0.1
    assert other.result(30) is None


@pytest.mark.req("CMC-STO-010", kind="negative")
def test_caller_who_has_waited_too_long_gets_an_error(pool: ThreadPoolExecutor) -> None:
    time = Time()
    cache = storm(time, inflight_ttl=5)
    assert held(cache) is None
    other = pool.submit(held, cache)
    assert waiting(time, other)
    with cache._changed:
        time.now += 5.1
        cache._in_flight[b"a"] = time.now  # a third thread was quicker each time that the fetch was given up
    with pytest.raises(MaterialsError) as error:
        other.result(30)
    assert error.value.code is Code.CACHE_WAIT_EXPIRED


@pytest.mark.req("CMC-STO-001", "CMC-STO-009")
def test_cache_without_capacity_lets_one_after_the_other_fetch(pool: ThreadPoolExecutor) -> None:
    time = Time()
    cache = storm(time, capacity=0)
    assert held(cache) is None
    other = pool.submit(held, cache)
    assert waiting(time, other)
    cache.put(b"a", "A", 60)
    assert other.result(30) is None


class Counted:
    """A keyring that counts its calls."""

    def __init__(self) -> None:
        self.calls = 0
        self._lock = threading.Lock()

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        with self._lock:
            self.calls += 1
        return AES.on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Any) -> DecryptionMaterials:
        raise AssertionError("nothing is decrypted")


@pytest.mark.req("CMC-STO-009", "CMC-IFC-001")
@pytest.mark.parametrize("max_messages", [1, 10, 999, 2**32])
def test_threads_that_share_a_caching_cmm_make_no_call_too_many(pool: ThreadPoolExecutor, max_messages: int) -> None:
    """No entry expires, so each data key is used as often as it may be, and no two are fetched at once."""
    keyring = Counted()
    cmm = CachingCmm(keyring=keyring, cache=storm(Time()), max_age=3600, max_messages=max_messages)
    request = EncryptionRequest(
        encryption_context={}, commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT, max_plaintext_length=10
    )

    def work(_: int) -> list[tuple[EncryptedDataKey, ...]]:
        return [cmm.get_encryption_materials(request).encrypted_data_keys for _ in range(500)]

    uses = Counter(key for keys in pool.map(work, range(8)) for key in keys)
    assert sorted(uses.values(), reverse=True)[:-1] == [max_messages] * (len(uses) - 1)
    assert len(uses) == keyring.calls == -(-4_000 // max_messages)
