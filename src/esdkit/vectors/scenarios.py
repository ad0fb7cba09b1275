"""Messages that a manifest asks for: a scenario says what to write, with which keys, and how the message is then read.

Strategy: a writer gives the message of a scenario; tampering makes several vectors of one message. What esdkit as a writer draws itself
follows from a seed: plaintexts, data keys, IVs, message ids, signing keys. Bodies without frames and half-signed messages, which its
client does not write, are forged. What a message written by esdkit and read by esdkit shows is that the two agree, no more.
Invariants: what a manifest asks for is bounded by ``vector_set_size`` before it is written.
Not here: reading manifests (``manifests``), other programs as writers (``generate``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Literal

from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.cmm.base import EncryptionRequest, check_encryption_materials
from esdkit.crypto import signing
from esdkit.crypto.rand import RandomSource, draw
from esdkit.engine.client import Client
from esdkit.errors import Code, EsdkError, VectorError
from esdkit.forge import Draft, new_draft
from esdkit.frozen import frozen
from esdkit.keyrings.base import EncryptionMaterials
from esdkit.message import EncryptedDataKey, build, parse
from esdkit.message.sizes import framed_body_length
from esdkit.spec import CONSTANTS, LIMITS, SUITES, Suite
from esdkit.vectors.model import Accept, KeyDescription, Need, Reject, Unwritten, Vector
from esdkit.vectors.opening import open_keys

__all__ = ["HALF_SIGN", "TAMPERING", "Budget", "Scenario", "Write", "esdkit_writes", "policy_to_write", "seeded", "vectors_of"]

HALF_SIGN = "half-sign"
"""The tampering that the writer itself must do."""
_TRUNCATE, _MUTATE = "truncate", "mutate"
TAMPERING = (_TRUNCATE, _MUTATE, HALF_SIGN)
"""What is done to messages, as awses-decrypt-generate calls it."""

_GIVEN = EncryptedDataKey(b"static-material-keyring", b"", b"")  # of a data key that the manifest gives; no keyring opens it


@frozen
class Scenario:
    """A message to write, and how it is read.

    Attributes:
        frame_length: bytes; 0 for a body without frames.
        encryption_context: what the writer is given.
        encrypt_keys: the keyring or CMM of the writer.
        decrypt_keys: that of the reader.
        reproduced: the context that the reader is given.
        tampering: what is done to the message, ``truncate``, ``mutate``, ``half-sign``; empty for nothing.
        provider_infos: each takes the place of the provider information of all encrypted data keys, in a message of its own.
        unsigned_only: whether the reader refuses signed messages.
        refused: who must refuse; None for nobody.
    """

    id: str
    plaintext: bytes = field(repr=False)
    suite: Suite
    frame_length: int
    encryption_context: Mapping[str, str]
    encrypt_keys: KeyDescription
    decrypt_keys: KeyDescription
    reproduced: Mapping[str, str] = field(default_factory=dict)
    tampering: str = ""
    provider_infos: tuple[str, ...] = ()
    unsigned_only: bool = False
    refused: Literal["writer", "reader"] | None = None
    comment: str = ""


Write = Callable[[Scenario], bytes | Unwritten]
"""Writes the message of a scenario."""


class Budget:
    """What a manifest may ask for: ``vector_set_size`` bytes."""

    def __init__(self) -> None:
        self._left = LIMITS["vector_set_size"]

    def spend(self, length: int) -> None:
        """Count bytes that are going to be written.

        Raises:
            VectorError: ``archive-too-large``.
        """
        self._left -= length
        if self._left < 0:
            most = LIMITS["vector_set_size"]
            raise VectorError(Code.ARCHIVE_TOO_LARGE, f"the manifest asks for messages of more than {most} bytes together")


def seeded(seed: str) -> RandomSource:
    """Bytes that follow from a seed. For test vectors only: whoever knows the seed knows the keys."""
    number = 0

    def source(length: int) -> bytes:
        nonlocal number
        number += 1
        return hashlib.shake_256(f"{number}:{seed}".encode()).digest(length)

    return source


def policy_to_write(suite: Suite) -> CommitmentPolicy:
    """The policy that encrypts with a suite."""
    return CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT if suite.commitment else CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT


def vectors_of(scenarios: Iterable[Scenario | Vector], write: Write) -> Iterator[Vector]:
    """The vectors of some scenarios, in their order. What is a vector already stays one.

    Args:
        scenarios: read from a manifest.
        write: gives their messages.

    Raises:
        VectorError: ``archive-too-large``.
    """
    budget, items = Budget(), list(scenarios)
    budget.spend(sum(_length(item) for item in items if isinstance(item, Scenario)))
    for item in items:
        if isinstance(item, Vector):
            yield item
        else:
            yield from _vectors(item, write(item), budget)


def _length(scenario: Scenario) -> int:
    """About how long the message will be; a header adds little."""
    length = len(scenario.plaintext)
    return framed_body_length(scenario.suite, length, scenario.frame_length) if scenario.frame_length else length


def _vectors(scenario: Scenario, message: bytes | Unwritten, budget: Budget) -> Iterator[Vector]:
    vector = _vector(scenario)
    if isinstance(message, Unwritten):
        expected = scenario.refused == "writer" and message.outcome == "failed"
        yield replace(vector, unwritten=replace(message, outcome="passed") if expected else message)
    elif scenario.refused == "writer":
        what = "the message was written though the writer must refuse"
        yield replace(vector, unwritten=Unwritten("failed", Code.UNEXPECTED_SUCCESS.value, what))
    else:
        for suffix, data in _tampered(scenario, message, budget):
            yield replace(vector, id=scenario.id + suffix, ciphertext=data)


def _vector(scenario: Scenario) -> Vector:
    refused = scenario.refused or scenario.tampering or scenario.provider_infos
    return Vector(
        id=scenario.id,
        ciphertext=b"",
        expectation=Reject() if refused else Accept(scenario.plaintext),
        keys=scenario.decrypt_keys,
        encryption_context=scenario.reproduced,
        unsigned_only=scenario.unsigned_only,
        comment=scenario.comment,
    )


def _tampered(scenario: Scenario, message: bytes, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """What tampering makes of a message, each with the end of its id."""
    length = len(message)
    if scenario.tampering == _TRUNCATE:
        budget.spend(length * length // 2)
        yield from ((f"-first-{end}", message[:end]) for end in range(1, length))
    elif scenario.tampering == _MUTATE:
        budget.spend(8 * length * length)
        yield from ((f"-bit-{bit}", _flipped(message, bit)) for bit in range(8 * length))
    elif scenario.provider_infos:
        budget.spend(length * len(scenario.provider_infos))
        yield from ((f"-info-{number}", _with_info(message, info)) for number, info in enumerate(scenario.provider_infos, 1))
    else:
        yield "", message


def _flipped(message: bytes, bit: int) -> bytes:
    changed = bytearray(message)
    changed[bit // 8] ^= 0x80 >> bit % 8
    return bytes(changed)


def _with_info(message: bytes, info: str) -> bytes:
    parsed = parse(message)
    keys = tuple(replace(key, provider_info=info.encode("utf-8")) for key in parsed.header.encrypted_data_keys)
    return build(replace(parsed, header=replace(parsed.header, encrypted_data_keys=keys)))


# --- esdkit as the writer ---


def esdkit_writes(seed: str) -> Write:
    """esdkit as a writer whose messages follow from a seed, as far as it draws them itself: OpenSSL draws the padding of RSA and the
    ephemeral keys of ECDH."""
    return lambda scenario: _written(scenario, seeded(f"{seed}:{scenario.id}"))


def _written(scenario: Scenario, random: RandomSource) -> bytes | Unwritten:
    opened = open_keys(scenario.encrypt_keys)
    if opened.manager is None or opened.missing:
        return Unwritten("skipped", opened.missing[0].value, "a key to write its message with is not available here")
    try:
        if scenario.encrypt_keys.data_key is not None:
            return _under_given_key(scenario, scenario.encrypt_keys.data_key, random)
        if scenario.tampering == HALF_SIGN:
            if len(opened.keyrings) != 1 or "required_context" in scenario.encrypt_keys.keyring:
                return Unwritten("skipped", Need.KEYRING.value, "a half-signed message is written with one keyring")
            return _half_signed(scenario, opened.keyrings[0].on_encrypt, random)
        if scenario.frame_length == 0:
            return _non_framed(scenario, opened.manager, random)
        client = Client(commitment_policy=policy_to_write(scenario.suite), random=random)
        return client.encrypt(
            source=scenario.plaintext,
            cmm=opened.manager,
            encryption_context=dict(scenario.encryption_context),
            algorithm=scenario.suite,
            frame_length=scenario.frame_length,
        )[0]
    except EsdkError as error:
        return Unwritten("failed", error.code.value, f"esdkit does not write its message: {error.summary}")


def _non_framed(scenario: Scenario, manager: CryptographicMaterialsManager, random: RandomSource) -> bytes:
    request = EncryptionRequest(
        encryption_context=scenario.encryption_context,
        commitment_policy=policy_to_write(scenario.suite),
        suite=scenario.suite,
        max_plaintext_length=len(scenario.plaintext),
        random=random,
    )
    return _forged(scenario, check_encryption_materials(request, manager.get_encryption_materials(request)))


def _under_given_key(scenario: Scenario, data_key: bytes, random: RandomSource) -> bytes:
    scheme = scenario.suite.signature
    materials = EncryptionMaterials(
        suite=scenario.suite,
        encryption_context=scenario.encryption_context,
        signing_key=None if scheme is None else signing.generate_signing_key(scheme, random),
        random=random,
    )
    return _forged(scenario, materials.with_data_key(data_key).with_encrypted_data_key(_GIVEN))


def _half_signed(scenario: Scenario, wrap: Callable[[EncryptionMaterials], EncryptionMaterials], random: RandomSource) -> bytes:
    """A message of an unsigned suite that stores a public key, as one that signs does."""
    scheme = next(suite.signature for suite in SUITES.values() if suite.signature is not None)
    public_key = signing.encode_public_key(signing.generate_signing_key(scheme, random).public_key())
    context = {**scenario.encryption_context, CONSTANTS.public_key_name: public_key}
    return _forged(scenario, wrap(EncryptionMaterials(suite=scenario.suite, encryption_context=context, random=random)), context)


def _forged(scenario: Scenario, materials: EncryptionMaterials, stored: Mapping[str, str] | None = None) -> bytes:
    """A message from materials, with or without frames.

    Args:
        scenario: for its plaintext and frames.
        materials: keys and context.
        stored: the context that is stored; None for all pairs that are not required. Whoever signs adds the public key.
    """
    required = materials.required_context_keys
    if stored is None:
        unstored = {*required, CONSTANTS.public_key_name}
        stored = {key: value for key, value in materials.encryption_context.items() if key not in unstored}
    assert materials.data_key is not None
    draft = new_draft(
        suite=materials.suite,
        data_key=materials.data_key.reveal(),
        message_id=draw(materials.random, CONSTANTS.message_id_lengths[materials.suite.message_version]),
        encrypted_data_keys=materials.encrypted_data_keys,
        plaintext=scenario.plaintext,
        frame_length=scenario.frame_length or None,
        encryption_context=stored,
        required_context={key: materials.encryption_context[key] for key in required},
        signing_key=materials.signing_key,
    )
    return _signed(draft)


def _signed(draft: Draft) -> bytes:
    """The draft's message, with a signature that can be made again."""
    scheme = draft.header.suite.signature
    if scheme is None or draft.signing_key is None:
        return draft.seal()
    unsigned = draft.seal(signature=b"")[: -len(b"\0\0")]  # without the length of the signature
    digest = hashlib.new(scheme.hash, unsigned).digest()
    return draft.seal(signature=signing.sign(draft.signing_key, scheme, digest, deterministic=True))
