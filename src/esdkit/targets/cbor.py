"""CBOR of requests and answers (RFC 8949), as the Smithy protocol rpcv2Cbor uses it, for a client and a server.

Invariant: how deep a body is and how many items it has is known before anything is made of it, because a byte can become a list of a
hundred bytes. Tags are refused: no operation has one, and decoders make files, regular expressions or shared lists of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.spec import LIMITS

__all__ = ["NotCbor", "cbor_module", "read_map", "write_map"]

_BREAK, _TEXTS, _LISTS, _MAP, _TAG = 0xFF, (2, 3), (4, 5), 5, 6  # one byte; major types
_INDEFINITE, _NEXT_BYTES = 31, {24: 1, 25: 2, 26: 4, 27: 8}  # additional information; how many bytes have the number


class NotCbor(Exception):
    """Bytes that are not CBOR of this protocol, and why."""


def cbor_module() -> ModuleType:
    """cbor2.

    Raises:
        UsageError: ``invalid-argument``: it is not installed.
    """
    try:
        import cbor2
    except ImportError:
        hint = 'Install it with: pip install "esdkit[conform]"'
        raise UsageError(Code.INVALID_ARGUMENT, "AWS's test servers need cbor2, which is not installed", hint=hint) from None
    return cbor2


def read_map(data: bytes) -> dict[str, Any]:
    """The map that a body is.

    Raises:
        NotCbor: it is not one, or not well-formed, too deep, too large, or has a key twice.
    """
    cbor2 = cbor_module()
    _check_shape(data)
    try:
        value = cbor2.loads(data, allow_duplicate_keys=False)
    except (cbor2.CBORDecodeError, ValueError) as error:
        raise NotCbor(str(error)) from None
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return value
    raise NotCbor("it is not a map with text as keys")


def write_map(value: Mapping[str, Any]) -> bytes:
    """A map as CBOR."""
    data: bytes = cbor_module().dumps(dict(value))
    return data


def _check_shape(data: bytes) -> None:
    """Walk over all items without making them."""
    place, items = 0, 0
    wanted: list[int | None] = [1]  # how many items each open list still takes; None up to a break
    while wanted:
        if wanted[-1] == 0:
            wanted.pop()
            continue
        if place >= len(data):
            raise NotCbor("it is cut short")
        if data[place] == _BREAK and wanted[-1] is None:
            wanted.pop()
            place += 1
            continue
        items += 1
        if items > LIMITS["cbor_items"] or len(wanted) > LIMITS["cbor_depth"]:
            raise NotCbor(f"it has more than {LIMITS['cbor_items']} items, or is nested more than {LIMITS['cbor_depth']} deep")
        wanted[-1] = None if wanted[-1] is None else wanted[-1] - 1
        major, number, place = _head(data, place)
        if major in _TEXTS:
            if number is None:
                wanted.append(None)
            else:
                place += number
        elif major in _LISTS:
            wanted.append(None if number is None else number * (2 if major == _MAP else 1))
        elif major == _TAG:
            raise NotCbor("it has a tag")
    if place != len(data):
        raise NotCbor("it is cut short" if place > len(data) else "bytes follow after its end")


def _head(data: bytes, place: int) -> tuple[int, int | None, int]:
    """An item's major type, its number (None for an indefinite length), and where its content starts."""
    major, info = data[place] >> 5, data[place] & 0x1F
    start = place + 1 + _NEXT_BYTES.get(info, 0)
    if info == _INDEFINITE and major in (*_TEXTS, *_LISTS):
        return major, None, start
    if info not in _NEXT_BYTES and info >= min(_NEXT_BYTES):
        raise NotCbor("it is not well-formed")
    return major, int.from_bytes(data[place + 1 : start], "big") if info in _NEXT_BYTES else info, start
