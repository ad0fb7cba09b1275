"""What bytes are: each kind by an example, what is inside of it, and any bytes at all."""

import base64
import gzip
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.input import Recognition, examine, find
from esdkit.input.beginnings import message_starts
from esdkit.input.literals import literals
from esdkit.inspector import inspect
from esdkit.spec import SUITES, non_messages
from tests.each import each
from tests.samples import native_accepted, native_cases, native_ciphertext
from tests.unit.doctor.cases import BLOB, KEY_ID
from tests.unit.input.forms import BYTES_IN, WAYS, tar

MESSAGE = native_ciphertext("mpl-0578-multi-ascii-f256-p300")
FIRST = native_ciphertext("js-0378-aes-256-many-f16-p1")
KEY_ARN = b"arn:aws:kms:eu-west-1:111122223333:key/" + KEY_ID


def recognize(data: bytes) -> Recognition | None:
    """The outermost wrapping; None for a message."""
    return next(iter(examine(data)), None)


KINDS: dict[str, tuple[str, bytes]] = {
    "nothing": ("empty", b""),
    "zeros": ("zeros", bytes(40)),
    "pem": ("pem", b"-----BEGIN RSA PRIVATE KEY-----\nMIIEow==\n-----END RSA PRIVATE KEY-----\n"),
    "html": ("html", b"\n<!DOCTYPE html><html><body>Sign in</body></html>"),
    "xml": ("xml", b"<?xml version='1.0'?><a/>"),
    "kms-blob": ("kms-blob", BLOB),
    "localstack-blob": ("kms-emulator-blob", KEY_ID + bytes(range(60))),
    "local-kms-blob": ("kms-emulator-blob", bytes([len(KEY_ARN)]) + KEY_ARN + bytes(range(60))),
    "kms-json": ("kms-json", json.dumps({"KeyId": "k", "CiphertextBlob": base64.b64encode(bytes(90)).decode()}).encode()),
    "s3-instruction-file": ("s3-client", b'{"x-amz-iv":"AA==","x-amz-key-v2":"AA==","x-amz-matdesc":"{}"}'),
    "dynamodb-item": ("dynamodb-item", b'{"id":{"S":"1"},"*amzn-ddb-map-sig*":{"B":"AA=="}}'),
    "dynamodb-dbe-item": ("dynamodb-item", b'{"Item":{"aws_dbe_head":{"B":"AA=="},"aws_dbe_foot":{"B":"AA=="}}}'),
    "dynamodb-header": ("dynamodb-header", b"\x01\x01" + bytes(range(32)) + b"\x00\x03ese" + bytes(range(80))),
    "no-dynamodb-header": ("unknown", b"\x01\x01" + bytes(range(32)) + b"\x00\x03exe" + bytes(range(80))),
    "s3-headers": ("s3-client", b"HTTP/1.1 200 OK\r\nx-amz-meta-x-amz-key-v2: AA\r\nx-amz-meta-x-amz-iv: AA\r\n\r\n" + bytes(range(80))),
    "ssm-parameter": ("json", json.dumps({"Parameter": {"Value": base64.b64encode(BLOB).decode()}}).encode()),
    "git-lfs": ("git-lfs", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"),
    "der": ("der", bytes.fromhex("30820041020100") + bytes(range(62))),
    "der-short": ("der", bytes.fromhex("3041020100") + bytes(range(62))),
    "no-der": ("unknown", bytes.fromhex("308204bd020100") + bytes(range(200, 255))),
    "java-array": ("object-name", b"[B@1b6d3586\n"),
    "java-buffer": ("object-name", b"java.nio.HeapByteBuffer[pos=0 lim=1169 cap=1169]"),
    "java-result": ("object-name", b"com.amazonaws.encryptionsdk.CryptoResult@6d06d69c"),
    "javascript-object": ("object-name", b"[object Object]"),
    "javascript-buffer": ("object-name", b"<Buffer 02 05 78 03 ba ... 300 more bytes>"),
    "net-array": ("object-name", b"System.Byte[]"),
    "python-body": ("object-name", b"<botocore.response.StreamingBody object at 0x7f3aa0>"),
    "null": ("object-name", b"null"),
    "key": ("raw-key", bytes(range(224, 256))),
    "key-hex": ("raw-key", bytes(range(208, 224)).hex().encode() + b"\n"),
    "key-base64": ("raw-key", base64.b64encode(bytes(range(200, 224)))),
    "s3-suite": ("other-suite", bytes.fromhex("020073") + bytes(range(80))),
    "dbe-suite": ("other-suite", bytes.fromhex("026701") + bytes(range(80))),
    "error-text": ("aws-error", b"An error occurred (AccessDeniedException) when calling the Decrypt operation: no"),
    "error-json": ("aws-error", b'{"__type":"com.amazonaws.kms#NotFoundException","message":"Key does not exist"}'),
    "error-xml": ("aws-error", b"<?xml version='1.0'?>\n<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"),
    "json": ("json-other", b'{"a": [1, 2]}'),
    "tar": ("tar", tar(b"nothing")),
    "path": ("path", b"/var/lib/data/secret.bin\n"),
    "windows-path": ("path", rb"C:\data\secret.bin"),
    "file-name": ("path", b"secret.txt"),
    "decimal": ("text", b"3.14159"),
    "mail-address": ("text", b"ben@example.com"),
    "fileb": ("uri", b"fileb://secret.bin"),
    "uri": ("uri", b"s3://bucket/key"),
    "arn": ("arn", KEY_ARN),
    "jwe": ("jwt", b"eyJhbGciOiJSU0EtT0FFUCJ9.x.y.z.w"),
    "age": ("age", b"age-encryption.org/v1\n-> X25519 abc\n"),
    "age-armour": ("age", b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n"),
    "pgp": ("pgp-message", b"-----BEGIN PGP MESSAGE-----\n\nhQE=\n"),
    "openssl": ("openssl", b"Salted__" + bytes(range(40))),
    "vault": ("vault", b"vault:v1:abcdefg=="),
    "zip": ("zip", b"PK\x03\x04" + bytes(30)),
    "zstd": ("zstd", bytes.fromhex("28b52ffd") + bytes(range(30))),
    "java": ("java-object", bytes.fromhex("aced0005") + b"sr"),
    "pickle": ("pickle", bytes.fromhex("800495") + bytes(range(30))),
    "pdf": ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
    "certificate": ("certificate", b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"),
    "certificate-der": ("certificate", bytes.fromhex("308203ef308202d7a003020102") + bytes(range(80))),
    "jwk": ("jwk", b'{"kty":"oct","k":"AAAA"}'),
    "jwt": ("jwt", base64.urlsafe_b64encode(b'{"alg":"HS256"}').rstrip(b"=") + b".e30.c2ln"),
    "base64-of-json": ("base64", base64.b64encode(b'{"a":1}')),
    "s3-event": ("s3-event", b'{"Records":[{"s3":{"s3SchemaVersion":"1.0","object":{"key":"k"}}}]}'),
    "plain": ("text", b"attack at dawn, and bring the others"),
    "utf8-plain": ("text", "Angriff bei Morgengrauen, für alle".encode()),
    "uuid": ("uuid", KEY_ID + b"\n"),
    "word": ("text", b"PasswordPassword"),
    "hex": ("hex", b"00112233445566778899aabbccddeeff0011"),
    "hex-odd": ("hex", b"0x00112233445566778899aabbccddeeff0011a"),
    "binary": ("unknown", bytes(range(255, 5, -7)) + b"\xff\xfe\xfd"),
}


_NOT_SHOWN = {"raw-key", "jwt", "text", "path", "uri", "arn"}  # secrets, and what is somebody's text


@each("name", KINDS)
@pytest.mark.req("CLI-DOC-001", "CLI-DOC-002")
def test_kind_is_recognized_with_evidence_from_the_bytes(name: str) -> None:
    kind, data = KINDS[name]
    found = recognize(data)
    assert found is not None
    assert found.kind == kind
    assert data[found.offset :].startswith(found.evidence)
    assert found.evidence or not data or kind in _NOT_SHOWN
    assert found.name and found.advice and "{}" not in found.name


def test_examples_name_every_kind_in_the_table() -> None:
    """Those that hold something are in the steps of messages (test_forms)."""
    forms = {step.kind for data in _forms() for step in examine(data)}
    magic_only = {kind for kind, row in non_messages().items() if row.magic}
    assert {kind for kind, _ in KINDS.values()} | set(DAMAGE) | forms | magic_only >= set(non_messages())


def _forms() -> list[bytes]:
    escaped = base64.b64encode(MESSAGE).replace(b"+", b" ")
    return [way(MESSAGE) for way in (*WAYS.values(), *BYTES_IN.values())] + [escaped, base64.b64encode(MESSAGE[:99]) + b"..."]


REST = {"lzma": b"\x80\0\0\1\0\0\0\0\0\0\0", "arrow-stream": b"\xa8\0\0\0\x10\0\0\0", "orc": b"\x11\0\0"}
"""What comes after the first bytes, where they are few."""


@pytest.mark.req("CLI-DOC-001")
@each("kind", [kind for kind, row in non_messages().items() if row.magic])
def test_magic_is_recognized(kind: str) -> None:
    for magic in non_messages()[kind].magic:
        found = recognize(magic + REST.get(kind, b"") + bytes(range(200, 230)))
        assert found is not None and found.kind == kind


@pytest.mark.req("CLI-DOC-001", kind="negative")
@each("data", [b"\xff" * 40, b"\xff" * 4 + bytes(40), b"\xff" * 4 + b"\xa9\0\0\0\x10\0\0\0" + b"\xf0" * 20, b"ORCAS: " + b"caf\xe9 " * 9])
def test_what_begins_like_columns_and_is_something_else(data: bytes) -> None:
    found = recognize(data)
    assert found is not None and found.kind not in ("arrow-stream", "orc")


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "utf8-replaced": lambda data: data.decode("utf-8", "replace").encode(),
    "latin1-as-utf8": lambda data: data.decode("latin-1").encode(),
    "latin1-as-utf8 of a browser": lambda data: "".join(_browser(byte) for byte in data).encode(),
    "latin1-as-utf16": lambda data: data.decode("latin-1").encode("utf-16"),
    "latin1-as-utf16 bare": lambda data: data.decode("latin-1").encode("utf-16-be"),
    "bytes-lost ASCII": lambda data: data.decode("ascii", "replace").encode("ascii", "replace"),
    "bytes-lost left out": lambda data: data.decode("ascii", "ignore").encode(),
    "bytes-lost escapes": lambda data: data.decode("utf-8", "backslashreplace").encode() if data[0] == 2 else b"",
    "crlf": lambda data: data.replace(b"\n", b"\r\n"),
    "bytes-lost": lambda data: data.decode("ascii", "ignore").encode(),
}


def _browser(byte: int) -> str:
    """A character as TextDecoder("latin1") gives it, which is that of Windows."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


@each("how", DAMAGE)
@each("message", [MESSAGE, FIRST], ids=["version-2", "version-1"])
@pytest.mark.req("CLI-DOC-003")
def test_message_that_was_handled_as_text_is_named_and_given_out_if_it_can_be(how: str, message: bytes) -> None:
    data = DAMAGE[how](message)
    found = recognize(data)
    if data in (message, b""):
        assert found is None or not data  # this does nothing to this message
        return
    assert found is not None and found.kind == how.partition(" ")[0]
    assert found.inner == (None if how == "utf8-replaced" or how.startswith("bytes-lost") else message)


@pytest.mark.req("CLI-INP-001", kind="negative")
@each("how", ["latin1-as-utf8", "latin1-as-utf16"])
@each("length", [57, 200, len(MESSAGE) - 1])
def test_message_that_was_handled_as_text_is_not_whole_when_it_was_cut(how: str, length: int) -> None:
    for data, whole in ((MESSAGE, True), (MESSAGE[:length], False)):
        for found in find(DAMAGE[how](data)).messages:
            assert (found.data, found.whole) == (data, whole)


LINES = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")  # it has seven line feeds
DELETE = MESSAGE[:3] + b"\x7f" + MESSAGE[4:]  # the last ASCII character


@pytest.mark.req("CLI-DOC-001", "CLI-DOC-002")
@pytest.mark.parametrize(
    ("data", "kind", "offset", "evidence"),
    [
        (MESSAGE.decode("utf-8", "replace").encode(), "utf8-replaced", 4, "\ufffd".encode()),
        (DELETE.decode("latin-1").encode(), "latin1-as-utf8", 4, b"\xc2\xa9"),
        (b"\xff\xfe" + MESSAGE.decode("latin-1").encode("utf-16-le"), "latin1-as-utf16", 0, b"\xff\xfe\x02\0\x05\0x\0"),
        (b"\xfe\xff" + MESSAGE.decode("latin-1").encode("utf-16-be"), "latin1-as-utf16", 0, b"\xfe\xff\0\x02\0\x05\0x"),
        (MESSAGE.decode("ascii", "ignore").encode(), "bytes-lost", 0, MESSAGE.decode("ascii", "ignore").encode()[:8]),
        (LINES.replace(b"\n", b"\r\n"), "crlf", LINES.index(b"\n"), b"\r\n"),
    ],
)
def test_damage_is_shown_where_it_is_first_seen(data: bytes, kind: str, offset: int, evidence: bytes) -> None:
    found = recognize(data)
    assert found is not None and (found.kind, found.offset, found.evidence) == (kind, offset, evidence)


@pytest.mark.req("CLI-DOC-001", kind="negative")
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("\x02\x05x\ufffd\ufffd\ufffd".encode(), "utf8-replaced"),
        ("\x02\x05xé".encode() + b"a" * 27, "latin1-as-utf8"),
        (("\x02\x05x" + "a" * 29).encode("utf-16-le"), "latin1-as-utf16"),
        (b"\x02\x05x" + b"a" * 61, "bytes-lost"),
    ],
    ids=["replaced", "utf-8", "utf-16", "lost"],
)
def test_damage_is_not_seen_in_fewer_bytes(data: bytes, kind: str) -> None:
    found, shorter = recognize(data), recognize(data[:-1])
    assert found is not None and found.kind == kind
    assert shorter is None or shorter.kind != kind


@pytest.mark.req("CLI-DOC-003", kind="negative")
def test_line_ends_are_not_blamed_for_other_damage() -> None:
    found = recognize(MESSAGE.replace(b"\n", b"\r\n")[:-1])
    assert found is None


@pytest.mark.req("CLI-DOC-003")
def test_base64_of_other_things_is_opened() -> None:
    for inner in (base64.b64encode(MESSAGE), BLOB, gzip.compress(MESSAGE, mtime=0)):
        found = recognize(base64.b64encode(inner))
        assert found is not None and (found.kind, found.inner) == ("base64", inner)


@pytest.mark.req("CLI-DOC-003")
def test_json_says_where_the_message_is() -> None:
    found = recognize(json.dumps({"Records": [{"body": base64.b64encode(MESSAGE).decode()}]}).encode())
    assert found is not None and found.detail == "the message is at $.Records[0].body"


@pytest.mark.req("CLI-INS-004", kind="negative")
@pytest.mark.parametrize("field", ["CiphertextBlob", "body", "__type", "x-amz-iv"])
def test_json_with_halves_of_characters_is_no_trouble(field: str) -> None:
    text = json.dumps({field: base64.b64encode(BLOB).decode() + "\udc80\ud800"})
    assert recognize(text.encode()) is not None


@pytest.mark.req("CLI-INP-002")
def test_further_messages_in_one_place_are_counted() -> None:
    text = base64.b64encode(MESSAGE).decode()
    for data in (
        json.dumps({"a": text, "b": [text, list(MESSAGE)]}).encode(),
        f"1,{text}\n2,{text}\n3,{text}\n".encode(),
        f"a={quote(text)}&b={quote(text)}&c={quote(text)}".encode(),
    ):
        found = recognize(data)
        assert found is not None and found.detail is not None
        assert "it holds 3 messages: FILE#2 names the next" in found.detail


@pytest.mark.req("CLI-DOC-001")
def test_base64_whose_plus_signs_became_spaces_is_told_from_one_with_line_breaks() -> None:
    text = base64.b64encode(MESSAGE)
    assert b"+" in text
    found = recognize(text.replace(b"+", b" ") + b"\n")
    assert found is not None and (found.kind, found.inner) == ("base64-spaces", text + b"\n")
    found = recognize(text[:76] + b" " + text[76:])
    assert found is not None and (found.kind, found.inner) == ("base64", MESSAGE)


@pytest.mark.req("CLI-DOC-019", kind="negative")
def test_nothing_of_what_may_be_a_key_is_shown() -> None:
    for key in (bytes(range(224, 256)), bytes(range(200, 216))):
        for data in (key, key.hex().encode(), base64.b64encode(key) + b"\n"):
            found = recognize(data)
            assert found is not None and (found.kind, found.evidence, found.inner, found.certain) == ("raw-key", b"", None, False)
            assert found.detail == (None if data is key else f"text of {len(key)} bytes")


@pytest.mark.req("CLI-DOC-001")
@pytest.mark.parametrize("message", [MESSAGE, FIRST], ids=["version-2", "version-1"])
def test_message_whose_first_byte_alone_is_broken_is_one_still(message: bytes) -> None:
    assert recognize(b"\x00" + message[1:]) is None
    assert recognize(b"\x00" + message[1:-1]) is not None


@pytest.mark.req("CLI-DOC-022")
@pytest.mark.parametrize("lead", [b"", b"x=", b"ciphertext: ", b"["])
def test_messages_of_two_ways_of_writing_are_both_found(lead: bytes) -> None:
    text = lead + base64.b64encode(MESSAGE[:90]) + b"\n" + MESSAGE.hex(" ").encode()
    assert [found.data for found in find(b"! " + text).messages] == [MESSAGE[:90], MESSAGE]


@pytest.mark.req("CLI-DOC-022", kind="negative")
def test_literals_with_escapes_of_their_own_are_left_alone() -> None:
    assert list(literals(b"b'\\x02\\x05\\n'.")) == [(2, 12, b"\x02\x05\n")]
    for text in (b"\\d", b"\\u0141", "é".encode(), b"\\\\\\d"):
        assert list(literals(b"b'\\x02\\x05" + text + b"'")) == []


@pytest.mark.req("CLI-DOC-022", kind="negative")
def test_quote_alone_is_no_literal() -> None:
    found = recognize(b"b'")
    assert found is not None and found.kind == "text"


@pytest.mark.req("CLI-DOC-022")
@given(st.binary(max_size=40), st.text("xy,;)] 01", max_size=10).map(str.encode))
def test_literal_is_read_to_its_end(data: bytes, behind: bytes) -> None:
    data = b"\x02\x05" + data
    text = repr(data).encode()
    for found in (text + behind, text[:-1] + b"\n" + behind):
        assert next(literals(found)) == (2, len(text) - 1, data)


@pytest.mark.req("CLI-DOC-001", kind="negative")
def test_native_messages_are_no_things() -> None:
    for name in native_accepted():
        assert recognize(native_ciphertext(name)) is None, name


@pytest.mark.req("CLI-DOC-001", kind="negative")
def test_messages_with_a_broken_field_are_messages_still() -> None:
    broken = [name for name, case in native_cases().items() if case["expect"].get("stage") not in ("parse", None)]
    assert broken
    for name in broken:
        assert recognize(native_ciphertext(name)) is None, name
    assert recognize(FIRST[:1] + b"\x00" + FIRST[2:]) is None  # another type, and all the rest of a message


@pytest.mark.req("CLI-DOC-001")
def test_beginning_of_each_suite_is_known() -> None:
    starts = {inspect(native_ciphertext(name)).suite: native_ciphertext(name)[:8] for name in native_accepted()}
    assert set(starts) == set(SUITES.values())
    assert all(message_starts(b"x" + start, 0, 8) == 1 for start in starts.values())
    assert all(message_starts(b"x" + start, 0, 0) is None for start in starts.values())


@pytest.mark.req("CLI-DOC-001", kind="negative")
def test_short_beginnings_of_a_message_are_no_damage() -> None:
    for length in range(3, len(MESSAGE)):
        assert recognize(MESSAGE[:length]) is None
    assert recognize(b"\x02\x05\x78" + "é".encode()) is None


@pytest.mark.req("CLI-DOC-003", "CLI-INP-004")
@pytest.mark.slow
def test_bombs_and_deep_nesting_are_bounded() -> None:
    deep = recognize(b"[" * 200_000)
    assert deep is not None and deep.kind == "text"
    wide = recognize(json.dumps([["x"]] * 50_000).encode())
    assert wide is not None and wide.kind == "json-other"
    bomb = recognize(gzip.compress(bytes(200 << 20), compresslevel=1))
    assert bomb is not None and bomb.inner is not None and len(bomb.inner) == 64 << 20


@pytest.mark.req("CLI-DOC-005")
@given(st.binary(max_size=400))
def test_any_bytes_are_something(data: bytes) -> None:
    found = recognize(data)
    assert found is None or (found.kind in non_messages() and data[found.offset :].startswith(found.evidence))


@given(st.binary(max_size=64), st.sampled_from(sorted({magic for row in non_messages().values() for magic in row.magic})))
def test_any_bytes_behind_a_magic_are_something(data: bytes, magic: bytes) -> None:
    assert recognize(magic + data) is not None


@given(st.text(max_size=200))
def test_any_text_is_something(text: str) -> None:
    assert recognize(text.encode("utf-8", "surrogatepass")) is not None
