"""Bytes in memory and in files are read alike."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esdkit.errors import UsageError
from esdkit.inspector.facts.source import PIECE, FileSource, MemorySource, open_source

DATA = bytes(range(256)) * 5


class Dribble(io.BytesIO):
    """A file that gives one byte at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(0 if size == 0 else 1)


class Flood(io.BytesIO):
    """A file that gives all it has, whatever it is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read()


@given(st.integers(0, 1400), st.integers(0, 1400))
def test_sources_of_the_same_bytes_read_the_same(start: int, end: int) -> None:
    wanted = DATA[start:end]
    for source in (MemorySource(DATA), FileSource(io.BytesIO(DATA)), FileSource(Dribble(DATA)), FileSource(Flood(DATA))):
        assert source.length == len(DATA)
        assert source.read(start, end) == wanted
        assert b"".join(map(bytes, source.pieces(start, min(end, len(DATA))))) == wanted


def test_pieces_of_a_file_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "long"
    with path.open("wb") as file:
        file.truncate(3 * PIECE + 1)
    with path.open("rb") as opened:
        assert [len(piece) for piece in FileSource(opened).pieces(0, 3 * PIECE + 1)] == [PIECE, PIECE, PIECE, 1]


@pytest.mark.parametrize("data", [bytearray(DATA), memoryview(DATA), DATA, io.BytesIO(DATA)], ids=["bytearray", "view", "bytes", "file"])
def test_open_source_takes_bytes_and_files(data: bytes) -> None:
    assert open_source(data).read(0, 5000) == DATA


class Pipe(io.BytesIO):
    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize("data", ["text", 5, None, io.StringIO("text"), Pipe(b"x")], ids=["text", "number", "none", "text-file", "pipe"])
def test_open_source_of_something_else_is_refused(data: object) -> None:
    with pytest.raises(UsageError):
        open_source(data)
