"""Workers of a plan that are killed at any step: every message is moved once, and none is lost."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import esdkit
from tests.campaigns import OLD, OPTIONS, opened, records, store
from tests.cli.running import Program

ROOT = Path(__file__).parents[2]
COUNT = 12


def worker(folder: Path, seed: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.campaigns", seed, "files", "rekey", "--plan", "PLAN", "--resume", *OPTIONS]
    path = f"{ROOT / 'src'}:{ROOT}"
    return subprocess.Popen(command, cwd=folder, env={"PYTHONPATH": path}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def kill_often(program: Program, kills: int, seed: int) -> None:
    chance, killed, campaign = random.Random(seed), 0, 0
    while killed < kills:
        folder = program.folder / str(campaign)
        campaign += 1
        folder.mkdir()
        names = store(folder, COUNT)
        plain = [hashlib.sha256(esdkit.decrypt(source=(folder / name).read_bytes(), keyring=OLD)[0]).digest() for name in names]
        scanned = subprocess.run(
            [sys.executable, "-m", "esdkit", "scan", "in", "--plan", "PLAN", "--jobs", "1"],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            check=False,
        )
        assert scanned.returncode == 0, scanned.stderr
        for _ in range(3):  # two workers at once, which may be killed
            codes = []
            for process in [worker(folder, str(chance.random())), worker(folder, str(chance.random()))]:
                _, said = process.communicate()
                codes.append(process.returncode)
                assert process.returncode in (0, -signal.SIGKILL), said
            killed += codes.count(-signal.SIGKILL)
        last = worker(folder, "lives")
        assert last.communicate()[1] == b""
        assert last.returncode == 0
        assert [hashlib.sha256(plaintext).digest() for plaintext, _ in opened(folder, names)] == plain
        assert [context for _, context in opened(folder, names)] == [{"tenant": f"value-{number}"} for number in range(COUNT)]
        assert sorted(path.name for path in (folder / "in").iterdir()) == [Path(name).name for name in names]
        done = records(folder / "PLAN.state", "done")
        ids = {esdkit.parse((folder / name).read_bytes()).header.message_id.hex() for name in names}
        assert {each["message_id"] for each in done} == ids
        assert sorted((folder / "puts").read_text(encoding="ascii").split()) == [Path(name).name for name in names]  # each once
        assert [each["outcome"] for each in done] == ["moved"] * COUNT
        assert not list((folder / "PLAN.state").rglob("*.claim"))


@pytest.mark.slow
@pytest.mark.req("SCN-PLN-003", "SCN-PLN-004")
def test_killed_workers_lose_nothing(program: Program) -> None:
    kill_often(program, 10, seed=15)


@pytest.mark.fuzz
@pytest.mark.req("SCN-PLN-004")
def test_workers_killed_very_often_lose_nothing(program: Program) -> None:
    kill_often(program, 50, seed=51)
