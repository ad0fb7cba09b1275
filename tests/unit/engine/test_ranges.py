"""One message by several processes: the same bytes as by one; what is not as it must be is left to one, or refused."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit import Client
from esdkit.engine import ranges
from esdkit.engine.frames import FrameEncryptor
from esdkit.engine.ranges import File, in_ranges, usual_jobs
from esdkit.errors import Code, UsageError
from esdkit.spec import SUITES
from tests.drafts import ANY_SUITE, KEYRING
from tests.each import each
from tests.unit.engine.test_encrypt import shake

UNSIGNED = 0x0478
RANGE = 300
AROUND = 4 + 12 + 16  # bytes of a frame around its content


class Files:
    """A source and a target in a folder of their own."""

    def __init__(self, folder: Path, source: bytes) -> None:
        self.folder = folder
        (folder / "source").write_bytes(source)

    def __enter__(self) -> tuple[File, File]:
        target = os.open(self.folder / "target", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        self.files = File(os.open(self.folder / "source", os.O_RDONLY), "source"), File(target, "target")
        return self.files

    def __exit__(self, *_: object) -> None:
        for file in self.files:
            os.close(file.descriptor)

    @property
    def written(self) -> bytes:
        return (self.folder / "target").read_bytes()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranges of 300 bytes, in pieces of 150: of frames of 100 bytes, a range has two, and a piece has one."""
    monkeypatch.setattr(ranges, "_RANGE", RANGE)
    monkeypatch.setattr(ranges, "_PIECE", RANGE // 2)


def client_for(algorithm: int) -> Client:
    """One that makes the same message each time."""
    policy = "REQUIRE_ENCRYPT_ALLOW_DECRYPT" if SUITES[algorithm].commitment else "FORBID_ENCRYPT_ALLOW_DECRYPT"
    return Client(random=shake(b"seed"), commitment_policy=policy)


def message_of(plaintext: bytes, frame_length: int, algorithm: int = UNSIGNED) -> bytes:
    return client_for(algorithm).encrypt(source=plaintext, keyring=KEYRING, frame_length=frame_length, algorithm=algorithm)[0]


def encrypt(files: Files, length: int, frame_length: int, jobs: int, seen: list[int], algorithm: int = UNSIGNED) -> bool:
    work = client_for(algorithm).encryptor(keyring=KEYRING, frame_length=frame_length, algorithm=algorithm).ranges(length)
    assert work is not None
    with files as (source, target):
        return in_ranges(work, source, target, jobs, seen.append)


def decrypt(files: Files, message: bytes, jobs: int, seen: list[int], max_body_length: int | None = None) -> bool:
    core = ANY_SUITE.decryptor(keyring=KEYRING, max_body_length=max_body_length)
    start = 0
    while core.header is None:
        core.feed(message[start : start + 1])
        start += 1
    work = core.ranges(len(message))
    assert work is not None
    with files as (source, target):
        return in_ranges(work, source, target, jobs, seen.append)


def frames_of_a_range(frame_length: int) -> int:
    return max(RANGE // (frame_length + AROUND), 1)


@st.composite
def sizes(draw: st.DrawFn) -> tuple[int, int]:
    """A frame length, and a plaintext's length near an edge of its frames and of the ranges."""
    frame_length = draw(st.sampled_from([1, 7, 59, 60, 61, 99, 100, RANGE - AROUND, RANGE, 1000]))
    step = frames_of_a_range(frame_length) * frame_length
    edge = draw(st.sampled_from([step, 2 * step, 3 * step, 2 * step + frame_length, 5 * step - frame_length]))
    return frame_length, edge + draw(st.sampled_from([-frame_length, -1, 0, 1, frame_length - 1, frame_length]))


@pytest.mark.slow
@pytest.mark.req("CLI-PAR-001")
@pytest.mark.usefixtures("small")
@settings(max_examples=30)
@given(sizes(), st.integers(2, 4), st.sampled_from([UNSIGNED, 0x0178, 0x0014]))
def test_processes_write_the_bytes_of_one_and_read_them(size: tuple[int, int], jobs: int, algorithm: int) -> None:
    frame_length, length = size
    plaintext = shake(b"plaintext")(length)
    message = message_of(plaintext, frame_length, algorithm)
    shared = length // frame_length > frames_of_a_range(frame_length)
    with TemporaryDirectory() as folder:
        there = Files(Path(folder), plaintext)
        seen: list[int] = []
        assert encrypt(there, length, frame_length, jobs, seen, algorithm) == shared
        assert there.written == (message if shared else b"")
        assert sum(seen) == (length // frame_length * frame_length if shared else 0)
        read = Files(Path(folder), message)
        assert decrypt(read, message, jobs, []) == shared
        assert read.written == (plaintext if shared else b"")


def broken(message: bytes, start: int, size: int) -> Iterator[tuple[str, bytes]]:
    """A message with nine regular frames of ``size`` bytes, from ``start`` on, and a final one: what can be wrong with it."""
    frames = [message[at : at + size] for at in range(start, start + 9 * size, size)]
    head, final = message[:start], message[start + 9 * size :]

    def flip(data: bytes, at: int) -> bytes:
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    for name, at in {"number": 3, "iv": 15, "content": 20, "tag": size - 1}.items():
        for index in (0, 4, 8):
            yield f"{name} of frame {index}", head + b"".join([*frames[:index], flip(frames[index], at), *frames[index + 1 :]]) + final
    for name, at in {"marker": 3, "number": 7, "iv": 19, "length": 23, "content": 25, "tag": len(final) - 1}.items():
        yield f"final {name}", message[: -len(final)] + flip(final, at)
    yield "swapped", head + b"".join([*frames[:3], frames[4], frames[3], *frames[5:]]) + final
    yield "twice", head + b"".join([*frames, frames[8]]) + final
    yield "missing", head + b"".join(frames[:8]) + final
    yield "early final frame", head + b"".join(frames[:5]) + b"\xff\xff\xff\xff" + frames[5][4:] + b"".join(frames[6:]) + final
    yield "no final frame", head + b"".join(frames)
    yield "trailing byte", message + b"\0"
    yield "trailing frame", message + frames[0]
    yield "cut", message[:-1]
    yield "cut in a frame", message[: start + 4 * size + 50]


@pytest.mark.req("CLI-PAR-002", kind="negative")
@pytest.mark.usefixtures("small")
def test_message_that_is_not_what_it_must_be_is_left_to_one_process(tmp_path: Path) -> None:
    message = message_of(bytes(950), 100)
    size = 100 + AROUND
    start = len(message) - 9 * size - (4 + 4 + AROUND + 50)
    assert decrypt(Files(tmp_path, message), message, 2, [])
    for name, data in broken(message, start, size):
        files = Files(tmp_path, data)
        seen: list[int] = []
        assert not decrypt(files, data, 2, seen), name
        assert files.written == b"", name
        assert sum(seen) == 0, name


@pytest.mark.req("CLI-PAR-002", kind="negative")
@pytest.mark.usefixtures("small")
@each(("most", "done"), [(949, False), (950, True)])
def test_body_that_is_too_large_is_left_to_one_process(tmp_path: Path, most: int, done: bool) -> None:
    message = message_of(bytes(950), 100)
    assert decrypt(Files(tmp_path, message), message, 2, [], most) == done


@pytest.mark.req("CLI-PAR-004", kind="negative")
@pytest.mark.usefixtures("small")
@each("length", [2949, 2951, 2000, 3100], ids=str)
def test_plaintext_that_changes_is_refused_and_not_encrypted_again(tmp_path: Path, length: int) -> None:
    """It had this length when it was opened."""
    with pytest.raises(UsageError, match="the source changed while it was being read") as caught:
        encrypt(Files(tmp_path, bytes(2950)), length, 100, 2, [])
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-PAR-002", kind="negative")
@pytest.mark.usefixtures("small")
@each("length", [949, 951], ids=str)
def test_message_that_changes_is_left_to_one_process(tmp_path: Path, length: int) -> None:
    message = message_of(bytes(950), 100)
    changed = message[:-1] if length < 950 else message + b"\0"
    assert not decrypt(Files(tmp_path, changed), message, 2, [])


@pytest.mark.req("CLI-PAR-005", kind="negative")
def test_signed_and_non_framed_messages_have_no_ranges() -> None:
    assert ANY_SUITE.encryptor(keyring=KEYRING, algorithm=0x0578).ranges(1 << 30) is None
    signed, _ = ANY_SUITE.encrypt(source=b"", keyring=KEYRING, algorithm=0x0578)
    core = ANY_SUITE.decryptor(keyring=KEYRING)
    assert core.ranges(len(signed)) is None  # before its header
    core.feed(signed)
    assert core.ranges(len(signed)) is None


def test_frames_that_are_too_long_to_share_are_left_to_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranges, "_RANGE", 1)
    monkeypatch.setattr(ranges, "_MAX_FRAME", 131)
    assert not encrypt(Files(tmp_path, bytes(300)), 300, 100, 2, [])
    monkeypatch.setattr(ranges, "_MAX_FRAME", 132)
    assert encrypt(Files(tmp_path, bytes(300)), 300, 100, 2, [])


@pytest.mark.req("CLI-PAR-003", kind="negative")
@pytest.mark.usefixtures("small")
@each("name", ["source", "target"])
def test_file_that_fails_is_named(tmp_path: Path, name: str) -> None:
    work = ANY_SUITE.encryptor(keyring=KEYRING, frame_length=100, algorithm=UNSIGNED).ranges(3000)
    assert work is not None
    with Files(tmp_path, bytes(3000)) as (source, target):
        source, target = (source, source) if name == "target" else (target, target)  # opened for reading; a source that is empty
        if name == "source":
            source = File(os.open(tmp_path, os.O_RDONLY), "source")  # a folder cannot be read
        with pytest.raises(OSError, match=f"'{name}'") as caught:
            in_ranges(work, source, File(target.descriptor, "target"), 2, lambda _: None)
    assert caught.value.filename == name


class NoMoreProcesses:
    """``fork`` at the limit of a user or a container."""

    def __init__(self, left: int) -> None:
        self.left = left
        self._fork = os.fork

    def __call__(self) -> int:
        if not self.left:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        self.left -= 1
        return self._fork()


@pytest.mark.req("CLI-PAR-005", kind="negative")
@pytest.mark.usefixtures("small")
@each("left", [0, 1, 2])
def test_one_process_does_what_several_cannot_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    files, seen = Files(tmp_path, bytes(3000)), list[int]()
    monkeypatch.setattr(os, "fork", NoMoreProcesses(left))
    assert not encrypt(files, 3000, 100, 3, seen)
    assert (files.written, seen) == (b"", [])


@pytest.mark.usefixtures("small")
@pytest.mark.req("CLI-PAR-003", kind="negative")
def test_process_without_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(FrameEncryptor, "encrypt_regular", out_of_memory)
    with pytest.raises(MemoryError):
        encrypt(Files(tmp_path, bytes(3000)), 3000, 100, 2, [])


def test_processes_are_as_many_as_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(3)), raising=False)
    assert [usual_jobs(size) for size in (0, ranges._PAYS_FROM - 1, ranges._PAYS_FROM)] == [1, 1, 3]
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert usual_jobs(1 << 40) == ranges._USUAL_JOBS
    monkeypatch.setattr(sys, "platform", "darwin")
    assert usual_jobs(1 << 40) == 1
