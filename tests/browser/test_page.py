"""The page in Chromium: pointer, keys, search, copy, themes, sizes; hostile, cut and long messages."""

from __future__ import annotations

import base64
from typing import Literal

import pytest
from playwright.sync_api import expect

from esdkit.forge import spans
from esdkit.inspector import inspect
from esdkit.inspector.html import tree_to_fragment
from tests.browser.watching import Opener
from tests.page_messages import HOSTILE_NAME, hostile, long_lists, many_frames
from tests.samples import native_ciphertext

MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")
PLACES = spans(MULTI)
LONG = 320_000  # frames: a message of more than 10 MiB
FRAME = 33  # bytes of each
SAMPLES = {"lawful": MULTI, "hostile": hostile(), "cut": MULTI[:700], "trailing": MULTI + b"more", "lists": long_lists(1000), "empty": b""}


def place(path: str) -> range:
    return range(PLACES[path].start, PLACES[path].end)


def held(path: str) -> bytes:
    """The bytes of a field."""
    return MULTI[PLACES[path].start : PLACES[path].end]


# ------------------------------------------------------------------- pointer
@pytest.mark.req("CLI-HTM-005")
def test_a_field_under_the_pointer_lights_its_bytes(opened: Opener) -> None:
    shown = opened(MULTI)
    shown.line("header.message_id").hover()
    assert shown.marked("lit") == [*place("header.message_id")]
    assert "header.message_id · 0x3, 32 bytes" in shown.text("where")
    shown.page.locator("#name").hover()
    assert shown.marked("lit") == []


@pytest.mark.req("CLI-HTM-005")
def test_a_byte_under_the_pointer_lights_its_field(opened: Opener) -> None:
    shown = opened(MULTI)
    shown.byte(5).hover()
    assert shown.lit_path() == "header.message_id"
    assert shown.marked("lit") == [*place("header.message_id")]
    assert "header.message_id · 0x5, byte 3 of 32" in shown.text("where")
    shown.page.locator('.texts [data-at="0"]').hover()
    assert shown.lit_path() == "header.version"


@pytest.mark.req("CLI-HTM-005")
def test_a_byte_of_a_closed_group_lights_the_group_and_names_the_field(opened: Opener) -> None:
    shown = opened(MULTI)
    path = "header.encryption_context[0].key"
    shown.byte(PLACES[path].start).hover()
    assert (shown.lit_path() or "") in path
    assert shown.text("where").startswith(f"{path} ·")


@pytest.mark.req("CLI-HTM-005")
def test_a_click_on_a_field_explains_it_and_brings_its_bytes_into_view(opened: Opener) -> None:
    shown = opened(MULTI)
    shown.line("footer").scroll_into_view_if_needed()
    shown.line("footer.signature").click()
    assert shown.chosen_path() == "footer.signature"
    expect(shown.byte(PLACES["footer.signature"].start)).to_be_visible()
    assert shown.sees(shown.byte(PLACES["footer.signature"].start))
    assert PLACES["footer.signature"].start in shown.marked("chosen")
    details = shown.text("details")
    for text in ("Signature", "footer.signature", "DER-encoded", "FMT-FTR-003", held("footer.signature").hex(" ")[:60]):
        assert text in details


@pytest.mark.req("CLI-HTM-005")
def test_a_click_on_a_byte_opens_the_groups_around_its_field(opened: Opener) -> None:
    shown = opened(MULTI)
    path = "header.encryption_context[0].key"
    shown.byte(PLACES[path].start + 1).click()
    assert shown.chosen_path() == path
    assert shown.sees(shown.line(path))
    assert shown.marked("chosen") == [*place(path)]
    assert shown.marked("cursor") == [PLACES[path].start + 1]


def test_a_field_without_bytes_is_shown_where_it_would_stand(opened: Opener) -> None:
    shown = opened(native_ciphertext("accept-context-empty-pair"))
    shown.search("encryption_context[0].value")
    tree = inspect(native_ciphertext("accept-context-empty-pair"))
    (field,) = [field for field in tree.fields() if field.path == "header.encryption_context[0].value"]
    assert field.start == field.end
    assert shown.chosen_path() == "header.encryption_context[0].value.length"
    shown.page.locator("#next").click()
    assert shown.chosen_path() == field.path
    assert shown.marked("edge") == [field.start]


@pytest.mark.req("CLI-HTM-009")
def test_search_finds_paths_values_bytes_and_offsets(opened: Opener) -> None:
    shown = opened(MULTI)
    queries = {
        "footer.signature.length": "footer.signature.length",
        "FRAME_LENGTH": "header.frame_length",
        "0x3": "header.message_id",
        held("header_auth.tag").hex(" "): "header_auth.tag",
        held("header_auth.tag").hex(): "header_auth.tag",
        "body.frame[0].iv": "body.frame[0].iv",
        "frame[0]": "body.frame[0]",
        "2 framed": "header.content_type",
    }
    for query, path in queries.items():
        assert shown.search(query).startswith("1 of ")
        assert shown.chosen_path() == path


@pytest.mark.req("CLI-HTM-009")
def test_search_goes_forwards_and_backwards_and_round(opened: Opener) -> None:
    shown = opened(MULTI)
    assert shown.search("header_auth") == "1 of 2"
    assert shown.chosen_path() == "header_auth"
    shown.page.keyboard.press("Enter")
    assert (shown.text("said"), shown.chosen_path()) == ("2 of 2", "header_auth.tag")
    shown.page.keyboard.press("Enter")
    assert shown.text("said") == "1 of 2"
    shown.page.keyboard.press("Shift+Enter")
    assert shown.text("said") == "2 of 2"
    shown.page.locator("#previous").click()
    assert shown.text("said") == "1 of 2"


@pytest.mark.req("CLI-HTM-009", kind="negative")
def test_search_says_when_nothing_is_found(opened: Opener) -> None:
    shown = opened(MULTI)
    for query in ("no such thing", "0xfffffff", "frame[99999].iv", "ff ff ff ff ff ff ff ff ff 01 02"):
        assert shown.search(query) == "nothing found"
        assert shown.chosen_path() is None


@pytest.mark.req("CLI-HTM-009")
def test_search_for_text_marks_its_bytes_inside_a_field_that_is_not_listed(opened: Opener) -> None:
    tree = inspect(SAMPLES["lists"])
    assert tree.encryption_context is not None
    pair = tree.encryption_context[-1]
    shown = opened(SAMPLES["lists"])
    assert shown.search(pair.key.decode()) == "1 of 1"
    assert bytes(SAMPLES["lists"][at] for at in shown.marked("found")) == pair.key
    assert "which this page does not list" in shown.text("details")


# ---------------------------------------------------------------------- copy
@pytest.mark.req("CLI-HTM-011")
@pytest.mark.parametrize("clipboard", [True, False], ids=["clipboard", "command"])
def test_copy_gives_path_hex_and_base64(opened: Opener, clipboard: bool) -> None:
    take_away = "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined}); delete Uint8Array.fromBase64"
    shown = opened(MULTI, before="" if clipboard else take_away)
    shown.line("header_auth.tag").click()
    tag = held("header_auth.tag")
    buttons = {"Copy path": ("path", "header_auth.tag"), "hex": ("hex", tag.hex()), "base64": ("base64", base64.b64encode(tag).decode())}
    for name, (what, text) in buttons.items():
        shown.page.get_by_role("button", name=name, exact=True).click()
        expect(shown.page.locator("#said")).to_have_text(f"copied {what}")
        assert shown.pasted() == text


# ---------------------------------------------------------------------- keys
@pytest.mark.req("CLI-HTM-010")
def test_everything_can_be_done_with_the_keyboard(opened: Opener) -> None:
    shown = opened(MULTI)
    press = shown.page.keyboard.press
    while shown.focused_path() is None:
        press("Tab")
    assert shown.focused_path() == "header"
    press("ArrowRight")
    assert shown.focused_path() == shown.chosen_path() == "header.version"
    assert shown.marked("chosen") == [0]
    press("ArrowDown")
    assert shown.chosen_path() == "header.algorithm_suite_id"
    press("c")
    expect(shown.page.locator("#said")).to_have_text("copied path")
    press("ArrowLeft")
    assert shown.focused_path() == "header"
    press("ArrowLeft")
    expect(shown.line("header.version")).to_be_hidden()
    press("ArrowDown")
    assert shown.focused_path() == "header_auth"
    press("ArrowUp")
    press("ArrowRight")
    press("End")
    assert shown.focused_path() == "footer.signature"
    press("Home")
    assert shown.focused_path() == "header"
    press("/")
    assert shown.page.evaluate("document.activeElement.id") == "query"
    shown.page.keyboard.type("tag")
    press("Enter")
    assert shown.chosen_path() is not None
    press("Escape")
    assert (shown.page.locator("#query").input_value(), shown.chosen_path(), shown.text("said")) == ("", None, "")
    assert shown.focused_path() is not None


@pytest.mark.req("CLI-HTM-010")
def test_bytes_have_a_cursor_that_goes_with_the_arrows(opened: Opener) -> None:
    shown = opened(MULTI)
    shown.page.locator("#hex").focus()
    steps = {"Home": 0, "ArrowRight": 1, "ArrowDown": 17, "ArrowLeft": 16, "ArrowUp": 0, "End": len(MULTI) - 1}
    for key, offset in steps.items():
        shown.page.keyboard.press(key)
        assert shown.marked("cursor") == [offset]
    assert shown.sees(shown.byte(len(MULTI) - 1))
    assert "footer.signature" in shown.text("where")
    shown.page.keyboard.press("Enter")
    assert shown.chosen_path() == "footer.signature"


@pytest.mark.req("CLI-HTM-010")
def test_tree_has_the_roles_of_a_tree_and_one_way_in(opened: Opener) -> None:
    shown = opened(MULTI)
    assert shown.page.get_by_role("tree").count() == 1
    assert shown.page.locator('#tree [tabindex="0"]').count() == 1
    items = shown.page.get_by_role("treeitem")
    assert items.count() > 20
    assert shown.page.evaluate(
        """[...document.querySelectorAll('.item')].every(item =>
             item.node.isGroup === item.hasAttribute('aria-expanded')
             && Number(item.getAttribute('aria-level')) === item.node.line.length)"""
    )


@pytest.mark.req("CLI-HTM-010")
def test_focus_is_seen(opened: Opener) -> None:
    shown = opened(MULTI)
    shown.page.keyboard.press("Tab")
    outlines = set()
    for _ in range(6):
        outlines.add(
            shown.page.evaluate(
                "getComputedStyle(document.activeElement.node ? document.activeElement.firstChild : document.activeElement).outlineStyle"
            )
        )
        shown.page.keyboard.press("Tab")
    assert outlines == {"solid"}


# -------------------------------------------------------------------- looks
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
@pytest.mark.parametrize("name", ["lawful", "trailing"])
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


# ------------------------------------------------------------------- content
@pytest.mark.req("CLI-HTM-008")
def test_top_says_what_it_is_and_that_nothing_is_verified(opened: Opener) -> None:
    shown = opened(MULTI, "message.bin")
    assert shown.page.title() == "esdkit: message.bin"
    assert shown.text("name") == "message.bin"
    assert shown.text("kind") == f"AWS Encryption SDK message, version 2, {len(MULTI)} bytes"
    for text in ("UNVERIFIED", "signature: verified under the public key in the header", "no problems"):
        assert text in shown.text("badges")
    assert "AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384" in shown.text("details")


@pytest.mark.req("CLI-HTM-003", kind="negative")
def test_cut_message_shows_its_fields_and_where_it_ends(opened: Opener) -> None:
    cut = PLACES["header.encryption_context[0].key"].start + 3
    shown = opened(MULTI[:cut])
    assert "not whole" in shown.text("kind")
    problem = shown.page.locator("#problems button")
    assert "truncated" in problem.inner_text()
    assert "fetch it again" in shown.text("details")  # it is chosen, and explained with its hint
    assert shown.marked("bad") == [cut - 3, cut - 2, cut - 1]
    assert "header.message_id" in shown.page.evaluate("[...listed()].map(node => node.path)")


@pytest.mark.req("CLI-HTM-003", kind="negative")
def test_problems_lead_to_their_bytes(opened: Opener) -> None:
    place_of = PLACES["header.encryption_context[0].value"]
    broken = MULTI[: place_of.start] + b"\xff" + MULTI[place_of.start + 1 :]
    shown = opened(broken + b"more")
    buttons = shown.page.locator("#problems button")
    assert shown.page.locator("#badges").inner_text().count(f"{buttons.count()} problems") == 1
    last = buttons.filter(has_text="trailing-data")
    last.click()
    assert shown.chosen_path() == "trailing"
    assert shown.sees(shown.byte(len(broken)))
    assert set(range(len(broken), len(broken) + 4)) <= set(shown.marked("bad"))
    buttons.filter(has_text="aad-bad-utf8").first.click()
    assert shown.chosen_path() == "header.encryption_context[0].value"


@pytest.mark.req("CLI-HTM-003", kind="negative")
def test_page_without_bytes_says_so(opened: Opener) -> None:
    shown = opened(b"")
    assert "There are no bytes." in shown.text("rest")
    shown.page.locator("#problems button").click()
    shown.page.locator("#hex").press("ArrowDown")
    assert shown.search("version") == "nothing found"


@pytest.mark.req("CLI-HTM-001", "CLI-HTM-002", kind="negative")
def test_hostile_message_is_text_wherever_it_is_shown(opened: Opener) -> None:
    shown = opened(hostile(), HOSTILE_NAME)
    elements = shown.page.evaluate("[...new Set([...document.querySelectorAll('*')].map(each => each.tagName))].sort()")
    shown.page.evaluate("[...listed()].forEach(node => choose(node))")
    for query in ("<script>", "alert", "onerror", "\\u202e"):
        assert shown.search(query).startswith("1 of ")
    now = shown.page.evaluate("[...new Set([...document.querySelectorAll('*')].map(each => each.tagName))].sort()")
    assert set(now) - set(elements) <= {"H2", "DL", "DT", "DD", "P", "DIV", "BUTTON"}
    assert shown.page.title() == "esdkit: </title><script>alert(5)</script>\\u202e\\udcff"
    seen = shown.page.locator("body").inner_text()
    assert not {character for character in seen if not character.isprintable()} - {"\n", "\t"}


@pytest.mark.req("CLI-HTM-001", kind="negative")
def test_policy_stops_what_the_page_would_load_or_run(opened: Opener) -> None:
    shown = opened(MULTI)
    ran = shown.page.evaluate(
        """async () => {
          const refused = [];
          document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
          try { document.body.innerHTML += '<b>'; } catch (error) { refused.push(error.name); }
          const script = document.createElement('script');
          try { script.textContent = 'window.ran = true'; document.body.append(script); } catch (error) { refused.push(error.name); }
          const image = document.createElement('img');
          const failed = new Promise(resolve => image.addEventListener('error', resolve));
          image.src = 'file:///nowhere.png';
          await failed;
          return [window.ran === undefined, refused];
        }"""
    )
    assert ran[0] is True
    assert {"TypeError", "img-src"} <= set(ran[1])
    assert opened.complaints  # the browser says on its console what it refused
    opened.complaints.clear()


# ---------------------------------------------------------------------- long
IN_THE_MIDDLE = """place => {
  const box = document.getElementById('hex').getBoundingClientRect();
  const middle = (box.top + box.bottom) / 2;
  const cell = [...document.querySelectorAll('.hexes span')].find(each => each.getBoundingClientRect().bottom > middle);
  const offset = Number(cell?.dataset.at);
  return Math.abs(offset - place) < 2000 ? offset : null;
}"""


@pytest.mark.req("CLI-HTM-006")
def test_message_of_10_mib_opens_scrolls_and_answers(opened: Opener) -> None:
    data = many_frames(LONG)
    assert len(data) > 10 << 20
    shown = opened(data)
    cells = shown.page.locator(".hexes span")
    assert 0 < cells.count() < 5000
    box = shown.page.locator("#hex")
    for share in (0.5, 1, 0.25):
        box.evaluate("(box, share) => { box.scrollTop = share * (box.scrollHeight - box.clientHeight); }", share)
        offset = int(shown.page.wait_for_function(IN_THE_MIDDLE, arg=share * len(data)).json_value())
        shown.byte(offset).hover()
        assert offset in shown.marked("lit")
        assert shown.text("where").startswith("body.")
        assert cells.count() < 5000
    box.evaluate("box => { box.scrollTop = box.scrollHeight; }")
    expect(shown.byte(len(data) - 1)).to_be_visible()


@pytest.mark.req("CLI-HTM-006")
def test_any_of_very_many_frames_can_be_reached(opened: Opener) -> None:
    data = many_frames(LONG)
    shown = opened(data)
    index = 234_567
    assert shown.search(f"body.frame[{index}].tag") == "1 of 1"
    assert shown.chosen_path() == f"body.frame[{index}].tag"
    start = len(data) - (4 + 4 + 12 + 4 + 16) - (LONG - index) * FRAME
    assert shown.marked("chosen") == [*range(start + FRAME - 16, start + FRAME)]
    assert shown.sees(shown.byte(start + FRAME - 16))
    assert shown.page.locator(".item").count() < 1000
    number = shown.page.evaluate(f"findPath('body.frame[{index}].sequence_number').value")
    assert number == str(index + 1)
    shown.page.locator("#hex").press("End")
    assert shown.sees(shown.byte(len(data) - 1))


@pytest.mark.req("CLI-HTM-006")
def test_wheel_moves_a_long_message_by_rows(opened: Opener) -> None:
    shown = opened(many_frames(LONG))
    shown.page.locator("#hex").hover()
    top = "view.constructor && Number(document.querySelector('.hexes span').dataset.at)"
    shown.search("0x500000")
    before = shown.page.evaluate(top)
    shown.page.locator("#hex").hover()
    shown.page.mouse.wheel(0, 100)
    shown.page.wait_for_function(f"{top} !== {before}")
    assert 0 < shown.page.evaluate(top) - before <= 16 * 16


@pytest.mark.req("CLI-HTM-003", kind="negative")
def test_problem_of_a_frame_among_many_is_marked(opened: Opener) -> None:
    data = bytearray(many_frames(2000))
    start = len(data) - (4 + 4 + 12 + 4 + 16) - 500 * FRAME  # of the frame with index 1500
    data[start + 3] ^= 1
    shown = opened(bytes(data))
    assert shown.chosen_path() == "body.frame[1500].sequence_number"
    assert shown.marked("bad") == [*range(start, start + 4)]


@pytest.mark.req("CLI-HTM-003", "CLI-HTM-004", kind="negative")
def test_problem_of_a_data_key_that_is_not_listed_is_marked_in_the_bytes(opened: Opener) -> None:
    data = bytearray(long_lists(1000))
    place = spans(bytes(data))["header.encrypted_data_keys[400].provider_id"]
    data[place.start] = 0xFF
    shown = opened(bytes(data))
    assert "provider-id-bad-utf8" in shown.text("problems")
    assert "which this page does not list" in shown.text("details")
    marked = shown.marked("bad")
    assert marked[0] == place.start
    assert marked == [*range(place.start, marked[-1] + 1)]
    assert shown.sees(shown.byte(place.start))


# ------------------------------------------------------------------ notebook
@pytest.mark.req("CLI-HTM-007")
def test_fragment_works_in_a_frame_and_leaves_its_page_alone(opened: Opener) -> None:
    host = f"<!doctype html><meta charset=utf-8><title>host</title><p id=name>mine</p>{tree_to_fragment(inspect(MULTI))}"
    shown = opened.document(host)
    frame = shown.page.frame_locator("iframe")
    frame.locator("#hex").wait_for()
    assert shown.page.title() == "host"
    assert shown.page.locator("#name").first.inner_text() == "mine"
    frame.locator(".item", has_text="header_auth").first.locator(".line").first.click()
    assert "header_auth" in frame.locator("#details").inner_text()
    frame.get_by_role("button", name="base64", exact=True).click()
    expect(frame.locator("#said")).to_have_text("copied base64")
    inner = shown.page.frames[1]
    assert inner.evaluate("(() => { try { return parent.document.title; } catch (error) { return error.name; } })()") == "SecurityError"


@pytest.mark.req("CLI-HTM-007", "CLI-HTM-003")
def test_fragment_begins_at_the_first_problem(opened: Opener) -> None:
    shown = opened.document(f"<!doctype html><meta charset=utf-8>{tree_to_fragment(inspect(many_frames(500) + b'more'))}")
    frame = shown.page.frame_locator("iframe")
    expect(frame.locator(".hexes .chosen").first).to_be_in_viewport()
    expect(frame.locator("[aria-selected=true] > .line")).to_be_in_viewport()


@pytest.mark.req("CLI-HTM-007", kind="negative")
def test_fragment_of_a_long_message_says_what_it_holds(opened: Opener) -> None:
    shown = opened.document(f"<!doctype html><meta charset=utf-8>{tree_to_fragment(inspect(many_frames(50_000)))}")
    frame = shown.page.frame_locator("iframe")
    assert "The first 1048576 bytes of 1650209 are in this page." in frame.locator("#rest").inner_text()
    inner = shown.page.frames[1]
    assert inner.evaluate("findPath('body.frame[49999].sequence_number').value") == "not in this page"
    inner.evaluate("choose(findPath('body.frame[49999].tag'))")
    assert "not in this page" in frame.locator("#details").inner_text()
    frame.get_by_role("button", name="hex", exact=True).click()
    expect(frame.locator("#said")).to_have_text("its bytes are not all in this page")
