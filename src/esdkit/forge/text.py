"""A message as text that people can edit, and back: any bytes have a text, and any text gives bytes or an error with a position.

The text is a list of lines, not a tree: a line names a field and says what it holds, or gives bytes alone. Lines may be missing,
repeated or in another order, and may say anything; docs/howto/edit-a-message.md has the grammar. Correct numbers are written ``auto``, so
that they are adjusted to an edit; wrong ones are written as they are. So ``assemble(disassemble(data)) == data`` for all data.

Strategy: ``disassemble`` reads with the grammar as far as it can and writes the rest as bytes, with a comment that says why; it checks no
values. ``assemble`` reads lines (``lines``), computes lengths and counts (``lengths``) and the values of macros (``assembly``).

Header tags and ciphertexts are made only for test data. A second header tag under one data key and message id reveals the authentication
key (FMT-HAU-012, docs/adr/0004-rekey.md), and a second plaintext under the IV of a frame reveals the plaintexts too. No program can tell
from a text whether a message with that key already exists: copied tags prove nothing, and a test wants to keep a frame that verifies. But
nobody should do it by accident. So ``disassemble`` writes every tag as it is and needs no key; the macros ``tag`` and ``seal`` fail unless
the caller passes ``test_data=True``; a text makes at most one header tag; and for a real message the error points to ``rekey``, which makes
a new one. A commit key and a signature reveal nothing and need no confirmation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from esdkit.columns import WIDTH, fold
from esdkit.crypto.secret import Secret
from esdkit.errors import Code, UsageError
from esdkit.forge.assembly import Assembly, Keys
from esdkit.forge.lengths import follow
from esdkit.forge.lines import read_items
from esdkit.frozen import frozen
from esdkit.grammar.decoder import decoder
from esdkit.grammar.field import Span
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.message.problems import problem_error
from esdkit.message.rules import over_the_end
from esdkit.spec import CONSTANTS, FIELDS, LIMITS, SUITES, Field

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

__all__ = ["assemble", "disassemble"]

_FOLDED = 32  # bytes in one line of hexadecimal digits
_TEXTS = "header.encrypted_data_keys.provider_info"  # opaque to the format, but a key name in every keyring
_ASCII = re.compile(rb"[ -~]*")
_QUOTED = str.maketrans({"\\": r"\\", '"': r"\""})
_CONTENT_TYPES = {CONSTANTS.content_non_framed: "non-framed", CONSTANTS.content_framed: "framed"}


def disassemble(data: bytes | bytearray | memoryview) -> str:
    """The text form of any bytes. ``assemble`` gives them back.

    Args:
        data: a message, complete or truncated, valid or not; or anything else.

    Raises:
        UsageError: ``invalid-argument``, it is not a byte string, or its text is longer than the limit ``text_form_length``.
    """
    # Reqs: FMT-TXT-001, FMT-TXT-007, FMT-TXT-008
    if not isinstance(data, bytes | bytearray | memoryview):
        raise UsageError(Code.INVALID_ARGUMENT, f"a message must be bytes, not {type(data).__name__}")
    _refuse_longer(2 * len(data))
    text = "".join(f"{line}\n" for line in _lines(_read(bytes(data))))
    _refuse_longer(len(text))
    return text


def assemble(
    text: str,
    *,
    data_key: bytes | None = None,
    signing_key: bytes | str | EllipticCurvePrivateKey | None = None,
    test_data: bool = False,
) -> bytes:
    """The bytes of a text.

    Args:
        text: the text form; see the module.
        data_key: the plaintext data key, for ``tag``, ``seal`` and ``commit``.
        signing_key: a private key of the suite's curve, for ``sign`` and ``public_key``: PKCS #8 in PEM or DER, or an object.
        test_data: confirms that nothing real is encrypted under the data key; ``tag`` and ``seal`` require it.

    Raises:
        UsageError: ``invalid-argument``, with line and column: a line cannot be understood, or a macro lacks what it needs; without: the
            text is longer than the limit ``text_form_length``. ``invalid-key``, a key does not fit the suite.
    """
    # Reqs: FMT-TXT-001, FMT-TXT-002, FMT-TXT-009, FMT-TXT-010, FMT-TXT-011, FMT-TXT-012, FMT-TXT-013, FMT-TXT-014
    if not isinstance(text, str):
        raise UsageError(Code.INVALID_ARGUMENT, f"the text form must be a string, not {type(text).__name__}")
    _refuse_longer(len(text))
    keys = Keys(None if data_key is None else Secret(data_key), signing_key, test_data)
    return Assembly(text, read_items(text), keys).run()


def _refuse_longer(length: int) -> None:
    limit = LIMITS["text_form_length"]
    if length > limit:
        raise UsageError(Code.INVALID_ARGUMENT, f"the text form would be longer than {limit} characters")


@frozen
class _Reading:
    """The fields that could be read, and why reading stopped; None if they are a complete message."""

    data: bytes
    spans: list[Span]
    problem: str | None

    @property
    def rest(self) -> bytes:
        return self.data[self.spans[-1].end :] if self.spans else self.data


def _read(data: bytes) -> _Reading:
    """With the fast reader if it accepts the structure."""
    plain: list[tuple[str, int | None, int, int, int | bytes]] = []
    if decoder(MESSAGE, spans=True)(data, 0, len(data), None, plain) is not None:
        return _Reading(data, [Span._make(span) for span in plain], None)
    traced = trace(MESSAGE, data)
    return _Reading(data, traced.spans, None if traced.problem is None else str(problem_error(traced.problem, data)))


# -------------------------------------------------------------------- writing
def _lines(reading: _Reading) -> Iterator[str]:
    spans, rest = reading.spans, reading.rest
    yield f"# {len(reading.data)} bytes. auto: a length or count that is computed."
    ids = [*(span.id for span in spans), *([None] if rest else [])]
    numbers = follow(ids, [*(span.end - span.start for span in spans), *([len(rest)] if rest else [])])
    before: tuple[str, int | None] = ("", None)
    for at, span in enumerate(spans):
        group = (span.id.partition(".")[0], span.index)
        if group != before:
            yield from _separation(span)
        before = group
        yield from _field(span, span.value == numbers.get(at))
    if reading.problem is not None:
        yield from _remark(f"Not read any further: {reading.problem}")
    elif rest:
        yield from _remark(over_the_end(len(rest)))
    if rest:
        yield from _hexadecimal(rest, "")


def _separation(span: Span) -> Iterator[str]:
    yield ""
    path = FIELDS[span.id].path(span.index)
    if path != span.id:
        yield f"{_indent(span)}# {path[: path.index(']') + 1]}"


def _indent(span: Span) -> str:
    return "" if span.index is None else "  "


def _field(span: Span, follows: bool) -> Iterator[str]:
    row, front = FIELDS[span.id], f"{_indent(span)}{span.id} "
    if isinstance(span.value, bytes):
        yield from _bytes(span.value, front, may_be_text=row.unit == "utf-8" or row.id == _TEXTS)
        return
    line, meaning = f"{front}{'auto' if follows else _number(row, span.value)}", _meaning(row, span.value)
    if meaning and len(line) + len(meaning) + 4 > WIDTH:
        yield f"# {meaning}"
        meaning = ""
    yield f"{line}  # {meaning}" if meaning else line


def _number(row: Field, value: int) -> str:
    """Hexadecimal for suites, and for constants that are patterns rather than numbers."""
    if row.unit == "suite" or (row.unit == "number" and min(row.allowed or (0,)) > 9):
        return f"{value:#0{2 + 2 * _size(row)}x}"
    return str(value)


def _size(row: Field) -> int:
    assert isinstance(row.size, int)
    return row.size


def _meaning(row: Field, value: int) -> str:
    if row.unit == "suite":
        return SUITES[value].name if value in SUITES else "no suite"
    return _CONTENT_TYPES.get(value, "") if row.id == "header.content_type" else ""


def _bytes(value: bytes, front: str, *, may_be_text: bool) -> Iterator[str]:
    text, rest = _split(value) if may_be_text else ("", value)
    if text or (may_be_text and not rest):
        front += f'"{text.translate(_QUOTED)}"'
        if not rest:
            yield front
            return
        front += " "
    yield from _hexadecimal(rest, front)


def _split(value: bytes) -> tuple[str, bytes]:
    """A byte string as text, as far as it is printable, and the rest: all of it if printable, else the leading ASCII."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = "\n"
    if text.isprintable():
        return text, b""
    ascii_part = _ASCII.match(value)
    end = ascii_part.end() if ascii_part else 0
    return value[:end].decode("ascii"), value[end:]


def _hexadecimal(value: bytes, front: str) -> Iterator[str]:
    """On one line if it fits; otherwise folded, and indented more than its field."""
    if len(front) + len('hex""') + 2 * len(value) <= WIDTH:
        yield f'{front}hex"{value.hex()}"'
        return
    indent = " " * (len(front) - len(front.lstrip()) + 2)
    folded = value.hex("\n", -_FOLDED).replace("\n", f"\n{indent}")
    yield f'{front}hex"\n{indent}{folded}"'


def _remark(what: str) -> Iterator[str]:
    yield ""
    yield from (f"# {line}" for line in fold(what, WIDTH - 2))
