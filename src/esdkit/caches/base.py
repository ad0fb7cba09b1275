"""What a cache of cryptographic materials is, and what it stores (framework/cryptographic-materials-cache.md).

Strategy: a cache stores any kind of materials under an id (bytes) that its user computes; it looks into neither. Whoever gets an entry
checks what it holds. Time is the cache's: it stamps an entry when it is put, and shows its clock, so that a user with a shorter time to
live can compare an entry's age on the same clock.
Invariants: an entry's materials and times never change; its usage changes in one step under a lock, so that no two threads take the last
permitted use. A cache in memory returns the very entry that it stores, not a copy: usage is counted there.
Not here: limits on use and their enforcement (cmm), the ids (whoever uses a cache).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Lock
from typing import Protocol, runtime_checkable

from esdkit.errors import Code, UsageError

__all__ = ["Cache", "Clock", "Entry", "require_cache", "require_count", "require_seconds"]

Clock = Callable[[], float]
"""Seconds since any moment; it never goes backwards (``time.monotonic``)."""


class Entry:
    """Materials in a cache, with their times and how much they have been used.

    Args:
        materials: what is stored; frozen.
        creation: when it was put, in seconds of the cache's clock.
        expiry: when it stops being returned, in seconds of the cache's clock.
        messages: how many messages were already encrypted with it.
        plaintext_length: how many bytes of plaintext were.
    """

    # Reqs: CMC-ENT-001, CMC-ENT-002

    __slots__ = ("_lock", "_messages", "_plaintext_length", "creation", "expiry", "materials")

    def __init__(self, materials: object, creation: float, expiry: float, *, messages: int = 0, plaintext_length: int = 0) -> None:
        self.materials = materials
        self.creation = creation
        self.expiry = expiry
        self._messages = messages
        self._plaintext_length = plaintext_length
        self._lock = Lock()

    @property
    def usage(self) -> tuple[int, int]:
        """How many messages, and how many bytes of plaintext, were encrypted with the materials."""
        with self._lock:
            return self._messages, self._plaintext_length

    def expired(self, now: float) -> bool:
        """Whether the entry's time to live has passed.

        Args:
            now: the time, in seconds of the cache's clock.
        """
        # Reqs: CMC-ENT-003
        return now >= self.expiry

    def use(self, plaintext_length: int, *, max_messages: int, max_bytes: int) -> bool:
        """Count one more message, if the limits allow it.

        Args:
            plaintext_length: bytes of this message, or a bound on them.
            max_messages: how many messages the materials may encrypt.
            max_bytes: how many bytes of plaintext they may encrypt.

        Returns:
            Whether the limits allow it; if not, nothing was counted.
        """
        # Reqs: CMC-ENT-002
        with self._lock:
            if self._messages >= max_messages or self._plaintext_length + plaintext_length > max_bytes:
                return False
            self._messages += 1
            self._plaintext_length += plaintext_length
            return True

    def __repr__(self) -> str:
        """Without the materials, whose ``repr`` might show a key."""
        messages, length = self.usage
        kind = type(self.materials).__name__
        return f"<Entry of {kind}: {self.creation} to {self.expiry}, {messages} messages, {length} bytes>"


@runtime_checkable
class Cache(Protocol):
    """Stores entries by id. Any object with these four members is one. Each kind says whether threads may share it."""

    # Reqs: CMC-IFC-001

    @property
    def clock(self) -> Clock:
        """The time by which entries are stamped and expire."""
        ...

    def put(self, identifier: bytes, materials: object, time_to_live: float, *, messages: int = 0, plaintext_length: int = 0) -> None:
        """Store materials in a new entry, instead of any entry with the same id.

        Args:
            identifier: the id.
            materials: what to store.
            time_to_live: seconds from now.
            messages: how many messages were already encrypted with the materials.
            plaintext_length: how many bytes of plaintext were.
        """
        ...

    def get(self, identifier: bytes) -> Entry | None:
        """The entry with an id; None if there is none, or it has expired.

        Args:
            identifier: the id.

        Raises:
            EsdkError: a cache that waits for other threads may give up.
        """
        ...

    def delete(self, identifier: bytes, entry: Entry | None = None) -> None:
        """Remove the entry with an id, if there is one.

        Args:
            identifier: the id.
            entry: remove only this entry, not one that was put in the meantime; None for any.
        """
        ...


def require_cache(cache: object) -> Cache:
    """What was given, as a cache.

    Raises:
        UsageError: ``invalid-argument``: not a cache.
    """
    if not isinstance(cache, Cache):
        raise UsageError(Code.INVALID_ARGUMENT, "cache needs clock, put, get and delete, as a LocalCache has")
    return cache


def require_count(what: str, value: object, least: int, most: int) -> int:
    """What was given, as a whole number within bounds.

    Raises:
        UsageError: ``invalid-argument``.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise UsageError(Code.INVALID_ARGUMENT, f"{what} must be a whole number from {least} to {most}")
    return value


def require_seconds(what: str, value: object) -> float:
    """What was given, as a span of time.

    Raises:
        UsageError: ``invalid-argument``: not a number of seconds above zero that a float can hold.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= sys.float_info.max:
        raise UsageError(Code.INVALID_ARGUMENT, f"{what} must be a number of seconds above zero")
    return value
