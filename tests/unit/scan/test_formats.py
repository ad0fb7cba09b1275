"""Files of records and columns other than Parquet, packed data, and what cannot be read: read, or named, and never passed over."""

from __future__ import annotations

import base64
import bz2
import errno
import gzip
import hashlib
import io
import json
import lzma
import sys
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path
from random import Random

import pyarrow as pa
import pytest
from pyarrow import feather, orc, parquet

from esdkit.input import find
from esdkit.input.things import recognize
from esdkit.scan.model import Item, Problem
from esdkit.scan.sources import How, objects_of, sources_of, stream
from esdkit.scan.sources import avro as avro_source
from esdkit.scan.sources import parquet as parquet_source
from esdkit.scan.sources.arrow import open_arrow
from esdkit.scan.sources.frames import open_frames
from esdkit.scan.sources.stream import Ahead
from esdkit.spec import non_messages
from tests.samples import native_ciphertext
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
            writer.write_table(rows, max_chunksize=max(3, len(messages) // 3))

    return written(write)


COLUMNAR: dict[str, Callable[[list[bytes]], bytes]] = {
    "arrow": lambda messages: arrow(messages, None),
    "arrow-lz4": lambda messages: arrow(messages, "lz4"),
    "arrow-zstd": lambda messages: arrow(messages, "zstd"),
    "stream": lambda messages: arrow(messages, None, stream=True),
    "stream-lz4": lambda messages: arrow(messages, "lz4", stream=True),
    "stream-zstd": lambda messages: arrow(messages, "zstd", stream=True),
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
    assert problem.code == "package-missing" and "pyarrow" in problem.message


UNSIGNED = native_ciphertext("mpl-0478-data-key-ascii-f128-p200")
ALIKE = [UNSIGNED[:3] + Random(seed).randbytes(32) + UNSIGNED[35:-16] + Random(-seed - 1).randbytes(16) for seed in range(300)]
"""Messages that differ in their ids and last tags alone: compression leaves the head and the id of each."""
CUT = {"arrow-lz4": "arrow", "arrow-zstd": "arrow", "stream-lz4": "arrow-stream", "stream-zstd": "arrow-stream", "orc-snappy": "orc"}


@pytest.mark.req("CLI-INP-001", "CLI-INP-004", "CLI-DOC-001", kind="negative")
@pytest.mark.parametrize(("name", "kind"), [*CUT.items(), ("zstd", "zstd"), ("lz4", "lz4")])
def test_what_compression_leaves_of_a_message_is_not_one(name: str, kind: str) -> None:
    """The name of the file is the answer, and that not all of it was seen."""
    content = packed(name, b"".join(ALIKE)) if name == kind else COLUMNAR[name](ALIKE)
    assert content.count(UNSIGNED[:3]) > 20, "they are there as far as they are cut"
    found = find(content)
    assert [each for each in found.messages if each.data not in ALIKE] == []
    row = non_messages()[kind]
    what = "only the bytes were searched, and not what is compressed, divided or encrypted in it; esdkit scan reads such files."
    assert found.limits == (f"Of {row.name}, {what}",)
    assert recognize(content).kind == kind


@pytest.mark.req("CLI-DOC-001", kind="negative")
def test_bytes_that_begin_like_a_column_of_mysql() -> None:
    """A column of MySQL has a data key at least; compressed data, of whatever file, may have the beginning of a message before a tab."""
    assert find(b"\x8f\x01\x90" * 9 + UNSIGNED[:3] + bytes(range(128, 150)) + b"\\n\t" + b"\xfe" * 40).messages == ()


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


STAMP = pa.array([1 << 60] * 3, pa.timestamp("us"))
THREE = SOME[:3]
TEXTS = [base64.b64encode(each).decode() for each in THREE]


def struct(*fields: tuple[str, pa.Array]) -> pa.Array:
    return pa.StructArray.from_arrays([values for _, values in fields], [name for name, _ in fields])


ODD: dict[str, tuple[list[pa.Array], int]] = {
    "two-of-a-name": ([pa.array(THREE), pa.array(THREE)], 2),
    "two-types-of-a-name": ([pa.array(THREE), pa.array([1, 2, 3])], 1),
    "two-fields-of-a-name": ([struct(("b", pa.array(THREE)), ("b", pa.array(THREE)))], 2),
    "far-time": ([struct(("t", STAMP), ("b", pa.array(THREE)))], 1),
    "unknown-zone": ([struct(("t", pa.array([1] * 3, pa.timestamp("us", "No/Where"))), ("b", pa.array(THREE)))], 1),
    "far-time-in-list": ([pa.ListArray.from_arrays([0, 1, 2, 3], struct(("t", STAMP), ("b", pa.array(THREE))))], 1),
    "map": ([pa.array([[("k", each)] for each in THREE], pa.map_(pa.string(), pa.binary()))], 1),
    "json": ([pa.ExtensionArray.from_storage(pa.json_(pa.string()), pa.array(TEXTS))], 1),
    "json-in-struct": ([struct(("j", pa.ExtensionArray.from_storage(pa.json_(pa.string()), pa.array(TEXTS))))], 1),
    "numbers-in-view": ([pa.array([list(each) for each in THREE], pa.list_view(pa.uint8()))], 1),
    "numbers-in-large-view": ([pa.array([list(each) for each in THREE], pa.large_list_view(pa.uint8()))], 1),
    "bytes-in-view": ([pa.array([[each] for each in THREE], pa.list_view(pa.binary()))], 1),
    "bytes-view": ([pa.array(THREE, pa.binary_view())], 1),
    "runs": ([pa.RunEndEncodedArray.from_arrays([1, 2, 3], pa.array(THREE))], 1),
    "dictionary-in-struct": ([struct(("d", pa.array(TEXTS).dictionary_encode()))], 1),
    "union": ([pa.UnionArray.from_sparse(pa.array([0, 0, 0], pa.int8()), [pa.array(THREE), pa.array([1, 2, 3])])], 1),
}


def columns(arrays: list[pa.Array]) -> bytes:
    rows = pa.RecordBatch.from_arrays(arrays, ["a"] * len(arrays))

    def write(file: io.BytesIO) -> None:
        with pa.ipc.new_file(file, rows.schema) as writer:
            writer.write_batch(rows)

    return written(write)


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-014")
@pytest.mark.parametrize("kind", ODD)
def test_columns_of_odd_types(tmp_path: Path, kind: str) -> None:
    arrays, times = ODD[kind]
    assert data(scanned(tmp_path / "a", columns(arrays))) == [each for each in THREE for _ in range(times)]


@pytest.mark.req("SCN-SRC-009")
@pytest.mark.parametrize("depth", [0, 1, 2])
def test_text_that_is_not_utf_8(tmp_path: Path, depth: int) -> None:
    """It is read as far as it can be, and ends neither its row nor the file."""
    texts = [b"\xff " + each.encode() for each in TEXTS]
    values = pa.array(texts).view(pa.string())
    for _ in range(depth):
        values = pa.ListArray.from_arrays([0, 1, 2, 3], values)
    assert data(scanned(tmp_path / "a", columns([values]))) == THREE


@pytest.mark.req("SCN-SRC-014", kind="negative")
@pytest.mark.parametrize("stream", [False, True], ids=["file", "stream"])
@pytest.mark.parametrize("bad", [1 << 20, 0x10000000, -2000000000])
def test_offsets_that_are_out_of_range(tmp_path: Path, bad: int, stream: bool) -> None:
    """pyarrow trusts them, and would end the process."""
    content = bytearray(arrow(SOME, None, stream=stream))
    offsets = pa.array([0, *accumulate(map(len, SOME[3:6]))], pa.int32()).buffers()[1].to_pybytes()[:16]
    at = content.index(offsets) + 4
    content[at : at + 4] = bad.to_bytes(4, "little", signed=True)
    found = scanned(tmp_path / "a", bytes(content))
    assert [each.data for each in found if isinstance(each, Item)] == [*SOME[:3], *SOME[6:]]
    assert [(each.part, each.code) for each in found if isinstance(each, Problem)] == [("rows 4 to 6", "source-damaged")]


@pytest.mark.req("SCN-SRC-014", kind="negative")
def test_batch_of_an_arrow_file_that_cannot_be_read(tmp_path: Path) -> None:
    content = bytearray(arrow(SOME, None))
    at = content.rindex(b"\xff\xff\xff\xff", 0, content.index(SOME[3]))
    content[at + 4 : at + 8] = b"\xff\xff\xff\x7f"
    found = scanned(tmp_path / "a", bytes(content))
    assert [each.data for each in found if isinstance(each, Item)] == [*SOME[:3], *SOME[6:]]
    assert [(each.part, each.code) for each in found if isinstance(each, Problem)] == [("batch 2", "source-damaged")]
    assert found[-1].part == "after batch 2 > row 1, column payload"


@pytest.mark.req("SCN-SRC-014", "SCN-SRC-003")
@pytest.mark.parametrize("head", [b"\xff" * 4 + b"\x10\0\0\0", b"ORC\0\1", b"ARROW1\0\0"], ids=["stream", "orc", "file"])
@pytest.mark.parametrize("installed", [True, False])
def test_binary_data_that_begins_like_them(tmp_path: Path, head: bytes, installed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not installed:
        monkeypatch.setitem(sys.modules, "pyarrow", None)
    item, problem = scanned(tmp_path / "a", head + bytes(range(100)) + SOME[0] + bytes(50))
    assert data([item]) == SOME[:1]
    assert isinstance(problem, Problem) and problem.code == ("source-damaged" if installed else "package-missing")


@pytest.mark.req("SCN-SRC-008", kind="negative")
@pytest.mark.parametrize("stream", [False, True], ids=["file", "stream"])
def test_batch_that_unpacks_to_too_much(tmp_path: Path, stream: bool) -> None:
    """Its length is looked at before memory is taken for it."""
    content = bytearray(arrow([each * 20 for each in SOME], "zstd", stream=stream))
    at = content.index(b"\x28\xb5\x2f\xfd") - 8
    content[at : at + 8] = (1 << 33).to_bytes(8, "little")
    (problem, *others) = scanned(tmp_path / "a", bytes(content))
    assert isinstance(problem, Problem) and problem.code == "source-too-large"
    assert bool(others) is not stream, "the next batches of a file are read"


@pytest.mark.req("SCN-SRC-008", kind="negative")
@pytest.mark.parametrize("kind", ["arrow-zstd", "stream-lz4", "orc-zlib"])
def test_what_batches_unpack_to_is_counted(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_WORK", 0)
    monkeypatch.setattr(stream, "_RATIO", 2)
    problem = scanned(tmp_path / "a", COLUMNAR[kind]([bytes(1 << 20)] * 3))[-1]
    assert isinstance(problem, Problem) and problem.code == "source-too-large" and "2 times its size" in problem.message


@pytest.mark.req("SCN-SRC-008", kind="negative")
@pytest.mark.parametrize("kind", ["parquet", "parquet-plain", "arrow"])
def test_value_that_is_stored_once_counts_for_each_row(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_WORK", 1 << 20)
    values = pa.DictionaryArray.from_arrays(pa.array([0] * 5000, pa.int32()), pa.array([b"-" * 5000]))
    rows = pa.table({"payload": values.cast(pa.binary()) if kind == "parquet-plain" else values})
    content = written(lambda file: parquet.write_table(rows, file) if kind != "arrow" else feather.write_feather(rows, file))
    assert len(content) < 30_000
    monkeypatch.setattr(stream, "_RATIO", 100)
    (problem,) = scanned(tmp_path / "a", content)
    assert isinstance(problem, Problem) and problem.code == "source-too-large"
    monkeypatch.setattr(stream, "_RATIO", 1_000_000)
    assert not scanned(tmp_path / "a", content)


@pytest.mark.req("SCN-SRC-008", kind="negative")
def test_rows_of_parquet_that_are_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_source, "_MOST", 1 << 20)
    rows = pa.table({"payload": [bytes(3 << 20), *SOME]})
    content = written(lambda file: parquet.write_table(rows, file, row_group_size=1))
    problem, *others = scanned(tmp_path / "a", content)
    assert isinstance(problem, Problem) and (problem.part, problem.code) == ("rows 1 to 1", "source-too-large")
    assert data(others) == SOME, "the other row groups are read"


@pytest.mark.req("SCN-SRC-008", "SCN-SRC-014")
def test_a_few_rows_of_orc_are_held(tmp_path: Path) -> None:
    path, found = tmp_path / "a", 0
    orc.write_table(table([*SOME * 30]), str(path))
    with ExitStack() as held:
        for batch in open_arrow(path, held, stream.Meter(1, stream.unheard)).batches([1]):
            rows = batch.read()
            assert rows.schema.names == ["payload"] and rows.num_rows <= 32
            found += rows.num_rows
    assert found == len(SOME) * 30


@pytest.mark.req("SCN-SRC-014")
@pytest.mark.parametrize("names", [["a", "a"], ["a.b", "a"]], ids=["same", "dot"])
def test_columns_of_orc_whose_names_are_odd(tmp_path: Path, names: list[str]) -> None:
    rows = pa.Table.from_arrays([pa.array(SOME[:2]), pa.array(SOME[2:4])], names=names)
    content = written(lambda file: orc.write_table(rows, file))
    assert data(scanned(tmp_path / "a", content)) == [SOME[0], SOME[2], SOME[1], SOME[3]]


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


def avro_of(codec: str, *parts: bytes) -> bytes:
    pairs = b"".join(map(block, (b"avro.schema", b'"bytes"', b"avro.codec", codec.encode())))
    return b"".join((b"Obj\x01", number(2), pairs, b"\0", bytes(range(16)), *parts))


@pytest.mark.req("SCN-SRC-014", kind="negative")
@pytest.mark.parametrize("codec", [each for each in AVRO if each != "null"])
def test_block_that_is_cut_inside_is_a_problem(tmp_path: Path, codec: str) -> None:
    """Its length and the marker after it are right."""
    whole = AVRO[codec](b"".join(map(block, SOME)))
    for cut in (len(whole) // 2, len(whole) - 1):
        last = scanned(tmp_path / "a", avro_of(codec, number(7), block(whole[:cut]), bytes(range(16))))[-1]
        assert isinstance(last, Problem) and last.code == "source-damaged"


@pytest.mark.req("SCN-SRC-014", kind="negative")
def test_of_a_block_that_is_cut_the_beginning_is_read(tmp_path: Path) -> None:
    whole = _deflated(b"".join(map(block, SOME)))
    *found, _ = scanned(tmp_path / "a", avro_of("deflate", number(7), block(whole[:-40]), bytes(range(16))))
    assert data(found)[:3] == SOME[:3]


@pytest.mark.req("SCN-SRC-014", kind="negative")
@pytest.mark.parametrize("codec", ["null", "deflate"])
@pytest.mark.parametrize("marker", [b"", bytes(15), bytes(16)], ids=["none", "cut", "other"])
def test_marker_after_a_block_is_compared(tmp_path: Path, codec: str, marker: bytes) -> None:
    content = AVRO[codec](b"".join(map(block, SOME)))
    *found, problem = scanned(tmp_path / "a", avro_of(codec, number(7), block(content), marker))
    assert data(found) == SOME
    assert isinstance(problem, Problem) and problem.code == "source-damaged" and "marker" in problem.message


@pytest.mark.req("SCN-SRC-014", "SCN-SRC-008")
def test_block_of_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read if it is not packed, and else named."""
    monkeypatch.setattr(avro_source, "_MOST", 1 << 20)
    content, size = bytes(100) + SOME[0] + bytes(100), 3 << 20
    large = avro_of("null", number(1), block(content + bytes(size)), bytes(range(16)), number(1), block(SOME[1]), bytes(range(16)))
    assert data(scanned(tmp_path / "a", large)) == SOME[:2]
    (problem,) = scanned(tmp_path / "b", avro_of("deflate", number(1), number(size), bytes(100)))
    assert isinstance(problem, Problem) and problem.code == "source-too-large"


@pytest.mark.req("SCN-SRC-014", "SCN-SRC-008", kind="negative")
def test_metadata_of_avro_are_bounded_together(tmp_path: Path) -> None:
    pairs = [block(str(name).encode()) + block(bytes(3 << 20)) for name in range(6)]
    (problem,) = scanned(tmp_path / "a", b"Obj\x01" + number(len(pairs)) + b"".join(pairs))
    assert isinstance(problem, Problem) and problem.code == "source-too-large"


# ---------------------------------------------------------------- packed
LINES = b"\n".join([*map(base64.b64encode, SOME), b""])


def packed(codec: str, content: bytes = LINES) -> bytes:
    with pa.BufferOutputStream() as whole:
        with pa.CompressedOutputStream(whole, codec) as file:
            file.write(content)
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


SKIPPED = b"\x57\x2a\x4d\x18\x04\0\0\0abcd"


@pytest.mark.req("SCN-SRC-002")
@pytest.mark.parametrize("codec", ["zstd", "lz4"])
def test_frames_one_after_another(tmp_path: Path, codec: str) -> None:
    content = packed(codec)
    for whole in (SKIPPED + content, content + SKIPPED, SKIPPED * 3 + content):
        assert data(scanned(tmp_path / "a", whole)) == SOME
    assert data(scanned(tmp_path / "b", content + SKIPPED + packed("lz4") + packed("zstd"))) == SOME * 3
    assert scanned(tmp_path / "c", SKIPPED) == []
    *found, problem = scanned(tmp_path / "d", content + bytes(512))
    assert data(found) == SOME, "what comes after it does not matter"
    assert isinstance(problem, Problem) and problem.code == "source-damaged"


@pytest.mark.req("SCN-SRC-002")
@pytest.mark.parametrize("codec", ["zstd", "lz4"])
def test_frames_of_many_blocks(tmp_path: Path, codec: str) -> None:
    noise = [hashlib.sha512(bytes([each])).digest() * 4000 for each in range(20)]
    with pa.BufferOutputStream() as whole:
        with pa.CompressedOutputStream(whole, codec) as file:
            for each, other in zip(SOME, noise, strict=False):
                file.write(other + each)
        content = bytes(whole.getvalue())
    assert data(scanned(tmp_path / "a", content)) == SOME


@pytest.mark.req("SCN-SRC-002", kind="negative")
def test_frames_that_cannot_be_unpacked(tmp_path: Path) -> None:
    (problem,) = scanned(tmp_path / "a", b"\x28\xb5\x2f\xfd\x00" + bytes([20 << 3]) + b"\x01\0\0")  # a window of 1 GiB
    assert isinstance(problem, Problem) and problem.code == "source-too-large"
    for cut in (6, 11):
        (problem,) = scanned(tmp_path / "b", SKIPPED[:cut])
        assert isinstance(problem, Problem) and problem.code == "source-damaged"


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_error_of_the_file_is_not_called_damage() -> None:
    """Whoever reads it can read it again."""

    def broken(size: int) -> bytes:
        raise OSError(errno.EIO, "input/output error")

    begin = io.BytesIO(packed("zstd")[:20])
    read = open_frames(Ahead(lambda size: begin.read(size) or broken(size)))
    with pytest.raises(OSError, match="input/output") as raised:
        Ahead(read).read()
    assert raised.value.errno == errno.EIO


REST = {"lzma": b"\x80\0" + b"\xff" * 8 + b"\0"}  # without which it may be something else


@pytest.mark.req("SCN-SRC-007", kind="negative")
@pytest.mark.parametrize("kind", [kind for kind, row in non_messages().items() if row.unread and not row.scanned])
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
