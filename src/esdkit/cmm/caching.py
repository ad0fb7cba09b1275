"""The caching CMM: one data key for many messages, within limits, so that a key provider is asked less often (framework/caching-cmm.md).

Strategy: a request that the cache may answer has an id; the entry with this id is what the underlying CMM returned for such a request
before. A hit is checked like anything that a CMM returns: the policy of this request, its suite, its required keys; only then is its use
counted and it returned. What the id does not cover is never cached, and always goes to the underlying CMM: required keys and reproduced
contexts (DEC-E17), an injected random source (DEC-CACHE-REPLAY), a plaintext of unknown length (DEC-CACHE-LENGTH).
Invariants: no data key encrypts more messages or bytes than the limits, whichever threads and caching CMMs of one partition share it; a
suite that does not derive its key is never cached, as its IVs would repeat. Materials in the cache are frozen, including their context.
Two threads that miss at once both ask the underlying CMM, and the later answer stays; a storm-tracking cache prevents that.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, Protocol, TypeVar

from esdkit.caches.base import Cache, Entry, require_cache, require_count, require_seconds
from esdkit.caches.identifiers import Resource, Scope, entry_id, require_partition_id
from esdkit.cmm.base import (
    CryptographicMaterialsManager,
    DecryptionRequest,
    EncryptionRequest,
    check_decrypt_suite,
    check_decryption_materials,
    check_encrypt_suite,
    check_encryption_materials,
)
from esdkit.cmm.default import DefaultCmm
from esdkit.crypto.rand import system_random
from esdkit.errors import Code, PolicyError, UsageError
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, Keyring
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.header import serialize_encrypted_data_key
from esdkit.spec import LIMITS, Suite

__all__ = ["CachingCmm"]

_log = logging.getLogger("esdkit")
_ROUNDS = 1_000  # of asking a cache again; none that forgets what it is told to comes near, and one that does not must not hang us

_Materials = TypeVar("_Materials", EncryptionMaterials, DecryptionMaterials)


class CachingCmm:
    """Stores the materials of another CMM in a cache, and uses them for several messages.

    Caching trades the isolation of messages for fewer calls: whoever gets one cached data key can read every message under it. The signing
    key of a suite that signs is part of the materials and is used again with them.

    Args:
        underlying: the CMM to ask on a miss; give either this or ``keyring``.
        keyring: the keyring of a ``DefaultCmm`` to ask on a miss.
        cache: any ``Cache``; threads need one that they may share, for example a ``SynchronizedCache``.
        max_age: how long materials are used, in seconds.
        max_messages: how many messages one data key may encrypt.
        max_bytes: how many bytes of plaintext one data key may encrypt.
        partition_id: caching CMMs with the same partition id share entries in a shared cache; None for no sharing.
        entry_ids: how ids are computed: ``sha384``, or ``sha512`` to share a cache with SDKs that use the older formula.

    Raises:
        UsageError: ``invalid-argument``: neither or both of ``underlying`` and ``keyring``, not a CMM, keyring or cache, or a number that
            is out of range.
    """

    def __init__(
        self,
        underlying: CryptographicMaterialsManager | None = None,
        *,
        keyring: Keyring | None = None,
        cache: Cache,
        max_age: float,
        max_messages: int = LIMITS["cached_messages"],
        max_bytes: int = LIMITS["cached_bytes"],
        partition_id: str | None = None,
        entry_ids: Literal["sha384", "sha512"] = "sha384",
    ) -> None:
        # Reqs: CMM-CAC-001, CMM-CAC-002, CMM-CAC-003, CMM-CAC-004, CMM-CAC-005, CMM-CAC-006, CMM-CAC-007
        if entry_ids not in _FORMULAS:
            raise UsageError(Code.INVALID_ARGUMENT, f"unknown entry_ids {entry_ids!r}: use {', '.join(_FORMULAS)}")
        self._cmm = _underlying(underlying, keyring)
        self._cache = require_cache(cache)
        self._max_age = require_seconds("max_age", max_age)
        self._max_messages = require_count("max_messages", max_messages, 1, LIMITS["cached_messages"])
        self._max_bytes = require_count("max_bytes", max_bytes, 1, LIMITS["cached_bytes"])
        self._ids = _FORMULAS[entry_ids](require_partition_id(partition_id))

    def __repr__(self) -> str:
        return f"CachingCmm({self._cmm!r}, max_age={self._max_age}, max_messages={self._max_messages}, max_bytes={self._max_bytes})"

    @property
    def underlying(self) -> CryptographicMaterialsManager:
        """The CMM that it asks on a miss."""
        return self._cmm

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        """Materials from the cache, if they may encrypt one more message of this length; otherwise new ones, which are stored.

        Args:
            request: what is asked for.

        Raises:
            PolicyError: ``policy-violation``: the policy does not encrypt with the suite, cached or not.
            MaterialsError: ``materials-invalid``: the underlying CMM returned wrong materials.
            EsdkError: whatever the underlying CMM or the cache raises.
        """
        # Reqs: CMM-CAC-008, CMM-CAC-009, CMM-CAC-010, CMM-CAC-011, CMM-CAC-012, CMM-CAC-013, CMM-CAC-014, CMM-CAC-018, CMM-CAC-019
        # Reqs: CMM-CAC-021, CMM-CAC-022
        if request.suite is not None:
            check_encrypt_suite(request.commitment_policy, request.suite)
        length = request.max_plaintext_length
        if length is None:
            _log.info("the cache is not used to encrypt: the plaintext has no known length; announce it with max_plaintext_length")
        if length is None or length > self._max_bytes or not _is_cacheable(request):
            return self._cmm.get_encryption_materials(request)
        identifier = self._ids.of_encryption(request)
        cached = self._cached(identifier, lambda entry: self._use(request, length, entry))
        if cached is not None:
            return cached
        wanted = replace(request, max_plaintext_length=self._max_bytes)  # the materials are for that much
        materials = _frozen(check_encryption_materials(wanted, self._cmm.get_encryption_materials(wanted)))
        if _derives(materials.suite):
            self._cache.put(identifier, materials, self._max_age, messages=1, plaintext_length=length)
        return materials

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        """Materials from the cache, if the same data keys were unwrapped before for the same context; otherwise new ones, which are stored.

        Args:
            request: what is asked for.

        Raises:
            PolicyError: ``policy-violation``: the policy does not decrypt with the suite, cached or not.
            MaterialsError: ``materials-invalid``: the underlying CMM returned wrong materials.
            EsdkError: whatever the underlying CMM or the cache raises.
        """
        # Reqs: CMM-CAC-015, CMM-CAC-016, CMM-CAC-017, CMM-CAC-018, CMM-CAC-020
        check_decrypt_suite(request.commitment_policy, request.suite)
        if not _derives(request.suite) or request.reproduced_encryption_context or request.js_locale:
            return self._cmm.decrypt_materials(request)
        identifier = self._ids.of_decryption(request)
        cached = self._cached(identifier, lambda entry: _of_this_context(request, entry))
        if cached is not None:
            return cached
        materials = _frozen(check_decryption_materials(request, self._cmm.decrypt_materials(request)))
        self._cache.put(identifier, materials, self._max_age)
        return materials

    def _cached(self, identifier: bytes, accept: Callable[[Entry], _Materials | None]) -> _Materials | None:
        """What the cache has and ``accept`` takes; None for a miss.

        An entry that is too old for this CMM, or not accepted, is removed, and the cache asked again: another thread may have put a new one
        in the meantime, and a storm-tracking cache must see every miss before anything is fetched.
        """
        # Reqs: CMM-CAC-003, CMM-CAC-009
        for _ in range(_ROUNDS):
            entry = self._cache.get(identifier)
            if entry is None:
                return None
            if self._cache.clock() - entry.creation < self._max_age:
                materials = accept(entry)
                if materials is not None:
                    return materials
            self._cache.delete(identifier, entry)
        return None

    def _use(self, request: EncryptionRequest, length: int, entry: Entry) -> EncryptionMaterials | None:
        """The materials of an entry, checked and counted; None if its limits are reached, or it was created under another policy."""
        # Reqs: CMM-CAC-012, CMM-CAC-018
        try:
            materials = check_encryption_materials(request, entry.materials)
        except PolicyError:  # the request names no suite, and the entry has the default of another policy (DEC-CACHE-POLICY)
            return None
        used = entry.use(length, max_messages=self._max_messages, max_bytes=self._max_bytes)
        return materials if used else None


def _underlying(cmm: object, keyring: Keyring | None) -> CryptographicMaterialsManager:
    """The CMM that is asked on a miss."""
    # Reqs: CMM-CAC-001, CMM-CAC-002
    if (cmm is None) == (keyring is None):
        raise UsageError(Code.INVALID_ARGUMENT, "give either underlying or keyring")
    if keyring is not None:
        return DefaultCmm(keyring)
    if not isinstance(cmm, CryptographicMaterialsManager):
        raise UsageError(Code.INVALID_ARGUMENT, "underlying needs get_encryption_materials and decrypt_materials, as a DefaultCmm has")
    return cmm


def _derives(suite: Suite) -> bool:
    """Whether each message has a key of its own, so that a data key may serve several."""
    # Reqs: CMM-CAC-008, CMM-CAC-015
    return suite.kdf != "identity"


def _is_cacheable(request: EncryptionRequest) -> bool:
    """Whether the id of a request covers all that its answer depends on, and its suite may share a data key."""
    # Reqs: CMM-CAC-008, CMM-CAC-020, CMM-CAC-021
    derives = request.suite is None or _derives(request.suite)
    return derives and not request.required_context_keys and request.random is system_random


def _of_this_context(request: DecryptionRequest, entry: Entry) -> DecryptionMaterials | None:
    """The materials of an entry, checked; None if they are of another context.

    The fields of a decryption's id have no lengths, so that somebody could create a message with the id of another one.
    """
    # Reqs: CMM-CAC-024
    materials = check_decryption_materials(request, entry.materials)
    return materials if materials.encryption_context == request.encryption_context else None


def _frozen(materials: _Materials) -> _Materials:
    """The materials with a context of their own: a user's own CMM may have returned a view of something that changes."""
    return replace(materials, encryption_context=dict(materials.encryption_context))


class _EntryIds(Protocol):
    """A formula of entry ids, for one partition."""

    def of_encryption(self, request: EncryptionRequest) -> bytes: ...

    def of_decryption(self, request: DecryptionRequest) -> bytes: ...


class _Sha384Ids:
    """Today's formula."""

    # Reqs: CMM-CAC-010, CMM-CAC-016

    def __init__(self, partition_id: str) -> None:
        self._partition_id = partition_id

    def of_encryption(self, request: EncryptionRequest) -> bytes:
        context = serialize_encryption_context(request.encryption_context)
        suffix = (b"\0", context) if request.suite is None else (b"\1", _suite_id(request.suite), context)
        return entry_id(Resource.CACHING_CMM, Scope.ENCRYPT, self._partition_id, *suffix)

    def of_decryption(self, request: DecryptionRequest) -> bytes:
        keys = b"".join(sorted(map(serialize_encrypted_data_key, request.encrypted_data_keys)))
        context = serialize_encryption_context(request.encryption_context)
        return entry_id(Resource.CACHING_CMM, Scope.DECRYPT, self._partition_id, _suite_id(request.suite), keys, context)


class _Sha512Ids:
    """The formula of 2020, with hashes inside the hash; SDKs whose caching CMM is older than the new formula still use it."""

    # Reqs: CMM-CAC-023

    _END_OF_KEYS = bytes(64)

    def __init__(self, partition_id: str) -> None:
        self._partition = _sha512(partition_id.encode("utf-8"))

    def of_encryption(self, request: EncryptionRequest) -> bytes:
        suite = b"\0" if request.suite is None else b"\1" + _suite_id(request.suite)
        return _sha512(self._partition + suite + _sha512(serialize_encryption_context(request.encryption_context)))

    def of_decryption(self, request: DecryptionRequest) -> bytes:
        keys = b"".join(sorted(_sha512(serialize_encrypted_data_key(key)) for key in request.encrypted_data_keys))
        context = _sha512(serialize_encryption_context(request.encryption_context))
        return _sha512(self._partition + _suite_id(request.suite) + keys + self._END_OF_KEYS + context)


def _sha512(data: bytes) -> bytes:
    return hashlib.sha512(data).digest()


def _suite_id(suite: Suite) -> bytes:
    return suite.id.to_bytes(2, "big")


_FORMULAS: dict[str, Callable[[str], _EntryIds]] = {"sha384": _Sha384Ids, "sha512": _Sha512Ids}
