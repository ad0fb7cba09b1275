"""The one way to write native manifests: a member of a case on a line, members in the order of the schema, text as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

__all__ = [
    "ENCRYPT_MEMBERS",
    "ENCRYPT_OPTIONAL",
    "ENCRYPT_REQUIRED",
    "ENCRYPT_VERSION",
    "MEMBERS",
    "OPTIONAL",
    "REQUIRED",
    "VERSION",
    "encrypt_text",
    "keys_text",
    "manifest_text",
]

VERSION = 2
"""Of the native manifest."""

MEMBERS = (
    "ciphertext",
    "key",
    "data-key",
    "encryption-context",
    "commitment-policy",
    "max-encrypted-data-keys",
    "expect",
    "comment",
    "requirements",
    "flags",
    "base",
    "twin",
    "source",
    "verified-by",
    "sha256",
    "trace",
    "text",
)
"""The members of a case, in their order."""
OPTIONAL = ("data-key", "encryption-context", "commitment-policy", "max-encrypted-data-keys", "base", "twin", "trace", "text")
REQUIRED = tuple(name for name in MEMBERS if name not in OPTIONAL)

ENCRYPT_VERSION = 1
"""Of the encrypt manifest."""

ENCRYPT_MEMBERS = (
    "plaintext",
    "plaintext-length",
    "key",
    "algorithm-suite",
    "commitment-policy",
    "encryption-context",
    "encryption-context-utf-16",
    "encryption-context-filled",
    "frame-length",
    "max-encrypted-data-keys",
    "max-plaintext-length",
    "signing-key",
    "data-key",
    "wrapping-ivs",
    "message-id",
    "expect",
    "comment",
    "requirements",
)
"""The members of a case of an encryption, in their order."""
ENCRYPT_REQUIRED = ("key", "expect", "comment", "requirements")
ENCRYPT_OPTIONAL = tuple(name for name in ENCRYPT_MEMBERS if name not in ENCRYPT_REQUIRED)

_KEYS_VERSION = 3


def manifest_text(
    notes: Mapping[str, Any],
    tests: Mapping[str, Mapping[str, Any]],
    *,
    readers: Mapping[str, Any] = MappingProxyType({}),
    keys: str = "file://keys.json",
) -> str:
    """The text of a native manifest.

    Args:
        notes: what the flags mean.
        tests: the cases, by id, in their order.
        readers: the implementations that ``verified-by`` names.
        keys: the URI of the keys manifest.
    """
    cases = {name: {member: test[member] for member in MEMBERS if member in test} for name, test in tests.items()}
    head = f'{{\n"manifest": {{"type": "esdkit-vectors", "version": {VERSION}}},\n"keys": {_text(keys)},\n'
    tables = f'"notes": {{\n{_lines(notes)}\n}},\n"readers": {{\n{_lines(readers)}\n}},\n'
    return f'{head}{tables}"tests": {{\n{_objects(cases)}\n}}\n}}\n'


def encrypt_text(tests: Mapping[str, Mapping[str, Any]], keys: str = "file://keys.json") -> str:
    """The text of an encrypt manifest.

    Args:
        tests: the cases, by id, in their order.
        keys: the URI of the keys manifest.
    """
    cases = {name: {member: test[member] for member in ENCRYPT_MEMBERS if member in test} for name, test in tests.items()}
    head = f'{{\n"manifest": {{"type": "esdkit-encrypt-vectors", "version": {ENCRYPT_VERSION}}},\n"keys": {_text(keys)},\n'
    return f'{head}"tests": {{\n{_objects(cases)}\n}}\n}}\n'


def keys_text(entries: Mapping[str, Mapping[str, Any]]) -> str:
    """The text of a keys manifest."""
    return f'{{\n"manifest": {{"type": "keys", "version": {_KEYS_VERSION}}},\n"keys": {{\n{_objects(entries)}\n}}\n}}\n'


def _objects(objects: Mapping[str, Mapping[str, Any]]) -> str:
    return ",\n".join(f" {_text(name)}: {{\n{_lines(members, '  ')}\n }}" for name, members in objects.items())


def _lines(members: Mapping[str, Any], indent: str = " ") -> str:
    return ",\n".join(f"{indent}{_text(name)}: {_text(value)}" for name, value in members.items())


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
