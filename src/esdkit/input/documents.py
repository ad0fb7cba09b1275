"""JSON: one document, or many on lines or one after another, as logs, streams and exports have them. Its texts and lists of numbers, each
with its path.

Strategy: a document is read whole, since a message can be in any of its texts. A text of a document inside a document is looked into by the
search, like every other text. Invariant: documents that are too large or too deep are left to the search through text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from esdkit.input.recognition import Recognition, recognition
from esdkit.spec import LIMITS

__all__ = ["encoded", "json_path", "json_texts", "json_values", "load_json"]

_MAX_JSON = LIMITS["search_json_length"]
_FEWEST = 16  # characters of a text, numbers of a list
_FEWEST_IN_NAME = 40  # characters
_MAX_PATH = 160  # characters
_OPENS = (b"{", b"[", b'"')


def json_texts(data: bytes) -> Iterator[Recognition]:
    """The texts and lists of numbers of all documents in ``data``, and nothing when it does not begin like JSON.

    Raises:
        ValueError: there is something else between documents.
    """
    for _ in _documents(data):
        pass  # all must be JSON before any is looked into
    for front, document in _documents(data):
        for steps, value in json_values(document):
            inner = _bytes(value)
            if inner is not None:
                yield recognition("json", data, 0, 1, inner=inner, where=json_path(steps, front))
            for name in value if isinstance(value, dict) else ():
                if len(name) >= _FEWEST_IN_NAME:
                    yield recognition("json", data, 0, 1, inner=encoded(name), where=f"a name in {json_path(steps, front)}")


def _documents(data: bytes) -> Iterator[tuple[str, Any]]:
    """The JSON documents, each with the beginning of its paths."""
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] not in _OPENS:
        return
    whole = load_json(text)
    if whole is None:
        for number, document in enumerate(_several(text), 1):
            yield f"document {number}: $", document
    else:
        yield "$", whole[0]


def load_json(text: bytes) -> tuple[Any] | None:
    """The document that a text is; None when it is not one, or too large."""
    try:
        return (json.loads(text, object_pairs_hook=_object),) if len(text) <= _MAX_JSON else None
    except (ValueError, RecursionError):
        return None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, with all values of a name that it has several times: the others are under the name and the next free number."""
    document = dict(pairs)
    if len(document) < len(pairs):
        numbers: dict[str, int] = {}
        for name, value in pairs:
            key, number = name, numbers.get(name, 1)
            while name in numbers and key in document:
                number += 1
                key = f"{name} ({number})"
            document[key], numbers[name] = value, number
    return document


def _several(text: bytes) -> Iterator[Any]:
    """Documents one after another, with or without line breaks or commas between them. Long texts must have them in lines."""
    for part in [text] if len(text) <= _MAX_JSON else _lines(text):
        yield from _decoded(part.decode("utf-8", "surrogateescape"))


def _lines(text: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(text):
        end = text.find(b"\n", start, start + _MAX_JSON)
        if end < 0 and len(text) - start > _MAX_JSON:
            raise ValueError("a long line")
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def _decoded(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(object_pairs_hook=_object)
    at = 0
    while (match := _NEXT.match(text, at)) is not None:
        try:
            document, at = decoder.raw_decode(text, match.end())
        except RecursionError:
            raise ValueError("too deep") from None
        yield document
    if text[at:].strip():
        raise ValueError("not JSON")


_NEXT = re.compile(r'[\s,\x1e]*(?=[{\["])')


def _bytes(value: Any) -> bytes | None:
    """What a text or a list of numbers stands for."""
    if isinstance(value, str):
        return encoded(value) if len(value) >= _FEWEST else None
    if isinstance(value, list) and len(value) >= _FEWEST and all(type(item) is int and -128 <= item < 256 for item in value):
        return bytes(item & 0xFF for item in value)  # Java counts from -128 on
    if isinstance(value, dict) and "0" in value and list(value) == [str(number) for number in range(len(value))]:
        return _bytes(list(value.values()))  # as JavaScript writes a Uint8Array
    return None


def encoded(text: str) -> bytes:
    """The bytes of a text; those that Python kept as surrogates are what they were."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


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
