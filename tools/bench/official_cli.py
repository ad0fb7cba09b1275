"""Measures ``esdkit encrypt`` and ``decrypt`` of one large file against the official program: ``python -m tools.bench.official_cli``.

The official program gets its own virtual environment in a temporary folder, with the plugin of ``tools/drivers/cli_plugin``, because it
needs an older SDK than the peers of the tests. Both read and write regular files, with the default suite and frame length; each reads what
the other wrote. The figure is the time of a process from start to end; its peak memory is the system's figure. Needs a package index and
space for four times the file.
"""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tools.bench.rounds import UNSTEADY, Contestant, Ratio, steady_rounds

__all__ = ["Programs", "main"]

_PLUGIN = Path(__file__).parents[1] / "drivers" / "cli_plugin"
_PIECE = 1 << 20
_NAMESPACE, _NAME = "bench", "k"
OWN, OFFICIAL, LIMIT = "esdkit", "aws-encryption-cli", "limit"


class Programs:
    """The two programs with one key, and the most memory that each has used, in MiB by program and direction."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.peaks: dict[str, float] = {}
        self._key = folder / "key"
        self._key.write_bytes(os.urandom(32))
        environment = folder / "venv"
        venv.create(environment, with_pip=True)
        self._official = environment / "bin" / OFFICIAL
        subprocess.run([environment / "bin" / "python", "-m", "pip", "install", "--quiet", str(_PLUGIN)], check=True)

    def run(self, program: str, direction: str, source: Path, out: Path) -> float:
        """Seconds that a program takes for a file."""
        command = self._own_command(direction) if program == OWN else self._official_command(direction)
        started = time.perf_counter()
        process = subprocess.Popen([*command, *self._files(program, source, out)], env={**os.environ, "PYTHONWARNINGS": "ignore"})
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{program} {direction} failed with {process.returncode}")
        unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
        name = f"{program}, {direction}"
        self.peaks[name] = max(self.peaks.get(name, 0), used.ru_maxrss * unit / (1 << 20))
        return seconds

    def _own_command(self, direction: str) -> list[str]:
        return [sys.executable, "-m", "esdkit", direction, "--aes", f"namespace={_NAMESPACE},name={_NAME},key=@{self._key}"]

    def _official_command(self, direction: str) -> list[str]:
        keys = ["provider=raw-aes", f"key={_NAME}", f"namespace={_NAMESPACE}", f"file={self._key}"]
        return [str(self._official), f"--{direction}", "--suppress-metadata", "--wrapping-keys", *keys]

    def _files(self, program: str, source: Path, out: Path) -> list[str]:
        return [str(source), "--output", str(out)] if program == OWN else ["--input", str(source), "--output", str(out)]


def _sha384(path: Path) -> Callable[[], object]:
    def run() -> bytes:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha384").digest()

    return run


def _contestants(programs: Programs, direction: str, sources: Mapping[str, Path]) -> dict[str, Contestant]:
    out = programs.folder / "out"
    contestants = {
        name: Contestant(lambda name=name, source=source: programs.run(name, direction, source, out), timed=True)  # type: ignore[misc]
        for name, source in sources.items()
    }
    return {**contestants, LIMIT: Contestant(_sha384(sources[OWN]))}


def _make_files(programs: Programs, mebibytes: int) -> tuple[Path, dict[str, Path]]:
    """A plaintext, and for each program the message that the *other* one made of it."""
    plain = programs.folder / "plain"
    with plain.open("wb") as file:
        for _ in range(mebibytes):
            file.write(os.urandom(_PIECE))
        file.write(b"and")  # the older SDK rejects a full final frame
    messages = {OWN: programs.folder / "message-official", OFFICIAL: programs.folder / "message-own"}
    programs.run(OFFICIAL, "encrypt", plain, messages[OWN])
    programs.run(OWN, "encrypt", plain, messages[OFFICIAL])
    back = programs.folder / "out"
    for program, message in messages.items():
        programs.run(program, "decrypt", message, back)
        if not filecmp.cmp(plain, back, shallow=False):
            raise RuntimeError(f"{program} read something else than was written")
    return plain, messages


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; the exit code says whether the machine was steady enough."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.official_cli", description="esdkit beside the official program.")
    parser.add_argument("--size", type=int, default=1024, help="MiB of the file")
    parser.add_argument("--folder", type=Path, help="where the files are made for the while")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--attempts", type=int, default=3, help="on a busy machine")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        programs = Programs(Path(folder))
        plain, messages = _make_files(programs, options.size)
        for direction, sources in (("encrypt", dict.fromkeys(messages, plain)), ("decrypt", messages)):
            seconds = steady_rounds(_contestants(programs, direction, sources), LIMIT, options.rounds, options.attempts)
            if seconds is None:
                print(f"{direction}: refused, the hash alone varied by more than {UNSTEADY} in each attempt", file=sys.stderr)
                return 1
            ratio, to_limit = Ratio.of(seconds[OFFICIAL], seconds[OWN]), Ratio.of(seconds[LIMIT], seconds[OWN])
            print(f"{direction} {options.size} MiB: {min(seconds[OWN]):.2f} s, {OFFICIAL} {min(seconds[OFFICIAL]):.2f} s:", end=" ")
            print(f"{ratio.median:.2f} x, at least {ratio.minimum:.2f};", end=" ")
            print(f"SHA-384 alone {to_limit.median:.2f} x, at least {to_limit.minimum:.2f}", flush=True)
        for name, mebibytes in programs.peaks.items():
            print(f"peak memory, {name}: {mebibytes:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
