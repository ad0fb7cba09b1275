"""Messages that a binary file keeps in pieces: what their rows say is the message's, or is left out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from esdkit.input import find_all
from esdkit.scan.facts import facts, header_facts
from esdkit.scan.model import Item, Row
from esdkit.scan.sources import How, binary, objects_of, sources_of
from esdkit.vectors.published import native_path

LONG = [
    (native_path() / "ciphertexts" / f"{name}.bin").read_bytes()
    for name in (
        "mpl-0378-rsa-oaep-sha384-empty-f256-p10240",
        "js-0478-aes-128-ascii-f1000-p10240",
        "python-0378-aes-256-many-f0-p10240",
        "mpl-0578-rsa-pkcs1-ascii-f0-p10240",
    )
]
SHORT = (native_path() / "ciphertexts" / "mpl-0478-aes-192-empty-f256-p257.bin").read_bytes()
OF_HEADER = ("version", "suite", "committing", "signed", "message_id", "context_keys", "context", "data_keys", "sole_key", "post_quantum")
OF_FRAMES = ("framed", "frame_length", "header_length")


def pieces(message: bytes, size: int, between: int) -> bytes:
    """A message in pieces of a size, with as many other bytes before each."""
    other = random.Random(size)
    return b"".join(b"\0\xfe" + other.randbytes(between) + message[at : at + size] for at in range(0, len(message), size))


def rows(path: Path, content: bytes) -> list[Row]:
    path.write_bytes(content)
    partitions = [each for source in sources_of([str(path)], How(None, None)) for each in source.partitions()]
    items = [item for partition in partitions for each in objects_of(partition) for item in each.items()]
    assert all(isinstance(each, Item) for each in items), items
    found = [each for each in items if isinstance(each, Item)]
    return [header_facts(each.data, values=True) if each.divided else facts(each.data, each.size, values=True) for each in found]


@pytest.mark.req("SCN-ROW-003", "SCN-SRC-002")
@pytest.mark.parametrize(("size", "between"), [(1448, 70), (1996, 36), (4096, 9), (8000, 24)])
def test_divided_message_has_the_facts_of_its_header(tmp_path: Path, size: int, between: int) -> None:
    content = b"\0\xff" + b"".join(pieces(message, size, between) + SHORT for message in LONG)
    found = rows(tmp_path / "pages", content)
    assert [row.message_id for row in found] == [facts(each).message_id for message in LONG for each in (message, SHORT)]
    for row, message in zip(found[::2], LONG, strict=True):
        whole = facts(message, values=True)
        assert all(getattr(row, name) == getattr(whole, name) for name in (*OF_HEADER, *OF_FRAMES))
        assert (row.read, row.size, row.frames, row.plaintext_length, row.problems) == ("header", None, None, None, ("message-divided",))
    assert all(row == facts(SHORT, values=True) for row in found[1::2])


@pytest.mark.req("SCN-ROW-003", "SCN-SRC-002")
@pytest.mark.parametrize("apart", [700, 4000, 6000, 9973])
@pytest.mark.parametrize("more", [60, 0, -30])
def test_wherever_a_window_ends_the_row_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, apart: int, more: int) -> None:
    """Beginnings of messages between other bytes, with the header and ``more`` bytes."""
    monkeypatch.setattr(binary, "_WINDOW", 5000)
    monkeypatch.setattr(binary, "_OVERLAP", 1000)
    monkeypatch.setattr(binary, "_HEAD", 2000)
    message, other = LONG[1], random.Random(apart)
    beginning = message[: (facts(message).header_length or 0) + more]
    content = b"".join(b"\0\xfe" + other.randbytes(apart) + beginning for _ in range(9)) + other.randbytes(apart)
    found = rows(tmp_path / "pages", content)
    assert len(found) == 9
    assert set(found) == {header_facts(beginning + other.randbytes(apart), values=True)}


@pytest.mark.req("SCN-ROW-003", kind="negative")
@pytest.mark.parametrize("message", LONG)
def test_header_in_pieces_invents_nothing(tmp_path: Path, message: bytes) -> None:
    """Wherever other bytes are inside the header, each column is that of the message, or is null."""
    whole = facts(message, values=True)
    assert whole.header_length is not None
    for at in range(20, whole.header_length, 13):
        for row in rows(tmp_path / "pages", b"\0\xff" + message[:at] + b"\0" * 8 + b"\xc3" * 16 + message[at:]):
            assert row.problems == ("message-divided",)
            assert row.data_keys in (None, whole.data_keys), at
            assert row.suite == whole.suite


@pytest.mark.req("SCN-SRC-002")
def test_length_of_a_signature_that_is_not_one_hides_no_message() -> None:
    signed = LONG[2]  # its body is one block
    divided = signed[:5000] + bytes(7) + signed[5000:]
    content = b"\0\xff" + divided + b"".join([SHORT] * 200)
    found, _ = find_all(content)
    assert [each.found.complete for each in found] == [False, *[True] * 200]


@pytest.mark.req("SCN-SRC-002")
def test_messages_after_one_another_are_whole(tmp_path: Path) -> None:
    found = rows(tmp_path / "whole", b"\0\xff" + b"".join(LONG))
    assert [row.problems for row in found] == [()] * len(LONG)
