"""Firefox, driven over WebDriver BiDi as Debian ships it: Playwright drives only builds of its own, or newer ones.

One browser has one page. ``events`` holds its requests and whatever it logs. Its event loop has a thread of its own, because Playwright
keeps one running in the thread of the tests.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Coroutine
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import aiohttp

__all__ = ["Firefox"]

T = TypeVar("T")

_PATIENCE = 120.0  # seconds: a test never times
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """A running browser.

    Args:
        program: of Firefox.
        folder: for its profile and its home.
    """

    def __init__(self, program: str, folder: Path) -> None:
        self.events: list[dict[str, Any]] = []
        self._sent = 0
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._run(self._start(program, folder))

    def open(self, path: Path) -> None:
        """Open a page from a file."""
        self.send("browsingContext.navigate", context=self._tab, url=path.as_uri(), wait="complete")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page, or of its promise."""
        wrapped = f"Promise.resolve({expression}).then(JSON.stringify)"
        answer = self.send("script.evaluate", expression=wrapped, target={"context": self._tab}, awaitPromise=True)
        assert answer["type"] == "success", answer
        text = answer["result"].get("value")
        return None if text is None else json.loads(text)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command; gives its result."""
        return self._run(self._send(method, params))

    def complaints(self, path: Path) -> list[str]:
        """What it logged, and what it asked for besides a page and its own blobs."""
        found = []
        for event in self.events:
            params = event["params"]
            if event["method"] == "log.entryAdded":
                found.append(f"log {params['text']}")
            elif not params["request"]["url"].startswith((path.as_uri(), "data:,", "blob:")):
                found.append(f"request {params['request']['url']}")
        return found

    def close(self) -> None:
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(asyncio.wait_for(work, _PATIENCE), self._loop).result()

    async def _start(self, program: str, folder: Path) -> None:
        arguments = ("--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port=0")
        environment = {**os.environ, "HOME": str(folder)}
        self._process: Process = await asyncio.create_subprocess_exec(program, *arguments, stdout=PIPE, stderr=STDOUT, env=environment)
        address = await self._address()
        self._session = aiohttp.ClientSession()
        self._socket = await self._session.ws_connect(f"{address}/session", max_msg_size=0)
        await self._send("session.new", {"capabilities": {}})
        await self._send("session.subscribe", {"events": ["log.entryAdded", "network.beforeRequestSent"]})
        self._tab = (await self._send("browsingContext.getTree", {}))["contexts"][0]["context"]

    async def _address(self) -> str:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            match = _LISTENING.search(line.decode("utf-8", "replace"))
            if match is not None:
                return match[1]
        raise AssertionError("Firefox ended before it listened")

    async def _send(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._sent += 1
        await self._socket.send_json({"id": self._sent, "method": method, "params": params})
        while True:
            received: dict[str, Any] = await self._socket.receive_json()
            if received.get("id") != self._sent:
                self.events.append(received)
                continue
            assert received["type"] == "success", received
            result: dict[str, Any] = received["result"]
            return result

    async def _end(self) -> None:
        await self._send("browser.close", {})
        await self._session.close()
        await self._process.wait()
