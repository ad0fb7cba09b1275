"""Small valid messages, one form for each suite and kind of body: what the vectors about fields and suites are one fact away from.

A form is a suite's id, with ``-block`` for a body without frames. Each has a vector that must be accepted (``plain``), the twin of all that
are derived from the form: same suite, context, wrapping key and shape. The draft of a case has the same shape, and a data key and message
id of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from esdkit.forge import Draft
from esdkit.message.body import serialize_footer
from esdkit.spec import CONSTANTS, FIELDS
from vectors.generators.derive import FRAME_LENGTH, Bases, Case, Derived
from vectors.generators.mutate import flip, spans

__all__ = [
    "CONTEXT",
    "FORMS",
    "PLAIN_LENGTH",
    "SUITE_BASES",
    "field_name",
    "plain",
    "plain_case",
    "plain_draft",
    "re_signed",
    "slug",
    "twin",
    "with_flip",
    "with_pairs",
]

SUITE_BASES: Mapping[str, str] = {
    "0014": "0014",
    "0046": "0046",
    "0078": "block",
    "0114": "0114",
    "0146": "0146",
    "0178": "v1",
    "0214": "p256",
    "0346": "0346",
    "0378": "v1-signed",
    "0478": "v2",
    "0578": "v2-signed",
}
"""Which base each suite's messages are like."""

FORMS = (*SUITE_BASES, *(f"{suite}-block" for suite in ("0178", "0378", "0478", "0578")))
PLAIN_LENGTH = 12
"""Bytes of plaintext: a regular frame and a final one that is half full, or a block."""
CONTEXT = ((b"purpose", b"test"), (b"user", b"7"))


def plain(bases: Bases) -> Iterator[Derived]:
    """The valid message of each form."""
    for form in FORMS:
        case = plain_case(twin(form), bases, form)
        body = "one block" if _is_block(form) else "a regular frame and a final one"
        requirement = "FMT-NFR-001 FMT-NFR-006" if _is_block(form) else "FMT-FRM-001 FMT-FRM-002"
        comment = f"a small message of suite {case.base.suite.hex_id}: two pairs of context, one data key, {body}"
        yield case.accepted(plain_draft(case, form).seal(), comment, requirement, length=PLAIN_LENGTH, flags="ordinary")


def twin(form: str) -> str:
    """The id of a form's valid message."""
    return f"accept-plain-{form}"


def plain_case(name: str, bases: Bases, form: str) -> Case:
    """A case of a form."""
    return Case(name, bases[SUITE_BASES[form.removesuffix("-block")]])


def plain_draft(case: Case, form: str, *, length: int = PLAIN_LENGTH, frame_length: int = FRAME_LENGTH) -> Draft:
    """A valid message of a form under the case's own data key.

    Args:
        case: of the form.
        form: see the module.
        length: bytes of plaintext.
        frame_length: bytes per frame, for a body with frames.
    """
    return with_pairs(case, case.draft(length=length, frame_length=None if _is_block(form) else frame_length), *CONTEXT)


def with_pairs(case: Case, draft: Draft, *pairs: tuple[bytes, bytes]) -> Draft:
    """The draft with these pairs of context, and its public key if it has one; the data key is wrapped under them."""
    public = CONSTANTS.public_key_name.encode()
    kept = [pair for pair in draft.header.context_pairs or () if pair[0] == public]
    return case.wrapped(draft.with_header(context_pairs=tuple(sorted([*pairs, *kept])) or None))


def re_signed(draft: Draft, data: bytes) -> bytes:
    """Changed bytes of a draft's message with the signature of what they are now, if the suite signs."""
    if draft.header.suite.signature is None:
        return data
    signed = data[: spans(data)["footer.signature.length"].start]
    return signed + serialize_footer(draft.sign(signed))


def with_flip(draft: Draft, path: str, bit: int) -> bytes:
    """A draft's message with one bit of a field inverted after everything but the signature was made."""
    return re_signed(draft, flip(draft.seal(), path, bit))


def slug(field_id: str) -> str:
    """A field's id as a part of a vector's id."""
    return field_id.replace(".", "-").replace("_", "-")


def field_name(field_id: str) -> str:
    """A field's name inside a sentence."""
    name = FIELDS[field_id].name
    return name if name[1].isupper() else name[0].lower() + name[1:]


def _is_block(form: str) -> bool:
    return form.endswith("-block")
