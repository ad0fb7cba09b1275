"""The caches in memory: order of use, capacity, expiry and pruning, against a model; and the same among threads."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from esdkit.caches import Cache, LocalCache, SynchronizedCache
from esdkit.errors import Code, UsageError
from tests.each import each

KINDS = [LocalCache, SynchronizedCache]
Kind = type[LocalCache] | type[SynchronizedCache]
each_kind = each("kind", KINDS, ids=lambda kind: kind.__name__)


@dataclass
class Time:
    """A clock that stands until a test moves it."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def held(cache: Cache, identifier: bytes) -> object:
    """What a cache gives under an id; None for a miss."""
    entry = cache.get(identifier)
    return None if entry is None else entry.materials


@pytest.mark.req("CMC-IFC-001", "CMC-IFC-003", "CMC-ENT-001", "CMC-SYN-001", "CMC-LOC-005")
@each_kind
def test_cache_gives_what_was_put_with_its_times_and_usage(kind: Kind) -> None:
    time = Time()
    cache = kind(3, clock=time)
    assert isinstance(cache, Cache)
    assert cache.clock is time
    put: Callable[..., object] = cache.put
    assert put(b"a", "A", 10, messages=1, plaintext_length=7) is None
    time.now += 1
    entry = cache.get(b"a")
    assert entry is not None
    assert (entry.materials, entry.creation, entry.expiry, entry.usage) == ("A", 100, 110, (1, 7))
    assert cache.get(b"a") is entry
    assert cache.get(b"b") is None
    cache.delete(b"a")
    assert (cache.get(b"a"), len(cache)) == (None, 0)


@pytest.mark.req("CMC-IFC-002", "CMC-IFC-004")
@each_kind
def test_cache_put_replaces_the_entry_and_its_usage(kind: Kind) -> None:
    time = Time()
    cache = kind(3, clock=time)
    cache.put(b"a", "A", 10, messages=5, plaintext_length=50)
    first = cache.get(b"a")
    assert first is not None
    assert first.usage == (5, 50)
    time.now += 3
    cache.put(b"a", "B", 20)
    entry = cache.get(b"a")
    assert entry is not None
    assert (entry.materials, entry.creation, entry.expiry, entry.usage, len(cache)) == ("B", 103, 123, (0, 0), 1)


@pytest.mark.req("CMC-IFC-006")
@each_kind
def test_cache_delete_of_an_id_that_is_not_there_is_no_error(kind: Kind) -> None:
    cache = kind(3)
    cache.delete(b"a")
    cache.put(b"a", "A", 10)
    cache.delete(b"a")
    cache.delete(b"a")
    assert len(cache) == 0


@each_kind
def test_cache_delete_of_an_entry_leaves_the_one_that_was_put_since(kind: Kind) -> None:
    cache = kind(3)
    cache.put(b"a", "A", 10)
    old = cache.get(b"a")
    cache.put(b"a", "B", 10)
    cache.delete(b"a", old)
    assert held(cache, b"a") == "B"
    cache.delete(b"a", cache.get(b"a"))
    assert held(cache, b"a") is None


@pytest.mark.req("CMC-LOC-001", "CMC-LOC-003")
@each_kind
def test_cache_without_capacity_keeps_nothing(kind: Kind) -> None:
    cache = kind(0)
    cache.put(b"a", "A", 10)
    assert (cache.get(b"a"), len(cache)) == (None, 0)
    cache.delete(b"a")


@pytest.mark.req("CMC-LOC-003", "CMC-LOC-004")
@each_kind
def test_cache_that_is_full_lets_the_least_recently_used_go(kind: Kind) -> None:
    cache = kind(2)
    cache.put(b"a", "A", 10)
    cache.put(b"b", "B", 10)
    cache.get(b"a")
    cache.put(b"c", "C", 10)
    assert [held(cache, name) for name in (b"a", b"b", b"c")] == ["A", None, "C"]


@pytest.mark.req("CMC-LOC-004")
@each_kind
def test_cache_entry_that_is_put_again_is_the_most_recent(kind: Kind) -> None:
    cache = kind(2)
    for name in (b"a", b"b", b"a", b"c"):
        cache.put(name, name, 10)
    assert [held(cache, name) for name in (b"a", b"b", b"c")] == [b"a", None, b"c"]


@pytest.mark.req("CMC-ENT-003", "CMC-IFC-005", "CMC-LOC-005", kind="negative")
@each_kind
def test_cache_entry_is_a_miss_from_its_expiry_on(kind: Kind) -> None:
    time = Time()
    cache = kind(3, clock=time)
    cache.put(b"a", "A", 10)
    cache.put(b"b", "B", 0.5)
    time.now = 109.75
    assert [held(cache, name) for name in (b"a", b"b")] == ["A", None]
    time.now = 110
    assert (held(cache, b"a"), len(cache)) == (None, 0)


@pytest.mark.req("CMC-ENT-003", "CMC-IFC-005", "CMC-LOC-006", kind="negative")
@each_kind
def test_cache_entry_that_expired_outside_the_pruning_tail_is_a_miss_all_the_same(kind: Kind) -> None:
    time = Time()
    cache = kind(3, pruning_tail_size=1, clock=time)
    cache.put(b"a", "A", 100)
    cache.put(b"b", "B", 10)
    time.now += 10
    assert held(cache, b"b") is None
    assert (held(cache, b"a"), len(cache)) == ("A", 1)


@pytest.mark.req("CMC-LOC-002", "CMC-LOC-006")
@each("use", ["get", "put"])
@each(("tail", "left"), [(1, 3), (2, 3), (3, 2), (100, 2)])
@each_kind
def test_cache_lets_expired_entries_of_the_tail_go_when_it_is_used(kind: Kind, tail: int, left: int, use: str) -> None:
    time = Time()
    cache = kind(100, pruning_tail_size=tail, clock=time)
    for name, time_to_live in ((b"a", 1), (b"b", 100), (b"c", 1), (b"d", 100)):
        cache.put(name, name, time_to_live)
    time.now += 1
    if use == "get":
        cache.get(b"none")
    else:
        cache.put(b"d", "D", 100)
    assert len(cache) == left


@pytest.mark.req("CMC-LOC-001", "CMC-LOC-002", "CMC-SYN-001", kind="negative")
@each(
    "arguments",
    [
        {"capacity": -1},
        {"capacity": 2**31},
        {"capacity": 1.5},
        {"capacity": True},
        {"capacity": None},
        {"capacity": 1, "pruning_tail_size": 0},
        {"capacity": 1, "pruning_tail_size": "1"},
        {"capacity": 1, "clock": 5},
    ],
    ids=str,
)
@each_kind
def test_cache_with_an_unusable_argument_is_refused(kind: Kind, arguments: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as error:
        kind(**arguments)
    assert error.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CMC-LOC-005", kind="negative")
@each("time_to_live", [0, -1, float("nan"), float("inf"), True, None, "10"])
@each_kind
def test_cache_put_without_a_usable_time_to_live_is_refused(kind: Kind, time_to_live: Any) -> None:
    cache = kind(3)
    cache.put(b"a", "A", 10)
    with pytest.raises(UsageError) as error:
        cache.put(b"a", "B", time_to_live)
    assert error.value.code is Code.INVALID_ARGUMENT
    assert held(cache, b"a") == "A"


NAMES = st.sampled_from([b"a", b"b", b"c", b"d", b"e"])


class Model(RuleBasedStateMachine):
    """A local cache against a list of ids in the order of use, and a dictionary of what and until when."""

    @initialize(capacity=st.integers(0, 4), tail=st.integers(1, 5))
    def start(self, capacity: int, tail: int) -> None:
        self.time = Time()
        self.cache = LocalCache(capacity, pruning_tail_size=tail, clock=self.time)
        self.capacity, self.tail = capacity, tail
        self.order: list[bytes] = []
        self.stored: dict[bytes, tuple[object, float]] = {}

    def forget(self, name: bytes) -> None:
        if name in self.stored:
            self.order.remove(name)
            del self.stored[name]

    def prune(self) -> None:
        for name in self.order[: self.tail]:
            if self.stored[name][1] <= self.time.now:
                self.forget(name)

    @rule(seconds=st.integers(1, 5))
    def wait(self, seconds: int) -> None:
        self.time.now += seconds

    @rule(name=NAMES, value=st.integers(), seconds=st.integers(1, 9))
    def put(self, name: bytes, value: int, seconds: int) -> None:
        self.cache.put(name, value, seconds)
        self.prune()
        self.forget(name)
        self.order.append(name)
        self.stored[name] = (value, self.time.now + seconds)
        while len(self.order) > self.capacity:
            self.forget(self.order[0])

    @rule(name=NAMES)
    def get(self, name: bytes) -> None:
        entry = self.cache.get(name)
        self.prune()
        if name in self.stored and self.stored[name][1] <= self.time.now:
            self.forget(name)
        if name not in self.stored:
            assert entry is None
            return
        assert entry is not None
        assert (entry.materials, entry.expiry) == self.stored[name]
        self.order.remove(name)
        self.order.append(name)

    @rule(name=NAMES)
    def delete(self, name: bytes) -> None:
        self.cache.delete(name)
        self.forget(name)

    @invariant()
    def as_many_entries_as_the_model_in_its_order(self) -> None:
        if hasattr(self, "cache"):
            assert list(self.cache._entries) == self.order
            assert len(self.cache) <= self.capacity


TestModel = pytest.mark.req("CMC-LOC-003", "CMC-LOC-004", "CMC-LOC-006", "CMC-IFC-002", "CMC-IFC-005")(Model.TestCase)


@pytest.mark.req("CMC-SYN-002")
def test_synchronized_cache_keeps_its_capacity_among_threads() -> None:
    cache = SynchronizedCache(5, pruning_tail_size=3)
    faults: list[object] = []

    def work(seed: int) -> None:
        for step in range(2_000):
            name = bytes([(seed * 7 + step) % 9])
            match (seed + step) % 3:
                case 0:
                    cache.put(name, name, 1e-6 if step % 5 == 0 else 60)
                case 1:
                    entry = cache.get(name)
                    if entry is not None and entry.materials != name:
                        faults.append((name, entry))
                case _:
                    cache.delete(name)
            if len(cache) > 5:
                faults.append(len(cache))

    in_threads(work, 8)
    assert faults == []


def in_threads(work: Callable[[int], None], count: int) -> None:
    """Run a piece of work in as many threads at once; what one raises fails the test."""
    raised: list[BaseException] = []

    def guarded(number: int) -> None:
        try:
            work(number)
        except BaseException as error:
            raised.append(error)
            raise

    threads = [threading.Thread(target=guarded, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []
