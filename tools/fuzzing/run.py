"""``make fuzz T=600``: atheris on every harness, then the property tests with many examples; says what was run, and fails on a finding.

    python -m tools.fuzzing.run --seconds 600 [--jobs 2] [--without-tests] [HARNESS...]
    python -m tools.fuzzing.run --show HARNESS FILE     run one input again; it does not need atheris

Strategy: libFuzzer's corpus of each harness is kept in build/fuzzing/corpus, so the next run begins where this one ended; the seeds are
those of ``esdkit fuzz export`` and the valid documents. The time is for atheris, shared equally; the tests run to their end.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from esdkit.fuzz.seeds import CORPUS, DICTIONARY, seed_files
from tools.fuzzing.harnesses import HARNESSES, check
from tools.fuzzing.inputs import base_inputs
from tools.fuzzing.rule import Wrong

__all__ = ["Report", "main", "report_of"]

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / "build" / "fuzzing"
_OF_MESSAGES = ("header", "parse", "grammar", "inspect", "text", "recognize", "decrypt", "verify")
_TESTS = ["-n", "2", "--hypothesis-profile=fuzz", "-m", "hypothesis or fuzz"]
_HANG = 60  # seconds for one input
_STARTED = 300  # seconds until libFuzzer begins and has run the seeds, at most


class Report(NamedTuple):
    """What libFuzzer said.

    Attributes:
        executions: how many inputs were run.
        rate: per second.
        finding: the file of the input that failed; None if none did.
        why: its last lines, if there is a finding or it did not run.
    """

    executions: int
    rate: int
    finding: Path | None
    why: str = ""

    @property
    def failed(self) -> bool:
        return bool(self.why)


def report_of(code: int, said: str) -> Report:
    """Read what libFuzzer wrote.

    Args:
        code: its exit code.
        said: stderr.
    """
    executions, rate = (int(match[1]) if (match := re.search(rf"stat::{name}:\s+(\d+)", said)) else 0 for name in _STATISTICS)
    written = re.search(r"Test unit written to (\S+)", said)
    exception = re.search(r"=== Uncaught Python exception: ===\n(.*)", said)
    why = "" if code == 0 else (exception[1] if exception else "\n".join(said.splitlines()[-5:])) or f"exit code {code}"
    return Report(executions, rate, Path(written[1]) if written else None, why)


_STATISTICS = ("number_of_executed_units", "average_exec_per_sec")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; gives the exit code: 0, or 1 for a finding."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzzing.run", description="Fuzz esdkit itself.")
    parser.add_argument("harnesses", nargs="*", metavar="HARNESS", help=f"default: all of {', '.join(HARNESSES)}")
    parser.add_argument("--seconds", type=int, default=600, help="for atheris, shared by the harnesses")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--without-tests", action="store_true")
    parser.add_argument("--folder", type=Path, default=_FOLDER, help="corpus and findings (default: build/fuzzing)")
    parser.add_argument("--show", nargs=2, metavar=("HARNESS", "FILE"), help="run one input again")
    options = parser.parse_args(arguments)
    if options.show is not None:
        return _show(*options.show)
    unknown = [name for name in options.harnesses if name not in HARNESSES]
    if unknown:
        parser.error(f"unknown harness {unknown[0]}")
    failed = False
    if find_spec("atheris") is None:
        print("atheris is not installed, so no coverage-guided fuzzing; it has wheels for Linux: pip install 'esdkit[dev]'")
    else:
        failed = _coverage(options.harnesses or list(HARNESSES), options.seconds, options.jobs, options.folder)
    if not options.without_tests:
        failed |= subprocess.run([sys.executable, "-m", "pytest", *_TESTS], cwd=_ROOT, check=False).returncode != 0
    return int(failed)


def _coverage(names: Sequence[str], seconds: int, jobs: int, folder: Path) -> bool:
    """Whether there is a finding."""
    _write_seeds(names, folder)
    each = max(1, seconds * jobs // len(names))
    print(f"atheris: {len(names)} harnesses, {each} s each, {jobs} at a time; corpus and findings are in {folder}", flush=True)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(jobs) as executor:
        reports = executor.map(lambda name: _fuzzed(name, each, folder, scratch), names)
        failed = False
        print(f"{'harness':14}{'executions':>12}{'per second':>12}  findings")
        for name, report in zip(names, reports, strict=True):
            print(f"{name:14}{report.executions:12,}{report.rate:12,}  {int(report.failed)}", flush=True)
            if report.failed:
                failed = True
                print(f"  {report.why}")
            if report.finding is not None:
                print(f"  python -m tools.fuzzing.run --show {name} {report.finding}")
    return failed


def _write_seeds(names: Sequence[str], folder: Path) -> None:
    files = {f"seeds/{name}": data for name, data in seed_files().items()}
    for name in names:
        files |= {f"seeds/{name}/{number}": item.data for number, item in enumerate(base_inputs(name))}
        (folder / "corpus" / name).mkdir(parents=True, exist_ok=True)
    for place, data in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)


def _fuzzed(name: str, seconds: int, folder: Path, scratch: str) -> Report:
    corpora = [folder / "corpus" / name, folder / "seeds" / name, *([folder / "seeds" / CORPUS] if name in _OF_MESSAGES else [])]
    flags = [f"-max_total_time={seconds}", f"-timeout={_HANG}", "-print_final_stats=1", f"-artifact_prefix={folder}/{name}-"]
    if name in _OF_MESSAGES:
        flags.append(f"-dict={folder / 'seeds' / DICTIONARY}")
    command = [sys.executable, "-m", "tools.fuzzing.coverage", name, *flags, *map(str, corpora)]
    try:
        ran = subprocess.run(
            command, cwd=_ROOT, env={**os.environ, "TMPDIR": scratch}, capture_output=True, timeout=seconds + _STARTED + _HANG, check=False
        )
    except subprocess.TimeoutExpired as expired:
        return Report(0, 0, None, f"it did not end in {expired.timeout:.0f} seconds")
    return report_of(ran.returncode, ran.stderr.decode("utf-8", "replace"))


def _show(name: str, file: str) -> int:
    try:
        print(check(name, Path(file).read_bytes()))
    except Wrong as wrong:
        print(wrong)
        if wrong.__cause__ is not None:
            raise
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
