"""Vectors that are derived from others: a base of ``vectors/native`` that an SDK wrote, and messages like it with one fact changed.

Strategy: a case either changes the base's own bytes and repairs nothing, or seals a new message of the base's suite, context and wrapping
key with the forge, under a data key and message id of its own, so that no two headers are authenticated under one key. Everything that a
case draws follows from its name: the same bases give the same bytes.
Not here: what the cases are, and asking SDKs.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from esdkit.cmm.config import read_keyring
from esdkit.crypto import aead
from esdkit.crypto.secret import Secret
from esdkit.forge import Draft, new_draft, seeded_signing_key
from esdkit.grammar.context import CONTEXT_PAIRS
from esdkit.grammar.trace import build
from esdkit.keyrings import RawAesKeyring, RawRsaKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials, Keyring
from esdkit.message import EncryptedDataKey, Header, parse_header
from esdkit.message.providers import RawAesKey, wrapping_key
from esdkit.spec import CONSTANTS, Suite
from vectors.generators import matrix, native

__all__ = ["Base", "Bases", "Case", "Derived", "keyring", "material", "seeded", "wrapped_under"]

PLAINTEXT_LENGTH = 20
FRAME_LENGTH = 8
"""A new message has three frames, the last of them half full."""
SMALL_LENGTH = 3
"""Bytes of plaintext of a message with one frame, for what is not about frames."""


def seeded(length: int, *what: str) -> bytes:
    """Bytes that follow from the seed of the vectors and from what they are for."""
    return hashlib.shake_256(" ".join(["esdkit vectors", str(matrix.SEED), *what]).encode("utf-8")).digest(length)


def material(name: str, keys: Mapping[str, Any]) -> bytes:
    """The key that a keyring file names, in the manifest's keys: ``NAME``, or ``NAME#ROLE`` of an entry with several."""
    entry, _, role = name.partition("#")
    if role.endswith("-public"):
        return base64.b64decode(keys[entry][f"{role.removesuffix('-public')}-material-public-key"])
    if role:
        return str(keys[entry][f"{role}-material"]).encode("ascii")
    return base64.b64decode(keys[entry]["branchKey"])


def keyring(description: Mapping[str, Any], keys: Mapping[str, Any]) -> Keyring:
    """The keyring of a description that has none below it."""
    if description["type"] == "keyring-file":
        made = read_keyring(description["keyring"], lambda source, lengths: material(source["file"], keys))
        assert isinstance(made, Keyring)
        return made
    entry = keys[description["key"]]
    namespace, name = description["provider-id"], entry["key-id"]
    if description["encryption-algorithm"] == "aes":
        return RawAesKeyring(namespace, name, base64.b64decode(entry["material"]))
    padding = f"oaep-{description['padding-hash']}" if "padding-hash" in description else "pkcs1"
    return RawRsaKeyring(namespace, name, padding, private_key=entry["material"])


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived vector.

    Attributes:
        name: its id.
        base: the id of the test that it was derived from.
        ciphertext: the message.
        comment: the one fact that it is about.
        requirements: ids.
        stage, code: where and how it must be refused; None when it must be accepted.
        plaintext_length: bytes of plaintext, when it must be accepted.
        members: what the reader has: key, data key, context, policy, limit, in the manifest's words.
        flags: the kinds of bug that it finds, ids of ``spec/vector_flags.yaml``.
        twin: the id of the valid message that a reader must open for its refusal to count; the base when None.
    """

    name: str
    base: str
    ciphertext: bytes
    comment: str
    requirements: tuple[str, ...]
    members: Mapping[str, Any]
    stage: str | None = None
    code: str | None = None
    plaintext_length: int | None = None
    flags: tuple[str, ...] = ()
    twin: str | None = None


class Base:
    """A message that an SDK wrote, and how it is read."""

    def __init__(self, name: str, test: Mapping[str, Any], keys: Mapping[str, Any]) -> None:
        self.name = name
        self.data = (native.FOLDER / test["ciphertext"].removeprefix("file://")).read_bytes()
        self.header: Header = parse_header(self.data)[0]
        self.key: dict[str, Any] = test["key"]
        self.keys = keys
        self.reproduced: dict[str, str] = test.get("encryption-context", {})

    @property
    def suite(self) -> Suite:
        return self.header.suite

    @property
    def context(self) -> dict[str, str]:
        """The stored context without the public key."""
        return {key: value for key, value in self.header.encryption_context.items() if key != CONSTANTS.public_key_name}

    def data_key(self) -> bytes:
        """The base's own plaintext data key."""
        materials = DecryptionMaterials(suite=self.suite, encryption_context={**self.reproduced, **self.header.encryption_context})
        data_key = keyring(self.key.get("underlying", self.key), self.keys).on_decrypt(materials, self.header.encrypted_data_keys).data_key
        assert data_key is not None
        return data_key.reveal()


Bases = Mapping[str, Base]


@dataclass(frozen=True, slots=True)
class Case:
    """One derived vector in the making. ``name`` seeds whatever it draws."""

    name: str
    base: Base
    key: Mapping[str, Any] | None = field(default=None)

    @property
    def reader_key(self) -> Mapping[str, Any]:
        """The description of the key that wraps and, unless a vector says otherwise, reads."""
        return self.base.key if self.key is None else self.key

    def seeded(self, length: int, what: str) -> bytes:
        """Bytes of this case's own."""
        return seeded(length, self.name, what)

    def draft(
        self, *, length: int = PLAINTEXT_LENGTH, frame_length: int | None = FRAME_LENGTH, context: Mapping[str, str] | None = None
    ) -> Draft:
        """A new valid message like the base: its suite, context and wrapping key; everything else is the case's own.

        Args:
            length: bytes of plaintext.
            frame_length: bytes per frame; None for a non-framed body.
            context: further pairs of the context.
        """
        return self.wrapped(self.unwrapped(length=length, frame_length=frame_length, context=context))

    def unwrapped(
        self, *, length: int = PLAINTEXT_LENGTH, frame_length: int | None = FRAME_LENGTH, context: Mapping[str, str] | None = None
    ) -> Draft:
        """The same without an encrypted data key."""
        suite = self.base.suite
        return new_draft(
            suite=suite,
            data_key=self.seeded(suite.data_key_length, "data key"),
            message_id=self.seeded(CONSTANTS.message_id_lengths[suite.message_version], "message id"),
            encrypted_data_keys=[],
            plaintext=native.plaintext(length),
            frame_length=frame_length,
            encryption_context={**self.base.context, **(context or {})},
            signing_key=seeded_signing_key(suite.signature, self.seeded(32, "signing key")) if suite.signature else None,
        )

    def small(self) -> Draft:
        """A new valid message like the base, of one frame, without an encrypted data key."""
        return self.unwrapped(length=SMALL_LENGTH)

    def draft_under_base_key(self, context: Mapping[str, str] | None = None) -> Draft:
        """A new valid message under the base's data key, as the base has it wrapped: RSA would not wrap it the same way twice.

        Args:
            context: the whole context; None for the base's.
        """
        suite = self.base.suite
        return new_draft(
            suite=suite,
            data_key=self.base.data_key(),
            message_id=self.seeded(CONSTANTS.message_id_lengths[suite.message_version], "message id"),
            encrypted_data_keys=self.base.header.encrypted_data_keys,
            plaintext=native.plaintext(PLAINTEXT_LENGTH),
            frame_length=FRAME_LENGTH,
            encryption_context=self.base.context if context is None else context,
            signing_key=seeded_signing_key(suite.signature, self.seeded(32, "signing key")) if suite.signature else None,
        )

    def drafts(self) -> Iterator[Draft]:
        """New messages that differ in their signing key, without end: for a case that needs a key or a signature of some form."""
        draft = self.draft()
        scheme = self.base.suite.signature
        assert scheme is not None
        for number in itertools.count():
            yield self.wrapped(draft.with_signing_key(seeded_signing_key(scheme, self.seeded(32, f"signing key {number}"))))

    def wrapped(self, draft: Draft, pairs: Iterable[tuple[bytes, bytes]] | None = None) -> Draft:
        """The draft with its data key wrapped under its context as it now stands, or under other pairs, which need not be text.

        A wrapping key that is raw AES is taken for granted here.
        """
        if pairs is None:
            return draft.with_header(encrypted_data_keys=(self.wrap(draft.header.encryption_context, draft.data_key),))
        stored = sorted(pairs)
        return wrapped_under(self, draft, build(CONTEXT_PAIRS, stored) if stored else b"")

    def wrap(self, context: Mapping[str, str], data_key: Secret, by: Keyring | None = None, iv: str = "") -> EncryptedDataKey:
        """A data key, wrapped under a context by the case's wrapping key or another one; ``iv`` tells several of one case apart."""
        materials = EncryptionMaterials(
            suite=self.base.suite,
            encryption_context=context,
            data_key=data_key,
            random=lambda length: seeded(length, self.name + iv, "iv"),
        )
        chosen = by or keyring(self.reader_key, self.base.keys)
        return chosen.on_encrypt(materials).encrypted_data_keys[0]

    # -------------------------------------------------------------------- results
    def refused(
        self,
        ciphertext: bytes,
        stage: str,
        code: str,
        comment: str,
        requirements: str,
        *,
        flags: str = "",
        twin: str | None = None,
        **members: Any,
    ) -> Derived:
        """The vector that must be refused.

        Args:
            ciphertext: the message.
            stage, code: where and how.
            comment: the fact.
            requirements: ids, separated by spaces.
            flags: ids, separated by spaces.
            twin: as in ``Derived``.
            members: the manifest's members for the reader with ``_`` for ``-``, where they are not the base's key alone.
        """
        found = {"flags": tuple(flags.split()), "twin": twin}
        return self._derived(ciphertext, comment, requirements, members, stage=stage, code=code, **found)

    def accepted(
        self, ciphertext: bytes, comment: str, requirements: str, *, length: int = PLAINTEXT_LENGTH, flags: str = "", **members: Any
    ) -> Derived:
        """The vector that must be accepted; arguments as for ``refused``, ``length`` in bytes of plaintext."""
        return self._derived(ciphertext, comment, requirements, members, plaintext_length=length, flags=tuple(flags.split()))

    def accepted_small(self, ciphertext: bytes, comment: str, requirements: str, *, flags: str, **members: Any) -> Derived:
        """The same for a message that was ``small``."""
        return self.accepted(ciphertext, comment, requirements, length=SMALL_LENGTH, flags=flags, **members)

    def _derived(self, ciphertext: bytes, comment: str, requirements: str, members: Mapping[str, Any], **expected: Any) -> Derived:
        named = {name.replace("_", "-"): value for name, value in members.items()}
        reader = {"key": self.reader_key, **named}
        ids: Sequence[str] = sorted(requirements.split())
        return Derived(self.name, self.base.name, ciphertext, comment, tuple(ids), reader, **expected)


def wrapped_under(case: Case, draft: Draft, aad: bytes) -> Draft:
    """The draft with its data key wrapped again under any authenticated bytes; the wrapping key is raw AES."""
    (good,) = draft.header.encrypted_data_keys
    entry = case.base.keys[case.reader_key["key"]]
    key = wrapping_key(good)
    assert isinstance(key, RawAesKey)
    wrapped, tag = aead.encrypt(base64.b64decode(entry["material"]), key.iv, aad, draft.data_key.reveal())
    return draft.with_header(encrypted_data_keys=(replace(good, ciphertext=wrapped + tag),))
