"""The header field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from esdkit.inspector import inspect

NATIVE = Path(__file__).parents[3] / "vectors" / "native" / "ciphertexts"
MESSAGE = NATIVE / "mpl-0578-multi-ascii-f256-p300.bin"


def test_header_to_text_names_every_header_field_once_in_order() -> None:
    tree = inspect(MESSAGE.read_bytes())
    lines = tree.header_to_text().splitlines()[2:]
    rows = [line for line in lines if line.startswith("0x")]
    fields = [field for field in tree.fields() if field.row.part == "header"]
    assert [(int(row.split()[0], 16), field.path in row) for row, field in zip(rows, fields, strict=True)] == [
        (field.start, True) for field in fields
    ]


def test_header_to_text_fits_into_80_columns() -> None:
    assert all(len(line) <= 80 for line in inspect(MESSAGE.read_bytes()).header_to_text("message.bin").splitlines())


@pytest.mark.parametrize("length", [0, 1, 2, 40, 100])
def test_header_to_text_of_a_cut_header_ends_with_the_missing_field(length: int) -> None:
    tree = inspect(MESSAGE.read_bytes()[:length])
    problem = tree.problems[0]
    assert tree.header_to_text().splitlines()[-1].endswith(f"{problem.code} at {problem.path}")


def test_header_to_text_escapes_what_could_steer_a_terminal() -> None:
    data = MESSAGE.read_bytes().replace(b"origin", b"\x1b[31mx")
    assert "\x1b" not in inspect(data).header_to_text()


def test_header_to_text_of_many_keys_is_bounded() -> None:
    data = MESSAGE.read_bytes()
    at = next(field.start for field in inspect(data).fields() if field.id == "header.encrypted_data_keys.count")
    flood = data[:at] + (5000).to_bytes(2, "big") + bytes(6) * 5000
    assert len(inspect(flood).header_to_text().splitlines()) < 1000
