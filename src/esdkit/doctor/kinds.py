"""The kinds of bytes that are not a message: base64, a ciphertext of KMS itself, somebody else's format.

Each kind is one small recognizer; ``KINDS`` has them in the order in which they are asked, and the last knows any bytes.
Elsewhere: damage by text handling (``damage``), ways to write bytes as text (``written``), JSON and XML (``document``).
"""

from __future__ import annotations

import binascii
import bz2
import codecs
import re
import zlib
from collections.abc import Callable

from esdkit.columns import capped
from esdkit.doctor.document import recognize_json, recognize_markup
from esdkit.doctor.recognition import MAX_TEXT, Recognition, as_text, is_printable, message_starts, recognition
from esdkit.doctor.written import read_literal, recognize_written
from esdkit.inspector import inspect
from esdkit.inspector.facts.origin import blob_origin
from esdkit.inspector.sniff import WHITE_SPACE, decode, decode_base64, unpack
from esdkit.spec import CONSTANTS, NOT_ESDK, SUITES, non_messages

__all__ = ["KINDS"]

_MAX_LEADING = 4096  # bytes in front of a message that are looked through
_MAX_PATH = 4096  # characters of a file's name
_SAMPLE = 256  # bytes of a text that its kind is judged by

_PEM = re.compile(rb"\s*-----BEGIN ([A-Z0-9 ]{1,64})-----\s")
_AWS_ERROR = re.compile(
    rb"An error occurred \((\w{1,64})\) when calling|\b(\w{1,64}Exception)\b[^\n]{0,80}(?:Service: |Status Code: |Request ID)"
    rb"|\b(AccessDenied|NoSuchKey|ExpiredToken|InvalidCiphertextException|AccessDeniedException)\b"
)
_URI = re.compile(r"(?:https?|s3|fileb?|ftp|gs)://\S+\Z")
_ARN = re.compile(r"arn:aws[a-z-]*:[a-z0-9-]+:\S*\Z")
_PATH = re.compile(r"(?:(?:[A-Za-z]:)?[\\/]|\.{1,2}[\\/]|~[\\/])[^\x00\n]*\Z")
_FILE_NAME = re.compile(r"[^\s\x00@]+\.[A-Za-z][A-Za-z0-9]{0,7}\Z")


# ---------------------------------------------------------------- other kinds
def _empty(data: bytes) -> Recognition | None:
    return None if data else recognition("empty", data, 0, 0)


def _zeros(data: bytes) -> Recognition | None:
    return None if data.strip(b"\0") else recognition("zeros", data, 0, len(data))


def _leading(data: bytes) -> Recognition | None:
    """A message after something short: a byte order mark, quotes, a length."""
    start = message_starts(data, 1, _MAX_LEADING)
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
    return recognition("leading", data, 0, start, name=what, inner=inner, certain=certain)


def _message_as_text(data: bytes) -> Recognition | None:
    sniffed = decode(data) if len(data) <= MAX_TEXT else None
    if sniffed is None or sniffed.encoding == "binary":
        return None
    if b" " in data.strip() and inspect(sniffed.data).problems:
        whole = decode(data.strip().replace(b" ", b"+")).data
        if not inspect(whole).problems:
            place = data.index(b" ", len(data) - len(data.lstrip()))
            return recognition("base64-spaces", data, max(place - 8, 0), place + 8, inner=whole)
    return recognition(sniffed.encoding, data, 0, min(len(data), 8), inner=sniffed.data)


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


def _python_bytes(data: bytes) -> Recognition | None:
    """The literal that Python prints for bytes: ``str`` was called on a message, or on base64 of one."""
    match = _LITERAL.match(data) if len(data) <= MAX_TEXT else None
    if match is None:
        return None
    inner, end = read_literal(data, match.end())
    whole = end > match.end() + 1 and data[end - 1 : end] == data[match.end() : match.end() + 1] and not data[end:].strip()
    return recognition("python-bytes", data, 0, 2, inner=inner) if whole and inner is not None else None


_LITERAL = re.compile(rb"""\s*b(?=['"])""")


def _pem(data: bytes) -> Recognition | None:
    match = _PEM.match(data)
    if match is None or _magic_kind(data.lstrip()) is not None:
        return None
    found = unpack(data)
    inner = None if found.within is None else found.data  # of a key there is nothing to look into
    return recognition("pem", data, match.start(1) - len("-----BEGIN "), match.end(1), name=match[1].decode("ascii"), inner=inner)


def _utf16(data: bytes) -> Recognition | None:
    encoding = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(data[:2])
    head = data[:_SAMPLE]
    if encoding is None and len(head) >= 8:
        halves = {"utf-16-le": (head[::2], head[1::2]), "utf-16-be": (head[1::2], head[::2])}
        encoding = next((name for name, (ascii_, zeros) in halves.items() if not zeros.strip(b"\0") and is_printable(ascii_)), None)
    if encoding is None or len(data) > MAX_TEXT or not is_printable(head.decode(encoding, "replace").lstrip("\ufeff").encode()):
        return None
    text = data[: len(data) // 2 * 2].decode(encoding, "replace").removeprefix("\ufeff")
    return recognition("utf16", data, 0, min(len(data), 8), inner=text.encode("utf-8", "replace") or None)


def _magic(data: bytes) -> Recognition | None:
    kind = _magic_kind(data)
    if kind is None:
        return None
    length = max(len(magic) for magic in non_messages()[kind].magic if data.startswith(magic))
    unpack = _UNPACKERS.get(kind)
    return recognition(kind, data, 0, length, inner=None if unpack is None else unpack(data))


def _magic_kind(data: bytes) -> str | None:
    return next((kind for kind, row in non_messages().items() if row.magic and data.startswith(row.magic)), None)


def _gunzip(data: bytes) -> bytes | None:
    return _unpacked(lambda: zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MAX_TEXT))


def _bunzip(data: bytes) -> bytes | None:
    return _unpacked(lambda: bz2.BZ2Decompressor().decompress(data, MAX_TEXT))


def _unpacked(unpack: Callable[[], bytes]) -> bytes | None:
    try:
        return unpack() or None
    except (zlib.error, OSError, ValueError):
        return None


def _zlib(data: bytes) -> Recognition | None:
    """Two bytes are little to go by: it must unpack."""
    inner = _unpacked(lambda: zlib.decompressobj().decompress(data, MAX_TEXT)) if _ZLIB.match(data) else None
    return None if inner is None else recognition("zlib", data, 0, 2, inner=inner)


_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_UNPACKERS: dict[str, Callable[[bytes], bytes | None]] = {"gzip": _gunzip, "bzip2": _bunzip}


def _nested_base64(data: bytes) -> Recognition | None:
    """Base64 of something that is not a message: of base64, of a ciphertext of KMS, of gzip. Short words do not count as base64."""
    if len(data) > MAX_TEXT:
        return None
    inner = decode_base64(data)
    if inner is None or len(inner) < 12:
        return None
    within = next((found for recognizer in _IN_BASE64 if (found := recognizer(inner)) is not None), None)
    if within is None and _is_word(data):
        return None
    return recognition("base64", data, 0, min(len(data), 8), inner=inner, certain=within is not None)


def _uuid(data: bytes) -> Recognition | None:
    return recognition("uuid", data, 0, len(data)) if _UUID.match(data) else None


_UUID = re.compile(rb"\s*[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\s*\Z")


def _hex_text(data: bytes) -> Recognition | None:
    match = _HEX.match(data.translate(None, WHITE_SPACE)) if len(data) <= MAX_TEXT else None
    if match is None:
        return None
    return recognition("hex", data, 0, min(len(data), 8), inner=binascii.unhexlify(match[1][: len(match[1]) // 2 * 2]))


_HEX = re.compile(rb"(?:0x|\\x)?([0-9a-fA-F]{24,})\Z")


def _raw_key(data: bytes) -> Recognition | None:
    """What has the length of a key, as bytes or as text. None of it is shown."""
    if len(data) > _SAMPLE:
        return None
    text, raw = data.strip(), data
    if is_printable(data):
        raw = binascii.unhexlify(text) if _HEX_KEY.match(text) else decode_base64(text) or b""
        if is_printable(raw) or _is_word(text):
            return None
    detail = None if raw is data else f"text of {len(raw)} bytes"
    return recognition("raw-key", data, 0, 0, certain=False, detail=detail) if len(raw) in _KEY_LENGTHS else None


_HEX_KEY = re.compile(rb"(?:[0-9a-fA-F]{2})+\Z")
_KEY_LENGTHS = {*CONSTANTS.raw_aes_wrapping_key_lengths, *(suite.data_key_length for suite in SUITES.values())}


def _aws_error(data: bytes) -> Recognition | None:
    head = data[: 4 * _SAMPLE]
    match = _AWS_ERROR.search(head) if is_printable(head) else None
    if match is None:
        return None
    code = next(group for group in match.groups() if group)
    return recognition("aws-error", data, match.start(), match.end(), name=code.decode("ascii"))


def _name(data: bytes) -> Recognition | None:
    """The name of a file, an address or an ARN, in one line."""
    text = as_text(data[: _MAX_PATH + 1])
    line = None if text is None or len(data) > _MAX_PATH else text.strip()
    if not line or not line.isprintable():
        return None
    kinds = (("uri", _URI), ("arn", _ARN), ("path", _PATH), ("path", _FILE_NAME))
    kind, form = next(((kind, form) for kind, form in kinds if form.match(line)), (None, None))
    return None if kind is None else recognition(kind, data, 0, len(data), certain=form is not _FILE_NAME, detail=f"it says {capped(line)}")


def _dynamodb_header(data: bytes) -> Recognition | None:
    """Version, flavour, message id, then a letter for each attribute."""
    match = _DYNAMODB_HEADER.match(data)
    legend = b"" if match is None else data[match.end() : match.end() + int.from_bytes(match[1], "big")]
    return recognition("dynamodb-header", data, 0, 2) if legend and not legend.strip(b"esc") else None


_DYNAMODB_HEADER = re.compile(rb"[\x01\x02][\x00\x01].{32}(..)", re.DOTALL)


def _s3_headers(data: bytes) -> Recognition | None:
    """Headers of HTTP, or a listing, with the metadata of the S3 Encryption Client."""
    match = _S3_HEADER.search(data, 0, 32 * _SAMPLE)
    return None if match is None else recognition("s3-client", data, match.start(), match.end())


_S3_HEADER = re.compile(rb"x-amz-(?:key-v2|cek-alg|wrap-alg|matdesc)\b", re.IGNORECASE)


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
    return recognition("text", data, 0, min(len(data), 16)) if is_printable(head) else None


def _unknown(data: bytes) -> Recognition:
    return recognition("unknown", data, 0, min(len(data), 8), certain=False)


_IN_BASE64: tuple[Callable[[bytes], Recognition | None], ...] = (
    _message_as_text,
    _kms_blob,
    _magic,
    _zlib,
    _pem,
    recognize_json,
    _dynamodb_header,
)
KINDS: tuple[Callable[[bytes], Recognition | None], ...] = (
    _empty,
    _zeros,
    _message_as_text,
    _kms_blob,
    _pem,
    _python_bytes,
    _magic,
    _zlib,
    _leading,
    _utf16,
    recognize_json,
    recognize_written,
    recognize_markup,
    _s3_headers,
    _aws_error,
    _other_suite,
    _dynamodb_header,
    _uuid,
    _object_name,
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
