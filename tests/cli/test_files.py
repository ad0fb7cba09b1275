"""Folders: structure kept, one failure among many, and what a plan refuses."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import esdkit
from esdkit.cli.progress import Progress, readable_size
from tests.cli.running import Program
from tests.cli.test_encrypt import KEYRING, PLAINTEXT, names

FILES = {"a": b"", "b": PLAINTEXT, "sub/c": b"c", "sub/deep/d": b"d"}


@pytest.fixture
def tree(program: Program) -> Program:
    for name, data in FILES.items():
        path = program.folder / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return program


def files(folder: Path) -> set[str]:
    return {name for name in names(folder) if (folder / name).is_file()}


def run(program: Program, *command: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own: it forks."""
    return subprocess.run([sys.executable, "-m", "esdkit", *command], cwd=program.folder, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_folder_goes_there_and_back(tree: Program, jobs: str) -> None:
    ran = run(tree, "encrypt", "-r", "tree", "-o", "secret", *tree.aes(), "--jobs", jobs, "--metadata-output", "log")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert {name for name in names(tree.folder / "secret") if (tree.folder / "secret" / name).is_file()} == {
        f"{n}.encrypted" for n in FILES
    }
    ran = run(tree, "decrypt", "-r", "secret", "-o", "back", *tree.aes(), "--suffix", "", "--jobs", jobs)
    assert ran.returncode == 0
    assert {name: (tree.folder / "back" / f"{name}.encrypted").read_bytes() for name in FILES} == FILES
    lines = [json.loads(line) for line in (tree.folder / "log").read_text().splitlines()]
    assert [(line["schema"], line["mode"], line["input"], line["output"]) for line in lines] == [
        (1, "encrypt", f"tree/{name}", f"secret/{name}.encrypted") for name in FILES
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_file_that_fails_does_not_stop_the_others(tree: Program, jobs: str) -> None:
    assert run(tree, "encrypt", "-r", "tree", "-o", "secret", *tree.aes()).returncode == 0
    broken = tree.folder / "secret" / "b.encrypted"
    broken.write_bytes(broken.read_bytes()[:-1])
    ran = run(tree, "decrypt", "-r", "secret", "-o", "back", "--suffix", ".x", *tree.aes(), "--jobs", jobs)
    assert ran.returncode == 1
    assert b"secret/b.encrypted: the bytes end" in ran.stderr
    assert files(tree.folder / "back") == {f"{name}.encrypted.x" for name in FILES if name != "b"}
    assert run(tree, "decrypt", "-r", "secret", "-o", "back", *tree.aes("k1", "aes-256-other"), "--jobs", jobs).returncode == 3


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_find_in_a_folder_goes_on_after_a_file_without_a_message_and_one_with_two(tree: Program, jobs: str) -> None:
    assert run(tree, "encrypt", "-r", "tree", "-o", "secret", *tree.aes(), "--encode").returncode == 0
    text = (tree.folder / "secret" / "b.encrypted").read_bytes()
    (tree.folder / "secret" / "0").write_bytes(b"nothing")
    (tree.folder / "secret" / "1").write_bytes(text + b"\n" + text)
    ran = run(tree, "decrypt", "-r", "--find", "secret", "-o", "back", "--suffix", "", *tree.aes(), "--jobs", jobs)
    assert (ran.returncode, files(tree.folder / "back")) == (2, {f"{name}.encrypted" for name in FILES})
    errors = [line for line in ran.stderr.decode().splitlines() if line.startswith("error: ")]
    assert [line.partition(";")[0] for line in sorted(errors)] == [
        "error: secret/0: no message was found in it",
        "error: secret/1: it holds 2 messages",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bug_is_named_without_a_traceback_in_every_process(tree: Program, jobs: str) -> None:
    script = """if True:
        import sys
        from esdkit.cli import conversion, main
        def broken(mode, source, output, header):
            raise KeyError("a secret")
        conversion.metadata_line = broken
        sys.exit(main.main(sys.argv[1:]))
    """
    command = [sys.executable, "-c", script, "encrypt", "-r", "tree", "-o", "secret", *tree.aes(), "--jobs", jobs]
    ran = subprocess.run(command, cwd=tree.folder, capture_output=True, check=False, timeout=60)
    assert (ran.returncode, b"this is a bug in esdkit, please report it: KeyError" in ran.stderr) == (5, True)
    assert not any(word in ran.stderr for word in (b"Traceback", b"a secret", b"killed"))


def test_metadata_shows_the_header(program: Program) -> None:
    name = program.write("plain", PLAINTEXT)
    ran = program("encrypt", name, *program.aes(), "-o", "out", "-c", "k=v", "--metadata-output", "-")
    line = json.loads(ran.text)
    header = esdkit.parse((program.folder / "out").read_bytes()).header
    assert line["header"]["message_id"] == header.message_id.hex()
    assert line["header"]["suite"]["id"] == "0578"
    assert line["header"]["encryption_context"] == header.encryption_context
    assert [key["provider_id"]["text"] for key in line["header"]["encrypted_data_keys"]] == ["esdkit-vectors"]
    assert line["header"]["auth"]["tag"] == header.auth.tag.hex()
    ran = program("decrypt", "out", *program.aes(), "-o", "back", "--metadata-output", "-")
    assert json.loads(ran.text) == {**line, "mode": "decrypt", "input": "out", "output": "back"}


def test_metadata_is_added_to_what_is_there(program: Program) -> None:
    program.write("log", b"{}\n")
    assert program("encrypt", program.write("plain", b""), *program.aes(), "-o", "out", "--metadata-output", "log").code == 0
    assert [json.loads(line).get("mode") for line in (program.folder / "log").read_text().splitlines()] == [None, "encrypt"]


def test_metadata_say_why_a_file_was_skipped(program: Program) -> None:
    program.write("plain", PLAINTEXT)
    assert program("encrypt", "plain", *program.aes(), "-o", "m", "-c", "k=v").code == 0
    ran = program("decrypt", "m", *program.aes(), "-o", "new", "-c", "k=other", "--metadata-output", "-")
    line = json.loads(ran.text)
    assert (ran.code, line.pop("reason")) == (1, ran.stderr.splitlines()[0].removeprefix("error: m: "))
    assert line == {
        "schema": 1,
        "mode": "decrypt",
        "input": "m",
        "output": "new",
        "skipped": True,
        "code": "encryption-context-mismatch",
    }
    ran = program("decrypt", "m", *program.aes(), "-o", "plain", "--no-overwrite", "--metadata-output", "-")
    line = json.loads(ran.text)
    assert (ran.code, line["skipped"], line["reason"], line["code"]) == (4, True, "File exists", None)


WRONG = {
    "no-recursive": ("tree", "-o", "out"),
    "no-output": ("-r", "tree"),
    "stdout": ("-r", "tree", "-o", "-"),
    "output-is-a-file": ("-r", "tree", "-o", "tree/a"),
    "output-inside": ("-r", "tree", "-o", "tree/out"),
    "recursive-file": ("-r", "tree/a", "-o", "out"),
    "stdin-into-a-folder": ("-", "-o", "tree"),
    "both-to-stdout": ("tree/a", "--metadata-output", "-"),
    "no-name-of-an-output": ("tree/a", "-o", ""),
    "no-name-of-an-output-folder": ("-r", "tree", "-o", ""),
    "no-name-of-a-folder": ("-r", "", "-o", "out"),
    "suffix-is-another-folder": ("-r", "tree", "-o", "out", "--suffix", "/x"),
    "no-name-of-metadata": ("tree/a", "-o", "out", "--metadata-output", ""),
    "suffix-that-leads-elsewhere": ("-r", "tree", "-o", "out", "--suffix", "/../../tree/b"),
    "suffix-of-one-file": ("tree/a", "-o", "tree", "--suffix", "/../b"),
    "reads-what-it-writes": ("-r", "tree", "-o", "tree", "--suffix", ".x"),
}


@pytest.mark.parametrize("case", WRONG)
def test_plan_that_does_not_work_is_wrong_usage(tree: Program, case: str) -> None:
    (tree.folder / "tree" / "a.x").write_bytes(b"")
    option = tree.aes()
    before = names(tree.folder)
    ran = tree("encrypt", *WRONG[case], *option)
    assert (ran.code, ran.stdout) == (2, b"")
    assert names(tree.folder) == before


def test_folder_behind_a_circle_of_links_is_named(tree: Program) -> None:
    (tree.folder / "circle").symlink_to("circle")
    ran = tree("encrypt", "-r", "tree", "-o", "circle", *tree.aes())
    assert ran.code == 4
    assert "error: circle/a.encrypted: " in ran.stderr


def test_walk_leaves_out_what_is_no_file_and_follows_links_to_files_alone(tree: Program) -> None:
    folder = tree.folder / "tree"
    os.mkfifo(folder / "fifo")
    (folder / "link").symlink_to("b")
    (folder / "loop").symlink_to(".")
    ran = tree("encrypt", "-r", "tree", "-o", "out", *tree.aes())
    assert ran.code == 0
    assert "tree/fifo" in ran.stderr
    assert "tree/loop" in ran.stderr
    assert {"link.encrypted", "a.encrypted"} <= set(names(tree.folder / "out"))
    assert not {"fifo.encrypted", "loop"} & set(names(tree.folder / "out"))
    assert esdkit.decrypt(source=(tree.folder / "out" / "link.encrypted").read_bytes(), keyring=KEYRING)[0] == PLAINTEXT


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopped_program_leaves_no_temporary_file(program: Program, number: signal.Signals, jobs: str) -> None:
    (program.folder / "in").mkdir()
    for name in ("a", "b"):
        with (program.folder / "in" / name).open("wb") as file:
            file.truncate(1 << 32)  # sparse: nothing on the disk, and long enough
    command = [sys.executable, "-m", "esdkit", "encrypt", "-r", "in", "-o", "out", *program.aes(), "--jobs", jobs]
    with subprocess.Popen(command, cwd=program.folder, stderr=subprocess.PIPE, start_new_session=True) as process:
        while len(list(program.folder.glob("out/.esdkit-*"))) < int(jobs):
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
        _, stderr = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert names(program.folder / "out") == []
    assert b"Traceback" not in stderr


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists the children of a process")
def test_program_whose_worker_is_killed_says_so(program: Program) -> None:
    (program.folder / "in").mkdir()
    for name in ("a", "b"):
        with (program.folder / "in" / name).open("wb") as file:
            file.truncate(1 << 32)
    command = [sys.executable, "-m", "esdkit", "encrypt", "-r", "in", "-o", "out", *program.aes(), "--jobs", "2"]
    with subprocess.Popen(command, cwd=program.folder, stderr=subprocess.PIPE) as process:
        while len(list(program.folder.glob("out/.esdkit-*"))) < 2:
            assert process.poll() is None
            time.sleep(0.01)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)
        _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (4, b"error: a worker process was killed or crashed\n")
    assert files(program.folder / "out") <= {path.name for path in (program.folder / "out").glob(".esdkit-*")}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="this system has no file that opens and cannot be read")
def test_file_that_cannot_be_read_is_named(tree: Program) -> None:
    (tree.folder / "tree" / "sub" / "c").unlink()
    (tree.folder / "tree" / "sub" / "c").symlink_to("/proc/self/mem")
    ran = tree("encrypt", "-r", "tree", "-o", "out", *tree.aes())
    assert (ran.code, ran.stderr) == (4, "error: tree/sub/c: Input/output error\n")
    assert files(tree.folder / "out") == {f"{name}.encrypted" for name in FILES if name != "sub/c"}


def test_memory_does_not_grow_with_a_file(program: Program) -> None:
    script = """if True:
        import resource, sys
        from esdkit.cli.main import main
        peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        def run(size):
            with open("plain", "wb") as file:
                file.truncate(size)
            assert main(["encrypt", "plain", "-o", "message", *sys.argv[1:]]) == 0
            assert main(["decrypt", "message", "-o", "/dev/null", "--no-buffer", *sys.argv[1:]]) == 0
            return peak()
        small = run(16 << 20)
        print((run(96 << 20) - small) >> 10)
    """
    command = [sys.executable, "-c", script, *program.aes()]
    ran = subprocess.run(command, cwd=program.folder, capture_output=True, check=True, text=True)
    assert int(ran.stdout) <= 8  # MiB


def test_bar_shows_how_far_and_how_fast(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    monkeypatch.setattr("esdkit.cli.progress.time.monotonic", lambda: now[0])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress(4 << 20) as progress:
        progress.add(1 << 20)
        assert capsys.readouterr().err == ""
        now[0] = 2.0
        progress.add(1 << 20)
        shown = capsys.readouterr().err
    assert shown == f"\r[{'#' * 15:<30}]  50% 2.0 MiB, 1.0 MiB/s, 0:02 left\x1b[K"
    assert capsys.readouterr().err == "\r\x1b[K"


@pytest.mark.parametrize(
    ("total", "count", "seconds", "text"),
    [
        (200, 100, 4.0, "[###############               ]  50% 100 vectors, 25/s, 0:04 left"),
        (40_000, 10_000, 2500.0, "[#######                       ]  25% 10,000 vectors, 4/s, 2:05:00 left"),
        (10, 5, 20.0, "[###############               ]  50% 5 vectors, 15/min, 0:20 left"),
        (10, 0, 20.0, "[                              ]   0% 0 vectors, 0/min"),
        (10, 10, 1.0, "[##############################] 100% 10 vectors, 10/s"),
        (1000, 999, 1.0, "[############################# ]  99% 999 vectors, 999/s, 0:00 left"),
        (0, 10, 1.0, "10 vectors, 10/s"),
    ],
)
def test_bar_of_what_is_counted(total: int, count: int, seconds: float, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("esdkit.cli.progress.time.monotonic", lambda: now[0])
    progress = Progress(None, "vectors", visible=False)
    progress.expect(total // 2)
    progress.expect(total - total // 2)
    progress.add(count)
    now[0] = seconds
    assert progress.picture() == text


def test_what_was_done_before_is_not_in_the_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("esdkit.cli.progress.time.monotonic", lambda: now[0])
    progress = Progress(100 << 20, visible=False)
    progress.add_earlier(50 << 20)
    now[0] = 5.0
    assert progress.picture() == f"[{'#' * 15:<30}]  50% 50.0 MiB, 0 B/s"
    progress.add(10 << 20)
    assert progress.picture() == f"[{'#' * 18:<30}]  60% 60.0 MiB, 2.0 MiB/s, 0:20 left"


@pytest.mark.parametrize(("columns", "bar"), [(120, True), (70, True), (69, False), (40, False)])
def test_line_that_is_too_long_for_the_terminal_has_no_bar(columns: int, bar: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What wraps could not be taken away again."""
    now = [0.0]
    monkeypatch.setattr("esdkit.cli.progress.time.monotonic", lambda: now[0])
    monkeypatch.setattr("esdkit.cli.progress._columns", lambda: columns)
    progress = Progress(100 << 20, visible=False)
    progress.add(50 << 20)
    now[0] = 5.0
    rest = " 50% 50.0 MiB, 10.0 MiB/s, 0:05 left"
    assert progress.picture() == (f"[{'#' * 15:<30}] {rest}" if bar else rest)


def test_bar_is_for_terminals(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.cli.progress._QUIET_FOR", 0.0)
    with Progress(None) as progress:
        progress.add(1)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("count", "text"), [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KiB"), (5 << 30, "5.0 GiB")])
def test_size_is_readable(count: int, text: str) -> None:
    assert readable_size(count) == text
