"""How a keyring is described in a keyring file: what makes it, and the options that it takes.

Strategy: each module of a kind of keyring ends with ``DESCRIPTIONS``, its kinds of the keyring file by name. ``spec/providers.yaml`` says
which module has which name, so that a description imports only what it names. The keyring file (``cmm.config``), its JSON Schema and the
key descriptions of test vectors are all read by these descriptions.
Invariants: a description holds no key bytes: a key is named, and read by a function that the reader was given. Whatever the value of an
option is, the only error is ``UsageError`` with the place in the file. Not here: CMMs, depth, reading files.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from esdkit.errors import Code, UsageError
from esdkit.frozen import frozen
from esdkit.spec import keyring_modules

if TYPE_CHECKING:
    from esdkit.keyrings.base import Keyring

__all__ = [
    "KEY_WAYS",
    "Description",
    "DescriptionReader",
    "Key",
    "KeyName",
    "OneKeyring",
    "Option",
    "Options",
    "Seconds",
    "SeveralKeyrings",
    "Text",
    "Texts",
    "Whole",
    "bad",
    "described",
    "item_list",
    "read_hex",
]

KEY_WAYS = ("file", "env")
"""How a description names a key: ``{file: PATH}`` or ``{env: VARIABLE}``."""


class DescriptionReader(Protocol):
    """What options ask of the reader of a whole description."""

    def key(self, source: Mapping[str, str], lengths: Sequence[int] | None) -> bytes:
        """The key that is named, of one of these lengths in bytes; None for a PEM text."""
        ...

    def keyring(self, value: object, path: str, depth: int) -> Keyring:
        """The keyring that is described."""
        ...

    def made(self, description: Description, options: object, path: str, depth: int) -> Any:
        """What a description makes of its options."""
        ...


class Option(Protocol):
    """What the value of an option may be."""

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> Any:
        """The value as the keyring takes it.

        Raises:
            UsageError: ``invalid-argument``, with the place.
        """
        ...

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        ...


@frozen
class Description:
    """One kind of the keyring file.

    Attributes:
        make: called with the options by name, for example the keyring's class.
        required, optional: the options by name.
        aws: whether it asks AWS.
    """

    make: Callable[..., Any]
    required: Mapping[str, Option]
    optional: Mapping[str, Option] = field(default_factory=dict)
    aws: bool = False

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the options."""
        return {
            "type": "object",
            "properties": {name: option.schema() for name, option in {**self.required, **self.optional}.items()},
            "required": list(self.required),
            "additionalProperties": False,
        }


def described(kind: str) -> Description:
    """The description of a kind of keyring, by its name in ``spec.keyring_modules()``."""
    descriptions: Mapping[str, Description] = import_module(f"{__package__}.{keyring_modules()[kind]}").DESCRIPTIONS
    return descriptions[kind]


@frozen
class Text:
    """Text, or one of some words."""

    choices: Sequence[str] = ()

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> str:
        if isinstance(value, str) and (not self.choices or value in self.choices):
            return _characters(value, path)
        raise bad(f"expected {'one of ' + ', '.join(self.choices) if self.choices else 'text'}", path)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.choices)} if self.choices else {"type": "string"}


@frozen
class KeyName:
    """The name of a raw key: text, or ``{hex: DIGITS}`` for bytes."""

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> str | bytes:
        if not isinstance(value, dict):
            return Text().read(reader, value, path, depth)
        digits = value.get("hex")
        if len(value) != 1 or not isinstance(digits, str):
            raise bad('expected text, or {hex: "DIGITS"} with the digits in quotes', path)
        return read_hex(digits, path)

    def schema(self) -> dict[str, Any]:
        digits = {"type": "string", "pattern": _HEX.pattern}
        of_bytes = {"type": "object", "properties": {"hex": digits}, "required": ["hex"], "additionalProperties": False}
        return {"oneOf": [{"type": "string"}, of_bytes]}


@frozen
class Whole:
    """A whole number."""

    least: int = 1

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> int:
        if type(value) is int and value >= self.least:
            return value
        raise bad(f"expected a whole number of at least {self.least}", path)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least}


@frozen
class Seconds:
    """A number of seconds."""

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= sys.float_info.max:
            return value
        raise bad("expected a number of seconds above 0", path)

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "exclusiveMinimum": 0}


@frozen
class Texts:
    """A list of texts."""

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> list[str]:
        return [Text().read(reader, item, f"{path}[{index}]", depth) for index, item in enumerate(item_list(value, path))]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string"}}


@frozen
class Key:
    """A key of one of these lengths (bytes), or a PEM text."""

    lengths: tuple[int, ...] | None = None

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> bytes:
        if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in KEY_WAYS and isinstance(next(iter(value.values())), str):
            try:
                return reader.key({way: _characters(name, path) for way, name in value.items()}, self.lengths)
            except UsageError as error:
                error.path = path
                raise
        raise bad("a key is named by {file: PATH} or {env: VARIABLE}; its bytes are never in the file", path)

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/key"}


@frozen
class Options:
    """A group of options below an option."""

    description: Description

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> Any:
        return reader.made(self.description, value, path, depth)

    def schema(self) -> dict[str, Any]:
        return self.description.schema()


@frozen
class OneKeyring:
    """A keyring below a keyring."""

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> Any:
        return reader.keyring(value, path, depth + 1)

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/keyring"}


@frozen
class SeveralKeyrings:
    """A list of keyrings below a keyring."""

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> list[Any]:
        return [OneKeyring().read(reader, item, f"{path}[{index}]", depth) for index, item in enumerate(item_list(value, path))]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": OneKeyring().schema()}


def _characters(text: str, path: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise bad("the text has half a character, a lone surrogate", path) from None
    return text


_HEX = re.compile(r"^(0[xX])?([0-9a-fA-F]{2})+$")


def read_hex(digits: str, path: str) -> bytes:
    """The bytes of hexadecimal digits, with or without ``0x``.

    Raises:
        UsageError: ``invalid-argument``: there are none, their number is odd, or something else is among them.
    """
    if _HEX.fullmatch(digits) is None:
        raise bad("expected an even number of hexadecimal digits, at least 2", path)
    return bytes.fromhex(digits[2:] if digits[1] in "xX" else digits)


def item_list(value: object, path: str) -> list[object]:
    """The value as a list.

    Raises:
        UsageError: it is not one.
    """
    if isinstance(value, list):
        return value
    raise bad("expected a list", path)


def bad(what: str, path: str) -> UsageError:
    """The error of a value that an option does not take."""
    return UsageError(Code.INVALID_ARGUMENT, what, path=path)
