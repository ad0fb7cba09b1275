"""Messages of hierarchical keyrings: refused for one thing in the provider information, the ciphertext, or what a data key is bound to.

Strategy: as in ``agreed``: ``_wrap`` wraps a data key step by step, and each step can be done in another way. The bases take turns.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from esdkit.crypto import aead
from esdkit.crypto.kbkdf import kbkdf_counter_hmac
from esdkit.forge import Draft
from esdkit.message import EncryptedDataKey
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import CONSTANTS
from vectors.generators.derive import Bases, Case, Derived, material
from vectors.generators.keys import BRANCH_KEYS
from vectors.generators.matrix import branch

__all__ = ["branches"]

_PROVIDER_ID = b"aws-kms-hierarchy"
_SALT, _IV = 16, 12
_KEYS = {name: branch(name, key_id, version) for name, (version, key_id) in BRANCH_KEYS.items()}
_Steps = Mapping[str, Any]
_BASES = ("branch-v1", "branch-v1-signed", "branch-v2", "branch-v2-signed")


def branches(bases: Bases) -> Iterator[Derived]:
    """The vectors about hierarchical keyrings."""
    for group in (_readers, _names, _ciphertexts, _derivation, _bound, _accepted):
        yield from group(bases)


def _wrap(case: Case, draft: Draft, steps: _Steps) -> EncryptedDataKey:
    """The data key of a draft, wrapped step by step under the branch key ``branch-a``.

    Args:
        case, draft: the message.
        steps: what is done in another way: ``provider_id``; ``info``; ``version``, the stored one; ``label``, ``hash``; ``salted``, whether
            the salt is derived with; ``wrapping_key``, a function of the branch key and the derived one; ``bound``, parts by name;
            ``data_key``; ``ciphertext``, a function of its parts.
    """
    branch_key = material(steps.get("entry", "branch-a"), case.base.keys)
    version = steps.get("version", uuid.UUID(BRANCH_KEYS["branch-a"][0]).bytes)
    salt, iv = case.seeded(_SALT, "salt"), case.seeded(_IV, "iv")
    context = salt if steps.get("salted", True) else b""
    derived = kbkdf_counter_hmac(
        steps.get("hash", CONSTANTS.hierarchy.derivation_hash), branch_key, steps.get("label", _PROVIDER_ID), context, 32
    )
    parts = {
        "provider": _PROVIDER_ID,
        "id": b"branch-a",
        "version": version,
        "context": serialize_encryption_context(draft.header.encryption_context),
        **steps.get("bound", {}),
    }
    key = steps.get("wrapping_key", lambda branch_key, derived: derived)(branch_key, derived)
    encrypted, tag = aead.encrypt(key, iv, b"".join(parts.values()), steps.get("data_key", draft.data_key.reveal()))
    ciphertext = steps.get("ciphertext", lambda *parts: b"".join(parts))(salt, iv, version, encrypted, tag)
    return EncryptedDataKey(steps.get("provider_id", _PROVIDER_ID), steps.get("info", b"branch-a"), ciphertext)


def _case(bases: Bases, name: str) -> Case:
    return Case(f"hierarchy-{name}", bases[_BASES[sum(name.encode("ascii")) % len(_BASES)]])


def _draft(case: Case, steps: _Steps) -> Draft:
    draft = case.small()
    return draft.with_header(encrypted_data_keys=(_wrap(case, draft, steps),))


def _refused(bases: Bases, name: str, comment: str, requirements: str, steps: _Steps, flags: str = "key-wrapping") -> Derived:
    case = _case(bases, name)
    return case.refused(_draft(case, steps).seal(), "unwrap", "unwrap-failed", comment, requirements, flags=flags)


def _readers(bases: Bases) -> Iterator[Derived]:
    for base in _BASES:
        for name, key, comment, requirements in (
            ("id", "branch-b", "the reader has another branch key, whose version has the same UUID (DEC-G70)", "HIE-DEC-003"),
            ("version", "branch-a-older", "the reader has an earlier version of the branch key", "HIE-DEC-004 HIE-DEC-005"),
        ):
            case = Case(f"hierarchy-reader-other-{name}-{base.removeprefix('branch-')}", bases[base])
            ids, reader = f"{requirements} KEY-IFC-004", _KEYS[key]
            twin = Case(f"{case.name}-twin", bases[base], reader)
            yield twin.accepted_small(twin.wrapped(twin.small()).seal(), "what the other reader can open", "HIE-DEC-003", flags="ordinary")
            yield case.refused(case.base.data, "unwrap", "unwrap-failed", comment, ids, flags="other-key", key=reader, twin=twin.name)


def _names(bases: Bases) -> Iterator[Derived]:
    for name, provider_id in (
        ("upper", b"AWS-KMS-HIERARCHY"),
        ("longer", b"aws-kms-hierarchy-1"),
        ("shorter", b"aws-kms-hierarch"),
        ("kms", b"aws-kms"),
        ("empty", b""),
        ("blank", b"aws-kms-hierarchy "),
        ("null", b"aws-kms-hierarchy\0"),
    ):
        said = repr(provider_id.decode()) if name in ("blank", "null") else provider_id.decode()
        comment = f"the provider id is {said or 'empty'}"
        yield _refused(bases, f"provider-{name}", comment, "HIE-DEC-002", {"provider_id": provider_id}, "other-key")
    for name, info, comment in (
        ("upper", b"BRANCH-A", "the branch key id is in upper case"),
        ("longer", b"branch-a1", "the branch key id begins with the reader's"),
        ("shorter", b"branch-", "the branch key id is the beginning of the reader's"),
        ("blank", b"branch-a ", "a blank after the branch key id"),
        ("zero", b"branch-a\0", "a byte of zero after the branch key id"),
        ("empty", b"", "the branch key id is empty"),
        ("other", b"branch-b", "another branch key id than the one that the data key is bound to"),
    ):
        yield _refused(bases, f"id-{name}", comment, "HIE-DEC-003", {"info": info}, "other-key")


def _flip(part: bytes) -> bytes:
    return part[:-1] + bytes([part[-1] ^ 1])


def _ciphertexts(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, Callable[..., bytes], str, str], ...] = (
        ("salt", lambda salt, i, v, k, t: _flip(salt) + i + v + k + t, "one bit of the salt is flipped", "HIE-WRP-003"),
        ("iv", lambda s, iv, v, k, t: s + _flip(iv) + v + k + t, "one bit of the IV is flipped", "HIE-DEC-007"),
        ("version", lambda s, i, version, k, t: s + i + _flip(version) + k + t, "one bit of the version is flipped", "HIE-DEC-004"),
        ("key", lambda s, i, v, key, t: s + i + v + _flip(key) + t, "one bit of the encrypted key is flipped", "HIE-DEC-007"),
        ("tag", lambda s, i, v, k, tag: s + i + v + k + _flip(tag), "one bit of the tag is flipped", "HIE-DEC-007"),
        ("no-tag", lambda s, i, v, k, tag: s + i + v + k, "there is no tag", "HIE-DEC-006 HIE-WRP-001"),
        ("cut", lambda *parts: b"".join(parts)[:-1], "the ciphertext ends a byte too soon", "HIE-DEC-006"),
        ("longer", lambda *parts: b"".join(parts) + b"\0", "a byte after the tag", "HIE-DEC-006"),
        ("empty", lambda *parts: b"", "the ciphertext is empty", "HIE-DEC-006 FMT-EDK-007"),
        ("version-cut", lambda s, i, version, k, t: s + i + version[:8], "the ciphertext ends inside the version", "HIE-DEC-006"),
        ("iv-first", lambda s, iv, v, k, t: iv + s + v + k + t, "the IV comes before the salt", "HIE-WRP-001"),
        ("tag-first", lambda s, i, v, k, tag: s + i + v + tag + k, "the tag comes before the encrypted key", "HIE-WRP-001"),
        (
            "version-text",
            lambda s, i, version, k, t: s + i + str(uuid.UUID(bytes=version)).encode() + k + t,
            "the version is stored as text (DEC-G70)",
            "HIE-DEC-004 HIE-DEC-006",
        ),
    )
    for name, ciphertext, comment, requirements in rows:
        yield _refused(bases, f"ciphertext-{name}", comment, f"{requirements} KEY-IFC-011", {"ciphertext": ciphertext})
    for name, version, comment in (
        ("zeros", bytes(16), "the version is all zeros, and the data key is bound to that"),
        ("unknown", uuid.UUID("00000000-0000-4000-8000-000000000001").bytes, "a version that the reader has not, and that is bound"),
        ("little-endian", uuid.UUID(BRANCH_KEYS["branch-a"][0]).bytes_le, "the version's UUID is stored with its fields reversed"),
    ):
        yield _refused(bases, f"version-{name}", comment, "HIE-DEC-004 HIE-DEC-005", {"version": version})
    for name, length in (("short", 8), ("long", 48), ("none", 0)):
        comment = f"the wrapped data key has {length} bytes"
        yield _refused(bases, f"data-key-{name}", comment, "HIE-DEC-006 KEY-IFC-020", {"data_key": bytes(range(length))})


def _derivation(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("no-label", {"label": b""}, "derived without the label (DEC-E06)"),
        ("other-label", {"label": b"aws-kms"}, "derived with another label"),
        ("sha384", {"hash": "sha384"}, "derived with HMAC SHA-384"),
        ("no-salt", {"salted": False}, "derived without the salt"),
    )
    for name, steps, comment in rows:
        yield _refused(bases, f"derivation-{name}", comment, "HIE-WRP-003", steps)
    direct = {"wrapping_key": lambda branch_key, derived: branch_key}
    yield _refused(bases, "derivation-none", "wrapped under the branch key itself", "HIE-WRP-003", direct)
    short = {"wrapping_key": lambda branch_key, derived: derived[:16]}
    yield _refused(bases, "derivation-half", "wrapped with AES-128, under half of the derived key", "HIE-WRP-003 HIE-WRP-004", short)
    comment = "wrapped under another branch key of the same id and version"
    yield _refused(bases, "derivation-other-key", comment, "HIE-DEC-007", {"entry": "branch-b"})


def _bound(bases: Bases) -> Iterator[Derived]:
    for name, bound, comment in (
        ("provider-none", {"provider": b""}, "without the provider id"),
        ("id-none", {"id": b""}, "without the branch key id"),
        ("id-other", {"id": b"branch-b"}, "to another branch key id"),
        ("version-none", {"version": b""}, "without the version"),
        ("version-other", {"version": uuid.UUID(BRANCH_KEYS["branch-a-older"][0]).bytes}, "to another version"),
        ("version-text", {"version": BRANCH_KEYS["branch-a"][0].encode()}, "to the version as text"),
        ("context-none", {"context": b""}, "without the encryption context"),
    ):
        requirements = "HIE-WRP-005 KEY-IFC-012" if name == "context-none" else "HIE-WRP-005"
        yield _refused(bases, f"bound-{name}", f"the data key is bound {comment}", requirements, {"bound": bound})

    case = _case(bases, "context-added")
    draft = _draft(case, {})
    pairs = tuple(sorted([*(draft.header.context_pairs or ()), (b"added", b"later")]))
    comment = "a pair was added to the context after the data key was wrapped"
    ids = "HIE-WRP-005 KEY-IFC-012"
    yield case.refused(draft.with_header(context_pairs=pairs).seal(), "unwrap", "unwrap-failed", comment, ids, flags="key-wrapping")


def _accepted(bases: Bases) -> Iterator[Derived]:
    firsts: tuple[tuple[str, Callable[[EncryptedDataKey], EncryptedDataKey], str], ...] = (
        ("damaged", lambda good: replace(good, ciphertext=_flip(good.ciphertext)), "one of the same branch key that does not open"),
        ("other-id", lambda good: replace(good, provider_info=b"branch-c"), "one of another branch key"),
        ("short", lambda good: replace(good, ciphertext=good.ciphertext[:10]), "one whose ciphertext is too short"),
    )
    for name, first, comment in firsts:
        case = _case(bases, f"accept-after-{name}")
        draft = _draft(case, {})
        (good,) = draft.header.encrypted_data_keys
        made = draft.with_header(encrypted_data_keys=(first(good), good)).seal()
        comment = f"two data keys, the first is {comment} (DEC-G39)"
        yield case.accepted_small(made, comment, "HIE-DEC-008 KEY-IFC-018", flags="data-key-list")
    case = _case(bases, "accept-older-version")
    version = uuid.UUID(BRANCH_KEYS["branch-a-older"][0]).bytes
    made = _draft(case, {"entry": "branch-a-older", "version": version}).seal()
    comment = "a data key under an earlier version of the branch key, which the reader has"
    yield case.accepted_small(made, comment, "HIE-DEC-004 HIE-DEC-005", flags="ordinary", key=_KEYS["branch-a-older"])
