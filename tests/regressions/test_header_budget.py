"""A field that leads out of the header budget and is wrong as well: found by comparing the header reader with ``parse_header``.

Fed in pieces, the header was too large as soon as it was known that the field would end beyond the budget; whole, an unknown value, or more
data keys than allowed, was what was wrong. What is beyond the budget is not judged, however it arrives.
"""

from __future__ import annotations

import pytest

from esdkit.errors import Code, PolicyError
from esdkit.message import HeaderReader, ReadLimits, parse_header

UNKNOWN_SUITE = b"\x02\xff\xff" + bytes(60)
TOO_MANY_KEYS = b"\x02\x04\x78" + bytes(32) + b"\0\0" + b"\0\2" + bytes(60)
UNKNOWN_CONTENT_TYPE = b"\x02\x04\x78" + bytes(32) + b"\0\0" + b"\0\1" + bytes(6) + b"\x07" + bytes(60)


@pytest.mark.req("FMT-HDR-023", kind="negative")
@pytest.mark.parametrize(
    ("data", "budget", "path"),
    [
        pytest.param(UNKNOWN_SUITE, 2, "header.algorithm_suite_id", id="suite"),
        pytest.param(TOO_MANY_KEYS, 38, "header.encrypted_data_keys.count", id="data-key-count"),
        pytest.param(UNKNOWN_CONTENT_TYPE, 45, "header.content_type", id="content-type"),
    ],
)
def test_wrong_value_beyond_the_budget_is_too_large_whole_and_in_pieces(data: bytes, budget: int, path: str) -> None:
    limits = ReadLimits(max_encrypted_data_keys=1, header_budget=budget)
    with pytest.raises(PolicyError) as whole:
        parse_header(data, limits=limits)
    reader = HeaderReader(limits=limits)
    with pytest.raises(PolicyError) as pieces:
        for byte in data:
            reader.feed(bytes([byte]))
    for error in (whole.value, pieces.value):
        assert (error.code, error.path) == (Code.HEADER_TOO_LARGE, path)
        assert error.offset == whole.value.offset
