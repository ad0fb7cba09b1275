"""Parquet files: every value is read, row groups are partitions, and what is damaged is a problem."""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from esdkit.scan.model import Item, Problem
from esdkit.scan.sources import How, files, objects_of, parquet, sources_of
from tests.scanning import MESSAGES, zip_of

ALL, PAYLOAD = How(None, None), How(None, "payload")
TEXTS = [base64.b64encode(data).decode() for data in MESSAGES]
HEX = [data.hex() for data in MESSAGES]


def scanned(path: Path, how: How = PAYLOAD) -> list[Item | Problem]:
    partitions = [each for source in sources_of([str(path)], how) for each in source.partitions()]
    return [item for partition in partitions for each in objects_of(partition) for item in each.items()]


def written(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


def items(found: list[Item | Problem]) -> list[Item]:
    kept = [each for each in found if isinstance(each, Item)]
    assert len(kept) == len(found), found
    return kept


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-005")
@pytest.mark.parametrize(
    ("column", "form"),
    [
        (pa.array(MESSAGES, pa.binary()), "binary"),
        (pa.array(MESSAGES, pa.large_binary()), "binary"),
        (pa.array(TEXTS), "base64"),
        (pa.array([text.encode() for text in TEXTS]), "base64"),
        (pa.array(TEXTS).dictionary_encode(), "base64"),
        (pa.array(HEX, pa.large_string()), "hex"),
    ],
    ids=["binary", "large-binary", "base64", "base64-bytes", "dictionary", "hex"],
)
def test_a_column_of_messages(tmp_path: Path, column: pa.Array, form: str) -> None:
    path = written(tmp_path / "a.parquet", {"id": list(range(len(MESSAGES))), "payload": column}, row_group_size=5)
    for how in (PAYLOAD, ALL):
        found = items(scanned(path, how))
        assert [item.data for item in found] == MESSAGES
        assert {item.form for item in found} == {form}
        assert [item.part for item in found] == [f"row {row}, column payload" for row in range(1, len(MESSAGES) + 1)]


@pytest.mark.req("SCN-SRC-009")
def test_empty_row_groups_are_nothing(tmp_path: Path) -> None:
    rows = pa.table({"payload": pa.array(MESSAGES[:2], pa.binary())})
    assert scanned(written(tmp_path / "empty.parquet", {"payload": pa.array([], pa.binary())})) == []
    with pq.ParquetWriter(tmp_path / "a.parquet", rows.schema) as writer:
        for part in (rows.slice(0, 0), rows.slice(0, 1), rows.slice(0, 0), rows.slice(1)):
            writer.write_table(part)
    assert [item.data for item in items(scanned(tmp_path / "a.parquet"))] == MESSAGES[:2]


@pytest.mark.req("SCN-SRC-008", kind="negative")
def test_only_columns_that_are_read_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_MOST", 1 << 20)
    path = written(tmp_path / "a.parquet", {"scan": [bytes(2 << 20)], "payload": pa.array(MESSAGES[:1], pa.binary())})
    assert [item.data for item in items(scanned(path))] == MESSAGES[:1]
    assert [each.code for each in scanned(path, ALL) if isinstance(each, Problem)] == ["source-too-large"]


@pytest.mark.req("SCN-SRC-009")
def test_without_a_column_nested_values_are_searched(tmp_path: Path) -> None:
    records = [{"blob": MESSAGES[0], "n": 1, "tags": [{"v": TEXTS[1]}]}, {"blob": None, "n": 2, "tags": []}]
    path = written(tmp_path / "a.parquet", {"record": records, "log": [f"put {TEXTS[2]} took 3 ms", "nothing"]})
    assert [(item.part.partition(" > ")[0], item.data) for item in items(scanned(path, ALL))] == [
        ("row 1, column record.blob", MESSAGES[0]),
        ("row 1, column record.tags[0].v", MESSAGES[1]),
        ("row 1, column log", MESSAGES[2]),
    ]


@pytest.mark.req("SCN-SRC-009")
def test_odd_columns_do_not_end_the_scan(tmp_path: Path) -> None:
    far = pa.array([1 << 60] * len(MESSAGES), pa.timestamp("us"))
    path = tmp_path / "a.parquet"
    names = pa.Table.from_arrays([pa.array(MESSAGES), far], ["payload", "payload"])
    pq.write_table(names, path)
    for how in (ALL, PAYLOAD):
        assert [item.data for item in items(scanned(path, how))] == MESSAGES
    written(path, {"record": pa.StructArray.from_arrays([far, pa.array(MESSAGES)], ["at", "blob"])})
    assert [item.data for item in items(scanned(path, ALL))] == MESSAGES


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-002")
def test_a_file_in_an_archive(tmp_path: Path) -> None:
    inner = written(tmp_path / "a.parquet", {"payload": MESSAGES}).read_bytes()
    (tmp_path / "a.zip").write_bytes(zip_of({"a.parquet": inner}))
    found = items(scanned(tmp_path / "a.zip"))
    assert [item.data for item in found] == MESSAGES
    assert found[0].part == "a.parquet > row 1, column payload"


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-006")
def test_a_large_file_is_divided_between_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_GROUPS", 1)
    padding = [bytes([row]) * (1 << 17) for row in range(len(MESSAGES))]
    columns = {"payload": MESSAGES, "padding": padding}
    path = written(tmp_path / "a.parquet", columns, row_group_size=5, compression="none", use_dictionary=False)
    partitions = [each for source in sources_of([str(path)], PAYLOAD) for each in source.partitions()]
    assert len({each.id for each in partitions}) == len(partitions) == (len(MESSAGES) + 4) // 5
    found = items(scanned(path))
    assert [item.data for item in found] == MESSAGES
    assert found[-1].part == f"row {len(MESSAGES)}, column payload"


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-004", kind="negative")
@pytest.mark.parametrize(
    ("columns", "code", "text"),
    [
        ({"payload": [1, 2]}, "column-missing", "column 'payload' has type int64, not binary or text"),
        ({"payloads": ["a"]}, "column-missing", "no column 'payload'; there is 'payloads'"),
        ({"payload": ["oops"]}, "encoding-invalid", "the value is not a message in base64 or hexadecimal, and holds none"),
        ({"payload": pa.array([b"\xff\xfe"]).view(pa.string())}, "encoding-invalid", "the value is not a message"),
    ],
    ids=["type", "name", "value", "not-utf-8"],
)
def test_a_column_without_messages_is_a_problem(tmp_path: Path, columns: dict[str, Any], code: str, text: str) -> None:
    (problem,) = scanned(written(tmp_path / "a.parquet", columns))
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert text in problem.message


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-007", kind="negative")
def test_a_truncated_file_is_a_problem(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", {"payload": MESSAGES})
    path.write_bytes(path.read_bytes()[:-100])
    (problem,) = scanned(path)
    assert isinstance(problem, Problem)
    assert problem.code == "source-damaged"
    assert "\n" not in problem.message


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-007", kind="negative")
def test_damaged_rows_are_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", {"payload": MESSAGES}, row_group_size=8, compression="gzip", use_dictionary=False)
    start = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)
    found = scanned(path)
    assert [item.data for item in found if isinstance(item, Item)] == [*MESSAGES[:8], *MESSAGES[16:]]
    assert [(item.part, item.code) for item in found if isinstance(item, Problem)] == [("rows 9 to 16", "source-damaged")]


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-007", kind="negative")
def test_checksums_of_pages_are_verified(tmp_path: Path) -> None:
    """Without them, zeros in the place of rows that are not compressed are empty values."""
    columns = {"payload": MESSAGES}
    options = {"compression": "none", "use_dictionary": False, "write_page_checksum": True}
    path = written(tmp_path / "a.parquet", columns, row_group_size=8, **options)
    start = path.read_bytes().index(MESSAGES[9]) - 4  # its length, and what comes after it
    data = bytearray(path.read_bytes())
    data[start : start + 2000] = bytes(2000)
    path.write_bytes(data)
    assert [item.code for item in scanned(path) if isinstance(item, Problem)] == ["source-damaged"]


@pytest.mark.req("SCN-SRC-009", kind="negative")
def test_without_pyarrow_a_sentence_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.parquet", {"payload": MESSAGES})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (problem,) = scanned(path)
    assert isinstance(problem, Problem)
    assert problem.code == "package-missing" and "pyarrow" in problem.message
