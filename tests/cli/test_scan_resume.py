"""A scan that is killed at any moment and started again ends with the rows of an uninterrupted one: of files, of parts of large files, of
objects in a store."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import boto3
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from esdkit.scan.sources.files import ends_partition
from tests.kms import servers
from tests.samples import native_ciphertext
from tests.scanning import MESSAGES, csv_of, database, zip_of

_MESSAGE = native_ciphertext("mpl-0478-aes-192-empty-f256-p257")
_ROW = base64.b64encode(_MESSAGE)


def digest(folder: Path) -> str:
    """Of all that a scan leaves, names and bytes."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(str(path.relative_to(folder)).encode() + (path.read_bytes() if path.is_file() else b""))
    return found.hexdigest()


class Scan:
    """A scan of sources in a folder, which can be killed."""

    def __init__(self, cwd: Path, *sources: str, environment: Mapping[str, str] | None = None) -> None:
        self._cwd, self._sources, self._environment = cwd, sources, {**os.environ, **(environment or {})}

    def run(self, folder: str, after: float | None = None) -> bool:
        """Run it, or kill it after so many seconds; whether it came to its end."""
        command = [sys.executable, "-m", "esdkit", "scan", *self._sources, "-o", folder, "--jobs", "2"]
        with subprocess.Popen(command, cwd=self._cwd, env=self._environment, stdout=subprocess.DEVNULL) as process:
            try:
                return process.wait(after) == 0
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
                return False

    def kill_often(self, kills: int, seed: int, rows: int, objects: int) -> None:
        """Kill it at random moments, each time until it comes to its end, and compare."""
        begun = time.monotonic()
        assert self.run("whole")
        longest, chance = time.monotonic() - begun, random.Random(seed)
        wanted, killed, folder = digest(self._cwd / "whole"), 0, 0
        while killed < kills:
            if self.run(f"killed-{folder}", chance.uniform(0.2, 0.9) * longest):
                assert digest(self._cwd / f"killed-{folder}") == wanted
                folder += 1
            else:
                killed += 1
        assert self.run(f"killed-{folder}")
        assert digest(self._cwd / f"killed-{folder}") == wanted
        parts = (self._cwd / "whole" / "parts").iterdir()
        assert sum(len(path.read_bytes().splitlines()) for path in parts) == rows
        assert len((self._cwd / "whole" / "objects.jsonl").read_bytes().splitlines()) == objects


# ---------------------------------------------------------------- files
def make_sources(folder: Path, large: int) -> None:
    """Some large files, which are a partition each, and many small ones, which share some."""
    folder.mkdir()
    for number in range(large):
        rows = b"".join(b"%d,%s\n" % (row, _ROW) for row in range(2300 + number))
        (folder / f"large-{number}.csv").write_bytes(b"id,payload\n" + rows)
    for number in range(300):
        (folder / f"small-{number:03}.csv").write_bytes(b"id,payload\n%d,%s\n" % (number, _ROW))


def kill_scan_of_files(tmp_path: Path, large: int, kills: int, seed: int) -> None:
    make_sources(tmp_path / "sources", large)
    scan = Scan(tmp_path, "sources", "--column", "payload")
    scan.kill_often(kills, seed, sum(range(2300, 2300 + large)) + 300, large + 300)


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002", "SCN-SRC-006")
def test_killed_scan_goes_on(tmp_path: Path) -> None:
    kill_scan_of_files(tmp_path, 6, 10, seed=15)


@pytest.mark.fuzz
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002")
def test_scan_killed_very_often_goes_on(tmp_path: Path) -> None:
    """Of 100,000 rows."""
    kill_scan_of_files(tmp_path, 43, 50, seed=51)


# ---------------------------------------------------------------- inside a file
def kill_scan_of_containers(tmp_path: Path, size: int, kills: int, seed: int) -> None:
    """A zip and a Parquet file that are divided, a database and a compressed file that are not."""
    chance = random.Random(seed)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.bin", b"".join(_MESSAGE + chance.randbytes(4000) for _ in range(size)))
            archive.writestr(f"{number}.b64", _ROW + b"\n" + chance.randbytes(12 << 20))
    database(tmp_path / "a.db", [_MESSAGE] * size)
    payload = [_MESSAGE + chance.randbytes(16_000) for _ in range(3000)]
    pq.write_table(pa.table({"payload": payload}), tmp_path / "a.parquet", row_group_size=500, compression="none")
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"".join(b"%d,%s\n" % (row, _ROW) for row in range(size))))
    scan = Scan(tmp_path, "a.zip", "a.db", "a.parquet", "a.csv.gz")
    scan.kill_often(kills, seed, 5 * (size + 1) + size + len(payload) + size, 4)
    parts = {path.name for path in (tmp_path / "whole" / "parts").iterdir()}
    assert len(parts) > 6  # of the divided ones, two or more each


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002", "SCN-SRC-009")
def test_scan_killed_inside_a_file_goes_on(tmp_path: Path) -> None:
    kill_scan_of_containers(tmp_path, 500, 3, seed=15)


@pytest.mark.fuzz
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002", "SCN-SRC-009")
def test_scan_killed_very_often_inside_a_file_goes_on(tmp_path: Path) -> None:
    kill_scan_of_containers(tmp_path, 2000, 50, seed=51)


# ---------------------------------------------------------------- a store
def keys(url: str, count: int) -> list[str]:
    """Names of objects, of which one in 40 ends a partition."""
    found = []
    for number in range(count):
        names = (f"{number:05}-{more}" for more in range(100_000))
        found.append(next(name for name in names if ends_partition(f"{url}/{name}", 0) == (number % 40 == 39)))
    return found


def kill_scan_of_objects(tmp_path: Path, count: int, kills: int, seed: int) -> None:
    pq.write_table(pa.table({"payload": MESSAGES}), tmp_path / "a.parquet")
    others = {
        "lines.csv.gz": gzip.compress(csv_of([[str(row), _ROW.decode()] for row in range(100)])),
        "a.zip": zip_of({f"{row}.bin": message for row, message in enumerate(MESSAGES)}),
        "a.parquet": (tmp_path / "a.parquet").read_bytes(),
        "empty": b"",
    }
    with servers.moto() as server:
        environment = {**servers.CREDENTIALS, "AWS_ENDPOINT_URL": server.url}
        place = {"endpoint_url": server.url, "region_name": "us-east-1", "aws_access_key_id": "testing", "aws_secret_access_key": "testing"}
        client = boto3.client("s3", **place)  # type: ignore[call-overload]  # no stubs of S3
        client.create_bucket(Bucket="orders")
        for key in keys("s3://orders", count):
            client.put_object(Bucket="orders", Key=key, Body=_MESSAGE + bytes(10_000))
        for key, data in others.items():
            client.put_object(Bucket="orders", Key=key, Body=data)
        scan = Scan(tmp_path, "s3://orders", environment=environment)
        scan.kill_often(kills, seed, count + 100 + 2 * len(MESSAGES), count + len(others))


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002", "SCN-SRC-011")
def test_killed_scan_of_a_store_goes_on(tmp_path: Path) -> None:
    kill_scan_of_objects(tmp_path, 400, 6, seed=15)


@pytest.mark.fuzz
@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002", "SCN-SRC-011")
def test_scan_of_a_store_killed_very_often_goes_on(tmp_path: Path) -> None:
    kill_scan_of_objects(tmp_path, 2000, 50, seed=51)
