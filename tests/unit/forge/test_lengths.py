"""Lengths and counts that follow: all that there are, and by the rules of the text form."""

from __future__ import annotations

import pytest

from esdkit.forge.lengths import AUTOMATIC, NODES, follow, sized_by
from esdkit.forge.mutate import spans
from esdkit.grammar.footer import MESSAGE
from esdkit.grammar.trace import trace
from esdkit.spec import FIELDS, Suite
from tests.drafts import each_body, each_suite, valid

CONTEXT, KEYS = "header.encryption_context", "header.encrypted_data_keys"


def test_every_number_that_counts_what_follows_it_is_known() -> None:
    names = {row.id for row in FIELDS.values() if row.id in NODES and row.type != "bytes" and row.id.endswith(("length", "count"))}
    assert names - AUTOMATIC == {"header.iv_length", "header.frame_length"}
    assert names >= AUTOMATIC


def test_fields_of_a_message_are_those_of_its_parts() -> None:
    assert set(NODES) == {row.id for row in FIELDS.values() if row.part in ("header", "body", "footer")}


def test_sizes_of_the_suite_are_found_by_their_property() -> None:
    assert sized_by("suite_data_length") == {"header.suite_data"}
    assert sized_by("tag_length") == {"header_auth.tag", "body.frame.tag", "body.final_frame.tag", "body.tag"}


@pytest.mark.req("FMT-TXT-003", "FMT-TXT-004")
@each_suite
@each_body
def test_what_follows_in_a_lawful_message_is_what_stands_there(suite: Suite, frame_length: int | None) -> None:
    data = valid(suite, frame_length=frame_length).seal()
    found = trace(MESSAGE, data).spans
    numbers = follow([span.id for span in found], [span.end - span.start for span in found])
    assert numbers == {at: span.value for at, span in enumerate(found) if span.id in AUTOMATIC}
    assert len(found) == len(spans(data))


@pytest.mark.req("FMT-TXT-003", "FMT-TXT-004")
@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([("footer.signature.length", 2)], {}, id="length-of-nothing"),
        pytest.param([("footer.signature.length", 2), ("footer.signature", 5), ("footer.signature", 7)], {0: 5}, id="the-nearest"),
        pytest.param([("footer.signature.length", 2)] * 2 + [("footer.signature", 5)], {1: 5}, id="length-twice"),
        pytest.param([("footer.signature", 5), ("footer.signature.length", 2)], {}, id="only-below"),
        pytest.param([("footer.signature.length", 2), (None, 9), ("header.type", 1), ("footer.signature", 5)], {0: 5}, id="far-below"),
        pytest.param([(f"{CONTEXT}.length", 2)], {0: 0}, id="section-of-nothing"),
        pytest.param([(f"{CONTEXT}.length", 2), (f"{CONTEXT}.count", 2), (None, 9), (f"{CONTEXT}.value", 4)], {0: 15, 1: 0}, id="section"),
        pytest.param([(f"{CONTEXT}.length", 2), (None, 9), ("header.type", 1), (f"{CONTEXT}.key", 4)], {0: 9}, id="section-ends"),
        pytest.param([(f"{KEYS}.count", 2)], {0: 0}, id="list-of-nothing"),
        pytest.param([(f"{KEYS}.count", 2), (f"{KEYS}.provider_id", 1), (None, 3), (f"{KEYS}.provider_id", 1)], {0: 2}, id="list"),
        pytest.param([(f"{KEYS}.count", 2), ("header.type", 1), (f"{KEYS}.provider_id", 1)], {0: 0}, id="list-ends"),
        pytest.param([(f"{KEYS}.count", 2), (f"{KEYS}.provider_id", 1)] * 2, {0: 1, 2: 1}, id="list-twice"),
    ],
)
def test_what_follows_is_by_the_rules(lines: list[tuple[str | None, int]], numbers: dict[int, int]) -> None:
    assert follow([line[0] for line in lines], [line[1] for line in lines]) == numbers
