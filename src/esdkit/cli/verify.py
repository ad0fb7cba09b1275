"""``esdkit verify``: how far a message holds, stage by stage."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import wrap
from typing import Any

import click

from esdkit.cli.errors import details
from esdkit.cli.keys import KEYS_HELP, KeyedCommand, given_cmm, key_options
from esdkit.cli.options import context_pairs, demanding, reading_options
from esdkit.cli.streams import naming, open_message
from esdkit.cli.terminal import WIDTH, color_option, echo, paint
from esdkit.columns import count, printable
from esdkit.engine import Client, StageResult, Verification
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError
from esdkit.inspector.views.json import error_to_json, suite_to_json
from esdkit.spec import STAGES, error_codes, exit_codes, stage_meanings

__all__ = ["verify_command"]

_SCHEMA = 1
_HELP = f"""Say how far a message holds, stage by stage, and how long each took. Without a key: structure, policy, signature; with a key:
    all of it.

    \b
    esdkit verify message.bin
    esdkit verify message.bin --aes namespace=demo,name=k1,key=@k1.key
    esdkit verify --json - < message.bin | jq .failed

    The walk stops at the first stage that fails, and before the first that needs a key that was not given. No plaintext is written.

    Exit code 0: every stage holds that could be checked. 1: one failed. 3: no key opens it.
{KEYS_HELP}"""


@click.command("verify", cls=KeyedCommand, help=_HELP)
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True))
@key_options
@reading_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@color_option
@click.pass_context
def verify_command(
    context: click.Context,
    file: str,
    encryption_context: tuple[str, ...],
    commitment_policy: str,
    max_encrypted_data_keys: int | None,
    compat: tuple[str, ...],
    as_json: bool,
) -> int:
    pairs, stored = context_pairs(encryption_context)
    cmm = given_cmm(context)
    if cmm is None and stored:
        raise click.UsageError("--encryption-context without a value is checked with a key only, see --help", context)
    client = Client(commitment_policy=commitment_policy, max_encrypted_data_keys=max_encrypted_data_keys, compat=compat)
    with open_message(file) as message, naming(file):
        verification = client.verify(source=message.data, cmm=None if cmm is None else demanding(cmm, stored), encryption_context=pairs)
        length = message.length
    if as_json:
        echo(json.dumps({"schema": _SCHEMA, "file": file, "length": length, **_to_json(verification)}, indent=1))
    else:
        echo("\n".join(line.rstrip() for line in _to_text(verification, file, keyed=cmm is not None)))
    error = verification.error
    return exit_codes()["ok"] if error is None else error_codes()[error.code].exit_code


def _to_text(verification: Verification, name: str, *, keyed: bool) -> Iterator[str]:
    yield paint(f"{printable(name)}: {_verdict(verification, keyed=keyed)}", "title")
    if verification.header is not None:
        yield f"  suite {verification.header.suite}"
    for stage in verification.stages:
        yield from _stage(stage, verification)
    if verification.plaintext_length is not None:
        yield f"  {count(verification.plaintext_length, 'byte')} of plaintext are authentic"
    if _signature_held(verification) and not keyed:
        for line in wrap(_NOT_PROVEN, WIDTH - 2):
            yield f"  {paint(line, 'dim')}"


_NOT_PROVEN = (
    "What this does not prove: who signed, as the public key came with the message and whoever writes one can sign it with a key of"
    " their own; and that a key opens it."
)


def _verdict(verification: Verification, *, keyed: bool) -> str:
    if verification.error is not None and verification.error.code is Code.SIGNATURE_INVALID:
        return "damaged: changed since it was signed (FAILED at signature)"
    if verification.failed:
        return f"FAILED at {verification.failed}"
    if _signature_held(verification) and not keyed:
        return "unchanged since it was signed; a key is needed for more"
    return f"holds up to {verification.reached}, which is as far as it could be checked"


def _signature_held(verification: Verification) -> bool:
    held = any(stage.name == "signature" and stage.outcome == "held" for stage in verification.stages)
    return held and verification.header is not None and verification.header.suite.signed


_ROLES = {"held": "good", "failed": "bad", "not-checked": "dim"}
_COLUMNS = (2, 15, 37)


def _stage(stage: StageResult, verification: Verification) -> Iterator[str]:
    outcome = "FAILED" if stage.outcome == "failed" else stage.outcome.replace("-", " ")
    took = "" if stage.outcome == "not-checked" else _time(stage.seconds)
    front = f"  {paint(f'{outcome:<13}', _ROLES[stage.outcome])}{stage.name:<11}{took:>9}  "
    for line in wrap(_reason(stage, verification), WIDTH - _COLUMNS[2]):
        yield f"{front}{paint(line, 'dim' if stage.outcome == 'not-checked' else 'plain')}"
        front = " " * _COLUMNS[2]
    if stage.error is not None:
        yield from (" " * _COLUMNS[1] + line for line in details(stage.error, WIDTH - _COLUMNS[1]))


def _time(seconds: float) -> str:
    return f"{1000 * seconds:.2f} ms" if seconds < 10 else f"{seconds:.2f} s"


def _reason(stage: StageResult, verification: Verification) -> str:
    if stage.error is not None:
        return printable(stage.error.message)
    if stage.outcome == "held":
        signed = verification.header is None or verification.header.suite.signed
        return stage_meanings()[stage.name] if signed or stage.name != "signature" else "the suite does not sign"
    if verification.failed:
        return "behind the stage that failed"
    return (
        "no expected plaintext to compare with" if stage.name == STAGES[-1] and verification.plaintext_length is not None else "needs a key"
    )


def _to_json(verification: Verification) -> dict[str, Any]:
    header = verification.header
    return {
        "reached": verification.reached,
        "failed": verification.failed,
        "suite": None if header is None else suite_to_json(header.suite),
        "plaintext_length": verification.plaintext_length,
        "stages": [
            {"name": stage.name, "outcome": stage.outcome, "seconds": round(stage.seconds, 6), "error": stage.error and _error(stage.error)}
            for stage in verification.stages
        ],
    }


def _error(error: EsdkError) -> dict[str, Any]:
    attempts = [asdict(attempt) for attempt in error.attempts] if isinstance(error, DataKeyUnwrapError) else []
    return {**error_to_json(error), "attempts": attempts}
