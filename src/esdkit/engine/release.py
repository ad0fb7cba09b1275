"""What a decryptor reads next, and what may leave it when: two tables, which ``decryptor`` follows and docs/howto/decrypt.md shows.

A content is the plaintext of a frame or of the single block. It never leaves before its tag has verified; the second table says what it
waits for after that. A header leaves when its tag has verified. After an error nothing more is released or read.
"""
# Reqs: CLI-DEC-009, CLI-DEC-010, CLI-DEC-011, CLI-DEC-012, CLI-DEC-015, CLI-DEC-016

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

__all__ = ["NEXT", "RELEASE", "Content", "Release", "State", "Wait"]


class State(Enum):
    """What a decryptor is about to read."""

    HEADER = "the header and its tag"
    FRAMES = "regular frames, up to a final frame"
    LARGE_FRAME = "the head of a regular frame that is too large to hold"
    FINAL_FRAME = "the final frame, or the head of one that is too large to hold"
    BLOCK = "the single block, or the head of one that is too large to hold"
    LARGE_CONTENT = "a ciphertext that is too large to hold, and its tag"
    FOOTER = "the signature"
    END = "nothing: a byte more is an error"


NEXT: Final[Mapping[State, frozenset[State]]] = MappingProxyType(
    {
        State.HEADER: frozenset({State.FRAMES, State.BLOCK}),
        State.FRAMES: frozenset({State.LARGE_FRAME, State.FINAL_FRAME}),
        State.LARGE_FRAME: frozenset({State.LARGE_CONTENT}),
        State.FINAL_FRAME: frozenset({State.LARGE_CONTENT, State.FOOTER, State.END}),
        State.BLOCK: frozenset({State.LARGE_CONTENT, State.FOOTER, State.END}),
        State.LARGE_CONTENT: frozenset({State.FRAMES, State.FOOTER, State.END}),
        State.FOOTER: frozenset({State.END}),
        State.END: frozenset(),
    }
)
"""The states that may follow each state."""


class Content(Enum):
    """What plaintext comes in."""

    REGULAR_FRAME = "regular frame"
    FINAL_FRAME = "final frame"
    BLOCK = "single block"


class Release(Enum):
    """What a content waits for after its tag has verified."""

    AT_ONCE = "when its tag has verified"
    AT_END = "at the end of the message"


class Wait(NamedTuple):
    """What a content waits for in an unsigned message, and in a signed one."""

    unsigned: Release
    signed: Release


RELEASE: Final[Mapping[Content, Wait]] = MappingProxyType(
    {
        Content.REGULAR_FRAME: Wait(unsigned=Release.AT_ONCE, signed=Release.AT_ONCE),
        Content.FINAL_FRAME: Wait(unsigned=Release.AT_ONCE, signed=Release.AT_END),
        Content.BLOCK: Wait(unsigned=Release.AT_END, signed=Release.AT_END),
    }
)
"""When each content leaves. At the end of the message the signature has verified, if there is one, and no byte is left over."""
