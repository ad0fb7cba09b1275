"""A cache that keeps threads from all asking for the same thing (framework/storm-tracking-cryptographic-materials-cache.md).

Strategy: a miss is a promise: the thread that gets it will fetch the materials and put them, and until then the id is in flight. Other
threads that ask for it wait; while an old entry is still valid for a short time, they get that instead, and one of them gets a miss, so
that it is refreshed before it expires. A promise that is not kept within the grace interval passes to the next thread that asks.
Invariants: at most ``fan_out`` ids are in flight, apart from refreshed promises; the lock is never held while anybody fetches or waits.
Threads wait on a condition that ``put`` notifies; they also look again after each ``sleep_milliseconds``, as promises expire by time.
"""

from __future__ import annotations

import time
from enum import Enum
from threading import Condition
from typing import Final

from esdkit.caches.base import Clock, Entry, require_count, require_seconds
from esdkit.caches.local import LocalCache
from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS, error_for

__all__ = ["StormTrackingCache"]


class _Verdict(Enum):
    """What to do if there is no entry to return."""

    MISS = "the caller fetches"
    WAIT = "somebody else does"


class StormTrackingCache:
    """A cache that threads may share, and in which only one thread at a time fetches the materials of an id.

    Args:
        capacity: how many entries it stores.
        pruning_tail_size: how many of the least recently used entries are checked for expiry at each use.
        grace_period: how long before its expiry an entry is refreshed, in seconds; much less than any time to live.
        grace_interval: the shortest time between two fetches of one id, in seconds; longer than a fetch usually takes.
        fan_out: how many ids may be fetched at once.
        inflight_ttl: how long a fetch may take before other threads stop waiting for it, in seconds.
        sleep_milliseconds: how long a thread waits before it looks again.
        clock: a function that returns the time in seconds.

    Raises:
        UsageError: ``invalid-argument``: a number is out of range, or not ``grace_interval <= inflight_ttl <= grace_period``.
    """

    def __init__(
        self,
        capacity: int,
        *,
        pruning_tail_size: int = 1,
        grace_period: float = 10,
        grace_interval: float = 1,
        fan_out: int = 20,
        inflight_ttl: float = 10,
        sleep_milliseconds: int = 20,
        clock: Clock = time.monotonic,
    ) -> None:
        # Reqs: CMC-STO-001, CMC-STO-002, CMC-STO-003
        self._cache = LocalCache(capacity, pruning_tail_size=pruning_tail_size, clock=clock)
        self._grace_period = require_seconds("grace_period", grace_period)
        self._grace_interval = require_seconds("grace_interval", grace_interval)
        self._inflight_ttl = require_seconds("inflight_ttl", inflight_ttl)
        if not grace_interval <= inflight_ttl <= grace_period:
            raise UsageError(Code.INVALID_ARGUMENT, "a storm-tracking cache needs grace_interval <= inflight_ttl <= grace_period")
        self._fan_out = require_count("fan_out", fan_out, 1, LIMITS["cache_entries"])
        self._sleep: Final = require_count("sleep_milliseconds", sleep_milliseconds, 1, LIMITS["cache_entries"]) / 1000
        self._in_flight: dict[bytes, float] = {}  # since when, oldest first
        self._changed = Condition()

    @property
    def clock(self) -> Clock:
        """The time by which entries are stamped and expire."""
        return self._cache.clock

    @property
    def grace_period(self) -> float:
        """How long before its expiry an entry is refreshed, in seconds."""
        return self._grace_period

    def __len__(self) -> int:
        """How many entries are stored, including expired ones."""
        with self._changed:
            return len(self._cache)

    def put(self, identifier: bytes, materials: object, time_to_live: float, *, messages: int = 0, plaintext_length: int = 0) -> None:
        """Store materials; see ``Cache.put``. The id is no longer in flight."""
        # Reqs: CMC-STO-005
        with self._changed:
            self._cache.put(identifier, materials, time_to_live, messages=messages, plaintext_length=plaintext_length)
            self._in_flight.pop(identifier, None)
            self._changed.notify_all()

    def get(self, identifier: bytes) -> Entry | None:
        """The entry with an id; None if you are to fetch and put it. Waits while other threads are fetching it; see ``Cache.get``.

        Raises:
            MaterialsError: ``cache-wait-expired``: other threads have been fetching it for longer than ``inflight_ttl``.
        """
        # Reqs: CMC-STO-004, CMC-STO-006, CMC-STO-007, CMC-STO-008, CMC-STO-009, CMC-STO-010
        with self._changed:
            started = self.clock()
            while True:
                now = self.clock()
                self._land(now)
                entry = self._cache.get(identifier)
                if entry is not None and not self._wants_refresh(identifier, entry, now):
                    return entry
                if entry is not None or self._absent(identifier, now, now - started) is _Verdict.MISS:
                    self._take_off(identifier, now)
                    return None
                self._changed.wait(self._sleep)

    def delete(self, identifier: bytes, entry: Entry | None = None) -> None:
        """Remove an entry; see ``Cache.delete``. An id in flight stays in flight."""
        with self._changed:
            self._cache.delete(identifier, entry)

    def _wants_refresh(self, identifier: bytes, entry: Entry, now: float) -> bool:
        """Whether the caller is to fetch an entry again that has not yet expired."""
        # Reqs: CMC-STO-006, CMC-STO-007
        if len(self._in_flight) >= self._fan_out or entry.expiry - self._grace_period > now:
            return False
        return not self._is_recent(identifier, now)

    def _absent(self, identifier: bytes, now: float, waited: float) -> _Verdict:
        """What a caller is to do about an id without an entry."""
        # Reqs: CMC-STO-008, CMC-STO-009, CMC-STO-010
        if len(self._in_flight) >= self._fan_out:
            return _Verdict.WAIT
        if identifier in self._in_flight and waited > self._inflight_ttl:
            what = f"other threads have been fetching the same materials for more than {self._inflight_ttl} seconds"
            raise error_for(Code.CACHE_WAIT_EXPIRED, what)
        return _Verdict.WAIT if self._is_recent(identifier, now) else _Verdict.MISS

    def _is_recent(self, identifier: bytes, now: float) -> bool:
        """Whether an id is in flight within the grace interval."""
        # Reqs: CMC-STO-007
        since = self._in_flight.get(identifier)
        return since is not None and now < since + self._grace_interval

    def _take_off(self, identifier: bytes, now: float) -> None:
        """Mark an id as in flight from now on."""
        # Reqs: CMC-STO-004
        self._in_flight.pop(identifier, None)  # so that the oldest stays first
        self._in_flight[identifier] = now

    def _land(self, now: float) -> None:
        """Forget what has been in flight for too long: its fetch failed or hangs."""
        # Reqs: CMC-STO-003
        for identifier, since in list(self._in_flight.items()):
            if now < since + self._inflight_ttl:
                break
            del self._in_flight[identifier]
