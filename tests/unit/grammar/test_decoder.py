"""The generated decoder against the reference reading: the same accept set, values and spans on vectors and on mutated bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit.errors import Code
from esdkit.grammar.body import BODY
from esdkit.grammar.decoder import Short, decoder
from esdkit.grammar.edk import ENCRYPTED_DATA_KEYS
from esdkit.grammar.field import Group, Node, Raw, Ref, u8, u64
from esdkit.grammar.footer import BODY_AND_FOOTER, FOOTER, MESSAGE
from esdkit.grammar.header import HEADER
from esdkit.grammar.trace import trace
from esdkit.message.header import build_header
from esdkit.message.message import build
from esdkit.spec import FIELDS
from tests.readings import assert_readings_agree, decoders
from tests.samples import HEADERS, native_ciphertext, native_parsed, published_messages
from tests.strategies import headers, messages


def assert_same(root: Node, data: bytes, values: Mapping[str, Any] | None = None) -> None:
    """All readings of arbitrary bytes are of one mind."""
    reference = trace(root, data, values=values)
    valid = all(FIELDS[span.id].allows(span.value) for span in reference.spans)
    for variant in decoders():
        spans: list[Any] = []
        try:
            read = decoder(root, **variant)(data, 0, len(data), values, spans)
        except Short as short:
            assert variant["checked"]
            assert short.needed > len(data)
            assert reference.problem is not None
            continue
        if reference.problem is not None or (variant["valid"] and not valid):
            assert read is None, variant
        else:
            assert read == (reference.value, reference.end), variant
            assert spans == (reference.spans if variant["spans"] else []), variant


@pytest.mark.parametrize("name", native_parsed())
def test_decoder_reads_a_native_message_as_the_reference(name: str) -> None:
    data = native_ciphertext(name)
    assert_readings_agree(MESSAGE, trace(MESSAGE, data).value, data)


def test_decoder_reads_every_published_message_as_the_reference() -> None:
    decode = decoder(MESSAGE, spans=True, valid=True)
    for name, data in published_messages():
        spans: list[Any] = []
        reference = trace(MESSAGE, data)
        assert decode(data, 0, len(data), None, spans) == (reference.value, reference.end), name
        assert spans == reference.spans, name


@settings(max_examples=300)
@given(st.data())
def test_decoder_of_mutated_headers_accepts_what_the_reference_accepts(data: st.DataObject) -> None:
    header = bytearray(build_header(data.draw(st.sampled_from(list(HEADERS.values())) | headers(valid=False))))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(header) - 1))
        match data.draw(st.sampled_from(["replace", "insert", "remove", "cut"])):
            case "replace":
                header[at] = data.draw(st.integers(0, 255))
            case "insert":
                header[at:at] = data.draw(st.binary(max_size=3))
            case "remove":
                del header[at : at + data.draw(st.integers(1, 3))]
            case "cut":
                del header[at + 1 :]
        header = header or bytearray(1)
    assert_same(HEADER, bytes(header))


@settings(max_examples=200)
@given(st.data())
def test_decoder_of_mutated_bodies_accepts_what_the_reference_accepts(data: st.DataObject) -> None:
    message = data.draw(messages(valid=False))
    body = bytearray(build(message)[len(build_header(message.header)) :])
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(body) - 1))
        if data.draw(st.booleans()):
            body[at] = data.draw(st.integers(0, 255))
        else:
            del body[at:]
            body = body or bytearray(1)
    assert_same(BODY_AND_FOOTER, bytes(body), message.header.known_values)


@settings(max_examples=200)
@given(st.binary(max_size=60), st.sampled_from([b"", b"\1\x80", b"\2\5\x78"]))
def test_decoder_of_any_bytes_accepts_what_the_reference_accepts(data: bytes, start: bytes) -> None:
    assert_same(MESSAGE, start + data)


@pytest.mark.parametrize("root", [HEADER, FOOTER], ids=["tag", "footer"])
def test_decoder_asks_for_the_end_of_a_last_field(root: Node) -> None:
    data = build_header(HEADERS["v2"]) if root is HEADER else b"\0\5abcde"
    values = {"header.algorithm_suite_id": 0x0578}
    assert decoder(root)(data, 0, len(data), values) is not None
    assert decoder(root)(data[:-1], 0, len(data) - 1, values) is None
    assert decoder(root)(data, 0, len(data) - 1, values) is None


def test_decoder_of_a_length_beyond_all_addresses_accepts_nothing() -> None:
    node = Group(u64("body.content_length"), Raw("body.ciphertext", Ref("body.content_length")), Raw("body.tag", 16))
    assert decoder(node)(b"\xff" * 40, 0, 40) is None


@pytest.mark.req("FMT-EDK-010", kind="negative")
def test_decoder_of_a_count_that_the_bytes_do_not_bear_reads_only_the_bytes() -> None:
    assert decoder(ENCRYPTED_DATA_KEYS)(b"\xff\xff" + bytes(18), 0, 20) is None


def test_decoder_takes_bytearrays_and_gives_bytes_when_it_checks() -> None:
    data = bytearray(build_header(HEADERS["v2"]))
    read = decoder(HEADER, checked=True)(data, 0, len(data))
    assert read == (trace(HEADER, bytes(data)).value, len(data))
    assert type(read[0][0][5]) is int
    assert type(read[0][0][4][0][0]) is bytes


@pytest.mark.parametrize("name", HEADERS)
def test_checked_decoder_fed_what_it_asks_for_gets_on_and_ends(name: str) -> None:
    data = build_header(HEADERS[name])
    have = 0
    asked = []
    while True:
        try:
            read = decoder(HEADER, checked=True)(data[:have], 0, have)
        except Short as short:
            asked.append(short.needed)
            assert have < short.needed <= len(data)
            have = short.needed
        else:
            break
    assert read is not None
    assert read[1] == have == len(data)
    assert len(asked) == len(set(asked))


def test_lawful_decoder_refuses_each_value_that_its_row_forbids() -> None:
    header = HEADERS["v1"]
    data = build_header(header)
    valid = decoder(HEADER, valid=True)
    assert valid(data, 0, len(data)) is not None
    forbidden = {"header.type": 0, "header.reserved": 1, "header.iv_length": 11, "header.encrypted_data_keys.count": 0}
    for span in trace(HEADER, data).spans:
        if span.id in forbidden:
            size = span.end - span.start
            changed = data[: span.start] + forbidden[span.id].to_bytes(size, "big") + data[span.end :]
            assert valid(changed, 0, len(changed)) is None, span.id
        elif FIELDS[span.id].unit == "utf-8" and span.end > span.start:
            changed = data[: span.start] + b"\xff" + data[span.start + 1 :]
            assert valid(changed, 0, len(changed)) is None, span.id
            assert decoder(HEADER)(changed, 0, len(changed)) is not None, span.id


def test_decoder_is_made_once() -> None:
    assert decoder(HEADER, spans=True) is decoder(HEADER, spans=True)
    assert decoder(HEADER, spans=True) is not decoder(HEADER)
    assert "def read(" in decoder(HEADER).source


def test_decoder_of_an_unknown_node_is_not_made() -> None:
    class Other(Node):
        pass

    with pytest.raises(TypeError, match="Other"):
        decoder(Other())


def test_decoder_of_a_subclass_is_not_made() -> None:
    class Odd(Group):
        """The walkers look at the exact type: what a subclass changes they would not see."""

    with pytest.raises(TypeError, match="Odd"):
        decoder(Odd(u8("header.version")))


def test_decoder_that_needs_earlier_values_names_them() -> None:
    with pytest.raises(KeyError, match="header"):
        decoder(BODY)(b"", 0, 0, {})


def test_short_says_what_is_needed() -> None:
    with pytest.raises(Short) as caught:
        decoder(u64("body.content_length"), checked=True)(b"\0\0", 0, 2)
    assert caught.value.needed == 8


def test_truncated_is_the_only_reason_to_ask_for_more() -> None:
    data = build_header(HEADERS["v1"])
    for cut in range(len(data)):
        problem = trace(HEADER, data[:cut]).problem
        assert problem is not None
        assert problem.code is Code.TRUNCATED
        with pytest.raises(Short):
            decoder(HEADER, checked=True)(data[:cut], 0, cut)


def test_checked_decoder_asks_for_a_section_whole() -> None:
    data = build_header(HEADERS["v2"])
    length = next(span for span in trace(HEADER, data).spans if span.id == "header.encryption_context.length")
    assert isinstance(length.value, int)
    with pytest.raises(Short) as caught:
        decoder(HEADER, checked=True)(data[: length.end + 1], 0, length.end + 1)
    assert caught.value.needed == length.end + length.value
