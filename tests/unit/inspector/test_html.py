"""The page without a browser: its shape, its policy, its bounds, and that no message gets out of its data blocks."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.inspector import Tree, inspect
from esdkit.inspector.views import html as page_module
from esdkit.inspector.views.html import tree_to_fragment, tree_to_html
from esdkit.inspector.views.nodes import FramesNode, TreeNode, nodes
from esdkit.spec import FIELDS, error_codes
from tests.page_messages import HOSTILE_NAME, hostile, long_lists, many_frames
from tests.samples import native_cases, native_ciphertext

MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")
MOST = 300 << 10
SAMPLES: dict[str, bytes] = {
    "valid": MULTI,
    "empty": b"",
    "one byte": b"\x02",
    "no message": b"<script>alert(1)</script>",
    "cut": MULTI[:400],
    "trailing": MULTI + b"more",
    "hostile": hostile(),
}


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []  # up to the next element or the end of one
        self._open = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.texts.append("")
        self._open = True

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = False

    def only(self, tag: str, **attributes: str) -> str:
        """The text of the one element that has these attributes."""
        (text,) = [
            text
            for (name, given), text in zip(self.found, self.texts, strict=True)
            if name == tag and all(given.get(key) == value for key, value in attributes.items())
        ]
        return text


def facts(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Elements(page).only("script", id="facts"))
    return found


def message(page: str) -> bytes:
    return base64.b64decode(Elements(page).only("script", id="message"), validate=True)


def paths(kids: list[Any], before: str = "") -> Iterator[tuple[str, int, int]]:
    """What the script makes of the nodes: path, start, end."""
    for kid in kids:
        if isinstance(kid, dict):
            yield f"{before}.{kid['name']}", kid["start"], kid["start"] + kid["count"] * kid["step"]
            continue
        name, start, end, _, _, below = kid
        path = f"{before}.{name}" if before and not name.startswith("[") else before + name
        yield path, start, end
        yield from paths(below or [], path)


def expected(found: list[TreeNode] | list[TreeNode | FramesNode]) -> Iterator[tuple[str, int, int]]:
    for node in found:
        yield node.path, node.start, node.end
        if isinstance(node, TreeNode):
            yield from expected(node.children)


def beside_message(tree: Tree, page: str) -> int:
    """Bytes of the page that are not the message's."""
    return len(page.encode("utf-8")) - len(base64.b64encode(tree.source.read(0, tree.length)))


# -------------------------------------------------------------------- policy
@pytest.mark.req("CLI-HTM-001")
@pytest.mark.parametrize("name", SAMPLES)
def test_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(name: str) -> None:
    page = Elements(tree_to_html(inspect(SAMPLES[name])))
    (policy,) = [given["content"] for tag, given in page.found if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy"]
    allowed = dict(directive.split(" ", 1) for directive in (policy or "").split("; "))
    script = [text for (tag, given), text in zip(page.found, page.texts, strict=True) if tag == "script" and not given]
    assert len(script) == 1
    for directive, text in (("style-src", page.only("style")), ("script-src", script[0])):
        assert allowed[directive] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    rest = {key: value for key, value in allowed.items() if key not in ("style-src", "script-src")}
    assert rest == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


@pytest.mark.req("CLI-HTM-001")
def test_page_names_no_place_outside_of_it() -> None:
    page = tree_to_html(inspect(MULTI))
    assert not re.search(r"https?:|//[a-z]+\.|@import|url\(", page.replace(base64.b64encode(MULTI).decode(), ""))
    assert [given["href"] for _, given in Elements(page).found if "href" in given] == ["data:,"]
    assert not [given for _, given in Elements(page).found if "src" in given]


@pytest.mark.req("CLI-HTM-002")
def test_script_never_makes_markup_of_text() -> None:
    scripts = {
        path.name: path.read_text(encoding="utf-8") for path in (files("esdkit.inspector.views") / "page").iterdir() if ".js" in path.name
    }
    (script,) = re.findall(r"(?s)<script>(.*?)</script>", tree_to_html(inspect(MULTI)))
    assert scripts and [name for name, text in scripts.items() if text.strip() not in script] == []
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.(href|src)\b"
    forbidden = re.compile(rf"{markup}|\beval\b|Function\(|fetch\(|XMLHttp|import\(")
    for name, text in scripts.items():
        assert not forbidden.search(text), name
        assert not re.search(r"</script|<!--", text, re.IGNORECASE), name


# ------------------------------------------------------------------- hostile
@pytest.mark.req("CLI-HTM-002", kind="negative")
@pytest.mark.parametrize("name", SAMPLES)
def test_a_message_adds_no_element_to_the_page(name: str) -> None:
    def shape(data: bytes, name: str | None) -> list[tuple[str, dict[str, str | None]]]:
        return Elements(tree_to_html(inspect(data), name)).found

    assert shape(SAMPLES[name], HOSTILE_NAME) == shape(MULTI, None)


@pytest.mark.req("CLI-HTM-002", kind="negative")
def test_data_blocks_hold_no_character_of_markup_and_texts_no_control() -> None:
    page = tree_to_html(inspect(hostile()), HOSTILE_NAME)
    block = Elements(page).only("script", id="facts")
    assert block.isascii()
    assert not set("<>&") & set(block)
    for text in _texts(facts(page)):
        assert text.isprintable(), text
    assert facts(page)["name"] == "</title><script>alert(5)</script>\\u202e\\udcff"


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


# ------------------------------------------------------------------- content
LONG = ("edge-0478-context-pairs-255", "edge-0178-context-pairs-256", "edge-0478-data-keys-256")
"""The native messages whose page draws together what is last in a list."""


@pytest.mark.req("CLI-HTM-003", "CLI-HTM-004")
def test_page_of_a_native_message_has_its_bytes_and_all_its_nodes(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            data = native_ciphertext(name)
            tree = inspect(data)
            page = tree_to_html(tree, name)
            assert message(page) == data
            shown = [*paths(facts(page)["nodes"])]
            if name not in LONG:
                assert shown == [*expected(nodes(tree))]
            assert any("…" in path for path, *_ in shown) == (name in LONG)
            assert beside_message(tree, page) < MOST


@pytest.mark.req("CLI-HTM-003", kind="negative")
@given(
    st.binary(max_size=80)
    | st.integers(0, len(MULTI)).map(lambda cut: MULTI[:cut])
    | st.builds(lambda at, new: MULTI[:at] + new + MULTI[at + 1 :], st.integers(0, len(MULTI)), st.binary(min_size=1, max_size=3))
)
def test_page_of_any_bytes_has_them_and_their_nodes_and_problems(data: bytes) -> None:
    tree = inspect(data)
    page = tree_to_html(tree)
    assert message(page) == data
    found = facts(page)
    assert [*paths(found["nodes"])] == [*expected(nodes(tree))]
    assert [(each["code"], each["offset"]) for each in found["problems"]] == [(each.code, each.offset) for each in tree.problems]
    assert found["problem_count"] == len(tree.problems)


def test_rows_of_fields_say_what_they_mean() -> None:
    found = facts(tree_to_html(inspect(MULTI)))
    by_id = {row["id"]: row for row in found["rows"]}
    row = FIELDS["header.frame_length"]
    assert by_id[row.id] == {
        "id": row.id,
        "name": row.name,
        "type": row.type,
        "unit": row.unit,
        "doc": row.doc,
        "requirements": list(row.requirements),
    }


def test_items_of_lists_say_what_they_hold() -> None:
    (header, *_) = facts(tree_to_html(inspect(MULTI)))["nodes"]
    groups = {kid[0]: kid[5] for kid in header[5] if kid[5] is not None}
    items = {kid[0]: kid[4] for kid in groups["encrypted_data_keys"]}
    assert items["[3]"] == "esdkit-vectors · aes-256 · 48 bytes"
    assert items["count"] == "9 encrypted data keys"


@pytest.mark.req("CLI-HTM-008")
def test_page_says_how_the_signature_stands() -> None:
    assert facts(tree_to_html(inspect(MULTI)))["signature"] == {
        "state": "verified",
        "role": "good",
        "means": "verified under the public key in the header",
    }
    assert facts(tree_to_html(inspect(MULTI[:-1])))["signature"]["state"] == "not-checked"


@pytest.mark.req("CLI-HTM-003", kind="negative")
def test_problems_name_their_node_and_carry_advice() -> None:
    (problem,) = facts(tree_to_html(inspect(MULTI[:400])))["problems"]
    assert problem["code"] == "truncated"
    assert problem["node"] == "unread" or problem["path"].startswith(problem["node"])
    assert problem["hint"] == error_codes()["truncated"].hint
    trailing = facts(tree_to_html(inspect(MULTI + b"more")))["problems"][-1]
    assert (trailing["path"], trailing["node"], trailing["offset"]) == (None, "trailing", len(MULTI))


def test_same_message_gives_the_same_page() -> None:
    assert tree_to_html(inspect(MULTI), "name") == tree_to_html(inspect(MULTI), "name")


# -------------------------------------------------------------------- bounds
@pytest.mark.slow
@pytest.mark.req("CLI-HTM-004", kind="negative")
def test_page_of_the_longest_lists_stays_small_and_says_what_it_lacks() -> None:
    tree = inspect(long_lists(20_000))
    page = tree_to_html(tree, HOSTILE_NAME * 1000)
    assert beside_message(tree, page) < MOST
    (header, *_) = facts(page)["nodes"]
    groups = {kid[0]: kid for kid in header[5]}
    keys = groups["encrypted_data_keys"]
    items, last = [kid for kid in keys[5] if re.fullmatch(r"\[\d+\]", kid[0])], keys[5][-1]
    assert re.fullmatch(r"\[\d+…19999\]", last[0])
    assert last[4] == f"{20_000 - len(items)} more, which this page does not list"
    assert last[2] == keys[2]
    assert items and items[-1][2] == last[1]


@pytest.mark.req("CLI-HTM-004", kind="negative")
def test_page_of_very_many_problems_lists_some_and_counts_all() -> None:
    frames = many_frames(2000)
    tree = inspect(frames[:300] + frames[333:])  # one frame is missing, so every number behind it is wrong
    found = facts(tree_to_html(tree))
    assert found["problem_count"] == tree.problem_count > 1000
    assert 0 < len(found["problems"]) < 100


@pytest.mark.req("CLI-HTM-004")
def test_frames_are_one_entry_whatever_their_number() -> None:
    few, many = inspect(many_frames(3)), inspect(many_frames(50_000))
    assert many.complete and not many.problems
    assert abs(beside_message(few, tree_to_html(few)) - beside_message(many, tree_to_html(many))) < 200
    (run,) = [kid for root in facts(tree_to_html(many))["nodes"] for kid in root[5] if isinstance(kid, dict)]
    assert run["count"] == 50_000
    assert [field[0] for field in run["fields"]] == ["sequence_number", "iv", "ciphertext", "tag"]


@pytest.mark.req("CLI-HTM-004", kind="negative")
def test_page_of_a_message_beyond_the_most_holds_its_first_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "MAX_IN_PAGE", 100)
    page = tree_to_html(inspect(MULTI))
    assert message(page) == MULTI[:100]
    assert facts(page)["length"] == len(MULTI)


# ------------------------------------------------------------------ notebook
@pytest.mark.req("CLI-HTM-007")
def test_fragment_is_a_sandboxed_frame_around_the_page() -> None:
    fragment = tree_to_fragment(inspect(hostile()))
    ((tag, given),) = Elements(fragment).found
    assert (tag, given["sandbox"]) == ("iframe", "allow-scripts")
    source = given["srcdoc"] or ""
    assert message(source) == hostile()
    assert Elements(source).found == Elements(tree_to_html(inspect(MULTI))).found
    assert unescape(fragment).count("<iframe") == 1


@pytest.mark.req("CLI-HTM-007", kind="negative")
def test_fragment_of_a_long_message_holds_its_first_part() -> None:
    data = many_frames(50_000)
    source = Elements(tree_to_fragment(inspect(data))).found[0][1]["srcdoc"] or ""
    assert message(source) == data[: page_module.MAX_IN_FRAGMENT]
    assert facts(source)["length"] == len(data)
