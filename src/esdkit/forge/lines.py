"""The lines of the text form: what each contains, and where.

Strategy: one regular expression splits the text into tokens, and each line of tokens becomes one item; what a field can hold, and where a
macro is allowed, follows from the grammar. Invariants: linear in the text, no recursion; any text gives items or a ``UsageError`` with line
and column, what was expected and what to do; error texts quote little of the input, and no terminal control characters.
Not here: what a macro means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from esdkit.errors import Code, UsageError
from esdkit.forge.lengths import AUTOMATIC, NODES, sized_by
from esdkit.frozen import frozen
from esdkit.grammar.field import Raw, Ref, UInt
from esdkit.near import did_you_mean

__all__ = ["MACROS", "Item", "Macro", "fault", "read_items"]


@frozen
class Macro:
    """A value that is computed; see ``MACROS``. ``argument`` is what follows its name."""

    name: str
    argument: bytes | None


@frozen
class Item:
    """The content of one line.

    Attributes:
        field: the field's id; None for bytes without a field.
        value: its bytes, or how to compute them.
        place: where the value begins in the text (characters).
    """

    field: str | None
    value: bytes | Macro
    place: int


MACROS: Mapping[str, frozenset[str]] = {
    "auto": AUTOMATIC,
    "commit": sized_by("suite_data_length"),
    "public_key": frozenset({"header.encryption_context.value"}),
    "seal": frozenset(node.id for node in NODES.values() if isinstance(node, Raw) and isinstance(node.size, Ref)),
    "sign": frozenset({"footer.signature"}),
    "tag": sized_by("tag_length"),
}
"""The macros, and the fields in which each is allowed."""

_ARGUMENT_NEEDED = {"seal": MACROS["seal"]}
_ARGUMENT_ALLOWED = {**_ARGUMENT_NEEDED, "tag": frozenset({"header_auth.tag"})}

_TOKEN = re.compile(
    r"""(?P<blank>[ \t\r\ufeff]+|\#[^\n]*)
      | (?P<end>\n)
      | (?P<hex>hex"[^"]*")
      | (?P<text>"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+")
      | (?P<number>[0-9]\w*)
      | (?P<word>[A-Za-z_][\w.\[\]-]*)
      | (?P<odd>.)""",
    re.VERBOSE,
)
_LITERALS = ("hex", "text")
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]+|[0-9]+", re.ASCII)
_MAX_DIGITS = 40  # more than any field holds; longer ones are not even converted
_NO_HEX = re.compile(r"[^0-9a-fA-F \t\r\n]")
_ESCAPE = re.compile(rb"\\(x[0-9a-fA-F]{2}|.)", re.DOTALL)
_ESCAPES = {b"\\": b"\\", b'"': b'"', b"n": b"\n", b"r": b"\r", b"t": b"\t"}
_SHOWN = 40  # characters of the input in an error
_BYTES = 'hex"00ff" or "text"'

_Token = re.Match[str]


def fault(text: str, place: int, what: str, *, path: str | None = None, hint: str | None = None) -> UsageError:
    """The error about a place in the text (characters)."""
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    return UsageError(Code.INVALID_ARGUMENT, f"line {line}, column {column}: {what}", path=path, hint=hint)


def read_items(text: str) -> list[Item]:
    """The items of a text, in order.

    Raises:
        UsageError: ``invalid-argument``, a line cannot be understood.
    """
    # Reqs: FMT-TXT-002, FMT-TXT-005, FMT-TXT-006
    items: list[Item] = []
    line: list[_Token] = []
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "odd":
            raise _odd(text, token)
        if kind != "blank" and kind != "end":
            line.append(token)
        elif kind == "end" and line:
            items.append(_item(text, line))
            line = []
    if line:
        items.append(_item(text, line))
    return items


def _odd(text: str, token: _Token) -> UsageError:
    if token[0] == '"':
        return fault(text, token.start(), 'this " is not closed', hint='a text ends on the line where it begins; inside it, write " as \\"')
    expected = f"a field, a number, a macro, {_BYTES} or # and a comment"
    return fault(text, token.start(), f"{token[0]!a} is not allowed here; expected {expected}")


def _item(text: str, tokens: Sequence[_Token]) -> Item:
    first = tokens[0]
    if first.lastgroup in _LITERALS:
        return Item(None, _join(text, tokens), first.start())
    if first[0] not in NODES:
        raise _unknown_field(text, first)
    if len(tokens) == 1:
        raise fault(text, first.end(), f"the value is missing; expected {_expected(first[0])}", path=first[0])
    return Item(first[0], _value(text, first[0], tokens[1:]), tokens[1].start())


def _unknown_field(text: str, token: _Token) -> UsageError:
    word = token[0][: 2 * _SHOWN]
    hint = did_you_mean(word, NODES) or f"bytes without a field are written {_BYTES}"
    return fault(text, token.start(), f"there is no field {word[:_SHOWN]!a}; a line begins with a field or with bytes", hint=hint)


def _expected(field_id: str) -> str:
    """What a field can hold, for errors."""
    node = NODES[field_id]
    kinds = [f"a number of {_byte_count(node.size)}"] if isinstance(node, UInt) else []
    macros = [name for name, places in MACROS.items() if field_id in places]
    return " or ".join([*kinds, *macros, _BYTES])


def _byte_count(number: int) -> str:
    return f"{number} byte{'' if number == 1 else 's'}"


def _value(text: str, field_id: str, tokens: Sequence[_Token]) -> bytes | Macro:
    first = tokens[0]
    if first.lastgroup in _LITERALS:
        return _join(text, tokens)
    if first.lastgroup == "number":
        _only(text, tokens, 1, field_id)
        return _number(text, field_id, first)
    return _macro(text, field_id, first, tokens)


def _number(text: str, field_id: str, token: _Token) -> bytes:
    node = NODES[field_id]
    shown = f"{token[0][:_SHOWN]}{'…' if len(token[0]) > _SHOWN else ''}"
    if not isinstance(node, UInt):
        raise fault(text, token.start(), f"the field holds bytes; expected {_expected(field_id)}", path=field_id)
    if not _NUMBER.fullmatch(token[0]):
        raise fault(text, token.start(), f"{shown!a} is not a number; expected decimal digits, or 0x and hexadecimal digits", path=field_id)
    value = None if len(token[0]) > _MAX_DIGITS else int(token[0], 16 if token[0][:2] in ("0x", "0X") else 10)
    if value is None or value >= 256**node.size:
        what = f"the field has {_byte_count(node.size)} and cannot hold {shown}"
        raise fault(text, token.start(), what, path=field_id, hint=f"a wider or narrower field is written as bytes, {_BYTES}")
    return value.to_bytes(node.size, "big")


def _macro(text: str, field_id: str, token: _Token, tokens: Sequence[_Token]) -> Macro:
    name = token[0]
    if name not in MACROS:
        raise fault(text, token.start(), f"{name[:_SHOWN]!a} is not a value; expected {_expected(field_id)}", path=field_id)
    if field_id not in MACROS[name]:
        places = ", ".join(sorted(MACROS[name])) if name != "auto" else "lengths and counts"
        raise fault(text, token.start(), f"{name} is not allowed here; it is for {places}", path=field_id)
    if field_id in _ARGUMENT_NEEDED.get(name, ()) and len(tokens) == 1:
        raise fault(text, token.end(), f"{name} lacks its plaintext; expected {_BYTES} after it", path=field_id)
    if field_id not in _ARGUMENT_ALLOWED.get(name, ()):
        _only(text, tokens, 1, field_id)
    return Macro(name, _join(text, tokens[1:]) if len(tokens) > 1 else None)


def _only(text: str, tokens: Sequence[_Token], most: int, field_id: str) -> None:
    if len(tokens) > most:
        what = "the value ends before this; expected the end of the line"
        raise fault(text, tokens[most].start(), what, path=field_id, hint="one line has one field; # begins a comment")


def _join(text: str, tokens: Sequence[_Token]) -> bytes:
    """The bytes of consecutive literals."""
    for token in tokens:
        if token.lastgroup not in _LITERALS:
            raise fault(text, token.start(), f"expected {_BYTES}, or the end of the line", hint="one line has one field")
    return b"".join(_hexadecimal(text, token) if token.lastgroup == "hex" else _text(text, token) for token in tokens)


def _hexadecimal(text: str, token: _Token) -> bytes:
    digits = token[0][len('hex"') : -1]
    try:
        return bytes.fromhex(digits)
    except ValueError:
        odd = _NO_HEX.search(digits)
        if odd is None:
            raise fault(text, token.start(), "odd number of hexadecimal digits; expected two for each byte") from None
        place = token.start() + len('hex"') + odd.start()
        hint = 'hex" ends with the next "; it may contain white space and line breaks, but no comments'
        raise fault(text, place, f"{odd[0]!a} is not a hexadecimal digit", hint=hint) from None


def _text(text: str, token: _Token) -> bytes:
    try:
        content = token[0][1:-1].encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"{token[0][1 + error.start]!a} is not a character"
        raise fault(text, token.start() + 1 + error.start, what, hint="write bytes that are not UTF-8 as \\x00 or in hex") from None
    if b"\\" not in content:
        return content

    def escaped(match: re.Match[bytes]) -> bytes:
        if len(match[1]) > 1:
            return bytes([int(match[1][1:], 16)])
        if match[1] not in _ESCAPES:
            what = 'a \\ in this text is not followed by one of \\ " n r t, or by x and two hexadecimal digits'
            raise fault(text, token.start(), what)
        return _ESCAPES[match[1]]

    return _ESCAPE.sub(escaped, content)
