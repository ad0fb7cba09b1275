"""A CMM taken apart into the keyrings that it asks, and what these show of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from esdkit.cmm.base import CryptographicMaterialsManager
from esdkit.keyrings.base import Keyring

__all__ = ["OneKmsKey", "flatten_keyrings"]

_MAX_DEPTH = 16


@runtime_checkable
class OneKmsKey(Protocol):
    """A keyring of one KMS key."""

    @property
    def key_id(self) -> str: ...


@runtime_checkable
class _Layer(Protocol):
    @property
    def underlying(self) -> CryptographicMaterialsManager: ...


@runtime_checkable
class _Bottom(Protocol):
    @property
    def keyring(self) -> Keyring: ...


@runtime_checkable
class _Several(Protocol):
    @property
    def keyrings(self) -> tuple[Keyring, ...]: ...


def flatten_keyrings(cmm: CryptographicMaterialsManager) -> tuple[Keyring, ...]:
    """The keyrings below a CMM, each alone and in the order in which they are asked; none for a CMM that does not show them."""
    below: object = cmm
    for _ in range(_MAX_DEPTH):
        if not isinstance(below, _Layer):
            break
        below = below.underlying
    return tuple(_parts(below.keyring, _MAX_DEPTH)) if isinstance(below, _Bottom) else ()


def _parts(keyring: Keyring, depth: int) -> Iterator[Keyring]:
    if isinstance(keyring, _Several) and depth:
        for part in keyring.keyrings:
            yield from _parts(part, depth - 1)
    else:
        yield keyring
