"""The raw ECDH keyring: data keys wrapped under a secret that two key pairs share, one of which is yours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.crypto.ecdh import generate_key, load_private_key, load_public_key, shared_secret
from esdkit.keyrings.description import Description, Key, Text
from esdkit.keyrings.ecdh import Agreement, EcdhKeyring, from_keyring_file
from esdkit.spec import CONSTANTS, provider_id_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey

__all__ = ["DESCRIPTIONS", "RawEcdhKeyring"]

_PROVIDER_ID = provider_id_of("raw-ecdh")


class _Held:
    """A private key in this process."""

    def __init__(self, private_key: EllipticCurvePrivateKey) -> None:
        self._private_key = private_key
        self.public_key = private_key.public_key()

    def secret(self, other: EllipticCurvePublicKey) -> bytes:
        return shared_secret(self._private_key, other)


class RawEcdhKeyring(EcdhKeyring):
    """Wraps data keys under a secret that two key pairs share (ECDH).

    Create it with ``static``, ``ephemeral`` or ``discovery``. A private key is PKCS #8 in PEM, a public key SubjectPublicKeyInfo in DER;
    both may be key objects of the cryptography package. The curves are ``P-256``, ``P-384`` and ``P-521``.
    """

    # Reqs: KEY-ECD-009, KEY-ECD-010

    @classmethod
    def static(
        cls, curve: str, *, private_key: bytes | str | EllipticCurvePrivateKey, public_key: bytes | EllipticCurvePublicKey
    ) -> RawEcdhKeyring:
        """Both sides have a lasting key pair, and each can encrypt for and decrypt from the other.

        Args:
            curve: the curve of all keys.
            private_key: yours.
            public_key: the other side's.

        Raises:
            UsageError: ``invalid-argument``: an unknown curve. ``invalid-key``: not a key of its form and curve.
        """
        own, other = load_private_key(private_key, curve), load_public_key(public_key, curve)
        return cls(curve, _PROVIDER_ID, _Held(own), other, f"RawEcdhKeyring.static({curve!r})")

    @classmethod
    def ephemeral(cls, curve: str, *, public_key: bytes | EllipticCurvePublicKey) -> RawEcdhKeyring:
        """Encrypt only: each data key gets a new key pair, and only the owner of ``public_key`` can unwrap it.

        Args:
            curve: the curve of the key.
            public_key: the recipient's.

        Raises:
            UsageError: ``invalid-argument``: an unknown curve. ``invalid-key``: not a public key in DER on the curve.
        """
        other = load_public_key(public_key, curve)
        return cls(curve, _PROVIDER_ID, None, other, f"RawEcdhKeyring.ephemeral({curve!r})")

    @classmethod
    def discovery(cls, curve: str, *, private_key: bytes | str | EllipticCurvePrivateKey) -> RawEcdhKeyring:
        """Decrypt only: unwrap what anybody has wrapped for the owner of this key.

        Args:
            curve: the curve of the key.
            private_key: the recipient's.

        Raises:
            UsageError: ``invalid-argument``: an unknown curve. ``invalid-key``: not a private key in PEM on the curve.
        """
        own = load_private_key(private_key, curve)
        return cls(curve, _PROVIDER_ID, _Held(own), None, f"RawEcdhKeyring.discovery({curve!r})")

    def _new_pair(self) -> Agreement:
        return _Held(generate_key(self._curve))


_CURVE = {"curve": Text(tuple(CONSTANTS.curves))}

DESCRIPTIONS = {
    "raw_ecdh_static": Description(from_keyring_file(RawEcdhKeyring.static), {**_CURVE, "private_key": Key(), "public_key": Key()}),
    "raw_ecdh_ephemeral": Description(from_keyring_file(RawEcdhKeyring.ephemeral), {**_CURVE, "public_key": Key()}),
    "raw_ecdh_discovery": Description(from_keyring_file(RawEcdhKeyring.discovery), {**_CURVE, "private_key": Key()}),
}
