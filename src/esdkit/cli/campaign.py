"""``esdkit rekey --plan``: the messages that a scan found, moved to other keys where they are."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from esdkit.cli.command import section_option
from esdkit.cli.errors import note, report_error
from esdkit.cli.keys import OPENING_FLAGS, KeyedCommand, given_cmm, given_wrapping_cmm, key_options, new_key_options
from esdkit.cli.options import MESSAGE, ReadOptions, WriteOptions, context_option, read_options, write_options
from esdkit.cli.output import ending_by_exception
from esdkit.cli.progress import Progress, readable_size
from esdkit.cli.terminal import echo, paint, print_lines
from esdkit.columns import Columns, count
from esdkit.engine.arguments import suite_of
from esdkit.errors import Code, SourceError
from esdkit.keyrings.kms.client import before_kms_requests
from esdkit.scan.campaign.keys import asks_others, new_keys
from esdkit.scan.campaign.move import Mover
from esdkit.scan.campaign.pace import Pace
from esdkit.scan.campaign.run import Cost, Failure, Report, cost, report, run_plan
from esdkit.scan.campaign.state import State
from esdkit.scan.campaign.values import check_statement
from esdkit.scan.model import Hidden
from esdkit.scan.plan import Plan
from esdkit.scan.sources import shown
from esdkit.spec import exit_codes

__all__ = ["campaign_command"]

_SCHEMA = 1
_RUN = "Plan"
_MAX_RATE = 100_000


@click.command("rekey --plan", cls=KeyedCommand)
@section_option("--plan", "name", required=True, metavar="PLAN", section=_RUN, help="What esdkit scan --plan has written.")
@section_option("--resume", is_flag=True, section=_RUN, help="Go on with a plan that was begun, or help with it.")
@section_option("--dry-run", is_flag=True, section=_RUN, help="Only say what it would do and take.")
@section_option("--keep-old", metavar="SUFFIX", section=_RUN, help="Keep each old file or object under its name with SUFFIX.")
@section_option("--update", metavar="SQL", section=_RUN, help="Replace values by this UPDATE with :new, :old and :id.")
@section_option("--database", "databases", multiple=True, metavar="URL", section=_RUN, help="A database of the plan, with its password.")
@section_option(
    "--kms-rate", type=click.FloatRange(0, _MAX_RATE, min_open=True), metavar="N", section=_RUN, help="Requests to KMS a second."
)
@section_option("--json", "as_json", is_flag=True, section=_RUN, help="Print one JSON object.")
@key_options
@new_key_options
@read_options
@write_options
@context_option("--add-context", section=MESSAGE, help="Store this pair, replacing one with the same key.")
@section_option("--remove-context", multiple=True, metavar="KEY", section=MESSAGE, help="Do not store this key.")
@click.pass_context
def campaign_command(
    context: click.Context,
    /,
    name: str,
    resume: bool,
    dry_run: bool,
    keep_old: str | None,
    update: str | None,
    databases: tuple[str, ...],
    kms_rate: float | None,
    as_json: bool,
    **given: Any,
) -> int:
    """Move the messages of a plan to new keys, where they are: each is encrypted again, read back and replaced. --resume goes on, or shares
    the work.

    \b
    esdkit rekey --plan PLAN --aes namespace=demo,name=k1,key=@k1.key \\
        --to-aes namespace=demo,name=k2,key=@k2.key

    See `esdkit docs campaign`.
    """
    plan = Plan(Path(name))
    state = State(Path(f"{name}.state"))
    mover = _mover(context, plan, keep_old, update, databases, **given)
    if dry_run:
        would = cost(plan, state, mover)
        uncounted = asks_others(mover.cmm, mover.new_cmm)
        _print(_cost_to_json(name, would, uncounted) if as_json else _cost_to_lines(name, would, uncounted, kms_rate))
        _say(would.report, "would not be moved")
        return would.report.worst
    pace = Pace(state.path / "kms", kms_rate)
    with ExitStack() as stack:
        stack.enter_context(ending_by_exception())
        state.begin(repr(mover.new_cmm), resume=resume)
        stack.enter_context(_saying_how_to_go_on(name))
        stack.enter_context(before_kms_requests(pace))
        progress = stack.enter_context(Progress(plan.totals.bytes))
        run_plan(plan, state, mover, progress.add)
    made = report(plan, state)
    _print(_report_to_json(name, made, state, pace, mover) if as_json else _report_to_lines(name, made, pace, mover))
    _say(made, f"were not moved; {state.dead_letter} lists all")
    return max(made.worst, exit_codes()["answer_is_no" if made.left else "ok"])


def _mover(
    context: click.Context,
    plan: Plan,
    keep_old: str | None,
    update: str | None,
    databases: tuple[str, ...],
    *,
    reading: ReadOptions,
    writing: WriteOptions,
    add_context: dict[str, str],
    remove_context: tuple[str, ...],
) -> Mover:
    """What the options ask for."""
    if keep_old is not None and (not keep_old or "/" in keep_old):
        raise click.BadParameter("a suffix has at least one character, and no slash", context, param_hint="'--keep-old'")
    if update is not None:
        check_statement(update)
    cmm = given_cmm(context)
    if cmm is None:
        raise click.UsageError(f"give a key to read with: {OPENING_FLAGS}", context)
    new_cmm, client = given_wrapping_cmm(context, new=True), reading.client()
    return Mover(
        client=client,
        cmm=reading.demanding(cmm),
        new_cmm=new_cmm,
        new_keys=new_keys(new_cmm),
        suite=suite_of(writing.algorithm) or client.commitment_policy.default_suite,
        encryption_context=reading.encryption_context,
        add_context=add_context,
        remove_context=remove_context,
        frame_length=writing.frame_length,
        keep_old=keep_old,
        update=update,
        databases={shown(url): Hidden(url) for url in databases},
        directory=plan.directory,
        store_requests=Counter(),
    )


@contextmanager
def _saying_how_to_go_on(name: str) -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, SystemExit, OSError):
        note(f"what was moved stays so; run the same command with --resume to go on with {name}")
        raise


def _print(what: dict[str, Any] | Iterator[str]) -> None:
    if isinstance(what, dict):
        echo(json.dumps(what, indent=1))
    else:
        print_lines(what)


def _report_to_json(name: str, made: Report, state: State, pace: Pace, mover: Mover) -> dict[str, Any]:
    sent = {"kms_requests": pace.requests, "store_requests": dict(sorted(mover.store_requests.items()))}
    more = {"dead_letter": str(state.dead_letter), **sent}
    return {"schema": _SCHEMA, "plan": name, "dry_run": False, **_counts(made), "left": made.left, **more}


def _counts(made: Report) -> dict[str, Any]:
    return {name: value for name, value in asdict(made).items() if name not in ("worst", "left")}


def _report_to_lines(name: str, made: Report, pace: Pace, mover: Mover) -> Iterator[str]:
    yield from _lines(
        name,
        made,
        (made.moved, "were moved to the new keys"),
        (made.under_new_keys, "were already under the new keys"),
        (made.failed, "were not moved"),
        (made.left, "are left"),
        (pace.requests, "requests to KMS in this run"),
        *_of_stores(mover.store_requests, "requests to object stores in this run"),
    )


def _cost_to_json(name: str, would: Cost, uncounted: bool) -> dict[str, Any]:
    asked = {"kms_requests": dict(would.requests), "store_requests": dict(would.store_requests)}
    more = {"to_move": {"messages": would.messages, "bytes": would.bytes}, "done": would.done, **asked}
    failures = {"failed": would.report.failed, "failures": _counts(would.report)["failures"]}
    totals = {"messages": would.report.messages, "bytes": would.report.bytes}
    return {"schema": _SCHEMA, "plan": name, "dry_run": True, **totals, **failures, **more, "kms_requests_complete": not uncounted}


def _cost_to_lines(name: str, would: Cost, uncounted: bool, rate: float | None) -> Iterator[str]:
    total = would.requests.total()
    yield from _lines(
        name,
        would.report,
        (would.messages, f"would be moved, {readable_size(would.bytes)}"),
        (would.done, "were moved before"),
        (would.report.failed, "cannot be moved, as far as that shows without opening them"),
        (total, f"requests to KMS at most, if none fails{_named(would.requests)}"),
        *_of_stores(would.store_requests, "requests to object stores at most, if none fails"),
    )
    if uncounted:
        yield from Columns(paint).lines("Requests of key stores, and of keyrings that are not part of esdkit, are not counted.", role="dim")
    if rate is not None and total:
        yield from Columns(paint).lines(f"At {rate:g} a second they take {count(round(total / rate), 'second')}.", role="dim")
    yield from Columns(paint).lines("Nothing was opened, asked or changed.", role="dim")


def _of_stores(asked: Counter[str], what: str) -> list[tuple[int, str]]:
    return [(asked.total(), f"{what}{_named(asked)}")] if asked else []


def _named(asked: Counter[str]) -> str:
    """How many of each kind."""
    each = ", ".join(f"{number:,} {kind}" for kind, number in sorted(asked.items()))
    return f": {each}" if each else ""


def _lines(name: str, made: Report, *numbers: tuple[int, str]) -> Iterator[str]:
    out = Columns(paint)
    yield from out.lines(f"{name}: {count(made.messages, 'message')}, {readable_size(made.bytes)}", role="title")
    for number, what in numbers:
        yield from out.lines(f"{number:>11,}  {what}", "  ", hanging=15)


def _say(made: Report, what: str) -> None:
    """Name the first failure of each code."""
    named: set[str | None] = set()
    for failure in made.failures:
        if failure.code not in named:
            named.add(failure.code)
            _report(failure)
    if made.failed > len(named):
        note(f"{count(made.failed - len(named), 'more message')} {what}")


def _report(failure: Failure) -> None:
    place = f"{failure.source}, {failure.part}" if failure.part else failure.source
    code, reason = failure.code, failure.reason
    report_error(OSError(None, reason) if code is None else SourceError(Code(code), reason, hint=failure.hint), place)
