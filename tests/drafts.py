"""Valid messages of every suite to put one fault in: forged, with a raw AES keyring that opens them behind one that is foreign."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from esdkit import Client
from esdkit.cmm import DefaultCmm
from esdkit.cmm.base import DecryptionRequest, EncryptionRequest
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, EsdkError
from esdkit.forge import Draft, new_draft, seeded_signing_key
from esdkit.keyrings import RawAesKeyring
from esdkit.keyrings.base import DecryptionMaterials, EncryptionMaterials
from esdkit.message import EncryptedDataKey
from esdkit.spec import CONSTANTS, SUITES, Suite
from tests.each import each

__all__ = [
    "ANY_SUITE",
    "CONTEXT",
    "FOREIGN",
    "KEYRING",
    "OTHER_KEYRING",
    "PLAINTEXT",
    "Spy",
    "code",
    "data_key",
    "each_body",
    "each_signed",
    "each_suite",
    "error_for",
    "outcome",
    "valid",
]

ANY_SUITE = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT")
each_suite = each("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
each_signed = each("suite", [suite for suite in SUITES.values() if suite.signed], ids=lambda suite: suite.hex_id)
each_body = each("frame_length", [8, None], ids=["framed", "non-framed"])
PLAINTEXT = b"attack at dawn, twenty"
CONTEXT = {"purpose": "test", "empty": ""}
FOREIGN = EncryptedDataKey(b"somebody", b"else", b"wrapped")


def counting(length: int) -> bytes:
    """A random source that stays the same, so that messages do."""
    return bytes(range(length))


KEYRING = RawAesKeyring("esdkit", "key", bytes(range(32)))
OTHER_KEYRING = RawAesKeyring("esdkit", "key", bytes(32))


def data_key(suite: Suite) -> bytes:
    """The data key of every message of a suite."""
    return hashlib.shake_256(b"data key").digest(suite.data_key_length)


def valid(
    suite: Suite | int,
    *,
    plaintext: bytes = PLAINTEXT,
    frame_length: int | None = 8,
    context: Mapping[str, str] = CONTEXT,
    required: Mapping[str, str] | None = None,
) -> Draft:
    """A valid message.

    Args:
        frame_length: None for a non-framed body.
        context: stored; the public key of a suite that signs is added.
        required: authenticated and not stored.
    """
    suite = SUITES[suite] if isinstance(suite, int) else suite
    draft = new_draft(
        suite=suite,
        data_key=data_key(suite),
        message_id=hashlib.shake_256(b"message id").digest(CONSTANTS.message_id_lengths[suite.message_version]),
        encrypted_data_keys=[FOREIGN],
        plaintext=plaintext,
        frame_length=frame_length,
        encryption_context=context,
        required_context=required,
        signing_key=seeded_signing_key(suite.signature, b"engine") if suite.signature else None,
    )
    whole = {**draft.header.encryption_context, **(required or {})}
    materials = EncryptionMaterials(suite=suite, encryption_context=whole, data_key=Secret(data_key(suite)), random=counting)
    return draft.with_header(encrypted_data_keys=(FOREIGN, *KEYRING.on_encrypt(materials).encrypted_data_keys))


def outcome(data: bytes, client: Client = ANY_SUITE, **arguments: Any) -> bytes | EsdkError:
    """The plaintext of a message, or why it is refused; by the keyring unless another source of keys is given."""
    if not arguments.keys() & {"keyring", "cmm", "data_key", "materials_manager"}:
        arguments["keyring"] = KEYRING
    try:
        return client.decrypt(source=data, **arguments)[0]
    except EsdkError as error:
        return error


def error_for(data: bytes, client: Client = ANY_SUITE, **arguments: Any) -> EsdkError:
    """Why a message is refused; the arguments are those of ``outcome``."""
    error = outcome(data, client, **arguments)
    assert isinstance(error, EsdkError), error
    return error


def code(data: bytes, client: Client = ANY_SUITE, **arguments: Any) -> Code:
    """The code of the error with which a message is refused."""
    return error_for(data, client, **arguments).code


class Spy:
    """A CMM that remembers what it was asked, and may change what it answers."""

    def __init__(self, change: Callable[[DecryptionMaterials], Any] = lambda materials: materials) -> None:
        self.requests: list[DecryptionRequest] = []
        self._change = change

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        raise NotImplementedError

    def decrypt_materials(self, request: DecryptionRequest) -> Any:
        self.requests.append(request)
        return self._change(DefaultCmm(KEYRING).decrypt_materials(request))
