"""The readings of the grammar against each other: the generated decoder in all its variants, the header reader, and the reference reading.

The reference reading with construct is the definition. The decoder accepts exactly what it accepts, with the same values, end and spans;
the header reader says what ``parse_header`` says, whatever the pieces.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping
from typing import Any

from esdkit.errors import Code, TruncatedMessage
from esdkit.grammar.decoder import Short, decoder
from esdkit.grammar.field import Node, Span
from esdkit.grammar.footer import BODY_AND_FOOTER, MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import Trace, trace
from esdkit.message import Header, HeaderReader, ReadLimits, parse_header
from esdkit.spec import FIELDS, LIMITS
from tools.fuzzing.rule import Outcome, attempt, require, where

__all__ = ["compare", "compare_message", "compare_readers", "feed", "same_header"]

_VARIANTS = [dict(zip(("spans", "checked", "valid"), values, strict=True)) for values in itertools.product((False, True), repeat=3)]
_AGREE = "disagreement"


def compare(root: Node, data: bytes, start: int = 0, known: Mapping[str, Any] | None = None) -> Trace:
    """Hold every variant of the decoder to the reference reading, which is returned."""
    reference = trace(root, data, start=start, values=known)
    for options in _VARIANTS:
        noted: list[Any] = []
        variant = decoder(root, **options)
        try:
            fast = variant(data, start, len(data), known, noted if options["spans"] else None)
        except Short as short:
            problem = reference.problem
            require(options["checked"] and problem is not None, _AGREE, "decoder {} asks for more bytes", options)
            require(short.needed > len(data), _AGREE, "decoder {} needs {} of {} bytes", options, short.needed, len(data))
            if problem is not None and problem.code is Code.TRUNCATED:
                enough = short.needed >= (problem.needed or 0)
                require(enough, _AGREE, "decoder {} needs {} bytes, the reference {}", options, short.needed, problem.needed)
            continue
        accepted = _valid(reference) if options["valid"] else reference.problem is None
        require((fast is not None) == accepted, _AGREE, "decoder {} accepts: {}, the reference: {}", options, fast is not None, accepted)
        if fast is not None:
            require(fast == (reference.value, reference.end), _AGREE, "decoder {} reads another value", options)
            spans = reference.spans if options["spans"] else []
            require([Span._make(span) for span in noted] == spans, _AGREE, "decoder {} notes other spans", options)
    return reference


def _valid(reference: Trace) -> bool:
    """Whether each value is valid by itself."""
    return reference.problem is None and all(FIELDS[span.id].allows(span.value) for span in reference.spans)


def compare_message(data: bytes) -> Trace:
    """Hold the decoder to all roots that a message is read by; gives the reference reading of the whole message."""
    whole = compare(MESSAGE, data)
    header = compare(HEADER, data)
    if header.problem is None:
        known = {span.id: span.value for span in header.spans}
        compare(BODY_AND_FOOTER, data, header.end, known)
    return whole


def feed(data: bytes, chance: random.Random | None = None, **options: Any) -> tuple[Header, int]:
    """A header by way of ``HeaderReader``, in pieces of any length; as ``parse_header`` gives it."""
    reader = HeaderReader(**options)
    start = 0
    while start < len(data) and reader.header is None:
        end = start + (chance.choice((0, 1, 7, 64, len(data), len(data))) if chance else 64)
        reader.feed(data[start:end])
        start = end
    return reader.finish(), reader.length


def compare_readers(data: bytes, chance: random.Random) -> None:
    """Hold the header reader to ``parse_header``, read in some way."""
    same_header(data, chance, **_some_options(data, chance))


def same_header(data: bytes, chance: random.Random, **options: Any) -> Outcome:
    """Hold the header reader, fed in pieces of any length, to ``parse_header``, whose outcome is returned."""
    whole, pieces = attempt(parse_header, data, **options), attempt(feed, data, chance, **options)
    same = (pieces.value, where(pieces.error)) == (whole.value, where(whole.error))
    require(same, _AGREE, "HeaderReader: {}; parse_header: {}; {}", pieces.error, whole.error, options)
    if isinstance(whole.error, TruncatedMessage):
        needed = pieces.error.needed if isinstance(pieces.error, TruncatedMessage) else None
        require(needed == whole.error.needed, _AGREE, "HeaderReader needs {} bytes, parse_header {}", needed, whole.error.needed)
    return whole


def _some_options(data: bytes, chance: random.Random) -> dict[str, Any]:
    """How a header may be read: strictly and without limits, or some other way."""
    if chance.random() < 0.5:
        return {}
    budget = chance.choice((chance.randint(1, len(data) + 8), LIMITS["default_header_budget"]))
    return {"strict": chance.random() < 0.5, "limits": ReadLimits(chance.choice((None, 1, 2)), budget)}
