"""No view of a buffer survives in an error: whoever keeps the error can still resize or close what was read from and written to.

On CPython 3.12.0 and 3.12.1 a view that survives in a cycle ends the process when the garbage collector finds it.
"""

from __future__ import annotations

import gc
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any

import pytest

from esdkit import Client
from esdkit.crypto import aead
from esdkit.engine import decryptor, encryptor, hashing
from esdkit.engine.memory import new_output
from esdkit.errors import EsdkError
from esdkit.forge.mutate import flip
from esdkit.keyrings import RawAesKeyring
from esdkit.spec import LIMITS
from tests.drafts import ANY_SUITE, KEYRING, valid

PLAINTEXT = bytes(range(256)) * 4
STRANGER = RawAesKeyring("other", "key", bytes(32))


encrypt = import_module("esdkit.engine.encrypt")  # its name in the package is the function's
decrypt = import_module("esdkit.engine.decrypt")


def message(suite: int = 0x0578, frame_length: int | None = 100) -> bytes:
    return valid(suite, plaintext=PLAINTEXT, frame_length=frame_length).seal()


def broken(suite: int, frame_length: int | None) -> dict[str, bytes]:
    """Messages that fail at different depths."""
    data = message(suite, frame_length)
    frame = "body.frame[3]" if frame_length else "body"
    last = "body.final_frame" if frame_length else "body"
    cases = {
        "header": flip(data, "header_auth.tag"),
        "frame": flip(data, f"{frame}.ciphertext"),
        "last-tag": flip(data, f"{last}.tag"),
        "end": data[:-1] + bytes([data[-1] ^ 1]),
        "trailing": data + b"\0",
        "cut": data[:-1],
        "cut-body": data[:-300],
    }
    if frame_length:
        cases["order"] = flip(data, "body.frame[3].sequence_number")
        cases["final-order"] = flip(data, "body.final_frame.sequence_number")
    return cases


BROKEN = {
    f"{name}, suite {suite:04x}, frame length {frame_length}": data
    for suite in (0x0478, 0x0578)
    for frame_length in (100, None)
    for name, data in broken(suite, frame_length).items()
}


def views() -> list[memoryview]:
    """The views of objects that are alive and were not released."""
    alive = []
    for thing in gc.get_objects():
        if isinstance(thing, memoryview):
            with suppress(ValueError):  # it was released
                alive += [thing] * (thing.obj is not None)
    return alive


class Kept:
    """Errors that are kept, and the outputs that the engine made. While the errors are there, nothing holds a buffer."""

    def __init__(self) -> None:
        self.errors: list[BaseException | None] = []
        self.outputs: list[io.BytesIO] = []

    def __call__(self, name: str, call: Callable[[], object], *buffers: bytearray) -> None:
        try:
            call()
        except (EsdkError, KeyboardInterrupt) as error:
            self.errors.append(error)
        else:
            raise AssertionError(f"{name} is accepted")
        self.resize(name, *buffers)
        for output in self.outputs:
            output.close()  # a BufferError as long as a view is there

    def resize(self, name: str, *buffers: bytearray) -> None:
        for buffer in buffers:
            try:
                buffer.append(0)
            except BufferError:
                raise AssertionError(f"{name}: a view of the buffer is alive") from None


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    one = Kept()

    def remembered(length: int) -> io.BytesIO:
        one.outputs.append(new_output(length))
        return one.outputs[-1]

    for module in (decrypt, encrypt, decryptor, encryptor):
        monkeypatch.setattr(module, "new_output", remembered)
    monkeypatch.setattr(hashing, "_THREAD_FROM", 200)  # so that the second thread holds pieces, too
    gc.collect()
    before = {id(view) for view in views()}
    yield one
    assert one.errors
    assert [view.obj for view in views() if id(view) not in before] == []


def read_all(data: bytes, size: int, **options: Any) -> None:
    one = ANY_SUITE.decryptor(**{"keyring": KEYRING, **options})
    for at in range(0, len(data), size):
        with memoryview(bytearray(data)) as view, view[at : at + size] as piece:
            one.feed(piece)
    one.finish()


# --- decryption ---


def test_error_of_decrypt_holds_no_view(kept: Kept) -> None:
    for name, data in BROKEN.items():
        source = bytearray(data)
        kept(name, lambda source=source: ANY_SUITE.decrypt(source=source, keyring=KEYRING), source)  # type: ignore[misc]


def test_error_of_decrypt_into_holds_no_view(kept: Kept) -> None:
    for name, data in BROKEN.items():
        source, buffer = bytearray(data), bytearray(2000)
        call: Callable[[], object] = partial(ANY_SUITE.decrypt_into, buffer, source=source, keyring=KEYRING)
        kept(name, call, source, buffer)


@pytest.mark.parametrize("hold", [5, 1 << 20], ids=["spooled", "held"])
def test_error_of_a_decryptor_holds_no_view(monkeypatch: pytest.MonkeyPatch, kept: Kept, hold: int) -> None:
    monkeypatch.setattr(decryptor, "_HOLD", hold)
    for name, data in BROKEN.items():
        for size in (1, 333, 4000):
            kept(name, partial(read_all, data, size))


def test_error_of_a_decrypting_stream_holds_no_view(kept: Kept) -> None:
    def read_into(stream: Any, buffer: bytearray) -> None:
        while stream.readinto(buffer):
            pass

    for name, data in BROKEN.items():
        source, buffer = bytearray(data), bytearray(300)
        streams = [ANY_SUITE.stream("decrypt", source=source, keyring=KEYRING) for _ in range(3)]
        calls: list[Callable[[], object]] = [streams[0].read, partial(read_into, streams[1], buffer), partial(list, streams[2])]
        for call in calls:
            kept(name, call, source, buffer)


def test_error_of_a_range_holds_no_view(kept: Kept) -> None:
    for path in ("body.frame[3].ciphertext", "body.frame[3].sequence_number", "body.final_frame.tag"):
        source = bytearray(flip(message(0x0478), path))
        call = partial(ANY_SUITE.decrypt_range, source=source, start=0, end=5000, keyring=KEYRING)
        kept(path, call, source)


def test_errors_of_verify_hold_no_view(kept: Kept) -> None:
    for name, data in BROKEN.items():
        source = bytearray(data)
        kept.errors.append(ANY_SUITE.verify(source=source, keyring=KEYRING).error)
        kept.resize(name, source)


def test_error_of_trace_holds_no_view(kept: Kept) -> None:
    for name, data in BROKEN.items():
        source = bytearray(data)
        kept(name, partial(ANY_SUITE.trace, source=source, keyring=KEYRING), source)


@pytest.mark.parametrize("frame_length", [100, None])
def test_error_of_decrypt_into_a_small_buffer_or_under_a_wrong_key_holds_no_view(kept: Kept, frame_length: int | None) -> None:
    data, buffer = message(frame_length=frame_length), bytearray(300)
    large = bytearray(2000)
    cases: list[dict[str, Any]] = [{"keyring": KEYRING}, {"keyring": STRANGER}]
    cases += [{"keyring": KEYRING, "max_body_length": limit} for limit in (200, len(PLAINTEXT) - 1)]
    for options in cases:
        into = buffer if options == cases[0] else large
        kept(str(options), partial(ANY_SUITE.decrypt_into, into, source=data, **options), into)


@pytest.mark.parametrize("frame_length", [100, None])
def test_error_of_the_incremental_cipher_holds_no_view(monkeypatch: pytest.MonkeyPatch, kept: Kept, frame_length: int | None) -> None:
    monkeypatch.setattr(aead, "LIMITS", {**LIMITS, "gcm_one_shot": 50})
    data, buffer = broken(0x0578, frame_length)["frame"], bytearray(2000)
    kept("frame", partial(ANY_SUITE.decrypt_into, buffer, source=data, keyring=KEYRING), buffer)


# --- encryption ---


class Interrupts:
    """A function that raises ``KeyboardInterrupt`` when it is called for the nth time."""

    def __init__(self, function: Callable[..., Any], number: int) -> None:
        self.function = function
        self.left = number

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt
        return self.function(*arguments, **options)


INTERRUPTED = [("update", 1), ("update", 2), ("update", 4), ("digest", 1)]


def interrupt_the_hash(monkeypatch: pytest.MonkeyPatch, method: str, number: int) -> None:
    """Interrupt while a piece is handed over, or when the second thread is asked for its result."""
    real = getattr(hashing.RunningHash, method)
    calls = Interrupts(real, number)
    monkeypatch.setattr(hashing.RunningHash, method, lambda self, *rest: calls(self, *rest))


@pytest.mark.parametrize(("method", "number"), INTERRUPTED)
def test_interruption_of_each_encryption_leaves_no_view(monkeypatch: pytest.MonkeyPatch, kept: Kept, method: str, number: int) -> None:
    monkeypatch.setattr(encrypt, "_BATCH", 300)
    source, buffer = bytearray(PLAINTEXT), bytearray(4000)
    options: dict[str, Any] = {"keyring": KEYRING, "frame_length": 100}

    def push() -> None:
        one = ANY_SUITE.encryptor(**options)
        for at in range(0, len(source), 300):
            one.feed(source[at : at + 300])
        one.finish()

    calls: list[Callable[[], object]] = [
        lambda: ANY_SUITE.encrypt(source=source, **options),
        lambda: ANY_SUITE.encrypt_into(buffer, source=source, **options),
        lambda: ANY_SUITE.stream("encrypt", source=source, **options).read(),
        push,
    ]
    for call in calls[:2] if (method, number) == ("update", 4) else calls:
        with monkeypatch.context() as patch:
            interrupt_the_hash(patch, method, number)
            kept(method, call, source, buffer)


def test_interruption_of_a_full_queue_leaves_no_view(monkeypatch: pytest.MonkeyPatch, kept: Kept) -> None:
    monkeypatch.setattr(hashing, "_PIECE", 100)
    acquire = Interrupts(threading.Semaphore.acquire, 5)
    monkeypatch.setattr(threading.Semaphore, "acquire", lambda self: acquire(self))
    source, buffer = bytearray(PLAINTEXT), bytearray(4000)
    kept("acquire", lambda: ANY_SUITE.encrypt_into(buffer, source=source, keyring=KEYRING, frame_length=100), source, buffer)


def test_error_of_encrypt_into_holds_no_view(kept: Kept) -> None:
    source, buffer = bytearray(PLAINTEXT), bytearray(100)

    class Failing:
        def on_encrypt(self, materials: Any) -> Any:
            raise KeyboardInterrupt

        def on_decrypt(self, materials: Any, encrypted_data_keys: Any) -> Any:
            raise KeyboardInterrupt

    strict = Client(max_encrypted_data_keys=1)
    kept("too small", lambda: strict.encrypt_into(buffer, source=source, keyring=KEYRING), source, buffer)
    kept("keyring", lambda: strict.encrypt_into(buffer, source=source, keyring=Failing()), source, buffer)
    kept("keyring", lambda: strict.decrypt_into(buffer, source=message(), keyring=Failing()), source, buffer)


@pytest.mark.parametrize("hold", [5, 1 << 20], ids=["spooled", "held"])
def test_error_of_an_encryptor_holds_no_view(monkeypatch: pytest.MonkeyPatch, kept: Kept, hold: int) -> None:
    monkeypatch.setattr(encryptor, "_HOLD", hold)
    source = bytearray(PLAINTEXT)
    one = ANY_SUITE.encryptor(keyring=KEYRING, frame_length=100, max_plaintext_length=1500)
    one.feed(source)
    kept("more than was announced", lambda: one.feed(source), source)
