"""The HTTP server: what it refuses and how, and its bounds on connections, bytes and time."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from esdkit.errors import UsageError
from esdkit.serve import HttpServer
from esdkit.serve import http as http_module
from esdkit.serve.application import Request, Response
from esdkit.serve.http import is_loopback
from esdkit.spec import LIMITS
from tests.serving import exchange


class Echo:
    """Answers with the body; a path may be slow or crash."""

    def __init__(self) -> None:
        self.running = self.most = 0
        self.lock = threading.Lock()

    @property
    def routes(self) -> Mapping[str, int]:
        return {"/echo": 1000, "/slow": 1000, "/crash": 1000, "/large": 10**9}

    def answer(self, request: Request) -> Response:
        if request.path == "/crash":
            raise KeyError("secret")
        with self.lock:
            self.running += 1
            self.most = max(self.most, self.running)
        if request.path == "/slow":
            time.sleep(0.2)
        with self.lock:
            self.running -= 1
        return Response(200 if request.path in self.routes else 404, "text/plain", request.body)

    def crashed(self, error: Exception) -> Response:
        return Response(500, "text/plain", type(error).__name__.encode())


@contextmanager
def running(application: Any, log: Callable[[str], None] | None = None, host: str = "127.0.0.1") -> Iterator[int]:
    """A server in a thread; gives its port. No thread and no socket is left."""
    before = threading.active_count()
    server = HttpServer(application, host, log=log)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield int(server.url.rpartition(":")[2])
    finally:
        server.stop()
        thread.join(5)
    assert threading.active_count() <= before  # others' threads may end meanwhile


@pytest.fixture
def port() -> Iterator[int]:
    with running(Echo()) as number:
        yield number


def limited(monkeypatch: pytest.MonkeyPatch, **limits: float) -> None:
    monkeypatch.setattr(http_module, "LIMITS", {**LIMITS, **limits})


def status(answer: bytes) -> int:
    return int(answer.split()[1])


def post(path: str = "/echo", *headers: str, body: bytes = b"") -> bytes:
    return "\r\n".join([f"POST {path} HTTP/1.1", *headers, "", ""]).encode() + body


def test_connection_serves_many_requests(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for number in range(5):
        connection.request("POST", "/echo?query", b"x" * number)
        assert connection.getresponse().read() == b"x" * number
    connection.close()


def test_requests_one_after_the_other_in_one_packet_are_answered_in_order(port: int) -> None:
    one, two = (post("/echo", "Content-Length: 3", *more, body=body) for more, body in (([], b"one"), (["Connection: close"], b"two")))
    answer = exchange(port, one + two)
    assert 0 < answer.index(b"one") < answer.index(b"two")


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (post("/echo"), 411),
        (post("/echo", "Transfer-Encoding: chunked", body=b"0\r\n\r\n"), 411),
        (post("/echo", "Transfer-Encoding: chunked", "Content-Length: 3", body=b"abc"), 411),
        (post("/echo", "Content-Length: 1001", body=b"x" * 1001), 413),
        (post("/echo", "Content-Length: " + "9" * 5000), 413),
        (post("/echo", "Content-Length: 1001", "Expect: 100-continue"), 413),
        (post("/echo", "Content-Length: 3", "Content-Length: 4", body=b"abc"), 400),
        (post("/echo", "Content-Length: -3"), 400),
        (post("/echo", "Content-Length: +3"), 400),
        (post("/echo", "Content-Length: ٣".encode().decode("latin-1")), 400),
        (post("/echo", "Content-Length: 3, 3"), 400),
        (post("/other", "Content-Length: 3", "Connection: close", body=b"abc"), 404),
        (post("/other", "Content-Length: 100000"), 413),
        (b"GET /echo HTTP/1.1\r\n\r\n", 405),
        (b"HEAD /echo HTTP/1.1\r\n\r\n", 405),
        (b"OPTIONS * HTTP/1.1\r\nOrigin: http://example.com\r\n\r\n", 405),
        (b"BREW /echo HTTP/1.1\r\n\r\n", 501),
        (b"POST /echo HTTP/3.0\r\n\r\n", 505),
        (b"nonsense\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", 400),
        (b"POST /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
        (post("/echo", *(f"X-{number}: 1" for number in range(200))), 431),
        (post("/echo", "X: " + "x" * 70_000), 431),
        (post("/crash", "Content-Length: 0", "Connection: close"), 500),
    ],
)
def test_what_is_not_a_request_is_refused_and_the_connection_ends(port: int, request_: bytes, expected: int) -> None:
    answer = exchange(port, request_)
    head, _, body = answer.partition(b"\r\n\r\n")
    assert status(answer) == expected
    assert b"secret" not in answer
    assert (b"Allow: POST" in head) == (expected == 405)
    assert bool(body) == (not request_.startswith(b"HEAD"))


def test_expectation_is_answered_before_the_body(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(post("/echo", "Content-Length: 3", "Expect: 100-continue", "Connection: close"))
        assert connection.recv(1000).startswith(b"HTTP/1.1 100 ")
        connection.sendall(b"abc")
        assert connection.makefile("rb").read().endswith(b"\r\n\r\nabc")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost:80", 200),
        ("LOCALHOST", 200),
        ("127.0.0.1:1", 200),
        ("127.9.9.9", 200),
        ("[::1]:80", 200),
        ("rebound.example:80", 421),
        ("10.0.0.1", 421),
        ("", 421),
    ],
)
def test_server_on_loopback_answers_only_to_names_of_loopback(port: int, host: str, expected: int) -> None:
    assert status(exchange(port, post("/echo", f"Host: {host}", "Content-Length: 0", "Connection: close"))) == expected


def test_half_a_body_ends_without_an_answer(port: int) -> None:
    assert exchange(port, post("/echo", "Content-Length: 100", body=b"x" * 50), half_close=True) == b""
    assert status(exchange(port, b"POST /echo HT", half_close=True)) == 400


def test_body_that_takes_too_long_is_refused_however_steadily_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, serve_request_time=0.5)
    with running(Echo()) as port, socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        started = time.monotonic()
        connection.sendall(post("/echo", "Content-Length: 1000"))
        with pytest.raises(OSError):
            while time.monotonic() - started < 5:
                connection.sendall(b"x")
                time.sleep(0.05)
                connection.settimeout(0.001)
                try:
                    answer = connection.recv(1000)
                except TimeoutError:
                    continue
                finally:
                    connection.settimeout(5)
                assert status(answer) == 408
                raise ConnectionError
        assert time.monotonic() - started < 3


@pytest.mark.parametrize("head", [b"", b"POST /echo HTTP/1.1\r\nX: "])
def test_connection_that_asks_nothing_ends(monkeypatch: pytest.MonkeyPatch, head: bytes) -> None:
    limited(monkeypatch, serve_request_time=0.4, serve_idle_time=0.4)
    with running(Echo()) as port:
        started = time.monotonic()
        assert exchange(port, head) == b""
        assert 0.3 < time.monotonic() - started < 3


def test_more_connections_than_allowed_wait_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, serve_connections=4)
    echo, answers = Echo(), []
    request = post("/slow", "Content-Length: 2", "Connection: close", body=b"ok")
    with running(echo) as port:
        threads = [threading.Thread(target=lambda: answers.append(exchange(port, request))) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert len(answers) == 20
    assert all(answer.endswith(b"ok") for answer in answers)
    assert echo.most == 4


def test_bytes_of_all_requests_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, serve_held_length=1000)
    with running(Echo()) as port:
        with socket.create_connection(("127.0.0.1", port)) as first:
            first.sendall(post("/large", "Content-Length: 800", body=b"x"))
            time.sleep(0.3)
            assert status(exchange(port, post("/large", "Content-Length: 300", body=b"x" * 300))) == 503
            assert status(exchange(port, post("/large", "Content-Length: 200", "Connection: close", body=b"x" * 200))) == 200
        time.sleep(0.3)
        assert status(exchange(port, post("/large", "Content-Length: 800", "Connection: close", body=b"x" * 800))) == 200


def test_log_names_known_paths_and_nothing_else() -> None:
    lines: list[str] = []
    with running(Echo(), lines.append) as port:
        for request in (
            post("/echo?secret", "Content-Length: 6", "Connection: close", body=b"secret"),
            post("/secret", "Content-Length: 0", "Connection: close"),
            b"GET /secret HTTP/1.1\r\n\r\n",
            b"secret\r\n\r\n",
        ):
            exchange(port, request)
    assert lines == ["POST /echo: 200", "another request: 404", "another request: 405", "another request: 400"]


def test_server_ends_while_connections_are_open_and_asking() -> None:
    with running(Echo()) as port:
        idle = socket.create_connection(("127.0.0.1", port))
        half = socket.create_connection(("127.0.0.1", port))
        half.sendall(post("/echo", "Content-Length: 100", body=b"x"))
        time.sleep(0.2)
        started = time.monotonic()
    assert time.monotonic() - started < 2
    idle.close()
    half.close()


@pytest.mark.parametrize(("host", "local"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("::", False)])
def test_addresses_of_this_machine_alone_are_known(host: str, local: bool) -> None:
    assert is_loopback(host) is local


@pytest.mark.parametrize("host", ["no.such.name.invalid", "300.1.1.1", "x" * 300])
def test_host_that_is_not_known_is_an_argument_that_is_wrong(host: str) -> None:
    with pytest.raises(UsageError):
        is_loopback(host)


class Interrupted(BaseException):
    """As a signal raises it."""


def test_server_ends_when_a_signal_comes_before_a_connection_has_its_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unstarted(threading.Thread):
        def start(self) -> None:
            raise Interrupted

    monkeypatch.setattr(http_module, "Thread", Unstarted)
    server = HttpServer(Echo())
    port = int(server.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)), pytest.raises(Interrupted):
        server.run()
