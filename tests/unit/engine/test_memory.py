"""Outputs of a known length: filled in place, whatever the system makes of the advice."""

from __future__ import annotations

import pytest

from esdkit.engine import memory
from esdkit.engine.memory import new_output

LARGE = (4 << 20) + 1


@pytest.mark.parametrize("length", [0, 1, 4095, LARGE])
def test_output_is_zeros_of_its_length(length: int) -> None:
    assert new_output(length).getvalue() == bytes(length)


@pytest.mark.parametrize("length", [1, LARGE])
def test_output_filled_in_place_keeps_first_and_last_byte(length: int) -> None:
    out = new_output(length)
    with out.getbuffer() as view:
        view[0] = 7
        view[-1] = 7
    value = out.getvalue()
    assert (len(value), value[0], value[-1], value.count(0)) == (length, 7, 7, max(length - 2, 0))


def test_large_output_can_be_cut() -> None:
    out = new_output(LARGE)
    out.truncate(5)
    assert out.getvalue() == bytes(5)


def test_large_output_without_huge_pages_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_HUGE_PAGES", None)
    assert new_output(LARGE).getvalue() == bytes(LARGE)


def test_advice_that_is_refused_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_HUGE_PAGES", -1)
    assert new_output(LARGE).getvalue() == bytes(LARGE)
