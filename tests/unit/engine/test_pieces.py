"""A message that is looked at where it is: the same answers whatever the size of the pieces, and bounded memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from esdkit.engine import pieces, rebuild
from esdkit.engine.rebuild import is_rebuilt
from esdkit.errors import Code, UsageError
from esdkit.forge.mutate import flip, spans
from esdkit.inspector import inspect
from esdkit.inspector.facts.source import MemorySource
from esdkit.message import parse_header
from tests.drafts import ANY_SUITE, KEYRING, PLAINTEXT, each_body, outcome, valid

PIECES = (1, 30, 45, 100, 1 << 20)


def at_once(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Work on so many bytes at once."""
    for module in (pieces, rebuild):
        monkeypatch.setattr(module, "PIECE", size)


def messages() -> Iterator[tuple[str, bytes]]:
    for suite in (0x0178, 0x0478, 0x0578):
        for frame_length in (1, 8, 22, 23, None):
            yield f"{suite:04x}, frame length {frame_length}", valid(suite, frame_length=frame_length).seal()


@pytest.mark.req("CLI-VER-001")
def test_stages_are_the_same_whatever_the_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in messages():
        for broken in (data, data[:-1], data + b"\0", data[:-60], flip(data, "header_auth.tag")):
            whole = ANY_SUITE.verify(source=broken, keyring=KEYRING, plaintext=PLAINTEXT)
            for size in PIECES:
                at_once(monkeypatch, size)
                for source in (broken, io.BytesIO(broken)):
                    found = ANY_SUITE.verify(source=source, keyring=KEYRING, plaintext=PLAINTEXT)
                    assert (found.header, found.plaintext_length) == (whole.header, whole.plaintext_length), (name, size)
                    assert list(map(repr, (check.error for check in found.checks))) == list(
                        map(repr, (check.error for check in whole.checks))
                    ), (name, size)
            assert (whole.failed is None) == (broken == data), name


@pytest.mark.req("CLI-VER-001", "CLI-DEC-027", "CLI-DEC-028", kind="negative")
def test_error_of_a_frame_is_that_of_decryption_whatever_the_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in messages():
        if data[1:3] == b"\x05\x78":
            continue  # the signature fails first
        for path, span in spans(data).items():
            if not path.startswith("body") or not path.endswith((".tag", ".ciphertext", ".iv")) or span.start == span.end:
                continue
            broken = flip(data, path)
            expected = repr(outcome(broken))
            for size in PIECES:
                at_once(monkeypatch, size)
                found = ANY_SUITE.verify(source=broken, keyring=KEYRING)
                assert (found.failed, repr(found.error)) == ("frames", expected), (name, path, size)


@pytest.mark.req("CLI-CFG-009", "CLI-VER-005")
@each_body
def test_body_limit_is_that_of_decryption_whatever_the_pieces(monkeypatch: pytest.MonkeyPatch, frame_length: int | None) -> None:
    data = valid(0x0478, frame_length=frame_length).seal()
    for limit in (0, 7, 8, 16, 21, 22):
        expected = outcome(data, max_body_length=limit)
        for size in PIECES:
            at_once(monkeypatch, size)
            error = ANY_SUITE.verify(source=data, keyring=KEYRING, max_body_length=limit).error
            assert error is None if expected == PLAINTEXT else repr(error) == repr(expected), (limit, size)


@pytest.mark.req("CLI-VER-002", "CLI-VER-005")
@pytest.mark.parametrize("expected", [b"", PLAINTEXT[:-1], PLAINTEXT + b"\0", b"\xff" + PLAINTEXT[1:], PLAINTEXT[:-1] + b"\xff"])
def test_plaintext_that_differs_anywhere_is_another(monkeypatch: pytest.MonkeyPatch, expected: bytes) -> None:
    for name, data in messages():
        for size in PIECES:
            at_once(monkeypatch, size)
            found = ANY_SUITE.verify(source=data, keyring=KEYRING, plaintext=expected)
            assert (found.failed, found.plaintext_length) == ("plaintext", len(PLAINTEXT)), (name, size)


# --- rebuilding ---


def rebuilds(data: bytes, **changes: Any) -> bool:
    reading = replace(inspect(data).reading, **changes)
    return is_rebuilt(MemorySource(data), reading, parse_header(data)[0])


@pytest.mark.req("FMT-HDR-024")
def test_message_is_rebuilt_whatever_the_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in messages():
        for size in PIECES:
            at_once(monkeypatch, size)
            assert rebuilds(data), (name, size)


@pytest.mark.req("FMT-HDR-024", kind="negative")
def test_fields_that_are_written_otherwise_do_not_rebuild_the_message() -> None:
    for name, data in messages():
        after = inspect(data).reading.after
        for index, (field_id, number, start, end, value) in enumerate(after):
            if value is not None:
                other = value ^ 1 if isinstance(value, int) else bytes([value[0] ^ 1]) + value[1:]
                changed = (field_id, number, start, end, other)
                assert not rebuilds(data, after=[*after[:index], changed, *after[index + 1 :]]), (name, field_id)
            assert start == end or not rebuilds(data, after=after[:index] + after[index + 1 :]), (name, field_id)


@pytest.mark.req("FMT-HDR-024", "CLI-VER-001", "CLI-VER-005", kind="negative")
@pytest.mark.parametrize("size", [1, 1 << 20], ids=["large-frames", "small-frames"])
@pytest.mark.parametrize("part", ["header", "frames"])
def test_part_that_is_written_otherwise_fails_in_rebuild(monkeypatch: pytest.MonkeyPatch, part: str, size: int) -> None:
    class Encoder:
        def write(self, values: Any, known: Any) -> list[bytes]:
            return [b"other"]

    at_once(monkeypatch, size)
    if part == "header":
        monkeypatch.setattr(rebuild, "build_header", lambda header: b"other")
    elif size == 1:
        monkeypatch.setattr("esdkit.inspector.facts.reading.FrameRun.spans", lambda *_: iter([("body.frame.iv", 0, 0, 1, b"o")]))
    else:
        monkeypatch.setattr(rebuild, "encoder", lambda node: Encoder())
    result = ANY_SUITE.verify(source=valid(0x0578).seal(), keyring=KEYRING)
    assert (result.failed, result.error and result.error.code) == ("rebuild", Code.REBUILD_MISMATCH)


# --- sources ---


class Replaces:
    """A keyring that opens the message, and gives the file another content meanwhile."""

    def __init__(self, file: io.BytesIO, content: bytes) -> None:
        self.file, self.content = file, content

    def on_encrypt(self, materials: Any) -> Any:
        raise NotImplementedError

    def on_decrypt(self, materials: Any, encrypted_data_keys: Any) -> Any:
        self.file.seek(0)
        self.file.truncate()
        self.file.write(self.content)
        return KEYRING.on_decrypt(materials, encrypted_data_keys)


@each_body
def test_file_that_changes_meanwhile_is_an_error_of_usage(monkeypatch: pytest.MonkeyPatch, frame_length: int | None) -> None:
    data = valid(0x0478, frame_length=frame_length).seal()
    body = parse_header(data)[1]
    for size in (1, 1 << 20):
        at_once(monkeypatch, size)
        for content in (data[:body], data[: body + 10], data[:-1]):
            file = io.BytesIO(data)
            result = ANY_SUITE.verify(source=file, keyring=Replaces(file, content))
            assert result.failed == "frames"
            assert isinstance(result.error, UsageError), (size, len(content))
