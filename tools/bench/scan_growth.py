"""Measures what a scan of more rows costs: ``python -m tools.bench.scan_growth 10000 100000 1000000``.

JSON lines of one small message (two data keys, one of AWS KMS) with a message id of its own in each are made while they are read, and given
to ``esdkit scan - --field payload --jobs 1 -o DIR`` through stdin. For each number of rows: the processor time of the process, the peak of
its memory, and the time of each row beyond those of the number before, so that starting does not count. Ratios are to the first number.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

__all__ = ["Run", "json_lines", "main", "ratios"]

RESULTS = Path(__file__).parent / "results" / "scan_growth.json"
MESSAGE = Path(__file__).parents[2] / "vectors" / "native" / "ciphertexts" / "accept-behind-kms.bin"
_ID = slice(3, 35)
_AT_ONCE = 1000
_UNIT = 1 if sys.platform == "darwin" else 1024  # of the peak: bytes there, KiB elsewhere

Run = tuple[int, float, float]
"""Rows, seconds of processor time, MiB."""


def json_lines(count: int) -> Iterator[bytes]:
    """The lines, some at once."""
    data = bytearray(MESSAGE.read_bytes())
    for start in range(0, count, _AT_ONCE):
        lines = []
        for number in range(start, min(start + _AT_ONCE, count)):
            data[_ID] = sha256(number.to_bytes(8)).digest()
            lines.append(b'{"id":%d,"payload":"%s"}\n' % (number, base64.b64encode(data)))
        yield b"".join(lines)


def measured(count: int) -> Run:
    """Scan ``count`` rows in a process of its own."""
    with TemporaryDirectory(prefix="esdkit-bench-") as folder:
        command = [sys.executable, "-m", "esdkit", "scan", "-", "--field", "payload", "--jobs", "1", "-o", f"{folder}/out", "--json"]
        with open(f"{folder}/said", "wb") as said:  # noqa: PTH123  # it is given to a process
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said)
            assert process.stdin is not None
            for lines in json_lines(count):
                process.stdin.write(lines)
            process.stdin.close()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, process.returncode
        assert json.loads(Path(folder, "said").read_bytes())["messages"] == count
    return count, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT / (1 << 20)


def ratios(runs: Sequence[Run]) -> dict[str, Any]:
    """What the runs say."""
    more = [(seconds - before[1]) / (count - before[0]) for before, (count, seconds, _) in pairwise(runs)]
    return {
        "runs": [{"rows": rows, "seconds": round(seconds, 1), "mebibytes": round(peak, 1)} for rows, seconds, peak in runs],
        "rows_per_second": [round(1 / each) for each in more],
        "time_of_a_row": [round(each / more[0], 2) for each in more],
        "memory": [round(peak / runs[0][2], 2) for _, _, peak in runs],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int, nargs="+")
    parser.add_argument("--write", action="store_true", help="keep the result")
    options = parser.parse_args(arguments)
    figures = {
        "schema": 1,
        "bench": "scan_growth",
        "python": platform.python_version(),
        **ratios([measured(each) for each in options.rows]),
    }
    text = json.dumps(figures, indent=1)
    print(text)
    if options.write:
        RESULTS.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
