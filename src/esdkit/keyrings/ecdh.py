"""What the raw and the KMS keyrings over ECDH share: how a data key is wrapped under a shared secret (framework/raw-ecdh-keyring.md).

Strategy: an ``Agreement`` gives shared secrets, from a private key in this process or from KMS. Everything else is here once: the points
in the provider information, the derivation, the commitment, the wrapping. The fixed information binds both points and the whole context.
Invariants: a wrapping key serves one data key, as each has a new salt; the commitment is compared before anything is unwrapped.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from esdkit.crypto import aead
from esdkit.crypto.ecdh import compressed_point, decode_point, read_private_key, read_public_key
from esdkit.crypto.kbkdf import kbkdf_counter_hmac
from esdkit.crypto.rand import draw
from esdkit.errors import Attempt, Code, KeyringError, UsageError
from esdkit.frozen import frozen
from esdkit.grammar.decoder import decoder
from esdkit.grammar.edk import ECDH_CIPHERTEXT, ECDH_INFO
from esdkit.grammar.encoder import encoder
from esdkit.keyrings.base import (
    DecryptionMaterials,
    EncryptionMaterials,
    Refused,
    open_first,
    require_no_data_key,
    unwrap_failed,
    with_some_data_key,
)
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.model import EncryptedDataKey
from esdkit.spec import CONSTANTS, FIELDS, provider_id_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

__all__ = ["Agreement", "EcdhKeyring", "from_keyring_file"]

_ECDH = CONSTANTS.ecdh
_PROVIDER_IDS = tuple(provider_id_of(kind) for kind in ("raw-ecdh", "kms-ecdh"))
_ZERO_IV = bytes(CONSTANTS.raw_aes_iv_length)
_VERSION = b"\x01"


class Agreement(Protocol):
    """Our side of a key agreement, which can use a private key."""

    @property
    def public_key(self) -> EllipticCurvePublicKey:
        """The public half of the private key."""
        ...

    def secret(self, other: EllipticCurvePublicKey) -> bytes:
        """The secret shared with the owner of ``other``.

        Raises:
            KeyringError: it cannot be computed.
        """
        ...


@frozen
class _Points:
    """The public keys of sender and recipient, as compressed points."""

    sender: bytes
    recipient: bytes


class EcdhKeyring:
    """Wraps data keys under secrets that two key pairs share; base of ``RawEcdhKeyring`` and ``KmsEcdhKeyring``.

    Args:
        curve: ``P-256``, ``P-384`` or ``P-521``.
        provider_id: the provider id of the encrypted data keys that are written.
        own: our side; None in the ephemeral schema, where each data key gets a new key pair.
        other: the lasting public key of the other side; None in discovery.
        name: the keyring's ``repr``.
    """

    def __init__(self, curve: str, provider_id: bytes, own: Agreement | None, other: EllipticCurvePublicKey | None, name: str) -> None:
        # Reqs: KEY-ECD-009, KEY-ECD-014
        self._curve = curve
        self._provider_id = provider_id
        self._own, self._other = own, other
        self._name = name

    def __repr__(self) -> str:
        return self._name

    def _new_pair(self) -> Agreement:
        """A key pair for one data key, in the ephemeral schema."""
        raise NotImplementedError

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        """Generate the data key if there is none, and wrap it; see ``Keyring.on_encrypt``.

        Raises:
            UsageError: ``invalid-argument``: a discovery keyring only decrypts.
            KeyringError: the shared secret cannot be computed.
        """
        # Reqs: KEY-ECD-001, KEY-ECD-003, KEY-ECD-009, KEY-ECD-011, KEY-ECD-017, KEY-ECD-029
        if self._other is None:
            raise UsageError(Code.INVALID_ARGUMENT, f"{self!r} only decrypts: to encrypt, use a keyring with the recipient's public key")
        context = serialize_encryption_context(materials.encryption_context)
        own = self._own if self._own is not None else self._new_pair()
        points = _Points(compressed_point(own.public_key), compressed_point(self._other))
        materials, data_key = with_some_data_key(materials)
        salt = draw(materials.random, _salt_length())
        fixed = self._fixed_info(points, context)
        commitment_key, wrapping_key = _derive(own.secret(self._other), fixed, salt)
        encrypted, tag = aead.encrypt(wrapping_key, _ZERO_IV, fixed, data_key)
        ciphertext = encoder(ECDH_CIPHERTEXT)((salt, commitment_key, encrypted, tag))
        return materials.with_encrypted_data_key(EncryptedDataKey(self._provider_id, _info(points), ciphertext))

    def on_decrypt(self, materials: DecryptionMaterials, encrypted_data_keys: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        """Unwrap the first encrypted data key that was wrapped for this keyring's keys; see ``Keyring.on_decrypt``.

        Raises:
            DataKeyUnwrapError: none could be unwrapped, or the keyring is ephemeral and only encrypts; ``attempts`` says why for each.
            MaterialsError: ``materials-invalid``: the materials already have a data key.
        """
        # Reqs: KEY-ECD-009, KEY-ECD-015, KEY-ECD-016
        require_no_data_key(materials)
        own = self._own
        if own is None:
            attempt = Attempt(None, repr(self), "it only encrypts: it does not keep the private keys of its messages")
            raise unwrap_failed("an ephemeral ECDH keyring has no private key", [attempt])
        context = serialize_encryption_context(materials.encryption_context)
        length = materials.suite.data_key_length
        return open_first(self, materials, encrypted_data_keys, lambda key: self._open(key, own, context, length))

    def _open(self, encrypted_data_key: EncryptedDataKey, own: Agreement, context: bytes, length: int) -> bytes:
        # Reqs: KEY-ECD-003, KEY-ECD-007, KEY-ECD-008, KEY-ECD-014, KEY-ECD-016
        if encrypted_data_key.provider_id not in _PROVIDER_IDS:
            raise Refused(f"its provider id is neither {_PROVIDER_IDS[0].decode()} nor {_PROVIDER_IDS[1].decode()}")
        points = _points(encrypted_data_key.provider_info)
        other = self._other_side(points, compressed_point(own.public_key))
        ciphertext = encrypted_data_key.ciphertext
        read = decoder(ECDH_CIPHERTEXT)(ciphertext, 0, len(ciphertext), {"ecdh.encrypted_key": length})
        if read is None or read[1] != len(ciphertext):
            raise Refused(f"its ciphertext has the wrong length for a {length}-byte data key")
        salt, stored, encrypted, tag = read[0]
        fixed = self._fixed_info(points, context)
        commitment_key, wrapping_key = _derive(_secret(own, other), fixed, salt)
        if not hmac.compare_digest(commitment_key, stored):
            raise Refused("its commitment does not match: the encryption context differs, or it was changed", tried=True)
        try:
            return aead.decrypt(wrapping_key, _ZERO_IV, fixed, encrypted, tag)
        except aead.InvalidTag:
            raise Refused("it does not open: it was changed", tried=True) from None

    def _other_side(self, points: _Points, own: bytes) -> EllipticCurvePublicKey:
        """Whose public key makes the secret."""
        # Reqs: KEY-ECD-002, KEY-ECD-012, KEY-ECD-013
        if self._other is not None:
            if {points.sender, points.recipient} != {own, compressed_point(self._other)}:
                raise Refused("its two public keys differ from the keyring's")
            return self._other
        if points.recipient != own:
            raise Refused("its recipient is not the keyring's public key")
        sender = decode_point(points.sender, self._curve)
        if sender is None:
            raise Refused(f"its sender is not a point on {self._curve}")
        return sender

    def _fixed_info(self, points: _Points, context: bytes) -> bytes:
        """What is bound to a wrapped data key."""
        # Reqs: KEY-ECD-004
        names = (_ECDH.derivation_label, CONSTANTS.curves[self._curve].bound_name, _ECDH.derivation_name)
        head = b"\0".join(name.encode("ascii") for name in names)
        return b"".join((head, b"\0", points.sender, points.recipient, b"\0", _VERSION, b"\0", context))


_FILE_KEYS: dict[str, Callable[[Any, str], object]] = {
    "private_key": read_private_key,
    "public_key": read_public_key,
    "own_public_key": read_public_key,
}


def from_keyring_file(schema: Callable[..., EcdhKeyring]) -> Callable[..., EcdhKeyring]:
    """A schema for keyring files, which name keys in PEM or DER; the keyring itself takes one form of each (DEC-ECDH-KEYS)."""

    def make(*, curve: str, **options: Any) -> EcdhKeyring:
        return schema(curve, **{name: _FILE_KEYS[name](value, curve) if name in _FILE_KEYS else value for name, value in options.items()})

    return make


def _secret(own: Agreement, other: EllipticCurvePublicKey) -> bytes:
    """The shared secret; if it cannot be computed, that is a failed attempt."""
    try:
        return own.secret(other)
    except KeyringError as error:
        raise Refused(error.message, hint=error.hint, code=error.cause) from error


def _derive(secret: bytes, fixed: bytes, salt: bytes) -> tuple[bytes, bytes]:
    """Commitment key and wrapping key."""
    # Reqs: KEY-ECD-005, KEY-ECD-006
    length = _ECDH.wrapping_key_length
    derived = kbkdf_counter_hmac(_ECDH.derivation_hash, secret, fixed, salt, 2 * length)
    return derived[:length], derived[length:]


def _info(points: _Points) -> bytes:
    # Reqs: KEY-ECD-001
    values = (_VERSION[0], len(points.recipient), points.recipient, len(points.sender), points.sender)
    return encoder(ECDH_INFO)(values)


def _points(provider_info: bytes) -> _Points:
    # Reqs: KEY-ECD-001
    read = decoder(ECDH_INFO, valid=True)(provider_info, 0, len(provider_info))
    if read is None or read[1] != len(provider_info):
        raise Refused("its provider information was not written by an ECDH keyring")
    _, _, recipient, _, sender = read[0]
    return _Points(sender, recipient)


def _salt_length() -> int:
    size = FIELDS["ecdh.salt"].size
    assert isinstance(size, int)
    return size
