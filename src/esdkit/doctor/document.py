"""Recognizers of documents: JSON and XML that hold a message, a ciphertext of KMS, an item, an error.

Strategy: JSON is read whole, because a message can be in any of its texts, or in JSON inside one of them; the search through
it is bounded. XML and HTML are looked at by their beginning alone and never parsed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from esdkit.doctor.recognition import Recognition, message_starts, recognition
from esdkit.doctor.written import FEWEST, recognize_written
from esdkit.inspector.facts.origin import blob_origin
from esdkit.inspector.sniff import decode, decode_base64, json_path, json_values, more

__all__ = ["recognize_json", "recognize_markup"]

_MAX_JSON = 16 << 20  # bytes
_MAX_NODES = 20_000
_MAX_LEVELS = 4  # of documents in texts
_MAX_MESSAGES = 100  # that are counted
_SAMPLE = 4096  # bytes
_DYNAMODB = ("*amzn-ddb-map-sig*", "*amzn-ddb-map-desc*", "amzn-ddb-map-sig", "aws_dbe_head", "aws_dbe_foot")
_S3 = (
    "x-amz-key-v2",
    "x-amz-key",
    "x-amz-iv",
    "x-amz-matdesc",
    "x-amz-cek-alg",
    "x-amz-wrap-alg",
    "x-amz-unencrypted-content-length",
    "x-amz-c",
    "x-amz-3",
)
_ERRORS = ("__type", "errorType", "Error", "errorMessage")
_XML_ERROR = re.compile(rb"<(?:\w+:)?Error\b.{0,400}?<Code>\s*(\w{1,64})\s*</Code>", re.DOTALL)


def recognize_json(data: bytes) -> Recognition | None:
    """JSON: an answer of KMS, metadata of an S3 client, an item, an error, or a message in one of its texts."""
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] not in (b"{", b"[", b'"') or len(data) > _MAX_JSON:
        return None
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    start = len(data) - len(text)
    names = _names(document)
    for kind, markers in (("dynamodb-item", _DYNAMODB), ("s3-client", _S3)):
        marker = next((name for name in markers if name in names), None)
        if marker is not None:
            return _at(kind, data, marker)
    return (
        _message_inside(data, document, start)
        or _answer(data, document)
        or _blob_inside(data, document, start)
        or recognition("json-other", data, start, start + 1)
    )


def recognize_markup(data: bytes) -> Recognition | None:
    """HTML or XML; an error of an AWS service among them."""
    head = data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf").lstrip()
    start = len(data[:_SAMPLE]) - len(head)
    error = _XML_ERROR.search(head)
    if error is not None:
        return recognition("aws-error", data, start + error.start(1), start + error.end(1), name=error[1].decode("ascii"))
    lower = head[:64].lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return recognition("html", data, start, start + 14)
    return recognition("xml", data, start, start + 5) if lower.startswith(b"<?xml") else None


def _answer(data: bytes, document: Any) -> Recognition | None:
    """What an AWS service answered."""
    if not isinstance(document, Mapping):
        return None
    blob = document.get("CiphertextBlob")
    if isinstance(blob, str):
        found = _at("kms-json", data, "CiphertextBlob")
        return recognition("kms-json", data, found.offset, found.offset + len(found.evidence), inner=decode_base64(_encoded(blob)))
    name = next((name for name in _ERRORS if name in document), None)
    if name is None:
        return None
    value = document[name]
    code = value if isinstance(value, str) else value.get("Code", "") if isinstance(value, Mapping) else ""
    found = _at("aws-error", data, name)
    return recognition("aws-error", data, found.offset, found.offset + len(found.evidence), name=str(code).rsplit("#", 1)[-1] or name)


def _at(kind: str, data: bytes, marker: str) -> Recognition:
    """What a name in the document shows it to be. The name may be written with escapes; then it has no place."""
    at = max(data.find(json.dumps(marker).encode()), 0)
    return recognition(kind, data, at, at + len(marker) + 2)


def _message_inside(data: bytes, document: Any, start: int) -> Recognition | None:
    messages = ((path, inner) for path, value in _values(document) if (inner := _as_bytes(value)) is not None)
    found = list(islice(messages, _MAX_MESSAGES))
    if not found:
        return None
    path, inner = found[0]
    return recognition("json", data, start, start + 1, detail=f"the message is at {path}{more(len(found) - 1)}", inner=inner)


def _blob_inside(data: bytes, document: Any, start: int) -> Recognition | None:
    for path, value in _values(document):
        blob = decode_base64(value.encode("utf-8", "replace")) if isinstance(value, str) and len(value) >= FEWEST else None
        if blob is not None and blob_origin(blob) is not None:
            return recognition("json-kms", data, start, start + 1, detail=f"it is at {path}", inner=blob)
    return None


def _as_bytes(value: Any) -> bytes | None:
    """A message, or text of one, that a text or a list of numbers stands for."""
    if isinstance(value, str):
        return _from_text(_encoded(value))
    if isinstance(value, list) and len(value) > 3 and all(isinstance(item, int) and -128 <= item < 256 for item in value):
        inner = bytes(item & 0xFF for item in value)  # Java counts from -128 on
        return inner if message_starts(inner, 0, 0) == 0 else None
    if isinstance(value, dict) and "0" in value and list(value) == [str(number) for number in range(len(value))]:
        return _as_bytes(list(value.values()))  # as JavaScript writes a Uint8Array
    return None


def _from_text(raw: bytes) -> bytes | None:
    sniffed = decode(raw)
    if sniffed.encoding != "binary" or message_starts(raw, 0, 0) == 0:
        return sniffed.data
    twice = decode_base64(raw) if len(raw) >= FEWEST else None
    if twice is not None and decode(twice).encoding != "binary":
        return twice
    written = recognize_written(raw)
    return None if written is None else written.inner


def _encoded(text: str) -> bytes:
    """The bytes of a text; those that Python kept as surrogates are what they were."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _in_text(text: str) -> Any:
    """The document that a text of a document is, as in notifications; the text itself when it is none."""
    try:
        return json.loads(text) if len(text) >= FEWEST and text[0] in "{[" else text
    except (ValueError, RecursionError):
        return text


def _names(document: Any) -> set[str]:
    return {name for _, value in _values(document) if isinstance(value, dict) for name in value}


def _values(document: Any) -> Iterator[tuple[str, Any]]:
    """The values of a document with their paths, those of documents in its texts among them, and not too many."""
    return islice(_nested(document, "$", _MAX_LEVELS), _MAX_NODES)


def _nested(document: Any, path: str, levels: int) -> Iterator[tuple[str, Any]]:
    for steps, value in json_values(document):
        name = json_path(steps, path)
        inner = _in_text(value) if isinstance(value, str) and levels else value
        if inner is value:
            yield name, value
        else:
            yield from _nested(inner, name, levels - 1)
