"""How a vector is read: under which policy and limits, and with which context.

Invariant: it is the same for esdkit itself and for a program under test. A manifest that states no policy gets the one that reads every
suite, because a suite that is refused proves nothing about a vector.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from esdkit.cmm import CommitmentPolicy
from esdkit.engine.client import Client
from esdkit.errors import EsdkError
from esdkit.message import Header, parse_header
from esdkit.vectors.model import Vector

__all__ = ["client_of", "header_of", "policy_of", "required_context", "unstored_context"]

_POLICY = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT


def policy_of(vector: Vector) -> CommitmentPolicy:
    """The reader's policy."""
    return _POLICY if vector.commitment_policy is None else CommitmentPolicy(vector.commitment_policy)


def client_of(vector: Vector) -> Client:
    """A client with the reader's policy and limits."""
    return Client(
        commitment_policy=policy_of(vector),
        max_encrypted_data_keys=vector.max_encrypted_data_keys,
        signed_streaming="refuse" if vector.unsigned_only else "allow",
    )


def header_of(vector: Vector) -> Header | None:
    """The message's header; None if it cannot be read."""
    try:
        return parse_header(vector.ciphertext)[0]
    except EsdkError:
        return None  # whoever reads the whole message says what is wrong with it


def unstored_context(vector: Vector) -> frozenset[str]:
    """The context keys that are reproduced and not stored: the required keys of a manifest that does not name them."""
    header = header_of(vector) if vector.keys is not None and vector.keys.leaves_context_open else None
    return frozenset() if header is None else frozenset(vector.encryption_context) - frozenset(header.encryption_context)


def required_context(vector: Vector) -> frozenset[str]:
    """The context keys that the reader says are authenticated and not stored."""
    return frozenset() if vector.keys is None else frozenset(_required(vector, vector.keys.keyring))


def _required(vector: Vector, description: Mapping[str, Any]) -> Iterator[str]:
    """The keys that a CMM and those below it require."""
    options = description.get("required_context")
    if options is not None:
        yield from unstored_context(vector) if options["keys"] is None else options["keys"]
        yield from _required(vector, options["underlying"])
