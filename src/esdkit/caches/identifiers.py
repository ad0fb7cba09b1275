"""The ids of cache entries, for all users that may share a cache (framework/caching-cmm.md, appendix A, and the same of the hierarchical
keyring).

Strategy: SHA-384 over fields with a null byte between each two: whose entry it is, what for, the partition, and what the entry depends on.
The first two keep apart what different users of one cache store; the partition keeps apart two users of one kind, unless they share it.
Invariant: a partition id holds no null byte, so that no choice of it makes one id out of another's fields.
"""

from __future__ import annotations

import hashlib
import uuid
from enum import IntEnum

from esdkit.errors import Code, UsageError

__all__ = ["Resource", "Scope", "entry_id", "is_utf8", "require_partition_id"]


class Resource(IntEnum):
    """Which kind of user an entry belongs to."""

    CACHING_CMM = 1
    HIERARCHICAL_KEYRING = 2


class Scope(IntEnum):
    """What an entry is for."""

    ENCRYPT = 1
    DECRYPT = 2


def entry_id(resource: Resource, scope: Scope, partition_id: str, *suffix: bytes) -> bytes:
    """The id of an entry, 48 bytes.

    Args:
        resource: which kind of user it belongs to.
        scope: what it is for.
        partition_id: from ``require_partition_id``.
        suffix: further fields, by the resource.
    """
    # Reqs: CMC-IDS-001
    fields = (bytes([resource]), bytes([scope]), partition_id.encode("utf-8"), *suffix)
    return hashlib.sha384(b"\0".join(fields)).digest()


def require_partition_id(partition_id: object) -> str:
    """The partition id that was given, or one that nobody else has.

    Raises:
        UsageError: ``invalid-argument``: not text that UTF-8 can encode, or text with a null character.
    """
    # Reqs: CMC-IDS-002
    if partition_id is None:
        return str(uuid.uuid4())
    if not isinstance(partition_id, str) or "\0" in partition_id or not is_utf8(partition_id):
        raise UsageError(Code.INVALID_ARGUMENT, "partition_id must be text without null characters")
    return partition_id


def is_utf8(text: str) -> bool:
    """Whether UTF-8 can encode a text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
