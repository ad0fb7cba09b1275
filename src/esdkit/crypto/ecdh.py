"""Elliptic curve Diffie-Hellman on the curves of the ECDH keyrings: keys, compressed points, shared secrets.

Invariants: a key is on the curve that was asked for; a point is valid, as the cryptography package refuses all others and the point at
infinity has no compressed form. Error messages do not quote keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esdkit.crypto.curves import elliptic_curve
from esdkit.crypto.key_material import key_refused
from esdkit.errors import Code, UsageError
from esdkit.spec import CONSTANTS

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurve, EllipticCurvePrivateKey, EllipticCurvePublicKey

__all__ = [
    "compressed_point",
    "decode_point",
    "generate_key",
    "load_private_key",
    "load_public_key",
    "public_key_der",
    "shared_secret",
]


def generate_key(curve: str) -> EllipticCurvePrivateKey:
    """A new key pair."""
    from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key

    return generate_private_key(_curve(curve))


def load_private_key(key: bytes | str | EllipticCurvePrivateKey, curve: str) -> EllipticCurvePrivateKey:
    """Load a private key: PKCS #8 in PEM or DER, or a key object.

    Raises:
        UsageError: ``invalid-key``, it cannot be read, is encrypted, or is on another curve.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key

    loaded: object = key
    if isinstance(key, bytes | str):
        data = _bytes(key)
        load = load_pem_private_key if data.lstrip().startswith(b"-----") else load_der_private_key
        try:
            loaded = load(data, password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm):  # TypeError: encrypted
            raise key_refused("the private key cannot be read; expected unencrypted PKCS #8 in PEM or DER", data, half="private") from None
    if not isinstance(loaded, EllipticCurvePrivateKey) or loaded.curve.name != _curve(curve).name:
        raise UsageError(Code.INVALID_KEY, f"the private key is not on the curve {curve}")
    return loaded


def load_public_key(key: bytes | str | EllipticCurvePublicKey, curve: str) -> EllipticCurvePublicKey:
    """Load a public key: SubjectPublicKeyInfo in PEM or DER, or a key object.

    Raises:
        UsageError: ``invalid-key``, it cannot be read, or is on another curve.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key, load_pem_public_key

    loaded: object = key
    if isinstance(key, bytes | str):
        data = _bytes(key)
        load = load_pem_public_key if data.lstrip().startswith(b"-----") else load_der_public_key
        try:
            loaded = load(data)
        except (ValueError, UnsupportedAlgorithm):
            raise key_refused("the public key cannot be read; expected SubjectPublicKeyInfo in PEM or DER", data, half="public") from None
    if not isinstance(loaded, EllipticCurvePublicKey) or loaded.curve.name != _curve(curve).name:
        raise UsageError(Code.INVALID_KEY, f"the public key is not on the curve {curve}")
    return loaded


def compressed_point(public_key: EllipticCurvePublicKey) -> bytes:
    """The public key as a compressed point."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return public_key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def public_key_der(public_key: EllipticCurvePublicKey) -> bytes:
    """The public key as SubjectPublicKeyInfo in DER, as AWS KMS takes it."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def decode_point(point: bytes, curve: str) -> EllipticCurvePublicKey | None:
    """The public key of a compressed point; None when the bytes are not a point on the curve."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

    if len(point) != CONSTANTS.curves[curve].point_length:
        return None
    try:
        return EllipticCurvePublicKey.from_encoded_point(_curve(curve), point)
    except ValueError:
        return None


def shared_secret(private_key: EllipticCurvePrivateKey, public_key: EllipticCurvePublicKey) -> bytes:
    """The x coordinate that both sides compute, as long as a coordinate of the curve."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDH

    return private_key.exchange(ECDH(), public_key)


def _curve(name: str) -> EllipticCurve:
    if name not in tuple(CONSTANTS.curves):  # a tuple compares what cannot be hashed, too
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown curve {name!r}; use one of {', '.join(CONSTANTS.curves)}")
    return elliptic_curve(name)


def _bytes(key: bytes | str) -> bytes:
    try:
        return key.encode("ascii") if isinstance(key, str) else key
    except UnicodeEncodeError:
        raise UsageError(Code.INVALID_KEY, "the key is not PEM text") from None
