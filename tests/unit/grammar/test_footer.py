"""The footer by its bytes, and the whole message."""

from __future__ import annotations

import pytest

from esdkit.errors import Code
from esdkit.grammar.field import Problem
from esdkit.grammar.footer import FOOTER, MESSAGE
from esdkit.grammar.trace import BuildError, build, trace
from esdkit.spec import SUITES, Suite
from tests.readings import assert_cut_is_told, assert_readings_agree, assert_refused

SIGNED = [suite for suite in SUITES.values() if suite.signed]
UNSIGNED = [suite for suite in SUITES.values() if not suite.signed]


def known(suite: Suite) -> dict[str, int]:
    return {"header.algorithm_suite_id": suite.id}


@pytest.mark.req("FMT-FTR-001", "FMT-FTR-002")
@pytest.mark.parametrize("suite", SIGNED, ids=lambda suite: suite.hex_id)
def test_footer_of_a_signing_suite_is_a_length_and_a_signature(suite: Suite) -> None:
    assert_readings_agree(FOOTER, (b"signature",), b"\0\x09signature", known(suite))
    assert_readings_agree(FOOTER, (b"",), b"\0\0", known(suite))
    assert_cut_is_told(FOOTER, b"\0\x09signature", known(suite))


@pytest.mark.req("FMT-FTR-001", "FMT-FTR-007", kind="negative")
def test_footer_that_is_missing_is_its_length_that_is_missing() -> None:
    assert_refused(FOOTER, b"", Problem(Code.TRUNCATED, "footer.signature.length", None, 0, needed=2), known(SUITES[0x0578]))


@pytest.mark.req("FMT-FTR-004")
@pytest.mark.parametrize("suite", UNSIGNED, ids=lambda suite: suite.hex_id)
def test_footer_of_another_suite_is_nothing(suite: Suite) -> None:
    assert_readings_agree(FOOTER, None, b"", known(suite))


@pytest.mark.req("FMT-FTR-001", "FMT-FTR-004", kind="negative")
@pytest.mark.parametrize(("suite_id", "value"), [(0x0478, (b"signature",)), (0x0578, None)], ids=["too-much", "missing"])
def test_footer_that_does_not_go_with_the_suite_is_not_written(suite_id: int, value: tuple[bytes] | None) -> None:
    with pytest.raises(BuildError):
        build(FOOTER, value, values=known(SUITES[suite_id]))


@pytest.mark.req("FMT-HDR-021")
def test_message_is_header_body_and_footer() -> None:
    header = b"\x02\x05\x78" + bytes(32) + b"\0\0" + b"\0\1" + bytes(6) + b"\2\0\0\0\1" + b"c" * 32 + b"t" * 16
    data = header + b"\xff\xff\xff\xff\0\0\0\1" + bytes(12) + b"\0\0\0\1a" + bytes(16) + b"\0\1s"
    value = trace(MESSAGE, data).value
    assert_readings_agree(MESSAGE, value, data)
    assert [len(part) for part in value] == [2, 1, 1]
    assert value[2] == (b"s",)
