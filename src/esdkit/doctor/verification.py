"""A verification for people and as JSON data (spec/schemas/verification.json): stage by stage, and what it does not prove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from esdkit.columns import Columns, Style, count, plain
from esdkit.engine.verify import StageResult, Verification
from esdkit.errors import Code, DataKeyUnwrapError, EsdkError
from esdkit.inspector.views.error import error_to_text
from esdkit.inspector.views.json import error_to_json, suite_to_json
from esdkit.spec import STAGES, stage_meanings

__all__ = ["verification_to_json", "verification_to_text"]

_SCHEMA = 1
_ROLES = {"held": "good", "failed": "bad", "not-checked": "dim"}
_DETAILS = 15  # the column of the details of an error
_NOT_PROVEN = (
    "This does not prove who signed: the public key is part of the message, and whoever writes a message can sign it with a key of their"
    " own. Nor does it prove that any key opens it."
)


def verification_to_text(verification: Verification, name: str, *, keyed: bool, style: Style = plain) -> Iterator[str]:
    """The lines of a verification. ``name``: of the file; ``keyed``: whether there were keys."""
    out = Columns(style)
    yield from out.whole(f"{name}: {_verdict(verification, keyed=keyed)}", role="title")
    if verification.header is not None:
        yield from out.lines(f"suite {verification.header.suite}", "  ")
    for stage in verification.stages:
        yield from _stage(stage, verification, out)
    if verification.plaintext_length is not None:
        yield from out.lines(f"{count(verification.plaintext_length, 'byte')} of plaintext are authentic", "  ")
    if _signature_held(verification) and not keyed:
        yield from out.lines(_NOT_PROVEN, "  ", "dim")


def _verdict(verification: Verification, *, keyed: bool) -> str:
    if verification.error is not None and verification.error.code is Code.SIGNATURE_INVALID:
        return "damaged: changed since it was signed (FAILED at signature)"
    if verification.failed:
        return f"FAILED at {verification.failed}"
    if _signature_held(verification) and not keyed:
        return "unchanged since it was signed; a key is needed for more"
    return f"passed every stage up to {verification.reached}, which is as far as it could be checked"


def _signature_held(verification: Verification) -> bool:
    held = any(stage.name == "signature" and stage.outcome == "held" for stage in verification.stages)
    return held and verification.header is not None and verification.header.suite.signed


def _stage(stage: StageResult, verification: Verification, out: Columns) -> Iterator[str]:
    outcome = {"failed": "FAILED", "held": "passed", "not-checked": "not checked"}[stage.outcome]
    took = "" if stage.outcome == "not-checked" else _time(stage.seconds)
    front = [("  ", "plain"), (f"{outcome:<13}", _ROLES[stage.outcome]), (f"{stage.name:<11}{took:>9}  ", "plain")]
    yield from out.lines(_reason(stage, verification), front, "dim" if stage.outcome == "not-checked" else "plain")
    if stage.error is not None:
        yield from error_to_text(stage.error, out, " " * _DETAILS)


def _time(seconds: float) -> str:
    return f"{1000 * seconds:.2f} ms" if seconds < 10 else f"{seconds:.2f} s"


def _reason(stage: StageResult, verification: Verification) -> str:
    if stage.error is not None:
        return stage.error.message
    if stage.outcome == "held":
        signed = verification.header is None or verification.header.suite.signed
        return stage_meanings()[stage.name] if signed or stage.name != "signature" else "the suite does not sign"
    if verification.failed:
        return "not reached: an earlier stage failed"
    if stage.name == STAGES[-1] and verification.plaintext_length is not None:
        return "no expected plaintext to compare with"
    return "needs a key"


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
        "stages": [
            {"name": stage.name, "outcome": stage.outcome, "seconds": round(stage.seconds, 6), "error": stage.error and _error(stage.error)}
            for stage in verification.stages
        ],
    }


def _error(error: EsdkError) -> dict[str, Any]:
    attempts = [asdict(attempt) for attempt in error.attempts] if isinstance(error, DataKeyUnwrapError) else []
    return {**error_to_json(error), "attempts": attempts}
