"""How much a process grows while it streams: ``python -m tools.bench.growth encrypt 0578 256 | python -m tools.bench.growth decrypt``.

The first process generates a plaintext and writes the message to stdout, the second reads it from stdin; each prints on stderr by how many
MiB it grew. A small message goes through first in both directions, so that everything is imported. The figure is the peak of resident
memory, as the system reports it for this process if it does: ``getrusage`` includes the peak of the process that started this one.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
from pathlib import Path
from typing import IO

import esdkit
from esdkit.keyrings import RawAesKeyring

__all__ = ["growth", "main"]

_KEYRING = RawAesKeyring("bench", "k", bytes(32))
_PIECE = 1 << 20
_WARM_UP = 1024
_STATUS = Path("/proc/self/status")


class _Zeros:
    """A source of zeros."""

    def __init__(self, left: int) -> None:
        self._left = left

    def read(self, size: int = -1, /) -> bytes:
        taken = min(size if size >= 0 else _PIECE, self._left)
        self._left -= taken
        return bytes(taken)


def growth(suite: str, mebibytes: int) -> dict[str, float]:
    """MiB by which a new process grew, by direction."""
    command = [sys.executable, "-m", __name__]
    writing = [*command, "encrypt", suite, str(mebibytes)]
    with subprocess.Popen(writing, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as encrypt:
        decrypt = subprocess.run([*command, "decrypt"], stdin=encrypt.stdout, capture_output=True, check=True)
        assert encrypt.stderr is not None
        return {"encrypt": float(encrypt.stderr.read()), "decrypt": float(decrypt.stderr)}


def _peak() -> float:
    if _STATUS.exists():
        peak = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / (1 << 20)


def _encrypt(suite: str, length: int, out: IO[bytes]) -> None:
    with esdkit.Client().stream("encrypt", source=_Zeros(length), keyring=_KEYRING, algorithm=suite) as stream:
        for chunk in stream:
            out.write(chunk)


def _decrypt(source: IO[bytes]) -> None:
    with esdkit.Client().stream("decrypt", source=source, keyring=_KEYRING) as stream:
        for _ in stream:
            pass


def main() -> None:
    """Streams, and says how much this process grew."""
    warm = io.BytesIO()
    _encrypt("0578", _WARM_UP, warm)
    _decrypt(io.BytesIO(warm.getvalue()))
    before = _peak()
    if sys.argv[1] == "encrypt":
        _encrypt(sys.argv[2], int(sys.argv[3]) << 20, sys.stdout.buffer)
    else:
        _decrypt(sys.stdin.buffer)
    print(_peak() - before, file=sys.stderr)


if __name__ == "__main__":
    main()
