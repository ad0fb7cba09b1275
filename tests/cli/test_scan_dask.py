"""``esdkit scan`` on dask.distributed: the files of a local scan, also when a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from esdkit.errors import UsageError
from esdkit.scan import cluster
from esdkit.scan.model import Partition
from tests.cli.running import Program
from tests.cli.test_scan_resume import digest, make_sources
from tests.clusters import LEFTOVERS, two_workers

if TYPE_CHECKING:
    from distributed import Client

pytestmark = [pytest.mark.slow, LEFTOVERS]


@pytest.fixture
def workers() -> Iterator[tuple[str, Client]]:
    """Two worker processes: the address of their scheduler, and a client."""
    with two_workers() as both:
        yield both


def scanning(folder: Path, output: str, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "esdkit", "scan", str(folder / "sources"), "--column", "payload", "-o", str(folder / output)]
    return subprocess.Popen([*command, *options], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def finished(process: subprocess.Popen[str]) -> str:
    """What a scan said, which came to its end."""
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return said


def wait_for_records(process: subprocess.Popen[str], folder: Path, count: int) -> None:
    for _ in range(3000):
        assert process.poll() is None, process.communicate()
        if len(list(folder.glob("done/*.json"))) >= count:
            return
        time.sleep(0.02)
    pytest.fail("nothing was done")


@pytest.mark.req("SCN-ENG-001", "SCN-ENG-002", "SCN-RUN-002")
def test_killed_worker_makes_no_difference(tmp_path: Path, workers: tuple[str, Client]) -> None:
    make_sources(tmp_path / "sources", 6)
    assert finished(scanning(tmp_path, "local", "--jobs", "2")) == ""
    total = len(list((tmp_path / "local" / "done").iterdir()))
    address, client = workers
    pids = client.run(os.getpid)
    with scanning(tmp_path, "killed", "--scheduler", address) as process:
        wait_for_records(process, tmp_path / "killed", 1)
        busy = next((worker for worker, tasks in client.processing().items() if tasks), next(iter(pids)))
        os.kill(pids[busy], signal.SIGKILL)
        assert len(list((tmp_path / "killed" / "done").iterdir())) < total
        assert finished(process) == ""
    assert digest(tmp_path / "killed") == digest(tmp_path / "local")
    assert pids[busy] not in client.run(os.getpid).values()


@pytest.mark.req("SCN-ENG-001")
def test_port_of_dashboards_may_be_taken(tmp_path: Path) -> None:
    make_sources(tmp_path / "sources", 1)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):  # by another program
            taken.bind(("127.0.0.1", 8787))
            taken.listen()
        assert finished(scanning(tmp_path, "rows", "--engine", "dask", "--jobs", "1")) == ""


@pytest.mark.req("SCN-ENG-001")
def test_scan_goes_on_with_another_engine(tmp_path: Path) -> None:
    make_sources(tmp_path / "sources", 6)
    assert finished(scanning(tmp_path, "local", "--jobs", "1")) == ""
    with scanning(tmp_path, "mixed", "--engine", "dask", "--jobs", "2") as process:
        wait_for_records(process, tmp_path / "mixed", 2)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "run the same command again to go on" in " ".join(said.split())
    assert finished(scanning(tmp_path, "mixed")) == ""
    assert digest(tmp_path / "mixed") == digest(tmp_path / "local")


def _die(piece: Partition, on_bytes: Any) -> None:
    """Work that kills whoever does it, for some pieces."""
    if piece.id == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if piece.id == "full":
        raise OSError(28, "No space left on device", "part")


@pytest.mark.req("SCN-ENG-002", kind="negative")
def test_piece_that_kills_workers_is_lost_and_a_full_disk_ends_it(tmp_path: Path, workers: tuple[str, Client]) -> None:
    (tmp_path / "manifest.json").touch()
    heard: list[int] = []

    def run(*names: str) -> list[str]:
        pieces = (Partition(name, name, "files", {}, "", 1) for name in names)
        return [lost.piece.id for lost in cluster.on_cluster(workers[0], 1, tmp_path, pieces, _die, heard.append)]

    assert run("a", "deadly", *"bcdefgh") == ["deadly"]
    assert len(heard) == 9
    with pytest.raises(OSError, match="No space left"):
        run("a", "full")
    with pytest.raises(UsageError, match=r"does not see .*none, which all workers must share"):
        list(cluster.on_cluster(workers[0], 1, tmp_path / "none", iter([]), _die, heard.append))


def test_workers_of_another_version_are_refused(tmp_path: Path, workers: tuple[str, Client], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "manifest.json").touch()
    monkeypatch.setattr(cluster, "__version__", "99.1")
    with pytest.raises(UsageError, match=r"has esdkit .*, this is 99\.1"):
        list(cluster.on_cluster(workers[0], 1, tmp_path, iter([]), _die, lambda size: None))


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("in", "-o", "{}/out"), "paths must be absolute, for workers run in other directories: in"),
        (("{}/in", "-o", "out"), "-o must be the absolute path"),
        (("{}/in",), "-o must be the absolute path"),
        (("-", "-o", "{}/out"), "- for stdin are not possible"),
        (("{}/in", "-o", "{}/out", "--baseline", "{}/old"), "--baseline and -"),
        (("{}/in", "-o", "{}/out", "--engine", "processes"), "--scheduler is for --engine dask"),
        (("sqlite:///app.db", "--table", "t", "-o", "{}/out"), "paths must be absolute"),
        (("{}/in", "-o", "{}/out"), "no scheduler of dask.distributed answers at tcp://127.0.0.1:9"),
    ],
)
def test_what_workers_cannot_do_is_refused(program: Program, options: tuple[str, ...], says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    (program.folder / "in").mkdir()
    program.write("in/a", b"")
    program.write("in/b", b"")
    ran = program("scan", "--scheduler", "tcp://127.0.0.1:9", *(each.format(program.folder) for each in options))
    assert (ran.code, says in " ".join(ran.stderr.split())) == (2, True), ran.stderr
