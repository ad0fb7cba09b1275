"""Measures one large file by one process and by several, beside a plain copy: ``python -m tools.bench.large_file``.

Every figure is the time of ``esdkit encrypt`` or ``decrypt`` under 0478 from start to end; all take turns in each round. The plain copy is
``shutil.copyfile``, for which the system moves the bytes; the floor is that of ``file_floor``, by as many processes. Processor time is kept
too: it says what a busy machine hides, that several processes together do not do more work than one. The gates are 0.8 of what was reached.
Needs space for five times the file; a folder in memory spares the disk.
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
from functools import partial
from pathlib import Path
from typing import Any, get_args

from tools.bench import file_floor
from tools.bench.peers import Direction
from tools.bench.rounds import UNSTEADY, Contestant, Goal, Ratio, steady_rounds

__all__ = ["main", "measure"]

RESULTS = Path(__file__).parent / "results" / "large_file.json"
COPY = "plain copy"
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_PIECE = 1 << 20
_KEY = ("--aes", "namespace=bench,name=k,key=env:KEY")


def one(direction: str) -> str:
    return f"{direction}, one process"


def several(direction: str) -> str:
    return f"{direction}, several processes"


def floor(direction: str) -> str:
    return f"{direction}, floor"


_REACHED = {"encrypt": (1.82, 0.5), "decrypt": (1.53, 0.45)}  # times one process, times a plain copy; the goals were 1.7 and 0.75
GOALS = [
    goal
    for each, (of_one, of_copy) in _REACHED.items()
    for goal in (
        Goal(one(each), several(each), least=of_one, margin=0.8),
        Goal(COPY, several(each), least=of_copy, margin=0.8),
        Goal(COPY, floor(each)),
    )
]


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

    def here(self, work: Callable[[Path, Path], object], source: str) -> float:
        """Seconds of something that this process does with a file."""
        (self.folder / "out").unlink(missing_ok=True)
        started = time.perf_counter()
        work(self.folder / source, self.folder / "out")
        return time.perf_counter() - started

    def contestants(self, jobs: int) -> dict[str, Contestant]:
        found = {COPY: Contestant(partial(self.here, shutil.copyfile, "plain"), timed=True)}
        for each, source in zip(DIRECTIONS, ("plain", "frames"), strict=True):
            work = partial(file_floor.convert, each, jobs=jobs)
            found[floor(each)] = Contestant(partial(self.here, work, source), timed=True)
        for direction, source, more in (("encrypt", "plain", ("--algorithm", "0478")), ("decrypt", "message", ())):
            for name, count in ((one(direction), 1), (several(direction), jobs)):
                command = (direction, source, "-o", "out", "--jobs", str(count), *more)
                found[name] = Contestant(partial(self.run, name, *command), timed=True)
        return found


Steady = Callable[[Mapping[str, Contestant], str], Mapping[str, Sequence[float]] | None]


def measure(folder: Path, mebibytes: int, jobs: int, run: Steady) -> dict[str, Any] | None:
    """The figures; None if the machine was too busy."""
    with (folder / "plain").open("wb") as file:
        for _ in range(mebibytes):
            file.write(os.urandom(_PIECE))
    program = Program(folder)
    program.run("message", "encrypt", "plain", "-o", "message", "--algorithm", "0478")
    file_floor.convert("encrypt", folder / "plain", folder / "frames", jobs)
    seconds = run(program.contestants(jobs), COPY)
    if seconds is None:
        return None
    ratios = {(goal.longer, goal.shorter): Ratio.of(seconds[goal.longer], seconds[goal.shorter]) for goal in GOALS}
    return {
        "mebibytes": mebibytes,
        "processes": jobs,
        "seconds": {name: {"median": round(statistics.median(each), 2), "minimum": round(min(each), 2)} for name, each in seconds.items()},
        "processor_seconds": {name: round(min(used), 2) for name, used in program.processor.items() if name in seconds},
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
        verdict = "no goal" if each["goal"] is None else f"reached before {each['goal']}, gate {'held' if each['held'] else 'NOT HELD'}"
        lines.append(f"  {name}: {each['median']:.2f}, at least {each['minimum']:.2f}; {verdict}")
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
