"""The lines of the text form: items with their places. Errors are tried in ``test_text``."""

from __future__ import annotations

import pytest

from esdkit.forge.lengths import AUTOMATIC
from esdkit.forge.lines import MACROS, Item, Macro, fault, read_items


def test_macros_stand_where_the_grammar_has_what_they_make() -> None:
    assert {name: places for name, places in MACROS.items() if name != "auto"} == {
        "commit": {"header.suite_data"},
        "public_key": {"header.encryption_context.value"},
        "seal": {"body.frame.ciphertext", "body.final_frame.ciphertext", "body.ciphertext"},
        "sign": {"footer.signature"},
        "tag": {"header_auth.tag", "body.frame.tag", "body.final_frame.tag", "body.tag"},
    }
    assert MACROS["auto"] == AUTOMATIC


@pytest.mark.req("FMT-TXT-002")
@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("", []),
        ("# header.version 2\n \t\r\n", []),
        ("header.version 2", [Item("header.version", b"\x02", 15)]),
        ("\ufeffheader.version 2# two\n", [Item("header.version", b"\x02", 16)]),
        ("header.frame_length 0x1", [Item("header.frame_length", b"\x00\x00\x00\x01", 20)]),
        ('\n\n  "a" hex"00\n 01"#', [Item(None, b"a\x00\x01", 4)]),
        ("body.tag tag", [Item("body.tag", Macro("tag", None), 9)]),
        ('header_auth.tag tag "a" hex"01"', [Item("header_auth.tag", Macro("tag", b"a\x01"), 16)]),
        ('body.ciphertext seal ""', [Item("body.ciphertext", Macro("seal", b""), 16)]),
        ('"a"\r\n"b"', [Item(None, b"a", 0), Item(None, b"b", 5)]),
    ],
)
def test_text_is_read_line_by_line(text: str, items: list[Item]) -> None:
    assert read_items(text) == items


@pytest.mark.parametrize(("place", "where"), [(0, "line 1, column 1"), (3, "line 2, column 1"), (5, "line 2, column 3")])
def test_fault_counts_lines_and_columns_from_1(place: int, where: str) -> None:
    assert fault("ab\ncde", place, "what", path="header.version").message == f"{where}: what"
