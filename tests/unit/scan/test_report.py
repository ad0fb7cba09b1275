"""Reports of a scan: text of 80 columns, and a page in which nothing of anybody is markup."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from esdkit.columns import Columns
from esdkit.scan import summary as summaries
from esdkit.scan.facts import facts
from esdkit.scan.model import unread
from esdkit.scan.report.html import summary_to_html
from esdkit.scan.report.text import summary_to_text
from esdkit.scan.report.words import SECTIONS
from esdkit.scan.summary import BY_DATA_KEY, BY_MESSAGE, Summary
from tests.conftest import Golden
from tests.samples import native_cases, native_ciphertext
from tests.unit.scan.rows import HOSTILE, planted, row_of


class Page(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.policy, self.style, self.words = "", "", ""
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._inside = tag
        if ("http-equiv", "Content-Security-Policy") in attrs:
            self.policy = dict(attrs)["content"] or ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.style += data
        else:
            self.words += data


@pytest.fixture(scope="module")
def summary() -> Summary:
    found = Summary()
    for row in planted():
        found.add(row)
    return found


def test_every_kind_of_counts_has_a_section() -> None:
    assert set(SECTIONS) == {*BY_DATA_KEY, *BY_MESSAGE}


def test_text(summary: Summary, golden: Golden) -> None:
    golden("scan-summary.txt", "\n".join(summary_to_text(summary, Columns(), [*SECTIONS])) + "\n")


def test_names_alone_are_longer_than_80_columns(summary: Summary) -> None:
    for line in summary_to_text(summary, Columns(), [*SECTIONS]):
        assert line.isprintable()
        assert len(line) <= 80 or re.match(r"  +[\d,]+( +[\d,]+)*  ", line)


@pytest.mark.req("SCN-SUM-006", kind="negative")
def test_more_names_than_are_counted_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summaries, "LIMITS", {"scan_names": 3})
    found = Summary()
    for number in range(8):
        found.add(row_of(f"alias/{number}"))
    text = " ".join(" ".join(summary_to_text(found, Columns())).split())
    assert "names. The others are not counted here." in text
    assert "8 have one wrapping key" in text


def test_keys_of_ecdh_keyrings_are_explained() -> None:
    found = Summary()
    text = "\n".join(summary_to_text(found, Columns()))
    assert "ECDH" not in text
    for name in native_cases():
        found.add(facts(native_ciphertext(name)))
    assert "the sender's private key opens them too" in " ".join(" ".join(summary_to_text(found, Columns())).split())


@pytest.mark.parametrize(("number", "says"), [(0, "Every source could be read."), (453, "453 sources could not be read to the end")])
def test_reports_say_whether_all_was_read(number: int, says: str) -> None:
    assert says in " ".join(summary_to_text(Summary(), Columns(), unread=number))
    assert says in Page(summary_to_html(Summary(), "bucket", unread=number)).words


def test_source_that_was_not_read_is_not_a_message() -> None:
    found = Summary()
    found.add(unread("source-unreadable"))
    text = "\n".join(summary_to_text(found, Columns(), [*SECTIONS], unread=1))
    assert text.startswith("0 rows, 0 with problems\n1 source could not be read")
    assert "not known" not in text and "source-unreadable" in text
    found.add(unread("encoding-invalid"))  # it was read, and is not a message
    assert (found.totals["rows"], found.totals["unread"]) == (2, 1)


@pytest.mark.req("SCN-SUM-005", kind="negative")
def test_page_has_no_markup_of_a_message(summary: Summary) -> None:
    page = Page(summary_to_html(summary, HOSTILE))
    assert page.tags <= {
        *("html", "head", "meta", "link", "title", "style", "body", "h1", "h2", "p", "span", "section"),
        *("table", "tr", "td", "ol", "li", "svg", "rect"),
    }
    assert not {name for name in page.attributes if name.startswith("on") or name in ("style", "src")}
    assert "</td><script>alert(1)</script>&\\x1b[31m\\u202ename" in page.words
    assert "\x1b" not in page.words and "\u202e" not in page.words
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert "default-src 'none'" in page.policy and f"style-src 'sha256-{digest}'" in page.policy
    assert "script-src" not in page.policy


@pytest.mark.req("SCN-SUM-005")
def test_page_says_what_the_text_says(summary: Summary) -> None:
    words = Page(summary_to_html(summary, "bucket")).words
    for part in ("2,125 rows, 1,505 with problems", "557, 37 sole", "0178 AES_256_GCM_IV12_TAG16_HKDF_SHA256 (no key commitment)"):
        assert part in words
    assert "16 more are not shown" in words


def test_page_of_nothing_has_no_chart() -> None:
    assert "ol" not in Page(summary_to_html(Summary(), "nothing")).tags
