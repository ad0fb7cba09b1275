"""Authenticated data: the canonical context and the AAD of header and body, by their bytes."""

from __future__ import annotations

import struct
from typing import Any

import pytest
from hypothesis import given

from esdkit.errors import Code, UsageError
from esdkit.grammar.body import BODY_AAD
from esdkit.grammar.context import CONTEXT_PAIRS
from esdkit.grammar.trace import build, trace
from esdkit.message.aad import body_aad, body_aad_prefix, body_aad_suffix, context_pairs, header_aad, serialize_encryption_context
from tests.strategies import contexts


@pytest.mark.req("FMT-AAD-011", "FMT-HAU-008")
def test_empty_context_is_no_bytes() -> None:
    assert serialize_encryption_context({}) == b""
    assert context_pairs({}) is None
    assert header_aad(b"header", {}) == b"header"


@pytest.mark.req("FMT-AAD-012", "FMT-AAD-006", "FMT-AAD-015")
def test_canonical_context_is_count_and_sorted_pairs() -> None:
    assert serialize_encryption_context({"b": "ü", "a": ""}) == b"\0\2" + b"\0\1a\0\0" + b"\0\1b\0\2\xc3\xbc"


@pytest.mark.req("FMT-AAD-009", "FMT-AAD-012")
@pytest.mark.parametrize(
    "keys",
    [["B", "a"], ["\uff5e", "\U00010348"], ["", "\0", "a", "a\0", "aa", "b", "ä"], ["Z", "z", "é"], ["key", "key1", "key10", "key2"]],
    ids=["upper-before-lower", "utf8-not-utf16", "prefixes", "no-locale", "no-numbers"],
)
def test_canonical_context_is_sorted_by_the_bytes_of_its_keys(keys: list[str]) -> None:
    for order in (keys, keys[::-1]):
        assert [key for key, _ in context_pairs(dict.fromkeys(order, "v")) or ()] == [key.encode() for key in keys]


@given(contexts())
def test_canonical_context_of_any_texts_gives_them_back_sorted(context: dict[str, str]) -> None:
    data = serialize_encryption_context(context)
    if not context:
        assert data == b""
        return
    pairs = trace(CONTEXT_PAIRS, data).value
    assert pairs == sorted(pairs)
    assert {key.decode(): value.decode() for key, value in pairs} == context


@pytest.mark.req("FMT-AAD-014")
@pytest.mark.parametrize(
    "context", [{"k": "v" * 65528}, {"k" * 65529: ""}, {"ключ": "é" * 32760 + "v"}], ids=["value", "key", "bytes-not-characters"]
)
def test_context_of_65535_bytes_fits(context: dict[str, str]) -> None:
    assert len(serialize_encryption_context(context)) == 65535


@pytest.mark.req("FMT-AAD-014", kind="negative")
@pytest.mark.parametrize(
    "context",
    [
        {"k": "v" * 65529},
        {"k" * 65530: ""},
        {"k": "v" * 65536},
        {"k" * 65536: "v"},
        {str(number): "" for number in range(65536)},
    ],
    ids=["total", "total-by-key", "value", "key", "count"],
)
def test_context_of_65536_bytes_does_not_fit(context: dict[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        serialize_encryption_context(context)
    assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, "encryption_context")


@pytest.mark.req("FMT-AAD-010", kind="negative")
@pytest.mark.parametrize(
    "context",
    [{"\ud800": "v"}, {"k": "\udfff"}, {b"k": "v"}, {"k": b"v"}, {"k": 1}, {None: "v"}, [("k", "v")], 5],
    ids=["surrogate-key", "surrogate-value", "bytes-key", "bytes-value", "number", "none", "list", "no-mapping"],
)
def test_context_that_is_no_text_is_refused(context: Any) -> None:
    for write in (serialize_encryption_context, context_pairs):
        with pytest.raises(UsageError) as caught:
            write(context)
        assert (caught.value.code, caught.value.path) == (Code.INVALID_ARGUMENT, "encryption_context")


@pytest.mark.req("FMT-HAU-006", "FMT-HAU-007")
def test_header_aad_is_the_header_and_the_canonical_required_context() -> None:
    assert header_aad(b"received", {"b": "2", "a": "1"}) == b"received" + b"\0\2\0\1a\0\x011\0\1b\0\x012"


@pytest.mark.req("FMT-BAD-001", "FMT-BAD-002", "FMT-BAD-006", "FMT-BAD-010")
@pytest.mark.parametrize("length", [16, 32])
def test_body_aad_is_written_as_the_grammar_writes_it(length: int) -> None:
    message_id, text = bytes(range(length)), b"AWSKMSEncryptionClient Final Frame"
    expected = message_id + text + struct.pack(">IQ", 7, 2**33)
    assert body_aad(message_id, text, 7, 2**33) == expected
    assert body_aad_prefix(message_id, text) + body_aad_suffix(7, 2**33) == expected
    assert build(BODY_AAD, (message_id, text, 7, 2**33)) == expected
