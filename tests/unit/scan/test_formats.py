"""Files of records and columns other than Parquet, packed data, and what cannot be read: read, or named, and never passed over."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import feather, orc

from esdkit.scan.model import Item, Problem
from esdkit.scan.sources import How, objects_of, sources_of
from esdkit.spec import non_messages
from tests.scanning import MESSAGES, zip_of

ALL, PAYLOAD = How(None, None), How(None, "payload")
SOME = MESSAGES[:7]


def scanned(path: Path, content: bytes, how: How = ALL) -> list[Item | Problem]:
    path.write_bytes(content)
    partitions = [each for source in sources_of([str(path)], how) for each in source.partitions()]
    return [item for partition in partitions for each in objects_of(partition) for item in each.items()]


def data(found: list[Item | Problem]) -> list[bytes]:
    assert all(isinstance(each, Item) for each in found), found
    return [each.data for each in found if isinstance(each, Item)]


# ---------------------------------------------------------------- Arrow and ORC
def table(messages: list[bytes]) -> pa.Table:
    return pa.table({"id": range(len(messages)), "payload": messages})


def written(write: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    write(file)
    return file.getvalue()


def arrow(messages: list[bytes], compression: str | None, *, stream: bool = False) -> bytes:
    options, rows = pa.ipc.IpcWriteOptions(compression=compression), table(messages)

    def write(file: io.BytesIO) -> None:
        with (pa.ipc.new_stream if stream else pa.ipc.new_file)(file, rows.schema, options=options) as writer:
            writer.write_table(rows, max_chunksize=3)

    return written(write)


COLUMNAR: dict[str, Callable[[list[bytes]], bytes]] = {
    "arrow": lambda messages: arrow(messages, None),
    "arrow-lz4": lambda messages: arrow(messages, "lz4"),
    "arrow-zstd": lambda messages: arrow(messages, "zstd"),
    "stream": lambda messages: arrow(messages, None, stream=True),
    "stream-lz4": lambda messages: arrow(messages, "lz4", stream=True),
    "feather": lambda messages: written(lambda file: feather.write_feather(table(messages), file)),
    **{
        f"orc-{each}": lambda messages, each=each: written(lambda file: orc.write_table(table(messages), file, compression=each))  # type: ignore[misc]
        for each in ("uncompressed", "zlib", "snappy", "zstd", "lz4")
    },
}


@pytest.mark.req("SCN-SRC-014")
@pytest.mark.parametrize("how", [ALL, PAYLOAD], ids=["all", "column"])
@pytest.mark.parametrize("write", COLUMNAR.values(), ids=COLUMNAR)
def test_columns_of_arrow_and_orc(tmp_path: Path, write: Callable[[list[bytes]], bytes], how: How) -> None:
    found = scanned(tmp_path / "a", write(SOME), how)
    assert data(found) == SOME
    assert [each.part for each in found] == [f"row {row}, column payload" for row in range(1, len(SOME) + 1)]
    assert data(scanned(tmp_path / "a.zip", zip_of({"b": write(SOME)}), how)) == SOME


@pytest.mark.req("SCN-SRC-014", kind="negative")
@pytest.mark.parametrize("write", [COLUMNAR["arrow-lz4"], COLUMNAR["stream-lz4"], COLUMNAR["orc-zlib"]], ids=["arrow", "stream", "orc"])
def test_arrow_and_orc_that_are_damaged(tmp_path: Path, write: Callable[[list[bytes]], bytes]) -> None:
    whole = write(SOME)
    last = scanned(tmp_path / "a", whole[: len(whole) * 3 // 4])[-1]
    assert isinstance(last, Problem)
    assert (last.code, last.message.partition(":")[0]) == ("source-damaged", "the Arrow or ORC file cannot be read")
    (missing,) = scanned(tmp_path / "b", whole, How(None, "paylod"))
    assert isinstance(missing, Problem) and missing.code == "column-missing" and "'payload'" in missing.message


@pytest.mark.req("SCN-SRC-014", kind="negative")
@pytest.mark.parametrize("name", ["arrow-lz4", "orc-zlib", "snappy", "zstd"])
def test_without_pyarrow_they_are_named(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = COLUMNAR[name](SOME) if name in COLUMNAR else avro(SOME, name) if name == "snappy" else packed(name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (problem,) = scanned(tmp_path / "a", content)
    assert isinstance(problem, Problem)
    assert problem.code == "source-unreadable" and 'pip install "esdkit[scan]"' in problem.message


@pytest.mark.req("SCN-SRC-003")
def test_text_that_begins_like_orc(tmp_path: Path) -> None:
    assert data(scanned(tmp_path / "a", b"ORC " + base64.b64encode(SOME[0]) + b"\n")) == SOME[:1]


@pytest.mark.req("SCN-SRC-009")
def test_lists_of_bytes_in_columns(tmp_path: Path) -> None:
    """As Rust writes bytes that it was not told are bytes."""
    unsigned = pa.array([list(each) for each in SOME], pa.large_list(pa.uint8()))
    signed = pa.array([[byte - 256 if byte > 127 else byte for byte in each] for each in SOME], pa.list_(pa.int8()))
    rows = pa.table({"a": unsigned, "b": signed, "c": [[1, 2]] * len(SOME)})
    content = written(lambda file: feather.write_feather(rows, file))
    assert data(scanned(tmp_path / "a", content)) == [each for message in SOME for each in (message, message)]


# ---------------------------------------------------------------- Avro
def number(value: int) -> bytes:
    value, found = value << 1, bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])


def block(content: bytes) -> bytes:
    return number(len(content)) + content


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


AVRO: dict[str, Callable[[bytes], bytes]] = {
    "null": bytes,
    "deflate": _deflated,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "snappy": lambda content: bytes(pa.compress(content, "snappy", asbytes=True)) + zlib.crc32(content).to_bytes(4, "big"),
    "zstandard": lambda content: bytes(pa.compress(content, "zstd", asbytes=True)),
}


def avro(messages: list[bytes], codec: str) -> bytes:
    fields = [{"name": "id", "type": "long"}, {"name": "payload", "type": "bytes"}, {"name": "text", "type": "string"}]
    schema = json.dumps({"type": "record", "name": "order", "fields": fields}).encode()
    sync = bytes(range(16))
    head = b"Obj\x01" + number(2) + b"".join(map(block, (b"avro.schema", schema, b"avro.codec", codec.encode()))) + b"\0" + sync
    blocks = []
    for at in range(0, len(messages), 3):
        some = messages[at : at + 3]
        content = b"".join(number(7) + block(each) + block(base64.b64encode(each)) for each in some)
        blocks.append(number(len(some)) + block(AVRO.get(codec, bytes)(content)) + sync)
    return head + b"".join(blocks)


@pytest.mark.req("SCN-SRC-014")
@pytest.mark.parametrize("codec", AVRO)
def test_blocks_of_avro(tmp_path: Path, codec: str) -> None:
    assert data(scanned(tmp_path / "a.avro", avro(SOME, codec))) == [each for message in SOME for each in (message, message)]


@pytest.mark.req("SCN-SRC-014", kind="negative")
@pytest.mark.parametrize("codec", ["deflate", "snappy"])
def test_avro_that_is_damaged(tmp_path: Path, codec: str) -> None:
    content = avro(SOME, codec)
    *before, last = scanned(tmp_path / "a.avro", content[:-60])
    assert isinstance(last, Problem) and last.code == "source-damaged"
    assert set(data(before)) == set(SOME[:6])
    (problem,) = scanned(tmp_path / "b.avro", content.replace(codec.encode(), b"lzo".ljust(len(codec))))
    assert isinstance(problem, Problem) and problem.code == "source-unreadable" and "'lzo" in problem.message


# ---------------------------------------------------------------- packed
def packed(codec: str) -> bytes:
    with pa.BufferOutputStream() as whole:
        with pa.CompressedOutputStream(whole, codec) as file:
            file.write(b"".join(base64.b64encode(each) + b"\n" for each in SOME))
        return bytes(whole.getvalue())


@pytest.mark.req("SCN-SRC-002")
@pytest.mark.parametrize("codec", ["zstd", "lz4"])
def test_zstd_and_lz4(tmp_path: Path, codec: str) -> None:
    content = packed(codec)
    assert data(scanned(tmp_path / "a", content)) == SOME
    assert data(scanned(tmp_path / "b", content * 2)) == SOME * 2, "two frames"
    *before, problem = scanned(tmp_path / "c", content[:-9])
    assert isinstance(problem, Problem) and problem.code == "source-damaged"
    assert set(data(before)) <= set(SOME)


REST = {"lzma": b"\x80\0" + b"\xff" * 8 + b"\0"}  # without which it may be something else
READ = {"avro", "arrow", "parquet", "sqlite"}  # by programs that know them


@pytest.mark.req("SCN-SRC-007", kind="negative")
@pytest.mark.parametrize("kind", [kind for kind, row in non_messages().items() if row.unread and kind not in READ])
def test_what_is_not_read_is_named(tmp_path: Path, kind: str) -> None:
    row = non_messages()[kind]
    for magic in row.magic:
        content = magic + REST.get(kind, b"") + bytes(100) + SOME[0]
        *found, problem = scanned(tmp_path / "a", content)
        assert isinstance(problem, Problem) and problem.code == "source-unreadable" and row.name in problem.message
        assert data(found) == SOME[:1]


@pytest.mark.req("SCN-SRC-002", "SCN-PLN-005")
@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, lzma.compress, lambda data: bytes(avro([data], "deflate"))], ids=["gzip", "bzip2", "xz", "avro"]
)
def test_file_whose_content_is_a_message_is_not_one(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    """Whoever moves messages must not put one in its place."""
    found = scanned(tmp_path / "a", pack(SOME[0])) + scanned(tmp_path / "a.zip", zip_of({"b": pack(SOME[0])}))
    assert set(data(found)) == {SOME[0]}
    assert all(each.part not in ("", "b") for each in found)
