"""Public keys and signatures: the canonical reading holds, every other is refused with its code."""

import base64
import hashlib
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from esdkit.crypto.curves import elliptic_curve
from esdkit.crypto.signing import (
    decode_public_key,
    encode_public_key,
    generate_signing_key,
    parse_der_signature,
    sign,
    signature_lengths,
    use_verifier,
    verify,
    verifying_key,
)
from esdkit.errors import AuthenticationError, Code, EsdkError, MalformedMessage
from esdkit.spec import SIGNATURES, SignatureScheme
from tests.each import each

P256 = SIGNATURES["ECDSA_P256_SHA256"]
P384 = SIGNATURES["ECDSA_P384_SHA384"]
SCHEMES = [P256, P384]
CURVES: dict[str, ec.EllipticCurve] = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1()}
PRIMES = {
    "P-256": 2**256 - 2**224 + 2**192 + 2**96 - 1,
    "P-384": 2**384 - 2**128 - 2**96 + 2**32 - 1,
}
KEYS = {scheme.name: generate_signing_key(scheme) for scheme in SCHEMES}


def read_point(text: str, scheme: SignatureScheme) -> object:
    """The public key as a verifier gets it, which takes no part of the cryptography package."""
    with use_verifier(lambda request: None):
        return verifying_key(text, scheme)


each_reader = pytest.mark.parametrize("read", [decode_public_key, read_point])
each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.curve)


def order(scheme: SignatureScheme) -> int:
    return CURVES[scheme.curve].group_order


def digest(scheme: SignatureScheme, data: bytes) -> bytes:
    return hashlib.new(scheme.hash, data).digest()


def point(scheme: SignatureScheme, form: PublicFormat = PublicFormat.CompressedPoint) -> bytes:
    return KEYS[scheme.name].public_key().public_bytes(Encoding.X962, form)


def text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def assert_malformed(error: pytest.ExceptionInfo[EsdkError], code: Code, path: str) -> None:
    assert type(error.value) is MalformedMessage
    assert error.value.code is code
    assert error.value.path == path


@pytest.mark.req("SIG-KEY-001", "SIG-KEY-002", "SIG-KEY-004", "SIG-KEY-005", "SIG-KEY-006")
@each_scheme
@given(number=st.integers(1, 2**255))
def test_public_key_encoded_and_decoded_is_the_same(scheme: SignatureScheme, number: int) -> None:
    key = ec.derive_private_key(number, CURVES[scheme.curve]).public_key()
    encoded = encode_public_key(key)
    assert len(base64.b64decode(encoded)) == scheme.point_length
    assert decode_public_key(encoded, scheme) == key


@pytest.mark.req("SIG-KEY-001")
def test_public_key_of_the_base_point_has_its_published_encoding() -> None:
    """SEC 2, 2.4.2: the generator of P-256, compressed."""
    base = bytes.fromhex("036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
    assert encode_public_key(decode_public_key(text(base), P256)) == text(base)
    assert encode_public_key(ec.derive_private_key(1, ec.SECP256R1()).public_key()) == text(base)


def bad_texts(scheme: SignatureScheme) -> dict[str, str]:
    good = text(point(scheme))
    # A key whose base64 has a character that the two alphabets write differently.
    number = next(n for n in range(2, 1000) if "/" in encode_public_key(ec.derive_private_key(n, CURVES[scheme.curve]).public_key()))
    slashed = encode_public_key(ec.derive_private_key(number, CURVES[scheme.curve]).public_key())
    return {
        "empty": "",
        "newline-at-the-end": good + "\n",
        "newline-inside": good[:40] + "\n" + good[40:],
        "space": " " + good,
        "url-alphabet": slashed.replace("/", "_"),
        "foreign-character": "*" + good[1:],
        "not-ascii": "é" + good[1:],
        "surrogate": "\ud800" + good[1:],
        "one-character-short": good.rstrip("=")[:-1],
        "padding-alone": "=" * 4,
        "padding-inside": good[:4] + "====" + good[4:],
        "padding-too-much": good + "=",
        "text-after-padding": text(point(scheme)[:-1]) + good,
    }


@pytest.mark.req("SIG-KEY-004", "SIG-KEY-005", kind="negative")
@each("case", bad_texts(P256))
@each_reader
@each_scheme
def test_public_key_in_sloppy_base64_is_malformed(
    scheme: SignatureScheme, case: str, read: Callable[[str, SignatureScheme], object]
) -> None:
    with pytest.raises(EsdkError) as error:
        read(bad_texts(scheme)[case], scheme)
    assert_malformed(error, Code.PUBLIC_KEY_MALFORMED, "header.encryption_context")


@pytest.mark.req("SIG-KEY-005", kind="negative")
def test_public_key_without_padding_is_malformed() -> None:
    """P-384's 49 bytes need two padding characters, P-256's 33 need none."""
    good = text(point(P384))
    assert good.endswith("==")
    for shortened in (good[:-1], good[:-2]):
        with pytest.raises(EsdkError) as error:
            decode_public_key(shortened, P384)
        assert_malformed(error, Code.PUBLIC_KEY_MALFORMED, "header.encryption_context")


@pytest.mark.req("SIG-KEY-006", kind="negative")
def test_public_key_with_stray_bits_is_malformed() -> None:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    good = text(point(P384))
    last = alphabet.index(good[-3])
    assert last % 16 == 0
    for bits in range(1, 16):
        stray = good[:-3] + alphabet[last + bits] + "=="
        assert base64.b64decode(stray) == point(P384)
        with pytest.raises(EsdkError) as error:
            decode_public_key(stray, P384)
        assert_malformed(error, Code.PUBLIC_KEY_MALFORMED, "header.encryption_context")


def bad_points(scheme: SignatureScheme) -> dict[str, bytes]:
    good = point(scheme)
    other = P384 if scheme is P256 else P256
    prime = PRIMES[scheme.curve]
    size = scheme.coordinate_length
    off_curve = next(x for x in range(1, 100) if not on_curve(scheme, x))
    # A point of the curve whose x leaves room for x + p in the same number of bytes: the same point, written invalidly.
    x = next(x for x in range(100) if on_curve(scheme, x) and x + prime < 256**size)
    return {
        "uncompressed": point(scheme, PublicFormat.UncompressedPoint),
        "prefix-04-at-compressed-length": b"\x04" + good[1:],
        **{f"prefix-{prefix:02x}": bytes([prefix]) + good[1:] for prefix in (0x00, 0x01, 0x05, 0x06, 0x07, 0x82, 0xFF)},
        "leading-zero": b"\x00" + good,
        "one-byte-more": good + b"\x00",
        "one-byte-less": good[:-1],
        "infinity": b"\x00",
        "zeros": bytes(len(good)),
        "other-curve": point(other),
        "off-curve": b"\x02" + off_curve.to_bytes(size, "big"),
        "x-is-p": b"\x02" + prime.to_bytes(size, "big"),
        "x-above-p": b"\x02" + (x + prime).to_bytes(size, "big"),
        "x-all-ones": b"\x02" + b"\xff" * size,
    }


def on_curve(scheme: SignatureScheme, x: int) -> bool:
    """Euler's criterion on x^3 - 3x + b."""
    b = {
        "P-256": 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
        "P-384": 0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF,
    }[scheme.curve]
    prime = PRIMES[scheme.curve]
    return pow(x**3 - 3 * x + b, (prime - 1) // 2, prime) == 1


@pytest.mark.req("SIG-KEY-001", "SIG-KEY-002", "SIG-KEY-003", kind="negative")
@each("case", bad_points(P256))
@each_reader
@each_scheme
def test_public_key_that_is_no_compressed_point_is_malformed(
    scheme: SignatureScheme, case: str, read: Callable[[str, SignatureScheme], object]
) -> None:
    with pytest.raises(EsdkError) as error:
        read(text(bad_points(scheme)[case]), scheme)
    assert_malformed(error, Code.PUBLIC_KEY_MALFORMED, "header.encryption_context")


@pytest.mark.req("SIG-KEY-003")
@each_scheme
def test_public_key_at_the_smallest_x_is_taken(scheme: SignatureScheme) -> None:
    x = next(x for x in range(100) if on_curve(scheme, x))
    for prefix in (b"\x02", b"\x03"):
        decode_public_key(text(prefix + x.to_bytes(scheme.coordinate_length, "big")), scheme)


@given(value=st.one_of(st.text(), st.binary().map(text), st.binary(min_size=49, max_size=49).map(text)))
@each_scheme
def test_public_key_of_any_text_gives_a_key_or_a_malformed_message(scheme: SignatureScheme, value: str) -> None:
    try:
        key = decode_public_key(value, scheme)
    except MalformedMessage as error:
        assert error.code is Code.PUBLIC_KEY_MALFORMED
    else:
        assert encode_public_key(key) == value


@pytest.mark.req("SIG-VER-001", "SIG-VER-002", "SIG-VER-004", "SIG-VER-011", "ALG-SUI-016", "SIG-VER-003", "SIG-VER-006", "SIG-VER-008")
@each_scheme
@given(data=st.binary(max_size=100))
def test_sign_gives_the_usual_length_and_verifies(scheme: SignatureScheme, data: bytes) -> None:
    key = KEYS[scheme.name]
    signature = sign(key, scheme, digest(scheme, data))
    assert len(signature) == scheme.usual_signature_length
    verify(key.public_key(), scheme, digest(scheme, data), signature)
    hash_algorithm = hashes.SHA256() if scheme is P256 else hashes.SHA384()
    key.public_key().verify(signature, data, ec.ECDSA(hash_algorithm))


@pytest.mark.req("SIG-VER-011", kind="negative")
@each_scheme
def test_sign_with_a_short_r_draws_again(scheme: SignatureScheme) -> None:
    """A first signature whose length can never be the usual one is thrown away."""
    usual = sign(KEYS[scheme.name], scheme, digest(scheme, b"x"))
    drawn = [encode_dss_signature(1, 1), usual]

    class Key:
        def sign(self, data: bytes, algorithm: object) -> bytes:
            return drawn.pop(0)

    assert sign(Key(), scheme, digest(scheme, b"x")) == usual  # type: ignore[arg-type]  # a stand-in with the one method used
    assert drawn == []


@pytest.mark.req("SIG-VER-010")
@each_scheme
def test_verify_of_the_negated_s_holds(scheme: SignatureScheme) -> None:
    r, s = decode_dss_signature(sign(KEYS[scheme.name], scheme, digest(scheme, b"x")))
    verify(KEYS[scheme.name].public_key(), scheme, digest(scheme, b"x"), encode_dss_signature(r, order(scheme) - s))


@pytest.mark.req("SIG-VER-009")
@each_scheme
def test_verify_of_every_lawful_length_holds(scheme: SignatureScheme) -> None:
    key = KEYS[scheme.name]
    lengths = set()
    for number in range(64):
        r, s = decode_dss_signature(sign(key, scheme, digest(scheme, bytes([number]))))
        for signature in (encode_dss_signature(r, s), encode_dss_signature(r, order(scheme) - s)):
            verify(key.public_key(), scheme, digest(scheme, bytes([number])), signature)
            lengths.add(len(signature))
    assert len(lengths) > 1


@pytest.mark.req("SIG-VER-006", "SIG-VER-001", "SIG-VER-004", "SIG-VER-010", "ALG-SUI-016", kind="negative")
@each("change", ["digest", "hash", "key", "r", "s", "negated-r"])
@each_scheme
def test_verify_of_something_else_is_invalid(scheme: SignatureScheme, change: str) -> None:
    key = KEYS[scheme.name]
    r, s = decode_dss_signature(sign(key, scheme, digest(scheme, b"x")))
    r, s = {"r": (r ^ 1, s), "s": (r, s ^ 1), "negated-r": (order(scheme) - r, s)}.get(change, (r, s))
    signed = digest(scheme, b"y" if change == "digest" else b"x")
    if change == "hash":
        signed = hashlib.sha512(b"x").digest()[: len(signed)]
    public_key = (generate_signing_key(scheme) if change == "key" else key).public_key()
    with pytest.raises(AuthenticationError) as error:
        verify(public_key, scheme, signed, encode_dss_signature(r, s))
    assert error.value.code is Code.SIGNATURE_INVALID
    assert error.value.path == "footer.signature"


def integer(number: int, *, pad: int = 0) -> bytes:
    body = bytes(pad) + number.to_bytes(number.bit_length() // 8 + 1, "big")
    return b"\x02" + bytes([len(body)]) + body


def sequence(body: bytes) -> bytes:
    return b"\x30" + bytes([len(body)]) + body


def bad_signatures(scheme: SignatureScheme) -> dict[str, bytes]:
    r, s = decode_dss_signature(sign(KEYS[scheme.name], scheme, digest(scheme, b"x")))
    n = order(scheme)
    good = sequence(integer(r) + integer(s))
    assert good == encode_dss_signature(r, s)
    negative = r.to_bytes(scheme.coordinate_length, "big")
    negative = bytes([negative[0] | 0x80]) + negative[1:]
    return {
        "empty": b"",
        "no-sequence": integer(r) + integer(s),
        "empty-sequence": sequence(b""),
        "one-integer": sequence(integer(r)),
        "three-integers": sequence(integer(r) + integer(s) + integer(1)),
        "byte-behind": good + b"\x00",
        "byte-inside": sequence(integer(r) + integer(s) + b"\x00"),
        "cut-by-one": good[:-1],
        "r-padded": sequence(integer(r, pad=1) + integer(s)),
        "s-padded": sequence(integer(r) + integer(s, pad=1)),
        "long-length": b"\x30\x81" + good[1:],
        "long-integer-length": sequence(b"\x02\x81" + integer(r)[1:] + integer(s)),
        "indefinite-length": b"\x30\x80" + good[2:] + b"\x00\x00",
        "set-tag": b"\x31" + good[1:],
        "octet-string": sequence(b"\x04" + integer(r)[1:] + integer(s)),
        "negative-r": sequence(b"\x02" + bytes([len(negative)]) + negative + integer(s)),
        "empty-integer": sequence(b"\x02\x00" + integer(s)),
        "r-zero": sequence(integer(0) + integer(s)),
        "s-zero": sequence(integer(r) + integer(0)),
        "both-zero": sequence(integer(0) + integer(0)),
        "r-is-n": sequence(integer(n) + integer(s)),
        "s-is-n": sequence(integer(r) + integer(n)),
        "s-plus-n": sequence(integer(r) + integer(n + 1)),
        "longer-than-its-length-byte-can-say": sequence(integer(r) + integer(s)) + bytes(300),
        "raw-r-and-s": r.to_bytes(scheme.coordinate_length, "big") + s.to_bytes(scheme.coordinate_length, "big"),
    }


@pytest.mark.req("SIG-VER-002", "SIG-VER-003", "SIG-VER-008", "SIG-VER-009", kind="negative")
@each("case", bad_signatures(P256))
@each_scheme
def test_verify_of_a_malformed_signature_is_malformed(scheme: SignatureScheme, case: str) -> None:
    signature = bad_signatures(scheme)[case]
    with pytest.raises(EsdkError) as error:
        verify(KEYS[scheme.name].public_key(), scheme, digest(scheme, b"x"), signature)
    assert_malformed(error, Code.SIGNATURE_MALFORMED, "footer.signature")


@pytest.mark.req("SIG-VER-002", "SIG-VER-003")
@each_scheme
@given(data=st.data())
def test_parse_der_signature_inverts_the_encoding(scheme: SignatureScheme, data: st.DataObject) -> None:
    numbers = st.one_of(st.integers(1, order(scheme) - 1), st.sampled_from([1, 127, 128, 255, 256, order(scheme) - 1]))
    r, s = data.draw(numbers), data.draw(numbers)
    assert parse_der_signature(encode_dss_signature(r, s), scheme) == (r, s)


@each_scheme
@given(signature=st.binary(max_size=110))
def test_parse_der_signature_of_any_bytes_gives_numbers_or_a_malformed_message(scheme: SignatureScheme, signature: bytes) -> None:
    try:
        r, s = parse_der_signature(signature, scheme)
    except MalformedMessage as error:
        assert error.code is Code.SIGNATURE_MALFORMED
    else:
        assert encode_dss_signature(r, s) == signature


@pytest.mark.parametrize("scheme", SIGNATURES.values(), ids=list(SIGNATURES))
def test_lengths_of_the_shortest_and_the_longest_signature(scheme: SignatureScheme) -> None:
    shortest, longest = signature_lengths(scheme)
    order = elliptic_curve(scheme.curve).group_order
    assert (len(encode_dss_signature(1, 1)), len(encode_dss_signature(order - 1, order - 1))) == (shortest, longest)
    assert parse_der_signature(encode_dss_signature(order - 1, order - 1), scheme) == (order - 1, order - 1)
