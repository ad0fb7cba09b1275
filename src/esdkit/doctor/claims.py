"""What a message says without a key: which keys would open it, who can read it, who wrote it, which policies allow it.

Strategy: everything is read from the tree of the inspector and from the tables of the specification; nothing is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from esdkit.cmm import CommitmentPolicy
from esdkit.cmm.base import check_decrypt_suite
from esdkit.doctor.thing import kms_blob_origin
from esdkit.errors import PolicyError, UsageError
from esdkit.inspector import Tree
from esdkit.inspector.parts import DataKey, readable
from esdkit.message.arn import parse_arn
from esdkit.spec import CONSTANTS, Service, Suite, readers, services

__all__ = ["ContextClaim", "Need", "PolicyClaim", "Reader", "context_claim", "needs", "policy_claim", "reading_sdks", "writing_service"]


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
    """Which policies decrypt a suite.

    Reqs: CLI-DOC-010
    """
    allowing = tuple(each.value for each in CommitmentPolicy if _allows(each, suite))
    return PolicyClaim(policy.value, policy.value in allowing, allowing)


def _allows(policy: CommitmentPolicy, suite: Suite) -> bool:
    try:
        check_decrypt_suite(policy, suite)
    except PolicyError:
        return False
    return True


def context_claim(stored: Mapping[str, str], given: Mapping[str, str]) -> ContextClaim:
    """Compare the contexts.

    Reqs: CLI-DOC-011
    """
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
    """What would open each encrypted data key that was read whole.

    Reqs: CLI-DOC-009
    """
    return tuple(_need(key) for key in tree.encrypted_data_keys if key.ciphertext is not None)


def _need(key: DataKey) -> Need:
    provider = readable(key.provider_id or b"")
    info = readable(key.provider_info or b"")
    if provider in _KMS_KINDS:
        return Need(
            key.index, _KMS_KINDS[provider].format(_kms_name(info)), _kms_remark(key) if provider == CONSTANTS.kms_provider_id else None
        )
    if key.ecdh is not None:
        where = "kept in AWS KMS" if provider == CONSTANTS.ecdh.kms_provider_id else "held here"
        return Need(key.index, f"the private key, {where}, of one of the two public keys on {key.ecdh.curve}", None)
    if provider == CONSTANTS.hierarchy.provider_id:
        version = "" if key.branch_key_version is None else f", version {key.branch_key_version}"
        return Need(key.index, f"the branch key {_quoted(info)}{version}, from its key store", None)
    if provider is None:
        cut = (key.provider_id or b"").hex()
        return Need(key.index, f"a keyring whose namespace is the bytes {cut}", "A namespace is UTF-8, and this is not.")
    aes = key.raw_aes
    if aes is not None:
        return Need(key.index, f"the raw AES key {_quoted(aes.key_name)} of namespace {_quoted(provider)}", None)
    return Need(key.index, f"the raw RSA private key {_quoted(info)} of namespace {_quoted(provider)}, or a keyring of your own", None)


_KMS_KINDS = {
    CONSTANTS.kms_provider_id: "kms:Decrypt on {}",
    CONSTANTS.kms_rsa_provider_id: "kms:Decrypt on the RSA key {}",
}


def _kms_name(info: str | None) -> str:
    try:
        arn = parse_arn(info or "")
    except UsageError:
        return f"{_quoted(info)}, which is no ARN"
    kind = ", a multi-Region key" if arn.is_multi_region else ""
    return f"{arn} (region {arn.region}, account {arn.account}{kind})"


def _kms_remark(key: DataKey) -> str | None:
    origin = kms_blob_origin(key.ciphertext or b"")
    if origin == "kms-emulator-blob":
        return "A KMS emulator wrapped it, not AWS: only that emulator opens it."
    return None if origin else "Its ciphertext does not begin as those of AWS KMS do."


def _quoted(text: str | None) -> str:
    return "(not UTF-8)" if text is None else repr(text)


# ---------------------------------------------------------------- SDKs and services
def reading_sdks(tree: Tree, suite: Suite) -> tuple[Reader, ...]:
    """Per SDK the first release that reads the message version and has a keyring for one of the data keys.

    Reqs: CLI-DOC-012
    """
    table = readers()
    providers = {readable(key.provider_id or b"") or "" for key in tree.encrypted_data_keys}
    return tuple(
        Reader(sdk, _first_release(release, [_keyring_release(table.keyrings, provider, sdk) for provider in providers]))
        for sdk, release in table.message_versions[suite.message_version].items()
    )


def _keyring_release(keyrings: Mapping[str, Mapping[str, str]], provider: str, sdk: str) -> str | None:
    """The first release with the keyring; empty when all have it, None when none has."""
    return keyrings[provider].get(sdk) if provider in keyrings else ""


def _first_release(message: str, keyrings: list[str | None]) -> str | None:
    releases = [max(message, release, key=_number) for release in keyrings if release is not None]
    return min(releases, key=_number) if releases else None


def _number(release: str) -> tuple[int, ...]:
    return tuple(map(int, release.split("."))) if release else ()


def writing_service(tree: Tree) -> Service | None:
    """The service of AWS that the message looks to be from.

    Reqs: CLI-DOC-013
    """
    return next(_services(tree), None)


def _services(tree: Tree) -> Iterator[Service]:
    keys = {pair.key for pair in tree.encryption_context or ()}
    providers = {key.provider_id for key in tree.encrypted_data_keys}
    for service in services().values():
        if (service.context_key or "").encode() in keys or (service.provider_id or "\0").encode() in providers:
            yield service
