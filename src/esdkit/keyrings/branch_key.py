"""Branch keys, and what a store of them is (framework/branch-key-store.md).

Strategy: the hierarchical keyring asks a store for two things, the active version of a branch key and one version of it; any object that
gives them is a store. ``key_store`` has the one on DynamoDB; ``StaticBranchKeyStore`` has keys that you give it.
Invariants: a branch key is a ``Secret`` of its length; a version is the text of a UUID in its usual form.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Protocol, runtime_checkable

from esdkit.caches.identifiers import is_utf8
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.keyrings.base import require_list
from esdkit.spec import CONSTANTS, error_for

__all__ = ["BranchKey", "BranchKeyStore", "StaticBranchKeyStore", "is_uuid", "require_branch_key_id"]


@frozen(kw_only=True)
class BranchKey:
    """One version of a branch key.

    Args:
        branch_key_id: the branch key's id, the same for all versions.
        version: a UUID, in lower case with hyphens.
        key: the key; 32 bytes.
        encryption_context: what was bound to the key when it was created, without the store's own pairs.

    Raises:
        UsageError: ``invalid-argument``: the id is empty, or the version is not a UUID. ``invalid-key``: the key has the wrong length.
    """

    # Reqs: HIE-BRK-001

    branch_key_id: str
    version: str
    key: Secret
    encryption_context: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_branch_key_id(self.branch_key_id)
        if not is_uuid(self.version):
            raise UsageError(Code.INVALID_ARGUMENT, "the version of a branch key must be a UUID in lower case with hyphens")
        if len(self.key) != CONSTANTS.hierarchy.branch_key_length:
            expected = CONSTANTS.hierarchy.branch_key_length
            raise UsageError(Code.INVALID_KEY, f"wrong branch key length: got {len(self.key)} bytes, expected {expected}")

    @property
    def version_bytes(self) -> bytes:
        """The version as 16 bytes."""
        return uuid.UUID(self.version).bytes


@runtime_checkable
class BranchKeyStore(Protocol):
    """Gives branch keys. Any object with these three members is one."""

    # Reqs: HIE-BRK-002

    @property
    def logical_name(self) -> str:
        """The store's name; it keeps the entries of different stores in a shared cache apart."""
        ...

    def active_branch_key(self, branch_key_id: str) -> BranchKey:
        """The version to wrap with.

        Args:
            branch_key_id: the branch key.

        Raises:
            KeyringError: there is none, or it cannot be fetched.
        """
        ...

    def branch_key_version(self, branch_key_id: str, version: str) -> BranchKey:
        """One version, to unwrap with.

        Args:
            branch_key_id: the branch key.
            version: its version, a UUID.

        Raises:
            KeyringError: there is none, or it cannot be fetched.
        """
        ...


class StaticBranchKeyStore:
    """A store of branch keys that you have: for tests, and for messages whose branch keys were exported.

    Args:
        keys: the branch keys; the first one of each id is its active version.
        logical_name: the store's name, see ``BranchKeyStore``.

    Raises:
        UsageError: ``invalid-argument``: not a list of branch keys.
    """

    def __init__(self, keys: Iterable[BranchKey], logical_name: str = "static") -> None:
        self.logical_name = logical_name
        self._versions: dict[tuple[str, str], BranchKey] = {}
        self._active: dict[str, BranchKey] = {}
        for key in require_list("keys", keys, "BranchKey(…)"):
            if not isinstance(key, BranchKey):
                raise UsageError(Code.INVALID_ARGUMENT, f"keys must be a list of BranchKey, but it contains {type(key).__name__}")
            self._versions[key.branch_key_id, key.version] = key
            self._active.setdefault(key.branch_key_id, key)

    def __repr__(self) -> str:
        return f"StaticBranchKeyStore({sorted(self._active)})"

    def active_branch_key(self, branch_key_id: str) -> BranchKey:
        """The active version; see ``BranchKeyStore``."""
        return _found(self._active.get(branch_key_id), f"there is no branch key {branch_key_id!r}")

    def branch_key_version(self, branch_key_id: str, version: str) -> BranchKey:
        """One version; see ``BranchKeyStore``."""
        return _found(self._versions.get((branch_key_id, version)), f"there is no version {version} of the branch key {branch_key_id!r}")


def require_branch_key_id(branch_key_id: object) -> str:
    """A branch key id that was given, or that a supplier returned.

    Raises:
        UsageError: ``invalid-argument``: not text, or empty.
    """
    if isinstance(branch_key_id, str) and branch_key_id and is_utf8(branch_key_id):
        return branch_key_id
    raise UsageError(Code.INVALID_ARGUMENT, "a branch key id must be text that is not empty")


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
