"""Rows that tests plant: few keys, so that messages share them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from esdkit.message import EncryptedDataKey
from esdkit.message.header import build_header
from esdkit.scan.facts import facts
from esdkit.scan.model import Row, unread
from esdkit.spec import SUITES
from tests.samples import build_raw_aes_info, sample_header

__all__ = ["ARNS", "HOSTILE", "planted", "row_of", "rows"]

HOSTILE = "</td><script>alert(1)</script>&\x1b[31m\u202ename"
MRK = "mrk-1234567890abcdef1234567890abcdef"
ARNS = [
    *(f"arn:aws:kms:{region}:{account}:key/{MRK}" for region in ("eu-west-1", "us-east-1") for account in ("111122223333", "444455556666")),
    "arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012",
    "arn:aws:kms:eu-west-1:111122223333:alias/orders",
    "alias/orders",
]
KEYS = [
    *(EncryptedDataKey(b"aws-kms", arn.encode(), bytes(48)) for arn in ARNS),
    EncryptedDataKey(b"spaces", build_raw_aes_info(b"first", 128, 12, bytes(12)), bytes(48)),
    EncryptedDataKey(b"spaces", build_raw_aes_info(b"first", 128, 12, bytes([1] * 12)), bytes(48)),
    EncryptedDataKey(b"spaces", b"pair", bytes(256)),
    EncryptedDataKey(b"own", b"\xff", b""),
]


@cache
def row_of(*keys: EncryptedDataKey | str, suite: int = 0x0478) -> Row:
    """The row of a header with these data keys; a text is the name of a KMS key."""
    parts = [EncryptedDataKey(b"aws-kms", key.encode(), bytes(48)) if isinstance(key, str) else key for key in keys]
    return facts(build_header(sample_header(SUITES[suite], keys=tuple(parts))), 10_000)


def rows() -> st.SearchStrategy[Row]:
    """Rows of valid messages, and some of other things."""
    messages = st.builds(
        lambda keys, suite: row_of(*keys, suite=suite), st.lists(st.sampled_from(KEYS), max_size=4), st.sampled_from(sorted(SUITES))
    )
    return messages | st.sampled_from([unread("encoding-invalid"), facts(b"no message"), facts(b"")])


def planted() -> list[Row]:
    """A scan with something of everything, hostile names included."""
    hostile = EncryptedDataKey(HOSTILE.encode(), HOSTILE.encode(), bytes(256))
    many = [row_of(EncryptedDataKey(b"customers", f"key-{number:04}".encode(), bytes(256))) for number in range(60)]
    return [
        *[row_of(ARNS[0])] * 37,
        *[row_of(ARNS[0], ARNS[1])] * 400,
        *[row_of(ARNS[0], ARNS[4], suite=0x0178)] * 120,
        *[row_of(ARNS[3], ARNS[5], suite=0x0578)] * 1500,
        *[row_of(hostile)] * 3,
        *[facts(b"no message")] * 5,
        *many,
    ]
