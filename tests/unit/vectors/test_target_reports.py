"""What a run on a program gave, as text, JSON, JUnit XML and HTML."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from esdkit.errors import Code, UsageError, VectorError
from esdkit.spec import target_outcomes
from esdkit.targets.base import Abilities
from esdkit.vectors.cells import Cell
from esdkit.vectors.explain import command_of, explain
from esdkit.vectors.groups import groups_of
from esdkit.vectors.model import Accept, Reject, Vector, VectorSet
from esdkit.vectors.published import native_path
from esdkit.vectors.runner import Fault, load
from esdkit.vectors.target_page import target_to_html
from esdkit.vectors.target_report import target_to_json, target_to_junit, target_to_text
from esdkit.vectors.testing import TargetReport
from esdkit.vectors.xfail import KnownBug, KnownBugs, read_known_bugs
from tests.columns import too_wide
from tests.unit.vectors.making import PLAINTEXT, WRAPPING_KEY, made_keyring, seal

HOSTILE = "<script>alert(1)</script>\x1b[31m\x00&\"'\u202e"
VALID = Vector("valid", seal(stored={HOSTILE: HOSTILE}), Accept(PLAINTEXT), made_keyring(), comment=HOSTILE)
CUT = Vector("cut $(rm) it's", seal() + b"!", Reject("parse", "trailing-data"), made_keyring(), comment="one byte more")
PASSED = Cell("made", VALID, "passed")
FAILED = Cell("made", CUT, "failed", "unexpected-success", None, f"it gave 17 bytes {HOSTILE}")
REFUSED = Cell("made", VALID, "failed", None, "header_tag", "it refused a valid message")
BLIND = Cell("made", CUT, "blind", None, None, "does not open made::valid")
KNOWN = Cell("made", CUT, "crash", "ended", None, "it ended", known_bug="ticket 7")
FAULT = Fault("three/manifest.json", VectorError(Code.MANIFEST_INVALID, "not JSON"))
REPORT = TargetReport(
    "python:a:b",
    Abilities(HOSTILE, "1", [], [], []),
    (PASSED, FAILED, REFUSED, BLIND, KNOWN),
    (FAULT,),
    ("x: matches nothing",),
    ("some path",),
)


class _Page(HTMLParser):
    """Which elements a page has, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str | None] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links.update(value for name, value in attrs if name == "href")

    def handle_data(self, data: str) -> None:
        self.text += data


def test_json_has_exactly_the_promised_members() -> None:
    document = json.loads(target_to_json(REPORT))
    assert list(document) == ["schema", "target", "summary", "streamed", "errors", "results"]
    assert list(document["target"]) == ["address", "name", "version"]
    assert list(document["summary"]) == [*target_outcomes(), "known_bugs"]
    assert (document["summary"]["failed"], document["summary"]["crash"], document["summary"]["known_bugs"]) == (2, 0, 1)
    assert document["results"][1]["expected"] == {"outcome": "reject", "stage": "parse", "code": "trailing-data"}
    assert list(document["results"][4]) == ["suite", "id", "outcome", "code", "stage", "reason", "expected", "known_bug", "stream"]


def test_text_names_the_rule_and_is_80_columns_wide() -> None:
    lines = target_to_text(REPORT).splitlines()
    assert all(line.isprintable() for line in lines)
    assert not [line for line in lines if too_wide(line)]
    text = " ".join(" ".join(lines).split())
    assert "FAILED made::cut $(rm) it's" in text
    assert "The vector is about: one byte more. Bytes follow the end of the message." in text
    assert "blind: 1 x does not open made::valid" in text
    assert "known bug: 1 x ticket 7" in text
    assert lines[-1] == "1 passed, 2 failed, 1 blind, 1 known bugs, 1 could not be run"


def test_junit_fails_red_cells_and_skips_what_proves_nothing() -> None:
    root = ElementTree.fromstring(target_to_junit(REPORT))
    suites = [(suite.get("name"), suite.get("failures"), suite.get("errors"), suite.get("skipped")) for suite in root]
    assert suites == [("made", "2", "0", "2"), ("manifests", "0", "1", "0"), ("known bugs", "1", "0", "0")]


def test_page_has_no_script_and_no_markup_of_others() -> None:
    page = _Page(target_to_html(REPORT))
    assert page.tags.isdisjoint({"script", "img", "iframe", "form", "object"})
    assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "style")]
    assert page.links == {"#cell-1", "#cell-2", "data:,"}  # and the empty icon
    assert "http:" not in page.text.replace("http-equiv", "")
    assert "alert(1)" in page.text


def test_page_shows_field_rule_bytes_values_and_command() -> None:
    page = " ".join(_Page(target_to_html(REPORT)).text.split())
    assert "Bytes follow the end of the message." in page
    assert "FMT-FTR-006" in page
    assert "offset 0x" in page
    assert "Nothing is wrong with these bytes." in page
    assert "header_auth" in page
    assert "key_derivation.salt" in page
    assert "-k 'made::cut and $ and rm and it'\"'\"'s' --target python:a:b" in page


def test_page_shows_what_was_asked_and_what_red_cells_have_in_common() -> None:
    vector = replace(VALID, comment="", encryption_context={"purpose": "test"}, max_encrypted_data_keys=3)
    alike = tuple(replace(REFUSED, vector=replace(vector, id=name), reason="it refused") for name in ("a", "b"))
    page = " ".join(_Page(target_to_html(replace(REPORT, cells=(FAILED, *alike)))).text.split())
    assert "2it refused" in page
    assert page.index("2it refused") < page.index("1it gave plaintext; expected a refusal at parse (trailing-data)")
    assert dict(explain(alike[0]).asked) == {
        "policy": "REQUIRE_ENCRYPT_ALLOW_DECRYPT",
        "max_encrypted_data_keys": "3",
        "context": '{"purpose": "test"}',
        "required": '["purpose"]',
        **{name: text for name, text in explain(alike[0]).asked if name.startswith("keyring.raw_aes.")},
    }


def test_groups_have_only_what_holds_of_all_their_vectors() -> None:
    one = replace(REFUSED, vector=replace(VALID, comment="one"), reason="it refused")
    other = replace(one, vector=replace(one.vector, comment="two"))
    crashes = [replace(KNOWN, reason=f"it ended: {number}", known_bug=None) for number in range(2)]
    groups = groups_of([FAILED, one, other, *crashes])
    assert [(group.what, len(group.cells)) for group in groups] == [
        ("it refused", 2),
        ("the program ended without an answer", 2),
        ("it gave plaintext; expected a refusal at parse (trailing-data)", 1),
    ]
    assert not [line for line in groups[0].common if "about" in line]
    assert "The vector is about: one byte more." in groups[2].common


def test_text_groups_red_cells_only_when_they_are_many() -> None:
    assert "look alike" not in target_to_text(REPORT)
    assert "    9 x it refused a valid message" in target_to_text(replace(REPORT, cells=(REFUSED,) * 9))


def test_values_of_a_valid_message_have_the_context_that_a_raw_aes_key_authenticates() -> None:
    vector = replace(VALID, ciphertext=seal(stored={"b": "1", "a": "2"}))
    assert ("key_wrapping.aad", "0002000161000132000162000131") in explain(replace(REFUSED, vector=vector)).values


@pytest.mark.req("SIG-KEY-001", kind="negative")
def test_fault_of_a_public_key_is_at_its_pair() -> None:
    native = {vector.id: vector for one in load([native_path()]) if isinstance(one, VectorSet) for vector in one.vectors}
    told = explain(replace(FAILED, vector=native["public-key-stray-bits"]))
    assert told.field.startswith("header.encryption_context[")
    assert told.fault is not None
    assert "Au9gb3xe     value:" in told.dump[told.fault]


def test_secrets_of_keys_that_are_not_public_are_never_shown() -> None:
    told = explain(REFUSED)
    assert not told.public_keys
    assert not [name for name, _ in told.values if name.startswith("secrets")]
    assert "are not in the native set, and may be secret" in target_to_html(REPORT)
    assert WRAPPING_KEY.hex() not in target_to_html(REPORT)


def test_values_end_at_the_check_that_fails() -> None:
    header = len(seal()) - len(PLAINTEXT) - 4 * 3 - 12 - 16 - 16  # the tag
    broken = bytearray(seal())
    broken[header] ^= 1
    told = explain(replace(FAILED, vector=replace(CUT, ciphertext=bytes(broken), expectation=Reject("header_tag", "header-tag-invalid"))))
    names = [name for name, _ in told.values]
    assert "header.aad" in names
    assert not [name for name in names if name.startswith("body")]
    assert told.field.startswith("header_auth.tag")
    assert told.fault is not None
    assert "header_auth" in "".join(told.dump[max(0, told.fault - 1) : told.fault + 1])


def test_command_is_quoted() -> None:
    assert command_of(FAILED, ["some path"], "stdio:./a b").startswith("esdkit vectors run 'some path' -k 'made::cut and $ and rm")


def test_known_bugs_match_ids_and_patterns() -> None:
    row = KnownBug("cut*", "why")
    assert not row.matches("made::cut x")
    assert KnownBug("*::cut*", "why").matches("made::cut x")
    assert KnownBug("cut x", "why").matches("made::cut x")
    bugs = KnownBugs((KnownBug("*::valid", "why"),))
    assert bugs.errors([PASSED], [PASSED.name], streamed=False) == (
        "made::valid: passed, although it is a known bug (why). Remove the row.",
    )
    assert bugs.errors([], ["made::other"], streamed=False) == ("*::valid: no vector of the sets matches this known bug",)
    assert bugs.judged(REFUSED).known_bug == "why"
    assert bugs.judged(replace(BLIND, vector=VALID)).known_bug is None


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({}, "xfail"),
        ([1], "xfail[0]"),
        ([{"id": "a"}], "xfail[0].reason"),
        ([{"id": "a", "reason": " "}], "xfail[0].reason"),
        ([{"reason": "a"}], "xfail[0].id"),
        ([{"id": "a", "reason": "b", "other": 1}], "xfail[0]"),
        ([{"id": "a", "reason": "b", "outcome": "blind"}], "xfail[0].outcome"),
        ([{"id": "a", "reason": "b", "outcome": []}], "xfail[0].outcome"),
        ([{"id": "a", "reason": "b", "operation": "whole"}], "xfail[0].operation"),
    ],
)
def test_known_bugs_that_are_not_a_list_of_rows_are_refused_with_their_place(data: object, place: str) -> None:
    with pytest.raises(UsageError) as raised:
        read_known_bugs(data)
    assert raised.value.path == place


def test_known_bug_of_streams_excuses_what_fails_as_a_stream_alone() -> None:
    bugs = read_known_bugs([{"id": "*", "reason": "why", "operation": "stream"}])
    assert bugs.judged(FAILED).known_bug is None
    assert bugs.judged(replace(FAILED, stream=True)).known_bug == "why"
    assert bugs.errors([PASSED], [PASSED.name], streamed=False) == ()
    assert len(bugs.errors([PASSED], [PASSED.name], streamed=True)) == 1


def test_summary_counts_every_cell_once() -> None:
    assert sum(REPORT.summary.values()) + REPORT.known_bugs == len(REPORT.cells)
    assert re.search(r"\b5 vectors, 2 red\b", target_to_html(REPORT))
