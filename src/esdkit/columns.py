"""Text for people: 80 columns, and nothing in it that could steer a terminal. Every verb's text is laid out here, and nowhere else.

Strategy: ``fold`` breaks a text into lines, ``Columns`` puts the lines in their places: after a front, in a column of labels, in a table.
Invariants: what is printed is escaped on the way. A line is broken at spaces alone: a word, and so an ARN, a path, a key name, or a command
in backticks, is whole wherever it is printed, so that it can be copied; a line that holds a long one may be longer. Only what is longer
than any name is cut, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from unicodedata import category, east_asian_width

from esdkit.errors import printable

__all__ = [
    "LABEL",
    "WIDTH",
    "Columns",
    "Piece",
    "Style",
    "capped",
    "count",
    "fold",
    "is_name",
    "plain",
    "printable",
    "quoted",
    "text_of",
    "text_or_bytes",
    "utf8_text",
    "width",
]

Style = Callable[[str, str], str]
"""Takes a piece of text and its role (``title``, ``label``, ``good``, ``bad``, ``warning``, ``dim``), gives what is printed."""

Piece = tuple[str, str]
"""A text and its role."""

WIDTH = 80
LABEL = 16
"""Columns of a label and the space after it."""

_MAX_WORD = 512  # characters; the ARN of an alias, the longest that AWS KMS has, needs about 310
_MAX_PROSE = 60  # characters of a text in quotes that is not one word
_MAX_PILED = 4  # characters in one column
_WORDS = r"( *)((?:[^ `]|`[^`]*`|`)+)"  # each with the spaces before it; a command in backticks is one


def plain(text: str, role: str) -> str:
    """The style that changes nothing."""
    return text


def width(text: str) -> int:
    """Columns that a terminal needs for printable text. Marks are above others and need none, unless they are piled up."""
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


def text_or_bytes(value: bytes) -> str | bytes:
    """The text of a byte string; the bytes when they are not UTF-8."""
    text = utf8_text(value)
    return value if text is None else text


def text_of(value: bytes) -> str:
    """Bytes as text that is safe to print; what is not UTF-8 in hexadecimal."""
    # Reqs: CLI-INS-006
    text = utf8_text(value)
    return f"0x{value.hex()} (not UTF-8)" if text is None else printable(text)


def quoted(value: bytes) -> str:
    """A text of a message in quotes, safe to print: a name whole, of other texts the beginning. What is not UTF-8 in hexadecimal."""
    text = utf8_text(value)
    if text is None:
        return text_of(value) if len(value) <= _MAX_PROSE else f"0x{value[:_MAX_PROSE].hex()}… ({len(value)} bytes, not UTF-8)"
    shown = text if is_name(value) else text[:_MAX_PROSE]
    return f'"{printable(shown)}{"…" if len(text) > len(shown) else ""}"'


def is_name(value: bytes) -> bool:
    """Whether a text may be something that people copy: one word, and not too long for one."""
    return len(value) <= _MAX_WORD and (b" " not in value or len(value) <= _MAX_PROSE)


def capped(word: str) -> str:
    """A name whole; only the beginning of what is longer than any."""
    return word if len(word) <= _MAX_WORD else f"{word[:_MAX_WORD]}… ({len(word)} characters)"


def count(number: int, noun: str) -> str:
    """A number with what it counts."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


# ---------------------------------------------------------------- lines
def fold(text: str, columns: int, *, taken: int = 0) -> list[str]:
    """Text in lines of a given width, escaped.

    Args:
        text: what is printed; spaces are kept, except where a line is broken.
        columns: of a line; a word that is longer makes its line longer.
        taken: columns of the first line that something else has.
    """
    # Reqs: CLI-INS-006
    safe = printable(text)

    lines: list[str] = []
    line, used = "", taken
    for space, word in re.findall(_WORDS, safe):
        word = capped(word)
        if line and used + len(space) + width(word) > columns:
            lines.append(line)
            line, used = "", 0
        space = space if line or not lines else ""
        line, used = f"{line}{space}{word}", used + len(space) + width(word)
    return [*lines, line] if line else lines


class Columns:
    """Puts text in its place; each method gives lines without their ends.

    Args:
        style: what a role looks like.
        width: columns of a line.
        remedy: what shows all of a text that is cut; empty when nothing does.
    """

    def __init__(self, style: Style = plain, width: int = WIDTH, remedy: str = "--json has all") -> None:
        self.style = style
        self.width = width
        self._remedy = f"; {remedy}" if remedy else ""

    def whole(self, text: str, front: str | Sequence[Piece] = "", role: str = "plain") -> Iterator[str]:
        """Text in one line, however long: what begins with the name of a file, and what other programs look for."""
        # Reqs: CLI-INS-006
        yield f"{self._front(front)}{self.style(capped(printable(text)), role)}"

    def lines(
        self,
        text: str,
        front: str | Sequence[Piece] = "",
        role: str = "plain",
        *,
        hanging: int | None = None,
        most: int | None = None,
    ) -> Iterator[str]:
        """Text after a front (an indent, a bullet, a word); further lines begin below the text.

        Args:
            text: any text; an empty one has no lines.
            front: one text, or pieces with their roles.
            role: of the text.
            hanging: the column where further lines begin, when that is not below the text.
            most: number of lines; of a longer text the rest is counted. None for any number.
        """
        before = width(front) if isinstance(front, str) else sum(width(piece) for piece, _ in front)
        after = before if hanging is None else hanging
        styled = self._front(front)
        lines = fold(text, self.width - after, taken=before - after)
        left = sum(map(len, lines[most:])) if most is not None else 0
        for line in lines if not left else [*lines[:most], f"… {left} more characters{self._remedy}"]:
            yield f"{styled}{self.style(line, role)}"
            styled = " " * after

    def _front(self, front: str | Sequence[Piece]) -> str:
        return front if isinstance(front, str) else "".join(self.style(piece, role) for piece, role in front)

    def labelled(self, label: str, *texts: str, role: str = "plain", bullet: str = "", most: int | None = None) -> Iterator[str]:
        """Texts in a column of their own, the label beside the first of them."""
        for text in texts:
            front = [(f"{label:<{LABEL}}" if len(label) < LABEL else f"{label}  ", "label"), (bullet, "plain")]
            for line in self.lines(text, front, role, most=most):
                yield line
                label = ""

    def bullets(self, label: str, texts: Iterable[str], *, most: int | None = None) -> Iterator[str]:
        """A list in the column of ``labelled``."""
        return self.labelled(label, *texts, bullet="- ", most=most)

    def table(self, rows: Sequence[Sequence[str | Piece]], *, right: Collection[int] = (), gap: str = "  ") -> Iterator[str]:
        """Cells below each other, whole, the first row as the head.

        Args:
            rows: of cells, each a text or a piece.
            right: the columns that are aligned to the right, by index.
            gap: between two cells.
        """
        # Reqs: CLI-INS-006
        cells = [[(printable(cell), "plain") if isinstance(cell, str) else (printable(cell[0]), cell[1]) for cell in row] for row in rows]
        widths = [max(width(text) for text, _ in column) for column in zip(*cells, strict=True)]
        for row in cells:
            pads = [" " * (widths[index] - width(text)) for index, (text, _) in enumerate(row)]
            texts = [self.style(text, role) for text, role in row]
            line = gap.join(pad + text if index in right else text + pad for index, (text, pad) in enumerate(zip(texts, pads, strict=True)))
            yield line.rstrip()
