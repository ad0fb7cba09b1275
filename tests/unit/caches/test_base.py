"""An entry: its times, its usage counted in one step, and what it shows."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from esdkit.caches import Entry
from esdkit.caches.base import require_cache
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, UsageError


@pytest.mark.req("CMC-ENT-001", "CMC-ENT-003")
def test_entry_expires_at_its_expiry() -> None:
    entry = Entry("materials", 1.0, 3.0)
    assert [entry.expired(now) for now in (1.0, 2.9, 3.0, 4.0)] == [False, False, True, True]
    assert (entry.materials, entry.creation, entry.usage) == ("materials", 1.0, (0, 0))


@pytest.mark.req("CMC-ENT-002")
def test_entry_counts_a_use_within_the_limits_and_nothing_beyond() -> None:
    entry = Entry("materials", 0, 1, messages=1, plaintext_length=10)
    assert entry.use(20, max_messages=3, max_bytes=30)
    assert entry.usage == (2, 30)
    assert not entry.use(1, max_messages=3, max_bytes=30)
    assert entry.usage == (2, 30)
    assert entry.use(0, max_messages=3, max_bytes=30)
    assert not entry.use(0, max_messages=3, max_bytes=100)
    assert entry.usage == (3, 30)


@pytest.mark.req("CMC-ENT-002")
def test_entry_gives_threads_no_more_uses_than_the_limit() -> None:
    entry = Entry("materials", 0, 1)
    with ThreadPoolExecutor(8) as pool:
        granted = list(pool.map(lambda _: sum(entry.use(1, max_messages=5_000, max_bytes=10**9) for _ in range(1_000)), range(8)))
    assert (sum(granted), entry.usage) == (5_000, (5_000, 5_000))


def test_entry_does_not_show_its_materials() -> None:
    class Talkative:
        def __repr__(self) -> str:
            raise AssertionError("an entry asked its materials to show themselves")

    assert "Talkative" in repr(Entry(Talkative(), 0, 1))
    assert "key" not in repr(Entry(Secret(b"key"), 0, 1))


@pytest.mark.req("CMC-IFC-001", kind="negative")
@pytest.mark.parametrize("cache", [None, {}, object()], ids=["none", "dict", "object"])
def test_require_cache_of_something_else_is_refused(cache: object) -> None:
    with pytest.raises(UsageError) as error:
        require_cache(cache)
    assert error.value.code is Code.INVALID_ARGUMENT
