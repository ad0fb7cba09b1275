"""The programs that run ``scan_batch``: functions of the how-to page, the same messages for each of them, and a digest of the rows.

Spark and Ray start processes of their own, so each of them runs in a process that can be ended: ``python tests/unit/scan/engines.py ray
COUNT FOLDER`` prints how many rows there are, and their digest. It listens on loopback only and writes only to that folder.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet

from tests.pages import ROOT, blocks, lines_of, run_block
from tests.samples import native_ciphertext

__all__ = ["batches", "digest", "functions_of", "run_apart"]

PAGE = "docs/howto/scan-elsewhere.md"
_BATCH = 10_000
_ROWS_OF_FILE = 100_000
_PATIENCE = 10  # seconds, for what ends by itself
_SAMPLES = [
    native_ciphertext(f"mpl-{name}")
    for name in ("0478-aes-192-empty-f256-p257", "0578-multi-ascii-f256-p300", "0478-data-key-ascii-f128-p200")
]
_ID = slice(3, 35)  # the message id of version 2


# ---------------------------------------------------------------- messages and rows
def value(number: int) -> bytes | None:
    """What is in a row: a message with an id of its own, as bytes or base64, and sometimes nothing, or something else."""
    if number % 89 == 0:
        return None
    data = bytearray(_SAMPLES[number % len(_SAMPLES)])
    data[_ID] = sha256(number.to_bytes(8)).digest()
    if number % 97 == 0:
        return bytes(data[: number % len(data)])
    return base64.b64encode(data) if number % 5 == 0 else bytes(data)


def batches(count: int, first: int = 0) -> Iterator[pa.RecordBatch]:
    for start in range(first, count, _BATCH):
        numbers = range(start, min(start + _BATCH, count))
        yield pa.RecordBatch.from_pydict({"id": numbers, "message": pa.array(map(value, numbers), pa.binary())})


def digest(results: Iterable[pa.RecordBatch]) -> tuple[int, str]:
    """How many rows there are, and what they are, in any order."""
    count, total = 0, 0
    for batch in results:
        for row in batch.to_pylist():
            count += 1
            total += int.from_bytes(sha256(json.dumps(row).encode()).digest())
    return count, f"{total % (1 << 256):064x}"


def functions_of(*sections: str) -> dict[str, Any]:
    """The names that sections of the page define; its examples are compared."""
    names: dict[str, Any] = {"__name__": PAGE}
    headings = {number: line.removeprefix("## ") for number, line in enumerate(lines_of(PAGE)) if line.startswith("## ")}
    for block in blocks(PAGE, "python", "pycon"):
        if headings[max(number for number in headings if number < block.start)] in sections:
            run_block(block, PAGE, names)
    return names


# ---------------------------------------------------------------- processes of their own
def run_apart(program: str, count: int, patience: float) -> tuple[int, str]:
    """The digest of the rows that a program gives in a process of its own. When this returns, nothing is left of it: no process, no file.

    Args:
        program: ``spark`` or ``ray``.
        count: how many messages.
        patience: seconds until it is killed.
    """
    with TemporaryDirectory(prefix="esdkit-") as name:  # Ray's sockets need a short path
        folder = Path(name).resolve()
        (folder / "vectors").symlink_to(ROOT / "vectors")  # which the page reads
        paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        environment = {**os.environ, "PYTHONPATH": paths, "HOME": name, "TMPDIR": name, **_quiet(folder)}
        with (folder / "log").open("w+b") as log:
            command = [sys.executable, __file__, program, str(count), name]
            process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
            try:
                printed, _ = process.communicate(timeout=patience)
                ended = not _running_in(folder, _PATIENCE)
            finally:
                _kill(folder)
                process.wait(_PATIENCE)
            assert process.returncode == 0, (folder / "log").read_text(errors="replace")[-5000:]
        assert ended, "processes of it went on after its end"
        number, rows = printed.split()[-2:]
        return int(number), rows.decode()


def _kill(folder: Path) -> None:
    """End what runs in a folder, and what that starts meanwhile."""
    until = time.monotonic() + _PATIENCE
    while (left := _running_in(folder, 0)) and time.monotonic() < until:
        for pid in left:
            with suppress(ProcessLookupError):  # it ended by itself
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)


def _quiet(folder: Path) -> dict[str, str]:
    """What Spark and Ray are told by the environment: where files go, and to ask no other machine."""
    return {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(folder),
        "JDK_JAVA_OPTIONS": f"-XX:-UsePerfData -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir={folder}",
        "RAY_USAGE_STATS_ENABLED": "0",
    }


def _running_in(folder: Path, patience: float) -> list[int]:
    """The processes that run in a folder, after up to ``patience`` seconds in which they may end."""
    until = time.monotonic() + patience
    while (found := [pid for pid in _processes() if _runs_in(pid, folder)]) and time.monotonic() < until:
        time.sleep(0.05)
    return found


def _processes() -> Iterator[int]:
    return (int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit())


def _runs_in(pid: int, folder: Path) -> bool:
    try:
        return Path(f"/proc/{pid}/cwd").readlink().is_relative_to(folder)
    except OSError:  # it ended, or is not ours
        return False


def spark_rows(folder: Path) -> None:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    try:
        messages = session.read.parquet(str(folder / "messages"))
        functions_of("A stream of batches", "Spark")["scan_spark"](messages).write.parquet(str(folder / "rows"))
    finally:
        session.stop()


def ray_rows(folder: Path) -> None:
    import ray

    where: dict[str, Any] = {"_node_ip_address": "127.0.0.1", "_temp_dir": str(folder), "_plasma_directory": str(folder)}
    ray.init("local", num_cpus=2, include_dashboard=False, object_store_memory=200 << 20, log_to_driver=False, **where)
    try:
        messages = ray.data.read_parquet(str(folder / "messages"))
        functions_of("A stream of batches", "Ray")["scan_ray"](messages).write_parquet(str(folder / "rows"))
    finally:
        ray.shutdown()


_PROGRAMS: dict[str, Callable[[Path], None]] = {"spark": spark_rows, "ray": ray_rows}


def main(program: str, count: int, folder: Path) -> None:
    (folder / "messages").mkdir()
    for start in range(0, count, _ROWS_OF_FILE):
        with pa.parquet.ParquetWriter(folder / "messages" / f"{start}.parquet", next(batches(1)).schema) as writer:
            for batch in batches(min(start + _ROWS_OF_FILE, count), start):
                writer.write_batch(batch)
    _PROGRAMS[program](folder)
    print(*digest(pa.dataset.dataset(folder / "rows", format="parquet").to_batches()))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
