"""Numbers that only a reader with all their bits reads rightly: to each is added what a field of fewer bits cannot hold.

Strategy: a number n is written as n + 2^bits, and everything else fits n: tags, signature, and the number that a frame authenticates. So a
reader that keeps ``bits`` bits of the number opens the message, and no other reader does. The rows of ``WIDTHS`` say which numbers, with
how many bits, and which check refuses. Those of a wrapped data key are in ``raw_keys`` and ``agreed``. More than 2^16 frames take a message
of 2 MiB, which ``docs/howto/read-the-suite.md`` says how to make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from esdkit.forge.mutate import spans
from vectors.generators.derive import Bases, Derived
from vectors.generators.plain import field_name, plain_case, plain_draft, slug, twin

__all__ = ["WIDTHS", "Width", "widths"]

_LONG, _CUT, _ORDER = "aad-length-mismatch", "truncated", "seq-out-of-order"
_CONTEXT, _KEYS = "header.encryption_context", "header.encrypted_data_keys"


@dataclass(frozen=True, slots=True)
class Width:
    """One number of a message.

    Attributes:
        field_id: the number.
        codes: by bits, the code with which reading refuses.
        requirements: ids.
        forms: in which messages.
        path: where, when the field repeats.
        decision: its id, where SDKs differ.
    """

    field_id: str
    codes: Mapping[int, str]
    requirements: str
    forms: Sequence[str]
    path: str = ""
    decision: str = ""


WIDTHS: tuple[Width, ...] = (
    Width(f"{_CONTEXT}.length", {8: _LONG}, "FMT-AAD-001 FMT-AAD-007", ("0178",)),
    Width(f"{_CONTEXT}.count", {8: _LONG}, "FMT-AAD-005", ("0478",)),
    Width(f"{_CONTEXT}.key.length", {8: _LONG}, "FMT-AAD-006 FMT-AAD-007", ("0178",), f"{_CONTEXT}[0].key.length"),
    Width(f"{_CONTEXT}.value.length", {8: _LONG}, "FMT-AAD-006 FMT-AAD-007", ("0478",), f"{_CONTEXT}[1].value.length"),
    Width(f"{_KEYS}.count", {8: _CUT}, "FMT-EDK-001 FMT-EDK-010", ("0478",)),
    Width(f"{_KEYS}.provider_id.length", {8: _CUT}, "FMT-EDK-003 FMT-EDK-010", ("0178",), f"{_KEYS}[0].provider_id.length"),
    Width(f"{_KEYS}.provider_info.length", {8: _CUT}, "FMT-EDK-003 FMT-EDK-010", ("0478",), f"{_KEYS}[0].provider_info.length"),
    Width(f"{_KEYS}.ciphertext.length", {8: _CUT}, "FMT-EDK-003 FMT-EDK-010", ("0178",), f"{_KEYS}[0].ciphertext.length"),
    Width("header.frame_length", {8: _CUT, 16: _CUT, 24: _CUT}, "FMT-FRM-009", ("0478",)),
    Width(
        "body.frame.sequence_number",
        {8: _ORDER, 16: _ORDER, 24: _ORDER},
        "FMT-FRM-004",
        ("0178",),
        "body.frame[0].sequence_number",
        "DEC-G24",
    ),
    Width("body.final_frame.sequence_number", {8: _ORDER, 16: _ORDER, 24: _ORDER}, "FMT-FRM-006", ("0478",), decision="DEC-G26"),
    Width(
        "body.final_frame.content_length",
        dict.fromkeys((8, 16, 24), "final-too-long"),
        "FMT-FRM-010 FMT-FRM-022",
        ("0178",),
    ),
    Width(
        "body.content_length",
        {8: _CUT, 16: _CUT, 32: _CUT, **dict.fromkeys((36, 40, 63), "nonframed-too-long")},
        "FMT-NFR-003 FMT-NFR-009",
        ("0178-block",),
    ),
    Width("body.content_length", {32: _CUT}, "FMT-NFR-003 FMT-NFR-009", ("0478-block", "0578-block")),
    Width("footer.signature.length", {8: _CUT}, "FMT-FTR-002 FMT-FTR-007", ("0214", "0378", "0578")),
)


def widths(bases: Bases) -> Iterator[Derived]:
    """The vectors, which fail at ``parse``."""
    for row in WIDTHS:
        for form in row.forms:
            yield from (_wider(bases, row, form, bits) for bits in row.codes)


def _wider(bases: Bases, row: Width, form: str, bits: int) -> Derived:
    case = plain_case(f"width-{form}-{slug(row.field_id)}-{bits}", bases, form)
    draft, path = plain_draft(case, form), row.path or row.field_id
    value = spans(draft.seal())[path].value
    assert isinstance(value, int)
    data = draft.seal(override={path: value + (1 << bits)})
    field = field_name(row.field_id)
    comment = f"the {field} is written as 2^{bits} + {value}, where {value} is right" + (f" ({row.decision})" if row.decision else "")
    return case.refused(data, "parse", row.codes[bits], comment, row.requirements, flags="narrow-number", twin=twin(form))
