"""ECDSA: public keys as the encryption context carries them, and signatures in strict DER.

Strategy: only the canonical form of each encoding is accepted: what is decoded is encoded again and compared, so that a lenient library
does not let anything else through. What is signed and verified is the digest of the message.
Invariants: malformed keys and signatures have errors of their own, apart from signatures that do not verify; a signature of any valid
DER length verifies (DEC-G14); (r, n - s) verifies wherever (r, s) does, as ECDSA has it (DEC-G17).
The parts of the cryptography package are imported on first use, so that messages without a signature do without them.

Checks without a key also do without the package: they find what is malformed all the same, and ask the verifier in use (``use_verifier``)
whether the signature verifies. Where there is none, or it does not know, ``verify`` says so (``NotCheckedHere``). What decrypts holds a key
of the package, and asks no verifier.
"""

from __future__ import annotations

import binascii
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from esdkit.crypto.curves import elliptic_curve, uncompressed_point
from esdkit.crypto.rand import RandomSource, draw, system_random
from esdkit.errors import Code, EsdkError
from esdkit.spec import CONSTANTS, SignatureScheme, error_for

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.hashes import HashAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

__all__ = [
    "NotCheckedHere",
    "SignatureRequest",
    "Verifier",
    "decode_public_key",
    "digest_of",
    "encode_der_signature",
    "encode_public_key",
    "generate_key_pair",
    "generate_signing_key",
    "is_public_key",
    "is_signing_key",
    "parse_der_signature",
    "sign",
    "signature_lengths",
    "use_verifier",
    "verify",
    "verifying_key",
]

_SIGNATURE_PATH = "footer.signature"
_DER_HEAD = 2  # bytes of tag and length
_SEQUENCE, _INTEGER = 0x30, 0x02  # DER's tags
_PUBLIC_KEY_PATH = "header.encryption_context"


class SignatureRequest(NamedTuple):
    """What a verifier is asked: whether a signature verifies. Public key and signature are well formed.

    Attributes:
        scheme: curve and hash.
        public_key: the point, uncompressed: 4, x, y.
        digest: the hash of what is signed: the message's header and body.
        signature: r and s, each as long as a coordinate.
    """

    scheme: SignatureScheme
    public_key: bytes
    digest: bytes
    signature: bytes


Verifier = Callable[[SignatureRequest], bool | None]
"""Says whether a signature verifies; None: it does not know."""

_verifier: ContextVar[Verifier | None] = ContextVar("verifier", default=None)


class NotCheckedHere(Exception):
    """Nobody here knows whether a signature verifies; the text says why."""

    def __init__(self, why: str, request: SignatureRequest) -> None:
        super().__init__(why)
        self.request = request


@contextmanager
def use_verifier(verifier: Verifier) -> Iterator[None]:
    """Inside the ``with`` block, let a verifier answer instead of the cryptography package, in all checks without a key.

    An answer that is not True or False counts as None. A browser's verifier answers later, so ask it yourself: inspect once, take
    ``SignatureCheck.request``, ask, then inspect again with a verifier that knows the answer.
    """
    token = _verifier.set(verifier)
    try:
        yield
    finally:
        _verifier.reset(token)


def verifying_key(text: str, scheme: SignatureScheme) -> EllipticCurvePublicKey | bytes:
    """Read the public key of a signed message for ``verify``, in a check without a key: a point where a verifier is asked.

    Raises:
        MalformedMessage: ``public-key-malformed``, as ``decode_public_key``.
    """
    # Reqs: SIG-KEY-001, SIG-KEY-002, SIG-KEY-003, SIG-KEY-004, SIG-KEY-005, SIG-KEY-006
    if _verifier.get() is None and _is_installed():
        return decode_public_key(text, scheme)
    point = uncompressed_point(_compressed_point(text, scheme), scheme.curve)
    if point is None:
        raise _not_on_curve(scheme)
    return point


def _is_installed() -> bool:
    try:
        import cryptography  # noqa: F401  # this is the question
    except ModuleNotFoundError:
        return False
    return True


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
    point = _compressed_point(text, scheme)
    try:
        return _decoder(scheme.curve)(point)  # at this length it takes the compressed form alone
    except ValueError as error:
        raise _not_on_curve(scheme) from error


def encode_public_key(public_key: EllipticCurvePublicKey) -> str:
    """The public key as the encryption context carries it; the inverse of ``decode_public_key``."""
    point = public_key.public_bytes(*_compressed())
    return binascii.b2a_base64(point, newline=False).decode("ascii")


def generate_signing_key(scheme: SignatureScheme, random: RandomSource = system_random) -> EllipticCurvePrivateKey:
    """A new key pair on the scheme's curve, made by OpenSSL; with a random source other than the system's, drawn from that source."""
    if random is system_random:
        return _generator(scheme.curve)()
    from cryptography.hazmat.primitives.asymmetric.ec import derive_private_key

    while True:
        number = int.from_bytes(draw(random, scheme.coordinate_length), "big")
        if 0 < number < CONSTANTS.curves[scheme.curve].n:
            return derive_private_key(number, elliptic_curve(scheme.curve))


def generate_key_pair(scheme: SignatureScheme, random: RandomSource = system_random) -> tuple[EllipticCurvePrivateKey, str]:
    """A new signing key, and its public key as the encryption context carries it. Arguments as for ``generate_signing_key``."""
    key = generate_signing_key(scheme, random)
    return key, encode_public_key(key.public_key())


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
    longest = signature_lengths(scheme)[1]
    if len(signature) > longest:
        raise _bad_signature(f"the signature is too long: {len(signature)} bytes, at most {longest} on {scheme.curve}")
    r_end = _DER_HEAD + _DER_HEAD + int.from_bytes(signature[3:4], "big")
    r = int.from_bytes(signature[2 * _DER_HEAD : r_end], "big")
    s = int.from_bytes(signature[r_end + _DER_HEAD :], "big")
    if encode_der_signature(r, s) != signature:
        raise _bad_signature("the signature is not a DER sequence of two integers")
    order = CONSTANTS.curves[scheme.curve].n
    if not (0 < r < order and 0 < s < order):
        raise _bad_signature(f"the signature's numbers are not below the order of {scheme.curve}")
    return r, s


def encode_der_signature(r: int, s: int) -> bytes:
    """The one DER encoding of the numbers of a signature, as all schemes have it: shorter than 128 bytes."""
    numbers = _der_integer(r) + _der_integer(s)
    return bytes([_SEQUENCE, len(numbers)]) + numbers


def _der_integer(number: int) -> bytes:
    octets = number.to_bytes(number.bit_length() // 8 + 1, "big")  # with a zero byte where the highest bit would make it negative
    return bytes([_INTEGER, len(octets)]) + octets


def digest_of(pieces: Iterable[bytes | memoryview], scheme: SignatureScheme) -> bytes:
    """The scheme's hash of bytes that come in pieces; of the package that verifies anyway, so that hashlib need not be imported for it."""
    try:
        from cryptography.hazmat.primitives.hashes import Hash
    except ModuleNotFoundError:
        return _digest_of_hashlib(pieces, scheme)
    digest = Hash(_hash(scheme))
    for piece in pieces:
        digest.update(piece)
    return digest.finalize()


def _digest_of_hashlib(pieces: Iterable[bytes | memoryview], scheme: SignatureScheme) -> bytes:
    import hashlib

    digest = hashlib.new(scheme.hash)
    for piece in pieces:
        digest.update(piece)
    return digest.digest()


def verify(public_key: EllipticCurvePublicKey | bytes, scheme: SignatureScheme, digest: bytes, signature: bytes) -> None:
    """Verify a signature over a message's digest.

    Args:
        public_key: from ``decode_public_key`` or ``verifying_key``.
        scheme: the suite's scheme; ``digest`` is the hash ``scheme.hash`` over header and body.
        digest: the hash's output.
        signature: the footer's signature, DER.

    Raises:
        MalformedMessage: ``signature-malformed``, see ``parse_der_signature``.
        AuthenticationError: ``signature-invalid``, the signature was made with another key or over other bytes.
        NotCheckedHere: the key is for a verifier, and none is in use or it does not know.
    """
    # Reqs: ALG-SUI-016, SIG-VER-001, SIG-VER-004, SIG-VER-006, SIG-VER-010
    r, s = parse_der_signature(signature, scheme)
    if isinstance(public_key, bytes):
        numbers = b"".join(number.to_bytes(scheme.coordinate_length, "big") for number in (r, s))
        verifies = _ask(SignatureRequest(scheme, public_key, digest, numbers))
    else:
        verifies = _verifies(public_key, scheme, digest, signature)
    if not verifies:
        raise error_for(Code.SIGNATURE_INVALID, "the signature does not verify", path=_SIGNATURE_PATH)


def _ask(request: SignatureRequest) -> bool:
    verifier = _verifier.get()
    if verifier is None:
        raise NotCheckedHere("the cryptography package is not installed", request)
    answer: object = verifier(request)
    if not isinstance(answer, bool):
        raise NotCheckedHere("the verifier in use has no answer", request)
    return answer


def _verifies(public_key: EllipticCurvePublicKey, scheme: SignatureScheme, digest: bytes, signature: bytes) -> bool:
    try:
        public_key.verify(signature, digest, _verifying(scheme))
    except _invalid_signature():  # called for an error alone
        return False
    return True


def _invalid_signature() -> type[Exception]:
    from cryptography.exceptions import InvalidSignature

    return InvalidSignature


def sign(private_key: EllipticCurvePrivateKey, scheme: SignatureScheme, digest: bytes, *, deterministic: bool = False) -> bytes:
    """Sign a message's digest; gives DER of exactly ``scheme.usual_signature_length`` bytes.

    Every writer of the official SDKs has that length, so that the length of a message is known before it is signed. Of s and n - s one
    is nearly always right; if neither is, a number was short (one of 256 messages), and a new signature is drawn.

    Args:
        private_key: the message's.
        scheme: the suite's; ``digest`` is its hash over header and body.
        digest: the hash's output.
        deterministic: take the nonce from key and digest (RFC 6979), so that the same message can be made again. If that signature is one
            of the few that cannot have the usual length, a random one is drawn.
    """
    # Reqs: SIG-VER-011
    order = CONSTANTS.curves[scheme.curve].n
    while True:
        signature = private_key.sign(digest, _signing(scheme, deterministic=deterministic))
        if len(signature) == scheme.usual_signature_length:
            return signature
        r, s = parse_der_signature(signature, scheme)
        other = encode_der_signature(r, order - s)
        if len(other) == scheme.usual_signature_length:
            return other
        deterministic = False


# What a small message needs of the cryptography package, kept: an import in a function takes half a microsecond in every call.
@cache
def _generator(curve: str) -> Callable[[], EllipticCurvePrivateKey]:
    from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key

    return partial(generate_private_key, elliptic_curve(curve))


@cache
def _decoder(curve: str) -> Callable[[bytes], EllipticCurvePublicKey]:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

    return partial(EllipticCurvePublicKey.from_encoded_point, elliptic_curve(curve))


@cache
def _compressed() -> tuple[Encoding, PublicFormat]:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return Encoding.X962, PublicFormat.CompressedPoint


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


def _compressed_point(text: str, scheme: SignatureScheme) -> bytes:
    point = _decode_canonical_base64(text)
    if len(point) != scheme.point_length:
        raise _bad_key(f"the public key has {len(point)} bytes, expected {scheme.point_length} for a compressed point on {scheme.curve}")
    return point


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


def _not_on_curve(scheme: SignatureScheme) -> EsdkError:
    return _bad_key(f"the public key is not a compressed point on {scheme.curve}")


def _bad_signature(message: str) -> EsdkError:
    return error_for(Code.SIGNATURE_MALFORMED, message, path=_SIGNATURE_PATH)
