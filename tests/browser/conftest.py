"""Chromium, started when the first test of a worker asks for it, pages in it that are watched, and the offline page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from tests.browser.watching import ARGUMENTS, Opener
from tools.page.build import build
from tools.page.parts import PYODIDE


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserContext]:
    path = os.environ.get("ESDKIT_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed: `make browser` installs Chromium; or set ESDKIT_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser.new_context()
        browser.close()


@pytest.fixture(scope="session")
def offline_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline page, built once."""
    if not PYODIDE.is_dir():
        pytest.skip("Pyodide is not installed: `make page` installs it")
    path = tmp_path_factory.mktemp("offline") / "esdkit.html"
    path.write_text(build(), encoding="utf-8")
    return path


@pytest.fixture
def opened(chromium: BrowserContext, tmp_path: Path) -> Iterator[Opener]:
    """Opens messages as pages. At the end none of them may have asked for anything but itself, complained, or opened a dialog."""
    opener = Opener(chromium, tmp_path)
    yield opener
    opener.close()
    assert opener.complaints == []
