"""Keyring files: a description of keyrings and CMMs, as plain data, to the tree of objects that it describes.

Strategy: a node of the description is a mapping with one member: its kind, and under it the kind's options, for example
``{multi: {generator: {kms: {key_ids: [...]}}, children: [...]}}``. The options of a kind, and what makes it, are in the module of the
keyring (``keyrings.description``), for CMMs by the table below; what reads a description and the JSON Schema of keyring files
(``spec/schemas/keyring-file.json``) both follow them.
Invariants: a description holds no key bytes: a key is named by ``file`` or ``env`` and read by the function that was given. Whatever the
data is, the only error is ``UsageError`` with the place in the file. Depth and number of parts are bounded.
Not here: reading files (cli).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from esdkit.caches import SynchronizedCache
from esdkit.cmm.base import CryptographicMaterialsManager
from esdkit.cmm.caching import CachingCmm
from esdkit.cmm.required_context import RequiredEncryptionContextCmm
from esdkit.errors import UsageError
from esdkit.frozen import frozen
from esdkit.keyrings import Keyring
from esdkit.keyrings.description import KEY_WAYS, Description, DescriptionReader, Seconds, Text, Texts, Whole, bad, described
from esdkit.spec import LIMITS, keyring_modules

__all__ = ["KeyReader", "read_keyring", "schema"]

KeyReader = Callable[[Mapping[str, str], Collection[int] | None], bytes]
"""Reads a key: given ``{"file": PATH}`` or ``{"env": NAME}``, and the lengths in bytes that it may have (None for a PEM text)."""

_FIRST = "keyring"  # the path of the root, in errors
_MAX_DEPTH, _MAX_PARTS = LIMITS["keyring_file_depth"], LIMITS["keyring_file_parts"]
_CAPACITY = 1000  # entries of a caching CMM's cache


def read_keyring(description: object, read_key: KeyReader) -> Keyring | CryptographicMaterialsManager:
    """Make the keyring or CMM that a description describes.

    Args:
        description: of mappings, lists, texts and numbers, as YAML or JSON give them.
        read_key: reads the keys that it names.

    Raises:
        UsageError: ``invalid-argument`` with the place as path: an unknown kind or option, a missing one, a value of another type; or what
            the keyring itself refuses. Whatever ``read_key`` raises.
    """
    made: Keyring | CryptographicMaterialsManager = _Reading(read_key).keyring_or_cmm(description, _FIRST, 0)
    return made


def schema() -> dict[str, Any]:
    """The JSON Schema of keyring files."""
    kinds = {"keyring": {name: described(name) for name in keyring_modules()}, "cmm": _CMMS}
    definitions = {name: {"oneOf": [_kind_schema(kind, row) for kind, row in rows.items()]} for name, rows in kinds.items()}
    key = {
        "oneOf": [
            {"type": "object", "properties": {way: {"type": "string"}}, "required": [way], "additionalProperties": False}
            for way in KEY_WAYS
        ]
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A keyring file of esdkit: a tree of keyrings and cryptographic materials managers",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in definitions],
        "$defs": {**definitions, "key": key},
    }


def _kind_schema(name: str, kind: Description) -> dict[str, Any]:
    return {"type": "object", "properties": {name: kind.schema()}, "required": [name], "additionalProperties": False}


# ---------------------------------------------------------------- CMMs
@frozen
class _Underlying:
    """A keyring or a CMM."""

    def read(self, reader: DescriptionReader, value: object, path: str, depth: int) -> Any:
        assert isinstance(reader, _Reading)
        return reader.keyring_or_cmm(value, path, depth + 1)

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [{"$ref": "#/$defs/keyring"}, {"$ref": "#/$defs/cmm"}]}


def _required_context(*, keys: list[str] | tuple[str, ...], underlying: Any) -> CryptographicMaterialsManager:
    return RequiredEncryptionContextCmm(keys, underlying)


def _caching(*, underlying: Any, capacity: int = _CAPACITY, **options: Any) -> CryptographicMaterialsManager:
    """A caching CMM with a cache of its own, over a CMM or a keyring."""
    below = {"keyring": underlying} if isinstance(underlying, Keyring) else {"underlying": underlying}
    return CachingCmm(**below, cache=SynchronizedCache(capacity), **options)


_CMMS: Mapping[str, Description] = {
    "required_context": Description(_required_context, {"keys": Texts(), "underlying": _Underlying()}),
    "caching": Description(
        _caching,
        {"underlying": _Underlying(), "max_age": Seconds()},
        {"max_messages": Whole(), "max_bytes": Whole(), "capacity": Whole(), "partition_id": Text()},
    ),
}


# ---------------------------------------------------------------- reading
class _Reading:
    """One description on its way to a tree."""

    def __init__(self, read_key: KeyReader) -> None:
        self._read_key = read_key
        self._parts = 0

    def key(self, source: Mapping[str, str], lengths: Collection[int] | None) -> bytes:
        """The key that an option names."""
        return self._read_key(source, lengths)

    def keyring(self, value: object, path: str, depth: int) -> Any:
        """The keyring of one node."""
        return self._node(value, path, depth, tuple(keyring_modules()))

    def keyring_or_cmm(self, value: object, path: str, depth: int) -> Any:
        """The keyring or CMM of one node."""
        return self._node(value, path, depth, (*keyring_modules(), *_CMMS))

    def _node(self, value: object, path: str, depth: int, kinds: Collection[str]) -> Any:
        self._parts += 1
        if depth > _MAX_DEPTH or self._parts > _MAX_PARTS:
            raise bad(f"a keyring file has at most {_MAX_PARTS} parts, {_MAX_DEPTH} deep", path)
        if not isinstance(value, dict) or len(value) != 1:
            raise bad(f"expected one kind with its options: {', '.join(kinds)}", path)
        name, options = next(iter(value.items()))
        if not isinstance(name, str) or name not in kinds:
            raise bad(f"unknown kind; expected one of {', '.join(kinds)}", path)
        return self.made(_CMMS[name] if name in _CMMS else described(name), options, f"{path}.{name}", depth)

    def made(self, description: Description, options: object, path: str, depth: int) -> Any:
        """What a kind makes of its options."""
        known = {**description.required, **description.optional}
        if not isinstance(options, dict) or not options.keys() <= known.keys():
            raise bad(f"expected the options {', '.join(known)}", path)
        missing = [name for name in description.required if name not in options]
        if missing:
            raise bad(f"the option {missing[0]} is missing", path)
        values = {name: known[name].read(self, value, f"{path}.{name}", depth) for name, value in options.items()}
        try:
            return description.make(**values)
        except UsageError as error:
            error.path = error.path if error.path is not None and error.path.startswith(_FIRST) else path
            raise
