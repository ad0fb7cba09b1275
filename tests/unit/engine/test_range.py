"""A part of a plaintext from only the frames that hold it: every edge, what is read, what is verified and what is not."""

from __future__ import annotations

import io
from typing import Any

import pytest

from esdkit.engine import range as module
from esdkit.errors import AuthenticationError, Code, EsdkError, MalformedMessage, PolicyError, TruncatedMessage, UsageError
from esdkit.forge.mutate import flip
from esdkit.message import parse_header
from esdkit.spec import SUITES, Suite
from tests.drafts import ANY_SUITE, KEYRING, valid
from tests.each import each

UNSIGNED = [suite for suite in SUITES.values() if not suite.signed]
PLAINTEXT = bytes(range(29))
LENGTH = 8
FRAME = 4 + 12 + LENGTH + 16
DATA = valid(0x0478, plaintext=PLAINTEXT, frame_length=LENGTH).seal()
BODY = parse_header(DATA)[1]


def part(source: Any, start: int, end: int, **options: Any) -> bytes:
    return ANY_SUITE.decrypt_range(source=source, start=start, end=end, **{"keyring": KEYRING, **options})[0]


def refused(source: Any, start: int = 0, end: int = 100, **options: Any) -> EsdkError:
    with pytest.raises(EsdkError) as caught:
        part(source, start, end, **options)
    return caught.value


class Spying(io.BytesIO):
    """A file that remembers which bytes were read."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.seen: set[int] = set()

    def read(self, size: int | None = -1, /) -> bytes:
        at = self.tell()
        piece = super().read(size)
        self.seen.update(range(at, at + len(piece)))
        return piece


@pytest.mark.req("CLI-RNG-001")
@each("suite", UNSIGNED, ids=lambda suite: suite.hex_id)
@each("length", [0, 1, 7, 8, 9, 16, 29])
def test_range_is_a_slice_at_every_edge(suite: Suite, length: int) -> None:
    data = valid(suite, plaintext=PLAINTEXT[:length], frame_length=LENGTH).seal()
    for start in range(length + 3):
        for end in range(start, length + 3):
            assert part(data, start, end) == PLAINTEXT[:length][start:end]


@pytest.mark.req("CLI-RNG-001", "CLI-RNG-002")
@pytest.mark.parametrize("step", [1, 50], ids=["one-frame-at-once", "two-frames-at-once"])
def test_long_range_is_read_some_frames_at_once(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    monkeypatch.setattr(module, "_FRAMES", step)
    assert part(DATA, 3, 28) == PLAINTEXT[3:28]


@pytest.mark.req("CLI-RNG-002")
@pytest.mark.parametrize(
    ("start", "end", "frames"), [(0, 1, [0]), (7, 9, [0, 1]), (8, 16, [1]), (17, 18, [2]), (23, 25, [2, 3]), (28, 29, [3]), (5, 5, [])]
)
def test_only_the_frames_that_hold_the_range_are_read(monkeypatch: pytest.MonkeyPatch, start: int, end: int, frames: list[int]) -> None:
    monkeypatch.setattr(module, "_PIECE", 1)
    file = Spying(DATA)
    assert part(file, start, end) == PLAINTEXT[start:end]
    assert sorted({(at - BODY) // FRAME for at in file.seen if at >= BODY} - {4}) == frames  # the final frame is longer than a regular one


@pytest.mark.req("CLI-RNG-001")
def test_source_that_reads_short_is_read_on() -> None:
    class Short(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(3 if size is None or size < 0 else min(size, 3))

    assert part(Short(DATA), 3, 28) == PLAINTEXT[3:28]


@pytest.mark.req("CLI-RNG-003")
@pytest.mark.req("CLI-RNG-003", kind="negative")
@pytest.mark.req("CLI-DEC-012", kind="negative")
@pytest.mark.parametrize("field", ["ciphertext", "iv", "tag"])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_frame_that_was_changed_is_noticed_if_and_only_if_it_is_needed(index: int, field: str) -> None:
    data = flip(DATA, f"body.frame[{index}].{field}")
    assert isinstance(refused(data, index * 8, index * 8 + 1), AuthenticationError)
    for other in {0, 1, 2} - {index}:
        assert part(data, other * 8, other * 8 + 8) == PLAINTEXT[other * 8 : other * 8 + 8]


@pytest.mark.req("CLI-RNG-003", kind="negative")
def test_frames_that_were_exchanged_are_noticed() -> None:
    first, second = DATA[BODY : BODY + FRAME], DATA[BODY + FRAME : BODY + 2 * FRAME]
    error = refused(DATA[:BODY] + second + first + DATA[BODY + 2 * FRAME :], 0, 1)
    assert isinstance(error, MalformedMessage)
    assert (error.code, error.offset) == (Code.SEQ_OUT_OF_ORDER, BODY)


@pytest.mark.req("CLI-RNG-003", kind="negative")
@pytest.mark.parametrize("path", ["header_auth.tag", "header.suite_data"])
def test_header_is_verified_whatever_the_range(path: str) -> None:
    assert isinstance(refused(flip(DATA, path), 0, 0), AuthenticationError)


@pytest.mark.req("CLI-RNG-003")
@pytest.mark.parametrize("path", ["body.final_frame.tag", "body.final_frame.content_length", "body.final_frame.sequence_number"])
def test_final_frame_is_verified_when_it_is_needed(path: str) -> None:
    data = flip(DATA, path)
    assert isinstance(refused(data, 28, 29), EsdkError)
    assert part(data, 0, 24) == PLAINTEXT[:24]


@pytest.mark.req("CLI-RNG-003", kind="negative")
@pytest.mark.parametrize("cut", [1, 20, 21, 45, 46, 80])
def test_cut_message_is_noticed_when_the_end_is_needed(cut: int) -> None:
    assert refused(DATA[:-cut], 0, 29).code in (Code.TRUNCATED, Code.NO_FINAL_FRAME, Code.BODY_TAG_INVALID, Code.SEQ_OUT_OF_ORDER)


@pytest.mark.req("CLI-RNG-003", kind="negative")
@pytest.mark.parametrize("length", [0, 10, BODY - 1, BODY, BODY + 35])
def test_message_without_room_for_a_final_frame_is_truncated(length: int) -> None:
    error = refused(DATA[:length], 0, 0)
    assert isinstance(error, TruncatedMessage)
    assert error.code is (Code.NO_FINAL_FRAME if length == BODY else Code.TRUNCATED)


def test_message_that_something_follows_is_told_where_it_ends() -> None:
    error = refused(DATA + bytes(8), 0, 1)
    assert (error.code, error.offset) == (Code.TRAILING_DATA, len(DATA))


@pytest.mark.req("CLI-RNG-004", kind="negative")
@pytest.mark.parametrize("suite", [suite for suite in SUITES.values() if suite.signed], ids=lambda suite: suite.hex_id)
@pytest.mark.parametrize("frame_length", [8, None])
def test_signed_message_is_refused(suite: Suite, frame_length: int | None) -> None:
    error = refused(valid(suite, frame_length=frame_length).seal())
    assert isinstance(error, PolicyError)
    assert (error.code, error.path) == (Code.SIGNED_NOT_ALLOWED, "header.algorithm_suite_id")


@pytest.mark.req("CLI-RNG-004", kind="negative")
def test_non_framed_message_is_refused() -> None:
    error = refused(valid(0x0478, frame_length=None).seal())
    assert isinstance(error, UsageError)
    assert (error.code, error.path) == (Code.INVALID_ARGUMENT, "header.content_type")


@pytest.mark.req("CLI-RNG-001", kind="negative")
@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, -1), (3, 2), ("0", 2), (True, 2), (0, 1.5)])
def test_range_that_is_none_is_refused(start: Any, end: Any) -> None:
    assert refused(DATA, start, end).code is Code.INVALID_ARGUMENT


class Reading:
    """A source that reads and cannot seek."""

    def read(self, size: int = -1) -> bytes:
        return b""


class Piped(io.BytesIO):
    """A file whose ``seek`` does not work, as a pipe's."""

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise io.UnsupportedOperation("seek")


@pytest.mark.parametrize("source", ["text", None, io.StringIO("text"), Reading(), Piped(DATA)], ids=lambda source: type(source).__name__)
def test_source_that_cannot_seek_is_refused(source: Any) -> None:
    error = refused(source)
    assert isinstance(error, UsageError)
    assert error.code is Code.INVALID_ARGUMENT
