"""``esdkit verify``: how far a message holds, stage by stage."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import wrap
from typing import Any

import click

from esdkit.cli.complaints import details
from esdkit.cli.keys import KEYS_HELP, KeyedCommand, given_cmm, key_options
from esdkit.cli.options import context_pairs, demanding, reading_options
from esdkit.cli.streams import read_message
from esdkit.cli.terminal import WIDTH, echo, paint
from esdkit.engine import Client, StageResult, Verification
from esdkit.errors import DataKeyUnwrapError, EsdkError
from esdkit.inspector.jsonable import error_to_json, suite_to_json
from esdkit.inspector.text import printable
from esdkit.spec import STAGES, error_codes, exit_codes, stage_meanings

__all__ = ["verify_command"]

_SCHEMA = 1
_HELP = f"""Say how far a message holds, stage by stage. Without a key: structure, policy, signature; with a key: all of it.

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
    data = read_message(file)
    verification = client.verify(source=data, cmm=None if cmm is None else demanding(cmm, stored), encryption_context=pairs)
    if as_json:
        echo(json.dumps({"schema": _SCHEMA, "file": file, "length": len(data), **_to_json(verification)}, indent=1))
    else:
        echo("\n".join(line.rstrip() for line in _to_text(verification, file)))
    error = verification.error
    return exit_codes()["ok"] if error is None else error_codes()[error.code].exit_code


def _to_text(verification: Verification, name: str) -> Iterator[str]:
    failed, reached = verification.failed, verification.reached
    verdict = f"FAILED at {failed}" if failed else f"holds up to {reached}, which is as far as it could be checked"
    yield paint(f"{printable(name)}: {verdict}", "title")
    if verification.header is not None:
        yield f"  suite {verification.header.suite}"
    for stage in verification.stages:
        yield from _stage(stage, verification)
    if verification.plaintext_length is not None:
        yield f"  {verification.plaintext_length} bytes of plaintext are authentic"


_ROLES = {"held": "good", "failed": "bad", "not-checked": "dim"}
_COLUMNS = (2, 15, 27)


def _stage(stage: StageResult, verification: Verification) -> Iterator[str]:
    outcome = "FAILED" if stage.outcome == "failed" else stage.outcome.replace("-", " ")
    front = f"  {paint(f'{outcome:<13}', _ROLES[stage.outcome])}{stage.name:<12}"
    for line in wrap(_reason(stage, verification), WIDTH - _COLUMNS[2]):
        yield f"{front}{paint(line, 'dim' if stage.outcome == 'not-checked' else 'plain')}"
        front = " " * _COLUMNS[2]
    if stage.error is not None:
        yield from (" " * _COLUMNS[1] + line for line in details(stage.error, WIDTH - _COLUMNS[1]))


def _reason(stage: StageResult, verification: Verification) -> str:
    if stage.error is not None:
        return printable(stage.error.message)
    if stage.outcome == "held":
        return stage_meanings()[stage.name]
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
            {"name": stage.name, "outcome": stage.outcome, "error": None if stage.error is None else _error(stage.error)}
            for stage in verification.stages
        ],
    }


def _error(error: EsdkError) -> dict[str, Any]:
    attempts = [asdict(attempt) for attempt in error.attempts] if isinstance(error, DataKeyUnwrapError) else []
    return {**error_to_json(error), "attempts": attempts}
