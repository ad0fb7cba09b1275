"""Runs the program in an empty folder, and writes down what it did: inside the test's process, or in one of its own, for its memory."""

from __future__ import annotations

import base64
import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from esdkit.cli.main import main
from tests.samples import native_ciphertext, native_keys

__all__ = ["MULTI", "NAMESPACE", "UNSIGNED", "Program", "Ran", "on_terminal", "peak"]

MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")
UNSIGNED = native_ciphertext("mpl-0478-aes-192-empty-f256-p257")
NAMESPACE = "namespace=esdkit-vectors"


@dataclass(frozen=True)
class Ran:
    """A finished run."""

    command: tuple[str, ...]
    code: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        return self.stdout.decode()

    @property
    def transcript(self) -> str:
        """What a reader of the terminal would have seen, stderr behind stdout."""
        command = " ".join(f"'{word}'" if " " in word else word for word in ("esdkit", *self.command))
        return f"$ {command}\n{self.text}--- stderr\n{self.stderr}--- exit code {self.code}\n"


class Program:
    """The program in a folder of its own, with the native keys as files beside it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capture = capture

    def __call__(self, *command: str, stdin: bytes = b"") -> Ran:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(list(command))
        captured = self._capture.readouterr()
        return Ran(command, code, captured.out, captured.err.decode())

    def write(self, name: str, data: bytes) -> str:
        """Make a file; gives its name."""
        (self.folder / name).write_bytes(data)
        return name

    def native(self, name: str) -> str:
        """Copy a native message; gives the file's name."""
        return self.write(f"{name}.bin", native_ciphertext(name))

    def key(self, name: str, encode: Callable[[bytes], bytes] = base64.encodebytes) -> str:
        """Write a native symmetric key; gives the file's name."""
        return self.write(f"{name}.key", encode(base64.b64decode(native_keys()[name]["material"])))

    def pem(self, name: str) -> str:
        """Write a native PEM; gives the file's name."""
        return self.write(f"{name}.pem", native_keys()[name]["material"].encode())

    def aes(self, name: str = "aes-256", key: str | None = None) -> tuple[str, str]:
        """The option for a native AES key."""
        return ("--aes", f"{NAMESPACE},name={name},key=@{self.key(key or name)}")


def on_terminal(*command: str, **environment: str) -> tuple[int, bytes]:
    """Exit code, and what the program writes, both streams, when they are a terminal."""
    ours, its = pty.openpty()
    arguments = [sys.executable, "-m", "esdkit", *command]
    environment = {**os.environ, **environment}
    with subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        output = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that the other side is closed
                part = b""
            if not part:
                break
            output += part
    os.close(ours)
    return process.returncode, output


_SCRIPT = """
import os, re, resource, sys
from pathlib import Path
from esdkit.cli.main import main

answer = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
code = main(sys.argv[1:])
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]  # ru_maxrss would count the process that started this one
forked = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # of the one with most
os.write(answer, f"{code} {max(int(peak), forked) << 10}".encode())
"""


def peak(folder: Path, *command: str) -> tuple[int, int]:
    """Exit code of a run, and the most memory that one of its processes has used."""
    environment = {**os.environ, "KEY": bytes(range(32)).hex()}
    ran = subprocess.run([sys.executable, "-c", _SCRIPT, *command], cwd=folder, env=environment, stdout=subprocess.PIPE, check=True)
    code, most = map(int, ran.stdout.split())
    return code, most
