"""Members of a request, by name and type. What a request lacks, or has in another type, is a fault of the request and not of the SDK."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

__all__ = ["Members", "RequestFault"]


class RequestFault(Exception):
    """The request itself is wrong, and how; without values, which may be keys."""


class Members:
    """The members of a map.

    Args:
        value: the map.
        path: where it is in the request, for faults.

    Raises:
        RequestFault: it is not a map with text as keys.
    """

    def __init__(self, value: object, path: str = "") -> None:
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise RequestFault(f"{path}: expected a map")
        self._values: Mapping[str, Any] = {name: member for name, member in value.items() if member is not None}  # null: not set
        self._path = path

    def has(self, name: str) -> bool:
        """Whether a member is set."""
        return name in self._values

    def text(self, name: str) -> str:
        """A text."""
        value: str = self._member(name, str, "text")
        return value

    def data(self, name: str) -> bytes:
        """Bytes."""
        value: bytes = self._member(name, bytes, "a byte string")
        return value

    def whole(self, name: str) -> int:
        """A whole number, also one that is out of range: that is for the SDK to refuse."""
        value: int = self._member(name, int, "a whole number")
        if isinstance(value, bool):
            raise self._fault(name, "expected a whole number")
        return value

    def members(self, name: str) -> Members:
        """A map with members of its own."""
        return Members(self._member(name, dict, "a map"), self._at(name))

    def items(self, name: str) -> list[Any]:
        """A list."""
        value: list[Any] = self._member(name, list, "a list")
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts."""
        value = self.items(name)
        if not all(isinstance(item, str) for item in value):
            raise self._fault(name, "expected a list of text")
        return value

    def pairs(self, name: str) -> dict[str, str]:
        """A map of text to text."""
        value: dict[Any, Any] = self._member(name, dict, "a map")
        if not all(isinstance(text, str) for pair in value.items() for text in pair):
            raise self._fault(name, "expected a map of text to text")
        return value

    def choice(self, name: str, meanings: Mapping[str, Any]) -> Any:
        """What one of some words means."""
        word = self.text(name)
        if word not in meanings:
            raise self._fault(name, f"expected one of {', '.join(meanings)}")
        return meanings[word]

    def only(self, kinds: Collection[str]) -> tuple[str, Members]:
        """The kind of a union and its members: the one member that is set."""
        if len(self._values) != 1 or not self._values.keys() <= set(kinds):
            raise RequestFault(f"{self._path}: expected exactly one of {', '.join(kinds)}")
        (kind,) = self._values
        return kind, self.members(kind)

    def below(self, name: str) -> list[Members]:
        """A list of maps with members of their own."""
        return [Members(item, f"{self._at(name)}[{index}]") for index, item in enumerate(self.items(name))]

    def _member(self, name: str, kind: type, what: str) -> Any:
        if name not in self._values:
            raise self._fault(name, "it is missing")
        if not isinstance(self._values[name], kind):
            raise self._fault(name, f"expected {what}")
        return self._values[name]

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _fault(self, name: str, what: str) -> RequestFault:
        return RequestFault(f"{self._at(name)}: {what}")
