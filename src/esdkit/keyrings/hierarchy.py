"""The hierarchical keyring: data keys wrapped under branch keys, which are fetched once for many messages
(framework/aws-kms/aws-kms-hierarchical-keyring.md).

Strategy: a branch key comes from a store and stays in a cache for a time to live; each data key is wrapped with AES-GCM under a key that
is derived from the branch key and a new salt. Encrypting uses the active version, decrypting the one that the encrypted data key names.
Invariants: no wrapping key is used for two data keys; the context, the branch key's id and its version are bound to each. A branch key from
a shared cache is not used if it is older than this keyring's own time to live.
Not here: where branch keys are stored (``key_store``).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from esdkit.caches import Cache, StormTrackingCache, SynchronizedCache
from esdkit.caches.base import require_cache, require_seconds
from esdkit.caches.identifiers import Resource, Scope, entry_id, require_partition_id
from esdkit.crypto import aead
from esdkit.crypto.kbkdf import kbkdf_counter_hmac
from esdkit.crypto.rand import draw
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, KeyringError, UsageError
from esdkit.grammar.decoder import decoder
from esdkit.grammar.edk import HIERARCHY_CIPHERTEXT
from esdkit.grammar.encoder import encoder
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Refused,
    open_first,
    require_no_data_key,
    with_some_data_key,
)
from esdkit.keyrings.branch_key import BranchKey, BranchKeyStore, StaticBranchKeyStore, require_branch_key_id
from esdkit.keyrings.description import Description, Key, Text
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import CONSTANTS, FIELDS, error_for, provider_id_of

__all__ = ["DESCRIPTIONS", "BranchKeyIdSupplier", "HierarchicalKeyring"]

BranchKeyIdSupplier = Callable[[Mapping[str, str]], str]
"""Returns the branch key id of a message, from its encryption context, on encrypt and on decrypt. It raises to refuse a context."""

_HIERARCHY = CONSTANTS.hierarchy
_PROVIDER_ID = provider_id_of("hierarchy")  # in the data key, as label of the key derivation, and first in the AAD


class HierarchicalKeyring:
    """Wraps data keys under branch keys, which it fetches once for many messages.

    Args:
        key_store: the store of the branch keys, for example a ``DynamoDbKeyStore``.
        ttl: how long a branch key is used before it is fetched again, in seconds.
        branch_key_id: the branch key of all messages; give either this or ``branch_key_id_supplier``.
        branch_key_id_supplier: a function from a message's encryption context to its branch key id.
        cache: a ``Cache`` that threads may share; None for a new one.
        partition_id: keyrings with the same partition id share entries in a shared cache; None for no sharing.

    Raises:
        UsageError: ``invalid-argument``: neither or both of ``branch_key_id`` and ``branch_key_id_supplier``, a ``ttl`` that is not above
            zero, not a key store or cache, or a storm-tracking cache whose grace period is not below the ``ttl``.
    """

    def __init__(
        self,
        key_store: BranchKeyStore,
        *,
        ttl: float,
        branch_key_id: str | None = None,
        branch_key_id_supplier: BranchKeyIdSupplier | None = None,
        cache: Cache | None = None,
        partition_id: str | None = None,
    ) -> None:
        # Reqs: HIE-INI-001, HIE-INI-002, HIE-INI-003, HIE-INI-004, HIE-INI-005, HIE-INI-006
        if not isinstance(key_store, BranchKeyStore):
            raise UsageError(
                Code.INVALID_ARGUMENT, "key_store needs logical_name, active_branch_key and branch_key_version, as a DynamoDbKeyStore has"
            )
        if (branch_key_id is None) == (branch_key_id_supplier is None):
            raise UsageError(Code.INVALID_ARGUMENT, "give either branch_key_id or branch_key_id_supplier")
        self._store = key_store
        self._ttl = require_seconds("ttl", ttl)
        self._branch_key_id = None if branch_key_id is None else require_branch_key_id(branch_key_id)
        self._supplier = branch_key_id_supplier
        self._cache = SynchronizedCache(_HIERARCHY.default_cache_capacity) if cache is None else require_cache(cache)
        self._partition_id = require_partition_id(partition_id)
        if isinstance(cache, StormTrackingCache) and cache.grace_period >= ttl:
            what = f"the cache refreshes entries {cache.grace_period} seconds before they expire, but the ttl is {ttl}: it would keep none"
            raise UsageError(Code.INVALID_ARGUMENT, what, hint="Use a longer ttl, or a cache with a shorter grace_period.")

    def __repr__(self) -> str:
        whose = "branch_key_id_supplier=…" if self._branch_key_id is None else f"branch_key_id={self._branch_key_id!r}"
        return f"HierarchicalKeyring({self._store!r}, {whose}, ttl={self._ttl})"

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Generate the data key if there is none, and wrap it under the active branch key; see ``Keyring.on_encrypt``.

        Raises:
            KeyringError: from the key store.
            UsageError: ``invalid-argument``: the encryption context is not text or too long, or the supplier did not return an id.
        """
        # Reqs: HIE-ENC-001, HIE-ENC-002, HIE-ENC-003, HIE-ENC-004, HIE-WRP-001
        context = serialize_encryption_context(materials.encryption_context)
        branch_key = self._active(self._id_for(materials.encryption_context))
        materials, data_key = with_some_data_key(materials)
        salt = draw(materials.random, _size("salt"))
        iv = draw(materials.random, _size("iv"))
        key = _wrapping_key(branch_key, salt)
        encrypted, tag = aead.encrypt(key, iv, _bound(branch_key, context), data_key)
        ciphertext = encoder(HIERARCHY_CIPHERTEXT)((salt, iv, branch_key.version_bytes, encrypted, tag))
        return materials.with_encrypted_data_key(EncryptedDataKey(_PROVIDER_ID, branch_key.branch_key_id.encode("utf-8"), ciphertext))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Unwrap the first encrypted data key that this message's branch key wrapped; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could be unwrapped; ``attempts`` says why for each, including what the key store said.
            UsageError: ``invalid-argument``: the encryption context is not text or too long, or the supplier did not return an id.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: HIE-DEC-001, HIE-DEC-002, HIE-DEC-003, HIE-DEC-008
        require_no_data_key(materials)
        contexts = materials.bound_contexts
        branch_key_id = self._id_for(materials.encryption_context)
        length = materials.suite.data_key_length
        return open_first(self, materials, encrypted_data_keys, lambda key: self._open(key, branch_key_id, contexts, length))

    def _open(self, encrypted_data_key: EncryptedDataKey, branch_key_id: str, contexts: Sequence[bytes], length: int) -> bytes:
        # Reqs: HIE-DEC-002, HIE-DEC-003, HIE-DEC-004, HIE-DEC-005, HIE-DEC-006, HIE-DEC-007
        if encrypted_data_key.provider_id != _PROVIDER_ID:
            raise Refused(f"its provider id is not {_PROVIDER_ID.decode()}")
        if encrypted_data_key.provider_info != branch_key_id.encode("utf-8"):
            raise Refused(f"it was wrapped under the branch key {encrypted_data_key.provider_info.decode('utf-8', 'replace')!r}")
        read = decoder(HIERARCHY_CIPHERTEXT)(
            encrypted_data_key.ciphertext, 0, len(encrypted_data_key.ciphertext), {"hierarchy.encrypted_key": length}
        )
        if read is None or read[1] != len(encrypted_data_key.ciphertext):
            raise Refused(f"its ciphertext has the wrong length for a {length}-byte data key")
        salt, iv, version, encrypted, tag = read[0]
        try:
            branch_key = self._version(branch_key_id, str(uuid.UUID(bytes=version)))
        except KeyringError as error:
            raise Refused(f"its branch key cannot be fetched: {error.message}", hint=error.hint, code=error.cause) from error
        wrapping_key = _wrapping_key(branch_key, salt)
        for context in contexts:
            with suppress(aead.InvalidTag):
                return aead.decrypt(wrapping_key, iv, _bound(branch_key, context), encrypted, tag)
        raise Refused("it does not open: the encryption context differs, or it was changed", tried=True)

    def _id_for(self, encryption_context: Mapping[str, str]) -> str:
        # Reqs: HIE-INI-002
        if self._supplier is None:
            assert self._branch_key_id is not None
            return self._branch_key_id
        return require_branch_key_id(self._supplier(encryption_context))

    def _active(self, branch_key_id: str) -> BranchKey:
        """The version to wrap with, from the cache or the store."""
        # Reqs: HIE-ENC-002, HIE-CAC-001
        identifier = self._entry_id(Scope.ENCRYPT, branch_key_id)
        return self._kept(identifier, branch_key_id, lambda: self._store.active_branch_key(branch_key_id))

    def _version(self, branch_key_id: str, version: str) -> BranchKey:
        """One version, from the cache or the store."""
        # Reqs: HIE-DEC-005, HIE-CAC-001
        identifier = self._entry_id(Scope.DECRYPT, branch_key_id, version.encode("ascii"))
        key = self._kept(identifier, branch_key_id, lambda: self._store.branch_key_version(branch_key_id, version))
        if key.version != version:
            raise error_for(Code.MATERIALS_INVALID, "the key store returned the wrong version of the branch key")
        return key

    def _entry_id(self, scope: Scope, branch_key_id: str, *suffix: bytes) -> bytes:
        # Reqs: HIE-CAC-002
        fields = (self._store.logical_name.encode("utf-8"), branch_key_id.encode("utf-8"), *suffix)
        return entry_id(Resource.HIERARCHICAL_KEYRING, scope, self._partition_id, *fields)

    def _kept(self, identifier: bytes, branch_key_id: str, fetch: Callable[[], BranchKey]) -> BranchKey:
        """What the cache has, if it is not too old for this keyring; otherwise what ``fetch`` returns, which goes into the cache."""
        # Reqs: HIE-CAC-001, HIE-CAC-003
        entry = self._cache.get(identifier)
        if entry is not None and self._cache.clock() - entry.creation <= self._ttl:
            return _checked(entry.materials, branch_key_id)
        branch_key = _checked(fetch(), branch_key_id)
        self._cache.put(identifier, branch_key, self._ttl)
        return branch_key


def _checked(branch_key: object, branch_key_id: str) -> BranchKey:
    """What a store or cache returned, if it is this branch key."""
    if isinstance(branch_key, BranchKey) and branch_key.branch_key_id == branch_key_id:
        return branch_key
    raise error_for(Code.MATERIALS_INVALID, "the key store or cache did not return the branch key that was asked for")


def _wrapping_key(branch_key: BranchKey, salt: bytes) -> bytes:
    # Reqs: HIE-WRP-002, HIE-WRP-003
    length = _HIERARCHY.wrapping_key_length
    return kbkdf_counter_hmac(_HIERARCHY.derivation_hash, branch_key.key.reveal(), _PROVIDER_ID, salt, length)


def _bound(branch_key: BranchKey, context: bytes) -> bytes:
    """What the wrapped data key is bound to."""
    # Reqs: HIE-WRP-005
    return _PROVIDER_ID + branch_key.branch_key_id.encode("utf-8") + branch_key.version_bytes + context


def _size(name: str) -> int:
    size = FIELDS[f"hierarchy.{name}"].size
    assert isinstance(size, int)
    return size


_STATIC_TTL = 86400.0  # seconds; a branch key that is held does not change


def _static(*, branch_key_id: str, branch_key_version: str, branch_key: bytes) -> HierarchicalKeyring:
    """A hierarchical keyring over one version of a branch key that the caller holds."""
    key = BranchKey(branch_key_id=branch_key_id, version=branch_key_version, key=Secret(branch_key))
    return HierarchicalKeyring(StaticBranchKeyStore([key]), branch_key_id=branch_key_id, ttl=_STATIC_TTL)


DESCRIPTIONS = {
    "hierarchical_static": Description(
        _static, {"branch_key_id": Text(), "branch_key_version": Text(), "branch_key": Key((_HIERARCHY.branch_key_length,))}
    )
}
