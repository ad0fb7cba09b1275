"""Messages that are still encoded as text: base64, base64url, hexadecimal; also in armor like that of PEM, or in a field of JSON.

Strategy: bytes are taken for text only when they do not begin like a message and what they decode to does; everything else stays as it is,
so that nothing but an encoded message is ever changed. For the command line: the Python API decodes nothing.
"""

from __future__ import annotations

import binascii
import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from esdkit.columns import count
from esdkit.frozen import frozen
from esdkit.spec import CONSTANTS, SUITES

__all__ = ["URL_SAFE", "WHITE_SPACE", "Sniffed", "decode", "decode_base64", "json_path", "json_values", "more", "unpack"]

WHITE_SPACE = b" \t\r\n\f\v"
"""What is ignored in an encoded text."""
URL_SAFE = bytes.maketrans(b"-_+/", b"+/-_")
"""Turns base64url into base64; what only base64 has turns into what base64 refuses."""

Encoding = Literal["binary", "base64", "base64url", "hex"]


@frozen
class Sniffed:
    """A message's bytes, and how they had been encoded.

    Attributes:
        within: what the text was in, for example ``armor`` or ``the JSON field $.body``; None for nothing.
        others: how many more messages the same JSON has; of very many the first are counted.
    """

    data: bytes
    encoding: Encoding
    within: str | None = None
    others: int = 0


def decode(data: bytes) -> Sniffed:
    """Decode ``data`` if it is a message in base64, base64url (padding may be missing in both) or hexadecimal.

    A byte order mark and white space are ignored, and a text that was cut is decoded as far as it goes: what the message lacks is for its
    reader to say.
    """
    # Reqs: CLI-DEC-032
    marked = data.removeprefix(codecs.BOM_UTF8)
    if not _begins_like_message(data) and _HEAD_OF_TEXT.match(marked[:_HEAD]):
        text = marked.translate(None, WHITE_SPACE)
        for encoding, decoded in _readings(text):
            if _begins_like_message(decoded):
                return Sniffed(decoded, encoding)
    return Sniffed(data, "binary")


def unpack(data: bytes) -> Sniffed:
    """Decode ``data`` as ``decode`` does, also when the text is in an armor (``-----BEGIN …-----``) or in a string of JSON.

    Of several messages in JSON the first is taken. Large JSON is not looked into.
    """
    # Reqs: CLI-INS-004
    sniffed = decode(data)
    if sniffed.encoding != "binary" or _begins_like_message(data):
        return sniffed
    armored = _ARMOR.match(data.removeprefix(codecs.BOM_UTF8))
    if armored is not None:
        inner = decode(armored[1])
        return sniffed if inner.encoding == "binary" else replace(inner, within="armor")
    if data[:_HEAD].lstrip(WHITE_SPACE)[:1] in (b"{", b"[", b'"') and len(data) <= _MAX_JSON:
        found = list(islice(_in_json(data), _MAX_FOUND))
        if found:
            path, inner = found[0]
            return replace(inner, within=f"the JSON field {path}", others=len(found) - 1)
    return sniffed


_ARMOR = re.compile(rb"\s*-----BEGIN [^\r\n-]{1,80}-----[ \t]*\r?\n(?:[!-9;-~]+:[^\r\n]*\r?\n)*([A-Za-z0-9+/=_\s-]+?)(?:-----END |\Z)")
_MAX_JSON = 64 << 20  # bytes
_MAX_FOUND = 1000
_MAX_PATH = 160  # characters


def _in_json(data: bytes) -> Iterator[tuple[str, Sniffed]]:
    """The strings that are encoded messages, with their paths, in their order.

    A path is put together for what is found alone, and a list is gone through item by item: a long name above a long list costs nothing.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return
    for steps, value in json_values(document):
        if isinstance(value, str):
            inner = decode(value.encode("utf-8", "surrogatepass"))
            if inner.encoding != "binary":
                yield json_path(steps), inner


def more(others: int) -> str:
    """That there are more messages; nothing when there are none."""
    return "" if not others else f"; {count(others, 'more message')} not looked at"


def json_values(document: object) -> Iterator[tuple[Sequence[str | int], object]]:
    """The texts, lists and objects of a JSON document in their order, each with the keys and places that lead to it.

    They are in one list, which changes from value to value: a path can be long, and most values are of no interest.
    """
    steps: list[str | int] = []
    yield steps, document
    levels = [iter(_items(document))]
    while levels:
        del steps[len(levels) - 1 :]
        for step, value in levels[-1]:
            if isinstance(value, _LOOKED_AT):
                steps.append(step)
                yield steps, value
                if not isinstance(value, str):
                    levels.append(iter(_items(value)))
                    break
                steps.pop()
        else:
            levels.pop()


def _items(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def json_path(steps: Iterable[str | int], front: str = "$") -> str:
    """A path as people write it; of a very long one the beginning. ``front``: the path of the document itself."""
    text = front
    for step in steps:
        if len(text) > _MAX_PATH:
            break
        text += f"[{step}]" if isinstance(step, int) else _key(step[:_MAX_PATH])
    return text if len(text) <= _MAX_PATH else f"{text[:_MAX_PATH]}…"


def _key(name: str) -> str:
    return f".{name}" if _PLAIN_KEY.fullmatch(name) else f"[{json.dumps(name)}]"


_LOOKED_AT = (str, dict, list)
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_HEAD = 64
_HEAD_OF_TEXT = re.compile(rb"[\sA-Za-z0-9+/=_-]+\Z")


def _readings(text: bytes) -> Iterator[tuple[Encoding, bytes]]:
    readings: tuple[tuple[Encoding, Callable[[bytes], bytes | None]], ...] = (
        ("hex", _from_hex),
        ("base64", lambda text: decode_base64(text, "base64", cut=True)),
        ("base64url", lambda text: decode_base64(text, "base64url", cut=True)),
    )
    for encoding, read in readings:
        decoded = read(text)
        if decoded is not None:
            yield encoding, decoded


def _from_hex(text: bytes) -> bytes | None:
    try:
        return binascii.unhexlify(text[: len(text) // 2 * 2])
    except binascii.Error:
        return None


def decode_base64(text: bytes, alphabet: Literal["base64", "base64url", "either"] = "either", *, cut: bool = False) -> bytes | None:
    """Decode base64, ignoring white space and missing padding.

    Args:
        text: the base64 text.
        alphabet: ``base64`` (``+/``), ``base64url`` (``-_``), or either, which may be mixed.
        cut: also decode a text that ends with a lone character of a group; the character is dropped.

    Returns:
        The bytes; None if the text is empty or is not base64.
    """
    bare = text.translate(_ALPHABETS[alphabet], WHITE_SPACE).rstrip(b"=")
    if cut and len(bare) % 4 == 1:
        bare = bare[:-1]
    if not bare:
        return None
    try:
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4), strict_mode=True)
    except binascii.Error:
        return None


_ALPHABETS = {"base64": None, "base64url": URL_SAFE, "either": bytes.maketrans(b"-_", b"+/")}


def _begins_like_message(data: bytes) -> bool:
    """Whether the bytes up to the suite are those of a message: what text cannot be, and few other files are."""
    version = data[0] if data else None
    if version == 1:
        return data[1:2] == bytes([CONSTANTS.message_type])
    suite = SUITES.get(int.from_bytes(data[1:3], "big"))
    return version is not None and suite is not None and version == suite.message_version
