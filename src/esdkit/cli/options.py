"""What the verbs that read or write a message have in common beside keys: encryption context, policy, limits, suite.

A verb gets the values as one object, which also makes of them what the library wants.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypedDict

import click

from esdkit.cli.command import add_options, section_option
from esdkit.cmm import CommitmentPolicy, CryptographicMaterialsManager, StoredContextCmm
from esdkit.engine import Client
from esdkit.engine.session import NET_4_0_0
from esdkit.spec import CONSTANTS, FIELDS

__all__ = [
    "CHECKS",
    "MESSAGE",
    "ReadOptions",
    "WriteOptions",
    "context_option",
    "max_data_keys_option",
    "policy_option",
    "read_options",
    "write_options",
]

CHECKS = "Checks"
"""The section of what a message must agree with."""
MESSAGE = "Message"
"""The section of how a message is written."""


class _Policy(click.Choice[str]):
    """The policies in the specification's spelling; lowercase letters and hyphens are accepted."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(str(value).upper().replace("-", "_"), param, ctx)


class _Pairs(click.ParamType):
    """``KEY=VALUE``; with ``key_alone`` also ``KEY``, whose value is None."""

    name = "pair"

    def __init__(self, *, key_alone: bool) -> None:
        self._key_alone = key_alone

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str | None]:
        key, equals, text = value.partition("=")
        if not equals and not self._key_alone:
            self.fail(f"the key {key!r} has no value", param, ctx)
        return key, text if equals else None


def context_option(*names: str, section: str, help: str, key_alone: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option for pairs of the encryption context, which arrive as a mapping."""

    def unique(context: click.Context, parameter: click.Parameter, pairs: tuple[tuple[str, str | None], ...]) -> dict[str, str | None]:
        keys = [key for key, _ in pairs]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise click.BadParameter(f"the key {twice!r} is given twice", context, parameter)
        return dict(pairs)

    metavar = "KEY[=VALUE]" if key_alone else "KEY=VALUE"
    return section_option(
        *names, multiple=True, type=_Pairs(key_alone=key_alone), callback=unique, metavar=metavar, section=section, help=help
    )


def policy_option(section: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that arrives as ``commitment_policy``."""
    default = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT.value
    return section_option(
        "--commitment-policy",
        type=_Policy(list(CommitmentPolicy)),
        default=default,
        metavar="POLICY",
        section=section,
        help=f"{', '.join(policy for policy in CommitmentPolicy if policy != default)} or {default} (default).",
    )


def max_data_keys_option(section: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that arrives as ``max_encrypted_data_keys``."""
    text = "Refuse messages with more encrypted data keys."
    return section_option("--max-encrypted-data-keys", type=click.IntRange(min=1), metavar="N", section=section, help=text)


class DiagnoseOptions(TypedDict):
    """The arguments of ``diagnose`` and ``plan_rewrite`` that a user gives."""

    policy: str
    encryption_context: Mapping[str, str]
    max_encrypted_data_keys: int | None
    compat: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a message is read with, beside keys.

    Attributes:
        encryption_context: pairs that the message must agree with.
        stored_keys: keys that it must store.
        commitment_policy, max_encrypted_data_keys, compat: as for ``Client``.
    """

    encryption_context: Mapping[str, str]
    stored_keys: frozenset[str]
    commitment_policy: str
    max_encrypted_data_keys: int | None
    compat: tuple[str, ...]

    def client(self, **more: Any) -> Client:
        """A client with these options. ``more``: other options of a client."""
        return Client(
            commitment_policy=self.commitment_policy,
            max_encrypted_data_keys=self.max_encrypted_data_keys,
            compat=self.compat,
            **more,
        )

    @property
    def for_diagnose(self) -> DiagnoseOptions:
        """The same for ``esdkit.doctor``."""
        return {
            "policy": self.commitment_policy,
            "encryption_context": self.encryption_context,
            "max_encrypted_data_keys": self.max_encrypted_data_keys,
            "compat": self.compat,
        }

    def demanding(self, cmm: CryptographicMaterialsManager) -> CryptographicMaterialsManager:
        """The CMM itself, or one above it that demands the stored keys if there are any."""
        return StoredContextCmm(self.stored_keys, cmm) if self.stored_keys else cmm


def read_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; they arrive as ``reading``, one ``ReadOptions``."""

    @wraps(command)
    def filled(
        *args: Any,
        encryption_context: Mapping[str, str | None],
        commitment_policy: str,
        max_encrypted_data_keys: int | None,
        compat: tuple[str, ...],
        **others: Any,
    ) -> Any:
        pairs = {key: value for key, value in encryption_context.items() if value is not None}
        stored = frozenset(encryption_context.keys() - pairs.keys())
        reading = ReadOptions(pairs, stored, commitment_policy, max_encrypted_data_keys, compat)
        return command(*args, reading=reading, **others)

    return add_options(
        filled,
        context_option(
            "-c",
            "--encryption-context",
            section=CHECKS,
            key_alone=True,
            help="Require this pair, or KEY with any value. A pair that is not stored counts as authenticated.",
        ),
        policy_option(CHECKS),
        max_data_keys_option(CHECKS),
        section_option(
            "--compat",
            multiple=True,
            type=click.Choice([NET_4_0_0]),
            section=CHECKS,
            help="Also read messages with this producer's defect.",
        ),
    )


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a message is written: ``algorithm`` (None for the policy's suite) and ``frame_length`` (bytes)."""

    algorithm: str | None
    frame_length: int


def write_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; they arrive as ``writing``, one ``WriteOptions``."""

    @wraps(command)
    def filled(*args: Any, algorithm: str | None, frame_length: int, **others: Any) -> Any:
        return command(*args, writing=WriteOptions(algorithm, frame_length), **others)

    return add_options(
        filled,
        section_option("--algorithm", metavar="SUITE", section=MESSAGE, help="Suite by name or id (default: the policy's)."),
        section_option(
            "--frame-length",
            type=click.IntRange(1, FIELDS["header.frame_length"].maximum),
            default=CONSTANTS.default_frame_length,
            metavar="BYTES",
            section=MESSAGE,
            help=f"Plaintext bytes per frame (default: {CONSTANTS.default_frame_length}).",
        ),
    )
