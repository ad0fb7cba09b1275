"""File-like objects over the push cores: sources of every kind, reading of every kind, and sources that fail."""

from __future__ import annotations

import gzip
import io
import shutil
import tarfile
import threading
from typing import Any

import pytest

from esdkit import Client
from esdkit.cmm import DefaultCmm
from esdkit.engine.stream import DecryptStream
from esdkit.errors import AuthenticationError, Code, EsdkError, PolicyError, TruncatedMessage, UsageError
from esdkit.forge.mutate import flip
from esdkit.message.problems import locate
from tests.drafts import ANY_SUITE, KEYRING, PLAINTEXT, each_body, each_suite, valid
from tests.each import each
from tests.unit.engine.test_encrypt import shake

DATA = valid(0x0478).seal()
SIGNED = valid(0x0578).seal()


class Trickle:
    """A source that gives few bytes at a time, cannot seek, and may fail at the end."""

    def __init__(self, data: bytes, size: int = 7, end: Any = b"") -> None:
        self.left, self.size, self.end = data, size, end

    def read(self, size: int = -1) -> Any:
        piece, self.left = self.left[: self.size], self.left[self.size :]
        if piece:
            return piece
        if isinstance(self.end, BaseException):
            raise self.end
        return self.end


def opened(source: Any, **options: Any) -> DecryptStream:
    return ANY_SUITE.stream("decrypt", source=source, **{"keyring": KEYRING, **options})


@pytest.mark.parametrize("name", ["cmm", "materials_manager"])
def test_stream_takes_a_cmm_by_either_name(name: str) -> None:
    options: Any = {name: DefaultCmm(KEYRING)}
    with Client().stream("encrypt", source=PLAINTEXT, **options) as stream:
        message = stream.read()
    with Client().stream("decrypt", source=message, **options) as plaintext:
        assert plaintext.read() == PLAINTEXT


@pytest.mark.parametrize("mode", ["encrypt", "decrypt"])
@pytest.mark.req("CLI-STR-011")
def test_source_with_gaps_is_streamed(mode: Any) -> None:
    content = PLAINTEXT if mode == "encrypt" else DATA
    spread = bytearray(2 * len(content))
    spread[::2] = content
    with ANY_SUITE.stream(mode, source=memoryview(spread)[::2], keyring=KEYRING) as stream:
        out = stream.read()
    assert (ANY_SUITE.decrypt(source=out, keyring=KEYRING)[0] if mode == "encrypt" else out) == PLAINTEXT


@pytest.mark.req("CLI-STR-011", "CLI-STR-013")
@each_suite
@each_body
@each("size", [1, 7, 10_000])
def test_stream_of_any_source_gives_the_plaintext(suite: Any, frame_length: int | None, size: int) -> None:
    data = valid(suite, frame_length=frame_length).seal()
    with opened(Trickle(data, size)) as stream:
        assert stream.header.suite is suite
        assert stream.read() == PLAINTEXT
        assert stream.read() == b""


@pytest.mark.req("CLI-STR-013")
@pytest.mark.parametrize("mode", ["e", "encrypt"])
def test_encrypting_stream_gives_the_message_of_one_go(mode: Any) -> None:
    expected, header = Client(random=shake(b"s")).encrypt(source=PLAINTEXT, keyring=KEYRING, frame_length=8)
    with Client(random=shake(b"s")).stream(mode, source=Trickle(PLAINTEXT, 3), keyring=KEYRING, frame_length=8) as stream:
        assert stream.header == header
        assert b"".join(stream) == expected


@pytest.mark.parametrize("source", [DATA, bytearray(DATA), memoryview(DATA), io.BytesIO(DATA)], ids=lambda source: type(source).__name__)
@pytest.mark.parametrize("mode", ["d", "decrypt"])
@pytest.mark.req("CLI-STR-011")
def test_source_is_bytes_or_a_file(source: Any, mode: Any) -> None:
    if hasattr(source, "seek"):
        source.seek(0)
    assert ANY_SUITE.stream(mode, source=source, keyring=KEYRING).read() == PLAINTEXT


@pytest.mark.parametrize("size", [1, 5, 8, 21, 22, 100])
@pytest.mark.req("CLI-STR-001", "CLI-STR-002", "CLI-STR-011")
def test_reading_gives_just_as_many_bytes_as_asked_for(size: int) -> None:
    stream = opened(Trickle(DATA))
    pieces = list(iter(lambda: stream.read(size), b""))
    assert b"".join(pieces) == PLAINTEXT
    assert all(len(piece) == size for piece in pieces[:-1])


@pytest.mark.req("CLI-STR-001", "CLI-STR-002", "CLI-STR-011")
def test_reading_nothing_reads_nothing() -> None:
    source = Trickle(DATA)
    assert opened(source).read(0) == b""
    assert source.left == DATA


@pytest.mark.req("CLI-STR-001", "CLI-STR-002", "CLI-STR-011")
def test_stream_is_a_raw_file_for_the_standard_library() -> None:
    buffer = bytearray(30)
    assert opened(DATA).readinto(memoryview(buffer)) == len(PLAINTEXT)
    assert bytes(buffer) == PLAINTEXT + bytes(8)
    assert io.BufferedReader(opened(DATA), 5).read() == PLAINTEXT
    assert opened(DATA).readall() == PLAINTEXT
    assert opened(DATA).readable()
    assert not opened(DATA).writable()
    with pytest.raises(io.UnsupportedOperation):
        opened(DATA).write(b"")
    assert not opened(DATA).seekable()


@pytest.mark.req("CLI-STR-001", "CLI-STR-002", "CLI-STR-011", "CLI-STR-015")
def test_pieces_come_as_they_become_ready() -> None:
    assert list(opened(Trickle(DATA, 1))) == [PLAINTEXT[:8], PLAINTEXT[8:16], PLAINTEXT[16:]]


@pytest.mark.req("CLI-STR-001", "CLI-STR-002", "CLI-STR-011")
def test_next_and_for_give_the_same_pieces() -> None:
    stream = opened(Trickle(DATA, 1))
    assert next(stream) == PLAINTEXT[:8]
    assert list(stream) == [PLAINTEXT[8:16], PLAINTEXT[16:]]


LINES = b"first\n\nthird line\nlast without an end"


def opened_lines() -> DecryptStream:
    return opened(Client().encrypt(source=LINES, keyring=KEYRING, frame_length=4)[0])


@pytest.mark.parametrize(("hint", "count"), [(-1, 4), (None, 4), (0, 4), (1, 1), (6, 1), (7, 2), (8, 3), (1000, 4)], ids=str)
@pytest.mark.req("CLI-STR-001", "CLI-STR-002", "CLI-STR-011")
def test_readline_and_readlines_give_lines(hint: int | None, count: int) -> None:
    lines = LINES.splitlines(keepends=True)
    assert list(iter(opened_lines().readline, b"")) == lines
    assert opened_lines().readlines(hint) == lines[:count] == io.BytesIO(LINES).readlines(hint)
    with opened_lines() as stream:
        assert stream.readline(3) == b"fir"


@pytest.mark.req("CLI-STR-001")
def test_tell_counts_what_was_given_out() -> None:
    stream = opened(DATA)
    places = [stream.tell()]
    for take in (lambda: stream.read(3), lambda: stream.readinto(memoryview(bytearray(2))), lambda: next(stream), stream.readall):
        take()
        places.append(stream.tell())
    assert places == [0, 3, 5, 5 + len(PLAINTEXT[5:]), len(PLAINTEXT)]


@pytest.mark.parametrize("mode", ["encrypt", "decrypt"])
@pytest.mark.req("CLI-STR-010", kind="negative")
def test_closed_stream_is_as_a_closed_file(mode: Any) -> None:
    stream = ANY_SUITE.stream(mode, source=PLAINTEXT if mode == "encrypt" else DATA, keyring=KEYRING)
    assert (stream.readable(), stream.closed) == (True, False)
    stream.close()
    stream.close()
    assert (stream.readable(), stream.closed) == (False, True)
    calls = (stream.read, stream.readall, stream.readline, stream.readlines, stream.tell, stream.__enter__)
    for call in (*calls, lambda: iter(stream), lambda: next(stream), lambda: stream.readinto(memoryview(bytearray(1)))):
        with pytest.raises(ValueError, match="closed"):
            call()


@pytest.mark.parametrize("call", [lambda s: s.fileno(), lambda s: s.seek(0), lambda s: s.truncate()], ids=["fileno", "seek", "truncate"])
@pytest.mark.req("CLI-STR-011", kind="negative")
def test_what_a_stream_cannot_do_is_unsupported(call: Any) -> None:
    with pytest.raises(io.UnsupportedOperation):
        call(opened(DATA))


def archive(kind: str) -> bytes:
    out = io.BytesIO()
    if kind == "gzip":
        return gzip.compress(LINES)
    with tarfile.open(fileobj=out, mode="w") as tar:
        member = tarfile.TarInfo("a")
        member.size = len(LINES)
        tar.addfile(member, io.BytesIO(LINES))
    return out.getvalue()


@pytest.mark.req("CLI-STR-001", "CLI-STR-002", "CLI-STR-011")
def test_stream_works_in_readers_of_the_standard_library() -> None:
    def stream_of(data: bytes) -> DecryptStream:
        return opened(Client().encrypt(source=data, keyring=KEYRING, frame_length=7)[0])

    copy = io.BytesIO()
    shutil.copyfileobj(stream_of(LINES), copy)
    assert copy.getvalue() == LINES
    assert list(io.TextIOWrapper(io.BufferedReader(stream_of(LINES)))) == LINES.decode().splitlines(keepends=True)
    assert gzip.GzipFile(fileobj=stream_of(archive("gzip"))).read() == LINES
    with tarfile.open(fileobj=stream_of(archive("tar")), mode="r|") as tar:
        assert [tar.extractfile(member).read() for member in tar] == [LINES]  # type: ignore[union-attr]  # a regular member


@pytest.mark.parametrize("length", [0, 1, 8, 20])
@pytest.mark.parametrize("suite", ["0478", "0578"])
def test_message_length_is_known_before_the_message_is_read(suite: str, length: int) -> None:
    for source in (bytes(length), io.BytesIO(bytes(length))):
        stream = Client().stream("encrypt", source=source, keyring=KEYRING, frame_length=8, algorithm=suite)
        known = stream.message_length()
        assert known == len(stream.read())


def test_message_length_of_a_source_of_unknown_length_is_not_known() -> None:
    assert Client().stream("encrypt", source=Trickle(PLAINTEXT), keyring=KEYRING).message_length() is None


# --- what fails ---


@pytest.mark.parametrize("mode", ["encrypt", "decrypt"])
def test_text_for_a_source_has_the_hint_of_one_go(mode: Any) -> None:
    with pytest.raises(UsageError, match="Open the file in binary mode"):
        Client().stream(mode, source="text", keyring=KEYRING)  # type: ignore[call-overload]  # text is the fault here


def test_mode_of_the_official_client_names_our_option() -> None:
    with pytest.raises(UsageError, match='Client\\(signed_streaming="refuse"\\)'):
        Client().stream("decrypt-unsigned", source=DATA, keyring=KEYRING)  # type: ignore[call-overload]  # an unknown mode
    with pytest.raises(UsageError) as caught:
        Client().stream("unsigned", source=DATA, keyring=KEYRING)  # type: ignore[call-overload]  # an unknown mode
    assert "signed_streaming" not in str(caught.value)


@pytest.mark.req("CLI-STR-001")
def test_tell_does_not_count_what_a_failed_read_kept_back() -> None:
    stream = opened(Trickle(DATA[:-1], 1))
    assert stream.read(3) == PLAINTEXT[:3]
    with pytest.raises(TruncatedMessage):
        stream.read()
    assert stream.tell() == 3


@pytest.mark.req("CLI-STR-010", kind="negative")
@pytest.mark.req("CLI-STR-001", "CLI-DEC-030", "CLI-DEC-031", kind="negative")
@pytest.mark.parametrize("data", [DATA, SIGNED], ids=["unsigned", "signed"])
@pytest.mark.parametrize("fault", ["cut", "trailing"])
def test_stream_whose_end_is_wrong_fails_and_stays_failed(data: bytes, fault: str) -> None:
    stream = opened(Trickle(data[:-1] if fault == "cut" else data + b"\0"))
    with pytest.raises(EsdkError) as caught:
        stream.read()
    assert caught.value.code is (Code.TRUNCATED if fault == "cut" else Code.TRAILING_DATA)
    for again in (stream.read, lambda: stream.read(1), lambda: list(stream), lambda: stream.readinto(memoryview(bytearray(1)))):
        with pytest.raises(EsdkError) as repeated:
            again()
        assert repeated.value is caught.value


@pytest.mark.req("CLI-STR-003", kind="negative")
def test_signed_stream_with_a_bad_signature_never_gives_its_last_frame() -> None:
    stream = opened(Trickle(SIGNED[:-1] + bytes([SIGNED[-1] ^ 1]), 1))
    assert stream.read(16) == PLAINTEXT[:16]
    with pytest.raises(EsdkError) as caught:
        stream.read(1)
    assert caught.value.code in (Code.SIGNATURE_INVALID, Code.SIGNATURE_MALFORMED)


@pytest.mark.req("CLI-DEC-015", "CLI-STR-014", kind="negative")
def test_header_of_a_stream_is_not_given_before_its_tag() -> None:
    stream = opened(flip(DATA, "header_auth.tag"))
    with pytest.raises(AuthenticationError):
        _ = stream.header
    with pytest.raises(AuthenticationError):
        _ = stream.header


@pytest.mark.parametrize("data", [b"", DATA[:50]], ids=["empty", "cut"])
@pytest.mark.req("CLI-STR-006", kind="negative")
def test_header_of_a_stream_that_ends_too_early_is_refused(data: bytes) -> None:
    with pytest.raises(TruncatedMessage) as caught:
        _ = opened(data).header
    assert caught.value.code is Code.TRUNCATED


@pytest.mark.req("CLI-STR-010", kind="negative")
@pytest.mark.parametrize("mode", ["encrypt", "decrypt"])
@pytest.mark.parametrize("error", [OSError("gone"), KeyboardInterrupt(), ZeroDivisionError()], ids=lambda error: type(error).__name__)
def test_source_that_raises_in_the_middle_fails_the_stream_for_ever(mode: Any, error: BaseException) -> None:
    stream = ANY_SUITE.stream(mode, source=Trickle(DATA[:-40], end=error), keyring=KEYRING)
    with pytest.raises(type(error)) as caught:
        stream.read()
    assert caught.value is error
    with pytest.raises(UsageError) as repeated:
        stream.read()
    assert repeated.value.code is Code.INVALID_ARGUMENT
    assert repeated.value.__cause__ is error


@pytest.mark.req("CLI-STR-010", "CLI-STR-011", kind="negative")
@pytest.mark.parametrize("mode", ["encrypt", "decrypt"])
@pytest.mark.parametrize("end", [None, "text", 3], ids=str)
def test_source_that_gives_no_bytes_fails_the_stream_for_ever(mode: Any, end: Any) -> None:
    stream = ANY_SUITE.stream(mode, source=Trickle(DATA[:-40], end=end), keyring=KEYRING)
    for _ in range(2):
        with pytest.raises(UsageError) as caught:
            stream.read()
        assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.parametrize("mode", ["encrypt", "decrypt"])
@pytest.mark.parametrize("source", ["text", None, 3], ids=str)
def test_source_that_is_no_file_is_refused(mode: Any, source: Any) -> None:
    with pytest.raises(UsageError) as caught:
        ANY_SUITE.stream(mode, source=source, keyring=KEYRING)
    assert caught.value.code is Code.INVALID_ARGUMENT


def test_mode_that_is_none_is_refused() -> None:
    mode: Any = "verify"
    with pytest.raises(UsageError) as caught:
        ANY_SUITE.stream(mode, source=DATA, keyring=KEYRING)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-STR-010", kind="negative")
def test_closed_stream_gives_nothing_leaves_its_source_open_and_no_thread() -> None:
    plaintext = io.BytesIO(bytes(8 << 20))
    with Client().stream("encrypt", source=plaintext, keyring=KEYRING, frame_length=1 << 16) as stream:
        stream.read(6 << 20)
        assert any(thread.name == "esdkit-hash" for thread in threading.enumerate())
    assert not any(thread.name == "esdkit-hash" for thread in threading.enumerate())
    assert not plaintext.closed
    for again in (stream.read, lambda: list(stream)):
        with pytest.raises(UsageError):
            again()


@pytest.mark.req("CLI-STR-005", "CLI-STR-011")
def test_stream_asks_for_no_more_than_is_needed() -> None:
    source = Trickle(DATA, 1)
    stream = opened(source)
    assert stream.read(8) == PLAINTEXT[:8]
    assert len(source.left) == (4 + 12 + 8 + 16) + (4 + 4 + 12 + 4 + 6 + 16)


def test_streams_are_nested() -> None:
    message = Client().stream("encrypt", source=Trickle(PLAINTEXT), keyring=KEYRING, frame_length=5)
    assert Client().stream("decrypt", source=message, keyring=KEYRING).read() == PLAINTEXT


# --- from one message to another ---


def test_errors_of_a_message_made_from_another_have_no_place_in_the_other() -> None:
    with opened(SIGNED) as old, pytest.raises(PolicyError) as caught:
        Client().stream("encrypt", source=old, keyring=KEYRING, algorithm=0x0178)
    assert (caught.value.path, caught.value.offset) == ("header.algorithm_suite_id", None)


def test_errors_of_the_header_that_is_read_have_their_place() -> None:
    unsigned = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", signed_streaming="refuse")
    for client, context, path in (
        (ANY_SUITE, {"purpose": "another"}, "header.encryption_context"),
        (unsigned, {}, "header.algorithm_suite_id"),
    ):
        stream = client.stream("decrypt", source=SIGNED, keyring=KEYRING, encryption_context=context)
        with stream, pytest.raises(EsdkError) as caught:
            stream.read()
        assert (caught.value.path, caught.value.offset) == (path, locate(SIGNED, path))
