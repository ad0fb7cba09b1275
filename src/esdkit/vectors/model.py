"""What a vector is, whatever manifest it stands in.

Invariants: everything is frozen and can be sent to another process; no key, plaintext or ciphertext shows in a ``repr``.
Not here: reading manifests (``manifests``), making keyrings (``keys``), judging (``verdict``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

__all__ = [
    "Accept",
    "AwsKms",
    "Expectation",
    "GivenDataKey",
    "KeyDescription",
    "KnownAnswers",
    "MultiKeyrings",
    "Need",
    "RawAes",
    "RawEcdh",
    "RawRsa",
    "Reject",
    "RequiredContext",
    "StaticHierarchy",
    "Unavailable",
    "Vector",
    "VectorSet",
]


class Need(StrEnum):
    """Why a data key cannot be had here; the ``code`` of a skipped vector."""

    AWS_KMS = "needs-aws-kms"
    KEYRING = "needs-keyring"


@dataclass(frozen=True, slots=True)
class RawAes:
    """A raw AES keyring."""

    namespace: str
    name: str
    wrapping_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RawRsa:
    """A raw RSA keyring. ``padding`` is a name of ``raw_rsa.paddings`` in spec/constants.yaml, ``private_key`` PEM text."""

    namespace: str
    name: str
    padding: str
    private_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class GivenDataKey:
    """The plaintext data key itself."""

    data_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RawEcdh:
    """A raw ECDH keyring: static with a public key (DER), discovery without. ``private_key`` is PEM text."""

    curve: str
    private_key: str = field(repr=False)
    public_key: bytes | None


@dataclass(frozen=True, slots=True)
class StaticHierarchy:
    """A hierarchical keyring over one version of a branch key that the manifest gives.

    Attributes:
        branch_key_id: the name that goes into the message.
        version: the version's UUID.
        branch_key: the key.
    """

    branch_key_id: str
    version: str
    branch_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AwsKms:
    """A KMS keyring: the class of ``esdkit.keyrings`` that it is, with a method that makes it if the class does not, and its options."""

    keyring: str
    options: Mapping[str, Any]
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A key that cannot be used here.

    Attributes:
        kind: the description's or key's type, in the manifest's words.
        need: what would be needed.
        aws: the keyring, where AWS KMS is all that is needed.
    """

    kind: str
    need: Need
    aws: AwsKms | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class MultiKeyrings:
    """A multi-keyring: the generator, if any, then the children."""

    generator: KeyDescription | None
    children: tuple[KeyDescription, ...]


@dataclass(frozen=True, slots=True)
class RequiredContext:
    """A required-encryption-context CMM.

    Attributes:
        required_keys: the keys; None for what is reproduced and not stored in the message.
        underlying: what it stands on.
    """

    required_keys: tuple[str, ...] | None
    underlying: KeyDescription


KeyDescription = RawAes | RawRsa | RawEcdh | GivenDataKey | StaticHierarchy | Unavailable | MultiKeyrings | RequiredContext


@dataclass(frozen=True, slots=True)
class Accept:
    """The message decrypts to this plaintext."""

    plaintext: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reject:
    """The message is refused, at this stage with this error code; both are None where the manifest does not say."""

    stage: str | None = None
    code: str | None = None


Expectation = Accept | Reject


@dataclass(frozen=True, slots=True)
class KnownAnswers:
    """Values on the way that the message must have or give; None where the manifest does not say."""

    message_id: bytes | None = None
    encryption_context: Mapping[str, str] | None = None
    commit_key: bytes | None = None
    content_key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Vector:
    """One case.

    Attributes:
        id: the manifest's key.
        keys: None where the expectation needs no key.
        encryption_context: what the reader asks for or reproduces.
        commitment_policy: a name of ``commitment_policies`` in spec/suites.yaml; None for the runner's own.
        unsigned_only: the reader refuses signed messages.
        known: values on the way.
        deviation: why the expectation is not the manifest's own; None where it is.
        comment: what the manifest says about the case; empty where it says nothing.
    """

    id: str
    ciphertext: bytes = field(repr=False)
    expectation: Expectation
    keys: KeyDescription | None
    encryption_context: Mapping[str, str] = field(default_factory=dict)
    commitment_policy: str | None = None
    max_encrypted_data_keys: int | None = None
    unsigned_only: bool = False
    known: KnownAnswers | None = None
    deviation: str | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class VectorSet:
    """The cases of one manifest, in its order.

    Attributes:
        name: the folder's or zip's name.
        kind: the manifest's type and version, for people.
    """

    name: str
    kind: str
    vectors: tuple[Vector, ...]
