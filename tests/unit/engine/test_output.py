"""What waits to be taken: order, sizes, and files that are closed when they have been taken."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO, Any

import pytest

from esdkit import Client
from esdkit.engine import output as module
from esdkit.engine.output import Output
from tests.drafts import KEYRING


def filled(*pieces: bytes | IO[bytes]) -> Output:
    output = Output()
    for piece in pieces:
        output.add(piece)
    return output


@pytest.mark.req("CLI-STR-005")
@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("limit", [2, 1 << 20])
def test_bytes_are_taken_in_order_and_of_the_size_asked_for(monkeypatch: pytest.MonkeyPatch, size: int, limit: int) -> None:
    monkeypatch.setattr(module, "_FILE_PIECE", limit)
    output = filled(b"abc", io.BytesIO(b"defgh"), b"", b"i", io.BytesIO(b""), io.BytesIO(b"jk"))
    pieces = list(iter(lambda: output.take(size), b""))
    assert b"".join(pieces) == b"abcdefghijk"
    assert all(len(piece) == size for piece in pieces[:-1])


@pytest.mark.req("CLI-STR-005")
@pytest.mark.parametrize("limit", [2, 1 << 20])
def test_everything_at_hand_is_taken_until_a_file_comes(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(module, "_FILE_PIECE", limit)
    output = filled(b"ab", b"c", io.BytesIO(b"defgh"), b"i")
    assert output.take() == b"abc"
    assert b"".join(iter(output.take, b"")) == b"defghi"
    assert output.take() == b""


@pytest.mark.req("CLI-STR-005")
def test_nothing_is_taken_of_nothing() -> None:
    output = filled(b"abc")
    assert output.take(0) == b""
    assert output.take() == b"abc"
    assert Output().take() == b""


@pytest.mark.req("CLI-STR-005")
def test_file_is_closed_when_it_has_been_taken_or_forgotten() -> None:
    first, second = io.BytesIO(b"abc"), io.BytesIO(b"def")
    output = filled(first, second)
    assert output.take(4) == b"abcd"
    assert (first.closed, second.closed) == (True, False)
    output.clear()
    assert second.closed
    assert output.take() == b""


@pytest.mark.req("CLI-STR-005")
def test_file_is_taken_from_where_it_stands() -> None:
    file = io.BytesIO(b"abcdef")
    file.seek(2)
    assert filled(file).take() == b"cdef"


class Copied(bytes):
    """Bytes that count what is copied out of them."""

    total = 0

    def __getitem__(self, index: Any) -> Any:
        part = super().__getitem__(index)
        Copied.total += 0 if index.start == 0 and len(part) == len(self) else len(part)  # the whole is not copied
        return part


READS: dict[str, Callable[[Any], list[bytes]]] = {
    "read-1": lambda stream: list(iter(lambda: stream.read(1), b"")),
    "read-7": lambda stream: list(iter(lambda: stream.read(7), b"")),
    "readline": lambda stream: list(iter(stream.readline, b"")),
}


@pytest.mark.req("CLI-STR-005")
@pytest.mark.parametrize("read", READS.values(), ids=list(READS))
@pytest.mark.parametrize("mode", ["encrypt", "decrypt"])
def test_small_reads_copy_each_byte_once(monkeypatch: pytest.MonkeyPatch, mode: Any, read: Callable[[Any], list[bytes]]) -> None:
    add = Output.add
    monkeypatch.setattr(Output, "add", lambda self, piece: add(self, Copied(piece) if isinstance(piece, bytes) else piece))
    plaintext = b"a line\n" * 10_000
    message, _ = Client().encrypt(source=plaintext, keyring=KEYRING, algorithm=0x0478)
    monkeypatch.setattr(Copied, "total", 0)
    with Client().stream(mode, source=plaintext if mode == "encrypt" else message, keyring=KEYRING) as stream:
        length = sum(map(len, read(stream)))
    assert length >= len(plaintext)
    assert 0 < Copied.total <= length
