"""One check for all readings of a grammar node: reference, writing, and every variant of the decoder give the same."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

import pytest

from esdkit.errors import Code
from esdkit.grammar.decoder import Short, decoder
from esdkit.grammar.field import Node, Problem, Span
from esdkit.grammar.trace import Trace, build, trace

__all__ = ["assert_cut_is_told", "assert_readings_agree", "assert_refused", "decoders"]

# A frame of which the first four bytes are not there is a regular one, until they say otherwise.
_BLAMED = {"body.final_frame.marker": "body.frame.sequence_number"}

PREFIX, SUFFIX = b"\xa5\x5a\xa5", b"\x5a" * 5


def decoders(*, valid: bool | None = None) -> list[dict[str, bool]]:
    """The variants of the decoder, as keyword arguments."""
    judged = [False, True] if valid is None else [valid]
    return [{"spans": a, "checked": b, "valid": c} for a, b, c in itertools.product([False, True], [False, True], judged)]


def assert_readings_agree(root: Node, value: Any, data: bytes, values: Mapping[str, Any] | None = None, *, valid: bool = True) -> Trace:
    """Read ``data`` in every way, and write it. Bytes before and behind it change nothing but the offsets.

    Args:
        values: earlier fields that the root depends on.
        valid: whether every value is valid by itself; otherwise the decoders that judge must refuse.
    """
    whole = PREFIX + data + SUFFIX
    start, end = len(PREFIX), len(PREFIX) + len(data)
    reference = trace(root, whole, start=start, values=values)
    assert reference.problem is None
    assert (reference.value, reference.end) == (value, end)
    assert _covers(reference.spans, start, end)
    assert build(root, value, values=values) == data
    for variant in decoders():
        spans: list[tuple[str, int | None, int, int, int | bytes]] = []
        read = decoder(root, **variant)(whole, start, len(whole), values, spans)
        if variant["valid"] and not valid:
            assert read is None, variant
            continue
        assert read == (value, end), variant
        assert spans == (reference.spans if variant["spans"] else []), variant
        assert decoder(root, **variant)(data, 0, len(data), values, spans) == (value, len(data)), variant
    return reference


def _covers(spans: list[Span], start: int, end: int) -> bool:
    """Whether the spans follow each other without gap and overlap."""
    edges = [start, *(span.end for span in spans)]
    return [span.start for span in spans] == edges[:-1] and edges[-1] == end


def assert_refused(root: Node, data: bytes, problem: Problem, values: Mapping[str, Any] | None = None) -> Trace:
    """The reference reading ends with this problem, and no decoder accepts; one that checks may ask for more bytes."""
    reference = trace(root, data, values=values)
    assert reference.problem == problem
    assert reference.value is None
    for variant in decoders():
        try:
            assert decoder(root, **variant)(data, 0, len(data), values, []) is None, variant
        except Short as short:
            assert variant["checked"]
            assert short.needed > len(data)
    return reference


def assert_cut_is_told(root: Node, data: bytes, values: Mapping[str, Any] | None = None) -> None:
    """Cut anywhere, a valid reading says which field is not whole, where it starts and how much it needs."""
    spans = trace(root, data, values=values).spans
    for cut in range(len(data)):
        span = next(span for span in spans if span.end > cut)
        problem = Problem(Code.TRUNCATED, _BLAMED.get(span.id, span.id), span.index, span.start, needed=span.end)
        reference = assert_refused(root, data[:cut], problem, values)
        assert reference.spans == [other for other in spans if other.end <= cut]
        with pytest.raises(Short) as caught:
            decoder(root, checked=True)(data[:cut], 0, cut, values)
        assert cut < caught.value.needed <= len(data)
