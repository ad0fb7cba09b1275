"""A finding as a native vector: the command that adds it to a directory of vectors.

Strategy: what a reader must do is what the rules say; where they leave stage or code open, it is what esdkit's own reader finds. The key of
the messages is one of the native vectors' keys, so that `esdkit vectors add` finds it.
"""
# Reqs: CLI-FUZ-003

from __future__ import annotations

import shlex

from esdkit import __version__
from esdkit.engine.client import Client
from esdkit.errors import Code, EsdkError
from esdkit.fuzz.findings import Finding
from esdkit.fuzz.questions import NAME, NAMESPACE, WRAPPING_KEY
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import FIELDS, error_codes

__all__ = ["add_command"]

_FIRST_FIELD = "header.version"  # of messages that are about no field


def add_command(finding: Finding, file: str) -> str | None:
    """A line for a shell; DIR is the directory of vectors. None for what the command does not take: a message with more than one fault, or
    one that the vectors' key does not open, since it finds the key by the name in the message.

    Args:
        finding: any.
        file: the name of the message's file, which is the vector's id, too.
    """
    outcome = _outcome(finding)
    if outcome is None:
        return None
    arguments = ["esdkit", "vectors", "add", "DIR", file, *outcome, "--comment", _comment(finding)]
    return shlex.join([*arguments, "--source", "esdkit-fuzz", __version__])


def _comment(finding: Finding) -> str:
    plan = finding.question.plan
    return f"{finding.title} {plan.detail}, repaired: {plan.repair.value}" if plan.detail else finding.title


def _outcome(finding: Finding) -> list[str] | None:
    expected = finding.question.plan.expected
    client = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", max_encrypted_data_keys=None)
    keyring = RawAesKeyring(NAMESPACE, NAME, WRAPPING_KEY)
    verification = client.verify(source=finding.data, keyring=keyring)
    failed = {(check.stage, check.error.code.value) for check in verification.failures if check.error is not None}
    if expected.accepted:
        return None if failed else ["--accepted", *_requirements(finding)]
    if len(failed) != 1:
        return None
    ((stage, code),) = failed
    if (expected.stage or stage, expected.code or code) != (stage, code) or code == Code.UNWRAP_FAILED:
        return None
    try:
        client.decrypt(source=finding.data, keyring=keyring)
    except EsdkError as error:
        if error.code.value != code:
            return None
    return ["--refused", f"{stage}:{code}", *([] if error_codes()[code].requirements else _requirements(finding))]


def _requirements(finding: Finding) -> list[str]:
    field = finding.question.plan.field
    row = FIELDS.get(field) or FIELDS.get(f"{field}.count") or FIELDS[_FIRST_FIELD]
    return [argument for id_ in row.requirements[:1] for argument in ("--requirement", id_)]
