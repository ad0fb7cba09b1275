"""A vector as the question that a program under test is asked.

Strategy: the keyring of a vector is described as in a keyring file; here it becomes a keyring of the target's protocol. The pairs of the
context that the message does not store are those that the protocol calls required, whichever CMM the vector has: it knows no CMMs.
Invariants: a key that is not available here is left out and remembered, as ``opening`` does it. What the protocol or the program cannot say
or do is `Unsupported`, with the reason.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from esdkit.errors import Code
from esdkit.frozen import frozen
from esdkit.keyrings.description import described
from esdkit.spec import BEGINNINGS, SUITES, Suite
from esdkit.targets.base import Abilities, DecryptRequest, EncryptRequest, Keyring, Unsupported
from esdkit.vectors.model import UNAVAILABLE, KeyDescription, Need, Reject, Vector
from esdkit.vectors.reading import header_of, policy_of, required_context

__all__ = ["Question", "beyond", "not_stored_context", "question_of", "suite_of", "target_keyring"]

_PEM_WIDTH = 64
_NO_KEYS = "no valid message in the sets says which keys to read it with"


class _CannotSay(Exception):
    """The protocol has no word for it; the argument says for what."""


@frozen
class Question:
    """What a program is asked.

    Attributes:
        request: None when no key of the vector is available here.
        missing: what the keys that are not available need.
    """

    request: DecryptRequest | None
    missing: tuple[Need, ...] = ()


def question_of(vector: Vector, keys: KeyDescription | None) -> Question | Unsupported:
    """The question of a vector.

    Args:
        vector: the case.
        keys: the vector's, or of a vector without keys those of the valid message that it was made from.
    """
    if vector.unwritten is not None:
        return Unsupported(vector.unwritten.reason)
    if keys is None:
        return Unsupported(_NO_KEYS)
    if vector.unsigned_only and isinstance(vector.expectation, Reject):
        return Unsupported(f"the protocol has no reader that refuses signed messages ({Code.SIGNED_NOT_ALLOWED})")
    header = header_of(vector)
    if header is not None and isinstance(vector.expectation, Reject) and required_context(vector) & frozenset(header.encryption_context):
        return Unsupported("the protocol has no reader that requires a pair that the message stores")
    converted = target_keyring(keys)
    if isinstance(converted, Unsupported):
        return converted
    keyring, missing = converted
    if keyring is None:
        return Question(None, missing)
    return Question(
        DecryptRequest(
            message=vector.ciphertext,
            keyring=keyring,
            policy=policy_of(vector).value,
            max_encrypted_data_keys=vector.max_encrypted_data_keys,
            context=vector.encryption_context,
            required=sorted(not_stored_context(vector)),
        ),
        missing,
    )


def target_keyring(keys: KeyDescription) -> tuple[Keyring | None, tuple[Need, ...]] | Unsupported:
    """The keyring of a description as the protocol has it, without CMMs, and what the keys that are left out need.

    The keyring is None if none of its keys is available here.
    """
    conversion = _Conversion(keys)
    try:
        keyring = conversion.keyring(_below_cmms(keys.keyring))
    except _CannotSay as error:
        return Unsupported(str(error))
    return keyring, tuple(conversion.missing)


def not_stored_context(vector: Vector) -> frozenset[str]:
    """The context keys that the reader gives or requires and the message does not store."""
    header = header_of(vector)
    if header is None:
        return required_context(vector)
    return (required_context(vector) | frozenset(vector.encryption_context)) - frozenset(header.encryption_context)


def _below_cmms(description: Mapping[str, Any]) -> Mapping[str, Any]:
    options = description.get("required_context")
    return description if options is None else _below_cmms(options["underlying"])


class _Conversion:
    """A keyring of a keyring file on its way to one of the protocol. ``missing``: what the keys that are left out need."""

    def __init__(self, keys: KeyDescription) -> None:
        self._keys = keys.keys
        self.missing: list[Need] = []

    def keyring(self, description: Mapping[str, Any]) -> Keyring | None:
        """The keyring; None if its key is not available here."""
        ((kind, options),) = description.items()
        if kind == UNAVAILABLE:
            self.missing.append(Need(options))
            return None
        if kind == "multi":
            return self._multi(options)
        if kind in _KINDS:
            keyring = {**_KINDS[kind], **self._options(options)}
            _check_texts(keyring)
            return keyring
        if described(kind).aws:
            self.missing.append(Need.AWS_KMS)
            return None
        raise _CannotSay(f"the protocol has no keyring for {kind}")

    def _multi(self, options: Mapping[str, Any]) -> Keyring | None:
        generator = self.keyring(options["generator"]) if "generator" in options else None
        children = [child for child in map(self.keyring, options.get("children", ())) if child is not None]
        if generator is None and not children:
            return None
        return {"type": "multi", **({} if generator is None else {"generator": generator}), "children": children}

    def _options(self, options: Mapping[str, Any]) -> dict[str, Any]:
        return {_MEMBERS.get(name, name): self._value(name, value) for name, value in options.items()}

    def _value(self, name: str, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        key = self._keys[value["file"]]
        return key if name in _BYTES else _as_pem(key)


_KINDS: Mapping[str, Mapping[str, str]] = {
    "raw_aes": {"type": "raw-aes"},
    "raw_rsa": {"type": "raw-rsa"},
    "raw_ecdh_static": {"type": "raw-ecdh", "schema": "static"},
    "raw_ecdh_discovery": {"type": "raw-ecdh", "schema": "discovery"},
    "raw_ecdh_ephemeral": {"type": "raw-ecdh", "schema": "ephemeral"},
    "static_data_key": {"type": "data-key"},
}
"""Kinds of the keyring file, and what they are in the protocol."""
_MEMBERS = {"wrapping_key": "key", "data_key": "key", "private_key": "private", "public_key": "public"}
_BYTES = ("wrapping_key", "data_key")
"""Options whose keys are bytes; the others are PEM."""


def _as_pem(key: bytes) -> str:
    """A key as PEM text: manifests have public keys for key agreement in DER."""
    if key.lstrip().startswith(b"-----"):
        return key.decode("utf-8")
    lines = wrap(base64.b64encode(key).decode("ascii"), _PEM_WIDTH)
    return "\n".join(["-----BEGIN PUBLIC KEY-----", *lines, "-----END PUBLIC KEY-----", ""])


def _check_texts(keyring: Keyring) -> None:
    for name, value in keyring.items():
        if isinstance(value, str) and not _is_text(value):
            raise _CannotSay(f"the {name} of its key is not text")


def _is_text(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def beyond(request: DecryptRequest | EncryptRequest, abilities: Abilities) -> Unsupported | None:
    """What a request asks that the program says it cannot do; None if it says that it can.

    The suite of a message is read from the first bytes; what is not a known suite is not one that a program could lack.
    """
    lacking = [f"keyring {kind}" for kind in dict.fromkeys(_types(request.keyring)) if kind not in abilities.keys]
    lacking += _beyond_decrypt(request, abilities) if isinstance(request, DecryptRequest) else _beyond_encrypt(request, abilities)
    if request.policy not in abilities.policies:
        lacking.append(f"policy {request.policy}")
    if request.required and not abilities.required_context:
        lacking.append("context that is not stored")
    if request.stream and not abilities.streaming:
        lacking.append("streaming")
    return Unsupported(f"it does not have: {', '.join(lacking)}") if lacking else None


def _beyond_decrypt(request: DecryptRequest, abilities: Abilities) -> Iterator[str]:
    suite = suite_of(request.message)
    if suite is not None and suite.hex_id not in abilities.suites:
        yield f"suite {suite.hex_id}"
    if request.max_encrypted_data_keys is not None and not abilities.max_encrypted_data_keys:
        yield "limit of encrypted data keys"


def _beyond_encrypt(request: EncryptRequest, abilities: Abilities) -> Iterator[str]:
    if not abilities.encrypt:
        yield "encryption"
    if request.suite not in abilities.suites:
        yield f"suite {request.suite}"
    if request.frame_length == 0 and not abilities.non_framed:
        yield "a body without frames"
    if request.frame_length and request.frame_length not in abilities.frame_lengths:
        yield f"frame length {request.frame_length}"


def suite_of(message: bytes) -> Suite | None:
    """The suite that a message's first bytes name, whatever follows; None if no message begins so."""
    return next((suite for beginning, suite in zip(BEGINNINGS, SUITES.values(), strict=True) if message.startswith(beginning)), None)


def _types(keyring: Keyring) -> Iterator[str]:
    """The types of a keyring of the protocol and of those below it."""
    yield keyring["type"]
    if keyring.get("generator") is not None:
        yield from _types(keyring["generator"])
    for child in keyring.get("children", ()):
        yield from _types(child)
