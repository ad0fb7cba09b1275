"""Runs vectors of encryptions: every way to encrypt, on one vector, with what it draws at random given.

Strategy: an encryption that draws other lengths, or in another order, fails as its random source does. What is written must be the bytes of
the vector, whole or up to the signature; then the message must decrypt to the plaintext, signature included. Where a length of the
plaintext is only announced, the encryptor says how long the message would be, or refuses.
Invariant: the same vector gives the same result, except for its seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from esdkit.cmm import CommitmentPolicy
from esdkit.crypto.rand import RandomSource, system_random
from esdkit.engine.client import Client
from esdkit.errors import Code, EsdkError
from esdkit.frozen import frozen
from esdkit.vectors.model import EncryptVector, Refuse, Write
from esdkit.vectors.opening import open_keys
from esdkit.vectors.verdict import Result

__all__ = ["run_encryption"]


@frozen
class _Wrong:
    """Why a vector does not hold."""

    code: Code
    reason: str


def run_encryption(suite: str, vector: EncryptVector) -> Result:
    """Run one vector.

    Args:
        suite: the name of its set.
        vector: the case.
    """
    started = time.perf_counter()
    wrong = next((found for way in _ways(vector) if (found := _wrong(vector, *way)) is not None), None)
    seconds = time.perf_counter() - started
    if wrong is None:
        return Result(suite, vector.id, "passed", seconds=seconds)
    return Result(suite, vector.id, "failed", code=wrong.code.value, reason=wrong.reason, seconds=seconds)


def _ways(vector: EncryptVector) -> list[tuple[str, Callable[[], bytes | int]]]:
    """The ways to encrypt, each with a random source of its own; what a way gives is the message, or its length."""
    if vector.plaintext is None:
        return [("the encryptor", lambda: _client(vector).encryptor(**_options(vector)).message_length(vector.plaintext_length))]
    plaintext = vector.plaintext
    return [
        ("encrypt", lambda: _client(vector).encrypt(source=plaintext, **_options(vector))[0]),
        ("encrypt_into", lambda: _into(vector, plaintext)),
        ("the stream", lambda: _streamed(vector, plaintext)),
    ]


def _into(vector: EncryptVector, plaintext: bytes) -> bytes:
    room = vector.expectation.length if isinstance(vector.expectation, Write) else 0
    buffer = bytearray(room)
    length, _ = _client(vector).encrypt_into(buffer, source=plaintext, **_options(vector))
    return bytes(buffer[:length])


def _streamed(vector: EncryptVector, plaintext: bytes) -> bytes:
    with _client(vector).stream("encrypt", source=plaintext, **_options(vector)) as stream:
        return stream.read()


def _client(vector: EncryptVector) -> Client:
    policy = CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT if vector.commitment_policy is None else vector.commitment_policy
    return Client(
        commitment_policy=policy,
        max_encrypted_data_keys=vector.max_encrypted_data_keys,
        random=_source(vector) if vector.draws else system_random,
    )


def _source(vector: EncryptVector) -> RandomSource:
    """Gives the vector's draws, one after the other, and then nothing, which whoever draws refuses."""
    draws = iter(vector.draws)
    return lambda length: next(draws, b"")


def _options(vector: EncryptVector) -> dict[str, Any]:
    given = {
        "cmm": open_keys(vector.keys).manager,
        "encryption_context": vector.encryption_context,
        "algorithm": vector.suite,
        "frame_length": vector.frame_length,
        "max_plaintext_length": vector.max_plaintext_length,
    }
    return {name: value for name, value in given.items() if value is not None}


def _wrong(vector: EncryptVector, way: str, write: Callable[[], bytes | int]) -> _Wrong | None:
    expected = vector.expectation
    try:
        written = write()
    except EsdkError as error:
        if isinstance(expected, Refuse) and error.code == expected.code:
            return None
        return _Wrong(error.code, f"{way} refuses: {error.summary}")
    if isinstance(expected, Refuse):
        return _Wrong(Code.UNEXPECTED_SUCCESS, f"{way} writes a message, expected {expected.code}")
    if isinstance(written, int):
        return None if written == expected.length else _differs(f"{way} announces {written} bytes, expected {expected.length}")
    return _wrong_message(vector, expected, way, written)


def _wrong_message(vector: EncryptVector, expected: Write, way: str, written: bytes) -> _Wrong | None:
    beginning = expected.beginning or b""
    if len(written) != expected.length or not written.startswith(beginning):
        pairs = enumerate(zip(written, beginning, strict=False))
        at = next((at for at, (found, right) in pairs if found != right), min(len(written), len(beginning)))
        return _differs(f"{way} writes {len(written)} bytes, expected {expected.length}; byte {at:#x} differs")
    try:
        manager = open_keys(vector.keys).manager
        plaintext, _ = _client(vector).decrypt(source=written, cmm=manager, encryption_context=vector.encryption_context)
    except EsdkError as error:
        return _Wrong(error.code, f"what {way} writes does not decrypt: {error.summary}")
    return None if plaintext == vector.plaintext else _differs(f"what {way} writes decrypts to another plaintext")


def _differs(reason: str) -> _Wrong:
    return _Wrong(Code.KNOWN_ANSWER_MISMATCH, reason)
