"""Messages with one bit of one field inverted, and everything else made to fit, so that exactly one check refuses.

Strategy: each field has a row (``FLIPS``) that says how the rest of the message is made to fit, and which check is left. The highest bit of
a field's first byte and the lowest of its last are tried, and the lowest of the byte after the middle of what is compared: a reader that
compares a part of a tag, or of a commit key, misses one of them. Lengths and counts are
in ``lies``, because an inverted bit there is a lie. A bit of the frame length leaves a valid message (``edges``), or is a lie as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from esdkit.forge import Draft
from esdkit.forge.mutate import flip, spans
from esdkit.grammar.edk import RAW_AES_INFO
from esdkit.grammar.field import Span
from esdkit.grammar.header import HEADER_BODY
from esdkit.message import EncryptedDataKey
from esdkit.message.aad import piece_aad
from vectors.generators.derive import FRAME_LENGTH, Bases, Case, Derived
from vectors.generators.plain import field_name, plain_case, plain_draft, slug, twin, with_flip

__all__ = ["FLIPS", "Flip", "flips"]

Make = Callable[[Case, Draft, str, int], bytes]
Refusal = tuple[str, str]
"""Stage and code."""

_FRAMED = ("0178", "0378", "0478", "0578")
_VERSION_1, _BOTH = ("0178",), ("0178", "0478")
_MIXED = ("0178", "0578")
"""Both versions, one of them signed: a valid signature must not make up for a tag that fails."""
_BLOCKS = tuple(f"{form}-block" for form in _MIXED)
_PAIR, _DATA_KEY = "header.encryption_context[0]", "header.encrypted_data_keys[0]"
_SIGNED = ("0214", "0578")
_UNWRAP: Refusal = ("unwrap", "unwrap-failed")
_FOREIGN = EncryptedDataKey(b"elsewhere", b"a key", b"wrapped")


# --- how the rest of the message is made to fit ---


def _sealed(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """The header is changed before it is authenticated and signed."""
    return draft.seal(header_body=flip(draft.header_body(), path, bit, root=HEADER_BODY))


def _signed(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """The message is changed after its tags were made, and signed as it then is."""
    return with_flip(draft, path, bit)


def _footer(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """The signature itself is changed."""
    return flip(draft.seal(), path, bit)


def _wrapped(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """A pair of the context is changed, and the data key wrapped under what it then is."""
    body = flip(draft.header_body(), path, bit, root=HEADER_BODY)
    read = spans(body, root=HEADER_BODY)
    pairs = [
        (_value(read, f"header.encryption_context[{at}].key"), _value(read, f"header.encryption_context[{at}].value")) for at in (0, 1)
    ]
    return case.wrapped(draft.with_header(context_pairs=tuple(pairs)), pairs).seal()


def _value(read: Mapping[str, Span], path: str) -> bytes:
    value = read[path].value
    assert isinstance(value, bytes)
    return value


def _foreign_first(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """The data key that is changed is nobody's; the one that opens follows."""
    listed = draft.with_header(encrypted_data_keys=(_FOREIGN, *draft.header.encrypted_data_keys))
    return _sealed(case, listed, path, bit)


def _raw_aes(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """The provider information of the data key is changed in one of its parts."""
    (good,) = draft.header.encrypted_data_keys
    name = len(case.base.keys[case.reader_key["key"]]["key-id"].encode())
    info = flip(good.provider_info, path, bit, root=RAW_AES_INFO, values={"raw_aes.key_name": name})
    return draft.with_header(encrypted_data_keys=(replace(good, provider_info=info),)).seal()


def _old_frames(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """Keys are derived with the changed message id and the header is authenticated with them; the body names the old id."""
    body = flip(draft.header_body(), path, bit, root=HEADER_BODY)
    changed = draft.rekeyed(
        draft.data_key.reveal(), _value(spans(body, root=HEADER_BODY), "header.message_id"), draft.header.encrypted_data_keys
    )
    last = len(draft.pieces) - 1
    old = [piece_aad(draft.header, p.sequence_number, len(p.plaintext), final=at == last) for at, p in enumerate(draft.pieces)]
    return changed.with_pieces(*(replace(piece, aad=aad) for piece, aad in zip(draft.pieces, old, strict=True))).seal()


def _numbered(case: Case, draft: Draft, path: str, bit: int) -> bytes:
    """The number of a frame is changed before the frame is encrypted."""
    at = 0 if path.startswith("body.frame") else len(draft.pieces) - 1
    pieces = list(draft.pieces)
    pieces[at] = replace(pieces[at], sequence_number=pieces[at].sequence_number ^ 1 << bit % 32)
    return draft.with_pieces(*pieces).seal()


# --- the fields ---


@dataclass(frozen=True, slots=True)
class Flip:
    """One field, and what refuses it.

    Attributes:
        field_id: the field.
        make: how the rest is made to fit.
        refusals: what refuses the inverted highest bit of the first byte (``first``), the lowest of the last (``last``), and the lowest of
            the byte after the middle (``middle``).
        requirements: ids.
        flags: ids, where they are not those of the code.
        decision: its id, where SDKs differ.
        forms: in which messages.
        path: where, when the field repeats.
    """

    field_id: str
    make: Make
    refusals: Mapping[str, Refusal]
    requirements: str
    forms: Sequence[str] = _BOTH
    path: str = ""
    flags: str = ""
    decision: str = ""


def _both(refusal: Refusal) -> dict[str, Refusal]:
    return {"first": refusal, "last": refusal}


def _compared(refusal: Refusal) -> dict[str, Refusal]:
    return {**_both(refusal), "middle": refusal}


def _parse(code: str) -> dict[str, Refusal]:
    return _both(("parse", code))


_HEADER_TAG: Refusal = ("header_tag", "header-tag-invalid")
_BODY_TAG: Refusal = ("frames", "body-tag-invalid")

FLIPS: tuple[Flip, ...] = (
    Flip("header.version", _sealed, _parse("unsupported-version"), requirements="FMT-HDR-004"),
    Flip("header.type", _sealed, _parse("unsupported-type"), requirements="FMT-HDR-005", forms=_VERSION_1),
    Flip("header.algorithm_suite_id", _sealed, _parse("unknown-suite"), requirements="FMT-HDR-006"),
    Flip("header.message_id", _old_frames, _both(_BODY_TAG), requirements="FMT-BAD-002 CLI-DEC-027", forms=_MIXED),
    *(
        Flip(f"header.encryption_context.{what}", make, refusals, requirements, path=f"{_PAIR}.{what}")
        for what in ("key", "value")
        for make, refusals, requirements in (
            (_wrapped, {"first": ("parse", "aad-bad-utf8")}, "FMT-AAD-010"),
            (_sealed, {"last": _UNWRAP}, "KEY-AES-015 KEY-IFC-012"),
        )
    ),
    Flip(
        "header.encrypted_data_keys.provider_id",
        _foreign_first,
        {"first": ("parse", "provider-id-bad-utf8")},
        "FMT-EDK-004",
        path=f"{_DATA_KEY}.provider_id",
        decision="DEC-G41",
    ),
    Flip(
        "header.encrypted_data_keys.provider_id",
        _sealed,
        {"last": _UNWRAP},
        "KEY-AES-012",
        flags="other-key",
        path=f"{_DATA_KEY}.provider_id",
    ),
    Flip(
        "header.encrypted_data_keys.provider_info",
        _sealed,
        _both(_UNWRAP),
        requirements="KEY-AES-011 KEY-AES-014",
        path=f"{_DATA_KEY}.provider_info",
    ),
    Flip("raw_aes.key_name", _raw_aes, {"last": _UNWRAP}, requirements="KEY-AES-011", flags="other-key", forms=_VERSION_1),
    Flip("raw_aes.tag_length", _raw_aes, _both(_UNWRAP), requirements="KEY-AES-010 KEY-AES-013", forms=_VERSION_1),
    Flip("raw_aes.iv_length", _raw_aes, _both(_UNWRAP), requirements="KEY-AES-010 KEY-AES-013", forms=_VERSION_1),
    Flip("raw_aes.iv", _raw_aes, {"first": _UNWRAP}, requirements="KEY-AES-014", forms=_VERSION_1),
    Flip(
        "header.encrypted_data_keys.ciphertext",
        _sealed,
        _both(_UNWRAP),
        requirements="KEY-AES-014 KEY-IFC-011",
        path=f"{_DATA_KEY}.ciphertext",
    ),
    Flip("header.content_type", _sealed, _parse("bad-content-type"), requirements="FMT-HDR-010"),
    Flip("header.reserved", _sealed, _parse("reserved-nonzero"), requirements="FMT-HDR-011", forms=_VERSION_1),
    Flip(
        "header.suite_data",
        _sealed,
        _compared(("commitment", "commitment-mismatch")),
        requirements="KDF-COM-008 KDF-COM-009",
        forms=("0478", "0578"),
    ),
    Flip("header_auth.iv", _signed, _both(_HEADER_TAG), requirements="CLI-DEC-025 FMT-HAU-009", forms=("0178", "0378")),
    Flip(
        "header_auth.tag",
        _signed,
        _compared(_HEADER_TAG),
        requirements="CLI-DEC-025 FMT-HAU-004",
        forms=_FRAMED,
    ),
    Flip(
        "body.frame.sequence_number",
        _numbered,
        _parse("seq-out-of-order"),
        requirements="FMT-FRM-004",
        path="body.frame[0].sequence_number",
    ),
    *(
        Flip(f"body.frame.{part}", _signed, refusals, requirements=ids, forms=_MIXED, path=f"body.frame[0].{part}")
        for part, refusals, ids in (
            ("iv", _both(_BODY_TAG), "CLI-DEC-028 FMT-FRM-024"),
            ("ciphertext", _both(_BODY_TAG), "CLI-DEC-012 CLI-DEC-028"),
            ("tag", _compared(_BODY_TAG), "CLI-DEC-028 FMT-FRM-018"),
        )
    ),
    Flip("body.final_frame.marker", _signed, _parse("seq-out-of-order"), requirements="FMT-FRM-003 FMT-FRM-021"),
    Flip("body.final_frame.sequence_number", _numbered, _parse("seq-out-of-order"), requirements="FMT-FRM-006"),
    *(
        Flip(f"body.final_frame.{part}", _signed, refusals, requirements=ids, forms=_MIXED)
        for part, refusals, ids in (
            ("iv", _both(_BODY_TAG), "CLI-DEC-028 FMT-FRM-024"),
            ("ciphertext", _both(_BODY_TAG), "CLI-DEC-012 CLI-DEC-028"),
            ("tag", _compared(_BODY_TAG), "CLI-DEC-028 FMT-FRM-018"),
        )
    ),
    *(
        Flip(f"body.{part}", _signed, refusals, requirements=ids, forms=_BLOCKS)
        for part, refusals, ids in (
            ("iv", _both(_BODY_TAG), "CLI-DEC-028 FMT-NFR-010"),
            ("ciphertext", _both(_BODY_TAG), "CLI-DEC-012 CLI-DEC-028"),
            ("tag", _compared(_BODY_TAG), "CLI-DEC-028 FMT-NFR-005"),
        )
    ),
    Flip(
        "footer.signature",
        _footer,
        {"first": ("signature", "signature-malformed"), "last": ("signature", "signature-invalid")},
        "SIG-VER-002 SIG-VER-006",
        forms=_SIGNED,
    ),
)


def flips(bases: Bases) -> Iterator[Derived]:
    """The vectors, one for each field, bit and form; then content type and signature, which have more to change."""
    for row in FLIPS:
        for form in row.forms:
            yield from (_flip(bases, row, form, which) for which in row.refusals)
    yield from _other_content_type(bases)
    yield from _signature_parts(bases)


_SAID = {
    "first": "highest bit of the first byte",
    "middle": "lowest bit of the byte after the middle",
    "last": "lowest bit of the last byte",
}


def _bit(data: bytes, path: str, which: str) -> int:
    """The number of a bit, as ``flip`` counts it."""
    if which != "middle":
        return {"first": -1, "last": 0}[which]
    span = spans(data)[path]
    return 8 * ((span.end - span.start) // 2 - 1)


def _flip(bases: Bases, row: Flip, form: str, which: str) -> Derived:
    case = plain_case(f"flip-{form}-{slug(row.field_id)}-{which}", bases, form)
    draft = plain_draft(case, form)
    path = row.path or row.field_id
    data = row.make(case, draft, path, _bit(draft.seal(), path, which))
    comment = f"the {_SAID[which]} of the {field_name(row.field_id)} is inverted" + (f" ({row.decision})" if row.decision else "")
    return case.refused(data, *row.refusals[which], comment, row.requirements, flags=row.flags, twin=twin(form))


def _other_content_type(bases: Bases) -> Iterator[Derived]:
    """The header says the other kind of body, frame length included, and is authentic."""
    for form in (*_MIXED, *_BLOCKS):
        case = plain_case(f"flip-{form}-header-content-type-other", bases, form)
        draft = plain_draft(case, form)
        other = 3 - draft.header.content_type
        frame_length = 0 if draft.header.framed else FRAME_LENGTH
        data = draft.seal(header_body=draft.with_header(content_type=other, frame_length=frame_length).header_body())
        # As a block, frames have a length of more than 2^32 bytes; as frames, a block begins with the number 0.
        code = "truncated" if draft.header.framed else "seq-out-of-order"
        comment = f"content type and frame length are those of a {'non-' if draft.header.framed else ''}framed body, the body is the other"
        yield case.refused(data, "parse", code, comment, "CLI-DEC-026 FMT-HDR-010", flags="field-value", twin=twin(form))


def _signature_parts(bases: Bases) -> Iterator[Derived]:
    """The lowest bit of each byte of DER around r and s, and of r."""
    malformed, invalid = ("signature-malformed", "SIG-VER-002 SIG-VER-008"), ("signature-invalid", "SIG-VER-006 FMT-FTR-003")
    for form in _SIGNED:
        for part in ("sequence-tag", "sequence-length", "r-tag", "r-length", "r", "s-tag", "s-length"):
            case = plain_case(f"flip-{form}-footer-signature-{part}", bases, form)
            draft = plain_draft(case, form)
            data = draft.seal()
            signature = _value(spans(data), "footer.signature")
            r_length = signature[3]
            places = {"sequence-tag": 0, "sequence-length": 1, "r-tag": 2, "r-length": 3}
            at = {**places, "r": 3 + r_length, "s-tag": 4 + r_length, "s-length": 5 + r_length}[part]
            code, requirements = invalid if part == "r" else malformed
            comment = f"the lowest bit of the signature's {part.replace('-', ' ')} is inverted"
            changed = flip(data, "footer.signature", 8 * (len(signature) - 1 - at))
            yield case.refused(changed, "signature", code, comment, requirements, twin=twin(form))
