"""esdkit as a server in a process of its own, and a small client of AWS's contract that shares nothing with it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import cbor2

__all__ = ["HEADERS", "OPERATION", "Contract", "Served", "ServerError", "exchange", "served"]

OPERATION = "/service/ESDKTestServer/operation/"
HEADERS = {"smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor"}


class ServerError(Exception):
    """An error of the contract: its name, without namespace, the status and the message."""

    def __init__(self, kind: str, status: int, message: str) -> None:
        super().__init__(f"{status} {kind}: {message}")
        self.kind, self.status, self.message = kind, status, message


class Contract:
    """A client of the contract, over one connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def call(self, operation: str, **members: Any) -> Any:
        """The answer of an operation."""
        self._connection.request("POST", OPERATION + operation, cbor2.dumps(members), HEADERS)
        answer = self._connection.getresponse()
        body = cbor2.loads(answer.read())
        assert answer.headers["smithy-protocol"] == "rpc-v2-cbor"
        assert answer.headers["content-type"] == "application/cbor"
        if answer.status != 200:
            raise ServerError(body["__type"].rpartition("#")[2], answer.status, body["message"])
        return body

    def create(self, cmm: Any, policy: str = "REQUIRE_ENCRYPT_ALLOW_DECRYPT", **config: Any) -> str:
        """The id of a new client."""
        client_id: str = self.call("CreateClient", config={"commitmentPolicy": policy, "cmm": cmm, **config})["clientId"]
        return client_id

    def close(self) -> None:
        self._connection.close()


class Served:
    """A running server."""

    def __init__(self, process: subprocess.Popen[bytes], stderr: Path) -> None:
        self.process, self._stderr = process, stderr
        assert process.stdout is not None
        self.url = process.stdout.readline().decode().strip()
        parts = urlsplit(self.url)
        assert parts.port is not None, stderr.read_text()
        self.port = parts.port

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """End it; gives its exit code and what was on stderr."""
        self.process.send_signal(number)
        self.process.communicate(timeout=10)
        return self.process.returncode, self._stderr.read_text()


@contextmanager
def served(*options: str, folder: Path) -> Iterator[Served]:
    """A server, until the block ends."""
    stderr = folder / "stderr"  # a pipe that nobody reads would stop a server that logs
    with stderr.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "esdkit", "serve", *options],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")},
            stdout=subprocess.PIPE,
            stderr=file,
        )
    try:
        yield Served(process, stderr)
    finally:
        process.kill()
        process.communicate()


def exchange(port: int, data: bytes, *, half_close: bool = False) -> bytes:
    """Send bytes as they are; gives all that comes back until the connection ends."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(data)
        if half_close:
            connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))
