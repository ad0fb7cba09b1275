"""Signatures in DER that no library writes."""

from __future__ import annotations

__all__ = ["encode_der"]

_SEQUENCE, _INTEGER = 0x30, 0x02


def encode_der(r: bytes, s: bytes, *, trailing: bytes = b"", long_length: bool = False) -> bytes:
    """``SEQUENCE { INTEGER r, INTEGER s }`` of contents as they are given, valid or not.

    Args:
        r, s: the contents of the integers.
        trailing: bytes behind the integers, inside of the sequence, which must stay below 128 bytes.
        long_length: write the sequence's length with a length byte of its own, although it would fit without.
    """
    content = b"".join(bytes([_INTEGER, len(number)]) + number for number in (r, s)) + trailing
    length = bytes([0x81, len(content)]) if long_length else bytes([len(content)])
    return bytes([_SEQUENCE]) + length + content
