"""The header, read and written."""

from __future__ import annotations

import copy
import pickle
import threading
from dataclasses import FrozenInstanceError, asdict, fields, replace
from typing import Any

import pytest
from hypothesis import given

from esdkit.errors import Code, MessageError, UsageError
from esdkit.message import EncryptedDataKey, Header, parse_header
from esdkit.message.header import build_header, build_header_auth, build_header_body, serialize_encrypted_data_key
from tests.each import each
from tests.samples import HEADERS
from tests.strategies import headers


def test_header_is_read_with_its_length_and_what_follows_is_left() -> None:
    data = build_header(HEADERS["v1"])
    assert parse_header(data + b"\xff" * 9) == (HEADERS["v1"], len(data))


@pytest.mark.req("FMT-HDR-004", "FMT-HDR-005", "FMT-HDR-006", "FMT-HDR-010", "FMT-HDR-011", "FMT-HDR-012", "FMT-HDR-019", "ALG-SUI-004")
@pytest.mark.req("FMT-HDR-013", "FMT-HDR-015", "FMT-AAD-008", "FMT-AAD-010", "FMT-EDK-002", "FMT-EDK-004", "FMT-EDK-005", "FMT-EDK-006")
@given(headers())
def test_lawful_header_is_read_as_it_was_built(header: Header) -> None:
    data = build_header(header)
    assert parse_header(data) == (header, len(data))


@pytest.mark.req("FMT-HDR-001", "FMT-HDR-002", "FMT-HDR-003", "FMT-AAD-003", "FMT-EDK-006", kind="negative")
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("v1", b"\x01\x80\x01\x78", b"\x01\x80\x78\x01"),
        ("v1", b"\x00\x02\x00\x07aws-kms", b"\x02\x00\x00\x07aws-kms"),
        ("v1", b"\x00\x07creator", b"\x07\x00creator"),
        ("v1", b"\x02" + bytes(4) + b"\x0c", bytes(4) + b"\x02\x0c"),
        ("v1", b"\x0c\x00\x00\x00\x10", b"\x00\x00\x00\x10\x0c"),
        ("v2", b"\x02\x00\x00\x00\x10", b"\x00\x00\x00\x10\x02"),
        ("v2-no-context", bytes(range(28, 32)) + b"\x00\x00", bytes(range(28, 32)) + b"\x00\x00\x00\x00"),
        ("v1", b"\x00\x0a" + "schlüssel".encode(), b"\x00\x09" + "schlüssel".encode()),
    ],
    ids=["suite-little", "count-little", "length-little", "reserved-first", "frame-length-first", "length-first", "count", "characters"],
)
def test_header_with_numbers_or_fields_turned_around_is_refused(name: str, old: bytes, new: bytes) -> None:
    data = build_header(HEADERS[name])
    assert data.count(old) == 1
    with pytest.raises(MessageError):
        parse_header(data.replace(old, new))


@pytest.mark.parametrize("name", HEADERS)
def test_fields_that_the_version_does_not_have_are_not_written(name: str) -> None:
    valid: Header = HEADERS[name]
    other = replace(valid, suite_data=b"x") if valid.version == 1 else replace(valid, type=1, reserved=2, iv_length=3)
    assert build_header(other) == build_header(valid)


@pytest.mark.parametrize("name", HEADERS)
def test_number_that_does_not_match_is_written_in_its_place(name: str) -> None:
    header, override = HEADERS[name], {"header.encrypted_data_keys.count": 9}
    body = build_header_body(header, override=override)
    assert len(body) == len(build_header_body(header)) and body != build_header_body(header)
    assert build_header(header, override=override) == body + build_header_auth(header)


@pytest.mark.req("FMT-EDK-004", "FMT-EDK-005", "FMT-EDK-006")
def test_encrypted_data_key_is_written_as_it_is_in_the_header() -> None:
    key = EncryptedDataKey(b"namespace", "schlüssel".encode(), bytes(300))
    data = serialize_encrypted_data_key(key)
    assert data == b"\x00\x09namespace\x00\x0aschl\xc3\xbcssel\x01\x2c" + bytes(300)
    assert data in build_header(replace(HEADERS["v2"], encrypted_data_keys=(key,)))


@pytest.mark.req("FMT-EDK-004", kind="negative")
def test_encrypted_data_key_that_is_too_long_to_write_is_refused() -> None:
    with pytest.raises(UsageError) as raised:
        serialize_encrypted_data_key(EncryptedDataKey(bytes(1 << 16), b"", b""))
    assert raised.value.code is Code.INVALID_ARGUMENT


@pytest.mark.parametrize("length", [-1, 1 << 32, "x", 1.5, None, "9" * 500])
def test_number_that_does_not_fit_is_named_with_what_fits(length: object) -> None:
    with pytest.raises(UsageError) as caught:
        build_header(replace(HEADERS["v2"], frame_length=length))  # type: ignore[arg-type]
    expected = f"the message cannot be written: header.frame_length: got {length!r:.60}, expected a whole number from 0 to 4294967295"
    assert caught.value.message == expected


# --- a header that is made later ---


def later(header: Header) -> Header:
    return Header.later(lambda raw: values(parse_header(raw)[0]), build_header(header))


def values(header: Header) -> tuple[Any, ...]:
    return tuple([getattr(header, field.name) for field in fields(header)])


@given(headers())
def test_header_that_is_made_later_is_the_header(header: Header) -> None:
    assert later(header) == header


@each(
    "ask",
    [
        repr,
        hash,
        asdict,
        copy.copy,
        copy.deepcopy,
        lambda header: pickle.loads(pickle.dumps(header)),
        lambda header: replace(header, frame_length=7),
        values,
        lambda header: header.with_auth(header.auth),
        lambda header: (header.encryption_context, header.framed, header.known_values),
    ],
)
@each("version", ["v1", "v2"])
def test_header_that_is_made_later_answers_as_any_other(version: str, ask: Any) -> None:
    assert ask(later(HEADERS[version])) == ask(HEADERS[version])


def test_header_that_is_made_later_is_frozen_and_names_what_it_does_not_have() -> None:
    header: Any = later(HEADERS["v2"])
    with pytest.raises(FrozenInstanceError):
        header.frame_length = 1
    for name in ("edks", "_private", "__dict__"):
        with pytest.raises(AttributeError) as told:
            getattr(HEADERS["v2"], name)
        with pytest.raises(AttributeError) as told_later:
            getattr(header, name)
        assert str(told_later.value) == str(told.value)
    assert header == HEADERS["v2"]


def test_header_is_made_once_and_only_when_it_is_asked() -> None:
    read: list[bytes] = []

    def reader(raw: bytes) -> tuple[Any, ...]:
        read.append(raw)
        return values(HEADERS["v2"])

    header: Any = Header.later(reader, b"raw")
    with pytest.raises(AttributeError, match="no attribute 'other'"):
        _ = header.other
    assert read == []
    assert (header.suite, header.type) == (HEADERS["v2"].suite, None)
    assert read == [b"raw"]


def test_threads_that_ask_for_a_header_at_the_same_time_all_get_it() -> None:
    both = threading.Barrier(2, timeout=30)

    def reader(raw: bytes) -> tuple[Any, ...]:
        both.wait()  # the two of them make it at the same time
        return values(HEADERS["v2"])

    header, seen = Header.later(reader, b""), []
    threads = [threading.Thread(target=lambda: seen.append(copy.copy(header))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [HEADERS["v2"]] * 2
