"""An HTTP/1.1 server that is bounded in everything that whoever connects can make it hold: connections, bytes and time.

Strategy: the standard library's server and its reader of requests; a thread for each connection, up to a number of them, and no more
connections are accepted until one is free. A connection ends if no request begins for a while, or if one takes too long to arrive or its
answer too long to be taken, however steadily the bytes drip. A request must say how long its body is; the bodies of all connections
together are bounded. How long an answer takes to compute is not bounded.
Invariants: ``run`` leaves no thread that waits and no open socket; nothing that was sent is in a log, unless it is one of the application's
paths. A server on loopback answers only those who ask for it by a name of loopback, which a page in a browser cannot forge.
"""

from __future__ import annotations

import io
import ipaddress
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from socketserver import TCPServer
from threading import BoundedSemaphore, Lock, Thread
from time import monotonic
from typing import Any

from esdkit.errors import Code, UsageError
from esdkit.serve.application import Application, Request, Response
from esdkit.spec import LIMITS

__all__ = ["HttpServer", "is_loopback"]

_PIECE = 65536
_SMALL = 65536  # bytes of a request to a path that is not known
_LINGER = 1.0  # seconds to take what somebody still sends who was refused, so that he can read why
_END = 1.0  # seconds to wait for the threads when the server ends
_CHECK = 0.1  # seconds between two looks whether the server is to end


def is_loopback(host: str) -> bool:
    """Whether an address, or a name, is only reached from this machine.

    Raises:
        UsageError: ``invalid-argument``: it is not an address or name of this machine.
    """
    return ipaddress.ip_address(_resolved(host)[1].partition("%")[0]).is_loopback


def _resolved(host: str) -> tuple[socket.AddressFamily, str]:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (OSError, UnicodeError):
        raise UsageError(Code.INVALID_ARGUMENT, "this is neither an address nor a name that is known", path="host") from None
    return family, str(address[0])


class HttpServer:
    """Serves an application. The socket is open, and its port known, from the start.

    Args:
        application: answers the requests.
        host: an address or a name of this machine.
        port: 0 for any that is free.
        log: is given a line for each request; None for no log.

    Raises:
        UsageError: ``invalid-argument``: ``host`` is not known. OSError: the port is not free.
    """

    def __init__(self, application: Application, host: str = "127.0.0.1", port: int = 0, log: Callable[[str], None] | None = None) -> None:
        family, address = _resolved(host)
        names = {"localhost", host.lower()} if is_loopback(address) else None
        self._sockets = _Sockets(application, family, (address, port), names, log)

    @property
    def url(self) -> str:
        """Where it is reached."""
        host, port = self._sockets.server_address[:2]
        name = f"[{host!s}]" if self._sockets.address_family == socket.AF_INET6 else host
        return f"http://{name!s}:{port}"

    def run(self) -> None:
        """Serve until ``stop`` is called, or an exception is raised in this thread; then end everything that was started."""
        try:
            self._sockets.serve_forever(_CHECK)
        finally:
            self._sockets.end()

    def stop(self) -> None:
        """End ``run``, which another thread is in."""
        self._sockets.stopping = True
        self._sockets.shutdown()


class _Sockets(HTTPServer):
    """The listening socket, and the connections."""

    request_queue_size = 128
    stopping = False

    def __init__(
        self,
        application: Application,
        family: socket.AddressFamily,
        address: tuple[str, int],
        names: set[str] | None,
        log: Callable[[str], None] | None,
    ) -> None:
        self.application, self.address_family, self.names, self.log = application, family, names, log
        self._free = BoundedSemaphore(LIMITS["serve_connections"])
        self._lock = Lock()
        self._connections: dict[socket.socket, Thread] = {}
        self._held = 0
        super().__init__(address, _Conversation)

    def server_bind(self) -> None:
        TCPServer.server_bind(self)  # that of HTTPServer asks for the name of the address, which may take seconds

    def process_request(self, request: Any, client_address: Any) -> None:
        while not self._free.acquire(timeout=_CHECK):
            if self.stopping:
                self.shutdown_request(request)
                return
        thread = Thread(target=self._converse, args=(request, client_address), daemon=True)
        with self._lock:
            self._connections[request] = thread
        try:
            thread.start()
        except RuntimeError:  # the machine has no more threads
            self._forget(request)

    def _converse(self, connection: socket.socket, address: Any) -> None:
        try:
            with suppress(OSError):  # the other side has gone, or the server ends
                self.finish_request(connection, address)
        finally:
            self._forget(connection)

    def _forget(self, connection: socket.socket) -> None:
        self.shutdown_request(connection)
        with self._lock:
            del self._connections[connection]
        self._free.release()

    def end(self) -> None:
        """Close everything, and wait a moment for the threads; one that computes goes on until the process ends."""
        self.server_close()
        with self._lock:
            connections = dict(self._connections)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        until = monotonic() + _END
        for thread in connections.values():
            if thread.ident is not None:  # a signal may come between the making of a thread and its start
                thread.join(max(until - monotonic(), 0))

    @contextmanager
    def holding(self, length: int) -> Iterator[bool]:
        """Hold this many bytes of a request; gives whether they may be held."""
        with self._lock:
            allowed = self._held + length <= LIMITS["serve_held_length"]
            self._held += length * allowed
        try:
            yield allowed
        finally:
            with self._lock:
                self._held -= length * allowed


class _Patience(io.RawIOBase):
    """A connection as a file, whose patience ends at a time, however steadily bytes come."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._until, self._idle = 0.0, True

    def expect_request(self) -> None:
        """The next byte begins a request."""
        self._until, self._idle = monotonic() + LIMITS["serve_idle_time"], True

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        self._socket.settimeout(_time_left(self._until))
        count = self._socket.recv_into(buffer)
        if self._idle:
            self._until, self._idle = monotonic() + LIMITS["serve_request_time"], False
        return count

    def write(self, data: Any, /) -> int:
        self._socket.settimeout(LIMITS["serve_request_time"])
        self._socket.sendall(data)  # its timeout is for all of it
        return len(data)

    def drain(self) -> None:
        """Take what is still sent, for a moment."""
        until = monotonic() + _LINGER
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(_LINGER)
            while self._socket.recv(_PIECE):
                self._socket.settimeout(_time_left(until))


def _time_left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Conversation(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: _Sockets
    server_version, sys_version = "esdkit", ""

    def setup(self) -> None:
        self.connection = self.request
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._patience = _Patience(self.connection)
        self._refused = False
        self.rfile = io.BufferedReader(self._patience, _PIECE)
        self.wfile = self._patience  # type: ignore[assignment]  # nothing is to be buffered

    def finish(self) -> None:
        if self._refused:
            self._patience.drain()

    def handle_one_request(self) -> None:
        self._patience.expect_request()
        super().handle_one_request()

    def handle_expect_100(self) -> bool:
        return self._body_length() is not None and super().handle_expect_100()

    def do_POST(self) -> None:
        length = self._body_length()
        if length is None:
            return
        with self.server.holding(length) as held:
            if not held:
                self.send_error(HTTPStatus.SERVICE_UNAVAILABLE, "too many bytes of other requests are held; ask again")
                return
            try:
                body = self.rfile.read(length)
            except TimeoutError:
                self.send_error(HTTPStatus.REQUEST_TIMEOUT, f"the request took more than {LIMITS['serve_request_time']} seconds")
                return
            if len(body) < length:
                self.close_connection = True
                return
            headers = {name.lower(): value for name, value in self.headers.items()}
            self._send(self._answer(Request(self._route, headers, body)))

    def _not_allowed(self) -> None:
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED, "only POST is answered", allow="POST")

    do_GET = do_HEAD = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = _not_allowed  # noqa: N815

    def _answer(self, request: Request) -> Response:
        application = self.server.application
        try:
            return application.answer(request)
        except Exception as error:  # noqa: BLE001  # a thread that dies of it would leave the other side without an answer
            return application.crashed(error)

    @property
    def _route(self) -> str:
        return self.path.partition("?")[0]

    def _body_length(self) -> int | None:
        """How long the body is; None if the request was refused."""
        lengths = self.headers.get_all("Content-Length", [])
        limit = self.server.application.routes.get(self._route, _SMALL)
        if not self._asked_by_name():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "this server is local, and the request is for another host")
        elif "Transfer-Encoding" in self.headers or not lengths:
            self.send_error(HTTPStatus.LENGTH_REQUIRED, "send the whole body with Content-Length; chunks are not read")
        elif len(set(lengths)) > 1 or not (lengths[0].isascii() and lengths[0].isdigit()):
            self.send_error(HTTPStatus.BAD_REQUEST, "Content-Length is not one number")
        elif len(lengths[0]) > len(str(limit)) or int(lengths[0]) > limit:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a request to this path may have {limit} bytes")
        else:
            return int(lengths[0])
        return None

    def _asked_by_name(self) -> bool:
        """Whether the request names this server, if that is on loopback."""
        host = self.headers.get("Host")
        if host is None or self.server.names is None:
            return True
        name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name.lower() in self.server.names

    def _send(self, response: Response) -> None:
        self._head(response.status, {"Content-Type": response.content_type, **response.headers}, len(response.body))
        self.wfile.write(response.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None, *, allow: str | None = None) -> None:
        """Refuse in plain text, and end the connection: where the next request begins is not known."""
        body = f"{message or HTTPStatus(code).phrase}\n".encode(errors="replace")
        headers = {"Connection": "close", "Content-Type": "text/plain; charset=utf-8"}
        self._refused = True
        self.request_version = self.protocol_version  # what cannot be read would be answered as HTTP/0.9, without a status
        self._head(code, headers if allow is None else {**headers, "Allow": allow}, len(body))
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: int, headers: Mapping[str, str], length: int) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        if self.server.log is not None:
            known = self.command == "POST" and self._route in self.server.application.routes
            self.server.log(f"{f'POST {self._route}' if known else 'another request'}: {int(code)}")

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what the standard library would print repeats what was sent."""
