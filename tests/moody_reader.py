"""Programs under test that misbehave, on some messages only, each with the toy reader inside."""

from __future__ import annotations

import os
import time
from typing import Any

from tests.toy_reader import correct

__all__ = ["moody", "refusing", "whole_only"]

_LIES, _DIES, _SLEEPS = b"\x01\x80\x00\x14", b"\x01\x80\x00\x46", b"\x01\x80\x00\x78"
"""How the messages begin on which it lies, dies and sleeps."""


def moody(message: bytes, keyring: Any, **options: Any) -> bytes:
    """Decrypts some suites, and one with the first byte of the plaintext changed."""
    if message.startswith(_DIES):
        os._exit(3)
    if message.startswith(_SLEEPS):
        time.sleep(60)
    plaintext = _decrypted(message, keyring, options)
    return bytes([plaintext[0] ^ 1]) + plaintext[1:] if message.startswith(_LIES) else plaintext


def _decrypted(message: bytes, keyring: Any, options: dict[str, Any]) -> bytes:
    plaintext = correct.decrypt(message, keyring, **{**options, "stream": 0})
    assert isinstance(plaintext, bytes)
    return plaintext


def refusing(message: bytes, keyring: Any, **options: Any) -> bytes:
    """Refuses everything."""
    raise ValueError("no")


def whole_only(message: bytes, keyring: Any, *, stream: int, **options: Any) -> Any:
    """Does not stream, and does not say so before it is asked to."""
    if stream:
        raise NotImplementedError("no streams")
    return correct.decrypt(message, keyring, **options)
