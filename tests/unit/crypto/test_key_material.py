"""What was given for a key and is something else: each kind by construction, and nothing of it in the answer."""

import base64
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from esdkit.crypto.ecdh import load_private_key, load_public_key
from esdkit.crypto.key_material import mistaken_key
from esdkit.errors import UsageError
from esdkit.keyrings import RawAesKeyring, RawRsaKeyring
from esdkit.spec import key_files
from tests.each import each
from tests.samples import native_ciphertext

KEY = bytes(range(200, 232))
BLOB = bytes.fromhex("0102030078") + bytes(range(179))
LENGTHS = (16, 24, 32)


@cache
def pair() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def private(
    encoding: Encoding = Encoding.PEM, form: PrivateFormat = PrivateFormat.PKCS8, encryption: KeySerializationEncryption | None = None
) -> bytes:
    return pair().private_bytes(encoding, form, encryption or NoEncryption())


def public(encoding: Encoding = Encoding.PEM, form: PublicFormat = PublicFormat.SubjectPublicKeyInfo) -> bytes:
    return pair().public_key().public_bytes(encoding, form)


@cache
def certificate() -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder(name, name, pair().public_key(), 1, start, start + timedelta(days=1))
    return builder.sign(pair(), hashes.SHA256())


def answer(**fields: str) -> bytes:
    return json.dumps({"KeyId": "k", "CiphertextBlob": base64.b64encode(BLOB).decode(), **fields}).encode()


SECRET = BestAvailableEncryption(b"secret")
URL_KEY = bytes([255]) * 32  # whose base64 has characters that base64url has not
GIVEN: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("empty", lambda: b""),
    "line-break": ("empty", lambda: b"\n"),
    "message": ("message", lambda: native_ciphertext("mpl-0578-multi-ascii-f256-p300")),
    "blob": ("kms-ciphertext", lambda: BLOB),
    "blob-base64": ("kms-ciphertext", lambda: base64.encodebytes(BLOB)),
    "blob-hex": ("kms-ciphertext", lambda: BLOB.hex().encode()),
    "answer": ("kms-answer", lambda: answer(Plaintext=base64.b64encode(KEY).decode())),
    "answer-encrypted": ("kms-answer-encrypted", answer),
    "arn": ("kms-arn", lambda: b"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\n"),
    "uuid": ("uuid", lambda: b"1234abcd-12ab-34cd-56ef-1234567890ab"),
    "certificate": ("certificate", lambda: certificate().public_bytes(Encoding.PEM)),
    "certificate-der": ("certificate", lambda: certificate().public_bytes(Encoding.DER)),
    "certificate-der-base64": ("certificate", lambda: base64.b64encode(certificate().public_bytes(Encoding.DER))),
    "escaped": ("pem-escaped", lambda: private().replace(b"\n", rb"\n")),
    "escaped-quoted": ("pem-escaped", lambda: b'"' + private().replace(b"\n", rb"\n") + b'"'),
    "encrypted": ("pem-encrypted", lambda: private(encryption=SECRET)),
    "encrypted-traditional": ("pem-encrypted", lambda: private(form=PrivateFormat.TraditionalOpenSSL, encryption=SECRET)),
    "openssh": ("pem-openssh", lambda: private(form=PrivateFormat.OpenSSH)),
    "private": ("pem-private", private),
    "private-pkcs1": ("pem-private", lambda: private(form=PrivateFormat.TraditionalOpenSSL)),
    "private-base64": ("pem-private", lambda: base64.b64encode(private())),
    "public": ("pem-public", public),
    "public-pkcs1": ("pem-public", lambda: public(form=PublicFormat.PKCS1)),
    "parameters": ("pem-other", lambda: b"-----BEGIN DH PARAMETERS-----\nMEYCQQ==\n-----END DH PARAMETERS-----\n"),
    "private-der": ("der-private", lambda: private(Encoding.DER)),
    "private-der-base64": ("der-private", lambda: base64.encodebytes(private(Encoding.DER))),
    "encrypted-der": ("der-encrypted", lambda: private(Encoding.DER, encryption=SECRET)),
    "public-der": ("der-public", lambda: public(Encoding.DER)),
    "pkcs12": ("der-other", lambda: pkcs12.serialize_key_and_certificates(b"k", pair(), certificate(), None, SECRET)),
    "keystore": ("java-keystore", lambda: bytes.fromhex("feedfeed00000002") + bytes(50)),
    "ssh": ("ssh-public", lambda: public(Encoding.OpenSSH, PublicFormat.OpenSSH)),
    "jwk-oct": ("jwk-symmetric", lambda: json.dumps({"kty": "oct", "k": base64.urlsafe_b64encode(KEY).decode()}).encode()),
    "jwk-rsa": ("jwk", lambda: b'{"kty": "RSA", "n": "AQAB"}'),
    "json": ("json", lambda: json.dumps({"private_key": private().decode()}).encode()),
    "hex": ("key-in-hex", lambda: KEY.hex().encode()),
    "base64": ("key-in-base64", lambda: base64.encodebytes(KEY)),
    "base64url": ("key-in-base64url", lambda: base64.urlsafe_b64encode(URL_KEY)),
    "base64-without-padding": ("key-in-base64url", lambda: base64.b64encode(KEY).rstrip(b"=")),
    "hex-prefix": ("key-with-more", lambda: b"0x" + KEY.hex().encode()),
    "hex-colons": ("key-with-more", lambda: KEY.hex(":").encode()),
    "hex-bytes": ("key-with-more", lambda: ", ".join(f"0x{byte:02x}" for byte in KEY).encode()),
    "quoted": ("key-with-more", lambda: b'"' + base64.b64encode(KEY) + b'"\n'),
    "byte-order-mark": ("key-with-more", lambda: b"\xef\xbb\xbf" + base64.b64encode(KEY)),
    "twice": ("key-encoded-twice", lambda: base64.b64encode(base64.encodebytes(KEY))),
    "hex-in-base64": ("key-encoded-twice", lambda: base64.b64encode(KEY.hex().encode())),
    "raw-line-break": ("key-and-line-break", lambda: KEY + b"\n"),
    "raw-line-break-base64": ("key-and-line-break", lambda: base64.b64encode(KEY + b"\n")),
    "raw-crlf": ("key-and-line-break", lambda: KEY + b"\r\n"),
    "ascii-line-break": ("key-and-line-break", lambda: b"!" * 32 + b"\n"),
    "utf16": ("utf16", lambda: base64.b64encode(KEY).decode().encode("utf-16")),
    "utf16-pem": ("utf16", lambda: private().decode().encode("utf-16")),
    "password": ("text", lambda: b"correct horse battery staple"),
}
HALVES: Mapping[str, tuple[str, str, Callable[[], bytes]]] = {
    "cut": ("private", "pem-damaged", lambda: private()[:800]),
    "changed": ("public", "pem-damaged", lambda: public().replace(b"M", b"N")),
    "public-for-private": ("private", "pem-public", public),
    "private-for-public": ("public", "pem-private", private),
    "raw": ("private", "key-symmetric", lambda: KEY),
    "raw-base64": ("public", "key-symmetric", lambda: base64.encodebytes(KEY)),
}


@pytest.mark.req("KEY-IFC-022")
@each("case", GIVEN)
def test_what_is_no_symmetric_key_is_named(case: str) -> None:
    kind, make = GIVEN[case]
    row, found = key_files()[kind], mistaken_key(make(), lengths=LENGTHS)
    assert found is not None
    assert found.what.startswith(row.name)
    assert found.advice.endswith(row.advice.replace("{}", "32"))


@pytest.mark.req("KEY-IFC-022")
@pytest.mark.parametrize("case", HALVES)
def test_what_is_not_the_wanted_half_is_named(case: str) -> None:
    half, kind, make = HALVES[case]
    found = mistaken_key(make(), half=half)  # type: ignore[arg-type]
    assert found is not None and found.what == key_files()[kind].name


def test_each_row_has_a_case() -> None:
    assert {kind for kind, _ in GIVEN.values()} | {kind for _, kind, _ in HALVES.values()} == set(key_files())


def test_form_that_holds_it_is_decoded_first() -> None:
    for form, data in (("base64", base64.b64encode(BLOB)), ("hexadecimal digits", BLOB.hex().encode())):
        found = mistaken_key(data, lengths=LENGTHS)
        assert found is not None and found.what.endswith(f", in {form}") and found.advice.startswith(f"Decode the {form} first. ")


@pytest.mark.req("KEY-IFC-022", kind="negative")
@pytest.mark.parametrize("data", [bytes([255]) * 33, KEY + b"x", bytes([231]) * 500], ids=["long", "one-more", "random"])
def test_bytes_that_say_nothing_are_not_guessed(data: bytes) -> None:
    assert mistaken_key(data, lengths=LENGTHS) is None


@pytest.mark.req("KEY-IFC-022", "KEY-IFC-021", kind="negative")
@each("case", GIVEN)
def test_keyrings_say_it_and_show_nothing_of_it(case: str) -> None:
    data = GIVEN[case][1]()
    makers: list[Callable[[], object]] = [
        lambda: RawAesKeyring("n", "k", data),
        lambda: RawRsaKeyring("n", "k", "pkcs1", private_key=data),
        lambda: RawRsaKeyring("n", "k", "pkcs1", public_key=data),
        lambda: load_private_key(data, "P-256"),
        lambda: load_public_key(data, "P-256"),
    ]
    for make in makers:
        if case.startswith(("private", "public")):  # some of them can use it
            continue
        with pytest.raises(UsageError) as caught:
            make()
        said = f"{caught.value} {caught.value.hint}"
        assert ". It is " in caught.value.message and caught.value.hint
        text = data.decode("latin-1")
        assert not [text[at : at + 12] for at in range(0, max(1, len(text) - 12), 7) if len(text) > 40 and text[at : at + 12] in said]


@given(st.binary(max_size=200), st.sampled_from(["private", "public", None]))
def test_any_bytes_have_an_answer(data: bytes, half: str) -> None:
    for shape in (data, base64.b64encode(data), b"-----BEGIN " + data, b"{" + data, b"\x30\x82" + data, b"\xff\xfe" + data):
        mistaken_key(shape, lengths=LENGTHS, half=half)  # type: ignore[arg-type]


@pytest.mark.req("KEY-RSA-002", kind="negative")
@pytest.mark.parametrize("padding", [[], {}, None, 1, "none"], ids=repr)
def test_padding_that_is_not_a_name_is_wrong_usage(padding: object) -> None:
    with pytest.raises(UsageError, match=r"unknown padding .*: use pkcs1, oaep-sha1"):
        RawRsaKeyring("n", "k", padding, private_key=private())  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="unknown curve"):
        load_private_key(ec.generate_private_key(ec.SECP256R1()), padding)  # type: ignore[arg-type]
