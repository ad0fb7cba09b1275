"""The verifier hook: what it is asked, and that nothing but True or False from it is an answer."""

import hashlib
import sys
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from esdkit.crypto.curves import elliptic_curve, uncompressed_point
from esdkit.crypto.signing import (
    NotCheckedHere,
    SignatureRequest,
    digest_of,
    encode_der_signature,
    encode_public_key,
    sign,
    use_verifier,
    verify,
    verifying_key,
)
from esdkit.errors import AuthenticationError, Code, MalformedMessage
from esdkit.spec import CONSTANTS, SIGNATURES, SignatureScheme

SCHEMES = list(SIGNATURES.values())
KEYS = {scheme.name: ec.derive_private_key(2**200 + 1, elliptic_curve(scheme.curve)) for scheme in SCHEMES}
each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.curve)
each_curve = pytest.mark.parametrize("curve", CONSTANTS.curves)


def of_the_package(request: SignatureRequest) -> bool:
    """Answers from what the request says alone, as another implementation would."""
    key = ec.EllipticCurvePublicKey.from_encoded_point(elliptic_curve(request.scheme.curve), request.public_key)
    half = len(request.signature) // 2
    r, s = (int.from_bytes(part, "big") for part in (request.signature[:half], request.signature[half:]))
    hash_algorithm = {"sha256": SHA256(), "sha384": SHA384()}[request.scheme.hash]
    try:
        key.verify(encode_dss_signature(r, s), request.digest, ec.ECDSA(Prehashed(hash_algorithm)))
    except InvalidSignature:
        return False
    return True


def check(
    scheme: SignatureScheme, verifier: Callable[[SignatureRequest], object], *, data: bytes = b"signed", signed: bytes = b"signed"
) -> None:
    """Check the signature over one text against another text, with a verifier."""
    key = KEYS[scheme.name]
    signature = sign(key, scheme, hashlib.new(scheme.hash, signed).digest())
    with use_verifier(verifier):  # type: ignore[arg-type]  # some give what they must not
        verify(verifying_key(encode_public_key(key.public_key()), scheme), scheme, digest_of([data], scheme), signature)


@pytest.mark.req("SIG-VER-001")
@each_scheme
def test_request_holds_all_that_another_implementation_needs(scheme: SignatureScheme) -> None:
    check(scheme, of_the_package)
    with pytest.raises(AuthenticationError) as error:
        check(scheme, of_the_package, data=b"changed")
    assert (error.value.code, error.value.path) == (Code.SIGNATURE_INVALID, "footer.signature")


@each_scheme
def test_request_is_as_long_as_the_curve_says_and_equal_when_asked_again(scheme: SignatureScheme) -> None:
    key = KEYS[scheme.name]
    signature = encode_der_signature(1, 2)
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    asked: list[SignatureRequest] = []

    def verifier(request: SignatureRequest) -> bool:
        asked.append(request)
        return True

    with use_verifier(verifier):
        for _ in range(2):
            verify(verifying_key(encode_public_key(key.public_key()), scheme), scheme, b"digest", signature)
    size = scheme.coordinate_length
    assert set(asked) == {SignatureRequest(scheme, point, b"digest", (1).to_bytes(size, "big") + (2).to_bytes(size, "big"))}


@pytest.mark.parametrize("answer", [None, 1, 0, "true", object()], ids=["none", "one", "zero", "text", "promise"])
def test_what_is_not_true_or_false_is_no_answer(answer: object) -> None:
    with pytest.raises(NotCheckedHere, match=r"^the verifier in use has no answer$") as error:
        check(SCHEMES[0], lambda request: answer)
    assert error.value.request.scheme is SCHEMES[0]


@pytest.mark.req("SIG-VER-006", kind="negative")
def test_verifier_that_says_no_makes_the_signature_invalid() -> None:
    with pytest.raises(AuthenticationError):
        check(SCHEMES[0], lambda request: False)


@pytest.mark.req("SIG-VER-008", kind="negative")
def test_verifier_is_not_asked_about_a_malformed_signature() -> None:
    point = KEYS[SCHEMES[0].name].public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    with use_verifier(lambda request: pytest.fail("asked")), pytest.raises(MalformedMessage):
        verify(point, SCHEMES[0], b"digest", b"\x30\x00")


@pytest.mark.req("SIG-VER-005")
def test_key_of_the_package_asks_no_verifier() -> None:
    """Decryption holds such a key."""
    scheme, key = SCHEMES[0], KEYS[SCHEMES[0].name]
    digest = hashlib.new(scheme.hash, b"signed").digest()
    with use_verifier(lambda request: pytest.fail("asked")):
        verify(key.public_key(), scheme, digest, sign(key, scheme, digest))


def test_after_the_block_the_package_verifies_again() -> None:
    with pytest.raises(ZeroDivisionError), use_verifier(lambda request: True):
        raise ZeroDivisionError
    text = encode_public_key(KEYS[SCHEMES[0].name].public_key())
    assert isinstance(verifying_key(text, SCHEMES[0]), ec.EllipticCurvePublicKey)


# ---------------------------------------------------------------- curves
@each_curve
def test_curve_has_the_numbers_of_the_package(curve: str) -> None:
    row = CONSTANTS.curves[curve]
    numbers = ec.derive_private_key(1, elliptic_curve(curve)).public_key().public_numbers()
    assert row.n == elliptic_curve(curve).group_order
    assert row.p % 4 == 3
    assert numbers.y**2 % row.p == (numbers.x**3 - 3 * numbers.x + row.b) % row.p


def point_of_the_package(point: bytes, curve: str) -> bytes | None:
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(elliptic_curve(curve), point)
    except ValueError:
        return None
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@pytest.mark.req("SIG-KEY-001")
@each_curve
@given(number=st.integers(1, 2**255))
def test_point_has_both_coordinates_as_the_package_finds_them(curve: str, number: int) -> None:
    key = ec.derive_private_key(number, elliptic_curve(curve)).public_key()
    compressed = key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    assert uncompressed_point(compressed, curve) == key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@pytest.mark.req("SIG-KEY-003", kind="negative")
@each_curve
@given(data=st.data())
def test_point_of_any_x_is_refused_where_the_package_refuses_it(curve: str, data: st.DataObject) -> None:
    """Half of all numbers are not the x of a point; those from the prime on are none at all."""
    row = CONSTANTS.curves[curve]
    x = data.draw(
        st.one_of(st.integers(0, row.p - 1), st.integers(row.p - 5, row.p + 100).filter(lambda x: x < 256**row.coordinate_length))
    )
    point = bytes([data.draw(st.sampled_from([2, 3]))]) + x.to_bytes(row.coordinate_length, "big")
    assert uncompressed_point(point, curve) == point_of_the_package(point, curve)


@pytest.mark.req("SIG-KEY-002", kind="negative")
@each_curve
@given(data=st.data())
def test_point_of_another_form_is_refused(curve: str, data: st.DataObject) -> None:
    row = CONSTANTS.curves[curve]
    compressed = elliptic_point(curve)
    prefix = data.draw(st.integers(0, 255).filter(lambda number: number not in (2, 3)))
    assert uncompressed_point(compressed, curve) is not None
    assert uncompressed_point(bytes([prefix]) + compressed[1:], curve) is None
    assert uncompressed_point(data.draw(st.binary(max_size=row.point_length - 1)), curve) is None
    assert uncompressed_point(compressed + data.draw(st.binary(min_size=1)), curve) is None


def elliptic_point(curve: str) -> bytes:
    return ec.derive_private_key(1, elliptic_curve(curve)).public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


# ---------------------------------------------------------------- without the package
@pytest.mark.req("CLI-INS-012", kind="negative")
@each_scheme
def test_without_the_package_and_a_verifier_nobody_knows(scheme: SignatureScheme, monkeypatch: pytest.MonkeyPatch) -> None:
    key = KEYS[scheme.name]
    digest = digest_of([b"sig", memoryview(b"ned")], scheme)
    text, signature = encode_public_key(key.public_key()), sign(key, scheme, digest)
    for module in ("cryptography", "cryptography.hazmat.primitives.hashes"):
        monkeypatch.setitem(sys.modules, module, None)
    assert digest_of([b"sig", memoryview(b"ned")], scheme) == digest
    with pytest.raises(NotCheckedHere, match=r"^the cryptography package is not installed$"):
        verify(verifying_key(text, scheme), scheme, digest, signature)
