"""The push core of decryption: the same result and error as in one go, whatever the pieces; and what leaves when."""

from __future__ import annotations

import inspect
import itertools
import threading
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esdkit import Client
from esdkit.cmm import DefaultCmm
from esdkit.engine import decryptor as module
from esdkit.engine.decrypt import DecryptSettings
from esdkit.engine.decryptor import Decryptor
from esdkit.engine.frames import FrameDecryptor
from esdkit.engine.release import NEXT, State
from esdkit.errors import AuthenticationError, Code, EsdkError, PolicyError, TruncatedMessage, UsageError
from esdkit.forge.mutate import flip, spans
from esdkit.keyrings import DecryptionMaterials, EncryptionMaterials, RawAesKeyring
from esdkit.message import EncryptedDataKey, parse_header
from esdkit.message.rules import DEFAULT_LIMITS
from esdkit.spec import Suite
from tests.drafts import ANY_SUITE, CONTEXT, KEYRING, PLAINTEXT, each_body, each_signed, each_suite, outcome, valid
from tests.each import each
from tests.pushing import Spool, cut_at, cut_every, push, pushed, where
from tests.samples import native_choice, native_ciphertext, native_keyring

LENGTH = 8
READ = Decryptor._READ
each_hold = each("hold", [5, 1 << 20], ids=["spooled", "held"])


def core(client: Client = ANY_SUITE, **options: Any) -> Decryptor:
    return client.decryptor(**{"keyring": KEYRING, **options})


def spooling(spool: Spool) -> Decryptor:
    settings = DecryptSettings(DefaultCmm(KEYRING), ANY_SUITE.commitment_policy, DEFAULT_LIMITS, {}, None, frozenset())
    return Decryptor(settings, spool)


def other_signature(data: bytes) -> bytes:
    """The message with another number in its signature."""
    return data[:-1] + bytes([data[-1] ^ 1])


def fed(data: bytes, size: int = 1, **options: Any) -> tuple[bytes, EsdkError]:
    """What leaves piece by piece before a failure, and the failure."""
    one = core(**options)
    taken = b""
    try:
        for piece in cut_every(data, size):
            one.feed(piece)
            taken += one.take()
        one.finish()
    except EsdkError as error:
        return taken, error
    finally:
        one.close()
    raise AssertionError("it is accepted")


# --- the same as in one go ---


@pytest.mark.req("CLI-STR-002", "CLI-DEC-005", "CLI-DEC-009")
@each_suite
@each_hold
def test_message_opens_whatever_the_pieces(monkeypatch: pytest.MonkeyPatch, suite: Suite, hold: int, subtests: pytest.Subtests) -> None:
    monkeypatch.setattr(module, "_HOLD", hold)
    for frame_length in (1, 7, 8, 22, 23, None):
        data = valid(suite, frame_length=frame_length).seal()
        for size in (1, 3, 16, 17, len(data)):
            with subtests.test(frame_length=frame_length, size=size):
                assert push(core(), cut_every(data, size)) == PLAINTEXT


@pytest.mark.req("CLI-STR-002", "FMT-FRM-012", "FMT-FRM-013", "FMT-FRM-015")
@settings(max_examples=60)
@given(plaintext=st.binary(max_size=60), edges=st.lists(st.integers(0, 700), max_size=8), frame_length=st.none() | st.integers(1, 30))
def test_message_opens_for_any_pieces_and_empty_ones(plaintext: bytes, edges: list[int], frame_length: int | None) -> None:
    data = valid(0x0578, plaintext=plaintext, frame_length=frame_length).seal()
    assert push(core(), cut_at(data, edges)) == plaintext


def broken() -> Iterator[tuple[str, bytes]]:
    """Messages with a byte changed, cut, and with bytes behind them; every seventh place, another seventh in each message."""
    for phase, (suite, frame_length) in enumerate(itertools.product((0x0178, 0x0578), (LENGTH, None))):
        data = valid(suite, frame_length=frame_length, context={"k": "v"}).seal()
        for at in range(phase, len(data), 7):
            yield f"flip {at}", data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
            yield f"cut {at}", data[:at]
        yield "trailing", data + b"\0"


@pytest.mark.slow
@pytest.mark.req("CLI-STR-005", "CLI-STR-006", "CLI-STR-013", kind="negative")
@pytest.mark.req("CLI-STR-002", "CLI-DEC-010", "CLI-DEC-030", "CLI-DEC-031", "CLI-DEC-035", kind="negative")
@each_hold
def test_error_is_the_one_of_one_go_whatever_the_pieces(monkeypatch: pytest.MonkeyPatch, hold: int) -> None:
    monkeypatch.setattr(module, "_HOLD", hold)
    for name, data in broken():
        expected = where(outcome(data))
        assert not isinstance(expected, bytes), name
        for size in (1, 61, len(data) + 1):
            assert where(pushed(core(), cut_every(data, size))) == expected, (name, size)


@each_body
@pytest.mark.req("CLI-STR-005", "CLI-STR-006", "CLI-STR-013", kind="negative")
def test_cut_around_the_tag_of_a_content_that_is_too_large_to_hold_is_the_one_of_one_go(
    monkeypatch: pytest.MonkeyPatch, frame_length: int | None
) -> None:
    monkeypatch.setattr(module, "_HOLD", 5)
    data = valid(0x0478, frame_length=frame_length).seal()
    end = spans(data)["body.frame[1].tag" if frame_length else "body.tag"].end
    for cut in range(end - 18, end):
        for size in (1, len(data)):
            assert where(pushed(core(), cut_every(data[:cut], size))) == where(outcome(data[:cut])), (cut, size)


@pytest.mark.parametrize(
    ("frame_length", "hold", "files"),
    [(LENGTH, LENGTH, 0), (LENGTH, LENGTH - 1, 2), (None, 2 * LENGTH, 0), (None, 2 * LENGTH - 1, 1)],
    ids=["frames-held", "frames-spooled", "block-held", "block-spooled"],
)
@pytest.mark.req("CLI-STR-005", "CLI-STR-006", "CLI-STR-013", kind="negative")
def test_content_of_exactly_what_is_held_waits_in_no_file(
    monkeypatch: pytest.MonkeyPatch, frame_length: int | None, hold: int, files: int
) -> None:
    monkeypatch.setattr(module, "_HOLD", hold)
    plaintext = bytes(2 * LENGTH)
    data = valid(0x0478, plaintext=plaintext, frame_length=frame_length).seal()
    for size in (1, len(data)):
        spool = Spool()
        assert push(spooling(spool), cut_every(data, size)) == plaintext
        assert len(spool.files) == files


@pytest.mark.req("CLI-STR-002", kind="negative")
@pytest.mark.req("CLI-STR-002")
def test_outcome_of_a_native_case_is_the_one_of_one_go(subtests: pytest.Subtests) -> None:
    opened = 0
    for name in native_choice():
        with subtests.test(name):
            data, keyring = native_ciphertext(name), native_keyring(name) or KEYRING
            expected = outcome(data, keyring=keyring)
            opened += isinstance(expected, bytes)
            for size in (1, len(data) or 1):
                assert where(pushed(core(keyring=keyring), cut_every(data, size))) == where(expected)
    assert opened > 20


@pytest.mark.parametrize("limit", [len(PLAINTEXT), len(PLAINTEXT) - 1, 8, 7, 0])
@each_body
@pytest.mark.req("CLI-STR-013", "CLI-DEC-009", "CLI-CFG-009", kind="negative")
def test_body_limit_is_the_one_of_one_go(frame_length: int | None, limit: int) -> None:
    data = valid(0x0478, frame_length=frame_length).seal()
    for size in (1, len(data)):
        found = pushed(core(max_body_length=limit), cut_every(data, size))
        assert where(found) == where(outcome(data, max_body_length=limit))
        assert isinstance(found, bytes) == (limit >= len(PLAINTEXT))


@pytest.mark.req("CLI-STR-013", "CLI-DEC-009", "CLI-CFG-009", kind="negative")
def test_keys_context_and_policies_are_judged_as_in_one_go() -> None:
    data = valid(0x0478).seal()
    cases: list[tuple[Client, dict[str, Any]]] = [
        (Client(commitment_policy="REQUIRE_ENCRYPT_REQUIRE_DECRYPT"), {}),
        (Client(max_encrypted_data_keys=1), {}),
        (Client(header_budget=100), {}),
        (ANY_SUITE, {"keyring": RawAesKeyring("other", "key", bytes(32))}),
        (ANY_SUITE, {"encryption_context": CONTEXT}),
        (ANY_SUITE, {"encryption_context": {"purpose": "another"}}),
        (ANY_SUITE, {"encryption_context": {"absent": "x"}}),
    ]
    for client, options in cases:
        given: dict[str, Any] = {"keyring": KEYRING, **options}
        for size in (1, len(data)):
            assert where(pushed(client.decryptor(**given), cut_every(data, size))) == where(outcome(data, client, **given))


# --- what leaves when ---


@pytest.mark.req("CLI-DEC-012", "CLI-DEC-015", "CLI-STR-014", "CLI-STR-015")
def test_frames_of_an_unsigned_message_leave_one_by_one_and_the_header_when_its_tag_has_come() -> None:
    draft = valid(0x0478)
    data = draft.seal()
    start = parse_header(data)[1]
    one = core()
    one.feed(data[: start - 1])
    assert one.header is None
    one.feed(data[start - 1 : start])
    assert one.header == parse_header(data)[0]
    left = []
    for at in range(start, len(data)):
        one.feed(data[at : at + 1])
        if piece := one.take():
            left.append((at + 1 - start, piece))
    frame = 4 + 12 + LENGTH + 16
    assert left == [(frame, PLAINTEXT[:8]), (2 * frame, PLAINTEXT[8:16]), (len(data) - start, PLAINTEXT[16:])]
    one.finish()
    assert one.take() == b""


@pytest.mark.req("CLI-STR-003", "CLI-STR-001")
@each_signed
@each_hold
def test_final_frame_of_a_signed_message_waits_for_the_end(monkeypatch: pytest.MonkeyPatch, suite: Suite, hold: int) -> None:
    monkeypatch.setattr(module, "_HOLD", hold)
    data = valid(suite).seal()
    one = core()
    one.feed(data)
    taken = b"".join(iter(one.take, b""))
    assert taken == PLAINTEXT[:16]
    one.finish()
    assert one.take() == PLAINTEXT[16:]
    one.close()


@pytest.mark.req("CLI-STR-003", "CLI-STR-004", "CLI-STR-015", "CLI-DEC-010", kind="negative")
@each_signed
@each("fault", ["signature", "trailing", "cut", "missing"])
def test_final_frame_of_a_signed_message_never_leaves_when_the_end_is_bad(suite: Suite, fault: str) -> None:
    data = valid(suite).seal()
    assert suite.signature is not None
    footer = 2 + suite.signature.usual_signature_length
    bad = {
        "signature": other_signature(data),
        "trailing": data + b"\0",
        "cut": data[:-1],
        "missing": data[:-footer],
    }[fault]
    taken, error = fed(bad)
    assert taken == PLAINTEXT[:16]
    assert where(error) == where(outcome(bad))


@pytest.mark.req("CLI-STR-003", "CLI-DEC-012", kind="negative")
@each_suite
@pytest.mark.parametrize("fault", ["tag", "trailing"])
@each_hold
def test_block_never_leaves_when_the_end_is_bad(monkeypatch: pytest.MonkeyPatch, suite: Suite, fault: str, hold: int) -> None:
    monkeypatch.setattr(module, "_HOLD", hold)
    data = valid(suite, frame_length=None).seal()
    bad = flip(data, "body.tag") if fault == "tag" else data + b"\0"
    taken, error = fed(bad)
    assert taken == b""
    assert error.code is (Code.BODY_TAG_INVALID if fault == "tag" else Code.TRAILING_DATA)


@pytest.mark.req("CLI-DEC-012", kind="negative")
@each_hold
@pytest.mark.parametrize(("path", "released"), [("body.frame[0].tag", 0), ("body.frame[1].ciphertext", 8), ("body.final_frame.tag", 16)])
def test_frame_that_does_not_verify_never_leaves(monkeypatch: pytest.MonkeyPatch, path: str, released: int, hold: int) -> None:
    monkeypatch.setattr(module, "_HOLD", hold)
    taken, error = fed(flip(valid(0x0478).seal(), path))
    assert taken == PLAINTEXT[:released]
    assert isinstance(error, AuthenticationError)
    assert error.code is Code.BODY_TAG_INVALID


@pytest.mark.req("CLI-STR-006", "CLI-STR-001", kind="negative")
def test_message_without_its_end_fails_though_its_frames_have_left() -> None:
    data = valid(0x0478).seal()
    taken, error = fed(data[: -(4 + 4 + 12 + 4 + 6 + 16)])
    assert taken == PLAINTEXT[:16]
    assert isinstance(error, TruncatedMessage)
    assert error.code is Code.NO_FINAL_FRAME


@pytest.mark.req("CLI-STR-012", kind="negative")
@pytest.mark.req("CLI-CFG-008")
@pytest.mark.req("CLI-CFG-008", kind="negative")
@each_suite
def test_signed_message_is_refused_directly_after_its_header_where_none_is_wanted(suite: Suite) -> None:
    client = Client(commitment_policy="REQUIRE_ENCRYPT_ALLOW_DECRYPT", signed_streaming="refuse")
    data = valid(suite).seal()
    header = data[: parse_header(data)[1]]
    one = core(client)
    if not suite.signed:
        assert push(one, [data]) == PLAINTEXT
        return
    one.feed(header[:-1])
    with pytest.raises(PolicyError) as caught:
        one.feed(header[-1:])
    assert (caught.value.code, caught.value.path) == (Code.SIGNED_NOT_ALLOWED, "header.algorithm_suite_id")
    assert caught.value.offset == (2 if suite.message_version == 1 else 1)
    assert client.decrypt(source=data, keyring=KEYRING)[0] == PLAINTEXT  # nothing leaves early there


# --- failed for ever ---


@pytest.mark.req("CLI-STR-010", kind="negative")
def test_decryptor_that_failed_stays_failed() -> None:
    data = valid(0x0478).seal()
    one = core()
    one.feed(data[:-1])
    with pytest.raises(EsdkError) as caught:
        one.feed(bytes([data[-1] ^ 1]))
    for again in (lambda: one.feed(b""), one.finish, one.take):
        with pytest.raises(EsdkError) as repeated:
            again()
        assert repeated.value is caught.value


@pytest.mark.parametrize("piece", ["text", None, 3], ids=str)
def test_piece_that_is_no_bytes_is_refused(piece: Any) -> None:
    one = core()
    with pytest.raises(UsageError) as caught:
        one.feed(piece)
    assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-STR-010", kind="negative")
def test_decryptor_that_was_interrupted_stays_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    one = core()
    data = valid(0x0478).seal()
    with monkeypatch.context() as patch:
        patch.setattr(FrameDecryptor, "decrypt_final", fail)
        with pytest.raises(KeyboardInterrupt):
            one.feed(data)
    for again in (lambda: one.feed(b"x"), one.finish, one.take):
        with pytest.raises(UsageError) as caught:
            again()
        assert caught.value.code is Code.INVALID_ARGUMENT


@pytest.mark.req("CLI-STR-005", "CLI-STR-010", kind="negative")
def test_closed_decryptor_gives_nothing_and_lets_go_of_its_thread() -> None:
    data, _ = Client().encrypt(source=bytes(6 << 20), keyring=KEYRING, frame_length=1 << 16)
    one = core()
    one.feed(data[: 5 << 20])
    assert any(thread.name == "esdkit-hash" for thread in threading.enumerate())
    one.close()
    one.close()
    assert not any(thread.name == "esdkit-hash" for thread in threading.enumerate())
    with pytest.raises(UsageError):
        one.take()


@pytest.mark.parametrize("body", [30, None], ids=["framed", "non-framed"])
@pytest.mark.parametrize("step", ["inside", "tag", "waiting", "finished", "failed"])
@pytest.mark.req("CLI-STR-005")
def test_closed_decryptor_leaves_no_spool_file(monkeypatch: pytest.MonkeyPatch, body: int | None, step: str) -> None:
    monkeypatch.setattr(module, "_HOLD", 5)
    draft = valid(0x0578, frame_length=body)
    data = draft.seal()
    spool = Spool()
    one = spooling(spool)
    footer = 2 + 103
    end = {"inside": -footer - 20, "tag": -footer - 1, "waiting": -footer, "finished": len(data), "failed": -footer - 1}[step]
    one.feed(data[:end])
    if step == "finished":
        one.finish()
    if step == "failed":
        with pytest.raises(AuthenticationError):
            one.feed(bytes([data[end] ^ 1]))
    else:
        assert not spool.all_closed
        one.close()
    assert spool.files
    assert spool.all_closed


# --- the table of states ---


@pytest.mark.req("CLI-DEC-009")
def test_each_state_follows_the_others_as_the_table_says(monkeypatch: pytest.MonkeyPatch) -> None:
    found: dict[State, set[State]] = {state: set() for state in State}
    enter = Decryptor._enter

    def watched(self: Decryptor, state: State, needed: int) -> None:
        found[self._state].add(state)
        enter(self, state, needed)

    monkeypatch.setattr(Decryptor, "_enter", watched)
    for hold in (5, 1 << 20):
        monkeypatch.setattr(module, "_HOLD", hold)
        for suite, frame_length in itertools.product((0x0478, 0x0578), (LENGTH, None)):
            for plaintext in (PLAINTEXT, b"end"):
                push(core(), [valid(suite, plaintext=plaintext, frame_length=frame_length).seal()])
    assert found == NEXT


# --- bounds ---


def test_work_of_feeding_single_bytes_is_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = dict.fromkeys(State, 0)

    def counted(state: State) -> Callable[[Decryptor, memoryview], int]:
        def step(self: Decryptor, view: memoryview) -> int:
            steps[state] += len(view)
            return READ[state](self, view)

        return step

    monkeypatch.setattr(Decryptor, "_READ", {state: counted(state) for state in State})
    plaintext = bytes(200 * LENGTH)
    data = valid(0x0578, plaintext=plaintext, frame_length=LENGTH).seal()
    assert push(core(), cut_every(data, 1)) == plaintext
    assert steps[State.HEADER] <= len(data)
    assert steps[State.FRAMES] <= len(data) + 200 * (4 + 16)  # the number and the head of each are looked at before the whole frame
    assert steps[State.FINAL_FRAME] <= 200
    assert steps[State.FOOTER] <= 200


@pytest.mark.req("CLI-STR-005")
def test_announced_content_takes_no_memory_before_it_comes() -> None:
    data = valid(0x0478, frame_length=(1 << 32) - 1).seal()
    header = data[: parse_header(data)[1]]
    one = core()
    tracemalloc.start()
    try:
        one.feed(header + bytes([0, 0, 0, 1]) + bytes(12 + 100))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        one.close()
    assert peak < 1 << 20


@pytest.mark.req("CLI-STR-005")
def test_spool_is_an_unnamed_file_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_HOLD", 5)
    spool = Spool(inspect.signature(Decryptor).parameters["spool"].default)
    assert push(spooling(spool), [valid(0x0478, frame_length=None).seal()]) == PLAINTEXT
    assert [isinstance(file.name, int) for file in spool.files] == [True]


class Reentrant:
    """A keyring that calls the decryptor that it works for."""

    def __init__(self, call: Callable[[Decryptor], object]) -> None:
        self._call = call
        self.decryptor: Decryptor
        self.errors: list[EsdkError] = []

    def on_encrypt(self, materials: EncryptionMaterials) -> EncryptionMaterials:
        return KEYRING.on_encrypt(materials)

    def on_decrypt(self, materials: DecryptionMaterials, edks: Sequence[EncryptedDataKey]) -> DecryptionMaterials:
        with pytest.raises(UsageError, match="at work") as caught:
            self._call(self.decryptor)
        self.errors.append(caught.value)
        return KEYRING.on_decrypt(materials, edks)


@pytest.mark.parametrize("call", [lambda one: one.feed(b"more"), Decryptor.finish], ids=["feed", "finish"])
@pytest.mark.req("CLI-STR-010", kind="negative")
def test_call_from_a_keyring_is_refused_and_harmless(call: Callable[[Decryptor], object]) -> None:
    keyring = Reentrant(call)
    one = keyring.decryptor = core(keyring=keyring)
    one.feed(valid(0x0478).seal())
    one.finish()
    assert (one.take(), len(keyring.errors)) == (PLAINTEXT, 1)
