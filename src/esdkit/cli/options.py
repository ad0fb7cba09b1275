"""What the verbs that read or write a message have in common beside keys: encryption context, policy, limits, suite.

A verb gets the values as one object, which also makes of them what the library wants.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict

import click
from click.core import ParameterSource

from esdkit.cli.command import Choice, Decorator, add_options, section_option
from esdkit.cmm.base import CommitmentPolicy, CryptographicMaterialsManager
from esdkit.engine import arguments
from esdkit.engine.compat import SWITCHES, tolerated
from esdkit.engine.verify import VerifyOptions
from esdkit.frozen import frozen
from esdkit.message.rules import ReadLimits
from esdkit.spec import CONSTANTS, FIELDS, SUITES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from esdkit.engine.client import Client

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


class _Policy(Choice):
    """The policies in the specification's spelling; lowercase letters and hyphens are accepted."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(str(value).upper().replace("-", "_"), param, ctx)


def context_option(*names: str, section: str, help: str, key_alone: bool = False) -> Decorator:
    """An option for pairs of the encryption context, which arrive as a mapping; with ``key_alone``, a value may be None."""

    def read(context: click.Context, parameter: click.Parameter, arguments: tuple[str, ...]) -> dict[str, str | None]:
        pairs: dict[str, str | None] = {}
        for argument in arguments:
            key, equals, value = argument.partition("=")
            if key in pairs:
                raise click.BadParameter(f"the key {key!r} is given twice", context, parameter)
            if not equals and not key_alone:
                raise click.BadParameter(f"the key {key!r} has no value", context, parameter)
            pairs[key] = value if equals else None
        return pairs

    metavar = "KEY[=VALUE]" if key_alone else "KEY=VALUE"
    return section_option(*names, multiple=True, callback=read, metavar=metavar, section=section, help=help)


def policy_option(section: str) -> Decorator:
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


def max_data_keys_option(section: str) -> Decorator:
    """The option that arrives as ``max_encrypted_data_keys``."""
    text = "Refuse messages with more encrypted data keys."
    return section_option("--max-encrypted-data-keys", type=click.IntRange(min=1), metavar="N", section=section, help=text)


class DiagnoseOptions(TypedDict):
    """The arguments of ``diagnose`` and ``plan_rewrite`` that a user gives."""

    policy: str | None
    encryption_context: Mapping[str, str]
    max_encrypted_data_keys: int | None
    compat: tuple[str, ...]


@frozen
class ReadOptions:
    """What a message is read with, beside keys.

    Attributes:
        encryption_context: pairs that the message must agree with.
        stored_keys: keys that it must store.
        commitment_policy, max_encrypted_data_keys, compat: as for ``Client``.
        policy_given: whether the user chose the policy.
    """

    encryption_context: Mapping[str, str]
    stored_keys: frozenset[str]
    commitment_policy: str
    max_encrypted_data_keys: int | None
    compat: tuple[str, ...]
    policy_given: bool

    def client(self, **more: Any) -> Client:
        """A client with these options. ``more``: other options of a client."""
        from esdkit.engine.client import Client  # here, because it can do much that a run may not need

        return Client(
            commitment_policy=self.commitment_policy,
            max_encrypted_data_keys=self.max_encrypted_data_keys,
            compat=self.compat,
            **more,
        )

    def to_verify(self, cmm: CryptographicMaterialsManager | None) -> VerifyOptions:
        """The same for ``verify`` of the engine. ``cmm``: what opens the message; None without a key."""
        return VerifyOptions(
            policy=CommitmentPolicy(self.commitment_policy),
            limits=ReadLimits(self.max_encrypted_data_keys, tolerated=tolerated(self.compat)),
            compat=frozenset(self.compat),
            cmm=None if cmm is None else self.demanding(cmm),
            encryption_context=arguments.context(self.encryption_context),
        )

    @property
    def for_diagnose(self) -> DiagnoseOptions:
        """The same for ``esdkit.doctor``."""
        return {
            "policy": self.commitment_policy if self.policy_given else None,
            "encryption_context": self.encryption_context,
            "max_encrypted_data_keys": self.max_encrypted_data_keys,
            "compat": self.compat,
        }

    def demanding(self, cmm: CryptographicMaterialsManager) -> CryptographicMaterialsManager:
        """The CMM itself, or one above it that demands the stored keys if there are any."""
        if not self.stored_keys:
            return cmm
        from esdkit.cmm import StoredContextCmm  # few programs need it

        return StoredContextCmm(self.stored_keys, cmm)


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
        policy_given = click.get_current_context().get_parameter_source("commitment_policy") is not ParameterSource.DEFAULT
        reading = ReadOptions(pairs, stored, commitment_policy, max_encrypted_data_keys, compat, policy_given)
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
            type=Choice(SWITCHES),
            metavar="DEFECT",
            section=CHECKS,
            help=f"Allow {', '.join(SWITCHES)}.",
        ),
    )


@frozen
class WriteOptions:
    """How a message is written: ``algorithm`` (None for the policy's suite) and ``frame_length`` (bytes)."""

    algorithm: str | None
    frame_length: int


def _suites(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The suites that a value may become, by what was begun: an id, or a name."""
    from click.shell_completion import CompletionItem  # here, because completion alone needs it

    named = [suite for suite in SUITES.values() if begun and suite.name.startswith(begun.upper())]
    return [CompletionItem(suite.name) for suite in named] or [
        CompletionItem(suite.hex_id, help=suite.name) for suite in SUITES.values() if suite.hex_id.startswith(begun)
    ]


def write_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; they arrive as ``writing``, one ``WriteOptions``."""

    @wraps(command)
    def filled(*args: Any, algorithm: str | None, frame_length: int, **others: Any) -> Any:
        return command(*args, writing=WriteOptions(algorithm, frame_length), **others)

    return add_options(
        filled,
        section_option(
            "--algorithm", metavar="SUITE", section=MESSAGE, shell_complete=_suites, help="Suite by name or id (default: the policy's)."
        ),
        section_option(
            "--frame-length",
            type=click.IntRange(1, FIELDS["header.frame_length"].maximum),
            default=CONSTANTS.default_frame_length,
            metavar="BYTES",
            section=MESSAGE,
            help=f"Plaintext bytes per frame (default: {CONSTANTS.default_frame_length}).",
        ),
    )
