"""``esdkit scan``: rows, the completion report, what is said, and what a scan survives."""

from __future__ import annotations

import base64
import gzip
import json
import os
import pty
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import boto3
import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from esdkit import __version__
from esdkit.scan.sources.stores import opened_store
from tests.cli.running import Program, peak
from tests.conftest import Golden
from tests.kms.servers import CREDENTIALS, moto
from tests.postgres import PASSWORD, postgres
from tests.processes import is_gone
from tests.samples import native_ciphertext
from tests.scanning import CONTAINERS, MESSAGES, csv_of, database, zip_of
from tests.stores import proxy

FIRST = MESSAGES[0]


def rows(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for path in sorted(folder.glob("parts/*.jsonl")) for line in path.read_bytes().splitlines()]


def report(folder: Path) -> dict[str, dict[str, Any]]:
    """The completion report, by source."""
    lines = map(json.loads, (folder / "objects.jsonl").read_bytes().splitlines())
    return {line["source"]: line for line in lines}


def stored(program: Program) -> None:
    """A folder of mixed files."""
    (program.folder / "in").mkdir()
    program.write("in/app.log", b"".join(map(CONTAINERS["log.txt"], MESSAGES[:5])))
    program.write("in/backup.zip", zip_of({"one.bin": FIRST, "notes.txt": b"nothing"}))
    program.write("in/message.bin", FIRST)
    program.write("in/notes.txt", b"nothing here\n")


def test_help(program: Program, golden: Golden) -> None:
    ran = program("scan", "--help")
    assert len(ran.text.splitlines()) <= 60
    golden("help-scan.txt", ran.transcript)


@pytest.mark.req("SCN-RUN-001", "SCN-RUN-006")
def test_rows_and_report(program: Program, golden: Golden) -> None:
    stored(program)
    ran = program("scan", "in", "-o", "out")
    assert ran.code == 0
    assert "no message was found in in/notes.txt" in ran.stderr
    found = rows(program.folder / "out")
    assert [(row["source"], row["part"], row["form"]) for row in found][-2:] == [
        ("in/backup.zip", "one.bin", "binary"),
        ("in/message.bin", "", "binary"),
    ]
    assert {name: line["messages"] for name, line in report(program.folder / "out").items()} == {
        "in/app.log": 5,
        "in/backup.zip": 1,
        "in/message.bin": 1,
        "in/notes.txt": 0,
    }
    golden("scan-folder.txt", ran.transcript)


@pytest.mark.req("SCN-SRC-006", "SCN-RUN-002")
def test_two_runs_give_the_same_bytes(program: Program) -> None:
    stored(program)
    for folder, jobs in (("one", "1"), ("other", "2"), ("one", "1")):
        assert program("scan", "in", "in/../in/app.log", "-o", folder, "--jobs", jobs).code == 0
    names = [sorted(path.relative_to(program.folder / each) for path in (program.folder / each).rglob("*")) for each in ("one", "other")]
    assert names[0] == names[1]
    for name in names[0]:
        one, other = program.folder / "one" / name, program.folder / "other" / name
        assert one.is_dir() or one.read_bytes() == other.read_bytes()


def test_stdin(program: Program) -> None:
    ran = program("scan", "-", "-o", "out", stdin=CONTAINERS["mysql.sql"](FIRST))
    assert (ran.code, rows(program.folder / "out")[0]["source"]) == (0, "-")
    assert program("scan", "-", stdin=b"nothing").stderr.startswith("note: no message was found in -")


@pytest.mark.req("SCN-RUN-004", kind="negative")
def test_folder_of_another_scan_is_refused(program: Program) -> None:
    stored(program)
    assert program("scan", "in", "-o", "out").code == 0
    ran = program("scan", "in", "-o", "out", "--values")
    assert ran.code == 2
    assert "out belongs to a scan with no values; this one has values" in " ".join(ran.stderr.split())
    manifest = program.folder / "out" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"columns": "', '"columns": "0'))
    ran = program("scan", "in", "-o", "out")
    assert ran.code == 2
    assert f"out was written by esdkit {__version__}, whose rows differ from those of this version" in " ".join(ran.stderr.split())
    manifest.write_text("{")
    ran = program("scan", "in", "-o", "out")
    assert (ran.code, "out/manifest.json cannot be read" in " ".join(ran.stderr.split())) == (2, True)
    (program.folder / "other").mkdir()
    program.write("other/letter.txt", b"dear")
    ran = program("scan", "in", "-o", "other")
    assert (ran.code, "letter.txt" in ran.stderr, list(Path("other").iterdir())) == (2, True, [Path("other/letter.txt")])
    assert program("scan", ".", "-o", "out").code == 2


def as_of(manifest: Path, version: str, schema: int) -> None:
    """Make a folder one that another version has begun."""
    for path in [manifest, *(manifest.parent / "done").iterdir()]:
        found = json.loads(path.read_bytes())
        path.write_text(json.dumps({**found, "esdkit": version, **({"schema": schema} if path == manifest else {})}))


@pytest.mark.req("SCN-RUN-004")
def test_parts_of_another_version_are_named(program: Program) -> None:
    stored(program)
    assert program("scan", "in", "-o", "out").code == 0
    schema = json.loads((program.folder / "out" / "manifest.json").read_bytes())["schema"]
    as_of(program.folder / "out" / "manifest.json", "0.0.9", schema)
    ran = program("scan", "in", "-o", "out")
    parts = len(list((program.folder / "out" / "done").iterdir()))
    assert ran.code == 0
    said = f"note: scanned by esdkit 0.0.9 before, and not again by {__version__}: {parts} of {parts} part"
    assert said in " ".join(ran.stderr.split())
    assert json.loads(program("scan", "in", "-o", "out", "--json").stdout)["other_versions"] == {"0.0.9": parts}
    program.write("in/app.log", CONTAINERS["log.txt"](FIRST) * 2)  # in the only part
    ran = program("scan", "in", "-o", "out")
    assert (ran.code, "0.0.9" in ran.stderr, parts) == (0, False, 1)


@pytest.mark.req("SCN-RUN-004", kind="negative")
def test_folder_of_a_version_with_other_rows_is_refused(program: Program) -> None:
    stored(program)
    assert program("scan", "in", "-o", "out").code == 0
    as_of(program.folder / "out" / "manifest.json", "0.0.9", 0)
    ran = program("scan", "in", "-o", "out")
    said = " ".join(ran.stderr.split())
    assert ran.code == 2
    assert "out was written by esdkit 0.0.9, whose rows differ from those of this version" in said
    assert "Finish it with esdkit 0.0.9, or give another directory." in said


@pytest.mark.req("SCN-RUN-003")
def test_changed_and_vanished_sources_are_named(program: Program) -> None:
    stored(program)
    assert program("scan", "in", "-o", "out").code == 0
    program.write("in/app.log", CONTAINERS["log.txt"](FIRST))
    (program.folder / "in" / "message.bin").unlink()
    ran = program("scan", "in", "-o", "out")
    assert "changed since the last run, and scanned again: in/app.log" in ran.stderr
    assert [row["source"] for row in rows(program.folder / "out")] == ["in/app.log", "in/backup.zip"]
    program("scan", "in", "-o", "again")
    assert rows(program.folder / "again") == rows(program.folder / "out")


@pytest.mark.req("SCN-RUN-003")
def test_sources_that_are_divided_differently_are_not_gone(program: Program) -> None:
    stored(program)
    assert program("scan", "in", "-o", "out").code == 0
    (program.folder / "in" / "app.log").unlink()  # the first of those that share a partition
    ran = program("scan", "in", "-o", "out")
    assert "no longer there, so their rows were removed: in/app.log\n" in ran.stderr
    assert [row["source"] for row in rows(program.folder / "out")] == ["in/backup.zip", "in/message.bin"]


@pytest.mark.req("SCN-RUN-001", "SCN-RUN-002")
def test_leftovers_are_removed(program: Program) -> None:
    stored(program)
    (program.folder / "out" / "parts").mkdir(parents=True)
    program.write("out/parts/.part-0123", b"{")
    program.write("out/parts/unknown.jsonl", b"{}\n")
    assert program("scan", "in", "-o", "out").code == 0
    assert len(list((program.folder / "out" / "parts").iterdir())) == 1


@pytest.mark.req("SCN-SRC-004", "SCN-SRC-007", kind="negative")
@pytest.mark.parametrize(
    ("name", "content", "options", "code", "says"),
    [
        ("a.csv", b"id,payload\n1,x\n", ("--column", "paylod"), 2, "no column 'paylod'; there is 'payload'"),
        ("a.csv", b"id,payload\n1,x\n", ("--column", "payload"), 1, "a.csv, byte 11: the value is not a message"),
        ("a.jsonl", b'{"p": 5}\n', ("--field", "p"), 1, "the value is a number"),
        ("a.zip", zip_of({"a": FIRST})[:-30], (), 4, "a.zip: it is damaged"),
        ("a.csv", b"x", ("--field", "p", "--column", "p"), 2, "give one of them"),
    ],
)
def test_what_cannot_be_read(program: Program, name: str, content: bytes, options: tuple[str, ...], code: int, says: str) -> None:
    program.write(name, content)
    ran = program("scan", name, *options)
    assert (ran.code, says in " ".join(ran.stderr.split())) == (code, True), ran.stderr


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_missing_source_is_scanned_when_it_is_there(program: Program) -> None:
    stored(program)
    ran = program("scan", "in", "late.bin", "-o", "out")
    assert (ran.code, "late.bin: No such file" in ran.stderr) == (4, True)
    text = " ".join(ran.text.split())
    assert "1 source could not be read to the end; what is unread is not counted. out/objects.jsonl names it." in text
    ran = program("scan", "in", "late.bin", "--where", "account=999999999999", "--json")  # its row is left out, the number is not
    assert (json.loads(ran.text)["unread_sources"], "1 source could not be read" in " ".join(ran.stderr.split())) == (1, True)
    assert program("scan", "late.bin").text.startswith("0 rows, 0 with problems\n1 source could not be read to the end")
    program.write("late.bin", FIRST)
    ran = program("scan", "in", "late.bin", "-o", "out")
    assert (ran.code, "Every source could be read." in ran.text) == (0, True)
    assert report(program.folder / "out")["late.bin"]["messages"] == 1


# ---------------------------------------------------------------- what counts
def test_conditions_and_exit_code(program: Program) -> None:
    stored(program)
    ran = program("scan", "in", "-o", "out", "--where", "suite=0014", "--fail-on", "non-committing-suite,any-problem")
    assert ran.code == 1
    assert "--fail-on non-committing-suite: " in ran.stderr
    assert {row["suite"] for row in rows(program.folder / "out")} == {"0014"}
    assert program("scan", "in", "--fail-on", "account=111122223333").code == 0
    assert program("scan", "in", "--fail-on", "acount=1").code == 2
    ran = program("scan", "in", "--where", "account=999999999999")
    assert (ran.code, ran.text[:6]) == (0, "0 rows")
    assert re.search(r"--where account=999999999999 holds for none of the \d+ messages found", " ".join(ran.stderr.split()))


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_file_that_is_forbidden_stops_no_other(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    stored(program)
    program.write("closed.bin", FIRST)
    opened = Path.open

    def refusing(path: Path, *args: Any, **options: Any) -> Any:
        if path.name == "closed.bin":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", refusing)
    monkeypatch.setattr(os, "access", lambda *args, **options: False)  # what a parser of arguments may ask
    ran = program("scan", "closed.bin", "in", "--json", "--jobs", "1")
    assert ran.code == 4
    document = json.loads(ran.text)
    assert [(each["source"], each["code"]) for each in document["failures"]] == [("closed.bin", "source-unreadable")]
    assert document["messages"] == 7


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_file_that_needs_a_package(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hint says what to install, and not to make the file readable; after that, the same command reads the file."""
    pq.write_table(pa.table({"payload": MESSAGES[:3]}), "a.parquet")
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "pyarrow", None)
        ran = program("scan", "a.parquet", "-o", "out", "--jobs", "1")
    assert ran.code == 4 and report(Path("out"))["a.parquet"]["codes"] == ["package-missing"]
    assert "a.parquet: Parquet files need pyarrow, which is not installed" in ran.stderr
    assert 'Install it with: pip install "esdkit[scan]"' in ran.stderr
    assert program("scan", "a.parquet", "-o", "out", "--jobs", "1").code == 0
    assert len(rows(Path("out"))) == 3


@pytest.mark.req("SCN-SRC-007", kind="negative")
def test_archive_that_is_not_opened_has_a_hint_that_helps(program: Program) -> None:
    Path("a.7z").write_bytes(bytes.fromhex("377abcaf271c") + bytes(200))
    ran = program("scan", "a.7z", "--jobs", "1")
    assert ran.code == 4 and "it is a 7z archive, which is not opened here" in ran.stderr
    assert "unpack, decrypt or convert it" in " ".join(ran.stderr.split())


def test_name_that_is_empty_is_refused(program: Program) -> None:
    """A variable of a shell that is not set must not mean the current directory."""
    stored(program)
    ran = program("scan", "in", "")
    assert (ran.code, ran.stdout, "the name of a source is empty" in ran.stderr) == (2, b"", True)


@pytest.mark.req("SCN-RUN-007")
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_baseline(program: Program, form: str) -> None:
    stored(program)
    assert program("scan", "in", "-o", "old", "--format", form).code == 0
    program.write("new.bin", FIRST + MESSAGES[9])
    ran = program("scan", "in", "new.bin", "-o", "out", "--baseline", "old", "--fail-on", "non-committing-suite")
    assert [(row["source"], row["part"]) for row in rows(program.folder / "out")] == [("new.bin", f"byte {len(FIRST)}")]
    assert ran.text.startswith("1 row")
    assert program("scan", "in", "--baseline", "in").code == 2


def test_parquet_has_the_rows_of_json_lines(program: Program) -> None:
    import pyarrow.parquet as pq

    stored(program)
    program.write("in/cut.gz", b"\x1f\x8b\x08")
    for form in ("jsonl", "parquet"):
        assert program("scan", "in", "-o", form, "--format", form, "--values").code == 4
    (part,) = (program.folder / "parquet" / "parts").iterdir()
    found = pq.read_table(part).to_pylist()
    assert json.loads(json.dumps(found)) == rows(program.folder / "jsonl")


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_name_that_is_not_utf_8(program: Program, form: str) -> None:
    Path(os.fsdecode(b"caf\xe9.bin")).write_bytes(FIRST)
    ran = program("scan", ".", "-o", f"../{program.folder.name}-out", "--format", form)
    assert (ran.code, ran.text[:5]) == (0, "1 row")


@pytest.mark.slow
@pytest.mark.req("SCN-SRC-008")
def test_memory_does_not_grow_with_the_rows(program: Program) -> None:
    row = base64.b64encode(FIRST)
    peaks = []
    for count in (4_000, 40_000):
        program.write("a.csv", b"id,payload\n" + b"".join(b"%d,%s\n" % (at, row) for at in range(count)))
        code, most = peak(program.folder, "scan", "a.csv", "--column", "payload", "-o", f"out-{count}")
        assert code == 0
        peaks.append(most)
    assert peaks[1] - peaks[0] < 4 << 20


def test_json_and_page(program: Program) -> None:
    stored(program)
    ran = program("scan", "in", "--json", "--html", "scan.html", "--by", "suite")
    document = json.loads(ran.text)
    assert (document["objects"], document["messages"], document["without_message"]) == (4, 7, 1)
    assert document["summary"]["totals"]["rows"] == 7
    assert (program.folder / "scan.html").read_text().startswith("<!")


# ---------------------------------------------------------------- processes
def many(folder: Path, count: int = 8) -> None:
    """Files that are a partition each."""
    folder.mkdir()
    row = base64.b64encode(native_ciphertext("mpl-0478-aes-192-empty-f256-p257")).decode()
    for number in range(count):
        (folder / f"{number}.csv").write_bytes(csv_of([["id", "payload"], *([str(at), row] for at in range(2600))]))


def start(folder: Path, *options: str, limit: int | None = None, stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
    def bound() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "esdkit", "scan", "in", "--column", "payload", "-o", "out", *options]
    return subprocess.Popen(command, cwd=folder, stderr=stderr, text=True, preexec_fn=bound)


def children(pid: int) -> list[int]:
    """The workers of a scan; not the process that tracks what they share."""
    found = map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    return [each for each in found if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]


def wait_for_parts(folder: Path, count: int = 1) -> None:
    for _ in range(1200):
        if len(list(folder.glob("out/done/*.json"))) >= count:
            return
        time.sleep(0.02)
    pytest.fail("nothing was done")


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-005")
def test_killed_worker(tmp_path: Path) -> None:
    many(tmp_path / "in", 12)
    with start(tmp_path, "--jobs", "2") as process:
        wait_for_parts(tmp_path)
        os.kill(children(process.pid)[0], signal.SIGKILL)
        _, said = process.communicate()
    assert process.returncode == 4
    assert "worker-lost" in said
    (lost,) = [line for line in report(tmp_path / "out").values() if line["codes"]]
    assert lost["failures"][0][2] == "the process that scanned it ended with exit code -9"
    assert len(rows(tmp_path / "out")) == 11 * 2600
    with start(tmp_path, "--jobs", "2") as process:
        assert (process.wait(), len(rows(tmp_path / "out"))) == (0, 12 * 2600)


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-005")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_scan_goes_on(tmp_path: Path, number: int) -> None:
    many(tmp_path / "in", 12)
    with start(tmp_path, "--jobs", "2") as process:
        wait_for_parts(tmp_path)
        workers = children(process.pid)
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode == 128 + number
    assert "what was done stays in out; run the same command again to go on" in " ".join(said.split())
    assert all(map(is_gone, workers))
    assert not list((tmp_path / "out").rglob(".part-*"))
    done = len(list((tmp_path / "out" / "done").iterdir()))
    assert 1 <= done < 12
    with start(tmp_path) as process:
        assert (process.wait(), len(rows(tmp_path / "out"))) == (0, 12 * 2600)


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-005", "SCN-RUN-008")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_scan_takes_its_bar_away(tmp_path: Path, jobs: str) -> None:
    """On a terminal: Ctrl-C is pressed when the bar is there."""
    (tmp_path / "in").mkdir()
    for name in ("a.gz", "b.gz"):  # far more than is read until then
        values = (os.urandom(40).hex() for _ in range(200_000))
        (tmp_path / "in" / name).write_bytes(gzip.compress("\n".join(["id,payload", *(f"1,{each}" for each in values)]).encode(), 1))
    terminal, end = pty.openpty()
    termios.tcsetwinsize(end, (24, 80))
    seen = b""
    with start(tmp_path, "--jobs", jobs, stderr=end) as process:
        os.close(end)
        while b" left" not in seen:
            seen += os.read(terminal, 1 << 12)
        process.send_signal(signal.SIGINT)
        with suppress(OSError):  # what a terminal says when nobody else has it
            while more := os.read(terminal, 1 << 12):
                seen += more
        process.communicate()
    os.close(terminal)
    assert process.returncode == 130
    *pictures, said = seen.split(b"\r\x1b[K")
    assert re.search(rb"\r\[#* *\] +\d+% [\d.]+ [KM]iB, [\d.]+ [KM]iB/s, \d+:\d\d left\x1b\[K$", b"".join(pictures)) is not None
    assert b"[#" not in said
    assert b"what was done stays in out" in b" ".join(said.split())


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-005")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_full_disk(tmp_path: Path, jobs: str) -> None:
    many(tmp_path / "in", 3)
    (tmp_path / "in" / "0-small.csv").write_bytes(b"id,payload\n1," + base64.b64encode(FIRST) + b"\n")
    with start(tmp_path, "--jobs", jobs, limit=1 << 16) as process:
        _, said = process.communicate()
    assert process.returncode == 4
    assert "File too large" in said
    assert "what was done stays in out" in said
    assert not list((tmp_path / "out").rglob(".part-*"))
    with start(tmp_path) as process:
        assert (process.wait(), len(rows(tmp_path / "out"))) == (0, 3 * 2600 + 1)


@pytest.mark.slow
@pytest.mark.req("SCN-RUN-004", kind="negative")
def test_second_scan_at_the_same_time_is_refused(tmp_path: Path) -> None:
    many(tmp_path / "in", 6)
    with start(tmp_path) as process:
        wait_for_parts(tmp_path)
        with start(tmp_path) as other:
            _, said = other.communicate()
        assert (other.returncode, "another scan is writing to out" in said) == (2, True)
        assert process.wait() == 0


@pytest.mark.req("SCN-SRC-009", "SCN-SRC-004")
def test_parquet_column(program: Program) -> None:
    table = pa.table({"id": [1, 2], "payload": [FIRST, base64.b64encode(FIRST)]})
    pq.write_table(table, program.folder / "a.parquet")
    ran = program("scan", "a.parquet", "--column", "payload", "-o", "out")
    assert ran.code == 0
    assert report(program.folder / "out")["a.parquet"]["forms"] == {"base64": 1, "binary": 1}
    ran = program("scan", "a.parquet", "--column", "id", "-o", "other")
    assert ran.code == 2
    assert "column 'id' has type int64, not binary or text" in ran.stderr


@pytest.mark.req("SCN-SRC-010", "SCN-SRC-011", "SCN-SRC-012")
def test_object_store(program: Program, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    with moto() as server, proxy(server.url) as between:
        for name, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": between.url, "AWS_SECRET_ACCESS_KEY": "a-secret"}.items():
            monkeypatch.setenv(name, value)
        opened_store.cache_clear()
        client = boto3.client("s3", region_name="us-east-1", endpoint_url=server.url)
        client.create_bucket(Bucket="orders")
        for number in range(600):
            client.put_object(Bucket="orders", Key=f"{number:03}", Body=MESSAGES[number % len(MESSAGES)])
        between.answer = lambda asked: (403, "AccessDenied") if "/orders/300" in asked.path else None
        ran = program("scan", "s3://orders", "-o", "out", "--jobs", "2", "--json")
        assert ran.code == 4
        assert "requests to object stores: 600 GET, 1 LIST" in ran.stderr
        assert "error: s3://orders/300: it is forbidden: AccessDenied (HTTP 403)" in ran.stderr
        assert json.loads(ran.stdout)["requests"] == {"GET": 600, "LIST": 1}
        assert (len(rows(program.folder / "out")), report(program.folder / "out")["s3://orders/300"]["codes"]) == (
            600,
            ["source-unreadable"],
        )
        between.answer = lambda asked: None
        before = len(between.asked)
        ran = program("scan", "s3://orders", "-o", "out", "--jobs", "2")
        assert ran.code == 0
        assert 2 <= len(between.asked) - before < 600  # the list, and one partition
        assert report(program.folder / "out")["s3://orders/300"]["messages"] == 1
    opened_store.cache_clear()
    left = b"".join(path.read_bytes() for path in (program.folder / "out").rglob("*") if path.is_file())
    for secret in (b"a-secret", b"Signature", between.url.encode()):
        assert secret not in left + ran.stderr.encode() + ran.stdout + caplog.text.encode()


# ---------------------------------------------------------------- databases
def sqlite_url(folder: Path) -> str:
    """A database with two tables, of which the first is what every test of a database here reads."""
    database(folder / "app.db", MESSAGES)
    return f"sqlite:///{folder}/app.db"


@pytest.mark.req("SCN-SQL-001", "SCN-RUN-002", "SCN-RUN-003")
def test_database(program: Program) -> None:
    url = sqlite_url(program.folder)
    for folder, jobs in (("one", "1"), ("other", "2"), ("one", "1")):
        ran = program("scan", url, "--table", "orders", "--table", "tokens", "-o", folder, "--jobs", jobs)
        assert (ran.code, ran.text[:7], ran.stderr) == (0, "24 rows", "")
    assert rows(program.folder / "one") == rows(program.folder / "other")
    assert report(program.folder / "one")[url]["messages"] == 24
    with sqlite3.connect("app.db") as connection:
        connection.execute("DELETE FROM tokens")
    connection.close()
    ran = program("scan", url, "--table", "orders", "--table", "tokens", "-o", "one")
    assert (ran.text[:7], f"scanned again: {url}" in " ".join(ran.stderr.split())) == ("12 rows", True)
    assert program("scan", url, "--query", "SELECT payload FROM orders", "-o", "one").code == 2


@pytest.mark.req("SCN-SQL-003", kind="negative")
def test_query_is_made_in_each_run(program: Program) -> None:
    url = sqlite_url(program.folder)
    command = ("scan", url, "--query", "SELECT payload FROM orders WHERE id < 5", "-o", "out")
    assert program(*command).text[:6] == "4 rows"
    with sqlite3.connect("app.db") as connection:
        connection.execute("DELETE FROM orders WHERE id = 1")
    connection.close()
    ran = program(*command)
    assert (ran.text[:6], ran.stderr) == ("3 rows", "")


@pytest.mark.req("SCN-SQL-001", kind="negative")
@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        ((), 2, "needs either --table or --query"),
        (("--table", "order"), 2, "no table 'order'; there is 'orders'"),
        (("--query", "SELECT id FROM orders", "--column", "id"), 1, "the value is a number"),
        (("--query", "DELETE FROM orders"), 4, "source-unreadable"),
    ],
)
def test_database_that_is_asked_for_wrongly(program: Program, options: tuple[str, ...], code: int, says: str) -> None:
    ran = program("scan", sqlite_url(program.folder), *options)
    assert (ran.code, says in " ".join(ran.stderr.split())) == (code, True), ran.stderr


@pytest.mark.req("SCN-SQL-002", kind="negative")
@pytest.mark.parametrize("right", [True, False])
def test_password_is_in_nothing_that_is_written(program: Program, right: bool, caplog: pytest.LogCaptureFixture) -> None:
    password = PASSWORD if right else f"{PASSWORD}-wrong"
    with postgres() as url, caplog.at_level("DEBUG"):
        url = url.replace("app@", f"app:{password}@") + f"?application_name={PASSWORD}"
        if right:
            fill_postgres(url)
        for number, options in enumerate(((), ("--json",), ("--plan", "plan.jsonl"), ("--format", "parquet", "--jobs", "2"))):
            tables = ("--table", "orders", "--table", "more", "--html", "scan.html", "-o", f"out-{number}")
            ran = program("scan", url, *tables, *options)
            assert ran.code == (0 if right else 4), ran.stderr
            program.write(f"said-{number}", ran.stdout + ran.stderr.encode())
        program.write("said-query", program("scan", url, "--query", "SELECT 1/0").stderr.encode())
        program.write("said-driver", program("scan", url.replace("+psycopg", "+none"), "--table", "t").stderr.encode())
        program.write("said-url", program("scan", url.replace("@127", "@@127"), "--table", "t").stderr.encode())
    written = {path: path.read_bytes() for path in program.folder.rglob("*") if path.is_file()}
    assert len(written) > 15
    assert [path for path, data in written.items() if PASSWORD.encode() in data] == []
    assert any(b"app:***@127.0.0.1" in data for data in written.values())
    assert PASSWORD not in caplog.text


def fill_postgres(url: str) -> None:
    """Two tables with all messages."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection, connection.cursor() as cursor:
        for table in ("orders", "more"):
            cursor.execute(f"CREATE TABLE {table} (id SERIAL PRIMARY KEY, payload BYTEA)")
            cursor.executemany(f"INSERT INTO {table} (payload) VALUES (%s)", [(each,) for each in MESSAGES])
