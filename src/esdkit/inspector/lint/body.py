"""Rules of lint about body and footer, the frame length included. ``rules`` says what a rule is. Of frames only the first that a rule
hits is told, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator

from esdkit.columns import count
from esdkit.inspector.lint.rules import Hit, Iv, Subject, limit, rule
from esdkit.message.sizes import framed_body_length
from esdkit.spec import CONSTANTS, FIELDS

__all__: list[str] = []

_MANY_TIMES = 16  # how far above the content a frame length may be
_MAX_IVS = 1 << 20  # that are remembered


# ---------------------------------------------------------------- body
@rule("non-framed-body")
def _non_framed(subject: Subject) -> Iterator[Hit]:
    if subject.tree.value("header.content_type") == CONSTANTS.content_non_framed:
        yield subject.at("header.content_type", "the content is one block")


def _frame_length(subject: Subject, what: str) -> Hit:
    return subject.at("header.frame_length", f"the frame length is {count(subject.frame_length, 'byte')}, {what}")


@rule("frame-length-odd")
def _odd_frame_length(subject: Subject) -> Iterator[Hit]:
    divisor = limit("frame-length-odd")
    if subject.frame_length % divisor:
        yield _frame_length(subject, f"not a multiple of {divisor}")


@rule("frame-length-over-2gib")
def _large_frame_length(subject: Subject) -> Iterator[Hit]:
    most = limit("frame-length-over-2gib")
    if subject.frame_length > most:
        yield _frame_length(subject, f"more than {most}")


@rule("frame-length-beyond-content")
def _frame_length_beyond_content(subject: Subject) -> Iterator[Hit]:
    body = subject.tree.body
    if body is None or not body.complete or subject.frame_length < limit("frame-length-beyond-content"):
        return
    if subject.frame_length > _MANY_TIMES * body.content_length:
        yield _frame_length(subject, f"the content has {body.content_length}")


@rule("frames-tiny")
def _tiny_frames(subject: Subject) -> Iterator[Hit]:
    suite, body = subject.tree.suite, subject.tree.body
    if suite is None or body is None or not body.regular_frames:
        return
    overhead = framed_body_length(suite, 2, 1) - framed_body_length(suite, 1, 1) - 1
    if subject.frame_length <= overhead:
        yield _frame_length(subject, f"but each frame adds {overhead}")


@rule("final-frame-empty")
def _empty_final_frame(subject: Subject) -> Iterator[Hit]:
    body = subject.tree.body
    if body is not None and body.final_length == 0 and body.regular_frames:
        yield subject.at("body.final_frame.content_length", "the final frame is empty")


@rule("final-frame-full")
def _full_final_frame(subject: Subject) -> Iterator[Hit]:
    body = subject.tree.body
    if body is not None and body.final_is_full:
        yield subject.at("body.final_frame.content_length", f"the final frame is full: {body.final_length} bytes, the frame length")


@rule("body-iv-not-sequence-number")
def _iv_is_not_the_number(subject: Subject) -> Iterator[Hit]:
    return _first_of(subject, (iv for iv in subject.ivs() if iv.value != iv.number), "is not the sequence number")


@rule("body-iv-reused")
def _reused_iv(subject: Subject) -> Iterator[Hit]:
    return _first_of(subject, _reused(subject), "was used before in this message")


def _reused(subject: Subject) -> Iterator[Iv]:
    """The IVs that occurred before in the message.

    Those that are the position of their frame, as writers make them, differ from each other and need not be remembered; of others the
    first ``_MAX_IVS`` are.
    """
    # version 2 stores no header IV: it is zeros there
    odd = {int.from_bytes(subject.tree.value("header_auth.iv") or b"", "big")}
    frames_of_odd: set[int] = set()
    for iv in subject.ivs():
        if iv.value in odd or (0 < iv.value < iv.frame and iv.value not in frames_of_odd):
            yield iv
        if iv.value != iv.frame and len(frames_of_odd) < _MAX_IVS:
            odd.add(iv.value)
            frames_of_odd.add(iv.frame)


def _first_of(subject: Subject, found: Iterator[Iv], what: str) -> Iterator[Hit]:
    """One hit for any number of IVs."""
    first, others = next(found, None), sum(1 for _ in found)
    if first is not None:
        more = f"; {others} more like it" if others else ""
        shown = subject.tree.source.read(first.start, first.end).hex()
        yield Hit(FIELDS[first.field_id].path(first.item), first.start, first.end - first.start, f"the IV {shown} {what}{more}")


@rule("header-iv-not-zero")
def _header_iv(subject: Subject) -> Iterator[Hit]:
    iv = subject.tree.value("header_auth.iv")
    if iv is not None and any(iv):
        yield subject.at("header_auth.iv", f"the header IV is {bytes(iv).hex()}")


# ---------------------------------------------------------------- footer
@rule("signature-not-checked")
def _signature_unchecked(subject: Subject) -> Iterator[Hit]:
    # Reqs: CLI-INS-012
    if subject.tree.signature.request is not None:
        yield subject.at("footer.signature", f"the signature was {subject.tree.signature.means}")


@rule("signature-length-unusual")
def _signature_length(subject: Subject) -> Iterator[Hit]:
    scheme, signature = subject.tree.signature.scheme, subject.tree.value("footer.signature")
    if scheme is None or signature is None or subject.tree.signature.state == "malformed":
        return
    if len(signature) != scheme.usual_signature_length:
        what = f"the signature has {len(signature)} bytes; {scheme.usual_signature_length} are usual on {scheme.curve}"
        yield subject.at("footer.signature", what)
