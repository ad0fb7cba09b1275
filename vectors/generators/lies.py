"""Messages in which one length or count is a lie: 0, one less, one more, the largest that its field holds.

Strategy: the numbers are written over in the draft, so that header tag, frame tags and signature hold for the lie; nothing refuses but the
check that the number is about. The largest numbers of the header are also written over in the finished message, which anybody can do
without a key: there a reader must stop before it has a tag to check. ``LIES`` has a row for each length and count of a message, and says
which check refuses which lie. A lie after which a later check refuses as well is not here:

    frame length, one more or less with regular frames    the tag of the first frame, and where the second should be
    content length of a frame or block, less              the tag, and what is left over
    signature length, 0 or less, signature unchanged      the signature, and what is left over
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from esdkit.forge import Draft
from esdkit.spec import LIMITS
from vectors.generators.derive import FRAME_LENGTH, Bases, Derived
from vectors.generators.mutate import spans, splice
from vectors.generators.plain import PLAIN_LENGTH, field_name, plain_case, plain_draft, slug, twin

__all__ = ["LIES", "Lie", "lies"]

_LONG, _FRAME, _CUT = "aad-length-mismatch", "frame-length-vs-content-type", "truncated"
_BLOCK_LIMIT = LIMITS["non_framed_content_length"]

VALUES: Mapping[str, tuple[Callable[[int, int], int], str]] = {
    "zero": (lambda value, largest: 0, "0"),
    "minus-one": (lambda value, largest: value - 1, "one less than it is"),
    "plus-one": (lambda value, largest: value + 1, "one more than it is"),
    "largest": (lambda value, largest: largest, "the largest that the field holds"),
    "frame-length": (lambda value, largest: FRAME_LENGTH, "the frame length, and the frame holds less"),
    "over-frame-length": (lambda value, largest: FRAME_LENGTH + 1, "one more than the frame length"),
    "limit": (lambda value, largest: _BLOCK_LIMIT, "the largest that is valid"),
    "over-limit": (lambda value, largest: _BLOCK_LIMIT + 1, "one more than is valid"),
}
"""What is written, from the right number and the largest one of the field; and how a comment says it."""


@dataclass(frozen=True, slots=True)
class Lie:
    """One number, and which check refuses it.

    Attributes:
        field_id: the number.
        codes: by value, the code with which reading refuses.
        requirements: ids.
        forms: in which messages.
        path: where, when the field repeats.
        open_to_all: the largest is written over in the finished message too.
        length: bytes of plaintext.
        decision: its id, where SDKs differ.
    """

    field_id: str
    codes: Mapping[str, str]
    requirements: str
    forms: Sequence[str] = ("0178", "0578")
    path: str = ""
    open_to_all: bool = False
    length: int = PLAIN_LENGTH
    decision: str = ""


_CONTEXT, _KEYS = "header.encryption_context", "header.encrypted_data_keys"

LIES: tuple[Lie, ...] = (
    # A section of length 0 has no count: a reader takes the count of pairs for the count of data keys, and pairs for the first of them.
    Lie(
        f"{_CONTEXT}.length",
        {"zero": _CUT, "minus-one": _LONG, "plus-one": _LONG, "largest": _LONG},
        "FMT-AAD-001 FMT-AAD-007",
        forms=("0178", "0478"),
        open_to_all=True,
    ),
    Lie(
        f"{_CONTEXT}.count",
        {"zero": "aad-count-zero", "minus-one": _LONG, "plus-one": _LONG, "largest": _LONG},
        "FMT-AAD-005",
        open_to_all=True,
    ),
    *(
        Lie(
            f"{_CONTEXT}.{what}.length",
            dict.fromkeys(("zero", "minus-one", "plus-one", "largest"), _LONG),
            "FMT-AAD-006 FMT-AAD-007",
            path=f"{_CONTEXT}[{pair}].{what}.length",
            open_to_all=True,
        )
        for what, pair in (("key", 0), ("value", 1))
    ),
    Lie(
        f"{_KEYS}.count",
        {"zero": "edk-count-zero", "plus-one": _CUT, "largest": _CUT},
        "FMT-EDK-001 FMT-EDK-010",
        open_to_all=True,
    ),
    *(
        Lie(
            f"{_KEYS}.{what}.length",
            dict.fromkeys(("zero", "minus-one", "plus-one", "largest"), _CUT),
            "FMT-EDK-003 FMT-EDK-010",
            path=f"{_KEYS}[0].{what}.length",
            open_to_all=True,
        )
        for what in ("provider_id", "provider_info")
    ),
    # What follows the data keys is the content type.
    Lie(
        f"{_KEYS}.ciphertext.length",
        {**dict.fromkeys(("zero", "minus-one", "plus-one"), "bad-content-type"), "largest": _CUT},
        "FMT-EDK-003",
        path=f"{_KEYS}[0].ciphertext.length",
        open_to_all=True,
    ),
    Lie(
        "header.iv_length",
        dict.fromkeys(("zero", "minus-one", "plus-one", "largest"), "iv-length-mismatch"),
        "FMT-HDR-012",
        forms=("0178", "0378"),
    ),
    # An empty message can be read with frames of no length; one with regular frames cannot.
    Lie("header.frame_length", {"zero": _FRAME}, "FMT-HDR-015", forms=("0178", "0378", "0478", "0578"), length=0, decision="DEC-G22"),
    Lie("header.frame_length", {"largest": _CUT}, "FMT-FRM-009", forms=("0178", "0378", "0478", "0578")),
    Lie(
        "header.frame_length",
        {"plus-one": _FRAME, "largest": _FRAME},
        "FMT-HDR-013",
        forms=("0178-block", "0578-block"),
        decision="DEC-G23",
    ),
    # A signature follows, so that one byte more than the content is there: the tag would refuse first.
    Lie(
        "body.final_frame.content_length",
        {"plus-one": _CUT, "frame-length": _CUT, "over-frame-length": "final-too-long", "largest": "final-too-long"},
        "FMT-FRM-010 FMT-FRM-022",
        forms=("0178", "0478"),
    ),
    Lie(
        "body.final_frame.content_length",
        {"over-frame-length": "final-too-long", "largest": "final-too-long"},
        "FMT-FRM-010 FMT-FRM-022",
        forms=("0378", "0578"),
    ),
    Lie(
        "body.content_length",
        {"plus-one": _CUT, "limit": _CUT, "over-limit": "nonframed-too-long", "largest": "nonframed-too-long"},
        "FMT-NFR-003 FMT-NFR-009",
        forms=("0178-block", "0478-block"),
    ),
    Lie(
        "body.content_length",
        {"limit": _CUT, "over-limit": "nonframed-too-long", "largest": "nonframed-too-long"},
        "FMT-NFR-003 FMT-NFR-009",
        forms=("0378-block", "0578-block"),
    ),
    Lie(
        "footer.signature.length",
        {"plus-one": _CUT, "largest": _CUT},
        "FMT-FTR-002 FMT-FTR-007",
        forms=("0214", "0378", "0578", "0378-block", "0578-block"),
    ),
)


def lies(bases: Bases) -> Iterator[Derived]:
    """The vectors, which fail at ``parse``."""
    for lie in LIES:
        for form in lie.forms:
            yield from (_sealed(bases, lie, form, value) for value in lie.codes)
            if lie.open_to_all:
                yield _written_over(bases, lie, form)
    yield from _short_frame_length(bases)


def _sealed(bases: Bases, lie: Lie, form: str, value: str) -> Derived:
    case = plain_case(f"lie-{form}-{slug(lie.field_id)}-{value}", bases, form)
    draft = plain_draft(case, form, length=lie.length)
    path = lie.path or lie.field_id
    _, said = VALUES[value]
    data = draft.seal(override={path: _lie(draft.seal(), path, value)})
    comment = f"the {field_name(lie.field_id)} is written as {said}" + (f" ({lie.decision})" if lie.decision else "")
    return case.refused(data, "parse", lie.codes[value], comment, lie.requirements, flags=_flags(lie, value), twin=twin(form))


def _written_over(bases: Bases, lie: Lie, form: str) -> Derived:
    """The twin's own bytes with the largest number."""
    whole = plain_draft(plain_case(twin(form), bases, form), form).seal()
    case = plain_case(f"lie-{form}-{slug(lie.field_id)}-largest-unsealed", bases, form)
    path = lie.path or lie.field_id
    data = splice(whole, path, _lie(whole, path, "largest"))
    comment = (
        f"the {field_name(lie.field_id)} is written as the largest that the field holds, the header tag is that of the unchanged message"
    )
    return case.refused(data, "parse", lie.codes["largest"], comment, lie.requirements, flags=_flags(lie, "largest"), twin=twin(form))


def _flags(lie: Lie, value: str) -> str:
    """Those of a lie after which bytes are missing; the code's own say that the message was truncated."""
    if lie.codes[value] != _CUT:
        return ""
    return "exhaustion length" if value in ("largest", "limit") else "length"


def _lie(data: bytes, path: str, value: str) -> int:
    span = spans(data)[path]
    assert isinstance(span.value, int)
    write, _ = VALUES[value]
    return write(span.value, 256 ** (span.end - span.start) - 1)


def _short_frame_length(bases: Bases) -> Iterator[Derived]:
    """One full frame, which is final, and a frame length that is one less; one more is valid and is a vector of ``edges``."""
    for form in ("0178", "0378", "0478", "0578"):
        case = plain_case(f"lie-{form}-header-frame-length-minus-one", bases, form)
        draft: Draft = plain_draft(case, form, length=FRAME_LENGTH, frame_length=FRAME_LENGTH + 1)
        data = draft.with_header(frame_length=FRAME_LENGTH - 1).seal()
        comment = f"the frame length is one less than the only frame holds, which is final and has {FRAME_LENGTH} bytes"
        yield case.refused(data, "parse", "final-too-long", comment, "FMT-FRM-010 FMT-FRM-022", twin=twin(form))
