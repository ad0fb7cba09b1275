"""The page in Chromium: what pointer, keys, search and copying do."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import expect

from esdkit.inspector import inspect
from tests.browser.watching import MULTI, PLACES, Opener
from tests.page_messages import long_lists
from tests.samples import native_ciphertext

LISTS = long_lists(1000)


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
    tree = inspect(LISTS)
    assert tree.encryption_context is not None
    pair = tree.encryption_context[-1]
    shown = opened(LISTS)
    assert shown.search(pair.key.decode()) == "1 of 1"
    assert bytes(LISTS[at] for at in shown.marked("found")) == pair.key
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
