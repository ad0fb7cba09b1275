"""Keyring files: a description of keyrings and CMMs, as plain data, to the tree of objects that it describes.

Strategy: a node of the description is a mapping with one member: its kind, and under it the kind's options, for example
``{multi: {generator: {kms: {key_ids: [...]}}, children: [...]}}``. One table says which options a kind has and what makes it; what reads a
description and the JSON Schema of keyring files (``spec/schemas/keyring-file.json``) both follow the table.
Invariants: a description holds no key bytes: a key is named by ``file`` or ``env`` and read by the caller's function. Whatever the data is,
the only error is ``UsageError`` with the place in the file. Depth and number of nodes are bounded, so that aliases cannot blow up.
Not here: reading files (cli).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from esdkit.caches import SynchronizedCache
from esdkit.cmm.base import CryptographicMaterialsManager
from esdkit.cmm.caching import CachingCmm
from esdkit.cmm.required_context import RequiredEncryptionContextCmm
from esdkit.errors import Code, UsageError
from esdkit.keyrings import Keyring, MultiKeyring, RawAesKeyring, RawRsaKeyring, StaticDataKeyring
from esdkit.spec import CONSTANTS, SUITES

__all__ = ["KeyReader", "read_keyring", "schema"]

KeyReader = Callable[[Mapping[str, str], Collection[int] | None], bytes]
"""Reads a key: given ``{"file": PATH}`` or ``{"env": NAME}``, and the lengths in bytes that it may have (None for a PEM text)."""

_FIRST = "keyring"  # the path of the root, in errors
_MAX_DEPTH, _MAX_NODES = 16, 1000
_CAPACITY = 1000  # entries of a caching CMM's cache
_KEY_LENGTHS = tuple(sorted({suite.data_key_length for suite in SUITES.values()}))


def read_keyring(description: object, read_key: KeyReader) -> Keyring | CryptographicMaterialsManager:
    """Make the keyring or CMM that a description describes.

    Args:
        description: of mappings, lists, texts and numbers, as YAML or JSON give them.
        read_key: reads the keys that it names.

    Raises:
        UsageError: ``invalid-argument`` with the place as path: an unknown kind or option, a missing one, a value of another type; or what
            the keyring itself refuses. Whatever ``read_key`` raises.
    """
    made: Keyring | CryptographicMaterialsManager = _Reading(read_key).node(description, _FIRST, 0, {**_KEYRINGS, **_CMMS})
    return made


def schema() -> dict[str, Any]:
    """The JSON Schema of keyring files."""
    kinds = {"keyring": _KEYRINGS, "cmm": _CMMS}
    definitions = {name: {"oneOf": [_kind_schema(kind, row) for kind, row in rows.items()]} for name, rows in kinds.items()}
    key = {
        "oneOf": [
            {"type": "object", "properties": {way: {"type": "string"}}, "required": [way], "additionalProperties": False} for way in _WAYS
        ]
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A keyring file of esdkit: a tree of keyrings and cryptographic materials managers",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in definitions],
        "$defs": {**definitions, "key": key},
    }


# ---------------------------------------------------------------- what an option may be
_WAYS = ("file", "env")


class _Type(Protocol):
    def read(self, reading: _Reading, value: object, path: str, depth: int) -> Any: ...
    def schema(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class _Text:
    choices: Sequence[str] = ()

    def read(self, reading: _Reading, value: object, path: str, depth: int) -> str:
        if isinstance(value, str) and (not self.choices or value in self.choices):
            return value
        raise _bad(f"expected {'one of ' + ', '.join(self.choices) if self.choices else 'text'}", path)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.choices)} if self.choices else {"type": "string"}


@dataclass(frozen=True, slots=True)
class _Whole:
    least: int = 1

    def read(self, reading: _Reading, value: object, path: str, depth: int) -> int:
        if type(value) is int and value >= self.least:
            return value
        raise _bad(f"expected a whole number of at least {self.least}", path)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least}


@dataclass(frozen=True, slots=True)
class _Seconds:
    def read(self, reading: _Reading, value: object, path: str, depth: int) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= sys.float_info.max:
            return value
        raise _bad("expected a number of seconds above 0", path)

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "exclusiveMinimum": 0}


@dataclass(frozen=True, slots=True)
class _Texts:
    def read(self, reading: _Reading, value: object, path: str, depth: int) -> list[str]:
        return [_Text().read(reading, item, f"{path}[{index}]", depth) for index, item in enumerate(_list(value, path))]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string"}}


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of one of these lengths (bytes), or a PEM text."""

    lengths: tuple[int, ...] | None = None

    def read(self, reading: _Reading, value: object, path: str, depth: int) -> bytes:
        if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _WAYS and isinstance(next(iter(value.values())), str):
            return reading.read_key(value, self.lengths)
        raise _bad("a key is named by {file: PATH} or {env: VARIABLE}; its bytes never stand in the file", path)

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/key"}


@dataclass(frozen=True, slots=True)
class _Keyring:
    def read(self, reading: _Reading, value: object, path: str, depth: int) -> Any:
        return reading.node(value, path, depth + 1, _KEYRINGS)

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/$defs/keyring"}


@dataclass(frozen=True, slots=True)
class _Keyrings:
    def read(self, reading: _Reading, value: object, path: str, depth: int) -> list[Any]:
        return [_Keyring().read(reading, item, f"{path}[{index}]", depth) for index, item in enumerate(_list(value, path))]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": _Keyring().schema()}


@dataclass(frozen=True, slots=True)
class _Clients:
    """Settings of the clients of AWS, where the environment's will not do."""

    def read(self, reading: _Reading, value: object, path: str, depth: int) -> Any:
        from esdkit.keyrings import ClientSupplier

        return reading.made(_Kind(ClientSupplier, {}, _CLIENT_OPTIONS), value, path, depth)

    def schema(self) -> dict[str, Any]:
        return _options_schema(_Kind(dict, {}, _CLIENT_OPTIONS))


@dataclass(frozen=True, slots=True)
class _Underlying:
    """A keyring or a CMM."""

    def read(self, reading: _Reading, value: object, path: str, depth: int) -> Any:
        return reading.node(value, path, depth + 1, {**_KEYRINGS, **_CMMS})

    def schema(self) -> dict[str, Any]:
        return {"oneOf": [{"$ref": "#/$defs/keyring"}, {"$ref": "#/$defs/cmm"}]}


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of node: what makes it, and its options, which arrive under their names."""

    make: Callable[..., Any]
    required: Mapping[str, _Type]
    optional: Mapping[str, _Type]


def _later(name: str, method: str | None = None) -> Callable[..., Any]:
    """A keyring's class, or a method of it that makes one, imported when it is asked for."""

    def make(**options: Any) -> Any:
        cls = getattr(import_module("esdkit.keyrings"), name)
        return (cls if method is None else getattr(cls, method))(**options)

    return make


def _hierarchical(
    *,
    table_name: str,
    logical_name: str,
    kms_key: str | None = None,
    multi_region_kms_key: str | None = None,
    discovery_region: str | None = None,
    client_supplier: Any = None,
    grant_tokens: list[str] | tuple[str, ...] = (),
    capacity: int = CONSTANTS.hierarchy.default_cache_capacity,
    **options: Any,
) -> Keyring:
    """A hierarchical keyring over DynamoDB; its KMS key is one of three options, or whatever the items name."""
    from esdkit.keyrings import DynamoDbKeyStore, HierarchicalKeyring, KmsConfiguration

    ways = {
        KmsConfiguration.key: kms_key,
        KmsConfiguration.multi_region_key: multi_region_kms_key,
        KmsConfiguration.multi_region_discovery: discovery_region,
    }
    given = [make(value) for make, value in ways.items() if value is not None]
    if len(given) > 1:
        raise UsageError(Code.INVALID_ARGUMENT, "give one of kms_key, multi_region_kms_key and discovery_region")
    kms = given[0] if given else KmsConfiguration.discovery()
    store = DynamoDbKeyStore(table_name, logical_name=logical_name, kms=kms, client_supplier=client_supplier, grant_tokens=grant_tokens)
    return HierarchicalKeyring(store, cache=SynchronizedCache(capacity), **options)


def _caching(*, underlying: Any, capacity: int = _CAPACITY, **options: Any) -> CryptographicMaterialsManager:
    """A caching CMM with a cache of its own, over a CMM or a keyring."""
    below = {"keyring": underlying} if isinstance(underlying, Keyring) else {"underlying": underlying}
    return CachingCmm(**below, cache=SynchronizedCache(capacity), **options)


_CLIENT_OPTIONS: Mapping[str, _Type] = {
    "profile_name": _Text(),
    "endpoint_url": _Text(),
    "regions": _Texts(),
    "connect_timeout": _Seconds(),
    "read_timeout": _Seconds(),
    "max_attempts": _Whole(),
}

_NAMED: Mapping[str, _Type] = {"namespace": _Text(), "name": _Text()}
_KMS: Mapping[str, _Type] = {"client_supplier": _Clients(), "grant_tokens": _Texts()}
_FILTER: Mapping[str, _Type] = {"account_ids": _Texts(), "partition": _Text()}
_CURVE: Mapping[str, _Type] = {"curve": _Text(tuple(CONSTANTS.ecdh.curves))}

_KEYRINGS: Mapping[str, _Kind] = {
    "raw_aes": _Kind(RawAesKeyring, {**_NAMED, "wrapping_key": _Key(tuple(CONSTANTS.raw_aes_wrapping_key_lengths))}, {}),
    "raw_rsa": _Kind(
        RawRsaKeyring, {**_NAMED, "padding": _Text(tuple(CONSTANTS.raw_rsa_paddings))}, {"public_key": _Key(), "private_key": _Key()}
    ),
    "static_data_key": _Kind(StaticDataKeyring, {"data_key": _Key(_KEY_LENGTHS)}, {}),
    "multi": _Kind(MultiKeyring, {}, {"generator": _Keyring(), "children": _Keyrings()}),
    "kms": _Kind(_later("KmsKeyring"), {"key_ids": _Texts()}, _KMS),
    "kms_mrk": _Kind(_later("KmsMrkKeyring"), {"key_ids": _Texts()}, _KMS),
    "kms_discovery": _Kind(_later("KmsDiscoveryKeyring"), {}, {**_FILTER, "regions": _Texts(), **_KMS}),
    "kms_mrk_discovery": _Kind(_later("KmsMrkDiscoveryKeyring"), {"regions": _Texts()}, {**_FILTER, **_KMS}),
    "kms_rsa": _Kind(
        _later("KmsRsaKeyring"),
        {"key_id": _Text()},
        {"public_key": _Key(), "encryption_algorithm": _Text(tuple(CONSTANTS.kms_rsa_algorithms)), **_KMS},
    ),
    "kms_ecdh_static": _Kind(
        _later("KmsEcdhKeyring", "static"), {**_CURVE, "key_id": _Text(), "own_public_key": _Key(), "public_key": _Key()}, _KMS
    ),
    "kms_ecdh_discovery": _Kind(_later("KmsEcdhKeyring", "discovery"), {**_CURVE, "key_id": _Text(), "own_public_key": _Key()}, _KMS),
    "raw_ecdh_static": _Kind(_later("RawEcdhKeyring", "static"), {**_CURVE, "private_key": _Key(), "public_key": _Key()}, {}),
    "raw_ecdh_ephemeral": _Kind(_later("RawEcdhKeyring", "ephemeral"), {**_CURVE, "public_key": _Key()}, {}),
    "raw_ecdh_discovery": _Kind(_later("RawEcdhKeyring", "discovery"), {**_CURVE, "private_key": _Key()}, {}),
    "hierarchical": _Kind(
        _hierarchical,
        {"table_name": _Text(), "logical_name": _Text(), "branch_key_id": _Text(), "ttl": _Seconds()},
        {
            "kms_key": _Text(),
            "multi_region_kms_key": _Text(),
            "discovery_region": _Text(),
            "capacity": _Whole(),
            "partition_id": _Text(),
            **_KMS,
        },
    ),
}

_CMMS: Mapping[str, _Kind] = {
    "required_context": _Kind(
        lambda *, keys, underlying: RequiredEncryptionContextCmm(keys, underlying), {"keys": _Texts(), "underlying": _Underlying()}, {}
    ),
    "caching": _Kind(
        _caching,
        {"underlying": _Underlying(), "max_age": _Seconds()},
        {"max_messages": _Whole(), "max_bytes": _Whole(), "capacity": _Whole(), "partition_id": _Text()},
    ),
}


# ---------------------------------------------------------------- reading
class _Reading:
    """One description on its way to a tree."""

    def __init__(self, read_key: KeyReader) -> None:
        self.read_key = read_key
        self._nodes = 0

    def node(self, value: object, path: str, depth: int, kinds: Mapping[str, _Kind]) -> Any:
        """The object of one node."""
        self._nodes += 1
        if depth > _MAX_DEPTH or self._nodes > _MAX_NODES:
            raise _bad(f"a keyring file has at most {_MAX_NODES} parts, {_MAX_DEPTH} deep", path)
        if not isinstance(value, dict) or len(value) != 1:
            raise _bad(f"expected one kind with its options: {', '.join(kinds)}", path)
        name, options = next(iter(value.items()))
        kind = kinds.get(name) if isinstance(name, str) else None
        if kind is None:
            raise _bad(f"an unknown kind; there are {', '.join(kinds)}", path)
        return self.made(kind, options, f"{path}.{name}", depth)

    def made(self, kind: _Kind, options: object, path: str, depth: int) -> Any:
        """What a kind makes of its options."""
        known = {**kind.required, **kind.optional}
        if not isinstance(options, dict) or not options.keys() <= known.keys():
            raise _bad(f"expected the options {', '.join(known)}", path)
        missing = [name for name in kind.required if name not in options]
        if missing:
            raise _bad(f"the option {missing[0]} is missing", path)
        values = {name: known[name].read(self, value, f"{path}.{name}", depth) for name, value in options.items()}
        try:
            return kind.make(**values)
        except UsageError as error:
            error.path = error.path if error.path is not None and error.path.startswith(_FIRST) else path
            raise


def _kind_schema(name: str, kind: _Kind) -> dict[str, Any]:
    return {"type": "object", "properties": {name: _options_schema(kind)}, "required": [name], "additionalProperties": False}


def _options_schema(kind: _Kind) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {option: type_.schema() for option, type_ in {**kind.required, **kind.optional}.items()},
        "required": list(kind.required),
        "additionalProperties": False,
    }


def _list(value: object, path: str) -> list[object]:
    if isinstance(value, list):
        return value
    raise _bad("expected a list", path)


def _bad(what: str, path: str) -> UsageError:
    return UsageError(Code.INVALID_ARGUMENT, what, path=path)
