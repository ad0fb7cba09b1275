"""Where implementations are known to have gone wrong: valid messages that a faulty reader refuses, and invalid ones that it takes.

The facts are those of the decisions (``DEC-G…``) and of published defects; the vectors of other modules are not repeated. Everything is
sealed: a message has the one fault that its comment names. Where a valid message needs bytes of some form (a tag that begins with a zero),
message ids or signing keys are tried in a fixed order until one gives it.
"""

from __future__ import annotations

import gzip
import itertools
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from esdkit.crypto.signing import decode_public_key, encode_public_key, parse_der_signature
from esdkit.forge import Draft, curve_order, seeded_signing_key
from esdkit.forge.mutate import spans
from esdkit.grammar.context import CONTEXT_PAIRS
from esdkit.grammar.trace import build
from esdkit.message import EncryptedDataKey
from esdkit.message.aad import serialize_encryption_context
from esdkit.spec import CONSTANTS
from vectors.generators import matrix
from vectors.generators.derive import Bases, Case, Derived, wrapped_under
from vectors.generators.plain import CONTEXT, PLAIN_LENGTH, SUITE_BASES, plain_case, plain_draft, twin, with_pairs

__all__ = ["pitfalls"]

Pairs = tuple[tuple[bytes, bytes], ...]

_DATA_KEYS, _CONTEXT = "header.encrypted_data_keys", "header.encryption_context"


def pitfalls(bases: Bases) -> Iterator[Derived]:
    """The vectors, first the valid ones of each topic."""
    for group in (_not_messages, _suites, _whole, _zeros, _contexts, _context_aad, _required, _data_keys, _provider_ids):
        yield from group(bases)
    for group in (_public_keys, _signatures, _half_signed, _policies, _bodies, _released, _reproduced):
        yield from group(bases)


def _accept(case: Case, draft: Draft, comment: str, requirements: str, **members: Any) -> Derived:
    return case.accepted(draft.seal(), comment, requirements, length=len(draft.plaintext), **members)


def _case(bases: Bases, form: str, name: str) -> Case:
    return plain_case(f"pitfall-{name}-{form}", bases, form)


# --- what is not a message ---


def _not_messages(bases: Bases) -> Iterator[Derived]:
    whole = plain_draft(plain_case(twin("0478"), bases, "0478"), "0478").seal()
    rows: tuple[tuple[str, bytes, str], ...] = (
        ("text", b"The message is in the attachment.\n", "a line of text"),
        ("json", b'{"ciphertext": null}\n', "a JSON document"),
        ("pem", b"-----BEGIN MESSAGE-----\n", "the first line of a PEM file"),
        ("gzip", gzip.compress(whole, mtime=0), "a valid message, compressed with gzip"),
        ("hex", whole[:40].hex().encode(), "the beginning of a message as hexadecimal digits"),
        ("zip", b"PK\x03\x04" + bytes(26), "the beginning of a zip file"),
        ("zeros", bytes(64), "64 zero bytes"),
        ("ones", b"\xff" * 64, "64 bytes FF"),
        ("line-first", b"\n" + whole, "a line feed precedes the message"),
        ("bom", b"\xef\xbb\xbf" + whole, "a byte order mark precedes the message"),
    )
    for name, data, comment in rows:
        case = _case(bases, "0478", f"input-{name}")
        ids = "CLI-DEC-001 CLI-DEC-035 FMT-HDR-004"
        yield case.refused(data, "parse", "unsupported-version", comment, ids, flags="not-a-message", twin=twin("0478"))


def _suites(bases: Bases) -> Iterator[Derived]:
    for form, suite in (("0178", 0x0013), ("0178", 0x0179), ("0378", 0x0379), ("0478", 0x0477), ("0578", 0x0678), ("0478", 0x8478)):
        case = _case(bases, form, f"suite-{suite:04x}")
        data = plain_draft(case, form).seal(override={"header.algorithm_suite_id": suite})
        comment = f"suite {suite:04X} does not exist; its id is near that of one that does (DEC-G33)"
        yield case.refused(data, "parse", "unknown-suite", comment, "ALG-SUI-001 FMT-HDR-006", twin=twin(form))


# --- whole messages, whose last byte is the last ---


def _whole(bases: Bases) -> Iterator[Derived]:
    for form in ("0014", "0114", "0214", "0346", "0478", "0578"):
        case = _case(bases, form, "shortest")
        draft = with_pairs(case, plain_draft(case, form, length=0))
        comment = f"the shortest message of suite {form} with its key: no context of the caller's, no plaintext (DEC-G18, DEC-G27)"
        ids = "CLI-DEC-010 CLI-DEC-013 CLI-DEC-030 FMT-HDR-022 FMT-FRM-015 FMT-FRM-025"
        yield _accept(case, draft, comment, ids + (" FMT-FTR-007" if case.base.suite.signed else " FMT-FRM-008"))


def _rekeyed(case: Case, draft: Draft) -> Iterator[Draft]:
    """The draft under one message id after the other."""
    for number in itertools.count():
        message_id = case.seeded(len(draft.header.message_id), f"message id {number}")
        yield draft.rekeyed(draft.data_key.reveal(), message_id, draft.header.encrypted_data_keys)


def _value(data: bytes, path: str) -> bytes:
    value = spans(data)[path].value
    assert isinstance(value, bytes)
    return value


def _zeros(bases: Bases) -> Iterator[Derived]:
    """Fields that begin or end with a zero byte: no text functions, no numbers."""
    rows: tuple[tuple[str, str, str, int, str, str], ...] = (
        ("0178", "header-tag-first", "header_auth.tag", 0, "the header tag begins", "CLI-DEC-025 FMT-HAU-004"),
        ("0478", "header-tag-last", "header_auth.tag", -1, "the header tag ends", "CLI-DEC-025 FMT-HAU-004"),
        ("0178", "frame-tag-first", "body.frame[0].tag", 0, "a frame's tag begins", "CLI-DEC-028 FMT-FRM-018"),
        ("0478", "message-last", "body.final_frame.tag", -1, "the message ends", "CLI-DEC-031 FMT-FRM-008 FMT-FTR-004"),
        ("0114", "message-last", "body.final_frame.tag", -1, "the message ends", "CLI-DEC-031 FMT-FRM-008 FMT-FTR-004"),
        ("0478", "ciphertext-first", "body.final_frame.ciphertext", 0, "the final frame's content begins", "CLI-DEC-012 FMT-FRM-011"),
        ("0478", "commit-key-first", "header.suite_data", 0, "the commit key begins", "KDF-COM-008 KDF-COM-005"),
        ("0478", "commit-key-last", "header.suite_data", -1, "the commit key ends", "KDF-COM-008 KDF-COM-005"),
        ("0178-block", "message-last", "body.tag", -1, "the message ends", "CLI-DEC-031 FMT-NFR-005 FMT-FTR-004"),
    )
    for form, name, path, at, what, ids in rows:
        case = _case(bases, form, f"zero-{name}")
        draft = next(one for one in _rekeyed(case, plain_draft(case, form)) if _value(one.seal(), path)[at] == 0)
        yield _accept(case, draft, f"{what} with a zero byte", ids)
    for form in ("0214", "0578"):
        case = _case(bases, form, "zero-message-last")
        draft = next(one for one in _rekeyed(case, plain_draft(case, form)) if one.seal()[-1] == 0)
        yield _accept(case, draft, "the signature, and with it the message, ends with a zero byte", "CLI-DEC-031 FMT-FTR-006 FMT-FTR-002")
    for form, name, edges in (("0178", "first", (4, 0)), ("0478", "last", (0, 4))):
        case = _case(bases, form, f"zero-data-key-{name}")
        draft = plain_draft(case, form)
        first, last = edges
        whole = draft.data_key.reveal()
        data_key = bytes(first) + whole[first : len(whole) - last] + bytes(last)
        draft = case.wrapped(draft.rekeyed(data_key, draft.header.message_id, draft.header.encrypted_data_keys))
        comment = f"the data key {'begins' if first else 'ends'} with four zero bytes"
        yield _accept(case, draft, comment, "KDF-HKDF-002 KDF-HKDF-003")


# --- contexts ---

_KEY, _VALUE = b"key", b"value"
_WIDE, _GOTHIC = "\uff5e".encode(), "\U00010348".encode()


def _contexts(bases: Bases) -> Iterator[Derived]:
    unique, text = "FMT-AAD-008 FMT-AAD-010", "FMT-AAD-010"
    rows: tuple[tuple[str, Pairs, str, str], ...] = (
        ("case", ((b"Key", b"1"), (b"key", b"1")), "two keys that differ in case alone (DEC-G06, DEC-G08)", unique),
        ("prefix", ((b"key", b"1"), (b"key0", b"1")), "two keys, one of which begins with the other (DEC-G08)", unique),
        ("null", ((b"key", b"1"), (b"key\0", b"1")), "two keys that differ in a zero byte at the end (DEC-G08)", unique),
        ("space", ((b"key", b"1"), (b"key ", b"1")), "two keys that differ in a space at the end (DEC-G08)", unique),
        (
            "composed",
            (("e\u0301".encode(), b"1"), ("\u00e9".encode(), b"1")),
            "two keys that are one after normalization (DEC-G08)",
            unique,
        ),
        ("bom", (("\ufeffkey".encode(), b"1"), (_KEY, b"1")), "a key that begins with a byte order mark, beside the same without", unique),
        ("noncharacter", ((_KEY, "\uffff\U0010ffff".encode()),), "a value of the code points U+FFFF and U+10FFFF (DEC-G75)", text),
        (
            "replacement",
            (("\ufffd".encode(), _VALUE),),
            "a key of the code point U+FFFD, which is not the sign of an error (DEC-G75)",
            text,
        ),
        ("control", ((_KEY, bytes(range(32))),), "a value of all control characters (DEC-G75)", text),
        ("line-ends", ((_KEY, "\r\n\u0085\u2028".encode()),), "a value of all ends of lines (DEC-G75)", text),
        ("escape", ((_KEY, b"\\ud800\\u0000%00&amp;"),), "a value that looks like escapes (DEC-G75)", text),
        ("prototype", ((b"__proto__", b"x"), (b"constructor", b"y")), "the keys __proto__ and constructor", "FMT-AAD-006"),
        ("astral", ((_WIDE, b"1"), (_GOTHIC, b"2")), "a key beyond U+FFFF comes after one before it (DEC-G05)", "FMT-AAD-012 FMT-AAD-009"),
        ("upper-first", ((b"B", b"1"), (b"a", b"2")), "the key B comes before a (DEC-G06)", "FMT-AAD-012 FMT-AAD-009"),
        ("length", ((b"aa", b"1"), (b"b", b"2")), "the key aa comes before b", "FMT-AAD-012 FMT-AAD-009"),
        ("signed", ((b"z", b"1"), ("\u00fc".encode(), b"2")), "a key that begins with the byte C3 comes after z (DEC-G05)", "FMT-AAD-012"),
        ("punctuation", ((b"a-c", b"1"), (b"ab", b"2")), "the key a-c comes before ab (DEC-G05)", "FMT-AAD-012 FMT-AAD-009"),
        ("numeric", ((b"10", b"1"), (b"9", b"2")), "the key 10 comes before 9 (DEC-G05)", "FMT-AAD-012 FMT-AAD-009"),
        ("text", _TEXT, "letters beyond ASCII and beyond U+FFFF, a zero byte, and a blank at the end (DEC-G75)", text),
    )
    for number, (name, pairs, comment, ids) in enumerate(rows):
        form = ("0178", "0478", "0378", "0578")[number % 4] if name not in (*_ORDERS, "text") else "0478"
        case = Case(f"pitfall-context-{name}", bases[SUITE_BASES[form]])
        yield _accept(case, with_pairs(case, plain_draft(case, form), *pairs), comment, f"{ids} CLI-DEC-018")


_TEXT: Pairs = (("gr\u00fcn".encode(), "\U00010348\0 ".encode()),)

_ORDERS: Mapping[str, tuple[Pairs, str, str]] = {
    "astral": (((_WIDE, b"1"), (_GOTHIC, b"2")), "UTF-16 units", "DEC-G05"),
    "upper-first": (((b"B", b"1"), (b"a", b"2")), "letters, upper and lower case alike", "DEC-G06"),
    "length": (((b"aa", b"1"), (b"b", b"2")), "length", "DEC-G05"),
    "signed": (((b"z", b"1"), ("\u00fc".encode(), b"2")), "signed bytes", "DEC-G05"),
    "punctuation": (((b"a-c", b"1"), (b"ab", b"2")), "a locale, which passes over signs", "DEC-G05"),
    "numeric": (((b"10", b"1"), (b"9", b"2")), "numbers", "DEC-G05"),
}
"""Pairs in the right order, which the named order would reverse."""


def _context_aad(bases: Bases) -> Iterator[Derived]:
    """Data keys that are bound to another serialization of the context than the canonical one."""
    for name, (pairs, order, decision) in _ORDERS.items():
        case = Case(f"pitfall-context-{name}-bound", bases[SUITE_BASES["0478"]])
        draft = with_pairs(case, plain_draft(case, "0478"), *pairs)
        data = wrapped_under(case, draft, build(CONTEXT_PAIRS, list(reversed(pairs)))).seal()
        comment = f"the data key is bound to the context in the order of {order} ({decision})"
        ids = "FMT-AAD-009 FMT-AAD-012 KEY-AES-015"
        yield case.refused(data, "unwrap", "unwrap-failed", comment, ids, twin=f"pitfall-context-{name}")
    yield from _context_text(bases)
    right = build(CONTEXT_PAIRS, list(CONTEXT))
    for name, aad, comment in (
        ("length", len(right).to_bytes(2, "big") + right, "the context with its length before it"),
        ("uncounted", right[2:], "the context without its count"),
        ("nothing", b"", "an empty context, the header holds one of two pairs (DEC-G45)"),
        ("little-endian", right[:2][::-1] + right[2:], "the context with its count in little-endian order"),
        ("reversed", build(CONTEXT_PAIRS, list(reversed(CONTEXT))), "the context in falling order (DEC-G07)"),
        ("json", b'{"purpose":"test","user":"7"}', "the context as JSON"),
    ):
        for form in ("0178", "0478"):
            case = _case(bases, form, f"bound-{name}")
            data = wrapped_under(case, plain_draft(case, form), aad).seal()
            ids = "FMT-AAD-012 KEY-AES-015 CLI-DEC-018"
            yield case.refused(data, "unwrap", "unwrap-failed", f"the data key is bound to {comment}", ids, twin=twin(form))
    for form in ("0178", "0478"):
        valid = _case(bases, form, "context-none")
        yield _accept(valid, with_pairs(valid, plain_draft(valid, form)), "no context at all", "FMT-AAD-002 FMT-AAD-003 FMT-AAD-011")
        for name, aad, said in (("length", bytes(2), "a length of 0"), ("count", bytes(4), "a length and a count of 0")):
            case = _case(bases, form, f"bound-none-{name}")
            data = wrapped_under(case, with_pairs(case, plain_draft(case, form)), aad).seal()
            comment = f"the context is empty, the data key is bound to {said} (DEC-G04)"
            yield case.refused(data, "unwrap", "unwrap-failed", comment, "FMT-AAD-011 KEY-AES-015", twin=valid.name)


def _context_text(bases: Bases) -> Iterator[Derived]:
    """Data keys that are bound to another encoding or form of the same text."""

    def modified(text: str) -> bytes:
        """UTF-8 as Java's ``writeUTF`` has it."""
        units = text.encode("utf-16-be")
        parts = [units[at : at + 2].decode("utf-16-be", "surrogatepass") for at in range(0, len(units), 2)]
        return b"".join(part.encode("utf-8", "surrogatepass") for part in parts).replace(b"\0", b"\xc0\x80")

    forms: tuple[tuple[str, Callable[[str], bytes], str], ...] = (
        ("latin-1", lambda text: text.encode("latin-1", "replace"), "in Latin-1, with question marks (DEC-G75)"),
        ("utf-16", lambda text: text.encode("utf-16-be"), "in UTF-16 (DEC-G75)"),
        ("modified", modified, "in modified UTF-8: surrogates, and C0 80 for zero (DEC-G75)"),
        ("decomposed", lambda text: unicodedata.normalize("NFD", text).encode(), "after normalization (DEC-G08)"),
        ("stripped", lambda text: text.strip().encode(), "without blanks at its ends (DEC-G75)"),
        ("terminated", lambda text: text.partition("\0")[0].encode(), "up to its first zero byte (DEC-G75)"),
        ("upper", lambda text: text.upper().encode(), "in upper case (DEC-G08)"),
    )
    for name, form, comment in forms:
        case = Case(f"pitfall-context-text-{name}", bases[SUITE_BASES["0478"]])
        other = [(form(key.decode()), form(value.decode())) for key, value in _TEXT]
        data = wrapped_under(case, with_pairs(case, plain_draft(case, "0478"), *_TEXT), build(CONTEXT_PAIRS, other)).seal()
        ids = "FMT-AAD-010 FMT-AAD-012 KEY-AES-015"
        yield case.refused(
            data, "unwrap", "unwrap-failed", f"the data key is bound to the text {comment}", ids, twin="pitfall-context-text"
        )


def _required(bases: Bases) -> Iterator[Derived]:
    """A pair that is authenticated and not stored: how the header tag covers it."""
    base = bases["required"]
    given, key = base.reproduced, base.key["underlying"]
    right = serialize_encryption_context(given)

    def draft_of(case: Case, appended: bytes) -> Draft:
        draft = case.draft(length=PLAIN_LENGTH)
        wrapped = case.wrap({**draft.header.encryption_context, **given}, draft.data_key)
        return replace(draft.with_header(encrypted_data_keys=(wrapped,)), appended=appended)

    valid = Case("pitfall-required", base, key)
    comment = "a required pair that is authenticated and not stored, as .NET 4.0.0 also wrote it with this suite (DEC-G02)"
    ids = "FMT-HAU-007 CMM-IFC-007 CMM-REQ-001 CMM-REQ-002 CMM-REQ-005 KDF-NET-002 CLI-DEC-021"
    yield _accept(valid, draft_of(valid, right), comment, ids, key=base.key, encryption_context=given)
    for name, appended, comment in (
        ("nothing", b"", "not at all"),
        ("length", len(right).to_bytes(2, "big") + right, "with its length before it"),
        ("uncounted", right[2:], "without a count"),
        ("value", right[:-1] + bytes([right[-1] ^ 1]), "with a value that differs in one bit"),
        ("twice", right + right, "twice"),
        ("zeros", right + bytes(2), "with two zero bytes after it (DEC-G01)"),
        ("stored", serialize_encryption_context({**base.context, **given}), "together with the stored pairs"),
    ):
        case = Case(f"pitfall-required-{name}", base, key)
        comment = f"a required pair that is not stored is authenticated {comment}"
        ids = "FMT-HAU-007 CMM-IFC-003 CLI-DEC-021"
        data = draft_of(case, appended).seal()
        members: dict[str, Any] = {"key": base.key, "encryption_context": given}
        yield case.refused(data, "header_tag", "header-tag-invalid", comment, ids, twin=valid.name, **members)
    for name, context, comment in (
        ("empty", {}, "the reader gives no context"),
        ("stored-alone", dict(base.context), "the reader gives the stored pairs and not the required one"),
    ):
        case = Case(f"pitfall-required-{name}", base, key)
        data = case.draft(length=PLAIN_LENGTH).seal()
        ids = "CMM-REQ-001 CMM-REQ-002 CMM-REQ-003 CMM-REQ-005 CMM-IFC-007 CLI-DEC-004"
        members = {"key": base.key, "encryption_context": context}
        yield case.refused(data, "context", "required-context-missing", comment, ids, twin=valid.name, **members)
    case = Case("pitfall-required-superset-value", base, key)
    context = {**given, **{name: value + "!" for name, value in base.context.items()}}
    comment = "beside the required pair the reader gives stored ones, with other values (DEC-G49)"
    members = {"key": base.key, "encryption_context": context}
    ids = "CMM-REQ-004 CMM-REQ-008 CMM-IFC-004"
    yield case.refused(draft_of(case, right).seal(), "context", "encryption-context-mismatch", comment, ids, twin=valid.name, **members)
    everything = Case("pitfall-required-everything", bases["v2"])
    pairs = {key.decode(): value.decode() for key, value in CONTEXT}
    draft = everything.draft(length=PLAIN_LENGTH).with_header(context_pairs=None)
    draft = draft.with_header(encrypted_data_keys=(everything.wrap(pairs, draft.data_key),))
    draft = replace(draft, appended=serialize_encryption_context(pairs))
    comment = "all pairs are authenticated and none is stored: the stored context is empty (DEC-G52)"
    yield _accept(everything, draft, comment, "FMT-HAU-007 FMT-AAD-002", encryption_context=pairs)


# --- data keys ---

_KMS_ID, _KMS_ARN = b"aws-kms", b"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"


def _data_keys(bases: Bases) -> Iterator[Derived]:
    def listed(draft: Draft, *others: EncryptedDataKey) -> Draft:
        return draft.with_header(encrypted_data_keys=(*others, *draft.header.encrypted_data_keys))

    for form, name, other, comment in (
        (
            "0178",
            "arn-name",
            EncryptedDataKey(_KMS_ID, b"not an ARN", b"x" * 184),
            "another data key of AWS KMS, whose information is not an ARN",
        ),
        (
            "0478",
            "no-region",
            EncryptedDataKey(_KMS_ID, _KMS_ARN.replace(b"eu-west-1", b""), b"x"),
            "another data key of AWS KMS, whose ARN has no region",
        ),
        ("0378", "upper-id", EncryptedDataKey(_KMS_ID.upper(), _KMS_ARN, b"x"), "another data key, whose provider id is AWS-KMS"),
        ("0178", "257", EncryptedDataKey(b"p" * 257, b"", b""), "another data key, whose provider id has 257 bytes"),
        (
            "0114",
            "opaque",
            EncryptedDataKey(b"other", bytes(range(256)), b"\xff"),
            "another data key, whose information has every byte once",
        ),
    ):
        case = _case(bases, form, f"data-key-{name}")
        ids = "FMT-EDK-005 FMT-EDK-010 KEY-IFC-018 CMM-IFC-009 CLI-DEC-020"
        yield _accept(case, listed(plain_draft(case, form), other), f"{comment}, comes first (DEC-G39)", ids)
    for name, path in (
        ("context", f"{_CONTEXT}.length"),
        ("value", f"{_CONTEXT}[1].value.length"),
        ("provider-id", f"{_DATA_KEYS}[0].provider_id.length"),
        ("provider-info", f"{_DATA_KEYS}[0].provider_info.length"),
        ("data-key", f"{_DATA_KEYS}[0].ciphertext.length"),
        ("count", f"{_DATA_KEYS}.count"),
    ):
        for form in ("0214", "0478"):
            case = _case(bases, form, f"32768-{name}")
            data = plain_draft(case, form).seal(override={path: 0x8000})
            what = "data keys are announced" if name == "count" else f"bytes are announced: {name.replace('-', ' ')}"
            code, ids = ("aad-length-mismatch", "FMT-AAD-007") if _CONTEXT in path else ("truncated", "FMT-EDK-010")
            yield case.refused(
                data, "parse", code, f"32768 {what} (DEC-G36)", f"{ids} CLI-DEC-035", twin=twin(form), flags="exhaustion length"
            )
    for form in ("0214", "0578"):
        case = _case(bases, form, "data-key-limit")
        draft = listed(plain_draft(case, form), EncryptedDataKey(b"other", b"", b""))
        comment = "two data keys, as many as the reader takes (DEC-G37)"
        yield _accept(case, draft, comment, "CLI-CFG-004 CLI-DEC-014", max_encrypted_data_keys=2)
    case = _case(bases, "0478", "data-key-dropped")
    draft = plain_draft(case, "0478")
    (good,) = draft.header.encrypted_data_keys
    twice = draft.with_header(encrypted_data_keys=(good, good)).seal()
    at, end = spans(twice)[f"{_DATA_KEYS}[1].provider_id.length"].start, spans(twice)["header.content_type"].start
    count = spans(twice)[f"{_DATA_KEYS}.count"].end
    once = twice[: count - 1] + b"\1" + twice[count:at] + twice[end:]
    comment = "one of two equal data keys was dropped after the header was authenticated (DEC-G38)"
    ids = "FMT-EDK-009 FMT-HAU-006"
    yield case.refused(once, "header_tag", "header-tag-invalid", comment, ids, twin=twin("0478"))


def _provider_ids(bases: Bases) -> Iterator[Derived]:
    """A namespace outside ASCII, and how a reader or writer counts it."""
    base = bases["v2"]
    key = {**base.key, "provider-id": "ключи"}
    valid = Case("pitfall-provider-id", base, key)
    comment = "the reader's namespace has five characters and ten bytes (DEC-G42)"
    yield _accept(valid, valid.draft(length=PLAIN_LENGTH), comment, "FMT-EDK-006 KEY-AES-012")
    rows: tuple[tuple[str, Callable[[bytes], bytes], str, str], ...] = (
        ("characters", lambda name: name[:5], "provider-id-bad-utf8", "is cut to as many bytes as it has characters, inside one"),
        ("boundary", lambda name: name[:6], "unwrap-failed", "is cut to its first three characters"),
        ("padded", lambda name: name + bytes(2), "unwrap-failed", "ends with two zero bytes"),
        ("utf-16", lambda name: name.decode().encode("utf-16-be"), "unwrap-failed", "is in UTF-16"),
        ("koi8", lambda name: name.decode().encode("koi8-r"), "provider-id-bad-utf8", "is in KOI8-R"),
    )
    for name, change, code, said in rows:
        case = Case(f"pitfall-provider-id-{name}", base, key)
        draft = case.draft(length=PLAIN_LENGTH)
        (good,) = draft.header.encrypted_data_keys
        data = draft.with_header(encrypted_data_keys=(replace(good, provider_id=change(good.provider_id)),)).seal()
        stage = "unwrap" if code == "unwrap-failed" else "parse"
        ids = "FMT-EDK-006 KEY-AES-012" if stage == "unwrap" else "FMT-EDK-006 FMT-EDK-004"
        yield case.refused(data, stage, code, f"the namespace outside ASCII {said} (DEC-G42)", ids, twin=valid.name)


# --- signatures ---


def _point(draft: Draft) -> tuple[int, int]:
    scheme = draft.header.suite.signature
    assert scheme is not None
    numbers = decode_public_key(draft.header.encryption_context[CONSTANTS.public_key_name], scheme).public_numbers()
    return numbers.x, numbers.y


def _public_keys(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, Callable[[Draft], bool], str, str], ...] = (
        ("even", lambda draft: _point(draft)[1] % 2 == 0, "whose y is even: its first byte is 02", "SIG-KEY-002 SIG-KEY-003"),
        ("odd", lambda draft: _point(draft)[1] % 2 == 1, "whose y is odd: its first byte is 03", "SIG-KEY-002 SIG-KEY-003"),
        ("short-x", lambda draft: _point(draft)[0] >> (8 * _length(draft) - 8) == 0, "whose x begins with a zero byte", "SIG-KEY-003"),
        ("signs", lambda draft: {"+", "/"} <= set(_key_text(draft)), "whose text has both + and / (DEC-G11)", "SIG-KEY-005 SIG-KEY-006"),
    )
    for name, fits, comment, ids in rows:
        for form in ("0214", "0378"):
            case = _case(bases, form, f"public-key-{name}")
            drafts = (with_pairs(case, draft.recut(draft.plaintext[:PLAIN_LENGTH], 8), *CONTEXT) for draft in case.drafts())
            draft = next(draft for draft in drafts if fits(draft))
            yield _accept(case, draft, f"a public key {comment}", f"{ids} CMM-DEF-002 CMM-DEF-003 CMM-IFC-012")


def _length(draft: Draft) -> int:
    scheme = draft.header.suite.signature
    assert scheme is not None
    return scheme.coordinate_length


def _key_text(draft: Draft) -> str:
    return draft.header.encryption_context[CONSTANTS.public_key_name]


def _signatures(bases: Bases) -> Iterator[Derived]:
    """DER of every sign and half of the order."""

    def numbers(draft: Draft) -> tuple[int, int]:
        scheme = draft.header.suite.signature
        assert scheme is not None
        return parse_der_signature(_value(draft.seal(), "footer.signature"), scheme)

    def high(number: int, draft: Draft) -> bool:
        return number >> (8 * _length(draft) - 1) == 1

    def above_half(draft: Draft) -> bool:
        scheme = draft.header.suite.signature
        assert scheme is not None
        return numbers(draft)[1] > curve_order(scheme) // 2

    rows: tuple[tuple[str, Callable[[Draft], bool], str, str], ...] = (
        (
            "r-high",
            lambda d: high(numbers(d)[0], d) and not high(numbers(d)[1], d),
            "r needs a zero byte before it, s does not",
            "SIG-VER-008",
        ),
        (
            "s-high",
            lambda d: high(numbers(d)[1], d) and not high(numbers(d)[0], d),
            "s needs a zero byte before it, r does not",
            "SIG-VER-008",
        ),
        ("both-high", lambda d: high(numbers(d)[0], d) and high(numbers(d)[1], d), "r and s need a zero byte before them", "SIG-VER-008"),
        ("low-s", lambda d: not above_half(d), "s is below half of the order (DEC-G17)", "SIG-VER-003 SIG-VER-006"),
        ("high-s", above_half, "s is above half of the order (DEC-G17)", "SIG-VER-003 SIG-VER-006 SIG-VER-010"),
    )
    for name, fits, comment, ids in rows:
        for form in ("0214", "0578"):
            case = _case(bases, form, f"signature-{name}")
            draft = next(one for one in _rekeyed(case, plain_draft(case, form)) if fits(one))
            yield _accept(case, draft, comment, f"{ids} CLI-DEC-029")


def _half_signed(bases: Bases) -> Iterator[Derived]:
    """Context keys that are nearly that of the public key."""
    for form, name in (("0178", "aws-crypto-public-key2"), ("0478", "AWS-CRYPTO-PUBLIC-KEY"), ("0078", "aws-crypto-public-ke")):
        case = _case(bases, form, f"near-public-key-{len(name)}")
        draft = with_pairs(case, plain_draft(case, form), *CONTEXT, (name.encode(), b"x"))
        comment = f"a message that is not signed stores the key {name}, which is not that of a public key (DEC-G09, DEC-G56)"
        yield _accept(case, draft, comment, "CMM-DEF-004 CMM-IFC-013 FMT-AAD-020 ALG-SUI-017")
    for form in ("0214", "0378", "0578"):
        case = _case(bases, form, "renamed-public-key")
        draft = plain_draft(case, form)
        pairs = (*CONTEXT, (b"aws-crypto-public_key", b"x"))
        data = case.wrapped(draft.with_header(context_pairs=tuple(sorted(pairs)))).seal()
        comment = "a signed message stores the key aws-crypto-public_key, which is not that of a public key (DEC-G09)"
        ids = "CMM-DEF-003 CMM-IFC-012 SIG-VER-005"
        flags = "public-key"
        yield case.refused(data, "signature", "public-key-missing", comment, ids, twin=twin(form), flags=flags)
    for form in ("0014", "0114", "0146", "0478"):
        case = _case(bases, form, "empty-public-key")
        draft = with_pairs(case, plain_draft(case, form), *CONTEXT, (CONSTANTS.public_key_name.encode(), b""))
        comment = "a message that is not signed stores a public key without a value (DEC-G09)"
        ids = "CMM-DEF-004 CMM-IFC-013 CLI-DEC-004"
        yield case.refused(draft.seal(), "signature", "public-key-unexpected", comment, ids, twin=twin(form))


# --- policies ---


def _policies(bases: Bases) -> Iterator[Derived]:
    for form, policy in (
        ("0014", matrix.FORBID),
        ("0478", matrix.FORBID),
        ("0578", matrix.FORBID),
        ("0078", matrix.ANY),
        ("0378", matrix.ANY),
        ("0478", matrix.ANY),
        ("0478", matrix.REQUIRE),
        ("0578", matrix.REQUIRE),
    ):
        case = _case(bases, form, f"policy-{policy.lower().replace('_', '-')}")
        own = {matrix.FORBID: "ALG-POL-002", matrix.ANY: "ALG-POL-005", matrix.REQUIRE: "ALG-POL-008"}[policy]
        comment = f"{policy} reads suite {form} (DEC-G54)"
        ids = f"ALG-POL-001 {own} CLI-DEC-016 CMM-DEF-005 CLI-DEC-019"
        yield _accept(case, plain_draft(case, form), comment, ids, commitment_policy=policy)


# --- bodies ---


def _bodies(bases: Bases) -> Iterator[Derived]:
    for form, frame_length in (("0214", 7), ("0478", 100), ("0578", 3), ("0014", 2)):
        case = _case(bases, form, f"frame-length-{frame_length}")
        draft = plain_draft(case, form, frame_length=frame_length)
        comment = f"a frame length of {frame_length}, which is not a multiple of 16 (DEC-G61)"
        signed = " CLI-STR-003 SIG-VER-007" if case.base.suite.signed else ""
        yield _accept(case, draft, comment, f"FMT-HDR-016 FMT-FRM-009 CLI-STR-002 CLI-STR-013{signed}")
    for form in ("0214", "0478"):
        case = _case(bases, form, "frame-of-one-empty")
        draft = plain_draft(case, form, length=0, frame_length=1)
        yield _accept(case, draft, "an empty final frame alone, the frame length is 1 (DEC-G18, DEC-G21)", "FMT-FRM-015 FMT-FRM-010")
        case = _case(bases, form, "three-and-empty")
        draft = plain_draft(case, form, length=12, frame_length=4)
        yield _accept(case, draft, "three full frames and an empty final one (DEC-G19, DEC-G21)", "FMT-FRM-014 FMT-FRM-022")
    for form in ("0114", "0346"):
        case = Case(f"pitfall-block-{form}", bases[SUITE_BASES[form]])
        draft = with_pairs(case, case.draft(length=PLAIN_LENGTH, frame_length=None), *CONTEXT)
        yield _accept(case, draft, f"a block of suite {form}", "FMT-NFR-001 FMT-NFR-004 FMT-NFR-009")


def _released(bases: Bases) -> Iterator[Derived]:
    """What a streaming reader may have released when a later check fails; ``released`` says how much."""
    whole = "CLI-STR-001 CLI-STR-002 CLI-STR-003 CLI-STR-004 CLI-STR-013 CLI-DEC-010 CLI-DEC-011 SIG-VER-006 SIG-VER-007 CMM-DEF-002"
    for form, length, comment in (
        ("0214", 20, "two full frames are released, the final one is not"),
        ("0346", 20, "two full frames are released, the final one is not"),
        ("0578", 20, "two full frames are released, the final one is not"),
        ("0378", 5, "the only frame is final, nothing is released"),
        ("0578", 16, "two full frames are released, the final one is empty"),
        ("0378-block", PLAIN_LENGTH, "a block, nothing is released"),
    ):
        case = _case(bases, form, f"released-{length}")
        scheme = case.base.suite.signature
        assert scheme is not None
        signed = replace(
            plain_draft(case, form, length=length), signing_key=seeded_signing_key(scheme, case.seeded(32, "other signing key"))
        )
        comment = f"the signature is another key's: {comment} (DEC-G57)"
        flags = "signature early-release"
        yield case.refused(signed.seal(), "signature", "signature-invalid", comment, whole, twin=twin(form), flags=flags)
    for form in ("0014", "0178", "0378", "0478", "0578"):
        for at, said in ((0, "first"), (1, "second"), (2, "final")):
            case = _case(bases, form, f"released-before-{said}")
            draft = plain_draft(case, form, length=20)
            piece = draft.pieces[at]
            aad = bytes(case.seeded(32, "aad"))
            data = draft.with_pieces(*draft.pieces[:at], replace(piece, aad=aad), *draft.pieces[at + 1 :]).seal()
            comment = (
                f"the {said} of three frames does not verify: {('nothing is', 'the first frame may be', 'two frames may be')[at]} released"
            )
            ids = "CLI-DEC-010 CLI-DEC-011 CLI-DEC-012 CLI-DEC-028 CLI-STR-013"
            yield case.refused(data, "frames", "body-tag-invalid", comment, ids, twin=twin(form), flags="body-tag early-release")


def _reproduced(bases: Bases) -> Iterator[Derived]:
    pairs: Sequence[tuple[str, bytes, bytes]] = (
        ("plain", b"purpose", b"test"),
        ("astral", "\U0001f511".encode(), "\U00010348".encode()),
        ("empty", b"void", b""),
    )
    for name, key, value in pairs:
        for form in ("0178", "0578"):
            case = _case(bases, form, f"reproduced-{name}")
            draft = with_pairs(case, plain_draft(case, form), *sorted({(key, value), (b"user", b"7")}))
            comment = f"the reader expects a pair that is stored: {name} (DEC-G48{', DEC-G75' if name == 'astral' else ''})"
            given = {key.decode(): value.decode()}
            yield _accept(case, draft, comment, "CMM-IFC-003 CMM-IFC-004 CMM-IFC-018 CLI-DEC-003 CLI-DEC-021", encryption_context=given)
    for form in ("0214", "0578"):
        case = _case(bases, form, "reproduced-public-key")
        scheme = case.base.suite.signature
        assert scheme is not None
        draft = plain_draft(case, form)
        name = CONSTANTS.public_key_name
        other = encode_public_key(seeded_signing_key(scheme, case.seeded(32, "other signing key")).public_key())
        stored = tuple(pair for pair in draft.header.context_pairs or () if pair[0] != name.encode())
        bound = sorted((*stored, (name.encode(), other.encode())))
        draft = case.wrapped(draft.with_header(context_pairs=stored), bound)
        data = replace(draft, appended=serialize_encryption_context({name: other})).seal()
        comment = "the public key is not stored, the reader reproduces another one than signed (DEC-REPRODUCED-KEY)"
        ids = "CMM-DEF-014 SIG-VER-005"
        flags = "public-key"
        yield case.refused(
            data, "signature", "signature-invalid", comment, ids, twin=twin(form), flags=flags, encryption_context={name: other}
        )
