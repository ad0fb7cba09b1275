"""What a recogniser gives, and what recognisers share: where messages begin, lenient base64."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

from esdkit.spec import CONSTANTS, SUITES, things

__all__ = ["WHITE_SPACE", "Thing", "decode_base64", "message_starts", "thing"]

WHITE_SPACE = b" \t\r\n\f\v"
_MOST_EVIDENCE = 32  # bytes


@dataclass(frozen=True, slots=True)
class Thing:
    """What bytes are.

    Attributes:
        kind: a row of spec/things.yaml.
        name: for people; it may hold text of the bytes.
        offset: where the evidence stands (bytes).
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
        return things()[self.kind].advice


def thing(
    kind: str,
    data: bytes,
    start: int,
    end: int,
    *,
    name: str = "",
    certain: bool = True,
    detail: str | None = None,
    inner: bytes | None = None,
) -> Thing:
    """A thing of a kind; ``data[start:end]`` shows it, and ``name`` fills the gap in the kind's name."""
    evidence = data[start : min(end, start + _MOST_EVIDENCE)]
    return Thing(kind, things()[kind].name.replace("{}", name), start, evidence, certain, detail, inner)


def _beginnings() -> re.Pattern[bytes]:
    """Version, type where there is one, and suite: how a message of each suite begins."""
    types = {1: bytes([CONSTANTS.message_type])}
    heads = [
        bytes([suite.message_version]) + types.get(suite.message_version, b"") + suite.id.to_bytes(2, "big") for suite in SUITES.values()
    ]
    return re.compile(b"|".join(map(re.escape, heads)), re.DOTALL)


_BEGINNINGS = _beginnings()


def message_starts(data: bytes, first: int, last: int) -> int | None:
    """The first offset from ``first`` to ``last`` at which the bytes begin like a message; None when there is none."""
    match = _BEGINNINGS.search(data, first, min(len(data), last + 4))
    return None if match is None or match.start() > last else match.start()


def decode_base64(text: bytes) -> bytes | None:
    """What text is base64 or base64url of, white space and missing padding forgiven; None when it is neither."""
    bare = text.translate(bytes.maketrans(b"-_", b"+/"), WHITE_SPACE).rstrip(b"=")
    if not bare or len(bare) % 4 == 1:
        return None
    try:
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4), strict_mode=True)
    except binascii.Error:
        return None
