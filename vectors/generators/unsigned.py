"""Messages whose signature does not hold, and messages whose public key is none: refused without any key of the reader's.

Where the fault lies in how the public key is written, the message is signed with the key that a lenient reader would make of it, wherever
there is one, and the data key is wrapped under the context as it stands.
"""

from __future__ import annotations

import base64
import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from esdkit.crypto.signing import encode_public_key, parse_der_signature
from esdkit.forge import Draft, curve_order, seeded_signing_key
from esdkit.forge.mutate import flip, spans
from esdkit.message.body import serialize_footer
from esdkit.spec import CONSTANTS, SIGNATURES, SignatureScheme
from vectors.generators.der import encode_der
from vectors.generators.derive import Bases, Case, Derived

__all__ = ["unsigned"]

_INVALID, _MALFORMED, _BAD_KEY = "signature-invalid", "signature-malformed", "public-key-malformed"
_P384 = SIGNATURES["ECDSA_P384_SHA384"]
_P256 = SIGNATURES["ECDSA_P256_SHA256"]


def unsigned(bases: Bases) -> Iterator[Derived]:
    """The vectors that fail at ``signature``."""
    for group in (_flipped, _other_signatures, _der, _half_signed, _key_texts, _key_points, _point_forms, _curves):
        yield from group(bases)


def _signature(case: Case, ciphertext: bytes, code: str, comment: str, requirements: str) -> Derived:
    return case.refused(ciphertext, "signature", code, comment, requirements)


def _signed_part(draft: Draft) -> bytes:
    """Header and body."""
    whole = draft.seal()
    return whole[: spans(whole)["footer.signature.length"].start]


# --- signatures ---


def _flipped(bases: Bases) -> Iterator[Derived]:
    """Signatures of a message that differs in one bit, and signatures with a bit flipped."""
    for name, base, path, comment in (
        ("message-id", "v2-signed", "header.message_id", "the message id"),
        ("context", "v1-signed", "header.encryption_context[0].value", "a context value"),
        ("data-key", "v2-signed", "header.encrypted_data_keys[0].ciphertext", "a data key"),
        ("suite-data", "v2-signed", "header.suite_data", "the commit key"),
        ("header-tag", "v1-signed", "header_auth.tag", "the header tag"),
        ("frame", "v1-signed", "body.frame[0].ciphertext", "a frame's ciphertext"),
        ("final-tag", "v2-signed", "body.final_frame.tag", "the final frame's tag"),
    ):
        case = Case(f"signature-flipped-{name}", bases[base])
        draft = case.draft()
        other = flip(draft.seal(), path)
        data = draft.seal(signature=draft.sign(other[: len(_signed_part(draft))]))
        comment = f"the signature is that of a message that differs in one bit: {comment}"
        yield _signature(case, data, _INVALID, comment, "SIG-VER-006 FMT-FTR-003")
    for name, base, path, comment in (
        ("s", "v1-signed", "footer.signature", "the signature's s"),
        ("s-p256", "p256", "footer.signature", "the signature's s, on P-256"),
    ):
        case = Case(f"signature-flipped-{name}", bases[base])
        yield _signature(case, flip(case.base.data, path), _INVALID, f"one bit flipped: {comment}", "SIG-VER-006 FMT-FTR-003")


def _other_signatures(bases: Bases) -> Iterator[Derived]:
    case = Case("signature-by-another-key", bases["v2-signed"])
    other = replace(case.draft(), signing_key=seeded_signing_key(_P384, case.seeded(32, "other signing key")))
    yield _signature(case, other.seal(), _INVALID, "signed by another key than the context holds", "SIG-VER-005 SIG-VER-006")

    case = Case("signature-over-the-header", bases["v1-signed"])
    draft = case.draft()
    data = draft.seal(signature=draft.sign(_signed_part(draft)[: -len(draft.body())]))
    yield _signature(case, data, _INVALID, "the signature covers the header alone", "FMT-FTR-003 SIG-VER-004")

    case = Case("signature-of-another-message", bases["v2-signed"])
    draft = case.draft()
    other = draft.rekeyed(draft.data_key.reveal(), case.seeded(32, "other message id"), draft.header.encrypted_data_keys)
    data = draft.seal(signature=draft.sign(_signed_part(other)))
    yield _signature(case, data, _INVALID, "the signature is another message's, by the same key", "SIG-VER-006")

    case = Case("signature-over-another-hash", bases["v1-signed"])
    draft = case.draft()
    assert draft.signing_key is not None
    signature = draft.signing_key.sign(_signed_part(draft), ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
    yield _signature(case, draft.seal(signature=signature), _INVALID, "the signature is made with SHA-256", "SIG-VER-001 ALG-SUI-016")


def _content(number: int) -> bytes:
    """The content of a positive DER integer."""
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _der(bases: Bases) -> Iterator[Derived]:
    """Signatures that are no valid DER (DEC-G16); r and s are right wherever the fault lets them be."""
    order, zero = curve_order(_P384), _content(0)

    def raw(r: int, s: int) -> bytes:
        return b"".join(number.to_bytes(_P384.coordinate_length, "big") for number in (r, s))

    rows: tuple[tuple[str, Callable[[int, int], bytes], str, str], ...] = (
        ("empty", lambda r, s: b"", "an empty signature", "SIG-VER-002"),
        ("raw", raw, "r and s without DER", "SIG-VER-002"),
        ("leading-zero", lambda r, s: encode_der(b"\0" + _content(r), _content(s)), "r has a zero byte too many", "SIG-VER-008"),
        ("long-length", lambda r, s: encode_der(_content(r), _content(s), long_length=True), "a length in the long form", "SIG-VER-008"),
        ("behind", lambda r, s: encode_der(_content(r), _content(s)) + b"\0", "a byte behind the sequence", "SIG-VER-008"),
        ("inside", lambda r, s: encode_der(_content(r), _content(s), trailing=b"\0"), "a byte behind s, in the sequence", "SIG-VER-008"),
        ("negative", lambda r, s: encode_der(b"\x80", _content(s)), "r is negative", "SIG-VER-003"),
        ("r-zero", lambda r, s: encode_der(zero, _content(s)), "r is 0", "SIG-VER-003"),
        ("s-zero", lambda r, s: encode_der(_content(r), zero), "s is 0", "SIG-VER-003"),
        ("both-zero", lambda r, s: encode_der(zero, zero), "r and s are 0", "SIG-VER-003"),
        ("r-order", lambda r, s: encode_der(_content(order), _content(s)), "r is the order of the curve", "SIG-VER-003"),
        ("s-plus-order", lambda r, s: encode_der(_content(r), _content(s + order)), "s, plus the order of the curve", "SIG-VER-003"),
    )
    for name, encode, comment, requirement in rows:
        case = Case(f"signature-der-{name}", bases["v1-signed"])
        draft = case.draft()
        signature = encode(*parse_der_signature(draft.sign(_signed_part(draft)), _P384))
        yield _signature(case, draft.seal(signature=signature), _MALFORMED, f"{comment} (DEC-G16)", requirement)


# --- public keys ---


def _half_signed(bases: Bases) -> Iterator[Derived]:
    for base in ("v1-signed", "v2-signed"):
        case = Case(f"signature-no-public-key-{base[:2]}", bases[base])
        draft = case.draft()
        pairs = tuple(pair for pair in draft.header.context_pairs or () if pair[0] != CONSTANTS.public_key_name.encode())
        data = case.wrapped(draft.with_header(context_pairs=pairs)).seal()
        comment = "the suite signs, the context holds no public key (DEC-G09)"
        yield _signature(case, data, "public-key-missing", comment, "CMM-DEF-003 CMM-IFC-012")
    for base in ("v1", "v2"):
        case = Case(f"signature-half-signed-{base}", bases[base])
        key = seeded_signing_key(_P384, case.seeded(32, "signing key")).public_key()
        data = case.draft(context={CONSTANTS.public_key_name: encode_public_key(key)}).seal()
        comment = "the suite does not sign, the context holds a public key (DEC-G09)"
        yield _signature(case, data, "public-key-unexpected", comment, "CMM-DEF-004 CMM-IFC-013")


def _with_public_key(case: Case, draft: Draft, text: str) -> bytes:
    """The draft with another text of its public key in the context."""
    pairs = {**dict(draft.header.context_pairs or ()), CONSTANTS.public_key_name.encode(): text.encode()}
    return case.wrapped(draft.with_header(context_pairs=tuple(sorted(pairs.items())))).seal()


def _key_texts(bases: Bases) -> Iterator[Derived]:
    """The right point in another base64 than the canonical one."""

    def stray_bits(text: str) -> str:
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        last = alphabet.index(text[-3])
        return f"{text[:-3]}{alphabet[last + 1]}=="

    for name, write, comment, requirement in (
        ("line-break", lambda text: f"{text}\n", "a line break at the end (DEC-G11)", "SIG-KEY-005"),
        ("line-break-inside", lambda text: f"{text[:64]}\n{text[64:]}", "a line break behind 64 characters (DEC-G11)", "SIG-KEY-005"),
        ("no-padding", lambda text: text.rstrip("="), "no padding (DEC-G11)", "SIG-KEY-005"),
        ("url-alphabet", lambda text: text.replace("+", "-").replace("/", "_"), "the URL-safe alphabet (DEC-G11)", "SIG-KEY-005"),
        ("stray-bits", stray_bits, "an unused bit is set (DEC-G10)", "SIG-KEY-006"),
        ("empty", lambda text: "", "no text at all", "SIG-KEY-004"),
        ("hex", lambda text: base64.b64decode(text).hex(), "hexadecimal digits", "SIG-KEY-004"),
    ):
        case = Case(f"public-key-{name}", bases["v1-signed"])
        texts = ((draft, draft.header.encryption_context[CONSTANTS.public_key_name]) for draft in case.drafts())
        draft, text = next((draft, text) for draft, text in texts if "+" in text or "/" in text)  # where the two alphabets differ
        yield _signature(case, _with_public_key(case, draft, write(text)), _BAD_KEY, comment, requirement)


def _key_points(bases: Bases) -> Iterator[Derived]:
    """Bytes that are no compressed point of the suite's curve (DEC-G12), and one that is another's."""

    def point(draft: Draft, form: PublicFormat = PublicFormat.CompressedPoint) -> bytes:
        assert draft.signing_key is not None
        return draft.signing_key.public_key().public_bytes(Encoding.X962, form)

    def other_curve(draft: Draft) -> bytes:
        key = seeded_signing_key(_P256, b"other curve").public_key()
        return key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)

    size = _P384.coordinate_length
    rows: tuple[tuple[str, Callable[[Draft], bytes], str, str, str], ...] = (
        ("uncompressed", lambda d: point(d, PublicFormat.UncompressedPoint), _BAD_KEY, "an uncompressed point (DEC-G12)", "SIG-KEY-001"),
        ("prefix", lambda d: b"\x05" + point(d)[1:], _BAD_KEY, "a point with prefix 05 (DEC-G12)", "SIG-KEY-001"),
        ("infinity", lambda d: bytes(1), _BAD_KEY, "the point at infinity", "SIG-KEY-002"),
        ("other-curve", other_curve, _BAD_KEY, "a point of P-256 (DEC-G12)", "SIG-KEY-002"),
        ("short", lambda d: point(d)[:-1], _BAD_KEY, "a byte is missing", "SIG-KEY-002"),
        ("extra-zero", lambda d: point(d)[:1] + b"\0" + point(d)[1:], _BAD_KEY, "a leading zero too many (DEC-G13)", "SIG-KEY-002"),
        ("x-too-large", lambda d: b"\x02" + b"\xff" * size, _BAD_KEY, "x is not below the field's prime (DEC-G12)", "SIG-KEY-003"),
        ("off-curve", lambda d: b"\x02" + _off_curve(_P384), _BAD_KEY, "no point of the curve has this x (DEC-G12)", "SIG-KEY-003"),
        ("mirrored", lambda d: bytes([point(d)[0] ^ 1]) + point(d)[1:], _INVALID, "the key's mirror point", "SIG-VER-005"),
    )
    for name, make, code, comment, requirement in rows:
        case = Case(f"public-key-{name}", bases["v2-signed"])
        draft = case.draft()
        text = base64.b64encode(make(draft)).decode("ascii")
        yield _signature(case, _with_public_key(case, draft, text), code, comment, requirement)


def _point_forms(bases: Bases) -> Iterator[Derived]:
    """The right point in a form that is not compressed, on both curves (DEC-G12)."""

    def hybrid(key: ec.EllipticCurvePrivateKey) -> bytes:
        whole = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return bytes([6 + whole[-1] % 2]) + whole[1:]

    for base in ("p256", "v1-signed"):
        for name, comment in (("uncompressed", "an uncompressed point (DEC-G12)"), ("hybrid", "a point in the hybrid form (DEC-G12)")):
            case = Case(f"public-key-{name}-{bases[base].suite.hex_id}", bases[base])
            draft = case.draft()
            assert draft.signing_key is not None
            point = hybrid(draft.signing_key)
            text = base64.b64encode(point if name == "hybrid" else b"\x04" + point[1:]).decode("ascii")
            yield _signature(case, _with_public_key(case, draft, text), _BAD_KEY, comment, "SIG-KEY-001")


def _curves(bases: Bases) -> Iterator[Derived]:
    """Messages that are signed with a key of another curve, whose point the context holds: a reader may take the curve from the point."""
    rows: tuple[tuple[str, ec.EllipticCurve, hashes.HashAlgorithm], ...] = (
        ("p256", ec.SECP384R1(), hashes.SHA256()),
        ("p256", ec.SECP256K1(), hashes.SHA256()),
        ("v1-signed", ec.SECP256R1(), hashes.SHA384()),
        ("v2-signed", ec.SECP256R1(), hashes.SHA256()),
        ("v2-signed", ec.SECP521R1(), hashes.SHA384()),
        ("v2-signed", ec.BrainpoolP384R1(), hashes.SHA384()),
    )
    for base, curve, digest in rows:
        case = Case(f"public-key-curve-{bases[base].suite.hex_id}-{curve.name.lower()}", bases[base])
        suite_curve = ec.SECP256R1() if base == "p256" else ec.SECP384R1()
        key, point = next((key, point) for key, point in _keys_of(case, curve) if not _is_point(point, suite_curve))
        draft = case.draft()
        text = base64.b64encode(point).decode("ascii")
        unsigned = _with_public_key(case, draft, text)
        signed = unsigned[: spans(unsigned)["footer.signature.length"].start]
        signature = key.sign(signed, ec.ECDSA(digest, deterministic_signing=True))
        comment = f"signed with a key of the curve {curve.name} and {digest.name.upper()}, whose point the context holds (DEC-G12)"
        data = signed + serialize_footer(signature)
        yield _signature(case, data, _BAD_KEY, comment, "SIG-KEY-002 CMM-IFC-024")


def _keys_of(case: Case, curve: ec.EllipticCurve) -> Iterator[tuple[ec.EllipticCurvePrivateKey, bytes]]:
    """Keys on a curve, with their compressed points, without end."""
    for number in itertools.count():
        key = ec.derive_private_key(int.from_bytes(case.seeded(31, f"signing key {number}"), "big"), curve)
        yield key, key.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def _is_point(point: bytes, curve: ec.EllipticCurve) -> bool:
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(curve, point)
    except ValueError:
        return False
    return True


def _off_curve(scheme: SignatureScheme) -> bytes:
    """The smallest x that no point of the curve has."""
    for number in itertools.count(1):
        x = number.to_bytes(scheme.coordinate_length, "big")
        if not _is_point(b"\x02" + x, ec.SECP384R1()):
            return x
    raise AssertionError("half of all numbers are such an x")
