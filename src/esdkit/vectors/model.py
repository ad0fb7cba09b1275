"""What a vector is, whatever manifest it comes from.

Invariants: everything is frozen and can be sent to another process; no key, plaintext or ciphertext shows in a ``repr``.
Not here: reading manifests (``manifests``), making keyrings (``opening``), judging (``verdict``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any, Literal

from esdkit.frozen import frozen

__all__ = [
    "UNAVAILABLE",
    "Accept",
    "EncryptVector",
    "Expectation",
    "KeyDescription",
    "KnownAnswers",
    "Need",
    "Refuse",
    "Reject",
    "Released",
    "Unwritten",
    "Vector",
    "VectorSet",
    "Write",
    "given_data_key",
]

UNAVAILABLE = "unavailable"
"""The kind of a keyring that cannot be made here; its options are what it needs."""


class Need(StrEnum):
    """What a key that is not available needs; the ``code`` of a skipped vector."""

    AWS_KMS = "needs-aws-kms"
    KEYRING = "needs-keyring"


@frozen
class KeyDescription:
    """The keyring or CMM of a case, described as in a keyring file.

    Attributes:
        keyring: what ``cmm.config.read_keyring`` takes, with two additions: ``{unavailable: NEED}`` is a keyring that cannot be made here,
            and ``keys`` of a required context may be None for what is reproduced and not stored in the message.
        keys: what ``{file: NAME}`` stands for, by name.
        entries: the entries of the keys manifest that the description names, as the manifest has them; ``#ROLE`` is not part of a name.
    """

    keyring: Mapping[str, Any]
    keys: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    entries: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def data_key(self) -> bytes | None:
        """The plaintext data key, where the description gives just that."""
        options = self.keyring.get("static_data_key")
        return None if options is None else self.keys[options["data_key"]["file"]]

    @property
    def leaves_context_open(self) -> bool:
        """Whether the required context is whatever is reproduced and not stored."""
        options = self.keyring.get("required_context")
        return options is not None and options["keys"] is None


def given_data_key(data_key: bytes) -> KeyDescription:
    """The description of a plaintext data key that the manifest gives."""
    return KeyDescription({"static_data_key": {"data_key": {"file": "data-key"}}}, {"data-key": data_key})


@frozen
class Accept:
    """The message decrypts to this plaintext; None where it is not known, and any plaintext will do."""

    plaintext: bytes | None = field(repr=False)


@frozen
class Released:
    """The most plaintext that a streaming reader may release before it refuses: its length in bytes, and its SHA-256 in hexadecimal."""

    length: int
    sha256: str


@frozen
class Reject:
    """The message is refused, at this stage with this error code.

    All members are None where the manifest does not say.
    """

    stage: str | None = None
    code: str | None = None
    released: Released | None = None


Expectation = Accept | Reject


@frozen
class KnownAnswers:
    """Values on the way that the message must have or give; None where the manifest does not say."""

    message_id: bytes | None = None
    encryption_context: Mapping[str, str] | None = None
    commit_key: bytes | None = None
    content_key: bytes | None = field(default=None, repr=False)


@frozen
class Unwritten:
    """Why there is no message where a manifest has one written instead of giving it.

    Attributes:
        outcome: of the case: ``skipped`` for what cannot be asked of a writer here, ``passed`` for a refusal that was expected.
        code: an error code, or what the writer needs.
        reason: one line for people.
    """

    outcome: Literal["passed", "failed", "skipped"]
    code: str
    reason: str


@frozen
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
        twin: the id, in the same manifest, of the valid message that a reader must open for its refusal to count; None where the manifest
            names none.
        flags: the kinds of bug that it finds.
        unwritten: why ``ciphertext`` is empty although the manifest asks for a message; None where there is one.
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
    twin: str | None = None
    flags: tuple[str, ...] = ()
    unwritten: Unwritten | None = None


@frozen
class Write:
    """What an encryption must write.

    Attributes:
        length: of the message, in bytes.
        beginning: the whole message of a suite that does not sign, otherwise header and body; None where the length alone is given.
    """

    length: int
    beginning: bytes | None = None


@frozen
class Refuse:
    """An encryption fails with this error code and writes nothing."""

    code: str


@frozen
class EncryptVector:
    """One case of an encryption.

    Attributes:
        id: the manifest's key.
        plaintext: None where its length alone is announced.
        plaintext_length: bytes.
        keys: what wraps the data key.
        expectation: what must come out.
        comment: the one fact that it is about.
        draws: what the encryption draws at random, in the order in which it is drawn; empty where nothing comes to that.
        suite: None for the policy's default.
        commitment_policy: a name of ``commitment_policies`` in spec/suites.yaml; None for the strictest.
        frame_length: bytes; None for the default.
    """

    id: str
    plaintext: bytes | None = field(repr=False)
    plaintext_length: int
    keys: KeyDescription
    expectation: Write | Refuse
    comment: str
    draws: tuple[bytes, ...] = field(default=(), repr=False)
    suite: int | None = None
    commitment_policy: str | None = None
    encryption_context: Mapping[str, str] = field(default_factory=dict)
    frame_length: int | None = None
    max_encrypted_data_keys: int | None = None
    max_plaintext_length: int | None = None


@frozen
class VectorSet:
    """The cases of one manifest, in its order.

    Attributes:
        name: the folder's or zip's name.
        kind: the manifest's type and version, for people.
        vectors: messages to be read.
        encryptions: what must be written or refused.
    """

    name: str
    kind: str
    vectors: tuple[Vector, ...] = ()
    encryptions: tuple[EncryptVector, ...] = ()
