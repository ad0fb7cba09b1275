"""Random bytes, from the system or from a source that is injected (for tests and reproducible vectors).

Invariant: keys, IVs and message ids come from here alone. ECDSA's key pair and nonce and RSA's padding are drawn by OpenSSL itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from esdkit.errors import Code, UsageError

__all__ = ["RandomSource", "draw", "system_random"]

RandomSource = Callable[[int], bytes]
"""Gives as many random bytes as asked for."""

system_random: RandomSource = os.urandom
"""The operating system's cryptographic source."""


def draw(random: RandomSource, length: int) -> bytes:
    """Draw ``length`` bytes.

    Raises:
        UsageError: ``invalid-argument``, the source returned something else; a short key or IV must never be used.
    """
    # Reqs: CLI-ENC-026
    value: object = random(length)
    if isinstance(value, bytes) and len(value) == length:
        return value
    raise UsageError(Code.INVALID_ARGUMENT, f"the random source did not return {length} bytes")
