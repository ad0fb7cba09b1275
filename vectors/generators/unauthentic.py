"""Messages whose data key opens and that must not be trusted: commitment, header tag, frames.

What an attacker without keys can do is done to the base's own bytes; what only a faulty or hostile writer can do is sealed anew, with
everything else as it should be, signature included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from esdkit.crypto.kdf import derive_content_key_net_4_0_0, derive_keys
from esdkit.crypto.secret import Secret
from esdkit.forge import Draft, Piece
from esdkit.message import HeaderAuth, Message, parse
from esdkit.message.aad import body_aad, piece_aad, serialize_encryption_context
from esdkit.message.body import build_body
from esdkit.message.message import build
from esdkit.spec import CONSTANTS
from vectors.generators.derive import FRAME_LENGTH, Bases, Case, Derived
from vectors.generators.mutate import Repair, change, flip, spans, splice

__all__ = ["unauthentic"]


def unauthentic(bases: Bases) -> Iterator[Derived]:
    """The vectors that fail at ``commitment``, ``header_tag`` or ``frames``."""
    for group in (
        _commitment,
        _flipped_header,
        _other_message_id,
        _moved_header,
        _context_not_stored,
        _header_aad,
        _other_frame,
        _moved_frames,
        _frame_aad,
    ):
        yield from group(bases)
    yield from _block_aad(bases)


def _commitment(bases: Bases) -> Iterator[Derived]:
    requirements = "KDF-COM-008 KDF-COM-009"
    for base in ("v2", "v2-signed"):
        case = Case(f"commitment-suite-data-{base}", bases[base])
        draft = case.draft()
        other = bytes([draft.header.suite_data[0] ^ 1]) + draft.header.suite_data[1:]
        comment = "the commit key has one bit flipped, header tag and signature hold (DEC-G53)"
        yield case.refused(draft.with_header(suite_data=other).seal(), "commitment", "commitment-mismatch", comment, requirements)
        case = Case(f"commitment-data-key-{base}", bases[base])
        draft = case.draft()
        other_key = case.seeded(len(draft.data_key), "other data key")
        comment = "the header commits to another data key than the wrapped one, which everything else is sealed under"
        data = _committing(draft, other_key, draft.header.message_id)
        yield case.refused(data, "commitment", "commitment-mismatch", comment, requirements)
    case = Case("commitment-message-id", bases["v2"])
    draft = case.draft()
    comment = "the commit key was derived with another message id"
    data = _committing(draft, draft.data_key.reveal(), case.seeded(len(draft.header.message_id), "other message id"))
    yield case.refused(data, "commitment", "commitment-mismatch", comment, f"{requirements} KDF-COM-003")


def _committing(draft: Draft, data_key: bytes, message_id: bytes) -> bytes:
    """The message with the commit key of another data key or message id."""
    return draft.with_header(suite_data=derive_keys(draft.header.suite, data_key, message_id).commit_key).seal()


# --- the header ---


def _header_tag(case: Case, ciphertext: bytes, comment: str, requirements: str, **members: Any) -> Derived:
    return case.refused(ciphertext, "header_tag", "header-tag-invalid", comment, requirements, **members)


def _flipped_header(bases: Bases) -> Iterator[Derived]:
    """One bit of each part of a header that the data key alone protects."""
    keys, context = "header.encrypted_data_keys", "header.encryption_context"
    for name, base, path, comment in (
        ("context-key", "rsa-v1", f"{context}[0].key", "a context key; the data key is RSA's and not bound to the context"),
        ("context-value", "rsa-v1", f"{context}[1].value", "a context value; the data key is RSA's and not bound to the context"),
        ("provider-id", "several-v1", f"{keys}[2].provider_id", "another data key's provider id"),
        ("provider-info", "several-v1", f"{keys}[1].provider_info", "another data key's provider information"),
        ("data-key", "several-v1", f"{keys}[1].ciphertext", "another data key's ciphertext"),
        ("frame-length-v1", "one-frame-v1", "header.frame_length", "the frame length of a message of one frame"),
        ("frame-length-v2", "one-frame-v2", "header.frame_length", "the frame length of a message of one frame"),
        ("iv", "v1", "header_auth.iv", "the header IV"),
        ("tag-v1", "v1", "header_auth.tag", "the header tag"),
        ("tag-v2", "v2", "header_auth.tag", "the header tag"),
    ):
        case = Case(f"header-flipped-{name}", bases[base])
        covered = "FMT-HAU-003" if name == "iv" else "FMT-HAU-005"
        yield _header_tag(case, flip(case.base.data, path), f"one bit flipped: {comment} (DEC-G28)", f"CLI-DEC-024 CLI-DEC-025 {covered}")


def _other_message_id(bases: Bases) -> Iterator[Derived]:
    """The content key follows from the message id: flipping a bit of it would be a second fault."""
    case = Case("header-flipped-message-id", bases["v1"])
    draft = case.draft()
    content_key = derive_keys(draft.header.suite, draft.data_key.reveal(), draft.header.message_id).content_key
    message_id = draft.header.message_id[:-1] + bytes([draft.header.message_id[-1] ^ 1])
    other = replace(draft.with_header(message_id=message_id), content_key=content_key).seal()
    tag = spans(other)["header_auth.tag"].value
    assert isinstance(tag, bytes)
    comment = "the header tag was computed over a message id that differs in one bit"
    yield _header_tag(case, splice(draft.seal(), "header_auth.tag", tag), comment, "CLI-DEC-024 CLI-DEC-025 FMT-HAU-005")


def _moved_header(bases: Bases) -> Iterator[Derived]:
    def moved(case: Case, **changes: Any) -> bytes:
        message = parse(case.base.data)
        return build(replace(message, header=replace(message.header, **changes)))

    requirements = "CLI-DEC-025 FMT-HAU-006"
    case = Case("header-context-reordered", bases["v1"])
    pairs = parse(case.base.data).header.context_pairs or ()
    data = moved(case, context_pairs=tuple(reversed(pairs)))
    yield _header_tag(case, data, "the context's pairs are reversed: the same context, other bytes", requirements)
    case = Case("header-data-keys-reordered", bases["several-v1"])
    data_keys = case.base.header.encrypted_data_keys
    data = moved(case, encrypted_data_keys=tuple(reversed(data_keys)))
    yield _header_tag(case, data, "the data keys are reversed", f"{requirements} FMT-EDK-008")
    case = Case("header-data-key-removed", bases["several-v1"])
    yield _header_tag(case, moved(case, encrypted_data_keys=data_keys[:-1]), "the last data key is removed", requirements)
    case = Case("header-data-key-repeated", bases["several-v1"])
    yield _header_tag(case, moved(case, encrypted_data_keys=(*data_keys, data_keys[0])), "the first data key is repeated", requirements)


def _context_not_stored(bases: Bases) -> Iterator[Derived]:
    """Where the data key does not bind the context, the header tag does."""
    rsa, required = bases["rsa-v1"], bases["required-rsa"]
    case = Case("header-context-never-there", rsa)
    comment = "the reader reproduces a pair that the message never had (DEC-G50)"
    yield _header_tag(case, rsa.data, comment, "FMT-HAU-007 CMM-IFC-006", encryption_context={"never": "there"})
    for name, comment, members in (
        ("not-given", "the reader does not give a pair that is authenticated and not stored", {}),
        ("other-value", "the reader gives another value for a pair that is not stored", {"encryption_context": {"purpose": "other"}}),
    ):
        case = Case(f"header-required-{name}", required)
        yield _header_tag(case, required.data, comment, "FMT-HAU-007", key=required.key["underlying"], **members)


def _net_key(draft: Draft) -> Secret:
    return derive_content_key_net_4_0_0(draft.header.suite, draft.data_key.reveal(), draft.header.message_id)


def _header_aad(bases: Bases) -> Iterator[Derived]:
    """Headers that a faulty writer authenticates wrongly."""

    def net(draft: Draft) -> bytes:
        return replace(draft, appended=bytes(2), content_key=_net_key(draft)).seal()

    def empty_suffix(draft: Draft) -> bytes:
        return replace(draft, appended=bytes(2)).seal()

    def net_info(draft: Draft) -> bytes:
        return replace(draft, content_key=_net_key(draft)).seal()

    def stored_again(draft: Draft) -> bytes:
        return replace(draft, appended=serialize_encryption_context(draft.header.encryption_context)).seal()

    def other_iv(draft: Draft) -> bytes:
        iv_length = draft.header.suite.iv_length
        written = draft.with_header(auth=HeaderAuth(bytes(iv_length - 1) + b"\1", b""))
        return splice(written.seal(), "header_auth.iv", bytes(iv_length))

    for name, base, make, comment, requirements in (
        ("net-4.0.0", "v1", net, "as .NET 4.0.0 wrote it (DEC-G01)", "KDF-NET-002 FMT-HAU-008"),
        ("net-4.0.0-signed", "v1-signed", net, "as .NET 4.0.0 wrote it, signed (DEC-G01)", "KDF-NET-002 FMT-HAU-008"),
        ("net-4.0.0-identity", "block", empty_suffix, "as .NET 4.0.0 wrote it, without derivation (DEC-G01)", "FMT-HAU-008"),
        ("empty-suffix", "v2", empty_suffix, "a length of 0 is authenticated behind the header (DEC-G04)", "FMT-HAU-008"),
        ("info-without-message-id", "v1", net_info, "the message id is missing in the derivation", "KDF-NET-002 KDF-HKDF-007"),
        ("stored-context-again", "v2", stored_again, "the stored context is authenticated a second time", "FMT-HAU-007"),
        ("other-iv", "v1", other_iv, "another header IV was used than stands there", "FMT-HAU-009"),
    ):
        case = Case(f"header-{name}", bases[base])
        flags = "" if make in (empty_suffix, stored_again, other_iv) else "key-derivation"
        yield _header_tag(case, make(case.draft()), comment, requirements, flags=flags)


# --- the body ---


def _body_tag(case: Case, ciphertext: bytes, comment: str, requirements: str) -> Derived:
    return case.refused(ciphertext, "frames", "body-tag-invalid", comment, requirements)


def _other_frame(bases: Bases) -> Iterator[Derived]:
    case = Case("frames-flipped-and-signed", bases["v2-signed"])
    data = change(case.draft(), "body.frame[1].ciphertext", case.seeded(FRAME_LENGTH, "ciphertext"), Repair.SIGN)
    yield _body_tag(case, data, "another ciphertext in a frame, signed as it stands", "CLI-DEC-012 CLI-DEC-028")


def _moved_frames(bases: Bases) -> Iterator[Derived]:
    def moved(draft: Draft, *order: int) -> bytes:
        """The frames in another order, or not all of them, with the numbers of their new places."""
        sealed = parse(draft.seal()).body
        assert isinstance(sealed, tuple)
        frames = [replace(sealed[at], sequence_number=number, final=number == len(order)) for number, at in enumerate(order, 1)]
        return draft.seal(body=build_body(Message(draft.header, tuple(frames), None)))

    for name, base, order, comment in (
        ("swapped", "v1", (1, 0, 2), "frames 1 and 2 are swapped and numbered anew"),
        ("swapped-signed", "v2-signed", (1, 0, 2), "frames 1 and 2 are swapped, numbered anew and signed"),
        ("repeated", "v2", (0, 0, 2), "frame 1 stands in the place of frame 2 too"),
        ("removed", "v1", (0, 2), "frame 2 is removed, the final frame numbered anew"),
        ("regular-as-final", "v2", (0, 1), "the last regular frame is written as the final one"),
    ):
        case = Case(f"frames-{name}", bases[base])
        yield _body_tag(case, moved(case.draft(), *order), comment, "FMT-BAD-006 CLI-DEC-027")
    case = Case("frames-of-another-message", bases["block"])  # its suite derives nothing, so the message id alone tells the two apart
    draft = case.draft()
    other = draft.with_header(message_id=case.seeded(len(draft.header.message_id), "other message id"))
    comment = "the frames are another message's under the same key"
    yield _body_tag(case, draft.seal(body=other.body()), comment, "CLI-DEC-028 FMT-BAD-002")


def _with_aad(draft: Draft, at: int, authenticated: bytes) -> bytes:
    pieces: list[Piece] = list(draft.pieces)
    pieces[at] = replace(pieces[at], aad=authenticated)
    return draft.with_pieces(*pieces).seal()


def _frame_aad(bases: Bases) -> Iterator[Derived]:
    """Frames that a faulty writer authenticates wrongly."""
    for name, base, at, changes, comment, requirement in (
        ("regular-as-final", "v1", 0, {"final": True}, "a regular frame is authenticated as a final one", "FMT-BAD-004"),
        ("final-as-regular", "v2", 2, {"final": False}, "the final frame is authenticated as a regular one", "FMT-BAD-005"),
        ("number", "v2", 1, {"sequence_number": 1}, "frame 2 is authenticated with number 1", "FMT-BAD-006"),
        ("length", "v1", 1, {"content_length": 2 * FRAME_LENGTH}, "a frame is authenticated with twice its length", "FMT-BAD-009"),
        ("final-length", "v2", 2, {"content_length": FRAME_LENGTH}, "a short final frame is authenticated as a full one", "FMT-BAD-010"),
    ):
        case = Case(f"frames-authenticated-{name}", bases[base])
        draft = case.draft()
        piece = draft.pieces[at]
        final = at == len(draft.pieces) - 1
        facts: dict[str, Any] = {"sequence_number": piece.sequence_number, "content_length": len(piece.plaintext), "final": final}
        data = _with_aad(draft, at, piece_aad(draft.header, **{**facts, **changes}))
        yield _body_tag(case, data, comment, f"{requirement} CLI-DEC-027")
    case = Case("frames-authenticated-half-message-id", bases["v2"])
    draft = case.draft()
    valid = piece_aad(draft.header, 1, FRAME_LENGTH, final=False)
    half = valid[len(draft.header.message_id) - CONSTANTS.message_id_lengths[1] :]
    comment = "a frame is authenticated with the last 16 bytes of the message id (DEC-E01, DEC-G73)"
    yield _body_tag(case, _with_aad(draft, 0, half), comment, "FMT-BAD-002 CLI-DEC-027")


def _block_aad(bases: Bases) -> Iterator[Derived]:
    """Blocks that a faulty writer authenticates wrongly."""
    as_final = {"content_string": CONSTANTS.content_final_frame_string}
    for name, base, changes, comment, requirement in (
        ("number", "v2", {"sequence_number": 0}, "a block is authenticated with number 0", "FMT-BAD-007"),
        ("length", "v1", {"content_length": 0}, "a block is authenticated with length 0", "FMT-BAD-008"),
        ("as-final", "v2", as_final, "a block is authenticated as a final frame", "FMT-BAD-003"),
    ):
        case = Case(f"frames-authenticated-block-{name}", bases[base])
        draft = case.draft(frame_length=None)
        facts: dict[str, Any] = {
            "message_id": draft.header.message_id,
            "content_string": CONSTANTS.content_non_framed_string,
            "sequence_number": CONSTANTS.non_framed_sequence_number,
            "content_length": len(draft.plaintext),
        }
        yield _body_tag(case, _with_aad(draft, 0, body_aad(**{**facts, **changes})), comment, f"{requirement} CLI-DEC-027")
