"""Caches of cryptographic materials, for the caching CMM and the hierarchical keyring.

Strategy: a cache is anything with ``clock``, ``put``, ``get`` and ``delete`` (``Cache``); it knows ids and entries, not what they mean.
Invariants: an expired entry is never returned; materials are not shown anywhere.
"""

from esdkit.caches.base import Cache, Clock, Entry
from esdkit.caches.local import LocalCache, SynchronizedCache
from esdkit.caches.storm import StormTrackingCache

__all__ = ["Cache", "Clock", "Entry", "LocalCache", "StormTrackingCache", "SynchronizedCache"]


def __dir__() -> list[str]:
    return __all__
