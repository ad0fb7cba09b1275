"""What a cache of cryptographic materials is, and what it holds (framework/cryptographic-materials-cache.md).

Strategy: a cache keeps any kind of materials under an id (bytes) that whoever uses the cache computes; it looks into neither. Whoever gets
an entry judges what it holds. Time is the cache's: it stamps an entry when it is put, and hands out its clock, so that a user with a
shorter time to live can look at an entry's age on the same clock.
Invariants: an entry's materials and times never change; its usage changes in one step under a lock, so that no two threads take the last
permitted use. A cache in memory hands out the very entry that it keeps, not a copy: usage is counted there.
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
    """Materials in a cache, since when, until when, and how much they have been used.

    Args:
        materials: what is kept; frozen.
        creation: when it was put, in seconds of the cache's clock.
        expiry: from when on no cache hands it out, in seconds of the cache's clock.
        messages: how many messages were encrypted with it already.
        plaintext_length: how much plaintext was, in bytes.
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
        """Messages, and bytes of plaintext, that were encrypted with the materials."""
        with self._lock:
            return self._messages, self._plaintext_length

    def expired(self, now: float) -> bool:
        """Whether the entry's time to live has passed."""
        # Reqs: CMC-ENT-003
        return now >= self.expiry

    def use(self, plaintext_length: int, *, max_messages: int, max_bytes: int) -> bool:
        """Count one more message, if that leaves the usage within the limits; otherwise count nothing and say no.

        Args:
            plaintext_length: bytes of this message, or a bound on them.
            max_messages: how many messages the materials are for.
            max_bytes: how many bytes of plaintext they are for.
        """
        # Reqs: CMC-ENT-002
        with self._lock:
            if self._messages >= max_messages or self._plaintext_length + plaintext_length > max_bytes:
                return False
            self._messages += 1
            self._plaintext_length += plaintext_length
            return True

    def __repr__(self) -> str:
        """Without the materials: what they show of themselves is not for this class to promise."""
        messages, length = self.usage
        kind = type(self.materials).__name__
        return f"<Entry of {kind}: {self.creation} to {self.expiry}, {messages} messages, {length} bytes>"


@runtime_checkable
class Cache(Protocol):
    """Keeps entries by id. Any object with these four is one. Whether threads may share it, each kind says of itself.

    Attributes:
        clock: the time that entries are stamped with and judged by.
    """

    # Reqs: CMC-IFC-001

    @property
    def clock(self) -> Clock: ...

    def put(self, identifier: bytes, materials: object, time_to_live: float, *, messages: int = 0, plaintext_length: int = 0) -> None:
        """Keep materials in a new entry; one that stands under this id goes.

        Args:
            identifier: the id.
            materials: what to keep.
            time_to_live: seconds, from now.
            messages: how many messages were encrypted with the materials already.
            plaintext_length: how much plaintext was, in bytes.
        """
        ...

    def get(self, identifier: bytes) -> Entry | None:
        """The entry under an id; None is a miss. What has expired is a miss.

        Raises:
            EsdkError: a cache that waits for others may give up.
        """
        ...

    def delete(self, identifier: bytes, entry: Entry | None = None) -> None:
        """Let the entry under an id go; that there is none is no error.

        Args:
            identifier: the id.
            entry: only this one; another, which was put meanwhile, stays.
        """
        ...


def require_cache(cache: object) -> Cache:
    """What the caller gave, as a cache.

    Raises:
        UsageError: ``invalid-argument``, it is none.
    """
    if not isinstance(cache, Cache):
        raise UsageError(Code.INVALID_ARGUMENT, "a cache is an object with clock, put, get and delete, such as a LocalCache")
    return cache


def require_count(what: str, value: object, least: int, most: int) -> int:
    """What the caller gave, as a whole number within bounds.

    Raises:
        UsageError: ``invalid-argument``.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise UsageError(Code.INVALID_ARGUMENT, f"{what} is a whole number from {least} to {most}")
    return value


def require_seconds(what: str, value: object) -> float:
    """What the caller gave, as a span of time.

    Raises:
        UsageError: ``invalid-argument``: no number of seconds above zero that a float can hold.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= sys.float_info.max:
        raise UsageError(Code.INVALID_ARGUMENT, f"{what} is a number of seconds above zero")
    return value
