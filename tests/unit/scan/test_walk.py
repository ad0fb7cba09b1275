"""Messages that are longer than a window: where they end, in a file and in archives, what follows them, and what ends them early."""

from __future__ import annotations

import gzip
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import esdkit
from esdkit.keyrings import RawAesKeyring
from esdkit.scan.facts import facts
from esdkit.scan.model import Item, Problem, Row
from esdkit.scan.sources import How, binary, objects_of, sources_of, walk
from esdkit.scan.sources.stream import Ahead
from tests.samples import native_ciphertext
from tests.scanning import MESSAGES, tar_of, zip_of

SMALL, TEXT = MESSAGES[0], b"2026-11-30 12:00:00 INFO nothing here\n"
KEYRING = RawAesKeyring(namespace="tests", name="walk", wrapping_key=bytes(32))


def encrypted(length: int, frame_length: int, suite: int = 0x0478) -> bytes:
    return esdkit.Client().encrypt(source=bytes(length), keyring=KEYRING, algorithm=suite, frame_length=frame_length)[0]


LONG = {
    "unsigned": encrypted(30_000, 256),
    "signed": encrypted(30_000, 256, 0x0578),
    "multiple": encrypted(256 * 100, 256),
    "one-frame": encrypted(30_000, 40_000),
    "large-frames": encrypted(50_000, 12_000),
    "block": native_ciphertext("python-0378-aes-256-many-f0-p10240"),
}
CONTAINERS: dict[str, Callable[[bytes], bytes]] = {
    "file": lambda data: data,
    "gz": gzip.compress,
    "tar": lambda data: tar_of({"a": data}),
    "tar.gz": lambda data: tar_of({"a": data}, "w:gz"),
    "zip": lambda data: zip_of({"a": data}),
    "zip in zip": lambda data: zip_of({"b": zip_of({"a": data})}),
}


@pytest.fixture(autouse=True)
def _small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, value in (
        (binary, "_WINDOW", 5000),
        (binary, "_WINDOW_OF_ARCHIVE", 5000),
        (binary, "_OVERLAP", 1000),
        (binary, "_HEAD", 2000),
        (walk, "PIECE", 2000),
        (walk, "_MOST", 9000),
    ):
        monkeypatch.setattr(module, name, value)


def scanned(folder: Path, content: bytes) -> tuple[list[Row], list[Problem]]:
    """The rows of the messages in a file, and what could not be read."""
    (folder / "a").write_bytes(content)
    partitions = [each for source in sources_of([str(folder / "a")], How(None, None)) for each in source.partitions()]
    items = [item for partition in partitions for each in objects_of(partition) for item in each.items()]
    rows = [facts(item.data, item.size, item.body) for item in items if isinstance(item, Item)]
    return rows, [item for item in items if isinstance(item, Problem)]


# ---------------------------------------------------------------- whole
@pytest.mark.req("SCN-SRC-015")
@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("kind", LONG)
def test_row_is_that_of_the_whole_message_and_what_follows_is_found(tmp_path: Path, kind: str, container: str) -> None:
    long = LONG[kind]
    rows, problems = scanned(tmp_path, CONTAINERS[container](long + SMALL + TEXT + long + TEXT + SMALL))
    wanted, other = facts(long)._replace(read="header"), facts(SMALL)
    assert wanted.problems == ()
    assert wanted.frames is not None
    assert (rows, problems) == ([wanted, other, wanted, other], [])


@pytest.mark.req("SCN-SRC-008")
def test_memory_does_not_grow_with_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    first = LONG["unsigned"]
    start = first.index(b"\0\0\0\1", facts(first).header_length or 0)
    frame, last = 256 + 32, 300_000
    head = first[:start]

    def parts() -> Iterator[bytes]:
        yield head
        for number in range(1, last):
            yield number.to_bytes(4) + bytes(frame - 4)
        yield b"\xff\xff\xff\xff" + last.to_bytes(4) + bytes(12) + bytes(4) + bytes(16)

    coming = parts()
    stream = Ahead(lambda size: next(coming, b""))
    tracemalloc.start()
    try:
        walked = walk.walk(stream, None)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert walked.body == (last, (last - 1) * 256, None)
    assert walked.size == stream.at == len(head) + (last - 1) * frame + 40
    assert peak < 8 << 20


# ---------------------------------------------------------------- cut
_FOOTER = next(length for length in range(98, 105) if int.from_bytes(LONG["signed"][-length - 2 : -length]) == length)


def broken() -> dict[str, tuple[bytes, str]]:
    """Messages that end early, each followed by a small one, and the code of why."""
    long = LONG["unsigned"]
    size = 256 + 32
    start = (facts(long).header_length or 0) + 50 * size
    assert long[start : start + 4] == (51).to_bytes(4)
    final = long.rindex(b"\xff\xff\xff\xff" + (118).to_bytes(4))
    signed = LONG["signed"]
    return {
        "in a frame": (long[: start + 100], "truncated"),
        "in a frame, other bytes": (long[: start + 100] + SMALL + b"\xee" * 20_000, "seq-out-of-order"),
        "in a frame, bytes like a final frame": (long[: start + 100] + SMALL + b"\xff" * 20_000, "seq-out-of-order"),
        "after a frame": (long[:start] + SMALL + b"\xee" * 20_000, "seq-out-of-order"),
        "a frame is missing": (long[:start] + long[start + size :] + SMALL, "seq-out-of-order"),
        "final frame too long": (long[: final + 20] + (257).to_bytes(4) + long[final + 24 :] + SMALL, "final-too-long"),
        "in the final frame": (long[: final + 30], "truncated"),
        "in the footer": (signed[:-50], "truncated"),
        "in the footer, messages": (signed[: -_FOOTER - 2] + SMALL * 20, "truncated"),
        "in the final frame of a signed one, messages": (signed[: -_FOOTER - 32] + SMALL * 20, "truncated"),
    }


@pytest.mark.req("SCN-SRC-015", kind="negative")
@pytest.mark.parametrize("container", ["file", "gz", "tar", "zip"])
@pytest.mark.parametrize("how", broken())
def test_message_that_ends_early_has_the_code_and_hides_nothing(tmp_path: Path, how: str, container: str) -> None:
    content, code = broken()[how]
    rows, problems = scanned(tmp_path, CONTAINERS[container](content))
    assert problems == []
    assert rows[0].problems == (code,)
    assert (rows[0].frames, rows[0].plaintext_length) == (None, None)
    assert rows[0].size is not None
    assert rows[0].size <= len(content)
    assert rows[1:] == [facts(SMALL)] * content.count(SMALL)


@pytest.mark.req("SCN-SRC-015", kind="negative")
@pytest.mark.parametrize("container", ["file", "tar"])
@pytest.mark.parametrize("kind", ["unsigned", "block"])
def test_in_a_divided_file_a_message_counts_only_if_it_is_whole(tmp_path: Path, kind: str, container: str) -> None:
    long = LONG[kind]
    before, after = b"SEQ\x06" + b"\xee" * 3000, b"\xee" * 40_000 + SMALL
    content = before + long + after + long[:-300] + after
    rows, problems = scanned(tmp_path, CONTAINERS[container](content))
    assert [row.size for row in rows] == [len(long), len(SMALL), len(SMALL)]
    gone = {"source-too-large"} if kind == "block" else set()  # it is too large to be held until its footer shows that it is cut
    assert {each.code for each in problems} == {"source-unreadable"} | gone  # what is compressed in it was not looked at


@pytest.mark.req("SCN-SRC-015", "SCN-SRC-008", kind="negative")
@pytest.mark.parametrize("kind", ["one-frame", "large-frames", "block"])
def test_frame_too_large_to_be_held_that_is_cut(tmp_path: Path, kind: str) -> None:
    """What came in the place of its end is gone, and that is said, unless it shows before that the frame does not fit in its file."""
    content = LONG[kind][:9900] + SMALL + b"\xee" * 10_000 * (kind == "large-frames")
    code = "seq-out-of-order" if kind == "large-frames" else "truncated"
    for packed in (content, tar_of({"a": content})):
        rows, problems = scanned(tmp_path, packed)
        assert (rows[0].problems, rows[0].frames, rows[0].plaintext_length) == ((code,), None, None)
        if packed is content and code == "truncated":
            assert (rows[1:], problems) == ([facts(SMALL)], [])
        else:
            assert rows[1:] == []
            assert [each.code for each in problems] == ["source-too-large"]
            assert "were not searched" in problems[0].message


@pytest.mark.req("SCN-SRC-015", kind="negative")
@pytest.mark.parametrize("more", [0, 2, 3])
def test_large_frame_that_ends_where_the_file_does(tmp_path: Path, more: int) -> None:
    content = LONG["large-frames"]
    content = content[: (facts(content).header_length or 0) + 12_000 + 32] + bytes(more)
    for packed in (content, tar_of({"a": content})):
        rows, problems = scanned(tmp_path, packed)
        assert [row.problems for row in rows] == [("truncated",)]
        assert [each.message.partition(" ")[0] for each in problems] == [str(12_000 + 32)]


@pytest.mark.req("SCN-SRC-015", kind="negative")
def test_bytes_like_a_final_frame_after_a_large_frame(tmp_path: Path) -> None:
    """They show that the frame before them is not one, and it is gone."""
    content = LONG["large-frames"][:9900] + SMALL + b"\xff" * 20_000
    rows, problems = scanned(tmp_path, content)
    assert [row.problems for row in rows] == [("seq-out-of-order",)]
    assert [each.message.partition(" ")[0] for each in problems] == [str(12_000 + 32)]
