"""Counter-mode key derivation against one that is written out."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from esdkit.crypto.kbkdf import kbkdf_counter_hmac


@pytest.mark.req("HIE-WRP-003")
@pytest.mark.parametrize(("name", "length"), [("sha256", 32), ("sha384", 64), ("sha256", 5), ("sha384", 100)])
def test_derivation_is_the_counter_then_label_null_context_and_bits(name: str, length: int) -> None:
    key, label, context = bytes(range(32)), b"label", b"context"
    fixed = label + b"\0" + context + (length * 8).to_bytes(4, "big")
    size = hashlib.new(name).digest_size
    blocks = [hmac.digest(key, counter.to_bytes(4, "big") + fixed, name) for counter in range(1, -(-length // size) + 1)]
    assert kbkdf_counter_hmac(name, key, label, context, length) == b"".join(blocks)[:length]
