"""Caches of cryptographic materials, shared by what keeps any: the caching CMM and the hierarchical keyring.

Strategy: a cache is anything with ``clock``, ``put``, ``get`` and ``delete`` (``base.Cache``); it knows ids and entries,
not what they mean.
Invariants: an expired entry is never handed out; materials are shown nowhere.
"""

from esdkit.caches.base import Cache, Clock, Entry
from esdkit.caches.local import LocalCache, SynchronizedCache
from esdkit.caches.storm import StormTrackingCache

__all__ = ["Cache", "Clock", "Entry", "LocalCache", "StormTrackingCache", "SynchronizedCache"]
