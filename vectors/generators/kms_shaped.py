"""Messages with encrypted data keys as AWS KMS keyrings write them. Nobody can open these here, so the reader is given the data key itself,
or a raw key that opens another data key of the message.

The parts have the layout of their kind; what KMS would have encrypted is random.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping

from esdkit.crypto.ecdh import compressed_point
from esdkit.message import EncryptedDataKey
from esdkit.spec import CONSTANTS
from vectors.generators.derive import Bases, Case, Derived
from vectors.generators.keys import agreement_key

__all__ = ["kms_shaped"]

_KEY = "1234abcd-12ab-34cd-56ef-1234567890ab"
_ARN = f"arn:aws:kms:eu-west-1:111122223333:key/{_KEY}"
_MRK = "mrk-1234abcd12ab34cd56ef1234567890ab"
_BLOB_BEGINNING = b"\x01\x02\x02\x00x"  # of every symmetric blob of AWS KMS


def kms_shaped(bases: Bases) -> Iterator[Derived]:
    """The vectors about data keys of AWS KMS."""
    for group in (_given, _beside, _refused):
        yield from group(bases)


def _blob(case: Case, length: int = 184) -> bytes:
    return _BLOB_BEGINNING + case.seeded(length - len(_BLOB_BEGINNING), "blob")


def _agreed(case: Case, curve: str) -> EncryptedDataKey:
    points = [compressed_point(agreement_key(curve, f"{case.name} {side}").public_key()) for side in ("recipient", "sender")]
    info = b"\x01" + b"".join(len(point).to_bytes(4, "big") + point for point in points)
    return EncryptedDataKey(b"aws-kms-ecdh", info, case.seeded(64 + case.base.suite.data_key_length + 16, "agreed"))


def _ml_kem(case: Case, name: str) -> EncryptedDataKey:
    arn = _ARN.encode("ascii")
    length = CONSTANTS.ml_kem_lengths[name] + CONSTANTS.ml_kem_salt_length + case.base.suite.data_key_length + 16
    return EncryptedDataKey(b"aws-kms-ml-kem", b"\x01" + len(arn).to_bytes(2, "big") + arn, case.seeded(length, "encapsulated"))


def _layouts(case: Case) -> Mapping[str, tuple[tuple[EncryptedDataKey, ...], str]]:
    """Encrypted data keys by kind, with what they are."""

    def kms(info: str, provider_id: bytes = b"aws-kms", length: int = 184) -> tuple[EncryptedDataKey]:
        return (EncryptedDataKey(provider_id, info.encode("utf-8"), _blob(case, length)),)

    regions = ("eu-west-1", "us-east-1", "ap-southeast-2")
    length = case.base.suite.data_key_length
    return {
        "key": (kms(_ARN), "a key of AWS KMS"),
        "gov": (kms(f"arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/{_KEY}"), "a key in the partition aws-us-gov"),
        "cn": (kms(f"arn:aws-cn:kms:cn-north-1:111122223333:key/{_KEY}"), "a key in the partition aws-cn"),
        "mrk": (kms(f"arn:aws:kms:us-west-2:111122223333:key/{_MRK}"), "a multi-Region key"),
        "replicas": (
            tuple(kms(f"arn:aws:kms:{region}:111122223333:key/{_MRK}")[0] for region in regions),
            "three replicas of a multi-Region key",
        ),
        "alias": (kms("arn:aws:kms:eu-west-1:111122223333:alias/esdkit"), "an alias, which KMS keyrings do not store"),
        "bare-id": (kms(_KEY), "a key id that is not an ARN"),
        "short-blob": (kms(_ARN, length=20), "a blob of 20 bytes"),
        "rsa-2048": (kms(_ARN, b"aws-kms-rsa", 256), "an RSA key of AWS KMS of 2,048 bits"),
        "rsa-4096": (kms(_ARN, b"aws-kms-rsa", 512), "an RSA key of AWS KMS of 4,096 bits"),
        "ecdh-p256": ((_agreed(case, "P-256"),), "a key pair of AWS KMS on P-256"),
        "ecdh-p384": ((_agreed(case, "P-384"),), "a key pair of AWS KMS on P-384"),
        "ecdh-p521": ((_agreed(case, "P-521"),), "a key pair of AWS KMS on P-521"),
        "hierarchy": (
            (EncryptedDataKey(b"aws-kms-hierarchy", b"tenant-1", case.seeded(16 + 12 + 16 + length + 16, "branch")),),
            "a branch key",
        ),
        "ml-kem": ((_ml_kem(case, "ML-KEM-768"),), "an ML-KEM key of AWS KMS"),
        "newer": (kms("anything", b"aws-kms-newer-than-this"), "a KMS keyring that nobody has yet"),
    }


_KINDS = [
    "key",
    "gov",
    "cn",
    "mrk",
    "replicas",
    "alias",
    "bare-id",
    "short-blob",
    "rsa-2048",
    "rsa-4096",
    "ecdh-p256",
    "ecdh-p384",
    "ecdh-p521",
    "hierarchy",
    "ml-kem",
    "newer",
]
_BASES = ("v1", "v2", "suite-0114", "v2-signed", "suite-24")


def _given(bases: Bases) -> Iterator[Derived]:
    for number, kind in enumerate(_KINDS):
        case = Case(f"kms-{kind}-data-key", bases[_BASES[number % len(_BASES)]])
        draft = case.small()
        data_keys, comment = _layouts(case)[kind]
        made = draft.with_header(encrypted_data_keys=data_keys).seal()
        given = base64.b64encode(draft.data_key.reveal()).decode("ascii")
        yield case.accepted_small(
            made, f"{comment}; the reader is given the data key", "KEY-STA-001 FMT-EDK-001", flags="ordinary", key=None, data_key=given
        )


def _beside(bases: Bases) -> Iterator[Derived]:
    for number, kind in enumerate(_KINDS[::2]):
        case = Case(f"kms-{kind}-beside-raw", bases[_BASES[(number + 1) % len(_BASES)]])
        draft = case.wrapped(case.small())
        data_keys, comment = _layouts(case)[kind]
        raw = draft.header.encrypted_data_keys
        made = draft.with_header(encrypted_data_keys=(*raw, *data_keys) if number % 3 == 2 else (*data_keys, *raw)).seal()
        place = "after" if number % 3 == 2 else "before"
        ids = "KEY-IFC-018 FMT-EDK-008"
        yield case.accepted_small(made, f"{comment} {place} the reader's raw AES key", ids, flags="data-key-list")


def _refused(bases: Bases) -> Iterator[Derived]:
    for number, kind in enumerate(("key", "rsa-2048", "ecdh-p256", "hierarchy", "newer")):
        case = Case(f"kms-{kind}-alone", bases[_BASES[number % len(_BASES)]])
        data_keys, comment = _layouts(case)[kind]
        made = case.small().with_header(encrypted_data_keys=data_keys).seal()
        text = f"{comment} alone, and a reader with a raw AES key"
        yield case.refused(made, "unwrap", "unwrap-failed", text, "KEY-IFC-004 KEY-AES-012", flags="other-key")
