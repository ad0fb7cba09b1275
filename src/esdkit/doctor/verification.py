"""A verification for people and as JSON data (spec/schemas/verification.json): check by check, and what it does not prove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from esdkit.columns import Columns, Style, count, plain
from esdkit.doctor.evidence import findings
from esdkit.engine.verify import CheckResult, Verification
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError
from esdkit.inspector.views.error import error_to_text
from esdkit.inspector.views.json import error_to_json, suite_to_json
from esdkit.spec import CHECKS

__all__ = ["check_to_json", "verification_to_json", "verification_to_text"]

_SCHEMA = 1
_ROLES = {"passed": "good", "failed": "bad", "not-checked": "dim"}
_DETAILS = 15  # the column of the details of an error
_NOT_PROVEN = (
    "This does not prove who signed: the public key is part of the message, and whoever writes a message can sign it with a key of their"
    " own. Nor does it prove that any key opens it."
)


def verification_to_text(
    verification: Verification, name: str, *, keyed: bool, policy_given: bool = False, style: Style = plain
) -> Iterator[str]:
    """The lines of a verification. ``name``: of the file; ``keyed``: whether there were keys; ``policy_given``: as for ``findings``."""
    out = Columns(style)
    yield from out.whole(f"{name}: {_verdict(verification, keyed=keyed, policy_given=policy_given)}", role="title")
    if verification.header is not None:
        yield from out.lines(f"suite {verification.header.suite}", "  ")
    for check in verification.checks:
        yield from _check(check, verification, out)
    if verification.plaintext_length is not None and {check.name for check in verification.failures} <= {"policy"}:
        yield from out.lines(f"{count(verification.plaintext_length, 'byte')} of plaintext are authentic", "  ")
    if _signature_passed(verification) and not keyed:
        yield from out.lines(_NOT_PROVEN, "  ", "dim")


def _verdict(verification: Verification, *, keyed: bool, policy_given: bool) -> str:
    """What explains most, and the names of all checks that failed."""
    found = findings(verification, policy_given=policy_given)
    if not found:
        if _signature_passed(verification) and not keyed:
            return "unchanged since it was signed; a key is needed for more"
        return f"passed every stage up to {verification.reached}, which is as far as it could be checked"
    names = list(dict.fromkeys(check.name for check in (found[0], *verification.failures)))
    failed, error = f"FAILED: {', '.join(names)}", found[0].error
    if error is not None and error.code is Code.SIGNATURE_INVALID and verification.plaintext_length is None:
        return f"damaged: changed since it was signed ({failed})"
    if names == ["policy"] and not policy_given:
        return f"refused by the default policy; nothing else was found ({failed})"
    return failed


def _signature_passed(verification: Verification) -> bool:
    return verification.passed("signature") and verification.header is not None and verification.header.suite.signed


def _check(check: CheckResult, verification: Verification, out: Columns) -> Iterator[str]:
    outcome = {"failed": "FAILED", "passed": "passed", "not-checked": "not checked"}[check.outcome]
    took = "" if check.outcome == "not-checked" else _time(check.seconds)
    front = [("  ", "plain"), (f"{outcome:<13}", _ROLES[check.outcome]), (f"{check.name:<13}{took:>9}  ", "plain")]
    yield from out.lines(_reason(check, verification), front, "dim" if check.outcome == "not-checked" else "plain")
    if check.error is not None:
        yield from error_to_text(check.error, out, " " * _DETAILS)


def _time(seconds: float) -> str:
    return f"{1000 * seconds:.2f} ms" if seconds < 10 else f"{seconds:.2f} s"


def _reason(check: CheckResult, verification: Verification) -> str:
    if check.error is not None:
        return check.error.message
    if check.reason is not None:
        return check.reason
    unsigned = verification.header is not None and not verification.header.suite.signed
    return "the suite does not sign" if unsigned and check.name == "signature" else CHECKS[check.name].shows


def verification_to_json(verification: Verification, name: str, length: int) -> dict[str, Any]:
    """A verification as data. ``name``, ``length``: of the file, in bytes."""
    header = verification.header
    return {
        "schema": _SCHEMA,
        "file": name,
        "length": length,
        "reached": verification.reached,
        "failed": verification.failed,
        "suite": None if header is None else suite_to_json(header.suite),
        "plaintext_length": verification.plaintext_length,
        "checks": [{**check_to_json(check), "seconds": round(check.seconds, 6)} for check in verification.checks],
    }


def check_to_json(check: CheckResult) -> dict[str, Any]:
    """One check as data."""
    return {
        "name": check.name,
        "stage": check.stage,
        "outcome": check.outcome,
        "reason": check.reason,
        "error": check.error and _error(check.error),
    }


def _error(error: EsdkError) -> dict[str, Any]:
    attempts = [asdict(attempt) for attempt in error.attempts] if isinstance(error, DataKeyUnwrapError) else []
    return {**error_to_json(error), "attempts": attempts}
