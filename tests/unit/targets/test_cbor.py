"""CBOR of requests: what is well-formed and small is read, everything else is refused before anything is made of it."""

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.spec import LIMITS
from esdkit.targets.cbor import NotCbor, read_map, write_map

_LEAVES = st.none() | st.booleans() | st.integers(-(2**64), 2**64 - 1) | st.floats(allow_nan=False) | st.text() | st.binary()
_VALUES = st.recursive(_LEAVES, lambda below: st.lists(below) | st.dictionaries(st.text(), below), max_leaves=20)


@given(st.dictionaries(st.text(), _VALUES))
def test_map_is_read_as_it_was_written(value: dict[str, object]) -> None:
    assert read_map(cbor2.dumps(value)) == value


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda data: b"\xa1\x61a" + data))
def test_any_bytes_are_a_map_or_refused(data: bytes) -> None:
    try:
        value = read_map(data)
    except NotCbor:
        return
    assert all(isinstance(key, str) for key in value)


@given(st.dictionaries(st.text(), _VALUES, min_size=1), st.data())
def test_map_that_is_cut_is_refused(value: dict[str, object], data: st.DataObject) -> None:
    whole = cbor2.dumps(value)
    with pytest.raises(NotCbor):
        read_map(whole[: data.draw(st.integers(0, len(whole) - 1))])


def test_map_is_written_for_others() -> None:
    assert cbor2.loads(write_map({"a": b"\0", "b": "text"})) == {"a": b"\0", "b": "text"}


@pytest.mark.parametrize(
    ("data", "value"),
    [
        pytest.param(b"\xbf\x61a\x01\xff", {"a": 1}, id="indefinite-map"),
        pytest.param(b"\xa1\x61a\x9f\x01\x02\xff", {"a": [1, 2]}, id="indefinite-list"),
        pytest.param(b"\xa1\x61a\x5f\x41x\x41y\xff", {"a": b"xy"}, id="bytes-in-chunks"),
    ],
)
def test_indefinite_lengths_are_read(data: bytes, value: dict[str, object]) -> None:
    assert read_map(data) == value


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "cut short", id="nothing"),
        pytest.param(b"\x80", "not a map", id="list"),
        pytest.param(b"\xa1\x01\x02", "text as keys", id="number-as-key"),
        pytest.param(b"\xa0\xa0", "bytes follow", id="two-maps"),
        pytest.param(b"\xa2\x61a\x01\x61a\x02", "uplicate", id="key-twice"),
        pytest.param(b"\xa1\x61a\xd8\x1c\x81\xd8\x1d\x00", "tag", id="list-in-itself"),
        pytest.param(b"\xa1\x61a\xd8\x23\x61(", "tag", id="regular-expression"),
        pytest.param(b"\xa1\x61a\x62\xff\xfe", "text string", id="not-utf-8"),
        pytest.param(b"\xa1\x61a\xfc", "well-formed", id="reserved-number"),
        pytest.param(b"\xa1\x61a\xff", "well-formed", id="break-where-none-can-be"),
        pytest.param(b"\xa1\x61a" + b"\x81" * 70 + b"\x00", "nested", id="deep"),
        pytest.param(b"\xa1\x61a" + b"\x9f" * 5_000_000, "nested", id="deep-and-indefinite"),
        pytest.param(b"\xa1\x61a\x9a\x00\x10\x00\x00" + b"\x80" * 0x100000, "items", id="a-million-lists"),
        pytest.param(b"\xa1\x61a\x9b" + b"\xff" * 8, "cut short", id="list-that-announces-too-much"),
        pytest.param(b"\xa1\x61a\x5b\x7f" + b"\xff" * 7, "cut short", id="bytes-that-announce-too-much"),
    ],
)
def test_what_is_wrong_is_refused_and_said(data: bytes, why: str) -> None:
    with pytest.raises(NotCbor, match=why):
        read_map(data)


def test_largest_encryption_context_is_within_the_limit() -> None:
    pairs = LIMITS["encryption_context_length"] // 5
    assert len(read_map(cbor2.dumps({"encryptionContext": {f"{number:04x}": "" for number in range(pairs)}}))["encryptionContext"]) == pairs
