"""Servers that speak the API of AWS, as processes on loopback. None is right in everything; what each gets wrong:

    what                        moto                                 ministack                                 LocalEmu
    encryption context          bound, but {ab: c} opens {a: bc}     the same                                  the same
    integrity of blobs          yes                                  none: a changed blob opens as garbage     yes
    Decrypt, another KeyId      AccessDenied (AWS: IncorrectKey)     garbage                                   as AWS
    GenerateDataKey             any length                           any length                                32 bytes always
    multi-Region keys           broken                               yes, replicas too                         yes
    disabled, pending deletion  not enforced                         enforced                                  enforced
    RSA                         no                                   yes                                       SHA-256
    ReEncrypt                   yes                                  no                                        yes
    DeriveSharedSecret          no                                   no                                        yes

Tests assert what AWS documents, on the server that does it. No blob has AWS's layout: none is looked into.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CREDENTIALS", "Server", "localemu", "localemu_python", "ministack", "moto"]

CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_SESSION_TOKEN": "testing",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
}
_PATIENCE = 60  # seconds for a server to answer


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    url: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """End it at once, as a region that fails does."""
        self.process.kill()
        self.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def moto(extra: Mapping[str, str] | None = None) -> Iterator[Server]:
    """moto's server: symmetric keys, aliases, ReEncrypt, DynamoDB."""
    port = _free_port()
    with _running([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], port, "/moto-api/", extra or {}) as server:
        yield server


@contextmanager
def ministack() -> Iterator[Server]:
    """ministack: multi-Region keys, disabled keys, RSA."""
    port = _free_port()
    bind = {"BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port), "SERVICES": "kms,dynamodb", "IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0"}
    with _running([sys.executable, "-m", "ministack"], port, "/", bind) as server:
        yield server


def localemu_python() -> str | None:
    """The interpreter that LocalEmu is installed for: it needs Python 3.13, so it has an environment of its own (``make localemu``)."""
    made = Path(__file__).parents[2] / ".venv-localemu" / "bin" / "python"
    return os.environ.get("ESDKIT_LOCALEMU") or (str(made) if made.exists() else None)


@contextmanager
def localemu(python: str) -> Iterator[Server]:
    """LocalEmu: key agreement, integrity of blobs."""
    port = _free_port()
    settings = {"GATEWAY_SERVER": "hypercorn", "GATEWAY_LISTEN": f"127.0.0.1:{port}", "SERVICES": "kms"}
    with _running([python, "-m", "localemu.runtime.main"], port, "/", settings) as server:
        yield server


@contextmanager
def _running(command: list[str], port: int, path: str, extra: Mapping[str, str]) -> Iterator[Server]:
    environment = {**os.environ, **CREDENTIALS, **extra}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        server = Server(f"http://127.0.0.1:{port}", process)
        _await(server, path)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(server: Server, path: str) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(server.url + path, timeout=5):
                return
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            if server.process.poll() is not None:
                raise RuntimeError(f"the server ended with {server.process.returncode} before it answered") from None
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
