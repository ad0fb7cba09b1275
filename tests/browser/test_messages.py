"""The page in Chromium: what it shows of valid, cut, hostile and long messages, and in a notebook."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from esdkit.forge.mutate import spans
from esdkit.inspector import inspect
from esdkit.inspector.views.html import tree_to_fragment
from tests.browser.watching import MULTI, PLACES, Opener
from tests.page_messages import HOSTILE_NAME, hostile, long_lists, many_frames
from tests.samples import native_cases, native_ciphertext

LONG = 320_000  # frames: a message of more than 10 MiB
FRAME = 33  # bytes of each


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


@pytest.mark.req("CLI-HTM-005")
@pytest.mark.parametrize("name", [*native_cases()][::162])
def test_every_field_is_found_by_its_path_and_every_byte_has_a_field(opened: Opener, name: str) -> None:
    shown = opened(native_ciphertext(name))
    wrong = shown.page.evaluate(
        """() => {
          const nodes = [...listed()], fields = nodes.filter(node => !node.isGroup && node.size > 0);
          const offsets = Array.from({length: facts.length}, (_, offset) => offset);
          return [...nodes.filter(node => findPath(node.path) !== node), ...fields.filter(node => locate(node.start) !== node),
            ...offsets.map(locate).filter(node => node.isGroup && node.row === null)].map(node => node.path);
        }"""
    )
    assert wrong == []


@pytest.mark.req("CLI-HTM-003", kind="negative")
def test_cut_message_shows_its_fields_and_where_it_ends(opened: Opener) -> None:
    cut = PLACES["header.encryption_context[0].key"].start + 3
    shown = opened(MULTI[:cut])
    assert "incomplete" in shown.text("kind")
    problem = shown.page.locator("#problems button")
    assert "truncated" in problem.inner_text()
    assert "Fetch the whole message again" in shown.text("details")  # it is chosen, and explained with its hint
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
