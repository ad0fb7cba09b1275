"""ECDSA: public keys as the encryption context carries them, and signatures in strict DER.

Strategy: only the canonical form of each encoding is accepted: what is decoded is encoded again and compared, so that a lenient library
does not let anything else through. What is signed and verified is the digest of the message.
Invariants: malformed keys and signatures have errors of their own, apart from signatures that do not verify; a signature of any valid
DER length verifies (DEC-G14); (r, n - s) verifies wherever (r, s) does, as ECDSA has it (DEC-G17).
The parts of the cryptography package are imported on first use, so that messages without a signature do without them.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, TypeGuard

from esdkit.crypto.curves import elliptic_curve
from esdkit.crypto.rand import RandomSource, draw, system_random
from esdkit.errors import Code, EsdkError
from esdkit.spec import SignatureScheme, error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.hashes import HashAlgorithm

__all__ = [
    "decode_public_key",
    "digest_of",
    "encode_public_key",
    "generate_signing_key",
    "is_public_key",
    "is_signing_key",
    "parse_der_signature",
    "sign",
    "signature_lengths",
    "verify",
]

_SIGNATURE_PATH = "footer.signature"
_DER_HEAD = 2  # bytes of tag and length
_PUBLIC_KEY_PATH = "header.encryption_context"


def decode_public_key(text: str, scheme: SignatureScheme) -> EllipticCurvePublicKey:
    """Read the public key of a signed message: canonical base64 of the compressed point.

    Args:
        text: the value of the context pair ``aws-crypto-public-key``.
        scheme: the suite's scheme; it decides curve and length.

    Raises:
        MalformedMessage: ``public-key-malformed``: newline, URL-safe alphabet, missing padding or non-zero unused bits; the wrong length;
            not a point on the curve.
    """
    # Reqs: SIG-KEY-001, SIG-KEY-002, SIG-KEY-003, SIG-KEY-004, SIG-KEY-005, SIG-KEY-006
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

    point = _decode_canonical_base64(text)
    if len(point) != scheme.point_length:
        raise _bad_key(f"the public key has {len(point)} bytes, expected {scheme.point_length} for a compressed point on {scheme.curve}")
    try:
        # At this length the library takes the compressed form alone.
        return EllipticCurvePublicKey.from_encoded_point(elliptic_curve(scheme.curve), point)
    except ValueError as error:
        raise _bad_key(f"the public key is not a compressed point on {scheme.curve}") from error


def encode_public_key(public_key: EllipticCurvePublicKey) -> str:
    """The public key as the encryption context carries it; the inverse of ``decode_public_key``."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    point = public_key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return binascii.b2a_base64(point, newline=False).decode("ascii")


def generate_signing_key(scheme: SignatureScheme, random: RandomSource = system_random) -> EllipticCurvePrivateKey:
    """A new key pair on the scheme's curve, made by OpenSSL; with a random source other than the system's, drawn from that source."""
    from cryptography.hazmat.primitives.asymmetric.ec import derive_private_key, generate_private_key

    curve = elliptic_curve(scheme.curve)
    if random is system_random:
        return generate_private_key(curve)
    while True:
        number = int.from_bytes(draw(random, scheme.coordinate_length), "big")
        if 0 < number < curve.group_order:
            return derive_private_key(number, curve)


def is_signing_key(key: object, scheme: SignatureScheme) -> TypeGuard[EllipticCurvePrivateKey]:
    """Whether something is a private key on the scheme's curve."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

    return isinstance(key, EllipticCurvePrivateKey) and key.curve.name == elliptic_curve(scheme.curve).name


def is_public_key(key: object, scheme: SignatureScheme) -> TypeGuard[EllipticCurvePublicKey]:
    """Whether something is a public key on the scheme's curve."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

    return isinstance(key, EllipticCurvePublicKey) and key.curve.name == elliptic_curve(scheme.curve).name


def signature_lengths(scheme: SignatureScheme) -> tuple[int, int]:
    """The lengths of the shortest and the longest DER signature: a sequence of two integers from 1 to n-1, its length one byte."""
    longest = 1 + scheme.coordinate_length  # a zero byte before a number whose highest bit is set
    return _DER_HEAD + 2 * (_DER_HEAD + 1), _DER_HEAD + 2 * (_DER_HEAD + longest)


def parse_der_signature(signature: bytes, scheme: SignatureScheme) -> tuple[int, int]:
    """Read ``SEQUENCE { INTEGER r, INTEGER s }``; gives r and s.

    Raises:
        MalformedMessage: ``signature-malformed``: not the shortest DER encoding, bytes left over, or a number outside 1 … n-1.
    """
    # Reqs: SIG-VER-002, SIG-VER-003, SIG-VER-008, SIG-VER-009
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

    try:
        r, s = decode_dss_signature(signature)
    except ValueError as error:
        raise _bad_signature("the signature is not a DER sequence of two integers") from error
    if encode_dss_signature(r, s) != signature:
        raise _bad_signature("the signature is not in its shortest DER form")
    order = elliptic_curve(scheme.curve).group_order
    if not (0 < r < order and 0 < s < order):
        raise _bad_signature(f"the signature's numbers are not below the order of {scheme.curve}")
    return r, s


def digest_of(pieces: Iterable[bytes | memoryview], scheme: SignatureScheme) -> bytes:
    """The scheme's hash of bytes that come in pieces; of the package that verifies anyway, so that hashlib need not be imported for it."""
    from cryptography.hazmat.primitives.hashes import Hash

    digest = Hash(_hash(scheme))
    for piece in pieces:
        digest.update(piece)
    return digest.finalize()


def verify(public_key: EllipticCurvePublicKey, scheme: SignatureScheme, digest: bytes, signature: bytes) -> None:
    """Verify a signature over a message's digest.

    Args:
        public_key: from ``decode_public_key``.
        scheme: the suite's scheme; ``digest`` is the hash ``scheme.hash`` over header and body.
        digest: the hash's output.
        signature: the footer's signature, DER.

    Raises:
        MalformedMessage: ``signature-malformed``, see ``parse_der_signature``.
        AuthenticationError: ``signature-invalid``, the signature was made with another key or over other bytes.
    """
    # Reqs: ALG-SUI-016, SIG-VER-001, SIG-VER-004, SIG-VER-006, SIG-VER-010
    from cryptography.exceptions import InvalidSignature

    parse_der_signature(signature, scheme)
    try:
        public_key.verify(signature, digest, _verifying(scheme))
    except InvalidSignature as error:
        raise error_for(Code.SIGNATURE_INVALID, "the signature does not verify", path=_SIGNATURE_PATH) from error


def sign(private_key: EllipticCurvePrivateKey, scheme: SignatureScheme, digest: bytes, *, deterministic: bool = False) -> bytes:
    """Sign a message's digest; gives DER of exactly ``scheme.usual_signature_length`` bytes.

    Every writer of the official SDKs has that length, so that the length of a message is known before it is signed. Of s and n - s one
    is nearly always right; if neither is, r was short, and a new signature is drawn.

    Args:
        private_key: the message's.
        scheme: the suite's; ``digest`` is its hash over header and body.
        digest: the hash's output.
        deterministic: take the nonce from key and digest (RFC 6979), so that the same message can be made again. If that signature is one
            of the few that cannot have the usual length, a random one is drawn.
    """
    # Reqs: SIG-VER-011
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

    order = elliptic_curve(scheme.curve).group_order
    while True:
        r, s = decode_dss_signature(private_key.sign(digest, _signing(scheme, deterministic=deterministic)))
        deterministic = False
        for number in (s, order - s):
            candidate = encode_dss_signature(r, number)
            if len(candidate) == scheme.usual_signature_length:
                return candidate


@cache
def _verifying(scheme: SignatureScheme) -> ECDSA:
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

    class Verifying(ECDSA):
        """Without the constructor, which imports RSA, ciphers and more (a tenth of the start-up) to ask about deterministic signing."""

        algorithm = Prehashed(_hash(scheme))

        def __init__(self) -> None:
            pass

    return Verifying()


@cache
def _signing(scheme: SignatureScheme, *, deterministic: bool) -> ECDSA:
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    return ec.ECDSA(utils.Prehashed(_hash(scheme)), deterministic_signing=deterministic)


def _hash(scheme: SignatureScheme) -> HashAlgorithm:
    from cryptography.hazmat.primitives import hashes

    return {"sha256": hashes.SHA256, "sha384": hashes.SHA384}[scheme.hash]()


def _decode_canonical_base64(text: str) -> bytes:
    try:
        encoded = text.encode("ascii")
        decoded = binascii.a2b_base64(encoded, strict_mode=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise _bad_key("the public key is not base64") from error
    if binascii.b2a_base64(decoded, newline=False) != encoded:
        raise _bad_key("the public key's base64 is not canonical")
    return decoded


def _bad_key(message: str) -> EsdkError:
    return error_for(Code.PUBLIC_KEY_MALFORMED, message, path=_PUBLIC_KEY_PATH)


def _bad_signature(message: str) -> EsdkError:
    return error_for(Code.SIGNATURE_MALFORMED, message, path=_SIGNATURE_PATH)
