"""What kind of keyring wrapped a data key, as its provider id and the forms of its parts show.

Strategy: the ids that belong to AWS KMS and to key agreement decide; for any other id the form of provider information and ciphertext
does, because raw keyrings choose their ids themselves. What has none of these forms is ``OTHER``: a keyring of somebody's own.
"""
# Reqs: CLI-INS-001

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from esdkit.columns import utf8_text
from esdkit.errors import UsageError
from esdkit.inspector.facts.parts import DataKey
from esdkit.message.arn import Arn, parse_arn
from esdkit.spec import CONSTANTS, SUITES, BlobOrigin, origins

__all__ = ["Kind", "arn_of", "blob_origin", "kind_of", "wrapping_key"]


class Kind(StrEnum):
    """Kinds of keyrings."""

    KMS = "kms"
    KMS_RSA = "kms-rsa"
    KMS_ECDH = "kms-ecdh"
    HIERARCHY = "hierarchy"
    RAW_ECDH = "raw-ecdh"
    RAW_AES = "raw-aes"
    RAW_RSA = "raw-rsa"
    OTHER = "other"

    @property
    def means(self) -> str:
        """What people call it."""
        return _MEANS[self]


_MEANS: Mapping[Kind, str] = {
    Kind.KMS: "AWS KMS",
    Kind.KMS_RSA: "AWS KMS, RSA",
    Kind.KMS_ECDH: "AWS KMS, key agreement",
    Kind.HIERARCHY: "a branch key, hierarchical keyring",
    Kind.RAW_ECDH: "raw key agreement",
    Kind.RAW_AES: "raw AES",
    Kind.RAW_RSA: "raw RSA, as its length shows",
    Kind.OTHER: "a keyring of its own",
}
_BY_ID: Mapping[bytes, Kind] = {
    CONSTANTS.kms_provider_id.encode("ascii"): Kind.KMS,
    CONSTANTS.kms_rsa_provider_id.encode("ascii"): Kind.KMS_RSA,
    CONSTANTS.ecdh.kms_provider_id.encode("ascii"): Kind.KMS_ECDH,
    CONSTANTS.ecdh.raw_provider_id.encode("ascii"): Kind.RAW_ECDH,
    CONSTANTS.hierarchy.provider_id.encode("ascii"): Kind.HIERARCHY,
}
_RSA_LENGTHS = range(128, 1025, 64)  # of a modulus of 1024 to 8192 bits, in bytes
_WRAPPED_LENGTHS = {suite.data_key_length + suite.tag_length for suite in SUITES.values()}


def kind_of(key: DataKey) -> Kind:
    """The kind of keyring that a data key seems to be of."""
    named = _BY_ID.get(key.provider_id or b"")
    if named is not None:
        return named
    length = len(key.ciphertext or b"")
    if length in _WRAPPED_LENGTHS and key.raw_aes is not None:
        return Kind.RAW_AES
    if length in _RSA_LENGTHS:
        return Kind.RAW_RSA
    return Kind.OTHER


def arn_of(key: DataKey) -> Arn | None:
    """The ARN of the KMS key that a data key names; None where its provider information is none."""
    if kind_of(key) not in (Kind.KMS, Kind.KMS_RSA):
        return None
    try:
        return parse_arn(utf8_text(key.provider_info or b"") or "")
    except UsageError:
        return None


def blob_origin(ciphertext: bytes) -> BlobOrigin | None:
    """Who made a ciphertext of AWS KMS, by how it begins; None when nobody that is known begins so."""
    return next((row for row in origins().kms_blobs if row.pattern.match(ciphertext)), None)


def wrapping_key(key: DataKey) -> tuple[bytes | None, object]:
    """The provider id, and behind it what names the wrapping key: two data keys with the same are wrapped under one key."""
    aes, ecdh = key.raw_aes, key.ecdh
    if aes is not None:
        return key.provider_id, aes.key_name
    return key.provider_id, key.provider_info if ecdh is None else ecdh.recipient
