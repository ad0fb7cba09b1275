"""Test key pairs and signatures: the same seed gives the same key, and the same bytes the same signature.

Strategy: a private key is a hash of its seed, a signature follows RFC 6979, so that forged messages are reproducible byte for byte.
Not here: keys that protect anything, and verification (``crypto.signing``).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from esdkit.crypto.curves import elliptic_curve
from esdkit.crypto.signing import encode_der_signature, parse_der_signature
from esdkit.spec import CONSTANTS, SignatureScheme

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["curve_order", "mirrored", "seeded_signing_key", "sign"]


def seeded_signing_key(scheme: SignatureScheme, seed: bytes) -> EllipticCurvePrivateKey:
    """A private key on the scheme's curve, derived from the seed: a test key."""
    from cryptography.hazmat.primitives.asymmetric.ec import derive_private_key

    number = int.from_bytes(hashlib.shake_256(seed).digest(2 * scheme.coordinate_length), "big")
    return derive_private_key(1 + number % (curve_order(scheme) - 1), elliptic_curve(scheme.curve))


def sign(private_key: EllipticCurvePrivateKey, scheme: SignatureScheme, digest: bytes) -> bytes:
    """The deterministic signature of a digest, in DER; mirrored if only that has the usual length.

    Args:
        private_key: on the scheme's curve.
        scheme: its hash made the digest.
        digest: over header and body.
    """
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    hash_ = {"sha256": hashes.SHA256, "sha384": hashes.SHA384}[scheme.hash]()
    signature = private_key.sign(digest, ec.ECDSA(utils.Prehashed(hash_), deterministic_signing=True))
    other = mirrored(signature, scheme)
    return other if len(other) == scheme.usual_signature_length else signature


def mirrored(signature: bytes, scheme: SignatureScheme) -> bytes:
    """(r, n - s) of a signature (r, s), DER: it verifies as well."""
    r, s = parse_der_signature(signature, scheme)
    return encode_der_signature(r, curve_order(scheme) - s)


def curve_order(scheme: SignatureScheme) -> int:
    """The order n of the scheme's curve."""
    return CONSTANTS.curves[scheme.curve].n
