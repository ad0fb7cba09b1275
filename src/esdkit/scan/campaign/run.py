"""A plan run: message after message, by as many workers as there are; and what it would take.

Strategy: a worker goes through the plan twice. The first time it leaves out what another worker is moving; the second time it waits for
that, so that the last worker that lives moves what those that were killed have left.
Invariants: memory does not grow with the plan. A message that fails does not stop the others; a record that cannot be written does.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from esdkit.errors import EsdkError
from esdkit.frozen import frozen
from esdkit.scan.campaign.keys import requests
from esdkit.scan.campaign.move import Mover
from esdkit.scan.campaign.objects import store_requests
from esdkit.scan.campaign.state import Claim, State, failure_of
from esdkit.scan.plan import Entry, Plan
from esdkit.scan.sources import is_url

__all__ = ["Cost", "Failure", "Report", "cost", "report", "run_plan"]

_MAX_NAMED = 1000  # failures that are kept by name; the dead-letter file has all


@frozen
class Failure:
    """A message that was not moved: source, place in it, code (None: the system's own), reason, what to do, exit code."""

    source: str
    part: str
    code: str | None
    reason: str
    hint: str | None
    exit_code: int


@dataclass(slots=True)
class Report:
    """What became of the messages of a plan, by this run and those before.

    Attributes:
        messages, bytes: of the plan.
        moved: to the new keys, by this plan.
        under_new_keys: were there already, by other means.
        failed: were not moved; ``failures``: the first of them.
        left: were not tried.
        worst: the highest exit code of a failure.
    """

    messages: int
    bytes: int
    moved: int = 0
    under_new_keys: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    left: int = 0
    worst: int = 0

    def fail(self, failure: Failure) -> None:
        """Count a failure."""
        self.failed += 1
        self.worst = max(self.worst, failure.exit_code)
        if len(self.failures) < _MAX_NAMED:
            self.failures.append(failure)


def run_plan(plan: Plan, state: State, mover: Mover, on_bytes: Callable[[int], None]) -> None:
    """Move every message of a plan that is not moved yet, and write the dead-letter file.

    Args:
        plan: what to move.
        state: of the plan; it was begun.
        mover: moves one message.
        on_bytes: is told how many more bytes are dealt with.

    Raises:
        OSError: the state cannot be written.
    """
    # Reqs: SCN-PLN-004, SCN-PLN-005
    begun = time.time()
    for wait in (False, True):
        for entry in plan.entries():
            if state.outcome(entry) is None and state.failure(entry, since=begun) is None:
                with state.claimed(entry, wait=wait) as claim:
                    # what another worker has done since then is seen now
                    if claim is not None and state.outcome(entry) is None and state.failure(entry, since=begun) is None:
                        _settle(mover, entry, claim)
            if not wait:
                on_bytes(entry.size or 0)
    state.write_dead_letter(plan)


def _settle(mover: Mover, entry: Entry, claim: Claim) -> None:
    try:
        mover.move(entry, claim)
    except (EsdkError, OSError, MemoryError) as error:
        claim.failed(error)


def report(plan: Plan, state: State) -> Report:
    """What became of the messages of a plan."""
    made = Report(plan.totals.messages, plan.totals.bytes)
    for entry in plan.entries():
        outcome, failed = state.outcome(entry), state.failure(entry)
        if outcome is not None:
            made.moved += outcome["outcome"] == "moved"
            made.under_new_keys += outcome["outcome"] == "under-new-keys"
        elif failed is not None:
            made.fail(Failure(entry.source, entry.part, **failed))
        else:
            made.left += 1
    return made


# ---------------------------------------------------------------- a dry run
@dataclass(slots=True)
class Cost:
    """What a run would do.

    Attributes:
        messages, bytes: that would be moved.
        done: messages that were moved before.
        requests: to KMS at most, by operation, if none fails.
        store_requests: to object stores at most, by what they cost as, if none fails.
        report: the messages that cannot be moved, as far as that shows without opening them.
    """

    report: Report
    messages: int = 0
    bytes: int = 0
    done: int = 0
    requests: Counter[str] = field(default_factory=Counter)
    store_requests: Counter[str] = field(default_factory=Counter)


def cost(plan: Plan, state: State, mover: Mover) -> Cost:
    """What a run would do and take. Nothing is opened, asked or written."""
    # Reqs: SCN-PLN-007
    made, buckets = Cost(Report(plan.totals.messages, plan.totals.bytes)), set[str]()
    for entry in plan.entries():
        if state.outcome(entry) is not None:
            made.done += 1
        elif (failure := _foreseen(entry, mover)) is not None:
            made.report.fail(failure)
        else:
            made.messages += 1
            made.bytes += entry.size or 0
            made.requests += requests(entry, mover.cmm, mover.new_cmm)
            if entry.value is None and is_url(entry.source):
                made.store_requests += store_requests(entry, mover.keep_old)
                buckets.add(entry.source.split("/")[2])
    made.store_requests += Counter(PUT=len(buckets))  # that show whether their store heeds ETags
    return made


def _foreseen(entry: Entry, mover: Mover) -> Failure | None:
    """Why a message cannot be moved; None when that does not show before."""
    try:
        mover.require_replaceable(entry)
    except (EsdkError, OSError) as error:
        return Failure(entry.source, entry.part, **failure_of(error))
    return None
