"""Every intermediate value of a decryption, so that an implementer in another language can compare step by step.

Strategy: the message is verified as decryption does it; then the values are computed by the functions that decryption itself uses, and
written as hexadecimal digits. Invariants: data key, pseudorandom key and content key appear under ``secrets`` alone, and only when they
were asked for; no plaintext is given. The shape is ``spec/schemas/trace.json``.
"""

from __future__ import annotations

import binascii
import hashlib
from collections.abc import Iterator
from typing import Any, Final

from esdkit.cmm.base import check_decrypt_suite
from esdkit.crypto.kdf import derivation, derive_keys, extract
from esdkit.crypto.signing import encode_public_key, parse_der_signature
from esdkit.engine.decrypt import DecryptSettings
from esdkit.engine.pieces import decrypt_body
from esdkit.engine.session import DecryptSession
from esdkit.engine.signature import verify_signature
from esdkit.errors import EsdkError
from esdkit.inspector.facts.source import MemorySource
from esdkit.keyrings.base import DecryptionMaterials
from esdkit.message.aad import header_aad, piece_aad, serialize_encryption_context
from esdkit.message.message import Parsed, read_message
from esdkit.message.model import Message, NonFramedBody
from esdkit.spec import CONSTANTS

__all__ = ["SCHEMA", "intermediate_values"]

SCHEMA: Final = 1
"""Version of the trace's shape."""

_MEMBERS = ("schema", "suite", "key_wrapping", "key_derivation", "header", "body", "signature", "secrets")


def intermediate_values(data: bytes, settings: DecryptSettings, *, show_secrets: bool, partial: bool = False) -> dict[str, Any]:
    """The values of one message; see ``Client.trace``."""
    # Reqs: CLI-TRC-001, CLI-TRC-002, CLI-TRC-003
    found: dict[str, Any] = {"schema": SCHEMA}
    try:
        found.update(_values(data, settings))
    except EsdkError:
        if not partial:
            raise
    return {name: found[name] for name in _MEMBERS if name in found and (name != "secrets" or show_secrets)}


def _values(data: bytes, settings: DecryptSettings) -> Iterator[tuple[str, Any]]:
    """Each member before the check that needs it, so that the values are there when the check fails."""
    parsed = read_message(data, limits=settings.limits)
    message, header = parsed.message, parsed.message.header
    check_decrypt_suite(settings.policy, header.suite)
    yield "suite", {"id": header.suite.hex_id, "name": header.suite.name}
    yield "key_derivation", _key_derivation(message)
    session = DecryptSession(data[: parsed.header_length], header)
    materials = session.take_materials(session.request(settings.policy, settings.encryption_context), settings.cmm)
    yield "key_wrapping", {"aad": serialize_encryption_context(materials.encryption_context).hex()}
    yield "secrets", _secrets(message, materials)
    session.derive()
    yield "header", _header(session)
    cipher = session.verify_header(frozenset())
    yield "body", list(_body(message))
    decrypt_body(MemorySource(data), parsed.header_length, header, cipher, settings.max_body_length, lambda plaintext: None)
    yield "signature", _signature(data, parsed, materials)


def _key_derivation(message: Message) -> dict[str, str | None] | None:
    inputs = derivation(message.header.suite, message.header.message_id)
    if inputs is None:
        return None
    return {
        "hash": inputs.hash,
        "salt": inputs.salt.hex(),
        "content_key_info": inputs.content_key_info.hex(),
        "commit_key_info": None if inputs.commit_key_info is None else inputs.commit_key_info.hex(),
        "commit_key": message.header.suite_data.hex() or None,
    }


def _header(session: DecryptSession) -> dict[str, str]:
    required = session.required_context
    return {
        "aad": header_aad(session.header_body, required).hex(),
        "required_context": serialize_encryption_context(required).hex(),
        "iv": session.header_iv.hex(),
        "tag": session.header.auth.tag.hex(),
    }


def _body(message: Message) -> Iterator[dict[str, Any]]:
    body = message.body
    if isinstance(body, NonFramedBody):
        yield _content(body.iv, body.ciphertext, body.tag, CONSTANTS.non_framed_sequence_number, message, final=True)
        return
    for frame in body:
        yield _content(frame.iv, frame.ciphertext, frame.tag, frame.sequence_number, message, final=frame.final)


def _content(iv: bytes, ciphertext: bytes, tag: bytes, sequence_number: int, message: Message, *, final: bool) -> dict[str, Any]:
    return {
        "sequence_number": sequence_number,
        "final": final,
        "content_length": len(ciphertext),
        "iv": iv.hex(),
        "aad": piece_aad(message.header, sequence_number, len(ciphertext), final=final).hex(),
        "tag": tag.hex(),
    }


def _signature(data: bytes, parsed: Parsed, materials: DecryptionMaterials) -> dict[str, str] | None:
    header, signature, public_key = parsed.message.header, parsed.message.signature, materials.verification_key
    scheme = header.suite.signature
    if scheme is None or public_key is None or signature is None:
        return None
    with memoryview(data) as view:
        digest = hashlib.new(scheme.hash, view[: parsed.footer_start]).digest()
    verify_signature(header, digest, signature, public_key, parsed.footer_start)
    r, s = parse_der_signature(signature, scheme)
    return {
        "hash": scheme.hash,
        "digest": digest.hex(),
        "r": r.to_bytes(scheme.coordinate_length, "big").hex(),
        "s": s.to_bytes(scheme.coordinate_length, "big").hex(),
        "public_key": binascii.a2b_base64(encode_public_key(public_key)).hex(),
    }


def _secrets(message: Message, materials: DecryptionMaterials) -> dict[str, str | None]:
    suite, message_id = message.header.suite, message.header.message_id
    assert materials.data_key is not None  # checked when it was taken
    data_key = materials.data_key.reveal()
    inputs = derivation(suite, message_id)
    return {
        "data_key": data_key.hex(),
        "pseudorandom_key": None if inputs is None else extract(inputs.hash, inputs.salt, data_key).hex(),
        "content_key": derive_keys(suite, data_key, message_id).content_key.reveal().hex(),
    }
