"""What the verbs that open or write a message have in common beside keys: policy, limits, suite, encryption context."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from esdkit.cmm.base import (
    CommitmentPolicy,
    CryptographicMaterialsManager,
    DecryptionRequest,
    EncryptionRequest,
)
from esdkit.engine.session import NET_4_0_0
from esdkit.errors import Code
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials
from esdkit.spec import CONSTANTS, LIMITS, error_for

__all__ = ["context_pairs", "demanding", "max_data_keys_option", "policy_option", "reading_options", "stored_pairs", "writing_options"]


class _Policy(click.Choice[str]):
    """The policies in the specification's spelling; small letters and hyphens will do."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(str(value).upper().replace("-", "_"), param, ctx)


max_data_keys_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--max-encrypted-data-keys", type=click.IntRange(min=1), metavar="N", help="Refuse messages with more data keys."
)


def policy_option(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that arrives as ``commitment_policy``; ``what`` says in its help what the policy decides."""
    default = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT
    return click.option(
        "--commitment-policy",
        type=_Policy(list(CommitmentPolicy)),
        default=default.value,
        metavar="POLICY",
        help=f"{what}: {', '.join(CommitmentPolicy)}. The last is the default: only suites with key commitment.",
    )


def writing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what only a message that is written has; the options arrive as ``algorithm`` and ``frame_length``."""
    options: list[Callable[[Callable[..., Any]], Callable[..., Any]]] = [
        click.option("--algorithm", metavar="SUITE", help="A suite by name or id, for example 0478; by default the policy's."),
        click.option(
            "--frame-length",
            type=click.IntRange(1, LIMITS["frame_length"]),
            default=CONSTANTS.default_frame_length,
            show_default=True,
            metavar="BYTES",
            help="Plaintext per frame.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; they arrive as ``commitment_policy``, ``max_encrypted_data_keys``, ``encryption_context`` and ``compat``."""
    options: list[Callable[[Callable[..., Any]], Callable[..., Any]]] = [
        click.option(
            "-c",
            "--encryption-context",
            "encryption_context",
            multiple=True,
            metavar="KEY[=VALUE]",
            help="The context must hold this pair; without VALUE it must store the key. A pair that the message does not store counts as"
            " authenticated but not stored.",
        ),
        policy_option("Which suites are read"),
        max_data_keys_option,
        click.option("--compat", multiple=True, type=click.Choice([NET_4_0_0]), help="Also open messages with this producer's defect."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def context_pairs(arguments: tuple[str, ...]) -> tuple[dict[str, str], frozenset[str]]:
    """The pairs that a message must agree with, and the keys that it must store."""
    pairs: dict[str, str] = {}
    stored: set[str] = set()
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if key in pairs or key in stored:
            raise click.BadParameter(f"the key {key!r} is given twice", param_hint="'--encryption-context'")
        if equals:
            pairs[key] = value
        else:
            stored.add(key)
    return pairs, frozenset(stored)


def stored_pairs(arguments: tuple[str, ...], option: str = "--encryption-context") -> dict[str, str]:
    """The pairs that a message is to store; each has a value."""
    pairs, keys = context_pairs(arguments)
    if keys:
        raise click.BadParameter(f"the key {min(keys)!r} has no value", param_hint=f"'{option}'")
    return pairs


def demanding(cmm: CryptographicMaterialsManager, stored: frozenset[str]) -> CryptographicMaterialsManager:
    """The CMM itself, or one above it that demands these stored keys if there are any."""
    return _StoredContextCmm(stored, cmm) if stored else cmm


class _StoredContextCmm:
    """Demands keys of the stored encryption context, whatever their values; another CMM does the work."""

    def __init__(self, keys: frozenset[str], cmm: CryptographicMaterialsManager) -> None:
        self._keys = keys
        self._cmm = cmm

    @property
    def underlying(self) -> CryptographicMaterialsManager:
        return self._cmm

    def get_encryption_materials(self, request: EncryptionRequest) -> EncryptionMaterials:
        return self._cmm.get_encryption_materials(request)

    def decrypt_materials(self, request: DecryptionRequest) -> DecryptionMaterials:
        _require(self._keys, request.encryption_context)
        return self._cmm.decrypt_materials(request)


def _require(keys: frozenset[str], stored: Mapping[str, str]) -> None:
    missing = sorted(keys - stored.keys())
    if missing:
        what = f"the message does not store the context key {missing[0]!r}"
        raise error_for(Code.ENCRYPTION_CONTEXT_MISMATCH, what, path="header.encryption_context")
