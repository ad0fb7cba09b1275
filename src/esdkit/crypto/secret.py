"""Key bytes that do not show themselves.

Invariants: the bytes appear in no repr, no str and no pickle; two secrets are compared in constant time; a secret is unhashable, so that it
never becomes a dictionary key by accident. It is not wiped from memory, because Python cannot guarantee that.
"""

from __future__ import annotations

from typing import NoReturn

from esdkit.errors import Code, UsageError

__all__ = ["Secret"]


class Secret:
    """A key, redacted wherever it is printed.

    Args:
        value: the key's bytes.

    Raises:
        UsageError: ``invalid-key``, the value is not bytes; it is not shown.
    """

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        if not isinstance(value, bytes):
            raise UsageError(Code.INVALID_KEY, f"a key must be bytes, not {type(value).__name__}")
        self._value = value

    def reveal(self) -> bytes:
        """The bytes, to compute with."""
        return self._value

    def __len__(self) -> int:
        return len(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        from hmac import compare_digest  # seldom needed, and it brings all hashes

        return compare_digest(self._value, other._value)

    def __repr__(self) -> str:
        return f"<Secret: {len(self)} bytes>"

    def __reduce__(self) -> NoReturn:
        raise UsageError(Code.INVALID_ARGUMENT, "a secret cannot be pickled or copied")
