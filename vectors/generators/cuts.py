"""Messages that end too early: at the first byte of each field, and before the last byte of each.

Strategy: the fields are those that the grammar finds in the plain messages, so a new field has its vectors without a line here. A cut
message is a beginning of its twin. What a one-byte field leaves, the cut at its start shows already.
"""

from __future__ import annotations

from collections.abc import Iterator

from esdkit.spec import FIELDS
from vectors.generators.derive import Bases, Case, Derived
from vectors.generators.mutate import spans
from vectors.generators.plain import field_name, plain_case, plain_draft, slug, twin

__all__ = ["cuts"]

_PARTS = (
    ("0178", ("header", "body")),
    ("0478", ("header", "body")),
    ("0178-block", ("body",)),
    ("0478-block", ("body",)),
    ("0378", ("footer",)),
    ("0578", ("footer",)),
    ("0378-block", ("footer",)),
    ("0578-block", ("footer",)),
)
"""Which part of a message is cut in which form: each field once per message version, the footer after both kinds of body."""

_ELSEWHERE = (b"", b"\2")
"""No byte at all, and the version alone, are vectors of ``invalid``."""

_FRAME_STARTS = ("body.frame.sequence_number", "body.final_frame.marker")


def cuts(bases: Bases) -> Iterator[Derived]:
    """The vectors, which fail at ``parse``."""
    for form, parts in _PARTS:
        whole = plain_draft(plain_case(twin(form), bases, form), form).seal()
        first = {span.id: span for span in reversed(spans(whole).values()) if FIELDS[span.id].part in parts}
        for field_id, span in sorted(first.items(), key=lambda item: item[1].start):
            name = field_name(field_id)
            if whole[: span.start] not in _ELSEWHERE:
                comment = f"the message ends where the {name} should begin"
                yield _cut(plain_case(f"cut-{form}-{slug(field_id)}-start", bases, form), form, whole[: span.start], field_id, comment)
            if span.end - span.start > 1:
                comment = f"the message ends before the last byte of the {name}"
                yield _cut(plain_case(f"cut-{form}-{slug(field_id)}-inside", bases, form), form, whole[: span.end - 1], field_id, comment)


def _cut(case: Case, form: str, data: bytes, field_id: str, comment: str) -> Derived:
    code, requirement = _error(field_id, at_start=case.name.endswith("-start"))
    return case.refused(data, "parse", code, comment, f"CLI-DEC-030 {requirement}", twin=twin(form))


def _error(field_id: str, *, at_start: bool) -> tuple[str, str]:
    """The code of a message that ends at the start of a field or inside it, and the requirement that names it."""
    if at_start and field_id in _FRAME_STARTS:
        return "no-final-frame", "FMT-FRM-007 FMT-FRM-025"
    if at_start and field_id == "footer.signature.length":
        return "footer-missing", "FMT-FTR-001 FMT-FTR-007"
    if FIELDS[field_id].part == "body":
        framed = "frame" in field_id
        return "truncated", "FMT-FRM-025" if framed else "FMT-NFR-001"
    return "truncated", {"header": "FMT-HDR-022", "footer": "FMT-FTR-007"}[FIELDS[field_id].part]
