"""Elliptic curve Diffie-Hellman on the curves of the ECDH keyrings: keys, compressed points, shared secrets.

Strategy: a keyring loads a key in the one form that the specification names (``load_…``); what people bring in another form is converted
before (``read_…``).
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
    "read_private_key",
    "read_public_key",
    "require_curve",
    "shared_secret",
]

_PKCS8 = b"-----BEGIN PRIVATE KEY-----"
_TO_PEM = "Convert it: openssl pkey -in FILE -out key.pem (with -inform DER if it is DER)."
_TO_DER = "Convert it: openssl pkey -pubin -in FILE -outform DER -out public.der."


def generate_key(curve: str) -> EllipticCurvePrivateKey:
    """A new key pair."""
    from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key

    return generate_private_key(require_curve(curve))


def load_private_key(key: bytes | str | EllipticCurvePrivateKey, curve: str) -> EllipticCurvePrivateKey:
    """Load a private key as the ECDH keyrings take it: PKCS #8 in PEM, or a key object.

    Raises:
        UsageError: ``invalid-key``, it has another form, cannot be read, is encrypted, or is on another curve.
    """
    # Reqs: KEY-ECD-022
    loaded = read_private_key(key, curve)
    if isinstance(key, bytes | str) and not _ascii(key).lstrip().startswith(_PKCS8):
        raise UsageError(Code.INVALID_KEY, "the private key is not PKCS #8 in PEM", hint=_TO_PEM)
    return loaded


def load_public_key(key: bytes | EllipticCurvePublicKey, curve: str) -> EllipticCurvePublicKey:
    """Load a public key as the ECDH keyrings take it: SubjectPublicKeyInfo in DER, or a key object.

    Raises:
        UsageError: ``invalid-key``, it has another form, cannot be read, or is on another curve.
    """
    # Reqs: KEY-ECD-021
    loaded = read_public_key(key, curve)
    if isinstance(key, bytes | str) and _is_pem(_ascii(key)):
        raise UsageError(Code.INVALID_KEY, "the public key is not SubjectPublicKeyInfo in DER", hint=_TO_DER)
    return loaded


def read_private_key(key: bytes | str | EllipticCurvePrivateKey, curve: str) -> EllipticCurvePrivateKey:
    """Read a private key in PEM or DER, or take a key object.

    Raises:
        UsageError: ``invalid-key``, it cannot be read, is encrypted, or is on another curve.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key

    loaded: object = key
    if isinstance(key, bytes | str):
        data = _ascii(key)
        load = load_pem_private_key if _is_pem(data) else load_der_private_key
        try:
            loaded = load(data, password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm):  # TypeError: encrypted
            raise key_refused("the private key cannot be read; expected unencrypted PKCS #8 in PEM", data, half="private") from None
    if not isinstance(loaded, EllipticCurvePrivateKey) or loaded.curve.name != require_curve(curve).name:
        raise UsageError(Code.INVALID_KEY, f"the private key is not on the curve {curve}")
    return loaded


def read_public_key(key: bytes | EllipticCurvePublicKey, curve: str) -> EllipticCurvePublicKey:
    """Read a public key in PEM or DER, or take a key object.

    Raises:
        UsageError: ``invalid-key``, it cannot be read, or is on another curve.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key, load_pem_public_key

    loaded: object = key
    if isinstance(key, bytes | str):
        data = _ascii(key)
        load = load_pem_public_key if _is_pem(data) else load_der_public_key
        try:
            loaded = load(data)
        except (ValueError, UnsupportedAlgorithm):
            raise key_refused("the public key cannot be read; expected SubjectPublicKeyInfo in DER", data, half="public") from None
    if not isinstance(loaded, EllipticCurvePublicKey) or loaded.curve.name != require_curve(curve).name:
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
        return EllipticCurvePublicKey.from_encoded_point(require_curve(curve), point)
    except ValueError:
        return None


def shared_secret(private_key: EllipticCurvePrivateKey, public_key: EllipticCurvePublicKey) -> bytes:
    """The x coordinate that both sides compute, as long as a coordinate of the curve."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDH

    return private_key.exchange(ECDH(), public_key)


def require_curve(name: str) -> EllipticCurve:
    """The curve of a name.

    Raises:
        UsageError: ``invalid-argument``, it is not one of the curves.
    """
    if name not in tuple(CONSTANTS.curves):  # a tuple compares what cannot be hashed, too
        raise UsageError(Code.INVALID_ARGUMENT, f"unknown curve {name!r}; use one of {', '.join(CONSTANTS.curves)}")
    return elliptic_curve(name)


def _is_pem(data: bytes) -> bool:
    return data.lstrip().startswith(b"-----")


def _ascii(key: bytes | str) -> bytes:
    try:
        return key.encode("ascii") if isinstance(key, str) else key
    except UnicodeEncodeError:
        raise UsageError(Code.INVALID_KEY, "the key is not PEM text") from None
