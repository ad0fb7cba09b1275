"""Messages that a reader must refuse for what it has or asks for: its policy, its context, its keys.

What an attacker without keys can do is done to the base's own bytes; what only a faulty or hostile writer can do is sealed anew, with tags
that hold for everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from esdkit.crypto.secret import Secret
from esdkit.forge import Draft
from esdkit.grammar.edk import RAW_AES_INFO
from esdkit.grammar.encoder import encoder
from esdkit.message import EncryptedDataKey
from esdkit.message.aad import serialize_encryption_context
from esdkit.message.providers import RawAesKey, wrapping_key
from esdkit.spec import CONSTANTS
from vectors.generators import matrix
from vectors.generators.derive import Bases, Case, Derived, keyring

__all__ = ["unopened"]

Make = Callable[[Case], bytes]
Edit = Callable[[Case, Draft, EncryptedDataKey], EncryptedDataKey]


def unopened(bases: Bases) -> Iterator[Derived]:
    """The vectors that fail at ``policy``, ``context`` or ``unwrap``."""
    for group in (_policy, _context, _other_keys, _other_contexts, _raw_aes_entries, _raw_aes_info, _raw_rsa):
        yield from group(bases)


def _policy(bases: Bases) -> Iterator[Derived]:
    strict = {"commitment_policy": "REQUIRE_ENCRYPT_REQUIRE_DECRYPT"}
    for name, members, code, comment, requirements in (
        ("v1", strict, "policy-violation", "a suite without commitment", "ALG-POL-008 CLI-DEC-016 CMM-DEF-005"),
        ("v1-signed", strict, "policy-violation", "a signed suite without commitment", "ALG-POL-008 CLI-DEC-016 CMM-DEF-005"),
        ("several", {"max_encrypted_data_keys": 2}, "edk-limit-exceeded", "one data key more than the limit", "CLI-CFG-004 CLI-DEC-014"),
    ):
        case = Case(f"policy-{name}", bases[name])
        yield case.refused(case.base.data, "policy", code, comment, requirements, **members)


def _context(bases: Bases) -> Iterator[Derived]:
    for name, base, pairs, comment in (
        ("value", "v2", {"a": "higher"}, "the reader expects another value (DEC-G48)"),
        ("letter-case", "v2", {"a": "Lower"}, "the reader expects a capital letter"),
        ("public-key", "v1-signed", {CONSTANTS.public_key_name: "A" * 68}, "the reader expects another public key"),
    ):
        case = Case(f"context-{name}", bases[base])
        requirements = "CMM-IFC-004 CMM-IFC-018"
        yield case.refused(case.base.data, "context", "encryption-context-mismatch", comment, requirements, encryption_context=pairs)
    required = bases["required"]
    case = Case("context-required-missing", required, required.key["underlying"])
    comment = "the reader does not give a pair that its CMM requires, and that neither header nor data key is bound to"
    yield case.refused(case.draft().seal(), "context", "required-context-missing", comment, "CMM-REQ-003", key=required.key)


def _unwrap(case: Case, ciphertext: bytes, comment: str, requirements: str, **members: Any) -> Derived:
    return case.refused(ciphertext, "unwrap", "unwrap-failed", comment, requirements, **members)


# --- other keys, other contexts ---


def _other_keys(bases: Bases) -> Iterator[Derived]:
    base = bases["v2"]
    for name, key, comment, requirement in (
        ("name", matrix.raw("aes-256-other"), "no data key has the reader's key name", "KEY-AES-011"),
        ("namespace", {**base.key, "provider-id": base.key["provider-id"][:-1]}, "no data key has the reader's namespace", "KEY-AES-012"),
        ("kind", matrix.raw("rsa-oaep-sha1"), "the reader has an RSA key, the data key is wrapped with AES", "KEY-RSA-011"),
    ):
        yield _unwrap(Case(f"unwrap-other-{name}", base), base.data, comment, f"{requirement} KEY-IFC-004", key=key)
    for written, read in (("aes-k10", "aes-k1"), ("aes-k1", "aes-k10")):
        case = Case(f"unwrap-name-{written.removeprefix('aes-')}-read-as-{read.removeprefix('aes-')}", base, matrix.raw(written))
        comment = "one key name is the beginning of the other (DEC-G44)"
        yield _unwrap(case, case.draft().seal(), comment, "KEY-AES-011 KEY-IFC-004", key=matrix.raw(read))
    case = Case("unwrap-other-wrapping-key", base)
    draft = case.draft()
    entry = {**base.keys[base.key["key"]], "material": base.keys["aes-256-other"]["material"]}
    wrapped = case.wrap(draft.header.encryption_context, draft.data_key, keyring(base.key, {base.key["key"]: entry}))
    comment = "the data key is wrapped by another wrapping key of the same name"
    yield _unwrap(case, draft.with_header(encrypted_data_keys=(wrapped,)).seal(), comment, "KEY-AES-014 KEY-AES-017")
    case = Case("unwrap-several-others", bases["several"])
    key = {"type": "multi-keyring", "generator": matrix.raw("aes-256-other"), "childKeyrings": [matrix.raw("aes-192")]}
    yield _unwrap(case, case.base.data, "three data keys, and two keys that are not theirs", "KEY-MUL-007 KEY-MUL-008", key=key)


def _other_contexts(bases: Bases) -> Iterator[Derived]:
    bound = "KEY-AES-015 KEY-IFC-012"
    for name, pairs, comment in (
        ("changed", {"a": "other"}, "a pair was changed after the data key was wrapped (DEC-G45)"),
        ("added", {"z": ""}, "a pair was added after the data key was wrapped (DEC-G45)"),
    ):
        case = Case(f"unwrap-context-{name}", bases["v2"])
        draft = case.draft()
        stored = {key.encode(): value.encode() for key, value in {**draft.header.encryption_context, **pairs}.items()}
        yield _unwrap(case, draft.with_header(context_pairs=tuple(sorted(stored.items()))).seal(), comment, bound)
    case = Case("unwrap-context-never-there", bases["v2"])
    never: dict[str, str] = {"never": "there"}
    comment = "the reader reproduces a pair that the header is bound to and the data key is not (DEC-G50)"
    data = replace(case.draft(), appended=serialize_encryption_context(never)).seal()
    yield _unwrap(case, data, comment, f"{bound} CMM-IFC-005", encryption_context=never)
    required = bases["required"]
    for name, given, comment in (
        ("not-given", {}, "the reader does not give a pair that the data key is bound to and the header is not"),
        ("other-value", {"purpose": "other"}, "the reader gives a value that the header is bound to and the data key is not"),
    ):
        case = Case(f"unwrap-required-{name}", required, required.key["underlying"])
        draft = replace(case.draft(), appended=serialize_encryption_context(given))
        wrapped = case.wrap({**draft.header.encryption_context, **required.reproduced}, draft.data_key)
        data = draft.with_header(encrypted_data_keys=(wrapped,)).seal()
        yield _unwrap(case, data, comment, bound, key=required.key["underlying"], encryption_context=given)


# --- raw AES, entry by entry ---


def _edited(case: Case, edit: Edit) -> bytes:
    """A valid message but for its one encrypted data key."""
    draft = case.draft()
    (good,) = draft.header.encrypted_data_keys
    return draft.with_header(encrypted_data_keys=(edit(case, draft, good),)).seal()


def _flipped(good: EncryptedDataKey) -> EncryptedDataKey:
    return replace(good, ciphertext=good.ciphertext[:-1] + bytes([good.ciphertext[-1] ^ 1]))


def _raw_aes_entries(bases: Bases) -> Iterator[Derived]:
    def garbage(case: Case, draft: Draft, good: EncryptedDataKey) -> EncryptedDataKey:
        return replace(good, ciphertext=case.seeded(len(good.ciphertext), "garbage"))

    def short(case: Case, draft: Draft, good: EncryptedDataKey) -> EncryptedDataKey:
        half = Secret(draft.data_key.reveal()[: len(draft.data_key) // 2])
        return case.wrap(draft.header.encryption_context, half)

    def flipped(case: Case, draft: Draft, good: EncryptedDataKey) -> EncryptedDataKey:
        return _flipped(good)

    def cut_tag(case: Case, draft: Draft, good: EncryptedDataKey) -> EncryptedDataKey:
        return replace(good, ciphertext=good.ciphertext[: CONSTANTS.raw_aes_tag_length_bits // 8 - 1])

    rows: tuple[tuple[str, Edit, str, str], ...] = (
        ("flipped", flipped, "one bit of the tag is flipped", "KEY-AES-014"),
        ("garbage", garbage, "the wrapped data key is garbage", "KEY-AES-014 KEY-IFC-011"),
        ("short-data-key", short, "the wrapped data key has half the suite's length", "KEY-IFC-020 KDF-IDN-002"),
        ("cut-tag", cut_tag, "the wrapped data key is shorter than its tag", "KEY-AES-007"),
        ("empty", lambda c, d, good: replace(good, ciphertext=b""), "the wrapped data key is empty", "FMT-EDK-007 KEY-AES-007"),
        ("no-info", lambda c, d, good: replace(good, provider_info=b""), "the provider information is empty", "FMT-EDK-007 KEY-AES-010"),
    )
    for name, edit, comment, requirements in rows:
        case = Case(f"unwrap-aes-{name}", bases["v2"])
        yield _unwrap(case, _edited(case, edit), comment, requirements)


def _raw_aes_info(bases: Bases) -> Iterator[Derived]:
    """Provider information that is off in one number (DEC-G43)."""
    name = bases["v2"].keys[bases["v2"].key["key"]]["key-id"].encode("utf-8")

    def info(changes: Mapping[str, int], behind: bytes = b"") -> Edit:
        def edit(case: Case, draft: Draft, good: EncryptedDataKey) -> EncryptedDataKey:
            key = wrapping_key(good)
            assert isinstance(key, RawAesKey)
            fields = (name, changes.get("tag_length", key.tag_length), changes.get("iv_length", key.iv_length), key.iv)
            return replace(good, provider_info=encoder(RAW_AES_INFO)(fields) + behind)

        return edit

    def short_tag(case: Case, draft: Draft, good: EncryptedDataKey) -> EncryptedDataKey:
        return replace(info({"tag_length": 96})(case, draft, good), ciphertext=good.ciphertext[:-4])

    rows: tuple[tuple[str, Edit, str, str], ...] = (
        ("tag-length-in-bytes", info({"tag_length": 16}), "the tag length is given in bytes", "KEY-AES-005"),
        ("iv-length-in-bits", info({"iv_length": 96}), "the IV length is given in bits", "KEY-AES-006"),
        ("short-tag", short_tag, "a tag of 96 bits", "KEY-AES-005 KEY-AES-013"),
        ("trailing-byte", info({}, b"\0"), "a byte behind the IV", "KEY-AES-004"),
    )
    for fact, edit, comment, requirements in rows:
        case = Case(f"unwrap-aes-{fact}", bases["v2"])
        yield _unwrap(case, _edited(case, edit), f"{comment} (DEC-G43)", f"{requirements} KEY-AES-010")


def _raw_rsa(bases: Bases) -> Iterator[Derived]:
    base = bases["rsa-v2"]
    case = Case("unwrap-rsa-flipped", base)
    draft = case.draft_under_base_key()
    (good,) = draft.header.encrypted_data_keys
    data = draft.with_header(encrypted_data_keys=(_flipped(good),)).seal()
    yield _unwrap(case, data, "one bit of the data key is flipped", "KEY-RSA-015")
    case = Case("unwrap-rsa-other-padding", base)
    comment = "the reader's padding has another hash"
    yield _unwrap(case, base.data, comment, "KEY-RSA-013 KEY-RSA-015", key=matrix.raw("rsa-oaep-sha256"))
    case = Case("unwrap-rsa-other-namespace", base)
    key = {**base.key, "provider-id": base.key["provider-id"] + "s"}
    yield _unwrap(case, base.data, "no data key has the reader's namespace", "KEY-RSA-012", key=key)
