"""What bytes are that were given as a key and cannot be used as one: a ciphertext of AWS KMS, a certificate, a key in another form.

Strategy: bytes are recognized by their beginning or as DER, text as PEM, JSON or a key in hexadecimal digits or base64; what text decodes
to is looked at in turn, once. Each kind is a row of ``spec/key_files.yaml``, with what to do.
Invariants: it is asked only after a key was refused, and nothing is read in its place; no byte of what was given is in the answer; the work
is bounded.
"""

from __future__ import annotations

import binascii
import json
import re
from collections.abc import Callable, Collection
from typing import Literal, NamedTuple

from esdkit.errors import Code, UsageError
from esdkit.spec import BEGINNINGS, CONSTANTS, key_files, origins

__all__ = ["Half", "Mistaken", "key_refused", "mistaken_key"]

Half = Literal["private", "public"]

_MAX_LENGTH = 1 << 20  # bytes that are looked at as text
_LEAST_BLOB = 80  # bytes of a KMS ciphertext, whatever it holds
_QUOTES = "\"'`"
_LABEL = re.compile(r"-----BEGIN ([A-Z0-9 ]{1,40})-----")
_NEEDLESS = re.compile(r"0[xX]|\\x|[\s:,;-]")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_SSH_PUBLIC = ("ssh-rsa ", "ssh-ed25519 ", "ssh-dss ", "ecdsa-sha2-")
_KEYSTORES = (bytes.fromhex("feedfeed"), bytes.fromhex("cececece"))
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Mistaken(NamedTuple):
    """``what``: what was given, to follow "it is"; ``advice``: what to do, in whole sentences."""

    what: str
    advice: str


def mistaken_key(data: bytes, *, lengths: Collection[int] = (), half: Half | None = None) -> Mistaken | None:
    """What bytes are that were refused as a key; None when they look like nothing that is known.

    Args:
        data: what was given.
        lengths: of the symmetric keys that were expected, in bytes; none when a PEM or DER was expected.
        half: of the key pair that was expected.
    """
    # Reqs: KEY-IFC-022
    kind = _binary_kind(data)
    if kind is not None:
        return _mistaken(kind)
    text = _as_text(data)
    if text is None:
        return _raw(data, lengths, half)
    if data[:2] in _BYTE_ORDER_MARKS:
        return _mistaken("utf16")
    return _of_text(text, data, lengths, half)


def key_refused(message: str, key: bytes | str, *, lengths: Collection[int] = (), half: Half | None = None) -> UsageError:
    """The error of a key that cannot be used, with what it is instead and what to do. Arguments as for ``mistaken_key``."""
    mistaken = mistaken_key(key.encode("utf-8", "replace") if isinstance(key, str) else key, lengths=lengths, half=half)
    if mistaken is None:
        return UsageError(Code.INVALID_KEY, message)
    return UsageError(Code.INVALID_KEY, f"{message}. It is {mistaken.what}", hint=mistaken.advice)


def _mistaken(kind: str, form: str = "", *, filling: object = "") -> Mistaken:
    """A row; ``form``: what it was decoded from."""
    row = key_files()[kind]
    name, advice = row.name, row.advice.replace("{}", str(filling))
    return Mistaken(f"{name}, in {form}", f"Decode the {form} first. {advice}") if form else Mistaken(name, advice)


# ---------------------------------------------------------------- bytes
def _binary_kind(data: bytes) -> str | None:
    if not data.strip():
        return "empty"
    if len(data) >= _LEAST_BLOB and any(re.match(row.pattern, data) for row in origins().kms_blobs if row.confidence != "possible"):
        return "kms-ciphertext"
    if data.startswith(BEGINNINGS):
        return "message"
    if data.startswith(_KEYSTORES):
        return "java-keystore"
    return _der_kind(data) if data[:2] in (b"\x30\x82", b"\x30\x81", b"\x30\x80") else None


def _der_kind(data: bytes) -> str:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key
    from cryptography.x509 import load_der_x509_certificate

    readers: dict[str, Callable[[bytes], object]] = {
        "der-private": lambda der: load_der_private_key(der, password=None),
        "der-public": load_der_public_key,
        "certificate": load_der_x509_certificate,
    }
    for kind, read in readers.items():
        try:
            read(data)
        except TypeError:  # a password is needed
            return "der-encrypted"
        except (ValueError, UnsupportedAlgorithm):
            continue
        return kind
    return "der-other"


def _raw(data: bytes, lengths: Collection[int], half: Half | None) -> Mistaken | None:
    before = data.rstrip(b"\r\n")
    if before != data and len(before) in lengths:
        return _mistaken("key-and-line-break", filling=len(before))
    symmetric = half is not None and len(before) in CONSTANTS.raw_aes_wrapping_key_lengths
    return _mistaken("key-symmetric") if symmetric else None


# ---------------------------------------------------------------- text
def _as_text(data: bytes) -> str | None:
    """Printable text without white space around it."""
    try:
        text = data[:_MAX_LENGTH].decode(_BYTE_ORDER_MARKS.get(data[:2], "utf-8"))
    except UnicodeDecodeError:
        return None
    text = text.strip()
    return text if all(character.isprintable() or character in "\t\r\n\f\ufeff" for character in text) else None


def _of_text(text: str, data: bytes, lengths: Collection[int], half: Half | None) -> Mistaken | None:
    kind = _text_kind(text.lstrip("\ufeff"), half)
    if kind is not None:
        return _mistaken(kind)
    for form, decoded in _decoded(text.strip(_QUOTES)).items():
        if len(decoded) in (lengths or CONSTANTS.raw_aes_wrapping_key_lengths):
            return _mistaken("key-symmetric" if half is not None else _key_kind(text, form))
        found = _of_decoded(decoded, "base64" if form.startswith("base64") else "hexadecimal digits", lengths, half)
        if found is not None:
            return found
    return _raw(data, lengths, half) or _mistaken("text")


def _of_decoded(data: bytes, form: str, lengths: Collection[int], half: Half | None) -> Mistaken | None:
    """What text of a form decodes to, when it is not a key."""
    text = _as_text(data) or ""
    kind = _binary_kind(data) or _text_kind(text, half)
    if kind is not None:
        return _mistaken(kind, form)
    if any(len(twice) in lengths for twice in _decoded(text).values()):
        return _mistaken("key-encoded-twice")
    before = data.rstrip(b"\r\n")
    return _mistaken("key-and-line-break", form, filling=len(before)) if before != data and len(before) in lengths else None


def _text_kind(text: str, half: Half | None) -> str | None:
    """PEM, JSON and the like."""
    if text[:1] in ("{", "["):
        return _json_kind(text)
    if "-----BEGIN " in text:
        return _pem_kind(text, half)
    if text.startswith(_SSH_PUBLIC):
        return "ssh-public"
    if text.startswith("arn:aws") and ":kms:" in text:
        return "kms-arn"
    return "uuid" if _UUID.fullmatch(text) else None


def _pem_kind(text: str, half: Half | None) -> str:
    label = _LABEL.search(text)
    name = "" if label is None else label[1]
    kind = "pem-other"
    if r"\n" in text:
        kind = "pem-escaped"
    elif name == "ENCRYPTED PRIVATE KEY" or "Proc-Type: 4,ENCRYPTED" in text:
        kind = "pem-encrypted"
    elif name == "OPENSSH PRIVATE KEY":
        kind = "pem-openssh"
    elif name.endswith("PRIVATE KEY"):
        kind = "pem-private"
    elif name.endswith("PUBLIC KEY"):
        kind = "pem-public"
    elif name.endswith("CERTIFICATE"):
        kind = "certificate"
    return "pem-damaged" if kind == f"pem-{half}" else kind


def _json_kind(text: str) -> str | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    fields = value if isinstance(value, dict) else {}
    if "kty" in fields:
        return "jwk-symmetric" if fields["kty"] == "oct" else "jwk"
    if "Plaintext" in fields:
        return "kms-answer"
    return "kms-answer-encrypted" if "CiphertextBlob" in fields else "json"


def _decoded(text: str) -> dict[str, bytes]:
    """What text decodes to, by form: hexadecimal digits, base64 and base64url, leniently."""
    found = {}
    digits = _NEEDLESS.sub("", text.lstrip("\ufeff"))
    compact = "".join(text.lstrip("\ufeff").splitlines())
    if re.fullmatch(r"(?:[0-9a-fA-F]{2})+", digits):
        found["hex" if digits == compact else "hex-with-more"] = bytes.fromhex(digits)
    standard = compact.translate(str.maketrans("-_", "+/")).rstrip("=")
    if re.fullmatch(r"[A-Za-z0-9+/]+", standard) and len(standard) % 4 != 1:
        padded = standard + "=" * (-len(standard) % 4)
        found["base64" if padded == compact else "base64url"] = binascii.a2b_base64(padded)
    return found


def _key_kind(text: str, form: str) -> str:
    """The row of a key in text form."""
    more = form == "hex-with-more" or text != text.strip(_QUOTES).lstrip("\ufeff")
    return "key-with-more" if more else f"key-in-{form}"
