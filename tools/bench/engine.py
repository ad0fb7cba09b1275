"""Measures the engine beside the official SDKs and beside what the machine can do at best: ``python -m tools.bench.engine``.

``rows`` says what runs in which row; all contestants of a row run in turn in every round, and what is judged are ratios of two of them
within a round (see ``rounds``). A row during which the machine was busy is repeated, and refused in the end. ``--write`` keeps what was
measured, row by row, as each stands for itself, and shows it in docs/performance.md: the next run is compared with it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tools.bench.growth import growth
from tools.bench.peers import PROGRAMS
from tools.bench.rounds import Contestant, Ratio, interleave, steady_rounds, unsteadiness
from tools.bench.rows import LIMIT, OWN, Row, rows
from tools.bench.table import put_table
from tools.drivers import targets
from tools.drivers.peer import Peer

__all__ = ["MAX_GROWTH", "PAGE", "RESULTS", "main", "measure", "missed"]

RESULTS = Path(__file__).parent / "results" / "engine.json"
PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
MAX_GROWTH = 8.0  # MiB, of a process while it streams

Run = Callable[[Mapping[str, Contestant], int], Mapping[str, Sequence[float]]]


def measure(row: Row, rounds: int, attempts: int, run: Run = interleave) -> dict[str, Any] | None:
    """The figures of one row; None if the machine was too busy in every attempt.

    ``ratios`` are to esdkit's time, by contestant; ``goals`` are the ratios that a gate watches.
    """
    seconds = steady_rounds(row.make(), LIMIT, rounds, attempts, run, also=(OWN,))
    if seconds is None:
        return None
    goals = {name: (goal, Ratio.of(seconds[goal.longer], seconds[goal.shorter])) for name, goal in row.goals.items()}
    return {
        "unsteadiness": round(unsteadiness(seconds[LIMIT]), 3),
        "milliseconds": {name: _figures(statistics.median(times) * 1e3, min(times) * 1e3) for name, times in seconds.items()},
        "ratios": {name: _ratio(Ratio.of(times, seconds[OWN])) for name, times in seconds.items() if name != OWN},
        "goals": {name: {**_ratio(ratio), "held": goal.held(ratio)} for name, (goal, ratio) in goals.items()},
    }


def _ratio(ratio: Ratio) -> dict[str, float]:
    return _figures(ratio.median, ratio.minimum)


def _figures(median: float, minimum: float) -> dict[str, float]:
    return {"median": round(median, 3), "minimum": round(minimum, 3)}


def missed(result: Mapping[str, Any]) -> list[str]:
    """The gates that a result does not pass."""
    ratios = [f"{row}: {name}" for row, figures in result["rows"].items() for name, goal in figures["goals"].items() if not goal["held"]]
    return ratios + [f"growth, {name}" for name, mebibytes in result["growth"].items() if mebibytes > MAX_GROWTH]


def _lines(name: str, figures: Mapping[str, Any], last: Mapping[str, Any] | None, row: Row) -> list[str]:
    lines = [f"{name}   (the limit varied by {figures['unsteadiness']:.2f})"]
    for contestant, took in figures["milliseconds"].items():
        ratio = figures["ratios"].get(contestant)
        times = f"   {ratio['median']:8.2f} x esdkit's time, at least {ratio['minimum']:.2f}" if ratio else ""
        lines.append(f"  {contestant:18} {took['median']:10.3f} ms, at least {took['minimum']:10.3f}{times}")
    for goal, now in figures["goals"].items():
        wanted = row.goals[goal]
        reach = f"goal {wanted.least:g} or more" if wanted.least is not None else f"goal {wanted.most:g} or less"
        before = (last or {}).get("goals", {}).get(goal)
        change = f", last {before['median']:.2f}" if before else ""
        lines.append(f"  {goal}: {now['median']:.2f}; {reach}{change}{'' if now['held'] else '   GATE MISSED'}")
    return lines


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench.engine", description="The engine beside the official SDKs.")
    parser.add_argument("--mib", type=int, default=100, help="size of the large messages in memory")
    parser.add_argument("--size", type=int, default=256, help="MiB of the file; 1024 for the comparison with the official command line")
    parser.add_argument("--folder", type=Path, help="where the files are made for the while; best where nothing waits for a disk")
    parser.add_argument("--rounds", type=int, default=7, help="at least 7")
    parser.add_argument("--attempts", type=int, default=5, help="on a busy machine")
    parser.add_argument("-k", dest="only", default="", help="only rows that have this in their name")
    parser.add_argument(
        "--write", action="store_true", help=f"keep the result in {RESULTS.parent.name}/{RESULTS.name} and show it in docs/performance.md"
    )
    options = parser.parse_args(arguments)
    if options.rounds < 7:
        parser.error("fewer than 7 rounds say nothing")
    return options


def _measured(options: argparse.Namespace) -> Iterator[tuple[Row, dict[str, Any] | None]]:
    """Each row that was asked for, with its figures; None for one that was refused."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=options.folder)))
        programs = {
            called: stack.enter_context(Peer(targets.command(name), timeout=300))
            for name, called in PROGRAMS.items()
            if targets.missing(name) is None
        }
        pool = stack.enter_context(ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")))
        for row in rows(size=options.mib << 20, file_size=options.size << 20, folder=folder, programs=programs, pool=pool):
            if options.only in row.name:
                yield row, measure(row, options.rounds, options.attempts)


def _growth(mebibytes: int) -> dict[str, float]:
    grew = {suite: growth(suite, mebibytes) for suite in ("0478", "0578")}
    return {f"{direction}, {suite}": round(mebibytes, 1) for suite, ways in grew.items() for direction, mebibytes in ways.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and says with the exit code whether every gate was passed."""
    options = _options(arguments)
    last = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    result = _empty()
    if options.only:  # the rest is kept as it was
        result.update(rows=last.get("rows", {}).copy(), growth=last.get("growth", {}))
    refused, measured = [], _empty()
    for row, figures in _measured(options):
        if figures is None:
            refused.append(row.name)
            continue
        print("\n".join(_lines(row.name, figures, last.get("rows", {}).get(row.name), row)), flush=True)
        measured["rows"][row.name] = result["rows"][row.name] = figures
        if options.write:
            _keep(result)
    if not options.only:
        measured["growth"] = result["growth"] = _growth(options.size)
    if options.write:
        _keep(result)
    for line in _remarks(options, measured, refused):
        print(line)
    return 1 if refused or missed(measured) else 0


def _empty() -> dict[str, Any]:
    versions = {name: version(name) for name in ("aws-encryption-sdk", "cryptography")}
    return {"schema": 1, "bench": "engine", "python": platform.python_version(), "versions": versions, "rows": {}, "growth": {}}


def _keep(result: Mapping[str, Any]) -> None:
    """Keep what was measured so far, and show it in docs/performance.md."""
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(put_table(PAGE.read_text(encoding="utf-8"), result), encoding="utf-8")


def _remarks(options: argparse.Namespace, measured: Mapping[str, Any], refused: Sequence[str]) -> Iterator[str]:
    """What there is to say in the end."""
    for name, mebibytes in measured["growth"].items():
        yield f"growth while streaming {options.size} MiB, {name}: {mebibytes} MiB, at most {MAX_GROWTH:g}"
    for name, called in PROGRAMS.items():
        if (reason := targets.missing(name)) is not None:
            yield f"left out: {called}, {reason}"
    for name in refused:
        yield f"refused, the machine was busy in all of {options.attempts} attempts: {name}"
    for gate in missed(measured):
        yield f"GATE MISSED  {gate}"


if __name__ == "__main__":
    sys.exit(main())
