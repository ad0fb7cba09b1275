"""The stored encryption context by its bytes; its faults are those of the section, see test_field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.grammar.context import CONTEXT_PAIRS, ENCRYPTION_CONTEXT
from esdkit.grammar.trace import build
from tests.readings import assert_cut_is_told, assert_readings_agree

PAIRS = [(b"a", b"1"), ("ключ".encode(), b""), (b"", "𐍈".encode())]
CONTENT = b"\0\3" + b"\0\1a\0\x011" + b"\0\x08" + "ключ".encode() + b"\0\0" + b"\0\0\0\4" + "𐍈".encode()


@pytest.mark.req("FMT-AAD-001", "FMT-AAD-005", "FMT-AAD-006", "FMT-AAD-007", "FMT-AAD-015")
def test_context_is_a_length_a_count_and_pairs() -> None:
    data = len(CONTENT).to_bytes(2, "big") + CONTENT
    assert_readings_agree(ENCRYPTION_CONTEXT, PAIRS, data)
    assert_cut_is_told(ENCRYPTION_CONTEXT, data)


@pytest.mark.req("FMT-AAD-012")
def test_canonical_form_has_no_length_in_front() -> None:
    assert_readings_agree(CONTEXT_PAIRS, PAIRS, CONTENT)


@pytest.mark.req("FMT-AAD-016")
def test_context_of_the_largest_length_is_read() -> None:
    pairs = [(b"k" * 32768, b"v" * (65535 - 2 - 4 - 32768))]
    data = b"\xff\xff" + b"\0\1\x80\0" + b"k" * 32768 + (65535 - 2 - 4 - 32768).to_bytes(2, "big") + pairs[0][1]
    assert_readings_agree(ENCRYPTION_CONTEXT, pairs, data)


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=5))
def test_context_of_any_texts_is_read_as_it_is_written(texts: list[tuple[str, str]]) -> None:
    pairs = [(key.encode("utf-8", "replace"), value.encode("utf-8", "replace")) for key, value in texts]
    assert_readings_agree(ENCRYPTION_CONTEXT, pairs, build(ENCRYPTION_CONTEXT, pairs), valid=bool(pairs))
