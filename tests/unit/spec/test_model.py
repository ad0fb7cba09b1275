"""The rows' own behaviour: the path of a field, and what its row allows."""

from __future__ import annotations

import pytest

from esdkit.spec import FIELDS, SUITES
from tests.each import each


@pytest.mark.parametrize(
    ("field_id", "index", "path"),
    [
        ("header.version", None, "header.version"),
        ("header.version", 3, "header.version"),
        ("header.encrypted_data_keys.provider_id", 2, "header.encrypted_data_keys[2].provider_id"),
        ("header.encrypted_data_keys.provider_id.length", 0, "header.encrypted_data_keys[0].provider_id.length"),
        ("header.encrypted_data_keys.provider_id", None, "header.encrypted_data_keys.provider_id"),
        ("header.encrypted_data_keys.count", 1, "header.encrypted_data_keys.count"),
        ("header.encryption_context.key.length", 5, "header.encryption_context[5].key.length"),
        ("body.frame.iv", 7, "body.frame[7].iv"),
        ("body.final_frame.iv", 7, "body.final_frame.iv"),
    ],
)
def test_path_of_a_field_puts_the_index_behind_its_list(field_id: str, index: int | None, path: str) -> None:
    assert FIELDS[field_id].path(index) == path


@each(
    ("field_id", "valid", "invalid"),
    [
        ("header.type", [0x80], [0, 0x7F, 0x81]),
        ("header.reserved", [0], [1, 2**32 - 1]),
        ("header.iv_length", [12], [0, 11, 13, 255]),
        ("header.encrypted_data_keys.count", [1, 65535], [0]),
        ("header.encryption_context.count", [1, 65535], [0]),
        ("header.frame_length", [0, 1, 2**31, 2**32 - 1], []),
        ("body.frame.sequence_number", [1, 2**32 - 2], [0, 2**32 - 1]),
        ("body.content_length", [0, 2**36 - 32], [2**36 - 31, 2**64 - 1]),
        ("header.encryption_context.key", [b"", b"key", "𐍈".encode()], [b"\xff", b"\xed\xa0\x80", b"\xf0\x90\x8d"]),
        ("header.encrypted_data_keys.provider_id", [b"aws-kms"], [b"\x80"]),
        ("header.encrypted_data_keys.provider_info", [b"", b"\xff\x80"], []),
        ("header.message_id", [b"\xff" * 16], []),
    ],
)
def test_field_allows_what_its_row_says(field_id: str, valid: list[int | bytes], invalid: list[int | bytes]) -> None:
    row = FIELDS[field_id]
    assert [value for value in valid if not row.allows(value)] == []
    assert [value for value in invalid if row.allows(value)] == []


@pytest.mark.parametrize(("minimum", "maximum", "allowed"), [(None, 5, [0, 5]), (2, None, [2, 9]), (2, 5, [2, 5])])
def test_field_bounds_are_inclusive(minimum: int | None, maximum: int | None, allowed: list[int]) -> None:
    row = FIELDS["header.frame_length"]._replace(minimum=minimum, maximum=maximum)
    assert all(row.allows(value) for value in allowed)
    assert minimum is None or not row.allows(minimum - 1)
    assert maximum is None or not row.allows(maximum + 1)


def test_rows_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        SUITES[0x0578].signature = None  # type: ignore[misc]
