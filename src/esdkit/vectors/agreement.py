"""Every way to decrypt, on one vector: in one go, into a buffer, and as a stream that is fed in pieces.

Strategy: ``verify`` judges a vector, because it says what holds and what does not; the others, which users call, must come to the same.
They make their checks in the order of the specification, ``verify`` in the order of the stages, so the code of a refusal is that of a check
that ``verify`` found broken, and of the expected one where the manifest names one. A reader that refuses signed messages is a stream only.
Invariants: nothing is left behind by a refusal, except what a stream may release before it, which is what the vector says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from esdkit.cmm import CryptographicMaterialsManager
from esdkit.engine.client import Client
from esdkit.engine.verify import Verification
from esdkit.errors import EsdkError
from esdkit.frozen import frozen
from esdkit.spec import STAGES
from esdkit.vectors.model import Accept, Reject, Vector
from esdkit.vectors.reading import client_of

__all__ = ["disagreement"]

_PIECES = 64
"""In about as many pieces a stream gets a message that must be accepted; what must be refused comes byte by byte."""


@frozen
class _Read:
    """What one way to decrypt came to.

    Attributes:
        way: for people.
        plaintext: all that was given out, even before a refusal.
        error: the refusal; None when the message was accepted.
    """

    way: str
    plaintext: bytes
    error: EsdkError | None


def disagreement(vector: Vector, verification: Verification, manager: CryptographicMaterialsManager) -> str | None:
    """What the ways to decrypt do differently from ``verify`` or from the vector, one line; None when all agree.

    Args:
        vector: the case; its expectation holds for ``verify``.
        verification: what ``verify`` found.
        manager: gives the data key.
    """
    options: dict[str, Any] = {"cmm": manager, "encryption_context": vector.encryption_context}
    client = client_of(vector)
    ways: Mapping[str, Callable[[], _Read]] = {
        "decrypt": lambda: _whole(client, vector, options),
        "decrypt_into": lambda: _into(client, vector, options),
        "the stream": lambda: _streamed(client, vector, options),
    }
    chosen = ["the stream"] if vector.unsigned_only else list(ways)
    return next((wrong for way in chosen if (wrong := _difference(vector, verification, ways[way]())) is not None), None)


def _whole(client: Client, vector: Vector, options: Mapping[str, Any]) -> _Read:
    try:
        return _Read("decrypt", client.decrypt(source=vector.ciphertext, **options)[0], None)
    except EsdkError as error:
        return _Read("decrypt", b"", error)


def _into(client: Client, vector: Vector, options: Mapping[str, Any]) -> _Read:
    buffer = bytearray(len(vector.ciphertext))
    try:
        length, _ = client.decrypt_into(buffer, source=vector.ciphertext, **options)
        return _Read("decrypt_into", bytes(buffer[:length]), None)
    except EsdkError as error:
        return _Read("decrypt_into", bytes(buffer) if any(buffer) else b"", error)


def _streamed(client: Client, vector: Vector, options: Mapping[str, Any]) -> _Read:
    size = max(1, len(vector.ciphertext) // _PIECES) if isinstance(vector.expectation, Accept) else 1
    released = []
    try:
        decryptor = client.decryptor(**options)
        for at in range(0, len(vector.ciphertext), size):
            decryptor.feed(vector.ciphertext[at : at + size])
            released.append(decryptor.take())
        decryptor.finish()
        released.append(decryptor.take())
    except EsdkError as error:
        return _Read("the stream", b"".join(released), error)
    return _Read("the stream", b"".join(released), None)


def _difference(vector: Vector, verification: Verification, read: _Read) -> str | None:
    expected = vector.expectation
    if isinstance(expected, Accept):
        return _of_accepted(expected, read)
    if read.error is None:
        return f"{read.way} accepts what verify refuses"
    found = {check.error.code for check in verification.failures if check.error is not None}
    unread = verification.failed == STAGES[0]  # nothing after the fault was looked at
    wanted = unread or read.error.code in found if expected.code is None else read.error.code == expected.code
    if not wanted:
        return f"{read.way} refuses with {read.error.code}, verify with {', '.join(sorted(found))}"
    return _of_released(expected, read)


def _of_accepted(expected: Accept, read: _Read) -> str | None:
    if read.error is not None:
        return f"{read.way} refuses what verify accepts: {read.error.summary}"
    return None if expected.plaintext in (None, read.plaintext) else f"{read.way} gives another plaintext"


def _of_released(expected: Reject, read: _Read) -> str | None:
    if read.way != "the stream":
        return f"{read.way} refuses and leaves plaintext" if read.plaintext else None
    allowed = expected.released
    if allowed is None or (len(read.plaintext), hashlib.sha256(read.plaintext).hexdigest()) == (allowed.length, allowed.sha256):
        return None
    return f"the stream releases {len(read.plaintext)} bytes of plaintext, {allowed.length} bytes are expected"
