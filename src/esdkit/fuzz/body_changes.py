"""The mutations of body and footer, and of the message as a whole, each with what the rules say about it.

Strategy: as for the header. A change of the bytes is followed by the signature, made again or not; what only a faulty writer can do is
sealed with tags and signature that hold, so that the one broken rule is all there is to see.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace

from esdkit.crypto.signing import encode_der_signature, parse_der_signature
from esdkit.forge import Draft, mirrored
from esdkit.forge.mutate import Repair, splice
from esdkit.forge.signature import curve_order
from esdkit.fuzz.expected import Expected, undecided
from esdkit.fuzz.plan import Plan, few, flipped, flips, numbers
from esdkit.fuzz.subject import Subject
from esdkit.grammar.body import BODY
from esdkit.grammar.field import Span
from esdkit.message import Frame, Message, parse
from esdkit.message.body import build_body
from esdkit.spec import CONSTANTS, FIELDS, SignatureScheme

__all__ = ["body_plans", "footer_plans", "whole_plans"]

_STEPS = (1, 1 << 8, 1 << 16, 1 << 24, 1 << 31)  # a reader that counts frames in fewer bits takes all but the first for the right number
_MORE_FRAME = (0, 1 << 8, 1 << 16)  # bytes; a reader that compares lengths in fewer bits takes the last two for one that fits
_NO_DER = {
    "empty": b"",
    "zero": bytes.fromhex("3006020100020101"),
    "negative": bytes.fromhex("3006020180020101"),
    "not-minimal": bytes.fromhex("300702020001020101"),
    "long-length": bytes.fromhex("308106020101020101"),
}
_LONGEST_FRAME = 70_000  # bytes; a final frame that is longer is not made for larger ones
_AFTER = {"": b"\0", "-line-break": b"\n", "-zeros": bytes(16), "-padding": b"\x10" * 16}
_BEFORE = {"": b"\0", "-space": b" ", "-line-break": b"\n", "-byte-order-mark": "\ufeff".encode()}


# -------------------------------------------------------------------- body
def body_plans(subject: Subject) -> Iterator[Plan]:
    """All mutations of the body."""
    for path, span in few(subject.spans):
        if path.startswith("body."):
            yield from _of_number(subject, path, span) if isinstance(span.value, int) else _of_bytes(subject, path, span)
    if subject.draft.header.framed:
        yield from _of_frames(subject)
    yield from _of_ivs(subject)


def _repairs(subject: Subject) -> tuple[Repair, ...]:
    return (Repair.NONE, Repair.SIGN) if subject.signed else (Repair.NONE,)


def _spliced(subject: Subject, operation: str, path: str, value: int | bytes, repair: Repair, expected: Expected) -> Plan:
    def make() -> bytes:
        return subject.with_body(splice(subject.body, path, value, root=BODY, values=subject.draft.header.known_values), repair)

    detail = f"{value:#x}" if isinstance(value, int) else ""
    return Plan(operation, path, repair, expected, make, subject.spans[path].start, detail)


def _of_bytes(subject: Subject, path: str, span: Span) -> Iterator[Plan]:
    assert isinstance(span.value, bytes)
    for operation, other in flips(span.value) if span.value else ():
        for repair in _repairs(subject):
            yield _spliced(subject, operation, path, other, repair, _tag_broken(subject, repair))


def _tag_broken(subject: Subject, repair: Repair) -> Expected:
    unsigned = {"signature": "signature-invalid"} if subject.signed and repair is not Repair.SIGN else {}
    return Expected({**unsigned, "frames": "body-tag-invalid"})


def _of_number(subject: Subject, path: str, span: Span) -> Iterator[Plan]:
    for operation, value in numbers(span):
        for repair in _repairs(subject):
            yield _spliced(subject, operation, path, value, repair, _number_outcome(subject, span, value))


def _number_outcome(subject: Subject, span: Span, value: int) -> Expected:
    position = len(subject.draft.pieces)
    if span.id == "body.final_frame.marker":  # the frame is read as a regular one
        return undecided() if value == position else _refused("seq-out-of-order")
    if span.id == "body.frame.sequence_number" and value == CONSTANTS.final_frame_marker:
        return undecided()
    row = FIELDS[span.id]
    if span.id.endswith("sequence_number") or not row.allows(value):
        return _refused(row.error)
    if span.id == "body.final_frame.content_length" and value > subject.draft.header.frame_length:
        return _refused(row.error)
    return _length_outcome(subject, span, value)


def _length_outcome(subject: Subject, span: Span, value: int) -> Expected:
    """Another length of the last content: the tag, and what follows it, is read elsewhere."""
    tag = subject.draft.header.suite.tag_length
    if value > len(subject.data) - span.end - tag:
        return _refused("truncated")
    if subject.signed:
        return undecided()
    return Expected({"parse": "trailing-data", "frames": "body-tag-invalid"})


def _refused(code: str | None) -> Expected:
    return Expected({"parse": code, "frames": "body-tag-invalid"})


def _of_frames(subject: Subject) -> Iterator[Plan]:
    """What only a faulty writer can do with frames."""
    draft = subject.draft
    for at in sorted({0, len(draft.pieces) - 1}):
        for step in _STEPS:
            yield _numbered(subject, at, draft.pieces[at].sequence_number + step)
    yield from _too_long(subject)
    yield from _moved(subject)
    yield from _ended_otherwise(subject)
    for step in (-1, 1):
        pieces = [replace(piece, sequence_number=piece.sequence_number + step) for piece in draft.pieces]
        path = f"{_frame_path(subject, 0)}.sequence_number"
        expected = Expected({"parse": "seq-out-of-order"})
        yield _sealed(subject, "sealed-from", path, draft.with_pieces(*pieces), expected, f"{pieces[0].sequence_number:#x}")
    if len(draft.pieces) > 1:
        yield _restarted(subject)
        yield _ended_early(subject)


def _ended_otherwise(subject: Subject) -> Iterator[Plan]:
    """A second final frame; or none at all, so that of a signed message the footer comes where a frame should."""
    draft, path = subject.draft, "body.final_frame.marker"
    repair = Repair.SIGN if subject.signed else Repair.NONE
    last = draft.pieces[-1]
    more = draft.with_pieces(replace(last, sequence_number=last.sequence_number + 1, plaintext=b"")).body()
    faults = {"parse": "truncated", "signature": "signature-malformed"} if subject.signed else {"parse": "trailing-data"}
    start = subject.spans[path].start
    yield Plan("second-final", path, repair, Expected(faults), lambda: subject.with_body(subject.body + more, repair), start)
    regular = subject.data[subject.body_start : start]
    if subject.signed or regular:
        code = "seq-out-of-order" if subject.signed else "no-final-frame"
        yield Plan("no-final", path, repair, Expected({"parse": code}), lambda: subject.with_body(regular, repair), start)


def _frame_path(subject: Subject, at: int) -> str:
    return "body.final_frame" if at == len(subject.draft.pieces) - 1 else f"body.frame[{at}]"


def _sealed(subject: Subject, operation: str, path: str, draft: Draft, expected: Expected, detail: str = "") -> Plan:
    return Plan(operation, path, Repair.SIGN, expected, lambda: subject.sealed(draft), subject.spans[path].start, detail)


def _numbered(subject: Subject, at: int, number: int) -> Plan:
    pieces = list(subject.draft.pieces)
    pieces[at] = replace(pieces[at], sequence_number=number)
    path = f"{_frame_path(subject, at)}.sequence_number"
    expected = Expected({"parse": "seq-out-of-order"})
    return _sealed(subject, "sealed-number", path, subject.draft.with_pieces(*pieces), expected, f"{number:#x}")


def _restarted(subject: Subject) -> Plan:
    """The final frame has the first number, as if frames began again."""
    *others, last = subject.draft.pieces
    draft = subject.draft.with_pieces(*others, replace(last, sequence_number=CONSTANTS.first_sequence_number))
    return _sealed(subject, "restart", "body.final_frame.sequence_number", draft, Expected({"parse": "seq-out-of-order"}))


def _too_long(subject: Subject) -> Iterator[Plan]:
    frame_length = subject.draft.header.frame_length
    if frame_length <= _LONGEST_FRAME:
        *others, last = subject.draft.pieces
        for more in _MORE_FRAME:
            length = more + len(last.plaintext) if more else frame_length + 1
            if length > frame_length:
                longer = replace(last, plaintext=last.plaintext + bytes(length - len(last.plaintext)))
                draft, expected = subject.draft.with_pieces(*others, longer), Expected({"parse": "final-too-long"})
                yield _sealed(subject, "sealed-long" + f"-{more}" * (more > 0), "body.final_frame.content_length", draft, expected)


def _moved(subject: Subject) -> Iterator[Plan]:
    """Frames that are swapped, dropped or repeated: as they are, or numbered again, so that only their tags tell."""
    regular = len(subject.draft.pieces) - 1
    orders = {"drop-frame": [*range(1, regular + 1)], "repeat-frame": [0, *range(regular + 1)]} if regular else {}
    if regular > 1:
        orders["swap-frames"] = [1, 0, *range(2, regular + 1)]
    for operation, order in orders.items():
        for renumbered in (False, True):
            code = {"frames": "body-tag-invalid"} if renumbered else {"parse": "seq-out-of-order"}
            name = f"{operation}-renumbered" if renumbered else operation
            yield _reordered(subject, name, order, Expected(code), renumbered=renumbered)


def _reordered(subject: Subject, operation: str, order: list[int], expected: Expected, *, renumbered: bool) -> Plan:
    def make() -> bytes:
        every = _frames(subject)
        frames = [every[at] for at in order]
        if renumbered:
            frames = [replace(frame, sequence_number=number) for number, frame in enumerate(frames, CONSTANTS.first_sequence_number)]
        return _with_frames(subject, frames)

    path = "body.frame[0].sequence_number"
    return Plan(operation, path, Repair.SIGN, expected, make, subject.spans[path].start)


def _ended_early(subject: Subject) -> Plan:
    """The message ends with its first frame, which says that it is the final one; it was not encrypted as that."""
    expected = Expected({"frames": "body-tag-invalid"})

    def make() -> bytes:
        return _with_frames(subject, [replace(_frames(subject)[0], final=True)])

    path = "body.final_frame.marker"
    return Plan("end-early", path, Repair.SIGN, expected, make, subject.body_start)


def _frames(subject: Subject) -> tuple[Frame, ...]:
    body = parse(subject.data).body
    assert isinstance(body, tuple)
    return body


def _with_frames(subject: Subject, frames: Sequence[Frame]) -> bytes:
    body = build_body(Message(subject.draft.header, tuple(frames), None))
    return subject.with_body(body, Repair.SIGN if subject.signed else Repair.NONE)


def _of_ivs(subject: Subject) -> Iterator[Plan]:
    """Content that is encrypted under an unusual IV, and says so."""
    pieces = list(subject.draft.pieces)
    pieces[0] = replace(pieces[0], iv=flipped(pieces[0].iv)[::-1])
    path = f"{_frame_path(subject, 0)}.iv" if subject.draft.header.framed else "body.iv"
    yield _sealed(subject, "other-iv", path, subject.draft.with_pieces(*pieces), Expected({}, decision="DEC-G30"))


# -------------------------------------------------------------------- footer
def footer_plans(subject: Subject) -> Iterator[Plan]:
    """All mutations of the footer, if there is one."""
    signature = subject.signature
    if signature is None:
        return
    path = "footer.signature"
    scheme = subject.draft.header.suite.signature
    assert scheme is not None
    for operation, value in numbers(subject.spans["footer.signature.length"]):
        longer = value > len(signature)
        faults = {"parse": "truncated"} if longer else {"parse": "trailing-data", "signature": "signature-malformed"}
        yield _signed_with(
            subject, operation, "footer.signature.length", value.to_bytes(2, "big") + signature, Expected(faults), f"{value:#x}"
        )
    yield _signed_with(subject, "flip", path, subject.footer(flipped(signature)), Expected({"signature": "signature-invalid"}))
    other = mirrored(signature, scheme)
    yield _signed_with(subject, "mirror", path, subject.footer(other), Expected({}, decision="DEC-G17"))
    damaged = {**_NO_DER, "no-sequence": flipped(signature[:1]) + signature[1:], "rest": signature + b"\0"}
    for name, other in damaged.items():
        yield _signed_with(subject, "no-der", path, subject.footer(other), Expected({"signature": "signature-malformed"}), name)
    for operation, other in _other_encodings(signature, scheme):
        yield _signed_with(subject, operation, path, subject.footer(other), Expected({"signature": "signature-malformed"}))


def _other_encodings(signature: bytes, scheme: SignatureScheme) -> Iterator[tuple[str, bytes]]:
    """The numbers of the right signature, in encodings that are not DER or beyond the curve's order."""
    r, s = parse_der_signature(signature, scheme)
    order, size = curve_order(scheme), scheme.coordinate_length
    content = signature[2:]
    yield "ber-long-length", b"\x30\x81" + bytes([len(content)]) + content
    yield "ber-no-length", b"\x30\x80" + content + b"\0\0"
    yield "ber-rest-inside", bytes([0x30, len(content) + 2]) + content + b"\x05\0"
    yield "ber-padded", _sequence(r, s, size + 2)
    if (r | s).bit_length() == 8 * size:  # DER has a zero byte before it
        yield "ber-negative", _sequence(r, s, size)
    yield "r-plus-order", encode_der_signature(r + order, s)
    yield "s-plus-order", encode_der_signature(r, s + order)
    yield "orders", encode_der_signature(order, order)
    yield "zeros", encode_der_signature(0, 0)
    yield "raw", r.to_bytes(size, "big") + s.to_bytes(size, "big")


def _sequence(r: int, s: int, size: int) -> bytes:
    """Two integers of ``size`` bytes each, however many of them the numbers need."""
    content = b"".join(bytes([2, size]) + number.to_bytes(size, "big") for number in (r, s))
    return bytes([0x30, len(content)]) + content


def _signed_with(subject: Subject, operation: str, path: str, footer: bytes, expected: Expected, detail: str = "") -> Plan:
    def make() -> bytes:
        return subject.data[: subject.body_end] + footer

    return Plan(operation, path, Repair.NONE, expected, make, subject.spans[path].start, detail)


# -------------------------------------------------------------------- the whole
def whole_plans(subject: Subject) -> Iterator[Plan]:
    """Messages that are cut, at each field and inside it, or followed by something."""
    for path, span in few(subject.spans):
        middle = (span.start + span.end) // 2
        for at in sorted({span.start, middle}):
            expected = Expected({"parse": _cut_code(subject, span, at)})
            yield Plan("truncate", path, Repair.NONE, expected, lambda at=at: subject.data[:at], span.start, f"to {at}")  # type: ignore[misc]
    more_footer = {} if subject.signed else {"-empty-footer": b"\0\0"}
    for name, more in {**_AFTER, **more_footer, "-message": subject.data}.items():
        expected = Expected({"parse": "trailing-data"})
        yield Plan(f"append{name}", "", Repair.NONE, expected, lambda more=more: subject.data + more, len(subject.data))  # type: ignore[misc]
    for name, more in _BEFORE.items():
        expected = Expected({"parse": FIELDS["header.version"].error})
        yield Plan(f"prepend{name}", "header.version", Repair.NONE, expected, lambda more=more: more + subject.data, 0)  # type: ignore[misc]
    expected = Expected({"parse": "looks-like-base64"})
    yield Plan("base64", "header.version", Repair.NONE, expected, lambda: b64encode(subject.data), 0)


def _cut_code(subject: Subject, span: Span, at: int) -> str:
    if at == subject.body_end:
        return "footer-missing"
    before_frame = span.id in ("body.frame.sequence_number", "body.final_frame.marker")
    return "no-final-frame" if at == span.start and before_frame else "truncated"
