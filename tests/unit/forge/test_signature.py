"""Test signatures: the same from the same, verifiable, of the usual length where one of the two has it; and DER byte by byte."""

from __future__ import annotations

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from hypothesis import given
from hypothesis import strategies as st

from esdkit.crypto.signing import parse_der_signature, verify
from esdkit.errors import Code, MalformedMessage
from esdkit.forge.signature import curve_order, mirrored, seeded_signing_key, sign
from esdkit.spec import SIGNATURES, SignatureScheme
from vectors.generators.der import encode_der

SCHEMES = list(SIGNATURES.values())
each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.curve)


@each_scheme
@given(seed=st.binary(max_size=4), data=st.binary(max_size=20))
def test_signature_is_the_same_each_time_and_verifies_with_its_mirror(scheme: SignatureScheme, seed: bytes, data: bytes) -> None:
    key = seeded_signing_key(scheme, seed)
    digest = hashlib.new(scheme.hash, data).digest()
    signature = sign(key, scheme, digest)
    assert signature == sign(seeded_signing_key(scheme, seed), scheme, digest)
    verify(key.public_key(), scheme, digest, signature)
    verify(key.public_key(), scheme, digest, mirrored(signature, scheme))
    assert mirrored(mirrored(signature, scheme), scheme) == signature
    usual = scheme.usual_signature_length
    assert len(signature) == usual or len(mirrored(signature, scheme)) != usual


@each_scheme
def test_signing_keys_of_two_seeds_differ(scheme: SignatureScheme) -> None:
    first, second = (seeded_signing_key(scheme, seed).private_numbers().private_value for seed in (b"1", b"2"))
    assert first != second
    assert all(0 < number < curve_order(scheme) for number in (first, second))


@given(r=st.integers(1, 2**380), s=st.integers(1, 2**380))
def test_der_of_minimal_contents_is_the_lawful_encoding(r: int, s: int) -> None:
    contents = [number.to_bytes(number.bit_length() // 8 + 1, "big") for number in (r, s)]
    assert encode_der(*contents) == encode_dss_signature(r, s)
    assert parse_der_signature(encode_der(*contents), SIGNATURES["ECDSA_P384_SHA384"]) == (r, s)


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param(encode_der(b"\x00\x01", b"\x01"), id="leading-zero"),
        pytest.param(encode_der(b"\x01", b"\x01", trailing=b"\x00"), id="trailing"),
        pytest.param(encode_der(b"\x01", b"\x01", long_length=True), id="long-length"),
        pytest.param(encode_der(b"\x00", b"\x01"), id="zero"),
        pytest.param(encode_der(b"\x80", b"\x01"), id="negative"),
    ],
)
def test_unlawful_der_is_malformed(signature: bytes) -> None:
    with pytest.raises(MalformedMessage) as error:
        parse_der_signature(signature, SIGNATURES["ECDSA_P256_SHA256"])
    assert error.value.code is Code.SIGNATURE_MALFORMED
