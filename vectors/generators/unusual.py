"""Messages that are seldom written and must be read all the same: where a reader is easily too strict, or SDKs differ.

Header tag, frame tags and signature hold for everything as it stands.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace

from esdkit.forge import Draft, mirrored
from esdkit.forge.mutate import spans
from esdkit.message import EncryptedDataKey, HeaderAuth
from esdkit.message.aad import context_pairs, serialize_encryption_context
from esdkit.spec import CONSTANTS, SIGNATURES
from vectors.generators import native
from vectors.generators.derive import FRAME_LENGTH, PLAINTEXT_LENGTH, Bases, Case, Derived
from vectors.generators.reopen import open_message

__all__ = ["unusual"]

_P384 = SIGNATURES["ECDSA_P384_SHA384"]


def unusual(bases: Bases) -> Iterator[Derived]:
    """The vectors that must be accepted."""
    for group in (_contexts, _ivs, _bodies, _data_keys, _rsa, _signatures, _public_key, _given_data_keys):
        yield from group(bases)


def _contexts(bases: Bases) -> Iterator[Derived]:
    for name, context, comment, requirement in (
        ("empty-key", {"": "value"}, "a context key of no length (DEC-G15)", "FMT-AAD-015"),
        ("empty-pair", {"": ""}, "a pair of no length at all (DEC-G15)", "FMT-AAD-015"),
        ("reserved-prefix", {"aws-crypto-foo": "bar"}, "a stored key with the reserved prefix (DEC-G56)", "FMT-AAD-020"),
    ):
        case = Case(f"accept-context-{name}", bases["v2"])
        yield case.accepted(case.draft(context=context).seal(), comment, requirement)
    for base in ("v1", "v2-signed"):
        case = Case(f"accept-context-unsorted-{base[:2]}", bases[base])
        draft = case.draft()
        pairs = tuple(reversed(draft.header.context_pairs or ()))
        comment = "the pairs stand in falling order (DEC-G07)"
        yield case.accepted(draft.with_header(context_pairs=pairs).seal(), comment, "FMT-AAD-019 FMT-HAU-006")


def _ivs(bases: Bases) -> Iterator[Derived]:
    for base in ("v1", "v1-signed"):
        case = Case(f"accept-header-iv-{base}", bases[base])
        draft = case.draft()
        iv = case.seeded(draft.header.suite.iv_length, "header iv")
        yield case.accepted(draft.with_header(auth=HeaderAuth(iv, b"")).seal(), "a header IV that is not zero (DEC-G31)", "FMT-HAU-009")
    for name, base, frame_length, requirement in (
        ("v1", "v1", FRAME_LENGTH, "FMT-FRM-024"),
        ("v2-signed", "v2-signed", FRAME_LENGTH, "FMT-FRM-024"),
        ("block", "v2", None, "FMT-NFR-010"),
    ):
        case = Case(f"accept-body-iv-{name}", bases[base])
        draft = case.draft(frame_length=frame_length)
        ivs = [case.seeded(len(piece.iv), f"iv {piece.sequence_number}") for piece in draft.pieces]
        pieces = (replace(piece, iv=iv) for piece, iv in zip(draft.pieces, ivs, strict=True))
        yield case.accepted(draft.with_pieces(*pieces).seal(), "IVs that are not the numbers (DEC-G30)", requirement)


def _with_full_final_frame(draft: Draft) -> Draft:
    """The draft of an exact multiple of the frame length without its empty final frame, so that the last full one is final."""
    return draft.with_pieces(*draft.pieces[:-1])


def _bodies(bases: Bases) -> Iterator[Derived]:
    exact = 2 * FRAME_LENGTH
    case = Case("accept-full-final-frame", bases["v2"])
    comment = "two frames, the final one is full (DEC-G19)"
    yield case.accepted(_with_full_final_frame(case.draft(length=exact)).seal(), comment, "FMT-FRM-013", length=exact)
    case = Case("accept-one-full-final-frame", bases["v2-signed"])
    comment = "one frame, which is final and full (DEC-G19)"
    yield case.accepted(_with_full_final_frame(case.draft(length=FRAME_LENGTH)).seal(), comment, "FMT-FRM-013", length=FRAME_LENGTH)
    case = Case("accept-empty-final-frame", bases["v1"])
    comment = "two full frames and an empty final one (DEC-G19)"
    yield case.accepted(case.draft(length=exact).seal(), comment, "FMT-FRM-014", length=exact)
    for name, base, frame_length in (("large", "v2-signed", 1 << 31), ("largest", "v1-signed", (1 << 32) - 1)):
        case = Case(f"accept-frame-length-{name}", bases[base])
        comment = f"a frame length of {frame_length} (DEC-G62)"
        yield case.accepted(case.draft(frame_length=frame_length).seal(), comment, "FMT-HDR-016 FMT-FRM-019")
    for base in ("v2", "v2-signed"):
        for length in (0, PLAINTEXT_LENGTH):
            case = Case(f"accept-block-{base}-p{length}", bases[base])
            comment = f"a block of {length} bytes in version 2 (DEC-G65)"
            yield case.accepted(case.draft(length=length, frame_length=None).seal(), comment, "FMT-NFR-006", length=length)


# --- data keys ---


def _data_keys(bases: Bases) -> Iterator[Derived]:
    def listed(draft: Draft, *data_keys: EncryptedDataKey) -> bytes:
        return draft.with_header(encrypted_data_keys=data_keys).seal()

    skip = "KEY-IFC-018 FMT-EDK-008"
    kms = EncryptedDataKey(b"aws-kms", b"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", bytes(range(184)))
    for name, foreign, comment, requirements in (
        ("empty", EncryptedDataKey(b"", b"", b""), "a data key that is empty throughout", f"{skip} FMT-EDK-007"),
        ("kms", kms, "a data key of AWS KMS", skip),
        (
            "unicode",
            EncryptedDataKey("ключи \U0001f511".encode(), b"info", b"key"),
            "a provider id outside ASCII (DEC-G42)",
            f"{skip} FMT-EDK-006",
        ),
    ):
        case = Case(f"accept-behind-{name}", bases["v2"])
        draft = case.draft()
        yield case.accepted(listed(draft, foreign, *draft.header.encrypted_data_keys), f"{comment} first (DEC-G39)", requirements)
    case = Case("accept-behind-damaged", bases["v2-signed"])
    draft = case.draft()
    (good,) = draft.header.encrypted_data_keys
    damaged = replace(good, ciphertext=case.seeded(len(good.ciphertext), "damaged"))
    comment = "a data key of the same wrapping key that does not open first (DEC-G39)"
    yield case.accepted(listed(draft, damaged, good), comment, f"{skip} KEY-AES-009 KEY-AES-014")
    case = Case("accept-twice", bases["v2"])
    draft = case.draft()
    yield case.accepted(listed(draft, *draft.header.encrypted_data_keys * 2), "the same data key twice (DEC-G38)", "FMT-EDK-009")
    case = Case("accept-of-two-wrappings-the-first", bases["v1"])
    draft = case.draft()
    again = case.wrap(draft.header.encryption_context, draft.data_key, iv="again")
    yield case.accepted(listed(draft, *draft.header.encrypted_data_keys, again), "one data key, wrapped twice", "FMT-EDK-009 KEY-IFC-006")


def _rsa(bases: Bases) -> Iterator[Derived]:
    """Raw RSA entries are the SDK's own, in a message of a new id: wrapping anew would not give the same bytes twice."""
    base = bases["rsa-v2"]
    opened = open_message(base.data, base.data_key())
    case = Case("accept-rsa-other-context", base)
    draft = opened.rekeyed(base.data_key(), case.seeded(32, "message id"), base.header.encrypted_data_keys)
    draft = draft.recut(native.plaintext(PLAINTEXT_LENGTH), FRAME_LENGTH)
    pairs = context_pairs({"another": "context"})
    comment = "a raw RSA data key from a message with another context (DEC-G46)"
    yield case.accepted(draft.with_header(context_pairs=pairs).seal(), comment, "KEY-RSA-020")
    case = Case("accept-rsa-behind-damaged", base)
    draft = opened.rekeyed(base.data_key(), case.seeded(32, "message id"), base.header.encrypted_data_keys)
    draft = draft.recut(native.plaintext(PLAINTEXT_LENGTH), FRAME_LENGTH)
    (good,) = base.header.encrypted_data_keys
    damaged = replace(good, ciphertext=good.ciphertext[:-1] + bytes([good.ciphertext[-1] ^ 1]))
    comment = "a raw RSA data key that does not open, before one that does (DEC-G40)"
    yield case.accepted(draft.with_header(encrypted_data_keys=(damaged, good)).seal(), comment, "KEY-RSA-010 KEY-RSA-018")


def _given_data_keys(bases: Bases) -> Iterator[Derived]:
    for name, base in (("zero", "v1"), ("counting", "v2")):
        case = Case(f"accept-data-key-{name}", bases[base])
        draft = case.draft()
        length = len(draft.data_key)
        data_key = bytes(length) if name == "zero" else bytes(range(1, length + 1))
        data = draft.rekeyed(data_key, draft.header.message_id, [EncryptedDataKey(name.encode(), b"", b"")]).seal()
        comment = f"the reader is given the data key, which is {'all zeros' if name == 'zero' else '1, 2, 3 and so on'} (DEC-G76)"
        yield case.accepted(data, comment, "KEY-STA-001", key=None, data_key=base64.b64encode(data_key).decode("ascii"))


# --- signatures ---


def _signatures(bases: Bases) -> Iterator[Derived]:
    def signature(draft: Draft) -> bytes:
        value = spans(draft.seal())["footer.signature"].value
        assert isinstance(value, bytes)
        return value

    for length, comment in ((102, "a signature one byte shorter than usual"), (104, "a signature one byte longer than usual")):
        case = Case(f"accept-signature-{length}", bases["v2-signed"])
        pairs = ((draft, mirrored(signature(draft), _P384)) for draft in case.drafts())
        draft, other = next((draft, other) for draft, other in pairs if len(other) == length)
        yield case.accepted(draft.seal(signature=other), f"{comment}: (r, n - s) for (r, s) (DEC-G14, DEC-G17)", "SIG-VER-009 SIG-VER-010")


def _public_key(bases: Bases) -> Iterator[Derived]:
    case = Case("accept-public-key-reproduced", bases["v2-signed"])
    draft = case.draft()
    name = CONSTANTS.public_key_name
    reproduced = {name: draft.header.encryption_context[name]}
    pairs = tuple(pair for pair in draft.header.context_pairs or () if pair[0] != name.encode())
    data = replace(draft.with_header(context_pairs=pairs), appended=serialize_encryption_context(reproduced)).seal()
    comment = "the public key is not stored, the reader reproduces it (DEC-REPRODUCED-KEY)"
    yield case.accepted(data, comment, "CMM-DEF-014 FMT-HAU-007", encryption_context=reproduced)
