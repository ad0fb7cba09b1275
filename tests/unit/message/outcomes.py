"""What a reading of a message gives: the message, or everything that its error says but the words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import strategies as st

from esdkit.errors import EsdkError
from esdkit.message import parse
from tests.samples import native_accepted

__all__ = ["NATIVE", "mutated", "outcome", "refusal_of", "told"]

NATIVE = {
    "v1": next(name for name in native_accepted() if "0178" in name and "f256" in name),
    "v1-signed": next(name for name in native_accepted() if "0378" in name),
    "block": next(name for name in native_accepted() if "-f0-" in name),
    "v2-signed": next(name for name in native_accepted() if "0578" in name and "f7" in name),
}


def told(error: EsdkError) -> tuple[Any, ...]:
    """All that an error says, but its words."""
    return (type(error), error.code, error.path, error.offset, getattr(error, "needed", None), error.reqs)


def outcome(read: Callable[[], Any]) -> Any:
    """What a reading gives, or what its error says."""
    try:
        return read()
    except EsdkError as error:
        return told(error)


def refusal_of(data: bytes, **options: Any) -> EsdkError:
    """The error of ``parse``."""
    with pytest.raises(EsdkError) as caught:
        parse(data, **options)
    return caught.value


def mutated(data: st.DataObject, message: bytes) -> bytes:
    """A message in which up to two bytes are changed."""
    changed = bytearray(message)
    for _ in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at] = data.draw(st.sampled_from([0, 1, 2, 0x80, 0xFF, changed[at] ^ 1]))
    return bytes(changed)
