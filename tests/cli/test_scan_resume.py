"""A scan that is killed at any moment and started again ends with the rows of an uninterrupted one."""

from __future__ import annotations

import base64
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.samples import native_ciphertext

_ROW = base64.b64encode(native_ciphertext("mpl-0478-aes-192-empty-f256-p257"))


def make_sources(folder: Path, large: int) -> None:
    """Some large files, which are a partition each, and many small ones, which share some."""
    folder.mkdir()
    for number in range(large):
        rows = b"".join(b"%d,%s\n" % (row, _ROW) for row in range(2300 + number))
        (folder / f"large-{number}.csv").write_bytes(b"id,payload\n" + rows)
    for number in range(300):
        (folder / f"small-{number:03}.csv").write_bytes(b"id,payload\n%d,%s\n" % (number, _ROW))


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "esdkit", "scan", "sources", "--column", "payload", "-o", str(folder), "--jobs", "2"]


def digest(folder: Path) -> str:
    """Of all that a scan leaves, names and bytes."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(str(path.relative_to(folder)).encode() + (path.read_bytes() if path.is_file() else b""))
    return found.hexdigest()


def run(folder: Path, cwd: Path, after: float | None = None) -> bool:
    """Run a scan, or kill it after so many seconds; whether it came to its end."""
    with subprocess.Popen(command(folder), cwd=cwd, stdout=subprocess.DEVNULL) as process:
        try:
            return process.wait(after) == 0
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            return False


def kill_often(tmp_path: Path, large: int, kills: int, seed: int) -> None:
    make_sources(tmp_path / "sources", large)
    begun = time.monotonic()
    assert run(Path("whole"), tmp_path)
    longest, chance = time.monotonic() - begun, random.Random(seed)
    wanted, killed, folder = digest(tmp_path / "whole"), 0, 0
    while killed < kills:
        if run(Path(f"killed-{folder}"), tmp_path, chance.uniform(0.2, 0.9) * longest):
            assert digest(tmp_path / f"killed-{folder}") == wanted
            folder += 1
        else:
            killed += 1
    assert run(Path(f"killed-{folder}"), tmp_path)
    assert digest(tmp_path / f"killed-{folder}") == wanted
    assert len((tmp_path / "whole" / "objects.jsonl").read_bytes().splitlines()) == large + 300


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002", "SCN-SRC-006")
def test_killed_scan_goes_on(tmp_path: Path) -> None:
    kill_often(tmp_path, 6, 10, seed=15)


@pytest.mark.fuzz
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002")
def test_scan_killed_very_often_goes_on(tmp_path: Path) -> None:
    """Of 100,000 rows."""
    kill_often(tmp_path, 43, 50, seed=51)
