"""Measures one large file by one process and by several, beside a plain copy: ``python -m tools.bench.large_file``.

Every figure is the time of ``esdkit encrypt`` or ``decrypt`` under 0478 from start to end; all take turns in each round. The plain copy is
``shutil.copyfile``, for which the system moves the bytes. Processor time is kept too: it says what a busy machine hides, that several
processes together do not do more work than one. Needs space for four times the file; a folder in memory spares the disk.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.bench.rounds import UNSTEADY, Contestant, Goal, Ratio, steady_rounds

__all__ = ["main", "measure"]

RESULTS = Path(__file__).parent / "results" / "large_file.json"
COPY = "plain copy"
DIRECTIONS = ("encrypt", "decrypt")
_PIECE = 1 << 20
_KEY = ("--aes", "namespace=bench,name=k,key=env:KEY")


def one(direction: str) -> str:
    return f"{direction}, one process"


def several(direction: str) -> str:
    return f"{direction}, several processes"


GOALS = [goal for each in DIRECTIONS for goal in (Goal(one(each), several(each), least=1.7), Goal(COPY, several(each), least=0.75))]


class Program:
    """The program, and the processor time of its runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processor: dict[str, list[float]] = {}

    def run(self, name: str, *command: str) -> float:
        """Seconds from start to end."""
        (self.folder / "out").unlink(missing_ok=True)  # to free its memory is not part of the work
        environment = {**os.environ, "KEY": bytes(32).hex()}
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "esdkit", *command, *_KEY], cwd=self.folder, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{name} failed with {process.returncode}")
        self.processor.setdefault(name, []).append(used.ru_utime + used.ru_stime)
        return seconds

    def copy(self) -> float:
        (self.folder / "out").unlink(missing_ok=True)
        started = time.perf_counter()
        shutil.copyfile(self.folder / "plain", self.folder / "out")
        return time.perf_counter() - started

    def contestants(self, jobs: int) -> dict[str, Contestant]:
        found = {COPY: Contestant(self.copy, timed=True)}
        for direction, source, more in (("encrypt", "plain", ("--algorithm", "0478")), ("decrypt", "message", ())):
            for name, count in ((one(direction), 1), (several(direction), jobs)):
                command = (direction, source, "-o", "out", "--jobs", str(count), *more)
                found[name] = Contestant(lambda name=name, command=command: self.run(name, *command), timed=True)  # type: ignore[misc]
        return found


Steady = Callable[[Mapping[str, Contestant], str], Mapping[str, Sequence[float]] | None]


def measure(folder: Path, mebibytes: int, jobs: int, run: Steady) -> dict[str, Any] | None:
    """The figures; None if the machine was too busy."""
    with (folder / "plain").open("wb") as file:
        for _ in range(mebibytes):
            file.write(os.urandom(_PIECE))
    program = Program(folder)
    program.run("message", "encrypt", "plain", "-o", "message", "--algorithm", "0478")
    seconds = run(program.contestants(jobs), COPY)
    if seconds is None:
        return None
    ratios = {(goal.longer, goal.shorter): Ratio.of(seconds[goal.longer], seconds[goal.shorter]) for goal in GOALS}
    return {
        "mebibytes": mebibytes,
        "processes": jobs,
        "seconds": {name: {"median": round(statistics.median(each), 2), "minimum": round(min(each), 2)} for name, each in seconds.items()},
        "processor_seconds": {name: round(min(program.processor[name]), 2) for name in seconds if name != COPY},
        "ratios": {
            f"{goal.longer} / {goal.shorter}": {
                "median": round((ratio := ratios[goal.longer, goal.shorter]).median, 2),
                "minimum": round(ratio.minimum, 2),
                "goal": goal.least,
                "held": goal.held(ratio),
            }
            for goal in GOALS
        },
    }


def _lines(figures: Mapping[str, Any]) -> list[str]:
    lines = [f"one file of {figures['mebibytes']} MiB, 0478, {figures['processes']} processes"]
    for name, each in figures["seconds"].items():
        used = figures["processor_seconds"].get(name)
        processor = "" if used is None else f", {used:.2f} s of processor time"
        lines.append(f"  {name:28} {each['median']:.2f} s, at best {each['minimum']:.2f}{processor}")
    for name, each in figures["ratios"].items():
        verdict = "held" if each["held"] else "NOT HELD"
        lines.append(f"  {name}: {each['median']:.2f}, at least {each['minimum']:.2f}; goal {each['goal']}, gate {verdict}")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; the exit code says whether the gates were held."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.large_file", description="One large file by several processes.")
    parser.add_argument("--size", type=int, default=4096, help="MiB of the file")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--attempts", type=int, default=3, help="on a busy machine")
    parser.add_argument("--folder", type=Path, help="where the files are made for the while")
    parser.add_argument("--write", action="store_true", help=f"keep the result in {RESULTS.parent.name}/{RESULTS.name}")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        figures = measure(
            Path(folder), options.size, options.jobs, lambda all_of, limit: steady_rounds(all_of, limit, options.rounds, options.attempts)
        )
    if figures is None:
        print(f"refused: the plain copy varied by more than {UNSTEADY} in each attempt", file=sys.stderr)
        return 1
    print("\n".join(_lines(figures)))
    if options.write:
        result = {"schema": 1, "bench": "large_file", "python": platform.python_version(), **figures}
        RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0 if all(each["held"] for each in figures["ratios"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())
