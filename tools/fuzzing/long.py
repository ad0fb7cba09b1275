"""The long run: random and changed inputs, whose right answer is known where it can be, through all harnesses.

    python -m tools.fuzzing.long --inputs 10000000 --jobs 2 --seed 1 [--folder DIR] [--write docs/data/fuzz-long.json]
    python -m tools.fuzzing.long --seed 1 --show 3217 90      run input 90 of batch 3217 again, alone

Strategy: batches in processes; after each the folder knows how far the run got and what it found, so the same command goes on after an
interruption. The seed and a batch's number decide its inputs. A run of another version of esdkit or another seed is refused, not mixed.
Exit code: 0 without a finding, 1 with one, 130 interrupted.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import platform
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from esdkit import __version__
from tools.fuzzing.harnesses import check
from tools.fuzzing.inputs import BATCH, SPLIT, Input, batch
from tools.fuzzing.rule import KINDS, Wrong

__all__ = ["Result", "Run", "main", "run_batch"]

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / "build" / "fuzzing" / "long"
_SCHEMA = 1
_SECONDS = 20.0  # of the processor for one input, which takes a thousandth of one
_BATCHES_OF_A_PROCESS = 300
_MOST = 200  # findings that are kept; more are counted


class Result(NamedTuple):
    """What a batch gave: labels by harness, how many inputs had a right answer, findings, and seconds of the processor."""

    labels: dict[str, Counter[str]]
    judged: int
    findings: list[dict[str, Any]]
    seconds: float


def run_batch(seed: int, number: int) -> Result:
    """Run one batch."""
    started = time.process_time()
    labels: dict[str, Counter[str]] = {}
    findings: list[dict[str, Any]] = []
    judged = 0
    for index, item in enumerate(batch(seed, number)):
        judged += item.truth is not None
        try:
            label = _timed(item)
        except Wrong as wrong:
            label = wrong.kind
            findings.append({"kind": wrong.kind, "harness": item.harness, "what": str(wrong.what)[:500], "batch": number, "input": index})
        labels.setdefault(item.harness, Counter())[label] += 1
    return Result(labels, judged, findings, time.process_time() - started)


def _timed(item: Input) -> str:
    """The label; an input that takes too long is a finding, too."""
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    try:
        return check(*item)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _end(number: int, frame: object) -> None:
    raise Wrong("hang", f"more than {_SECONDS:.0f} seconds")


class Run:
    """A run that is kept in a folder.

    Args:
        folder: where.
        seed: of all inputs.

    Raises:
        SystemExit: the folder has a run of another seed, version or split.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self.seed = folder, seed
        self._file = folder / "state.json"
        begin: dict[str, Any] = {"schema": _SCHEMA, "version": __version__, "seed": seed, "split": dict(SPLIT)}
        self.state: dict[str, Any] = {**begin, "batches": 0, "judged": 0, "seconds": 0.0, "harnesses": {}, "findings": []}
        if self._file.exists():
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            if any(kept.get(name) != value for name, value in begin.items()):
                sys.exit(f"{folder} has a run of another seed, version or split; remove it, or give another --folder")
            self.state = kept
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def inputs(self) -> int:
        """How many inputs were run."""
        return int(self.state["batches"]) * BATCH

    def add(self, result: Result) -> None:
        """Count the next batch."""
        state = self.state
        state["batches"] += 1
        state["judged"] += result.judged
        state["seconds"] += result.seconds
        for harness, labels in result.labels.items():
            state["harnesses"][harness] = dict(Counter(state["harnesses"].get(harness, {})) + labels)
        state["findings"] += result.findings[: max(0, _MOST - len(state["findings"]))]

    def save(self) -> None:
        """Write how far it got, whole or not at all."""
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(self.state) + "\n", encoding="utf-8")
        part.replace(self._file)

    def summary(self) -> dict[str, Any]:
        """What is committed."""
        state = self.state
        counted = {kind: sum(labels.get(kind, 0) for labels in state["harnesses"].values()) for kind in KINDS}
        return {
            "schema": _SCHEMA,
            "date": f"{datetime.now(UTC):%Y-%m-%d}",
            "versions": {
                "esdkit": __version__,
                "python": platform.python_version(),
                "cryptography": version("cryptography"),
                "construct": version("construct"),
            },
            "seed": self.seed,
            "inputs": self.inputs,
            "judged": state["judged"],
            "cpu_seconds": round(state["seconds"]),
            "inputs_per_cpu_second": round(self.inputs / max(state["seconds"], 0.001)),
            "harnesses": {name: _harness(state["harnesses"].get(name, {})) for name in SPLIT},
            "findings": counted,
            "details": state["findings"],
        }


def _harness(labels: dict[str, int]) -> dict[str, Any]:
    refused = {label: number for label, number in sorted(labels.items()) if label != "accepted" and label not in KINDS}
    return {"inputs": sum(labels.values()), "accepted": labels.get("accepted", 0), "refused": refused}


def _results(seed: int, numbers: range, jobs: int) -> Iterator[Result]:
    """In order, whatever process is first."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs, _start, maxtasksperchild=_BATCHES_OF_A_PROCESS) as pool:
        yield from pool.imap(partial(run_batch, seed), numbers)


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    signal.signal(signal.SIGPROF, _end)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzzing.long", description="The long run of all harnesses.")
    parser.add_argument("--inputs", type=int, default=200_000, help=f"end after N inputs; rounded up to batches of {BATCH}")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=_FOLDER, help="keeps the run (default: build/fuzzing/long)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the summary here")
    parser.add_argument("--show", type=int, nargs=2, metavar=("BATCH", "INPUT"), help="run one input again")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGPROF, _end)
    if options.show is not None:
        return _show(options.seed, *options.show)
    run = Run(options.folder, options.seed)
    interrupted = _go(run, -(-options.inputs // BATCH), options.jobs)
    summary = run.summary()
    text = json.dumps(summary, indent=1) + "\n"
    if options.write is not None:
        options.write.write_text(text, encoding="utf-8")
    print(text, end="")
    for finding in summary["details"]:
        print(f"{finding['kind']} in {finding['harness']}: {finding['what']}", file=sys.stderr)
        print(f"  python -m tools.fuzzing.long --seed {run.seed} --show {finding['batch']} {finding['input']}", file=sys.stderr)
    return 130 if interrupted else int(any(summary["findings"].values()))


def _go(run: Run, batches: int, jobs: int) -> bool:
    """Whether it was interrupted."""
    saved, before = time.monotonic(), run.inputs
    started = saved
    try:
        for result in _results(run.seed, range(int(run.state["batches"]), batches), jobs):
            run.add(result)
            if time.monotonic() - saved > 5:
                saved = time.monotonic()
                run.save()
                rate = (run.inputs - before) / (saved - started)
                print(f"{run.inputs:,} inputs, {rate:,.0f}/s, {len(run.state['findings'])} findings", file=sys.stderr)
    except KeyboardInterrupt:
        return True
    finally:
        run.save()
    return False


def _show(seed: int, number: int, index: int) -> int:
    item = list(batch(seed, number))[index]
    print(f"{item.harness}: {item.data.hex()}")
    if item.truth is not None:
        print(f"right answer: {item.truth.expected or 'refused, or what it was'}")
    try:
        print(_timed(item))
    except Wrong as wrong:
        print(wrong)
        if wrong.__cause__ is not None:
            raise
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
