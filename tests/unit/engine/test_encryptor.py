"""The push core of encryption: whatever the pieces, the message is the same; long frames wait in files; a failure is for ever."""

from __future__ import annotations

import io
import itertools
import tempfile
import threading
import tracemalloc
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit import Client
from esdkit.cmm import DefaultCmm
from esdkit.engine import encryptor as module
from esdkit.engine.encrypt import EncryptSettings
from esdkit.engine.encryptor import Encryptor
from esdkit.engine.frames import FrameEncryptor
from esdkit.errors import Code, EsdkError, UsageError
from esdkit.message import parse
from esdkit.spec import LIMITS, SUITES, Suite
from tests.drafts import ANY_SUITE, KEYRING, each_suite
from tests.pushing import Spool, cut_at, cut_every, push
from tests.unit.engine.test_encrypt import LENGTH, SIZES, client_for, shake


def whole(suite: Suite, plaintext: bytes, frame_length: int = LENGTH) -> bytes:
    return replayed(suite).encrypt(source=plaintext, keyring=KEYRING, algorithm=suite, frame_length=frame_length)[0]


def replayed(suite: Suite) -> Client:
    return Client(commitment_policy=client_for(suite).commitment_policy, random=shake(b"push"))


def core(suite: Suite = SUITES[0x0578], frame_length: int = LENGTH, **options: Any) -> Encryptor:
    return replayed(suite).encryptor(keyring=KEYRING, algorithm=suite, frame_length=frame_length, **options)


def spooling(suite: Suite, frame_length: int, spool: Spool) -> Encryptor:
    """An encryptor with spool files of the test's."""
    return Encryptor(settings_for(suite, frame_length), spool)


def settings_for(suite: Suite, frame_length: int) -> EncryptSettings:
    """Those of ``core``."""
    policy = client_for(suite).commitment_policy
    return EncryptSettings(DefaultCmm(KEYRING), policy, suite, {}, frame_length, None, random=shake(b"push"))


@pytest.mark.req("CLI-STR-002", "FMT-FRM-012", "FMT-FRM-014", "FMT-FRM-015")
@each_suite
@pytest.mark.req("CLI-STR-006", "CLI-STR-007", "CLI-STR-008", "CLI-STR-009")
def test_message_is_the_same_whatever_the_pieces(suite: Suite, subtests: pytest.Subtests) -> None:
    for size, piece in itertools.product(SIZES, (1, 5, LENGTH, LENGTH + 1, 1000)):
        with subtests.test(size=size, piece=piece):
            plaintext = bytes(range(size))
            assert push(core(suite), cut_every(plaintext, piece)) == whole(suite, plaintext)


@pytest.mark.req("CLI-STR-002")
@settings(max_examples=60)
@given(plaintext=st.binary(max_size=120), edges=st.lists(st.integers(0, 120), max_size=6), frame_length=st.integers(1, 40))
@pytest.mark.req("CLI-STR-006", "CLI-STR-007", "CLI-STR-008", "CLI-STR-009")
def test_message_is_the_same_for_any_pieces_and_empty_ones(plaintext: bytes, edges: list[int], frame_length: int) -> None:
    suite = SUITES[0x0478]  # not signed: a few signatures in a thousand cannot be made again (decision DEC-REPLAY)
    assert push(core(suite, frame_length), cut_at(plaintext, edges)) == whole(suite, plaintext, frame_length)


@pytest.mark.req("CLI-STR-007", "CLI-STR-008")
def test_header_leaves_at_once_and_frames_as_soon_as_they_are_full() -> None:
    suite = SUITES[0x0478]
    one = core(suite)
    first = one.take()
    assert first == whole(suite, b"")[: len(first)]
    assert one.header == parse(whole(suite, b"")).header
    one.feed(bytes(LENGTH - 1))
    assert one.take() == b""
    one.feed(b"x")
    assert len(one.take()) == LENGTH + 32


@pytest.mark.parametrize("size", [1, 7, 100])
@pytest.mark.req("CLI-STR-008")
def test_message_is_taken_in_any_sizes(size: int) -> None:
    one = core()
    one.feed(bytes(50))
    one.finish()
    pieces = []
    while piece := one.take(size):
        pieces.append(piece)
    assert all(len(piece) == size for piece in pieces[:-1])
    assert b"".join(pieces) == whole(SUITES[0x0578], bytes(50))


@pytest.mark.req("CLI-STR-002")
@pytest.mark.parametrize("piece", [bytes(3), bytearray(3), memoryview(bytes(3)), memoryview(bytes(6))[::2]], ids=lambda p: type(p).__name__)
def test_pieces_are_any_bytes(piece: Any) -> None:
    assert push(core(), [piece]) == whole(SUITES[0x0578], bytes(3))


@pytest.mark.parametrize("piece", ["text", None, 3], ids=str)
def test_piece_that_is_no_bytes_is_refused(piece: Any) -> None:
    one = core()
    with pytest.raises(UsageError) as caught:
        one.feed(piece)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-STR-008")
def test_buffer_that_was_fed_may_change_afterwards() -> None:
    buffer = bytearray(bytes(40))
    one = core()
    one.feed(buffer)
    buffer[:] = b"\xff" * 40
    one.finish()
    assert one.take() == whole(SUITES[0x0578], bytes(40))


# --- refused, and failed for ever ---


@pytest.mark.req("CLI-ENC-006", kind="negative")
@pytest.mark.parametrize("piece", [1, 4, 11])
def test_plaintext_longer_than_announced_is_refused_in_the_middle(piece: int) -> None:
    suite = SUITES[0x0478]
    plaintext = push(core(suite, max_plaintext_length=10), cut_every(bytes(10), piece))
    assert ANY_SUITE.decrypt(source=plaintext, keyring=KEYRING)[0] == bytes(10)
    one = core(suite, max_plaintext_length=10)
    with pytest.raises(UsageError) as caught:
        push(one, cut_every(bytes(11), piece))
    assert caught.value.code is Code.PLAINTEXT_TOO_LONG
    for again in (lambda: one.feed(b""), one.finish, one.take):
        with pytest.raises(UsageError) as repeated:
            again()
        assert repeated.value is caught.value


@pytest.mark.req("CLI-STR-006")
@pytest.mark.req("CLI-STR-006", "CLI-STR-008", kind="negative")
def test_nothing_can_be_fed_after_the_end() -> None:
    one = core()
    one.finish()
    one.finish()  # saying so twice is no fault
    with pytest.raises(UsageError) as caught:
        one.feed(b"x")
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-STR-010", kind="negative")
@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()], ids=["interrupt", "memory"])
def test_encryptor_that_was_interrupted_stays_failed(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    one = core()
    with monkeypatch.context() as patch:
        patch.setattr(FrameEncryptor, "encrypt_regular", fail)
        with pytest.raises(type(error)):
            one.feed(bytes(100))
    with pytest.raises(EsdkError) as caught:
        one.feed(b"x")
    assert caught.value.code is Code.INVALID_ARGUMENT
    with pytest.raises(EsdkError):
        one.take()


@pytest.mark.req("CLI-STR-005", "CLI-STR-010", kind="negative")
def test_closed_encryptor_gives_nothing_and_lets_go_of_its_thread() -> None:
    one = core(frame_length=1 << 16)
    one.feed(bytes(6 << 20))
    assert any(thread.name == "esdkit-hash" for thread in threading.enumerate())
    one.close()
    one.close()
    assert not any(thread.name == "esdkit-hash" for thread in threading.enumerate())
    with pytest.raises(UsageError):
        one.take()


def test_work_of_feeding_single_bytes_is_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = []
    seal = FrameEncryptor.encrypt_regular

    def counting(self: FrameEncryptor, source: memoryview, out: memoryview) -> None:
        sealed.append(len(source))
        seal(self, source, out)

    monkeypatch.setattr(FrameEncryptor, "encrypt_regular", counting)
    push(core(SUITES[0x0478]), cut_every(bytes(10 * LENGTH), 1))
    assert [length for length in sealed if length] == [LENGTH] * 10


# --- frames that are too long to hold ---


@each_suite
@pytest.mark.req(
    "CLI-STR-005", "CLI-STR-009", "FMT-BAD-004", "FMT-BAD-005", "FMT-BAD-006", "FMT-BAD-009", "FMT-BAD-010", "ALG-SUI-011", "CLI-STR-006"
)
def test_message_of_spooled_frames_is_the_same(monkeypatch: pytest.MonkeyPatch, suite: Suite, subtests: pytest.Subtests) -> None:
    monkeypatch.setattr(module, "_HOLD", 5)
    for size, piece in itertools.product([*SIZES, 4 * LENGTH], (1, 7, 1000)):
        with subtests.test(size=size, piece=piece):
            plaintext = bytes(range(size))
            spool = Spool()
            assert push(spooling(suite, LENGTH, spool), cut_every(plaintext, piece)) == whole(suite, plaintext)
            frames = max(-(-size // LENGTH), 1)
            held_in_memory = size - (frames - 1) * LENGTH <= 5
            assert len(spool.files) == 2 * (frames - held_in_memory)
            assert spool.all_closed


@pytest.mark.req("CLI-STR-005", "CLI-STR-009")
def test_long_frames_wait_in_unnamed_files_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_HOLD", 5)
    assert push(core(), [bytes(50)]) == whole(SUITES[0x0578], bytes(50))


@pytest.mark.parametrize("step", ["fed", "spooled", "finished", "taken"])
@pytest.mark.req("CLI-STR-005", kind="negative")
def test_closed_encryptor_leaves_no_spool_file(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    monkeypatch.setattr(module, "_HOLD", 5)
    spool = Spool()
    one = spooling(SUITES[0x0578], LENGTH, spool)
    one.feed(bytes(10))
    if step != "fed":
        one.feed(bytes(30))
    if step in ("finished", "taken"):
        one.finish()
    if step == "taken":
        one.take(300)
    one.close()
    assert spool.files
    assert spool.all_closed


@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.req("CLI-STR-005", "CLI-STR-010", kind="negative")
def test_full_disk_ends_the_message_and_leaves_no_file(monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    monkeypatch.setattr(module, "_HOLD", 5)

    class Full(io.BytesIO):
        def write(self, data: Any, /) -> int:
            if len(spool.files) == failing:
                raise OSError("no space left")
            return super().write(data)

    spool = Spool(Full)
    one = spooling(SUITES[0x0578], LENGTH, spool)
    with pytest.raises(OSError, match="no space left"):
        push(one, cut_every(bytes(40), 9))
    assert spool.all_closed
    with pytest.raises(UsageError):
        one.take()


@pytest.mark.req("CLI-STR-005", "CLI-STR-009")
@pytest.mark.parametrize("suite", [SUITES[0x0478], SUITES[0x0578]], ids=["unsigned", "signed"])
def test_memory_stays_bounded_when_frames_are_short(suite: Suite) -> None:
    one = Encryptor(settings_for(suite, 4096), tempfile.TemporaryFile)
    piece = bytes(1 << 20)
    length = 0
    tracemalloc.start()
    try:
        for _ in range(25):
            one.feed(piece)
            length += len(one.take())
        peak = tracemalloc.get_traced_memory()[1]
        one.finish()
    finally:
        tracemalloc.stop()
        one.close()
    assert length > 24 << 20
    assert peak < 8 << 20


@pytest.mark.req("CLI-STR-005", "CLI-STR-009")
@pytest.mark.parametrize("suite", [SUITES[0x0478], SUITES[0x0578]], ids=["unsigned", "signed"])
def test_memory_stays_bounded_when_frames_are_long(monkeypatch: pytest.MonkeyPatch, suite: Suite) -> None:
    monkeypatch.setattr(module, "_HOLD", 1 << 16)
    one = Encryptor(settings_for(suite, 24 << 20), tempfile.TemporaryFile)
    piece = bytes(1 << 20)
    tracemalloc.start()
    try:
        for _ in range(25):
            one.feed(piece)
        one.finish()
        length = 0
        while taken := one.take(1 << 20):
            length += len(taken)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        one.close()
    assert length > 25 << 20
    assert peak < 8 << 20


@pytest.mark.req("CLI-ENC-024")
@each_suite
def test_length_of_the_message_is_told_before_it_is_fed(suite: Suite) -> None:
    assert [core(suite).message_length(size) for size in SIZES] == [len(whole(suite, bytes(size))) for size in SIZES]


@pytest.mark.req("CLI-ENC-021", kind="negative")
def test_length_of_what_cannot_be_encrypted_is_not_told() -> None:
    for encryptor, length in ((core(max_plaintext_length=9), 10), (core(frame_length=1), LIMITS["frames"])):
        with pytest.raises(UsageError) as caught:
            encryptor.message_length(length)
        assert caught.value.code is Code.PLAINTEXT_TOO_LONG
        assert encryptor.message_length(length - 1) > length
