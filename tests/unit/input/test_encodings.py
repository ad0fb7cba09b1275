"""Encoded messages are decoded, and nothing else is."""

import base64
import codecs
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.input.encodings import decode, decode_base64
from tests.each import each
from tests.samples import native_accepted, native_ciphertext

VERSION_1 = native_ciphertext(next(name for name in native_accepted() if "-0178-" in name))
VERSION_2 = native_ciphertext(next(name for name in native_accepted() if "-0578-" in name))

ENCODINGS = {
    "base64": ("base64", base64.b64encode),
    "base64-lines": ("base64", base64.encodebytes),
    "base64-crlf": ("base64", lambda data: base64.encodebytes(data).replace(b"\n", b"\r\n")),
    "base64-indented": ("base64", lambda data: textwrap.indent(base64.encodebytes(data).decode(), "\t ").encode()),
    "base64-marked": ("base64", lambda data: codecs.BOM_UTF8 + base64.b64encode(data)),
    "base64-unpadded": ("base64", lambda data: base64.b64encode(data).rstrip(b"=")),
    "base64url": ("base64url", base64.urlsafe_b64encode),
    "base64url-unpadded": ("base64url", lambda data: base64.urlsafe_b64encode(data).rstrip(b"=")),
    "hex": ("hex", lambda data: data.hex().encode()),
    "hex-capitals": ("hex", lambda data: data.hex().upper().encode()),
    "hex-lines": ("hex", lambda data: data.hex("\n", 16).encode() + b"\n"),
}


@pytest.mark.req("CLI-INS-004")
@each("message", [VERSION_1, VERSION_2], ids=["v1", "v2"])
@each("form", ENCODINGS)
def test_decode_encoded_message_gives_its_bytes(form: str, message: bytes) -> None:
    encoding, encode = ENCODINGS[form]
    sniffed = decode(encode(message))
    assert sniffed.data == message
    # a text without the characters in which they differ is both
    assert sniffed.encoding == encoding or not {*b"-_"} & {*encode(message)}


@pytest.mark.req("CLI-INS-004", kind="negative")
@each(
    "data",
    [
        b"",
        b"AY",
        b"hello",
        b"-----BEGIN CERTIFICATE-----\n",
        base64.b64encode(b"\x01\x02\x02\x00\x78 a blob of KMS"),
        base64.b64encode(b"\x02\x05\x77 an unknown suite"),
        base64.b64encode(b"\x02\x01\x78 a suite of the other version"),
        base64.b64encode(VERSION_1)[:-3] + b"%%%",
        b'"' + base64.b64encode(VERSION_1) + b'"',
        b"0180zz",
        b"018",
        VERSION_1,
        VERSION_2,
        VERSION_1[:1],
    ],
    ids=[
        *("empty", "cut-v1", "text", "pem", "kms-blob", "unknown-suite", "other-version", "stray", "quoted"),
        *("no-hex", "odd-hex", "v1", "v2", "one-byte"),
    ],
)
def test_decode_of_anything_else_changes_nothing(data: bytes) -> None:
    assert decode(data).data == data
    assert decode(data).encoding == "binary"


@pytest.mark.req("CLI-INS-004")
@pytest.mark.parametrize("encode", [base64.b64encode, lambda data: data.hex().encode()], ids=["base64", "hex"])
@pytest.mark.parametrize("cut", range(4))
def test_decode_of_cut_text_goes_as_far_as_it_can(cut: int, encode: Callable[[bytes], bytes]) -> None:
    sniffed = decode(encode(VERSION_1)[: 40 + cut])
    assert sniffed.encoding != "binary"
    assert VERSION_1.startswith(sniffed.data)
    assert len(sniffed.data) in ((40 + cut) // 2, (40 + cut) * 3 // 4)


@given(st.binary(max_size=80))
def test_decode_of_any_bytes_never_fails(data: bytes) -> None:
    sniffed = decode(data)
    assert sniffed.encoding != "binary" or sniffed.data == data


@pytest.mark.req("CLI-INS-004")
@given(st.binary(max_size=40), st.sampled_from([b"\x01\x80", b"\x02\x04\x78", b"\x02\x05\x78"]), st.sampled_from(sorted(ENCODINGS)))
def test_decode_inverts_every_encoding(rest: bytes, start: bytes, form: str) -> None:
    _, encode = ENCODINGS[form]
    assert decode(encode(start + rest)).data == start + rest


# --- base64 ---


@given(st.binary(min_size=1, max_size=100))
def test_base64_is_decoded_with_and_without_padding(data: bytes) -> None:
    for text in (base64.b64encode(data), base64.urlsafe_b64encode(data).rstrip(b"="), base64.encodebytes(data)):
        assert decode_base64(text) == data
    assert decode_base64(b"*" + base64.b64encode(data)) is None


@pytest.mark.parametrize(("text", "alphabets"), [(b"+A==", {"base64"}), (b"-A==", {"base64url"}), (b"+A-A", set())], ids=repr)
def test_base64_of_one_alphabet_has_no_character_of_the_other(text: bytes, alphabets: set[str]) -> None:
    assert {name for name in ("base64", "base64url") if decode_base64(text, name) is not None} == alphabets
    assert decode_base64(text, "either") is not None


@pytest.mark.parametrize(
    ("text", "cut", "whole"), [(b"AAAAA", b"\0\0\0", None), (b"AAAA", b"\0\0\0", b"\0\0\0"), (b"A", None, None)], ids=repr
)
def test_base64_that_was_cut_is_decoded_when_asked(text: bytes, cut: bytes | None, whole: bytes | None) -> None:
    assert (decode_base64(text, cut=True), decode_base64(text)) == (cut, whole)


@pytest.mark.parametrize("text", [b"", b" \n", b"==", b"A=A=", b"AA==AA=="], ids=repr)
def test_what_is_not_base64_is_not_decoded(text: bytes) -> None:
    assert decode_base64(text) is None
