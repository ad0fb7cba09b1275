"""Which of the checks that failed explain most, and the exit code that all of them make.

Strategy: damage and wrong keys explain more than a setting that nobody chose, so a default policy comes last. A policy or a limit that the
user chose comes where decryption meets it. A failure that another one brings with it is not told again.
"""
# Reqs: CLI-DOC-026, CLI-VER-006

from __future__ import annotations

from esdkit.engine.verify import CheckResult, Verification
from esdkit.spec import error_codes, exit_codes

__all__ = ["exit_code", "findings"]

_BY_WEIGHT = (
    "structure",
    "rebuild",
    "limits",
    "policy",
    "signature",
    "commitment",
    "header_tag",
    "frames",
    "trailing_data",
    "unwrap",
    "context",
    "plaintext",
)
_FOLLOWS_FROM = {"header_tag": ("commitment",), "frames": ("commitment", "header_tag")}


def findings(verification: Verification, *, policy_given: bool) -> tuple[CheckResult, ...]:
    """The checks that failed, what explains most first. ``policy_given``: whether the user chose the policy."""
    failed = {check.name: check for check in verification.failures}
    order = [name for name in _BY_WEIGHT if name in failed and not any(cause in failed for cause in _FOLLOWS_FROM.get(name, ()))]
    if not policy_given:
        order.sort(key="policy".__eq__)
    return tuple(failed[name] for name in order)


def exit_code(verification: Verification) -> int:
    """The highest of the checks that failed."""
    codes = [error_codes()[check.error.code].exit_code for check in verification.failures if check.error is not None]
    return max(codes, default=exit_codes()["ok"])
