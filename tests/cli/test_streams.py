"""Output files when the program is stopped in the middle."""

import errno
import io
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from esdkit.cli.output import open_output, write_output
from esdkit.message.header import build_header
from esdkit.spec import LIMITS, SUITES
from tests.cli.running import MULTI, Program
from tests.samples import sample_header

SCRIPT = textwrap.dedent(
    """
    import os, signal, sys
    from pathlib import Path
    from esdkit.cli.output import write_output

    def stop(self, target):
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))
        signal.pause()

    Path.replace = stop
    write_output(sys.argv[1], b"new")
    """
)
TWICE = """
import os, signal, sys
from esdkit.cli.output import open_output

with open_output(sys.argv[1]) as sink:
    try:
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))
        signal.pause()
    finally:
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))  # while the program tidies up
        print("tidied")
"""
IGNORED = """
import os, signal, sys
from esdkit.cli.output import open_output

signal.signal(getattr(signal, sys.argv[2]), signal.SIG_IGN)
with open_output(sys.argv[1]) as sink:
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
    sink.write(b"new")
print("tidied")
"""
AT_ONCE = """
import os, signal, sys
from esdkit.cli.output import write_output

def open_and_stop(*arguments):
    handle = make(*arguments)
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
    return handle

make, os.open = os.open, open_and_stop
write_output(sys.argv[1], b"new")
"""
each_signal = pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])


def run(script: str, out: Path, name: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", script, str(out), name], capture_output=True, check=False, timeout=60)


@each_signal
def test_output_of_a_stopped_program_is_as_it_was(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"old")
    ran = run(SCRIPT, out, name)
    number = getattr(signal, name)
    # what Python itself does with an interrupt that nobody catches; `main` does
    assert ran.returncode == (-number if name == "SIGINT" else 128 + number)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert out.read_bytes() == b"old"


@each_signal
def test_program_stopped_when_its_file_has_just_been_made_leaves_none(tmp_path: Path, name: str) -> None:
    ran = run(AT_ONCE, tmp_path / "out", name)
    assert ran.returncode == (-signal.SIGINT if name == "SIGINT" else 128 + getattr(signal, name))
    assert list(tmp_path.iterdir()) == []


@each_signal
def test_second_signal_does_not_cut_the_tidying_short(tmp_path: Path, name: str) -> None:
    ran = run(TWICE, tmp_path / "out", name)
    assert ran.returncode == (-signal.SIGINT if name == "SIGINT" else 128 + getattr(signal, name))
    assert ran.stdout == b"tidied\n"
    assert list(tmp_path.iterdir()) == []


@each_signal
def test_signal_that_the_program_was_started_to_ignore_does_not_stop_it(tmp_path: Path, name: str) -> None:
    """As ``nohup`` does."""
    ran = run(IGNORED, tmp_path / "out", name)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"tidied\n", b"")
    assert (tmp_path / "out").read_bytes() == b"new"


def test_output_that_is_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links") as caught:
        write_output(str(tmp_path / "a"), b"new")
    assert (caught.value.errno, caught.value.filename) == (errno.ELOOP, str(tmp_path / "a"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_folder_of_what_is_held_back_is_named_when_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, data: object, /) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda size: Full())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(OSError, match="No space") as caught, open_output("-", held=True) as sink:
        sink.write(b"plaintext")
    assert caught.value.filename == str(tmp_path)


PEAK = """
import resource, sys
from esdkit.cli.main import main

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
code = main(sys.argv[1:])
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(code, grown < 100_000, file=sys.stderr)  # KiB
"""


@pytest.mark.req("CLI-INS-005")
@pytest.mark.parametrize("through", ["file", "pipe"])
def test_long_message_on_stdin_is_looked_into_in_little_memory(tmp_path: Path, through: str) -> None:
    path = tmp_path / "message"
    path.write_bytes(build_header(replace(sample_header(SUITES[0x0478]), frame_length=1 << 20)))
    os.truncate(path, 200 << 20)
    script = [sys.executable, "-c", PEAK, "inspect", "--get", "body.frame[0].sequence_number", "-"]
    with path.open("rb") as file, subprocess.Popen(["cat"], stdin=file, stdout=subprocess.PIPE) as cat, path.open("rb") as again:
        ran = subprocess.run(script, stdin=again if through == "file" else cat.stdout, capture_output=True, check=True)
    assert (ran.stdout, ran.stderr) == (b"0\n", b"0 True\n")


def test_stdin_that_somebody_began_to_read_is_read_from_there(tmp_path: Path) -> None:
    path = tmp_path / "two"
    path.write_bytes(b"line\n" + MULTI)
    script = [sys.executable, "-c", "import os, sys; os.read(0, 5); from esdkit.cli.main import main; main(['inspect', '--oneline', '-'])"]
    with path.open("rb") as file:
        ran = subprocess.run(script, stdin=file, capture_output=True, check=True)
    assert ran.stdout.startswith(f"-: {len(MULTI)} bytes, v2 0578".encode())


VERBS = [("verify",), ("inspect",), ("dump",), ("lint",), ("doctor",), ("extract",), ("assemble",), ("diff", "message")]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_device_that_never_ends_is_refused_with_the_bound(program: Program, verb: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.cli.streams.LIMITS", {**LIMITS, "device_input_size": 3 << 20})
    program.write("message", MULTI)
    ran = program(*verb, "/dev/zero")
    assert (ran.code, ran.stdout) == (2, b"")
    assert f"/dev/zero has more than the {3 << 20} bytes" in ran.stderr


@pytest.mark.parametrize("more", [0, 1])
def test_pipe_that_gives_more_than_is_kept_is_refused(program: Program, more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esdkit.cli.streams.LIMITS", {**LIMITS, "piped_input_size": len(MULTI) - more})
    os.mkfifo(program.folder / "pipe")
    program.write("message", MULTI)
    with subprocess.Popen(["sh", "-c", "exec cat message > pipe"]):
        assert program("verify", "pipe").code == (2 if more else 0)
