"""Bad input: every entry gives a result or an ``EsdkError`` that says what and where, in bounded memory, and no change decrypts.

The fast part runs with all tests; what is marked ``fuzz`` looks at every bit and every prefix, and runs with ``make fuzz``.
"""

from __future__ import annotations

import random
import re
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esdkit.errors import TruncatedMessage
from esdkit.forge import Draft
from esdkit.forge.mutate import Repair, change, spans
from esdkit.message import EncryptedDataKey, HeaderReader, header, parse_header, push
from esdkit.message.header import build_header
from esdkit.spec import FIELDS
from tests.property.hostile import ENTRIES, Base, bases, drafts, mutated, static_cmm
from tests.samples import HEADERS
from tools.fuzzing.rule import attempt

each_base = pytest.mark.parametrize("base", [pytest.param(base, id=name) for name, base in bases().items()])
each_draft = pytest.mark.parametrize("draft", [pytest.param(draft, id=name) for name, draft in drafts().items()])
ANY_CMM = next(iter(bases().values())).cmm


# -------------------------------------------------------------------- flips
def require_refused(base: Base, data: bytes, entries: tuple[str, ...] = tuple(ENTRIES)) -> None:
    """A changed message does not decrypt and does not verify; the others may read it."""
    for name in entries:
        outcome = attempt(ENTRIES[name], data, base.cmm)
        if name == "decrypt":
            assert outcome.error is not None
        if name == "verify":
            assert outcome.value is False


def flips(base: Base, start: int, end: int, step: int = 1) -> Iterator[bytes]:
    """The message with one bit inverted, for the bits of some bytes."""
    for bit in range(8 * start, 8 * end, step):
        at = bit // 8
        yield base.data[:at] + bytes([base.data[at] ^ 1 << bit % 8]) + base.data[at + 1 :]


@pytest.mark.req("CLI-DEC-010", "CLI-DEC-025", "CLI-DEC-035", "SIG-VER-006", "FMT-FTR-003", "SIG-VER-004", kind="negative")
@each_base
def test_header_with_a_bit_flipped_in_every_byte_does_not_decrypt(base: Base) -> None:
    assert ENTRIES["decrypt"](base.data, base.cmm) == base.plaintext
    for data in flips(base, 0, base.header_length, 7):
        require_refused(base, data, ("decrypt",))


@pytest.mark.req("CLI-DEC-035", "CLI-VER-002", kind="negative")
@each_base
def test_header_with_a_bit_flipped_in_every_other_byte_is_survived_by_all_entries(base: Base) -> None:
    assert ENTRIES["verify"](base.data, base.cmm)
    for data in flips(base, 0, base.header_length, 17):
        require_refused(base, data)


@pytest.mark.req("CLI-DEC-028", "CLI-DEC-012", "FMT-FTR-003", "SIG-VER-004", kind="negative")
@each_base
def test_body_with_a_bit_flipped_does_not_decrypt(base: Base) -> None:
    """Every third bit of a short body; of a long one a hundred and more, spread evenly, and its end."""
    bits = 8 * (len(base.data) - base.header_length)
    for data in flips(base, base.header_length, len(base.data), max(3, bits // 128)):
        require_refused(base, data)
    for data in flips(base, max(base.header_length, len(base.data) - 16), len(base.data), 3):
        require_refused(base, data)


@pytest.mark.fuzz
@each_base
def test_message_with_any_bit_flipped_is_survived_by_all_entries(base: Base) -> None:
    for data in flips(base, 0, len(base.data)):
        require_refused(base, data)


# -------------------------------------------------------------------- prefixes
def require_truncated(base: Base, length: int) -> None:
    """A prefix is truncated, says how much more it needs at least, and that is not too much."""
    data = base.data[:length]
    for name, entry in ENTRIES.items():
        outcome = attempt(entry, data, base.cmm)
        if name in ("decrypt", "parse", "parse-lenient") or (name in ("parse-header", "header-reader") and length < base.header_length):
            error = outcome.error
            assert isinstance(error, TruncatedMessage), (name, length)
            assert error.needed is not None and length < error.needed <= len(base.data)
        if name == "verify":
            assert outcome.value is False


@pytest.mark.req("FMT-HDR-022", "FMT-FRM-025", "FMT-FTR-007", "CLI-DEC-030", kind="negative")
@each_base
def test_prefix_is_truncated(base: Base) -> None:
    body = max(1, (len(base.data) - base.header_length) // 64)
    for length in {*range(0, base.header_length, 3), *range(base.header_length, len(base.data), body), len(base.data) - 1}:
        require_truncated(base, length)


@pytest.mark.fuzz
@each_base
def test_every_prefix_is_truncated(base: Base) -> None:
    for length in range(len(base.data)):
        require_truncated(base, length)


# -------------------------------------------------------------------- numbers
def boundaries(data: bytes) -> Iterator[tuple[str, int]]:
    """Every number of a message with the ends of what its field holds."""
    for path, span in spans(data).items():
        if isinstance(span.value, int):
            most = 256 ** (span.end - span.start) - 1
            yield from ((path, value) for value in {0, 1, most - 1, most} - {span.value})


@pytest.mark.req("FMT-EDK-010", "FMT-FRM-022", "FMT-NFR-009", "CLI-DEC-035", kind="negative")
@each_draft
def test_number_at_its_boundary_is_refused_or_means_the_same(draft: Draft) -> None:
    cmm, valid = static_cmm(draft), draft.seal()
    for path, value in boundaries(valid):
        for repair in (Repair.NONE, Repair.SIGN):
            if repair is Repair.SIGN and not path.startswith(("header.", "body.")):
                continue
            data = change(draft, path, value, repair)
            for name, entry in ENTRIES.items():
                outcome = attempt(entry, data, cmm)
                if name == "decrypt":
                    assert outcome.error is not None or (repair is Repair.SIGN and outcome.value == draft.plaintext), (path, value)


def test_boundaries_reach_every_number_of_the_format() -> None:
    seen = {path for draft in drafts().values() for path, _ in boundaries(draft.seal())}
    parts = ("header", "body", "footer")
    numbers = {row.id for row in FIELDS.values() if row.part in parts and row.type != "bytes"}
    assert {re.sub(r"\[\d+\]", "", path) for path in seen} == numbers


# -------------------------------------------------------------------- any bytes
@given(data=st.binary(max_size=300))
@example(data=b"")
@example(data=b"AYADeE")
@example(data=b"\x02\x05\x78" + bytes(32) + b"\xff\xff")
def test_any_bytes_are_survived_by_all_entries(data: bytes) -> None:
    for entry in ENTRIES.values():
        attempt(entry, data, ANY_CMM)


@given(head=st.sampled_from([b"\x01\x80\x01\x78" + bytes(16), b"\x02\x04\x78" + bytes(32)]), tail=st.binary(max_size=120))
def test_any_bytes_behind_a_lawful_beginning_are_survived_by_all_entries(head: bytes, tail: bytes) -> None:
    for entry in ENTRIES.values():
        attempt(entry, head + tail, ANY_CMM)


@given(name=st.sampled_from(sorted(bases())), seed=st.integers(0, 2**32))
def test_changed_message_is_survived_by_all_entries_and_decrypts_to_nothing_else(name: str, seed: int) -> None:
    base = bases()[name]
    data = mutated(base.data, random.Random(seed))
    for entry_name, entry in ENTRIES.items():
        outcome = attempt(entry, data, base.cmm)
        if entry_name == "decrypt" and data != base.data:
            assert outcome.error is not None


# -------------------------------------------------------------------- memory and work
V1 = b"\x01\x80\x01\x78" + bytes(16)
MAX_KEYS = (1 << 16) - 1  # what the count can say


def frame_length_header(name: str, frame_length: int) -> bytes:
    return build_header(replace(HEADERS[name], frame_length=frame_length))


HUGE = {
    "data-keys": V1 + b"\0\0" + b"\xff\xff" + bytes(16),
    "data-key": V1 + b"\0\0" + b"\0\1" + b"\xff\xff" + bytes(14),
    "context": V1 + b"\xff\xff" + bytes(18),
    "context-pairs": V1 + b"\xff\xff" + b"\xff\xff" + bytes(16),
    "frame": frame_length_header("v1", 2**32 - 1) + b"\0\0\0\1" + bytes(36),
    "final-frame": frame_length_header("v2", 2**32 - 1) + b"\xff\xff\xff\xff\0\0\0\1" + bytes(12) + b"\xff\xff\xff\xff" + bytes(16),
    "block": build_header(HEADERS["v1-non-framed"]) + bytes(12) + (2**36 - 32).to_bytes(8, "big") + bytes(20),
    "block-beyond": build_header(HEADERS["v1-non-framed"]) + bytes(12) + b"\xff" * 8 + bytes(20),
}
"""Short messages that announce much."""


@pytest.mark.req("FMT-EDK-010", "FMT-FRM-022", "FMT-NFR-009", kind="negative")
@pytest.mark.parametrize("name", HUGE)
@pytest.mark.parametrize("entry", ENTRIES)
def test_announced_size_is_not_believed(name: str, entry: str) -> None:
    attempt(ENTRIES[entry], HUGE[name], ANY_CMM)  # what is made at first use is not counted
    tracemalloc.start()
    try:
        outcome = attempt(ENTRIES[entry], HUGE[name], ANY_CMM)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1 << 20
    if entry in ("parse", "parse-lenient"):
        assert outcome.error is not None


def many_keys(count: int) -> bytes:
    """A header of that many data keys of one byte each."""
    return build_header(replace(HEADERS["v2"], encrypted_data_keys=(EncryptedDataKey(b"", b"", b"k"),) * count))


class Counting(type):
    """Takes the place of ``bytes`` in the reader and counts what it copies."""

    copied = 0

    def __call__(cls, data: bytearray) -> bytes:  # it is called, never made
        cls.copied += len(data)
        return bytes(data)

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, bytes)


def work(monkeypatch: pytest.MonkeyPatch, do: Callable[[bytes], object], data: bytes) -> tuple[int, int]:
    """How many functions are called to do it, and how many bytes the reader copies whole."""
    counting = Counting("Copies", (), {})
    for module in (header, push):
        monkeypatch.setattr(module, "bytes", counting, raising=False)
    calls = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        do(data)
    finally:
        sys.setprofile(None)
    return calls, counting.copied


def feed_bytewise(data: bytes) -> HeaderReader:
    reader = HeaderReader()
    for byte in data:
        reader.feed(bytes([byte]))
    return reader


@pytest.mark.req("FMT-EDK-010", "CLI-STR-002")
def test_most_data_keys_are_read_byte_by_byte() -> None:
    data = many_keys(MAX_KEYS)
    reader = feed_bytewise(data)
    assert reader.header is not None and len(reader.header.encrypted_data_keys) == MAX_KEYS
    assert reader.length == len(data)


@pytest.mark.req("FMT-EDK-010", "CLI-STR-002")
@pytest.mark.parametrize(
    ("do", "cut"),
    [
        pytest.param(feed_bytewise, 0, id="byte-by-byte"),
        pytest.param(lambda data: attempt(lambda data: feed_bytewise(data).finish(), data), 1, id="byte-by-byte-and-cut"),
        pytest.param(lambda data: attempt(parse_header, data), 0, id="whole"),
        pytest.param(lambda data: attempt(parse_header, data), 1, id="whole-and-cut"),
    ],
)
def test_work_of_reading_data_keys_is_linear(monkeypatch: pytest.MonkeyPatch, do: Callable[[bytes], object], cut: int) -> None:
    (calls, copied), (twice_calls, twice_copied) = (
        work(monkeypatch, do, data[: len(data) - cut]) for data in (many_keys(1000), many_keys(2000))
    )
    assert twice_calls < 2.1 * calls
    assert twice_copied < 2.1 * copied + 1
