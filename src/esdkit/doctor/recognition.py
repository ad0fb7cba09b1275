"""What a recognizer gives, and what recognizers share: where messages begin."""

from __future__ import annotations

import codecs
import re

from esdkit.frozen import frozen
from esdkit.spec import CONSTANTS, SUITES, non_messages

__all__ = ["BEGINNINGS", "MAX_TEXT", "Recognition", "as_text", "is_printable", "message_starts", "recognition"]

MAX_TEXT = 64 << 20
"""Bytes of text that are looked through, and of what is unpacked."""
_MAX_EVIDENCE = 32  # bytes
_SAMPLE = 256  # bytes


@frozen
class Recognition:
    """What bytes are.

    Attributes:
        kind: a row of spec/non_messages.yaml.
        name: for people; it may hold text of the bytes.
        offset: where the evidence is (bytes).
        evidence: the bytes that show it, the first of them.
        certain: whether anything else is unlikely.
        detail: what else is known, or None.
        inner: what it holds, decoded or unpacked, to be looked into in turn; None when there is nothing.
    """

    kind: str
    name: str
    offset: int
    evidence: bytes
    certain: bool
    detail: str | None
    inner: bytes | None

    @property
    def advice(self) -> str:
        """What to do."""
        return non_messages()[self.kind].advice


def recognition(
    kind: str,
    data: bytes,
    start: int,
    end: int,
    *,
    name: str = "",
    certain: bool = True,
    detail: str | None = None,
    inner: bytes | None = None,
) -> Recognition:
    """What bytes of a kind are; ``data[start:end]`` shows it, and ``name`` fills the gap in the kind's name."""
    evidence = data[start : min(end, start + _MAX_EVIDENCE)]
    return Recognition(kind, non_messages()[kind].name.replace("{}", name), start, evidence, certain, detail, inner)


def _beginnings() -> tuple[bytes, ...]:
    types = {1: bytes([CONSTANTS.message_type])}
    return tuple(
        bytes([suite.message_version]) + types.get(suite.message_version, b"") + suite.id.to_bytes(2, "big") for suite in SUITES.values()
    )


BEGINNINGS = _beginnings()
"""Version, type where there is one, and suite: how a message of each suite begins."""
_BEGINNINGS = re.compile(b"|".join(map(re.escape, BEGINNINGS)), re.DOTALL)


def message_starts(data: bytes, first: int, last: int) -> int | None:
    """The first offset from ``first`` to ``last`` at which the bytes begin like a message; None when there is none."""
    match = _BEGINNINGS.search(data, first, min(len(data), last + 4))
    return None if match is None or match.start() > last else match.start()


def as_text(data: bytes) -> str | None:
    """Bytes as UTF-8; None when they are not, or too many."""
    if len(data) > MAX_TEXT:
        return None
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data[:_SAMPLE])  # an error copies what it is about, which may be many MiB
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def is_printable(data: bytes) -> bool:
    """Whether bytes are text, but for a character that is cut at their end."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return bool(text) and all(character.isprintable() or character in "\t\r\n\f" for character in text)
