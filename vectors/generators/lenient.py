"""Messages that are right for a reader that mends them by itself: it drops line breaks, cuts or fills up a data key, composes letters, puts
a sign for what is not text, or does without what is missing.

Strategy: everything else in a message, tags and signature too, is made for what such a reader makes of it, so that it opens the message;
every other reader refuses.
"""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Callable, Iterator

from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from esdkit.crypto.secret import Secret
from esdkit.forge import Draft
from esdkit.forge.mutate import spans
from esdkit.grammar.context import CONTEXT_PAIRS
from esdkit.grammar.trace import build
from esdkit.message import HeaderAuth
from esdkit.spec import CONSTANTS
from vectors.generators.derive import Bases, Case, Derived, wrapped_under
from vectors.generators.plain import CONTEXT, PLAIN_LENGTH, plain_case, plain_draft, twin, with_pairs

__all__ = ["lenient"]

_LINE_ENDS = {"line-feed": b"\n", "line-break": b"\r\n"}


def lenient(bases: Bases) -> Iterator[Derived]:
    """The vectors, by what a reader mends."""
    for group in (_versions, _no_final_frame, _line_ends, _data_key_lengths, _composed, _composed_required, _no_text, _no_data_keys):
        yield from group(bases)


# --- a suite in the other version's header ---


def _versions(bases: Bases) -> Iterator[Derived]:
    rows: tuple[tuple[str, str, Callable[[Draft], bytes], str], ...] = (
        ("0178", "layout", _own_layout, "in a header whose version is 2, and which is laid out as version 1 without its type"),
        ("0578", "layout", _own_layout, "in a header whose version is 1, and which is laid out as version 2 with a type"),
        ("0378", "commit-key", _with_commit_key, "in a header of version 2, with a commit key"),
        ("0478", "commit-key", _with_commit_key, "in a header of version 1, with its commit key"),
    )
    for form, name, make, comment in rows:
        case = plain_case(f"lenient-version-{form}-{name}", bases, form)
        comment = f"suite {form} {comment} (DEC-G32)"
        ids = "ALG-SUI-004 FMT-HDR-019"
        yield case.refused(make(plain_draft(case, form)), "parse", "suite-version-mismatch", comment, ids, twin=twin(form))


def _own_layout(draft: Draft) -> bytes:
    body = draft.header_body()
    other = b"\x02" + body[2:] if draft.header.version == 1 else bytes([1, CONSTANTS.message_type]) + body[1:]
    return draft.seal(header_body=other)


def _with_commit_key(draft: Draft) -> bytes:
    """The header of the other version, with a message id of its length, and the commit key that data key and message id give."""
    header, version = draft.header, 3 - draft.header.version
    length = CONSTANTS.message_id_lengths[version]
    only_1 = {"type": CONSTANTS.message_type, "reserved": 0, "iv_length": header.suite.iv_length}
    other = draft.with_header(
        version=version,
        message_id=(header.message_id * 2)[:length],
        suite_data=b"",
        auth=HeaderAuth(bytes(header.suite.iv_length) if version == 1 else b"", b""),
        **(only_1 if version == 1 else dict.fromkeys(only_1)),
    )
    commit_key = HKDF(SHA512(), 32, other.header.message_id, b"COMMITKEY").derive(draft.data_key.reveal())
    return other.seal(header_body=other.header_body() + commit_key)


# --- the end ---


def _no_final_frame(bases: Bases) -> Iterator[Derived]:
    for form, frames in (("0214", 1), ("0378", 0), ("0578", 1)):
        case = plain_case(f"lenient-no-final-frame-{form}", bases, form)
        draft = plain_draft(case, form)
        found = spans(draft.seal())
        length = found["body.final_frame.marker"].start - found["body.frame[0].sequence_number"].start
        data = draft.seal(body=draft.body()[: length * frames])
        comment = f"{'a regular frame' if frames else 'no frame at all'}, no final one, and a signature over that"
        yield case.refused(data, "parse", "seq-out-of-order", comment, "CLI-DEC-030 FMT-FRM-007", flags="truncation", twin=twin(form))


def _line_ends(bases: Bases) -> Iterator[Derived]:
    for form, name in (("0178", "line-feed"), ("0378", "line-break"), ("0478", "line-break")):
        case = plain_case(f"lenient-{name}-{form}", bases, form)
        whole = plain_draft(plain_case(twin(form), bases, form), form).seal()
        comment = f"a {name.replace('-', ' ')} follows the message (DEC-G29)"
        ids = f"CLI-DEC-031 {'FMT-FTR-006' if case.base.suite.signed else 'FMT-FRM-008 FMT-FTR-004'}"
        yield case.refused(whole + _LINE_ENDS[name], "parse", "trailing-data", comment, ids, twin=twin(form))


# --- data keys ---


def _data_key_lengths(bases: Bases) -> Iterator[Derived]:
    """Data keys that are wrapped with another length than the one that everything is sealed under."""
    rows: tuple[tuple[str, str, int], ...] = (
        ("0014", "cut", 32),
        ("0078", "cut", 33),
        ("0478", "cut", 33),
        ("0578", "cut", 48),
        ("0078", "filled", 31),
        ("0478", "filled", 16),
        ("0478", "filled-in-front", 31),
    )
    for form, how, length in rows:
        case = plain_case(f"lenient-data-key-{form}-{how}-{length}", bases, form)
        suite, odd = case.base.suite, case.seeded(length, "odd data key")
        right = suite.data_key_length
        used = {"cut": odd[:right], "filled": odd.ljust(right, b"\0"), "filled-in-front": odd.rjust(right, b"\0")}[how]
        draft = plain_draft(case, form)
        wrapped = case.wrap(draft.header.encryption_context, Secret(odd))
        said = {"cut": "its first bytes", "filled": "it with zeros after it", "filled-in-front": "it with zeros before it"}[how]
        comment = f"the data key has {length} bytes, suite {form} needs {right}; everything is sealed under {said}"
        data = draft.rekeyed(used, draft.header.message_id, [wrapped]).seal()
        yield case.refused(data, "unwrap", "unwrap-failed", comment, "CMM-IFC-009 KEY-IFC-020", twin=twin(form))


# --- text ---

_FORM = "0478"
_DECOMPOSED = ("cafe\u0301", "gru\u0308n")
_COMPOSED = (unicodedata.normalize("NFC", _DECOMPOSED[0]), unicodedata.normalize("NFC", _DECOMPOSED[1]))


def _encoded(*pair: str) -> tuple[bytes, bytes]:
    key, value = pair
    return key.encode(), value.encode()


def _stored(case: Case, pair: tuple[str, str]) -> bytes:
    return with_pairs(case, plain_draft(case, _FORM), _encoded(*pair)).seal()


def _composed(bases: Bases) -> Iterator[Derived]:
    """A pair of letters with separate accents, and what is that pair after normalization."""
    valid, (key, value) = "pitfall-context-text", _DECOMPOSED
    case = plain_case("lenient-context-bound-composed", bases, _FORM)
    draft = with_pairs(case, plain_draft(case, _FORM), _encoded(*_DECOMPOSED))
    data = wrapped_under(case, draft, build(CONTEXT_PAIRS, [_encoded(*_COMPOSED)])).seal()
    comment = "the letters of the stored pair have separate accents, the data key is bound to composed letters (DEC-G08)"
    yield case.refused(data, "unwrap", "unwrap-failed", comment, "FMT-AAD-010 FMT-AAD-012 KEY-AES-015", twin=valid)
    case = plain_case("lenient-context-value-composed", bases, _FORM)
    comment = "the reader expects the stored value with composed letters (DEC-G08, DEC-G48)"
    ids, given = "CMM-IFC-004 CMM-IFC-018", {key: _COMPOSED[1]}
    data = _stored(case, _DECOMPOSED)
    yield case.refused(data, "context", "encryption-context-mismatch", comment, ids, twin=valid, encryption_context=given)
    case = plain_case("lenient-context-key-composed", bases, _FORM)
    comment = "the reader expects the stored value under a key with composed letters, which is another key (DEC-G08, DEC-G50)"
    ids, given, flags = "CMM-IFC-005 KEY-AES-015", {_COMPOSED[0]: value}, "reader-context"
    data = _stored(case, _DECOMPOSED)
    yield case.refused(data, "unwrap", "unwrap-failed", comment, ids, flags=flags, twin=valid, encryption_context=given)


def _composed_required(bases: Bases) -> Iterator[Derived]:
    """A CMM that requires a key whose letters have separate accents."""
    valid = plain_case("lenient-context-required", bases, _FORM)
    keys = [_DECOMPOSED[0]]
    reader = {"type": "required-encryption-context-cmm", "underlying": valid.base.key, "requiredEncryptionContextKeys": keys}
    comment = "required, stored and expected is a pair whose letters have separate accents (DEC-G49)"
    ids, given = "CMM-REQ-005 CMM-REQ-008 CMM-IFC-004", dict([_DECOMPOSED])
    data = _stored(valid, _DECOMPOSED)
    yield valid.accepted(data, comment, ids, length=PLAIN_LENGTH, flags="unusual", key=reader, encryption_context=given)
    case = plain_case("lenient-context-required-composed", bases, _FORM)
    comment = "stored and expected is a pair with composed letters, required is a key with separate accents (DEC-G08)"
    data, code, given = _stored(case, _COMPOSED), "required-context-missing", dict([_COMPOSED])
    yield case.refused(data, "context", code, comment, "CMM-REQ-003", twin=valid.name, key=reader, encryption_context=given)


def _no_text(bases: Bases) -> Iterator[Derived]:
    """Context that is not UTF-8, and a data key that is bound to what a decoder can make of it."""
    (key, value), other = CONTEXT
    for name, form, stored, bound, comment in (
        ("replaced", "0178", (key, value + b"\xff"), (key, value + "\ufffd".encode()), "a value with FF for U+FFFD"),
        ("ignored", "0478", (key + b"\xff", value), (key, value), "a key with FF at its end for one without"),
    ):
        case = plain_case(f"lenient-no-text-{name}", bases, form)
        draft = plain_draft(case, form).with_header(context_pairs=(stored, other))
        data = wrapped_under(case, draft, build(CONTEXT_PAIRS, [bound, other])).seal()
        text = f"{comment}, which the data key is bound to"
        yield case.refused(data, "parse", "aad-bad-utf8", text, "FMT-AAD-010", twin=twin(form))


# --- no data keys ---


def _no_data_keys(bases: Bases) -> Iterator[Derived]:
    code, ids = "edk-count-zero", "FMT-EDK-002"
    form = "0478"
    case = plain_case("lenient-no-data-key-zeros", bases, form)
    draft = plain_draft(case, form)
    data = draft.rekeyed(bytes(len(draft.data_key)), draft.header.message_id, ()).seal()
    yield case.refused(data, "parse", code, "no data key, and everything is sealed under one of zeros (DEC-G35)", ids, twin=twin(form))
    valid = Case("kms-bare-id-data-key", bases["v2"])
    data_key = valid.small().data_key.reveal()
    case = Case("lenient-no-data-key-given", bases["v2"])
    draft = case.small()
    data = draft.rekeyed(data_key, draft.header.message_id, ()).seal()
    comment, given = "no data key, and the reader is given the right one (DEC-G35)", base64.b64encode(data_key).decode("ascii")
    yield case.refused(data, "parse", code, comment, ids, twin=valid.name, key=None, data_key=given)
