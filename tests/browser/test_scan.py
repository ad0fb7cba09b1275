"""The page of a scan in Chromium: it fits the window, its text has contrast, and it asks for nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext

from esdkit.scan.report.html import summary_to_html
from esdkit.scan.summary import Summary
from tests.browser.test_looks import CONTRAST
from tests.unit.scan.rows import HOSTILE, planted


@pytest.mark.req("SCN-SUM-005")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_page_of_a_scan(chromium: BrowserContext, tmp_path: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    summary = Summary()
    for row in planted():
        summary.add(row)
    path, complaints = tmp_path / "scan.html", []
    path.write_text(summary_to_html(summary, HOSTILE * 3), encoding="utf-8")
    page = chromium.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda request: complaints.append(request.url) if request.url != path.as_uri() else None)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    bars = page.locator(".bar").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width)")
    assert len(bars) > 50
    assert all(200 < bar < width for bar in bars)
    longest, half = page.locator(".bar").nth(0).locator("rect.rest"), page.locator(".bar").nth(2).locator("rect.rest")
    assert half.evaluate("each => each.getBoundingClientRect().width") < longest.evaluate("each => each.getBoundingClientRect().width") / 2
    found = page.evaluate(CONTRAST)
    assert len(found) > 100
    assert [each for each in found if each[0] < 4.5] == []
    assert [each for each in complaints if not each.startswith("data:")] == []
    page.close()
