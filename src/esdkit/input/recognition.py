"""What was found in bytes: what each wrapping is, with its evidence, and the messages inside."""

from __future__ import annotations

import codecs

from esdkit.frozen import frozen
from esdkit.spec import LIMITS, non_messages

__all__ = ["MAX_TEXT", "Found", "Recognition", "as_text", "is_printable", "recognition"]

MAX_TEXT = LIMITS["search_length"]
"""Bytes of text that are looked through, and of what is unpacked."""
_MAX_EVIDENCE = 32  # bytes
_SAMPLE = 256  # bytes
_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\r\n\f"


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
        where: the place of what it holds, in few words: ``$.Records[0].data``, ``offset 0x1c``; empty for all of it.
    """

    kind: str
    name: str
    offset: int
    evidence: bytes
    certain: bool
    detail: str | None
    inner: bytes | None
    where: str = ""

    @property
    def place(self) -> str:
        """What it is, and where in it."""
        return f"{self.name}, {self.where}" if self.where else self.name

    @property
    def advice(self) -> str:
        """What to do."""
        return non_messages()[self.kind].advice


@frozen
class Found:
    """A message, or a ciphertext of AWS KMS itself, and the way to it.

    Attributes:
        data: its bytes; of a message that is not complete, as far as it goes.
        complete: whether its structure is there to its end.
        reached: how many of its bytes the structure takes, as far as it goes.
        steps: what it is in, the outermost first; each holds the next. Empty for bytes that are the message.
        of_kms: whether it is a ciphertext of AWS KMS, and no message.
    """

    data: bytes
    complete: bool
    reached: int
    steps: tuple[Recognition, ...]
    of_kms: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is complete, with nothing after it."""
        return self.complete and self.reached == len(self.data)

    @property
    def place(self) -> str:
        """Where it is, for people; empty when the bytes are the message."""
        return " > ".join(step.place for step in self.steps)


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
    where: str = "",
) -> Recognition:
    """What bytes of a kind are; ``data[start:end]`` shows it, and ``name`` fills the gap in the kind's name."""
    evidence = data[start : min(end, start + _MAX_EVIDENCE)]
    return Recognition(kind, non_messages()[kind].name.replace("{}", name), start, evidence, certain, detail, inner, where)


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
    if data.isascii():
        return bool(data) and not data.translate(None, _PRINTABLE)
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return bool(text) and all(character.isprintable() or character in "\t\r\n\f" for character in text)
