"""What a message says without a key: which keys would open it, which policies allow it, how contexts compare.

Strategy: everything is read from the tree of the inspector and from the tables of the specification; nothing is tried.
"""

from __future__ import annotations

from collections.abc import Mapping

from esdkit.cmm import CommitmentPolicy
from esdkit.doctor.names import hex_option
from esdkit.frozen import frozen
from esdkit.inspector import Tree
from esdkit.inspector.facts.origin import kms_origin
from esdkit.inspector.facts.parts import DataKey
from esdkit.inspector.views.describe import policies_for
from esdkit.keyrings.base import shown_name
from esdkit.message.providers import BranchKeyVersion, KeyAgreement, KmsKey, RawAesKey, RawRsaKey, WrappingKey
from esdkit.spec import CONSTANTS, LIMITS, Suite

__all__ = ["MAX_DATA_KEYS", "ContextClaim", "Need", "PolicyClaim", "context_claim", "needs", "policy_claim"]

MAX_DATA_KEYS = LIMITS["doctor_data_keys"]
"""Encrypted data keys that are tried and listed."""


@frozen
class Need:
    """What would open one encrypted data key. ``remark``: what is odd about it, or None."""

    edk_index: int
    key: str
    remark: str | None


@frozen
class PolicyClaim:
    """The commitment policies. ``allowing``: those under which the suite is decrypted, in the order from lax to strict."""

    configured: str
    allowed: bool
    allowing: tuple[str, ...]


@frozen
class ContextClaim:
    """The context pairs that were given, compared with the stored ones.

    Attributes:
        stored: the keys that the message stores, without the public key.
        agreeing, differing: the given keys that are stored, by whether the value is the same.
        reproduced: the given keys that are not stored, and so count as authenticated.
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
    wrapping = key.wrapping_key
    if wrapping.namespace is None:
        what = f"a keyring whose namespace is the bytes {wrapping.provider_id.hex()}"
        return Need(key.index, what, "A namespace is UTF-8, and this is not.")
    words = {
        "key": _key_words(wrapping),
        "namespace": repr(wrapping.namespace),
        "curve": wrapping.curve if isinstance(wrapping, KeyAgreement) else "an unknown curve",
    }
    remark = _blob_remark(key) if wrapping.kind.ciphertext == "kms-blob" else _name_remark(wrapping)
    return Need(key.index, wrapping.provider.needs.format_map(words), remark)


def _key_words(key: WrappingKey) -> str:
    """The wrapping key, named as exactly as the data key names it."""
    name = shown_name(key.name)
    if isinstance(key, BranchKeyVersion):
        return f"{name}, version {key.version}"
    if not isinstance(key, KmsKey):
        return name
    if key.arn is None:
        return f"{name}, which is not an ARN"
    kind = ", a multi-Region key" if key.arn.is_multi_region else ""
    return f"{key.arn} (region {key.arn.region}, account {key.arn.account}{kind})"


def _name_remark(key: WrappingKey) -> str | None:
    option = hex_option(key.name) if isinstance(key, RawAesKey | RawRsaKey) else None
    return None if option is None else f"Its name cannot be typed as text: give {option}."


def _blob_remark(key: DataKey) -> str | None:
    origin = kms_origin(key)
    if origin is None:
        return "Its ciphertext does not look like AWS KMS output."
    return f"{origin.origin[0].upper()}{origin.origin[1:]} wrapped it, not AWS: only that opens it." if origin.emulator else None
