"""The fast writing gives the bytes of the reference writing, or refuses what that refuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.grammar.body import FRAMES
from esdkit.grammar.context import CONTEXT_PAIRS, ENCRYPTION_CONTEXT
from esdkit.grammar.decoder import decoder
from esdkit.grammar.edk import ENCRYPTED_DATA_KEYS, RAW_AES_INFO
from esdkit.grammar.encoder import encoder
from esdkit.grammar.field import Group, Node, u8, u16
from esdkit.grammar.footer import FOOTER, SIGNED_FOOTER
from esdkit.grammar.header import HEADER_AUTH, HEADER_BODY
from esdkit.grammar.trace import BuildError, build
from esdkit.message import Header, parse
from esdkit.message.header import parse_header
from esdkit.spec import LIMITS
from tests.each import each
from tests.samples import native_ciphertext, native_parsed
from tests.strategies import headers

KNOWN_V1 = {"header.version": 1, "header.algorithm_suite_id": 0x0378}
KNOWN_V2 = {"header.version": 2, "header.algorithm_suite_id": 0x0578}
TOO_LONG = bytes(LIMITS["field_length"] + 1)
BODY_V1 = (1, 0x80, 0x0378, bytes(16), [(b"key", b"value")], [(b"id", b"info", b"ct")], 2, 0, 12, 4096)
BODY_V2 = (2, 0x0578, bytes(32), None, [(b"id", b"info", b"ct")], 2, 4096, bytes(32))


def assert_writings_agree(root: Node, value: Any, known: Mapping[str, Any] | None = None) -> bytes:
    """Both writings of a valid value; gives the bytes."""
    data = encoder(root)(value, known)
    assert data == build(root, value, values=known)
    return data


def changed(values: tuple[Any, ...], at: int, value: Any) -> tuple[Any, ...]:
    return (*values[:at], value, *values[at + 1 :])


@pytest.mark.req("FMT-HDR-001", "FMT-HDR-002", "FMT-HDR-003", "FMT-HDR-024")
def test_header_of_a_native_vector_is_written_as_it_was_read(subtests: pytest.Subtests) -> None:
    for name in native_parsed():
        with subtests.test(name):
            data = native_ciphertext(name)
            header, length = parse_header(data)
            read = decoder(HEADER_BODY)(data, 0, len(data))
            assert read is not None
            body, end = read
            assert assert_writings_agree(HEADER_BODY, body) == data[:end]
            auth = decoder(HEADER_AUTH)(data, end, len(data), header.known_values)
            assert auth is not None
            assert assert_writings_agree(HEADER_AUTH, auth[0], header.known_values) == data[end:length]
            signature = parse(data).signature
            footer = None if signature is None else (signature,)
            assert data.endswith(assert_writings_agree(FOOTER, footer, header.known_values))


@given(header=headers(valid=False))
def test_header_of_any_numbers_is_written_as_the_reference_writes_it(header: Header) -> None:
    keys = [(key.provider_id, key.provider_info, key.ciphertext) for key in header.encrypted_data_keys]
    middle = (header.suite.id, header.message_id, header.context_pairs, keys, header.content_type)
    if header.version == 1:
        value: tuple[Any, ...] = (1, header.type, *middle, header.reserved, header.iv_length, header.frame_length)
        auth: tuple[bytes, ...] = (header.auth.iv, header.auth.tag)
    else:
        value, auth = (2, *middle, header.frame_length, header.suite_data), (header.auth.tag,)
    # The suite data of a version 2 header is what its suite says; a suite of the other version has none.
    if len(header.suite_data) == header.suite.suite_data_length or header.version == 1:
        assert_writings_agree(HEADER_BODY, value)
    assert_writings_agree(HEADER_AUTH, auth, header.known_values)


@pytest.mark.req("FMT-AAD-006", "FMT-AAD-007")
@given(pairs=st.none() | st.lists(st.tuples(st.binary(max_size=400), st.binary(max_size=400)), max_size=5))
def test_context_is_written_as_the_reference_writes_it(pairs: list[tuple[bytes, bytes]] | None) -> None:
    section = assert_writings_agree(ENCRYPTION_CONTEXT, pairs)
    if pairs is not None:
        assert section[2:] == assert_writings_agree(CONTEXT_PAIRS, pairs)
    assert int.from_bytes(section[:2], "big") == len(section) - 2


@given(
    name=st.binary(max_size=40),
    tag_length=st.integers(0, 2**32 - 1),
    iv_length=st.integers(0, 2**32 - 1),
    iv=st.binary(min_size=12, max_size=12),
)
def test_raw_aes_information_is_written_as_the_reference_writes_it(name: bytes, tag_length: int, iv_length: int, iv: bytes) -> None:
    assert assert_writings_agree(RAW_AES_INFO, (name, tag_length, iv_length, iv)).startswith(name)


@given(signature=st.binary(max_size=110))
def test_footer_is_written_as_the_reference_writes_it(signature: bytes) -> None:
    assert assert_writings_agree(SIGNED_FOOTER, (signature,)) == assert_writings_agree(FOOTER, (signature,), KNOWN_V2)


MISFITS: dict[str, tuple[Node, Any, Mapping[str, Any] | None]] = {
    "number-too-large": (HEADER_BODY, changed(BODY_V1, 9, 2**32), None),
    "number-below-zero": (HEADER_BODY, changed(BODY_V1, 7, -1), None),
    "no-number": (HEADER_BODY, changed(BODY_V1, 1, None), None),
    "unknown-version": (HEADER_BODY, changed(BODY_V1, 0, 3), None),
    "unknown-suite": (HEADER_BODY, changed(BODY_V2, 1, 0xFFFF), None),
    "message-id-short": (HEADER_BODY, changed(BODY_V1, 3, bytes(15)), None),
    "message-id-long": (HEADER_BODY, changed(BODY_V2, 2, bytes(33)), None),
    "suite-data-short": (HEADER_BODY, changed(BODY_V2, 7, bytes(31)), None),
    "suite-data-of-a-suite-without": (HEADER_BODY, changed(changed(BODY_V2, 1, 0x0378), 7, b"x"), None),
    "value-missing": (HEADER_BODY, BODY_V1[:-1], None),
    "value-too-many": (HEADER_BODY, (*BODY_V2, b""), None),
    "provider-id-too-long": (HEADER_BODY, changed(BODY_V1, 5, [(TOO_LONG, b"", b"")]), None),
    "too-many-keys": (ENCRYPTED_DATA_KEYS, [(b"", b"", b"")] * len(TOO_LONG), None),
    "context-too-long": (ENCRYPTION_CONTEXT, [(b"k", bytes(40_000)), (b"l", bytes(40_000))], None),
    "auth-iv-short": (HEADER_AUTH, (bytes(11), bytes(16)), KNOWN_V1),
    "auth-tag-long": (HEADER_AUTH, (bytes(17),), KNOWN_V2),
    "auth-of-the-other-version": (HEADER_AUTH, (bytes(12), bytes(16)), KNOWN_V2),
    "auth-of-no-version": (HEADER_AUTH, (bytes(16),), {"header.version": 3, "header.algorithm_suite_id": 0x0578}),
    "signature-too-long": (SIGNED_FOOTER, (TOO_LONG,), None),
    "footer-where-none-stands": (FOOTER, (b"signature",), KNOWN_V1 | {"header.algorithm_suite_id": 0x0178}),
    "raw-aes-iv-short": (RAW_AES_INFO, (b"name", 128, 12, bytes(11)), None),
}


@each("name", MISFITS)
def test_what_does_not_fit_is_refused_by_both_writings(name: str) -> None:
    root, value, known = MISFITS[name]
    with pytest.raises(BuildError):
        encoder(root)(value, known)
    with pytest.raises(BuildError):
        build(root, value, values=known)


@pytest.mark.parametrize("known", [{}, None], ids=["empty", "none"])
def test_size_that_nobody_knows_is_refused(known: Mapping[str, Any] | None) -> None:
    with pytest.raises(BuildError):
        encoder(HEADER_AUTH)((bytes(16),), known)


@pytest.mark.parametrize("root", [FRAMES, Group(u8("header.version"), FRAMES)], ids=["root", "inside"])
def test_frames_have_no_fast_writing(root: Node) -> None:
    with pytest.raises(TypeError):
        encoder(root)


def test_node_that_nobody_knows_is_refused() -> None:
    class Other(Node):
        pass

    with pytest.raises(TypeError):
        encoder(Other())


def test_numbers_that_follow_each_other_are_packed_at_once() -> None:
    root = Group(u8("header.version"), u8("header.type"), u16("header.algorithm_suite_id"))
    assert assert_writings_agree(root, (1, 0x80, 0x0178)) == b"\x01\x80\x01\x78"
    assert encoder(root).source.count("add(") == 1


def test_encoder_of_a_root_is_made_once() -> None:
    assert encoder(HEADER_BODY) is encoder(HEADER_BODY)
