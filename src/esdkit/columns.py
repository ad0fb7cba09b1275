"""Text in columns: 80 of them, and nothing in it that could steer a terminal. What every text for people is made with."""
# Reqs: CLI-INS-006

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import wrap
from unicodedata import category, east_asian_width

from esdkit.errors import printable

__all__ = [
    "MAX_LINES",
    "WIDTH",
    "Style",
    "chunks",
    "count",
    "cut",
    "one_chunk",
    "plain",
    "printable",
    "text_of",
    "utf8_text",
    "width",
    "wrapped",
]

Style = Callable[[str, str], str]
"""Takes a piece of text and its role (``title``, ``label``, ``good``, ``bad``, ``warning``, ``dim``), gives what is printed."""

WIDTH = 80
MAX_LINES = 4
"""Of one value."""


_MAX_PILED = 4  # characters in one column


def plain(text: str, role: str) -> str:
    """The style that changes nothing."""
    return text


def width(text: str) -> int:
    """Columns that a terminal needs for printable text. Marks stand above others and need none, unless they are piled up."""
    if text.isascii():
        return len(text)
    columns = sum(0 if category(character) in ("Mn", "Me") else 1 + (east_asian_width(character) in "WF") for character in text)
    return max(columns, len(text) // _MAX_PILED)


def utf8_text(value: bytes) -> str | None:
    """The text of a byte string; None when it is not UTF-8."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None


def text_of(value: bytes) -> str:
    """Bytes as text that is safe to print; what is not UTF-8 in hexadecimal."""
    text = utf8_text(value)
    return f"0x{value.hex()} (not UTF-8)" if text is None else printable(text)


def chunks(text: str, columns: int) -> list[str]:
    """Text cut into lines, and not too many of them."""
    lines = cut(text, columns, MAX_LINES)
    shown = sum(map(len, lines))
    return lines if shown == len(text) else [*lines, f"… {len(text) - shown} more characters; --json has all"]


def cut(text: str, columns: int, most: int) -> list[str]:
    """Printable text in lines of so many columns, at most so many of them; what does not fit is left out."""
    lines: list[str] = []
    start = 0
    while start < len(text) and len(lines) < most:
        end, used = start, 0
        most_piled = start + _MAX_PILED * columns
        while end < min(len(text), most_piled) and (used := used + width(text[end])) <= columns:
            end += 1
        lines.append(text[start:end])
        start = end
    return lines or [""]


def one_chunk(text: str) -> str:
    """A name in one line; only a very long one is cut."""
    return text if len(text) <= 2 * WIDTH else f"{text[: 2 * WIDTH]}… ({len(text)} characters)"


def wrapped(text: str, indent: int, columns: int = WIDTH) -> list[str]:
    """Printable text in lines that fit behind an indent, by the columns that it needs; ids are not broken."""
    room = columns - indent
    if text.isascii():
        return wrap(text, room, break_on_hyphens=False)
    lines, line = [], ""
    for word in _WORDS.findall(text):
        if line and width(line) + width(word) <= room:
            line += word
            continue
        lines += [line] if line else []
        *full, line = cut(word.strip(), room, len(word))
        lines += full
    return [*lines, line] if line else lines


_WORDS = re.compile(r" *[^ ]+")  # each with the spaces before it


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
