"""Programs under test that misbehave, on some messages only, each with the toy reader inside."""

from __future__ import annotations

import os
import time
from typing import Any

from tests.toy_reader import correct

__all__ = ["moody", "refusing"]

_LIES, _DIES, _SLEEPS = b"\x01\x80\x00\x14", b"\x01\x80\x00\x46", b"\x01\x80\x00\x78"
"""How the messages begin on which it lies, dies and sleeps."""


def moody(message: bytes, keyring: Any, **options: Any) -> bytes:
    """Decrypts some suites, and one with the first byte of the plaintext changed."""
    if message.startswith(_DIES):
        os._exit(3)
    if message.startswith(_SLEEPS):
        time.sleep(60)
    plaintext = correct.decrypt(message, keyring, **options)
    return bytes([plaintext[0] ^ 1]) + plaintext[1:] if message.startswith(_LIES) else plaintext


def refusing(message: bytes, keyring: Any, **options: Any) -> bytes:
    """Refuses everything."""
    raise ValueError("no")
