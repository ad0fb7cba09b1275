"""What bytes are: each kind by an example, what is inside of it, and any bytes at all."""

import base64
import bz2
import gzip
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.doctor.kinds import decode_base64, message_starts
from esdkit.doctor.thing import recognise
from esdkit.inspector import inspect
from esdkit.spec import SUITES, things
from tests.samples import native_accepted, native_cases, native_ciphertext
from tests.unit.doctor.cases import BLOB, KEY_ID

MESSAGE = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
FIRST = native_ciphertext("js-0378-aes-256-many-f16-p1")
KEY_ARN = b"arn:aws:kms:eu-west-1:111122223333:key/" + KEY_ID

KINDS: dict[str, tuple[str, bytes]] = {
    "nothing": ("empty", b""),
    "zeros": ("zeros", bytes(40)),
    "pem": ("pem", b"-----BEGIN RSA PRIVATE KEY-----\nMIIEow==\n-----END RSA PRIVATE KEY-----\n"),
    "html": ("html", b"\n<!DOCTYPE html><html><body>Sign in</body></html>"),
    "xml": ("xml", b"<?xml version='1.0'?><a/>"),
    "kms-blob": ("kms-blob", BLOB),
    "localstack-blob": ("kms-emulator-blob", KEY_ID + bytes(range(60))),
    "local-kms-blob": ("kms-emulator-blob", bytes([len(KEY_ARN)]) + KEY_ARN + bytes(range(60))),
    "kms-json": ("kms-json", json.dumps({"KeyId": "k", "CiphertextBlob": base64.b64encode(BLOB).decode()}).encode()),
    "s3-instruction-file": ("s3-client", b'{"x-amz-iv":"AA==","x-amz-key-v2":"AA==","x-amz-matdesc":"{}"}'),
    "dynamodb-item": ("dynamodb-item", b'{"id":{"S":"1"},"*amzn-ddb-map-sig*":{"B":"AA=="}}'),
    "dynamodb-dbe-item": ("dynamodb-item", b'{"Item":{"aws_dbe_head":{"B":"AA=="},"aws_dbe_foot":{"B":"AA=="}}}'),
    "dynamodb-header": ("dynamodb-header", b"\x01\x01" + bytes(range(80, 240))),
    "s3-suite": ("other-suite", bytes.fromhex("020073") + bytes(range(80))),
    "dbe-suite": ("other-suite", bytes.fromhex("026701") + bytes(range(80))),
    "error-text": ("aws-error", b"An error occurred (AccessDeniedException) when calling the Decrypt operation: no"),
    "error-json": ("aws-error", b'{"__type":"com.amazonaws.kms#NotFoundException","message":"Key does not exist"}'),
    "error-xml": ("aws-error", b"<?xml version='1.0'?>\n<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"),
    "json": ("json", b'{"a": [1, 2]}'),
    "path": ("path", b"/var/lib/data/secret.bin\n"),
    "windows-path": ("path", rb"C:\data\secret.bin"),
    "file-name": ("path", b"secret.txt"),
    "uri": ("uri", b"s3://bucket/key"),
    "arn": ("arn", KEY_ARN),
    "jwe": ("jwt", b"eyJhbGciOiJSU0EtT0FFUCJ9.x.y.z.w"),
    "age": ("age", b"age-encryption.org/v1\n-> X25519 abc\n"),
    "age-armour": ("age", b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n"),
    "pgp": ("pgp", b"-----BEGIN PGP MESSAGE-----\n\nhQE=\n"),
    "openssl": ("openssl", b"Salted__" + bytes(range(40))),
    "vault": ("vault", b"vault:v1:abcdefg=="),
    "zip": ("zip", b"PK\x03\x04" + bytes(30)),
    "zstd": ("zstd", bytes.fromhex("28b52ffd") + bytes(range(30))),
    "java": ("java-object", bytes.fromhex("aced0005") + b"sr"),
    "pickle": ("pickle", bytes.fromhex("800495") + bytes(range(30))),
    "pdf": ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
    "plain": ("text", b"attack at dawn, and bring the others"),
    "utf8-plain": ("text", "Angriff bei Morgengrauen, für alle".encode()),
    "uuid": ("uuid", KEY_ID + b"\n"),
    "word": ("text", b"PasswordPassword"),
    "hex": ("hex", b"00112233445566778899aabbccddeeff"),
    "binary": ("unknown", bytes(range(255, 5, -7)) + b"\xff\xfe\xfd"),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.req("CLI-DOC-001", "CLI-DOC-002")
def test_kind_is_recognised_with_evidence_from_the_bytes(name: str) -> None:
    kind, data = KINDS[name]
    found = recognise(data)
    assert found is not None
    assert found.kind == kind
    assert data[found.offset :].startswith(found.evidence)
    assert found.evidence or not data
    assert found.name and found.advice and "{}" not in found.name


def test_examples_name_every_kind_that_stands_in_the_table() -> None:
    inner = set(WRAPPED)
    magic_only = {"bzip2", "xz", "fernet", "png", "jpeg", "gzip"}
    assert {kind for kind, _ in KINDS.values()} | {name.partition(" ")[0] for name in inner} | magic_only >= set(things())


@pytest.mark.parametrize("kind", [kind for kind, row in things().items() if row.magic])
def test_magic_is_recognised(kind: str) -> None:
    for magic in things()[kind].magic:
        found = recognise(magic + bytes(range(200, 230)))
        assert found is not None and found.kind == kind


WRAPPED: dict[str, Callable[[bytes], bytes]] = {
    "base64": base64.b64encode,
    "base64 lines": base64.encodebytes,
    "base64url": base64.urlsafe_b64encode,
    "hex": lambda data: data.hex().encode(),
    "pem": lambda data: b"-----BEGIN MESSAGE-----\n" + base64.encodebytes(data) + b"-----END MESSAGE-----\n",
    "json": lambda data: json.dumps({"Records": [{"body": base64.b64encode(data).decode()}]}).encode(),
    "json text": lambda data: json.dumps(base64.b64encode(data).decode()).encode(),
    "json buffer": lambda data: json.dumps({"type": "Buffer", "data": list(data)}).encode(),
    "json array": lambda data: json.dumps({str(index): byte for index, byte in enumerate(data)}).encode(),
    "python-bytes": lambda data: f"{data!r}\n".encode(),
    "json characters": lambda data: json.dumps(data.hex()).encode(),
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "bzip2": bz2.compress,
    "latin1-as-utf8": lambda data: data.decode("latin-1").encode(),
    "leading mark": lambda data: b"\xef\xbb\xbf" + data,
    "leading length": lambda data: len(data).to_bytes(4, "big") + data,
    "leading quote": lambda data: b'"' + data + b'"\n',
    "leading space": lambda data: b"\n " + data,
    "leading bytes": lambda data: b"header: 1\n" + data,
    "crlf": lambda data: data.replace(b"\n", b"\r\n"),
    "utf16": lambda data: base64.b64encode(data).decode().encode("utf-16"),
    "utf16 bare": lambda data: base64.b64encode(data).decode().encode("utf-16-be"),
    "utf8-replaced": lambda data: data.decode("utf-8", "replace").encode(),
}


@pytest.mark.parametrize("how", WRAPPED)
@pytest.mark.parametrize("message", [MESSAGE, FIRST], ids=["version-2", "version-1"])
@pytest.mark.req("CLI-DOC-003")
def test_message_in_another_form_is_named_and_given_out(how: str, message: bytes) -> None:
    data = WRAPPED[how](message)
    if data == message:
        pytest.skip("there is no line feed in this message")
    found = recognise(data)
    assert found is not None and found.kind in (how.partition(" ")[0], "base64")
    if how == "utf8-replaced":
        assert found.inner is None  # the bytes are lost
    elif how.startswith("utf16"):
        assert found.inner == base64.b64encode(message)
    else:
        assert found.inner == message


def test_base64_of_other_things_is_opened() -> None:
    for inner in (base64.b64encode(MESSAGE), BLOB, gzip.compress(MESSAGE, mtime=0)):
        found = recognise(base64.b64encode(inner))
        assert found is not None and (found.kind, found.inner) == ("base64", inner)


def test_json_says_where_the_message_stands() -> None:
    found = recognise(WRAPPED["json"](MESSAGE))
    assert found is not None and found.detail == "the message stands at Records[0].body"


@pytest.mark.req("CLI-DOC-001", kind="negative")
def test_native_messages_are_no_things() -> None:
    for name in native_accepted():
        assert recognise(native_ciphertext(name)) is None, name


@pytest.mark.req("CLI-DOC-001", kind="negative")
def test_messages_with_a_broken_field_are_messages_still() -> None:
    broken = [name for name, case in native_cases().items() if case["expect"].get("stage") not in ("parse", None)]
    assert broken
    for name in broken:
        assert recognise(native_ciphertext(name)) is None, name
    assert recognise(FIRST[:1] + b"\x00" + FIRST[2:]) is None  # another type, and all the rest of a message


def test_beginning_of_each_suite_is_known() -> None:
    starts = {inspect(native_ciphertext(name)).suite: native_ciphertext(name)[:8] for name in native_accepted()}
    assert set(starts) == set(SUITES.values())
    assert all(message_starts(b"x" + start, 0, 8) == 1 for start in starts.values())
    assert all(message_starts(b"x" + start, 0, 0) is None for start in starts.values())


def test_short_beginnings_of_a_message_are_no_damage() -> None:
    for length in range(3, len(MESSAGE)):
        assert recognise(MESSAGE[:length]) is None
    assert recognise(b"\x02\x05\x78" + "é".encode()) is None


def test_bombs_and_deep_nesting_are_bounded() -> None:
    deep = recognise(b"[" * 200_000)
    assert deep is not None and deep.kind == "text"
    wide = recognise(json.dumps([["x"]] * 50_000).encode())
    assert wide is not None and wide.kind == "json"
    bomb = recognise(gzip.compress(bytes(200 << 20), compresslevel=1))
    assert bomb is not None and bomb.inner is not None and len(bomb.inner) == 64 << 20


@pytest.mark.req("CLI-DOC-005")
@given(st.binary(max_size=400))
def test_any_bytes_are_something(data: bytes) -> None:
    found = recognise(data)
    assert found is None or (found.kind in things() and data[found.offset :].startswith(found.evidence))


@given(st.binary(max_size=64), st.sampled_from(sorted({magic for row in things().values() for magic in row.magic})))
def test_any_bytes_behind_a_magic_are_something(data: bytes, magic: bytes) -> None:
    assert recognise(magic + data) is not None


@given(st.text(max_size=200))
def test_any_text_is_something(text: str) -> None:
    assert recognise(text.encode("utf-8", "surrogatepass")) is not None


@given(st.binary(min_size=1, max_size=100))
def test_base64_is_decoded_with_and_without_padding(data: bytes) -> None:
    for text in (base64.b64encode(data), base64.urlsafe_b64encode(data).rstrip(b"="), base64.encodebytes(data)):
        assert decode_base64(text) == data
    assert decode_base64(b"*" + base64.b64encode(data)) is None
