"""The messages in an input, wherever they are: JSON, base64 of JSON, a log, an archive, the middle of a file.

Strategy: an input is a message, or something that holds others: each layer (packed, encoded, JSON, text, escapes, other bytes) gives what
it holds, and that is looked into in turn. The first layer in which all messages are complete decides; otherwise the best one. All the
messages of that layer count, so that N is exact. A ciphertext of AWS KMS is found the same way.
Invariants: nothing counts that is not a message by its structure or its beginning; levels and work are bounded, and what was left out is
said.
"""

from __future__ import annotations

import codecs
import re
from base64 import b64encode
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import NamedTuple

from esdkit.columns import count
from esdkit.frozen import frozen
from esdkit.input.beginnings import begins_like_message, message_starts
from esdkit.input.budget import Budget
from esdkit.input.carving import Extent, extents, has_data_key, structure
from esdkit.input.damage import recognize_damaged
from esdkit.input.documents import json_texts
from esdkit.input.encodings import ANOTHER, WHITE_SPACE, decode, decode_base64, decode_hex
from esdkit.input.escapes import unescaped
from esdkit.input.packed import packed, utf16
from esdkit.input.recognition import MAX_TEXT, Found, Recognition, is_printable, recognition
from esdkit.input.written import FEWEST, base64_runs, hexadecimal_in_bytes, written, written_by_mysql
from esdkit.inspector.facts.origin import blob_origin
from esdkit.inspector.facts.source import ByteSource
from esdkit.spec import BEGINNINGS, LIMITS, NonMessage, kind_by_magic, non_messages

__all__ = ["Findings", "Placed", "find", "find_all", "find_in", "may_divide"]

_MAX_LEVELS = LIMITS["search_depth"]
_SAMPLE = 4096  # bytes that text is known by
_NODE = 2048  # what looking at anything costs, in bytes
_HEAD = 1 << 20  # bytes of a long text that tell whether all of it may be one encoded message


@frozen
class Findings:
    """What an input holds.

    Attributes:
        messages: in their order.
        ciphertexts: of AWS KMS itself, in their order.
        limits: what was not looked at, one sentence each.
    """

    messages: tuple[Found, ...]
    ciphertexts: tuple[Found, ...]
    limits: tuple[str, ...]


class Placed(NamedTuple):
    """A message, and where what it is in begins (offset); 0 where that is not known."""

    start: int
    found: Found


def find_all(data: bytes, *, of_part: bool = False) -> tuple[list[Placed], tuple[str, ...]]:
    """Every message in ``data``, in the order of their places, and what was not looked at, one sentence each.

    Args:
        data: any bytes.
        of_part: whether they are a part of a file, so that their beginning does not tell what it is. Otherwise messages that are cut do
            not count in a file that ``may_divide``.

    ``find`` gives the messages of the best reading of the whole input. Here each part has its own reading, so that nothing is lost in a
    file in which one message is in base64, the next in hexadecimal and a third has escapes. What is cut before the end of an encrypted
    data key does not count, unless the input begins with it and its suite is known: a few bytes are found by chance.
    """
    # Reqs: CLI-INP-006
    search = _Search(Budget())
    placed = [each for each in search.everything(data) if not each.found.of_kms and _counts(each.found)]
    if placed and not of_part and may_divide(data):
        placed = [each for each in placed if each.found.complete]
    return sorted(placed, key=lambda each: each.start), _findings(search, []).limits


def _counts(found: Found) -> bool:
    return found.complete or (not found.steps and message_starts(found.data, 0, 0) == 0) or has_data_key(found.data)


def find(data: bytes) -> Findings:
    """The messages in ``data``, which may itself be one.

    Args:
        data: any bytes.
    """
    # Reqs: CLI-INP-001, CLI-INP-003, CLI-INP-004
    search = _Search(Budget())
    found = _findings(search, search.look(data, _MAX_LEVELS, set()))
    return replace(found, limits=(*found.limits, *map(_only_bytes, sorted(search.budget.divided))))


def _only_bytes(kind: str) -> str:
    """What was not seen in a file of a kind."""
    row = non_messages()[kind]
    scanned = "; esdkit scan reads such files" if row.scanned else ""
    return f"Of {row.name}, only the bytes were searched, and not what is compressed, divided or encrypted in it{scanned}."


def find_in(source: ByteSource) -> tuple[Findings, int]:
    """What a source of any length holds, and how many of its bytes were searched.

    Of one over ``MAX_TEXT`` that is the beginning, unless all of it is one encoded message, which is decoded however long it is.
    """
    beginning = source.read(0, MAX_TEXT)
    if len(beginning) >= source.length:
        return find(beginning), source.length
    if decode(beginning[:_HEAD]).encoding != "binary":
        whole = decode(source.read(0, source.length))
        if whole.encoding != "binary":
            step, search = recognition(whole.encoding, beginning, 0, 8, inner=whole.data), _Search(Budget())
            return _findings(search, [replace(each, steps=(step, *each.steps)) for each in search.direct(whole.data)]), source.length
    found = find(beginning)
    messages = found.messages if len(found.messages) < 2 or found.messages[-1].whole else found.messages[:-1]  # it may go on
    return replace(found, messages=messages), len(beginning)


def _findings(search: _Search, found: list[Found]) -> Findings:
    limits = []
    if search.budget.too_deep:
        limits.append(f"Something is in more than {_MAX_LEVELS} wrappings; what is in those was not looked at.")
    if search.budget.exhausted:
        limits.append("Only a part of the input was looked at, because looking at all of it would take too long.")
    if search.budget.unpacked_in_part:
        limits.append("Only a part of what is compressed or in an archive was looked at.")
    return Findings(tuple(each for each in found if not each.of_kms), tuple(each for each in found if each.of_kms), tuple(limits))


_FoundRun = tuple[int, int, list[Found]]
"""What is found in the bytes from a start to an end (offsets, end exclusive)."""


class _Search:
    """One search. A result is what was found in some bytes, with the steps from there."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget

    def look(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        """``seen``: the texts, as hashes, that were made of the same one by undoing escapes in any order."""
        if not data or not self.budget.spend(len(data) + _NODE):
            return []
        if begins_like_message(data):
            return self.direct(data)
        if blob_origin(data) is not None and not is_printable(data[:_SAMPLE]):
            return [Found(data, True, len(data), (), of_kms=True)]
        if not levels:
            self.budget.too_deep |= _may_hold(data, self.budget)
            return []
        best: list[Found] = []
        divided = _divided(data)
        self.budget.divided |= set() if divided is None else {divided.kind}
        for layer in _LAYERS:
            found = layer(self, data, levels - 1, seen)
            if divided is not None:
                found = [each for each in found if each.complete]
            if found:
                best = _better(best, found)
            if best and all(each.complete for each in best):
                break
        return best

    def everything(self, data: bytes) -> Iterator[Placed]:
        """What is found in each part of the bytes."""
        if not data or not self.budget.spend(len(data) + _NODE):
            return
        whole = self.direct(data) if begins_like_message(data) and recognize_damaged(data) is not None else []
        for layer in (_Search.repaired, _Search.packed, _Search.encoded, _Search.json):
            whole = whole or layer(self, data, _MAX_LEVELS - 1, set())
        if whole:
            yield from (Placed(0, found) for found in whole)
            return
        carved = [(place.start, place.end, [_placed(data, place)]) for place in extents(data, self.budget)]
        written = [run for run in self.runs(data, _MAX_LEVELS - 1) if not all(each.of_kms for each in run[2])]  # it may be a data key
        runs = _without_overlaps([*written, *carved])
        complete = [run for run in runs if all(each.complete for each in run[2])]
        cut = [Placed(start, each) for start, _, found in runs for each in found if not each.complete]
        rest = _blanked(data, complete)
        unescaped = self.escapes(rest, _MAX_LEVELS - 1, set()) if _has_escapes(rest) else []
        yield from (Placed(start, each) for start, _, found in runs for each in found if each.complete)
        if _better([each.found for each in cut], unescaped) is unescaped:
            cut = [Placed(0, each) for each in unescaped]
        yield from cut

    def direct(self, data: bytes) -> list[Found]:
        """The bytes begin like a message: it, and those after it."""
        damaged = recognize_damaged(data)
        if damaged is not None:
            return _repaired(damaged)
        places = extents(data, self.budget)
        if len(places) < 2:
            reached = places[0].reached if places else 0
            return [Found(data, bool(places) and places[0].whole, reached, ())]
        return [_carved(data, place, first=False) for place in places]

    def into(self, steps: Iterable[Recognition], levels: int, seen: set[int] | None = None) -> list[Found]:
        """What is found in what the steps hold."""
        return [
            replace(each, steps=(step, *each.steps))
            for step in steps
            if step.inner is not None
            for each in self.look(step.inner, levels, set() if seen is None else seen)
        ]

    # ------------------------------------------------------------ layers
    def repaired(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        """A message that became text, each byte a character."""
        damaged = None if is_printable(data[:1]) else recognize_damaged(data)
        return [] if damaged is None else _repaired(damaged)

    def packed(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        text = utf16(data)
        return self.into([*packed(data, self.budget), *([text] if text else [])], levels)

    def encoded(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        return self.into(_whole_text(data), levels)

    def json(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        try:
            return self.into(json_texts(data), levels)
        except ValueError:
            return []

    def text(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        return [each for _, _, found in _without_overlaps(self.runs(data, levels)) for each in found]

    def runs(self, data: bytes, levels: int) -> list[_FoundRun]:
        """Everything that is written in a text."""
        runs: list[_FoundRun] = []
        for ways in base64_runs(data):
            found = _best(self.into([run.step], levels) for run in ways)
            runs += [(run.start, run.end, found) for run in ways if found and run.step == found[0].steps[0]][:1]
        for run in written_by_mysql(data):  # compressed data begin like a column of it by chance
            found = [each for each in self.into([run.step], levels) if each.complete or has_data_key(each.data)]
            runs.append((run.start, run.end, found))
        others = written(data, self.budget) if is_printable(data[:_SAMPLE]) else hexadecimal_in_bytes(data)
        runs += [(run.start, run.end, self.into([run.step], levels)) for run in others]
        return [run for run in runs if run[2]]

    def escapes(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        if not FEWEST <= len(data) <= MAX_TEXT or not is_printable(data[:_SAMPLE]):
            return []
        best: list[Found] = []
        seen.add(hash(data))
        for step in unescaped(data):
            if step.inner is not None and hash(step.inner) not in seen:
                seen.add(hash(step.inner))
                best = _better(best, self.into([step], levels, seen))
        return best

    def carved(self, data: bytes, levels: int, seen: set[int]) -> list[Found]:
        return [_carved(data, place, first=at == 0) for at, place in enumerate(extents(data, self.budget))]


_LAYERS: tuple[Callable[[_Search, bytes, int, set[int]], list[Found]], ...] = (
    _Search.repaired,
    _Search.packed,
    _Search.encoded,
    _Search.json,
    _Search.text,
    _Search.escapes,
    _Search.carved,
)


def may_divide(data: bytes) -> bool:
    """Whether bytes begin a file that is compressed or divided, in which a message that seems cut may be whole. Text is not."""
    return _divided(data) is not None


def _divided(data: bytes) -> NonMessage | None:
    """The kind of such a file; None for others."""
    row = kind_by_magic(data)
    return row if row is not None and row.unread is not None and not is_printable(data[:_SAMPLE]) else None


def _better(one: list[Found], other: list[Found]) -> list[Found]:
    """The better of two answers; the first unless the other one is better for sure."""
    mine, others = _worth(one), _worth(other)
    if others[:2] != mine[:2]:
        return max(one, other, key=_worth)
    if _whole(one) != _whole(other):  # text that comes after a message can be read as more of it
        return max(one, other, key=_whole)
    if others[2] != mine[2]:  # of messages that are cut, some bytes more may be those of the text around them
        return other if others[2] > mine[2] and others[3] > mine[3] + _MARGIN else one
    if len(other) == len(one):
        return other if _steps(other) < _steps(one) else one
    return other if len(other) > len(one) else one


def _steps(found: list[Found]) -> int:
    return sum(len(each.steps) for each in found)


def _whole(found: list[Found]) -> int:
    return sum(each.whole for each in found)


_MARGIN = 32


def _worth(found: list[Found]) -> tuple[int, int, int, int]:
    """Complete messages, messages, and of those that are cut how far their structure goes, and their length."""
    messages = [each for each in found if not each.of_kms]
    cut = [each for each in messages if not each.complete]
    return len(messages) - len(cut), len(messages), sum(each.reached for each in cut), sum(len(each.data) for each in cut)


def _best(answers: Iterable[list[Found]]) -> list[Found]:
    return reduce(_better, answers, [])


def _repaired(damaged: Recognition) -> list[Found]:
    """The bytes that were text, if they can be restored; they may be cut as well."""
    if damaged.inner is None:
        return []
    reached, complete = structure(damaged.inner)
    return [Found(damaged.inner, complete, reached, (damaged,))]


def _whole_text(data: bytes) -> Iterator[Recognition]:
    """What a text that is base64 or hexadecimal from end to end stands for."""
    text = data.removeprefix(codecs.BOM_UTF8).strip(WHITE_SPACE)
    if len(text) < _FEWEST or _ENCODED.fullmatch(text) is None:
        return
    if ANOTHER.search(text) is not None:  # each has its own text
        return
    bare = text.translate(None, WHITE_SPACE)
    digits = decode_hex(bare.removeprefix(b"0x").removeprefix(b"\\x"))
    if digits is not None:
        yield recognition("hex", data, 0, 8, inner=digits)
        return
    inner = decode_base64(bare, cut=True) if _TOKEN.search(text) is not None else None
    if inner is not None:
        yield recognition("base64url" if b"-" in bare or b"_" in bare else "base64", data, 0, 8, inner=inner)


_FEWEST = 24  # characters
_TOKEN = re.compile(rb"[A-Za-z0-9+/_-]{24}")  # words alone are not base64
_ENCODED = re.compile(rb"(?:0x|\\x)?[A-Za-z0-9+/=_\s-]+")


def _without_overlaps(runs: Iterable[_FoundRun]) -> list[_FoundRun]:
    """Of runs that overlap, the best; in their order."""
    taken: list[_FoundRun] = []
    for run in sorted(runs, key=lambda run: _worth(run[2]), reverse=True):
        at = bisect(taken, run[0], key=lambda other: other[0])
        if (at == 0 or taken[at - 1][1] <= run[0]) and (at == len(taken) or run[1] <= taken[at][0]):
            taken.insert(at, run)
    return taken


def _blanked(data: bytes, runs: Iterable[_FoundRun]) -> bytes:
    """The bytes with a line break in the place of each run."""
    parts, end = [], 0
    for start, stop, _ in runs:
        parts.append(data[end:start])
        end = stop
    return b"\n".join([*parts, data[end:]])


_HEADS = sorted({b64encode(head[:3]).decode() for head in BEGINNINGS})
_PACKED = sorted(b64encode(magic).decode()[:4] for magic in (b"\x1f\x8b\x08", b"PK\x03", *map(str.encode, _HEADS)))
# What escapes are undone for: a message, or something packed, that begins in base64 or hexadecimal and goes on with an escape; bytes that
# are escaped twice, or in quoted-printable.
_RUN_AND_ESCAPE = re.compile(
    rb"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{4,}+"
    rb"(?=[%\\&]|=[0-9A-F]{2}|=\r?\n|[\"'`]\)?\s*[+.&~_,|<\\\"'`]| [A-Za-z0-9+/]{24})"
)
_BEGINS = re.compile(
    rf"{'|'.join(map(re.escape, (*_HEADS, *_PACKED)))}|(?i:{'|'.join(head.hex() for head in BEGINNINGS)})".encode(),
)
_ESCAPED_TWICE = re.compile(rb"\\(?:x0?|u000|0{0,2})[12]\\|%(?:25)*0[12]%|=0[12]=(?:80|0[45])")


def _has_escapes(data: bytes) -> bool:
    """Whether a message may be in it that is found when escapes are undone."""
    if _ESCAPED_TWICE.search(data) is not None:
        return True
    return any(_BEGINS.search(data, run.start(), run.end()) is not None for run in _RUN_AND_ESCAPE.finditer(data))


def _placed(data: bytes, place: Extent) -> Found:
    """A message at the beginning of the bytes, alone, as it is; another one as carved."""
    alone = place.start == 0 and (place.end == len(data) or not place.whole)
    return Found(data, place.whole, place.reached, ()) if alone else _carved(data, place, first=False)


def _carved(data: bytes, place: Extent, *, first: bool) -> Found:
    """A message in the middle of other bytes, or after another one."""
    inner = data[place.start : place.end]
    front = data[: place.start]
    if not first or len(front) > _FRONT:
        step = recognition("in-bytes", data, place.start, place.start + 4, inner=inner, where=f"offset {place.start:#x}")
    else:
        what = _front(front, len(inner), len(data))
        step = recognition("leading", data, 0, place.start, name=what, inner=inner, certain=place.whole, where=f"offset {place.start:#x}")
    return Found(inner, place.whole, place.reached, (step,))


_FRONT = 64  # bytes that may belong to the message after them


def _front(front: bytes, length: int, total: int) -> str:
    """What comes before a message."""
    if front == codecs.BOM_UTF8:
        return "a byte order mark"
    if front in (b'"', b"'", b'b"', b"b'"):
        return "a quote"
    if not front.strip():
        return "white space"
    if any(int.from_bytes(front, order) in (length, total) for order in ("big", "little")):
        return f"the length, in {count(len(front), 'byte')},"
    return count(len(front), "byte")


def _may_hold(data: bytes, budget: Budget) -> bool:
    """Whether it looks like one more wrapping: text that is encoded from end to end, or packed."""
    return next(_whole_text(data), None) is not None or next(packed(data, budget), None) is not None or data[:1] in (b"{", b"[")
