"""What a request of the protocol (spec/schemas/target.json) can be besides done: wrong, or beyond this SDK."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["Keyring", "RequestError", "Unsupported", "decoded", "encoded", "secrets"]

Keyring = Mapping[str, Any]
"""A keyring as a request describes it."""


class RequestError(Exception):
    """The request breaks the protocol; the SDK was not asked."""


class Unsupported(Exception):
    """The SDK has no way to do what the request asks for."""


def decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise RequestError("a member is not base64") from None


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def secrets(value: Any) -> Iterator[str]:
    """Everything in a request that must not appear in an answer's error: keys, and private keys as a whole and by line."""
    if isinstance(value, Mapping):
        for name, member in value.items():
            if name in ("key", "private") and isinstance(member, str):
                yield member
                yield from (line for line in member.splitlines() if not line.startswith("-----"))
            else:
                yield from secrets(member)
    elif isinstance(value, list):
        for member in value:
            yield from secrets(member)
