"""Caches in memory: the local one, and the same for threads (framework/local-cryptographic-materials-cache.md).

Strategy: one dictionary in the order of last use, least recent first. Both ``get`` and ``put`` look at the few least recent entries and
remove expired ones, so that a cache that is used cleans itself, at a cost that does not depend on its size.
Invariants: after ``put`` there are at most ``capacity`` entries; an expired entry is never returned, wherever it is.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from itertools import islice
from threading import Lock

from esdkit.caches.base import Clock, Entry, require_count, require_seconds
from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS

__all__ = ["LocalCache", "SynchronizedCache"]


class LocalCache:
    """A cache of the most recently used entries, for one thread; threads share a ``SynchronizedCache``.

    Args:
        capacity: how many entries it stores; 0 for a cache that stores nothing.
        pruning_tail_size: how many of the least recently used entries are checked for expiry at each use.
        clock: a function that returns the time in seconds.

    Raises:
        UsageError: ``invalid-argument``: a number is out of range, or the clock is not a function.
    """

    # Reqs: CMC-LOC-001, CMC-LOC-002, CMC-LOC-003

    def __init__(self, capacity: int, *, pruning_tail_size: int = 1, clock: Clock = time.monotonic) -> None:
        self._capacity = require_count("capacity", capacity, 0, LIMITS["cache_entries"])
        self._tail_size = require_count("pruning_tail_size", pruning_tail_size, 1, LIMITS["cache_entries"])
        if not callable(clock):
            raise UsageError(Code.INVALID_ARGUMENT, "clock must be a function that returns seconds")
        self._clock = clock
        self._entries: OrderedDict[bytes, Entry] = OrderedDict()  # least recently used first

    @property
    def clock(self) -> Clock:
        """The time by which entries are stamped and expire."""
        return self._clock

    def __len__(self) -> int:
        """How many entries are stored, including expired ones."""
        return len(self._entries)

    def put(self, identifier: bytes, materials: object, time_to_live: float, *, messages: int = 0, plaintext_length: int = 0) -> None:
        """Store materials; see ``Cache.put``. The least recently used entries beyond the capacity are removed.

        Raises:
            UsageError: ``invalid-argument``: the time to live is not above zero.
        """
        # Reqs: CMC-IFC-002, CMC-IFC-003, CMC-IFC-004, CMC-LOC-003, CMC-LOC-004, CMC-LOC-005, CMC-LOC-006
        require_seconds("time_to_live", time_to_live)
        now = self._clock()
        self._prune(now)
        entry = Entry(materials, now, now + time_to_live, messages=messages, plaintext_length=plaintext_length)
        self._entries[identifier] = entry
        self._entries.move_to_end(identifier)
        while len(self._entries) > self._capacity:
            self._entries.popitem(last=False)

    def get(self, identifier: bytes) -> Entry | None:
        """The entry with an id, which is now the most recently used one; see ``Cache.get``."""
        # Reqs: CMC-IFC-005, CMC-LOC-004, CMC-LOC-006
        now = self._clock()
        self._prune(now)
        entry = self._entries.get(identifier)
        if entry is None:
            return None
        if entry.expired(now):
            del self._entries[identifier]
            return None
        self._entries.move_to_end(identifier)
        return entry

    def delete(self, identifier: bytes, entry: Entry | None = None) -> None:
        """Remove an entry; see ``Cache.delete``."""
        # Reqs: CMC-IFC-006
        if entry is None or self._entries.get(identifier) is entry:
            self._entries.pop(identifier, None)

    def _prune(self, now: float) -> None:
        """Remove the expired ones among the least recently used entries."""
        # Reqs: CMC-LOC-006
        tail = list(islice(self._entries.items(), self._tail_size))
        for identifier, entry in tail:
            if entry.expired(now):
                del self._entries[identifier]


class SynchronizedCache:
    """A cache of the most recently used entries that threads may share.

    Args:
        capacity: how many entries it stores; 0 for a cache that stores nothing.
        pruning_tail_size: how many of the least recently used entries are checked for expiry at each use.
        clock: a function that returns the time in seconds.

    Raises:
        UsageError: ``invalid-argument``: a number is out of range, or the clock is not a function.
    """

    # Reqs: CMC-SYN-001, CMC-SYN-002

    def __init__(self, capacity: int, *, pruning_tail_size: int = 1, clock: Clock = time.monotonic) -> None:
        self._cache = LocalCache(capacity, pruning_tail_size=pruning_tail_size, clock=clock)
        self._lock = Lock()

    @property
    def clock(self) -> Clock:
        """The time by which entries are stamped and expire."""
        return self._cache.clock

    def __len__(self) -> int:
        """How many entries are stored, including expired ones."""
        with self._lock:
            return len(self._cache)

    def put(self, identifier: bytes, materials: object, time_to_live: float, *, messages: int = 0, plaintext_length: int = 0) -> None:
        """Store materials; see ``Cache.put``."""
        with self._lock:
            self._cache.put(identifier, materials, time_to_live, messages=messages, plaintext_length=plaintext_length)

    def get(self, identifier: bytes) -> Entry | None:
        """The entry with an id; see ``Cache.get``."""
        with self._lock:
            return self._cache.get(identifier)

    def delete(self, identifier: bytes, entry: Entry | None = None) -> None:
        """Remove an entry; see ``Cache.delete``."""
        with self._lock:
            self._cache.delete(identifier, entry)
