"""What bytes are in which no message was found: a ciphertext of AWS KMS in JSON, a key, a certificate, somebody else's format, text.

Strategy: each kind is one small recognizer; the first that knows the bytes names them (names and advice: spec/non_messages.yaml), with
the bytes that show it and where they are. What holds something else gives it out, so that the caller can look into it in turn.
Invariants: any bytes are recognized, as ``unknown`` in the end; the work is linear in them, what is unpacked is bounded, and nothing is
executed or fetched. Bytes that may be a key or a token, or are somebody's text, are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from esdkit.columns import capped
from esdkit.input.budget import Budget
from esdkit.input.documents import load_json
from esdkit.input.encodings import WHITE_SPACE, decode_base64, decode_hex
from esdkit.input.foreign import aws_error, dynamodb_header, http_headers, recognize_json, recognize_markup
from esdkit.input.packed import packed, utf16
from esdkit.input.recognition import MAX_TEXT, Recognition, as_text, is_printable, recognition
from esdkit.inspector import inspect
from esdkit.inspector.facts.origin import blob_origin
from esdkit.spec import CONSTANTS, DATA_KEY_LENGTHS, NOT_ESDK, kind_by_magic

__all__ = ["recognize"]

_MAX_PATH = 4096  # characters of a file's name
_SAMPLE = 256  # bytes of a text that its kind is judged by

_PEM = re.compile(rb"\s*-----BEGIN ([A-Z0-9 ]{1,64})-----(\\[nr]|\s)")
_URI = re.compile(r"(?:https?|s3|fileb?|ftp|gs)://\S+\Z")
_ARN = re.compile(r"arn:aws[a-z-]*:[a-z0-9-]+:\S*\Z")
_PATH = re.compile(r"(?:(?:[A-Za-z]:)?[\\/]|\.{1,2}[\\/]|~[\\/])[^\x00\n]*\Z")
_SECRETS = re.compile(r"(?<=://)[^/@\s]*@|(?<=[?#]).+")
_FILE_NAME = re.compile(r"[^\s\x00@]+\.[A-Za-z][A-Za-z0-9]{0,7}\Z")


def recognize(data: bytes) -> Recognition:
    """Say what bytes are that are not a message and hold none.

    Args:
        data: any bytes.
    """
    # Reqs: CLI-DOC-001, CLI-DOC-002, CLI-DOC-003
    return next(found for recognizer in _KINDS if (found := recognizer(data)) is not None)


def _empty(data: bytes) -> Recognition | None:
    return None if data else recognition("empty", data, 0, 0)


def _zeros(data: bytes) -> Recognition | None:
    return None if data.strip(b"\0") else recognition("zeros", data, 0, len(data))


def _other_suite(data: bytes) -> Recognition | None:
    tree = inspect(data[:_SAMPLE])
    name = NOT_ESDK.get(tree.value("header.algorithm_suite_id") or -1)
    field = next((field for field in tree.fields() if field.id == "header.algorithm_suite_id"), None)
    return None if name is None or field is None else recognition("other-suite", data, field.start, field.end, name=name)


def _kms_blob(data: bytes) -> Recognition | None:
    origin = blob_origin(data)
    if origin is None or is_printable(data[:_SAMPLE]):  # a key id alone is text
        return None
    return recognition("kms-emulator-blob" if origin.emulator else "kms-blob", data, 0, 5)


def _pem(data: bytes) -> Recognition | None:
    """A key, a certificate, or something else in armor; of a key there is nothing to look into."""
    match = _PEM.match(data)
    if match is None or kind_by_magic(data.lstrip()) is not None:
        return None
    start, label = match.start(1) - len("-----BEGIN "), match[1].decode("ascii")
    detail = None if match[2].isspace() else "its line ends are written as the two characters \\n: turn them into line breaks"
    if label.endswith("CERTIFICATE"):
        return recognition("certificate", data, start, match.end(1), detail=detail)
    return recognition("pem", data, start, match.end(1), name=label, detail=detail)


def _certificate(data: bytes) -> Recognition | None:
    return recognition("certificate", data, 0, 2, detail="in DER") if _CERTIFICATE.match(data) else None


_CERTIFICATE = re.compile(rb"\x30\x82..\x30\x82..\xa0\x03\x02\x01", re.DOTALL)


def _der(data: bytes) -> Recognition | None:
    """One sequence whose length is that of all bytes: a key, a certificate request, a signature."""
    match = _SEQUENCE.match(data)
    if match is None:
        return None
    length = int.from_bytes(match[1] or match[2] or data[1:2], "big")
    return recognition("der", data, 0, 2) if match.end() + length == len(data) else None


_SEQUENCE = re.compile(rb"\x30(?:\x81(.)|\x82(..)|[\x10-\x7f])", re.DOTALL)


def _unpacked(data: bytes) -> Recognition | None:
    return next(packed(data, Budget()), None) or utf16(data)


def _magic(data: bytes) -> Recognition | None:
    row = kind_by_magic(data)
    if row is None:
        return None
    return recognition(row.kind, data, 0, max(len(magic) for magic in row.magic if data.startswith(magic)))


def _nested_base64(data: bytes) -> Recognition | None:
    """Base64 of something that is not a message: of base64, of JSON, of gzip. Short words do not count as base64."""
    inner = decode_base64(data) if len(data) <= MAX_TEXT else None
    if inner is None:
        return None
    within = next((found for recognizer in _IN_BASE64 if (found := recognizer(inner)) is not None), None)
    if within is None and (len(inner) < _FEWEST or _is_word(data)):
        return None
    # of what is not known nothing is shown: it may be a key
    return recognition("base64", data, 0, 8 if within is not None else 0, inner=inner, certain=within is not None)


_FEWEST = 12  # bytes of something unknown


def _token(data: bytes) -> Recognition | None:
    """A JSON Web Token: three or five parts with dots between them, the first of them JSON. Only its kind is shown."""
    match = _TOKEN.fullmatch(data.strip()) if len(data) <= _MAX_TOKEN else None
    header = None if match is None else load_json(decode_base64(match[1]) or b"")
    return recognition("jwt", data, 0, 0) if header is not None and isinstance(header[0], dict) and "alg" in header[0] else None


_MAX_TOKEN = 1 << 20
_TOKEN = re.compile(rb"([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*)?")


def _whole_base64(data: bytes) -> Recognition | None:
    """Base64 inside base64: only text that looks into something known."""
    return _nested_base64(data) if len(data) >= 2 * _FEWEST and is_printable(data[:_SAMPLE]) and not _is_word(data) else None


def _uuid(data: bytes) -> Recognition | None:
    return recognition("uuid", data, 0, len(data)) if _UUID.match(data) else None


_UUID = re.compile(rb"\s*[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\s*\Z")


def _hex_text(data: bytes) -> Recognition | None:
    match = _HEX.match(data.translate(None, WHITE_SPACE)) if len(data) <= MAX_TEXT else None
    if match is None:
        return None
    return recognition("hex", data, 0, 8, inner=decode_hex(match[1]))


_HEX = re.compile(rb"(?:0x|\\x)?([0-9a-fA-F]{24,})\Z")


def _raw_key(data: bytes) -> Recognition | None:
    """What has the length of a key, as bytes or as text. None of it is shown."""
    if len(data) > _SAMPLE:
        return None
    text, raw = data.strip(), data
    if is_printable(data):
        raw = (decode_hex(text) if _HEX_KEY.match(text) else decode_base64(text)) or b""
        if is_printable(raw) or _is_word(text):
            return None
    detail = None if raw is data else f"text of {len(raw)} bytes"
    return recognition("raw-key", data, 0, 0, certain=False, detail=detail) if len(raw) in _KEY_LENGTHS else None


_HEX_KEY = re.compile(rb"(?:[0-9a-fA-F]{2})+\Z")
_KEY_LENGTHS = {*CONSTANTS.raw_aes_wrapping_key_lengths, *DATA_KEY_LENGTHS}


def _name(data: bytes) -> Recognition | None:
    """The name of a file, an address or an ARN, in one line."""
    text = as_text(data[: _MAX_PATH + 1])
    line = None if text is None or len(data) > _MAX_PATH else text.strip()
    if not line or not line.isprintable():
        return None
    kinds = (("uri", _URI), ("arn", _ARN), ("path", _PATH), ("path", _FILE_NAME))
    kind, form = next(((kind, form) for kind, form in kinds if form.match(line)), (None, None))
    if kind is None:
        return None
    shown = _SECRETS.sub("…", line)  # a password before the host, a signature in the query
    return recognition(kind, data, 0, 0, certain=form is not _FILE_NAME, detail=f"it says {capped(shown)}")


def _object_name(data: bytes) -> Recognition | None:
    """What a language prints for an object whose content was meant."""
    line = data.strip()
    who = next((who for who, form in _OBJECTS if len(line) <= _SAMPLE and form.fullmatch(line)), None)
    return None if who is None else recognition("object-name", data, 0, len(data), name=who)


_OBJECTS = (
    ("Java", re.compile(rb"\[B@[0-9a-f]+|[\w.$]+@[0-9a-f]{5,8}|java\.nio\.\w+\[pos=\d+ lim=\d+ cap=\d+\]")),
    ("JavaScript", re.compile(rb"\[object \w+\]|undefined|<Buffer [0-9a-f ]+(?:\.\.\. \d+ more bytes?)?>")),
    (".NET", re.compile(rb"System\.(?:Byte\[\]|IO\.\w+|Object|ReadOnlyMemory.*)")),
    ("Python", re.compile(rb"<[\w.]+(?: object)? at 0x[0-9a-fA-F]+>|None")),
    ("JSON", re.compile(rb"null")),
)


def _plain_text(data: bytes) -> Recognition | None:
    head = data[:_SAMPLE]
    return recognition("text", data, 0, 0) if is_printable(head) else None  # whose text it is, nobody knows


def _unknown(data: bytes) -> Recognition:
    return recognition("unknown", data, 0, min(len(data), 8), certain=False)


_IN_BASE64: tuple[Callable[[bytes], Recognition | None], ...] = (
    _kms_blob,
    _unpacked,
    _certificate,
    _der,
    _magic,
    _pem,
    recognize_json,
    recognize_markup,
    dynamodb_header,
    _whole_base64,
)
_KINDS: tuple[Callable[[bytes], Recognition | None], ...] = (
    _empty,
    _zeros,
    _kms_blob,
    _pem,
    _unpacked,
    _certificate,
    _der,
    _magic,
    recognize_json,
    recognize_markup,
    http_headers,
    aws_error,
    _other_suite,
    dynamodb_header,
    _uuid,
    _object_name,
    _token,
    _raw_key,
    _hex_text,
    _nested_base64,
    _name,
    _plain_text,
    _unknown,
)


def _is_word(data: bytes) -> bool:
    """Whether text that could be base64 is more likely words: it has no digit, no sign and no padding."""
    return _NO_LETTER.search(data) is None


_NO_LETTER = re.compile(rb"[0-9+/=_-]")
