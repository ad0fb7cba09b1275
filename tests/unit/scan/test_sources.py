"""What sources give: every message with its place, a problem for what cannot be read, and the same each time."""

from __future__ import annotations

import base64
import gzip
import json
import os
import random
import re
import sqlite3
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import pytest

from esdkit.errors import UsageError
from esdkit.input import search
from esdkit.input.search import Placed
from esdkit.scan.model import Item, Partition, Problem
from esdkit.scan.sources import How, binary, files, objects_of, sources_of
from esdkit.scan.sources import text as text_module
from esdkit.spec import LIMITS, non_messages
from tests.pages import ROOT
from tests.samples import native_ciphertext
from tests.scanning import CONTAINERS, MESSAGES, csv_of, database, tar_of, zip_of

FIRST, SECOND = MESSAGES[:2]
AUTO = How(None, None)


def partitions(*names: Path | str, how: How = AUTO) -> list[Partition]:
    return [each for source in sources_of([str(name) for name in names], how) for each in source.partitions()]


def scanned(*names: Path | str, how: How = AUTO) -> list[Item | Problem]:
    return [item for partition in partitions(*names, how=how) for each in objects_of(partition) for item in each.items()]


def data(items: Sequence[Item | Problem]) -> list[bytes]:
    assert all(isinstance(item, Item) for item in items), items
    return [item.data for item in items if isinstance(item, Item)]


def codes(items: Sequence[Item | Problem]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


def file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


# ---------------------------------------------------------------- containers
@pytest.mark.req("SCN-SRC-002")
@pytest.mark.parametrize("name", CONTAINERS)
def test_messages_are_found_in_each_container(tmp_path: Path, name: str) -> None:
    path = file(tmp_path, name, b"".join(map(CONTAINERS[name], MESSAGES[:6])))
    assert data(scanned(path)) == MESSAGES[:6]


@pytest.mark.req("SCN-SRC-002", "CLI-INP-006")
def test_messages_are_found_in_a_file_of_all_containers(tmp_path: Path) -> None:
    texts = [make for name, make in CONTAINERS.items() if not name.endswith((".bin", ".gz", ".bz2", ".xz"))]
    assert len(texts) == 20
    path = file(tmp_path, "mixed.txt", b"".join(make(message) for make, message in zip(texts, MESSAGES, strict=False)))
    assert sorted(data(scanned(path))) == sorted(MESSAGES[:20])


@pytest.mark.req("SCN-SRC-002", "SCN-SRC-005")
def test_places_in_archives(tmp_path: Path) -> None:
    inner = zip_of({"a/one.bin": MESSAGES[1], "log.txt": CONTAINERS["log.txt"](MESSAGES[2])})
    outer = tar_of({"first.bin": FIRST, "inner.zip": inner, "armor.pem": CONTAINERS["armor.pem"](MESSAGES[3])}, "w:gz")
    items = scanned(file(tmp_path, "backup.tgz", outer))
    assert data(items) == MESSAGES[:4]
    assert [item.part for item in items] == ["first.bin", "inner.zip > a/one.bin", "inner.zip > log.txt > byte 39", "armor.pem > byte 24"]


@pytest.mark.req("SCN-SRC-002", "SCN-SRC-005")
def test_places_in_a_database(tmp_path: Path) -> None:
    database(tmp_path / "app.db", MESSAGES[:4])
    items = scanned(tmp_path / "app.db")
    assert sorted(data(items)) == sorted(MESSAGES[:4])
    assert [item.part for item in items] == [
        *(f"table orders, row {row}, column payload" for row in (1, 2)),
        *(f"table tokens, row {row}, column value" for row in (1, 2)),
    ]
    nested = file(tmp_path, "backup.zip", zip_of({"app.db": (tmp_path / "app.db").read_bytes()}))
    assert data(scanned(nested)) == data(items)


@pytest.mark.req("SCN-SRC-005")
def test_offset_is_that_of_the_text(tmp_path: Path) -> None:
    lines = b"".join(b"INFO nothing here %06d\n" % number for number in range(30_000))
    path = file(tmp_path, "app.log", lines + CONTAINERS["log.txt"](FIRST) + lines + CONTAINERS["log.txt"](MESSAGES[1]))
    content = path.read_bytes()
    for item, message in zip(scanned(path), MESSAGES, strict=False):
        at = int(item.part.removeprefix("byte "))
        assert base64.b64decode(content[at : at + 4 * -(-len(message) // 3)]) == message


@pytest.mark.req("SCN-SRC-002")
def test_text_in_utf_16(tmp_path: Path) -> None:
    text = CONTAINERS["log.txt"](FIRST).decode() * 2
    assert data(scanned(file(tmp_path, "wide.txt", text.encode("utf-16")))) == [FIRST, FIRST]


# ---------------------------------------------------------------- nothing invented
@pytest.mark.req("SCN-SRC-002", kind="negative")
def test_nothing_is_invented_in_random_bytes(tmp_path: Path) -> None:
    assert scanned(file(tmp_path, "random", random.Random(15).randbytes(1 << 20))) == []
    text = base64.encodebytes(random.Random(16).randbytes(1 << 18))
    assert scanned(file(tmp_path, "random.txt", text)) == []


@pytest.mark.slow
@pytest.mark.req("SCN-SRC-002", kind="negative")
def test_nothing_is_invented_in_sources(tmp_path: Path) -> None:
    text = b"".join(path.read_bytes() for path in sorted((ROOT / "src" / "esdkit" / "engine").rglob("*.py")))
    assert scanned(file(tmp_path, "sources.txt", text + (ROOT / "docs" / "format" / "README.md").read_bytes())) == []


def lines_of(chance: random.Random) -> bytes:
    """About a MiB of text that looks encoded: base64, hexadecimal, and words."""
    words = b"the of INFO error user blob payload token cipher aws-kms arn:aws:kms:eu-west-1 message null true 200 404".split()
    prose = (b"%d %s\n" % (number, b" ".join(chance.choices(words, k=12))) for number in range(5000))
    dump = chance.randbytes(130_000)
    hexadecimal = (dump[at : at + 32].hex().encode() + b"\n" for at in range(0, len(dump), 32))
    return b"".join([base64.encodebytes(chance.randbytes(200_000)), *hexadecimal, *prose])


@pytest.mark.fuzz
@pytest.mark.req("SCN-SRC-002", kind="negative")
@pytest.mark.parametrize("make", [lambda chance: chance.randbytes(1 << 20), lines_of], ids=["random", "text"])
def test_nothing_is_invented_in_a_gigabyte(tmp_path: Path, make: Callable[[random.Random], bytes]) -> None:
    chance, path = random.Random(17), tmp_path / "large"
    with path.open("wb") as large:
        while large.tell() < 1 << 30:
            large.write(make(chance))
    assert scanned(path) == []
    path.unlink()


# ---------------------------------------------------------------- ranges
def in_ranges(path: Path, how: How, size: int, monkeypatch: pytest.MonkeyPatch) -> list[Item | Problem]:
    monkeypatch.setattr(files, "_RANGE", size)
    monkeypatch.setattr(files, "_SMALL", 0)
    assert len(partitions(path, how=how)) > 2
    assert len({partition.id for partition in partitions(path, how=how)}) == len(partitions(path, how=how))
    return scanned(path, how=how)


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-006")
@pytest.mark.parametrize("soon", [0, 1 << 17], ids=["likely", "boundary"])
@pytest.mark.parametrize("size", [700, 4096, 10_001])
@pytest.mark.parametrize("name", ["log.txt", "mail.eml", "dump.hex", "lines.jsonl", "mysql.sql", "armor.pem"])
def test_ranges_of_a_text_give_each_message_once(tmp_path: Path, name: str, size: int, soon: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "_UNIT", 512)
    monkeypatch.setattr(text_module, "_SOON", soon)
    path = file(tmp_path, name, b"".join(map(CONTAINERS[name], MESSAGES * 2)))
    assert data(in_ranges(path, AUTO, size, monkeypatch)) == MESSAGES * 2


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-006")
def test_ranges_meet_where_boundaries_are_rare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit may end at a likely line beyond its range; the next range begins at the boundary that comes soon after its start."""
    monkeypatch.setattr(text_module, "_UNIT", 100)
    monkeypatch.setattr(text_module, "_SOON", 600)
    text = base64.encodebytes(MESSAGES[0]).replace(b"\n", b"\n ")
    record = b'  "item name": "record of kind"\n ' + text.rstrip(b" ")
    path = file(tmp_path, "records.txt", (record * 4 + record + b"\n") * 40)
    for size in (1001, 3000, 7001):
        assert data(in_ranges(path, AUTO, size, monkeypatch)) == [MESSAGES[0]] * 200


def test_binary_file_whose_first_line_is_plain_has_no_rows(tmp_path: Path) -> None:
    path = file(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(100_000))
    assert [item.code for item in scanned(path, how=How("payload", None)) if isinstance(item, Problem)] == ["column-missing"]


LINES = {
    "access.log": '10.0.{0}.1 - - [30/Nov/2026:13:55:36 -0700] "GET /orders/{0} HTTP/1.1" 200 {0} "https://shop.example/"\n',
    "syslog": "Dec 11 22:14:{0:02} cafe orders[{0}]: the payment was accepted\n",
    "logfmt": 'ts=1700000{0} level=info msg="order {0} is paid"\n',
    "nginx": "2026/12/11 22:14:15 [error] {0}#0: *{0} open() failed\n",
    "epoch": "1700000{0}.123 INFO order {0} is paid\n",
    "time": "[12:34:56] added order {0} to the queue\n",
    "bare-time": "12:34:56.789 added order {0} to the queue\n",
    "pretty.json": '    "order": {0},\n    "a": "{0}",\n',
    "uuid.csv": "550e8400-e29b-41d4-a716-{0:012},paid,{0},acme\n",
}
"""Lines of texts that have no line of prose, markup or a date."""


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-008")
@pytest.mark.parametrize("name", LINES)
def test_text_of_any_kind_is_divided(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "_MAX_UNIT", 1 << 17)
    monkeypatch.setattr(text_module, "_SOON", 1 << 13)
    lines = "".join(LINES[name].format(number) for number in range(6000)).encode()
    path = file(tmp_path, name, b"".join(b"%s(%s)\n" % (lines, base64.b64encode(message)) for message in MESSAGES[:3]) + lines)
    whole = scanned(path)
    assert data(whole) == MESSAGES[:3]
    assert scanned(path) == in_ranges(path, AUTO, 100_000, monkeypatch) == whole


@pytest.mark.req("SCN-SRC-002", "SCN-SRC-003")
@pytest.mark.parametrize(
    "write",
    [
        CONTAINERS["dump.hex"],
        lambda data: "".join(f"{at:04x}   {data[at : at + 8].hex(' ')}   the long word\n" for at in range(0, len(data), 8)).encode(),
        lambda data: "".join(f"{data[at : at + 8].hex(' ')}   the long word\n" for at in range(0, len(data), 8)).encode(),
        lambda data: "".join(f"    (byte) {byte}, // one more byte\n" for byte in data).encode(),
        lambda data: "".join(f"    {byte}, /* one more byte */\n" for byte in data).encode(),
        lambda data: b"".join(b'  "%s" +\n' % line for line in base64.encodebytes(data).splitlines()),
        lambda data: b"".join(b"> %s\n" % line for line in base64.encodebytes(data).splitlines()),
        lambda data: base64.encodebytes(data),
    ],
    ids=["dump", "dump-of-8", "no-offsets", "java", "comments", "strings", "quoted", "base64"],
)
def test_what_goes_on_in_the_next_line_is_not_divided(tmp_path: Path, write: Callable[[bytes], bytes]) -> None:
    written = write(MESSAGES[0] + MESSAGES[1]).rstrip(b"\n") + b"\n"
    for boundary in (text_module._BOUNDARY, text_module._LIKELY):
        assert boundary.search(b"\n" + written, 1) is None


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-004")
@pytest.mark.parametrize("size", [500, 1000, 4097])
def test_ranges_of_rows_give_each_row_once(tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b"".join(map(CONTAINERS["lines.jsonl"], MESSAGES))
    whole = scanned(file(tmp_path, "a.jsonl", lines), how=How("payload", None))
    assert data(whole) == MESSAGES
    assert in_ranges(tmp_path / "a.jsonl", How("payload", None), size, monkeypatch) == whole


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-004")
@pytest.mark.parametrize("size", [500, 1000, 4097])
def test_ranges_of_csv_with_line_breaks_in_values(tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["id", "note", "payload"]] + [[str(at), f'a "note",\nof\n{at}', message.hex()] for at, message in enumerate(MESSAGES)]
    whole = scanned(file(tmp_path, "a.csv", csv_of(rows)), how=How(None, "payload"))
    assert data(whole) == MESSAGES
    assert in_ranges(tmp_path / "a.csv", How(None, "payload"), size, monkeypatch) == whole


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-006", "SCN-SRC-007")
def test_ranges_of_a_zip_give_each_member_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    members = {
        f"{number}/{name}": CONTAINERS[name](message) for number, message in enumerate(MESSAGES) for name in ("log.txt", "members.gz")
    }
    path = file(tmp_path, "a.zip", zip_of({**members, "folder/": b"", "encrypted": b"", "last": FIRST}))
    whole = scanned(path)
    assert sorted(data(whole)) == sorted([*MESSAGES, *MESSAGES, FIRST])
    monkeypatch.setattr(files, "_GROUPS", 3000)
    monkeypatch.setattr(files, "_SMALL", 0)
    found = partitions(path)
    assert len({each.id for each in found}) == len(found) > 5
    assert {each.kind for each in found} == {"members"}
    assert sum(each.size for each in found) <= path.stat().st_size
    assert scanned(path) == whole
    file(tmp_path, "b.zip", zip_of({"before": FIRST}) + path.read_bytes())
    assert codes(scanned(tmp_path / "b.zip")) == ["source-damaged"]
    file(tmp_path, "c.zip", path.read_bytes()[:-30])
    assert codes(scanned(tmp_path / "c.zip")) == ["source-damaged"]


@pytest.mark.req("SCN-SRC-006")
def test_a_new_file_changes_one_partition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where a partition ends depends on the names
    for number in range(2000):
        file(tmp_path, f"{number:05}", FIRST)
    before = {(each.id, each.fingerprint) for each in partitions(".")}
    assert len(before) > 3
    file(tmp_path, "00500-new", FIRST)
    assert len({(each.id, each.fingerprint) for each in partitions(".")} - before) == 1
    assert json.loads(json.dumps(partitions("."))) == [json.loads(json.dumps(each)) for each in partitions(".")]


# ---------------------------------------------------------------- fields and columns
@pytest.mark.req("SCN-SRC-004")
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_column_of_csv(tmp_path: Path, separator: str) -> None:
    forms = [
        FIRST.hex(),
        base64.b64encode(FIRST).decode(),
        base64.urlsafe_b64encode(FIRST).decode(),
        "\\x" + FIRST.hex(),
        "0x" + FIRST.hex(),
    ]
    rows = [["id", "payload"], *([str(at), each] for at, each in enumerate(forms)), ["9", ""]]
    items = scanned(file(tmp_path, "a.csv", csv_of(rows, separator)), how=How(None, "payload"))
    assert data(items) == [FIRST] * 5
    assert [item.form for item in items if isinstance(item, Item)] == ["hex", "base64", "base64", "hex", "hex"]


@pytest.mark.req("SCN-SRC-004")
@pytest.mark.parametrize("field", ["a.b[1].c", "$.a.b[1].c"])
def test_field_of_json_lines(tmp_path: Path, field: str) -> None:
    value = base64.b64encode(FIRST).decode()
    lines = [{"a": {"b": [0, {"c": each}]}} for each in (value, {"B": value}, list(FIRST), None)]
    text = b"\n".join(json.dumps(line).encode() for line in [*lines, {"a": 1}])
    assert data(scanned(file(tmp_path, "a.jsonl", text), how=How(field, None))) == [FIRST] * 3


@pytest.mark.req("SCN-SRC-004")
@pytest.mark.parametrize(
    ("field", "line", "count"),
    [
        ("a", '{"a": V, "b": 1, "a": W}', 2),
        ("a.B", '{"a": {"B": V}, "a": {"B": W, "B": V}}', 3),
        ("a", '{"a": {"B": V}, "a": {"S": W}}', 2),
        ("a", r'{"a": V, "\u0061": W}', 2),
        ("é", '{"é": V, "é": W}', 2),
        ("r[1].a", '{"r": [{"a": V}, {"a": W}]}', 1),
        ("a.b", '{"a": {"b": V, "b": W}, "a": 7}', 2),
    ],
)
def test_every_value_of_a_name_that_an_object_has_more_than_once(tmp_path: Path, field: str, line: str, count: int) -> None:
    values = {"V": MESSAGES[0], "W": MESSAGES[1]}
    line = re.sub("[VW]", lambda name: f'"{base64.b64encode(values[name[0]]).decode()}"', line)
    found = data(scanned(file(tmp_path, "a.jsonl", line.encode()), how=How(field, None)))
    assert len(found) == count and MESSAGES[1] in found


@pytest.mark.req("SCN-SRC-004")
def test_column_of_a_database(tmp_path: Path) -> None:
    database(tmp_path / "app.db", MESSAGES[:6])
    assert data(scanned(tmp_path / "app.db", how=How(None, "value"))) == MESSAGES[:6:2]


@pytest.mark.req("SCN-SRC-004", kind="negative")
@pytest.mark.parametrize(
    ("name", "content", "how"),
    [
        ("a.csv", b"id,payload\n1,x\n", How(None, "paylod")),
        ("a.jsonl", b'{"id": 1, "payload": "x"}\n', How("paylod", None)),
    ],
)
def test_name_that_is_not_there(tmp_path: Path, name: str, content: bytes, how: How) -> None:
    (problem,) = scanned(file(tmp_path, name, content), how=how)
    assert isinstance(problem, Problem)
    assert problem.code == "column-missing"
    assert "'payload'" in problem.message


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_rows_that_are_not_messages(tmp_path: Path) -> None:
    good = base64.b64encode(FIRST).decode()
    lines = [b"nope", *(json.dumps({"p": value}).encode() for value in (5, True, {"x": 1}, [700], good[:20] + "*" + good[21:], good))]
    items = scanned(file(tmp_path, "a.jsonl", b"\n".join(lines)), how=How("p", None))
    assert codes(items) == ["encoding-invalid"] * 6
    assert isinstance(items[-1], Item)
    rows = [f"1,{good[:-9]}*\n", f"2,{good},x\n", "3,x,x\n", f"4,{good}\n"]
    items = scanned(file(tmp_path, "a.csv", "".join(["id,p\n", *rows]).encode()), how=How(None, "p"))
    assert codes(items) == ["encoding-invalid"] * 3
    starts = [f"byte {at}" for at in accumulate(map(len, rows), initial=5)]
    assert [item.part for item in items if isinstance(item, Item)] == [starts[1], starts[3]]  # what a row of three columns holds is found


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-007")
@pytest.mark.parametrize("other", [b"a\0b", b"M\xfcller", b"\x1b[0m"], ids=["NUL", "latin-1", "control"])
def test_rows_of_other_bytes_leave_the_rest(tmp_path: Path, other: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    good = base64.b64encode(FIRST)
    rows = b"id,name,payload\n" + b"1,%s,%s\n" % (other, good) * 40
    assert data(scanned(file(tmp_path, "a.csv", rows), how=How(None, "payload"))) == [FIRST] * 40
    assert data(in_ranges(tmp_path / "a.csv", How(None, "payload"), 4096, monkeypatch)) == [FIRST] * 40
    items = scanned(file(tmp_path, "a.jsonl", b'{"p": "%s"}\n{"x": "%s"}\n{"p": "%s"}\n' % (good, other, good)), how=How("p", None))
    assert codes(items) == ["encoding-invalid"]
    assert data([items[0], items[2]]) == [FIRST] * 2


CSV = {  # a row with everything in order, and with a quote that is not closed
    "last": ('"{0}","{1}"\n', '"{0}","{1}\n'),
    "middle": ('"{0}","{1}","x"\n', '"{0}","{1},"x"\n'),
    "first": ('"{0}","{1}"\n', '"{0},"{1}"\n'),
    "rare": ("{0},{1},x\n", '{0},"{1},x\n'),
    "other": ("{0},{1},x\n", '{0},{1},"x\n'),
    "inch": ('{0},{1},5",x\n', '{0},{1},"x,y\n'),
}


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-004", "SCN-SRC-007", kind="negative")
@pytest.mark.parametrize("form", CSV)
@pytest.mark.parametrize("damaged", [(0,), (5,), (9,), (0, 9), (3, 4, 5)], ids=str)
def test_quote_that_is_not_closed_hides_no_row(
    tmp_path: Path, form: str, damaged: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = CSV[form]
    lines = [(bad if at in damaged else good).format(at, base64.b64encode(each).decode()) for at, each in enumerate(MESSAGES[:10])]
    header = "id,payload,note,more\n"[: {1: 11, 2: 16, 3: 21}[good.count(",")]].rstrip(",\n") + "\n"
    starts = list(accumulate(map(len, lines), initial=len(header)))
    items = scanned(file(tmp_path, "a.csv", "".join([header, *lines]).encode()), how=How(None, "payload"))
    assert data([item for item in items if isinstance(item, Item)]) == MESSAGES[:10]
    assert [item.part for item in items if isinstance(item, Item)] == [f"byte {at}" for at in starts[:-1]]
    unclosed = [item for item in items if isinstance(item, Problem)]
    assert [item.part for item in unclosed] == [f"byte {starts[at]}" for at in damaged]
    assert {item.code for item in unclosed} == {"encoding-invalid"}
    assert all(("a quote in this row is not closed" in item.message) == (form not in ("first", "middle")) for item in unclosed)
    monkeypatch.setattr(files, "_RANGE", 900)
    monkeypatch.setattr(files, "_SMALL", 0)
    assert scanned(tmp_path / "a.csv", how=How(None, "payload")) == items


@pytest.mark.req("SCN-SRC-004")
@pytest.mark.parametrize("end", ["\n", ""], ids=["line-break", "none"])
def test_line_breaks_in_quotes_are_no_problem(tmp_path: Path, end: str) -> None:
    wrapped = base64.encodebytes(FIRST).decode()
    rows = [["note", "payload"], *([note, wrapped] for note in ("a\nb", 'say "a"\n', '"\n"', "\r\n\r\n", "1,2\n3,4", ""))]
    items = scanned(file(tmp_path, "a.csv", csv_of(rows).strip() + end.encode()), how=How(None, "payload"))
    assert data(items) == [FIRST] * 6


@pytest.mark.req("SCN-SRC-004")
@pytest.mark.parametrize(
    "row",
    [b'1,"%s" \n', b'1,"%s"  ,x\n', b'1,"%s","say \\"hi\\""\n', b'1,"%s","a\nb" \n'],
    ids=["blank", "blank-before-comma", "backslash", "line-break"],
)
def test_quotes_as_other_writers_have_them(tmp_path: Path, row: bytes) -> None:
    text = b"id,payload,note\n" if row.count(b",") > 1 else b"id,payload\n"
    rows = row % base64.encodebytes(FIRST) + b"2,%s" % base64.b64encode(FIRST) + b",x" * (row.count(b",") - 1) + b"\n"
    items = scanned(file(tmp_path, "a.csv", text + rows), how=How(None, "payload"))
    assert data(items) == [FIRST] * 2


@pytest.mark.req("SCN-SRC-003", "SCN-SRC-007", kind="negative")
@pytest.mark.parametrize("size", [500, 900, 4097])
def test_ranges_of_csv_with_missing_quotes_begin_with_rows(tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped = [base64.encodebytes(MESSAGES[at % len(MESSAGES)]) for at in range(60)]
    rows = [b'%d,"%s%s\n' % (at, value, b"" if at in (5, 30) else b'"') for at, value in enumerate(wrapped)]
    path = file(tmp_path, "a.csv", b"id,payload\n" + b"".join(rows))
    whole = data([item for item in scanned(path, how=How(None, "payload")) if isinstance(item, Item)])
    ranges = data([item for item in in_ranges(path, How(None, "payload"), size, monkeypatch) if isinstance(item, Item)])
    assert len(set(map(bytes, MESSAGES)) & set(map(bytes, whole))) == len(MESSAGES)
    assert ranges == whole


def test_csv_whose_lines_end_with_cr_alone(tmp_path: Path) -> None:
    items = scanned(file(tmp_path, "a.csv", b"id,payload\r1,%s\r" % base64.b64encode(FIRST)), how=How(None, "payload"))
    assert codes(items) == ["column-missing"]


@pytest.mark.req("SCN-SRC-007", "SCN-SRC-008", kind="negative")
def test_quote_that_is_never_closed_is_read_twice_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line opens a quote for whoever begins there, and leaves it open for whoever comes from the line before."""
    from esdkit.scan.sources import rows

    read, text_of = list[rows._Line](), rows._text

    def counted(line: rows._Line) -> str:
        read.append(line)
        return text_of(line)

    monkeypatch.setattr(rows, "_text", counted)
    count = 500
    items = scanned(file(tmp_path, "a.csv", b"id,payload\n" + b'a",",c\n' * count), how=How(None, "payload"))
    assert codes(items) == ["encoding-invalid"] * count
    assert len(read) <= 4 * count


@pytest.mark.req("SCN-SRC-007", "SCN-SRC-008", kind="negative")
@pytest.mark.parametrize("bound", ["_MOST_LINES", "_MAX_ROW"])
def test_quote_that_is_not_closed_for_long(tmp_path: Path, bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from esdkit.scan.sources import rows

    monkeypatch.setattr(rows, bound, {"_MOST_LINES": 20, "_MAX_ROW": 1 << 14}[bound])
    lines = [b'0,"AA\n', *(b"%d,%s\n" % (at, base64.b64encode(FIRST)) for at in range(1, 100))]
    items = scanned(file(tmp_path, "a.csv", b"id,p\n" + b"".join(lines)), how=How(None, "p"))
    assert data([item for item in items if isinstance(item, Item)]) == [FIRST] * 99
    (problem,) = (item for item in items if isinstance(item, Problem))
    assert problem.part == "byte 5"
    assert re.fullmatch("a quote in this row is not closed at the end of a value; .* lines, .* were each read as a row", problem.message)


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_carriage_return_in_a_row(tmp_path: Path) -> None:
    good = base64.b64encode(FIRST)
    items = scanned(file(tmp_path, "a.csv", b"id,p\n1\r2,%s\n3,%s\n" % (good, good)), how=How(None, "p"))
    assert data([item for item in items if isinstance(item, Item)]) == [FIRST] * 2
    assert codes(items) == []


@pytest.mark.req("SCN-SRC-003")
def test_empty_file_has_no_rows(tmp_path: Path) -> None:
    assert scanned(file(tmp_path, "a.csv", b""), how=How(None, "p")) == scanned(file(tmp_path, "a.jsonl", b""), how=How("p", None)) == []


@pytest.mark.req("SCN-SRC-008", kind="negative")
def test_row_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from esdkit.scan.sources import rows

    monkeypatch.setattr(rows, "_MAX_ROW", 1 << 16)
    good = base64.b64encode(FIRST)
    items = scanned(file(tmp_path, "a.csv", b"id,p\n1," + b"A" * 200_000 + b"\n2," + good + b"\n"), how=How(None, "p"))
    assert codes(items[:1]) == ["source-too-large"]
    assert data(items[1:]) == [FIRST]


# ---------------------------------------------------------------- bad input
@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_damaged_archives_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    lines = b"".join(map(CONTAINERS["log.txt"], MESSAGES))
    items = scanned(file(tmp_path, "a.gz", gzip.compress(lines)[:-2000]))
    whole = len(items) - 2  # one is cut
    assert whole > 10
    assert data(items[:whole]) == MESSAGES[:whole]
    assert codes(items) == ["source-damaged"]
    packed = bytearray(zip_of({"a": FIRST, "b": MESSAGES[1] * 9, "c": MESSAGES[2]}))
    packed[packed.index(b"PK\x03\x04", 4) + 60] ^= 0xFF
    items = scanned(file(tmp_path, "a.zip", bytes(packed)))
    assert [item.part for item in items if isinstance(item, Problem)] == ["b"]
    assert items[0].part == "a" and items[-1].part == "c"
    assert codes(scanned(file(tmp_path, "b.zip", bytes(packed[:-30])))) == ["source-damaged"]
    database(tmp_path / "app.db", MESSAGES)
    assert "source-damaged" in codes(scanned(file(tmp_path, "b.db", (tmp_path / "app.db").read_bytes()[:9000])))


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_zip_whose_list_is_not_of_all_of_it_is_named(tmp_path: Path) -> None:
    """Its list of files is that of another archive: of one inside a cut one, or of the last of two."""
    one, other = zip_of({"one": FIRST}), zip_of({"other": MESSAGES[1]})
    file(tmp_path, "outer.zip", b"")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as outer:
        outer.writestr("inner.zip", one)
        outer.comment = b"a comment"
    whole = (tmp_path / "outer.zip").read_bytes()
    assert data(scanned(tmp_path / "outer.zip")) == [FIRST]
    for content, found in ((whole[:-40], [FIRST]), (one + other, [MESSAGES[1]]), (one + b"more", [FIRST])):
        items = scanned(file(tmp_path, "a.zip", content))
        assert codes(items) == ["source-damaged"]
        assert [item.data for item in items if isinstance(item, Item)] == found


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_what_is_encrypted_in_a_zip_is_named(tmp_path: Path) -> None:
    packed = bytearray(zip_of({"secret": FIRST, "open": FIRST}))
    for record, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(record) + flags] |= 1
    first, second = scanned(file(tmp_path, "a.zip", bytes(packed)))
    assert first == Problem("secret", "source-unreadable", "it is encrypted with a password")
    assert data([second]) == [FIRST]


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_what_is_not_unpacked_is_named(tmp_path: Path) -> None:
    packed = b"7z\xbc\xaf\x27\x1c" + bytes(100)
    first, second = scanned(file(tmp_path, "a.zip", zip_of({"inner": packed, "one": FIRST})))
    assert first == Problem("inner", "source-unreadable", "it is a 7z archive, which is not opened here")
    assert data([second]) == [FIRST]
    assert codes(scanned(file(tmp_path, "a", packed), how=How(None, "payload"))) == ["column-missing", "source-unreadable"]


@pytest.mark.req("SCN-SRC-007", kind="negative")
@pytest.mark.parametrize("change", ["vanish", "forbid", "grow"])
def test_file_that_is_not_what_it_was(tmp_path: Path, change: str) -> None:
    path, other = file(tmp_path, "a", FIRST), file(tmp_path, "b", FIRST)
    (partition,) = partitions(tmp_path)
    if change == "vanish":
        path.unlink()
    elif change == "grow":
        path.write_bytes(FIRST + b"x")
    elif os.geteuid() == 0:
        pytest.skip("root may read everything")
    else:
        path.chmod(0)
    first, second = (list(each.items()) for each in objects_of(partition))
    assert codes(first) == ["source-changed" if change == "grow" else "source-unreadable"]
    assert data(second) == [FIRST], other


@pytest.mark.req("SCN-SRC-008", kind="negative")
def test_archive_that_unpacks_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from esdkit.scan.sources import stream

    monkeypatch.setattr(stream, "_WORK", 1 << 20)
    monkeypatch.setattr(stream, "_RATIO", 10)
    bomb = gzip.compress(gzip.compress(bytes(20 << 20)))
    assert codes(scanned(file(tmp_path, "a.gz", bomb))) == ["source-too-large"]
    deep = FIRST
    for _ in range(LIMITS["search_depth"] + 2):
        deep = gzip.compress(deep)
    assert codes(scanned(file(tmp_path, "b.gz", deep))) == ["source-too-large"]


@pytest.mark.req("SCN-SRC-008")
def test_long_messages_in_binary_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binary, "_WINDOW", 2000)
    monkeypatch.setattr(binary, "_OVERLAP", 800)
    monkeypatch.setattr(binary, "_HEAD", 500)
    small = [message for message in MESSAGES if len(message) < 500]
    long = native_ciphertext("python-0378-aes-256-many-f0-p10240")
    items = scanned(file(tmp_path, "a.bin", b"".join([*small, long, *small, b"\xff" * 3000, *small, long])))
    sizes = [item.size or len(item.data) for item in items if isinstance(item, Item)]
    lengths = [len(message) for message in small]
    assert sizes == [*lengths, len(long), *lengths, *lengths, len(long)]


@pytest.mark.req("SCN-SRC-008")
@pytest.mark.parametrize("magic", [b"REDIS0009", b"PGDMP\x01", b"SEQ\x06", b"# v2 git bundle\n\0", b"other"])
def test_messages_at_the_edge_of_a_window_of_a_divided_file(tmp_path: Path, magic: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are longer than windows overlap, in the first window or a later one; one that is cut may be whole in a divided file."""
    monkeypatch.setattr(binary, "_WINDOW", 20_000)
    monkeypatch.setattr(binary, "_OVERLAP", 2000)
    long = native_ciphertext("python-0378-aes-256-many-f0-p10240")
    filler = b"\xff" * 16_500
    cut = FIRST[: FIRST.rindex(b"\xff\xff\xff\xff\0\0\0")]  # its last frame goes on with what is not one
    expected = [long, long, cut, FIRST] if magic == b"other" else [long, long, FIRST]
    content = magic + filler + long + filler + long + filler + cut + b"\xff" * 30_000 + FIRST
    items = [each for each in scanned(file(tmp_path, "a", content)) if isinstance(each, Item)]
    assert [each[:200] for each in data(items)] == [each[:200] for each in expected]


@pytest.mark.req("SCN-SRC-007")
@pytest.mark.parametrize(
    ("before", "kind"),
    [
        (b"sqsh -S server -U app\n", None),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQE=\n-----END PGP MESSAGE-----\n\n", "pgp-message"),
        (b"age-encryption.org is a format\n\n", None),
        (b"$ANSIBLE_VAULT_PASSWORD_FILE=x\n", None),
        (b"$ANSIBLE_VAULT;1.1;AES256\n6138\n\n", "ansible-vault"),
        (b"Salted__name,blob\n1,x\n", None),
        (b"REDIS0=host\n", None),
        (b"# v2 git builds\n", None),
    ],
)
def test_text_that_begins_like_a_packed_file(tmp_path: Path, before: bytes, kind: str | None) -> None:
    items = scanned(
        file(tmp_path, "a", before + b"blob: " + base64.b64encode(FIRST) + b"\n\nblob: " + base64.b64encode(SECOND[:-8]) + b"\n")
    )
    assert [each.data for each in items if isinstance(each, Item)] == [FIRST, SECOND[:-8]]
    assert [each.message.partition(",")[0] for each in items if isinstance(each, Problem)] == (
        [] if kind is None else [f"it is {non_messages()[kind].name}"]
    )


@pytest.mark.req("SCN-SRC-007")
@pytest.mark.parametrize("length", [len(FIRST), len(FIRST) - 8])
@pytest.mark.parametrize("before", [b"\x5d\0\0\0", b"\x5d\0\0\x80\0", b"\x5d" + bytes(13)])
def test_number_that_begins_like_lzma(tmp_path: Path, before: bytes, length: int) -> None:
    for message in MESSAGES[:6]:
        content = before + message[: len(message) - len(FIRST) + length]
        assert data(scanned(file(tmp_path, "a", content))) == [content[len(before) :]]
        assert [each.data for each in search.find(content).messages] == [content[len(before) :]]


@pytest.mark.req("SCN-SRC-002", "SCN-SRC-008")
@pytest.mark.parametrize("name", ["sparse.bin", "zeros.gz", "zeros.zip"])
def test_zeros_are_not_searched(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []

    def find_all(data: bytes, *, of_part: bool) -> tuple[list[Placed], tuple[str, ...]]:
        searched.append(len(data))
        return search.find_all(data, of_part=of_part)

    for each in ("_WINDOW", "_WINDOW_OF_ARCHIVE"):
        monkeypatch.setattr(binary, each, 1 << 16)
    monkeypatch.setattr(binary, "_OVERLAP", 1 << 14)
    monkeypatch.setattr(binary, "find_all", find_all)
    starts = [5000, 3_000_001, 3_000_001 + len(FIRST), 7_340_032, 9_000_000]
    content = bytearray(10 << 20)
    for start in starts:
        content[start : start + len(FIRST)] = FIRST
    content[8_000_000:8_000_004] = FIRST[:4]  # of which the rest is zeros: four bytes are no message
    pack: Mapping[str, Callable[[bytes], bytes]] = {
        "sparse.bin": bytes,
        "zeros.gz": gzip.compress,
        "zeros.zip": lambda data: zip_of({"a": data}),
    }
    items = scanned(file(tmp_path, name, pack[name](bytes(content))))
    assert data(items) == [FIRST] * 5
    assert [int(item.part.rpartition("byte ")[2]) for item in items] == starts
    assert sum(searched) < len(starts) * 2 << 17 < len(content) / 4


@pytest.mark.req("SCN-SRC-001")
def test_links_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "file").symlink_to(file(tmp_path, "one.bin", FIRST))
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    assert data(scanned(tmp_path / "in")) == [FIRST]
    (tmp_path / "in" / "nowhere").symlink_to(tmp_path / "gone")
    assert codes(scanned(tmp_path / "in")) == ["source-unreadable"]


@pytest.mark.req("SCN-SRC-001")
def test_what_links_lead_to_counts_once(tmp_path: Path) -> None:
    """What is scanned anyway, a file that is named, and one elsewhere with two links."""
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    file(folder, "one.bin", FIRST)
    file(tmp_path, "named.bin", FIRST)
    file(tmp_path, "elsewhere.bin", FIRST)
    (folder / "deep" / "link").symlink_to("../one.bin")
    (folder / "again").symlink_to(folder / "deep" / "link")
    (folder / "link-to-named").symlink_to(tmp_path / "named.bin")
    for name in ("x", "y"):
        (folder / name).symlink_to(tmp_path / "elsewhere.bin")
    found = [each.source for partition in partitions(folder, tmp_path / "named.bin") for each in objects_of(partition)]
    assert [Path(each).name for each in found] == ["one.bin", "x", "named.bin"]
    (folder / "nowhere").symlink_to(folder / "gone")
    assert codes(scanned(folder)) == ["source-unreadable"]


@pytest.mark.req("SCN-SRC-001")
def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    """A file without a message, and an archive, before anything was found in them."""
    text, archive = b"nothing here\n" * 400_000, gzip.compress(os.urandom(3 << 20))
    for name, content in (("a.txt", text), ("b.gz", archive)):
        (partition,) = partitions(file(tmp_path, name, content))
        (one,) = objects_of(partition)
        told: list[int] = []
        assert list(one.items(told.append)) == []
        assert len(told) > 2
        assert sum(told) == len(content)


@pytest.mark.req("SCN-SRC-001", "SCN-SRC-008")
@pytest.mark.parametrize("count", [1, 30])
def test_reading_a_zip_tells_how_far_it_is(tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """One large file in it, or several partitions of them, without a message."""
    monkeypatch.setattr(files, "_GROUPS", 1 << 20)
    content = zip_of({str(at): os.urandom((6 << 20) // count) for at in range(count)})
    for partition in partitions(file(tmp_path, "a.zip", content)):
        (one,) = objects_of(partition)
        told: list[int] = []
        assert list(one.items(told.append)) == []
        assert len(told) > 2
        assert sum(told) >= partition.size * 0.99


@pytest.mark.req("SCN-SRC-001")
def test_names_patterns_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    for name in ("b.bin", "a.bin", "sub/c.bin", "sub/deep/d.bin", "sub/e.txt", "[x].bin"):
        file(tmp_path, name, FIRST)

    def names(*given: str) -> list[str]:
        return [each.source for partition in partitions(*given) for each in objects_of(partition)]

    assert names("a.bin", "sub") == ["a.bin", "sub/c.bin", "sub/e.txt", "sub/deep/d.bin"]
    assert names("**/*.bin") == ["[x].bin", "a.bin", "b.bin", "sub/c.bin", "sub/deep/d.bin"]
    assert names("[x].bin") == ["[x].bin"]
    assert names("sub/c.bin", "./sub", "sub", "sub/deep", "b.bin", "./b.bin") == [*names("sub"), "b.bin"]
    assert codes(scanned("missing")) == ["source-unreadable"]
    for wrong in ("*.zip", "nothing://bucket/key"):
        with pytest.raises(UsageError):
            sources_of([wrong], AUTO)


# ---------------------------------------------------------------- databases in WAL mode
def wal_database(path: Path, data: Sequence[bytes], *, left: bool) -> None:
    """A database in WAL mode that nobody has open. ``left``: the last message is in a WAL that was left, as in a copy of a running one."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE tokens (value BLOB)")
    connection.executemany("INSERT INTO tokens VALUES (?)", [(each,) for each in data[:-1]])
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("INSERT INTO tokens VALUES (?)", (data[-1],))
    connection.commit()
    kept = {name: name.read_bytes() for name in (path, path.with_name(f"{path.name}-wal"))}
    connection.close()
    if left:
        for name, content in kept.items():
            name.write_bytes(content)


@pytest.mark.req("SCN-SRC-001")
@pytest.mark.parametrize("left", [False, True])
def test_reading_a_database_writes_nothing_beside_it(tmp_path: Path, left: bool) -> None:
    wal_database(tmp_path / "app.db", MESSAGES[:3], left=left)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert data(scanned(tmp_path)) == MESSAGES[:3]  # those of the WAL too, and once
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.req("SCN-SRC-006")
def test_database_has_changed_if_its_wal_has(tmp_path: Path) -> None:
    path = tmp_path / "app.db"
    wal_database(path, MESSAGES[:3], left=True)
    (before,) = partitions(path)
    with path.with_name("app.db-wal").open("ab") as file:
        file.write(b"\0")
    (after,) = partitions(path)
    assert (before.id, before.fingerprint != after.fingerprint) == (after.id, True)


@pytest.mark.req("SCN-SRC-001")
def test_wal_without_its_database_is_a_file_like_others(tmp_path: Path) -> None:
    wal_database(tmp_path / "app.db", MESSAGES[:3], left=True)
    (tmp_path / "app.db").unlink()
    assert MESSAGES[2] in data(scanned(tmp_path))


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_sparse_file_in_a_tar_is_named(tmp_path: Path) -> None:
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(1 << 20)
        file.seek(1 << 19)
        file.write(MESSAGES[0])
    subprocess.run(["tar", "--sparse", "-cf", "a.tar", "sparse"], cwd=tmp_path, check=True)
    (problem,) = scanned(tmp_path / "a.tar")
    assert isinstance(problem, Problem)
    assert "sparse" in problem.message
