"""A store that fails: a proxy on loopback before a server that speaks S3, which writes down each request and can answer for the server."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

__all__ = ["Asked", "Proxy", "proxy"]


class Asked(NamedTuple):
    """A request: its path with the query, its range, and its method."""

    path: str
    range: str | None
    method: str = "GET"


class Proxy:
    """What is between. ``answer`` gives a status and a code for a request that is not passed on, else None; it may also do something. A
    status of 0 is no answer at all.
    ``late`` does the same for one that has been passed on. ``hidden`` are headers that are not passed on."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[Asked] = []
        self.hidden: tuple[str, ...] = ()
        self.answer: Callable[[Asked], tuple[int, str] | None] = lambda asked: None
        self.late: Callable[[Asked], tuple[int, str] | None] = lambda asked: None

    def ranges(self, key: str) -> list[str | None]:
        """The ranges of an object that were asked for."""
        return [asked.range for asked in self.asked if asked.path.partition("?")[0].endswith(f"/{key}")]


@contextmanager
def proxy(server: str) -> Iterator[Proxy]:
    """A proxy before a server, on a free port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = Asked(self.path, self.headers.get("Range"), self.command)
            between.asked.append(asked)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))) or None
            refused = between.answer(asked)
            if refused is None:
                headers = {name: value for name, value in self.headers.items() if name not in between.hidden}
                request = urllib.request.Request(server + self.path, body, headers, method=self.command)  # of loopback
                status, data, kept = _passed_on(request)
                refused = between.late(asked)
            if refused is None:
                self._send(status, data, kept)
            elif not refused[0]:
                self.close_connection = True
            else:
                status, code = refused
                secret = f"<Message>{self.headers.get('Authorization')}</Message>"
                self._send(status, f"<Error><Code>{code}</Code>{secret}</Error>".encode(), {"Content-Type": "application/xml"})

        def do_PUT(self) -> None:
            self.do_GET()

        def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # its name there
            """Nothing is printed."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        between = Proxy(f"http://127.0.0.1:{listening.server_address[1]}")
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        try:
            yield between
        finally:
            listening.shutdown()
            thread.join()


def _passed_on(request: urllib.request.Request) -> tuple[int, bytes, dict[str, str]]:
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read(), _kept(answer.headers.items())
    except urllib.error.HTTPError as error:
        return error.code, error.read(), _kept(error.headers.items())


def _kept(headers: list[tuple[str, str]]) -> dict[str, str]:
    return {
        name: value
        for name, value in headers
        if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server")
    }
