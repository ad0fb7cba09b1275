"""A message's page in a browser: what a user does, what a user sees, and what the page must not do."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypedDict, Unpack

from playwright.sync_api import BrowserContext, Dialog, Locator, Page

from esdkit.forge.mutate import spans
from esdkit.inspector import inspect
from esdkit.inspector.views.html import tree_to_html
from tests.samples import native_ciphertext

__all__ = ["ARGUMENTS", "MULTI", "PLACES", "Opener", "Shown"]

MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")
"""A signed message with a context and nine data keys."""

PLACES = spans(MULTI)
"""Where its fields stand, by path."""

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE = 60_000  # milliseconds: a test never times


class How(TypedDict, total=False):
    """How a page is opened: the window's size, the system's theme and wish for motion, a script that runs in the page before its own."""

    size: tuple[int, int]
    scheme: Literal["light", "dark"]
    motion: Literal["reduce", "no-preference"]
    before: str


class Shown:
    """The page of a message."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def byte(self, offset: int) -> Locator:
        return self.page.locator(f'.hexes [data-at="{offset}"]')

    def line(self, path: str) -> Locator:
        """The line of a field, by its path; it must be open."""
        script = "() => { for (const item of document.querySelectorAll('.item')) item.firstChild.dataset.path = item.node.path; }"
        self.page.evaluate(script)
        return self.page.locator(f'.line[data-path="{path}"]')

    def marked(self, look: str) -> list[int]:
        """The offsets of the bytes that have a look: lit, chosen, found, bad, edge or cursor."""
        script = "look => [...document.querySelectorAll('.hexes .' + look)].map(cell => Number(cell.dataset.at))"
        return sorted(self.page.evaluate(script, look))

    def lit_path(self) -> str | None:
        """The path of the field that is lit in the tree."""
        path: str | None = self.page.evaluate("document.querySelector('.item.lit')?.node.path ?? null")
        return path

    def chosen_path(self) -> str | None:
        path: str | None = self.page.evaluate("document.querySelector('[aria-selected=true]')?.node.path ?? null")
        return path

    def focused_path(self) -> str | None:
        path: str | None = self.page.evaluate("document.activeElement?.node?.path ?? null")
        return path

    def text(self, part: str) -> str:
        return self.page.locator(f"#{part}").inner_text()

    def search(self, query: str) -> str:
        """Search; gives what the page says to it."""
        self.page.locator("#query").fill(query)
        self.page.keyboard.press("Enter")
        return self.text("said")

    def pasted(self) -> str:
        """What the clipboard holds, as it arrives in the search."""
        self.page.locator("#query").fill("")
        self.page.locator("#query").press("Control+v")
        return self.page.locator("#query").input_value()

    def sees(self, locator: Locator) -> bool:
        """Whether something is in the visible part of the box that scrolls it."""
        script = """element => {
          const box = element.closest('#hex, #tree').getBoundingClientRect(), own = element.getBoundingClientRect();
          return own.top >= box.top - 1 && own.bottom <= box.bottom + 1;
        }"""
        seen: bool = locator.evaluate(script)
        return seen


class Opener:
    """Opens pages and listens to them. ``complaints``: what they did and must not do."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.complaints: list[str] = []
        self._context = context
        self._folder = folder
        self._pages: list[Page] = []

    def __call__(self, data: bytes, name: str | None = None, **how: Unpack[How]) -> Shown:
        """The page of a message, opened from a file."""
        return self.document(tree_to_html(inspect(data), name), **how)

    def document(self, text: str, **how: Unpack[How]) -> Shown:
        """Any page."""
        path = self._folder / f"{len(self._pages)}.html"
        path.write_text(text, encoding="utf-8")
        page = self._context.new_page()
        self._pages.append(page)
        page.set_default_timeout(_PATIENCE)
        width, height = how.get("size", (1280, 900))
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=how.get("scheme", "light"), reduced_motion=how.get("motion", "reduce"))
        if "before" in how:
            page.add_init_script(how["before"])
        own = path.as_uri()
        page.on("request", lambda request: None if request.url == own else self.complaints.append(f"request {request.url}"))
        page.on("console", lambda message: self.complaints.append(f"console {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error {error}"))
        page.on("popup", lambda popup: self.complaints.append(f"popup {popup.url}"))
        page.on("dialog", self._dismiss)
        page.goto(own)
        return Shown(page)

    def close(self) -> None:
        for page in self._pages:
            page.close()

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()
