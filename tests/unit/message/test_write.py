"""Writing: the inverse of reading, with numbers that lie on demand, and a usage error for what does not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from esdkit.errors import Code, UsageError
from esdkit.message import EncryptedDataKey, Frame, Header, HeaderAuth, Message, NonFramedBody, build, parse
from esdkit.message.body import build_body, build_footer
from esdkit.message.header import build_header, build_header_body
from esdkit.spec import SUITES
from tests.samples import HEADERS, native_ciphertext, native_parsed, published_messages, sample_header
from tests.strategies import messages

FINAL = Frame(2, b"i" * 12, b"cd", b"t" * 16, final=True)
FRAMES = (Frame(1, b"i" * 12, b"a" * 16, b"t" * 16), FINAL)
BLOCK = NonFramedBody(b"i" * 12, b"content", b"t" * 16)
FRAMED = Message(sample_header(SUITES[0x0578]), FRAMES, b"signature")
SINGLE = Message(sample_header(SUITES[0x0178], framed=False), BLOCK, None)


@pytest.mark.req("FMT-HDR-024")
@pytest.mark.parametrize("name", native_parsed())
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
def test_native_message_is_built_back_byte_for_byte(name: str, strict: bool) -> None:
    data = native_ciphertext(name)
    assert build(parse(data, strict=strict)) == data


@pytest.mark.req("FMT-HDR-024")
def test_published_messages_are_built_back_byte_for_byte() -> None:
    changed = [name for name, data in published_messages() if build(parse(data)) != data]
    assert changed == []


@pytest.mark.req("FMT-HDR-024", "FMT-EDK-008", "FMT-EDK-009", "FMT-HDR-016")
@given(messages())
def test_lawful_message_is_read_as_it_was_built(message: Message) -> None:
    assert parse(build(message)) == message
    assert parse(build(message), strict=False) == message


@pytest.mark.req("FMT-HDR-024")
@settings(max_examples=200)
@given(messages(valid=False))
def test_unlawful_message_is_read_as_it_was_built_when_only_the_structure_counts(message: Message) -> None:
    assert parse(build(message), strict=False) == message


@given(messages())
def test_message_is_its_parts_one_behind_the_other(message: Message) -> None:
    header = build_header(message.header)
    assert build(message) == header + build_body(message) + build_footer(message)
    auth = message.header.auth
    assert header == build_header_body(message.header) + auth.iv + auth.tag


@pytest.mark.parametrize(
    ("message", "path", "value"),
    [
        (FRAMED, "header.encrypted_data_keys.count", 1),
        (FRAMED, "header.encryption_context[2].value.length", 0),
        (FRAMED, "body.frame[0].sequence_number", 9),
        (FRAMED, "body.final_frame.content_length", 0xFFFFFFFF),
        (FRAMED, "body.final_frame.marker", 0),
        (FRAMED, "footer.signature.length", 0),
        (SINGLE, "body.content_length", 2**64 - 1),
        (SINGLE, "header.reserved", 7),
    ],
)
def test_override_writes_a_number_that_lies(message: Message, path: str, value: int) -> None:
    valid, lying = build(message), build(message, override={path: value})
    assert len(lying) == len(valid)
    different = [at for at in range(len(valid)) if valid[at] != lying[at]]
    assert 0 < len(different) <= 8
    assert different[-1] - different[0] < 8


@pytest.mark.parametrize(
    "path",
    [
        "header.versoin",
        "header.message_id",
        "header.encrypted_data_keys[2].ciphertext.length",
        "body.frame[1].sequence_number",
        "body.content_length",
    ],
)
def test_override_of_what_is_not_there_is_refused(path: str) -> None:
    with pytest.raises(UsageError) as caught:
        build(FRAMED, override={path: 1})
    assert caught.value.code is Code.INVALID_ARGUMENT


def header(**changes: Any) -> Callable[[], bytes]:
    return lambda: build(replace(FRAMED, header=replace(FRAMED.header, **changes)))


def first(**changes: Any) -> Callable[[], bytes]:
    return lambda: build(replace(SINGLE, header=replace(SINGLE.header, **changes)))


KEY = EncryptedDataKey(b"", b"", b"")
UNKNOWN_SUITE = replace(SUITES[0x0578], id=0x0579)


@pytest.mark.req("ALG-SUI-005", "FMT-HDR-008", "FMT-HDR-009", "FMT-HDR-014", "FMT-FRM-009", "FMT-FRM-016", "FMT-FRM-018", kind="negative")
@pytest.mark.req("FMT-FRM-007", "FMT-FRM-008", "FMT-FRM-020", "FMT-FTR-001", "FMT-FTR-004", "FMT-AAD-014", "FMT-HDR-003", kind="negative")
@pytest.mark.parametrize(
    "write",
    [
        header(version=3),
        header(version=-1),
        header(suite=UNKNOWN_SUITE),
        header(message_id=bytes(31)),
        header(message_id=None),
        header(suite_data=b""),
        header(suite_data=bytes(33)),
        header(content_type=3),
        header(content_type=1),
        header(content_type=256),
        header(frame_length=2**32),
        header(frame_length=-1),
        header(frame_length=15),
        header(auth=HeaderAuth(b"", bytes(15))),
        header(context_pairs=((b"k", b"v" * 65536),)),
        header(context_pairs=((b"k", b"v" * 65530),)),
        header(context_pairs=((b"k", None),)),
        header(context_pairs=((b"k",),)),
        header(encrypted_data_keys=(replace(KEY, provider_id=bytes(65536)),)),
        header(encrypted_data_keys=(EncryptedDataKey(b"", "text", b""),)),  # type: ignore[arg-type]
        header(encrypted_data_keys=(KEY,) * 65536),
        first(type=None),
        first(type=256),
        first(reserved=2**32),
        first(iv_length=-1),
        first(auth=HeaderAuth(bytes(11), bytes(16))),
        first(content_type=2),
        lambda: build(replace(FRAMED, body=())),
        lambda: build(replace(FRAMED, body=FRAMES[:1])),
        lambda: build(replace(FRAMED, body=(FINAL, FINAL))),
        lambda: build(replace(FRAMED, body=(replace(FRAMES[0], sequence_number=0xFFFFFFFF), FINAL))),
        lambda: build(replace(FRAMED, body=(replace(FINAL, sequence_number=2**32),))),
        lambda: build(replace(FRAMED, body=(replace(FINAL, iv=bytes(11)),))),
        lambda: build(replace(FRAMED, body=(replace(FINAL, tag=bytes(17)),))),
        lambda: build(replace(FRAMED, body=BLOCK)),
        lambda: build(replace(SINGLE, body=FRAMES)),
        lambda: build(replace(SINGLE, body=replace(BLOCK, iv=b""))),
        lambda: build(replace(SINGLE, body=replace(BLOCK, tag=b""))),
        lambda: build(replace(FRAMED, signature=None)),
        lambda: build(replace(FRAMED, signature=bytes(65536))),
        lambda: build(replace(SINGLE, signature=b"")),
        lambda: build_body(replace(FRAMED, body=BLOCK)),
        lambda: build_footer(replace(FRAMED, signature=None)),
        lambda: build_header_body(replace(FRAMED.header, version=0)),
    ],
)
def test_model_that_does_not_fit_the_format_is_refused(write: Callable[[], bytes]) -> None:
    with pytest.raises(UsageError) as caught:
        write()
    assert caught.value.code is Code.INVALID_ARGUMENT
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", HEADERS)
def test_fields_that_the_version_does_not_have_are_not_written(name: str) -> None:
    valid: Header = HEADERS[name]
    other = replace(valid, suite_data=b"x") if valid.version == 1 else replace(valid, type=1, reserved=2, iv_length=3)
    assert build_header(other) == build_header(valid)
