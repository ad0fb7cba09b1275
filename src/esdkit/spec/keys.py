"""Where keys come from: providers, files of keys, and the errors of AWS KMS (spec/providers.yaml, key_files.yaml, kms_errors.yaml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from esdkit.spec.tables import load

__all__ = [
    "KeyFile",
    "KmsAdvice",
    "Provider",
    "dynamodb_advice",
    "key_files",
    "keyring_modules",
    "kms_advice",
    "provider_id_of",
    "providers",
]


class Provider(NamedTuple):
    """A kind of keyring that writes encrypted data keys (spec/providers.yaml, which says what each column means).

    Attributes:
        provider_id: None where each keyring chooses its own.
        key_name: None where the whole provider information is the name, or nothing names the wrapping key.
        post_quantum: ``yes``, ``no`` or ``unknown``: whether the wrapping resists quantum computers; ``post_quantum_because``: why.
        sdks: None where every SDK has the kind.
        keyrings: the module below ``esdkit.keyrings``, by kind in a keyring file.
    """

    id: str
    name: str
    info: str
    ciphertext: str
    needs: str
    post_quantum: str
    post_quantum_because: str
    keyrings: Mapping[str, str]
    provider_id: str | None = None
    key_name: str | None = None
    arn: bool = False
    sdks: Mapping[str, str] | None = None


class KeyFile(NamedTuple):
    """What bytes can be that were given as a key (spec/key_files.yaml)."""

    kind: str
    name: str
    advice: str


class KmsAdvice(NamedTuple):
    """What to do about an error of AWS KMS (spec/kms_errors.yaml). ``key_used``: KMS tried its key on the ciphertext."""

    aws_code: str
    advice: str
    key_used: bool


@cache
def providers() -> Mapping[str, Provider]:
    """The rows of spec/providers.yaml by id."""
    return MappingProxyType({row["id"]: Provider(**row) for row in _providers_table()["providers"]})


def provider_id_of(kind: str) -> bytes:
    """The provider id that the keyrings of a kind store.

    Raises:
        LookupError: spec/providers.yaml has no such kind, or its keyrings choose their own ids.
    """
    row = providers().get(kind)
    if row is None or row.provider_id is None:
        raise LookupError(f"spec/providers.yaml has no row {kind!r} with a provider id")
    return row.provider_id.encode("ascii")


@cache
def keyring_modules() -> Mapping[str, str]:
    """The module below ``esdkit.keyrings`` that describes a kind of keyring in a keyring file, by that kind (spec/providers.yaml)."""
    table = _providers_table()
    named = {kind: module for row in table["providers"] for kind, module in row["keyrings"].items()}
    return MappingProxyType({**named, **table["without_data_key"]})


@cache
def _providers_table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = load("providers")
    return table


@cache
def key_files() -> Mapping[str, KeyFile]:
    """The rows of spec/key_files.yaml by kind."""
    return MappingProxyType({kind: KeyFile(kind, **row) for kind, row in load("key_files")["key_files"].items()})


@cache
def kms_advice() -> Mapping[str, KmsAdvice]:
    """The rows of spec/kms_errors.yaml by AWS's error code."""
    rows = load("kms_errors")["errors"]
    return MappingProxyType({code: KmsAdvice(code, row["advice"], row.get("key_used", False)) for code, row in rows.items()})


@cache
def dynamodb_advice() -> Mapping[str, str]:
    """What to do about an error of a key store's table, by AWS's error code (spec/kms_errors.yaml)."""
    own = {code: row["advice"] for code, row in load("kms_errors")["dynamodb"].items()}
    return MappingProxyType({**{code: row.advice for code, row in kms_advice().items()}, **own})
