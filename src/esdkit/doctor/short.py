"""A diagnosis in a few lines that can be sent to a customer: what it is, what is wrong, the evidence, what to do first.

Strategy: the verdict gets the lines that it needs, then the first advice; the evidence gets what is left. What has no room is left out,
sentence by sentence, and is in the whole report. A line is longer than 80 columns only where a name is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from esdkit.columns import WIDTH, Columns, Style, count, fold, plain, printable, width
from esdkit.doctor.advice import advice, verdict
from esdkit.doctor.explain import Diagnosis
from esdkit.engine.verify import NO_KEY
from esdkit.inspector.views.error import place_of

__all__ = ["MAX_LINES", "diagnosis_to_short_text"]

# Reqs: CLI-DOC-027
MAX_LINES = 5
"""Before the one that says how to see the rest."""

_MORE = "(--full has all checks, keys, policy, context and readers)"
_MAX_WHAT, _MAX_VERDICT, _MAX_EVIDENCE = 2, 3, 2  # lines
_MAX_ITEMS = 3  # of one kind of evidence
_MAX_BYTES = 8
_INDENT = 2
_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z])")


def diagnosis_to_short_text(diagnosis: Diagnosis, name: str, style: Style = plain) -> Iterator[str]:
    """At most ``MAX_LINES`` lines, and one more. ``name``: of the file."""
    # Reqs: CLI-DOC-027
    out, name = Columns(style), printable(name)
    role = "good" if diagnosis.recognition is None and diagnosis.error is None else "bad"
    if diagnosis.recognition is None:
        lines = _part(out, name, [_what(diagnosis)], _MAX_WHAT, cut=True)
        lines += _part(out, "result", _SENTENCE.split(verdict(diagnosis)), MAX_LINES - 1 - len(lines), role, cut=True)
    else:
        lines = _part(out, name, _SENTENCE.split(verdict(diagnosis)), _MAX_VERDICT, role, cut=True)
    remedies, room = _SENTENCE.split(next(iter(advice(diagnosis)), "")), MAX_LINES - len(lines)
    first = _part(out, "do first", remedies[:1], room, cut=True)
    evidence = _part(out, "evidence", [*_evidence(diagnosis)], min(room - len(first), _MAX_EVIDENCE), joint="; ")
    yield from [*lines, *evidence]
    yield from _part(out, "do first", remedies, room - len(evidence), "warning", cut=True)
    yield from out.lines(_MORE, role="dim")


def _part(
    out: Columns, label: str, texts: Sequence[str], room: int, role: str = "plain", *, joint: str = " ", cut: bool = False
) -> list[str]:
    """As many of the texts as have room, in their order; with ``cut``, of the first as much as has."""
    # Reqs: CLI-DOC-027
    front, taken = f"{label}: ", width(label) + 2 - _INDENT
    for number in range(len(texts), 0, -1):
        text = joint.join(texts[:number])
        if len(fold(text, WIDTH - _INDENT, taken=taken)) <= room:
            return [*out.lines(text, [(front, "label")], role, hanging=_INDENT)]
    if not cut or room <= 0:
        return []
    kept = fold(texts[0], WIDTH - _INDENT - 2, taken=taken)[:room]
    return [*out.lines(f"{' '.join(kept)} …", [(front, "label")], role, hanging=_INDENT)][:room]


def _what(diagnosis: Diagnosis) -> str:
    tree = diagnosis.tree
    suite = "" if tree.suite is None else f", suite {tree.suite.hex_id}"
    end = "" if tree.complete else ", incomplete"
    return f"AWS Encryption SDK message v{tree.value('header.version')}{suite}, {count(diagnosis.length, 'byte')}{end}"


def _evidence(diagnosis: Diagnosis) -> Iterator[str]:
    """What the verdict rests on, the most telling first."""
    # Reqs: CLI-DOC-027
    recognition, inner = diagnosis.recognition, diagnosis.innermost
    if recognition is not None and recognition.detail:
        yield from recognition.detail.split("; ")
    if recognition is not None and inner.recognition is None:
        yield f"inside: {_what(inner)}"
    if recognition is not None and recognition.evidence and not recognition.detail:
        yield f"bytes {recognition.evidence[:_MAX_BYTES].hex(' ')} at offset {recognition.offset:#x}"
    if inner.recognition is not None:
        return
    for check in inner.findings[:1]:
        assert check.error is not None
        if check.name == "unwrap":
            tried = [cell for cell in inner.cells if cell.outcome != "other-kind"]
            yield from (f"data key [{cell.edk_index}]: {cell.reason}" for cell in tried[:_MAX_ITEMS])
        else:
            yield ", ".join(filter(None, [check.error.code.value, place_of(check.error.path, check.error.offset)]))
    also = [check.name for check in inner.verification.failures if check not in inner.findings[:1]]
    if also:
        yield f"also FAILED: {', '.join(also)}"
    yield from (remark.rstrip(".") for remark in inner.remarks[:1] if inner.findings)
    if inner.tree.signature.request is not None:
        yield f"signature {inner.tree.signature.means}"
    passed = [check.name for check in inner.verification.checks if check.outcome == "passed"]
    yield f"{count(len(passed), 'check')} passed" if not inner.findings or not passed else f"passed: {', '.join(passed)}"
    unmade = [check.name for check in inner.verification.checks if check.reason == NO_KEY]
    if unmade:
        yield f"{NO_KEY} for {', '.join(unmade)}"
