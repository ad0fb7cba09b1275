"""Valid messages whose numbers are at an edge: the smallest, the largest, and the first that need another byte. All must be accepted.

Strategy: a row for each number and value; the versions take turns where they do not differ. Values of 255 and 256 find a reader that holds
a length in one byte, 128 one that takes a byte for signed. The largest frame lengths are in ``unusual``. What the format allows and a set
of small files does not: 65,535 data keys (384 KiB of empty ones), 65,535 bytes in a field of a data key, 2^16 frames (2 MiB). The last is
made where it is needed: ``docs/howto/read-the-suite.md``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from esdkit.forge import Draft, mirrored
from esdkit.forge.mutate import spans
from esdkit.message import EncryptedDataKey, HeaderAuth
from esdkit.spec import LIMITS
from vectors.generators.derive import FRAME_LENGTH, Bases, Case, Derived
from vectors.generators.plain import PLAIN_LENGTH, plain_case, plain_draft, with_pairs

__all__ = ["edges"]

Pairs = tuple[tuple[bytes, bytes], ...]

_BOTH = ("0178", "0478")
_FOREIGN = EncryptedDataKey(b"x", b"y", b"z")
_LONGEST = LIMITS["field_length"]
_FULL = "the context section has 65535 bytes, the most that fit, 32768 of them a key's (DEC-G63)"


def edges(bases: Bases) -> Iterator[Derived]:
    """The vectors that must be accepted, and the one beyond a reader's own limit."""
    for group in (_contexts, _data_key_fields, _data_key_counts, _frame_lengths, _lengths, _many_frames, _ivs, _message_ids, _signatures):
        yield from group(bases)


def _case(bases: Bases, form: str, name: str) -> Case:
    return plain_case(f"edge-{form}-{name}", bases, form)


def _accepted(case: Case, draft: Draft, comment: str, requirements: str) -> Derived:
    return case.accepted(draft.seal(), comment, requirements, length=len(draft.plaintext))


# --- the context ---


def _contexts(bases: Bases) -> Iterator[Derived]:
    def pair(key: int, value: int) -> Pairs:
        return ((b"k" * key, b"v" * value),)

    rows: list[tuple[str, Pairs, str, str]] = [
        ("none", (), "the caller's context is empty", "FMT-AAD-002 FMT-AAD-003"),
        ("full", pair(1 << 15, _LONGEST - (1 << 15) - 6), _FULL, "FMT-AAD-001 FMT-AAD-006 FMT-AAD-016"),
    ]
    for length in (128, 255, 256):
        rows.append((f"key-{length}", pair(length, 1), f"a context key of {length} bytes", "FMT-AAD-006"))
        rows.append((f"value-{length}", pair(1, length), f"a context value of {length} bytes", "FMT-AAD-006"))
    for count in (1, 255, 256):
        pairs = tuple((number.to_bytes(2, "big").hex().encode(), b"v") for number in range(count))
        rows.append((f"pairs-{count}", pairs, f"{count} pair{'' if count == 1 else 's'} of context", "FMT-AAD-005"))
    for form, (name, pairs, comment, requirements) in zip(itertools.cycle(_BOTH), rows, strict=False):
        case = _case(bases, form, f"context-{name}")
        yield _accepted(case, with_pairs(case, plain_draft(case, form), *pairs), comment, requirements)
    case = _case(bases, "0578", "context-none")
    comment = "the caller's context is empty, the public key is the only pair"
    yield _accepted(case, with_pairs(case, plain_draft(case, "0578")), comment, "FMT-AAD-005 CMM-DEF-002")


# --- data keys ---


def _data_key_fields(bases: Bases) -> Iterator[Derived]:
    """Another keyring's data key comes first; the one that opens follows."""
    fields = itertools.product(("provider_id", "provider_info", "ciphertext"), (0, 1, 128, 255, 256))
    for form, (field, length) in zip(itertools.cycle(_BOTH), fields, strict=False):
        case = _case(bases, form, f"{field.replace('_', '-')}-{length}")
        draft = plain_draft(case, form)
        foreign = replace(_FOREIGN, **{field: b"x" * length})
        size = f"{length} byte{'' if length == 1 else 's'}"
        comment = f"another keyring's data key comes first, its {field.replace('_', ' ')} has {size}" + ("" if length else " (DEC-G39)")
        listed = draft.with_header(encrypted_data_keys=(foreign, *draft.header.encrypted_data_keys))
        yield _accepted(case, listed, comment, "FMT-EDK-003 KEY-IFC-018" + (" FMT-EDK-007" if length == 0 else ""))
    case = _case(bases, "0178", "ciphertext-32768")
    draft = plain_draft(case, "0178")
    long = replace(_FOREIGN, ciphertext=bytes(1 << 15))
    comment = "another keyring's data key comes first, its ciphertext has 32768 bytes"
    listed = draft.with_header(encrypted_data_keys=(long, *draft.header.encrypted_data_keys))
    yield _accepted(case, listed, comment, "FMT-EDK-003 KEY-IFC-018")


def _data_key_counts(bases: Bases) -> Iterator[Derived]:
    """The one data key that opens is the last; a limit of the reader counts all."""
    for form, count in (("0178", 128), ("0478", 256)):
        case = _case(bases, form, f"data-keys-{count}")
        draft = _listed(plain_draft(case, form), count)
        yield _accepted(case, draft, f"{count} data keys, the last one opens", "FMT-EDK-001 FMT-EDK-008 CLI-CFG-005")
    for form in _BOTH:
        case = _case(bases, form, "data-keys-limit")
        data = _listed(plain_draft(case, form), 3).seal()
        comment = "three data keys, as many as the reader takes"
        yield case.accepted(data, comment, "CLI-CFG-004", length=PLAIN_LENGTH, max_encrypted_data_keys=3)
        over = _case(bases, form, "data-keys-over-limit")
        comment = "three data keys, one more than the reader takes"
        ids = "CLI-CFG-004 CLI-DEC-014"
        yield over.refused(data, "policy", "edk-limit-exceeded", comment, ids, twin=case.name, max_encrypted_data_keys=2)


def _listed(draft: Draft, count: int) -> Draft:
    """The draft with so many data keys, all but the last of them another keyring's."""
    return draft.with_header(encrypted_data_keys=(*[_FOREIGN] * (count - 1), *draft.header.encrypted_data_keys))


# --- the body ---


def _frame_lengths(bases: Bases) -> Iterator[Derived]:
    for form, frame_length in zip(itertools.cycle(_BOTH), (1, 255, 256, 1 << 16, (1 << 31) - 1), strict=False):
        case = _case(bases, form, f"frame-length-{frame_length}")
        draft = plain_draft(case, form, length=3, frame_length=frame_length)
        comment = f"a frame length of {frame_length}" + (" (DEC-G62)" if frame_length == (1 << 31) - 1 else "")
        yield _accepted(case, draft, comment, "FMT-HDR-016 FMT-FRM-019")


def _lengths(bases: Bases) -> Iterator[Derived]:
    """Plaintexts around one and two frames, and blocks."""
    step = FRAME_LENGTH
    for form, length in itertools.product(("0178", "0578"), (0, 1, step - 1, step, step + 1, 2 * step)):
        case = _case(bases, form, f"plaintext-{length}")
        comment, requirement = f"{length} bytes in frames of {step}", "FMT-FRM-015" if length == 0 else "FMT-FRM-011"
        if length and length % step == 0:
            full = _case(bases, form, f"plaintext-{length}-full")
            draft = plain_draft(full, form, length=length)
            yield _accepted(full, draft.with_pieces(*draft.pieces[:-1]), f"{comment}, the final frame is full (DEC-G19)", "FMT-FRM-013")
            comment, requirement = f"{comment}, the final frame is empty (DEC-G19)", "FMT-FRM-014"
        yield _accepted(case, plain_draft(case, form, length=length), comment, requirement)
    blocks = [*itertools.product(("0178-block", "0578-block"), (0, 1, 256)), ("0378-block", 0), ("0478-block", 0)]
    for form, length in blocks:
        case = _case(bases, form, f"plaintext-{length}")
        comment = f"one block of {length} byte{'' if length == 1 else 's'}" + (" (DEC-G65)" if form.startswith("05") else "")
        yield _accepted(case, plain_draft(case, form, length=length), comment, "FMT-NFR-003 FMT-NFR-006")


def _many_frames(bases: Bases) -> Iterator[Derived]:
    case = _case(bases, "0478", "frames-257")
    draft = plain_draft(case, "0478", length=256, frame_length=1)
    yield _accepted(case, draft, "257 frames, the final one empty", "FMT-FRM-005 FMT-FRM-006 FMT-BAD-006")


# --- IVs, ids, signatures ---


def _ivs(bases: Bases) -> Iterator[Derived]:
    for form in ("0178", "0378"):
        case = _case(bases, form, "header-iv-ones")
        draft = plain_draft(case, form)
        iv = b"\xff" * draft.header.suite.iv_length
        yield _accepted(case, draft.with_header(auth=HeaderAuth(iv, b"")), "every bit of the header IV is set (DEC-G31)", "FMT-HAU-009")
    for form, requirement in (
        ("0178", "FMT-FRM-024"),
        ("0578", "FMT-FRM-024"),
        ("0178-block", "FMT-NFR-010"),
        ("0578-block", "FMT-NFR-010"),
    ):
        case = _case(bases, form, "body-iv-high")
        draft = plain_draft(case, form)
        ivs = [b"\xff" * (len(piece.iv) - 1) + bytes([number]) for number, piece in enumerate(draft.pieces)]
        pieces = (replace(piece, iv=iv) for piece, iv in zip(draft.pieces, ivs, strict=True))
        yield _accepted(case, draft.with_pieces(*pieces), "IVs whose first bytes are all FF (DEC-G30)", requirement)


def _message_ids(bases: Bases) -> Iterator[Derived]:
    for form in _BOTH:
        for name, byte, said in (("zeros", 0x00, "00"), ("ones", 0xFF, "FF")):
            case = _case(bases, form, f"message-id-begins-with-{name}")
            draft = plain_draft(case, form)
            message_id = bytes([byte]) * 8 + draft.header.message_id[8:]
            draft = draft.rekeyed(draft.data_key.reveal(), message_id, draft.header.encrypted_data_keys)
            yield _accepted(case, draft, f"the first eight bytes of the message id are {said}", "FMT-HDR-007 FMT-BAD-002")


def _signatures(bases: Bases) -> Iterator[Derived]:
    """Signatures of other lengths than the usual one: r and s have leading zeros, or each needs a byte for its sign."""
    for form, lengths in (("0214", (69, 70, 72)), ("0378", (101, 102, 104))):
        for length in lengths:
            case = _case(bases, form, f"signature-{length}")
            yield _signature_of(case, length)


def _signature_of(case: Case, length: int) -> Derived:
    scheme = case.base.suite.signature
    assert scheme is not None
    for draft in case.drafts():
        data = draft.seal()
        signature = spans(data)["footer.signature"].value
        assert isinstance(signature, bytes)
        for one in (signature, mirrored(signature, scheme)):
            if len(one) == length:
                comment = f"a signature of {length} bytes (DEC-G14)"
                return case.accepted(draft.seal(signature=one), comment, "SIG-VER-009")
    raise AssertionError("drafts never end")
