"""JSON as manifests need it: strict to parse, typed to read, and every fault with its place.

Strategy: ``parse_json`` refuses what two readers could understand differently (a duplicate key, NaN, text that is not UTF-8), and what is
too much (``spec/limits.yaml``). A `JsonNode` is a value with the path that leads to it; its methods either give the type that they name or
raise `VectorError` with that path.
Invariants: whatever the bytes are, the only error is `VectorError`; text that is read holds no lone surrogate.
Not here: what the values mean.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping, Sequence

from esdkit.errors import Code, VectorError
from esdkit.frozen import frozen
from esdkit.plaindata import Bounds, NotPlain, json_value
from esdkit.spec import LIMITS

__all__ = ["JsonNode", "file_uris", "parse_json"]

_BOUNDS = Bounds(LIMITS["vector_manifest_items"], LIMITS["vector_manifest_depth"])
_KINDS = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number", type(None): "null"}


def parse_json(data: bytes) -> JsonNode:
    """Parse a whole JSON file.

    Raises:
        VectorError: ``manifest-invalid`` (not UTF-8, not JSON, nested too deep, not a number), ``duplicate-id`` (a duplicate
            key).
    """
    # Reqs: TVM-COM-003
    try:
        return JsonNode(json_value(data.decode("utf-8"), _BOUNDS), "")
    except UnicodeDecodeError as error:
        raise VectorError(Code.MANIFEST_INVALID, "not UTF-8", offset=error.start) from error
    except NotPlain as error:
        raise VectorError(Code.DUPLICATE_ID if error.duplicate else Code.MANIFEST_INVALID, error.message) from error


def file_uris(root: JsonNode) -> Iterator[str]:
    """Every text of a JSON file that is the URI of a file, whatever its member."""
    waiting = [root.value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str) and item.startswith("file://"):
            yield item
        elif isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def _spelled(key: str) -> str:
    """A key as it may appear in an error's one line."""
    return key if key.isprintable() else json.dumps(key)


@frozen
class JsonNode:
    """A JSON value and the path that leads to it.

    Attributes:
        value: as ``json`` gives it.
        path: member names and indices, for example ``tests.a1.master-keys[0].key``; empty at the root.
    """

    value: object
    path: str

    def error(self, message: str, code: Code = Code.MANIFEST_INVALID) -> VectorError:
        """A `VectorError` at this place."""
        return VectorError(code, message, path=self.path or None)

    def _expect(self, kind: str) -> VectorError:
        return self.error(f"expected {kind}, found {_KINDS[type(self.value)]}")

    def __getitem__(self, key: str) -> JsonNode:
        """A member that must be there."""
        # Reqs: TVM-COM-004
        member = self.get(key)
        if member is None:
            raise self.error(f"the member {_spelled(key)} is missing")
        return member

    def get(self, key: str) -> JsonNode | None:
        """A member, or None where it is absent."""
        # Reqs: TVM-COM-004
        members = self._object()
        return JsonNode(members[key], self._below(key)) if key in members else None

    def _object(self) -> Mapping[str, object]:
        # Reqs: TVM-COM-004
        if not isinstance(self.value, dict):
            raise self._expect("an object")
        return self.value

    def _below(self, key: str) -> str:
        return f"{self.path}.{_spelled(key)}" if self.path else _spelled(key)

    def members(self) -> Mapping[str, JsonNode]:
        """The members of an object, whose names a person chose: they must be printable."""
        for key in self._object():
            if not key or not key.isprintable():
                raise self.error(f"the name {json.dumps(key)} is empty or not printable")
        return {key: JsonNode(value, self._below(key)) for key, value in self._object().items()}

    def only(self, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Refuse members of an object that are neither required nor optional, and the lack of a required one."""
        # Reqs: TVM-COM-004
        for key in self._object():
            if key not in required and key not in optional:
                raise self.error(f"the member {_spelled(key)} is not known here")
        for key in required:
            self[key]

    def items(self) -> Sequence[JsonNode]:
        """The items of a list."""
        # Reqs: TVM-COM-004
        if not isinstance(self.value, list):
            raise self._expect("a list")
        return [JsonNode(value, f"{self.path}[{index}]") for index, value in enumerate(self.value)]

    def text(self) -> str:
        """A string of Unicode characters."""
        # Reqs: TVM-COM-004, TVM-COM-009
        if not isinstance(self.value, str):
            raise self._expect("text")
        return self._checked(self.value)

    def _checked(self, text: str) -> str:
        # Reqs: TVM-COM-009
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise self.error("the text holds a lone surrogate") from error
        return text

    def choice(self, allowed: Sequence[str]) -> str:
        """One of some words."""
        # Reqs: TVM-COM-004
        text = self.text()
        if text not in allowed:
            raise self.error(f"expected one of {', '.join(allowed)}")
        return text

    def boolean(self) -> bool:
        """True or false."""
        # Reqs: TVM-COM-004
        if not isinstance(self.value, bool):
            raise self._expect("true or false")
        return self.value

    def integer(self) -> int:
        """A whole number; neither ``true`` nor ``1.0`` is one."""
        # Reqs: TVM-COM-004
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self._expect("a whole number")
        return self.value

    def base64(self) -> bytes:
        """Bytes as standard base64 with padding."""
        # Reqs: TVM-COM-004
        try:
            return base64.b64decode(self.text(), validate=True)
        except (binascii.Error, ValueError) as error:
            raise self.error("not base64") from error

    def text_map(self) -> Mapping[str, str]:
        """An object of text by text, such as an encryption context. Names may be any text, the empty one too."""
        # Reqs: TVM-COM-009
        return {self._checked(key): JsonNode(value, self._below(key)).text() for key, value in self._object().items()}
