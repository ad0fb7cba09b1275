"""What other products and services write: answers and errors of AWS, items and metadata of other encryption clients, HTML and XML.

Strategy: JSON is known by the names in it, wherever they are; XML and HTML by their beginning alone, and they are never parsed. Invariant:
a value is never shown, only the names that say what it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from esdkit.input.documents import encoded, json_values, load_json
from esdkit.input.encodings import decode_base64
from esdkit.input.recognition import Recognition, is_printable, recognition

__all__ = ["aws_error", "dynamodb_header", "http_headers", "recognize_json", "recognize_markup"]

_SAMPLE = 4096  # bytes
_HEADERS = 8192  # bytes
_MARKERS = (
    ("dynamodb-item", {"*amzn-ddb-map-sig*", "*amzn-ddb-map-desc*", "amzn-ddb-map-sig", "aws_dbe_head", "aws_dbe_foot"}),
    (
        "s3-client",
        {
            "x-amz-key-v2",
            "x-amz-key",
            "x-amz-iv",
            "x-amz-matdesc",
            "x-amz-cek-alg",
            "x-amz-wrap-alg",
            "x-amz-unencrypted-content-length",
            "x-amz-c",
            "x-amz-3",
        },
    ),
    ("jwk", {"kty"}),
    ("s3-event", {"s3SchemaVersion"}),
)
_ERRORS = ("__type", "errorType", "Error", "errorMessage")
_XML_ERROR = re.compile(rb"<(?:\w+:)?Error\b.{0,400}?<Code>\s*(\w{1,64})\s*</Code>", re.DOTALL)


def recognize_json(data: bytes) -> Recognition | None:
    """JSON: an answer of KMS, metadata of an S3 client, an item, a key, an event, an error."""
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    loaded = load_json(text) if text[:1] in (b"{", b"[", b'"') else None
    if loaded is None:
        return None
    names = {name for _, value in json_values(loaded[0]) if isinstance(value, dict) for name in value}
    for kind, markers in _MARKERS:
        marker = next(iter(sorted(markers & names)), None)
        if marker is not None:
            return _at(kind, data, marker)
    start = len(data) - len(text)
    return _answer(data, loaded[0]) or recognition("json-other", data, start, start + 1)


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
        return _at("kms-json", data, "CiphertextBlob", inner=decode_base64(encoded(blob)))
    name = next((name for name in _ERRORS if name in document), None)
    if name is None:
        return None
    value = document[name]
    code = value if isinstance(value, str) else value.get("Code", "") if isinstance(value, Mapping) else ""
    return _at("aws-error", data, name, name=str(code).rsplit("#", 1)[-1] or name)


def _at(kind: str, data: bytes, marker: str, name: str = "", inner: bytes | None = None) -> Recognition:
    """What a name in the document shows it to be. The name may be written with escapes; then it has no place."""
    at = max(data.find(json.dumps(marker).encode()), 0)
    return recognition(kind, data, at, at + len(marker) + 2, name=name, inner=inner)


def aws_error(data: bytes) -> Recognition | None:
    """The text of an error of an AWS service."""
    head = data[:_SAMPLE]
    match = _AWS_ERROR.search(head) if is_printable(head) else None
    if match is None:
        return None
    code = next(group for group in match.groups() if group)
    return recognition("aws-error", data, match.start(), match.end(), name=code.decode("ascii"))


_AWS_ERROR = re.compile(
    rb"An error occurred \((\w{1,64})\) when calling|\b(\w{1,64}Exception)\b[^\n]{0,80}(?:Service: |Status Code: |Request ID)"
    rb"|\b(AccessDenied|NoSuchKey|ExpiredToken|InvalidCiphertextException|AccessDeniedException)\b"
)


def dynamodb_header(data: bytes) -> Recognition | None:
    """A header of the AWS Database Encryption SDK: version, flavor, message id, then a letter for each attribute."""
    match = _DYNAMODB_HEADER.match(data)
    legend = b"" if match is None else data[match.end() : match.end() + int.from_bytes(match[1], "big")]
    return recognition("dynamodb-header", data, 0, 2) if legend and not legend.strip(b"esc") else None


_DYNAMODB_HEADER = re.compile(rb"[\x01\x02][\x00\x01].{32}(..)", re.DOTALL)


def http_headers(data: bytes) -> Recognition | None:
    """Headers of HTTP, or a listing, with the metadata of the S3 Encryption Client."""
    match = _S3_HEADER.search(data, 0, _HEADERS)
    return None if match is None else recognition("s3-client", data, match.start(), match.end())


_S3_HEADER = re.compile(rb"x-amz-(?:key-v2|cek-alg|wrap-alg|matdesc)\b", re.IGNORECASE)
