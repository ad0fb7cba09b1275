"""The header by its bytes, written by hand: both versions, and what ends its structure."""

from __future__ import annotations

import pytest

from esdkit.errors import Code
from esdkit.grammar.field import Problem
from esdkit.grammar.header import HEADER, HEADER_BODY
from esdkit.spec import SUITES, Suite
from tests.each import each
from tests.readings import assert_readings_agree, assert_refused

CONTEXT = bytes.fromhex("000b 0001 0003 6b6579 0002 7631")
KEYS = bytes.fromhex("0001 0002 6964 0004 696e666f 0003 010203")
V1 = b"\x01\x80\x01\x78" + bytes(range(16)) + CONTEXT + KEYS + b"\x02" + bytes(4) + b"\x0c" + b"\x00\x00\x10\x00"
V2 = b"\x02\x05\x78" + bytes(range(32)) + CONTEXT + KEYS + b"\x02" + b"\x00\x00\x10\x00" + b"c" * 32
PAIRS, LIST = [(b"key", b"v1")], [(b"id", b"info", b"\1\2\3")]


@pytest.mark.req("FMT-HDR-001", "FMT-HDR-002", "FMT-HDR-008", "FMT-HAU-001", "FMT-HAU-003", "FMT-HAU-004", "FMT-AAD-001", "FMT-AAD-006")
@pytest.mark.req("FMT-EDK-001", "FMT-EDK-003", "FMT-AAD-005")
def test_header_of_version_1_is_read_field_by_field() -> None:
    body = (1, 0x80, 0x0178, bytes(range(16)), PAIRS, LIST, 2, 0, 12, 4096)
    assert_readings_agree(HEADER, (body, (b"i" * 12, b"t" * 16)), V1 + b"i" * 12 + b"t" * 16)


@pytest.mark.req("FMT-HDR-003", "FMT-HDR-009", "FMT-HDR-014", "FMT-HAU-002", "FMT-HAU-004")
def test_header_of_version_2_is_read_field_by_field() -> None:
    body = (2, 0x0578, bytes(range(32)), PAIRS, LIST, 2, 4096, b"c" * 32)
    assert_readings_agree(HEADER, (body, (b"t" * 16,)), V2 + b"t" * 16)


@pytest.mark.req("FMT-AAD-002", "FMT-AAD-003")
def test_header_without_context_has_a_length_and_no_count() -> None:
    body = (2, 0x0478, bytes(32), None, LIST, 1, 0, b"c" * 32)
    assert_readings_agree(HEADER_BODY, body, b"\x02\x04\x78" + bytes(32) + b"\0\0" + KEYS + b"\1" + bytes(4) + b"c" * 32)


@pytest.mark.req("FMT-HDR-014", "ALG-SUI-005")
@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_header_body_of_version_2_has_the_suite_data_that_the_suite_says(suite: Suite) -> None:
    data = b"\x02" + suite.id.to_bytes(2, "big") + bytes(32) + b"\0\0" + KEYS + b"\2\0\0\0\1" + b"c" * suite.suite_data_length
    assert_readings_agree(HEADER_BODY, (2, suite.id, bytes(32), None, LIST, 2, 1, b"c" * suite.suite_data_length), data)


@pytest.mark.req("FMT-HDR-004", kind="negative")
@pytest.mark.parametrize("version", [0, 3, 0x41, 0x80, 255])
def test_header_of_an_unknown_version_ends_at_its_first_byte(version: int) -> None:
    data = bytes([version]) + V2[1:]
    assert_refused(HEADER, data, Problem(Code.UNSUPPORTED_VERSION, "header.version", None, 0, value=version))


@pytest.mark.req("FMT-HDR-006", "FMT-HDR-020", "ALG-SUI-001", "ALG-SUI-003", kind="negative")
@each("suite_id", [0x0000, 0x0015, 0x0070, 0x0073, 0x0479, 0x6700, 0x6701, 0xFFFF], ids=hex)
@each(("data", "offset"), [(V1, 2), (V2, 1)], ids=["v1", "v2"])
def test_header_with_an_unknown_suite_ends_there(data: bytes, offset: int, suite_id: int) -> None:
    data = data[:offset] + suite_id.to_bytes(2, "big") + data[offset + 2 :]
    assert_refused(HEADER, data, Problem(Code.UNKNOWN_SUITE, "header.algorithm_suite_id", None, offset, value=suite_id))


@pytest.mark.req("FMT-HDR-010", kind="negative")
@pytest.mark.parametrize("content_type", [0, 3, 255])
def test_header_with_an_unknown_content_type_ends_there(content_type: int) -> None:
    offset = V2.index(b"\x02\x00\x00\x10\x00")
    data = V2[:offset] + bytes([content_type]) + V2[offset + 1 :]
    assert_refused(HEADER, data, Problem(Code.BAD_CONTENT_TYPE, "header.content_type", None, offset, value=content_type))
