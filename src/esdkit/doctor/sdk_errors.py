"""Errors of the official SDKs and of AWS KMS: which one a user pasted, and whether a diagnosis shows it (spec/sdk_errors.yaml).

Strategy: every row is looked for in the end of the text. A row whose text is only a part of another row's is left out, so that the most
specific stays. In a stack trace with several exceptions the root cause comes first. Of a text that no row has, the most similar line of a
row is named, if it is similar enough, and called a guess.
Invariants: the work is bounded, whatever the log; each error is named once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from esdkit.doctor.explain import Diagnosis
from esdkit.engine.verify import NO_KEY
from esdkit.spec import CHECKS, SdkError, kms_advice, sdk_errors

__all__ = ["Explained", "as_printed", "found_here", "kms_codes", "matching", "nearest"]

_KMS = "AWS KMS"
_ASKED_BY_SDK = " If an SDK asked KMS for its data key and got this error, the encryption context or the key differs."
_MAX_TEXT = 1 << 16  # characters of a log, the last of them, where the error is
_MAX_ERRORS = 8
_MAX_PLACES = 32  # of one row in a log
_MAX_LINES = 10  # that are compared with known texts
_MAX_LINE = 300
_SIMILAR = 0.8
_TAG_LENGTH = 16
_MAX_HOLE = 200  # characters in place of what varies
_MAX_CLASS = 120
_HOLE = re.compile(r"\{\w*\}")
_CLASS = re.compile(r"[\w.$]*(?:Exception|Error): \Z")
_LATER_IS_ROOT = re.compile(r"^\s*(?:Caused by: |Suppressed: |\[cause\]: |\[errors\]: )", re.MULTILINE)
_EARLIER_IS_ROOT = re.compile(r"^(?:During handling of the above exception|The above exception was the direct cause)", re.MULTILINE)


class Explained(NamedTuple):
    """A row that a text contains: which of the row's texts, and what the rest of the text makes of cause and fix."""

    row: SdkError
    text: str
    cause: str
    fix: str


class _Found(NamedTuple):
    row: SdkError
    text: str
    start: int
    end: int

    def is_part_of(self, other: _Found) -> bool:
        return other.start <= self.start and self.end <= other.end and other.end - other.start > self.end - self.start


def matching(text: str) -> tuple[Explained, ...]:
    """The errors that a text contains, for example a log: the root cause first, then the most specific; a few at most."""
    # Reqs: CLI-DOC-016, CLI-SDK-002
    text = text[-_MAX_TEXT:]
    words = " ".join(text.lower().split())
    found = [one for row in sdk_errors().values() for one in _places(row, text, words)]
    kept = [one for one in found if not any(one.is_part_of(other) for other in found)]
    kept.sort(key=lambda one: (_distance(text, one.start), one.start - one.end, one.start))
    first = {one.row.id: one for one in reversed(kept)}
    rows = dict.fromkeys(one.row.id for one in kept)
    return tuple(_explained(first[id_], text) for id_ in list(rows)[:_MAX_ERRORS])


def _places(row: SdkError, text: str, words: str) -> Iterator[_Found]:
    if row.unless is not None and re.search(row.unless, text):
        return
    if row.pattern is not None:
        for match in islice(re.finditer(row.pattern, text, re.IGNORECASE | re.MULTILINE), _MAX_PLACES):
            yield _Found(row, row.texts[0], _with_class(text, match.start()), match.end())
        return
    for known in _known_texts(row.id):
        if known.needed in words:
            for first in islice(known.pieces[0].finditer(text), _MAX_PLACES):
                end = known.end(text, first.end())
                if end is not None:
                    yield _Found(row, known.text, _with_class(text, first.start()), end)


def _with_class(text: str, start: int) -> int:
    """Where the name of the class before a text begins, if there is one."""
    front = _CLASS.search(text, max(0, start - _MAX_CLASS), start)
    return start if front is None else front.start()


class _KnownText(NamedTuple):
    """A text of a row, the words in it that a log must have, which is quick to see, and what is between the holes."""

    text: str
    needed: str
    pieces: tuple[re.Pattern[str], ...]

    def end(self, text: str, start: int) -> int | None:
        """Where it ends, when its first piece ends at ``start``; None when another piece is not near, on the same line."""
        for piece in self.pieces[1:]:
            match = piece.search(text, start, start + _MAX_HOLE)
            if match is None or "\n" in text[start : match.start()]:
                return None
            start = match.end()
        return start


@cache
def _known_texts(id_: str) -> tuple[_KnownText, ...]:
    return tuple(map(_known_text, sdk_errors()[id_].texts))


def _known_text(text: str) -> _KnownText:
    plain = text.rstrip(". ")
    pieces = [" ".join(piece.split()) for piece in _HOLE.split(plain) if piece.strip()]
    expressions = [re.escape(piece).replace(r"\ ", r"\s+") for piece in pieces]
    if pieces[0][0].isalnum():
        expressions[0] = rf"(?<!\w){expressions[0]}"
    if pieces[-1][-1].isalnum() and not plain.endswith("}"):
        expressions[-1] += r"(?!\w)"
    compiled = tuple(re.compile(one, re.IGNORECASE) for one in expressions)
    return _KnownText(text, max(pieces, key=len).lower(), compiled)


def _distance(text: str, place: int) -> int:
    """How far a place in a stack trace is from the root cause, in exceptions."""
    before, after = len(_EARLIER_IS_ROOT.findall(text, 0, place)), len(_LATER_IS_ROOT.findall(text, place))
    return before + after


def _explained(found: _Found, text: str) -> Explained:
    row = found.row
    for variant in row.variants:
        match = re.search(variant.when, text, re.IGNORECASE)
        if match:
            names = match.groupdict("")
            number = names.get("n", "")
            known = {"{n}": number, "{less}": str(int(number) - _TAG_LENGTH) if number.isdecimal() else number}
            return Explained(row, found.text, _filled(variant.cause or row.cause, known), _filled(variant.fix or row.fix, known))
    return Explained(row, found.text, row.cause, row.fix)


def _filled(text: str, known: dict[str, str]) -> str:
    for name, value in known.items():
        text = text.replace(name, value)
    return text


def nearest(text: str) -> SdkError | None:
    """The row with the text that is most like one of the last lines; None when none is similar enough. It is a guess."""
    # Reqs: CLI-SDK-003
    lines = [line.strip()[-_MAX_LINE:] for line in text[-_MAX_TEXT:].splitlines() if line.strip()][-_MAX_LINES:]
    best, best_ratio = None, _SIMILAR
    for row in sdk_errors().values():
        for known in row.texts:
            plain = _without_class(_HOLE.sub("", known))
            for line in lines:
                ratio = _similarity(_without_class(line), plain)
                if ratio >= best_ratio:
                    best, best_ratio = row, ratio
    return best


def _without_class(text: str) -> str:
    return re.sub(r"^.*?(?:Exception|Error): ", "", text).lower()


def _similarity(line: str, known: str) -> float:
    """Of two texts; 0 when they are certainly less similar than asked for."""
    from difflib import SequenceMatcher  # few texts are unknown

    matcher = SequenceMatcher(None, line, known, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _SIMILAR and matcher.quick_ratio() >= _SIMILAR else 0.0


def kms_codes(text: str) -> dict[str, str]:
    """The error codes of AWS that a text contains, with what to do about each (spec/kms_errors.yaml)."""
    words = set(re.findall(r"\w+", text[-_MAX_TEXT:]))
    return {code: row.advice for code, row in kms_advice().items() if code in words}


_EXAMPLE = b"A\x02"  # as base64 and a ciphertext of AWS KMS have it


def as_printed(text: str, diagnosis: Diagnosis | None = None) -> str:
    """An error's text as an SDK prints it for some bytes, of which it may name the first or the second; never those of a key.

    Other parts that vary are shown as dots.
    """
    data = _EXAMPLE if diagnosis is None or diagnosis.may_be_key else diagnosis.source.read(0, 2)
    first, second, *_ = (*data[:2], 0, 0)
    return _HOLE.sub("...", text.replace("{first}", str(first)).replace("{second}", str(second)))


def found_here(row: SdkError, diagnosis: Diagnosis) -> str:
    """Whether a file shows what an error says, in one sentence."""
    # Reqs: CLI-DOC-016, CLI-DOC-028
    inner = diagnosis.innermost
    shown = next((why for level in (diagnosis, inner) if (why := _shown(row, level)) is not None), None)
    if shown is not None:
        return f"The file shows it: {shown}."
    if row.section == "settings":
        return "No file shows it: it comes from settings, credentials or the code around the SDK."
    if row.section == "thing" and row.sdks == (_KMS,):
        if inner.recognition is not None:
            return f"The file is {inner.recognition.name}."
        return f"The file is a message, so KMS Decrypt cannot open it.{_ASKED_BY_SDK if inner.asks_kms else ''}"
    if not row.codes:
        return "No check of a file shows this error."
    unmade = next((check for check in inner.verification.checks if check.outcome == "not-checked" and _gives(check.name, row)), None)
    if unmade is None:
        return "This file does not show it: the error came from other bytes, keys or settings."
    why = unmade.reason if inner.recognition is None else f"the file is {inner.recognition.name}"
    more = ": give the keys to doctor, too" if unmade.reason == NO_KEY else ""
    return f"Whether this file shows it is not known: {unmade.name} was not checked, because {why}{more}."


def _shown(row: SdkError, diagnosis: Diagnosis) -> str | None:
    """Which of the things that are wrong with some bytes an error tells of; None when it tells of none."""
    if diagnosis.error is not None and diagnosis.error.code.value in row.codes:
        return diagnosis.why
    errors = [*(check.error for check in diagnosis.verification.failures if check.error is not None), *diagnosis.tree.problems]
    return None if diagnosis.may_be_key else next((error.message for error in errors if error.code.value in row.codes), None)


def _gives(check: str, row: SdkError) -> bool:
    """Whether a check can give an error that has the same cause."""
    own = CHECKS[check].codes
    others = {code for other in CHECKS.values() for code in other.codes}
    return any(code in own if own else code not in others for code in row.codes)
