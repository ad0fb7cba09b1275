"""What bytes are when they are no message: base64, a ciphertext of KMS itself, damage by text handling, somebody else's format.

Strategy: each kind is one small recogniser; the first that knows the bytes names them (names and advice: spec/things.yaml), with the bytes
that show it and where they stand. What holds something else gives it out, so that the caller can look into it in turn. Damage comes before
everything else, because damaged messages still begin like messages. Invariants: any bytes are recognised, as ``unknown`` in the end;
the work is linear in them, what is unpacked is bounded, and nothing is executed or fetched. Not here: JSON and XML (``document``).
"""

from __future__ import annotations

import ast
import binascii
import bz2
import codecs
import re
import zlib
from collections.abc import Callable

from esdkit.doctor.document import json_thing, markup_thing
from esdkit.doctor.kinds import WHITE_SPACE, Thing, decode_base64, message_starts, thing
from esdkit.inspector import inspect
from esdkit.inspector.kinds import blob_origin
from esdkit.inspector.sniff import decode
from esdkit.spec import NOT_ESDK, things

__all__ = ["recognise"]

_MOST_TEXT = 64 << 20  # bytes of text that are looked through, and of what is unpacked
_MOST_LEADING = 4096  # bytes in front of a message that are looked through
_MOST_PATH = 4096  # characters of a file's name
_SHOWN = 80  # characters of a name
_SAMPLE = 256  # bytes of a text that its kind is judged by
_REPLACED = "\ufffd".encode()
_FEWEST_REPLACED = 3
_FEWEST_BYTES = 32  # a few bytes of a message can be UTF-8 by chance

_PEM = re.compile(rb"\s*-----BEGIN ([A-Z0-9 ]{1,64})-----\s")
_AWS_ERROR = re.compile(
    rb"An error occurred \((\w{1,64})\) when calling|\b(\w{1,64}Exception)\b[^\n]{0,80}(?:Service: |Status Code: |Request ID)"
    rb"|\b(AccessDenied|NoSuchKey|ExpiredToken|InvalidCiphertextException|AccessDeniedException)\b"
)
_URI = re.compile(r"(?:https?|s3|file|ftp|gs)://\S+\Z")
_ARN = re.compile(r"arn:aws[a-z-]*:[a-z0-9-]+:\S*\Z")
_PATH = re.compile(r"(?:(?:[A-Za-z]:)?[\\/]|\.{1,2}[\\/]|~[\\/])[^\x00\n]*\Z|[^\s\x00]+\.[A-Za-z0-9]{1,8}\Z")


def recognise(data: bytes) -> Thing | None:
    """Say what bytes are; None when they are a message, whole or broken.

    Args:
        data: any bytes.

    Reqs: CLI-DOC-001, CLI-DOC-002, CLI-DOC-003
    """
    for recogniser in _DAMAGE:
        found = recogniser(data)
        if found is not None:
            return found
    if _is_message(data):
        return None
    return next(found for recogniser in _KINDS if (found := recogniser(data)) is not None)


def _is_message(data: bytes) -> bool:
    """Whether the bytes begin like a message, or have so much of its structure that a broken beginning does not matter."""
    if message_starts(data, 0, 0) == 0:
        return True
    tree = inspect(data)
    return tree.suite is not None and bool(tree.encrypted_data_keys)


# ---------------------------------------------------------------- damage by text handling
def _utf8_replaced(data: bytes) -> Thing | None:
    if data[:1] not in (b"\x01", b"\x02") or data.count(_REPLACED) < _FEWEST_REPLACED or _text(data) is None:
        return None
    at = data.index(_REPLACED)
    return thing("utf8-replaced", data, at, at + len(_REPLACED), detail=f"{data.count(_REPLACED)} times EF BF BD")


def _latin1_as_utf8(data: bytes) -> Thing | None:
    """A message in which each byte is a character: it is lost in nothing."""
    text = _text(data) if data[:1] in (b"\x01", b"\x02") and len(data) >= _FEWEST_BYTES else None
    if text is None or text.isascii():
        return None
    try:
        inner = text.encode("latin-1")
    except UnicodeEncodeError:
        return None
    if message_starts(inner, 0, 0) != 0:
        return None
    at = next(index for index, byte in enumerate(data) if byte > 0x7F)
    return thing("latin1-as-utf8", data, at, at + 2, inner=inner)


def _crlf(data: bytes) -> Thing | None:
    """A message that is lawful only when carriage returns before line feeds are taken out."""
    if message_starts(data, 0, 0) != 0 or b"\r\n" not in data or data.count(b"\n") != data.count(b"\r\n"):
        return None
    inner = data.replace(b"\r\n", b"\n")
    if not inspect(data).problems or inspect(inner).problems:
        return None
    at = data.index(b"\r\n")
    return thing("crlf", data, at, at + 2, inner=inner)


# ---------------------------------------------------------------- other kinds
def _empty(data: bytes) -> Thing | None:
    return None if data else thing("empty", data, 0, 0)


def _zeros(data: bytes) -> Thing | None:
    return None if data.strip(b"\0") else thing("zeros", data, 0, len(data))


def _leading(data: bytes) -> Thing | None:
    """A message behind something short: a byte order mark, quotes, a length."""
    start = message_starts(data, 1, _MOST_LEADING)
    if start is None:
        return None
    front, inner = data[:start], data[start:]
    if front == codecs.BOM_UTF8:
        what = "a byte order mark"
    elif front in (b'"', b"'", b'b"', b"b'"):
        what = "a quote"
        inner = inner.removesuffix(b"\n").removesuffix(front[-1:])
    elif not front.strip():
        what = "white space"
    elif any(int.from_bytes(front, order) in (len(inner), len(data)) for order in ("big", "little")):
        what = f"the length, in {start} bytes,"
    else:
        what = f"{start} bytes that belong to something else"
    tree = inspect(inner)
    if not tree.encrypted_data_keys:
        return None  # by chance
    certain = not what[0].isdigit() and not tree.problems
    return thing("leading", data, 0, start, name=what, inner=inner, certain=certain)


def _message_as_text(data: bytes) -> Thing | None:
    sniffed = decode(data) if len(data) <= _MOST_TEXT else None
    if sniffed is None or sniffed.encoding == "binary" or sniffed.encoding not in things():
        return None
    return thing(sniffed.encoding, data, 0, min(len(data), 8), inner=sniffed.data)


def _other_suite(data: bytes) -> Thing | None:
    tree = inspect(data[:_SAMPLE])
    name = NOT_ESDK.get(tree.value("header.algorithm_suite_id") or -1)
    field = next((field for field in tree.fields() if field.id == "header.algorithm_suite_id"), None)
    return None if name is None or field is None else thing("other-suite", data, field.start, field.end, name=name)


def _kms_blob(data: bytes) -> Thing | None:
    origin = blob_origin(data)
    if origin is None or _is_printable(data[:_SAMPLE]):  # a key id alone is text
        return None
    return thing("kms-emulator-blob" if origin.emulator else "kms-blob", data, 0, 5)


def _python_bytes(data: bytes) -> Thing | None:
    """The literal that Python prints for bytes: ``str`` was called on a message."""
    if len(data) > _MOST_TEXT or not _LITERAL.match(data):
        return None
    try:
        inner = ast.literal_eval(data.decode("ascii").strip())
    except (ValueError, SyntaxError):
        return None
    return thing("python-bytes", data, 0, 2, inner=inner)


_LITERAL = re.compile(rb"""b(['"])(?:\\.|[^\\\n])*\1\s*\Z""")


def _pem(data: bytes) -> Thing | None:
    match = _PEM.match(data)
    if match is None or _magic_kind(data.lstrip()) is not None:
        return None
    body = data[match.end() :].partition(b"-----END")[0]
    label = match[1].decode("ascii")
    inner = decode_base64(body)
    if inner is not None and message_starts(inner, 0, 0) != 0:
        inner = None  # a key: nothing to look into
    return thing("pem", data, match.start(1) - len("-----BEGIN "), match.end(1), name=label, inner=inner)


def _utf16(data: bytes) -> Thing | None:
    encoding = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(data[:2])
    head = data[:_SAMPLE]
    if encoding is None and len(head) >= 8:
        halves = {"utf-16-le": (head[::2], head[1::2]), "utf-16-be": (head[1::2], head[::2])}
        encoding = next((name for name, (ascii_, zeros) in halves.items() if not zeros.strip(b"\0") and _is_printable(ascii_)), None)
    if encoding is None or len(data) > _MOST_TEXT or not _is_printable(head.decode(encoding, "replace").lstrip("\ufeff").encode()):
        return None
    text = data[: len(data) // 2 * 2].decode(encoding, "replace").removeprefix("\ufeff")
    return thing("utf16", data, 0, min(len(data), 8), inner=text.encode("utf-8", "replace") or None)


def _magic(data: bytes) -> Thing | None:
    kind = _magic_kind(data)
    if kind is None:
        return None
    length = max(len(magic) for magic in things()[kind].magic if data.startswith(magic))
    unpack = _UNPACKERS.get(kind)
    return thing(kind, data, 0, length, inner=None if unpack is None else unpack(data))


def _magic_kind(data: bytes) -> str | None:
    return next((kind for kind, row in things().items() if row.magic and data.startswith(row.magic)), None)


def _gunzip(data: bytes) -> bytes | None:
    return _unpacked(lambda: zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _MOST_TEXT))


def _bunzip(data: bytes) -> bytes | None:
    return _unpacked(lambda: bz2.BZ2Decompressor().decompress(data, _MOST_TEXT))


def _unpacked(unpack: Callable[[], bytes]) -> bytes | None:
    try:
        return unpack() or None
    except (zlib.error, OSError, ValueError):
        return None


_UNPACKERS: dict[str, Callable[[bytes], bytes | None]] = {"gzip": _gunzip, "bzip2": _bunzip}


def _nested_base64(data: bytes) -> Thing | None:
    """Base64 of something else than a message: of itself, of a ciphertext of KMS, of gzip. Short words are no base64."""
    if len(data) > _MOST_TEXT:
        return None
    inner = decode_base64(data)
    if inner is None or len(inner) < 12:
        return None
    within = next((found for recogniser in _IN_BASE64 if (found := recogniser(inner)) is not None), None)
    if within is None and _is_word(data):
        return None
    return thing("base64", data, 0, min(len(data), 8), inner=inner, certain=within is not None)


def _uuid(data: bytes) -> Thing | None:
    return thing("uuid", data, 0, len(data)) if _UUID.match(data) else None


_UUID = re.compile(rb"\s*[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\s*\Z")


def _hex_text(data: bytes) -> Thing | None:
    text = data.translate(None, WHITE_SPACE) if len(data) <= _MOST_TEXT else b""
    if len(text) < 24 or not _HEX.match(text):
        return None
    return thing("hex", data, 0, min(len(data), 8), inner=binascii.unhexlify(text[: len(text) // 2 * 2]))


_HEX = re.compile(rb"(?:0x)?[0-9a-fA-F]+\Z")


def _aws_error(data: bytes) -> Thing | None:
    head = data[: 4 * _SAMPLE]
    match = _AWS_ERROR.search(head) if _is_printable(head) else None
    if match is None:
        return None
    code = next(group for group in match.groups() if group)
    return thing("aws-error", data, match.start(), match.end(), name=code.decode("ascii"))


def _name(data: bytes) -> Thing | None:
    """The name of a file, an address or an ARN, in one line."""
    text = _text(data[: _MOST_PATH + 1])
    line = None if text is None or len(data) > _MOST_PATH else text.strip()
    if not line or not line.isprintable():
        return None
    kinds = (("uri", _URI), ("arn", _ARN), ("path", _PATH))
    kind = next((kind for kind, form in kinds if form.match(line)), None)
    certain = kind != "path" or line[0] in "/\\~."
    return None if kind is None else thing(kind, data, 0, len(data), certain=certain, detail=f"it says {line[:_SHOWN]}")


def _dynamodb_header(data: bytes) -> Thing | None:
    """Version 1, flavour 0 or 1: two bytes are little to go by."""
    known = data[:2] in (b"\x01\x00", b"\x01\x01") and len(data) > 2 * _SAMPLE // 4
    return thing("dynamodb-header", data, 0, 2, certain=False) if known else None


def _plain_text(data: bytes) -> Thing | None:
    head = data[:_SAMPLE]
    return thing("text", data, 0, min(len(data), 16)) if _is_printable(head) else None


def _unknown(data: bytes) -> Thing:
    return thing("unknown", data, 0, min(len(data), 8), certain=False)


_DAMAGE: tuple[Callable[[bytes], Thing | None], ...] = (_utf8_replaced, _latin1_as_utf8, _crlf)
_IN_BASE64: tuple[Callable[[bytes], Thing | None], ...] = (_message_as_text, _kms_blob, _magic, _pem, json_thing)
_KINDS: tuple[Callable[[bytes], Thing | None], ...] = (
    _empty,
    _zeros,
    _message_as_text,
    _kms_blob,
    _pem,
    _python_bytes,
    _magic,
    _leading,
    _utf16,
    json_thing,
    markup_thing,
    _aws_error,
    _other_suite,
    _uuid,
    _hex_text,
    _nested_base64,
    _name,
    _dynamodb_header,
    _plain_text,
    _unknown,
)


# ---------------------------------------------------------------- text
def _text(data: bytes) -> str | None:
    if len(data) > _MOST_TEXT:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_printable(data: bytes) -> bool:
    """Whether bytes are text, but for a character that is cut at their end."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return bool(text) and all(character.isprintable() or character in "\t\r\n\f" for character in text)


def _is_word(data: bytes) -> bool:
    """Whether text that could be base64 is more likely words: it has no digit, no sign and no padding."""
    return _NO_LETTER.search(data) is None


_NO_LETTER = re.compile(rb"[0-9+/=_-]")
