"""The encrypted data keys by their bytes, and the raw AES provider information, whose name has no length of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.grammar.decoder import decoder
from esdkit.grammar.edk import ENCRYPTED_DATA_KEYS, RAW_AES_INFO
from esdkit.grammar.trace import BuildError
from tests.readings import assert_cut_is_told, assert_readings_agree
from tests.samples import build_raw_aes_info


@pytest.mark.req("FMT-EDK-001", "FMT-EDK-003", "FMT-EDK-005", "FMT-EDK-006", "FMT-EDK-007")
def test_data_keys_are_a_count_and_three_fields_each() -> None:
    value = [("ключ".encode(), b"\xff\0", b"\x80"), (b"", b"", b"")]
    data = b"\0\2" + b"\0\x08" + "ключ".encode() + b"\0\2\xff\0" + b"\0\1\x80" + bytes(6)
    assert_readings_agree(ENCRYPTED_DATA_KEYS, value, data)
    assert_cut_is_told(ENCRYPTED_DATA_KEYS, data)


def test_data_keys_of_the_largest_count_and_length_are_read() -> None:
    data = b"\xff\xff" + bytes(6 * 65535)
    assert decoder(ENCRYPTED_DATA_KEYS)(data, 0, len(data)) == ([(b"", b"", b"")] * 65535, len(data))
    assert_readings_agree(ENCRYPTED_DATA_KEYS, [(b"", b"x" * 65535, b"")], b"\0\1\0\0\xff\xff" + b"x" * 65535 + b"\0\0")


@pytest.mark.req("KEY-AES-004", "KEY-AES-005", "KEY-AES-006")
def test_raw_aes_info_is_name_lengths_and_iv() -> None:
    data = "имя".encode() + b"\0\0\0\x80" + b"\0\0\0\x0c" + b"i" * 12
    assert_readings_agree(RAW_AES_INFO, ("имя".encode(), 128, 12, b"i" * 12), data, {"raw_aes.key_name": 6})
    assert build_raw_aes_info("имя".encode(), 128, 12, b"i" * 12) == data


@given(st.binary(max_size=20), st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.binary(min_size=12, max_size=12))
def test_raw_aes_info_is_read_as_it_is_written(name: bytes, tag_length: int, iv_length: int, iv: bytes) -> None:
    data = build_raw_aes_info(name, tag_length, iv_length, iv)
    assert decoder(RAW_AES_INFO)(data, 0, len(data), {"raw_aes.key_name": len(name)}) == ((name, tag_length, iv_length, iv), len(data))


@pytest.mark.parametrize("name_length", [0, 3, 5, 100], ids=["nothing", "one-less", "one-more", "beyond"])
def test_raw_aes_info_does_not_fit_another_name_length(name_length: int) -> None:
    data = b"name" + bytes(20)
    read = decoder(RAW_AES_INFO)(data, 0, len(data), {"raw_aes.key_name": name_length})
    assert read is None or read[1] != len(data)


@pytest.mark.parametrize("iv", [b"i" * 11, b"i" * 13, b""])
def test_raw_aes_info_with_another_iv_length_is_not_written(iv: bytes) -> None:
    with pytest.raises(BuildError):
        build_raw_aes_info(b"name", 128, 12, iv)
