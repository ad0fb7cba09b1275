"""The offline page in a browser: what a user does with it, and everything that it must not do."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import BrowserContext, Dialog, Locator, Page, expect

from tests.browser.watching import How
from tools.page.build import SAMPLE

__all__ = ["KEY", "PATIENCE", "SIGNED", "VIEWS", "Offline"]

SIGNED = SAMPLE.read_bytes()
"""The message that the page has as its sample."""

KEY = base64.b64decode((Path(__file__).parents[2] / "docs" / "examples" / "aes-256.key").read_text(encoding="utf-8"))
"""A raw AES key that opens it."""

VIEWS = ("summary", "inspect", "bytes", "lint", "doctor", "json", "diff", "decrypt")
PATIENCE = 120_000  # milliseconds: a test never times
_ASK = """async messages => {
  const found = [];
  for (const [name, data, words] of messages) {
    await python.call('forget');
    await python.call('keep', name, fromBase64(data));
    await checkSignature(name);
    found.push((await python.call('run', ...words, '--', name)).out);
  }
  return found;
}"""


class Offline:
    """One opened page. ``complaints``: what it did and must not do, in the network log too.

    Args:
        context: of the browser.
        address: of the page.
        how: see ``How``.
    """

    def __init__(self, context: BrowserContext, address: str, how: How | None = None) -> None:
        how = how or {}
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        width, height = how.get("size", (1280, 900))
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme=how.get("scheme", "light"), reduced_motion="reduce")
        if "before" in how:
            self.page.add_init_script(how["before"])
        own = address.partition("#")[0]
        self.page.on("request", lambda request: self._requested(request.url, own))
        self.page.on("console", lambda message: self.complaints.append(f"console {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error {error}"))
        self.page.on("popup", lambda popup: self.complaints.append(f"popup {popup.url}"))
        self.page.on("dialog", self._dismiss)
        self.page.goto(address)

    def paste(self, text: str) -> None:
        """Put text into the field; it is there when this ends."""
        self.page.fill("#text", text)
        expect(self.page.locator("#given")).to_contain_text("pasted")

    def give(self, data: bytes, name: str = "message.bin") -> None:
        """Choose a file."""
        self.page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
        expect(self.page.locator("#given")).to_contain_text(f", {len(data):,} byte")

    def view(self, name: str) -> Locator:
        """Choose a view; gives what it shows, when it is there."""
        self.page.click(f"#tab-{name}")
        return self.panel()

    def panel(self) -> Locator:
        """What is shown, when it is there."""
        expect(self.page.locator("#panel")).not_to_have_class("stale", timeout=PATIENCE)
        return self.page.locator("#panel")

    def reset(self) -> None:
        """Leave nothing of what was given."""
        self.page.evaluate(
            "clearTimeout(intake.timer); byId('text').value = byId('error').value = ''; take(null); takeOther(null); refuse('')"
        )
        self.page.evaluate("choose('summary'); byId('panel').replaceChildren()")

    def row(self, term: str) -> str:
        """What the summary says to a term."""
        entry: str = self.page.locator(f"#panel dt:text-is('{term}') + dd").inner_text()
        return entry

    def asked(self, messages: Iterable[tuple[str, bytes]], *words: str) -> list[str]:
        """What a verb prints in the page, for each of some messages; signatures are checked first."""
        given = [[name, base64.b64encode(data).decode(), [*words]] for name, data in messages]
        printed: list[str] = self.page.evaluate(_ASK, given)
        return printed

    def _requested(self, address: str, own: str) -> None:
        """The page itself, and the worker, which is made of the page's own text, are no requests."""
        if address.partition("#")[0] != own and not address.startswith(("blob:", "data:,")):
            self.complaints.append(f"request {address}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()
