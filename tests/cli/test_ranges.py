"""One file by several processes: as by one, whatever is wrong, and nothing half written when a process, the disk or the user ends it."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from esdkit.engine import ranges
from tests.cli.running import Program, peak
from tests.cli.test_encrypt import names
from tests.drafts import ANY_SUITE, KEYRING
from tests.each import each
from tests.processes import is_gone

KEY = ("--aes", "namespace=esdkit,name=key,key=env:KEY")
UNSIGNED = ("--algorithm", "0478")
FRAME = 4096 + 4 + 12 + 16
NOTE = "note: one process is used: --jobs splits only unsigned framed messages, and only\n  encrypt and decrypt do, from file to file\n"
pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists the children of a process")


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY", bytes(range(32)).hex())


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranges of two frames."""
    monkeypatch.setattr(ranges, "_RANGE", 2 * FRAME)


@pytest.fixture
def files(program: Program) -> Program:
    """A plaintext of ten and a half frames and its message."""
    program.write("plain", os.urandom(10 * 4096 + 2000))
    program.write("message", ANY_SUITE.encrypt(source=(program.folder / "plain").read_bytes(), keyring=KEYRING, algorithm=0x0478)[0])
    return program


# ---------------------------------------------------------------- as by one process
@pytest.mark.req("CLI-PAR-001", "CLI-PAR-003")
@pytest.mark.usefixtures("small")
def test_file_goes_there_and_back_and_keeps_its_mode(files: Program) -> None:
    (files.folder / "back").touch(mode=0o640)
    for command in (("encrypt", "plain", "-o", "new", *UNSIGNED), ("decrypt", "new", "-o", "back"), ("decrypt", "message", "-o", "other")):
        assert (ran := files(*command, *KEY, "--jobs", "3")).code == 0
        assert (ran.text, ran.stderr) == ("", "")
    plain = (files.folder / "plain").read_bytes()
    assert (files.folder / "back").read_bytes() == (files.folder / "other").read_bytes() == plain
    assert ANY_SUITE.decrypt(source=(files.folder / "new").read_bytes(), keyring=KEYRING)[0] == plain
    assert [(files.folder / name).stat().st_mode & 0o777 for name in ("new", "back")] == [0o600, 0o640]


def broken(message: bytes) -> dict[str, bytes]:
    start = len(message) - (10 * FRAME + 2000 + 4 + 12 + 4 + 4 + 16)
    frames = [message[at : at + FRAME] for at in range(start, start + 10 * FRAME, FRAME)]
    head, final = message[:start], message[start + 10 * FRAME :]

    def flip(*places: int) -> bytes:
        changed = bytearray(message)
        for at in places:
            changed[at] ^= 1
        return bytes(changed)

    return {
        "content": flip(start + 7 * FRAME + 100),
        "two frames": flip(start + 8 * FRAME + 100, start + 4 * FRAME + 3),
        "number": flip(start + 5 * FRAME + 3),
        "tag of the last regular frame": flip(start + 10 * FRAME - 1),
        "final marker": flip(start + 10 * FRAME),
        "final length": flip(start + 10 * FRAME + 4 + 4 + 12 + 3),
        "final tag": flip(len(message) - 1),
        "header": flip(start - 1),
        "swapped": head + b"".join([*frames[:3], frames[4], frames[3], *frames[5:]]) + final,
        "missing": head + b"".join(frames[:9]) + final,
        "early final frame": head + b"".join(frames[:5]) + b"\xff\xff\xff\xff" + message[start + 5 * FRAME + 4 :],
        "no final frame": head + b"".join(frames),
        "trailing byte": message + b"\0",
        "trailing frame": message + frames[0],
        "cut": message[:-1],
        "cut in a frame": message[: start + 4 * FRAME + 50],
    }


@pytest.mark.req("CLI-PAR-002", "CLI-PAR-003", kind="negative")
@pytest.mark.usefixtures("small")
def test_message_is_refused_as_by_one_process(files: Program) -> None:
    for name, data in broken((files.folder / "message").read_bytes()).items():
        files.write("message", data)
        one, several = (files("decrypt", "message", "-o", "out", *KEY, "--jobs", jobs) for jobs in ("1", "3"))
        assert one.code == 1, name
        assert (several.code, several.stderr) == (one.code, one.stderr), name
        assert names(files.folder) == ["message", "plain"], name


@pytest.mark.req("CLI-PAR-002", kind="negative")
@pytest.mark.usefixtures("small")
@each("command", ["encrypt plain --algorithm 0478", "decrypt message"], ids=str)
def test_plaintext_that_is_too_long_is_refused_as_by_one_process(files: Program, command: str) -> None:
    ran = [files(*command.split(), "-o", "out", *KEY, "--max-length", "42959", "--jobs", jobs) for jobs in ("1", "3")]
    assert ran[0].code == ran[1].code > 0
    assert ran[0].stderr == ran[1].stderr
    assert names(files.folder) == ["message", "plain"]
    assert files(*command.split(), "-o", "out", *KEY, "--max-length", "42960", "--jobs", "3").code == 0
    (files.folder / "out").unlink()


# ---------------------------------------------------------------- when it is for one process
@pytest.mark.req("CLI-PAR-005", kind="negative")
@pytest.mark.usefixtures("small")
def test_one_process_does_what_cannot_be_shared_and_says_so_to_those_who_asked(files: Program) -> None:
    files("encrypt", "plain", "-o", "signed", *KEY)
    files("encrypt", "plain", "-o", "text", "--encode", *KEY, *UNSIGNED)
    commands = {
        "signed": ("encrypt", "plain", "-o", "out"),
        "signed message": ("decrypt", "signed", "-o", "out"),
        "to stdout": ("decrypt", "message"),
        "encoded": ("encrypt", "plain", "-o", "out", "--encode", *UNSIGNED),
        "decoded": ("decrypt", "text", "-o", "out", "--decode"),
        "found": ("decrypt", "message", "-o", "out", "--find"),
    }
    for name, command in commands.items():
        one, several, default = (files(*command, *KEY, *jobs) for jobs in (("--jobs", "1"), ("--jobs", "2"), ()))
        assert (one.code, one.stderr) == (several.code, several.stderr.replace(NOTE, "", 1)) == (default.code, default.stderr) == (0, ""), (
            name
        )
        assert NOTE in several.stderr, name
    stdin = files("encrypt", "-", "-o", "out", *KEY, *UNSIGNED, "--jobs", "2", stdin=b"plain")
    assert (stdin.code, stdin.stderr) == (0, NOTE)


@pytest.mark.usefixtures("small")
def test_files_of_a_folder_are_shared_and_not_their_ranges(files: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless there is only one."""
    split: list[str] = []
    monkeypatch.setattr("esdkit.cli.conversion.in_ranges", lambda work, source, *rest: split.append(source.name))
    (files.folder / "in").mkdir()
    files.write("in/a", bytes(100_000))
    assert files("encrypt", "-r", "in", "-o", "out", *KEY, *UNSIGNED, "--jobs", "2").code == 0
    assert split == ["in/a"]
    files.write("in/b", bytes(100_000))
    assert files("encrypt", "-r", "in", "-o", "out", *KEY, *UNSIGNED, "--jobs", "2").code == 0
    assert split == ["in/a"]
    monkeypatch.setattr("esdkit.cli.conversion.usual_jobs", lambda length: 2)
    assert files("encrypt", "-r", "in", "-o", "out", *KEY, *UNSIGNED).code == 0
    assert split == ["in/a", "in/a", "in/b"]


# ---------------------------------------------------------------- what ends it
LONG = 1 << 30
SLOW = (*UNSIGNED, "--frame-length", "256")  # seconds for a file that long: a signal finds the program at work


def started(program: Program, verb: str, size: int, limit: int = resource.RLIM_INFINITY) -> subprocess.Popen[bytes]:
    """The program at work on a file with holes, with two processes."""
    with (program.folder / "plain").open("wb") as file:
        file.truncate(size)
    source = "plain"
    if verb == "decrypt":
        assert program("encrypt", "plain", "-o", "message", *KEY, *UNSIGNED).code == 0
        source = "message"
    command = [sys.executable, "-m", "esdkit", verb, source, "-o", "out", *KEY, *(SLOW if verb == "encrypt" else ()), "--jobs", "2"]
    bounded = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.Popen(command, cwd=program.folder, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=bounded)


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """Those of a program, once there are two."""
    while process.poll() is None:
        found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        if len(found) == 2:
            return list(map(int, found))
        time.sleep(0.001)
    raise AssertionError(process.communicate())


def kill_one(program: Program, kills: int, seed: int) -> None:
    chance, killed = random.Random(seed), 0
    while killed < kills:
        (program.folder / "out").unlink(missing_ok=True)
        verb, source = chance.choice([("encrypt", "plain"), ("decrypt", "message")])
        with started(program, verb, 64 << 20) as process:
            victim = chance.choice(workers(process))
            time.sleep(chance.uniform(0, 0.1))
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                continue  # it was done before
            finally:
                _, stderr = process.communicate(timeout=60)
        outputs = set(names(program.folder)) - {"plain", "message"}
        if process.returncode == 0:  # it had answered for its last range
            assert (outputs, stderr) == ({"out"}, b"")
            continue
        killed += 1
        assert (process.returncode, stderr) == (4, f"error: {source}: a worker process was killed or crashed\n".encode())
        assert outputs == set()


@pytest.mark.slow
@pytest.mark.req("CLI-PAR-003", kind="negative")
def test_killed_process_leaves_nothing(program: Program) -> None:
    kill_one(program, 5, seed=17)


@pytest.mark.fuzz
@pytest.mark.req("CLI-PAR-003", kind="negative")
def test_processes_killed_very_often_leave_nothing(program: Program) -> None:
    kill_one(program, 50, seed=71)


@pytest.mark.slow
@pytest.mark.req("CLI-PAR-003", kind="negative")
@each("number", [signal.SIGTERM, signal.SIGINT])
def test_stopped_program_leaves_nothing(program: Program, number: signal.Signals) -> None:
    with started(program, "encrypt", LONG) as process:
        children = workers(process)
        os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
        _, stderr = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert b"Traceback" not in stderr
    assert names(program.folder) == ["plain"]
    assert all(map(is_gone, children))


@pytest.mark.slow
@pytest.mark.req("CLI-PAR-003", kind="negative")
def test_processes_end_with_the_program(program: Program) -> None:
    with started(program, "encrypt", LONG) as process:
        children = workers(process)
        process.kill()
        _, stderr = process.communicate(timeout=60)
    assert all(map(is_gone, children))
    assert b"Traceback" not in stderr
    assert "out" not in names(program.folder)


@pytest.mark.slow
@pytest.mark.req("CLI-PAR-003", kind="negative")
@each("verb", ["encrypt", "decrypt"])
def test_full_disk_leaves_nothing(program: Program, verb: str) -> None:
    with started(program, verb, 64 << 20, limit=40 << 20) as process:
        _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (4, b"error: out: File too large\n")
    assert set(names(program.folder)) <= {"plain", "message"}


@pytest.mark.slow
def test_memory_does_not_grow_with_a_file(program: Program) -> None:
    most = []
    for size in (24 << 20, 96 << 20):
        with (program.folder / "plain").open("wb") as file:
            file.truncate(size)
        for command in (("encrypt", "plain", "-o", "message", *UNSIGNED), ("decrypt", "message", "-o", "back")):
            code, used = peak(program.folder, *command, *KEY, "--jobs", "2")
            assert code == 0
            most.append(used)
    assert max(most[2] - most[0], most[3] - most[1]) <= 4 << 20
