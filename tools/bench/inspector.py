"""Measures how fast the inspector is: ``python -m tools.bench.inspector``.

    a message a line    ``inspect --jsonl`` on a folder of many messages, less the same command on one: messages a second on one core
    floor               the same files read, and a ready document of the same size written as JSON for each, by Python alone
    start-up            ``esdkit --help`` against ``import click``, and ``inspect`` of one message against ``import aws_encryption_sdk``

Every figure is the time of a process from start to end; all take turns in each round. Each signed message costs one signature check, which
no inspector can avoid, so they are a separate case. There is one gate, for an unsigned message against the floor, at 0.8 of what was
reached; the other goals are printed next to the figures.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import esdkit
from esdkit.keyrings import MultiKeyring, RawAesKeyring
from tools.bench.rounds import Contestant, Goal, Ratio, interleave

__all__ = ["main", "measure"]

RESULTS = Path(__file__).parent / "results" / "inspector.json"
GOAL = 20_000  # messages a second
CASES = {"not signed": "0478", "signed": "0578"}
FLOOR, _UNSIGNED = "floor", "not signed"
OVER_FLOOR = Goal(_UNSIGNED, FLOOR, most=4.5, margin=0.8)
_READ_AND_WRITE = """
import json, os, sys
document, count = json.loads(sys.argv[1]), int(sys.argv[2])
for name in sorted(os.listdir("."))[:count]:
    with open(name, "rb") as file:
        file.read()
    print(json.dumps(document), flush=True)
"""
_CLICK, _HELP, _SDK, _INSPECT = "import click", "esdkit --help", "import aws_encryption_sdk", "esdkit inspect"


def write_messages(folder: Path, suite: str, count: int) -> list[str]:
    """``count`` messages of a suite, each with three context pairs and two data keys; returns their names."""
    keyrings = [RawAesKeyring(namespace="bench", name=name, wrapping_key=bytes(32)) for name in ("first", "second")]
    keyring = MultiKeyring(generator=keyrings[0], children=keyrings[1:])
    context = {"purpose": "bench", "tenant": "blue", "origin": "esdkit"}
    data, _ = esdkit.encrypt(source=bytes(1000), keyring=keyring, encryption_context=context, algorithm=suite)
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.bin").write_bytes(data)
    return [f"{number:05}.bin" for number in range(count)]


def process(*command: str, folder: Path) -> Contestant:
    """A process from start to end."""

    def run() -> float:
        started = time.perf_counter()
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started

    return Contestant(run, timed=True)


def measure(
    folder: Path, count: int, rounds: int, run: Callable[[Mapping[str, Contestant], int], Mapping[str, Sequence[float]]] = interleave
) -> dict[str, Any]:
    """The figures, from files in a folder."""
    program = (sys.executable, "-m", "esdkit")
    contestants = {
        _CLICK: process(sys.executable, "-c", _CLICK, folder=folder),
        _HELP: process(*program, "--help", folder=folder),
        _SDK: process(sys.executable, "-W", "ignore", "-c", _SDK, folder=folder),
    }
    for case, suite in CASES.items():
        names = write_messages(folder / suite, suite, count)
        contestants[f"one, {case}"] = process(*program, "inspect", "--jsonl", names[0], folder=folder / suite)
        contestants[f"many, {case}"] = process(*program, "inspect", "--jsonl", "-r", ".", folder=folder / suite)
    unsigned = folder / CASES[_UNSIGNED]
    line = json.dumps(esdkit.inspect((unsigned / "00000.bin").read_bytes()).to_json(fields=False))
    for which, number in (("one", 1), ("many", count)):
        contestants[f"{which}, {FLOOR}"] = process(sys.executable, "-c", _READ_AND_WRITE, line, str(number), folder=unsigned)
    seconds = run(contestants, rounds)
    over = Ratio.of(*(_without_start(seconds[f"many, {case}"], seconds[f"one, {case}"]) for case in (_UNSIGNED, FLOOR)))
    return {
        "messages": count,
        "over_the_floor": {"median": round(over.median, 2), "minimum": round(over.minimum, 2), "held": OVER_FLOOR.held(over)},
        "per_second": {case: _rates(seconds[f"many, {case}"], seconds[f"one, {case}"], count) for case in CASES},
        "milliseconds": {name: round(1000 * statistics.median(seconds[name]), 1) for name in (_CLICK, _HELP, _SDK, "one, not signed")},
        "ratios": {
            f"{_HELP} / {_CLICK}": _ratio(seconds[_HELP], seconds[_CLICK]),
            f"{_INSPECT} / {_SDK}": _ratio(seconds["one, not signed"], seconds[_SDK]),
        },
    }


def _rates(many: Sequence[float], one: Sequence[float], count: int) -> dict[str, int]:
    rates = [(count - 1) / seconds for seconds in _without_start(many, one)]
    return {"median": round(statistics.median(rates)), "maximum": round(max(rates))}


def _without_start(many: Sequence[float], one: Sequence[float]) -> list[float]:
    return [total - start for total, start in zip(many, one, strict=True)]


def _ratio(longer: Sequence[float], shorter: Sequence[float]) -> dict[str, float]:
    ratio = Ratio.of(longer, shorter)
    return {"median": round(ratio.median, 2), "minimum": round(ratio.minimum, 2)}


def _lines(figures: Mapping[str, Any]) -> list[str]:
    lines = [f"inspect --jsonl of {figures['messages']} messages, start-up excluded; goal {GOAL} a second"]
    lines += [f"  {case:12} {rate['median']:6} a second, at best {rate['maximum']}" for case, rate in figures["per_second"].items()]
    over = figures["over_the_floor"]
    lines.append(f"not signed / floor: {over['median']:.2f}, at least {over['minimum']:.2f}; gate {'held' if over['held'] else 'NOT HELD'}")
    goals = {f"{_HELP} / {_CLICK}": "goal below 2"}
    for name, ratio in figures["ratios"].items():
        lines.append(f"{name}: {ratio['median']:.2f}, at least {ratio['minimum']:.2f}; {goals.get(name, 'no goal')}")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; the exit code says whether the gate was held."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.inspector", description="How quick the inspector is.")
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="where the messages are written; a folder in memory spares the disk")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--write", action="store_true", help=f"keep the result in {RESULTS.parent.name}/{RESULTS.name}")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        figures = measure(Path(folder), options.messages, options.rounds)
    result = {"schema": 1, "bench": "inspector", "python": platform.python_version(), **figures}
    text = json.dumps(result, indent=1) + "\n"
    print(text if options.json else "\n".join(_lines(figures)))
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")
    return 0 if figures["over_the_floor"]["held"] else 1


if __name__ == "__main__":
    sys.exit(main())
