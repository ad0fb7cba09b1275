"""The page in Chromium: contrast, themes, narrow windows, paper."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.watching import MULTI, Opener
from tests.page_messages import HOSTILE_NAME, hostile, long_lists, many_frames

SAMPLES = {"valid": MULTI, "hostile": hostile(), "cut": MULTI[:700], "trailing": MULTI + b"more", "lists": long_lists(1000), "empty": b""}


CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => { for (let at = element; at; at = at.parentElement) {
    const back = rgba(getComputedStyle(at).backgroundColor); if (back[3] === 255) return back; } return [255, 255, 255]; };
  const texts = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()
    && !['SCRIPT', 'STYLE'].includes(element.tagName) && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  return texts.map(element => { const [a, b] = [light(rgba(getComputedStyle(element).color)), light(behind(element))];
    return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), element.className + ' ' + element.textContent.slice(0, 30)]; });
}"""


@pytest.mark.req("CLI-HTM-012")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["valid", "trailing"])
def test_every_text_has_contrast(opened: Opener, scheme: Literal["light", "dark"], name: str) -> None:
    shown = opened(SAMPLES[name], scheme=scheme)
    for path in ("header.version", "header.encryption_context"):
        shown.line(path).click()
        shown.line("header.message_id").hover()
        found = shown.page.evaluate(CONTRAST)
        assert len(found) > 100
        assert [each for each in found if each[0] < 4.5] == []


@pytest.mark.req("CLI-HTM-012")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_theme_follows_the_system_and_can_be_turned(opened: Opener, scheme: Literal["light", "dark"]) -> None:
    shown = opened(MULTI, scheme=scheme)
    back = "getComputedStyle(document.body).backgroundColor"
    first = shown.page.evaluate(back)
    assert (sum(map(int, first.strip("rgb()").split(","))) < 300) == (scheme == "dark")
    shown.page.locator("#theme").click()
    assert shown.page.evaluate(back) != first
    shown.page.locator("#theme").click()
    assert shown.page.evaluate(back) == first


@pytest.mark.req("CLI-HTM-012")
@pytest.mark.parametrize("name", SAMPLES)
def test_narrow_window_has_nothing_wider_than_it(opened: Opener, name: str) -> None:
    shown = opened(SAMPLES[name], HOSTILE_NAME * 3, size=(390, 844))
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 390
    assert shown.page.evaluate("document.getElementById('hex').scrollWidth <= document.getElementById('hex').clientWidth")
    row = shown.page.locator(".hexrow").first
    assert (row.locator(".hexes span").count() if SAMPLES[name] else 8) == 8


@pytest.mark.req("CLI-HTM-012")
def test_window_of_any_width_shows_whole_rows(opened: Opener) -> None:
    shown = opened(MULTI)
    for width, in_row in {1920: 16, 1280: 16, 1001: 16, 1000: 8, 721: 8, 720: 16, 500: 8, 320: 8}.items():
        shown.page.set_viewport_size({"width": width, "height": 900})
        expect(shown.page.locator(".hexrow").first.locator(".hexes span")).to_have_count(in_row)
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
        assert shown.page.evaluate("document.getElementById('hex').scrollWidth <= document.getElementById('hex').clientWidth")


@pytest.mark.req("CLI-HTM-012")
def test_window_that_gets_narrow_keeps_its_place(opened: Opener) -> None:
    shown = opened(MULTI)
    shown.search("0x300")
    assert shown.sees(shown.byte(0x300))
    shown.page.set_viewport_size({"width": 390, "height": 844})
    expect(shown.page.locator(".hexrow.short").first).to_be_attached()
    expect(shown.byte(0x300)).to_be_attached()


@pytest.mark.req("CLI-HTM-012")
def test_printed_page_holds_all_bytes_and_fields(opened: Opener) -> None:
    shown = opened(MULTI)
    assert shown.page.locator(".hexes span").count() < len(MULTI)
    shown.page.emulate_media(media="print")
    shown.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert shown.page.locator(".hexes span").count() == len(MULTI)
    assert not shown.page.locator("#search").is_visible()
    assert shown.text("unprinted") == ""
    assert shown.page.evaluate("document.getElementById('tree').scrollHeight === document.getElementById('tree').clientHeight")
    shown.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    shown.page.emulate_media(media="screen")
    expect(shown.page.locator("#search")).to_be_visible()
    assert shown.page.locator(".hexes span").count() < len(MULTI)


@pytest.mark.req("CLI-HTM-012", "CLI-HTM-004", kind="negative")
def test_printed_page_of_a_long_message_says_what_it_lacks(opened: Opener) -> None:
    data = many_frames(3000)
    shown = opened(data)
    shown.page.emulate_media(media="print")
    shown.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert shown.text("unprinted") == f"{len(data) - shown.page.locator('.hexes span').count()} bytes more are not printed."


def test_motion_is_left_out_when_asked(opened: Opener) -> None:
    duration = "parseFloat(getComputedStyle(document.querySelector('.line')).transitionDuration)"
    assert opened(MULTI, motion="reduce").page.evaluate(duration) == 0
    assert opened(MULTI, motion="no-preference").page.evaluate(duration) > 0
