"""Messages of a writer that derives its keys in another way: each rule of the key derivation, broken alone.

Strategy: the content key, or the commit key, is derived with one input or step changed, and the whole message is sealed under it. So a
reader with the same fault opens its own messages and these, and no others.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from esdkit.crypto.kdf import Derivation, derivation, derive_keys
from esdkit.crypto.secret import Secret
from esdkit.forge import Draft
from vectors.generators.derive import Bases, Case, Derived
from vectors.generators.plain import plain_case, plain_draft, twin

__all__ = ["derivations"]

_SUITES_1 = ("0178", "0214", "0378")
_SUITES_2 = ("0478", "0578")
_IDENTITY = ("0014", "0046", "0078")


@dataclass(frozen=True, slots=True)
class _Hkdf:
    """The inputs and steps of one HKDF."""

    hash: str
    salt: bytes
    key: bytes
    info: bytes
    length: int
    first: int = 1
    extract: bool = True

    def output(self) -> bytes:
        """The derived key, by RFC 5869 but for what was changed."""
        key = hmac.digest(self.salt, self.key, self.hash) if self.extract else self.key
        block, found = b"", b""
        for counter in range(self.first, self.first + 4):
            block = hmac.digest(key, block + self.info + bytes([counter]), self.hash)
            found += block
        return found[: self.length]


Change = Callable[[_Hkdf, Draft], _Hkdf]


def derivations(bases: Bases) -> Iterator[Derived]:
    """The vectors, which fail at ``commitment`` or ``header_tag``."""
    for suite in _SUITES_1:
        yield from _content_keys(bases, suite, {**_COMMON, **_VERSION_1})
    for suite in _SUITES_2:
        yield from _content_keys(bases, suite, {**_COMMON, **_VERSION_2})
        yield from _commit_keys(bases, suite)
    yield from _other_suites(bases)


def _id(draft: Draft) -> bytes:
    return draft.header.suite.id.to_bytes(2, "big")


def _other_hash(hkdf: _Hkdf, _: Draft) -> _Hkdf:
    name = {"sha256": "sha384", "sha384": "sha256", "sha512": "sha256"}[hkdf.hash]
    return replace(hkdf, hash=name, salt=hkdf.salt if any(hkdf.salt) else bytes(hashlib.new(name).digest_size))


Rows = Mapping[str, tuple[Change, str, str]]

_COMMON: Rows = {
    "hash": (_other_hash, "with another hash", "KDF-HKDF-001"),
    "half-key": (lambda h, _: replace(h, key=h.key[: len(h.key) // 2]), "from the first half of the data key", "KDF-HKDF-002 KDF-HKDF-003"),
    "padded-key": (lambda h, _: replace(h, key=h.key + bytes(len(h.key))), "from the data key and as many zero bytes", "KDF-HKDF-003"),
    "no-extract": (lambda h, _: replace(h, extract=False), "from the data key without the extract step", "KDF-HKDF-006"),
    "counter": (lambda h, _: replace(h, first=0), "with blocks that are counted from 0", "KDF-HKDF-001 KDF-HKDF-006"),
    "no-info": (lambda h, _: replace(h, info=b""), "without info", ""),
}
_VERSION_1: Rows = {
    "salt": (
        lambda h, d: replace(h, salt=d.header.message_id),
        "with the message id as salt, as suites with commitment do",
        "KDF-HKDF-004",
    ),
    "ones-salt": (lambda h, _: replace(h, salt=b"\xff" * len(h.salt)), "with a salt of FF bytes (DEC-G74)", "KDF-HKDF-004"),
    "id-alone": (lambda h, d: replace(h, info=d.header.message_id), "with the message id alone as info", ""),
    "id-first": (lambda h, d: replace(h, info=d.header.message_id + _id(d)), "with the message id before the suite id in the info", ""),
    "little-endian": (
        lambda h, d: replace(h, info=_id(d)[::-1] + d.header.message_id),
        "with the suite id in little-endian order in the info",
        "",
    ),
    "hex": (
        lambda h, d: replace(h, info=_id(d).hex().encode() + d.header.message_id),
        "with the suite id as hexadecimal text in the info",
        "",
    ),
    "label": (lambda h, d: replace(h, info=_id(d) + b"DERIVEKEY"), "with the info of suites with commitment", ""),
}
_VERSION_2: Rows = {
    "zero-salt": (lambda h, _: replace(h, salt=bytes(64)), "with a salt of zeros, as suites without commitment do", "KDF-HKDF-005"),
    "half-salt": (lambda h, _: replace(h, salt=h.salt[:16]), "with the first 16 bytes of the message id as salt", "KDF-HKDF-005"),
    "label-alone": (lambda h, _: replace(h, info=b"DERIVEKEY"), "with the label alone as info", ""),
    "label-first": (lambda h, d: replace(h, info=b"DERIVEKEY" + _id(d)), "with the label before the suite id in the info", ""),
    "lower-case": (lambda h, d: replace(h, info=_id(d) + b"derivekey"), "with the label in lower case", ""),
    "terminator": (lambda h, d: replace(h, info=_id(d) + b"DERIVEKEY\0"), "with a zero byte after the label", ""),
    "message-id": (lambda h, d: replace(h, info=_id(d) + d.header.message_id), "with the info of suites without commitment", ""),
    "little-endian": (
        lambda h, d: replace(h, info=_id(d)[::-1] + b"DERIVEKEY"),
        "with the suite id in little-endian order in the info",
        "",
    ),
}
_COMMIT: Rows = {
    "hash": (_other_hash, "with another hash", "KDF-COM-001"),
    "half-key": (lambda h, _: replace(h, key=h.key[:16]), "from the first half of the data key", "KDF-COM-002"),
    "zero-salt": (lambda h, _: replace(h, salt=bytes(64)), "with a salt of zeros", "KDF-COM-003"),
    "half-salt": (lambda h, _: replace(h, salt=h.salt[:16]), "with the first 16 bytes of the message id as salt", "KDF-COM-003"),
    "suite-id": (lambda h, d: replace(h, info=_id(d) + b"COMMITKEY"), "with the suite id before the label", "KDF-COM-004"),
    "lower-case": (lambda h, _: replace(h, info=b"commitkey"), "with the label in lower case", "KDF-COM-004"),
    "terminator": (lambda h, _: replace(h, info=b"COMMITKEY\0"), "with a zero byte after the label", "KDF-COM-004"),
    "message-id": (lambda h, d: replace(h, info=b"COMMITKEY" + d.header.message_id), "with the message id after the label", "KDF-COM-004"),
    "no-info": (lambda h, _: replace(h, info=b""), "without info", "KDF-COM-004"),
    "no-extract": (lambda h, _: replace(h, extract=False), "from the data key without the extract step", "KDF-COM-002"),
    "later-block": (lambda h, _: replace(h, first=2), "with blocks that are counted from 2", "KDF-COM-001"),
    "short": (lambda h, _: replace(h, length=16), "to 16 bytes, and filled with zeros", "KDF-COM-005 FMT-HDR-014"),
}


def _inputs(draft: Draft) -> Derivation:
    inputs = derivation(draft.header.suite, draft.header.message_id)
    assert inputs is not None
    return inputs


def _content_keys(bases: Bases, form: str, rows: Rows) -> Iterator[Derived]:
    for name, (change, how, requirements) in rows.items():
        case = plain_case(f"kdf-{form}-content-{name}", bases, form)
        draft = plain_draft(case, form)
        inputs = _inputs(draft)
        right = _Hkdf(inputs.hash, inputs.salt, draft.data_key.reveal(), inputs.content_key_info, draft.header.suite.key_length)
        info = "KDF-HKDF-008" if draft.header.suite.commitment else "KDF-HKDF-007"
        comment = f"the content key of suite {form} is derived {how}"
        yield _wrong_content_key(case, form, draft, change(right, draft).output(), comment, requirements or info)


def _wrong_content_key(case: Case, form: str, draft: Draft, key: bytes, comment: str, requirements: str) -> Derived:
    data = replace(draft, content_key=Secret(key)).seal()
    ids = f"CLI-DEC-023 {requirements}"
    return case.refused(data, "header_tag", "header-tag-invalid", comment, ids, flags="key-derivation", twin=twin(form))


def _commit_keys(bases: Bases, form: str) -> Iterator[Derived]:
    for name, (change, how, requirements) in _COMMIT.items():
        case = plain_case(f"kdf-{form}-commit-{name}", bases, form)
        draft = plain_draft(case, form)
        inputs = _inputs(draft)
        assert inputs.commit_key_info is not None
        length = draft.header.suite.suite_data_length
        right = _Hkdf(inputs.hash, inputs.salt, draft.data_key.reveal(), inputs.commit_key_info, length)
        wrong = change(right, draft).output().ljust(length, b"\0")
        comment = f"the commit key of suite {form} is derived {how}"
        data = draft.with_header(suite_data=wrong).seal()
        ids = f"KDF-COM-008 {requirements}"
        yield case.refused(data, "commitment", "commitment-mismatch", comment, ids, twin=twin(form))


def _other_suites(bases: Bases) -> Iterator[Derived]:
    """Content keys that another suite, or none, would have."""
    for form in _IDENTITY:
        case = plain_case(f"kdf-{form}-derived", bases, form)
        draft = plain_draft(case, form)
        info = _id(draft) + draft.header.message_id
        key = _Hkdf("sha256", bytes(32), draft.data_key.reveal(), info, draft.header.suite.key_length).output()
        comment = f"the content key of suite {form}, which derives nothing, is derived as its sibling's with HKDF"
        yield _wrong_content_key(case, form, draft, key, comment, "ALG-SUI-006 ALG-SUI-015 KDF-IDN-001")
    for form, ids in (
        ("0114", "ALG-SUI-007"),
        ("0146", "ALG-SUI-007"),
        ("0178", "ALG-SUI-007"),
        ("0214", "ALG-SUI-008"),
        ("0346", "ALG-SUI-009"),
        ("0378", "ALG-SUI-009"),
        ("0478", "ALG-SUI-010"),
        ("0578", "ALG-SUI-010"),
    ):
        case = plain_case(f"kdf-{form}-identity", bases, form)
        draft = plain_draft(case, form)
        comment = f"the content key of suite {form}, which derives it, is the data key itself"
        yield _wrong_content_key(case, form, draft, draft.data_key.reveal(), comment, f"{ids} KDF-HKDF-001")
    for form in ("0178", "0346", "0378", "0478", "0578"):
        case = plain_case(f"kdf-{form}-short-cipher-key", bases, form)
        draft = plain_draft(case, form)
        derived = derive_keys(draft.header.suite, draft.data_key.reveal(), draft.header.message_id).content_key.reveal()
        comment = f"the content key of suite {form} is cut to 16 bytes and used with AES-128"
        yield _wrong_content_key(case, form, draft, derived[:16], comment, "ALG-SUI-012 KDF-HKDF-009")
