"""What a message says without a key: which keys would open it, who can read it, who wrote it, which policies allow it.

Strategy: everything is read from the tree of the inspector and from the tables of the specification; nothing is tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from esdkit.cmm import CommitmentPolicy
from esdkit.columns import utf8_text
from esdkit.inspector import Tree
from esdkit.inspector.facts.kinds import Kind, arn_of, blob_origin, kind_of
from esdkit.inspector.facts.parts import DataKey
from esdkit.inspector.views.describe import policies_for, who_reads
from esdkit.spec import CONSTANTS, Suite, readers

__all__ = ["ContextClaim", "Need", "PolicyClaim", "Reader", "context_claim", "needs", "policy_claim", "reading_sdks"]


@dataclass(frozen=True, slots=True)
class Need:
    """What would open one encrypted data key. ``remark``: what is odd about it, or None."""

    edk_index: int
    key: str
    remark: str | None


@dataclass(frozen=True, slots=True)
class Reader:
    """An SDK, and the first release of it that reads the message; None when none does."""

    sdk: str
    release: str | None


@dataclass(frozen=True, slots=True)
class PolicyClaim:
    """The commitment policies. ``allowing``: those under which the suite is decrypted, in the order from lax to strict."""

    configured: str
    allowed: bool
    allowing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContextClaim:
    """The caller's context pairs against the stored ones.

    Attributes:
        stored: the keys that the message stores, without the public key.
        agreeing, differing: the caller's keys that are stored, by whether the value is the same.
        reproduced: the caller's keys that are not stored, and so count as authenticated.
        near: per key that is not stored, a stored one that differs only in case or white space.
    """

    stored: tuple[str, ...]
    agreeing: tuple[str, ...]
    differing: tuple[str, ...]
    reproduced: tuple[str, ...]
    near: Mapping[str, str]


def policy_claim(suite: Suite, policy: CommitmentPolicy) -> PolicyClaim:
    """Which policies decrypt a suite."""
    # Reqs: CLI-DOC-010
    allowing = tuple(policies_for(suite))
    return PolicyClaim(policy.value, policy.value in allowing, allowing)


def context_claim(stored: Mapping[str, str], given: Mapping[str, str]) -> ContextClaim:
    """Compare the contexts."""
    # Reqs: CLI-DOC-011
    folded = {_folded(key): key for key in stored}
    missing = tuple(sorted(given.keys() - stored.keys()))
    shared = sorted(given.keys() & stored.keys())
    return ContextClaim(
        stored=tuple(key for key in stored if key != CONSTANTS.public_key_name),
        agreeing=tuple(key for key in shared if given[key] == stored[key]),
        differing=tuple(key for key in shared if given[key] != stored[key]),
        reproduced=missing,
        near={key: folded[_folded(key)] for key in missing if _folded(key) in folded},
    )


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


# ---------------------------------------------------------------- keys
def needs(tree: Tree) -> tuple[Need, ...]:
    """What would open each encrypted data key that was read whole."""
    # Reqs: CLI-DOC-009
    return tuple(_need(key) for key in tree.encrypted_data_keys if key.ciphertext is not None)


def _need(key: DataKey) -> Need:
    kind, ecdh, aes = kind_of(key), key.ecdh, key.raw_aes
    provider, info = utf8_text(key.provider_id or b""), utf8_text(key.provider_info or b"")
    remark = None
    if provider is None:
        what = f"a keyring whose namespace is the bytes {(key.provider_id or b'').hex()}"
        remark = "A namespace is UTF-8, and this is not."
    elif kind in (Kind.KMS, Kind.KMS_RSA):
        what = f"kms:Decrypt on {'the RSA key ' if kind is Kind.KMS_RSA else ''}{_kms_name(key, info)}"
        remark = _blob_remark(key.ciphertext or b"") if kind is Kind.KMS else None
    elif ecdh is not None:
        where = "kept in AWS KMS" if kind is Kind.KMS_ECDH else "held here"
        what = f"the private key, {where}, of one of the two public keys on {ecdh.curve}"
    elif kind is Kind.HIERARCHY:
        version = "" if key.branch_key_version is None else f", version {key.branch_key_version}"
        what = f"the branch key {_quoted(info)}{version}, from its key store"
    elif aes is not None:
        what = f"the raw AES key {_quoted(aes.key_name)} of namespace {_quoted(provider)}"
    else:
        what = f"the raw RSA private key {_quoted(info)} of namespace {_quoted(provider)}, or a keyring of your own"
    return Need(key.index, what, remark)


def _kms_name(key: DataKey, info: str | None) -> str:
    arn = arn_of(key)
    if arn is None:
        return f"{_quoted(info)}, which is no ARN"
    kind = ", a multi-Region key" if arn.is_multi_region else ""
    return f"{arn} (region {arn.region}, account {arn.account}{kind})"


def _blob_remark(ciphertext: bytes) -> str | None:
    origin = blob_origin(ciphertext)
    if origin is None:
        return "Its ciphertext does not begin as those of AWS KMS do."
    return f"{origin.origin[0].upper()}{origin.origin[1:]} wrapped it, not AWS: only that opens it." if origin.emulator else None


def _quoted(text: str | None) -> str:
    return "(not UTF-8)" if text is None else repr(text)


# ---------------------------------------------------------------- SDKs
def reading_sdks(tree: Tree) -> tuple[Reader, ...]:
    """Per SDK the first release that reads the message version and has a keyring for one of the data keys."""
    # Reqs: CLI-DOC-012
    able = who_reads(tree)
    return tuple(Reader(sdk, able.get(sdk)) for sdk in readers().message_versions[1])
