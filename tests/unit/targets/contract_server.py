"""A server of AWS's contract in this process, which answers whatever a test wants, right or wrong."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

cbor2 = pytest.importorskip("cbor2", reason="cbor2 is not installed")
FAULT = {"__type": "aws.cryptography.esdk.testserver#GenericServerError", "message": "no such client"}


def http(status: int, body: bytes, length: int | None = None) -> bytes:
    return b"HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n" % (status, len(body) if length is None else length) + body


def cbor(status: int, **members: Any) -> bytes:
    return http(status, cbor2.dumps(members))


def chunked(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"


def read_request(connection: socket.socket) -> tuple[str, Any]:
    with connection.makefile("rb") as file:
        first = file.readline()
        if not first:
            raise OSError("the client asked nothing")
        operation = first.split()[1].decode().rpartition("/")[2]
        length = 0
        while (line := file.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return operation, cbor2.loads(file.read(length))


@contextmanager
def server(answer: Callable[[str, Any], bytes], *, drip: float = 0, keep_open: bool = False) -> Iterator[tuple[str, list[Any]]]:
    """Its address, and the requests that it got."""
    asked: list[Any] = []
    kept: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                connection = listener.accept()[0]
            except OSError:
                return
            kept.append(connection)
            try:
                asked.append(read_request(connection))
                data = answer(*asked[-1])
                for byte in [data[at : at + 1] for at in range(len(data))] if drip else [data]:
                    connection.sendall(byte)
                    time.sleep(drip)
            except OSError:  # the client went away
                pass
            if not keep_open:
                connection.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", asked
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(10)
    for connection in kept:
        connection.close()
