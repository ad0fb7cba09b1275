"""Branch keys, and what a store of them is (framework/branch-key-store.md).

Strategy: the hierarchical keyring asks a store for two things, the active version of a branch key and one version of it; any object that
gives them is a store. ``key_store`` has the one on DynamoDB; ``StaticBranchKeyStore`` holds keys that the caller has.
Invariants: a branch key is a ``Secret`` of its length; a version is the text of a UUID in its usual form.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from esdkit.caches.identifiers import is_utf8
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, UsageError
from esdkit.spec import CONSTANTS, error_for

__all__ = ["BranchKey", "BranchKeyStore", "StaticBranchKeyStore", "is_uuid", "require_branch_key_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchKey:
    """One version of a branch key.

    Args:
        branch_key_id: of all its versions.
        version: a UUID.
        key: the key's bytes.
        encryption_context: what was bound to it when it was made, without the store's own pairs.

    Raises:
        UsageError: ``invalid-argument``: no id, or a version that is no UUID; ``invalid-key``: the key has another length.
    """

    # Reqs: HIE-BRK-001

    branch_key_id: str
    version: str
    key: Secret
    encryption_context: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_branch_key_id(self.branch_key_id)
        if not is_uuid(self.version):
            raise UsageError(Code.INVALID_ARGUMENT, "the version of a branch key is a UUID, in small letters with hyphens")
        if len(self.key) != CONSTANTS.hierarchy.branch_key_length:
            raise UsageError(Code.INVALID_KEY, f"a branch key has {CONSTANTS.hierarchy.branch_key_length} bytes")

    @property
    def version_bytes(self) -> bytes:
        """The version as sixteen bytes."""
        return uuid.UUID(self.version).bytes


@runtime_checkable
class BranchKeyStore(Protocol):
    """Gives branch keys. Any object with these is one.

    Attributes:
        logical_name: keeps apart the entries of different stores in a shared cache.
    """

    # Reqs: HIE-BRK-002

    @property
    def logical_name(self) -> str: ...

    def active_branch_key(self, branch_key_id: str) -> BranchKey:
        """The version to wrap with.

        Raises:
            KeyringError: there is none, or it cannot be had.
        """
        ...

    def branch_key_version(self, branch_key_id: str, version: str) -> BranchKey:
        """One version, to unwrap with. Raises as ``active_branch_key``."""
        ...


class StaticBranchKeyStore:
    """Branch keys that the caller holds: for tests, and for reading messages whose branch keys were exported.

    Args:
        keys: the first of a branch key id is its active version.
        logical_name: see ``BranchKeyStore``.
    """

    def __init__(self, keys: Iterable[BranchKey], logical_name: str = "static") -> None:
        self.logical_name = logical_name
        self._versions: dict[tuple[str, str], BranchKey] = {}
        self._active: dict[str, BranchKey] = {}
        for key in keys:
            self._versions[key.branch_key_id, key.version] = key
            self._active.setdefault(key.branch_key_id, key)

    def __repr__(self) -> str:
        return f"StaticBranchKeyStore({sorted(self._active)})"

    def active_branch_key(self, branch_key_id: str) -> BranchKey:
        """See ``BranchKeyStore``."""
        return _found(self._active.get(branch_key_id), f"there is no branch key {branch_key_id!r}")

    def branch_key_version(self, branch_key_id: str, version: str) -> BranchKey:
        """See ``BranchKeyStore``."""
        return _found(self._versions.get((branch_key_id, version)), f"there is no version {version} of the branch key {branch_key_id!r}")


def require_branch_key_id(branch_key_id: object) -> str:
    """A branch key id that the caller gave, or a supplier.

    Raises:
        UsageError: ``invalid-argument``, no text, or an empty one.
    """
    if isinstance(branch_key_id, str) and branch_key_id and is_utf8(branch_key_id):
        return branch_key_id
    raise UsageError(Code.INVALID_ARGUMENT, "a branch key id is text, and not empty")


def _found(key: BranchKey | None, what: str) -> BranchKey:
    if key is None:
        raise error_for(Code.BRANCH_KEY_MISSING, what)
    return key


def is_uuid(text: object) -> bool:
    """Whether a text is a UUID in its usual form."""
    try:
        return isinstance(text, str) and str(uuid.UUID(text)) == text
    except ValueError:
        return False
