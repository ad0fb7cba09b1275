"""Errors of a reading: what ended it, where, and how much is missing."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from esdkit.errors import Code, MalformedMessage, PolicyError, TruncatedMessage, UnsupportedMessage
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.message import (
    ReadLimits,
    build,
    parse,
)
from esdkit.message.header import build_header
from esdkit.message.problems import locate, refuse
from esdkit.spec import NOT_ESDK, SUITES
from tests.each import each
from tests.samples import HEADERS, native_ciphertext, sample_header
from tests.unit.message.outcomes import NATIVE, refusal_of

# --- what is no message ---


@pytest.mark.req("CLI-DEC-008", "CLI-DEC-032")
@pytest.mark.parametrize("name", NATIVE.values(), ids=NATIVE)
def test_base64_text_of_a_message_is_recognized(name: str) -> None:
    error = refusal_of(base64.b64encode(native_ciphertext(name)))
    assert (type(error), error.code, error.offset) == (MalformedMessage, Code.LOOKS_LIKE_BASE64, 0)


@pytest.mark.parametrize("suite", SUITES.values(), ids=lambda suite: suite.hex_id)
def test_base64_text_of_a_header_of_every_suite_is_recognized(suite: Any) -> None:
    assert refusal_of(base64.b64encode(build_header(sample_header(suite)))).code is Code.LOOKS_LIKE_BASE64


@pytest.mark.req("FMT-HDR-004", "CLI-DEC-008", kind="negative")
@pytest.mark.parametrize(
    "data", [b"\0", b"\3rest", b"AgX4", b"A", b"Ag", b"AX", b"\xff" * 50, b"-----BEGIN"], ids=lambda data: data[:8].hex()
)
def test_other_first_bytes_are_no_version(data: bytes) -> None:
    error = refusal_of(data)
    assert (type(error), error.code, error.path, error.offset) == (UnsupportedMessage, Code.UNSUPPORTED_VERSION, "header.version", 0)


@pytest.mark.req("FMT-HDR-006", "FMT-HDR-020", "ALG-SUI-003", kind="negative")
@each("suite_id", [*NOT_ESDK, 0x0015, 0xFFFF], ids=hex)
@each("strict", [True, False], ids=["strict", "lenient"])
def test_foreign_suite_is_unsupported(suite_id: int, strict: bool) -> None:
    error = refusal_of(build_header(HEADERS["v2"], override={"header.algorithm_suite_id": suite_id}), strict=strict)
    assert (type(error), error.code, error.path, error.offset) == (UnsupportedMessage, Code.UNKNOWN_SUITE, "header.algorithm_suite_id", 1)
    assert (NOT_ESDK.get(suite_id, "!") in error.message) == (suite_id in NOT_ESDK)


@pytest.mark.req("FMT-HDR-010", kind="negative")
@pytest.mark.parametrize("content_type", [0, 3, 255])
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
def test_unknown_content_type_is_malformed(content_type: int, strict: bool) -> None:
    error = refusal_of(build_header(HEADERS["v1"], override={"header.content_type": content_type}), strict=strict)
    assert (type(error), error.code, error.path) == (MalformedMessage, Code.BAD_CONTENT_TYPE, "header.content_type")


@pytest.mark.req("FMT-AAD-001", "FMT-AAD-005", "FMT-AAD-006", "FMT-AAD-007", kind="negative")
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
@pytest.mark.parametrize(
    ("override", "path"),
    [
        ({"header.encryption_context.length": 1}, "header.encryption_context.count"),
        ({"header.encryption_context.length": 8}, "header.encryption_context[0].key"),
        ({"header.encryption_context.count": 2}, "header.encryption_context.length"),
        ({"header.encryption_context.count": 4}, "header.encryption_context[3].key.length"),
        ({"header.encryption_context[1].value.length": 65535}, "header.encryption_context[1].value"),
    ],
    ids=["no-room", "cut-in-pair", "too-few", "too-many", "value-out-of-section"],
)
def test_context_that_does_not_fill_its_length_is_malformed(override: dict[str, int], path: str, strict: bool) -> None:
    error = refusal_of(build_header(HEADERS["v1"], override=override), strict=strict)
    assert (type(error), error.code, error.path) == (MalformedMessage, Code.AAD_LENGTH_MISMATCH, path)


def test_length_beyond_all_addresses_is_truncated_when_only_the_structure_counts() -> None:
    data = build(parse(native_ciphertext(NATIVE["block"])), override={"body.content_length": 2**64 - 1})
    error = refusal_of(data, strict=False)
    assert isinstance(error, TruncatedMessage)
    assert error.path == "body.ciphertext"


# --- explaining ---


@pytest.mark.parametrize(
    ("path", "field_id"),
    [
        ("header.version", "header.version"),
        ("header.encryption_context", "header.encryption_context.length"),
        ("header.encrypted_data_keys", "header.encrypted_data_keys.count"),
        ("header.encrypted_data_keys[1].provider_id", "header.encrypted_data_keys.provider_id.length"),
        ("header_auth.tag", "header_auth.tag"),
    ],
)
def test_locate_finds_the_first_byte_of_a_field_or_group(path: str, field_id: str) -> None:
    data = build_header(HEADERS["v1"])
    span = next(span for span in trace(HEADER, data).spans if span.id == field_id and span.index in (None, 1))
    assert locate(data, path) == span.start


@pytest.mark.parametrize("path", ["header.suite_data", "footer.signature", "encryption_context"])
def test_locate_of_what_is_not_in_the_header_is_none(path: str) -> None:
    assert locate(build_header(HEADERS["v1"]), path) is None
    assert locate(b"garbage", path) is None


def test_refuse_of_lawful_bytes_is_a_bug_of_ours() -> None:
    with pytest.raises(RuntimeError):
        refuse(native_ciphertext(NATIVE["v1"]))


def test_refuse_judges_no_limit_unless_told() -> None:
    data = native_ciphertext(NATIVE["v1"])
    with pytest.raises(RuntimeError):
        refuse(data)
    with pytest.raises(PolicyError):
        refuse(data, limits=ReadLimits(header_budget=50))
