"""Layouts agree with the spans of the reference reading."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.grammar.body import BODY_AAD, FINAL_FRAME, FRAME, NON_FRAMED
from esdkit.grammar.edk import ENCRYPTED_DATA_KEYS, RAW_AES_INFO
from esdkit.grammar.field import Group
from esdkit.grammar.layout import layout, packer
from esdkit.grammar.trace import trace
from esdkit.spec import SUITES, Suite
from tests.strategies import suites

GROUPS = {"frame": FRAME, "final-frame": FINAL_FRAME, "non-framed": NON_FRAMED}


@pytest.mark.req("FMT-FRM-001", "FMT-FRM-002", "FMT-FRM-009", "FMT-FRM-011", "FMT-FRM-016", "FMT-FRM-018", "FMT-NFR-001", "FMT-NFR-002")
@pytest.mark.req("FMT-NFR-004", "FMT-NFR-005")
@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
@given(suite=suites(), length=st.integers(0, 40))
def test_layout_of_a_body_group_is_where_the_reading_finds_its_fields(group: Group, suite: Suite, length: int) -> None:
    known: dict[str, Any] = {"header.algorithm_suite_id": suite.id, "header.frame_length": length}
    known |= {"body.final_frame.content_length": length, "body.content_length": length}
    place = layout(group, known)
    data = bytearray(place.size)
    for field_id in ("body.final_frame.content_length", "body.content_length"):
        if field_id in place.offsets:
            end = place.offsets[field_id] + place.sizes[field_id]
            data[place.offsets[field_id] : end] = length.to_bytes(place.sizes[field_id], "big")
    result = trace(group, bytes(data), values=known)
    assert result.problem is None
    assert result.end == place.size
    assert {span.id: (span.start, span.end - span.start) for span in result.spans} == {
        field_id: (offset, place.sizes[field_id]) for field_id, offset in place.offsets.items()
    }


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_layout_sizes_are_those_of_the_format(suite: Suite) -> None:
    known = {
        "header.algorithm_suite_id": suite.id,
        "header.frame_length": 100,
        "body.final_frame.content_length": 7,
        "body.content_length": 7,
    }
    assert layout(FRAME, known).size == 4 + 12 + 100 + 16
    assert layout(FINAL_FRAME, known).size == 4 + 4 + 12 + 4 + 7 + 16
    assert layout(NON_FRAMED, known).size == 12 + 8 + 7 + 16


def test_layout_of_a_group_with_lists_does_not_exist() -> None:
    with pytest.raises(TypeError):
        layout(Group(ENCRYPTED_DATA_KEYS), {})


@pytest.mark.req("FMT-BAD-001")
def test_packer_writes_the_numbers_that_end_a_group() -> None:
    assert packer(BODY_AAD).pack(7, 2**40) == struct.pack(">IQ", 7, 2**40)


def test_packer_of_a_group_that_ends_in_bytes_is_empty() -> None:
    assert packer(RAW_AES_INFO).size == 0
